//! What `khen_thuong` of a dossier says: the table, and how awards are ordered, numbered and paid.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::Deserializer;
use serde::ser::Serializer;
use serde::{Deserialize, Serialize};

use crate::text::date::Date;

use super::super::law::coefficient::Coefficient;
use super::super::law::kind::Subject;
use super::super::rows::RowChoice;
use super::super::table_ref::{FromFile, Order, Reading, path_or_object};
use super::super::value::{Keyed, Text};

/// The award table as `khen_thuong` gives it: a path alone, or a path, how to read the file and how
/// to award.
#[derive(Clone, Debug, PartialEq)]
pub struct AwardsRef {
    /// The file, from the dossier's folder.
    pub file: Text,
    /// How to read it.
    pub reading: Reading,
    /// How to award.
    pub settings: Settings,
}

/// How awards are ordered, numbered and paid.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// The order within a part.
    pub order: Order,
    /// The parts in order.
    pub parts: Vec<Subject>,
    /// How the numbers run.
    pub numbering: Numbering,
    /// How bonuses are rounded.
    pub rounding: Rounding,
    /// What is paid to one person with several titles of the same time.
    pub several: SeveralTitles,
    /// Awardees a turn on the stage.
    pub turn: u32,
    /// Coefficients of the place's own.
    pub overrides: Vec<OwnRate>,
}

/// Awardees a turn on the stage, if the dossier does not say.
const TURN: u32 = 12;

/// How the numbers of a list run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(
    rename = "danh_so",
    description = "Cách đánh số thứ tự, cũng là số sổ vàng; bỏ trống là lien_tuc"
)]
pub enum Numbering {
    #[default]
    #[serde(rename = "lien_tuc")]
    #[schemars(
        description = "Từ 01 đến hết danh sách: không có hai số trùng nhau trong một quyết định"
    )]
    /// Through all parts.
    Through,
    #[serde(rename = "tung_phan")]
    #[schemars(description = "Mỗi phần (tập thể, hộ gia đình, cá nhân) bắt đầu lại từ 01")]
    /// From 1 in each part.
    PerPart,
}

/// How bonuses are rounded. The law's words, `làm tròn số lên hàng chục nghìn đồng`, are read in
/// three ways.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(
    rename = "lam_tron",
    description = "Cách làm tròn tiền thưởng; bỏ trống là len. Câu “làm tròn số lên hàng chục nghìn đồng” (Điều 68 Nghị định 91/2017, Điều 53 Nghị định 98/2023, Điều 49 Nghị định 152/2025) đang được hiểu theo ba cách; hỏi cơ quan tài chính trước khi đổi"
)]
pub enum Rounding {
    #[default]
    #[serde(rename = "len")]
    #[schemars(description = "Lên hàng chục nghìn: 702.000 thành 710.000")]
    /// Up to the next ten thousand.
    Up,
    #[serde(rename = "gan_nhat")]
    #[schemars(
        description = "Đến chục nghìn gần nhất: 702.000 thành 700.000; 705.000 thành 710.000"
    )]
    /// To the nearest ten thousand.
    Nearest,
    #[serde(rename = "khong")]
    #[schemars(description = "Giữ nguyên tích số: 702.000")]
    /// Not at all.
    None,
}

/// What is paid to one person with several titles of the same time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(
    rename = "nhieu_danh_hieu",
    description = "Tiền thưởng của một người có nhiều danh hiệu thi đua trong cùng một năm; bỏ trống là theo_dong"
)]
pub enum SeveralTitles {
    #[default]
    #[serde(rename = "theo_dong")]
    #[schemars(description = "Trả theo từng dòng của bảng và nhắc chỗ trùng")]
    /// Each row is paid.
    ByRow,
    #[serde(rename = "cao_nhat")]
    #[schemars(
        description = "Chỉ trả danh hiệu cao nhất, dòng kia 0 đồng (Điều 49 Nghị định 152/2025)"
    )]
    /// Only the highest is paid.
    Highest,
}

/// A coefficient of the place's own, as a resolution of its People's Council sets it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(
    rename = "he_so_rieng",
    description = "Hệ số tiền thưởng riêng của địa phương"
)]
pub struct OwnRate {
    /// Key or name of the title or form.
    #[serde(rename = "danh_hieu")]
    #[schemars(description = "Danh hiệu hoặc hình thức, thí dụ: Giấy khen")]
    pub kind: Text,
    /// To whom.
    #[serde(rename = "doi_tuong")]
    pub subject: Subject,
    /// How much.
    #[serde(rename = "he_so")]
    #[schemars(description = "Hệ số so với mức lương cơ sở, phần lẻ sau dấu chấm, thí dụ: 0.5")]
    pub coefficient: Coefficient,
    /// The document that sets it.
    #[serde(rename = "nguon")]
    #[schemars(
        description = "Văn bản quy định, ghi như trong câu, thí dụ: Nghị quyết số 05/2026/NQ-HĐND của HĐND tỉnh"
    )]
    pub source: Text,
    /// First day.
    #[serde(rename = "tu", default)]
    #[schemars(description = "Áp dụng từ ngày; bỏ trống là luôn áp dụng")]
    pub from: Option<Date>,
    /// Last day.
    #[serde(rename = "den", default)]
    #[schemars(description = "Áp dụng đến hết ngày; bỏ trống là chưa hết")]
    pub to: Option<Date>,
}

super::super::law::dated::dated!(OwnRate);

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            order: Order::Protocol,
            parts: Vec::new(),
            numbering: Numbering::default(),
            rounding: Rounding::default(),
            several: SeveralTitles::default(),
            turn: TURN,
            overrides: Vec::new(),
        }
    }
}

impl Settings {
    /// All parts in order: those that the dossier names, then the others as usual.
    pub fn parts(&self) -> Vec<Subject> {
        let usual = [Subject::Collective, Subject::Household, Subject::Person];
        let mut parts = Vec::new();
        for part in self.parts.iter().copied().chain(usual) {
            if !parts.contains(&part) {
                parts.push(part);
            }
        }
        parts
    }
}

/// The object form of [`AwardsRef`], flat as the file has it.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(
    rename = "bang_khen_thuong",
    description = "Bảng khen thưởng, cách đọc, cách xếp và cách tính tiền"
)]
pub(in crate::data) struct Flat {
    #[serde(rename = "tep")]
    #[schemars(
        description = "Tệp .xlsx, .xls, .ods hoặc .csv, tính từ thư mục hồ sơ, thí dụ: khen-thuong.xlsx"
    )]
    file: Text,
    #[serde(rename = "trang", default)]
    #[schemars(description = "Tên trang tính; bỏ trống thì lấy trang đầu tiên có dòng tiêu đề")]
    sheet: Option<Text>,
    #[serde(rename = "dong_tieu_de", default)]
    #[schemars(
        description = "Số dòng của tiêu đề; bỏ trống thì tự tìm trong 30 dòng đầu",
        range(min = 1, max = 100000)
    )]
    header_row: Option<u32>,
    #[serde(rename = "cot", default)]
    #[schemars(
        description = "Các cột có tên riêng của đơn vị, thí dụ: { ho_ten: Tên tập thể, danh_hieu: F }"
    )]
    columns: Option<Keyed<Text>>,
    #[serde(rename = "dong", default)]
    #[schemars(description = "Chỉ lấy các dòng này của tệp, thí dụ: 2-20, 35; bỏ trống là tất cả")]
    rows: Option<RowChoice>,
    #[serde(rename = "sap_xep", default)]
    #[schemars(
        description = "Thứ tự trong mỗi phần: nghi_thuc (danh hiệu cao trước; rồi Đảng, HĐND và UBND, Mặt trận, phòng ban, xã, trường, doanh nghiệp), ten (danh hiệu cao trước, rồi theo tên) hoặc tep (giữ thứ tự trong tệp); bỏ trống là nghi_thuc"
    )]
    order: Option<Order>,
    #[serde(rename = "thu_tu_phan", default)]
    #[schemars(
        description = "Thứ tự các phần; bỏ trống là tap_the, ho_gia_dinh, ca_nhan",
        length(max = 3)
    )]
    parts: Vec<Subject>,
    #[serde(rename = "danh_so", default)]
    numbering: Numbering,
    #[serde(rename = "lam_tron", default)]
    rounding: Rounding,
    #[serde(rename = "nhieu_danh_hieu", default)]
    several: SeveralTitles,
    #[serde(rename = "moi_dot", default)]
    #[schemars(
        description = "Số người lên sân khấu mỗi đợt trao; bỏ trống là 12",
        range(min = 1, max = 50)
    )]
    turn: Option<u32>,
    #[serde(rename = "he_so_rieng", default)]
    #[schemars(
        description = "Hệ số riêng theo nghị quyết của địa phương; cũng có thể ghi trong tệp cơ quan"
    )]
    overrides: Vec<OwnRate>,
}

impl FromFile for AwardsRef {
    type Flat = Flat;

    fn plain(file: Text) -> AwardsRef {
        AwardsRef {
            file,
            reading: Reading::default(),
            settings: Settings::default(),
        }
    }
}

impl From<Flat> for AwardsRef {
    fn from(flat: Flat) -> AwardsRef {
        AwardsRef {
            file: flat.file,
            reading: Reading {
                sheet: flat.sheet,
                header_row: flat.header_row,
                columns: flat.columns,
                order: Order::File,
                rows: flat.rows,
                ..Reading::default()
            },
            settings: Settings {
                order: flat.order.unwrap_or(Order::Protocol),
                parts: flat.parts,
                numbering: flat.numbering,
                rounding: flat.rounding,
                several: flat.several,
                turn: flat.turn.unwrap_or(TURN),
                overrides: flat.overrides,
            },
        }
    }
}

impl<'de> Deserialize<'de> for AwardsRef {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<AwardsRef, D::Error> {
        path_or_object(deserializer)
    }
}

/// Templates have no use for it but the name of the file.
impl Serialize for AwardsRef {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.file.serialize(serializer)
    }
}

impl JsonSchema for AwardsRef {
    fn schema_name() -> Cow<'static, str> {
        "khen_thuong".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "Bảng khen thưởng: tên tệp, hoặc tên tệp, cách đọc và cách khen",
            "anyOf": [
                { "type": "string", "minLength": 1 },
                generator.subschema_for::<Flat>(),
            ]
        })
    }
}
