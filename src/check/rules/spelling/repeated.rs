//! Words typed twice.

use std::sync::LazyLock;

use crate::check::phrases::Phrases;
use crate::check::rules::{Check, Judged, Level, Rule, Sureness};
use crate::check::words::{Slip, Words};

static TWICE: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::new(include_str!("../../../../data/kiem-tra/lap-tu.txt")));

/// VH-32.
pub(in crate::check::rules) static REPEATED: Rule = Rule {
    code: "VH-32",
    level: Level::Should,
    asks: "không gõ lặp chữ",
    clause: "thực tế soạn thảo",
    why: "Chữ lặp là dấu vết của câu bị sửa dở.",
    wrong: "báo cáo của của các đơn vị",
    right: "báo cáo của các đơn vị",
    check: Check::Words(repeated),
};

fn repeated(text: &Words<'_>) -> Vec<Judged> {
    let mut found = Vec::new();
    let mut index = 0;
    while index < text.words.len() {
        let length = TWICE.at(text, index).or_else(|| three_words(text, index));
        let Some(length) = length else {
            index += 1;
            continue;
        };
        let wanted = text.text[text.range(index..index + length / 2)].to_string();
        let range = text.range(index..index + length);
        // A capital in the second half begins a name or a title: `của Của`.
        if text.words[index + 1..index + length]
            .iter()
            .all(|it| it.is_small())
        {
            found.push((Slip { range, wanted }, Sureness::Sure));
        }
        index += length;
    }
    found
}

/// Three words and the same again: no reduplication of the language does so.
fn three_words(text: &Words<'_>, index: usize) -> Option<usize> {
    let words = text.words.get(index..index + 6)?;
    let same = (0..3).all(|at| words[at].folded == words[at + 3].folded);
    let different = words[0].folded != words[1].folded;
    let letters = words
        .iter()
        .all(|word| word.text.chars().all(char::is_alphabetic));
    let joined = (index..index + 5).all(|at| text.gap(at).is_empty());
    (same && different && letters && joined).then_some(6)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_may_stand_twice_are_left_alone() {
        for right in [
            "tồn tại tại địa phương, lý do do thiên tai, từng bước từng bước, dần dần",
            "Ban tổ chức tổ chức hội nghị; những việc làm được được ghi nhận",
            "của Của Ăn",
        ] {
            let words = Words::new(right);
            assert!(repeated(&words).is_empty(), "{right}");
        }
        let words = Words::new("theo quy định của theo quy định của luật, và và");
        assert_eq!(repeated(&words).len(), 1);
    }
}
