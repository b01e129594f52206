//! The rules of Decree 30/2020/NĐ-CP on layout (Phụ lục I) and capitals (Phụ lục II).
//!
//! A rule is one constant: its code, what it asks and why, a wrong and a right example, its check.
//! [`RULES`] is the one table; `vanthu rules`, the check, the report and the tests are derived from it.
//! A rule that cannot decide keeps silent or asks.

mod annex;
mod basis;
mod capitals;
mod date;
mod end;
mod header;
mod kinds;
mod line;
mod marks;
mod number;
mod outline;
mod page;
mod page_number;
mod addressee;
mod reading;
mod recipient;
mod signature;
mod signer;
mod style;
mod text;
mod title;
mod letter;
mod type_face;
mod whole;

use super::facts::Facts;
use super::finding::{Finding, Notes};
use super::paper::{Paper, Regime};
use super::words::{Slip, Words};

pub use reading::Reading;

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

/// Every rule, in the order of the codes.
pub static RULES: &[&Rule] = &[
    &page::A4, &page::PORTRAIT, &page::TOP_BOTTOM, &page::LEFT, &page::RIGHT,
    &type_face::FONT, &type_face::BLACK, &type_face::UNICODE, &type_face::NFC,
    &page_number::PAGE_NUMBER, &page_number::FROM_ONE, &page_number::ANNEXES_APART, &header::SIZES,
    &header::NATIONAL_NAME, &header::NATIONAL_NAME_STYLE, &header::MOTTO, &header::MOTTO_STYLE,
    &line::MOTTO_LINE, &header::SINGLE_SPACED, &header::RIGHT_HALF,
    &header::AGENCY, &header::PARENT, &line::AGENCY_LINE, &header::NO_PARENT, &header::AGENCY_IN_FULL,
    &header::ABOLISHED,
    &number::LINE, &number::TWO_DIGITS, &number::SYMBOL, &number::TYPE_CODE, &number::LETTER_SYMBOL,
    &number::NO_YEAR,
    &date::STYLE, &date::FORM, &date::CAPITAL, &date::FULL_PLACE, &date::MINUTES_WITHOUT,
    &title::TYPE_NAME, &letter::NO_TYPE_NAME, &title::SUBJECT, &line::SUBJECT_LINE, &title::NO_VE_VIEC,
    &letter::SUBJECT, &letter::GAP, &title::NO_FULL_STOP,
    &text::SIZE, &text::JUSTIFIED, &text::FIRST_LINE, &text::GAP, &text::LINE_SPACING,
    &basis::ITALIC, &basis::MARKS, &basis::LAW, &basis::WORD_NUMBER, &basis::FIRST_CITATION,
    &outline::CHAPTER, &outline::SECTION, &outline::ARTICLE, &outline::ARTICLE_TITLE, &outline::ROMAN,
    &outline::CLAUSE, &outline::POINT, &outline::CONSECUTIVE, &outline::NESTED,
    &end::END_MARK, &end::ENACTING, &end::ISSUER,
    &signature::POST, &signature::PREFIX, &signature::GRAMMAR, &signature::DEPUTY, &signature::COLLECTIVE,
    &signer::NAME, &signer::NO_TITLE, &signer::PICTURES,
    &addressee::PRESENT, &addressee::ABSENT, &addressee::MARKS, &addressee::STYLE,
    &recipient::LABEL, &recipient::LINES, &recipient::AS_ABOVE, &recipient::ARCHIVE, &recipient::ARTICLES,
    &annex::NAMED, &annex::ROMAN, &annex::LABEL, &annex::ATTACHED, &annex::NO_FRAME,
    &marks::URGENCY, &marks::CIRCULATION, &marks::SECRECY, &marks::CONTACT,
    &kinds::INVITATION, &kinds::WEEKDAY, &kinds::MINUTES, &kinds::TELEGRAM,
    &whole::PARTY, &whole::PLACEHOLDER,
    &capitals::sentence::START, &capitals::people::NAME, &capitals::people::HAN_VIET,
    &capitals::people::BY_SOUND, &capitals::places::UNIT, &capitals::places::UNIT_OF_PERSON,
    &capitals::places::SPECIAL, &capitals::places::LANDFORM, &capitals::places::LANDFORM_WORD,
    &capitals::places::REGION, &capitals::places::FOREIGN, &capitals::bodies::BODY,
    &capitals::bodies::SPECIAL, &capitals::bodies::FOREIGN, &capitals::words::STATE,
    &capitals::words::HONOUR, &capitals::people::POST, &capitals::words::HOLIDAY,
    &capitals::citing::DOCUMENT, &capitals::citing::PROVISION, &capitals::time::LUNAR_YEAR,
    &capitals::time::TET, &capitals::time::WEEKDAY, &capitals::words::EVENT, &capitals::words::WORK,
    &capitals::sentence::TITLE_CASE,
];

/// The rule of a code, in any case.
pub fn rule(code: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.code.eq_ignore_ascii_case(code.trim()))
}

/// What every rule says of a paper, in page order.
///
/// Papers of the Party and legal normative documents have rules of their own, so nothing is said of
/// them; see [`Paper::regime`].
pub fn judge(facts: &Facts, paper: &Paper, titles_allowed: bool) -> Vec<Finding> {
    let reading = Reading::new(facts, paper, titles_allowed);
    let mut findings = Vec::new();
    match paper.regime.get() {
        Some(Regime::Administrative) => {}
        Some(Regime::Copy | Regime::Party | Regime::Normative | Regime::Other) | None => {
            return findings;
        }
    }
    for rule in RULES {
        let mut notes = Notes::new(rule, &mut findings);
        match rule.check {
            Check::Paper(check) => check(&reading, &mut notes),
            Check::Words(check) => reading.each_words(check, &mut notes),
        }
    }
    if paper.regime.sure().is_none() {
        for finding in &mut findings {
            finding.in_doubt(&paper.regime);
        }
    }
    // Stable: findings of one place stay in the order of the rules.
    findings.sort_by_key(|finding| finding.spot.paragraph(facts));
    findings
}
