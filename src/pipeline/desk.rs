//! Where finished papers go, and what is known there of earlier ones.

use std::sync::Arc;

use crate::batch::hash::Hash;
use crate::batch::output::{Draft, File, OutputError};

/// A finished paper.
#[derive(Clone, Debug)]
pub struct Paper {
    /// Its key under `van_ban`.
    pub key: String,
    /// The row that it is made for.
    pub row: Option<RowName>,
    /// Number of its pages.
    pub pages: usize,
    /// Its place among all: that of its key in the dossier, that of its row in the list.
    pub order: (u32, u32),
    /// True for what the issue book does not tell of: a part of a file for print, a calibration sheet.
    pub part: bool,
    /// Its files.
    pub files: Vec<File>,
}

impl Paper {
    /// Pages of one of its files; a workbook has none before it is printed.
    pub fn pages_of(&self, file_name: &str) -> usize {
        match file_name.ends_with(".xlsx") {
            true => 0,
            false => self.pages,
        }
    }
}

/// A row of a table, as people name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowName {
    /// Row in the file.
    pub number: usize,
    /// Name, or what stands for it.
    pub name: Arc<str>,
}

/// Takes finished papers.
pub trait Desk: Sync {
    /// Of what the file of a name was made, if it is as it was made; and the number of its pages.
    fn there(&self, name: &str) -> Option<(Hash, usize)>;

    /// A batch of so many letters begins.
    fn begins(&mut self, key: &str, letters: usize);

    /// Takes papers.
    ///
    /// # Errors
    ///
    /// Those of the machine, here and below.
    fn take(&mut self, papers: Vec<Paper>) -> Result<(), OutputError>;

    /// Begins a large file.
    fn draft(&mut self) -> Result<Draft, OutputError>;

    /// Takes a large file of a paper.
    fn keep(&mut self, paper: &Paper, file: &File, draft: Draft) -> Result<(), OutputError>;
}
