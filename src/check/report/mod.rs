//! What is said of one file, in plain words: the same report as text, JSON, an HTML sheet or SARIF.
//!
//! The types here are the schema of the JSON, whose keys are Vietnamese; [`VERSION`] changes when a
//! key changes its meaning or goes.

mod html;
mod sarif;
mod spot;
mod text;

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::Serialize;

use super::facts::Facts;
use super::finding::Finding;
use super::paper::{Paper, Papers, Regime};
use super::rules::{Level, Reading, Settings, is_administrative};

use spot::Region;

pub use html::sheet;
pub use sarif::sarif;
pub use text::diagnostics;

/// Version of the JSON form.
pub const VERSION: u32 = 1;

/// Reports of one run.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(
    rename = "kiem_tra",
    title = "Kết quả vanthu check --format json",
    description = "Kết quả kiểm tra thể thức các tệp văn bản"
)]
pub struct Reports {
    /// [`VERSION`].
    #[serde(rename = "phien_ban")]
    #[schemars(description = "Phiên bản của lược đồ này")]
    pub version: u32,
    /// One a file, in the order of the command line.
    #[serde(rename = "tep")]
    #[schemars(description = "Các tệp, theo thứ tự nêu trên dòng lệnh")]
    pub files: Vec<Report>,
}

/// The report of one file.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "tep")]
pub struct Report {
    /// The file as the user named it.
    #[serde(rename = "ten_tep")]
    #[schemars(description = "Tên tệp như đã nêu")]
    pub file: String,
    /// Name of the type.
    #[serde(rename = "loai")]
    #[schemars(description = "Tên loại văn bản, nếu nhận ra")]
    pub kind: Option<String>,
    /// Số, ký hiệu as printed.
    #[serde(rename = "so_ky_hieu")]
    #[schemars(description = "Dòng số, ký hiệu như in trên văn bản")]
    pub number: Option<String>,
    /// Place and date as printed.
    #[serde(rename = "dia_danh_ngay")]
    #[schemars(description = "Dòng địa danh, ngày tháng như in trên văn bản")]
    pub date: Option<String>,
    /// The agency as printed.
    #[serde(rename = "co_quan")]
    #[schemars(description = "Tên cơ quan ban hành như in trên văn bản")]
    pub agency: Option<String>,
    /// Trích yếu as printed.
    #[serde(rename = "trich_yeu")]
    #[schemars(description = "Trích yếu như in trên văn bản")]
    pub subject: Option<String>,
    /// Further papers in the file, which were checked, too.
    #[serde(rename = "van_ban_khac")]
    #[schemars(description = "Các văn bản khác cùng nằm trong tệp, cũng đã kiểm tra")]
    pub others: Vec<String>,
    /// Why the rules say nothing of this file, if they do not.
    #[serde(rename = "khong_kiem_tra")]
    #[schemars(description = "Lý do không kiểm tra (văn bản của Đảng, quy phạm pháp luật …)")]
    pub unchecked: Option<String>,
    /// The findings, in page order.
    #[serde(rename = "ket_qua")]
    #[schemars(description = "Các phát hiện, theo thứ tự trang")]
    pub items: Vec<Item>,
    /// Rules that the agency has set otherwise.
    #[serde(rename = "quy_tac_doi")]
    #[schemars(description = "Quy tắc mà hồ sơ cơ quan tắt hoặc đổi mức, kèm lý do")]
    pub switches: Vec<SwitchItem>,
}

/// A finding.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "phat_hien")]
pub struct Item {
    /// Code of the rule.
    #[serde(rename = "ma")]
    #[schemars(description = "Mã quy tắc, thí dụ TT-24")]
    pub code: &'static str,
    /// How grave.
    #[serde(rename = "muc")]
    #[schemars(
        description = "Mức: phai (trái Nghị định), nen (trái mẫu, thông lệ), hoi (cần người xem)"
    )]
    pub level: ItemLevel,
    /// Number among the printed paragraphs, from 1; none for the whole file.
    #[serde(rename = "doan")]
    #[schemars(description = "Số thứ tự đoạn có chữ trong tệp, từ 1; null là cả tệp")]
    pub paragraph: Option<usize>,
    /// Name of the component.
    #[serde(rename = "thanh_phan")]
    #[schemars(description = "Thành phần thể thức chứa chỗ ấy")]
    pub component: Option<&'static str>,
    /// The part of the paper; for the sheet alone.
    #[serde(skip)]
    region: Region,
    /// The words there.
    #[serde(rename = "trich")]
    #[schemars(description = "Những chữ ở chỗ ấy")]
    pub quote: String,
    /// Number of further places.
    #[serde(rename = "cho_khac")]
    #[schemars(description = "Số chỗ khác có cùng lỗi")]
    pub others: usize,
    /// What is there.
    #[serde(rename = "thuc_te")]
    #[schemars(description = "Điều thấy trong văn bản")]
    pub there: String,
    /// What is asked.
    #[serde(rename = "yeu_cau")]
    #[schemars(description = "Điều được yêu cầu")]
    pub asked: String,
    /// The clause.
    #[serde(rename = "can_cu")]
    #[schemars(description = "Điều khoản quy định")]
    pub clause: &'static str,
    /// Why it is only a question.
    #[serde(rename = "vi_sao_hoi")]
    #[schemars(description = "Vì sao chỉ hỏi, không kết luận")]
    pub doubt: Option<String>,
    /// True if `vanthu fix` mends it.
    #[serde(rename = "tu_sua")]
    #[schemars(description = "true nếu vanthu fix sửa được")]
    pub mendable: bool,
}

/// A level in JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "muc")]
pub enum ItemLevel {
    /// The Decree orders it.
    #[serde(rename = "phai")]
    Must,
    /// Templates and practice have it.
    #[serde(rename = "nen")]
    Should,
    /// A person must look.
    #[serde(rename = "hoi")]
    Ask,
}

/// A rule that the agency has set otherwise.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "quy_tac_doi")]
pub struct SwitchItem {
    /// Code of the rule.
    #[serde(rename = "ma")]
    #[schemars(description = "Mã quy tắc")]
    pub code: &'static str,
    /// Its level here; none is off.
    #[serde(rename = "muc")]
    #[schemars(description = "Mức đặt lại; null là tắt")]
    pub level: Option<ItemLevel>,
    /// Why.
    #[serde(rename = "ly_do")]
    #[schemars(description = "Lý do cơ quan nêu")]
    pub reason: String,
}

impl Report {
    /// The report of a file.
    pub fn new(
        file: &str,
        (facts, papers): (&Facts, &Papers),
        findings: &[Finding],
        settings: &Settings,
    ) -> Report {
        let paper = &papers.first;
        let reading = Reading::new(facts, paper, settings.titles_allowed);
        let head = &paper.letterhead;
        let title = &paper.title;
        let subject = reading
            .words_of(&title.subject)
            .or_else(|| reading.words_of(&title.letter_subject));
        let numbers = spot::numbers(facts);
        Report {
            file: file.to_string(),
            kind: reading.kind().map(|kind| kind.name.to_string()),
            number: reading.words_of(&head.number),
            date: reading.words_of(&head.place_date),
            agency: reading.words_of(&head.agency),
            subject,
            others: others(facts, papers),
            unchecked: unchecked(facts, papers),
            items: findings
                .iter()
                .map(|finding| item(facts, papers, &numbers, finding))
                .collect(),
            switches: settings.switches.iter().map(switch).collect(),
        }
    }

    /// Number of findings of a level.
    pub fn count(&self, level: ItemLevel) -> usize {
        self.items.iter().filter(|item| item.level == level).count()
    }
}

impl Reports {
    /// Reports of a run.
    pub fn new(files: Vec<Report>) -> Reports {
        Reports {
            version: VERSION,
            files,
        }
    }

    /// As JSON.
    pub fn json(&self) -> String {
        // Strings and numbers alone cannot fail to be written.
        let text = serde_json::to_string_pretty(self).unwrap_or_default();
        format!("{text}\n")
    }
}

/// The JSON Schema of [`Reports`].
pub fn schema() -> serde_json::Value {
    SchemaSettings::draft07()
        .into_generator()
        .into_root_schema_for::<Reports>()
        .to_value()
}

/// `Tờ trình, Số: 12/TTr-UBND` for each further paper.
fn others(facts: &Facts, papers: &Papers) -> Vec<String> {
    let name = |paper: &Paper| {
        let kind = paper.kind.get().map(|kind| kind.name.to_string());
        let number = paper.letterhead.number.get();
        let number = number.map(|number| number.words(facts));
        let parts: Vec<String> = kind.into_iter().chain(number).collect();
        parts.join(", ")
    };
    let more = format!("{} văn bản nữa, không kiểm tra", papers.more);
    let more = (papers.more > 0).then_some(more);
    papers.others.iter().map(name).chain(more).collect()
}

/// Why the rules say nothing, if they do not.
fn unchecked(facts: &Facts, papers: &Papers) -> Option<String> {
    if papers.iter().any(is_administrative) {
        return None;
    }
    if facts.signs.imported > 0 {
        let why = "nội dung nằm trong tệp chèn vào (altChunk), chưa thành chữ của văn bản; mở bằng \
                   Word, lưu lại rồi kiểm tra tệp mới";
        return Some(why.to_string());
    }
    let why = match papers.first.regime.get() {
        Some(Regime::Administrative) => {
            "không nhận ra là loại văn bản hành chính nào (giấy khen, biểu mẫu …)"
        }
        Some(Regime::Copy) => {
            "bản sao y, sao lục, trích sao: thể thức bản sao không kiểm tra ở đây"
        }
        Some(Regime::Party) => "văn bản của Đảng, theo quy định riêng của Đảng",
        Some(Regime::Normative) => "văn bản quy phạm pháp luật, theo Nghị định 78/2025/NĐ-CP",
        Some(Regime::Other) | None => {
            "không thấy thể thức văn bản hành chính (Quốc hiệu, tên cơ quan, số, ký hiệu)"
        }
    };
    Some(why.to_string())
}

fn item(facts: &Facts, papers: &Papers, numbers: &[Option<usize>], finding: &Finding) -> Item {
    let id = finding.spot.paragraph(facts);
    Item {
        code: finding.rule.code,
        level: level(finding.level),
        paragraph: id.and_then(|id| numbers.get(id.0).copied().flatten()),
        component: spot::component(papers, &finding.spot),
        region: spot::region(papers, &finding.spot),
        quote: spot::quote(facts, &finding.spot),
        others: finding.others,
        there: finding.there.clone(),
        asked: finding.asked.clone(),
        clause: finding.rule.clause,
        doubt: finding.doubt.clone(),
        mendable: !finding.mend.is_empty() && finding.level != Level::Ask,
    }
}

fn switch(switch: &super::rules::Switch) -> SwitchItem {
    SwitchItem {
        code: switch.rule.code,
        level: switch.level.map(level),
        reason: switch.reason.clone(),
    }
}

fn level(level: Level) -> ItemLevel {
    match level {
        Level::Must => ItemLevel::Must,
        Level::Should => ItemLevel::Should,
        Level::Ask => ItemLevel::Ask,
    }
}

impl ItemLevel {
    /// What the sheet calls it.
    pub fn name(self) -> &'static str {
        match self {
            ItemLevel::Must => Level::Must.name(),
            ItemLevel::Should => Level::Should.name(),
            ItemLevel::Ask => Level::Ask.name(),
        }
    }
}
