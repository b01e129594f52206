//! The tables that a run or a dossier names: found, and read as each asks.

use std::path::Path;

use serde::de::DeserializeOwned;

use crate::diag::Diagnostic;

use super::awards::settings::AwardsRef;
use super::awards::{self, Table};
use super::dossier::DossierFile;
use super::file::DataFile;
use super::guests::{self, Guests};
use super::table_ref::{Reading, TableName, TableRef};
use super::{LoadOptions, source, typed};

/// Reads the guest list that the run or the dossier names, if there is one.
pub(super) fn guests(
    root: &Path,
    file: &DataFile<DossierFile>,
    options: &LoadOptions,
) -> (Option<Guests>, Vec<Diagnostic>) {
    let named: Option<TableRef> = named(file, "khach_moi");
    let named = named.as_ref();
    let given = options
        .tables
        .iter()
        .find(|(name, _)| *name == TableName::Guests);
    match (given, named) {
        (Some((_, path)), named) => {
            let own = named.map(|table| &table.reading);
            let reading = Reading {
                columns: own.and_then(|own| own.columns.clone()),
                order: own.map(|own| own.order).unwrap_or_default(),
                tones: own.map(|own| own.tones).unwrap_or_default(),
                numbering: own.map(|own| own.numbering).unwrap_or_default(),
                ..Reading::default()
            };
            guests::read(path, &reading, None)
        }
        (None, Some(table)) => {
            let path = source::tidy(&root.join(table.file.as_str()));
            let place = match file.node.get("khach_moi").and_then(|node| node.get("tep")) {
                Some(node) => file.place(node.at),
                None => file.find(&["khach_moi"]),
            };
            guests::read(&path, &table.reading, Some(place))
        }
        (None, None) => (None, Vec::new()),
    }
}

/// Reads the award table that the run or the dossier names, if there is one.
pub(super) fn awards(
    root: &Path,
    file: &DataFile<DossierFile>,
    options: &LoadOptions,
) -> (Option<Table>, Vec<Diagnostic>) {
    let named: Option<AwardsRef> = named(file, "khen_thuong");
    let named = named.as_ref();
    let mut given = options.tables.iter();
    match (given.find(|(name, _)| *name == TableName::Awards), named) {
        (Some((_, path)), named) => {
            let reading = Reading {
                columns: named.and_then(|own| own.reading.columns.clone()),
                ..Reading::default()
            };
            awards::read(path, &reading, None)
        }
        (None, Some(table)) => {
            let path = source::tidy(&root.join(table.file.as_str()));
            let place = match file
                .node
                .get("khen_thuong")
                .and_then(|node| node.get("tep"))
            {
                Some(node) => file.place(node.at),
                None => file.find(&["khen_thuong"]),
            };
            awards::read(&path, &table.reading, Some(place))
        }
        (None, None) => (None, Vec::new()),
    }
}

/// What a dossier says of a table, even if other things in it are wrong: so that one run reports
/// everything.
fn named<T: DeserializeOwned>(file: &DataFile<DossierFile>, key: &str) -> Option<T> {
    let node = file.node.get(key).filter(|node| !node.is_null())?;
    typed::read(node).ok()
}
