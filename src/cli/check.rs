//! `vanthu check`: everything but the rendering.

use super::args::CheckArguments;
use super::{Exit, print};
use crate::pipeline::{self, Request};

/// Checks a dossier and prints what is wrong with it.
pub(super) fn run(arguments: &CheckArguments) -> Exit {
    let request = Request {
        dossier: arguments.dossier.clone(),
        only: arguments.only.clone(),
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
