//! How the cells of the report look: one colour for each severity, one for what was put right.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::diag::Severity;

/// Typeface and size, as offices have their lists.
const FACE: &str = "Times New Roman";
const SIZE: f64 = 12.0;

/// The formats of a report, made once.
pub(super) struct Styles {
    /// Running text.
    pub(super) text: Format,
    /// A title.
    pub(super) title: Format,
    /// The head of a table.
    pub(super) head: Format,
    /// A cell of a table.
    pub(super) cell: Format,
    /// A link in a cell of a table.
    pub(super) link: Format,
    /// A cell that reading put right.
    pub(super) changed: Format,
    note: Format,
    warning: Format,
    error: Format,
}

impl Styles {
    pub(super) fn new() -> Styles {
        let text = Format::new()
            .set_font_name(FACE)
            .set_font_size(SIZE)
            .set_num_format("@");
        let cell = text
            .clone()
            .set_border(FormatBorder::Thin)
            .set_border_color(Color::RGB(0xA6A6A6))
            .set_text_wrap()
            .set_align(FormatAlign::Top);
        let filled = |color| cell.clone().set_background_color(Color::RGB(color));
        Styles {
            title: text.clone().set_bold(),
            head: filled(0xD9D9D9).set_bold().set_align(FormatAlign::Center),
            link: cell
                .clone()
                .set_font_color(Color::RGB(0x0563C1))
                .set_underline(rust_xlsxwriter::FormatUnderline::Single),
            changed: filled(0xE2EFDA),
            note: filled(0xDDEBF7),
            warning: filled(0xFFE699),
            error: filled(0xF8B4AE),
            text,
            cell,
        }
    }

    /// A cell with a finding.
    pub(super) fn found(&self, severity: Severity) -> &Format {
        match severity {
            Severity::Note => &self.note,
            Severity::Warning => &self.warning,
            Severity::Error => &self.error,
        }
    }
}
