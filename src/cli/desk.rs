//! The desk of a build: a folder that papers are put into, with what is told of them.

use std::path::Path;
use std::sync::Arc;

use super::progress::Progress;
use super::tally::Tally;
use crate::batch::book;
use crate::batch::hash::Hash;
use crate::batch::memory::{About, Record, Standing};
use crate::batch::output::{Draft, File, Folder, OutputError};
use crate::pipeline::{Built, Desk, Making, Paper, Request};

/// A folder, and the count of what was put into it.
pub(super) struct FolderDesk {
    folder: Folder,
    preview: bool,
    progress: Progress,
    pub(super) tally: Tally,
}

impl FolderDesk {
    pub(super) fn at(path: &Path, force: bool, preview: bool) -> FolderDesk {
        FolderDesk {
            folder: Folder::at(path, force),
            preview,
            progress: Progress::default(),
            tally: Tally::default(),
        }
    }

    /// Writes the books, and ends the run. A look at one letter leaves the books alone.
    pub(super) fn close(
        mut self,
        built: &Built,
        request: &Request,
        making: Making,
    ) -> Result<Tally, OutputError> {
        self.progress.end();
        self.folder.forget_lost();
        let batch = self.tally.has_batch() || !built.bad_rows.is_empty();
        if !self.preview {
            let left = self.left(built, request, making);
            self.tally.left(left);
            if batch {
                self.write_books(built)?;
            }
        }
        self.folder.close()?;
        Ok(self.tally)
    }

    /// The files of earlier runs that this run would have made if they were still wanted.
    fn left(&mut self, built: &Built, request: &Request, making: Making) -> Vec<String> {
        let is_left = |name: &str, about: &About| {
            if about.paper.is_empty() || about.standing == Standing::Aside {
                return false;
            }
            let unknown = request.only.is_empty() && !built.keys.contains(&*about.paper);
            let unmade = request.rows.is_none()
                && built.whole.contains(&*about.paper)
                && wanted(name, about, making);
            unknown || unmade
        };
        let memory = self.folder.memory();
        let left = memory
            .unmet()
            .filter(|(name, record)| is_left(name, &record.about));
        let left: Vec<String> = left.map(|(name, _)| name.to_string()).collect();
        for name in &left {
            memory.leave(name);
        }
        left
    }

    /// The issue book, and the list of bad rows or none.
    fn write_books(&mut self, built: &Built) -> Result<(), OutputError> {
        let about = About::aside();
        let fate = self.folder.write_by(book::BOOK, &about, |memory, out| {
            book::write_book(memory, out)
        })?;
        self.tally.file(book::BOOK, 0, fate);
        if built.bad_rows.is_empty() {
            return self.folder.remove(book::BAD_ROWS);
        }
        let rows = built.bad_rows.iter().map(|bad| {
            let row = bad.row.to_string();
            [bad.key.clone(), row, bad.name.clone(), bad.reason.clone()]
        });
        let fate = self.folder.write_by(book::BAD_ROWS, &about, |_, out| {
            book::write_bad_rows(rows, out)
        })?;
        self.tally.file(book::BAD_ROWS, 0, fate);
        Ok(())
    }

    /// What the memory keeps of a file of a paper.
    fn about(&mut self, paper: &Paper, file: &File) -> About {
        let issued = |record: Record| record.about.standing == Standing::Issued;
        let known = self.folder.memory().record(&file.name).is_some_and(issued);
        About {
            paper: paper.key.as_str().into(),
            row: paper.row.as_ref().map(|row| row.number as u32),
            name: paper.row.as_ref().map(|row| Arc::clone(&row.name)),
            pages: paper.pages_of(&file.name) as u32,
            order: paper.order,
            standing: match paper.part || (self.preview && !known) {
                true => Standing::Aside,
                false => Standing::Issued,
            },
        }
    }
}

/// True if the run makes files of such a kind.
fn wanted(name: &str, about: &About, making: Making) -> bool {
    match name.rsplit_once('.') {
        Some((_, "pdf")) if about.row.is_none() && about.order.1 == u32::MAX => making.print,
        Some((_, "pdf")) => making.pdf,
        Some(_) | None => making.docx,
    }
}

impl Desk for FolderDesk {
    fn there(&self, name: &str) -> Option<(Hash, usize)> {
        self.folder.there(name)
    }

    fn begins(&mut self, key: &str, letters: usize) {
        self.progress.begin(key, letters);
        self.tally.begin(key, letters);
    }

    fn take(&mut self, papers: Vec<Paper>) -> Result<(), OutputError> {
        let mut files: Vec<(File, About)> = Vec::new();
        let mut counts = Vec::new();
        for mut paper in papers {
            for file in std::mem::take(&mut paper.files) {
                let about = self.about(&paper, &file);
                files.push((file, about));
                counts.push(paper.clone());
            }
            self.tally.paper(&paper);
            if paper.row.is_some() {
                self.progress.done(1);
            }
        }
        let fates = self.folder.put(&files)?;
        for ((paper, (file, _)), fate) in counts.iter().zip(&files).zip(fates) {
            self.tally.file_of(paper, &file.name, fate);
        }
        Ok(())
    }

    fn draft(&mut self) -> Result<Draft, OutputError> {
        self.folder.draft()
    }

    fn keep(&mut self, paper: &Paper, file: &File, draft: Draft) -> Result<(), OutputError> {
        let about = self.about(paper, file);
        let fate = self.folder.keep(draft, &file.name, file.source, &about)?;
        self.tally.file_of(paper, &file.name, fate);
        Ok(())
    }
}
