//! Formats of the cells. All are text: Excel must not read numbers, dates or formulas into them.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

use crate::document::body::ColumnAlign;
use crate::units::HalfPoints;

/// Typeface of the sheet.
const FACE: &str = "Times New Roman";
/// Size of the sheet.
pub(super) const SIZE: HalfPoints = HalfPoints::points(13);
/// Height of a line of this size, and the room above and below all lines, in points.
const LINE: f64 = 16.5;
const ROOM: f64 = 4.0;

/// Plain text.
pub(super) fn text() -> Format {
    Format::new()
        .set_font_name(FACE)
        .set_font_size(f64::from(SIZE.0) / 2.0)
        .set_num_format("@")
}

/// Text that breaks into lines.
pub(super) fn wrapped() -> Format {
    text()
        .set_text_wrap()
        .set_align(FormatAlign::VerticalCenter)
}

/// Text in the middle.
pub(super) fn centred() -> Format {
    wrapped().set_align(FormatAlign::Center)
}

/// A cell of a table.
pub(super) fn cell() -> Format {
    wrapped().set_border(FormatBorder::Thin)
}

/// Height of a row of lines in points.
pub(super) fn height(lines: usize) -> f64 {
    lines as f64 * LINE + ROOM
}

pub(super) fn align(align: ColumnAlign) -> FormatAlign {
    match align {
        ColumnAlign::Left => FormatAlign::Left,
        ColumnAlign::Center => FormatAlign::Center,
        ColumnAlign::Right => FormatAlign::Right,
    }
}
