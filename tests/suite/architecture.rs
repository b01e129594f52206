//! The rules of the house, held by tests: imports go one way, third-party names stay in their
//! room, every module says what it is for, and files stay short.

use std::fs;
use std::path::{Path, PathBuf};

/// A module, and what of ours it may use. Nothing else, and nothing back.
const IMPORTS: &[(&str, &[&str])] = &[
    ("main", &["cli"]),
    ("cli", &["pipeline", "batch", "check", "diag"]),
    (
        "pipeline",
        &[
            "batch", "data", "doctor", "template", "compose", "document", "form", "layout", "docx",
            "pdf", "xlsx", "check", "diag", "units",
        ],
    ),
    ("doctor", &["data", "sheet", "template", "text", "diag"]),
    ("batch", &[]),
    (
        "check",
        &[
            "document", "fonts", "text", "zipped", "wordml", "diag", "units",
        ],
    ),
    (
        "compose",
        &["data", "template", "markup", "document", "text", "diag"],
    ),
    ("template", &["data", "text", "diag"]),
    ("markup", &["document", "text", "diag"]),
    ("data", &["sheet", "text", "diag", "units"]),
    ("sheet", &["text", "zipped", "diag", "units"]),
    ("form", &["document", "fonts", "text", "diag", "units"]),
    ("docx", &["form", "document", "units", "wordml"]),
    ("xlsx", &["document", "fonts", "units"]),
    ("pdf", &["layout", "form", "document", "fonts", "units"]),
    ("layout", &["form", "document", "fonts", "units"]),
    ("document", &["text", "diag", "units"]),
    ("fonts", &["units"]),
    ("text", &[]),
    ("zipped", &[]),
    ("diag", &[]),
    ("units", &[]),
    ("wordml", &[]),
];

/// A crate, and the only modules that may name it.
const ROOMS: &[(&str, &[&str])] = &[
    ("docx_rs", &["docx"]),
    ("quick_xml", &["docx", "pdf", "sheet", "check"]),
    ("zip", &["docx", "sheet", "zipped", "check"]),
    ("calamine", &["sheet"]),
    ("cfb", &["sheet", "check"]),
    ("csv", &["sheet"]),
    ("encoding_rs", &["sheet"]),
    ("rust_xlsxwriter", &["xlsx", "doctor", "sheet"]),
    ("printpdf", &["pdf"]),
    ("lopdf", &["pdf"]),
    ("flate2", &["pdf"]),
    ("subsetter", &["pdf"]),
    ("ttf_parser", &["fonts", "pdf"]),
    ("tera", &["template"]),
    ("pulldown_cmark", &["markup"]),
    ("serde_yaml", &["data"]),
    ("schemars", &["data", "text", "check"]),
    ("clap", &["cli"]),
    ("clap_complete", &["cli"]),
    ("indicatif", &["cli"]),
    ("annotate_snippets", &["diag", "cli"]),
    ("unicode_linebreak", &["layout"]),
];

/// The longest a file may grow: code with the tests beside it, and a file of tests alone.
const MOST_LINES: usize = 400;
const MOST_TEST_LINES: usize = 600;

#[test]
fn imports_go_one_way() {
    let mut wrong = Vec::new();
    for (module, path, text) in sources() {
        let allowed = IMPORTS
            .iter()
            .find(|(name, _)| *name == module)
            .unwrap_or_else(|| panic!("module {module} is not in the table"))
            .1;
        for used in ours(&text) {
            if used != module && !allowed.contains(&used.as_str()) {
                wrong.push(format!("{}: {module} uses {used}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn third_party_names_stay_in_their_room() {
    let mut wrong = Vec::new();
    for (module, path, text) in sources() {
        for (name, rooms) in ROOMS {
            let named = text
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"))
                .any(|line| line.contains(&format!("{name}::")));
            if named && !rooms.contains(&module.as_str()) {
                wrong.push(format!("{}: names {name}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_module_says_what_it_is_for_and_stays_short() {
    let mut wrong = Vec::new();
    for (_, path, text) in sources() {
        if !text.starts_with("//!") {
            wrong.push(format!("{}: no module doc", path.display()));
        }
        let lines = text.lines().count();
        let most = if path.ends_with("tests.rs") {
            MOST_TEST_LINES
        } else {
            MOST_LINES
        };
        if lines > most {
            wrong.push(format!("{}: {lines} lines", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn nothing_but_main_ends_the_process() {
    for (module, path, text) in sources() {
        assert!(
            module == "main" || !text.contains("process::exit"),
            "{}",
            path.display()
        );
    }
}

/// Top-level module, path and text of every file of the crate but its root.
fn sources() -> Vec<(String, PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    collect(&root, &root, &mut found);
    assert!(found.len() > 40, "only {} files found", found.len());
    found
}

fn collect(root: &Path, folder: &Path, found: &mut Vec<(String, PathBuf, String)>) {
    for entry in fs::read_dir(folder).expect("a readable folder") {
        let path = entry.expect("a readable entry").path();
        if path.is_dir() {
            collect(root, &path, found);
            continue;
        }
        let inside = path.strip_prefix(root).expect("a path inside src");
        let first = inside.components().next().expect("a name").as_os_str();
        let module = first.to_string_lossy().replace(".rs", "");
        if path.extension().is_some_and(|end| end == "rs") && module != "lib" {
            let text = fs::read_to_string(&path).expect("a readable file");
            found.push((module, path.clone(), text));
        }
    }
}

/// Our modules named after `crate::` or `vanthu::`, alone or in a braced list.
fn ours(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for line in code_lines(text) {
        for root in ["crate::", "vanthu::"] {
            for (at, _) in line.match_indices(root) {
                let rest = &line[at + root.len()..];
                match rest.strip_prefix('{') {
                    Some(list) => {
                        let list = list.split('}').next().unwrap_or(list);
                        found.extend(list.split(',').map(|item| first_name(item.trim())));
                    }
                    None => found.push(first_name(rest)),
                }
            }
        }
    }
    found.retain(|name| !name.is_empty());
    found
}

/// Lines of code without comments; a `use` over several lines is one.
fn code_lines(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut open = false;
    for line in text.lines().map(str::trim) {
        if line.starts_with("//") {
            continue;
        }
        match lines.last_mut() {
            Some(last) if open => last.push_str(line),
            _ => lines.push(line.to_string()),
        }
        if line.starts_with("use ") || line.starts_with("pub use ") {
            open = true;
        }
        if line.ends_with(';') {
            open = false;
        }
    }
    lines
}

fn first_name(path: &str) -> String {
    path.chars()
        .take_while(|c| c.is_ascii_lowercase() || *c == '_')
        .collect()
}
