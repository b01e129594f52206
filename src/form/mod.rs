//! Decree 30 as figures: turns a [`Document`] into a [`Flow`] of styled paragraphs and tables.
//!
//! All geometry is decided here, once, so that the two backends cannot drift apart:
//! 1. fit the letterhead to the measured names ([`fit`]);
//! 2. put the agency's choices into the Decree's table of figures ([`figures`], [`sheet`]);
//! 3. lay out letterhead, title, body and signature of the paper ([`letterhead`], [`title`],
//!    [`body`], [`signature`]);
//! 4. lay out each annex as a section of its own ([`annex`]).

pub mod annex;
pub mod balance;
pub mod body;
pub mod certificate;
pub mod choices;
mod columns;
mod dotted;
pub mod figures;
pub mod fit;
pub mod flow;
pub mod glyphs;
mod grid;
pub mod letterhead;
pub mod page;
pub mod rule;
pub mod sheet;
pub mod signature;
pub mod style;
pub mod table;
pub mod title;

use crate::diag::{Diagnostic, Place};
use crate::document::Document;
use crate::document::body as body_tree;
use crate::document::kind::Frame;
use crate::fonts::{Face, width};
use crate::units::{Pt, Twips};

use choices::{Choices, Pairing};
use fit::Misfit;
use flow::{Block, Flow, LineSpacing, PageSetup, Paragraph, RunContent, Section};
use sheet::Sheet;
use style::StyleId;
use table::Widths;

/// Between the last line of the text and the signature.
const ABOVE_SIGNATURE: Pt = Pt(12.0);
/// A list of more lines a row, on average, lies across the page.
const MOST_LINES_A_ROW: f64 = 2.0;

/// Lays out a paper. No flow if the letterhead cannot be laid out lawfully.
///
/// `find_char` knows where the user's material holds a character; it serves the findings on
/// characters without a glyph.
pub fn apply(
    document: &Document,
    choices: &Choices,
    find_char: &dyn Fn(char) -> Place,
) -> (Option<Flow>, Vec<Diagnostic>) {
    let sheet = Sheet {
        choices: *choices,
        pairing: choices.pairing.unwrap_or(Pairing::Large),
    };
    let number = document.letterhead.number_line();
    let date = document.letterhead.place_date_line();
    let page = page::page_setup(&sheet, lies_across(&sheet, document));
    let column = page.text_width();
    let fit = match fit::fit(
        &document.letterhead,
        number.as_deref(),
        &date,
        choices.pairing,
        column,
    ) {
        Ok(fit) => fit,
        Err(misfit) => return (None, vec![misfit_finding(&misfit)]),
    };
    let sheet = Sheet {
        pairing: fit.pairing,
        ..sheet
    };
    let (main, mut findings) = main_section(&sheet, document, &fit, page);
    let mut sections = vec![main];
    for annex in &document.annexes {
        let (section, problems) = annex::annex(&sheet, annex);
        sections.push(section);
        findings.extend(problems);
    }
    let flow = Flow {
        meta: document.meta.clone(),
        styles: sheet.styles(),
        sections,
    };
    findings.extend(glyphs::check(&flow, find_char));
    (Some(flow), findings)
}

/// The paper itself.
fn main_section(
    sheet: &Sheet,
    document: &Document,
    fit: &fit::Fit,
    page: PageSetup,
) -> (Section, Vec<Diagnostic>) {
    let column = page.text_width();
    let mut blocks = vec![Block::Table(letterhead::letterhead(sheet, document, fit))];
    let paragraphs = title::title(sheet, document, column)
        .into_iter()
        .chain(title::addressees(sheet, &document.addressees))
        .chain(title::issuer(sheet, document, column))
        .chain(title::bases(sheet, &document.bases))
        .chain(title::order(sheet, document));
    blocks.extend(paragraphs.map(Block::Paragraph));
    let widths = match document.kind.frame {
        Frame::Named | Frame::Letter => Widths::Weighted,
        Frame::List => Widths::Fitted,
    };
    let (content, findings) = body::body(sheet, &document.body, column, widths);
    blocks.extend(content);
    body::part_tables(sheet, &mut blocks);
    keep_with_signature(sheet, &mut blocks, column);
    blocks.push(Block::Table(signature::signature(sheet, document, column)));
    blocks.push(Block::Paragraph(sheet.empty(StyleId::AfterTable)));
    let first_header = document
        .marks
        .circulation
        .map(|mark| vec![page::circulation_box(sheet, mark, column)])
        .unwrap_or_default();
    let section = Section {
        page,
        header: page::page_number(sheet),
        first_header,
        first_footer: page::contact_lines(sheet, &document.contact),
        blocks,
    };
    (section, findings)
}

/// A list lies across the page if its rows would be high on an upright one (mục I.2).
fn lies_across(sheet: &Sheet, document: &Document) -> bool {
    let column = page::page_setup(sheet, false).text_width();
    document.kind.frame == Frame::List
        && document
            .body
            .blocks
            .iter()
            .any(|placed| match &placed.block {
                body_tree::Block::Table(table) => {
                    table::lines_per_row(sheet, table, column) > MOST_LINES_A_ROW
                }
                body_tree::Block::Division(_)
                | body_tree::Block::Item(_)
                | body_tree::Block::Paragraph(_)
                | body_tree::Block::PageBreak
                | body_tree::Block::Annex(_) => false,
            })
}

/// The signature stays with at least two lines of the text: the last paragraph, which widow
/// control splits only with two lines on either side, and the one before it if that is one line;
/// or the last row of a table.
fn keep_with_signature(sheet: &Sheet, blocks: &mut Vec<Block>, column: Twips) {
    if let Some(Block::Table(table)) = blocks.last_mut() {
        table.keep_last_rows();
        let mut gap = sheet.empty(StyleId::AfterTable);
        gap.format.line = LineSpacing::Exactly(ABOVE_SIGNATURE.to_twips());
        gap.format.keep_next = true;
        blocks.push(Block::Paragraph(gap));
        return;
    }
    let mut last = blocks.iter_mut().rev().map_while(|block| match block {
        Block::Paragraph(paragraph) => Some(paragraph),
        Block::Table(_) | Block::Frame(_) => None,
    });
    let Some(closing) = last.next() else { return };
    closing.format.keep_next = true;
    closing.format.after = ABOVE_SIGNATURE.to_twips();
    if one_line(closing, column)
        && let Some(before) = last.next()
    {
        before.format.keep_next = true;
    }
}

/// True if the natural width of a paragraph is at most a line.
fn one_line(paragraph: &Paragraph, column: Twips) -> bool {
    let length: Pt = paragraph
        .runs
        .iter()
        .map(|run| match &run.content {
            RunContent::Text(text) => width(
                Face::of(run.format.bold, run.format.italic),
                run.format.size,
                text,
            ),
            RunContent::LineBreak | RunContent::PageNumber => Pt(0.0),
        })
        .sum();
    let format = &paragraph.format;
    length.fits((column - format.left - format.right - format.first_line).to_pt())
}

fn misfit_finding(misfit: &Misfit) -> Diagnostic {
    let message = format!(
        "phần đầu văn bản không xếp được: “{}” rộng {:.0} mm, chỗ trống chỉ có {:.0} mm",
        misfit.text,
        misfit.width.to_mm().0,
        misfit.space.to_mm().0
    );
    Diagnostic::error("dau-van-ban-qua-rong", Place::Nowhere, message).hint(
        "xem lại tên cơ quan, ký hiệu và địa danh; có thể giảm lề trái, lề phải trong khoảng \
         Nghị định 30 cho phép (trinh_bay.le)",
    )
}
