//! Mends a paper: what is safe, in place, and never the wording.
//!
//! 1. [`refused`] tells the files that must not be touched: signed, or with changes to be accepted.
//! 2. Each finding brings its edits; `splice` turns them into replaced bytes of the parts, through
//!    `property`, `words` and `line`; `package` copies everything else as it is.
//! 3. The result is read and judged again, until nothing more can be mended. A pass that would change
//!    words other than those of an edit is thrown away.

mod element;
mod line;
mod package;
mod property;
mod splice;
#[cfg(test)]
mod tests;
mod words;

use super::facts::Facts;
use super::finding::Finding;
use super::mend::Edit;
use super::paper::Papers;
use super::refusal::Refusal;
use super::report::Report;
use super::rules::{Level, Settings, judge_all};
use super::{read, recognise_all};

use splice::Splices;

/// Passes at most: the second mends what overlapped an edit of the first, or what it uncovered.
const MOST_PASSES: usize = 5;

/// A mended file.
#[derive(Clone, Debug)]
pub struct Mended {
    /// The new file; the old one's bytes if nothing was changed.
    pub bytes: Vec<u8>,
    /// What was mended, as a report of findings that are no more.
    pub mended: Report,
    /// What is left, as a report of the new file.
    pub left: Report,
}

/// A file as it was read, with its findings.
struct Judged {
    facts: Facts,
    papers: Papers,
    findings: Vec<Finding>,
}

/// Mends a file. `name` is what its reports call it.
///
/// # Errors
///
/// A file that cannot be read, or must not be changed.
pub fn fix(name: &str, bytes: &[u8], settings: &Settings) -> Result<Mended, Refusal> {
    let first = Judged::new(bytes, settings)?;
    if let Some(refusal) = refused(&first.facts) {
        return Err(refusal);
    }
    let mut file = bytes.to_vec();
    let mut last = Judged::new(bytes, settings)?;
    for _ in 0..MOST_PASSES {
        let Some((next, judged)) = pass(&file, &last, settings) else {
            break;
        };
        (file, last) = (next, judged);
    }
    let gone = |finding: &&Finding| {
        finding.level != Level::Ask
            && !finding.mend.is_empty()
            && !last
                .findings
                .iter()
                .any(|left| left.rule.code == finding.rule.code && left.there == finding.there)
    };
    let mended: Vec<Finding> = first.findings.iter().filter(gone).cloned().collect();
    Ok(Mended {
        bytes: file,
        mended: Report::new(name, (&first.facts, &first.papers), &mended, settings),
        left: Report::new(name, (&last.facts, &last.papers), &last.findings, settings),
    })
}

/// Why a file must not be changed, if it must not.
fn refused(facts: &Facts) -> Option<Refusal> {
    if facts.signs.signatures > 0 {
        let hint = "sửa thì chữ ký mất giá trị; sửa bản chưa ký rồi ký lại";
        return Some(Refusal::new("da-ky-so", "tệp đã ký số, không sửa", hint));
    }
    if facts.signs.changes > 0 {
        let message = format!(
            "tệp còn {} chỗ sửa đang theo dõi (Track Changes), không sửa",
            facts.signs.changes
        );
        let hint = "chấp nhận hoặc từ chối các chỗ sửa ấy trong Word rồi chạy lại";
        return Some(Refusal::new("con-theo-doi-sua", message, hint));
    }
    if facts.settings.protection.is_some() {
        let hint = "bỏ bảo vệ trong Word (Review, Restrict Editing) rồi chạy lại";
        return Some(Refusal::new(
            "dang-bao-ve",
            "tệp đang được bảo vệ, không cho sửa",
            hint,
        ));
    }
    None
}

impl Judged {
    fn new(bytes: &[u8], settings: &Settings) -> Result<Judged, Refusal> {
        let facts = read(bytes)?;
        let papers = recognise_all(&facts);
        let findings = judge_all(&facts, &papers, settings);
        Ok(Judged {
            facts,
            papers,
            findings,
        })
    }

    /// The edits of all that is more than a question.
    fn edits(&self) -> Vec<Edit> {
        let sure = self
            .findings
            .iter()
            .filter(|finding| finding.level != Level::Ask);
        sure.flat_map(|finding| finding.mend.iter().cloned())
            .collect()
    }
}

/// One pass: the file with the edits made, and how it is judged then. None if there is nothing to do, or
/// nothing that can be done safely.
fn pass(file: &[u8], judged: &Judged, settings: &Settings) -> Option<(Vec<u8>, Judged)> {
    let edits = judged.edits();
    let splices = Splices::of(&judged.facts, &edits);
    if splices.is_empty() {
        return None;
    }
    let next = package::pack(file, &splices.apply(&judged.facts)).ok()?;
    let after = Judged::new(&next, settings).ok()?;
    same_words(&judged.facts, &after.facts, &edits).then_some((next, after))
}

/// True if every paragraph has the words it had, but for the edits of words; new lines add blank ones.
fn same_words(before: &Facts, after: &Facts, edits: &[Edit]) -> bool {
    let edited = |id: super::facts::ParagraphId| {
        edits.iter().any(|edit| match edit {
            Edit::Words(span, _) => span.paragraph == id,
            Edit::Runs(..) | Edit::Paragraph(..) | Edit::Section(..) | Edit::Line(_) => false,
        })
    };
    let mut new = after.all().filter(|(_, paragraph)| !paragraph.is_blank());
    let same = before
        .all()
        .filter(|(_, paragraph)| !paragraph.is_blank())
        .all(|(id, paragraph)| {
            let found = new.next();
            found.is_some_and(|(_, found)| edited(id) || found.text == paragraph.text)
        });
    same && new.next().is_none()
}
