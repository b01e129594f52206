//! What reading a table gives: a head shared by all rows, typed rows, and the notes on the way.

use std::path::PathBuf;
use std::sync::Arc;

use crate::diag::{CellColumn, CellPlace, Place};
use crate::text::date::Date;

use super::note::Note;
use super::rest::Rest;
use super::value::Number;

/// A table that was read.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// Where it is from and its columns.
    pub head: Arc<Head>,
    /// Its rows, without titles, totals and signatures.
    pub rows: Vec<Row>,
    /// The cells that are in none of the rows.
    pub rest: Vec<Rest>,
    /// What was done on reading.
    pub notes: Vec<Note>,
    /// How many notes more there were than are kept.
    pub more_notes: usize,
}

/// Where a table is from and its columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The file, as the user would name it.
    pub path: PathBuf,
    /// The sheet; `None` in a text file.
    pub sheet: Option<String>,
    /// Row of the header, from 1.
    pub row: usize,
    /// The columns in the order of the file; the group column made from titles between the rows
    /// is last.
    pub columns: Vec<ColumnHead>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnHead {
    /// The key of the schema, or of its own title: `Dữ liệu mẫu` is `du_lieu_mau`.
    pub key: String,
    /// True for a key of the schema.
    pub known: bool,
    /// Its title as the file has it.
    pub title: String,
    /// Number in the file, from 1; `None` for a group column made from titles between the rows.
    pub number: Option<usize>,
}

/// A row.
#[derive(Clone, Debug)]
pub struct Row {
    /// Row of the sheet or line of the file, from 1.
    pub number: usize,
    /// False if a cell has an error; what is made from such a row would be wrong.
    pub sound: bool,
    /// Where its first cell is among those of all rows.
    first: u32,
    cells: Arc<Cells>,
}

/// The cells of all rows, with their words one after the other: a long table stays small.
#[derive(Debug)]
struct Cells {
    head: Arc<Head>,
    words: String,
    /// Where the words of each cell end.
    ends: Vec<u32>,
    /// What those cells say that say more than words, by their places.
    typed: Vec<(u32, Typed)>,
}

/// Gathers rows that were read.
pub(super) struct Rows {
    cells: Cells,
    /// Number, soundness and first cell of each.
    rows: Vec<(usize, bool, u32)>,
}

/// A cell: its words, and what they say if the column asks for more than words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell<'a> {
    /// The words, made uniform; empty for none.
    pub text: &'a str,
    /// What they say.
    pub typed: Typed,
}

/// A cell just read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Value {
    pub(super) text: String,
    pub(super) typed: Typed,
}

/// What the words of a cell say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Typed {
    /// Nothing but themselves.
    #[default]
    Words,
    /// A number.
    Number(Number),
    /// A day.
    Date(Date),
}

impl Head {
    /// The column of a key.
    pub fn column(&self, key: &str) -> Option<&ColumnHead> {
        self.columns.iter().find(|column| column.key == key)
    }

    /// The place of a row, or of a cell in it.
    pub fn place(&self, row: usize, column: Option<&ColumnHead>) -> Place {
        let column = column.and_then(|column| {
            column.number.map(|number| CellColumn {
                number,
                title: column.title.clone(),
            })
        });
        Place::Cell(CellPlace {
            path: self.path.clone(),
            sheet: self.sheet.clone(),
            row,
            column,
        })
    }
}

impl Sheet {
    /// The file, as the user would name it.
    pub fn path(&self) -> &std::path::Path {
        &self.head.path
    }

    /// The place of the header.
    pub fn place(&self) -> Place {
        self.head.place(self.head.row, None)
    }
}

impl Rows {
    /// None yet, under a head.
    pub(super) fn new(head: Arc<Head>) -> Rows {
        Rows {
            cells: Cells {
                head,
                words: String::new(),
                ends: Vec::new(),
                typed: Vec::new(),
            },
            rows: Vec::new(),
        }
    }

    /// Adds a row: one value for each column.
    pub(super) fn push(&mut self, number: usize, sound: bool, values: &[Value]) {
        let cells = &mut self.cells;
        self.rows.push((number, sound, cells.ends.len() as u32));
        for value in values {
            if value.typed != Typed::Words {
                cells.typed.push((cells.ends.len() as u32, value.typed));
            }
            cells.words.push_str(&value.text);
            cells.ends.push(cells.words.len() as u32);
        }
    }

    /// The rows.
    pub(super) fn finish(mut self) -> Vec<Row> {
        self.cells.words.shrink_to_fit();
        self.cells.ends.shrink_to_fit();
        let cells = Arc::new(self.cells);
        let rows = self.rows.into_iter();
        rows.map(|(number, sound, first)| Row {
            number,
            sound,
            first,
            cells: Arc::clone(&cells),
        })
        .collect()
    }
}

impl Cells {
    fn at(&self, place: u32) -> Cell<'_> {
        let end = |index: usize| self.ends.get(index).map_or(0, |end| *end as usize);
        let index = place as usize;
        let start = index.checked_sub(1).map_or(0, end);
        let typed = self.typed.binary_search_by_key(&place, |(place, _)| *place);
        let typed = typed.ok().and_then(|at| self.typed.get(at));
        Cell {
            text: self.words.get(start..end(index)).unwrap_or_default(),
            typed: typed.map_or(Typed::Words, |(_, typed)| *typed),
        }
    }
}

impl Row {
    /// Where the row is from and its columns.
    pub fn head(&self) -> &Head {
        &self.cells.head
    }

    /// Columns and cells side by side, in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = (&ColumnHead, Cell<'_>)> {
        let places = self.places();
        places.map(|(place, column)| (column, self.cells.at(place)))
    }

    /// The cell of a key.
    pub fn cell(&self, key: &str) -> Option<Cell<'_>> {
        let own = self.places().find(|(_, column)| column.key == key);
        own.map(|(place, _)| self.cells.at(place))
    }

    /// Where the cell of each column is.
    fn places(&self) -> impl Iterator<Item = (u32, &ColumnHead)> {
        (self.first..).zip(&self.head().columns)
    }

    /// The words under a key; empty if there are none.
    pub fn text(&self, key: &str) -> &str {
        self.cell(key).map_or("", |cell| cell.text)
    }

    /// The words under a key, if there are any.
    pub fn words(&self, key: &str) -> Option<&str> {
        Some(self.text(key)).filter(|text| !text.is_empty())
    }

    /// The number under a key.
    pub fn number(&self, key: &str) -> Option<Number> {
        match self.cell(key)?.typed {
            Typed::Number(number) => Some(number),
            Typed::Words | Typed::Date(_) => None,
        }
    }

    /// The day under a key.
    pub fn date(&self, key: &str) -> Option<Date> {
        match self.cell(key)?.typed {
            Typed::Date(date) => Some(date),
            Typed::Words | Typed::Number(_) => None,
        }
    }

    /// The place of the cell of a key, or of the row if there is no such column.
    pub fn place(&self, key: &str) -> Place {
        self.head().place(self.number, self.head().column(key))
    }
}
