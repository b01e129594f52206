//! Page numbers of all habits, mended: what LibreOffice prints at the top of each page.

use std::collections::BTreeMap;

use super::{hold, mended, parts, printed, testing};
use crate::foreign::{convert, files};
use crate::project::{empty, repository};

const DOCUMENT: &str = "word/document.xml";
const FIRST: [&str; 3] = [
    "<w:headerReference w:type=\"first\" r:id=\"rIdH2\"/>",
    "<w:footerReference w:type=\"first\" r:id=\"rIdF1\"/>",
    "<w:titlePg/>",
];
const TOP: &str = "<w:headerReference w:type=\"default\" r:id=\"rIdH1\"/>";
const WORDS: &str = "<w:p><w:r><w:t>Chữ ở lề trang</w:t></w:r></w:p>";

type Parts = BTreeMap<String, Vec<u8>>;

/// A plan of three pages.
fn plan() -> Parts {
    let project = empty();
    let dossier = repository().join("data/van-ninh-2024");
    let dossier = dossier.display().to_string();
    project
        .run(&[
            "build", &dossier, "--out", ".", "--format", "docx", "--only", "ke_hoach",
        ])
        .succeeds();
    let names = project.names(".");
    parts(&project.bytes(&names[0]))
}

/// The same with other bytes in a part.
fn with(mut parts: Parts, name: &str, old: &str, new: &str) -> Parts {
    let text = String::from_utf8(parts[name].clone()).expect("UTF-8");
    assert!(text.contains(old), "no {old} in {name}");
    parts.insert(name.to_string(), text.replace(old, new).into_bytes());
    parts
}

/// Without a first page of its own.
fn without_first(parts: Parts) -> Parts {
    FIRST
        .iter()
        .fold(parts, |parts, old| with(parts, DOCUMENT, old, ""))
}

/// The plan as others would have numbered it.
fn habits() -> Vec<(String, Vec<u8>)> {
    let number = String::from_utf8(plan()["word/header1.xml"].clone()).expect("UTF-8");
    let number = number.split_once("<w:p>").expect("a paragraph").1;
    let number = format!("<w:p>{}", number.trim_end_matches("</w:hdr>"));
    let gallery = format!(
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Page Numbers (Bottom of Page)\"/>\
         <w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>{number}</w:sdtContent></w:sdt>"
    );
    let none = with(without_first(plan()), DOCUMENT, TOP, "");
    let end = "</w:ftr>";
    let words = with(
        without_first(plan()),
        "word/header1.xml",
        "</w:hdr>",
        &format!("{WORDS}</w:hdr>"),
    );
    let even = "<w:evenAndOddHeaders/><w:characterSpacingControl";
    let habits = [
        ("khong-co", none.clone()),
        ("hien-o-trang-dau", without_first(plan())),
        (
            "chan-trang",
            with(none, "word/footer1.xml", end, &format!("{gallery}{end}")),
        ),
        (
            "mot-dau-trang",
            with(plan(), DOCUMENT, FIRST[0], &TOP.replace("default", "first")),
        ),
        (
            "chu-kem",
            with(words, "word/footer1.xml", end, &format!("{WORDS}{end}")),
        ),
        (
            "trang-chan",
            with(
                plan(),
                "word/settings.xml",
                "<w:characterSpacingControl",
                even,
            ),
        ),
    ];
    let zipped = |parts: Parts| testing::zipped(&parts.into_iter().collect::<Vec<_>>());
    habits
        .map(|(name, parts)| (name.to_string(), zipped(parts)))
        .into()
}

#[test]
fn every_page_but_the_first_has_its_number_at_the_top() {
    let cases = mended(habits());
    assert_eq!(cases.len(), 6);
    hold(&cases);
    let project = empty();
    for case in &cases {
        let file = project.path().join(format!("{}.docx", case.name));
        std::fs::write(file, &case.mended.bytes).expect("a file");
    }
    convert(&files(project.path(), "docx"), "pdf", project.path());
    for case in &cases {
        let pages = printed(&project.path().join(format!("{}.pdf", case.name)));
        assert_eq!(pages.len(), 3, "{}", case.name);
        assert!(
            pages[0].lines().all(|line| line.trim() != "1"),
            "{}: {}",
            case.name,
            pages[0]
        );
        for (at, page) in pages.iter().enumerate().skip(1) {
            let top = page.lines().next().unwrap_or("").trim();
            assert_eq!(top, (at + 1).to_string(), "{}", case.name);
        }
        let words = pages
            .iter()
            .map(|page| page.matches("Chữ ở lề trang\n").count());
        let words: Vec<usize> = words.collect();
        if case.name == "chu-kem" {
            assert_eq!(words, [2, 2, 2]);
        }
    }
}
