//! One page as printpdf's operations: one `match` over its items.
//!
//! Words are shown with their spaces as one text; where a line is justified, a number in the `TJ`
//! operator moves the pen after each space (word spacing, `Tw`, does not see two-byte codes).
//!
//! Every item stands in marked content: of its element, or of an artifact. A line of text ends with
//! a space that nobody sees, unless its word goes on in the next line, so that words are parted in
//! the text itself (ISO 32000-1, 14.8.2.5).

use printpdf::{
    Color as PdfColor, CurTransMat, DictItem, FontId, Greyscale, Line, LinePoint, Mm, Op,
    PdfFontHandle, PdfPage, Point, Pt as PdfPt, Rgb, TextItem as Shown, TextMatrix,
};

use crate::fonts::Face;
use crate::form::flow::Color;
use crate::layout::page::{Element, ElementId, Item, LineItem, Page, Tag, TextItem};
use crate::units::{HalfPoints, Pt};

use super::{font, tree};

/// A page drawn.
pub(super) struct Drawn {
    /// Its operations.
    pub(super) page: PdfPage,
    /// The element of every piece of marked content, by its number on the page (MCID).
    pub(super) marks: Vec<ElementId>,
}

/// Draws a page, its texts marked by their elements.
pub(super) fn page(page: &Page, structure: &[Element]) -> Drawn {
    let mut pen = Pen {
        height: page.height,
        structure,
        ops: Vec::new(),
        writing: false,
        font: None,
        fill: None,
        mark: None,
        marks: Vec::new(),
    };
    if page.upside_down {
        pen.turn(page);
    }
    for (index, item) in page.items.iter().enumerate() {
        match item {
            Item::Text(text) => pen.text(text, page.items.get(index + 1)),
            Item::Line(line) => pen.line(line),
            Item::Field(_) => {}
        }
    }
    pen.end_mark();
    let mut made = PdfPage::new(Mm(0.0), Mm(0.0), pen.ops);
    for area in [&mut made.media_box, &mut made.trim_box, &mut made.crop_box] {
        area.width = number(page.width);
        area.height = number(page.height);
    }
    Drawn {
        page: made,
        marks: pen.marks,
    }
}

/// The operations so far and the state that they leave.
struct Pen<'a> {
    height: Pt,
    structure: &'a [Element],
    ops: Vec<Op>,
    writing: bool,
    font: Option<(Face, HalfPoints)>,
    fill: Option<Color>,
    /// The marked content that is open.
    mark: Option<Mark>,
    marks: Vec<ElementId>,
}

/// What marked content is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Content(ElementId),
    /// An artifact that pages repeat.
    Repeated,
    /// An artifact of the layout: a line.
    Line,
}

impl Pen<'_> {
    /// Shows all that follows upside down.
    fn turn(&mut self, page: &Page) {
        let (width, height) = (number(page.width).0, number(page.height).0);
        self.ops.push(Op::SetTransformationMatrix {
            matrix: CurTransMat::Raw([-1.0, 0.0, 0.0, -1.0, width, height]),
        });
    }

    fn text(&mut self, text: &TextItem, next: Option<&Item>) {
        if text.text.is_empty() {
            return;
        }
        self.mark(match text.tag {
            Tag::Content(element) => Mark::Content(element),
            Tag::Repeated => Mark::Repeated,
        });
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
        let items = shown(text, ends_line(text, next) && !text.soft_end);
        self.ops.push(Op::ShowText { items });
    }

    fn line(&mut self, line: &LineItem) {
        self.mark(Mark::Line);
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

    /// Goes on in marked content, or begins it. Text objects lie inside, never across.
    fn mark(&mut self, mark: Mark) {
        if self.mark == Some(mark) {
            return;
        }
        self.end_mark();
        let (tag, (key, value)) = match mark {
            Mark::Content(element) => {
                let number = DictItem::Int(self.marks.len() as i64);
                self.marks.push(element);
                let role = &self.structure[element.0].role;
                (tree::standard_type(role), ("MCID", number))
            }
            Mark::Repeated => ("Artifact", ("Type", name("Pagination"))),
            Mark::Line => ("Artifact", ("Type", name("Layout"))),
        };
        self.ops.push(Op::BeginMarkedContentWithProperties {
            tag: tag.to_string(),
            properties: DictItem::Dict {
                map: [(key.to_string(), value)].into(),
            },
        });
        self.mark = Some(mark);
    }

    fn end_mark(&mut self) {
        self.stop_writing();
        if self.mark.take().is_some() {
            self.ops.push(Op::EndMarkedContent);
        }
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

fn name(name: &str) -> DictItem {
    DictItem::Name(name.as_bytes().to_vec())
}

/// True if no text goes on in the same line. A label's does: its space is its own.
fn ends_line(text: &TextItem, next: Option<&Item>) -> bool {
    let goes_on = match next {
        Some(Item::Text(next)) => next.tag == text.tag && next.baseline == text.baseline,
        Some(Item::Line(_) | Item::Field(_)) | None => false,
    };
    !goes_on && !text.text.ends_with(' ')
}

/// The text with the moves after its spaces; the space at a line's end needs none.
fn shown(text: &TextItem, ends_line: bool) -> Vec<Shown> {
    let mut items = moved(text);
    if ends_line && let Some(Shown::Text(last)) = items.last_mut() {
        last.push(' ');
    }
    items
}

fn moved(text: &TextItem) -> Vec<Shown> {
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
        Color::Red => rgb(u8::MAX, 0, 0),
        Color::Rgb { red, green, blue } => rgb(red, green, blue),
    }
}

fn rgb(red: u8, green: u8, blue: u8) -> PdfColor {
    let [r, g, b] = [red, green, blue].map(|part| f32::from(part) / 255.0);
    PdfColor::Rgb(Rgb {
        r,
        g,
        b,
        icc_profile: None,
    })
}
