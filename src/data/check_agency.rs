//! What an agency profile says against the Decree although its form is right.
//!
//! Works on the tree, so that it also runs over a file with errors of form.

use super::file::DataFile;
use super::findings::Findings;
use super::node::Node;
use super::source::Span;
use crate::text::authority;
use crate::text::honorific::title;

/// Everything against the Decree in a profile.
pub(super) fn check<T>(file: &DataFile<T>, found: &mut Findings) {
    let mut check = Check { file, found };
    check.names();
    check.place_name();
    let titles_allowed = file.node.text_of("cho_phep_hoc_ham") == Some("true");
    for entry in file.node.get("nguoi_ky").map_or(&[][..], Node::entries) {
        check.authority(&entry.node);
        if !titles_allowed {
            check.signer_name(&entry.node);
        }
    }
}

struct Check<'a, T> {
    file: &'a DataFile<T>,
    found: &'a mut Findings,
}

impl<T> Check<'_, T> {
    /// The agency's name in full (TT-34), its lines, and its parent (TT-33).
    fn names(&mut self) {
        let root = &self.file.node;
        let Some((name, at)) = scalar(root, "ten") else {
            return;
        };
        let short = |word: &&str| ["UBND", "HĐND", "TP.", "TP", "MTTQ"].contains(word);
        if let Some(short) = name.split(' ').find(short) {
            let message = format!("tên cơ quan ban hành viết tắt “{short}”");
            let hint = "phần đầu văn bản ghi tên đầy đủ, thí dụ: Ủy ban nhân dân xã Bình Mẫu; tên viết tắt ghi ở ten_ngan";
            self.warn("ten-viet-tat", at, message, hint);
        }
        let lines = root.get("dong_ten").map_or(&[][..], Node::items);
        let joined: Vec<&str> = lines.iter().filter_map(Node::text).collect();
        if !lines.is_empty() && joined.join(" ").to_lowercase() != name.to_lowercase() {
            let at = root.find(&["dong_ten"]);
            let message = format!("các dòng của dong_ten ghép lại không thành “{name}”");
            self.warn(
                "dong-ten-lech",
                at,
                message,
                "chia đúng tên ở khóa ten thành các dòng",
            );
        }
        if let Some((parent, at)) = scalar(root, "chu_quan")
            && prints_no_parent(name)
        {
            let message = format!("{name} không ghi cơ quan chủ quản, ở đây có “{parent}”");
            let hint =
                "UBND, HĐND các cấp và các Bộ chỉ ghi tên mình ở đầu văn bản; bỏ khóa chu_quan";
            self.warn("thua-chu-quan", at, message, hint);
        }
    }

    /// The place of the date line in full (TT-53).
    fn place_name(&mut self) {
        let Some((place, at)) = scalar(&self.file.node, "dia_danh") else {
            return;
        };
        let Some(rest) = ["TP.", "Tp.", "T.P", "TP ", "Tp "]
            .iter()
            .find_map(|short| place.strip_prefix(short))
        else {
            if place == "Hồ Chí Minh" {
                let message =
                    "địa danh mang tên người phải ghi đủ tên đơn vị hành chính".to_string();
                self.warn("dia-danh", at, message, "viết “Thành phố Hồ Chí Minh”");
            }
            return;
        };
        let rest = rest.trim_start_matches(['.', ' ']);
        let message = format!("địa danh “{place}” viết tắt");
        let hint = match rest {
            "Hồ Chí Minh" | "HCM" | "HCMC" => "viết “Thành phố Hồ Chí Minh”".to_string(),
            rest => {
                format!("viết “{rest}”, hoặc đủ tên đơn vị khi mang tên người, số, sự kiện lịch sử")
            }
        };
        self.warn("dia-danh", at, message, &hint);
    }

    /// The lines over a signature (TT-101, TT-103).
    fn authority(&mut self, signer: &Node) {
        let lines = signer.get("quyen_han").map_or(&[][..], Node::items);
        for (at, node) in lines.iter().enumerate() {
            let Some(line) = node.text() else {
                continue;
            };
            if let Some(fault) = authority::spelling(line) {
                self.error("quyen-han", node.at, fault.message, &fault.hint);
            }
            let next = lines.get(at + 1).and_then(Node::text);
            if let Some(fault) = authority::deputy(line, next) {
                self.warn("quyen-han", node.at, fault.message, &fault.hint);
            }
        }
    }

    /// The signer's name without titles (TT-106).
    fn signer_name(&mut self, signer: &Node) {
        let Some((name, at)) = scalar(signer, "ten") else {
            return;
        };
        let Some(title) = title(name) else {
            return;
        };
        let message = format!("trước họ tên người ký không ghi “{title}”");
        let hint = "chỉ ghi họ, tên đệm và tên; ngành được phép ghi học hàm, học vị, cấp bậc thì đặt cho_phep_hoc_ham: true";
        self.error("hoc-ham", at, message, hint);
    }

    fn error(&mut self, code: &'static str, at: Span, message: String, hint: &str) {
        self.found.error(self.file, at, (code, message, hint));
    }

    fn warn(&mut self, code: &'static str, at: Span, message: String, hint: &str) {
        self.found.warn(self.file, at, (code, message, hint));
    }
}

/// The words under a key, with their place.
fn scalar<'a>(node: &'a Node, key: &str) -> Option<(&'a str, Span)> {
    let node = node.get(key)?;
    node.text().map(|text| (text, node.at))
}

/// True for the bodies that practice prints without a parent: committees, councils, ministries.
fn prints_no_parent(name: &str) -> bool {
    let name = name.to_lowercase();
    let starts = |words: &[&str]| words.iter().any(|word| name.starts_with(word));
    // A military command is called `Bộ` too, but stands under another body.
    starts(&[
        "ủy ban nhân dân",
        "uỷ ban nhân dân",
        "hội đồng nhân dân",
        "ubnd",
        "hđnd",
        "bộ ",
    ]) && !starts(&["bộ chỉ huy", "bộ tư lệnh", "bộ phận"])
}
