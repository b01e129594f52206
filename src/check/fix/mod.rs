//! Mends a paper: what is safe, in place, and never the wording.
//!
//! 1. [`refused`] tells the files that must not be touched: signed, or with changes to be accepted.
//! 2. Each finding brings its edits; `splice` turns them into replaced bytes of the parts, through
//!    `property`, `words` and `line`; `package` copies everything else as it is.
//! 3. The result is read and judged again, until nothing more can be mended. A pass that would change
//!    words other than those of an edit is thrown away.

mod drawn;
mod element;
mod find;
mod line;
mod number;
mod obstacle;
mod package;
mod property;
mod register;
mod splice;
#[cfg(test)]
mod tests;
mod twin;
mod words;

use std::collections::BTreeSet;

use super::facts::{Facts, Field, FieldKind, Paragraph, ParagraphId, Story};
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
    /// What is left though it usually can be mended.
    pub obstacles: Vec<Obstacle>,
}

/// Why something could not be mended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Obstacle {
    /// Index in the items of [`Mended::left`].
    pub item: usize,
    /// Why, and what to do, in Vietnamese.
    pub why: &'static str,
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
    let mut last = Judged::new(bytes, settings)?;
    if let Some(refusal) = refused(&last.facts) {
        return Err(refusal);
    }
    let mut file = bytes.to_vec();
    let mut passed = Vec::new();
    for _ in 0..MOST_PASSES {
        let Some((next, judged)) = pass(&file, &last, settings) else {
            break;
        };
        file = next;
        passed.push(std::mem::replace(&mut last, judged));
    }
    let obstacles = last.mendable().map(|(at, finding)| Obstacle {
        item: at,
        why: obstacle::of(&last.facts, &finding.mend),
    });
    Ok(Mended {
        bytes: file,
        mended: mended(name, &passed, &last, settings),
        left: last.report(name, &last.findings, settings),
        obstacles: obstacles.collect(),
    })
}

/// What was found in some pass, could be mended, and is found no more; each once.
fn mended(name: &str, passed: &[Judged], last: &Judged, settings: &Settings) -> Report {
    let same = |one: &Finding, other: &Finding| {
        one.rule.code == other.rule.code && one.there == other.there
    };
    let mut seen: Vec<&Finding> = Vec::new();
    let mut report = last.report(name, &[], settings);
    for judged in passed {
        let mut gone: Vec<Finding> = Vec::new();
        for (_, finding) in judged.mendable() {
            let left = last.findings.iter().any(|left| same(left, finding));
            if !left && !seen.iter().any(|known| same(known, finding)) {
                gone.push(finding.clone());
            }
        }
        report
            .items
            .extend(judged.report(name, &gone, settings).items);
        seen.extend(judged.mendable().map(|(_, finding)| finding));
    }
    report
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

    /// The findings that are more than a question and have edits, with their indexes.
    fn mendable(&self) -> impl Iterator<Item = (usize, &Finding)> {
        let all = self.findings.iter().enumerate();
        all.filter(|(_, finding)| finding.level != Level::Ask && !finding.mend.is_empty())
    }

    /// The edits of all that can be mended.
    fn edits(&self) -> Vec<Edit> {
        self.mendable()
            .flat_map(|(_, finding)| finding.mend.iter().cloned())
            .collect()
    }

    fn report(&self, name: &str, findings: &[Finding], settings: &Settings) -> Report {
        Report::new(name, (&self.facts, &self.papers), findings, settings)
    }
}

/// One pass: the file with the edits made, and how it is judged then. None if there is nothing to do, or
/// nothing that can be done safely.
fn pass(file: &[u8], judged: &Judged, settings: &Settings) -> Option<(Vec<u8>, Judged)> {
    let edits = judged.edits();
    let splices = Splices::of(&judged.facts, &mut package::Package::open(file)?, &edits);
    if splices.is_empty() {
        return None;
    }
    let next = package::pack(file, &splices.apply(&judged.facts)).ok()?;
    let after = Judged::new(&next, settings).ok()?;
    same_words(&judged.facts, &after.facts, &edits).then_some((next, after))
}

/// True if every paragraph has the words it had, but for the edits of words; new lines add blank ones, and
/// headers and footers lose and win page numbers.
fn same_words(before: &Facts, after: &Facts, edits: &[Edit]) -> bool {
    let edited = |id: ParagraphId| {
        edits.iter().any(|edit| match edit {
            Edit::Words(span, _) => span.paragraph == id,
            Edit::Runs(..)
            | Edit::AllRuns(..)
            | Edit::Paragraph(..)
            | Edit::Section(..)
            | Edit::Line(_)
            | Edit::Drawn(..)
            | Edit::PageNumber(_) => false,
        })
    };
    let mut new = outside_margins(after);
    let same = outside_margins(before).all(|(id, paragraph)| {
        let found = new.next();
        found.is_some_and(|(_, found)| edited(id) || found.text == paragraph.text)
    });
    same && new.next().is_none()
        && in_margins(before, edited) == in_margins(after, edited)
        && is_numbered(before) <= is_numbered(after)
}

/// True if some header or footer has a page number.
fn is_numbered(facts: &Facts) -> bool {
    facts.all().any(|(_, paragraph)| {
        let number = |field: &Field| field.kind == FieldKind::Page;
        matches!(paragraph.story, Story::Margin(_)) && paragraph.fields.iter().any(number)
    })
}

/// Paragraphs with words of the text and its notes.
fn outside_margins(facts: &Facts) -> impl Iterator<Item = (ParagraphId, &Paragraph)> {
    facts.all().filter(|(_, paragraph)| {
        !paragraph.is_blank() && !matches!(paragraph.story, Story::Margin(_))
    })
}

/// The words of headers and footers but for page numbers; a copy for the first page has the same.
fn in_margins(facts: &Facts, edited: impl Fn(ParagraphId) -> bool) -> BTreeSet<&str> {
    let own = facts.all().filter(|(id, paragraph)| {
        let number = |field: &Field| field.kind == FieldKind::Page;
        matches!(paragraph.story, Story::Margin(_))
            && !paragraph.is_blank()
            && !edited(*id)
            && !paragraph.fields.iter().any(number)
    });
    own.map(|(_, paragraph)| paragraph.text.as_str()).collect()
}
