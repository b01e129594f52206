//! `vanthu build`: makes the papers of a dossier and writes them.

use std::path::{Path, PathBuf};

use super::args::{BuildArguments, FormatArgument};
use super::{Exit, print};
use crate::batch::output::{self, Fate, File, OutputError};
use crate::pipeline::{self, Formats, Paper, Request};

/// Where files go if the command line does not say.
const DEFAULT_FOLDER: &str = "ket-qua";

/// Makes and writes the papers; what could not be made is listed.
pub(super) fn run(arguments: &BuildArguments) -> Exit {
    let request = Request {
        dossier: arguments.dossier.clone(),
        only: arguments.only.clone(),
    };
    let built = pipeline::build(&request, formats(&arguments.format));
    print::findings(&built.findings);
    let folder = folder(arguments);
    let files: Vec<File> = built
        .papers
        .iter()
        .flat_map(|paper| paper.files.clone())
        .collect();
    let fates = match output::write(&folder, &files, arguments.force) {
        Ok(fates) => fates,
        Err(error) => return machine(&error),
    };
    let foreign = report(&folder, &built.papers, &fates);
    if built.has_errors() || foreign {
        Exit::Findings
    } else {
        Exit::Done
    }
}

fn formats(asked: &[FormatArgument]) -> Formats {
    let has = |format| asked.is_empty() || asked.contains(&format);
    Formats {
        docx: has(FormatArgument::Docx),
        pdf: has(FormatArgument::Pdf),
    }
}

fn folder(arguments: &BuildArguments) -> PathBuf {
    match &arguments.out {
        Some(folder) => folder.clone(),
        None => pipeline::dossier_folder(&arguments.dossier).join(DEFAULT_FOLDER),
    }
}

/// One line a file; true if one was left alone.
fn report(folder: &Path, papers: &[Paper], fates: &[Fate]) -> bool {
    let mut fates = fates.iter();
    let mut foreign = false;
    for paper in papers {
        for (file, fate) in paper.files.iter().zip(fates.by_ref()) {
            let path = folder.join(&file.name);
            let path = path.display();
            match fate {
                Fate::Written => print::line(&format!("đã tạo   {path} ({} trang)", paper.pages)),
                Fate::Unchanged => print::line(&format!("như cũ   {path} ({} trang)", paper.pages)),
                Fate::Foreign => {
                    foreign = true;
                    print::error_line(&format!(
                        "lỗi: {path} không do vanthu tạo, hoặc đã được sửa sau khi tạo; giữ \
                         nguyên, không ghi đè\n  = gợi ý: đổi tên tệp ấy, chọn nơi khác bằng \
                         --out, hoặc ghi đè bằng --force"
                    ));
                }
            }
        }
    }
    foreign
}

fn machine(error: &OutputError) -> Exit {
    print::error_line(&format!(
        "lỗi: không ghi được {}: {}\n  = gợi ý: đóng tệp nếu đang mở trong Word; xem quyền ghi và \
         chỗ trống trên đĩa",
        error.path.display(),
        error.error
    ));
    Exit::Machine
}
