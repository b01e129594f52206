//! Reads one text file of the user's: present, not too large, UTF-8.

use std::fs::File;
use std::io::Read;
use std::path::{Component, Path, PathBuf};

use crate::diag::{Diagnostic, Place};

use super::findings::Findings;
use super::suggest;

/// Largest file that is read. A dossier of a whole province stays far below.
const MAX_BYTES: u64 = 1 << 20;

/// A text file with the name that the user knows it by.
#[derive(Clone, Debug)]
pub(super) struct Source {
    pub(super) path: PathBuf,
    pub(super) text: String,
}

/// A stretch of a source, in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) offset: usize,
    pub(super) length: usize,
}

impl Source {
    /// Reads a file. `named_at` is where another file names it; without, the user did. Of a
    /// file that cannot be read there is nothing, and a finding.
    pub(super) fn read(
        path: &Path,
        named_at: Option<Place>,
        found: &mut Findings,
    ) -> Option<Source> {
        let path = tidy(path);
        let place = || named_at.clone().unwrap_or(Place::File(path.clone()));
        let bytes = match read_limited(&path) {
            Ok(bytes) => bytes,
            Err(error) => {
                found.push(|| unreadable(&path, place(), &error));
                return None;
            }
        };
        if bytes.len() as u64 > MAX_BYTES {
            let message = format!("tệp {} lớn hơn 1 MiB, không đọc", path.display());
            let hint = "hồ sơ là tệp văn bản nhỏ; kiểm tra xem có chọn nhầm tệp không";
            found.push(|| Diagnostic::error("tep-qua-lon", place(), message).hint(hint));
            return None;
        }
        match String::from_utf8(bytes) {
            Ok(text) => {
                let text = text.strip_prefix('\u{FEFF}').unwrap_or(&text).to_string();
                Some(Source { path, text })
            }
            Err(error) => {
                found.push(|| not_utf8(&path, error));
                None
            }
        }
    }

    /// The place of a stretch, cut at the end of its first line.
    pub(super) fn place(&self, span: Span) -> Place {
        let start = self.text.floor_char_boundary(span.offset);
        let end = self.text.floor_char_boundary(span.offset + span.length);
        let line = self.text[start..end].lines().next().unwrap_or("");
        Place::offset(&self.path, &self.text, start, line.trim_end().len())
    }

    /// The words of a stretch as the file has them.
    pub(super) fn slice(&self, span: Span) -> &str {
        self.text
            .get(span.offset..span.offset + span.length)
            .unwrap_or("")
    }
}

/// The path without `a/../`, so that messages name files as people do.
pub(super) fn tidy(path: &Path) -> PathBuf {
    let mut tidy = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir
                if matches!(tidy.components().next_back(), Some(Component::Normal(_))) =>
            {
                tidy.pop();
            }
            Component::Prefix(_)
            | Component::RootDir
            | Component::ParentDir
            | Component::Normal(_) => {
                tidy.push(part);
            }
        }
    }
    tidy
}

/// The bytes of a file, one more than allowed at most.
fn read_limited(path: &Path) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?
        .take(MAX_BYTES + 1)
        .read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The message for a file that cannot be read, with the nearest name in its folder.
fn unreadable(path: &Path, place: Place, error: &std::io::Error) -> Diagnostic {
    let name = path.display();
    match error.kind() {
        std::io::ErrorKind::NotFound => {
            let missing = Diagnostic::error("khong-co-tep", place, format!("không có tệp {name}"));
            match neighbour(path) {
                Some(other) => missing.hint(format!("cùng thư mục có tệp “{other}”")),
                None => missing.hint("kiểm tra lại tên thư mục và tên tệp"),
            }
        }
        std::io::ErrorKind::PermissionDenied => {
            let message = format!("không có quyền đọc tệp {name}");
            Diagnostic::error("khong-doc-duoc", place, message)
                .hint("đóng tệp ở chương trình khác hoặc xin quyền đọc tệp")
        }
        std::io::ErrorKind::IsADirectory => {
            let message = format!("{name} là thư mục, không phải tệp");
            Diagnostic::error("khong-doc-duoc", place, message).hint("ghi tên tệp .yaml")
        }
        _ => {
            let message = format!("không đọc được tệp {name} ({error})");
            Diagnostic::error("khong-doc-duoc", place, message)
        }
    }
}

/// The file of the same folder and ending with the most similar name.
fn neighbour(path: &Path) -> Option<String> {
    let mut names: Vec<String> = std::fs::read_dir(path.parent()?)
        .ok()?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| Path::new(name).extension() == path.extension())
        .collect();
    names.sort();
    let wanted = path.file_name()?.to_string_lossy();
    suggest::nearest(&wanted, names.iter().map(String::as_str)).map(str::to_string)
}

/// The message for a file in another encoding, at the first wrong byte.
fn not_utf8(path: &Path, error: std::string::FromUtf8Error) -> Diagnostic {
    let at = error.utf8_error().valid_up_to();
    let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
    let place = Place::offset(path, &text, at, 1);
    Diagnostic::error(
        "khong-phai-utf8",
        place,
        "tệp không viết bằng Unicode UTF-8",
    )
    .hint("mở bằng trình soạn thảo và lưu lại với bảng mã UTF-8 (TCVN3, VNI không dùng được ở đây)")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(name: &str, bytes: &[u8]) -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        (folder, path)
    }

    fn message(path: &Path) -> String {
        let mut found = Findings::default();
        assert!(Source::read(path, None, &mut found).is_none());
        found.into_list()[0].to_string()
    }

    #[test]
    fn a_missing_file_names_its_neighbour() {
        let (folder, _) = write("ubnd-xa.yaml", b"");
        let path = folder.path().join("ubnd_xa.yaml");
        let name = path.display();
        assert_eq!(
            message(&path),
            format!(
                "{name}: lỗi[khong-co-tep]: không có tệp {name} (gợi ý: cùng thư mục có tệp “ubnd-xa.yaml”)"
            )
        );
    }

    #[test]
    fn a_file_over_one_mebibyte_is_refused() {
        let (_folder, path) = write("ho-so.yaml", &vec![b'#'; (1 << 20) + 1]);
        let name = path.display();
        assert_eq!(
            message(&path),
            format!(
                "{name}: lỗi[tep-qua-lon]: tệp {name} lớn hơn 1 MiB, không đọc \
                 (gợi ý: hồ sơ là tệp văn bản nhỏ; kiểm tra xem có chọn nhầm tệp không)"
            )
        );
        let (_folder, path) = write("ho-so.yaml", &vec![b'#'; 1 << 20]);
        assert!(Source::read(&path, None, &mut Findings::default()).is_some());
    }

    #[test]
    fn another_encoding_is_refused_at_its_first_byte() {
        let (_folder, path) = write("ho-so.yaml", b"a: 1\nb: t\xEAn\n");
        let name = path.display();
        assert_eq!(
            message(&path),
            format!(
                "{name}:2:5: lỗi[khong-phai-utf8]: tệp không viết bằng Unicode UTF-8 \
                 (gợi ý: mở bằng trình soạn thảo và lưu lại với bảng mã UTF-8 (TCVN3, VNI không dùng được ở đây))"
            )
        );
    }

    #[test]
    fn a_byte_order_mark_is_no_text() {
        let (_folder, path) = write("ho-so.yaml", "\u{FEFF}a: 1\n".as_bytes());
        let source = Source::read(&path, None, &mut Findings::default());
        assert_eq!(source.unwrap().text, "a: 1\n");
    }

    #[test]
    fn paths_are_shown_without_detours() {
        let path = Path::new("data/a/../co-quan/./x.yaml");
        assert_eq!(tidy(path), Path::new("data/co-quan/x.yaml"));
        assert_eq!(tidy(Path::new("../x.yaml")), Path::new("../x.yaml"));
    }
}
