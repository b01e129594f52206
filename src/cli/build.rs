//! `vanthu build`: makes the papers of a dossier and writes them as they come.

use std::path::{Path, PathBuf};

use super::args::{BuildArguments, FormatArgument};
use super::tally::Tally;
use super::{Exit, print};
use crate::batch::book::{self, Issue};
use crate::batch::output::{Fate, File, Folder, OutputError};
use crate::pipeline::{self, Built, Making, Paper, Request};

/// Where files go if the command line does not say.
const DEFAULT_FOLDER: &str = "ket-qua";

/// Makes and writes the papers; what could not be made is listed.
pub(super) fn run(arguments: &BuildArguments) -> Exit {
    if let Some(jobs) = arguments.jobs {
        // The pool can be set once; a second setting would be a fault of ours, and harmless.
        let _ = rayon::ThreadPoolBuilder::new()
            .num_threads(jobs)
            .build_global();
    }
    let request = Request {
        dossier: arguments.dossier.clone(),
        only: arguments.only.clone(),
        tables: arguments.table.clone(),
        rows: arguments.rows.clone(),
        preview: arguments.preview,
    };
    let folder = folder(arguments);
    match make(&request, arguments, &folder) {
        Ok((built, tally)) => {
            print::findings(&built.findings);
            tally.print(&folder, &built.bad_rows);
            if built.notes > 0 {
                print::error_line(&format!(
                    "khi đọc bảng: {} chỗ được sửa hoặc bỏ qua; vanthu check kê từng chỗ",
                    built.notes
                ));
            }
            if built.has_errors() || tally.foreign() {
                Exit::Findings
            } else {
                Exit::Done
            }
        }
        Err(error) => print::machine(&error),
    }
}

/// Makes papers and writes each as soon as it is there; then the books.
fn make(
    request: &Request,
    arguments: &BuildArguments,
    path: &Path,
) -> Result<(Built, Tally), OutputError> {
    let mut folder: Option<Folder> = None;
    let mut tally = Tally::default();
    let mut issues: Vec<Issue> = Vec::new();
    let built = pipeline::build(request, making(arguments), &mut |papers| {
        let folder = match &mut folder {
            Some(folder) => folder,
            // Only now: a dossier with errors makes no folder.
            none => none.insert(Folder::open(path, arguments.force)?),
        };
        write(folder, papers, &mut tally, &mut issues)
    })?;
    if let Some(mut folder) = folder {
        // A preview is a look at one letter; the books of the whole batch stay as they are.
        let batch = issues.iter().any(|issue| issue.row.is_some());
        if request.preview.is_none() && (batch || !built.bad_rows.is_empty()) {
            tally.books(&write_books(&mut folder, &issues, &built)?);
        }
        folder.close()?;
    }
    Ok((built, tally))
}

fn write(
    folder: &mut Folder,
    papers: Vec<Paper>,
    tally: &mut Tally,
    issues: &mut Vec<Issue>,
) -> Result<(), OutputError> {
    for paper in &papers {
        let fates = folder.put(&paper.files)?;
        tally.add(paper, &fates);
        let row = paper
            .row
            .as_ref()
            .map(|row| (row.number, row.name.as_str()));
        for (file, fate) in paper.files.iter().zip(fates) {
            if fate != Fate::Foreign {
                issues.push(Issue::new(&paper.key, row, paper.pages_of(file), file));
            }
        }
    }
    Ok(())
}

/// The issue book, and the list of bad rows or none.
fn write_books(
    folder: &mut Folder,
    issues: &[Issue],
    built: &Built,
) -> Result<Vec<(File, Fate)>, OutputError> {
    let mut files = vec![book::book(issues)];
    if built.bad_rows.is_empty() {
        folder.remove(book::BAD_ROWS)?;
    } else {
        files.push(book::bad_rows(built.bad_rows.iter().map(|bad| {
            [
                bad.key.clone(),
                bad.row.to_string(),
                bad.name.clone(),
                bad.reason.clone(),
            ]
        })));
    }
    let fates = folder.put(&files)?;
    Ok(files.into_iter().zip(fates).collect())
}

fn making(arguments: &BuildArguments) -> Making {
    let asked = &arguments.format;
    let has = |format| asked.is_empty() || asked.contains(&format);
    Making {
        docx: has(FormatArgument::Docx),
        pdf: has(FormatArgument::Pdf),
        duplex: arguments.duplex,
    }
}

fn folder(arguments: &BuildArguments) -> PathBuf {
    match &arguments.out {
        Some(folder) => folder.clone(),
        None => pipeline::dossier_folder(&arguments.dossier).join(DEFAULT_FOLDER),
    }
}
