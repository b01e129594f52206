//! The agency profile (`co-quan/*.yaml`): what does not change from paper to paper of an issuer.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::units::{Mm, Pt};

use super::awards::settings::OwnRate;
use super::law::level::Level;
use super::value::{Keyed, Text, millimetres, points};

/// An issuing agency (cơ quan ban hành).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(
    rename = "co_quan",
    title = "Cơ quan ban hành văn bản",
    description = "Những gì không đổi qua các văn bản của một cơ quan"
)]
pub struct Agency {
    /// Full official name.
    #[serde(rename = "ten")]
    #[schemars(description = "Tên đầy đủ, chính thức, thí dụ: Ủy ban nhân dân xã Bình Mẫu")]
    pub name: Text,
    /// The name in the lines that the letterhead prefers; printed in capitals.
    #[serde(rename = "dong_ten", default)]
    #[schemars(
        description = "Tên cơ quan chia sẵn thành các dòng ở đầu văn bản; chương trình tự in hoa. \
                       Bỏ trống thì chương trình tự chia"
    )]
    pub name_lines: Vec<Text>,
    /// Short name for running text with its place: `UBND huyện Vạn Ninh`.
    #[serde(rename = "ten_ngan")]
    #[schemars(description = "Tên viết tắt kèm địa bàn, dùng trong câu, thí dụ: UBND xã Bình Mẫu")]
    pub short_name: Text,
    /// Name for running text without its place: `UBND huyện`.
    #[serde(rename = "ten_goi")]
    #[schemars(description = "Tên gọi trong câu, không kèm tên riêng, thí dụ: UBND xã")]
    pub call_name: Text,
    /// The word for its territory in sentences: `huyện`, `xã`.
    #[serde(rename = "don_vi_hanh_chinh")]
    #[schemars(description = "Từ chỉ đơn vị hành chính trong câu, thí dụ: xã (để viết “của xã”)")]
    pub unit_word: Text,
    /// Its territory: `huyện Vạn Ninh`.
    #[serde(rename = "ten_dia_ban")]
    #[schemars(description = "Địa bàn, viết như trong câu, thí dụ: xã Bình Mẫu")]
    pub territory: Text,
    /// Its level, if the word for its territory does not tell it.
    #[serde(rename = "cap", default)]
    #[schemars(
        description = "Cấp của cơ quan, để xét thẩm quyền khen thưởng; bỏ trống thì lấy theo don_vi_hanh_chinh"
    )]
    pub level: Option<Level>,
    /// Coefficients of bonuses of the place's own.
    #[serde(rename = "he_so_rieng", default)]
    #[schemars(
        description = "Hệ số tiền thưởng riêng của địa phương, thay cho hệ số của Nghị định; mỗi mục ghi văn bản quy định"
    )]
    pub own_rates: Vec<OwnRate>,
    /// The abbreviation of the issuer in the symbol: `UBND`.
    #[serde(rename = "ky_hieu")]
    #[schemars(description = "Chữ viết tắt tên cơ quan trong số, ký hiệu văn bản, thí dụ: UBND")]
    pub symbol: Text,
    /// The parent agency's line, if one is printed (cơ quan chủ quản).
    #[serde(rename = "chu_quan", default)]
    #[schemars(
        description = "Dòng cơ quan chủ quản trực tiếp ở đầu văn bản. UBND, HĐND, Bộ không ghi"
    )]
    pub parent: Option<Text>,
    /// The place of the date line (địa danh).
    #[serde(rename = "dia_danh")]
    #[schemars(description = "Địa danh ghi trước ngày tháng, thí dụ: Bình Mẫu")]
    pub place: Text,
    /// Those who sign, by a key that papers name.
    #[serde(rename = "nguoi_ky")]
    #[schemars(description = "Những người ký văn bản; khóa tự đặt, thí dụ: chu_tich")]
    pub signers: Keyed<Signer>,
    /// Default recipients, without marks at the ends.
    #[serde(rename = "noi_nhan", default)]
    #[schemars(
        description = "Nơi nhận mặc định, mỗi dòng một nơi, không ghi dấu gạch đầu và dấu chấm phẩy cuối"
    )]
    pub recipients: Vec<Text>,
    /// What the last line of the recipients says after `Lưu:`.
    #[serde(rename = "luu", default)]
    #[schemars(description = "Nơi lưu mặc định, thí dụ: VT, VHXH")]
    pub filing: Option<Text>,
    /// Address lines at the foot of page 1.
    #[serde(rename = "lien_he", default)]
    #[schemars(description = "Các dòng địa chỉ, thư điện tử, điện thoại ở cuối trang đầu")]
    pub contact: Vec<Text>,
    /// True if the sector's head allows academic titles before names (phụ lục I, II.7.c).
    #[serde(rename = "cho_phep_hoc_ham", default)]
    #[schemars(
        description = "true nếu ngành cho phép ghi học hàm, học vị, cấp bậc trước họ tên người ký \
                       (lực lượng vũ trang, giáo dục, y tế, khoa học)"
    )]
    pub titles_allowed: bool,
    /// Rules of the check that this agency has set otherwise.
    #[serde(rename = "kiem_tra", default)]
    #[schemars(description = "Quy tắc kiểm tra mà cơ quan tắt hoặc đổi mức, thí dụ: \
                       [{ quy_tac: TT-73, muc: tat, ly_do: Mẫu của tỉnh cách đoạn 3 pt }]")]
    pub checks: Vec<RuleChoice>,
    /// Choices within the Decree's ranges.
    #[serde(rename = "trinh_bay", default)]
    #[schemars(description = "Lựa chọn trình bày trong giới hạn của Nghị định 30/2020/NĐ-CP")]
    pub layout: Layout,
}

/// A rule of the check that an agency sets otherwise, with its reason.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(
    rename = "quy_tac",
    description = "Một quy tắc tắt hoặc đổi mức, kèm lý do"
)]
pub struct RuleChoice {
    /// Its code.
    #[serde(rename = "quy_tac")]
    #[schemars(description = "Mã quy tắc, xem vanthu rules, thí dụ: TT-73")]
    pub rule: Text,
    /// Its level here.
    #[serde(rename = "muc")]
    #[schemars(description = "Mức: tat, hoi, nen hoặc phai")]
    pub level: RuleLevel,
    /// Why.
    #[serde(rename = "ly_do")]
    #[schemars(description = "Lý do, in trong phiếu kiểm tra")]
    pub reason: Text,
}

/// Levels that an agency can give a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "muc", description = "Mức của quy tắc")]
pub enum RuleLevel {
    #[serde(rename = "tat")]
    #[schemars(description = "không kiểm tra")]
    /// Off.
    Off,
    #[serde(rename = "hoi")]
    #[schemars(description = "chỉ hỏi")]
    /// A question.
    Ask,
    #[serde(rename = "nen")]
    #[schemars(description = "nên sửa")]
    /// Should.
    Should,
    #[serde(rename = "phai")]
    #[schemars(description = "phải sửa")]
    /// Must.
    Must,
}

/// One who signs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(
    rename = "nguoi_ky",
    description = "Người ký và các dòng quyền hạn, chức vụ"
)]
pub struct Signer {
    /// Authority and post, line by line (quyền hạn, chức vụ); printed in capitals.
    #[serde(rename = "quyen_han")]
    #[schemars(
        description = "Quyền hạn, chức vụ, mỗi dòng một phần tử, thí dụ: [TM. Ủy ban nhân dân, KT. Chủ tịch, Phó Chủ tịch]",
        length(min = 1)
    )]
    pub authority: Vec<Text>,
    /// Family, middle and given name, without titles.
    #[serde(rename = "ten")]
    #[schemars(description = "Họ và tên, không ghi học hàm, học vị")]
    pub name: Text,
}

/// Choices within the Decree's ranges (phụ lục I, mục I and II.6.đ).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[schemars(
    rename = "trinh_bay",
    description = "Lựa chọn trình bày trong giới hạn của Nghị định"
)]
pub struct Layout {
    /// Size of the body, 13 or 14 points.
    #[serde(rename = "co_chu")]
    #[schemars(
        description = "Cỡ chữ nội dung: 13 hoặc 14",
        range(min = 13, max = 14),
        extend("x-don-vi" = "")
    )]
    pub body_size: u16,
    /// Size of Quốc hiệu, 12 or 13 points; `None` lets the program choose.
    #[serde(rename = "quoc_hieu")]
    #[schemars(
        description = "Cỡ chữ Quốc hiệu: 12 hoặc 13; bỏ trống thì chương trình tự chọn cho vừa dòng",
        range(min = 12, max = 13),
        extend("x-don-vi" = "")
    )]
    pub motto_size: Option<u16>,
    /// Margins.
    #[serde(rename = "le")]
    #[schemars(description = "Lề trang, tính bằng milimét")]
    pub margins: Margins,
    /// Indent of first lines.
    #[serde(rename = "thut_dau_dong", with = "millimetres")]
    #[schemars(
        with = "f64",
        description = "Thụt đầu dòng, milimét: 10 hoặc 12.7",
        extend("enum" = [10, 12.7], "x-don-vi" = "mm")
    )]
    pub first_line: Mm,
    /// Line spacing in lines, 1 to 1.5.
    #[serde(rename = "gian_dong")]
    #[schemars(
        description = "Khoảng cách dòng, từ 1.0 đến 1.5 dòng",
        range(min = 1, max = 1.5),
        extend("x-don-vi" = "dòng")
    )]
    pub line: f64,
    /// Space between paragraphs, 6 points at least. The Decree sets no upper bound; above two
    /// lines it is a slip.
    #[serde(rename = "cach_doan", with = "points")]
    #[schemars(
        with = "f64",
        description = "Khoảng cách giữa các đoạn, điểm (pt), tối thiểu 6",
        range(min = 6, max = 30),
        extend("x-don-vi" = "pt")
    )]
    pub gap: Pt,
}

/// The margins of a page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[schemars(rename = "le", description = "Lề trang, milimét")]
pub struct Margins {
    /// Top, 20 to 25 mm.
    #[serde(rename = "tren", with = "millimetres")]
    #[schemars(
        with = "f64",
        description = "Lề trên, 20 đến 25 mm",
        range(min = 20, max = 25),
        extend("x-don-vi" = "mm")
    )]
    pub top: Mm,
    /// Bottom, 20 to 25 mm.
    #[serde(rename = "duoi", with = "millimetres")]
    #[schemars(
        with = "f64",
        description = "Lề dưới, 20 đến 25 mm",
        range(min = 20, max = 25),
        extend("x-don-vi" = "mm")
    )]
    pub bottom: Mm,
    /// Left, 30 to 35 mm.
    #[serde(rename = "trai", with = "millimetres")]
    #[schemars(
        with = "f64",
        description = "Lề trái, 30 đến 35 mm",
        range(min = 30, max = 35),
        extend("x-don-vi" = "mm")
    )]
    pub left: Mm,
    /// Right, 15 to 20 mm.
    #[serde(rename = "phai", with = "millimetres")]
    #[schemars(
        with = "f64",
        description = "Lề phải, 15 đến 20 mm",
        range(min = 15, max = 20),
        extend("x-don-vi" = "mm")
    )]
    pub right: Mm,
}

impl Signer {
    /// The post of the agency's head, whoever signs: of `TM. Ủy ban nhân dân`, `KT. Chủ tịch`,
    /// `Phó Chủ tịch` it is `Chủ tịch` (phụ lục I, II.7.b).
    pub fn head(&self) -> &str {
        let own = |line: &&Text| !line.starts_with("TM.");
        let line = self.authority.iter().find(own).or(self.authority.first());
        let line = line.map_or("", Text::as_str);
        let prefixes = ["KT.", "TL.", "TUQ.", "Q."];
        let post = prefixes.iter().find_map(|prefix| line.strip_prefix(prefix));
        post.unwrap_or(line).trim()
    }

    /// True if the first line says that it is for a collective (`TM.`).
    pub fn for_collective(&self) -> bool {
        self.authority
            .first()
            .is_some_and(|line| line.starts_with("TM."))
    }
}

impl Default for Layout {
    fn default() -> Layout {
        Layout {
            body_size: 14,
            motto_size: None,
            margins: Margins::default(),
            first_line: Mm(12.7),
            line: 1.0,
            gap: Pt(6.0),
        }
    }
}

impl Default for Margins {
    fn default() -> Margins {
        Margins {
            top: Mm(20.0),
            bottom: Mm(20.0),
            left: Mm(30.0),
            right: Mm(20.0),
        }
    }
}
