//! Why a finding that has edits is still there: what a person must do by hand, in Vietnamese.

use crate::check::facts::{Facts, ParagraphId, RunKind, Span};
use crate::check::mend::Edit;

use super::drawn;
use super::twin::Twins;

const TWICE: &str = "khung chữ được lưu hai bản khác nhau trong tệp; sửa bằng tay trong Word";
const NUMBER: &str =
    "số thứ tự tự động có định dạng riêng; đổi ở Define New Multilevel List trong Word";
const FIELD: &str = "chữ do trường (field) sinh ra; sửa ở trường ấy trong Word";
const DRAWN: &str = "đường kẻ vẽ bị xoay, nằm trong nhóm hoặc có dạng lạ; kéo lại bằng tay";
const OTHER: &str = "chỗ này không sửa riêng được mà chắc chắn giữ nguyên phần khác";

/// The reason that holds for the first edit that has one.
pub(super) fn of(facts: &Facts, edits: &[Edit]) -> &'static str {
    let twins = Twins::of(facts);
    let twice = |id: ParagraphId| twins.differ(facts, id).then_some(TWICE);
    let reasons = edits.iter().filter_map(|edit| match edit {
        Edit::Runs(span, _) => twice(span.paragraph).or_else(|| automatic(facts, span, NUMBER)),
        Edit::Words(span, _) => twice(span.paragraph).or_else(|| automatic(facts, span, FIELD)),
        Edit::AllRuns(id, _) | Edit::Paragraph(id, _) => twice(*id),
        Edit::Line(line) => twice(line.below),
        Edit::Drawn(id, length) => drawn::resized(facts, *id, *length)
            .is_none()
            .then_some(DRAWN),
        Edit::Section(..) | Edit::PageNumber(_) => None,
    });
    reasons.into_iter().next().unwrap_or(OTHER)
}

/// `why`, if some of the words were not typed.
fn automatic(facts: &Facts, span: &Span, why: &'static str) -> Option<&'static str> {
    let mut runs = facts[span.paragraph].runs_in(span.range.clone());
    let typed = runs.all(|(run, _)| match why {
        NUMBER => run.kind != RunKind::Number,
        _ => run.kind == RunKind::Typed,
    });
    (!typed).then_some(why)
}
