//! Our own papers, read back as if they were anybody's: every word is there, and every component is
//! recognised without doubt.

use std::collections::BTreeMap;

use vanthu::check::facts::Facts;
use vanthu::check::paper::{Found, Paper, Regime, Role};
use vanthu::check::{read, recognise};
use vanthu::document::kind::Frame;

use crate::project::{Project, empty, repository, starter};
use crate::read_back::{paragraphs, words};

/// Papers by the start of their file names, and their types.
const KINDS: [(&str, &str); 6] = [
    ("ke-hoach", "Kế hoạch"),
    ("giay-moi", "Giấy mời"),
    ("danh-sach", "Danh sách"),
    ("quyet-dinh", "Quyết định"),
    ("cong-van", "Công văn"),
    ("thong-bao", "Thông báo"),
];

/// Both dossiers and the starter, built; rows that cannot be made are left out and do no harm here.
fn dossiers() -> Vec<Project> {
    let shipped = ["van-ninh-2024", "xa-binh-mau-2026"].map(|name| {
        let project = empty();
        let dossier = repository().join("data").join(name);
        let dossier = dossier.display().to_string();
        project.run(&["build", &dossier, "--out", "ket-qua"]);
        project
    });
    let starter = starter();
    starter.run(&["build", "."]).succeeds();
    shipped.into_iter().chain([starter]).collect()
}

/// Every DOCX of the dossiers, with its name.
pub(crate) fn papers() -> Vec<(String, Vec<u8>)> {
    let mut papers = Vec::new();
    for project in dossiers() {
        let names = project.names("ket-qua");
        for name in names.into_iter().filter(|name| name.ends_with(".docx")) {
            let bytes = project.bytes(&format!("ket-qua/{name}"));
            papers.push((name, bytes));
        }
    }
    papers
}

#[test]
fn the_facts_have_every_word_of_the_file() {
    for (name, bytes) in papers() {
        let facts = read(&bytes).expect("our own file");
        let ours: Vec<String> = facts
            .story()
            .map(|(_, paragraph)| words(&paragraph.text).join(" "))
            .filter(|line| !line.is_empty())
            .collect();
        assert_eq!(ours, paragraphs(&bytes), "{name}");
    }
}

#[test]
fn every_component_of_our_papers_is_recognised_without_doubt() {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for (name, bytes) in papers() {
        let Some((start, kind)) = KINDS.iter().find(|(start, _)| name.starts_with(start)) else {
            continue;
        };
        *seen.entry(start).or_default() += 1;
        let facts = read(&bytes).expect("our own file");
        let paper = recognise(&facts);
        assert_eq!(missing(&paper), [""; 0], "{name}");
        assert_eq!(paper.regime, Found::Sure(Regime::Administrative), "{name}");
        let found = paper.kind.sure().map(|kind| kind.name);
        assert_eq!(found, Some(*kind), "{name}");
        assert_eq!(left_over(&facts, &paper), [""; 0], "{name}");
    }
    assert_eq!(seen.len(), KINDS.len(), "{seen:?}");
}

/// Components that every paper of ours has and that were not found, or only guessed.
fn missing(paper: &Paper) -> Vec<&'static str> {
    let head = &paper.letterhead;
    let framed = |frame| paper.kind.get().is_some_and(|kind| kind.frame == frame);
    let (list, letter) = (framed(Frame::List), framed(Frame::Letter));
    let title = &paper.title;
    let subject = match letter {
        true => &title.letter_subject,
        false => &title.subject,
    };
    let found = [
        ("national name", head.national_name.sure().is_some()),
        ("motto", head.motto.sure().is_some()),
        ("rule under the motto", head.motto_rule.sure().is_some()),
        ("agency", head.agency.sure().is_some()),
        ("rule under the agency", head.agency_rule.sure().is_some()),
        ("number", list || head.number.sure().is_some()),
        ("place and date", head.place_date.sure().is_some()),
        ("type", letter || title.type_name.sure().is_some()),
        ("subject", subject.sure().is_some()),
        (
            "rule under the subject",
            letter || title.subject_rule.sure().is_some(),
        ),
        ("text", list || !paper.body.is_empty()),
        ("signature", !paper.signatures.is_empty()),
        (
            "name",
            paper.signatures.iter().all(|own| own.name.sure().is_some()),
        ),
        ("page number", paper.page_number.sure().is_some()),
    ];
    let mut names = Vec::new();
    for (name, found) in found {
        if !found {
            names.push(name);
        }
    }
    names
}

/// Words that no component took.
fn left_over<'a>(facts: &'a Facts, paper: &Paper) -> Vec<&'a str> {
    let own = facts.story();
    own.filter(|(id, paragraph)| paper.role(*id) == Role::Other && !paragraph.is_blank())
        .map(|(_, paragraph)| paragraph.text.as_str())
        .collect()
}
