//! Tables of the text: column widths by weight, but never narrower than the longest word.
//!
//! The Decree is silent on the inside of tables; the size is a point under the text, down to
//! 11 pt where the columns would not hold their words otherwise.

use crate::diag::{Diagnostic, Place};
use crate::document::body::{self, Column, ColumnAlign, TableRow};
use crate::document::inline::Inlines;
use crate::fonts::{Face, width};
use crate::units::{HalfPoints, Pt, Twips};

use super::columns::Words;
use super::flow::{Align, Cell, CellMargins, Paragraph, Row, Table, TablePurpose, VerticalAlign};
use super::grid::settled;
use super::rule::THIN;
use super::sheet::Sheet;
use super::style::StyleId;

/// Inner margins of a cell.
const MARGINS: CellMargins = CellMargins {
    top: Twips(40),
    bottom: Twips(40),
    left: Twips(85),
    right: Twips(85),
};
/// The smallest size in a table.
const SMALLEST: HalfPoints = HalfPoints::points(11);
/// Room beyond the measured word, against the rounding of word processors.
const SLACK: Pt = Pt(1.5);

/// Room to sign above the line of a row, which makes the row a centimetre high.
const TO_SIGN: Pt = Pt(10.0);

/// How the widths of columns are found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Widths {
    /// By the weights that the author gives.
    Weighted,
    /// From there, so that the rows take the fewest lines: for lists.
    Fitted,
}

/// Lays out a table over the whole column.
pub fn table(
    sheet: &Sheet,
    table: &body::Table,
    column: Twips,
    mode: Widths,
) -> (Table, Vec<Diagnostic>) {
    let mut size = sheet.size(StyleId::TableCell);
    while size > SMALLEST && column < needs(table, size).into_iter().sum() {
        size = HalfPoints(size.0 - 1);
    }
    let needs = needs(table, size);
    let findings = match narrow(table, &needs, column) {
        Some(finding) => vec![finding],
        None => Vec::new(),
    };
    let mut widths = widths(&table.columns, &needs, column);
    if mode == Widths::Fitted {
        widths = words(table, size).fit(widths, &needs);
    }
    let signed: Vec<bool> = table.head.iter().map(Inlines::is_for_signing).collect();
    let mut rows = vec![head(sheet, &table.head, size)];
    rows.extend(table.rows.iter().map(|row| match row {
        TableRow::Cells(cells) => to_sign(cells_row(sheet, &table.columns, cells, size), &signed),
        TableRow::Group(title) => group_row(sheet, table.columns.len(), title, size),
    }));
    if let Some(TableRow::Group(_)) = table.rows.last() {
        let total = rows.last_mut().into_iter().flat_map(|row| &mut row.cells);
        for paragraph in total.flat_map(|cell| &mut cell.paragraphs) {
            // A total heads nothing, so nothing below need stay with it.
            paragraph.format.keep_next = false;
        }
    }
    let laid_out = Table {
        purpose: TablePurpose::Data,
        columns: settled(&widths),
        left: Twips(0),
        grid: Some(THIN),
        cell_margins: MARGINS,
        rows,
    };
    (laid_out, findings)
}

/// How many lines a row of a list takes on average in a column of a width.
pub fn lines_per_row(sheet: &Sheet, table: &body::Table, column: Twips) -> f64 {
    let size = sheet.size(StyleId::TableCell);
    let needs = needs(table, size);
    let words = words(table, size);
    let widths = words.fit(widths(&table.columns, &needs, column), &needs);
    words.lines_per_row(&widths)
}

fn words(table: &body::Table, size: HalfPoints) -> Words {
    Words::of(table, size, MARGINS.left + MARGINS.right)
}

/// Makes room in the empty cells that are to be signed.
fn to_sign(mut row: Row, signed: &[bool]) -> Row {
    let cells = row
        .cells
        .iter_mut()
        .zip(signed)
        .filter(|(_, signed)| **signed);
    for paragraph in cells.flat_map(|(cell, _)| &mut cell.paragraphs) {
        if paragraph.runs.is_empty() {
            paragraph.format.before = TO_SIGN.to_twips();
        }
    }
    row
}

/// The least width of each column: its longest word and the margins.
fn needs(table: &body::Table, size: HalfPoints) -> Vec<Twips> {
    let word = |face, content: &Inlines| {
        content
            .to_plain()
            .split_whitespace()
            .map(|word| width(face, size, word))
            .fold(Pt(0.0), Pt::max)
    };
    (0..table.columns.len())
        .map(|index| {
            let head = table.head.get(index).map(|cell| word(Face::Bold, cell));
            let cells = table.rows.iter().filter_map(|row| match row {
                TableRow::Cells(cells) => cells.get(index).map(|cell| word(Face::Bold, cell)),
                TableRow::Group(_) => None,
            });
            let longest = head.into_iter().chain(cells).fold(Pt(0.0), Pt::max);
            (longest + SLACK).to_twips() + MARGINS.left + MARGINS.right
        })
        .collect()
}

/// Shares the width by weight; a column that would be too narrow takes its need first.
fn widths(columns: &[Column], needs: &[Twips], space: Twips) -> Vec<Twips> {
    let mut fixed: Vec<bool> = vec![false; columns.len()];
    loop {
        let taken: Twips = pick(needs, &fixed, true);
        let weights: i64 = weigh(columns, &fixed);
        let rest = (space - taken).0.max(0);
        let share = |index: usize| -> Twips {
            let weight = i64::from(columns[index].weight);
            Twips((i64::from(rest) * weight / weights.max(1)) as i32)
        };
        let narrow = (0..columns.len()).find(|&index| !fixed[index] && share(index) < needs[index]);
        match narrow {
            Some(index) => fixed[index] = true,
            None => {
                let mut widths: Vec<Twips> = (0..columns.len())
                    .map(|index| {
                        if fixed[index] {
                            needs[index]
                        } else {
                            share(index)
                        }
                    })
                    .collect();
                settle(&mut widths, space);
                return widths;
            }
        }
    }
}

fn pick(needs: &[Twips], fixed: &[bool], wanted: bool) -> Twips {
    needs
        .iter()
        .zip(fixed)
        .filter(|&(_, &is)| is == wanted)
        .map(|(&need, _)| need)
        .sum()
}

fn weigh(columns: &[Column], fixed: &[bool]) -> i64 {
    columns
        .iter()
        .zip(fixed)
        .filter(|&(_, &is)| !is)
        .map(|(column, _)| i64::from(column.weight))
        .sum()
}

/// Makes the widths add up to the space: rounding, or words that do not fit, go to the widest.
fn settle(widths: &mut [Twips], space: Twips) {
    let total: Twips = widths.iter().copied().sum();
    if let Some(widest) = widths.iter_mut().max_by_key(|width| width.0) {
        *widest = Twips((*widest + space - total).0.max(MARGINS.left.0 * 3));
    }
}

/// The finding if even the smallest size cannot hold every word.
fn narrow(table: &body::Table, needs: &[Twips], space: Twips) -> Option<Diagnostic> {
    let needed: Twips = needs.iter().copied().sum();
    if needed <= space {
        return None;
    }
    let head = table
        .head
        .first()
        .map(Inlines::to_plain)
        .unwrap_or_default();
    let message = format!(
        "bảng có {} cột bắt đầu bằng “{head}” cần rộng ít nhất {:.0} mm, trang chỉ còn {:.0} mm",
        table.columns.len(),
        needed.to_mm().0,
        space.to_mm().0
    );
    Some(
        Diagnostic::error("bang-qua-rong", Place::Nowhere, message)
            .hint("bớt cột, rút ngắn chữ, hoặc đưa bảng vào phụ lục khổ ngang (ngang: true)"),
    )
}

fn head(sheet: &Sheet, cells: &[Inlines], size: HalfPoints) -> Row {
    let cells = cells
        .iter()
        .map(|content| cell(sheet, StyleId::TableHead, content, size, None))
        .collect();
    Row {
        header: true,
        cells,
    }
}

fn cells_row(sheet: &Sheet, columns: &[Column], cells: &[Inlines], size: HalfPoints) -> Row {
    let cells = columns
        .iter()
        .zip(cells)
        .map(|(column, content)| {
            let align = match column.align {
                ColumnAlign::Left => Align::Left,
                ColumnAlign::Center => Align::Center,
                ColumnAlign::Right => Align::Right,
            };
            cell(sheet, StyleId::TableCell, content, size, Some(align))
        })
        .collect();
    Row {
        header: false,
        cells,
    }
}

fn group_row(sheet: &Sheet, span: usize, title: &Inlines, size: HalfPoints) -> Row {
    let cell = Cell {
        span,
        ..cell(sheet, StyleId::TableGroup, title, size, None)
    };
    Row {
        header: false,
        cells: vec![cell],
    }
}

fn cell(
    sheet: &Sheet,
    style: StyleId,
    content: &Inlines,
    size: HalfPoints,
    align: Option<Align>,
) -> Cell {
    let mut paragraph: Paragraph = sheet.inlines(style, content);
    for run in &mut paragraph.runs {
        run.format.size = size;
    }
    if let Some(align) = align {
        paragraph.format.align = align;
    }
    Cell {
        span: 1,
        align: VerticalAlign::Center,
        paragraphs: vec![paragraph],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::choices::{Choices, Pairing};

    fn sheet() -> Sheet {
        Sheet {
            choices: Choices::default(),
            pairing: Pairing::Large,
        }
    }

    fn source(head: &[&str], weights: &[u32]) -> body::Table {
        body::Table {
            columns: weights
                .iter()
                .map(|&weight| Column {
                    align: ColumnAlign::Left,
                    weight,
                })
                .collect(),
            head: head.iter().map(|&text| Inlines::plain(text)).collect(),
            rows: vec![TableRow::Group(Inlines::plain("Nhóm"))],
        }
    }

    #[test]
    fn widths_follow_the_weights_and_fill_the_column() {
        let (table, findings) = table(
            &sheet(),
            &source(&["A", "B"], &[1, 3]),
            Twips(8000),
            Widths::Weighted,
        );
        assert_eq!(table.columns, [Twips(2000), Twips(6000)]);
        assert!(findings.is_empty());
        assert_eq!(table.rows[1].cells[0].span, 2);
    }

    #[test]
    fn a_column_is_never_narrower_than_its_longest_word() {
        let (table, findings) = table(
            &sheet(),
            &source(&["Nghiêng", "B"], &[1, 30]),
            Twips(8000),
            Widths::Weighted,
        );
        assert!(table.columns[0] > Twips(1000));
        assert_eq!(table.columns.iter().copied().sum::<Twips>(), Twips(8000));
        assert!(findings.is_empty());
    }

    #[test]
    fn a_table_wider_than_the_page_is_reported() {
        let (_, findings) = table(
            &sheet(),
            &source(&["Nghiêng"; 9], &[1; 9]),
            Twips(4000),
            Widths::Weighted,
        );
        assert_eq!(
            findings[0].to_string(),
            "lỗi[bang-qua-rong]: bảng có 9 cột bắt đầu bằng “Nghiêng” cần rộng ít nhất 156 mm, \
             trang chỉ còn 71 mm (gợi ý: bớt cột, rút ngắn chữ, hoặc đưa bảng vào phụ lục khổ \
             ngang (ngang: true))"
        );
    }
}
