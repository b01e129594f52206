//! What recognition finds in papers as clerks type them; expected is the dump of the paper, or a part.

mod any;
mod kinds;
mod letter;
mod texts;

use crate::check::paper::dump;
use crate::check::recognise;
use crate::check::testing::{Docx, docx};

/// Lines of the dump of a paper.
fn found(file: &Docx) -> Vec<String> {
    let facts = file.facts();
    dump(&facts, &recognise(&facts))
        .lines()
        .map(str::to_string)
        .collect()
}

/// Checks the lines of the dump that start with one of the words.
fn check_lines(body: &str, starts: &[&str], expected: &[&str]) {
    let mut lines = found(&docx(body));
    lines.retain(|line| starts.iter().any(|start| line.starts_with(start)));
    assert_eq!(lines, expected);
}

/// A run: `b` bold, `i` italic.
fn run(words: &str, format: &str) -> String {
    let mut properties = String::new();
    for c in format.chars() {
        properties.push_str(match c {
            'b' => "<w:b/>",
            'i' => "<w:i/>",
            'k' => "<w:caps/>",
            _ => "",
        });
    }
    let words = words.replace('\t', "</w:t><w:tab/><w:t xml:space=\"preserve\">");
    let words = words.replace('\n', "</w:t><w:br/><w:t xml:space=\"preserve\">");
    format!("<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{words}</w:t></w:r>")
}

/// A paragraph: `c` centred, `r` to the right, else to both sides; and the run's letters.
fn p(words: &str, format: &str) -> String {
    let align = match format.chars().find(|c| matches!(c, 'c' | 'r' | 'l')) {
        Some('c') => "center",
        Some('r') => "right",
        Some(_) => "left",
        None => "both",
    };
    format!(
        "<w:p><w:pPr><w:jc w:val=\"{align}\"/></w:pPr>{}</w:p>",
        run(words, format)
    )
}

/// A table of one row.
fn row(cells: &[String]) -> String {
    let cells: String = cells
        .iter()
        .map(|cell| {
            format!("<w:tc><w:tcPr><w:tcW w:w=\"4500\" w:type=\"dxa\"/></w:tcPr>{cell}</w:tc>")
        })
        .collect();
    format!("<w:tr>{cells}</w:tr>")
}

fn table(rows: &[String]) -> String {
    format!(
        "<w:tbl><w:tblGrid><w:gridCol w:w=\"4500\"/><w:gridCol w:w=\"4500\"/></w:tblGrid>{}</w:tbl>",
        rows.concat()
    )
}
