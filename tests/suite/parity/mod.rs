//! Our PDF is the page that LibreOffice prints from our DOCX: the same words on the same lines of
//! the same pages, within three tenths of a millimetre.
//!
//! LibreOffice stands in for Word, which cannot be run here; where the two are known to differ we
//! follow Word, and [`KNOWN`] names the papers that show it.

mod compare;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::generated;
use crate::placed::read;
use crate::project::{Project, empty, repository, starter};

use compare::{Findings, compare};

/// Number of generated papers.
const GENERATED: usize = 72;

/// Papers that LibreOffice prints otherwise, and why.
const KNOWN: [(&str, &str); 3] = [
    (
        "sinh/van-ban-02",
        "LibreOffice sets a squeezed line of italic and upright text beyond the margin",
    ),
    (
        "sinh/van-ban-44",
        "a word fits if the spaces are squeezed by 0.249; LibreOffice rounds and refuses it",
    ),
    (
        "sinh/van-ban-67",
        "a row taller than a page: LibreOffice parts it at other lines",
    ),
];

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
        .flat_map(|(name, project)| papers(name, project))
        .collect();
    assert!(papers.len() > 60, "{} papers", papers.len());
    let out = tempfile::tempdir().expect("a folder");
    let printed = print(&papers, out.path());
    let mut wrong = Vec::new();
    for paper in &papers {
        let theirs = read(&fs::read(&printed[&paper.name]).expect("their PDF"));
        let ours = read(&fs::read(&paper.pdf).expect("our PDF"));
        let findings: Findings = compare(&theirs, &ours);
        let known = KNOWN.iter().find(|(name, _)| *name == paper.name);
        match (findings.differ(), known) {
            (true, None) => wrong.push(findings.report(&paper.name, 4)),
            (false, Some((name, cause))) => wrong.push(format!("{name}: no longer so: {cause}")),
            (true, Some(_)) | (false, None) => {}
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Every paper of the repository and the generated ones, built.
fn corpus() -> Vec<(&'static str, Project)> {
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
        ("sinh", generated::dossier(GENERATED)),
    ] {
        project.run(&["build", "."]).succeeds();
        corpus.push((name, project));
    }
    corpus
}

fn papers(dossier: &str, project: &Project) -> Vec<Paper> {
    let folder = project.path().join("ket-qua");
    let names = project.names("ket-qua");
    let stems = names.iter().filter_map(|name| name.strip_suffix(".docx"));
    stems
        .map(|stem| Paper {
            name: format!("{dossier}/{stem}"),
            docx: folder.join(format!("{stem}.docx")),
            pdf: folder.join(format!("{stem}.pdf")),
        })
        .collect()
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
