//! Spelling and typing, on which the Decree is silent but which every checker of a paper looks at.
//! Only what is wrong in any context is told; names are left alone.

pub(super) mod figures;
pub(super) mod repeated;
pub(super) mod spaces;
pub(super) mod syllables;
mod verdict;

#[cfg(test)]
use super::Judged;
#[cfg(test)]
use crate::check::words::Words;

/// The words of a text that a check finds fault with.
#[cfg(test)]
fn slips(check: fn(&Words<'_>) -> Vec<Judged>, text: &str) -> Vec<String> {
    let words = Words::new(text);
    let slips = check(&words).into_iter();
    slips
        .map(|(slip, _)| text[slip.range].to_string())
        .collect()
}
