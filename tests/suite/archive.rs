//! What outside programs make of our PDF files as archives and as accessible papers: veraPDF on
//! PDF/A-2a and PDF/UA-1, and search in poppler, pdf.js and MuPDF. Behind the feature `external`.

use std::path::PathBuf;
use std::process::Command;

use unicode_normalization::UnicodeNormalization;

use crate::external::{papers, run, shown, tools};
use crate::project::{Project, repository, starter};
use crate::read_back::{pdf_words, words};

/// The profiles that every file keeps.
const PROFILES: [&str; 2] = ["2a", "ua1"];

/// Papers with everything that a paper may have, signature fields too.
const PAPERS: &str = "van_ban:
  cong_van:
    so: 12
    ngay: 05/02/2026
    ky: pho_chu_tich
    do_khan: hoa_toc
    luu_hanh: luu_hanh_noi_bo
    ky_so: true
    don_vi_soan: VHXH
    trich_yeu: Phối hợp với huyện Vạn Ninh
    kinh_gui: [Sở Nội vụ, 'Ủy ban nhân dân huyện Vạn Ninh', Các thôn]
  to_trinh:
    ngay: 2026
    ky: chu_tich
    trich_yeu: Về việc xin ý kiến
    kinh_gui: [Ủy ban nhân dân huyện Vạn Ninh]
  quyet_dinh:
    so: 7
    ngay: 05/02/2026
    ky: chu_tich
    ky_so: true
    trich_yeu: Ban hành Quy chế phối hợp với huyện Vạn Ninh
    can_cu: [Căn cứ Luật Tổ chức chính quyền địa phương]
";

const LETTER: &str = "{% extends \"van-ban.md\" %}
{% block ten_loai %}Công văn{% endblock %}
{% block noi_dung %}
Ủy ban nhân dân xã đề nghị huyện **Vạn Ninh**, *Vạn Ninh* và ***Vạn Ninh***:

- Bố trí người dự:
  - Lãnh đạo.
  - Chuyên viên.
- Gửi danh sách trước ngày 10.
{% endblock %}
";

const DECISION: &str = "{% extends \"van-ban.md\" %}
{% block ten_loai %}Quyết định{% endblock %}
{% block noi_dung %}
# QUY ĐỊNH CHUNG {.chuong}

## Phạm vi điều chỉnh {.dieu}

Quy chế này quy định việc phối hợp.

1. Khoản thứ nhất:
   1. Điểm thứ nhất của huyện Vạn Ninh.
   2. Điểm thứ hai:
      - Gạch đầu dòng.
2. Khoản thứ hai.

## Danh sách {.dieu}

| STT | Họ và tên | Đơn vị | Ghi chú |
|:-:|-----|---------|:--:|
{% for nhom in [\"Tập thể\", \"Cá nhân\"] %}
| **{{ nhom }}** | | | |
{% for so in range(end=40) %}
| {{ so }} | Nguyễn Văn Thí Dụ | Ủy ban nhân dân huyện Vạn Ninh | |
{% endfor %}
{% endfor %}

Quyết định này có hiệu lực từ ngày ký.
{% endblock %}
{% block phu_luc %}
# Biểu mẫu của huyện Vạn Ninh {.phu_luc}

## Mục một

Nội dung.

# Danh mục {.phu_luc .ngang}

| A | B |
|---|---|
| 1 | |
{% endblock %}
";

/// Every PDF: those of the repository's dossiers, files for print included, and the papers above.
fn files() -> Vec<(Project, Vec<PathBuf>)> {
    let demo = demo();
    demo.run(&["build", "."]).succeeds();
    let mut projects: Vec<Project> = papers().into_iter().map(|(project, _)| project).collect();
    projects.push(demo);
    let files: Vec<(Project, Vec<PathBuf>)> = projects
        .into_iter()
        .map(|project| {
            let names = project.names("ket-qua");
            let pdfs = names.iter().filter(|name| name.ends_with(".pdf"));
            let path = |name| project.path().join("ket-qua").join(name);
            let paths = pdfs.map(path).collect();
            (project, paths)
        })
        .collect();
    let has = |name: &str| {
        files
            .iter()
            .any(|(_, paths)| paths.iter().any(|path| path.ends_with(name)))
    };
    for name in [
        "quyet-dinh.pdf",
        "giay-moi-in-chung.pdf",
        "danh-sach-khach-moi.pdf",
    ] {
        assert!(has(name), "{name}");
    }
    files
}

fn demo() -> Project {
    let project = starter();
    let dossier = project.read("ho-so.yaml");
    let (before, _) = dossier.split_once("van_ban:").expect("papers");
    let dossier = format!("{before}{PAPERS}");
    project
        .file("ho-so.yaml", dossier)
        .file("mau/cong-van.md", LETTER)
        .file("mau/to-trinh.md", LETTER.replace("Công văn", "Tờ trình"))
        .file("mau/quyet-dinh.md", DECISION)
        .replace(
            "co-quan.yaml",
            "lien_he: []",
            "lien_he: [Số 1, 'Điện thoại: 0258']",
        )
}

#[test]
fn verapdf_finds_every_file_to_be_pdf_a_2a_and_pdf_ua_1() {
    let archive = shown(&tools().join("greenfield-apps.jar"));
    let files = files();
    let paths: Vec<String> = files
        .iter()
        .flat_map(|(_, paths)| paths)
        .map(|path| shown(path))
        .collect();
    for profile in PROFILES {
        let mut arguments = vec!["-cp", &archive, "org.verapdf.apps.GreenfieldCliWrapper"];
        arguments.extend(["--flavour", profile, "--format", "text", "-v"]);
        arguments.extend(paths.iter().map(String::as_str));
        let report = Command::new("java").args(&arguments).output();
        let report = report.expect("java runs");
        // It complains of what no rule forbids, such as a font box of eight numbers.
        let complaints = String::from_utf8_lossy(&report.stderr);
        assert!(!complaints.contains("SEVERE"), "{complaints}");
        let report = String::from_utf8_lossy(&report.stdout);
        let expected: Vec<String> = paths
            .iter()
            .map(|path| format!("PASS {path} {profile}"))
            .collect();
        assert_eq!(report.lines().collect::<Vec<_>>(), expected);
    }
}

#[test]
fn a_search_finds_as_much_in_every_reader() {
    let python = shown(&tools().join("python/bin/python"));
    let scripts = repository().join("tests/tools");
    let (script_js, script_py) = (scripts.join("text.mjs"), scripts.join("text.py"));
    let pdfjs = shown(&tools().join("node_modules/pdfjs-dist"));
    let mut found = 0;
    for path in files().iter().flat_map(|(_, paths)| paths) {
        let file = shown(path);
        let bytes = std::fs::read(path).expect("the PDF");
        let ours: Vec<String> = pdf_words(&bytes).into_iter().flatten().collect();
        let ours = hits(&ours.join(" "));
        for text in [
            run("pdftotext", &["-raw", &file, "-"]),
            run("node", &[&shown(&script_js), &pdfjs, &file]),
            run(&python, &[&shown(&script_py), &file]),
        ] {
            assert!(text.nfc().eq(text.chars()), "not NFC: {file}");
            assert_eq!(hits(&text), ours, "{file}: {text}");
        }
        found += ours;
    }
    assert!(found > 90, "{found} hits");
}

fn hits(text: &str) -> usize {
    words(text).join(" ").matches("Vạn Ninh").count()
}
