//! Mended papers, held against outside programs: valid for the Open XML SDK, the same words on as many
//! pages in LibreOffice, read by python-docx; mended a second time they stay as they are. Behind the
//! feature `external`.

mod habits;
mod numbers;
// The makers of files are those of the unit tests, which use more of them.
#[allow(dead_code, unused_imports)]
mod rules;
#[allow(dead_code)]
#[path = "../../../src/check/testing.rs"]
mod testing;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};
use unicode_normalization::UnicodeNormalization;
use vanthu::check::fix::{Mended, fix};
use vanthu::check::report::ItemLevel;
use vanthu::check::rules::Settings;
use vanthu::check::{facts, read};
use zip::ZipArchive;

use crate::external::{is_valid, run, shown, tools};
use crate::foreign::{convert, files};
use crate::project::{Project, empty, repository};
use crate::recognise::papers;

/// A paper that `fix` changed.
struct Case {
    name: String,
    before: Vec<u8>,
    mended: Mended,
}

/// The parts of a file.
fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let mut parts = BTreeMap::new();
    for index in 0..zip.len() {
        let mut part = zip.by_index(index).expect("a part");
        let mut content = Vec::new();
        part.read_to_end(&mut content).expect("its bytes");
        parts.insert(part.name().to_string(), content);
    }
    parts
}

/// The papers that are changed, mended; and what holds of each without an outside program.
fn mended(papers: Vec<(String, Vec<u8>)>) -> Vec<Case> {
    let mut cases = Vec::new();
    for (name, before) in papers {
        let settings = Settings::default();
        let mended =
            fix(&name, &before, &settings).unwrap_or_else(|refusal| panic!("{name}: {refusal:?}"));
        if mended.bytes == before {
            assert_eq!(mended.mended.items.len(), 0, "{name}");
            continue;
        }
        let again = fix(&name, &mended.bytes, &settings).expect("a mended file");
        assert!(
            again.bytes == mended.bytes,
            "{name}: {:?}",
            again.mended.items
        );
        assert_eq!(mended.obstacles, [], "{name}: {:?}", mended.left.items);
        let codes = |items: &[vanthu::check::report::Item]| -> BTreeSet<&'static str> {
            let sure = items.iter().filter(|item| item.level != ItemLevel::Ask);
            sure.map(|item| item.code).collect()
        };
        let (gone, left) = (codes(&mended.mended.items), codes(&mended.left.items));
        assert!(gone.is_disjoint(&left), "{name}: {gone:?} {left:?}");
        only_some_parts_change(&name, &before, &mended.bytes);
        cases.push(Case {
            name,
            before,
            mended,
        });
    }
    cases
}

/// Only the text, headers, footers and what leads to them change.
fn only_some_parts_change(name: &str, before: &[u8], after: &[u8]) {
    let (before, after) = (parts(before), parts(after));
    for (part, content) in &before {
        let may = ["word/document.xml", "[Content_Types].xml"].contains(&part.as_str())
            || part == "word/_rels/document.xml.rels"
            || part.starts_with("word/header")
            || part.starts_with("word/footer");
        assert!(may || after[part] == *content, "{name}: {part}");
    }
    for part in after.keys().filter(|part| !before.contains_key(*part)) {
        let margin = part.starts_with("word/header") || part.starts_with("word/footer");
        assert!(margin || part.starts_with("word/_rels/"), "{name}: {part}");
    }
}

/// What outside programs make of mended papers.
fn hold(cases: &[Case]) {
    let project = empty();
    let (old, new) = (project.path().join("cu"), project.path().join("moi"));
    for (folder, bytes) in [
        (&old, (|case| &case.before) as fn(&Case) -> &Vec<u8>),
        (&new, |case| &case.mended.bytes),
    ] {
        fs::create_dir(folder).expect("a folder");
        for case in cases {
            let file = folder.join(format!("{}.docx", case.name));
            fs::write(file, bytes(case)).expect("a file");
        }
        convert(&files(folder, "docx"), "pdf", folder);
    }
    let wrong: Vec<String> = cases
        .par_iter()
        .flat_map(|case| wrong(case, &old, &new))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is wrong with a mended paper, which lies beside the old one.
fn wrong(case: &Case, old: &Path, new: &Path) -> Vec<String> {
    let file = |folder: &Path, end: &str| folder.join(format!("{}.{end}", case.name));
    let mut wrong = Vec::new();
    let (before, after) = (file(old, "docx"), file(new, "docx"));
    if !is_valid(&after) && is_valid(&before) {
        wrong.push("no longer valid".to_string());
    }
    if read_by_python(&before) != read_by_python(&after) {
        wrong.push("other words for python-docx".to_string());
    }
    let (before, after) = (printed(&file(old, "pdf")), printed(&file(new, "pdf")));
    let same = match before.len() == after.len() {
        true => letters(&before.concat()) == letters(&after.concat()),
        // The head of a table stands on each of its pages.
        false => words(&before) == words(&after),
    };
    if !same {
        wrong.push("other words in LibreOffice".to_string());
    }
    if before.len() < after.len() && !grows(case) {
        let pages = (before.len(), after.len());
        wrong.push(format!("other pages {pages:?}"));
    }
    let told = wrong.into_iter();
    told.map(|wrong| format!("{}: {wrong}", case.name))
        .collect()
}

/// Letters of a text in order, their case aside: signs and digits of fixed formulas may be mended, and
/// page numbers come and go. An Icelandic letter that looks like Đ counts as that.
fn letters(text: &str) -> Vec<char> {
    let mut letters: Vec<char> = text
        .nfc()
        .filter(|c| c.is_alphabetic())
        .flat_map(char::to_lowercase)
        .map(|c| if c == 'ð' { 'đ' } else { c })
        .collect();
    letters.sort_unstable();
    letters
}

fn read_by_python(file: &Path) -> Vec<char> {
    let python = shown(&tools().join("python/bin/python"));
    let reader = repository().join("tests/tools/read_docx.py");
    letters(&run(&python, &[&shown(&reader), &shown(file)]))
}

/// The text of each page.
fn printed(pdf: &Path) -> Vec<String> {
    let text = run("pdftotext", &["-raw", &shown(pdf), "-"]);
    let text = text.trim_end_matches('\u{c}');
    text.split('\u{c}').map(str::to_string).collect()
}

/// The words of some pages, each once.
fn words(pages: &[String]) -> BTreeSet<Vec<char>> {
    let words = pages.iter().flat_map(|page| page.split_whitespace());
    words.map(letters).collect()
}

/// True if larger letters, wider margins or more space were asked for, so that a page more is no surprise.
fn grows(case: &Case) -> bool {
    let grown = ["TT-03", "TT-04", "TT-05", "TT-70", "TT-72", "TT-73"];
    let mut items = case.mended.mended.items.iter();
    items.any(|item| grown.contains(&item.code) || item.there.contains("cỡ chữ"))
}

#[test]
fn broken_twins_are_mended() {
    let twins = rules::broken();
    let all = twins.len();
    let mut cases = mended(twins);
    assert!(all > 100 && cases.len() > 50, "{} of {all}", cases.len());
    // One for each rule and one for each way of typing is enough for the slow ones.
    let mut known = BTreeSet::new();
    cases.retain(|case| {
        let parts: Vec<&str> = case.name.splitn(4, '-').collect();
        let (rule, script) = (parts[2].to_string(), parts[3].to_string());
        known.insert(rule) | known.insert(script)
    });
    hold(&cases);
}

/// What clerks do to a paper: letters of another size and face, narrow margins, text set left, no page
/// numbers, none of them a fault of words.
fn spoiled(bytes: &[u8]) -> Vec<u8> {
    let mut parts = parts(bytes);
    let document = String::from_utf8(parts["word/document.xml"].clone()).expect("UTF-8");
    let mut text = document
        .replace("w:val=\"28\"", "w:val=\"24\"")
        .replace("<w:jc w:val=\"both\"/>", "<w:jc w:val=\"left\"/>")
        .replace("<w:titlePg/>", "")
        .replace("<w:i/>", "");
    for (name, value) in [("w:left", "1134"), ("w:top", "567")] {
        text = margin(&text, name, value);
    }
    while let Some(start) = text.find("<w:headerReference") {
        let end = start + text[start..].find('>').expect("its end") + 1;
        text.replace_range(start..end, "");
    }
    parts.insert("word/document.xml".to_string(), text.into_bytes());
    let parts: Vec<(String, Vec<u8>)> = parts.into_iter().collect();
    testing::zipped(&parts)
}

/// Another margin in every `w:pgMar`.
fn margin(text: &str, name: &str, value: &str) -> String {
    let mut pieces = text.split("<w:pgMar ");
    let first = pieces.next().unwrap_or("").to_string();
    pieces.fold(first, |text, piece| {
        let (tag, rest) = piece.split_once('>').expect("its end");
        let attribute = format!("{name}=\"");
        let start = tag.find(&attribute).expect("the margin") + attribute.len();
        let end = start + tag[start..].find('"').expect("its end");
        format!(
            "{text}<w:pgMar {}{value}{}>{rest}",
            &tag[..start],
            &tag[end..]
        )
    })
}

/// Papers of some programs: ours, the same through LibreOffice, letters of python-docx, a page of the web.
fn flavours() -> (Project, Vec<(String, Vec<u8>)>) {
    let project = empty().file("thu.html", include_str!("../../tools/letter.html"));
    let folder = |name: &str| {
        let folder = project.path().join(name);
        fs::create_dir_all(&folder).expect("a folder");
        folder
    };
    let ours = folder("ta");
    let mut kinds = BTreeSet::new();
    for (name, bytes) in papers() {
        let kind: String = name.chars().take("giay-moi-".len()).collect();
        if kinds.insert(kind) {
            fs::write(ours.join(name), bytes).expect("a file");
        }
    }
    let (odt, back) = (folder("odt"), folder("lo"));
    convert(&files(&ours, "docx"), "odt", &odt);
    convert(&[project.path().join("thu.html")], "odt", &odt);
    convert(&files(&odt, "odt"), "docx", &back);
    let python = shown(&tools().join("python/bin/python"));
    let script = repository().join("tests/tools/write_letters.py");
    run(&python, &[&shown(&script), &shown(&folder("py"))]);
    let mut found = Vec::new();
    for flavour in ["ta", "lo", "py"] {
        for file in files(&project.path().join(flavour), "docx") {
            let stem = file.file_stem().expect("a name").to_string_lossy();
            let bytes = fs::read(&file).expect("a file");
            found.push((format!("{flavour}-{stem}"), bytes));
        }
    }
    (project, found)
}

#[test]
fn papers_of_other_programs_are_mended() {
    let (_project, papers) = flavours();
    let spoiled = papers
        .into_iter()
        .map(|(name, bytes)| (name, spoiled(&bytes)));
    let cases = mended(spoiled.collect());
    for flavour in ["ta-", "lo-", "py-"] {
        let own = cases.iter().filter(|case| case.name.starts_with(flavour));
        assert!(own.count() > 1, "{flavour}");
    }
    hold(&cases);
}
