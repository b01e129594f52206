//! One paragraph set in lines: its heights, and its drawing at a place.
//!
//! Heights are whole twips, as in the word processors that must give the same page. Measured on
//! LibreOffice 25.2: a multiple adds its extra below the line, and that extra may hang out of the
//! page; an exact line has its baseline at four fifths.

use std::ops::Range;

use crate::fonts::{self, Face};
use crate::form::flow::{
    Align, Border, Borders, LineSpacing, Paragraph, ParagraphFormat, TextFormat,
};
use crate::units::{Pt, Twips};

use super::linebreak::{Line, break_lines};
use super::page::{FieldItem, Item, LineItem, TextItem};
use super::structure::Tags;
use super::text::{Close, Measured};

/// Part of the height of an exact line that lies above its baseline.
const EXACT_ASCENT: f64 = 0.8;

/// A paragraph set in lines for a column.
#[derive(Debug)]
pub(super) struct ParagraphBox<'a> {
    /// Where it comes from.
    pub(super) source: &'a Paragraph,
    /// Its lines; never empty.
    pub(super) lines: Vec<LineBox>,
    /// True if the box around it goes on from the paragraph above.
    pub(super) joined_above: bool,
    /// True if the box around it goes on in the paragraph below.
    pub(super) joined_below: bool,
    /// What its text belongs to.
    pub(super) tags: Tags,
    text: Measured,
    column: Pt,
}

/// A line with its heights.
#[derive(Clone, Copy, Debug)]
pub(super) struct LineBox {
    /// Its place in the text.
    line: Line,
    /// From its top to its baseline.
    ascent: Pt,
    /// To the top of the next line.
    pub(super) height: Pt,
    /// What must fit above the end of a page: the height without what a multiple adds.
    pub(super) solid: Pt,
}

impl<'a> ParagraphBox<'a> {
    /// Sets a paragraph in a column. `empty` is the text format of its style, `page` the number
    /// that a page number shows.
    pub(super) fn new(
        source: &'a Paragraph,
        column: Pt,
        empty: TextFormat,
        page: usize,
    ) -> ParagraphBox<'a> {
        ParagraphBox::set(source, column, Measured::new(source, empty, page))
    }

    /// Sets the paragraph of a frame in the frame's width.
    pub(super) fn in_frame(
        source: &'a Paragraph,
        width: Pt,
        empty: TextFormat,
    ) -> ParagraphBox<'a> {
        ParagraphBox::set(source, width, Measured::in_frame(source, empty))
    }

    fn set(source: &'a Paragraph, column: Pt, text: Measured) -> ParagraphBox<'a> {
        let format = &source.format;
        let rest = column.to_twips() - format.left - format.right;
        let first = rest - format.first_line;
        let lines = break_lines(&text, first, rest, format.align == Align::Justified);
        let lines = lines.into_iter().map(|line| {
            let (ascent, height, solid) = heights(&text, &line, format.line);
            LineBox {
                line,
                ascent,
                height,
                solid,
            }
        });
        ParagraphBox {
            source,
            lines: lines.collect(),
            joined_above: false,
            joined_below: false,
            tags: Tags::default(),
            text,
            column,
        }
    }

    /// Its format.
    pub(super) fn format(&self) -> &'a ParagraphFormat {
        &self.source.format
    }

    /// What a line above takes, with its distance.
    pub(super) fn top_inset(&self) -> Pt {
        let border = self.format().borders.top.filter(|_| !self.joined_above);
        border.map_or(Pt(0.0), inset)
    }

    /// What a line below takes, with its distance.
    pub(super) fn bottom_inset(&self) -> Pt {
        let border = self.format().borders.bottom.filter(|_| !self.joined_below);
        border.map_or(Pt(0.0), inset)
    }

    /// Height from the first line on to the end of `count` lines, with its borders.
    pub(super) fn height(&self, count: usize) -> Pt {
        let mut height = self.top_inset();
        height += self.lines[..count].iter().map(|line| line.height).sum();
        if count == self.lines.len() {
            height += self.bottom_inset();
        }
        height
    }

    /// What of [`Self::height`] must fit above the end of a page.
    pub(super) fn solid_height(&self, count: usize) -> Pt {
        let hanging = match self.lines[..count].last() {
            Some(line) if self.bottom_inset() == Pt(0.0) => line.height - line.solid,
            Some(_) | None => Pt(0.0),
        };
        self.height(count) - hanging
    }

    /// Draws some of its lines with what surrounds them, the column's left top corner at `x`,
    /// `y`; returns where they end.
    pub(super) fn draw(&self, range: Range<usize>, x: Pt, y: Pt, items: &mut Vec<Item>) -> Pt {
        let starts = range.start == 0;
        let ends = range.end == self.lines.len();
        let mut at = y;
        if starts {
            at += self.top_inset();
        }
        for index in range {
            self.draw_line(index, x, at, items);
            at += self.lines[index].height;
        }
        if ends {
            at += self.bottom_inset();
        }
        self.draw_borders(x, (y, at), starts, ends, items);
        at
    }

    /// Draws the text of one line with the line's top at `y`.
    pub(super) fn draw_line(&self, index: usize, x: Pt, y: Pt, items: &mut Vec<Item>) {
        if index == 0 {
            self.draw_fields(x, y, items);
        }
        let LineBox { line, ascent, .. } = self.lines[index];
        let (indent, word_spacing) = self.place(index);
        let mut start = line.start;
        while start < line.end {
            let format = self.text.formats[self.text.chars[start].format];
            let tag = self.tags.of_run(self.text.chars[start].format);
            let chars = &self.text.chars[start..line.end];
            let same = |c: &&super::text::Char| {
                self.text.formats[c.format] == format && self.tags.of_run(c.format) == tag
            };
            let end = start + chars.iter().take_while(same).count();
            let text: String = self.text.chars[start..end].iter().map(|c| c.c).collect();
            let spaces = self.text.spaces(line.start, start) as f64;
            let before = self.text.width(line.start, start) + word_spacing * spaces;
            items.push(Item::Text(TextItem {
                x: x + indent + before,
                baseline: y + ascent,
                face: Face::of(format.bold, format.italic),
                size: format.size,
                color: format.color,
                text,
                word_spacing,
                soft_end: end == line.end && line.close == Close::Inside,
                tag,
            }));
            start = end;
        }
    }

    fn draw_fields(&self, x: Pt, y: Pt, items: &mut Vec<Item>) {
        let fields = self.source.fields.iter().zip(&self.tags.fields);
        items.extend(fields.map(|(field, &element)| {
            Item::Field(FieldItem {
                purpose: field.purpose,
                place: (x + field.left.to_pt(), y + field.top.to_pt()),
                width: field.width.to_pt(),
                height: field.height.to_pt(),
                element,
            })
        }));
    }

    /// How far a line stands from the column's left edge, and what is added to its spaces.
    fn place(&self, index: usize) -> (Pt, Pt) {
        let line = &self.lines[index].line;
        let format = self.format();
        let mut indent = format.left.to_pt();
        if index == 0 {
            indent += format.first_line.to_pt();
        }
        let width = self.text.width(line.start, line.end);
        let free = line.room - width;
        // The DOCX sets `doNotExpandShiftReturn`: a forced end leaves a line as it is.
        let ends = matches!(line.close, Close::Last | Close::Forced);
        match format.align {
            Align::Left => (indent, Pt(0.0)),
            Align::Center => (indent + free / 2.0, Pt(0.0)),
            Align::Right => (indent + free - self.lean(line).to_pt(), Pt(0.0)),
            Align::Justified if ends && free.0 > 0.0 => (indent, Pt(0.0)),
            Align::Justified => (indent, self.gap(line)),
        }
    }

    /// What is added to each space of a justified line: whole twips, as in LibreOffice, so that it
    /// may end up to a third of a millimetre before the margin. Word ends it there.
    fn gap(&self, line: &Line) -> Pt {
        let spaces = self.text.spaces(line.start, line.end);
        let width = self.text.twips(line.start, line.end) + self.lean(line);
        let free = line.room.to_twips() - width;
        match spaces {
            0 => Pt(0.0),
            1.. => (free / spaces as i32).to_pt(),
        }
    }

    /// The room that a line which ends in slanted text leaves that to lean, as LibreOffice does.
    /// Word leaves none; nor does a centred line of ours, which half of it would move by 0.2 mm.
    fn lean(&self, line: &Line) -> Twips {
        let Some(last) = line.end.checked_sub(1).filter(|&last| last >= line.start) else {
            return Twips(0);
        };
        let last = self.text.stretch(last, self.text.chars.len());
        let next_follows = matches!(line.close, Close::Space | Close::Inside);
        match next_follows && last.end == line.end {
            true => Twips(0),
            false => last.lean,
        }
    }

    fn draw_borders(
        &self,
        x: Pt,
        (top, bottom): (Pt, Pt),
        starts: bool,
        ends: bool,
        items: &mut Vec<Item>,
    ) {
        let format = self.format();
        let borders = format.borders;
        let text = (
            x + format.left.to_pt(),
            x + self.column - format.right.to_pt(),
        );
        let left = borders.left.map_or(text.0, |b| text.0 - inset(b));
        let right = borders.right.map_or(text.1, |b| text.1 + inset(b));
        let mut line = |border: Border, from, to| {
            items.push(Item::Line(LineItem {
                from,
                to,
                width: thickness(border),
                color: border.color,
            }));
        };
        if let Some(border) = borders.top.filter(|_| starts && !self.joined_above) {
            let y = top + thickness(border) / 2.0;
            line(border, (left, y), (right, y));
        }
        if let Some(border) = borders.bottom.filter(|_| ends && !self.joined_below) {
            let y = bottom - thickness(border) / 2.0;
            line(border, (left, y), (right, y));
        }
        if let Some(border) = borders.left {
            let x = left + thickness(border) / 2.0;
            line(border, (x, top), (x, bottom));
        }
        if let Some(border) = borders.right {
            let x = right - thickness(border) / 2.0;
            line(border, (x, top), (x, bottom));
        }
    }
}

/// Marks neighbours that share one box: the same lines around them, between the same indents.
pub(super) fn join_boxes(above: &mut ParagraphBox<'_>, below: &mut ParagraphBox<'_>) {
    let (a, b) = (above.format(), below.format());
    let bordered = a.borders != Borders::default();
    let same = a.borders == b.borders && a.left == b.left && a.right == b.right;
    if bordered && same && !b.page_break_before {
        above.joined_below = true;
        below.joined_above = true;
    }
}

/// The space between two paragraphs: word processors take the larger wish, not the sum.
pub(super) fn gap(after: Pt, before: Pt) -> Pt {
    after.max(before)
}

/// Thickness of a line.
pub(super) fn thickness(border: Border) -> Pt {
    Pt(f64::from(border.eighths) / 8.0)
}

fn inset(border: Border) -> Pt {
    thickness(border) + Pt(f64::from(border.space))
}

/// Ascent, height and solid height of a line.
fn heights(text: &Measured, line: &Line, spacing: LineSpacing) -> (Pt, Pt, Pt) {
    if let LineSpacing::Exactly(height) = spacing {
        let height = height.to_pt();
        return (height * EXACT_ASCENT, height, height);
    }
    let chars = &text.chars[line.start..line.end];
    let mut formats: Vec<usize> = chars.iter().map(|c| c.format).collect();
    formats.dedup();
    let own = |(ascent, descent): (i32, i32), format: TextFormat| {
        let up = fonts::baseline(format.size);
        let down = fonts::line_height(format.size) - up;
        (ascent.max(up.to_twips().0), descent.max(down.to_twips().0))
    };
    let (ascent, descent) = match formats.is_empty() {
        true => own((0, 0), text.empty_format()),
        false => formats.iter().map(|&at| text.formats[at]).fold((0, 0), own),
    };
    let single = ascent + descent;
    let height = match spacing {
        LineSpacing::Multiple(factor) => (i64::from(single) * i64::from(factor) / 240) as i32,
        LineSpacing::Exactly(height) => height.0,
    };
    let lost = (single - height).max(0);
    (
        Twips(ascent - lost).to_pt(),
        Twips(height).to_pt(),
        Twips(single - lost).to_pt(),
    )
}
