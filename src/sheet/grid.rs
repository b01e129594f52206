//! A sheet as its file has it, before anybody knows what its columns mean: sparse rows of raw
//! values and the merged ranges. What no list of people needs is refused here, whatever the format.

use std::collections::BTreeMap;

use chrono::NaiveDateTime;

use crate::text::legacy::Encoding;

/// Rows with something in them.
pub(super) const MOST_ROWS: usize = 100_000;

/// Columns that are read; what stands beyond is no table.
pub(super) const MOST_COLUMNS: usize = 200;

/// Cells with something in them.
const MOST_CELLS: usize = 4_000_000;

/// Bytes of text in all cells together.
const MOST_TEXT: usize = 128 << 20;

/// Merged ranges; beyond, a sheet is no list.
const MOST_MERGES: usize = 200_000;

/// A sheet.
#[derive(Debug, Default)]
pub(super) struct Grid {
    /// Its name; `None` in a text file.
    pub(super) name: Option<String>,
    /// Rows with something in them, in order.
    pub(super) rows: Vec<GridRow>,
    /// Merged ranges.
    pub(super) merges: Vec<Merge>,
    /// The first cell beyond the columns that are read.
    pub(super) beyond: Option<(usize, usize)>,
}

/// A row.
#[derive(Debug)]
pub(super) struct GridRow {
    /// Row of the sheet or line of the file, from 1.
    pub(super) number: usize,
    /// Cells with something in them, in order.
    pub(super) cells: Box<[GridCell]>,
}

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct GridCell {
    /// From 0.
    pub(super) column: usize,
    pub(super) value: Raw,
    /// What an old font says of the text.
    pub(super) font: Option<OldFont>,
}

/// A font from before Unicode: its encoding, and whether it shows capitals only.
pub(super) type OldFont = (Encoding, bool);

/// A value as the file has it.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Raw {
    Text(Box<str>),
    Number(f64),
    Date(NaiveDateTime),
    Flag(bool),
    /// An error of a formula, as `#N/A`.
    Fault(Box<str>),
}

/// A merged range; its value stands in its first cell. Rows from 1, columns from 0, both inclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Merge {
    pub(super) rows: (usize, usize),
    pub(super) columns: (usize, usize),
}

/// Why a file or a sheet of it cannot be used.
#[derive(Debug)]
pub(super) struct Refusal {
    pub(super) code: &'static str,
    pub(super) message: String,
    pub(super) hint: &'static str,
    /// Line of a text file.
    pub(super) line: Option<usize>,
}

/// Gathers the cells of a sheet, in any order, within the limits.
#[derive(Debug, Default)]
pub(super) struct Gathering {
    grid: Grid,
    /// The row that cells are being added to, as long as they come in order.
    row: (usize, Vec<GridCell>),
    /// Cells that came out of order, with their rows.
    late: Vec<(usize, GridCell)>,
    count: usize,
    text: usize,
}

impl Refusal {
    pub(super) fn new(
        code: &'static str,
        message: impl Into<String>,
        hint: &'static str,
    ) -> Refusal {
        Refusal {
            code,
            message: message.into(),
            hint,
            line: None,
        }
    }
}

impl Gathering {
    pub(super) fn new(name: Option<String>) -> Gathering {
        let mut gathering = Gathering::default();
        gathering.grid.name = name;
        gathering
    }

    /// Adds a cell: row from 1, column from 0. Blank text is nothing.
    pub(super) fn push(
        &mut self,
        row: usize,
        column: usize,
        value: Raw,
        font: Option<OldFont>,
    ) -> Result<(), Refusal> {
        if let Raw::Text(text) = &value {
            if text.chars().all(char::is_whitespace) {
                return Ok(());
            }
            self.text += text.len();
        }
        if column >= MOST_COLUMNS {
            self.grid.beyond.get_or_insert((row, column));
            return Ok(());
        }
        if self.count >= MOST_CELLS || self.text > MOST_TEXT {
            return Err(too_large());
        }
        self.count += 1;
        let cell = GridCell {
            column,
            value,
            font,
        };
        if row > self.row.0 {
            self.end_row();
            self.row.0 = row;
        }
        let follows = |last: &GridCell| last.column < column;
        match row == self.row.0 && self.row.1.last().is_none_or(follows) {
            true => self.row.1.push(cell),
            false => self.late.push((row, cell)),
        }
        Ok(())
    }

    /// Puts the row that was being added to into the sheet.
    fn end_row(&mut self) {
        if !self.row.1.is_empty() {
            self.grid.rows.push(GridRow {
                number: self.row.0,
                cells: self.row.1.drain(..).collect(),
            });
        }
    }

    pub(super) fn merge(&mut self, merge: Merge) {
        if self.grid.merges.len() < MOST_MERGES && merge.columns.0 < MOST_COLUMNS {
            self.grid.merges.push(merge);
        }
    }

    /// The sheet with its rows in order. Of two values for one cell the later stays.
    pub(super) fn finish(mut self) -> Result<Grid, Refusal> {
        self.end_row();
        if !self.late.is_empty() {
            self.grid.rows = with_late(self.grid.rows, self.late);
        }
        if self.grid.rows.len() > MOST_ROWS {
            return Err(too_many_rows());
        }
        Ok(self.grid)
    }
}

/// The rows with cells that came later.
fn with_late(rows: Vec<GridRow>, late: Vec<(usize, GridCell)>) -> Vec<GridRow> {
    let mut cells: BTreeMap<usize, BTreeMap<usize, GridCell>> = BTreeMap::new();
    let early = rows
        .into_iter()
        .flat_map(|row| row.cells.into_iter().map(move |cell| (row.number, cell)));
    for (row, cell) in early.chain(late) {
        cells.entry(row).or_default().insert(cell.column, cell);
    }
    let rows = cells.into_iter();
    rows.map(|(number, cells)| GridRow {
        number,
        cells: cells.into_values().collect(),
    })
    .collect()
}

impl GridRow {
    /// The cell of a column.
    pub(super) fn cell(&self, column: usize) -> Option<&GridCell> {
        let at = self
            .cells
            .binary_search_by_key(&column, |cell| cell.column)
            .ok()?;
        self.cells.get(at)
    }
}

pub(super) fn too_many_rows() -> Refusal {
    Refusal::new(
        "bang-qua-lon",
        "bảng có hơn 100.000 dòng",
        "tách bảng thành nhiều tệp nhỏ hơn",
    )
}

pub(super) fn too_large() -> Refusal {
    Refusal::new(
        "bang-qua-lon",
        "bảng có quá nhiều ô hoặc quá nhiều chữ",
        "bỏ các trang và cột không dùng, hoặc tách bảng thành nhiều tệp nhỏ hơn",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_that_come_late_take_their_places_and_the_later_of_two_stays() {
        let mut gathering = Gathering::new(None);
        for (row, column, text) in [
            (1, 0, "a"),
            (3, 1, "d"),
            (3, 0, "c"),
            (2, 0, "b"),
            (3, 1, "e"),
            (4, 2, "f"),
        ] {
            gathering
                .push(row, column, Raw::Text(text.into()), None)
                .unwrap();
        }
        let grid = gathering.finish().unwrap();
        let rows = grid.rows.iter().map(|row| {
            let cells = row.cells.iter().map(|cell| match &cell.value {
                Raw::Text(text) => (cell.column, text.to_string()),
                other => panic!("{other:?}"),
            });
            (row.number, cells.collect())
        });
        let rows: Vec<(usize, Vec<(usize, String)>)> = rows.collect();
        let cell = |column, text: &str| (column, text.to_string());
        let expected = [
            (1, vec![cell(0, "a")]),
            (2, vec![cell(0, "b")]),
            (3, vec![cell(0, "c"), cell(1, "e")]),
            (4, vec![cell(2, "f")]),
        ];
        assert_eq!(rows, expected);
    }
}
