//! Misspelled words: known ones, tone marks on a wrong letter, syllables that Vietnamese does not have,
//! two ways of one word.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use crate::check::facts::ParagraphId;
use crate::check::finding::Notes;
use crate::check::pairs::Pairs;
use crate::check::rules::{Check, Judged, Level, Reading, Rule, Sureness};
use crate::check::words::{Slip, TonePlace, Word, Words, fold, tone_place};

use super::verdict::{Verdict, verdict};

const LIST: &str = include_str!("../../../../data/kiem-tra/chinh-ta.txt");
static KNOWN: LazyLock<Pairs> = LazyLock::new(|| Pairs::new(LIST).unwrap_or_default());

/// VH-28.
pub(in crate::check::rules) static ONE_PLACE: Rule = Rule {
    code: "VH-28",
    level: Level::Should,
    asks: "một chữ chỉ bỏ dấu thanh theo một kiểu trong cả văn bản (hòa hoặc hoà)",
    clause: "Nghị định không quy định kiểu bỏ dấu; thực tế soạn thảo",
    why: "Hai kiểu lẫn nhau là dấu vết chép từ nhiều nguồn; tìm chữ này không ra chữ kia.",
    wrong: "văn hóa ở dòng trên, văn hoá ở dòng dưới",
    right: "văn hóa ở mọi dòng",
    check: Check::Paper(one_place),
};

/// VH-29.
pub(in crate::check::rules) static KNOWN_SLIP: Rule = Rule {
    code: "VH-29",
    level: Level::Should,
    asks: "viết đúng chính tả những từ hay viết sai",
    clause: "chính tả tiếng Việt phổ thông",
    why: "Lỗi chính tả làm người đọc ngờ cả nội dung.",
    wrong: "bổ xung hồ sơ sát nhập các thôn",
    right: "bổ sung hồ sơ sáp nhập các thôn",
    check: Check::Words(known),
};

/// VH-30.
pub(in crate::check::rules) static TONE: Rule = Rule {
    code: "VH-30",
    level: Level::Should,
    asks: "dấu thanh đặt đúng chữ cái: toàn, quả, của",
    clause: "chính tả tiếng Việt phổ thông",
    why: "Dấu đặt sai chữ do gõ nhanh; tìm kiếm không nhận ra.",
    wrong: "hòan thành tòan bộ kế hoạch",
    right: "hoàn thành toàn bộ kế hoạch",
    check: Check::Words(tone),
};

/// VH-31.
pub(in crate::check::rules) static SYLLABLE: Rule = Rule {
    code: "VH-31",
    level: Level::Should,
    asks: "chữ đúng chính tả, đủ dấu, không thừa chữ cái",
    clause: "chính tả tiếng Việt phổ thông",
    why: "Chữ không có trong tiếng Việt là chữ gõ sót, gõ thừa.",
    wrong: "báo cáo kết quả thưc hiện trước ngày 05 tháng 3",
    right: "báo cáo kết quả thực hiện trước ngày 05 tháng 3",
    check: Check::Words(syllable),
};

fn known(text: &Words<'_>) -> Vec<Judged> {
    let slips = KNOWN.slips(text).into_iter();
    slips.map(|slip| (slip, Sureness::Sure)).collect()
}

fn tone(text: &Words<'_>) -> Vec<Judged> {
    let strange = strange(text).into_iter();
    let moved = strange.filter_map(|(range, verdict)| match verdict {
        Verdict::Moved(wanted) => Some(Slip { range, wanted }),
        Verdict::NoSyllable | Verdict::Fine => None,
    });
    moved.map(|slip| (slip, Sureness::Sure)).collect()
}

fn syllable(text: &Words<'_>) -> Vec<Judged> {
    let strange = strange(text).into_iter();
    let none = strange.filter_map(|(range, verdict)| match verdict {
        Verdict::NoSyllable => Some(Slip {
            range,
            wanted: String::new(),
        }),
        Verdict::Moved(_) | Verdict::Fine => None,
    });
    none.map(|slip| (slip, Sureness::Sure)).collect()
}

/// The misspelled words of a paragraph. With too many of them it is in another language of the country, or
/// in an old encoding, and none is told.
fn strange(text: &Words<'_>) -> Vec<(Range<usize>, Verdict)> {
    let strange: Vec<_> = alone(text)
        .map(|word| (word.at..word.end(), verdict(word.text)))
        .filter(|(_, verdict)| *verdict != Verdict::Fine)
        .collect();
    if strange.len() > 2 && strange.len() * 2 > text.words.len() {
        return Vec::new();
    }
    strange
}

/// Words in small letters that nothing but spaces and marks of punctuation parts from their neighbours;
/// names and parts of foreign words are left out.
fn alone<'a>(text: &'a Words<'_>) -> impl Iterator<Item = &'a Word<'a>> {
    let joins = |c: char| !(c.is_whitespace() || ",;:!?()[]“”\"…«»".contains(c));
    text.words.iter().filter(move |word| {
        let before = text.text[..word.at].chars().next_back();
        let mut behind = text.text[word.end()..].chars();
        let next = behind.next();
        // A point ends a sentence if a space follows it; in an address it does not.
        let point =
            next == Some('.') && behind.next().is_none_or(|c| c.is_whitespace() || c == '/');
        word.text.chars().all(char::is_lowercase)
            && !before.is_some_and(joins)
            && (point || !next.is_some_and(joins))
    })
}

/// Where the words of one syllable stand, by the place of the tone mark.
type Places = BTreeMap<String, [Vec<(ParagraphId, String)>; 2]>;

fn one_place(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    for (_, [older, newer]) in places(reading) {
        let (few, many) = match older.len() < newer.len() {
            true => (older, newer),
            false => (newer, older),
        };
        let (Some((id, word)), Some((_, usual))) = (few.first(), many.first()) else {
            continue;
        };
        let there = format!("“{word}” và “{usual}” trong cùng văn bản");
        notes
            .add(reading.span(*id), there, format!("một kiểu, như “{usual}”"))
            .others(few.len() - 1);
    }
}

fn places(reading: &Reading<'_>) -> Places {
    let mut places = Places::new();
    for (id, text) in reading.prose() {
        let mut rest = text.as_ref();
        while let Some(start) = rest.find(char::is_alphabetic) {
            rest = &rest[start..];
            let end = rest
                .find(|c: char| !c.is_alphabetic())
                .unwrap_or(rest.len());
            let (word, behind) = rest.split_at(end);
            rest = behind;
            let place = match tone_place(word) {
                Some(TonePlace::First) => 0,
                Some(TonePlace::Second) => 1,
                None => continue,
            };
            // A name keeps the place that its bearer gives it.
            let body = matches!(word, "Ủy" | "Uỷ")
                && [" ban", " viên"]
                    .iter()
                    .any(|next| behind.starts_with(next));
            if body || word.chars().all(char::is_lowercase) {
                let found = (id, word.to_lowercase());
                places.entry(fold(word)).or_default()[place].push(found);
            }
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::super::slips;
    use super::*;

    #[test]
    fn every_line_of_the_list_is_a_pair_that_is_found() {
        Pairs::new(LIST).unwrap();
        for line in crate::check::phrases::entries(LIST) {
            let (wrong, right) = line.split_once(" → ").unwrap();
            let right = right.split(" | ").next().unwrap();
            let text = format!("05 {wrong}");
            assert_eq!(slips(known, &text), [wrong], "{line}");
            assert!(slips(known, &format!("05 {right}")).is_empty(), "{line}");
        }
    }

    #[test]
    fn syllables_that_nobody_writes_are_told() {
        let text =
            "đươc giao nhiêm vụ thưc hiện viêc kiểm traà, đề nghị các đơn vị báo cáo kết qủa";
        assert_eq!(slips(syllable, text), ["đươc", "thưc", "viêc", "traà"]);
    }

    #[test]
    fn names_and_foreign_words_are_no_misspelled_syllables() {
        for right in [
            "buôn Đăk Lắk, xã Ea H'leo, người Ê-đê, sông Krông Ana, nhà rông, đàn t'rưng",
            "xe rơ-moóc, ô tô, ôtô, bêtông, vắcxin, prôtêin, kilômét, axít, crôm, m² và km²",
            "đ/c, sđt, hđnd, tđkt, www.tỉnh.vn, thư điện tử hoà@mẫu.vn",
            "ngoằn ngoèo, khúc khuỷu, huếch hoác, xe buýt, quýt, quỳnh, thuở, quờ, giếng, gì, gìn",
            "a\u{306}n ê\u{306}",
        ] {
            assert_eq!(slips(syllable, right), Vec::<String>::new(), "{right}");
            assert_eq!(slips(tone, right), Vec::<String>::new(), "{right}");
        }
    }

    #[test]
    fn tone_marks_on_a_wrong_letter_are_told() {
        let text = "tòan thể cán bộ hòan thành báo caó; ông Hòang, bà Thúy";
        assert_eq!(slips(tone, text), ["tòan", "hòan", "caó"]);
    }
}
