//! Tables as clerks keep them: `.xlsx`, `.xls`, `.ods`, `.csv` to typed rows where every value
//! knows its place.
//!
//! 1. `open` takes a file for what it is, within limits (`guard`), and gives a raw `grid`.
//! 2. `header` finds the titles under whatever stands above, by the `schema` of the table.
//! 3. `body` tells entries from titles, totals and signatures (`sort`) and reads them cell by cell
//!    (`cell`): text is made uniform (`clean`), numbers, telephone numbers and days are read (`value`).
//!
//! Nothing is changed in silence: each change is a [`Note`], each doubt a finding. No formula runs.

mod biff;
mod body;
mod cell;
mod clean;
mod columns;
mod decode;
mod delimited;
mod grid;
mod guard;
mod header;
mod note;
mod ods;
mod open;
mod rest;
mod schema;
mod sort;
mod table;
mod value;
mod xls;
mod xlsx;

use std::path::Path;

use crate::diag::{CellPlace, Diagnostic, Place};
use crate::text::excerpt::excerpt;

use grid::{Grid, Refusal};
use note::Sink;
use open::Book;
use schema::Titles;

pub use note::{Change, Note};
pub use rest::Rest;
pub use schema::{ColumnSpec, Kind, Schema, any, awards, guests};
pub use table::{Cell, ColumnHead, Head, Row, Sheet, Typed};
pub use value::Number;

/// How a table is to be read.
#[derive(Clone, Debug)]
pub struct Options {
    /// What columns it may have.
    pub schema: &'static Schema,
    /// The sheet; `None` for the first with a header.
    pub sheet: Option<String>,
    /// Row of the header, from 1; `None` to look for it.
    pub header_row: Option<usize>,
    /// Columns that the user names: key, and title or letters of the column.
    pub columns: Vec<(String, String)>,
    /// Where another file names this one; findings about the file as a whole lie there.
    pub named_at: Option<Place>,
}

impl Options {
    /// For a table of a kind, with everything else found by itself.
    pub fn new(schema: &'static Schema) -> Options {
        Options {
            schema,
            sheet: None,
            header_row: None,
            columns: Vec::new(),
            named_at: None,
        }
    }
}

/// Reads a table.
///
/// Without a table the list says why, in one error. With one, the list has what is wrong or
/// doubtful in single cells; a row with an error in it is not [`sound`](Row::sound).
pub fn read(path: &Path, options: &Options) -> (Option<Sheet>, Vec<Diagnostic>) {
    let mut sink = Sink::default();
    let read = read_sheet(path, options, &mut sink);
    let (mut findings, notes, more_notes) = sink.into_parts();
    match read {
        Ok(sheet) => {
            let sheet = Sheet {
                notes,
                more_notes,
                ..sheet
            };
            (Some(sheet), findings)
        }
        Err(refusal) => {
            findings.push(refused(refusal, path, options));
            (None, findings)
        }
    }
}

/// The sheet without its notes, which are still in the sink.
fn read_sheet(path: &Path, options: &Options, sink: &mut Sink) -> Result<Sheet, Refusal> {
    let titles = Titles::of(options.schema);
    let bytes = open::bytes(path)?;
    let mut book = open::open(&bytes, &titles)?;
    if let Book::Text(_, Some(page)) = &book {
        let place = Place::File(path.to_path_buf());
        sink.note(Change::Encoding, place, "", page);
    }
    let (grid, row) = choose(&mut book, path, options, &titles, sink)?;
    let mut head = Head {
        path: path.to_path_buf(),
        sheet: grid.name.clone(),
        row,
        columns: Vec::new(),
    };
    if let Some((row, column)) = grid.beyond {
        sink.find(beyond(&head, row, column));
    }
    let header = header::read(&grid, row, options, &titles, &head, sink)?;
    head.columns = header
        .columns
        .iter()
        .map(|column| column.head.clone())
        .collect();
    let (head, rows) = body::read(&grid, &header, options.schema.group, head, sink);
    Ok(Sheet {
        rest: rest::rest(&grid, &header, &rows),
        head,
        rows,
        notes: Vec::new(),
        more_notes: 0,
    })
}

/// The sheet that is named or else the first shown one with a header, and the row of the header.
fn choose(
    book: &mut Book<'_>,
    path: &Path,
    options: &Options,
    titles: &Titles,
    sink: &mut Sink,
) -> Result<(Grid, usize), Refusal> {
    let sheets = book.sheets()?;
    let find = |grid: &Grid| header::find_row(grid, options, titles);
    if let Book::Text(..) = book {
        let grid = book.grid("", None)?;
        let row = find(&grid).ok_or_else(|| header::missing(options.schema))?;
        return Ok((grid, row));
    }
    if let Some(name) = &options.sheet {
        let named = sheets.iter().find(|(own, _)| own.trim() == name.trim());
        let (name, _) = named.ok_or_else(|| no_sheet(name, &sheets))?;
        let grid = book.grid(name, None)?;
        let row = find(&grid).ok_or_else(|| header::missing(options.schema))?;
        return Ok((grid, row));
    }
    let shown: Vec<&str> = sheets
        .iter()
        .filter(|(_, hidden)| !hidden)
        .map(|(name, _)| name.as_str())
        .collect();
    let deepest = options.header_row.unwrap_or(0).max(header::DEEPEST) + 1;
    for name in &shown {
        if find(&book.grid(name, Some(deepest))?).is_none() {
            continue;
        }
        let grid = book.grid(name, None)?;
        if let Some(row) = find(&grid) {
            if sheets.len() > 1 {
                let place = Place::File(path.to_path_buf());
                sink.note(Change::Sheet, place, "", name);
            }
            return Ok((grid, row));
        }
    }
    Err(header::missing(options.schema))
}

fn no_sheet(name: &str, sheets: &[(String, bool)]) -> Refusal {
    let names: Vec<&str> = sheets.iter().map(|(name, _)| name.as_str()).collect();
    Refusal::new(
        "khong-co-trang",
        format!(
            "bảng tính không có trang “{}”; các trang có: {}",
            excerpt(name),
            names.join(", ")
        ),
        "chép đúng tên trang ở mép dưới cửa sổ Excel",
    )
}

fn beyond(head: &Head, row: usize, column: usize) -> Diagnostic {
    let column = ColumnHead {
        key: String::new(),
        known: false,
        title: String::new(),
        number: Some(column + 1),
    };
    let message = "có ô nằm quá cột thứ 200, không đọc từ cột ấy trở đi";
    Diagnostic::warning("ngoai-vung", head.place(row, Some(&column)), message)
        .hint("xóa các ô lạc ở xa bảng")
}

/// Why there is no table. The place is the line of a text file, or else where the file is named.
fn refused(refusal: Refusal, path: &Path, options: &Options) -> Diagnostic {
    let file = || Place::File(path.to_path_buf());
    let place = match refusal.line {
        Some(row) => Place::Cell(CellPlace {
            path: path.to_path_buf(),
            sheet: None,
            row,
            column: None,
        }),
        None => options.named_at.clone().unwrap_or_else(file),
    };
    let message = match (
        &options.named_at,
        refusal.message.contains(&path.display().to_string()),
    ) {
        (Some(_), false) if refusal.line.is_none() => {
            format!("{}: {}", path.display(), refusal.message)
        }
        (Some(_) | None, _) => refusal.message,
    };
    Diagnostic::error(refusal.code, place, message).hint(refusal.hint)
}

#[cfg(test)]
mod tests;
