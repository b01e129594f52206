//! What the plan of a dossier says against itself although its form is right.
//!
//! Works on the tree, so that it also runs over a file with errors of form.

use crate::diag::Diagnostic;
use crate::text::excerpt::excerpt;

use super::file::DataFile;
use super::findings::Findings;
use super::node::{Node, Value};
use super::source::Span;

/// Everything doubtful in the plan of a dossier, if it has one.
pub(super) fn check<T>(file: &DataFile<T>, found: &mut Findings) {
    let Some(plan) = file.node.get("ke_hoach") else {
        return;
    };
    let mut check = Check { file, found };
    for task in plan.get("phan_cong").map_or(&[][..], Node::items) {
        check.task(task);
    }
    if let Some(minutes) = plan.get("tham_luan").and_then(|node| node.get("phut")) {
        check.minutes(minutes);
    }
    for annex in plan.get("phu_luc").map_or(&[][..], Node::items) {
        if let Some(table) = annex.get("bang") {
            check.table(table);
        }
    }
}

struct Check<'a, T> {
    file: &'a DataFile<T>,
    found: &'a mut Findings,
}

impl<T> Check<'_, T> {
    /// A unit's work is told in exactly one of three forms.
    fn task(&mut self, task: &Node) {
        let given = |key: &&str| task.get(key).is_some_and(|node| !node.is_null());
        let forms: Vec<&str> = ["viec", "doan", "lam"].into_iter().filter(given).collect();
        if forms.len() == 1 || task.entries().is_empty() {
            return;
        }
        let unit = excerpt(task.text_of("don_vi").unwrap_or("đơn vị"));
        let message = match forms.is_empty() {
            true => format!("phân công của “{unit}” chưa có việc"),
            false => format!("phân công của “{unit}” có cả {}", forms.join(" và ")),
        };
        let hint = "ghi đúng một trong ba: viec (các gạch đầu dòng), doan (một đoạn), lam (viết tiếp sau tên đơn vị)";
        self.error("phan-cong", task.find(&["don_vi"]), message, hint);
    }

    /// From fewer to more minutes.
    fn minutes(&mut self, minutes: &Node) {
        let numbers = minutes.items().iter();
        let numbers = numbers.filter_map(|item| item.text()?.parse().ok());
        let numbers: Vec<u32> = numbers.collect();
        if let [from, to] = numbers[..]
            && from > to
        {
            let message = format!("“phut”: từ {from} đến {to} phút là ngược");
            let hint = format!("viết [{to}, {from}]");
            self.error("sai-gia-tri", minutes.at, message, &hint);
        }
    }

    /// A row has a cell for each column.
    fn table(&mut self, table: &Node) {
        let columns = table.get("cot").map_or(0, |columns| columns.items().len());
        for row in table.get("hang").map_or(&[][..], Node::items) {
            if let Value::List(cells) = &row.value
                && cells.len() != columns
            {
                let message = format!("hàng có {} ô, bảng có {columns} cột", cells.len());
                let hint = "ô trống viết \"\"; ô có dấu phẩy thì đặt trong ngoặc kép";
                self.error("sai-so-o", row.at, message, hint);
            }
        }
    }

    fn error(&mut self, code: &'static str, at: Span, message: String, hint: &str) {
        let file = self.file;
        self.found
            .push(|| Diagnostic::error(code, file.place(at), message).hint(hint));
    }
}
