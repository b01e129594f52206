//! A paragraph and its runs.

use anyhow::Result;
use docx_rs::{
    BreakType, FieldCharType, InstrPAGE, InstrText, Paragraph as DocxParagraph, ParagraphChild,
    ParagraphStyle, Run as DocxRun, RunProperty,
};

use super::finish::Missing;
use super::format;
use super::style::{Sheet, word_style};
use crate::form::flow::{Paragraph, Run, RunContent, Style, TextFormat};

const NO_BREAK_SPACE: &str = "\u{a0}";

/// `paragraph` for docx-rs; what docx-rs cannot say of it goes to `missing`.
pub(super) fn paragraph(
    paragraph: &Paragraph,
    sheet: &Sheet,
    missing: &mut Missing,
) -> Result<DocxParagraph> {
    let style = sheet.get(paragraph.style)?;
    // docx-rs's builders move some kilobytes at each call; filling the fields moves nothing.
    let mut docx = DocxParagraph::new();
    let off = format::paragraph(&paragraph.format, &style.paragraph, &mut docx.property)?;
    missing.paragraph(off);
    docx.property.style = Some(ParagraphStyle::new(Some(word_style(paragraph.style).id)));
    docx.property.run_property = mark(paragraph, style);
    for run in &paragraph.runs {
        for (mut part, format) in content(run) {
            part.run_property = format::text(&format, &style.text);
            docx.children.push(ParagraphChild::Run(Box::new(part)));
        }
    }
    Ok(docx)
}

/// The format of the paragraph mark. Word lets it take part in the height of the last line, so it must
/// have the size of the text before it.
fn mark(paragraph: &Paragraph, style: &Style) -> RunProperty {
    match paragraph.runs.last() {
        Some(run) => {
            let mut format = style.text;
            format.size = run.format.size;
            format::text(&format, &style.text)
        }
        None => RunProperty::new(),
    }
}

/// What a run holds, with the format of each part.
///
/// The page number is a field in five runs, the shape that both Word and LibreOffice bring up to date.
fn content(run: &Run) -> Vec<(DocxRun, TextFormat)> {
    let parts = match &run.content {
        RunContent::Text(text) => return pieces(text, run.format),
        RunContent::LineBreak => vec![DocxRun::new().add_break(BreakType::TextWrapping)],
        RunContent::PageNumber => vec![
            DocxRun::new().add_field_char(FieldCharType::Begin, false),
            DocxRun::new().add_instr_text(InstrText::PAGE(InstrPAGE::new())),
            DocxRun::new().add_field_char(FieldCharType::Separate, false),
            DocxRun::new().add_text("1"),
            DocxRun::new().add_field_char(FieldCharType::End, false),
        ],
    };
    parts.into_iter().map(|part| (part, run.format)).collect()
}

/// A text; no-break spaces in italic text stand upright. They look the same, but LibreOffice 25.2 makes
/// a slanted one wider by a twelfth of the line's height.
fn pieces(text: &str, format: TextFormat) -> Vec<(DocxRun, TextFormat)> {
    if !format.italic || !text.contains(NO_BREAK_SPACE) {
        return vec![(DocxRun::new().add_text(text), format)];
    }
    let upright = TextFormat {
        italic: false,
        ..format
    };
    text.split_inclusive(NO_BREAK_SPACE)
        .flat_map(|piece| match piece.strip_suffix(NO_BREAK_SPACE) {
            Some(word) => vec![(word, format), (NO_BREAK_SPACE, upright)],
            None => vec![(piece, format)],
        })
        .filter(|(piece, _)| !piece.is_empty())
        .map(|(piece, format)| (DocxRun::new().add_text(piece), format))
        .collect()
}
