//! Lists of misspelled words, each with its right spelling and, where it needs one, its context.

use std::collections::HashMap;

use super::phrases::entries;
use super::words::{Slip, Start, Words, fold};
use crate::text::case::upper_first;

/// Misspelled words, found by their first syllable.
///
/// One a line, `sát nhập → sáp nhập | không sau: khảo giám`; `#` begins a comment.
#[derive(Debug, Default)]
pub struct Pairs {
    by_first: HashMap<String, Vec<Pair>>,
}

#[derive(Debug)]
struct Pair {
    wrong: Vec<String>,
    right: String,
    not_after: Vec<String>,
    not_before: Vec<String>,
    after_number: bool,
}

impl Pairs {
    /// Reads a list.
    ///
    /// # Errors
    ///
    /// The first line that is no pair.
    pub fn new(list: &str) -> Result<Pairs, String> {
        let mut by_first: HashMap<String, Vec<Pair>> = HashMap::new();
        for line in entries(list) {
            let pair = Pair::read(line).ok_or_else(|| line.to_string())?;
            let first = pair.wrong.first().ok_or_else(|| line.to_string())?;
            by_first.entry(first.clone()).or_default().push(pair);
        }
        Ok(Pairs { by_first })
    }

    /// Everything that is misspelled as the list knows.
    pub fn slips(&self, text: &Words<'_>) -> Vec<Slip> {
        let mut slips = Vec::new();
        let mut index = 0;
        while index < text.words.len() {
            let pairs = self.by_first.get(text.folded(index)).into_iter().flatten();
            let longest = pairs
                .filter(|pair| pair.stands_at(text, index))
                .max_by_key(|pair| pair.wrong.len());
            match longest {
                Some(pair) => {
                    slips.push(pair.slip(text, index));
                    index += pair.wrong.len();
                }
                None => index += 1,
            }
        }
        slips
    }
}

impl Pair {
    fn read(line: &str) -> Option<Pair> {
        let mut parts = line.split('|').map(str::trim);
        let (wrong, right) = parts.next()?.split_once('→')?;
        let mut pair = Pair {
            wrong: words(wrong),
            right: right.trim().to_string(),
            not_after: Vec::new(),
            not_before: Vec::new(),
            after_number: false,
        };
        for condition in parts {
            match condition.split_once(':') {
                Some(("không sau", list)) => pair.not_after = words(list),
                Some(("không trước", list)) => pair.not_before = words(list),
                None if condition == "sau số" => pair.after_number = true,
                Some(_) | None => return None,
            }
        }
        Some(pair)
    }

    fn stands_at(&self, text: &Words<'_>, index: usize) -> bool {
        let end = index + self.wrong.len();
        let same = end <= text.words.len()
            && (index..end).all(|at| text.folded(at) == self.wrong[at - index])
            && (index..end - 1).all(|at| text.gap(at).is_empty());
        if !same || !is_running(text, index, end) {
            return false;
        }
        let before = text.before(index);
        let behind = if text.gap(end - 1).is_empty() {
            text.folded(end)
        } else {
            ""
        };
        let counted = index > 0 && text.words[index - 1].is_number();
        !self.not_after.iter().any(|word| word == before)
            && !self.not_before.iter().any(|word| word == behind)
            && (counted || !self.after_number)
    }

    fn slip(&self, text: &Words<'_>, index: usize) -> Slip {
        let first = &text.words[index];
        let wanted = if first.is_all_capitals() {
            self.right.to_uppercase()
        } else if first.is_capital() {
            upper_first(&self.right)
        } else {
            self.right.clone()
        };
        let range = text.range(index..index + self.wrong.len());
        Slip { range, wanted }
    }
}

/// True if the words are no name: all small, all capitals, or a capital only where a sentence may begin.
fn is_running(text: &Words<'_>, index: usize, end: usize) -> bool {
    let words = &text.words[index..end];
    let all_capitals = words.iter().all(|word| word.is_all_capitals());
    let small = words.iter().enumerate().all(|(at, word)| {
        word.is_small() || at == 0 && word.start != Start::Middle && !word.is_all_capitals()
    });
    all_capitals && text.is_capitals() || small
}

fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(fold).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slips(list: &str, text: &str) -> Vec<String> {
        let words = Words::new(text);
        let slips = Pairs::new(list).unwrap().slips(&words).into_iter();
        slips
            .map(|slip| format!("{} → {}", &text[slip.range], slip.wanted))
            .collect()
    }

    #[test]
    fn misspelled_words_are_found_in_their_context() {
        let list = "# nguồn\nsát nhập → sáp nhập | không sau: khảo giám\n\
                    chung tâm → trung tâm | không trước: lý\nxuất quà → suất quà | sau số\ncũa → của";
        assert_eq!(
            slips(
                list,
                "Sát nhập thôn; sát nhập xã cũa huyện, tặng 50 xuất quà"
            ),
            [
                "Sát nhập → Sáp nhập",
                "sát nhập → sáp nhập",
                "cũa → của",
                "xuất quà → suất quà"
            ]
        );
        assert_eq!(
            slips(list, "VIỆC SÁT NHẬP CÁC THÔN"),
            ["SÁT NHẬP → SÁP NHẬP"]
        );
        for right in [
            "khảo sát nhập khẩu",
            "nét chung tâm lý",
            "xuất quà cho trẻ em",
            "ông Nguyễn Cũa",
        ] {
            assert_eq!(slips(list, right), Vec::<String>::new(), "{right}");
        }
    }

    #[test]
    fn a_line_that_is_no_pair_is_told() {
        assert_eq!(Pairs::new("sát nhập").unwrap_err(), "sát nhập");
        assert!(Pairs::new("a → b | khi: c").is_err());
    }
}
