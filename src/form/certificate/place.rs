//! Where the texts of a certificate stand: the layout's slots, and how a printer moves them.

use crate::fonts::{self, Face};
use crate::form::flow::{Align, Color, TextFormat};
use crate::form::style::StyleId;
use crate::units::{HalfPoints, Mm};

/// Part of a line that rounding may take.
const SLACK: f64 = 0.01;

/// A certificate's page. Lengths are millimetres from the left top corner.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// Width of the page.
    pub width: Mm,
    /// Height of the page.
    pub height: Mm,
    /// Its slots, in order of reading.
    pub slots: Vec<Slot>,
    /// How the printer wants everything moved.
    pub printer: Printer,
}

/// Place and looks of one text.
#[derive(Clone, Debug, PartialEq)]
pub struct Slot {
    /// Name of the field that it takes.
    pub name: String,
    /// Its style in Word.
    pub style: StyleId,
    /// Where the text stands: its left end, its middle or its right end, as `align` says.
    pub x: Mm,
    /// Baseline of the first line.
    pub y: Mm,
    /// Width that the text may take.
    pub width: Mm,
    /// Which end of the text stands at `x`.
    pub align: Align,
    /// Size that is wanted.
    pub size: HalfPoints,
    /// Smallest size that is good enough.
    pub smallest: HalfPoints,
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
    /// True for capitals.
    pub upper: bool,
    /// Colour.
    pub color: Color,
    /// Most lines.
    pub most_lines: usize,
    /// Most that the last baseline may stand below the first; none if only the lines are counted.
    pub height: Option<Mm>,
    /// Height of a line, in single lines.
    pub line: f64,
    /// What a long text does first.
    pub when_long: WhenLong,
    /// Where further lines go.
    pub grows: Grows,
    /// From the last baseline to a rule as long as the text.
    pub rule: Option<Mm>,
    /// True if the blank has it already: nothing is printed.
    pub preprinted: bool,
}

/// What a text does that is too long for one line of the wanted size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhenLong {
    /// Gets smaller, and takes a further line only at its smallest size.
    Shrinks,
    /// Takes further lines, and gets smaller only when it has all of them.
    Breaks,
}

/// Where the lines after the first go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grows {
    /// Down: the first line stays.
    Down,
    /// Up: the last line stays.
    Up,
    /// To both sides: the middle stays.
    Both,
}

/// How a printer moves what is sent to it, undone. Sizes of letters stay.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Printer {
    /// Everything is moved right by this.
    pub dx: Mm,
    /// Everything is moved down by this.
    pub dy: Mm,
    /// Distances from the left edge are multiplied by this, before they are moved.
    pub scale_x: f64,
    /// Distances from the top edge are multiplied by this, before they are moved.
    pub scale_y: f64,
    /// True if the paper is fed the other way round; last of all, in the PDF alone.
    pub upside_down: bool,
}

/// The Word style of a field by its usual name, so that a clerk finds it.
pub fn style_of(name: &str) -> StyleId {
    match name {
        "quoc_hieu" => StyleId::NationalName,
        "tieu_ngu" => StyleId::Motto,
        "nguoi_tang" => StyleId::Giver,
        "loi_tang" => StyleId::AwardLead,
        "hinh_thuc" => StyleId::TypeName,
        "ten" => StyleId::Awardee,
        "don_vi" => StyleId::AwardeeUnit,
        "thanh_tich" => StyleId::Achievement,
        "dia_danh_ngay" => StyleId::PlaceDate,
        "quyen_han" => StyleId::Authority,
        "nguoi_ky" => StyleId::SignerName,
        "quyet_dinh" => StyleId::AwardDecision,
        "so_so_vang" => StyleId::GoldenBook,
        _ => StyleId::Placed,
    }
}

impl Printer {
    /// A printer that puts everything where it should be.
    pub const EXACT: Printer = Printer {
        dx: Mm(0.0),
        dy: Mm(0.0),
        scale_x: 1.0,
        scale_y: 1.0,
        upside_down: false,
    };

    /// Where a point must be put to be printed at `x`, `y`.
    pub fn place(&self, x: Mm, y: Mm) -> (Mm, Mm) {
        (x * self.scale_x + self.dx, y * self.scale_y + self.dy)
    }
}

impl Slot {
    /// Face of its text.
    pub fn face(&self) -> Face {
        Face::of(self.bold, self.italic)
    }

    /// How its text looks at a size.
    pub fn format(&self, size: HalfPoints) -> TextFormat {
        TextFormat {
            size,
            bold: self.bold,
            italic: self.italic,
            color: self.color,
        }
    }

    /// From a baseline to the next.
    pub fn pitch(&self, size: HalfPoints) -> Mm {
        (fonts::line_height(size) * (f64::from(self.line_parts()) / 240.0)).to_mm()
    }

    /// Most lines of a size.
    pub fn most_lines_at(&self, size: HalfPoints) -> usize {
        let further = self.height.map_or(usize::MAX, |height| {
            (height.0 / self.pitch(size).0 + SLACK).floor() as usize
        });
        self.most_lines.min(further.saturating_add(1))
    }

    /// Height of its lines in 240ths of a single line.
    pub fn line_parts(&self) -> u16 {
        (self.line * 240.0).round() as u16
    }

    /// From the left edge of a stretch of a width to its left end, where it belongs at `x`.
    pub fn left_of(&self, x: Mm, width: Mm) -> Mm {
        match self.align {
            Align::Left | Align::Justified => x,
            Align::Center => x - width / 2.0,
            Align::Right => x - width,
        }
    }
}
