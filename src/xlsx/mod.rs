//! A list as a workbook, for clerks who go on working with it in Excel: one sheet, the title above
//! the table, every cell text, never a formula.
//!
//! It takes the [`Document`], not the flow: a sheet has cells and no pages.

use anyhow::Result;
use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet,
};

use crate::document::body::{Block, ColumnAlign, Table, TableRow};
use crate::document::inline::Inlines;
use crate::document::{Document, Meta};

/// Typeface and size of the sheet.
const FACE: &str = "Times New Roman";
const SIZE: f64 = 13.0;
/// Width of all columns together, in characters.
const WIDTH: f64 = 110.0;
/// Date of a workbook whose paper has none.
const NO_DATE: (u16, u8, u8) = (1980, 1, 1);

/// Writes the tables of a paper, one below the other, with its heading and subject above.
///
/// # Errors
///
/// If the workbook cannot be put together; the user's material cannot cause it.
pub fn write(document: &Document) -> Result<Vec<u8>> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(&document.meta)?);
    let sheet = workbook.add_worksheet();
    sheet.set_name("Danh sách")?;
    let mut row = title(sheet, document)?;
    for placed in &document.body.blocks {
        row = match &placed.block {
            Block::Table(found) => table(sheet, found, row)?,
            Block::Paragraph(content) => line(sheet, content, row)?,
            Block::Item(item) => {
                let mut words = Inlines::plain(format!("{} ", item.label));
                words.0.extend(item.content.0.iter().cloned());
                line(sheet, &words, row)?
            }
            Block::Division(division) => line(sheet, &division.title, row)?,
            Block::PageBreak | Block::Annex(_) => row,
        };
    }
    Ok(workbook.save_to_buffer()?)
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

/// Agency, heading and subject; gives the row below them and an empty one.
fn title(sheet: &mut Worksheet, document: &Document) -> Result<u32> {
    let bold = text().set_bold();
    let agency = document.letterhead.agency.join(" ").to_uppercase();
    let heading = document.kind.heading().unwrap_or_default();
    let lines = [agency, heading, document.subject.to_plain()];
    let mut row = 0;
    for line in lines.iter().filter(|line| !line.is_empty()) {
        sheet.write_string_with_format(row, 0, line, &bold)?;
        row += 1;
    }
    Ok(row + 1)
}

fn line(sheet: &mut Worksheet, content: &Inlines, row: u32) -> Result<u32> {
    sheet.write_string_with_format(row, 0, content.to_plain(), &text())?;
    Ok(row + 1)
}

/// A table with its head; gives the row below it and an empty one.
fn table(sheet: &mut Worksheet, table: &Table, start: u32) -> Result<u32> {
    let weights: u32 = table.columns.iter().map(|column| column.weight).sum();
    let head = cell().set_bold().set_align(FormatAlign::Center);
    for (index, column) in (0u16..).zip(&table.columns) {
        let share = f64::from(column.weight) / f64::from(weights.max(1));
        sheet.set_column_width(index, (WIDTH * share).max(6.0))?;
    }
    for (index, content) in (0u16..).zip(&table.head) {
        sheet.write_string_with_format(start, index, content.to_plain(), &head)?;
    }
    sheet.set_repeat_rows(start, start)?;
    let mut row = start + 1;
    for found in &table.rows {
        match found {
            TableRow::Cells(cells) => {
                for ((index, content), column) in (0u16..).zip(cells).zip(&table.columns) {
                    let format = cell().set_align(align(column.align));
                    sheet.write_string_with_format(row, index, content.to_plain(), &format)?;
                }
            }
            TableRow::Group(title) => group(sheet, title, row, table.columns.len())?,
        }
        row += 1;
    }
    Ok(row + 1)
}

/// A title over all columns.
fn group(sheet: &mut Worksheet, title: &Inlines, row: u32, columns: usize) -> Result<()> {
    let format = cell().set_bold();
    let last = u16::try_from(columns.saturating_sub(1))?;
    if last == 0 {
        sheet.write_string_with_format(row, 0, title.to_plain(), &format)?;
    } else {
        sheet.merge_range(row, 0, row, last, &title.to_plain(), &format)?;
    }
    Ok(())
}

/// Text cells: Excel must not read numbers, dates or formulas into them.
fn text() -> Format {
    Format::new()
        .set_font_name(FACE)
        .set_font_size(SIZE)
        .set_num_format("@")
}

fn cell() -> Format {
    text()
        .set_border(FormatBorder::Thin)
        .set_text_wrap()
        .set_align(FormatAlign::VerticalCenter)
}

fn align(align: ColumnAlign) -> FormatAlign {
    match align {
        ColumnAlign::Left => FormatAlign::Left,
        ColumnAlign::Center => FormatAlign::Center,
        ColumnAlign::Right => FormatAlign::Right,
    }
}
