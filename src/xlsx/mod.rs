//! A list as a workbook, for clerks who go on working with it in Excel: one sheet on A4, with the
//! heads and signatures of the paper around its tables; every cell text, never a formula.
//!
//! It takes the [`Document`], not the flow: a sheet has cells and no pages. Its column widths come
//! from its own words (`columns`).

mod columns;
mod format;
mod frame;
mod table;

use anyhow::Result;
use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet};

use crate::document::body::Block;
use crate::document::inline::Inlines;
use crate::document::{Document, Meta};

use columns::Columns;

/// Date of a workbook whose paper has none.
const NO_DATE: (u16, u8, u8) = (1980, 1, 1);
/// A4 among Excel's paper sizes.
const A4: u8 = 9;
/// Page margins in inches: left 30 mm, right 15 mm, top and bottom 20 mm; header and footer 10 mm.
const MARGINS: [f64; 6] = [1.18, 0.59, 0.79, 0.79, 0.39, 0.39];

/// Writes the tables of a paper, one below the other, with its heads above and who signs below.
///
/// # Errors
///
/// If the workbook cannot be put together; of the user's material only a cell of more than 32767
/// characters can cause it.
pub fn write(document: &Document) -> Result<Vec<u8>> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(&document.meta)?);
    let worksheet = workbook.add_worksheet();
    worksheet.set_name("Danh sách")?;
    let columns = Columns::of(document);
    set_page(worksheet, &columns)?;
    let mut sheet = Sheet {
        worksheet,
        columns,
        row: 0,
    };
    frame::head(&mut sheet, document)?;
    let mut head_row = None;
    for placed in &document.body.blocks {
        match &placed.block {
            Block::Table(found) => {
                head_row = head_row.or(Some(sheet.row));
                table::table(&mut sheet, found)?;
            }
            Block::Paragraph(content) => sheet.line(content)?,
            Block::Item(item) => {
                let mut words = Inlines::plain(format!("{} ", item.label));
                words.0.extend(item.content.0.iter().cloned());
                sheet.line(&words)?;
            }
            Block::Division(division) => sheet.line(&division.title)?,
            Block::PageBreak | Block::Annex(_) => {}
        }
    }
    frame::foot(&mut sheet, document)?;
    if let Some(row) = head_row {
        sheet.worksheet.set_repeat_rows(row, row)?;
    }
    Ok(workbook.save_to_buffer()?)
}

/// The sheet as it grows.
struct Sheet<'a> {
    worksheet: &'a mut Worksheet,
    columns: Columns,
    /// The next row.
    row: u32,
}

impl Sheet<'_> {
    /// A paragraph over all columns.
    fn line(&mut self, content: &Inlines) -> Result<()> {
        let last = self.columns.last();
        self.wide(&content.to_plain(), (0, last), &format::wrapped())?;
        self.row += 1;
        Ok(())
    }

    /// Text over some columns of the row, which is made high enough for it: Excel does not fit the
    /// height of merged cells.
    fn wide(&mut self, text: &str, (first, last): (u16, u16), format: &Format) -> Result<()> {
        if first == last {
            self.worksheet
                .write_string_with_format(self.row, first, text, format)?;
        } else {
            self.worksheet
                .merge_range(self.row, first, self.row, last, text, format)?;
        }
        let lines = self.columns.lines(text, first, last);
        if lines > 1 {
            self.worksheet
                .set_row_height(self.row, format::height(lines))?;
        }
        Ok(())
    }
}

/// Paper, direction and widths; all columns on a page, as many pages as rows need.
fn set_page(sheet: &mut Worksheet, columns: &Columns) -> Result<()> {
    let [left, right, top, bottom, header, footer] = MARGINS;
    sheet.set_paper_size(A4);
    if columns.landscape() {
        sheet.set_landscape();
    }
    sheet.set_margins(left, right, top, bottom, header, footer);
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_footer("&R&P/&N");
    for (index, width) in (0u16..).zip(columns.pixels()) {
        sheet.set_column_width_pixels(index, width)?;
    }
    Ok(())
}

/// Metadata; the time stamp is the paper's date, never the clock.
fn properties(meta: &Meta) -> Result<DocProperties> {
    let (year, month, day) = meta.date.map_or(NO_DATE, parts);
    Ok(DocProperties::new()
        .set_title(&meta.title)
        .set_author(&meta.author)
        .set_creation_datetime(&ExcelDateTime::from_ymd(year, month, day)?))
}

fn parts(date: NaiveDate) -> (u16, u8, u8) {
    (date.year() as u16, date.month() as u8, date.day() as u8)
}
