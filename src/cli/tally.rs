//! What a build tells of its files: a line for each file of a paper, a line for each batch.

use std::path::Path;

use super::print;
use crate::batch::output::{Fate, File};
use crate::pipeline::{BadRow, Paper};

/// The files of a run, counted.
#[derive(Debug, Default)]
pub(super) struct Tally {
    files: Vec<(String, usize, Fate)>,
    batches: Vec<Batch>,
}

/// Letters of one paper.
#[derive(Debug, Default)]
struct Batch {
    key: String,
    letters: usize,
    pages: usize,
    written: usize,
    unchanged: usize,
    foreign: Vec<String>,
}

impl Tally {
    /// Counts a paper's files.
    pub(super) fn add(&mut self, paper: &Paper, fates: &[Fate]) {
        if paper.row.is_none() {
            for (file, fate) in paper.files.iter().zip(fates) {
                self.files
                    .push((file.name.clone(), paper.pages_of(file), *fate));
            }
            return;
        }
        if self
            .batches
            .last()
            .is_none_or(|batch| batch.key != paper.key)
        {
            self.batches.push(Batch {
                key: paper.key.clone(),
                ..Batch::default()
            });
        }
        let Some(batch) = self.batches.last_mut() else {
            return;
        };
        batch.letters += 1;
        batch.pages += paper.pages;
        for (file, fate) in paper.files.iter().zip(fates) {
            match fate {
                Fate::Written => batch.written += 1,
                Fate::Unchanged => batch.unchanged += 1,
                Fate::Foreign => batch.foreign.push(file.name.clone()),
            }
        }
    }

    /// Counts the books.
    pub(super) fn books(&mut self, books: &[(File, Fate)]) {
        for (file, fate) in books {
            self.files.push((file.name.clone(), 0, *fate));
        }
    }

    /// True if a file was left alone.
    pub(super) fn foreign(&self) -> bool {
        let alone = self.files.iter().any(|(_, _, fate)| *fate == Fate::Foreign);
        alone || self.batches.iter().any(|batch| !batch.foreign.is_empty())
    }

    /// Prints everything; rows, letters and pages of each batch are there to be compared.
    pub(super) fn print(&self, folder: &Path, bad_rows: &[BadRow]) {
        for batch in &self.batches {
            let bad_rows = bad_rows.iter().filter(|bad| bad.key == batch.key).count();
            print::line(&format!(
                "{}: {} dòng được chọn, {} bản, {} trang; {} tệp đã tạo, {} tệp như cũ{}",
                batch.key,
                batch.letters + bad_rows,
                batch.letters,
                batch.pages,
                batch.written,
                batch.unchanged,
                match bad_rows {
                    0 => String::new(),
                    count => format!("; {count} dòng lỗi, xem loi.csv"),
                }
            ));
            for name in &batch.foreign {
                left_alone(&folder.join(name));
            }
        }
        for (name, pages, fate) in &self.files {
            let path = folder.join(name);
            let pages = match pages {
                0 => String::new(),
                count => format!(" ({count} trang)"),
            };
            match fate {
                Fate::Written => print::line(&format!("đã tạo   {}{pages}", path.display())),
                Fate::Unchanged => print::line(&format!("như cũ   {}{pages}", path.display())),
                Fate::Foreign => left_alone(&path),
            }
        }
    }
}

/// Tells that a file was not overwritten.
fn left_alone(path: &Path) {
    print::error_line(&format!(
        "lỗi: {} không do vanthu tạo, hoặc đã được sửa sau khi tạo; giữ nguyên, không ghi đè\n  \
         = gợi ý: đổi tên tệp ấy, chọn nơi khác bằng --out, hoặc ghi đè bằng --force",
        path.display()
    ));
}
