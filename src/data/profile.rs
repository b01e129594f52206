//! An agency profile read alone, without a dossier: for the check of papers that others typed.

use std::path::Path;

use crate::diag::{Diagnostic, Place};

use super::agency::Agency;
use super::file::DataFile;
use super::findings::Findings;
use super::{check_agency, schema};

/// An agency profile with the places of its entries.
#[derive(Clone, Debug)]
pub struct Profile {
    /// What it says.
    pub agency: Agency,
    file: DataFile<Agency>,
}

/// Reads an agency profile. With any error there is none, and the list has all errors.
pub fn load(path: &Path) -> (Option<Profile>, Vec<Diagnostic>) {
    let mut found = Findings::default();
    let Some(file) = DataFile::load(path, None, &schema::agency_schema(), &mut found) else {
        return (None, found.into_list());
    };
    check_agency::check(&file, &mut found);
    let found = found.into_list();
    let sound = !found.iter().any(Diagnostic::is_error);
    let agency = file.value.clone().filter(|_| sound);
    (agency.map(|agency| Profile { agency, file }), found)
}

impl Profile {
    /// Where the code of a rule stands that the profile sets otherwise.
    pub fn place_of_rule(&self, index: usize) -> Place {
        let index = index.to_string();
        self.file.find(&["kiem_tra", &index, "quy_tac"])
    }
}
