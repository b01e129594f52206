//! `vanthu check`: a dossier, or finished papers; told apart by what the path is.

use std::path::{Path, PathBuf};

use super::paper_args::CheckArguments;
use super::{Exit, papers, print};
use crate::pipeline::{self, Request};

/// Checks a dossier or papers.
pub(super) fn run(arguments: &CheckArguments) -> Exit {
    let dossiers: Vec<&PathBuf> = arguments
        .paths
        .iter()
        .filter(|path| is_dossier(path))
        .collect();
    match dossiers.as_slice() {
        [] => papers::run(arguments),
        [one] if arguments.paths.len() == 1 => dossier(one, &arguments.only),
        [..] => {
            print::error_line("lỗi: mỗi lần chỉ kiểm tra một hồ sơ, hoặc nhiều tệp DOCX");
            print::error_line("Xem hướng dẫn: vanthu --help");
            Exit::Usage
        }
    }
}

/// A folder, or a file of YAML.
fn is_dossier(path: &Path) -> bool {
    let yaml = path
        .extension()
        .is_some_and(|end| end.eq_ignore_ascii_case("yaml") || end.eq_ignore_ascii_case("yml"));
    // What has no ending and is not there was meant as a folder.
    path.is_dir() || yaml || (path.extension().is_none() && !path.is_file())
}

/// Checks a dossier and prints what is wrong with it.
fn dossier(path: &Path, only: &[String]) -> Exit {
    let request = Request {
        dossier: path.to_path_buf(),
        only: only.to_vec(),
        ..Request::default()
    };
    let checked = pipeline::check(&request);
    for note in &checked.corrections {
        print::error_line(&format!("khi đọc bảng: {note}"));
    }
    print::findings(&checked.findings);
    if checked.has_errors() {
        return Exit::Findings;
    }
    print::line(&format!(
        "Hồ sơ đúng: {} văn bản ({}).",
        checked.papers.len(),
        checked.papers.join(", ")
    ));
    Exit::Done
}
