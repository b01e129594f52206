//! What the reader finds in small files written by hand; expected is the dump of the facts.

mod drawings;
mod formats;
mod hostile;
mod numbering;
mod texts;

use crate::check::facts::{Facts, dump};
use crate::check::testing::{Docx, docx};

/// Checks the dump of a body. The line of the section that every file has is left out.
fn check_facts(body: &str, expected: &[&str]) {
    check(&docx(body), expected);
}

fn check(docx: &Docx, expected: &[&str]) {
    let dumped = dump(&docx.facts());
    let lines: Vec<&str> = dumped.lines().collect();
    let lines = match lines.split_last() {
        Some((last, rest)) if last.starts_with("section") => rest,
        _ => &lines,
    };
    assert_eq!(lines, expected);
}

/// The text of the first paragraph.
fn first_text(facts: &Facts) -> &str {
    &facts.paragraphs[0].text
}
