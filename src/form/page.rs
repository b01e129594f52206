//! Paper, margins, page number, and what stands in the margins of page 1 (Phụ lục I, phần I,
//! mục I.1-3, I.7, III.2.c, III.4).

use crate::document::Circulation;
use crate::fonts::{Face, width};
use crate::units::{Mm, Pt, Twips};

use super::flow::{
    Align, Border, Borders, Color, PageSetup, Paragraph, Run, RunContent, TextFormat,
};
use super::letterhead::boxed;
use super::sheet::Sheet;
use super::style::StyleId;

/// A4.
const SHORT_SIDE: Twips = Twips(11906);
const LONG_SIDE: Twips = Twips(16838);
/// From the page edge to header and footer, as in the Decree's own annex files.
const EDGE: Mm = Mm(10.0);

/// The geometry of a section. A turned page keeps the four margins of its sides as read: the top
/// margin stays on top, so that every page has margins in the Decree's ranges.
pub fn page_setup(sheet: &Sheet, landscape: bool) -> PageSetup {
    let margins = sheet.choices.margins;
    let (width, height) = if landscape {
        (LONG_SIDE, SHORT_SIDE)
    } else {
        (SHORT_SIDE, LONG_SIDE)
    };
    PageSetup {
        width,
        height,
        landscape,
        top: margins.top.to_twips(),
        bottom: margins.bottom.to_twips(),
        left: margins.left.to_twips(),
        right: margins.right.to_twips(),
        header: EDGE.to_twips(),
        footer: EDGE.to_twips(),
        upside_down: false,
    }
}

/// The centred page number of every page but the first (mục I.7).
pub fn page_number(sheet: &Sheet) -> Paragraph {
    let mut paragraph = sheet.empty(StyleId::PageNumber);
    paragraph.runs = vec![Run {
        content: RunContent::PageNumber,
        format: TextFormat {
            size: sheet.size(StyleId::PageNumber),
            bold: false,
            italic: false,
            color: Color::Black,
        },
    }];
    paragraph
}

/// The boxed mark at the top right of page 1 (ô 11).
pub fn circulation_box(sheet: &Sheet, mark: Circulation, column: Twips) -> Paragraph {
    let size = sheet.size(StyleId::Circulation);
    let length = (width(Face::Bold, size, mark.words()) + Pt(16.0)).to_twips();
    let mut paragraph = boxed(sheet, StyleId::Circulation, mark.words(), length, length);
    paragraph.format.left = column - length;
    paragraph
}

/// The address lines under a line over the whole width (ô 13).
pub fn contact_lines(sheet: &Sheet, lines: &[String]) -> Vec<Paragraph> {
    let mut paragraphs: Vec<Paragraph> = lines
        .iter()
        .map(|line| {
            let mut paragraph = sheet.plain(StyleId::Contact, line);
            paragraph.format.align = Align::Center;
            paragraph
        })
        .collect();
    if let Some(first) = paragraphs.first_mut() {
        first.format.borders = Borders {
            top: Some(Border {
                eighths: 6,
                space: 4,
                color: Color::Black,
            }),
            ..Borders::default()
        };
    }
    paragraphs
}
