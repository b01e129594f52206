//! The corrected copy of a table: every row and column where the file has it, marked cells filled
//! and with a comment.

use std::collections::BTreeMap;

use anyhow::Result;
use rust_xlsxwriter::{Format, IgnoreError, Note as Comment, Worksheet};

use crate::doctor::Table;

use super::mark::{At, Mark, Marks};
use super::style::Styles;

/// Comments on one sheet; with more, spreadsheets grow slow. The gravest cells get theirs first.
pub(super) const MOST_COMMENTS: usize = 2_000;

/// The longest text that a cell holds.
const LONGEST: usize = 32_767;

/// Rows and columns of a spreadsheet.
const MOST_ROWS: usize = 1_048_576;
const MOST_COLUMNS: usize = 16_384;

/// Rows that the widths of the columns are taken from.
const MEASURED: usize = 500;

/// Widths of a column in characters.
const NARROWEST: usize = 5;
const WIDEST: usize = 42;

/// A header further down is not frozen: the window would hold nothing else.
const DEEPEST_FROZEN: usize = 12;

/// Writes the copy.
pub(super) fn write(
    sheet: &mut Worksheet,
    table: &Table<'_>,
    marks: &Marks,
    styles: &Styles,
) -> Result<()> {
    sheet.set_name(table.name)?;
    let cells = cells(table);
    for (at, text) in &cells {
        let format = format(table, *at, marks.0.get(at), styles);
        put(sheet, *at, text, format)?;
    }
    // A finding may lie in a cell with nothing in it.
    for (at, mark) in marks.0.iter().filter(|(at, _)| !cells.contains_key(at)) {
        put(sheet, *at, "", format(table, *at, Some(mark), styles))?;
    }
    if let Some((row, column)) = cells.keys().next_back().and_then(|at| place(*at)) {
        // Telephone and ordinal numbers are text on purpose.
        let wide = column.max(u16::try_from(table.sheet.head.columns.len())?);
        sheet.ignore_error_range(0, 0, row, wide, IgnoreError::NumberStoredAsText)?;
    }
    comment(sheet, marks)?;
    widths(sheet, table, &cells)?;
    page(sheet, table)
}

/// The texts of the copy: the rows as read, and whatever else the sheet holds.
fn cells<'t>(table: &'t Table<'_>) -> BTreeMap<At, &'t str> {
    let mut cells = BTreeMap::new();
    for rest in &table.sheet.rest {
        cells.insert((rest.row, rest.column), rest.text.as_str());
    }
    for row in &table.sheet.rows {
        for (column, cell) in row.iter() {
            if let Some(number) = column.number {
                cells.insert((row.number, number), cell.text);
            }
        }
    }
    cells
}

fn format<'s>(table: &Table<'_>, at: At, mark: Option<&Mark>, styles: &'s Styles) -> &'s Format {
    match mark {
        Some(Mark {
            severity: Some(severity),
            ..
        }) => styles.found(*severity),
        Some(_) => &styles.changed,
        None if is_entry(table, at.0) => &styles.cell,
        None if is_head(table, at.0) => &styles.head,
        None => &styles.title,
    }
}

/// True for a row of the header, which may run over several.
fn is_head(table: &Table<'_>, row: usize) -> bool {
    let first = table
        .sheet
        .rows
        .first()
        .map_or(usize::MAX, |row| row.number);
    let head = table.sheet.head.row;
    row == head || (row > head && row < first && row < head + 3)
}

/// Writes a text; nothing where a spreadsheet has no cell.
fn put(sheet: &mut Worksheet, at: At, text: &str, format: &Format) -> Result<()> {
    let Some((row, column)) = place(at) else {
        return Ok(());
    };
    if text.is_empty() {
        sheet.write_blank(row, column, format)?;
    } else if text.len() <= LONGEST {
        sheet.write_string_with_format(row, column, text, format)?;
    } else {
        let cut: String = text.chars().take(LONGEST / 2).collect();
        sheet.write_string_with_format(row, column, cut, format)?;
    }
    Ok(())
}

/// A cell as the crate counts it, from 0.
fn place((row, column): At) -> Option<(u32, u16)> {
    if row > MOST_ROWS || column > MOST_COLUMNS {
        return None;
    }
    Some((
        u32::try_from(row.checked_sub(1)?).ok()?,
        u16::try_from(column.checked_sub(1)?).ok()?,
    ))
}

fn comment(sheet: &mut Worksheet, marks: &Marks) -> Result<()> {
    let mut marked: Vec<(&At, &Mark)> = marks.0.iter().collect();
    marked.sort_by_key(|(at, mark)| (std::cmp::Reverse(mark.severity), **at));
    marked.truncate(MOST_COMMENTS);
    // In the order of the sheet, whatever the order of the choice.
    marked.sort_by_key(|(at, _)| **at);
    for (at, mark) in marked {
        let Some((row, column)) = place(*at) else {
            continue;
        };
        let text = mark.said.join("\n\n");
        let lines: usize = text.lines().map(|line| 1 + line.chars().count() / 40).sum();
        let height = u32::try_from(lines.clamp(3, 24))? * 16 + 12;
        let comment = Comment::new(text)
            .set_author("vanthu")
            .add_author_prefix(false)
            .set_font_name("Times New Roman")
            .set_font_size(11)
            .set_width(300)
            .set_height(height);
        sheet.insert_note(row, column, &comment)?;
    }
    Ok(())
}

fn widths(sheet: &mut Worksheet, table: &Table<'_>, cells: &BTreeMap<At, &str>) -> Result<()> {
    let mut widths: BTreeMap<usize, usize> = BTreeMap::new();
    let head = table.sheet.head.row;
    let measured = cells
        .range((head, 0)..)
        .take(MEASURED * table.sheet.head.columns.len().max(1));
    for ((row, column), text) in measured {
        // A title of the whole row runs over its neighbours.
        let is_title = *row != head && !is_entry(table, *row);
        if !is_title {
            let width = widths.entry(*column).or_default();
            *width = (*width).max(text.chars().count() + 2);
        }
    }
    for (column, width) in widths {
        if let Some((_, column)) = place((1, column)) {
            let width = u32::try_from(width.clamp(NARROWEST, WIDEST))?;
            sheet.set_column_width(column, f64::from(width))?;
        }
    }
    Ok(())
}

fn is_entry(table: &Table<'_>, row: usize) -> bool {
    let rows = &table.sheet.rows;
    rows.binary_search_by_key(&row, |own| own.number).is_ok()
}

/// Frozen head, filter, print across one page.
fn page(sheet: &mut Worksheet, table: &Table<'_>) -> Result<()> {
    sheet.set_landscape().set_paper_size(9);
    sheet.set_print_fit_to_pages(1, 0);
    let head = table.sheet.head.row;
    if let Some((row, _)) = place((head, 1)) {
        sheet.set_repeat_rows(row, row)?;
        if head <= DEEPEST_FROZEN {
            sheet.set_freeze_panes(row + 1, 0)?;
        }
    }
    Ok(())
}
