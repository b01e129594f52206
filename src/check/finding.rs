//! What a rule says about a paper: where, what is there, what is asked, and how it can be mended.

use super::facts::{Facts, ParagraphId, SectionId, Span};
use super::mend::Edit;
use super::paper::{Found, Piece};
use super::rules::{Level, Rule};

/// One finding of a rule.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule.
    pub rule: &'static Rule,
    /// How grave it is here: the rule's level, less where recognition is in doubt, or what the agency
    /// has set.
    pub level: Level,
    /// Where.
    pub spot: Spot,
    /// Number of further places with the same fault.
    pub others: usize,
    /// What is there, in Vietnamese.
    pub there: String,
    /// What is asked, in Vietnamese.
    pub asked: String,
    /// Why it is only a question, if it is.
    pub doubt: Option<String>,
    /// The edits that mend it without a change of the wording; empty if a person must.
    pub mend: Vec<Edit>,
}

/// A place in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spot {
    /// The whole file.
    File,
    /// A section.
    Section(SectionId),
    /// A paragraph.
    Paragraph(ParagraphId),
    /// Words of a paragraph.
    Words(Span),
}

/// Takes the findings of one rule.
#[derive(Debug)]
pub struct Notes<'a> {
    rule: &'static Rule,
    found: &'a mut Vec<Finding>,
}

impl<'a> Notes<'a> {
    /// For the findings of a rule.
    pub fn new(rule: &'static Rule, found: &'a mut Vec<Finding>) -> Notes<'a> {
        Notes { rule, found }
    }

    /// What the rule asks.
    pub fn asks(&self) -> &'static str {
        self.rule.asks
    }

    /// Takes a finding.
    pub fn add(
        &mut self,
        spot: impl Into<Spot>,
        there: impl Into<String>,
        asked: impl Into<String>,
    ) -> &mut Finding {
        let at = self.found.len();
        self.found.push(Finding {
            rule: self.rule,
            level: self.rule.level,
            spot: spot.into(),
            others: 0,
            there: there.into(),
            asked: asked.into(),
            doubt: None,
            mend: Vec::new(),
        });
        &mut self.found[at]
    }

    /// For findings of the same rule that are gathered first.
    pub fn apart<'b>(&self, found: &'b mut Vec<Finding>) -> Notes<'b> {
        Notes::new(self.rule, found)
    }

    /// Takes findings of one fault in many places as one, which names the first and counts the others.
    pub fn add_as_one(&mut self, findings: Vec<Finding>) {
        let mut findings = findings.into_iter();
        let Some(mut first) = findings.next() else {
            return;
        };
        for other in findings {
            first.others += 1;
            first.mend.extend(other.mend);
        }
        self.found.push(first);
    }
}

impl Finding {
    /// Makes it a question, with the reason.
    pub fn ask(&mut self, why: impl Into<String>) -> &mut Finding {
        self.level = Level::Ask;
        self.doubt.get_or_insert(why.into());
        self
    }

    /// Makes it a question if the component was only guessed.
    pub fn in_doubt<T>(&mut self, found: &Found<T>) -> &mut Finding {
        if let Some(why) = found.doubt() {
            self.ask(why);
        }
        self
    }

    /// The same fault stands in so many other places.
    pub fn others(&mut self, count: usize) -> &mut Finding {
        self.others = count;
        self
    }

    /// Can be mended so.
    pub fn mend(&mut self, edits: impl IntoIterator<Item = Edit>) -> &mut Finding {
        self.mend.extend(edits);
        self
    }
}

impl Spot {
    /// The paragraph that the place is in, or that comes first in it.
    pub fn paragraph(&self, facts: &Facts) -> Option<ParagraphId> {
        match self {
            Spot::File => None,
            Spot::Section(section) => facts
                .story()
                .find(|(_, paragraph)| paragraph.section == *section)
                .map(|(id, _)| id),
            Spot::Paragraph(paragraph) => Some(*paragraph),
            Spot::Words(span) => Some(span.paragraph),
        }
    }
}

impl From<ParagraphId> for Spot {
    fn from(paragraph: ParagraphId) -> Spot {
        Spot::Paragraph(paragraph)
    }
}

impl From<SectionId> for Spot {
    fn from(section: SectionId) -> Spot {
        Spot::Section(section)
    }
}

impl From<Span> for Spot {
    fn from(span: Span) -> Spot {
        Spot::Words(span)
    }
}

impl From<&Span> for Spot {
    fn from(span: &Span) -> Spot {
        Spot::Words(span.clone())
    }
}

/// The first stretch of a component.
impl From<&Piece> for Spot {
    fn from(piece: &Piece) -> Spot {
        piece.spans.first().map_or(Spot::File, Spot::from)
    }
}
