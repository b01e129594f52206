//! How wide words print and how wide their room is. Widths are those of Times New Roman; text in another
//! face, which is a fault anyhow, is measured as if it were in that.

use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::{Facts, Home, Paragraph, ParagraphId, Raise, RunFormat, Span, Story, TableWidth};
use crate::fonts::{self, Face};
use crate::units::{HalfPoints, Pt, Twips};

/// Size of superscript and subscript, in percent of the size of the text.
const RAISED: u32 = 65;

/// A cell narrower than a centimetre, of two or three in its row, only has a grid that nobody filled in.
const NARROW: Twips = Twips(567);

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
                let count = row.cells.len() as i32;
                let width = match (cell.width, table.width) {
                    (width, _) if width >= NARROW || count > 3 && width.0 > 0 => width,
                    (_, TableWidth::Exact(whole)) => whole / count,
                    (_, TableWidth::Auto | TableWidth::Share(_)) => self.column(paragraph) / count,
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
        let columns = &section.columns.each;
        let own = columns.get(paragraph.column).or(columns.first());
        match (paragraph.story, own) {
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

#[cfg(test)]
mod tests {
    use super::{ParagraphId, Pt, Span, Twips};
    use crate::check::testing::docx;

    /// A row of two cells in a grid of such columns.
    fn room(grid: i32, table: &str) -> Twips {
        let cell = "<w:tc><w:p/></w:tc>";
        let column = format!("<w:gridCol w:w=\"{grid}\"/>");
        let body = format!(
            "<w:tbl><w:tblPr>{table}</w:tblPr><w:tblGrid>{column}{column}</w:tblGrid><w:tr>{cell}{cell}</w:tr></w:tbl>\
             <w:sectPr><w:pgSz w:w=\"11906\"/><w:pgMar w:left=\"1701\" w:right=\"1134\"/></w:sectPr>"
        );
        docx(&body).facts().room(ParagraphId(0))
    }

    #[test]
    fn a_cell_gives_room_between_its_paddings() {
        assert_eq!(room(4000, ""), Twips(4000 - 216));
        // Some programs leave the grid as it was.
        assert_eq!(
            room(100, "<w:tblW w:w=\"8000\" w:type=\"dxa\"/>"),
            Twips(4000 - 216)
        );
        assert_eq!(room(0, ""), Twips(9071 / 2 - 216));
    }

    #[test]
    fn words_break_between_the_indents() {
        let words = "một hai ba bốn năm sáu";
        let facts = docx(&format!(
            "<w:p><w:pPr><w:ind w:right=\"7700\"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>\
             <w:sectPr><w:pgSz w:w=\"11906\"/><w:pgMar w:left=\"1701\" w:right=\"1134\"/></w:sectPr>"
        ))
        .facts();
        let paragraph = ParagraphId(0);
        let range = 0..words.len();
        let lines = facts.line_widths(&Span { paragraph, range });
        assert!(
            lines.len() > 1 && lines.iter().all(|line| line.fits(Pt(68.55))),
            "{lines:?}"
        );
    }
}
