//! `vanthu check`: a dossier, or finished papers; told apart by what the path is. Of a dossier everything
//! but the rendering; the report on the screen and as a workbook.

use std::path::{Path, PathBuf};

use super::paper_args::CheckArguments;
use super::{Exit, papers, print};
use crate::batch::hash::Hash;
use crate::batch::memory::About;
use crate::batch::output::{Fate, File, Folder, OutputError};
use crate::pipeline::{self, Checked, Request};

/// With more findings than this, some are told together and the report is the better reading.
const MANY: usize = 20;

/// Checks a dossier or papers.
pub(super) fn run(arguments: &CheckArguments) -> Exit {
    let dossiers: Vec<&PathBuf> = arguments
        .paths
        .iter()
        .filter(|path| is_dossier(path))
        .collect();
    match dossiers.as_slice() {
        [] => papers::run(arguments),
        [one] if arguments.paths.len() == 1 => dossier(one, arguments),
        [..] => {
            print::error_line("lỗi: mỗi lần chỉ kiểm tra một hồ sơ, hoặc nhiều tệp DOCX");
            print::error_line("Xem hướng dẫn: vanthu --help");
            Exit::Usage
        }
    }
}

/// A folder, or a file of YAML.
fn is_dossier(path: &Path) -> bool {
    let yaml = path
        .extension()
        .is_some_and(|end| end.eq_ignore_ascii_case("yaml") || end.eq_ignore_ascii_case("yml"));
    // What has no ending and is not there was meant as a folder.
    path.is_dir() || yaml || (path.extension().is_none() && !path.is_file())
}

/// Checks a dossier, prints what is wrong with it and writes the report that is asked for.
fn dossier(path: &Path, arguments: &CheckArguments) -> Exit {
    let request = Request {
        dossier: path.to_path_buf(),
        only: arguments.only.clone(),
        tables: arguments.table.clone(),
        ..Request::default()
    };
    let checked = pipeline::check(&request);
    for line in &checked.corrections {
        print::error_line(&format!("khi đọc bảng: {line}"));
    }
    print::findings(&checked.findings);
    if arguments.report.is_none() && checked.findings.len() > MANY {
        print::error_line("xem từng chỗ trên chính bảng đã đánh dấu: thêm --report bao-cao.xlsx");
    }
    let reported = arguments
        .report
        .as_deref()
        .map(|path| report(&checked, path, arguments.force));
    if let Some(exit) = reported.filter(|exit| *exit != Exit::Done) {
        return exit;
    }
    if checked.has_errors() {
        return Exit::Findings;
    }
    print::line(&format!(
        "Hồ sơ đúng: {} văn bản ({}).",
        checked.papers.len(),
        checked.papers.join(", ")
    ));
    Exit::Done
}

/// Writes the report, but never over a file of the user's.
fn report(checked: &Checked, path: &Path, force: bool) -> Exit {
    if checked.table_files().any(|table| is_same(table, path)) {
        print::error_line(&format!(
            "lỗi: {} là bảng đang kiểm tra; báo cáo không bao giờ ghi đè lên bảng gốc\n  \
             = gợi ý: chọn tên khác, thí dụ: --report bao-cao.xlsx",
            path.display()
        ));
        return Exit::Findings;
    }
    let content = match checked.report() {
        Ok(content) => content,
        Err(error) => {
            print::error_line(&format!("lỗi: không tạo được báo cáo: {error:#}"));
            return Exit::Machine;
        }
    };
    match put(path, content, force) {
        Ok(Fate::Foreign) => {
            print::error_line(&format!(
                "lỗi: {} không do vanthu tạo, hoặc đã được sửa sau khi tạo; giữ nguyên, không ghi \
                 đè\n  = gợi ý: ghi báo cáo ra tên khác, hoặc ghi đè bằng --force",
                path.display()
            ));
            Exit::Findings
        }
        Ok(Fate::Written) => {
            print::line(&format!("đã ghi báo cáo {}", path.display()));
            Exit::Done
        }
        Ok(Fate::Unchanged) => {
            print::line(&format!("báo cáo như cũ {}", path.display()));
            Exit::Done
        }
        Err(error) => print::machine(&error),
    }
}

fn put(path: &Path, content: Vec<u8>, force: bool) -> Result<Fate, OutputError> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        Some(_) | None => Path::new("."),
    };
    let name = path.file_name().unwrap_or_default();
    let file = File {
        name: name.to_string_lossy().into_owned(),
        content: Some(content),
        source: Hash::default(),
    };
    let mut folder = Folder::at(folder, force);
    let fates = folder.put(&[(file, About::aside())])?;
    folder.close()?;
    Ok(fates.first().copied().unwrap_or(Fate::Unchanged))
}

/// True if two paths lead to one file that is there.
fn is_same(one: &Path, other: &Path) -> bool {
    let real = |path: &Path| std::fs::canonicalize(path).ok();
    real(one).is_some_and(|one| Some(one) == real(other))
}
