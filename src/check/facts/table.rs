//! Tables.

use super::{Alignment, Block, Border, Home, Place};
use crate::units::Twips;

/// A table (`w:tbl`).
#[derive(Clone, Debug)]
pub struct Table {
    /// The `w:tbl` element.
    pub place: Place,
    /// What directly holds it.
    pub home: Home,
    /// Widths of the grid's columns. Word takes them as a hint, so they may be wrong.
    pub grid: Vec<Twips>,
    /// Width that it asks for.
    pub width: TableWidth,
    /// Where it stands between the margins.
    pub alignment: Alignment,
    /// From the left margin, if it stands left.
    pub indent: Twips,
    /// True if text flows around it (`w:tblpPr`).
    pub floating: bool,
    /// Padding of a cell, left and right.
    pub padding: (Twips, Twips),
    /// Its rows.
    pub rows: Vec<Row>,
}

/// Width that a table or a cell asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum TableWidth {
    /// By the content.
    #[default]
    Auto,
    /// So wide.
    Exact(Twips),
    /// Fiftieths of a percent of the room.
    Share(i32),
}

/// A row.
#[derive(Clone, Debug)]
pub struct Row {
    /// The `w:tr` element.
    pub place: Place,
    /// Grid columns left out before the first cell.
    pub skipped: usize,
    /// Its cells.
    pub cells: Vec<Cell>,
    /// Not split over pages.
    pub unsplit: bool,
    /// Repeated on every page (`w:tblHeader`).
    pub repeated: bool,
    /// Height that it asks for, and whether it is exact.
    pub height: Option<(Twips, bool)>,
}

/// A cell.
#[derive(Clone, Debug)]
pub struct Cell {
    /// The `w:tc` element.
    pub place: Place,
    /// Its first grid column.
    pub column: usize,
    /// Grid columns that it spans.
    pub span: usize,
    /// Its part in a vertical merge.
    pub merged: MergedDown,
    /// Width with padding: its own, or that of its grid columns.
    pub width: Twips,
    /// Padding, left and right.
    pub padding: (Twips, Twips),
    /// Line above: its own, else the table's.
    pub top: Option<Border>,
    /// Line below.
    pub bottom: Option<Border>,
    /// Line on the left.
    pub left: Option<Border>,
    /// Line on the right.
    pub right: Option<Border>,
    /// Its blocks.
    pub blocks: Vec<Block>,
}

/// Part of a cell in a vertical merge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MergedDown {
    /// None.
    No,
    /// The first cell.
    First,
    /// One of those below, which print nothing.
    Rest,
}

impl Table {
    /// True if no cell has a line: a table for layout.
    pub fn is_borderless(&self) -> bool {
        let cells = self.rows.iter().flat_map(|row| &row.cells);
        let mut lines = cells.flat_map(|cell| [cell.top, cell.bottom, cell.left, cell.right]);
        lines.all(|line| line.is_none())
    }
}
