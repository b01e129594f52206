//! The office's own templates: the files `*.md` of a dossier's folder `mau/`.

use std::fs;
use std::path::{Path, PathBuf};

use crate::diag::{Diagnostic, Place};

/// The largest template that is read.
const MOST_BYTES: u64 = 1024 * 1024;

/// Name, path and text of each template of a folder, by name. A folder that is not there holds
/// none; a file that cannot be read is reported.
pub fn read(folder: &Path) -> (Vec<(String, PathBuf, String)>, Vec<Diagnostic>) {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|end| end == "md"))
        .collect();
    paths.sort();
    let mut templates = Vec::new();
    let mut findings = Vec::new();
    for path in paths {
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        match text(&path) {
            Ok(text) => templates.push((name, path, text)),
            Err(message) => findings.push(
                Diagnostic::error("mau-khong-doc-duoc", Place::File(path), message)
                    .hint("lưu lại mẫu bằng mã UTF-8, không quá 1 MiB"),
            ),
        }
    }
    (templates, findings)
}

fn text(path: &Path) -> Result<String, String> {
    let size = fs::metadata(path).map_err(|error| error.to_string())?.len();
    if size > MOST_BYTES {
        return Err("mẫu quá lớn".to_string());
    }
    let bytes = fs::read(path).map_err(|error| error.to_string())?;
    let text = String::from_utf8(bytes).map_err(|_| "mẫu không phải văn bản UTF-8".to_string())?;
    Ok(text.trim_start_matches('\u{feff}').replace("\r\n", "\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn templates_are_read_by_name_and_other_files_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("b.md"), "\u{feff}hai\r\n").unwrap();
        fs::write(folder.path().join("a.md"), "một").unwrap();
        fs::write(folder.path().join("ghi-chu.txt"), "không").unwrap();
        fs::write(folder.path().join("c.md"), [0xff, 0xfe]).unwrap();
        let (templates, findings) = read(folder.path());
        let texts: Vec<&str> = templates.iter().map(|(_, _, text)| text.as_str()).collect();
        assert_eq!(texts, ["một", "hai\n"]);
        assert_eq!(findings[0].message, "mẫu không phải văn bản UTF-8");
    }
}
