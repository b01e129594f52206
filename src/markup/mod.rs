//! Markdown of a rendered component, read into a [`Body`].
//!
//! The outline numbers itself; the numbers an author types are ignored.
//!
//! | written | becomes |
//! |---|---|
//! | `# Title` | `I.`, titled; `{.khong_tieu_de}` after any heading makes running text of it |
//! | `## Title` | khoản `1.`, titled; starts anew under each `#` |
//! | `### Title` | điểm `a)`, titled |
//! | `# Title {.phan}`, `{.chuong}` | Phần, Chương with Roman numbers; Chương run on through the paper |
//! | `## Title {.muc}`, `{.tieu_muc}` | Mục, Tiểu mục with Arabic numbers, anew in each Chương, Mục |
//! | `### Title {.dieu}` | `Điều 1.`, titled, running on through the paper |
//! | `# Title {.phu_luc}`, `{.phu_luc .ngang}` | head of an annex, portrait or landscape; all numbers start anew |
//! | `# Title {.danh_sach}`, `{.danh_sach .ngang}` | head of a list attached to a decision: `DANH SÁCH` instead of `Phụ lục` |
//! | `1.` list | the level below the heading above it: `1.` under `#`, Điều or nothing, `a)` under `##`; nested, one level down. A second list under the same heading goes on counting, as khoản do |
//! | `-` list | `-`, nested `+` |
//! | `---` | what follows starts a new page |
//! | table | column widths in proportion to the dashes of its second line; a row with its first cell bold and the others empty is a group row |
//! | `**bold**`, `*italic*`, `\` at a line's end | emphasis, line break |
//!
//! The number of `#` of a heading with a class does not matter. Nothing is dropped in silence: what
//! a paper cannot have (images, links, code, quotes, HTML, footnotes …) is an error with its place.
//! Text is NFC with runs of spaces as one; a no-break space stays.

mod block;
mod heading;
mod inline;
mod outline;
mod refuse;
mod table;

use std::ops::Range;

use pulldown_cmark::{Options, Parser};

use crate::diag::{Diagnostic, Place};
use crate::document::body::{Block, Body};
use crate::document::inline::Inlines;

use block::Reader;

/// Finds the place in the user's files for a byte range of the text read.
pub type Locate<'a> = &'a dyn Fn(Range<usize>) -> Place;

/// Reads a component of many blocks: `noi_dung`, `phu_luc`.
pub fn parse(source: &str, locate: Locate<'_>) -> (Body, Vec<Diagnostic>) {
    let parser = Parser::new_ext(source, options());
    let mut definitions: Vec<Range<usize>> = parser
        .reference_definitions()
        .iter()
        .map(|(_, definition)| definition.span.clone())
        .collect();
    definitions.sort_by_key(|span| span.start);
    let mut reader = Reader::new(source, parser.into_offset_iter(), locate);
    for span in definitions {
        reader.refuse(&refuse::REFERENCE, span);
    }
    reader.read()
}

/// Reads a component of short entries, one a line, with or without `-` before it: `kinh_gui`,
/// `can_cu`, `noi_nhan`. Empty lines separate nothing.
pub fn parse_lines(source: &str, locate: Locate<'_>) -> (Vec<Inlines>, Vec<Diagnostic>) {
    let mut entries = Vec::new();
    let mut diagnostics = Vec::new();
    let mut start = 0;
    for line in source.split_inclusive('\n') {
        // Only ASCII white space: a no-break space is text.
        let indent = line.len() - line.trim_ascii_start().len();
        let text = line.trim_ascii();
        let (dash, text) = match text.strip_prefix("- ") {
            Some(rest) => {
                let rest = rest.trim_ascii_start();
                (text.len() - rest.len(), rest)
            }
            None => (0, text),
        };
        let (entry, found) = parse_line_at(text, start + indent + dash, locate);
        diagnostics.extend(found);
        if !entry.is_empty() {
            entries.push(entry);
        }
        start += line.len();
    }
    (entries, diagnostics)
}

/// Reads a component that is one piece of running text: `ten_loai`, `trich_yeu`, `ten_tep`.
pub fn parse_text(source: &str, locate: Locate<'_>) -> (Inlines, Vec<Diagnostic>) {
    let text = source.trim_ascii_start();
    parse_line_at(text.trim_ascii_end(), source.len() - text.len(), locate)
}

/// Reads `text`, which stands at `start` of its component, as the text of one paragraph.
fn parse_line_at(text: &str, start: usize, locate: Locate<'_>) -> (Inlines, Vec<Diagnostic>) {
    let shifted = |range: Range<usize>| locate(start + range.start..start + range.end);
    let (body, mut diagnostics) = parse(text, &shifted);
    let mut content = Inlines::default();
    for (at, placed) in body.blocks.into_iter().enumerate() {
        match placed.block {
            Block::Paragraph(inlines) if at == 0 => content = inlines,
            Block::Division(_)
            | Block::Item(_)
            | Block::Paragraph(_)
            | Block::Table(_)
            | Block::PageBreak
            | Block::Annex(_) => {
                diagnostics.push(refuse::NOT_ONE_LINE.diagnostic(shifted(placed.at)));
            }
        }
    }
    (content, diagnostics)
}

/// What the parser looks for. Constructs that papers cannot have are read too, to be refused
/// rather than printed as they are typed.
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
}

#[cfg(test)]
mod tests;
