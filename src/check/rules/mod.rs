//! The rules of Decree 30/2020/NĐ-CP on layout (Phụ lục I) and capitals (Phụ lục II), and those of
//! spelling and typing that it takes for granted.
//!
//! A rule is one constant: its code, what it asks and why, a wrong and a right example, its check.
//! [`RULES`] is the one table; `vanthu rules`, the check, the report and the tests are derived from it.
//! A rule that cannot decide keeps silent or asks.

mod addressee;
mod agency;
mod annex;
mod basis;
mod capitals;
mod clause;
mod date;
mod end;
mod header;
mod kinds;
mod letter;
mod line;
mod marks;
mod number;
mod outline;
mod page;
mod page_number;
#[cfg(test)]
mod paper_tests;
#[cfg(test)]
mod proof_tests;
mod prose;
mod reading;
mod recipient;
mod renumber;
#[cfg(test)]
pub(crate) mod samples;
mod settings;
mod signature;
mod signer;
mod spelling;
mod style;
mod table;
#[cfg(test)]
mod tests;
mod text;
mod title;
#[cfg(test)]
mod twins;
mod type_face;
mod whole;

use super::facts::Facts;
use super::finding::{Finding, Notes, Spot};
use super::paper::{Paper, Papers, Regime};
use super::words::{Slip, Words};

pub use reading::Reading;
pub use settings::{Settings, Switch};
pub use table::RULES;

/// A rule.
#[derive(Debug)]
pub struct Rule {
    /// `TT-24`, `VH-12`, as the house's list of rules numbers them.
    pub code: &'static str,
    /// How grave a fault is.
    pub level: Level,
    /// What is asked, in Vietnamese, one line.
    pub asks: &'static str,
    /// Where it is written, in Vietnamese.
    pub clause: &'static str,
    /// Why it matters, in Vietnamese.
    pub why: &'static str,
    /// A wrong example.
    pub wrong: &'static str,
    /// A right example.
    pub right: &'static str,
    /// How it is found out.
    pub check: Check,
}

/// How a fault is found out.
#[derive(Clone, Copy, Debug)]
pub enum Check {
    /// By the whole paper.
    Paper(fn(&Reading<'_>, &mut Notes<'_>)),
    /// By the words of every paragraph of running text.
    Words(fn(&Words<'_>) -> Vec<Judged>),
}

/// A slip, and whether it is surely one.
pub type Judged = (Slip, Sureness);

/// How surely a rule on words has found a slip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sureness {
    /// Surely.
    Sure,
    /// It may be right; with the reason to look.
    Look(&'static str),
}

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Worth a question: the rule cannot decide it.
    Ask,
    /// As the Decree's templates or good practice have it.
    Should,
    /// As the Decree orders.
    Must,
}

impl Level {
    /// What the report calls it.
    pub fn name(self) -> &'static str {
        match self {
            Level::Ask => "hỏi",
            Level::Should => "nên",
            Level::Must => "phải",
        }
    }
}

/// The rule of a code, as people write it: `TT-03`, `tt-3`, `TT 03`.
pub fn rule(code: &str) -> Option<&'static Rule> {
    let parts = |code: &str| {
        let code = code.trim();
        let at = code.find(|c: char| !c.is_ascii_alphabetic())?;
        let (letters, number) = code.split_at(at);
        let number = number.trim_start_matches(['-', ' ']);
        let digits = number.bytes().all(|byte| byte.is_ascii_digit());
        let number: u32 = number.parse().ok().filter(|_| digits)?;
        Some((letters.to_ascii_uppercase(), number))
    };
    let wanted = parts(code)?;
    RULES
        .iter()
        .copied()
        .find(|rule| parts(rule.code).as_ref() == Some(&wanted))
}

/// What every rule says of a paper, in page order.
///
/// Papers of the Party and legal normative documents have rules of their own, and a copy's or another
/// text's frame is not that of a paper: nothing is said of them; see [`Paper::regime`].
pub fn judge(facts: &Facts, paper: &Paper, settings: &Settings) -> Vec<Finding> {
    if !is_administrative(paper) {
        return Vec::new();
    }
    let reading = Reading::new(facts, paper, settings.titles_allowed);
    let mut findings = Vec::new();
    let mut word_rules = Vec::new();
    for rule in RULES.iter().copied().filter(|rule| settings.asks(rule)) {
        match rule.check {
            Check::Paper(check) => check(&reading, &mut Notes::new(rule, &mut findings)),
            Check::Words(check) => word_rules.push((rule, check)),
        }
    }
    prose::judge(&reading, &word_rules, &mut findings);
    for finding in &mut findings {
        settings.set_level(finding);
        finding.in_doubt(&paper.regime);
    }
    // Stable: findings of one place stay in the order of the rules.
    findings.sort_by_key(|finding| finding.spot.paragraph(facts));
    findings
}

/// What the rules say of all papers of a file, in page order. What holds for the whole file is told once.
pub fn judge_all(facts: &Facts, papers: &Papers, settings: &Settings) -> Vec<Finding> {
    let mut all = judge(facts, &papers.first, settings);
    for paper in &papers.others {
        for mut finding in judge(facts, paper, settings) {
            let known = |known: &Finding| {
                known.rule.code == finding.rule.code
                    && known.spot == finding.spot
                    && known.there == finding.there
            };
            if all.iter().any(known) {
                continue;
            }
            if let (Spot::File, Some(head)) = (&finding.spot, paper.head()) {
                finding.spot = Spot::Paragraph(head);
            }
            all.push(finding);
        }
    }
    all.sort_by_key(|finding| finding.spot.paragraph(facts));
    all
}

/// True if the rules hold for a paper. A certificate, a form or a card has Quốc hiệu, too, but neither a
/// type nor recipients. A year in the number alone makes no legal normative document of a
/// plan: only some types can be one.
pub fn is_administrative(paper: &Paper) -> bool {
    if paper.kind.is_missing() && paper.recipients.is_none() {
        return false;
    }
    let code = paper.kind.get().and_then(|kind| kind.code);
    let never_normative = code.is_some_and(|code| !["NQ", "QĐ", "CT"].contains(&code));
    match paper.regime.get() {
        Some(Regime::Administrative) => true,
        Some(Regime::Normative) => never_normative,
        Some(Regime::Copy | Regime::Party | Regime::Other) | None => false,
    }
}
