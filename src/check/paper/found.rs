//! What was found, how surely, and where.

use std::ops::Range;

use crate::check::facts::{Facts, ParagraphId, Run, Span};

/// A thing looked for.
#[derive(Clone, Debug, PartialEq, Default)]
pub enum Found<T> {
    /// Found, with no doubt.
    Sure(T),
    /// Found, but it may be something else.
    Guess(T, &'static str),
    /// Not found.
    #[default]
    Missing,
}

/// The words of a component, in reading order.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Piece {
    /// Its stretches, one a printed line as typed: an agency of two paragraphs has two, so has one of
    /// two lines in a paragraph. Never empty, no stretch begins or ends with white space.
    pub spans: Vec<Span>,
}

impl<T> Found<T> {
    /// What was found, sure or not.
    pub fn get(&self) -> Option<&T> {
        match self {
            Found::Sure(it) | Found::Guess(it, _) => Some(it),
            Found::Missing => None,
        }
    }

    /// What was found without doubt.
    pub fn sure(&self) -> Option<&T> {
        match self {
            Found::Sure(it) => Some(it),
            Found::Guess(..) | Found::Missing => None,
        }
    }

    /// Why it is only a guess, in Vietnamese.
    pub fn doubt(&self) -> Option<&'static str> {
        match self {
            Found::Guess(_, why) => Some(why),
            Found::Sure(_) | Found::Missing => None,
        }
    }

    /// True if nothing was found.
    pub fn is_missing(&self) -> bool {
        matches!(self, Found::Missing)
    }

    /// The same finding of another thing.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Found<U> {
        match self {
            Found::Sure(it) => Found::Sure(change(it)),
            Found::Guess(it, why) => Found::Guess(change(it), why),
            Found::Missing => Found::Missing,
        }
    }
}

impl Piece {
    /// One stretch.
    pub fn of(paragraph: ParagraphId, range: Range<usize>) -> Piece {
        Piece {
            spans: vec![Span { paragraph, range }],
        }
    }

    /// The paragraph of its first stretch.
    pub fn paragraph(&self) -> Option<ParagraphId> {
        self.spans.first().map(|span| span.paragraph)
    }

    /// Its words as typed; stretches joined by one space.
    pub fn words(&self, facts: &Facts) -> String {
        let words: Vec<&str> = self.spans.iter().map(|span| facts.words(span)).collect();
        words.join(" ")
    }

    /// The runs with something to see in them, cut to the piece.
    pub fn runs<'a>(&'a self, facts: &'a Facts) -> impl Iterator<Item = (&'a Run, Span)> {
        self.spans.iter().flat_map(move |span| {
            let paragraph = &facts[span.paragraph];
            paragraph
                .runs_in(span.range.clone())
                .filter(|(_, range)| {
                    let words = paragraph.text.get(range.clone()).unwrap_or("");
                    !words.trim().is_empty()
                })
                .map(|(run, range)| {
                    let paragraph = span.paragraph;
                    (run, Span { paragraph, range })
                })
        })
    }
}
