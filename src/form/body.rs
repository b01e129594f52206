//! The body: blocks of the tree as styled paragraphs and tables (Phụ lục I, phần I, mục II.6).

use crate::diag::Diagnostic;
use crate::document::body::{self, Body, Division, Item, Level};
use crate::document::inline::{Inline, Inlines, Text};
use crate::units::{Pt, Twips};

use super::dotted;
use super::flow::{Block, LineSpacing, Paragraph};
use super::sheet::Sheet;
use super::style::StyleId;
use super::table;

/// Between running text and a table below it.
const ABOVE_TABLE: Pt = Pt(6.0);

/// Lays out a body in a column of a width.
pub fn body(
    sheet: &Sheet,
    body: &Body,
    column: Twips,
    mode: table::Widths,
) -> (Vec<Block>, Vec<Diagnostic>) {
    let mut blocks: Vec<Block> = Vec::new();
    let mut findings = Vec::new();
    let mut page_break = false;
    for placed in &body.blocks {
        let start = blocks.len();
        match &placed.block {
            body::Block::Division(found) => blocks.extend(division(sheet, found)),
            body::Block::Item(found) => blocks.push(Block::Paragraph(item(sheet, found))),
            body::Block::Paragraph(content) => {
                let mut paragraph = sheet.inlines(StyleId::Body, content);
                dotted::fill(&mut paragraph, column);
                blocks.push(Block::Paragraph(paragraph));
            }
            body::Block::Table(found) => {
                space_below(&mut blocks);
                let (table, problems) = table::table(sheet, found, column, mode);
                blocks.push(Block::Table(table));
                findings.extend(problems);
            }
            body::Block::PageBreak => page_break = true,
            // `compose` has taken the annexes apart; a head inside a body holds nothing else.
            body::Block::Annex(_) => {}
        }
        if page_break && let Some(first) = blocks.get_mut(start) {
            page_break = !break_before(first);
        }
    }
    (blocks, findings)
}

/// Parts tables that follow each other, which word processors would make one.
pub fn part_tables(sheet: &Sheet, blocks: &mut Vec<Block>) {
    let mut parted: Vec<Block> = Vec::with_capacity(blocks.len());
    for block in blocks.drain(..) {
        if let (Some(Block::Table(_)), Block::Table(_)) = (parted.last(), &block) {
            let mut gap = sheet.empty(StyleId::AfterTable);
            gap.format.line = LineSpacing::Exactly(ABOVE_TABLE.to_twips());
            parted.push(Block::Paragraph(gap));
        }
        parted.push(block);
    }
    *blocks = parted;
}

/// A table has no space above of its own.
fn space_below(blocks: &mut [Block]) {
    if let Some(Block::Paragraph(last)) = blocks.last_mut() {
        last.format.after = ABOVE_TABLE.to_twips();
        last.format.keep_next = true;
    }
}

/// Starts a page with this block; true if that is done.
fn break_before(block: &mut Block) -> bool {
    let first = match block {
        Block::Paragraph(paragraph) => Some(paragraph),
        Block::Table(table) => table
            .rows
            .first_mut()
            .and_then(|row| row.cells.first_mut())
            .and_then(|cell| cell.paragraphs.first_mut()),
        Block::Frame(_) => None,
    };
    match first {
        Some(paragraph) => {
            paragraph.format.page_break_before = true;
            true
        }
        None => false,
    }
}

fn division(sheet: &Sheet, division: &Division) -> [Block; 2] {
    let label = format!("{} {}", division.kind.word(), division.number);
    [
        Block::Paragraph(sheet.plain(StyleId::Division, &label)),
        Block::Paragraph(sheet.inlines(StyleId::DivisionTitle, &division.title)),
    ]
}

fn item(sheet: &Sheet, item: &Item) -> Paragraph {
    let style = style_of(item.level, item.titled);
    let mut words = label(item);
    words.0.extend(item.content.0.iter().cloned());
    let mut paragraph = sheet.inlines(style, &words);
    if item.level == Level::Article && item.titled {
        paragraph.format.keep_next = true;
        paragraph.format.keep_lines = true;
        for run in &mut paragraph.runs {
            run.format.bold = true;
        }
    }
    paragraph
}

/// The label and the space after it; the number of a Điều is always bold (Mẫu 1.2).
fn label(item: &Item) -> Inlines {
    Inlines(vec![Inline::Text(Text {
        text: format!("{} ", item.label),
        bold: item.level == Level::Article,
        italic: false,
    })])
}

fn style_of(level: Level, titled: bool) -> StyleId {
    match (level, titled) {
        (Level::Article, _) => StyleId::Article,
        (Level::Roman, _) => StyleId::Roman,
        (Level::Clause, true) => StyleId::ClauseTitle,
        (Level::Clause, false) => StyleId::Clause,
        (Level::Point, true) => StyleId::PointTitle,
        (Level::Point, false) => StyleId::Point,
        (Level::Dash, _) => StyleId::Dash,
        (Level::Plus, _) => StyleId::Plus,
    }
}
