//! The rows under a header, one by one: sorted, filled from merged ranges, read cell by cell.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::cell::Reading;
use super::clean::encoding;
use super::grid::{Grid, GridCell, GridRow, Raw};
use super::header::{Column, Header};
use super::note::{Change, Sink};
use super::schema::Kind;
use super::sort::{Sort, Sorter};
use super::table::{ColumnHead, Head, Row, Rows, Value};
use super::value;
use crate::diag::{Diagnostic, Place};

/// Cells that merged ranges fill; beyond, a sheet is no list.
const MOST_FILLED: usize = 1_000_000;

/// Reads the rows. Gives the head with the group column that titles made, if any.
pub(super) fn read(
    grid: &Grid,
    header: &Header,
    group: &str,
    head: Head,
    sink: &mut Sink,
) -> (Arc<Head>, Vec<Row>) {
    let entries = entries(grid, header, &head, sink);
    let titled = entries.iter().any(|(_, title)| title.is_some());
    let mut head = head;
    if titled && head.column(group).is_none() {
        head.columns.push(ColumnHead {
            key: group.to_string(),
            known: true,
            title: String::new(),
            number: None,
        });
    }
    let mut body = Body {
        grid,
        header,
        filled: filled(grid, header),
        head: Arc::new(head),
        group,
        sink,
    };
    let mut rows = Rows::new(Arc::clone(&body.head));
    let mut values = Vec::new();
    for (index, title) in entries {
        if let Some((number, sound)) = body.row(index, title.as_deref(), &mut values) {
            rows.push(number, sound, &values);
        }
    }
    let rows = rows.finish();
    untitled(grid, header, &rows, &body.head, body.sink);
    (body.head, rows)
}

/// The rows that are entries, by their index, each with the title that it stands under.
fn entries(grid: &Grid, header: &Header, head: &Head, sink: &mut Sink) -> Vec<Entry> {
    let column = |key: &str| {
        let found = header.columns.iter().find(|column| column.head.key == key);
        found.map(|column| column.first)
    };
    let sorter = Sorter {
        ordinal: column("stt"),
        name: column("ho_ten"),
        first: header.columns.first().map_or(0, |column| column.first),
        merges: &grid.merges,
    };
    let mut entries: Vec<Entry> = Vec::new();
    let mut title: Option<Title> = None;
    let mut closing = false;
    let mut first = true;
    for (index, row) in grid.rows.iter().enumerate() {
        if row.number < header.below {
            continue;
        }
        let sort = match closing && !sorter.is_surely_entry(row) {
            true => Sort::Closing,
            false => sorter.sort(row, first),
        };
        first = false;
        closing = sort == Sort::Closing;
        let place = || head.place(row.number, None);
        match sort {
            Sort::Entry => {
                let text = title.as_mut().map(|title| {
                    title.used = true;
                    Arc::clone(&title.text)
                });
                entries.push((index, text));
            }
            Sort::Title(text) => {
                note_title(title.take(), false, sink);
                title = Some(Title::read(row, text, head, sink));
            }
            Sort::Numbering => sink.note(Change::Numbering, place(), &words(row), ""),
            Sort::Total => sink.note(Change::Total, place(), &words(row), ""),
            Sort::Closing => sink.note(Change::Closing, place(), &words(row), ""),
        }
    }
    note_title(title, true, sink);
    entries
}

/// The index of a row that is an entry, and the title that it stands under.
type Entry = (usize, Option<Arc<str>>);

/// A title between the rows.
struct Title {
    text: Arc<str>,
    place: Place,
    /// True once an entry stands under it.
    used: bool,
}

impl Title {
    fn read(row: &GridRow, text: String, head: &Head, sink: &mut Sink) -> Title {
        let cell = GridCell {
            column: 0,
            value: Raw::Text(text.into()),
            font: row.cells.iter().find_map(|cell| cell.font),
        };
        let reading = Reading {
            kind: Kind::Text,
            head,
            row: row.number,
            column: None,
            near: None,
            sink,
        };
        Title {
            text: reading.read(&cell).0.text.into(),
            place: head.place(row.number, None),
            used: false,
        }
    }
}

/// Notes what became of a title; one at the end with nothing under it is only a last line.
fn note_title(title: Option<Title>, at_end: bool, sink: &mut Sink) {
    if let Some(title) = title {
        let change = match at_end && !title.used {
            true => Change::Closing,
            false => Change::Group,
        };
        sink.note(change, title.place, &title.text, "");
    }
}

/// The words of a row for a note.
fn words(row: &GridRow) -> String {
    let cells = row.cells.iter().map(|cell| value::typed(&cell.value));
    cells.collect::<Vec<_>>().join(" | ")
}

/// The cells under the first of a merged range, in columns of words: index of the row and number
/// of the column, with the index of the first row.
fn filled(grid: &Grid, header: &Header) -> BTreeMap<(usize, usize), usize> {
    let mut filled = BTreeMap::new();
    for merge in grid
        .merges
        .iter()
        .filter(|merge| merge.rows.0 >= header.below)
    {
        let (top, column) = (merge.rows.0, merge.columns.0);
        let covers = |own: &&Column| (own.first..=own.last).contains(&column);
        let in_words = header.columns.iter().find(covers);
        if merge.rows.1 == top || in_words.is_none_or(|own| own.kind != Kind::Text) {
            continue;
        }
        let Ok(first) = grid.rows.binary_search_by_key(&top, |row| row.number) else {
            continue;
        };
        let below = grid.rows.iter().enumerate().skip(first + 1);
        for (index, _) in below.take_while(|(_, row)| row.number <= merge.rows.1) {
            if filled.len() >= MOST_FILLED {
                return filled;
            }
            filled.insert((index, column), first);
        }
    }
    filled
}

/// Columns without a title that hold data in most rows: nobody should miss that they are not read.
fn untitled(grid: &Grid, header: &Header, rows: &[Row], head: &Head, sink: &mut Sink) {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    let entries = |row: &&GridRow| {
        rows.binary_search_by_key(&row.number, |own| own.number)
            .is_ok()
    };
    for cell in grid.rows.iter().filter(entries).flat_map(|row| &row.cells) {
        let titled = header
            .columns
            .iter()
            .any(|column| (column.first..=column.last).contains(&cell.column));
        if !titled {
            *counts.entry(cell.column).or_default() += 1;
        }
    }
    for (column, count) in counts {
        if count * 2 >= rows.len() {
            let column = ColumnHead {
                key: String::new(),
                known: false,
                title: String::new(),
                number: Some(column + 1),
            };
            let place = head.place(header.row, Some(&column));
            let message =
                format!("cột này có dữ liệu ở {count} dòng nhưng không có tên, nên không đọc");
            let hint = "ghi tên cột vào dòng tiêu đề, hoặc gộp ô tiêu đề với cột bên trái";
            sink.find(Diagnostic::warning("cot-khong-ten", place, message).hint(hint));
        }
    }
}

struct Body<'a> {
    grid: &'a Grid,
    header: &'a Header,
    filled: BTreeMap<(usize, usize), usize>,
    head: Arc<Head>,
    group: &'a str,
    sink: &'a mut Sink,
}

impl Body<'_> {
    /// Number, soundness and values of one entry; nothing if all its values stand in columns
    /// without a title.
    fn row(
        &mut self,
        index: usize,
        title: Option<&str>,
        values: &mut Vec<Value>,
    ) -> Option<(usize, bool)> {
        let grid = self.grid;
        let row = grid.rows.get(index)?;
        let near = row.cells.iter().find_map(|cell| match &cell.value {
            Raw::Text(text) => encoding(text, cell.font),
            Raw::Number(_) | Raw::Date(_) | Raw::Flag(_) | Raw::Fault(_) => None,
        });
        let header = self.header;
        values.clear();
        let mut sound = true;
        let mut blank = true;
        for column in &header.columns {
            let Some(cell) = self.value(index, row, column) else {
                values.push(Value::default());
                continue;
            };
            let reading = Reading {
                kind: column.kind,
                head: &self.head,
                row: row.number,
                column: Some(&column.head),
                near,
                sink: self.sink,
            };
            let (value, good) = reading.read(&cell);
            blank &= value.text.is_empty() && good;
            sound &= good;
            values.push(value);
        }
        values.resize(self.head.columns.len(), Value::default());
        self.put_title(values, title);
        (!blank).then_some((row.number, sound))
    }

    /// The value of a column in a row: its cells together, or that of the range it is merged into.
    fn value<'r>(
        &mut self,
        index: usize,
        row: &'r GridRow,
        column: &Column,
    ) -> Option<Cow<'r, GridCell>> {
        let own: Vec<&GridCell> = row
            .cells
            .iter()
            .filter(|cell| (column.first..=column.last).contains(&cell.column))
            .collect();
        match own.as_slice() {
            [] => self.merged(index, row, column).map(Cow::Owned),
            [cell] => Some(Cow::Borrowed(*cell)),
            [first, ..] => {
                let texts = own.iter().map(|cell| value::typed(&cell.value));
                Some(Cow::Owned(GridCell {
                    column: column.first,
                    value: Raw::Text(texts.collect::<Vec<_>>().join(" ").into()),
                    font: first.font,
                }))
            }
        }
    }

    fn merged(&mut self, index: usize, row: &GridRow, column: &Column) -> Option<GridCell> {
        let first = *self.filled.get(&(index, column.first))?;
        let cell = self.grid.rows.get(first)?.cell(column.first)?.clone();
        let place = self.head.place(row.number, Some(&column.head));
        let text = value::typed(&cell.value);
        self.sink.note(Change::Merged, place, "", &text);
        Some(cell)
    }

    /// The title that a row stands under is its group, unless it says one itself.
    fn put_title(&self, values: &mut [Value], title: Option<&str>) {
        let mut columns = self.head.columns.iter();
        let at = columns.position(|column| column.key == self.group);
        if let (Some(title), Some(value)) = (title, at.and_then(|at| values.get_mut(at)))
            && value.text.is_empty()
        {
            value.text = title.to_string();
        }
    }
}
