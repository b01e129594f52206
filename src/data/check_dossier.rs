//! What a dossier says against itself, its agencies or the Decree although its form is right.
//!
//! Works on the tree, so that it also runs over a file with errors of form.

use crate::diag::Diagnostic;
use crate::text::date::{Date, PartialDate};

use super::agency::Agency;
use super::dossier::DossierFile;
use super::file::DataFile;
use super::node::{Entry, Node, Value};
use super::source::Span;
use super::suggest;

/// The words for units that ended with the district level on 1/7/2025 (Luật 72/2025/QH15).
const ABOLISHED: [&str; 4] = ["huyện", "quận", "thị xã", "thị trấn"];

/// The last day of the district level.
const DISTRICTS_ENDED: (i32, u32) = (2025, 7);

/// Lists whose lines the program closes with its own marks.
const UNMARKED: [&str; 3] = ["noi_nhan", "can_cu", "kinh_gui"];

/// Everything doubtful in a dossier. `agency` gives the profile that a paper is issued by.
pub(super) fn check<'a>(
    file: &'a DataFile<DossierFile>,
    agency: impl Fn(&Node) -> Option<&'a DataFile<Agency>>,
) -> Vec<Diagnostic> {
    let mut check = Check {
        file,
        found: Vec::new(),
    };
    for entry in file.node.get("van_ban").map_or(&[][..], Node::entries) {
        check.date(&entry.node);
        check.end_marks(&entry.node);
        check.plan(entry);
        if let Some(agency) = agency(&entry.node) {
            check.signer(&entry.node, agency);
            check.abolished_units(&entry.node, agency);
        }
    }
    if let Some(plan) = file.node.get("ke_hoach") {
        check.tasks(plan);
        check.speeches(plan);
        check.tables(plan);
    }
    check.found
}

struct Check<'a> {
    file: &'a DataFile<DossierFile>,
    found: Vec<Diagnostic>,
}

impl Check<'_> {
    /// A paper about an event is issued before it.
    fn date(&mut self, paper: &Node) {
        let Some(node) = paper.get("ngay") else {
            return;
        };
        if let (Some(own), Some(event)) = (
            paper_date(paper).and_then(PartialDate::earliest),
            self.event_date(),
        ) && own > event
        {
            let message = format!("ngày văn bản {own} sau ngày tổ chức {event}");
            let hint = "kiểm tra lại ngày của văn bản và su_kien.ngay";
            self.warn("ngay-lech", node.at, message, hint);
        }
    }

    /// The signer is one of the profile's.
    fn signer(&mut self, paper: &Node, agency: &DataFile<Agency>) {
        let (Some(node), Some(signers)) = (paper.get("ky"), agency.node.get("nguoi_ky")) else {
            return;
        };
        let Some(key) = node.text().filter(|key| signers.get(key).is_none()) else {
            return;
        };
        let keys: Vec<&str> = signers
            .entries()
            .iter()
            .map(|entry| entry.key.as_str())
            .collect();
        let profile = agency.source.path.display();
        let message = format!("không có người ký “{key}” trong {profile}");
        let listed = format!("các khóa có sẵn: {}", keys.join(", "));
        let hint = match suggest::nearest(key, keys.iter().copied()) {
            Some(near) => format!("ý bạn là “{near}”? {listed}"),
            None => listed,
        };
        let place = self.file.place(node.at);
        self.found
            .push(Diagnostic::error("nguoi-ky-la", place, message).hint(hint));
    }

    /// No district in the head of a paper of July 2025 or later (TT-35). A draft without a date
    /// is judged by its event.
    fn abolished_units(&mut self, paper: &Node, agency: &DataFile<Agency>) {
        let own = paper_date(paper).and_then(PartialDate::earliest);
        let Some(Date(day)) = own.or_else(|| self.event_date()) else {
            return;
        };
        if (chrono::Datelike::year(&day), chrono::Datelike::month(&day)) < DISTRICTS_ENDED {
            return;
        }
        for key in ["ten", "chu_quan"] {
            let Some((node, name)) = agency
                .node
                .get(key)
                .and_then(|node| Some((node, node.text()?)))
            else {
                continue;
            };
            let padded = format!(" {} ", name.to_lowercase());
            let Some(word) = ABOLISHED
                .iter()
                .find(|word| padded.contains(&format!(" {word} ")))
            else {
                continue;
            };
            let message = format!("“{name}” có đơn vị “{word}”, không còn từ 01/7/2025");
            let hint =
                "văn bản ban hành từ 01/7/2025 ghi tên xã, phường, đặc khu hoặc tỉnh, thành phố";
            let warning =
                Diagnostic::warning("don-vi-cu", agency.place(node.at), message).hint(hint);
            if !self.found.contains(&warning) {
                self.found.push(warning);
            }
        }
    }

    /// The program writes the marks at the ends of listed lines itself.
    fn end_marks(&mut self, paper: &Node) {
        for key in UNMARKED {
            let items = paper.get(key).map_or(&[][..], Node::items);
            for (text, at) in items
                .iter()
                .filter_map(|item| Some((item.text()?, item.at)))
            {
                if text.ends_with([';', '.', ',']) || text.starts_with("- ") {
                    let message = format!("dòng của “{key}” có dấu ở đầu hoặc cuối: “{text}”");
                    let hint = "bỏ gạch đầu dòng và dấu cuối; chương trình tự ghi";
                    self.warn("thua-dau", at, message, hint);
                }
            }
        }
    }

    /// The built-in plan needs its content.
    fn plan(&mut self, entry: &Entry) {
        let template = entry.node.text_of("mau").map(str::to_string);
        let template = template.unwrap_or_else(|| entry.key.replace('_', "-"));
        if template == "ke-hoach" && self.file.node.get("ke_hoach").is_none_or(Node::is_null) {
            let message = format!(
                "văn bản “{}” dùng mẫu ke-hoach nhưng hồ sơ không có khóa “ke_hoach”",
                entry.key
            );
            let hint = "thêm khóa ke_hoach ngang hàng với su_kien: muc_dich, yeu_cau, phan_cong, …";
            self.warn("thieu-ke-hoach", entry.key_at, message, hint);
        }
    }

    /// A unit's work is told in exactly one of three forms.
    fn tasks(&mut self, plan: &Node) {
        for task in plan.get("phan_cong").map_or(&[][..], Node::items) {
            let given = |key: &&str| task.get(key).is_some_and(|node| !node.is_null());
            let forms: Vec<&str> = ["viec", "doan", "lam"].into_iter().filter(given).collect();
            if forms.len() == 1 || task.entries().is_empty() {
                continue;
            }
            let unit = task.text_of("don_vi").unwrap_or("đơn vị");
            let message = match forms.is_empty() {
                true => format!("phân công của “{unit}” chưa có việc"),
                false => format!("phân công của “{unit}” có cả {}", forms.join(" và ")),
            };
            let hint = "ghi đúng một trong ba: viec (các gạch đầu dòng), doan (một đoạn), lam (viết tiếp sau tên đơn vị)";
            let place = self.file.place(task.find(&["don_vi"]));
            self.found
                .push(Diagnostic::error("phan-cong", place, message).hint(hint));
        }
    }

    /// From fewer to more minutes.
    fn speeches(&mut self, plan: &Node) {
        let Some(minutes) = plan
            .get("tham_luan")
            .and_then(|speeches| speeches.get("phut"))
        else {
            return;
        };
        let numbers = minutes
            .items()
            .iter()
            .filter_map(|item| item.text()?.parse().ok());
        let numbers: Vec<u32> = numbers.collect();
        if let [from, to] = numbers[..]
            && from > to
        {
            let message = format!("“phut”: từ {from} đến {to} phút là ngược");
            let place = self.file.place(minutes.at);
            self.found.push(
                Diagnostic::error("sai-gia-tri", place, message)
                    .hint(format!("viết [{to}, {from}]")),
            );
        }
    }

    /// A row has a cell for each column.
    fn tables(&mut self, plan: &Node) {
        for annex in plan.get("phu_luc").map_or(&[][..], Node::items) {
            let Some(table) = annex.get("bang") else {
                continue;
            };
            let columns = table.get("cot").map_or(0, |columns| columns.items().len());
            for row in table.get("hang").map_or(&[][..], Node::items) {
                if let Value::List(cells) = &row.value
                    && cells.len() != columns
                {
                    let message = format!("hàng có {} ô, bảng có {columns} cột", cells.len());
                    let place = self.file.place(row.at);
                    let hint = "ô trống viết \"\"; ô có dấu phẩy thì đặt trong ngoặc kép";
                    self.found
                        .push(Diagnostic::error("sai-so-o", place, message).hint(hint));
                }
            }
        }
    }

    /// The day of the event, if it is one.
    fn event_date(&self) -> Option<Date> {
        self.file.node.get("su_kien")?.text_of("ngay")?.parse().ok()
    }

    fn warn(&mut self, code: &'static str, at: Span, message: String, hint: &str) {
        let place = self.file.place(at);
        self.found
            .push(Diagnostic::warning(code, place, message).hint(hint));
    }
}

/// The day of a paper as far as it is known.
fn paper_date(paper: &Node) -> Option<PartialDate> {
    paper.text_of("ngay")?.parse().ok()
}
