//! Lists of phrases in their right spelling, and what a text writes otherwise.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::ops::Range;

use super::words::{Slip, Start, Word, Words};
use crate::text::case::{lower_first, upper_first};

/// Phrases in their right spelling, found by their first word.
///
/// One a line, `#` begins a comment. A phrase with `!` before it is a fault all in small letters,
/// too; the others may then be common words (`cán bộ y tế` holds `bộ y tế`). A phrase that stands
/// twice with different capitals may be written either way; the first is what is asked.
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
            let slip = phrase.slip(text, index..end);
            let mut others = self
                .standing(text, index)
                .filter(|other| other.words.len() == phrase.words.len());
            if others.all(|other| other.slip(text, index..end).is_some()) {
                slips.extend(slip);
            }
            index = end;
        }
        slips
    }

    fn longest<'a>(&'a self, text: &'a Words<'_>, index: usize) -> Option<&'a Phrase> {
        self.standing(text, index)
            .min_by_key(|phrase| Reverse(phrase.words.len()))
    }

    fn standing<'a>(
        &'a self,
        text: &'a Words<'_>,
        index: usize,
    ) -> impl Iterator<Item = &'a Phrase> {
        let found = self.by_first.get(&text.words[index].folded);
        found
            .into_iter()
            .flatten()
            .filter(move |phrase| phrase.stands_at(text, index))
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
                let may_be_capital = at == 0 && found.start != Start::Middle && found.is_capital();
                let may_be_small =
                    at == 0 && found.is_small() && JOINED.contains(&text.before(range.start));
                !(spelled_as(found, wanted) || may_be_capital || may_be_small)
            });
        // `SỞ Y TẾ` has a word of one letter.
        let capitals = found.iter().any(Word::is_all_capitals)
            && found
                .iter()
                .all(|word| !word.text.contains(char::is_lowercase));
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

/// Words that take the first word of a name to themselves: `Trưởng phòng Nội vụ`, `Đảng bộ Công an`,
/// `Tổng cục Hải quan`, `Chi hội Nông dân`, `cơ sở Y tế`, `pháp luật Đất đai`, `các sở Nội vụ, Tài chính`.
const JOINED: [&str; 24] = [
    "các",
    "trưởng",
    "phó",
    "ủy",
    "đảng",
    "chi",
    "cán",
    "nội",
    "toàn",
    "đồng",
    "liên",
    "tổng",
    "phân",
    "tổ",
    "đại",
    "xã",
    "hiệp",
    "cơ",
    "trụ",
    "công",
    "văn",
    "pháp",
    "kỷ",
    "dự",
];

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
            "trụ sở BỘ Y TẾ",
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
    fn a_phrase_may_have_two_right_forms() {
        let list = "!Viện kiểm sát nhân dân\n!Viện Kiểm sát nhân dân";
        for right in ["tại Viện kiểm sát nhân dân", "tại Viện Kiểm sát nhân dân"]
        {
            assert_eq!(slips(list, right), Vec::<String>::new(), "{right}");
        }
        assert_eq!(slips(list, "tại viện kiểm sát nhân dân tỉnh").len(), 1);
        assert_eq!(
            slips(list, "tại Viện Kiểm Sát nhân dân"),
            ["Viện Kiểm Sát nhân dân → Viện kiểm sát nhân dân"]
        );
    }
}
