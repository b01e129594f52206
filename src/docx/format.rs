//! Formats as docx-rs properties, written only where they differ from what they are based on: a style
//! from Normal, a paragraph or a run from its style. So a clerk who changes a style changes the paper.

use anyhow::Result;
use docx_rs::{
    AlignmentType, Bold, Indent, Italic, Justification, LineSpacing as DocxSpacing,
    LineSpacingType, ParagraphBorder, ParagraphBorderPosition, ParagraphBorders, ParagraphProperty,
    RunProperty, SpecialIndentType,
};

use super::finish::Switch;
use super::units;
use crate::form::flow::{Align, Border, Borders, Color, LineSpacing, ParagraphFormat, TextFormat};
use crate::units::Twips;

/// The paragraph format of Normal: what Word assumes if nothing is said.
pub(super) const NORMAL: ParagraphFormat = ParagraphFormat {
    align: Align::Left,
    left: Twips(0),
    right: Twips(0),
    first_line: Twips(0),
    before: Twips(0),
    after: Twips(0),
    line: LineSpacing::Multiple(240),
    keep_next: false,
    keep_lines: false,
    page_break_before: false,
    widow_control: true,
    borders: Borders {
        top: None,
        bottom: None,
        left: None,
        right: None,
    },
};

/// Puts what `format` has otherwise than `base` into `property`; gives the switches that must be turned
/// off against `base`.
pub(super) fn paragraph(
    format: &ParagraphFormat,
    base: &ParagraphFormat,
    property: &mut ParagraphProperty,
) -> Result<Vec<Switch>> {
    if format.align != base.align {
        let align = alignment(format.align).to_string();
        property.alignment = Some(Justification::new(align));
    }
    let indents = |format: &ParagraphFormat| (format.left, format.right, format.first_line);
    if indents(format) != indents(base) {
        property.indent = Some(Indent::new(
            Some(units::signed(format.left)),
            Some(first_line(format.first_line)),
            Some(units::signed(format.right)),
            None,
        ));
    }
    property.line_spacing = spacing(format, base)?;
    if format.widow_control != base.widow_control {
        property.widow_control = Some(format.widow_control);
    }
    property.borders = borders(&format.borders, &base.borders);
    let mut off = Vec::new();
    let mut switch = |now: bool, before: bool, switch: Switch| {
        if before && !now {
            off.push(switch);
        }
        (now && !before).then_some(true)
    };
    property.keep_next = switch(format.keep_next, base.keep_next, Switch::KeepNext);
    property.keep_lines = switch(format.keep_lines, base.keep_lines, Switch::KeepLines);
    property.page_break_before = switch(
        format.page_break_before,
        base.page_break_before,
        Switch::PageBreakBefore,
    );
    Ok(off)
}

/// What `format` has otherwise than `base`.
pub(super) fn text(format: &TextFormat, base: &TextFormat) -> RunProperty {
    let mut property = RunProperty::new();
    if format.size != base.size {
        property = property.size(units::size(format.size));
    }
    if format.bold != base.bold {
        property.bold = Some(toggle(Bold::new(), format.bold, Bold::disable));
    }
    if format.italic != base.italic {
        property.italic = Some(toggle(Italic::new(), format.italic, Italic::disable));
    }
    if format.color != base.color {
        property = property.color(color(format.color));
    }
    property
}

/// A colour as Word writes it; black is its automatic one.
pub(super) fn color(color: Color) -> String {
    match color {
        Color::Black => "auto".to_string(),
        Color::Red => "FF0000".to_string(),
        Color::Rgb { red, green, blue } => format!("{red:02X}{green:02X}{blue:02X}"),
    }
}

/// Only `w:b` and `w:i`: their twins for complex scripts do nothing to Vietnamese, and docx-rs cannot turn
/// those off.
fn toggle<T>(property: T, on: bool, disable: fn(T) -> T) -> T {
    if on { property } else { disable(property) }
}

fn alignment(align: Align) -> AlignmentType {
    match align {
        Align::Left => AlignmentType::Left,
        Align::Center => AlignmentType::Center,
        Align::Right => AlignmentType::Right,
        Align::Justified => AlignmentType::Both,
    }
}

fn first_line(indent: Twips) -> SpecialIndentType {
    if indent < Twips(0) {
        SpecialIndentType::Hanging(units::signed(-indent))
    } else {
        SpecialIndentType::FirstLine(units::signed(indent))
    }
}

/// Each attribute of `w:spacing` is inherited by itself, so each is written by itself.
fn spacing(format: &ParagraphFormat, base: &ParagraphFormat) -> Result<Option<DocxSpacing>> {
    let mut spacing = DocxSpacing::new();
    if format.before != base.before {
        spacing = spacing.before(units::unsigned(format.before)?);
    }
    if format.after != base.after {
        spacing = spacing.after(units::unsigned(format.after)?);
    }
    if format.line != base.line {
        spacing = match format.line {
            LineSpacing::Multiple(parts) => spacing
                .line(i32::from(parts))
                .line_rule(LineSpacingType::Auto),
            LineSpacing::Exactly(height) => spacing
                .line(units::signed(height))
                .line_rule(LineSpacingType::Exact),
        };
    }
    Ok((spacing != DocxSpacing::new()).then_some(spacing))
}

/// All four sides if one differs, because Word inherits `w:pBdr` side by side but a reader may not.
fn borders(format: &Borders, base: &Borders) -> Option<ParagraphBorders> {
    if format == base {
        return None;
    }
    let sides = [
        (ParagraphBorderPosition::Top, format.top, base.top),
        (ParagraphBorderPosition::Left, format.left, base.left),
        (ParagraphBorderPosition::Bottom, format.bottom, base.bottom),
        (ParagraphBorderPosition::Right, format.right, base.right),
    ];
    let mut borders = ParagraphBorders::with_empty();
    for (position, now, before) in sides {
        borders = match (now, before) {
            (Some(border), _) => borders.set(line(position, border)),
            (None, Some(_)) => borders.clear(position),
            (None, None) => borders,
        };
    }
    Some(borders)
}

fn line(position: ParagraphBorderPosition, border: Border) -> ParagraphBorder {
    ParagraphBorder::new(position)
        .size(usize::from(border.eighths))
        .space(usize::from(border.space))
        .color(color(border.color))
}
