//! From a finished DOCX, ours or another's, to what is said of it; and to the mended file.

use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use crate::check::fix::{Mended, fix};
use crate::check::report::Report;
use crate::check::rules::{self, Level, Settings, Switch};
use crate::check::{self, Refusal};
use crate::data::agency::RuleLevel;
use crate::data::profile::{self, Profile};
use crate::diag::{Diagnostic, Place};

/// The largest file that is read; no paper of an office comes near.
const MOST_BYTES: u64 = 200 << 20;

/// What an agency profile says for the check.
///
/// With any error in the profile there are no settings, and the list has all errors.
pub fn settings(path: &Path) -> (Option<Settings>, Vec<Diagnostic>) {
    let (profile, mut findings) = profile::load(path);
    let Some(profile) = profile else {
        return (None, findings);
    };
    let choices = profile.agency.checks.iter().enumerate();
    let mut known: Vec<&str> = Vec::new();
    let switches = choices.filter_map(|(at, choice)| {
        let Some(rule) = rules::rule(&choice.rule) else {
            findings.push(unknown(&profile, at, &choice.rule));
            return None;
        };
        if known.contains(&rule.code) {
            findings.push(twice(&profile, at, rule.code));
            return None;
        }
        known.push(rule.code);
        let level = match choice.level {
            RuleLevel::Off => None,
            RuleLevel::Ask => Some(Level::Ask),
            RuleLevel::Should => Some(Level::Should),
            RuleLevel::Must => Some(Level::Must),
        };
        let reason = choice.reason.to_string();
        Some(Switch {
            rule,
            level,
            reason,
        })
    });
    let settings = Settings {
        switches: switches.collect(),
        titles_allowed: profile.agency.titles_allowed,
    };
    let sound = !findings.iter().any(Diagnostic::is_error);
    (sound.then_some(settings), findings)
}

fn unknown(profile: &Profile, at: usize, code: &str) -> Diagnostic {
    let message = format!("không có quy tắc “{code}”");
    Diagnostic::error("quy-tac-la", profile.place_of_rule(at), message)
        .hint("xem mã các quy tắc bằng lệnh vanthu rules")
}

fn twice(profile: &Profile, at: usize, code: &str) -> Diagnostic {
    let message = format!("quy tắc {code} đã đặt ở một dòng trên");
    Diagnostic::error("quy-tac-trung", profile.place_of_rule(at), message)
        .hint("mỗi quy tắc chỉ đặt một lần; bỏ bớt một dòng")
}

/// The reports of many files, in their order; worked at on all cores.
pub fn inspect_all(paths: &[PathBuf], settings: &Settings) -> Vec<Result<Report, Box<Diagnostic>>> {
    paths
        .par_iter()
        .map(|path| inspect(path, settings))
        .collect()
}

/// The report of a DOCX.
///
/// # Errors
///
/// A finding if the file cannot be read or is no DOCX that can be checked.
pub fn inspect(path: &Path, settings: &Settings) -> Result<Report, Box<Diagnostic>> {
    let bytes = read(path)?;
    let facts = check::read(&bytes).map_err(|refusal| refused(&refusal, path))?;
    let papers = check::recognise_all(&facts);
    let findings = rules::judge_all(&facts, &papers, settings);
    let name = path.display().to_string();
    Ok(Report::new(&name, (&facts, &papers), &findings, settings))
}

/// Mends a DOCX: the new file's bytes, what was mended and what is left.
///
/// # Errors
///
/// A finding if the file cannot be read, is no DOCX, or must not be changed.
pub fn mend(path: &Path, settings: &Settings) -> Result<Mended, Box<Diagnostic>> {
    let bytes = read(path)?;
    let name = path.display().to_string();
    fix(&name, &bytes, settings).map_err(|refusal| refused(&refusal, path))
}

/// The bytes of a file.
fn read(path: &Path) -> Result<Vec<u8>, Box<Diagnostic>> {
    let place = || Place::File(path.to_path_buf());
    let large = fs::metadata(path).is_ok_and(|about| about.len() > MOST_BYTES);
    if large {
        let message = "tệp quá lớn để kiểm tra (hơn 200 MB)";
        return Err(Box::new(Diagnostic::error("tep-qua-lon", place(), message)));
    }
    fs::read(path).map_err(|error| {
        let message = format!("không đọc được tệp: {error}");
        Box::new(Diagnostic::error("khong-doc-duoc", place(), message))
    })
}

fn refused(refusal: &Refusal, path: &Path) -> Box<Diagnostic> {
    Box::new(refusal.of(path))
}
