//! Whether a word in small letters is spelled as a syllable of Vietnamese.

use std::cell::RefCell;
use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;

use crate::text::syllable::is_syllable;
use crate::text::tone::in_place;

/// What is to be said of a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Nothing: it is a syllable, or no word of Vietnamese at all.
    Fine,
    /// Its tone mark belongs on another letter; the word as it should be.
    Moved(String),
    /// It is meant as a syllable and is none.
    NoSyllable,
}

/// Letters of the longest syllable, `nghiêng`, and one typed too many. A longer word is foreign.
const LONGEST: usize = 8;

/// Words that are remembered; Vietnamese has fewer syllables.
const REMEMBERED: usize = 20_000;

thread_local! {
    /// A text has few different words.
    static KNOWN: RefCell<HashMap<String, Verdict>> = RefCell::new(HashMap::new());
}

/// What is to be said of a word in small letters.
pub(super) fn verdict(word: &str) -> Verdict {
    let length = word.chars().take(LONGEST + 1).count();
    if word.is_ascii() || !(2..=LONGEST).contains(&length) {
        return Verdict::Fine;
    }
    KNOWN.with_borrow_mut(|known| {
        if let Some(verdict) = known.get(word) {
            return verdict.clone();
        }
        if known.len() >= REMEMBERED {
            known.clear();
        }
        let verdict = judge(word);
        known.insert(word.to_string(), verdict.clone());
        verdict
    })
}

fn judge(word: &str) -> Verdict {
    if is_syllable(word) {
        return in_place(word).map_or(Verdict::Fine, Verdict::Moved);
    }
    if is_meant_as_syllable(word) {
        Verdict::NoSyllable
    } else {
        Verdict::Fine
    }
}

/// Letters of Vietnamese besides those of ASCII, without tones.
const OWN: &str = "ăâđêôơư";

/// Initials that a Vietnamese syllable can have; a word with another one is foreign.
const INITIALS: [&str; 28] = [
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh",
    "nh", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x", "q",
];

const VOWELS: &str = "aăâeêioôơuưy";

/// True for letters of Vietnamese alone with one group of vowels, an initial and an end of Vietnamese.
fn is_meant_as_syllable(word: &str) -> bool {
    let plain = plain(word);
    if word.is_ascii()
        || !plain
            .chars()
            .all(|c| c.is_ascii_lowercase() || OWN.contains(c))
    {
        return false;
    }
    let vowel = |c: char| VOWELS.contains(c);
    let Some(start) = plain.find(vowel) else {
        return false;
    };
    let initial = match plain.get(..start + 1) {
        Some("qu") => "qu",
        Some(_) | None => &plain[..start],
    };
    let rest = plain[start..].trim_start_matches(vowel);
    INITIALS.contains(&initial) && rest.chars().all(|c| "chmngpt".contains(c))
}

/// A word without tones. A mark that belongs to no letter of Vietnamese stays.
fn plain(word: &str) -> String {
    let tone = |c: &char| ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'].contains(c);
    word.nfd().filter(|c| !tone(c)).nfc().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_judged_the_same_when_it_comes_again() {
        for _ in 0..2 {
            assert_eq!(verdict("thực"), Verdict::Fine);
            assert_eq!(verdict("thưc"), Verdict::NoSyllable);
            assert_eq!(verdict("tòan"), Verdict::Moved("toàn".to_string()));
            for fine in ["nghiêng", "bêtông", "kilômét", "đ", "ă", "crôm", "hoà"] {
                assert_eq!(verdict(fine), Verdict::Fine, "{fine}");
            }
        }
    }
}
