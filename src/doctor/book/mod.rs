//! The doctor's report as a workbook: a corrected copy of each table with the findings marked, a
//! sheet of all findings with links to the cells, a sheet of all that reading put right.
//!
//! A cell stands in the copy where it stands in the file, so that `C7` is `C7` in both. Every cell
//! is text, never a formula. No clock: the same input gives the same bytes.

mod list;
mod mark;
mod style;
mod table;

use anyhow::Result;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook};

use crate::diag::Diagnostic;

use super::Table;
use mark::Marks;
use style::Styles;

/// The date of every report; the clock is never asked.
const DATE: (u16, u8, u8) = (1980, 1, 1);

/// Writes the report on some tables and everything that was found.
///
/// # Errors
///
/// If the workbook cannot be put together; the user's material cannot cause it.
pub fn write(tables: &[Table<'_>], findings: &[Diagnostic]) -> Result<Vec<u8>> {
    let styles = Styles::new();
    let mut workbook = Workbook::new();
    let (year, month, day) = DATE;
    workbook.set_properties(
        &DocProperties::new()
            .set_title("Kết quả kiểm tra")
            .set_creation_datetime(&ExcelDateTime::from_ymd(year, month, day)?),
    );
    for own in tables {
        let marks = Marks::of(own, findings);
        table::write(workbook.add_worksheet(), own, &marks, &styles)?;
    }
    list::findings(workbook.add_worksheet(), tables, findings, &styles)?;
    list::corrections(workbook.add_worksheet(), tables, &styles)?;
    Ok(workbook.save_to_buffer()?)
}

#[cfg(test)]
mod tests;
