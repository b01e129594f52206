//! The layout file of a certificate (`giay-khen/*.yaml`): what is printed where.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::text::date::Date;
use crate::units::Mm;

use super::super::awards::Certificate;
use super::super::value::{Keyed, Text, millimetres};
use super::colour::Colour;

/// A layout file.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(
    rename = "mau_giay_khen",
    title = "Mẫu giấy khen, bằng chứng nhận",
    description = "Nội dung và vị trí các dòng chữ trên giấy khen, tính bằng milimét từ góc trên bên trái tờ giấy"
)]
pub struct LayoutFile {
    /// Its name.
    #[serde(rename = "ten")]
    #[schemars(description = "Tên mẫu, in trên tờ căn chỉnh")]
    pub name: Text,
    /// Where the rules are from, and what must be checked.
    #[serde(rename = "nguon", default)]
    #[schemars(description = "Căn cứ của mẫu và điều cần kiểm tra")]
    pub source: Option<Text>,
    /// From when on the rules of `nguon` are in doubt.
    #[serde(rename = "can_kiem_tra", default)]
    pub doubt: Option<Doubt>,
    /// Which awards it is for.
    #[serde(rename = "cap_cho")]
    #[schemars(
        description = "Mẫu dùng cho loại bằng nào: giay_khen, chung_nhan (danh hiệu thi đua) hoặc bang_khen"
    )]
    pub certifies: Certificate,
    /// The paper.
    #[serde(rename = "giay", default)]
    pub paper: PaperSize,
    /// The texts, in order of reading.
    #[serde(rename = "truong")]
    #[schemars(description = "Các dòng chữ, theo thứ tự đọc; khóa tự đặt")]
    pub fields: Keyed<FieldSpec>,
}

/// A doubt about the rules that a layout follows.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(
    rename = "can_kiem_tra",
    description = "Từ ngày nào thì căn cứ của mẫu cần kiểm tra lại; quyết định từ ngày đó được nhắc"
)]
pub struct Doubt {
    /// First day.
    #[serde(rename = "tu")]
    #[schemars(description = "Từ ngày, thí dụ: 01/7/2025")]
    pub from: Date,
    /// Why.
    #[serde(rename = "vi")]
    #[schemars(description = "Vì sao, viết thành một câu")]
    pub reason: Text,
}

/// The paper of a certificate.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(
    rename = "giay",
    description = "Khổ giấy, milimét; bỏ trống là A4 nằm ngang"
)]
pub struct PaperSize {
    /// Width.
    #[serde(rename = "rong", with = "millimetres")]
    #[schemars(with = "f64", description = "Chiều rộng", range(min = 100, max = 600))]
    pub width: Mm,
    /// Height.
    #[serde(rename = "cao", with = "millimetres")]
    #[schemars(with = "f64", description = "Chiều cao", range(min = 100, max = 600))]
    pub height: Mm,
}

/// One text.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(
    rename = "truong",
    description = "Một dòng chữ: nội dung, vị trí, kiểu chữ"
)]
pub struct FieldSpec {
    /// What it says, with names of data in braces.
    #[serde(rename = "noi_dung")]
    #[schemars(
        description = "Nội dung; dữ liệu ghi trong ngoặc nhọn, thí dụ: Số sổ vàng: {so_so_vang}"
    )]
    pub text: Text,
    /// Where it stands across.
    #[serde(with = "millimetres")]
    #[schemars(
        with = "f64",
        description = "Từ mép trái giấy đến đầu dòng (can: trai), giữa dòng (can: giua) hoặc cuối dòng (can: phai), milimét",
        range(min = 0, max = 600)
    )]
    pub x: Mm,
    /// Where it stands down.
    #[serde(with = "millimetres")]
    #[schemars(
        with = "f64",
        description = "Từ mép trên giấy đến chân chữ của dòng đầu, milimét",
        range(min = 0, max = 600)
    )]
    pub y: Mm,
    /// Room across.
    #[serde(rename = "rong", with = "millimetres")]
    #[schemars(
        with = "f64",
        description = "Bề rộng được dùng, milimét",
        range(min = 5, max = 600)
    )]
    pub width: Mm,
    /// Which end stands at `x`.
    #[serde(rename = "can", default)]
    pub align: Side,
    /// Size that is wanted.
    #[serde(rename = "co")]
    #[schemars(description = "Cỡ chữ mong muốn, điểm (pt)", range(min = 6, max = 120))]
    pub size: f64,
    /// Smallest size that will do.
    #[serde(rename = "co_nho_nhat", default)]
    #[schemars(
        description = "Cỡ chữ nhỏ nhất khi nội dung dài; bỏ trống là không thu nhỏ",
        range(min = 6, max = 120)
    )]
    pub smallest: Option<f64>,
    /// Face.
    #[serde(rename = "kieu", default)]
    pub face: FaceName,
    /// True for capitals.
    #[serde(rename = "in_hoa", default)]
    #[schemars(description = "true: in hoa cả dòng")]
    pub upper: bool,
    /// Colour.
    #[serde(rename = "mau", default)]
    #[schemars(description = "Màu chữ: den, do hoặc mã màu như #C00000; bỏ trống là den")]
    pub colour: Colour,
    /// Most lines.
    #[serde(rename = "so_dong", default = "one")]
    #[schemars(
        description = "Số dòng nhiều nhất; bỏ trống là 1",
        range(min = 1, max = 8)
    )]
    pub most_lines: u32,
    /// Room down for further lines.
    #[serde(rename = "cao", default)]
    #[schemars(
        description = "Từ chân dòng đầu đến chân dòng cuối không quá chừng này milimét; bỏ trống là chỉ tính số dòng",
        range(min = 1, max = 200)
    )]
    pub height: Option<f64>,
    /// Height of lines.
    #[serde(rename = "gian_dong", default = "single")]
    #[schemars(
        description = "Khoảng cách dòng, tính theo dòng đơn; bỏ trống là 1",
        range(min = 1, max = 2)
    )]
    pub line: f64,
    /// What a long text does first.
    #[serde(rename = "khi_dai", default)]
    pub when_long: WhenLong,
    /// Where further lines go.
    #[serde(rename = "them_dong", default)]
    pub grows: Grows,
    /// From the last baseline to a rule.
    #[serde(rename = "gach_duoi", default)]
    #[schemars(
        description = "Có đường kẻ dài bằng dòng chữ, cách chân chữ chừng này milimét; bỏ trống là không kẻ",
        range(min = 0.5, max = 20)
    )]
    pub rule: Option<f64>,
}

/// Which end of a text stands at its place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[schemars(
    rename = "can",
    description = "x là chỗ nào của dòng chữ; bỏ trống là giua"
)]
pub enum Side {
    #[serde(rename = "trai")]
    #[schemars(description = "x là đầu dòng")]
    /// Its left end.
    Left,
    #[default]
    #[serde(rename = "giua")]
    #[schemars(description = "x là giữa dòng")]
    /// Its middle.
    Middle,
    #[serde(rename = "phai")]
    #[schemars(description = "x là cuối dòng")]
    /// Its right end.
    Right,
}

/// A face.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[schemars(rename = "kieu", description = "Kiểu chữ; bỏ trống là thuong")]
pub enum FaceName {
    #[default]
    #[serde(rename = "thuong")]
    #[schemars(description = "Đứng")]
    /// Upright.
    Regular,
    #[serde(rename = "dam")]
    #[schemars(description = "Đứng, đậm")]
    /// Bold.
    Bold,
    #[serde(rename = "nghieng")]
    #[schemars(description = "Nghiêng")]
    /// Italic.
    Italic,
    #[serde(rename = "dam_nghieng")]
    #[schemars(description = "Nghiêng, đậm")]
    /// Bold italic.
    BoldItalic,
}

/// What a text does that is too long for a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[schemars(
    rename = "khi_dai",
    description = "Nội dung dài thì làm gì trước; bỏ trống là thu_nho"
)]
pub enum WhenLong {
    #[default]
    #[serde(rename = "thu_nho")]
    #[schemars(description = "Thu nhỏ dần, đến cỡ nhỏ nhất mới xuống dòng")]
    /// Gets smaller.
    Shrinks,
    #[serde(rename = "xuong_dong")]
    #[schemars(description = "Xuống dòng, hết số dòng mới thu nhỏ")]
    /// Takes further lines.
    Breaks,
}

/// Where further lines go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[schemars(
    rename = "them_dong",
    description = "Khi có nhiều dòng thì lan về phía nào; bỏ trống là xuong"
)]
pub enum Grows {
    #[default]
    #[serde(rename = "xuong")]
    #[schemars(description = "Dòng đầu đứng yên")]
    /// Down.
    Down,
    #[serde(rename = "len")]
    #[schemars(description = "Dòng cuối đứng yên")]
    /// Up.
    Up,
    #[serde(rename = "hai_phia")]
    #[schemars(description = "Giữa các dòng đứng yên")]
    /// To both sides.
    Both,
}

impl Default for PaperSize {
    /// A4 across (Điều 104).
    fn default() -> PaperSize {
        PaperSize {
            width: Mm(297.0),
            height: Mm(210.0),
        }
    }
}

fn one() -> u32 {
    1
}

fn single() -> f64 {
    1.0
}
