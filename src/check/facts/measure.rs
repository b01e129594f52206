//! How wide words print and how wide their room is. Widths are those of Times New Roman; text in another
//! face, which is a fault anyhow, is measured as if it were in that.

use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::{Facts, Home, Paragraph, ParagraphId, Raise, RunFormat, Span, Story, TableWidth};
use crate::fonts::{self, Face};
use crate::units::{HalfPoints, Pt, Twips};

/// Size of superscript and subscript, in percent of the size of the text.
const RAISED: u32 = 65;

impl Facts {
    /// Width between the edges of what holds a paragraph: column, cell or box; its indents not counted.
    pub fn room(&self, id: ParagraphId) -> Twips {
        let paragraph = &self[id];
        match paragraph.home {
            Home::Story => self.column(paragraph),
            Home::Cell(table, row, cell) => {
                let table = &self[table];
                let Some(row) = table.rows.get(row) else {
                    return self.column(paragraph);
                };
                let Some(cell) = row.cells.get(cell) else {
                    return self.column(paragraph);
                };
                let width = match (cell.width, table.width) {
                    (Twips(0), TableWidth::Exact(whole)) => whole / row.cells.len() as i32,
                    (Twips(0), _) => self.column(paragraph) / row.cells.len() as i32,
                    (width, _) => width,
                };
                width - cell.padding.0 - cell.padding.1
            }
            Home::Box(id) => {
                let own = &self[id];
                match own.placement.width.to_twips() - own.insets.0 - own.insets.1 {
                    Twips(..=0) => self.column(paragraph),
                    width => width,
                }
            }
        }
    }

    /// Width of the text column of a paragraph's section; of the whole page in a header or footer.
    fn column(&self, paragraph: &Paragraph) -> Twips {
        let section = &self[paragraph.section];
        match (paragraph.story, section.columns.each.first()) {
            (Story::Body, Some((width, _))) => *width,
            _ => section.text_width(),
        }
    }

    /// Width of words if they stood on one line.
    pub fn width(&self, span: &Span) -> Pt {
        let paragraph = &self[span.paragraph];
        let runs = paragraph.runs_in(span.range.clone());
        runs.map(|(run, range)| {
            let words = paragraph.text.get(range).unwrap_or("");
            width(&run.format, words)
        })
        .sum()
    }

    /// Widths of the lines that words break into between their indents.
    pub fn line_widths(&self, span: &Span) -> Vec<Pt> {
        let paragraph = &self[span.paragraph];
        let indents = paragraph.format.indents;
        let room = (self.room(span.paragraph) - indents.left - indents.right).to_pt();
        let mut room_now = room - indents.first.to_pt();
        let mut lines: Vec<Pt> = Vec::new();
        let mut end = span.range.start;
        let mut start = span.range.start;
        for stop in stops(&paragraph.text, span) {
            let line = |range| {
                let paragraph = span.paragraph;
                self.width(&Span { paragraph, range })
            };
            if end > start && !line(start..stop).fits(room_now) {
                lines.push(line(start..end));
                let text = paragraph.text.get(end..stop).unwrap_or("");
                start = stop - text.trim_start().len();
                room_now = room;
            }
            end = stop;
        }
        let paragraph = span.paragraph;
        lines.push(self.width(&Span {
            paragraph,
            range: start..end,
        }));
        lines
    }
}

/// Ends of the words of a stretch.
fn stops(text: &str, span: &Span) -> Vec<usize> {
    let words = text.get(span.range.clone()).unwrap_or("");
    let mut stops: Vec<usize> = words
        .match_indices([' ', '\t', '\n'])
        .map(|(at, _)| span.range.start + at)
        .collect();
    stops.push(span.range.start + words.len());
    stops
}

/// Width of words of one format.
fn width(format: &RunFormat, words: &str) -> Pt {
    let face = Face::of(format.bold, format.italic);
    let HalfPoints(size) = format.size;
    let size = match format.raise {
        Raise::None => size,
        Raise::Super | Raise::Sub => (u32::from(size) * RAISED / 100) as u16,
    };
    let plain = match is_nfc(words) {
        true => fonts::width(face, HalfPoints(size), words),
        false => fonts::width(face, HalfPoints(size), &words.nfc().collect::<String>()),
    };
    let tracking = format.tracking.to_pt() * words.chars().count() as f64;
    plain * (f64::from(format.scale) / 100.0) + tracking
}
