//! Tables: columns from the delimiter row, cells, group rows.

use std::ops::Range;

use pulldown_cmark::{Alignment, Event, Tag, TagEnd};

use crate::diag::Diagnostic;
use crate::document::body::{Block, Column, ColumnAlign, Table, TableRow};
use crate::document::inline::{Inline, Inlines, Text};

use super::block::Reader;

/// Reads a table whose start was just taken.
pub(super) fn read(reader: &mut Reader<'_, '_>, alignments: &[Alignment], at: Range<usize>) {
    let columns = columns(&reader.source[at.clone()], alignments);
    let mut table = Table {
        columns,
        head: Vec::new(),
        rows: Vec::new(),
    };
    while let Some((event, row)) = reader.take() {
        match event {
            Event::Start(Tag::TableHead) => table.head = cells(reader, TagEnd::TableHead),
            Event::Start(Tag::TableRow) => {
                let cells = cells(reader, TagEnd::TableRow);
                check_count(reader, &cells, table.columns.len(), row);
                table.rows.push(row_of(cells));
            }
            _ => break,
        }
    }
    reader.push(Block::Table(table), at);
}

/// True for a line such as `|---|:--:|`.
pub(super) fn is_delimiter_row(line: &str) -> bool {
    let line = line.trim();
    line.contains("--")
        && line.contains('|')
        && line.chars().all(|c| matches!(c, '|' | ':' | '-' | ' '))
}

/// Alignments and weights, the weight being the number of dashes in the second line.
fn columns(source: &str, alignments: &[Alignment]) -> Vec<Column> {
    let delimiter = source.lines().nth(1).unwrap_or("").trim();
    let delimiter = delimiter.strip_prefix('|').unwrap_or(delimiter);
    let mut dashes = delimiter
        .split('|')
        .map(|cell| u32::try_from(cell.matches('-').count()).unwrap_or(u32::MAX));
    alignments
        .iter()
        .map(|alignment| Column {
            align: match alignment {
                Alignment::None | Alignment::Left => ColumnAlign::Left,
                Alignment::Center => ColumnAlign::Center,
                Alignment::Right => ColumnAlign::Right,
            },
            weight: dashes.next().unwrap_or(1).max(1),
        })
        .collect()
}

/// The cells up to the end of the row.
fn cells(reader: &mut Reader<'_, '_>, end: TagEnd) -> Vec<Inlines> {
    let mut cells = Vec::new();
    reader.in_cell = true;
    while !reader.take_end(end) {
        match reader.take() {
            Some((Event::Start(Tag::TableCell), _)) => {
                cells.push(reader.inlines());
                reader.take_end(TagEnd::TableCell);
            }
            Some(_) => {}
            None => break,
        }
    }
    reader.in_cell = false;
    cells
}

/// The parser pads short rows and cuts long ones; both would lose the clerk's meaning.
fn check_count(reader: &mut Reader<'_, '_>, cells: &[Inlines], columns: usize, row: Range<usize>) {
    let line = reader.source[row.start..].lines().next().unwrap_or("");
    let written = written_cells(line);
    if written == columns || (written < columns && group_title(cells).is_some()) {
        return;
    }
    let place = reader.place(row);
    reader.report(
        Diagnostic::error(
            "so-o-sai",
            place,
            format!("hàng này có {written} ô, còn bảng có {columns} cột"),
        )
        .hint("thêm hoặc bớt dấu |; muốn in dấu | trong ô thì viết \\|"),
    );
}

/// How many cells a line of a table has as it was typed.
fn written_cells(line: &str) -> usize {
    let line = line.trim();
    let line = line.strip_prefix('|').unwrap_or(line);
    let mut count = 1;
    let mut escaped = false;
    let mut last_is_pipe = false;
    for c in line.chars() {
        last_is_pipe = c == '|' && !escaped;
        count += usize::from(last_is_pipe);
        escaped = c == '\\' && !escaped;
    }
    count - usize::from(last_is_pipe)
}

/// A group row if the first cell is bold and the others are empty.
fn row_of(cells: Vec<Inlines>) -> TableRow {
    match group_title(&cells) {
        Some(title) => TableRow::Group(title),
        None => TableRow::Cells(cells),
    }
}

/// Title of a group row, without the bold that marks it.
fn group_title(cells: &[Inlines]) -> Option<Inlines> {
    let (first, others) = cells.split_first()?;
    let all_bold = first.0.iter().all(|inline| match inline {
        Inline::Text(text) => text.bold,
        Inline::LineBreak => true,
    });
    if first.is_empty() || !all_bold || !others.iter().all(Inlines::is_empty) || others.is_empty() {
        return None;
    }
    let plain = first.0.iter().map(|inline| match inline {
        Inline::Text(text) => Inline::Text(Text {
            bold: false,
            ..text.clone()
        }),
        Inline::LineBreak => Inline::LineBreak,
    });
    Some(Inlines(plain.collect()))
}
