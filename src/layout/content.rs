//! A section measured: the paragraphs and rows that `fill` places, what must stay together, and
//! where a paragraph may split.

use crate::form::flow::{Block, Frame, Section, Style};
use crate::units::Pt;

use super::paragraph::{ParagraphBox, gap};
use super::stack::{empty_format, join_neighbours};
use super::structure::Structure;
use super::table::TableBox;

/// What is placed as one: a paragraph, a frame, or a row by the indices of table and row.
pub(super) enum Unit<'a> {
    /// A paragraph.
    Paragraph(Box<ParagraphBox<'a>>),
    /// A row.
    Row(usize, usize),
    /// A paragraph at a fixed place.
    Frame(&'a Frame, Box<ParagraphBox<'a>>),
}

/// A section, measured.
pub(super) struct Content<'a> {
    /// Everything in order.
    pub(super) units: Vec<Unit<'a>>,
    /// Tables that the rows belong to.
    pub(super) tables: Vec<TableBox<'a>>,
}

impl<'a> Content<'a> {
    /// Measures the blocks of a section and enters them into the structure.
    pub(super) fn new(
        section: &'a Section,
        styles: &[Style],
        structure: &mut Structure,
    ) -> Content<'a> {
        let column = section.page.text_width().to_pt();
        let mut content = Content {
            units: Vec::new(),
            tables: Vec::new(),
        };
        let mut run: Vec<ParagraphBox<'a>> = Vec::new();
        for block in &section.blocks {
            match block {
                Block::Paragraph(paragraph) => {
                    let empty = empty_format(styles, paragraph);
                    let mut set = ParagraphBox::new(paragraph, column, empty, 1);
                    set.tags = structure.paragraph(paragraph);
                    run.push(set);
                }
                Block::Table(table) => {
                    content.add_paragraphs(&mut run);
                    let table = TableBox::new(table, styles, structure);
                    let index = content.tables.len();
                    let rows = (0..table.rows.len()).map(|row| Unit::Row(index, row));
                    content.units.extend(rows);
                    content.tables.push(table);
                }
                Block::Frame(frame) => {
                    content.add_paragraphs(&mut run);
                    let empty = empty_format(styles, &frame.paragraph);
                    let column = frame.width.to_pt();
                    let mut set = ParagraphBox::in_frame(&frame.paragraph, column, empty);
                    set.tags = structure.paragraph(&frame.paragraph);
                    content.units.push(Unit::Frame(frame, Box::new(set)));
                }
            }
        }
        content.add_paragraphs(&mut run);
        content
    }

    fn add_paragraphs(&mut self, run: &mut Vec<ParagraphBox<'a>>) {
        join_neighbours(run);
        let units = run.drain(..).map(|set| Unit::Paragraph(Box::new(set)));
        self.units.extend(units);
    }

    /// Height of what must stand on one page from a unit on: the unit and all that stays with
    /// it, then the least part of what follows. Counting ends beyond `enough`.
    pub(super) fn together(&self, index: usize, enough: Pt) -> Pt {
        let mut height = Pt(0.0);
        let mut after = Pt(0.0);
        for (place, unit) in self.units.iter().enumerate().skip(index) {
            let before = match unit {
                Unit::Paragraph(paragraph) => paragraph.format().before.to_pt(),
                Unit::Row(..) | Unit::Frame(..) => Pt(0.0),
            };
            if place > index {
                height += gap(after, before);
            }
            let (whole, least, stays) = self.extent(unit);
            after = match unit {
                Unit::Paragraph(paragraph) => paragraph.format().after.to_pt(),
                Unit::Row(..) | Unit::Frame(..) => Pt(0.0),
            };
            let last = place + 1 == self.units.len();
            if !stays || last {
                return height + least;
            }
            height += whole;
            if !height.fits(enough) {
                return height;
            }
        }
        height
    }

    /// True if a unit must stand on the page of the one before it.
    pub(super) fn stays(&self, index: usize) -> bool {
        let before = index.checked_sub(1).map(|before| &self.units[before]);
        before.is_some_and(|unit| self.extent(unit).2)
    }

    /// Height of a unit, height of the least part of it that may stand at the end of a page, and
    /// whether it stays with the next.
    fn extent(&self, unit: &Unit<'_>) -> (Pt, Pt, bool) {
        match unit {
            Unit::Frame(..) => (Pt(0.0), Pt(0.0), false),
            Unit::Paragraph(paragraph) => {
                let lines = paragraph.lines.len();
                let format = paragraph.format();
                let least = match (format.keep_next || format.keep_lines, format.widow_control) {
                    (true, _) => lines,
                    (false, true) if lines <= 3 => lines,
                    (false, true) => 2,
                    (false, false) => 1,
                };
                let whole = paragraph.height(lines);
                (whole, paragraph.solid_height(least), format.keep_next)
            }
            Unit::Row(table, row) => {
                let table = &self.tables[*table];
                let leading = if *row == 0 { table.rule } else { Pt(0.0) };
                let height = leading + table.rows[*row].height + table.rule;
                let heads_on = *row < table.headers() && *row + 1 < table.rows.len();
                (height, height, heads_on || table.rows[*row].keep_next)
            }
        }
    }
}

/// How many lines from `start` on end within `room`.
pub(super) fn fitting(paragraph: &ParagraphBox<'_>, start: usize, room: Pt) -> usize {
    let mut top = Pt(0.0);
    let last = paragraph.lines.len() - 1;
    let lines = paragraph.lines.iter().enumerate().skip(start);
    lines
        .take_while(|(index, line)| {
            let inset = if *index == last {
                paragraph.bottom_inset()
            } else {
                Pt(0.0)
            };
            let fits = (top + line.solid + inset).fits(room);
            top += line.height;
            fits
        })
        .count()
}

/// How many of the lines that fit may stay: widows and orphans are avoided.
pub(super) fn allowed(paragraph: &ParagraphBox<'_>, start: usize, fitting: usize) -> usize {
    let format = paragraph.format();
    let rest = paragraph.lines.len() - start;
    if fitting >= rest {
        return rest;
    }
    if format.keep_lines && start == 0 {
        return 0;
    }
    if !format.widow_control {
        return fitting;
    }
    let left = fitting.min(rest.saturating_sub(2));
    match left {
        1 if start == 0 => 0,
        _ => left,
    }
}
