//! Classes of headings: what `{.chuong}`, `{.dieu}` and the others make of a heading.

use std::ops::Range;

use pulldown_cmark::{CowStr, HeadingLevel};

use crate::diag::{Diagnostic, Place};
use crate::document::body::{DivisionKind, Level};

use super::refuse;

/// The classes that a heading may have, with what they are for.
const CLASSES: [&str; 9] = [
    "phan",
    "chuong",
    "muc",
    "tieu_muc",
    "dieu",
    "khong_tieu_de",
    "phu_luc",
    "danh_sach",
    "ngang",
];

/// What a heading is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HeadingKind {
    /// Phần, Chương, Mục, Tiểu mục.
    Division(DivisionKind),
    /// A labelled paragraph; false for running text instead of a title.
    Item(Level, bool),
    /// An annex or an attached list.
    Annex { landscape: bool, list: bool },
}

/// The attributes of a heading as the parser gives them.
pub(super) struct Attributes<'a> {
    /// `{#id}`.
    pub(super) id: Option<CowStr<'a>>,
    /// `{.class}`.
    pub(super) classes: Vec<CowStr<'a>>,
    /// `{key=value}`.
    pub(super) attrs: Vec<(CowStr<'a>, Option<CowStr<'a>>)>,
}

/// Decides what a heading is; findings are placed at `at`.
pub(super) fn kind(
    level: HeadingLevel,
    attributes: &Attributes<'_>,
    at: Range<usize>,
    place: &dyn Fn(Range<usize>) -> Place,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<HeadingKind> {
    let before = diagnostics.len();
    unknown_attributes(attributes, &place(at.clone()), diagnostics);
    if diagnostics.len() > before {
        return None;
    }
    let has = |class: &str| attributes.classes.iter().any(|given| &**given == class);
    let mut kinds = named_kinds(&has);
    if kinds.len() > 1 || conflicting(&has, kinds.first()) {
        let given: Vec<String> = attributes.classes.iter().map(|c| format!(".{c}")).collect();
        diagnostics.push(
            Diagnostic::error(
                "lop-trai-nhau",
                place(at),
                format!("các lớp {{{}}} không đi với nhau", given.join(" ")),
            )
            .hint("mỗi đề mục chỉ một trong .phan .chuong .muc .tieu_muc .dieu .phu_luc .danh_sach; .khong_tieu_de chỉ đi với .dieu hoặc đứng một mình; .ngang chỉ đi với .phu_luc, .danh_sach"),
        );
        return None;
    }
    if let Some(kind) = kinds.pop() {
        return Some(kind);
    }
    let level = match level {
        HeadingLevel::H1 => Level::Roman,
        HeadingLevel::H2 => Level::Clause,
        HeadingLevel::H3 => Level::Point,
        HeadingLevel::H4 | HeadingLevel::H5 | HeadingLevel::H6 => {
            diagnostics.push(refuse::TOO_DEEP_HEADING.diagnostic(place(at)));
            return None;
        }
    };
    Some(HeadingKind::Item(level, !has("khong_tieu_de")))
}

/// The kinds that the classes name; more than one is a mistake.
fn named_kinds(has: &dyn Fn(&str) -> bool) -> Vec<HeadingKind> {
    let annex = |list| HeadingKind::Annex {
        landscape: has("ngang"),
        list,
    };
    [
        ("phan", HeadingKind::Division(DivisionKind::Part)),
        ("chuong", HeadingKind::Division(DivisionKind::Chapter)),
        ("muc", HeadingKind::Division(DivisionKind::Section)),
        ("tieu_muc", HeadingKind::Division(DivisionKind::Subsection)),
        (
            "dieu",
            HeadingKind::Item(Level::Article, !has("khong_tieu_de")),
        ),
        ("phu_luc", annex(false)),
        ("danh_sach", annex(true)),
    ]
    .into_iter()
    .filter(|(class, _)| has(class))
    .map(|(_, kind)| kind)
    .collect()
}

/// True if `.khong_tieu_de` or `.ngang` stands where it means nothing.
fn conflicting(has: &dyn Fn(&str) -> bool, kind: Option<&HeadingKind>) -> bool {
    match kind {
        None | Some(HeadingKind::Item(..)) => has("ngang"),
        Some(HeadingKind::Division(_)) => has("ngang") || has("khong_tieu_de"),
        Some(HeadingKind::Annex { .. }) => has("khong_tieu_de"),
    }
}

/// Reports ids, other attributes and unknown classes.
fn unknown_attributes(
    attributes: &Attributes<'_>,
    place: &Place,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let id = attributes.id.iter().map(|id| format!("#{id}"));
    let classes = attributes
        .classes
        .iter()
        .filter(|class| !CLASSES.contains(&&***class))
        .map(|class| format!(".{class}"));
    let attrs = attributes.attrs.iter().map(|(name, _)| name.to_string());
    for unknown in id.chain(classes).chain(attrs) {
        let known: Vec<String> = CLASSES.iter().map(|class| format!(".{class}")).collect();
        diagnostics.push(
            Diagnostic::error(
                "lop-la",
                place.clone(),
                format!("đề mục không nhận {{{unknown}}}"),
            )
            .hint(format!("các lớp có: {}", known.join(", "))),
        );
    }
}
