//! Our own papers pass our own check: every DOCX of every dossier of the repository, and of the papers
//! that are generated at random, has no finding.

use serde_json::Value;

use crate::generated;
use crate::project::{Project, empty, repository, starter};

/// Number of generated papers.
const GENERATED: usize = 24;

/// What is wrong in the words of a published plan that a dossier gives again, word for word.
const PUBLISHED: [(&str, &str, &str); 2] = [
    (
        "van-ninh-2024",
        "VH-12",
        "Lãnh đạo Liên Đoàn lao động huyện",
    ),
    (
        "van-ninh-2024",
        "VH-32",
        "Ngày thành lập ngày thành lập Quân",
    ),
];

/// Rules on what the writer says, to which words drawn by lot cannot keep: capitals, citations, the
/// parts that a template of words alone does not have, a symbol of one group, a text that begins with
/// dashes right below `Kính gửi`.
const OF_WORDS: [&str; 10] = [
    "TT-44", "TT-78", "TT-79", "TT-85", "TT-91", "TT-92", "TT-112", "TT-118", "TT-120", "TT-113",
];

#[test]
fn papers_of_the_dossiers_have_no_finding() {
    for name in ["van-ninh-2024", "xa-binh-mau-2026"] {
        let project = empty();
        let dossier = repository().join("data").join(name);
        let dossier = dossier.display().to_string();
        // A dossier may have bad rows, which its other papers are made without.
        let _ = project.run(&["build", &dossier, "--out", "ket-qua", "--format", "docx"]);
        let found = findings(&project).into_iter().filter(|(_, code, there)| {
            !PUBLISHED
                .iter()
                .any(|(own, known, words)| *own == name && code == known && there.contains(words))
        });
        let found: Vec<_> = found.collect();
        assert!(
            found.is_empty(),
            "{name}: {} in all: {:#?}",
            found.len(),
            &found[..found.len().min(20)]
        );
    }
}

#[test]
fn papers_of_the_starter_have_no_finding() {
    let project = starter();
    project.run(&["build", ".", "--format", "docx"]).succeeds();
    assert_eq!(findings(&project), []);
}

#[test]
fn generated_papers_have_no_finding_of_form() {
    let project = generated::dossier(0, GENERATED);
    project.run(&["build", ".", "--format", "docx"]).succeeds();
    let found = findings(&project)
        .into_iter()
        .filter(|(_, code, _)| !code.starts_with("VH-") && !OF_WORDS.contains(&code.as_str()));
    let found: Vec<_> = found.collect();
    assert!(
        found.is_empty(),
        "{} in all: {:#?}",
        found.len(),
        &found[..found.len().min(20)]
    );
}

/// File, code and what is there of every finding in the papers of a built dossier.
fn findings(project: &Project) -> Vec<(String, String, String)> {
    let names = project.names("ket-qua");
    let papers: Vec<String> = names
        .iter()
        .filter(|name| name.ends_with(".docx"))
        .map(|name| format!("ket-qua/{name}"))
        .collect();
    assert!(!papers.is_empty());
    let arguments = ["check", "--format", "json"].into_iter();
    let arguments: Vec<&str> = arguments.chain(papers.iter().map(String::as_str)).collect();
    let run = project.run(&arguments);
    let reports: Value = serde_json::from_str(run.out()).expect("JSON");
    let files = reports["tep"].as_array().expect("files");
    assert_eq!(files.len(), papers.len());
    let text = |value: &Value| value.as_str().unwrap_or("").to_string();
    let found = files.iter().flat_map(|file| {
        let certificate = ["giay-khen", "chung-nhan", "to-can-chinh"]
            .iter()
            .any(|start| text(&file["ten_tep"]).starts_with(&format!("ket-qua/{start}")));
        let checked = file["khong_kiem_tra"] == Value::Null;
        assert!(checked != certificate, "{}", file["ten_tep"]);
        let items = file["ket_qua"].as_array().expect("findings");
        items.iter().map(|item| {
            (
                text(&file["ten_tep"]),
                text(&item["ma"]),
                text(&item["thuc_te"]),
            )
        })
    });
    found.collect()
}
