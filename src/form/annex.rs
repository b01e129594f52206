//! Phụ lục and attached lists: their own pages and page numbers, no letterhead, no signature (Phụ lục I, phần I, mục
//! III.1; Mẫu 2.1).

use crate::diag::Diagnostic;
use crate::document::inline::{Inline, Inlines};
use crate::document::{Annex, AnnexLabel};
use crate::fonts::Face;
use crate::units::Pt;

use super::balance::balanced;
use super::body::{body, part_tables};
use super::flow::{Block, Section};
use super::page::{page_number, page_setup};
use super::rule::{centred, partial_length};
use super::sheet::Sheet;
use super::style::StyleId;
use super::table::Widths;
use super::title::centred_title;

/// Under the rule of the title.
const BELOW_TITLE: Pt = Pt(6.0);

/// The section of an annex.
pub fn annex(sheet: &Sheet, annex: &Annex) -> (Section, Vec<Diagnostic>) {
    let page = page_setup(sheet, annex.landscape);
    let column = page.text_width();
    let (label_style, title_style, label) = match &annex.label {
        AnnexLabel::Annex(Some(number)) => {
            let label = format!("Phụ lục {number}");
            (StyleId::AnnexLabel, StyleId::AnnexTitle, label)
        }
        AnnexLabel::Annex(None) => {
            let label = "Phụ lục".to_string();
            (StyleId::AnnexLabel, StyleId::AnnexTitle, label)
        }
        AnnexLabel::Attached(kind) => (StyleId::TypeName, StyleId::Subject, (*kind).to_string()),
    };
    let mut blocks = vec![Block::Paragraph(sheet.plain(label_style, &label))];
    if !annex.title.is_empty() {
        let (title, _) = centred_title(sheet, title_style, &annex.title, column);
        blocks.push(Block::Paragraph(title));
    }
    let size = sheet.size(StyleId::AnnexAttached);
    let text = annex.attached_to.as_str();
    let lines = balanced(Face::Italic, size, text, column.to_pt())
        .unwrap_or_else(|| vec![text.to_string()]);
    let attached = sheet.inlines(StyleId::AnnexAttached, &in_lines(&lines));
    blocks.push(Block::Paragraph(attached));
    let mut rule = centred(sheet, column, partial_length(Face::Italic, size, &lines));
    rule.format.after = BELOW_TITLE.to_twips();
    rule.format.keep_next = true;
    blocks.push(Block::Paragraph(rule));
    let (content, findings) = body(sheet, &annex.body, column, Widths::Weighted);
    blocks.extend(content);
    part_tables(sheet, &mut blocks);
    let section = Section {
        page,
        header: page_number(sheet),
        first_header: Vec::new(),
        first_footer: Vec::new(),
        blocks,
    };
    (section, findings)
}

/// Lines with forced ends: a word processor would part the blank of a draft.
fn in_lines(lines: &[String]) -> Inlines {
    let mut content = Inlines::default();
    for (index, line) in lines.iter().enumerate() {
        if index > 0 {
            content.0.push(Inline::LineBreak);
        }
        content.0.extend(Inlines::plain(line.as_str()).0);
    }
    content
}
