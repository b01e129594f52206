//! The rows that reading did not take for entries: titles between the rows, totals, signatures.
//! Nobody should miss that somebody is not invited.

use crate::diag::Diagnostic;
use crate::sheet::{Change, Note};
use crate::text::excerpt::excerpt;

/// The rows left out, by the notes of reading.
pub fn check(notes: &[Note]) -> Vec<Diagnostic> {
    notes.iter().filter_map(tell).collect()
}

/// True for a note that is told as a finding here, so that it need not be told as a correction.
pub fn is_aside(note: &Note) -> bool {
    reason(note.change).is_some()
}

fn tell(note: &Note) -> Option<Diagnostic> {
    let (code, reason) = reason(note.change)?;
    let message = format!("{reason}: “{}”", excerpt(&note.before));
    let finding = Diagnostic::note(code, note.place.clone(), message);
    Some(finding.hint("nếu đây là một người thì ghi số thứ tự, họ tên vào đúng cột"))
}

fn reason(change: Change) -> Option<(&'static str, &'static str)> {
    match change {
        Change::Group => Some(("dong-nhom", "dòng này được hiểu là tên của nhóm bên dưới")),
        Change::Total => Some(("dong-bo-qua", "bỏ qua dòng này vì là dòng cộng")),
        Change::Closing => Some(("dong-bo-qua", "bỏ qua dòng này vì là phần ký ở cuối bảng")),
        Change::Composed
        | Change::Tcvn3
        | Change::Vni
        | Change::LineBreak
        | Change::OddSpace
        | Change::Invisible
        | Change::ExtraSpace
        | Change::Stroke
        | Change::Phone
        | Change::Merged
        | Change::Numbering
        | Change::Sheet
        | Change::Encoding => None,
    }
}
