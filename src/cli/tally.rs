//! What a build tells of its files: a line for each file of a paper; for each batch its rows, letters
//! and pages, compared; at the end the whole in a table.

use std::path::Path;

use super::print;
use super::summary::Summary;
use crate::batch::output::Fate;
use crate::pipeline::{Built, Paper};

/// As many names are told one by one.
const MOST_NAMES: usize = 10;

/// The files of a run, counted.
#[derive(Debug, Default)]
pub(super) struct Tally {
    files: Vec<(String, usize, Fate)>,
    batches: Vec<Batch>,
    left: Vec<String>,
    summary: Summary,
}

/// Letters of one paper.
#[derive(Debug, Default)]
struct Batch {
    key: String,
    rows: usize,
    letters: usize,
    pages: usize,
    /// Rows of letters of more than a page, with their pages.
    long: Vec<(usize, usize)>,
    written: usize,
    unchanged: usize,
    foreign: Vec<String>,
}

impl Tally {
    /// A batch of so many rows begins.
    pub(super) fn begin(&mut self, key: &str, rows: usize) {
        self.batches.push(Batch {
            key: key.to_string(),
            rows,
            ..Batch::default()
        });
    }

    /// Counts a paper; one that is made for a row belongs to the batch.
    pub(super) fn paper(&mut self, paper: &Paper) {
        self.summary.paper(paper);
        if let (Some(batch), Some(row)) = (self.batches.last_mut(), &paper.row) {
            batch.letters += 1;
            batch.pages += paper.pages;
            if paper.pages > 1 {
                batch.long.push((row.number, paper.pages));
            }
        }
    }

    /// Counts a file of a paper.
    pub(super) fn file_of(&mut self, paper: &Paper, name: &str, fate: Fate) {
        if fate != Fate::Foreign {
            self.summary.file(paper);
        }
        match self.batches.last_mut() {
            Some(batch) if paper.row.is_some() => match fate {
                Fate::Written => batch.written += 1,
                Fate::Unchanged => batch.unchanged += 1,
                Fate::Foreign => batch.foreign.push(name.to_string()),
            },
            Some(_) | None => self.file(name, paper.pages_of(name), fate),
        }
    }

    /// Counts a file; a book has no pages.
    pub(super) fn file(&mut self, name: &str, pages: usize, fate: Fate) {
        self.files.push((name.to_string(), pages, fate));
    }

    /// Takes the files that are left of earlier runs.
    pub(super) fn left(&mut self, names: Vec<String>) {
        self.left = names;
    }

    /// True if letters were made.
    pub(super) fn has_batch(&self) -> bool {
        self.batches.iter().any(|batch| batch.letters > 0)
    }

    /// True if nothing was made at all.
    pub(super) fn is_empty(&self) -> bool {
        self.files.is_empty() && self.batches.is_empty()
    }

    /// True if a file was left alone.
    pub(super) fn foreign(&self) -> bool {
        let alone = self.files.iter().any(|(_, _, fate)| *fate == Fate::Foreign);
        alone || self.batches.iter().any(|batch| !batch.foreign.is_empty())
    }

    /// Prints everything.
    pub(super) fn print(&self, folder: &Path, built: &Built) {
        for batch in &self.batches {
            let bad_rows = built.bad_rows.iter();
            let bad_rows = bad_rows.filter(|bad| bad.key == batch.key).count();
            batch.print(bad_rows);
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
        if !self.left.is_empty() {
            print::error_line(&format!(
                "lưu ý: {} tệp của lần chạy trước nay không còn được làm ra, vẫn giữ nguyên: {}\n  \
                 = gợi ý: xóa nếu không cần nữa; so-phat-hanh.csv không còn kê các tệp này",
                self.left.len(),
                shortened(&self.left)
            ));
        }
        self.summary.print(built);
    }
}

impl Batch {
    /// Prints what was made, and whether rows, letters and pages are as many.
    fn print(&self, bad_rows: usize) {
        let Batch {
            key,
            rows,
            letters,
            pages,
            ..
        } = self;
        print::line(&format!(
            "{key}: {rows} dòng được chọn, {letters} bản, {pages} trang; {} tệp đã tạo, {} tệp như \
             cũ{}",
            self.written,
            self.unchanged,
            match bad_rows {
                0 => String::new(),
                count => format!("; {count} dòng lỗi, xem loi.csv"),
            }
        ));
        let mut differences = Vec::new();
        if bad_rows > 0 {
            differences.push(format!("{bad_rows} dòng chưa có bản"));
        }
        if !self.long.is_empty() {
            let long = self.long.iter();
            let long = long.map(|(row, pages)| format!("dòng {row} ({pages} trang)"));
            let long: Vec<String> = long.collect();
            let (count, long_rows) = (long.len(), shortened(&long));
            differences.push(format!("{count} bản dài hơn một trang: {long_rows}"));
        }
        match differences.is_empty() {
            true => print::line(&format!("{key}: số dòng, số bản và số trang khớp nhau")),
            false => print::line(&format!("{key}: đối chiếu: {}", differences.join("; "))),
        }
    }
}

/// Names with commas between; of many only the first.
fn shortened(names: &[String]) -> String {
    let mut text = names[..names.len().min(MOST_NAMES)].join(", ");
    if names.len() > MOST_NAMES {
        text.push_str(&format!(" và {} nữa", names.len() - MOST_NAMES));
    }
    text
}

/// Tells that a file was not overwritten.
fn left_alone(path: &Path) {
    print::error_line(&format!(
        "lỗi: {} không do vanthu tạo, hoặc đã được sửa sau khi tạo; giữ nguyên, không ghi đè\n  \
         = gợi ý: đổi tên tệp ấy, chọn nơi khác bằng --out, hoặc ghi đè bằng --force",
        path.display()
    ));
}
