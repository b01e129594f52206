//! Spaces: around marks of punctuation, and too many between words.

use std::borrow::Cow;
use std::ops::Range;

use crate::check::facts::{ParagraphId, Span};
use crate::check::finding::{Finding, Notes};
use crate::check::mend::Edit;
use crate::check::rules::{Check, Level, Reading, Rule};
use crate::text::syllable::is_syllable;

/// Spaces that are a gap on purpose, as in a form, from so many on.
const GAP: usize = 4;

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

/// VH-36.
pub(in crate::check::rules) static TOO_MANY: Rule = Rule {
    code: "VH-36",
    level: Level::Should,
    asks: "giữa hai chữ chỉ một dấu cách",
    clause: "thực tế soạn thảo",
    why: "Dòng căn đều hai lề làm chỗ thừa dấu cách hở ra, trông thấy ngay.",
    wrong: "các xã,  phường  báo cáo",
    right: "các xã, phường báo cáo",
    check: Check::Paper(too_many),
};

/// A space too many or too few.
#[derive(Debug, PartialEq)]
enum Slip {
    /// Spaces before a mark.
    Off(Range<usize>),
    /// A mark with no space behind it.
    Stuck(Range<usize>),
}

fn spaces(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let mut found: Vec<Finding> = Vec::new();
    for (id, raw) in typed(reading) {
        if raw.contains('@') || raw.contains("://") {
            continue;
        }
        for slip in slips(raw) {
            let (edited, new) = match slip {
                Slip::Off(range) => (range, String::new()),
                Slip::Stuck(mark) => (mark.clone(), format!("{} ", &raw[mark])),
            };
            let range = around(raw, edited.clone());
            let there = format!("“{}”", raw[range.clone()].trim());
            let asked = "không cách trước dấu, một dấu cách sau dấu";
            let edit = Edit::Words(span(id, edited), new);
            let mut notes = notes.apart(&mut found);
            notes.add(span(id, range), there, asked).mend([edit]);
        }
    }
    notes.add_as_one(found);
}

fn too_many(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let mut found: Vec<Finding> = Vec::new();
    for (id, raw) in typed(reading) {
        for range in wide(raw) {
            let there = format!("“{}”", &raw[around(raw, range.clone())]);
            let edit = Edit::Words(span(id, range.clone()), " ".to_string());
            let mut notes = notes.apart(&mut found);
            let spot = span(id, around(raw, range));
            notes.add(spot, there, "một dấu cách").mend([edit]);
        }
    }
    notes.add_as_one(found);
}

/// Paragraphs of running text as they are typed; in another normal form the places of bytes differ.
fn typed<'a>(reading: &'a Reading<'_>) -> impl Iterator<Item = (ParagraphId, &'a str)> {
    let raw = |id: ParagraphId| reading.facts[id].text.as_str();
    let same =
        move |(id, text): (ParagraphId, Cow<'_, str>)| (*text == *raw(id)).then_some((id, raw(id)));
    reading.prose().filter_map(same)
}

fn span(paragraph: ParagraphId, range: Range<usize>) -> Span {
    Span { paragraph, range }
}

/// Where two or three spaces part words. More are a gap on purpose, as are those beside dots, and those
/// of a line with a tab.
fn wide(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let gaps = text.contains('\t') || text.contains(&" ".repeat(GAP));
    let mut from = 0;
    while let (false, Some(at)) = (gaps, text[from..].find("  ")) {
        let start = from + at;
        let end = text.len() - text[start..].trim_start_matches(' ').len();
        let before = text[..start].chars().next_back();
        let behind = text[end..].chars().next();
        let word = |c: char| c.is_alphanumeric() || "(“\"".contains(c);
        let closes = |c: char| c.is_alphanumeric() || ",;)”\"%".contains(c);
        if before.is_some_and(closes) && behind.is_some_and(word) {
            found.push(start..end);
        }
        from = end;
    }
    found
}

/// Where a mark stands off its word, or sticks to the next.
fn slips(text: &str) -> Vec<Slip> {
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
        if stands_off {
            found.push(Slip::Off(before.len()..at));
        } else if sticks(before, at, mark, behind) {
            found.push(Slip::Stuck(at..at + mark.len_utf8()));
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

/// A stretch with the words on both sides of it, and the mark before the one behind.
fn around(text: &str, range: Range<usize>) -> Range<usize> {
    let head = text[..range.start].trim_end();
    let from = head.char_indices().rev().find(|(_, c)| c.is_whitespace());
    let from = from.map_or(0, |(at, space)| at + space.len_utf8());
    let behind =
        text[range.end..].trim_start_matches(|c: char| c.is_whitespace() || ",;.".contains(c));
    let start = text.len() - behind.len();
    let to = behind.find(char::is_whitespace);
    from..to.map_or(text.len(), |end| start + end)
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
            let range = match &slips(wrong)[..] {
                [Slip::Off(range) | Slip::Stuck(range)] => range.clone(),
                other => panic!("{wrong}: {other:?}"),
            };
            assert_eq!(wrong[around(wrong, range)].trim(), quote);
        }
        for right in [
            "số 1.234.567,89 đồng; 5,5%, v.v ... và TP.Hồ Chí Minh, ThS.Nguyễn Văn Mẫu",
            "Họ và tên . . . . . ., ngày ....",
            "quyết định./. Trang www.mau.Gov.vn",
            "Lưu: VT, VHXH.",
            "thực hiện ./.",
        ] {
            assert_eq!(slips(right), [], "{right}");
        }
    }

    #[test]
    fn two_spaces_between_words_are_found_and_gaps_are_left() {
        let text = "các xã,  phường   báo cáo (theo  mẫu)";
        let found: Vec<&str> = wide(text)
            .into_iter()
            .map(|range| &text[around(text, range)])
            .collect();
        assert_eq!(found, ["xã,  phường", "phường   báo", "(theo  mẫu)"]);
        for right in [
            "Họ và tên:  ........  Nam/Nữ:  ....",
            "  thụt đầu dòng",
            "Ngày sinh:      Nơi sinh:  xã  Mẫu",
            "1.\tMột  hai",
            "hết câu.  Câu sau",
        ] {
            assert_eq!(wide(right), [], "{right}");
        }
    }
}
