//! Words typed twice; spaces around marks of punctuation.

use std::sync::LazyLock;

use crate::check::facts::Span;
use crate::check::finding::{Finding, Notes};
use crate::check::phrases::Phrases;
use crate::check::rules::{Check, Judged, Level, Reading, Rule, Sureness};
use crate::check::words::{Slip, Words};
use crate::text::syllable::is_syllable;

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

/// VH-33.
pub(in crate::check::rules) static SPACES: Rule = Rule {
    code: "VH-33",
    level: Level::Should,
    asks: "dấu phẩy, chấm phẩy, chấm viết liền chữ trước, cách chữ sau một dấu cách",
    clause: "thực tế soạn thảo; các mẫu của Phụ lục III",
    why: "Dấu câu rời chữ thì rơi xuống đầu dòng; dính chữ sau thì khó đọc.",
    wrong: "các xã ,phường",
    right: "các xã, phường",
    check: Check::Paper(spaces),
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

fn spaces(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let mut found: Vec<Finding> = Vec::new();
    for (id, text) in reading.prose() {
        let raw = &reading.facts[id].text;
        // In another normal form the places of the bytes differ.
        if *text != **raw || raw.contains('@') || raw.contains("://") {
            continue;
        }
        for at in slips(raw) {
            let range = around(raw, at);
            let there = format!("“{}”", raw[range.clone()].trim());
            let span = Span {
                paragraph: id,
                range,
            };
            notes
                .apart(&mut found)
                .add(span, there, "không cách trước dấu, một dấu cách sau dấu");
        }
    }
    notes.add_as_one(found);
}

/// Where a mark stands off its word, or sticks to the next.
fn slips(text: &str) -> Vec<usize> {
    let mut found = Vec::new();
    for (at, mark) in text.char_indices() {
        if !matches!(mark, ',' | ';' | '.') {
            continue;
        }
        let before = text[..at].trim_end_matches([' ', '\u{a0}']);
        let behind = &text[at + mark.len_utf8()..];
        let spaced = before.len() < at && before.ends_with(char::is_alphanumeric);
        let dots = behind.trim_start().starts_with(['.', '…', '/']);
        let ends = behind.is_empty() || behind.starts_with(char::is_whitespace);
        let stands_off = spaced && !dots && (mark != '.' || ends);
        if stands_off || sticks(before, at, mark, behind) {
            found.push(at);
        }
    }
    found
}

/// True if the next word begins right behind the mark: `xã,phường`; `thực hiện.Đề nghị`.
fn sticks(before: &str, at: usize, mark: char, behind: &str) -> bool {
    let word = before
        .rsplit(|c: char| !c.is_alphabetic())
        .next()
        .unwrap_or("");
    let letters = before.len() == at && !word.is_empty();
    // Behind another mark the word is part of an address.
    let head = before[..before.len() - word.len()].chars().next_back();
    let alone = head.is_none_or(|c| c.is_whitespace() || "(“\"".contains(c));
    let mut next = behind.chars();
    let (first, second) = (next.next(), next.next());
    let alphabetic = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    match mark {
        '.' => {
            let sentence =
                first.is_some_and(char::is_uppercase) && second.is_some_and(char::is_lowercase);
            let full = word.chars().count() > 2
                && word.chars().all(char::is_lowercase)
                && is_syllable(word);
            letters && alone && full && sentence
        }
        _ => letters && alphabetic(first),
    }
}

/// The mark with the words on both sides of it.
fn around(text: &str, at: usize) -> std::ops::Range<usize> {
    let head = text[..at].trim_end();
    let from = head.rfind(char::is_whitespace).map_or(0, |space| space + 1);
    // No break space is longer than one byte.
    let from = (from..=at)
        .find(|it| text.is_char_boundary(*it))
        .unwrap_or(at);
    let tail = text[at + 1..].trim_start();
    let start = text.len() - tail.len();
    let to = tail
        .find(char::is_whitespace)
        .map_or(text.len(), |space| start + space);
    from..to
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_that_stand_off_or_stick_are_found() {
        for (wrong, quote) in [
            ("các xã , phường", "xã , phường"),
            ("các xã,phường", "xã,phường"),
            ("đã thực hiện .", "hiện ."),
            ("đã thực hiện.Đề nghị", "hiện.Đề"),
            ("xã ; phường", "xã ; phường"),
        ] {
            let found = slips(wrong);
            assert_eq!(found.len(), 1, "{wrong}");
            assert_eq!(&wrong[around(wrong, found[0])], quote);
        }
        for right in [
            "số 1.234.567,89 đồng; 5,5%, v.v ... và TP.Hồ Chí Minh, ThS.Nguyễn Văn Mẫu",
            "Họ và tên . . . . . ., ngày ....",
            "quyết định./. Trang www.mau.Gov.vn",
            "Lưu: VT, VHXH.",
            "thực hiện ./.",
        ] {
            assert_eq!(slips(right), Vec::<usize>::new(), "{right}");
        }
    }

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
