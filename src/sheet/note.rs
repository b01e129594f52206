//! What was changed or left out on reading, and the findings of one table, both within bounds.
//!
//! A note is no fault: it says what the program did to a cell, so that a report can show it.

use std::fmt;

use crate::diag::{Diagnostic, Place, Severity};
use crate::text::excerpt::excerpt;

/// Findings that are kept.
const MOST_FINDINGS: usize = 20_000;

/// Notes that are kept.
const MOST_NOTES: usize = 200_000;

/// Something done to a cell or a row on reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What was done.
    pub change: Change,
    /// Where.
    pub place: Place,
    /// What stands in the file.
    pub before: String,
    /// What was made of it; empty for what was left out.
    pub after: String,
}

/// What reading does to a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// Letters and their marks were put together (NFC).
    Composed,
    /// TCVN3 became Unicode.
    Tcvn3,
    /// VNI became Unicode.
    Vni,
    /// A line break in a cell became a space.
    LineBreak,
    /// A space that is no plain space, or a tab, became one.
    OddSpace,
    /// A character that cannot be seen was dropped.
    Invisible,
    /// Spaces too many were dropped.
    ExtraSpace,
    /// A letter that only looks like Đ became Đ.
    Stroke,
    /// A telephone number was written anew.
    Phone,
    /// The value of a merged range was taken for a cell under its first.
    Merged,
    /// A title between the rows became the group of those below.
    Group,
    /// A row of column numbers under the header was left out.
    Numbering,
    /// A row of totals was left out.
    Total,
    /// A line of the signatures under the table was left out.
    Closing,
    /// Of several sheets this one was read.
    Sheet,
    /// The file is text in another encoding than UTF-8.
    Encoding,
}

/// Gathers findings and notes, up to as many as anybody reads; beyond that it counts.
#[derive(Debug, Default)]
pub(super) struct Sink {
    findings: Vec<Diagnostic>,
    more: usize,
    more_errors: bool,
    notes: Vec<Note>,
    more_notes: usize,
}

impl Change {
    /// Short stable name; lower case, no marks.
    pub fn code(self) -> &'static str {
        match self {
            Change::Composed => "to-hop-dau",
            Change::Tcvn3 => "ma-tcvn3",
            Change::Vni => "ma-vni",
            Change::LineBreak => "xuong-dong",
            Change::OddSpace => "khoang-trang-la",
            Change::Invisible => "ky-tu-an",
            Change::ExtraSpace => "thua-khoang-trang",
            Change::Stroke => "chu-d",
            Change::Phone => "dien-thoai",
            Change::Merged => "o-gop",
            Change::Group => "dong-nhom",
            Change::Numbering => "dong-so-cot",
            Change::Total => "dong-cong",
            Change::Closing => "dong-cuoi",
            Change::Sheet => "trang",
            Change::Encoding => "bang-ma",
        }
    }

    /// What was done, in Vietnamese.
    pub fn label(self) -> &'static str {
        match self {
            Change::Composed => "ghép dấu rời thành chữ Unicode dựng sẵn",
            Change::Tcvn3 => "đổi mã cũ TCVN3 sang Unicode",
            Change::Vni => "đổi mã cũ VNI sang Unicode",
            Change::LineBreak => "thay dấu xuống dòng bằng dấu cách",
            Change::OddSpace => "thay khoảng trắng lạ bằng dấu cách",
            Change::Invisible => "bỏ ký tự không nhìn thấy",
            Change::ExtraSpace => "bỏ dấu cách thừa",
            Change::Stroke => "thay chữ giống Đ bằng chữ Đ",
            Change::Phone => "viết lại số điện thoại",
            Change::Merged => "lấy giá trị của ô gộp",
            Change::Group => "lấy dòng tên nhóm làm nhóm của các dòng dưới",
            Change::Numbering => "bỏ dòng đánh số cột",
            Change::Total => "bỏ dòng cộng",
            Change::Closing => "bỏ dòng cuối bảng",
            Change::Sheet => "đọc trang",
            Change::Encoding => "đọc theo bảng mã",
        }
    }
}

/// One line: place, what was done, before and after.
impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.change.label())?;
        match (self.before.as_str(), self.after.as_str()) {
            ("", "") => Ok(()),
            ("", text) | (text, "") => write!(f, ": “{}”", excerpt(text)),
            (before, after) => write!(f, ": “{}” → “{}”", excerpt(before), excerpt(after)),
        }
    }
}

impl Sink {
    pub(super) fn find(&mut self, finding: Diagnostic) {
        if self.findings.len() < MOST_FINDINGS {
            self.findings.push(finding);
        } else {
            self.more += 1;
            self.more_errors |= finding.is_error();
        }
    }

    pub(super) fn note(&mut self, change: Change, place: Place, before: &str, after: &str) {
        if self.notes.len() < MOST_NOTES {
            self.notes.push(Note {
                change,
                place,
                before: before.to_string(),
                after: after.to_string(),
            });
        } else {
            self.more_notes += 1;
        }
    }

    /// The findings, the notes and how many notes were not kept.
    pub(super) fn into_parts(mut self) -> (Vec<Diagnostic>, Vec<Note>, usize) {
        if self.more > 0 {
            let message = format!("bảng còn {} chỗ cần xem nữa chưa kê ra", self.more);
            let rest = Diagnostic::error("con-nua", Place::Nowhere, message);
            self.findings.push(Diagnostic {
                severity: match self.more_errors {
                    true => Severity::Error,
                    false => Severity::Warning,
                },
                ..rest.hint("sửa các chỗ trên rồi kiểm tra lại")
            });
        }
        (self.findings, self.notes, self.more_notes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_and_notes_beyond_the_bounds_are_counted() {
        let mut sink = Sink::default();
        for number in 0..MOST_NOTES + 3 {
            sink.find(Diagnostic::warning("x", Place::Nowhere, number.to_string()));
            sink.note(Change::Phone, Place::Nowhere, "1", "2");
        }
        let (findings, notes, more) = sink.into_parts();
        assert_eq!(findings.len(), MOST_FINDINGS + 1);
        assert_eq!(
            findings[MOST_FINDINGS].to_string(),
            "lưu ý[con-nua]: bảng còn 180003 chỗ cần xem nữa chưa kê ra (gợi ý: sửa các chỗ trên rồi kiểm tra lại)"
        );
        assert_eq!((notes.len(), more), (MOST_NOTES, 3));
    }
}
