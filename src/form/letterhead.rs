//! The letterhead: a table of two columns; the number stands level with the place and date however
//! many lines the names take (Phụ lục I, phần I, mục IV; Mẫu 1.4).

use crate::document::inline::Inlines;
use crate::document::kind::Frame;
use crate::document::letterhead::{MOTTO, NATIONAL_NAME};
use crate::document::{Document, Urgency};
use crate::fonts::{Face, line_height, width};
use crate::units::{Mm, Pt, Twips};

use super::fit::Fit;
use super::flow::{
    Border, Borders, Cell, CellMargins, Color, Paragraph, Row, Table, TablePurpose, VerticalAlign,
};
use super::grid::settled;
use super::rule::{centred, partial_length};
use super::sheet::Sheet;
use super::style::StyleId;
use super::title::centred_title;

/// Gap above the number line and under it, before the V/v of a công văn (mục II.5.b).
const GAP: Pt = Pt(6.0);

/// The table. One row: LibreOffice 25.2 forgets to keep headings with their text on a page that
/// begins with a table of several rows (measured); so the number line is levelled by its spaces.
pub fn letterhead(sheet: &Sheet, document: &Document, fit: &Fit) -> Table {
    let mut left = agency(sheet, fit);
    let mut right = motto(sheet, fit);
    let numbers = left.len();
    left.extend(number(sheet, document, fit));
    let date = document.letterhead.place_date_line();
    right.push(spaced(sheet.plain(StyleId::PlaceDate, &date)));
    let lower = height(&right[..2]) - height(&left[..numbers - 1]);
    match (left.get_mut(numbers), right.last_mut()) {
        (Some(number), Some(_)) if lower.0 >= 0.0 => number.format.before += lower.to_twips(),
        (_, Some(date)) => date.format.before += (-lower).max(Pt(0.0)).to_twips(),
        (_, None) => {}
    }
    Table {
        purpose: TablePurpose::Letterhead,
        columns: settled(&[fit.left, fit.right]),
        left: Twips(0),
        grid: None,
        cell_margins: CellMargins::default(),
        rows: vec![Row {
            header: false,
            cells: vec![cell(left), cell(right)],
        }],
    }
}

/// Height of single lines, each a paragraph of its own.
fn height(lines: &[Paragraph]) -> Pt {
    let size = |line: &Paragraph| line.runs.first().map(|run| run.format.size);
    let heights = lines.iter().filter_map(size).map(line_height);
    heights.map(|height| height.to_twips().to_pt()).sum()
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
    let line = line_height(sheet.size(style));
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

fn cell(paragraphs: Vec<Paragraph>) -> Cell {
    Cell {
        span: 1,
        align: VerticalAlign::Top,
        paragraphs,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::choices::{Choices, Pairing};

    fn names(count: usize) -> (Twips, Twips) {
        let sheet = Sheet {
            choices: Choices::default(),
            pairing: Pairing::Large,
        };
        let fit = Fit {
            pairing: Pairing::Large,
            left: Twips(3600),
            right: Twips(5400),
            parent: Vec::new(),
            agency: vec!["SỞ NỘI VỤ".to_string(); count],
        };
        let left = height(&agency(&sheet, &fit));
        let right = height(&motto(&sheet, &fit));
        (left.to_twips(), right.to_twips())
    }

    #[test]
    fn a_line_of_the_agency_is_as_high_as_word_makes_it() {
        // 14.95 pt at 13 pt, 16.1 pt at 14 pt.
        assert_eq!(names(1), (Twips(299), Twips(299 + 322)));
        assert_eq!(names(3).0, Twips(897));
    }
}
