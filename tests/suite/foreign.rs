//! Papers of other programs: LibreOffice and python-docx write the same papers otherwise, and the same
//! components are found. Behind the feature `external`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use vanthu::check::facts::Facts;
use vanthu::check::paper::dump;
use vanthu::check::{read, recognise};

use crate::external::{run, shown, tools};
use crate::project::{empty, repository};
use crate::recognise::papers;

/// What is found in a letter that a script types with python-docx.
const LETTER: &str = "\
regime: Administrative
kind: Công văn
parent: UBND TỈNH HOA SEN
agency: SỞ Y TẾ
national name: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
motto: Độc lập - Tự do - Hạnh phúc
number: Số: 7/SYT-VP
place and date: Hoa Sen, ngày 05 tháng 01 năm 2026
letter subject: V/v trực Tết
addressees: Kính gửi:
  Các bệnh viện trong tỉnh
  text | Sở Y tế đề nghị:
  Clause 1.| Bố trí trực đủ bốn cấp;
  Clause 2.| Dự trữ thuốc./.
recipients: Nơi nhận:
  - Như trên;
  - Lưu: VT. [archive]
signature: GIÁM ĐỐC
name: Lê Thị Minh Họa
";

fn facts(file: &Path) -> Facts {
    let bytes = fs::read(file).expect("a file");
    read(&bytes).unwrap_or_else(|refusal| panic!("{}: {refusal:?}", file.display()))
}

/// The components of a file, all but how the columns of its head were typed.
fn found(file: &Path) -> String {
    let facts = facts(file);
    let dumped = dump(&facts, &recognise(&facts));
    let lines = dumped
        .lines()
        .filter(|line| !line.starts_with("arrangement"));
    lines.map(|line| format!("{line}\n")).collect()
}

/// True if two papers are found the same. Old formats round, so a rule may be a point longer or shorter.
fn same(one: &str, other: &str) -> bool {
    let length = |line: &str| -> Option<f64> {
        let (_, rule) = line.split_once(" rule: border ")?;
        rule.split(',').next()?.parse().ok()
    };
    let alike = |(one, other): (&str, &str)| match (length(one), length(other)) {
        (Some(one), Some(other)) => (one - other).abs() <= 1.0,
        _ => one == other,
    };
    one.lines().count() == other.lines().count() && one.lines().zip(other.lines()).all(alike)
}

/// Converts files with LibreOffice into a folder, all in one run.
pub(crate) fn convert(files: &[PathBuf], format: &str, out: &Path) {
    let profile = format!(
        "-env:UserInstallation=file://{}",
        shown(&out.join("ho-so-lo"))
    );
    let out = shown(out);
    let mut arguments = vec![
        &*profile,
        "--headless",
        "--convert-to",
        format,
        "--outdir",
        &out,
    ];
    let files: Vec<String> = files.iter().map(|file| shown(file)).collect();
    arguments.extend(files.iter().map(String::as_str));
    run("soffice", &arguments);
}

/// Files of a folder with that ending, in order.
pub(crate) fn files(folder: &Path, end: &str) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|own| own == end))
        .collect();
    files.sort();
    files
}

#[test]
fn papers_that_went_through_odt_and_doc_are_recognised_the_same() {
    let project = empty();
    let ours = project.path().join("cua-ta");
    fs::create_dir(&ours).expect("a folder");
    // Letters of a batch differ in names only; the first of each is enough.
    let mut kinds = BTreeSet::new();
    for (index, (name, bytes)) in papers().into_iter().enumerate() {
        let kind: String = name.chars().take("giay-moi-".len()).collect();
        if kinds.insert((kind, name.len() > 30)) {
            fs::write(ours.join(format!("{index:03}.docx")), bytes).expect("a file");
        }
    }
    let expected: Vec<String> = files(&ours, "docx")
        .iter()
        .map(|file| found(file))
        .collect();
    for format in ["odt", "doc"] {
        let there = project.path().join(format);
        let back = project.path().join(format!("{format}-docx"));
        convert(&files(&ours, "docx"), format, &there);
        convert(&files(&there, format), "docx", &back);
        let returned = files(&back, "docx");
        assert_eq!(returned.len(), expected.len());
        for (file, expected) in returned.iter().zip(&expected) {
            let found = found(file);
            assert!(
                same(&found, expected),
                "{} through {format}:\n{found}\nnot\n{expected}",
                file.display()
            );
        }
    }
}

#[test]
fn letters_of_python_docx_are_recognised() {
    let project = empty();
    let python = shown(&tools().join("python/bin/python"));
    let script = repository().join("tests/tools/write_letters.py");
    run(&python, &[&shown(&script), &shown(project.path())]);
    let files = files(project.path(), "docx");
    assert_eq!(files.len(), 2);
    for file in files {
        assert_eq!(found(&file), LETTER, "{}", file.display());
    }
}

#[test]
fn a_letter_pasted_from_a_page_of_the_web_is_recognised() {
    let project = empty().file("thu.html", include_str!("../tools/letter.html"));
    let page = project.path().join("thu.html");
    convert(&[page], "odt", project.path());
    convert(&files(project.path(), "odt"), "docx", project.path());
    assert_eq!(found(&project.path().join("thu.docx")), LETTER);
}

#[test]
fn an_old_word_file_is_named() {
    let project = empty().file("thu.html", include_str!("../tools/letter.html"));
    let page = project.path().join("thu.html");
    convert(&[page], "odt", project.path());
    convert(&files(project.path(), "odt"), "doc", project.path());
    let bytes = project.bytes("thu.doc");
    let refusal = read(&bytes).expect_err("an old file");
    assert_eq!(
        refusal.message,
        "đây là tệp Word kiểu cũ (.doc), chưa kiểm tra được"
    );
}
