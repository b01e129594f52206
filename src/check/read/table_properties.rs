//! Properties of tables and cells as one level gives them: a table style, a condition of it, the table.

use super::measure::{border, integer, on, twips};
use super::names::Ns;
use super::paragraph_properties::alignment;
use super::xml::Node;
use crate::check::facts::{Alignment, Border, TableWidth};
use crate::units::Twips;

/// Lines of a table or a cell: top, bottom, left, right, inside across, inside down. `Some(None)` says
/// that there is no line.
pub(super) type Lines = [Option<Option<Border>>; 6];

/// Properties of one level; what it does not say is `None`.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct TableProperties {
    pub(super) style: Option<String>,
    pub(super) alignment: Option<Alignment>,
    pub(super) indent: Option<Twips>,
    pub(super) width: Option<TableWidth>,
    pub(super) lines: Lines,
    pub(super) padding_left: Option<Twips>,
    pub(super) padding_right: Option<Twips>,
    /// Which conditions of the style are in force.
    pub(super) look: Option<Look>,
    pub(super) floating: bool,
}

/// Conditions of a table style that are in force (`w:tblLook`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Look {
    pub(super) first_row: bool,
    pub(super) last_row: bool,
    pub(super) first_column: bool,
    pub(super) last_column: bool,
    pub(super) row_bands: bool,
    pub(super) column_bands: bool,
}

impl TableProperties {
    /// What `w:tblPr` says.
    pub(super) fn read(node: Node<'_>) -> TableProperties {
        let mut own = TableProperties::default();
        for child in node.children() {
            let (Ns::W, name) = child.name() else {
                continue;
            };
            match name {
                "tblStyle" => own.style = child.val().map(str::to_string),
                "jc" => own.alignment = child.val().and_then(alignment),
                "tblInd" => own.indent = length(child),
                "tblW" => own.width = Some(width(child)),
                "tblBorders" => own.lines = lines(child),
                "tblCellMar" => (own.padding_left, own.padding_right) = padding(child),
                "tblLook" => own.look = Some(look(child)),
                "tblpPr" => own.floating = true,
                _ => {}
            }
        }
        own
    }

    /// Lays another level over this one.
    pub(super) fn lay(&mut self, over: &TableProperties) {
        self.alignment = over.alignment.or(self.alignment);
        self.indent = over.indent.or(self.indent);
        self.width = over.width.or(self.width);
        self.padding_left = over.padding_left.or(self.padding_left);
        self.padding_right = over.padding_right.or(self.padding_right);
        self.look = over.look.or(self.look);
        self.floating |= over.floating;
        lay_lines(&mut self.lines, &over.lines);
    }
}

/// Lays lines of another level over those of this one.
pub(super) fn lay_lines(own: &mut Lines, over: &Lines) {
    for (own, over) in own.iter_mut().zip(over) {
        *own = over.or(*own);
    }
}

/// `w:tblBorders`, `w:tcBorders`.
pub(super) fn lines(node: Node<'_>) -> Lines {
    let mut lines = Lines::default();
    for child in node.children() {
        let side = match child.name() {
            (Ns::W, "top") => 0,
            (Ns::W, "bottom") => 1,
            (Ns::W, "left" | "start") => 2,
            (Ns::W, "right" | "end") => 3,
            (Ns::W, "insideH") => 4,
            (Ns::W, "insideV") => 5,
            _ => continue,
        };
        lines[side] = border(child);
    }
    lines
}

/// `w:tblCellMar`, `w:tcMar`: left and right.
pub(super) fn padding(node: Node<'_>) -> (Option<Twips>, Option<Twips>) {
    let of = |name: &str, other: &str| {
        let side = node.w(name).or_else(|| node.w(other));
        side.and_then(length)
    };
    (of("left", "start"), of("right", "end"))
}

/// A length in twips (`ST_TblWidth` `dxa`).
fn length(node: Node<'_>) -> Option<Twips> {
    match width(node) {
        TableWidth::Exact(twips) => Some(twips),
        TableWidth::Auto | TableWidth::Share(_) => None,
    }
}

/// `w:tblW`, `w:tcW`.
pub(super) fn width(node: Node<'_>) -> TableWidth {
    let value = node.attribute("w").unwrap_or("0");
    if let Some(percent) = value.strip_suffix('%') {
        let percent = percent.trim().parse::<f32>().unwrap_or(0.0);
        return TableWidth::Share((percent * 50.0) as i32);
    }
    match node.attribute("type").unwrap_or("dxa") {
        "dxa" => twips(value).map_or(TableWidth::Auto, TableWidth::Exact),
        "pct" => integer(value).map_or(TableWidth::Auto, TableWidth::Share),
        _ => TableWidth::Auto,
    }
}

/// `w:tblLook`: switches of their own, or bits of one number in older files.
fn look(node: Node<'_>) -> Look {
    let bits = node.val().unwrap_or("0");
    let bits = u32::from_str_radix(bits, 16).unwrap_or(0);
    let set = |name: &str, bit: u32| match node.attribute(name) {
        Some(value) => matches!(value, "1" | "true" | "on"),
        None => bits & bit != 0,
    };
    Look {
        first_row: set("firstRow", 0x20),
        last_row: set("lastRow", 0x40),
        first_column: set("firstColumn", 0x80),
        last_column: set("lastColumn", 0x100),
        row_bands: !set("noHBand", 0x200),
        column_bands: !set("noVBand", 0x400),
    }
}

/// True for a switch of a row: `w:cantSplit`, `w:tblHeader`.
pub(super) fn switch(properties: Option<Node<'_>>, name: &str) -> bool {
    let child = properties.and_then(|properties| properties.w(name));
    child.is_some_and(on)
}
