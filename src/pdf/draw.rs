//! One page as printpdf's operations: one `match` over its items.
//!
//! Words are shown with their spaces as one text; where a line is justified, a number in the `TJ`
//! operator moves the pen after each space (word spacing, `Tw`, does not see two-byte codes).

use printpdf::{
    Color as PdfColor, FontId, Greyscale, Line, LinePoint, Mm, Op, PdfFontHandle, PdfPage, Point,
    Pt as PdfPt, Rgb, TextItem as Shown, TextMatrix,
};

use crate::fonts::Face;
use crate::form::flow::Color;
use crate::layout::page::{Item, LineItem, Page, TextItem};
use crate::units::{HalfPoints, Pt};

use super::font;

/// Draws a page.
pub(super) fn page(page: &Page) -> PdfPage {
    let mut pen = Pen {
        height: page.height,
        ops: Vec::new(),
        writing: false,
        font: None,
        fill: None,
    };
    for item in &page.items {
        match item {
            Item::Text(text) => pen.text(text),
            Item::Line(line) => pen.line(line),
        }
    }
    pen.stop_writing();
    let mut made = PdfPage::new(Mm(0.0), Mm(0.0), pen.ops);
    for area in [&mut made.media_box, &mut made.trim_box, &mut made.crop_box] {
        area.width = number(page.width);
        area.height = number(page.height);
    }
    made
}

/// The operations so far and the state that they leave.
struct Pen {
    height: Pt,
    ops: Vec<Op>,
    writing: bool,
    font: Option<(Face, HalfPoints)>,
    fill: Option<Color>,
}

impl Pen {
    fn text(&mut self, text: &TextItem) {
        if text.text.is_empty() {
            return;
        }
        if self.fill != Some(text.color) {
            self.stop_writing();
            let col = color(text.color);
            self.ops.push(Op::SetFillColor { col });
            self.fill = Some(text.color);
        }
        if !self.writing {
            self.ops.push(Op::StartTextSection);
            self.writing = true;
        }
        if self.font != Some((text.face, text.size)) {
            let id = FontId(font::name(text.face).to_string());
            self.ops.push(Op::SetFont {
                font: PdfFontHandle::External(id),
                size: number(text.size.to_pt()),
            });
            self.font = Some((text.face, text.size));
        }
        let matrix = TextMatrix::Translate(number(text.x), self.up(text.baseline));
        self.ops.push(Op::SetTextMatrix { matrix });
        let items = shown(text);
        self.ops.push(Op::ShowText { items });
    }

    fn line(&mut self, line: &LineItem) {
        self.stop_writing();
        let col = color(line.color);
        self.ops.push(Op::SetOutlineColor { col });
        let pt = number(line.width);
        self.ops.push(Op::SetOutlineThickness { pt });
        let points = [line.from, line.to].map(|(x, y)| LinePoint {
            p: Point {
                x: number(x),
                y: self.up(y),
            },
            bezier: false,
        });
        self.ops.push(Op::DrawLine {
            line: Line {
                points: points.to_vec(),
                is_closed: false,
            },
        });
    }

    fn stop_writing(&mut self) {
        if self.writing {
            self.ops.push(Op::EndTextSection);
            self.writing = false;
        }
    }

    /// A height from the page's foot, as PDF counts.
    fn up(&self, y: Pt) -> PdfPt {
        number(self.height - y)
    }
}

/// The text with the moves after its spaces.
fn shown(text: &TextItem) -> Vec<Shown> {
    let letters: String = text.text.chars().map(font::drawn).collect();
    let size = text.size.to_pt().0;
    if text.word_spacing.0.abs() < 0.0005 || size == 0.0 {
        return vec![Shown::Text(letters)];
    }
    let offset = number(Pt(text.word_spacing.0 * -1000.0 / size)).0;
    let mut items = Vec::new();
    let mut start = 0;
    for (at, c) in text.text.char_indices().filter(|(_, c)| *c == ' ') {
        // A no-break space is longer than the space drawn for it.
        let end = at + c.len_utf8();
        items.push(Shown::Text(
            text.text[start..end].chars().map(font::drawn).collect(),
        ));
        items.push(Shown::Offset(offset));
        start = end;
    }
    if start < text.text.len() {
        items.push(Shown::Text(
            text.text[start..].chars().map(font::drawn).collect(),
        ));
    }
    items
}

/// A length with three decimals, a thousandth of a point.
fn number(length: Pt) -> PdfPt {
    PdfPt(((length.0 * 1000.0).round() / 1000.0) as f32)
}

fn color(color: Color) -> PdfColor {
    match color {
        Color::Black => PdfColor::Greyscale(Greyscale {
            percent: 0.0,
            icc_profile: None,
        }),
        Color::Red => PdfColor::Rgb(Rgb {
            r: 1.0,
            g: 0.0,
            b: 0.0,
            icc_profile: None,
        }),
    }
}
