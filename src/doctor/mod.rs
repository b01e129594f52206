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
//! 4. [`book`] writes the corrected tables with all findings as a workbook.

pub mod aside;
pub mod book;
pub mod columns;
pub mod corrections;
pub mod double;
pub mod letter;
pub mod missing;
pub mod name;
pub mod words;

use crate::data::table_ref::{Listed, TableName};
use crate::diag::{Diagnostic, Place};
use crate::sheet::{self, ColumnSpec, Row, Sheet};
use crate::text::date::Date;

use columns::Papers;

/// A table as the doctor sees it.
#[derive(Clone, Debug)]
pub struct Table<'a> {
    /// What users call it: `Khách mời`.
    pub name: &'static str,
    /// Its key in the dossier, which is also its variable in templates: `khach_moi`.
    pub key: &'static str,
    /// The variable under which templates see one row: `khach`.
    pub variable: &'static str,
    /// Columns that serve though no template names them: order, groups, counts, sums.
    pub serving: &'static [&'static str],
    /// The columns that it may have.
    pub columns: &'static [ColumnSpec],
    /// The table with all its rows.
    pub sheet: &'a Sheet,
    /// The rows that papers are made from, in the order of the file.
    pub rows: Vec<&'a Row>,
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

impl<'a> Table<'a> {
    /// A table of a dossier.
    pub fn new(name: TableName, listed: &'a Listed) -> Table<'a> {
        let (noun, variable, schema, serving): (_, _, _, &[&str]) = match name {
            TableName::Guests => (
                "Khách mời",
                "khach",
                sheet::guests(),
                &["stt", "nhom", "so_luong", "ten_sap_xep"],
            ),
            TableName::Awards | TableName::AwardUnits => (
                "Khen thưởng",
                "khen",
                sheet::awards(),
                &[
                    "stt",
                    "phan_loai",
                    "don_vi_chu_quan",
                    "danh_hieu",
                    "cap_khen",
                    "ky",
                    "thanh_tich",
                    "he_so",
                    "tien_thuong",
                ],
            ),
        };
        Table {
            name: noun,
            key: name.key(),
            variable,
            serving,
            columns: schema.columns,
            sheet: &listed.sheet,
            rows: listed.rows().collect(),
        }
    }

    /// The place of the header.
    fn place(&self) -> Place {
        self.sheet.place()
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
    found.extend(aside::check(&table.sheet.notes));
    found.sort_by(|one, other| one.place.cmp(&other.place));
    found
}

#[cfg(test)]
mod tests;
