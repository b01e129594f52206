//! A table: fixed columns, rows that never split, head rows repeated.
//!
//! `w:tblInd` (ECMA-376 part 1, 17.4.50) is the distance from the margin to the table's left edge. What
//! that edge is depends on the compatibility mode: up to mode 14 it is the text of the first cell, so
//! that the grid stands further left by the cell margin; in mode 15, the one we write, it is the grid
//! line itself. `Table::left` means the grid line, so the number goes in as it is.

use anyhow::{Context, Result};
use docx_rs::{
    HeightRule, Table as DocxTable, TableBorder, TableBorderPosition, TableBorders, TableCell,
    TableCellContent, TableCellMargins, TableLayoutType, TableRow, VAlignType, WidthType,
};

use super::finish::Missing;
use super::paragraph::paragraph;
use super::style::Sheet;
use super::{format, units};
use crate::form::flow::{Border, Cell, CellMargins, Row, Table, VerticalAlign};
use crate::units::Twips;

/// The least height of a row with centred cells, in twips: less than any line of text, so that it never
/// shows. Without one LibreOffice 25.2 leaves the text of some cells at the top of the first or the last
/// row of a page (six papers of four hundred; none with a height of 100 to 340 twips).
const LEAST: f32 = 200.0;

/// `table` for docx-rs; what docx-rs cannot say of it goes to `missing`.
pub(super) fn table(table: &Table, sheet: &Sheet, missing: &mut Missing) -> Result<DocxTable> {
    let mut rows = Vec::with_capacity(table.rows.len());
    for line in &table.rows {
        rows.push(row(line, &table.columns, sheet, missing)?);
    }
    let grid: Result<Vec<usize>> = table.columns.iter().copied().map(units::extent).collect();
    let width: Twips = table.columns.iter().copied().sum();
    Ok(DocxTable::new(rows)
        .set_grid(grid?)
        .width(units::extent(width)?, WidthType::Dxa)
        .indent(units::signed(table.left))
        .layout(TableLayoutType::Fixed)
        .margins(margins(&table.cell_margins)?)
        .set_borders(borders(table.grid)))
}

fn row(row: &Row, columns: &[Twips], sheet: &Sheet, missing: &mut Missing) -> Result<TableRow> {
    missing.row(row.header);
    let mut cells = Vec::with_capacity(row.cells.len());
    let mut rest = columns;
    for part in &row.cells {
        let (covered, after) = rest
            .split_at_checked(part.span)
            .context("the spans of a row go beyond the columns of its table")?;
        rest = after;
        cells.push(cell(part, covered.iter().copied().sum(), sheet, missing)?);
    }
    anyhow::ensure!(
        rest.is_empty(),
        "the spans of a row fall short of the columns of its table"
    );
    let docx = TableRow::new(cells).cant_split();
    let centred = |cell: &Cell| cell.align == VerticalAlign::Center;
    Ok(match row.cells.iter().any(centred) {
        true => docx.row_height(LEAST).height_rule(HeightRule::AtLeast),
        false => docx,
    })
}

fn cell(cell: &Cell, width: Twips, sheet: &Sheet, missing: &mut Missing) -> Result<TableCell> {
    let mut docx = TableCell::new().width(units::extent(width)?, WidthType::Dxa);
    if cell.span > 1 {
        docx = docx.grid_span(cell.span);
    }
    docx = match cell.align {
        VerticalAlign::Top => docx,
        VerticalAlign::Center => docx.vertical_align(VAlignType::Center),
    };
    for content in &cell.paragraphs {
        let content = paragraph(content, sheet, missing)?;
        docx.children
            .push(TableCellContent::Paragraph(Box::new(content)));
    }
    Ok(docx)
}

fn margins(margins: &CellMargins) -> Result<TableCellMargins> {
    Ok(TableCellMargins::new().margin(
        units::extent(margins.top)?,
        units::extent(margins.right)?,
        units::extent(margins.bottom)?,
        units::extent(margins.left)?,
    ))
}

fn borders(grid: Option<Border>) -> TableBorders {
    let Some(border) = grid else {
        return TableBorders::with_empty();
    };
    [
        TableBorderPosition::Top,
        TableBorderPosition::Left,
        TableBorderPosition::Bottom,
        TableBorderPosition::Right,
        TableBorderPosition::InsideH,
        TableBorderPosition::InsideV,
    ]
    .into_iter()
    .map(|position| {
        TableBorder::new(position)
            .size(usize::from(border.eighths))
            .color(format::color(border.color))
    })
    .fold(TableBorders::with_empty(), TableBorders::set)
}
