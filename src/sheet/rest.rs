//! What a sheet holds besides the cells of its rows: titles above, the header, titles between the
//! rows, totals, signatures, columns without a title. A copy of the sheet needs them.

use super::clean::{clean, encoding};
use super::grid::{Grid, GridRow};
use super::header::Header;
use super::table::Row;
use super::value;

/// A cell that is in no row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rest {
    /// Row of the sheet or line of the file, from 1.
    pub row: usize,
    /// Column, from 1.
    pub column: usize,
    /// Its words, made uniform.
    pub text: String,
}

/// The cells of a sheet that are in none of its rows, in order.
pub(super) fn rest(grid: &Grid, header: &Header, rows: &[Row]) -> Vec<Rest> {
    let is_row = |row: &GridRow| {
        let found = rows.binary_search_by_key(&row.number, |own| own.number);
        found.is_ok()
    };
    let is_titled = |column: usize| {
        let mut columns = header.columns.iter();
        columns.any(|own| (own.first..=own.last).contains(&column))
    };
    let mut rest = Vec::new();
    for row in &grid.rows {
        let in_rows = is_row(row);
        for cell in row
            .cells
            .iter()
            .filter(|cell| !in_rows || !is_titled(cell.column))
        {
            let raw = value::typed(&cell.value);
            let text = clean(&raw, cell.font, encoding(&raw, cell.font)).text;
            if !text.is_empty() {
                rest.push(Rest {
                    row: row.number,
                    column: cell.column + 1,
                    text,
                });
            }
        }
    }
    rest
}
