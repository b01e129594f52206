//! Our own papers pass our own check: every DOCX of every dossier of the repository, and of the papers
//! that are generated at random, has no finding.

use crate::generated;
use crate::project::{Project, empty, repository, starter};

/// Number of generated papers.
const GENERATED: usize = 72;

#[test]
fn papers_of_the_dossiers_have_no_finding() {
    for name in ["van-ninh-2024", "xa-binh-mau-2026"] {
        let project = empty();
        let dossier = repository().join("data").join(name);
        let dossier = dossier.display().to_string();
        project
            .run(&["build", &dossier, "--out", "ket-qua", "--format", "docx"])
            .succeeds();
        pass(&project, name);
    }
}

#[test]
fn papers_of_the_starter_and_generated_ones_have_no_finding() {
    for (name, project) in [
        ("khoi-dau", starter()),
        ("sinh", generated::dossier(GENERATED)),
    ] {
        project.run(&["build", ".", "--format", "docx"]).succeeds();
        pass(&project, name);
    }
}

/// Checks all papers of a built dossier in one run.
fn pass(project: &Project, name: &str) {
    let names = project.names("ket-qua");
    let papers: Vec<String> = names
        .iter()
        .filter(|name| name.ends_with(".docx"))
        .map(|name| format!("ket-qua/{name}"))
        .collect();
    assert!(!papers.is_empty(), "{name}");
    let arguments: Vec<&str> = ["check"]
        .into_iter()
        .chain(papers.iter().map(String::as_str))
        .collect();
    let run = project.run(&arguments).reports("").succeeds();
    for (line, paper) in run.out().lines().zip(&papers) {
        assert!(line.starts_with(paper), "{name}: {line}");
        assert!(
            line.ends_with(": không thấy lỗi thể thức"),
            "{name}: {line}"
        );
    }
}
