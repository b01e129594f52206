//! Capitals (Phụ lục II). The rules look at running text, paragraph by paragraph; headings in capitals
//! are left alone, and so is every word whose place in the sentence is doubtful.

pub(super) mod bodies;
pub(super) mod citing;
pub(super) mod people;
pub(super) mod places;
mod provinces;
pub(super) mod sentence;
pub(super) mod time;
pub(super) mod words;

use crate::check::phrases::Phrases;
use crate::check::words::{Slip, Words};
use crate::text::case::{lower_first, upper_first};

use super::{Judged, Sureness};

/// Slips of a list of phrases, all sure.
fn listed(list: &Phrases, text: &Words<'_>) -> Vec<Judged> {
    list.slips(text).into_iter().map(sure).collect()
}

/// Slips of a list of phrases, all questions.
fn asked(list: &Phrases, text: &Words<'_>, why: &'static str) -> Vec<Judged> {
    let slips = list.slips(text).into_iter();
    slips.map(|slip| (slip, Sureness::Look(why))).collect()
}

fn sure(slip: Slip) -> Judged {
    (slip, Sureness::Sure)
}

/// A slip of one word, which wants a capital.
fn capital(text: &Words<'_>, index: usize) -> Slip {
    Slip {
        range: text.range(index..index + 1),
        wanted: upper_first(text.words[index].text),
    }
}

/// A slip of one word, which wants a small letter.
fn small(text: &Words<'_>, index: usize) -> Slip {
    Slip {
        range: text.range(index..index + 1),
        wanted: lower_first(text.words[index].text),
    }
}
