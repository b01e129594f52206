//! A paragraph and its runs.

use anyhow::Result;
use docx_rs::{
    BreakType, FieldCharType, InstrPAGE, InstrText, Paragraph as DocxParagraph, ParagraphChild,
    ParagraphStyle, Run as DocxRun, RunProperty,
};

use super::finish::Missing;
use super::format;
use super::style::{Sheet, word_style};
use crate::form::flow::{Paragraph, RunContent, Style};

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
        for mut part in content(&run.content) {
            part.run_property = format::text(&run.format, &style.text);
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

/// The page number is a field in five runs, the shape that both Word and LibreOffice bring up to date.
fn content(content: &RunContent) -> Vec<DocxRun> {
    match content {
        RunContent::Text(text) => vec![DocxRun::new().add_text(text)],
        RunContent::LineBreak => vec![DocxRun::new().add_break(BreakType::TextWrapping)],
        RunContent::PageNumber => vec![
            DocxRun::new().add_field_char(FieldCharType::Begin, false),
            DocxRun::new().add_instr_text(InstrText::PAGE(InstrPAGE::new())),
            DocxRun::new().add_field_char(FieldCharType::Separate, false),
            DocxRun::new().add_text("1"),
            DocxRun::new().add_field_char(FieldCharType::End, false),
        ],
    }
}
