//! A paragraph as words, each with what stands before it: what the rules on capitals look at.
//!
//! Comparison is blind to case and to the two places of the tone mark (hòa and hoà), on which the
//! Decree is silent.

use std::ops::Range;

/// A paragraph taken apart.
#[derive(Clone, Debug)]
pub struct Words<'a> {
    /// The paragraph, in NFC.
    pub text: &'a str,
    /// Its words in order.
    pub words: Vec<Word<'a>>,
}

/// A word: letters and digits without a break.
#[derive(Clone, Debug)]
pub struct Word<'a> {
    /// As written.
    pub text: &'a str,
    /// Lower case, tone mark in the older place; see [`fold`].
    pub folded: String,
    /// Where it begins, in bytes.
    pub at: usize,
    /// What stands before it.
    pub start: Start,
}

/// How a word begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// A sentence: the paragraph, or after `.`, `?`, `!`.
    Sentence,
    /// Something that may be a start: after a colon, a semicolon, a dash, a bracket, a quotation
    /// mark, a number.
    Doubtful,
    /// Neither: after a word, or after a comma that a word precedes.
    Middle,
}

/// A stretch that is written otherwise than the rule asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    /// Where, in bytes of the paragraph.
    pub range: Range<usize>,
    /// What is asked in its place; empty if only its writer knows.
    pub wanted: String,
}

impl<'a> Words<'a> {
    /// Takes a paragraph apart.
    pub fn new(text: &'a str) -> Words<'a> {
        let mut words: Vec<Word<'a>> = Vec::new();
        let mut end = 0;
        let mut from = None;
        let ends = text.char_indices().map(Some).chain([None]);
        for next in ends {
            match (next, from) {
                (Some((_, c)), Some(_)) if c.is_alphanumeric() => {}
                (Some((at, c)), None) if c.is_alphanumeric() => from = Some(at),
                (next, Some(at)) => {
                    let stop = next.map_or(text.len(), |(at, _)| at);
                    let start = start(words.last(), &text[end..at]);
                    words.push(Word {
                        text: &text[at..stop],
                        folded: fold(&text[at..stop]),
                        at,
                        start,
                    });
                    (end, from) = (stop, None);
                }
                (Some(_) | None, None) => {}
            }
        }
        Words { text, words }
    }

    /// What stands between a word and the next, without spaces at the ends; nothing behind the last.
    pub fn gap(&self, index: usize) -> &'a str {
        let from = self.words.get(index).map_or(self.text.len(), Word::end);
        let to = self
            .words
            .get(index + 1)
            .map_or(self.text.len(), |next| next.at);
        self.text[from..to].trim()
    }

    /// The stretch of some words.
    pub fn range(&self, words: Range<usize>) -> Range<usize> {
        match (self.words.get(words.start), self.words.get(words.end - 1)) {
            (Some(first), Some(last)) => first.at..last.end(),
            (None, _) | (_, None) => 0..0,
        }
    }

    /// True if nearly all letters of the paragraph are capitals, as in a heading.
    pub fn is_capitals(&self) -> bool {
        let letters = self.text.chars().filter(|c| c.is_alphabetic());
        let (upper, all) = letters.fold((0, 0), |(upper, all), c| {
            (upper + usize::from(c.is_uppercase()), all + 1)
        });
        upper * 10 >= all * 8
    }

    /// The folded word at a place, empty outside.
    pub fn folded(&self, index: usize) -> &str {
        self.words
            .get(index)
            .map_or("", |word| word.folded.as_str())
    }

    /// The folded word before a place that only a space parts from it.
    pub fn before(&self, index: usize) -> &str {
        match index.checked_sub(1) {
            Some(before) if self.gap(before).is_empty() => self.folded(before),
            Some(_) | None => "",
        }
    }
}

impl Word<'_> {
    /// Where it ends, in bytes.
    pub fn end(&self) -> usize {
        self.at + self.text.len()
    }

    /// True if it begins with a capital.
    pub fn is_capital(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }

    /// True if it begins with a small letter.
    pub fn is_small(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_lowercase)
    }

    /// True for a word all in capitals, of two letters at least.
    pub fn is_all_capitals(&self) -> bool {
        let mut letters = self.text.chars().filter(|c| c.is_alphabetic());
        letters.clone().count() > 1 && letters.all(char::is_uppercase)
    }

    /// True for a number in digits.
    pub fn is_number(&self) -> bool {
        self.text.bytes().all(|byte| byte.is_ascii_digit())
    }
}

/// How a word begins, by the word before it and what stands between.
fn start(before: Option<&Word<'_>>, gap: &str) -> Start {
    let Some(before) = before else {
        return Start::Sentence;
    };
    match gap.trim() {
        "" | "," if before.is_number() && before.start == Start::Sentence => Start::Doubtful,
        "" | "," => Start::Middle,
        // A point after a capital or a number may belong to an abbreviation or to numbering.
        "." | "?" | "!" | "..." | "…" if before.is_small() && before.folded.chars().count() > 2 => {
            Start::Sentence
        }
        _ => Start::Doubtful,
    }
}

/// Lower case, with the tone of `oà`, `oè`, `uỳ` on the first vowel.
pub fn fold(word: &str) -> String {
    let lower = word.to_lowercase();
    match second_place(&lower) {
        Some((at, folded)) => format!("{}{folded}", &lower[..at]),
        None => lower,
    }
}

/// Where the two vowels begin whose tone stands on the second one, and how they are folded.
fn second_place(lower: &str) -> Option<(usize, &'static str)> {
    // Only an open syllable has two places for the mark: `hoà`, but `hoàn`.
    let last = lower.chars().next_back()?;
    if !"àáảãạèéẻẽẹỳýỷỹỵ".contains(last) {
        return None;
    }
    let (pair, folded) = TONES.iter().find(|(pair, _)| lower.ends_with(pair))?;
    let at = lower.len() - pair.len();
    let qu = pair.starts_with('u') && lower[..at].ends_with('q');
    (!qu).then_some((at, *folded))
}

/// On which of two vowels a tone mark stands where both places are in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TonePlace {
    /// `hòa`.
    First,
    /// `hoà`.
    Second,
}

/// The place of the tone mark in a word that has two.
pub fn tone_place(word: &str) -> Option<TonePlace> {
    let last = word.chars().next_back()?;
    let open = "aeyàáảãạèéẻẽẹỳýỷỹỵAEYÀÁẢÃẠÈÉẺẼẸỲÝỶỸỴ".contains(last);
    if !open || word.is_ascii() {
        return None;
    }
    let lower = word.to_lowercase();
    if second_place(&lower).is_some() {
        return Some(TonePlace::Second);
    }
    let first = TONES.iter().any(|(_, first)| lower.ends_with(first));
    let qu = lower.starts_with("qu") || lower.starts_with("qú");
    (first && !qu).then_some(TonePlace::First)
}

/// The newer place of the tone mark, and the older one.
const TONES: [(&str, &str); 15] = [
    ("oà", "òa"),
    ("oá", "óa"),
    ("oả", "ỏa"),
    ("oã", "õa"),
    ("oạ", "ọa"),
    ("oè", "òe"),
    ("oé", "óe"),
    ("oẻ", "ỏe"),
    ("oẽ", "õe"),
    ("oẹ", "ọe"),
    ("uỳ", "ùy"),
    ("uý", "úy"),
    ("uỷ", "ủy"),
    ("uỹ", "ũy"),
    ("uỵ", "ụy"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_know_how_they_begin() {
        let words = Words::new("1. Báo cáo: kết quả. Đề nghị sở, ngành xem TP. Huế");
        let starts: Vec<_> = words.words.iter().map(|w| (w.text, w.start)).collect();
        assert_eq!(starts[0], ("1", Start::Sentence));
        assert_eq!(starts[1], ("Báo", Start::Doubtful));
        assert_eq!(starts[2], ("cáo", Start::Middle));
        assert_eq!(starts[3], ("kết", Start::Doubtful));
        assert_eq!(starts[5], ("Đề", Start::Sentence));
        assert_eq!(starts[8], ("ngành", Start::Middle));
        assert_eq!(starts[11], ("Huế", Start::Doubtful));
    }

    #[test]
    fn folding_moves_the_tone_of_open_syllables_only() {
        assert_eq!(fold("HOÀ"), "hòa");
        assert_eq!(fold("Uỷ"), "ủy");
        assert_eq!(fold("Hoàn"), "hoàn");
        assert_eq!(fold("Quý"), "quý");
        assert_eq!(fold("Thuý"), "thúy");
        assert_eq!(tone_place("hòa"), Some(TonePlace::First));
        assert_eq!(tone_place("hoà"), Some(TonePlace::Second));
        for one in ["hoàn", "quý", "mía", "ủy ban"] {
            assert_eq!(tone_place(one), None, "{one}");
        }
    }
}
