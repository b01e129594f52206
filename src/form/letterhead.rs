//! The letterhead: a table of two columns and two rows, so that the number stands level with the
//! place and date however many lines the names take (Phụ lục I, phần I, mục IV; Mẫu 1.4).

use crate::document::inline::Inlines;
use crate::document::kind::Frame;
use crate::document::{Document, Urgency};
use crate::fonts::{Face, width};
use crate::units::{Mm, Pt, Twips};

use super::fit::{Fit, MOTTO, NATIONAL_NAME};
use super::flow::{
    Border, Borders, Cell, CellMargins, Color, Paragraph, Row, Table, TablePurpose, VerticalAlign,
};
use super::rule::{centred, partial_length};
use super::sheet::Sheet;
use super::style::StyleId;
use super::title::centred_title;

/// Gap above the number line and under it, before the V/v of a công văn (mục II.5.b).
const GAP: Pt = Pt(6.0);

/// The table.
pub fn letterhead(sheet: &Sheet, document: &Document, fit: &Fit) -> Table {
    let names = row(agency(sheet, fit), motto(sheet, fit));
    let numbers = row(
        number(sheet, document, fit),
        vec![spaced(sheet.plain(
            StyleId::PlaceDate,
            &document.letterhead.place_date_line(),
        ))],
    );
    Table {
        purpose: TablePurpose::Letterhead,
        columns: vec![fit.left, fit.right],
        left: Twips(0),
        grid: None,
        cell_margins: CellMargins::default(),
        rows: vec![names, numbers],
    }
}

/// Names of the parent and the agency, with the rule under them.
fn agency(sheet: &Sheet, fit: &Fit) -> Vec<Paragraph> {
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    for line in &fit.parent {
        paragraphs.push(sheet.plain(StyleId::Parent, line));
    }
    for line in &fit.agency {
        paragraphs.push(sheet.plain(StyleId::Agency, line));
    }
    let length = partial_length(Face::Bold, sheet.size(StyleId::Agency), &fit.agency);
    paragraphs.push(centred(sheet, fit.left, length));
    paragraphs
}

/// Quốc hiệu and Tiêu ngữ; the rule is as long as Tiêu ngữ (mục II.1).
fn motto(sheet: &Sheet, fit: &Fit) -> Vec<Paragraph> {
    let length = width(Face::Bold, sheet.size(StyleId::Motto), MOTTO).to_twips();
    vec![
        sheet.plain(StyleId::NationalName, NATIONAL_NAME),
        sheet.plain(StyleId::Motto, MOTTO),
        centred(sheet, fit.right, length),
    ]
}

/// The number line, the V/v of a công văn and the mark of urgency below it.
fn number(sheet: &Sheet, document: &Document, fit: &Fit) -> Vec<Paragraph> {
    let mut paragraphs: Vec<Paragraph> = document
        .letterhead
        .number_line()
        .map(|number| spaced(sheet.plain(StyleId::Number, &number)))
        .into_iter()
        .collect();
    if document.kind.frame == Frame::Letter && !document.subject.is_empty() {
        paragraphs.push(spaced(letter_subject(sheet, &document.subject, fit.left)));
    }
    if let Some(urgency) = document.marks.urgency {
        paragraphs.push(urgency_box(sheet, fit.left, urgency));
    }
    if paragraphs.is_empty() {
        paragraphs.push(sheet.empty(StyleId::AfterTable));
    }
    paragraphs
}

/// `V/v …` (mục II.5.b).
fn letter_subject(sheet: &Sheet, subject: &Inlines, column: Twips) -> Paragraph {
    let mut words = Inlines::plain("V/v ");
    words.0.extend(subject.0.iter().cloned());
    centred_title(sheet, StyleId::LetterSubject, &words, column).0
}

/// The boxed mark, 8 mm high (mục III.2.b).
fn urgency_box(sheet: &Sheet, column: Twips, urgency: Urgency) -> Paragraph {
    let mut paragraph = boxed(
        sheet,
        StyleId::Urgency,
        urgency.words(),
        column,
        urgency.box_width().to_twips(),
    );
    paragraph.format.before = Pt(12.0).to_twips();
    paragraph
}

/// A paragraph of one line in a box of a width, centred in its column.
pub fn boxed(
    sheet: &Sheet,
    style: StyleId,
    words: &str,
    column: Twips,
    box_width: Twips,
) -> Paragraph {
    let mut paragraph = sheet.plain(style, words);
    let line = crate::fonts::line_height(sheet.size(style));
    let space = ((Mm(8.0).to_pt() - line) / 2.0).max(Pt(0.0)).0.floor() as u8;
    let side = (column - box_width).0.max(0) / 2;
    paragraph.format.left = Twips(side);
    paragraph.format.right = Twips(side);
    let edge = |space| {
        Some(Border {
            eighths: 8,
            space,
            color: paragraph
                .runs
                .first()
                .map_or(Color::Black, |run| run.format.color),
        })
    };
    paragraph.format.borders = Borders {
        top: edge(space),
        bottom: edge(space),
        left: edge(0),
        right: edge(0),
    };
    paragraph
}

fn spaced(mut paragraph: Paragraph) -> Paragraph {
    paragraph.format.before = GAP.to_twips();
    paragraph
}

fn row(left: Vec<Paragraph>, right: Vec<Paragraph>) -> Row {
    let cell = |paragraphs| Cell {
        span: 1,
        align: VerticalAlign::Top,
        paragraphs,
    };
    Row {
        header: false,
        cells: vec![cell(left), cell(right)],
    }
}
