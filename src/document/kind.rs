//! The 29 types of administrative documents (Decree 30/2020/NĐ-CP, Điều 7) and their codes
//! (Phụ lục III, mục I); besides them the list (danh sách), which an office makes for its own use.

/// A type of document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kind {
    /// Name in lower case, as in running text: `Kế hoạch`.
    pub name: &'static str,
    /// Code in the symbol, as the annex writes it (`KH`, `QyĐ`); none for công văn, thư công.
    pub code: Option<&'static str>,
    /// What surrounds its text.
    pub frame: Frame,
}

/// What surrounds the text of a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frame {
    /// A named document: type and subject in the middle (Mẫu 1.1-1.4, 1.6-1.10).
    Named,
    /// A công văn: no type, the subject under the number (Mẫu 1.5).
    Letter,
    /// A list: titled like a named document, but without number and end mark; it may lie across.
    List,
}

/// The list.
pub const LIST: Kind = Kind {
    name: "Danh sách",
    code: None,
    frame: Frame::List,
};

/// All types, in the Decree's order.
pub const KINDS: [Kind; 29] = [
    kind("Nghị quyết", "NQ"),
    kind("Quyết định", "QĐ"),
    kind("Chỉ thị", "CT"),
    kind("Quy chế", "QC"),
    kind("Quy định", "QyĐ"),
    kind("Thông cáo", "TC"),
    kind("Thông báo", "TB"),
    kind("Hướng dẫn", "HD"),
    kind("Chương trình", "CTr"),
    kind("Kế hoạch", "KH"),
    kind("Phương án", "PA"),
    kind("Đề án", "ĐA"),
    kind("Dự án", "DA"),
    kind("Báo cáo", "BC"),
    kind("Biên bản", "BB"),
    kind("Tờ trình", "TTr"),
    kind("Hợp đồng", "HĐ"),
    without_code("Công văn"),
    kind("Công điện", "CĐ"),
    kind("Bản ghi nhớ", "BGN"),
    kind("Bản thỏa thuận", "BTT"),
    kind("Giấy ủy quyền", "GUQ"),
    kind("Giấy mời", "GM"),
    kind("Giấy giới thiệu", "GGT"),
    kind("Giấy nghỉ phép", "GNP"),
    kind("Phiếu gửi", "PG"),
    kind("Phiếu chuyển", "PC"),
    kind("Phiếu báo", "PB"),
    without_code("Thư công"),
];

const fn kind(name: &'static str, code: &'static str) -> Kind {
    Kind {
        name,
        code: Some(code),
        frame: Frame::Named,
    }
}

const fn without_code(name: &'static str) -> Kind {
    Kind {
        name,
        code: None,
        frame: Frame::Letter,
    }
}

impl Kind {
    /// The type of that name, in any case; tone marks on either vowel (`Bản thoả thuận`).
    pub fn named(name: &str) -> Option<Kind> {
        let wanted = fold(name);
        KINDS
            .into_iter()
            .chain([LIST])
            .find(|kind| fold(kind.name) == wanted)
    }

    /// The words that lead over to what is decided (Mẫu 1.1-1.3); none of any other type.
    pub fn order(self) -> Option<&'static str> {
        match self.code {
            Some("NQ") => Some("QUYẾT NGHỊ:"),
            Some("QĐ") => Some("QUYẾT ĐỊNH:"),
            Some(_) | None => None,
        }
    }

    /// The printed heading; công văn and thư công have none (Mẫu 1.5).
    pub fn heading(self) -> Option<String> {
        match self.frame {
            Frame::Named | Frame::List => Some(self.name.to_uppercase()),
            Frame::Letter => None,
        }
    }
}

/// Lower case, with the tone of `oà`, `uỷ` on the first vowel.
fn fold(name: &str) -> String {
    name.trim()
        .to_lowercase()
        .replace("oả", "ỏa")
        .replace("uỷ", "ủy")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twenty_seven_have_a_code_and_no_code_stands_twice() {
        let mut codes: Vec<_> = KINDS.iter().filter_map(|kind| kind.code).collect();
        assert_eq!(codes.len(), 27);
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), 27);
    }

    #[test]
    fn found_in_any_case_and_spelling() {
        assert_eq!(
            Kind::named("KẾ HOẠCH").and_then(|kind| kind.code),
            Some("KH")
        );
        assert_eq!(
            Kind::named("bản thoả thuận").and_then(|kind| kind.code),
            Some("BTT")
        );
        assert_eq!(Kind::named("Công văn").and_then(Kind::heading), None);
        assert_eq!(Kind::named("Thiệp mời"), None);
    }
}
