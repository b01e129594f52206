//! `vanthu check FILE.docx …`: what finished papers lack, as text or as a file.

use std::path::{Path, PathBuf};

use super::paper_args::{CheckArguments, ReportFormat};
use super::{Exit, print};
use crate::batch::whole::write_whole;
use crate::check::report::{ItemLevel, Report, Reports, diagnostics, sarif, sheet};
use crate::check::rules::Settings;
use crate::diag::Diagnostic;
use crate::pipeline::inspect;

/// Name of the agency profile that is looked for beside a paper.
const PROFILE: &str = "co-quan.yaml";

/// Checks papers.
pub(super) fn run(arguments: &CheckArguments) -> Exit {
    let Some(settings) = settings(arguments.co_quan.as_deref(), &arguments.paths) else {
        return Exit::Findings;
    };
    let mut reports = Vec::new();
    let mut refused = Vec::new();
    for outcome in inspect::inspect_all(&arguments.paths, &settings) {
        match outcome {
            Ok(report) => reports.push(report),
            Err(refusal) => refused.push(*refusal),
        }
    }
    let reports = Reports::new(reports);
    let written = match arguments.format.unwrap_or(ReportFormat::Text) {
        ReportFormat::Text => {
            text(&reports, &refused);
            Exit::Done
        }
        ReportFormat::Json => give(arguments, &refused, &reports.json()),
        ReportFormat::Html => give(arguments, &refused, &sheet(&reports)),
        ReportFormat::Sarif => give(arguments, &refused, &sarif(&reports)),
    };
    let must = reports
        .files
        .iter()
        .any(|report| report.count(ItemLevel::Must) > 0);
    match written {
        Exit::Done if must || !refused.is_empty() => Exit::Findings,
        Exit::Done | Exit::Findings | Exit::Usage | Exit::Machine => written,
    }
}

/// What the agency has set: the profile named, or the one beside the first paper or above it. None if
/// the profile has errors, which are printed.
pub(super) fn settings(named: Option<&Path>, papers: &[PathBuf]) -> Option<Settings> {
    let path = named
        .map(Path::to_path_buf)
        .or_else(|| papers.first().and_then(|paper| beside(paper)));
    let Some(path) = path else {
        return Some(Settings::default());
    };
    let (settings, findings) = inspect::settings(&path);
    if settings.is_none() {
        print::findings(&findings);
    }
    settings
}

/// `co-quan.yaml` in the folder of a paper, or in the folder above: papers of a dossier lie in `ket-qua`.
fn beside(paper: &Path) -> Option<PathBuf> {
    let folder = paper.parent()?;
    let above = folder.join("..");
    [folder, &above]
        .into_iter()
        .map(|folder| folder.join(PROFILE))
        .find(|path| path.is_file())
}

/// Findings to standard error, a line a file to standard output.
fn text(reports: &Reports, refused: &[Diagnostic]) {
    let found = reports.files.iter().flat_map(diagnostics);
    let found: Vec<Diagnostic> = refused.iter().cloned().chain(found).collect();
    print::findings_folded(&found);
    for report in &reports.files {
        print::line(&conclusion(report));
        for switch in &report.switches {
            let level = switch.level.map_or("tắt", ItemLevel::name);
            print::line(&format!(
                "  {} {level} theo hồ sơ cơ quan: {}",
                switch.code, switch.reason
            ));
        }
    }
}

/// `ke-hoach.docx: 3 phải, 1 nên`.
fn conclusion(report: &Report) -> String {
    if let Some(why) = &report.unchecked {
        return format!("{}: không kiểm tra: {why}", report.file);
    }
    let about = [report.kind.as_deref(), report.number.as_deref()];
    let about: Vec<&str> = about.into_iter().flatten().collect();
    let others = match report.others.as_slice() {
        [] => String::new(),
        [first, second, third, rest @ ..] if !rest.is_empty() => {
            let more = rest.len();
            format!("; trong tệp còn: {first}; {second}; {third} và {more} mục khác")
        }
        others => format!("; trong tệp còn: {}", others.join("; ")),
    };
    let about = match about.as_slice() {
        [] => others,
        about => format!(" ({}{others})", about.join(", ")),
    };
    let counts = [ItemLevel::Must, ItemLevel::Should, ItemLevel::Ask];
    let counts: Vec<String> = counts
        .into_iter()
        .map(|level| (report.count(level), level.name()))
        .filter(|(count, _)| *count > 0)
        .map(|(count, name)| format!("{count} {name}"))
        .collect();
    match counts.as_slice() {
        [] => format!("{}{about}: không thấy lỗi thể thức", report.file),
        counts => format!("{}{about}: {}", report.file, counts.join(", ")),
    }
}

/// A result for other programs: to standard output or into a file, which is never overwritten unasked.
fn give(arguments: &CheckArguments, refused: &[Diagnostic], text: &str) -> Exit {
    print::findings(refused);
    match &arguments.out {
        None => {
            print::out(text);
            Exit::Done
        }
        Some(path) => save(path, text.as_bytes(), arguments.force),
    }
}

/// Writes a file whole, unless one is there.
pub(super) fn save(path: &Path, content: &[u8], force: bool) -> Exit {
    if path.exists() && !force {
        print::error_line(&format!("lỗi: {} đã có; không ghi đè", path.display()));
        print::error_line("  = gợi ý: chọn tên khác, hoặc ghi đè bằng --force");
        return Exit::Usage;
    }
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        Some(_) | None => Path::new("."),
    };
    let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
        print::error_line(&format!("lỗi: “{}” không phải tên tệp", path.display()));
        return Exit::Usage;
    };
    match write_whole(folder, name, content) {
        Ok(()) => {
            print::line(&format!("đã ghi {}", path.display()));
            Exit::Done
        }
        Err(error) => {
            print::error_line(&format!("lỗi: không ghi được {}: {error}", path.display()));
            Exit::Machine
        }
    }
}
