//! What breaks a good paper, one fault each, and what does not break it, from two lists.

use super::samples::text;

/// A fault: rule, script, words of the script, what stands in their place.
pub(super) struct Twin {
    pub(super) code: String,
    pub(super) script: String,
    pub(super) old: String,
    pub(super) new: String,
}

/// All faults.
pub(super) fn twins() -> Vec<Twin> {
    let lists = ["hong.txt", "hong-thoi-quen.txt"].map(text).concat();
    lists
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(twin)
        .collect()
}

fn twin(line: &str) -> Twin {
    let mut parts = line.splitn(3, " · ");
    let mut part = || {
        parts
            .next()
            .unwrap_or_else(|| panic!("a part is missing: {line}"))
    };
    let (code, script, change) = (part(), part(), part());
    let (old, new) = replaced(change);
    Twin {
        code: code.to_string(),
        script: script.to_string(),
        old,
        new,
    }
}

/// Changes after which a paper is as good as before: script, words of the script, what stands there then.
pub(super) fn harmless() -> Vec<(String, String, String)> {
    let lists = ["vo-hai.txt", "vo-hai-thoi-quen.txt"].map(text).concat();
    lists
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| {
            let (script, change) = line.split_once(" · ").unwrap_or((line, ""));
            let (old, new) = replaced(change);
            (script.to_string(), old, new)
        })
        .collect()
}

/// Where the wrong and the right example of a rule stand in a paper: code, script, words of the script.
pub(super) fn places() -> Vec<(&'static str, &'static str, &'static str)> {
    let list = include_str!("samples/thi-du.txt");
    let lines = list.lines().filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| {
            let (code, rest) = line.split_once(" · ")?;
            let (script, words) = rest.split_once(" · ")?;
            Some((code, script, words))
        })
        .collect()
}

/// The two sides of `old ⇒ new`.
fn replaced(change: &str) -> (String, String) {
    let (old, new) = change.split_once(" ⇒ ").unwrap_or((change, ""));
    let old = old.trim_end_matches(" ⇒").replace("\\n", "\n");
    (old, new.replace("\\n", "\n"))
}

/// Faults that another rule sees, too, and rightly.
pub(super) const ALSO: &[(&str, &str)] =
    &[("TT-89", "TT-86"), ("TT-143", "TT-43"), ("TT-20", "TT-21")];

/// Faults that do not show, or are none, in a paper of those habits: a gap or a mark in one of two columns
/// that share their paragraphs, Quốc hiệu in the middle beside a box with the agency.
pub(super) const HIDDEN: &[(&str, &str)] = &[
    ("TT-25", "head=tabs"),
    ("TT-25", "head=spaces"),
    ("TT-131", "head=tabs"),
    ("TT-131", "head=spaces"),
    ("TT-150", "head=tabs"),
    ("TT-150", "head=spaces"),
    ("TT-26", "head=boxes"),
    ("TT-26", "head=vml"),
    ("TT-26", "head=frames"),
];

/// Rules that may only ask, since there is a lawful reading; every other one must be sure of its twins.
pub(super) const SOFT: &[&str] = &[
    "TT-12", "TT-30", "TT-53", "TT-72", "TT-79", "TT-85", "TT-89", "TT-107", "TT-117", "TT-123",
    "TT-124", "TT-130",
];
