//! `vanthu build`: makes the papers of a dossier and writes them as they come.

use std::path::{Path, PathBuf};

use super::args::{BuildArguments, FormatArgument};
use super::desk::FolderDesk;
use super::tally::Tally;
use super::{Exit, print};
use crate::batch::output::OutputError;
use crate::pipeline::{self, Built, Making, Request};

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
            tally.print(&folder, &built);
            if built.notes > 0 {
                print::error_line(&format!(
                    "khi đọc bảng: {} chỗ được sửa hoặc bỏ qua; vanthu check kê từng chỗ",
                    built.notes
                ));
            }
            if tally.is_empty() && !built.has_errors() {
                print::error_line(NOTHING);
            }
            if built.has_errors() || tally.foreign() || tally.is_empty() {
                Exit::Findings
            } else {
                Exit::Done
            }
        }
        Err(error) => print::machine(&error),
    }
}

/// Said when nothing was asked for that the dossier has.
const NOTHING: &str = "lỗi: không có gì để tạo\n  = gợi ý: --format in-chung chỉ làm cho văn bản có \
                       moi_dong_cua; hồ sơ cần ít nhất một văn bản như vậy dưới van_ban";

/// Makes papers and writes each as soon as it is there; then the books.
fn make(
    request: &Request,
    arguments: &BuildArguments,
    path: &Path,
) -> Result<(Built, Tally), OutputError> {
    let making = making(arguments);
    let set_up = || FolderDesk::at(path, arguments.force, request.preview.is_some());
    let (built, desk) = pipeline::build(request, making, set_up)?;
    let tally = desk.close(&built, request, making)?;
    Ok((built, tally))
}

fn making(arguments: &BuildArguments) -> Making {
    let asked = &arguments.format;
    let has = |format| asked.is_empty() || asked.contains(&format);
    Making {
        docx: has(FormatArgument::Docx),
        pdf: has(FormatArgument::Pdf),
        print: has(FormatArgument::InChung),
        duplex: arguments.duplex,
    }
}

fn folder(arguments: &BuildArguments) -> PathBuf {
    match &arguments.out {
        Some(folder) => folder.clone(),
        None => pipeline::dossier_folder(&arguments.dossier).join(DEFAULT_FOLDER),
    }
}
