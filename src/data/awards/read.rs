//! The rows of the award table as they are, before the law is asked.

use std::path::Path;
use std::sync::Arc;

use crate::diag::{Diagnostic, Place};
use crate::sheet::{self, Row};
use crate::text::fold::plain;

use super::super::law::kind::Subject;
use super::super::table_ref::{Listed, Reading};
use super::period::Period;

/// An award table.
#[derive(Clone, Debug)]
pub(in crate::data) struct Table {
    /// The rows that the dossier takes.
    pub(super) rows: Vec<Entry>,
    /// The table with all its rows.
    pub(in crate::data) listed: Arc<Listed>,
    pub(super) findings: Vec<Diagnostic>,
    pub(super) place: Place,
}

/// A row and what it says besides its words.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) subject: Option<Subject>,
    pub(super) period: Option<Period>,
    pub(super) row: Row,
}

/// Reads the award table. Nothing, and one error, if there is no table to be read.
pub(in crate::data) fn read(
    path: &Path,
    reading: &Reading,
    named_at: Option<Place>,
) -> (Option<Table>, Vec<Diagnostic>) {
    let options = reading.options(sheet::awards(), named_at);
    let (sheet, mut findings) = sheet::read(path, &options);
    let Some(sheet) = sheet else {
        return (None, findings);
    };
    let place = sheet.place();
    let listed = reading.listed(sheet, "khen thưởng", &mut findings);
    let table = Table {
        rows: listed.rows().cloned().map(entry).collect(),
        findings,
        place,
        listed: Arc::new(listed),
    };
    (Some(table), Vec::new())
}

fn entry(row: Row) -> Entry {
    let period = Period::in_words(row.text("ky"))
        .or_else(|| Period::in_words(row.text("thanh_tich")))
        .or_else(|| Period::in_words(row.text("danh_hieu")));
    Entry {
        subject: subject(row.text("phan_loai")).or_else(|| household(row.text("ho_ten"))),
        period,
        row,
    }
}

/// Who is awarded, by the words of the column or of the title above the row.
fn subject(words: &str) -> Option<Subject> {
    let words = plain(words);
    let says = |word: &str| format!(" {words} ").contains(&format!(" {word} "));
    if says("ho") || says("gia dinh") {
        Some(Subject::Household)
    } else if says("tap the") || says("don vi") || says("co quan") {
        Some(Subject::Collective)
    } else if says("ca nhan") || says("nguoi") {
        Some(Subject::Person)
    } else {
        None
    }
}

/// A name that begins as those of households do.
fn household(name: &str) -> Option<Subject> {
    let name = plain(name);
    let begins = [
        "ho ong",
        "ho ba",
        "gia dinh ong",
        "gia dinh ba",
        "ho gia dinh",
    ];
    let household = begins.iter().any(|begin| name.starts_with(begin));
    household.then_some(Subject::Household)
}
