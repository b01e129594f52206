//! A paper as the rules see it: facts, components, and what follows from both.

use std::borrow::Cow;

use chrono::NaiveDate;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use crate::check::facts::{Facts, Home, Paragraph, ParagraphId, Span, Story};
use crate::check::paper::{Arrangement, BodyLine, Found, Level, Paper, Piece, Role};
use crate::document::kind::{Frame, Kind};
use crate::units::Twips;

use super::date;

/// A paper as the rules see it.
#[derive(Debug)]
pub struct Reading<'a> {
    /// The file.
    pub facts: &'a Facts,
    /// Its components.
    pub paper: &'a Paper,
    /// The day of the paper, if the date line names one that exists.
    pub date: Option<NaiveDate>,
    /// True if the sector's head allows titles before the signer's name.
    pub titles_allowed: bool,
}

impl<'a> Reading<'a> {
    /// Prepares a paper.
    pub fn new(facts: &'a Facts, paper: &'a Paper, titles_allowed: bool) -> Reading<'a> {
        let mut reading = Reading {
            facts,
            paper,
            date: None,
            titles_allowed,
        };
        let line = paper.letterhead.place_date.get();
        reading.date = line.and_then(|piece| date::day(&reading.words(piece)));
        reading
    }

    /// The type, sure or guessed.
    pub fn kind(&self) -> Option<Kind> {
        self.paper.kind.get().copied()
    }

    /// True for one of the types, by their codes.
    pub fn is_one_of(&self, codes: &[&str]) -> bool {
        let code = self.kind().and_then(|kind| kind.code);
        code.is_some_and(|code| codes.contains(&code))
    }

    /// True for a công văn.
    pub fn is_letter(&self) -> bool {
        self.kind().is_some_and(|kind| kind.name == "Công văn")
    }

    /// True for a thư công, which has neither number nor recipients at its end.
    pub fn is_courtesy(&self) -> bool {
        self.kind().is_some_and(|kind| kind.name == "Thư công")
    }

    /// True for a type with a name above the text.
    pub fn is_named(&self) -> bool {
        self.kind().is_some_and(|kind| kind.frame == Frame::Named)
    }

    /// True for a list, which has no number and no end mark.
    pub fn is_list(&self) -> bool {
        self.kind().is_some_and(|kind| kind.frame == Frame::List)
    }

    /// The words of a component in NFC, white space single, none at the ends.
    pub fn words(&self, piece: &Piece) -> String {
        tidy(&piece.words(self.facts))
    }

    /// The words of a component that was found.
    pub fn words_of(&self, found: &Found<Piece>) -> Option<String> {
        found.get().map(|piece| self.words(piece))
    }

    /// The words of a line of the text behind its label.
    pub fn content(&self, line: &BodyLine) -> String {
        tidy(self.facts.words(&line.content))
    }

    /// A paragraph's text, tidy.
    pub fn text(&self, paragraph: ParagraphId) -> String {
        tidy(&self.facts[paragraph].text)
    }

    /// A paragraph's words as a place, without white space at the ends.
    pub fn span(&self, paragraph: ParagraphId) -> Span {
        let text = &self.facts[paragraph].text;
        let start = text.len() - text.trim_start().len();
        let range = start..text.trim_end().len().max(start);
        Span { paragraph, range }
    }

    /// Every line of the paper's text, then those of its annexes and of what it issues.
    pub fn all_lines(&self) -> impl Iterator<Item = &'a BodyLine> {
        self.parts().into_iter().flatten()
    }

    /// The texts: the paper's own, then each annex and each document issued with it.
    pub fn parts(&self) -> Vec<&'a [BodyLine]> {
        let annexes = self.paper.annexes.iter().map(|annex| annex.body.as_slice());
        let attached = self.paper.attached.iter().map(|it| it.body.as_slice());
        [self.paper.body.as_slice()]
            .into_iter()
            .chain(annexes)
            .chain(attached)
            .collect()
    }

    /// Paragraphs of running text with their words in NFC: what the rules on words read.
    pub fn prose(&self) -> impl Iterator<Item = (ParagraphId, Cow<'a, str>)> {
        let facts = self.facts;
        let paper = self.paper;
        facts.story().filter_map(move |(id, paragraph)| {
            let prose = match paper.role(id) {
                Role::Body
                | Role::Basis
                | Role::Subject
                | Role::LetterSubject
                | Role::Addressee
                | Role::Recipient
                | Role::Table => true,
                Role::NationalName
                | Role::Motto
                | Role::Rule
                | Role::Parent
                | Role::Agency
                | Role::Number
                | Role::PlaceDate
                | Role::Mark
                | Role::TypeName
                | Role::Issuer
                | Role::Enacting
                | Role::RecipientsLabel
                | Role::Authority
                | Role::SignerName
                | Role::AnnexLabel
                | Role::AnnexTitle
                | Role::AnnexAttached
                | Role::Contact
                | Role::PageNumber
                | Role::Margin
                | Role::Note
                | Role::Blank
                | Role::Other => false,
            };
            prose.then(|| (id, nfc(&paragraph.text)))
        })
    }

    /// Width of the column that a paragraph stands in, if the file says so.
    pub fn column(&self, paragraph: &Paragraph) -> Option<Twips> {
        match paragraph.home {
            Home::Story if paragraph.story == Story::Body => {
                let section = &self.facts[paragraph.section];
                (section.columns.each.len() < 2).then(|| section.text_width())
            }
            Home::Cell(table, row, cell) => {
                let cell = self.facts[table].rows.get(row)?.cells.get(cell)?;
                let width = cell.width - cell.padding.0 - cell.padding.1;
                (width > Twips(0)).then_some(width)
            }
            Home::Story | Home::Box(_) => None,
        }
    }

    /// True if the head was typed so that alignment says nothing: with tabs in one paragraph.
    pub fn head_by_tabs(&self) -> bool {
        match self.paper.letterhead.arrangement.get() {
            Some(Arrangement::Tabs) => true,
            Some(
                Arrangement::Table(_)
                | Arrangement::Boxes
                | Arrangement::Columns
                | Arrangement::Stacked,
            )
            | None => false,
        }
    }

    /// True if number and day are filled in, so that the paper is no draft.
    pub fn is_final(&self) -> bool {
        let number = self.words_of(&self.paper.letterhead.number);
        let numbered = number.is_some_and(|line| {
            line.split('/')
                .next()
                .is_some_and(|head| head.contains(|c: char| c.is_ascii_digit()))
        });
        numbered && self.date.is_some()
    }

    /// Running text: neither title nor heading, nor a line under them.
    pub fn is_running(&self, line: &BodyLine) -> bool {
        if line.title_of_above {
            return false;
        }
        match line.level {
            None => true,
            Some(Level::Article | Level::Clause | Level::Point | Level::Dash | Level::Plus) => true,
            Some(Level::Nested | Level::Bullet) => true,
            Some(
                Level::Part | Level::Chapter | Level::Section | Level::Subsection | Level::Roman,
            ) => false,
        }
    }
}

/// Text in NFC.
pub(super) fn nfc(text: &str) -> Cow<'_, str> {
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => Cow::Borrowed(text),
        IsNormalized::No | IsNormalized::Maybe => Cow::Owned(text.nfc().collect()),
    }
}

/// NFC, white space single, none at the ends.
pub(super) fn tidy(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    nfc(&words.join(" ")).into_owned()
}
