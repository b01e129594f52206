//! A paragraph as words, each with what stands before it: what the rules on capitals look at.
//!
//! Comparison is blind to case and to the two places of the tone mark (hòa and hoà), on which the
//! Decree is silent.

use std::collections::HashMap;
use std::ops::Range;

use crate::text::case::{lower_first, upper_first};

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
    /// What is asked in its place.
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

    /// What stands between a word and the next, without spaces at the ends.
    pub fn gap(&self, index: usize) -> &'a str {
        let from = self.words[index].end();
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
    for (pair, folded) in TONES {
        // Only an open syllable has two places for the mark: `hoà`, but `hoàn`.
        if let Some(at) = lower.find(pair)
            && at + pair.len() == lower.len()
            && !(pair.starts_with('u') && lower[..at].ends_with('q'))
        {
            return format!("{}{folded}", &lower[..at]);
        }
    }
    lower
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

/// Phrases in their right spelling, found by their first word.
///
/// One a line, `#` begins a comment. A phrase with `!` before it is a fault all in small letters,
/// too; the others may then be common words (`cán bộ y tế` holds `bộ y tế`).
#[derive(Debug)]
pub struct Phrases {
    by_first: HashMap<String, Vec<Phrase>>,
}

#[derive(Debug)]
struct Phrase {
    words: Vec<String>,
    folded: Vec<String>,
    /// What stands after each word but the last.
    gaps: Vec<String>,
    always: bool,
}

impl Phrases {
    /// Reads a list.
    pub fn new(list: &str) -> Phrases {
        let mut by_first: HashMap<String, Vec<Phrase>> = HashMap::new();
        for line in entries(list) {
            let always = line.starts_with('!');
            let words = Words::new(line.trim_start_matches('!'));
            let phrase = Phrase {
                gaps: (1..words.words.len())
                    .map(|at| words.gap(at - 1).to_string())
                    .collect(),
                folded: words.words.iter().map(|word| word.folded.clone()).collect(),
                words: words
                    .words
                    .iter()
                    .map(|word| word.text.to_string())
                    .collect(),
                always,
            };
            if let Some(first) = phrase.folded.first() {
                by_first.entry(first.clone()).or_default().push(phrase);
            }
        }
        Phrases { by_first }
    }

    /// The longest phrase that stands at a word: how many words it takes.
    pub fn at(&self, text: &Words<'_>, index: usize) -> Option<usize> {
        self.longest(text, index).map(|phrase| phrase.words.len())
    }

    /// Everything written with other capitals than the list has.
    pub fn slips(&self, text: &Words<'_>) -> Vec<Slip> {
        let mut slips = Vec::new();
        let mut index = 0;
        while index < text.words.len() {
            let Some(phrase) = self.longest(text, index) else {
                index += 1;
                continue;
            };
            let end = index + phrase.words.len();
            slips.extend(phrase.slip(text, index..end));
            index = end;
        }
        slips
    }

    fn longest(&self, text: &Words<'_>, index: usize) -> Option<&Phrase> {
        let found = self.by_first.get(&text.words[index].folded)?;
        let matching = found.iter().filter(|phrase| phrase.stands_at(text, index));
        matching.max_by_key(|phrase| phrase.words.len())
    }
}

impl Phrase {
    fn stands_at(&self, text: &Words<'_>, index: usize) -> bool {
        let end = index + self.words.len();
        end <= text.words.len()
            && (index..end).all(|at| text.words[at].folded == self.folded[at - index])
            && (index..end - 1).all(|at| text.gap(at) == self.gaps[at - index])
    }

    fn slip(&self, text: &Words<'_>, range: Range<usize>) -> Option<Slip> {
        let found = &text.words[range.clone()];
        let differs = found
            .iter()
            .zip(&self.words)
            .enumerate()
            .any(|(at, (found, wanted))| {
                let may_be_capital = at == 0 && found.start != Start::Middle;
                !spelled_as(found, wanted) && !(may_be_capital && found.is_capital())
            });
        let capitals = found
            .iter()
            .all(|word| word.is_all_capitals() || word.is_number());
        let small = found.iter().all(|word| !word.is_capital());
        if !differs || capitals || (small && !self.always) {
            return None;
        }
        let range = text.range(range);
        let wanted = self.spelled(&text.text[range.clone()]);
        Some(Slip { range, wanted })
    }

    /// The phrase in its right capitals, in the user's own letters and spaces.
    fn spelled(&self, found: &str) -> String {
        let words = Words::new(found);
        let mut spelled = String::new();
        let mut end = 0;
        for (word, wanted) in words.words.iter().zip(&self.words) {
            spelled.push_str(&found[end..word.at]);
            if is_acronym(wanted) {
                spelled.push_str(wanted);
            } else if wanted.starts_with(char::is_uppercase) {
                spelled.push_str(&upper_first(word.text));
            } else {
                spelled.push_str(&lower_first(word.text));
            }
            end = word.end();
        }
        spelled
    }
}

/// True if a word has its capitals where the list has them.
fn spelled_as(found: &Word<'_>, wanted: &str) -> bool {
    if is_acronym(wanted) {
        return found.text == wanted;
    }
    found.is_capital() == wanted.starts_with(char::is_uppercase)
}

/// True for a word with capitals behind its first letter, as `UNESCO`.
fn is_acronym(word: &str) -> bool {
    word.chars().skip(1).any(char::is_uppercase)
}

/// The entries of a list: lines without comments and blanks.
pub fn entries(list: &str) -> impl Iterator<Item = &str> {
    list.lines()
        .map(|line| line.split('#').next().unwrap_or("").trim())
        .filter(|line| !line.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slips(list: &str, text: &str) -> Vec<String> {
        let words = Words::new(text);
        let slips = Phrases::new(list).slips(&words);
        slips
            .into_iter()
            .map(|slip| format!("{} → {}", &text[slip.range], slip.wanted))
            .collect()
    }

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
    fn phrases_are_found_in_any_case_and_tone_place() {
        let list =
            "# nguồn\n!Ủy ban nhân dân\nBộ Y tế\ntết Nguyên đán\nBộ Văn hóa, Thể thao và Du lịch";
        assert_eq!(
            slips(list, "Uỷ Ban Nhân Dân xã và ủy ban nhân dân tỉnh"),
            [
                "Uỷ Ban Nhân Dân → Uỷ ban nhân dân",
                "ủy ban nhân dân → Ủy ban nhân dân"
            ]
        );
        for right in [
            "Ủy ban nhân dân xã; ỦY BAN NHÂN DÂN TỈNH",
            "cán bộ y tế của Bộ Y tế",
            "Tết Nguyên đán. Nghỉ tết Nguyên đán",
            "Bộ Văn hoá, Thể thao và Du lịch",
        ] {
            assert_eq!(slips(list, right), Vec::<String>::new(), "{right}");
        }
        assert_eq!(
            slips(list, "của Bộ Văn Hóa, Thể Thao và Du lịch"),
            ["Bộ Văn Hóa, Thể Thao và Du lịch → Bộ Văn hóa, Thể thao và Du lịch"]
        );
        assert_eq!(slips(list, "nghỉ Tết Nguyên Đán").len(), 1);
    }

    #[test]
    fn folding_moves_the_tone_of_open_syllables_only() {
        assert_eq!(fold("HOÀ"), "hòa");
        assert_eq!(fold("Uỷ"), "ủy");
        assert_eq!(fold("Hoàn"), "hoàn");
        assert_eq!(fold("Quý"), "quý");
        assert_eq!(fold("Thuý"), "thúy");
    }
}
