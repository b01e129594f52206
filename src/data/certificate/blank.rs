//! The profile of a blank (`phoi`) on one printer: what it has already, and how the printer moves.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::units::Mm;

use super::super::value::{Keyed, Text, millimetres};
use super::colour::Colour;
use super::layout::Side;

/// A profile.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(
    rename = "phoi",
    title = "Phôi giấy khen trên một máy in",
    description = "Những gì phôi đã in sẵn và số căn chỉnh của máy in; mỗi loại phôi trên mỗi máy in một tệp"
)]
pub struct Blank {
    /// Its name.
    #[serde(rename = "ten")]
    #[schemars(description = "Tên phôi và máy in, in trên tờ căn chỉnh")]
    pub name: Text,
    /// Everything goes right by this.
    #[serde(rename = "lech_x", default = "none", with = "millimetres")]
    #[schemars(
        with = "f64",
        description = "Dời mọi dòng sang phải, milimét; số âm là sang trái",
        range(min = -30, max = 30)
    )]
    pub dx: Mm,
    /// Everything goes down by this.
    #[serde(rename = "lech_y", default = "none", with = "millimetres")]
    #[schemars(
        with = "f64",
        description = "Dời mọi dòng xuống dưới, milimét; số âm là lên trên",
        range(min = -30, max = 30)
    )]
    pub dy: Mm,
    /// Scale across, in percent.
    #[serde(rename = "ti_le_x", default = "whole")]
    #[schemars(
        description = "Tỉ lệ chiều ngang, phần trăm; bỏ trống là 100",
        range(min = 98, max = 102)
    )]
    pub scale_x: f64,
    /// Scale down, in percent.
    #[serde(rename = "ti_le_y", default = "whole")]
    #[schemars(
        description = "Tỉ lệ chiều dọc, phần trăm; bỏ trống là 100",
        range(min = 98, max = 102)
    )]
    pub scale_y: f64,
    /// How the page is turned.
    #[serde(rename = "xoay", default)]
    #[schemars(
        description = "Xoay cả trang: 0 hoặc 180 độ, khi phôi phải nạp ngược đầu; chỉ cho tệp PDF",
        extend("enum" = [0, 180])
    )]
    pub turn: u16,
    /// Fields that the blank has already.
    #[serde(rename = "in_san", default)]
    #[schemars(
        description = "Các trường phôi đã in sẵn, không in lại, thí dụ: [quoc_hieu, tieu_ngu, loi_tang, hinh_thuc]"
    )]
    pub preprinted: Vec<Text>,
    /// What is otherwise than in the layout, field by field.
    #[serde(rename = "truong", default)]
    #[schemars(description = "Những gì khác với mẫu, theo từng trường")]
    pub fields: Option<Keyed<Override>>,
}

/// What a blank changes of a field.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(
    rename = "truong_tren_phoi",
    description = "Vị trí, bề rộng, cỡ chữ, màu, căn lề riêng của một trường trên phôi này"
)]
pub struct Override {
    /// Where it stands across.
    #[serde(default)]
    #[schemars(
        description = "Chỗ đứng theo chiều ngang, milimét",
        range(min = 0, max = 600)
    )]
    pub x: Option<f64>,
    /// Where it stands down.
    #[serde(default)]
    #[schemars(
        description = "Chân chữ của dòng đầu, milimét",
        range(min = 0, max = 600)
    )]
    pub y: Option<f64>,
    /// Room across.
    #[serde(rename = "rong", default)]
    #[schemars(description = "Bề rộng được dùng, milimét", range(min = 5, max = 600))]
    pub width: Option<f64>,
    /// Size.
    #[serde(rename = "co", default)]
    #[schemars(description = "Cỡ chữ mong muốn, điểm (pt)", range(min = 6, max = 120))]
    pub size: Option<f64>,
    /// Smallest size.
    #[serde(rename = "co_nho_nhat", default)]
    #[schemars(description = "Cỡ chữ nhỏ nhất", range(min = 6, max = 120))]
    pub smallest: Option<f64>,
    /// Most lines.
    #[serde(rename = "so_dong", default)]
    #[schemars(description = "Số dòng nhiều nhất", range(min = 1, max = 8))]
    pub most_lines: Option<u32>,
    /// Room down for further lines.
    #[serde(rename = "cao", default)]
    #[schemars(
        description = "Từ chân dòng đầu đến chân dòng cuối không quá chừng này milimét",
        range(min = 1, max = 200)
    )]
    pub height: Option<f64>,
    /// Colour.
    #[serde(rename = "mau", default)]
    #[schemars(description = "Màu chữ: den, do hoặc mã màu như #C00000")]
    pub colour: Option<Colour>,
    /// Which end stands at `x`.
    #[serde(rename = "can", default)]
    pub align: Option<Side>,
}

impl Blank {
    /// The override of a field.
    pub fn field(&self, name: &str) -> Option<&Override> {
        self.fields.as_ref()?.get(name)
    }
}

fn none() -> Mm {
    Mm(0.0)
}

fn whole() -> f64 {
    100.0
}
