//! Characters that the faces cannot draw. A font is never substituted, so such a character stops
//! the paper.

use crate::diag::{Diagnostic, Place};
use crate::fonts::missing;

use super::flow::{Block, Flow, Paragraph, RunContent, Section};

/// Findings for every paragraph that holds a character without a glyph; `find_char` tells where
/// the user's material holds it.
pub fn check(flow: &Flow, find_char: &dyn Fn(char) -> Place) -> Vec<Diagnostic> {
    flow.sections
        .iter()
        .flat_map(paragraphs)
        .filter_map(|paragraph| {
            let text = text(paragraph);
            missing(&text).map(|character| finding(character, &text, find_char(character)))
        })
        .collect()
}

fn paragraphs(section: &Section) -> Vec<&Paragraph> {
    let mut found: Vec<&Paragraph> = Vec::new();
    found.extend(&section.first_header);
    for block in &section.blocks {
        match block {
            Block::Paragraph(paragraph) => found.push(paragraph),
            Block::Frame(frame) => found.push(&frame.paragraph),
            Block::Table(table) => found.extend(
                table
                    .rows
                    .iter()
                    .flat_map(|row| &row.cells)
                    .flat_map(|cell| &cell.paragraphs),
            ),
        }
    }
    found.extend(&section.first_footer);
    found
}

fn text(paragraph: &Paragraph) -> String {
    paragraph
        .runs
        .iter()
        .filter_map(|run| match &run.content {
            RunContent::Text(text) => Some(text.as_str()),
            RunContent::LineBreak | RunContent::PageNumber => None,
        })
        .collect()
}

/// The finding names the character and the words around it.
fn finding(character: char, text: &str, place: Place) -> Diagnostic {
    let at = text.find(character).unwrap_or(0);
    let from = text[..at]
        .char_indices()
        .rev()
        .nth(19)
        .map_or(0, |(at, _)| at);
    let around: String = text[from..].chars().take(40).collect();
    let message = format!(
        "phông chữ không có ký tự “{character}” (U+{:04X}), trong đoạn “{around}”",
        u32::from(character)
    );
    Diagnostic::error("thieu-ky-tu", place, message)
        .hint("thay bằng chữ thường dùng; biểu tượng cảm xúc và ký hiệu lạ không in được")
}
