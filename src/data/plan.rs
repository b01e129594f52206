//! What the Kế hoạch says of its event. The sentences that all plans share are in the template.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::table::Annex;
use super::value::Text;

/// The plan's own content (`ke_hoach`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "ke_hoach", description = "Nội dung riêng của Kế hoạch")]
pub struct Plan {
    /// The mandate, without `Thực hiện` before and `;` after it.
    #[serde(rename = "thuc_hien", default)]
    #[schemars(
        description = "Văn bản mà Kế hoạch thực hiện, không ghi chữ “Thực hiện” và dấu chấm phẩy cuối"
    )]
    pub mandate: Option<Text>,
    /// Purposes, with final marks.
    #[serde(rename = "muc_dich")]
    #[schemars(
        description = "Mục đích, mỗi điểm một câu có dấu chấm cuối",
        length(min = 1)
    )]
    pub purposes: Vec<Text>,
    /// Requirements, with final marks.
    #[serde(rename = "yeu_cau")]
    #[schemars(
        description = "Yêu cầu, mỗi điểm một câu có dấu chấm cuối",
        length(min = 1)
    )]
    pub requirements: Vec<Text>,
    /// Where the money comes from, as the end of a sentence without its mark.
    #[serde(rename = "kinh_phi", default)]
    #[schemars(
        description = "Nguồn kinh phí, không có dấu chấm cuối, thí dụ: từ nguồn Quỹ Thi đua - Khen thưởng của xã"
    )]
    pub funding: Option<Text>,
    /// Tasks by unit.
    #[serde(rename = "phan_cong", default)]
    #[schemars(description = "Phân công theo đơn vị")]
    pub tasks: Vec<Task>,
    /// Who speaks.
    #[serde(rename = "tham_luan", default)]
    #[schemars(description = "Báo cáo tham luận")]
    pub speeches: Option<Speeches>,
    /// Whether heads of units are asked to call those who are awarded.
    #[serde(rename = "trieu_tap", default = "yes")]
    #[schemars(
        description = "Có khoản đề nghị thủ trưởng triệu tập người được khen thưởng; mặc định true"
    )]
    pub summons: bool,
    /// Further parts before `TỔ CHỨC THỰC HIỆN`.
    #[serde(rename = "phan_them", default)]
    #[schemars(description = "Các mục lớn thêm vào trước mục Tổ chức thực hiện")]
    pub parts: Vec<Part>,
    /// Annexes.
    #[serde(rename = "phu_luc", default)]
    #[schemars(description = "Các phụ lục")]
    pub annexes: Vec<Annex>,
}

/// What one unit has to do: exactly one of the three forms.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(
    rename = "phan_cong",
    description = "Việc của một đơn vị; ghi đúng một trong ba khóa viec, doan, lam"
)]
pub struct Task {
    /// The unit, with the mark that its heading has.
    #[serde(rename = "don_vi")]
    #[schemars(description = "Đơn vị, thí dụ: Phòng Văn hóa - Xã hội.")]
    pub unit: Text,
    /// Dashes under the titled clause.
    #[serde(rename = "viec", default)]
    #[schemars(description = "Các việc, mỗi việc một gạch đầu dòng, có dấu chấm cuối")]
    pub jobs: Vec<Text>,
    /// A paragraph under the titled clause.
    #[serde(rename = "doan", default)]
    #[schemars(description = "Một đoạn văn dưới tên đơn vị")]
    pub paragraph: Option<Text>,
    /// Runs on after the unit in one untitled clause.
    #[serde(rename = "lam", default)]
    #[schemars(description = "Viết tiếp sau tên đơn vị thành một câu, thí dụ: bố trí Hội trường.")]
    pub sentence: Option<Text>,
}

/// The speeches of the event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "tham_luan", description = "Báo cáo tham luận")]
pub struct Speeches {
    /// Who speaks, without final marks.
    #[serde(rename = "don_vi")]
    #[schemars(
        description = "Các tập thể tham luận, không ghi dấu cuối",
        length(min = 1)
    )]
    pub speakers: Vec<Text>,
    /// From so many to so many minutes.
    #[serde(rename = "phut")]
    #[schemars(
        description = "Số phút, từ và đến, thí dụ: [5, 7]",
        length(min = 2, max = 2)
    )]
    pub minutes: Vec<u32>,
    /// So many days before the event the text is due.
    #[serde(rename = "nop_truoc")]
    #[schemars(description = "Nộp bài trước bao nhiêu ngày", range(min = 1, max = 60))]
    pub due_days: u32,
    /// Where the text goes.
    #[serde(rename = "nop_ve")]
    #[schemars(description = "Nơi nhận bài, thí dụ: UBND xã (qua Phòng Văn hóa - Xã hội)")]
    pub send_to: Text,
}

/// A further part (I., II., …).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "phan_them", description = "Một mục lớn (I., II., …)")]
pub struct Part {
    /// Title; printed in capitals.
    #[serde(rename = "tieu_de")]
    #[schemars(description = "Tiêu đề, thí dụ: Công tác tuyên truyền")]
    pub title: Text,
    /// Running paragraphs.
    #[serde(rename = "doan", default)]
    #[schemars(description = "Các đoạn văn")]
    pub paragraphs: Vec<Text>,
    /// Clauses 1., 2., …
    #[serde(rename = "khoan", default)]
    #[schemars(description = "Các khoản 1., 2., …")]
    pub clauses: Vec<Clause>,
}

/// A clause (khoản) of a further part.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "khoan", description = "Một khoản (1., 2., …)")]
pub struct Clause {
    /// Title, if it has one.
    #[serde(rename = "tieu_de", default)]
    #[schemars(description = "Tiêu đề của khoản, nếu có")]
    pub title: Option<Text>,
    /// Running paragraphs.
    #[serde(rename = "doan", default)]
    #[schemars(description = "Các đoạn văn")]
    pub paragraphs: Vec<Text>,
    /// Dashes.
    #[serde(rename = "y", default)]
    #[schemars(description = "Các ý, mỗi ý một gạch đầu dòng")]
    pub dashes: Vec<Text>,
}

/// What a missing `trieu_tap` means.
fn yes() -> bool {
    true
}
