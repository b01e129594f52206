//! The guest-list doctor: what a person should look at before a table is printed from.
//!
//! Every check takes rows of any table by their keys (`ho_ten`, `chuc_vu`, `don_vi` …), so that
//! guests and awardees share them. It finds and tells; it changes nothing. Rather miss than cry
//! wolf: what must be mended is a warning, what is only a question is a note.
//!
//! 1. [`name`] looks at the cell of the name, [`missing`] at empty cells, [`double`] at rows that
//!    are perhaps one, [`words`] at all other text.
//! 2. [`columns`] holds the columns against what the papers read; [`aside`] tells the rows that
//!    were not taken for people.
//! 3. [`letter`] looks at the day of a paper.

pub mod aside;
pub mod columns;
pub mod corrections;
pub mod double;
pub mod letter;
pub mod missing;
pub mod name;
pub mod words;

use crate::data::guests::Guests;
use crate::data::table_ref::TableName;
use crate::diag::Diagnostic;
use crate::sheet::{self, ColumnSpec, Head, Note, Rest, Row};
use crate::text::date::Date;

use columns::Papers;

/// A table as the doctor sees it.
#[derive(Clone, Debug)]
pub struct Table<'a> {
    /// What users call it: `Khách mời`.
    pub name: &'static str,
    /// Its key in the dossier, which is also its variable in templates: `khach_moi`.
    pub key: &'static str,
    /// The columns that it may have.
    pub columns: &'static [ColumnSpec],
    /// The variables under which templates see a row of it.
    pub variables: &'static [&'static str],
    /// Where it is from and its columns.
    pub head: &'a Head,
    /// The rows that papers are made from, in the order of the file.
    pub rows: Vec<&'a Row>,
    /// The rows that the dossier does not take.
    pub apart: &'a [Row],
    /// The cells that are in none of its rows.
    pub rest: &'a [Rest],
    /// What was done on reading.
    pub notes: &'a [Note],
    /// How many notes more there were than are kept.
    pub more_notes: usize,
}

/// What a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A person (cá nhân), or whoever will come for a unit.
    Person,
    /// A household (hộ gia đình).
    Household,
    /// A collective (tập thể).
    Collective,
}

impl<'a> From<&'a Guests> for Table<'a> {
    fn from(guests: &'a Guests) -> Table<'a> {
        let mut rows: Vec<&Row> = guests.rows.iter().map(|guest| guest.as_row()).collect();
        rows.sort_by_key(|row| row.number);
        Table {
            name: "Khách mời",
            key: TableName::Guests.key(),
            columns: sheet::guests().columns,
            variables: &["khach"],
            head: &guests.head,
            rows,
            apart: &guests.apart,
            rest: &guests.rest,
            notes: &guests.notes,
            more_notes: guests.more_notes,
        }
    }
}

impl Subject {
    /// What a row is about, by its kind (`phan_loai`); a row that says none is about a person.
    pub fn of(row: &Row) -> Subject {
        let kind = crate::text::fold::plain(row.text("phan_loai"));
        if kind.contains("tap the") {
            Subject::Collective
        } else if kind.contains("ho gia dinh") {
            Subject::Household
        } else {
            Subject::Person
        }
    }
}

/// Everything worth a look in a table. `event` is the day of the event, if it is known; `papers` is
/// what the papers of the dossier read, if all of them are known.
pub fn check(table: &Table<'_>, event: Option<Date>, papers: Option<&Papers>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for row in &table.rows {
        found.extend(name::check(row));
        found.extend(missing::check(row));
        found.extend(words::weekdays(row, event));
    }
    found.extend(double::check(&table.rows));
    found.extend(words::tone_marks(&table.rows));
    found.extend(
        papers
            .iter()
            .flat_map(|papers| columns::check(table, papers)),
    );
    found.extend(aside::check(table.notes));
    found.sort_by(|one, other| one.place.cmp(&other.place));
    found
}

#[cfg(test)]
mod tests;
