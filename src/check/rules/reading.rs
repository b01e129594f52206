//! A paper as the rules see it: facts, components, and what follows from both.

use std::borrow::Cow;

use chrono::NaiveDate;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use crate::check::facts::{
    Facts, Home, Paragraph, ParagraphId, Raise, Run, Section, SectionId, Span, Story,
};
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
        let spans = piece.spans.iter().map(|span| self.without_note_marks(span));
        let spans: Vec<Cow<'_, str>> = spans.collect();
        tidy(&spans.join(" "))
    }

    /// The words of a stretch without raised numbers: the Decree's forms explain each blank in a note.
    fn without_note_marks(&self, span: &Span) -> Cow<'a, str> {
        let paragraph = &self.facts[span.paragraph];
        let words = |range| paragraph.text.get(range).unwrap_or("");
        let is_mark = |run: &Run, shared: &str| {
            run.format.raise == Raise::Super && shared.chars().all(|c| c.is_ascii_digit())
        };
        let runs = || paragraph.runs_in(span.range.clone());
        if !runs().any(|(run, shared)| is_mark(run, words(shared))) {
            return Cow::Borrowed(words(span.range.clone()));
        }
        let parts = runs().map(|(run, shared)| (run, words(shared)));
        let kept: Vec<&str> = parts
            .filter(|(run, shared)| !is_mark(run, shared))
            .map(|(_, shared)| shared)
            .collect();
        Cow::Owned(kept.concat())
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

    /// The sections that the paper stands in.
    pub fn sections(&self) -> impl Iterator<Item = (SectionId, &'a Section)> {
        let (first, last) = self.paper.sections;
        let all = self.facts.sections.iter().enumerate();
        let all = all.map(|(at, section)| (SectionId(at), section));
        all.filter(move |(id, _)| (first.0..=last.0).contains(&id.0))
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

/// True for a blank to be filled in: more dots than letters.
pub(super) fn is_to_fill(words: &str) -> bool {
    let dots = words.matches('.').count() + 3 * words.matches('…').count();
    dots > words.chars().filter(|c| c.is_alphabetic()).count()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::recognise;
    use crate::check::testing::docx;

    #[test]
    fn raised_numbers_of_a_form_are_no_words() {
        let raised = |words: &str| {
            format!(
                "<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>{words}</w:t></w:r>"
            )
        };
        let body = format!(
            "<w:p><w:r><w:t xml:space=\"preserve\">- Lưu: VT, </w:t></w:r>{}<w:r><w:t>… .</w:t></w:r>{}{}</w:p>",
            raised("9"),
            raised("10"),
            raised("a")
        );
        let facts = docx(&body).facts();
        let paper = recognise(&facts);
        let end = facts.paragraphs[0].text.len();
        let piece = Piece::of(ParagraphId(0), 0..end);
        let reading = Reading::new(&facts, &paper, false);
        assert_eq!(reading.words(&piece), "- Lưu: VT, … .a");
    }

    #[test]
    fn blanks_to_be_filled_in() {
        for words in ["Về việc ……………", "....................", "… (5) …"] {
            assert!(is_to_fill(words), "{words}");
        }
        for words in ["Về việc khen thưởng năm 2025", "Kế hoạch …", ""] {
            assert!(!is_to_fill(words), "{words}");
        }
    }
}
