//! Paragraphs above each other at a fixed width: what stands in a cell, a header or a footer.

use crate::form::flow::{Paragraph, Style, TextFormat};
use crate::form::style::StyleId;
use crate::units::{HalfPoints, Pt};

use super::page::Item;
use super::paragraph::{ParagraphBox, gap, join_boxes};
use super::structure::Structure;

/// Paragraphs with their tops.
#[derive(Debug)]
pub(super) struct Stack<'a> {
    /// Height with all spaces, the first above and the last below included.
    pub(super) height: Pt,
    /// Every line in order, for a cell that must be split.
    pub(super) strips: Vec<Strip>,
    boxes: Vec<(Pt, ParagraphBox<'a>)>,
}

/// A line of a stack.
#[derive(Clone, Copy, Debug)]
pub(super) struct Strip {
    /// Its top in the stack.
    pub(super) top: Pt,
    /// Its end in the stack.
    pub(super) bottom: Pt,
    paragraph: usize,
    line: usize,
}

impl<'a> Stack<'a> {
    /// Sets paragraphs in a column.
    pub(super) fn new(
        paragraphs: &'a [Paragraph],
        column: Pt,
        styles: &[Style],
        page: usize,
    ) -> Stack<'a> {
        let set = |p| ParagraphBox::new(p, column, empty_format(styles, p), page);
        let mut boxes: Vec<ParagraphBox<'a>> = paragraphs.iter().map(set).collect();
        join_neighbours(&mut boxes);
        let mut stack = Stack {
            height: Pt(0.0),
            strips: Vec::new(),
            boxes: Vec::new(),
        };
        let mut after = Pt(0.0);
        for paragraph in boxes {
            let format = paragraph.format();
            let top = stack.height + gap(after, format.before.to_pt());
            after = format.after.to_pt();
            stack.height = top + paragraph.height(paragraph.lines.len());
            stack.add_strips(top, &paragraph);
            stack.boxes.push((top, paragraph));
        }
        stack.height += after;
        stack
    }

    /// Enters its paragraphs into the structure.
    pub(super) fn tag(&mut self, structure: &mut Structure) {
        for (_, paragraph) in &mut self.boxes {
            paragraph.tags = structure.paragraph(paragraph.source);
        }
    }

    fn add_strips(&mut self, top: Pt, paragraph: &ParagraphBox<'_>) {
        let mut top = top + paragraph.top_inset();
        for (line, measures) in paragraph.lines.iter().enumerate() {
            let bottom = top + measures.height;
            self.strips.push(Strip {
                top,
                bottom,
                paragraph: self.boxes.len(),
                line,
            });
            top = bottom;
        }
    }

    /// Draws everything, the left top corner at `x`, `y`.
    pub(super) fn draw(&self, x: Pt, y: Pt, items: &mut Vec<Item>) {
        for (top, paragraph) in &self.boxes {
            paragraph.draw(0..paragraph.lines.len(), x, y + *top, items);
        }
    }

    /// Draws one line with its top at `y`.
    pub(super) fn draw_strip(&self, strip: Strip, x: Pt, y: Pt, items: &mut Vec<Item>) {
        let (_, paragraph) = &self.boxes[strip.paragraph];
        paragraph.draw_line(strip.line, x, y, items);
    }
}

/// Joins the boxes of all neighbours that share one.
pub(super) fn join_neighbours(boxes: &mut [ParagraphBox<'_>]) {
    for index in 1..boxes.len() {
        let (above, below) = boxes.split_at_mut(index);
        join_boxes(&mut above[index - 1], &mut below[0]);
    }
}

/// How an empty paragraph's mark looks: as its style says.
pub(super) fn empty_format(styles: &[Style], paragraph: &Paragraph) -> TextFormat {
    let of = |id: StyleId| styles.iter().find(|style| style.id == id);
    let style = of(paragraph.style).or_else(|| styles.first());
    style.map_or(
        TextFormat {
            size: HalfPoints::points(14),
            bold: false,
            italic: false,
            color: crate::form::flow::Color::Black,
        },
        |style| style.text,
    )
}
