//! Our PDF is the page that LibreOffice prints from our DOCX: the same words on the same lines of
//! the same pages, within three tenths of a millimetre.
//!
//! LibreOffice stands in for Word, which cannot be run here; where the two are known to differ we
//! follow Word, and [`KNOWN`] names the pages that show it.
//!
//! Two variables of the environment widen the comparison by hand:
//!
//! - `PARITY_SEEDS=1000:72` compares 72 generated papers, numbered from 1001 on, in the place of
//!   the corpus;
//! - `PARITY_FOLDER=DIR` compares the pairs `x.docx` and `x.pdf` that `vanthu build` left in a
//!   folder.
//!
//! `PARITY_REPORT=1` prints the report of every paper, with its worst deviations; `PARITY_KEEP=DIR`
//! leaves each DOCX there, with LibreOffice's PDF and ours beside it.

mod compare;

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::generated;
use crate::placed::read;
use crate::project::{Project, empty, repository, starter};

use compare::{Findings, Pages, compare};

/// Number of generated papers.
const GENERATED: usize = 100;

/// What LibreOffice prints otherwise.
struct Known {
    /// The paper's name in reports.
    paper: &'static str,
    /// Where.
    pages: Pages,
    /// Why.
    cause: &'static str,
}

/// What LibreOffice prints otherwise; nothing else in these papers may differ.
const KNOWN: [Known; 1] = [Known {
    paper: "van-ninh-2024/danh-sach-khach-moi",
    pages: Pages(5, 6),
    cause: "LibreOffice keeps a table with the next block only if all of its rows stay with the \
            next; Word keeps the last rows of a list on the page of the signature",
}];

/// A paper: its name in reports, its two files.
struct Paper {
    name: String,
    docx: PathBuf,
    pdf: PathBuf,
}

#[test]
fn every_paper_looks_as_libreoffice_prints_it() {
    let folders = corpus();
    let papers: Vec<Paper> = folders
        .iter()
        .flat_map(|(name, project)| papers(name, &project.path().join("ket-qua")))
        .chain(
            asked("PARITY_FOLDER").map_or_else(Vec::new, |folder| papers("", Path::new(&folder))),
        )
        .collect();
    assert!(!papers.is_empty());
    let out = tempfile::tempdir().expect("a folder");
    let kept = asked("PARITY_KEEP").map(PathBuf::from);
    let printed = print(&papers, kept.as_deref().unwrap_or(out.path()));
    let mut wrong = Vec::new();
    for paper in &papers {
        let theirs = read(&fs::read(&printed[&paper.name]).expect("their PDF"));
        let ours = read(&fs::read(&paper.pdf).expect("our PDF"));
        let known = KNOWN.iter().filter(|known| known.paper == paper.name);
        let pages = known.clone().map(|known| known.pages).collect();
        let findings: Findings = compare(&theirs, &ours, pages);
        if asked("PARITY_REPORT").is_some() {
            let report = findings.report(&paper.name, 4);
            writeln!(std::io::stdout(), "{report}").expect("a terminal");
        }
        if findings.differ() {
            wrong.push(findings.report(&paper.name, 4));
        }
        let gone = known.filter(|known| !findings.met.contains(&known.pages));
        wrong.extend(gone.map(|known| format!("{}: no longer so: {}", paper.name, known.cause)));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What a variable of the environment says.
fn asked(variable: &str) -> Option<String> {
    std::env::var(variable)
        .ok()
        .filter(|value| !value.is_empty())
}

/// Every paper of the repository and the generated ones, built; or what was asked for.
fn corpus() -> Vec<(&'static str, Project)> {
    if asked("PARITY_FOLDER").is_some() {
        return Vec::new();
    }
    if let Some(seeds) = asked("PARITY_SEEDS") {
        let (from, count) = seeds.split_once(':').expect("FROM:COUNT");
        let number = |text: &str| text.parse().expect("a number");
        let project = generated::dossier(number(from), number(count));
        project.run(&["build", "."]).succeeds();
        return vec![("sinh", project)];
    }
    let mut corpus = Vec::new();
    for name in ["van-ninh-2024", "xa-binh-mau-2026"] {
        let project = empty();
        let dossier = repository().join("data").join(name);
        let dossier = dossier.display().to_string();
        project
            .run(&["build", &dossier, "--out", "ket-qua"])
            .succeeds();
        corpus.push((name, project));
    }
    for (name, project) in [
        ("khoi-dau", starter()),
        ("sinh", generated::dossier(0, GENERATED)),
    ] {
        project.run(&["build", "."]).succeeds();
        corpus.push((name, project));
    }
    corpus
}

/// The papers in a folder that have both files.
fn papers(dossier: &str, folder: &Path) -> Vec<Paper> {
    let entries = fs::read_dir(folder).expect("a folder");
    let mut stems: Vec<String> = entries
        .map(|entry| entry.expect("an entry").file_name())
        .filter_map(|name| Some(name.to_str()?.strip_suffix(".docx")?.to_string()))
        .filter(|stem| folder.join(format!("{stem}.pdf")).exists())
        .collect();
    stems.sort();
    let paper = |stem: String| Paper {
        name: format!("{dossier}/{stem}"),
        docx: folder.join(format!("{stem}.docx")),
        pdf: folder.join(format!("{stem}.pdf")),
    };
    stems.into_iter().map(paper).collect()
}

/// Converts every DOCX in one run of LibreOffice, which gets a profile of its own.
fn print(papers: &[Paper], folder: &Path) -> BTreeMap<String, PathBuf> {
    let mut printed = BTreeMap::new();
    let mut command = Command::new("soffice");
    command
        .arg(format!(
            "-env:UserInstallation=file://{}/ho-so-lo",
            folder.display()
        ))
        .args(["--headless", "--convert-to", "pdf", "--outdir"])
        .arg(folder);
    for paper in papers {
        let stem = paper.name.replace('/', "--");
        let copy = folder.join(format!("{stem}.docx"));
        fs::copy(&paper.docx, &copy).expect("a copy");
        command.arg(copy);
        if asked("PARITY_KEEP").is_some() {
            let ours = folder.join(format!("{stem}.ours.pdf"));
            fs::copy(&paper.pdf, ours).expect("a copy");
        }
        printed.insert(paper.name.clone(), folder.join(format!("{stem}.pdf")));
    }
    let output = command.output().expect("soffice runs");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    printed
}
