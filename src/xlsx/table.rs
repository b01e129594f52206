//! A table with its head, group rows over all columns, and rows high enough to be signed in.

use anyhow::Result;
use rust_xlsxwriter::FormatAlign;

use crate::document::body::{Table, TableRow};
use crate::document::inline::Inlines;

use super::{Sheet, format};

/// Least height of a row with a cell to sign, in points: a centimetre.
const TO_SIGN: f64 = 29.0;

/// Writes a table, and an empty row below it.
pub(super) fn table(sheet: &mut Sheet<'_>, table: &Table) -> Result<()> {
    let head = format::cell().set_bold().set_align(FormatAlign::Center);
    for (index, content) in (0u16..).zip(&table.head) {
        let text = content.to_plain();
        sheet
            .worksheet
            .write_string_with_format(sheet.row, index, text, &head)?;
    }
    sheet.row += 1;
    let signed = table.head.iter().any(Inlines::is_for_signing);
    for row in &table.rows {
        match row {
            TableRow::Cells(cells) => {
                if signed {
                    let lines = (0u16..).zip(cells);
                    let lines = lines
                        .map(|(index, cell)| sheet.columns.lines(&cell.to_plain(), index, index));
                    let height = format::height(lines.max().unwrap_or(1));
                    sheet
                        .worksheet
                        .set_row_height(sheet.row, height.max(TO_SIGN))?;
                }
                for ((index, content), column) in (0u16..).zip(cells).zip(&table.columns) {
                    let format = format::cell().set_align(format::align(column.align));
                    let text = content.to_plain();
                    sheet
                        .worksheet
                        .write_string_with_format(sheet.row, index, text, &format)?;
                }
            }
            TableRow::Group(title) => {
                let last = u16::try_from(table.columns.len().saturating_sub(1))?;
                let format = format::cell().set_bold();
                sheet.wide(&title.to_plain(), (0, last), &format)?;
            }
        }
        sheet.row += 1;
    }
    sheet.row += 1;
    Ok(())
}
