//! What a dossier says against itself, its agencies or the Decree although its form is right.
//!
//! Works on the tree, so that it also runs over a file with errors of form.

use crate::diag::Diagnostic;
use crate::sheet;
use crate::text::date::{Date, PartialDate};

use super::agency::Agency;
use super::dossier::DossierFile;
use super::file::DataFile;
use super::findings::Findings;
use super::node::{Entry, Node};
use super::source::Span;
use super::suggest;
use super::table_ref::TableName;

/// The words for units that ended with the district level on 1/7/2025 (Luật 72/2025/QH15).
const ABOLISHED: [&str; 4] = ["huyện", "quận", "thị xã", "thị trấn"];

/// The last day of the district level.
const DISTRICTS_ENDED: (i32, u32) = (2025, 7);

/// Lists whose lines the program closes with its own marks.
const UNMARKED: [&str; 3] = ["noi_nhan", "can_cu", "kinh_gui"];

/// Everything doubtful in a dossier. `tables` are given from outside, `agency` gives the profile that
/// a paper is issued by.
pub(super) fn check<'a>(
    file: &'a DataFile<DossierFile>,
    tables: &'a [TableName],
    agency: impl Fn(&Node) -> Option<&'a DataFile<Agency>>,
    found: &mut Findings,
) {
    let mut check = Check {
        file,
        tables,
        found,
    };
    check.columns();
    for entry in file.node.get("van_ban").map_or(&[][..], Node::entries) {
        check.end_marks(&entry.node);
        check.plan(entry);
        check.each_row(&entry.node);
        if let Some(agency) = agency(&entry.node) {
            check.signer("ky", &entry.node, agency);
            check.signer("nguoi_lap", &entry.node, agency);
            check.signer("ke_toan", &entry.node, agency);
            check.abolished_units(&entry.node, agency);
        }
    }
}

struct Check<'a> {
    file: &'a DataFile<DossierFile>,
    tables: &'a [TableName],
    found: &'a mut Findings,
}

impl Check<'_> {
    /// Those who sign are the profile's.
    fn signer(&mut self, key: &str, paper: &Node, agency: &DataFile<Agency>) {
        let (Some(node), Some(signers)) = (paper.get(key), agency.node.get("nguoi_ky")) else {
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
        self.error("nguoi-ky-la", node.at, message, &hint);
    }

    /// No district in the head of a paper of July 2025 or later (TT-35). A draft without a date
    /// is judged by its event.
    fn abolished_units(&mut self, paper: &Node, agency: &DataFile<Agency>) {
        let own = paper_date(paper).and_then(PartialDate::earliest);
        let Some(Date(day)) = own.or_else(|| event_date(&self.file.node)) else {
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
            self.found.push(|| {
                Diagnostic::warning("don-vi-cu", agency.place(node.at), message).hint(hint)
            });
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

    /// A paper for each row needs the table.
    fn each_row(&mut self, paper: &Node) {
        let Some(node) = paper.get("moi_dong_cua") else {
            return;
        };
        let table = match node.text() {
            Some("khach_moi") => TableName::Guests,
            Some("khen_thuong" | "don_vi_khen_thuong") => TableName::Awards,
            Some(_) | None => return,
        };
        let key = table.key();
        if !self.tables.contains(&table) && self.file.node.get(key).is_none_or(Node::is_null) {
            let message =
                format!("văn bản làm cho mỗi dòng của {key} nhưng hồ sơ không có khóa “{key}”");
            let file = key.replace('_', "-");
            let hint =
                format!("thêm khóa {key} ngang hàng với su_kien, thí dụ: {key}: {file}.xlsx");
            self.error("thieu-bang", node.at, message, &hint);
        }
    }

    /// Columns are given to keys that the tables have; another key is a new one, unless it is a slip.
    fn columns(&mut self) {
        let tables = [
            ("khach_moi", "danh sách khách mời", sheet::guests()),
            ("khen_thuong", "bảng khen thưởng", sheet::awards()),
        ];
        for (key, name, schema) in tables {
            let columns = self.file.node.get(key).and_then(|table| table.get("cot"));
            for entry in columns.map_or(&[][..], Node::entries) {
                let known = || schema.columns.iter().map(|column| column.key);
                if known().any(|key| key == entry.key) {
                    continue;
                }
                if let Some(near) = suggest::nearest(&entry.key, known()) {
                    let message = format!("{name} không có khóa “{}”", entry.key);
                    let hint = format!("ý bạn là “{near}”?");
                    self.error("khoa-la", entry.key_at, message, &hint);
                }
            }
        }
    }

    fn error(&mut self, code: &'static str, at: Span, message: String, hint: &str) {
        self.found.error(self.file, at, (code, message, hint));
    }

    fn warn(&mut self, code: &'static str, at: Span, message: String, hint: &str) {
        self.found.warn(self.file, at, (code, message, hint));
    }
}

/// The day of a paper as far as it is known.
fn paper_date(paper: &Node) -> Option<PartialDate> {
    paper.text_of("ngay")?.parse().ok()
}

/// The day of the event of a dossier, if it is one.
pub(super) fn event_date(dossier: &Node) -> Option<Date> {
    dossier.get("su_kien")?.text_of("ngay")?.parse().ok()
}
