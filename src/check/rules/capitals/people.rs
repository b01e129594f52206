//! Names of people, and posts and degrees before them (Phụ lục II, mục II, V.3).

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::check::phrases::{Phrases, entries};
use crate::check::rules::{Check, Judged, Level, Rule};
use crate::check::words::{Slip, Start, Words, fold};
use crate::text::syllable::is_syllable;

use super::{capital, listed, sure};

static FAMILIES: LazyLock<HashSet<&str>> =
    LazyLock::new(|| entries(include_str!("../../../../data/kiem-tra/ho.txt")).collect());
static FOREIGNERS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(include_str!(
        "../../../../data/kiem-tra/ten-nguoi-nuoc-ngoai.txt"
    ))
});
static FIGURES: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::new(include_str!("../../../../data/kiem-tra/nhan-vat.txt")));
static POSTS: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::new(include_str!("../../../../data/kiem-tra/chuc-vu.txt")));

/// Middle names that are no common word between two capitals.
const MIDDLE: [&str; 12] = [
    "văn", "thị", "hữu", "đức", "ái", "đình", "xuân", "quang", "ngọc", "thanh", "minh", "công",
];

/// Degrees and posts that take a capital before a name.
const TITLES: [(&str, &str); 18] = [
    ("giáo", "sư"),
    ("tiến", "sĩ"),
    ("thạc", "sĩ"),
    ("bác", "sĩ"),
    ("kỹ", "sư"),
    ("chủ", "tịch"),
    ("bí", "thư"),
    ("giám", "đốc"),
    ("thủ", "tướng"),
    ("bộ", "trưởng"),
    ("tổng", "thống"),
    ("hiệu", "trưởng"),
    ("viện", "trưởng"),
    ("cục", "trưởng"),
    ("vụ", "trưởng"),
    ("thứ", "trưởng"),
    ("trưởng", "phòng"),
    ("trưởng", "ban"),
];

/// VH-02.
pub(in crate::check::rules) static NAME: Rule = Rule {
    code: "VH-02",
    level: Level::Must,
    asks: "tên người Việt Nam: viết hoa chữ cái đầu tất cả các âm tiết",
    clause: "Phụ lục II, mục II.1",
    why: "Tên người viết sai là điều người nhận thấy đầu tiên.",
    wrong: "giao ông Nguyễn văn Mẫu theo dõi",
    right: "giao ông Nguyễn Văn Mẫu theo dõi",
    check: Check::Words(name),
};

/// VH-03.
pub(in crate::check::rules) static HAN_VIET: Rule = Rule {
    code: "VH-03",
    level: Level::Must,
    asks: "tên người nước ngoài phiên âm Hán - Việt: viết hoa như tên người Việt Nam",
    clause: "Phụ lục II, mục II.2.a",
    why: "Một cách viết cho một tên.",
    wrong: "đồng chí Mao trạch Đông",
    right: "đồng chí Mao Trạch Đông",
    check: Check::Words(han_viet),
};

/// VH-04.
pub(in crate::check::rules) static BY_SOUND: Rule = Rule {
    code: "VH-04",
    level: Level::Must,
    asks: "tên nước ngoài phiên âm: viết hoa âm tiết thứ nhất của mỗi thành tố, có gạch nối",
    clause: "Phụ lục II, mục II.2.b, III.2.b",
    why: "Gạch nối cho biết các âm tiết là một chữ.",
    wrong: "tượng đài Vla-Đi-Mia Lê-nin",
    right: "tượng đài Vla-đi-mia Lê-nin",
    check: Check::Words(by_sound),
};

/// VH-17.
pub(in crate::check::rules) static POST: Rule = Rule {
    code: "VH-17",
    level: Level::Must,
    asks: "chức vụ, học vị đi liền tên người cụ thể: viết hoa",
    clause: "Phụ lục II, mục V.3",
    why: "Chức vụ khi ấy là một phần của cách gọi tên.",
    wrong: "theo đề xuất của giáo sư Trần Văn Mẫu",
    right: "theo đề xuất của Giáo sư Trần Văn Mẫu",
    check: Check::Words(post),
};

/// True if a person's name begins at a word: a family name and another word with a capital.
pub(super) fn is_name(text: &Words<'_>, index: usize) -> bool {
    let family = text.words.get(index).is_some_and(|word| {
        FAMILIES.contains(word.text)
            || FAMILIES.contains(crate::text::case::upper_first(&fold(word.text)).as_str())
                && word.is_capital()
    });
    family
        && text.gap(index).is_empty()
        && text
            .words
            .get(index + 1)
            .is_some_and(|word| word.is_capital())
}

fn name(text: &Words<'_>) -> Vec<Judged> {
    let mut found = listed(&FIGURES, text);
    for index in 0..text.words.len().saturating_sub(2) {
        let [family, middle, given] = [0, 1, 2].map(|at| &text.words[index + at]);
        let joined = text.gap(index).is_empty() && text.gap(index + 1).is_empty();
        let slip = joined
            && FAMILIES.contains(family.text)
            && middle.is_small()
            && MIDDLE.contains(&middle.folded.as_str())
            && given.is_capital()
            && !given.is_all_capitals();
        if slip {
            found.push(sure(capital(text, index + 1)));
        }
    }
    found
}

fn han_viet(text: &Words<'_>) -> Vec<Judged> {
    listed(&FOREIGNERS, text)
}

/// Syllables joined by hyphens of which some are no Vietnamese ones: a name by its sound.
fn by_sound(text: &Words<'_>) -> Vec<Judged> {
    let mut found = Vec::new();
    let mut index = 0;
    while index < text.words.len() {
        let mut end = index + 1;
        while end < text.words.len() && hyphened(text, end) {
            end += 1;
        }
        let chain = &text.words[index..end];
        let foreign = chain.iter().any(|word| !is_syllable(word.text));
        let letters = chain
            .iter()
            .all(|word| word.text.chars().all(char::is_alphabetic));
        let capitals = chain
            .iter()
            .all(|word| word.is_capital() && word.text.chars().skip(1).all(char::is_lowercase));
        if chain.len() > 2 && foreign && letters && capitals {
            let range = text.range(index..end);
            let parts: Vec<String> = chain
                .iter()
                .enumerate()
                .map(|(at, word)| {
                    if at == 0 {
                        word.text.to_string()
                    } else {
                        word.text.to_lowercase()
                    }
                })
                .collect();
            found.push(sure(Slip {
                range,
                wanted: parts.join("-"),
            }));
        }
        index = end;
    }
    found
}

/// True if a hyphen without spaces joins a word to the one before.
fn hyphened(text: &Words<'_>, index: usize) -> bool {
    &text.text[text.words[index - 1].end()..text.words[index].at] == "-"
}

fn post(text: &Words<'_>) -> Vec<Judged> {
    let mut found = listed(&POSTS, text);
    for index in 0..text.words.len().saturating_sub(3) {
        let word = &text.words[index];
        let pair = (text.folded(index), text.folded(index + 1));
        let title =
            TITLES.contains(&pair) && text.gap(index).is_empty() && text.gap(index + 1).is_empty();
        if !title || word.start != Start::Middle || !word.is_small() || !is_name(text, index + 2) {
            continue;
        }
        match text.before(index) {
            "phó" if text.words[index - 1].is_small() => found.push(sure(deputy(text, index))),
            // `Phó chủ tịch Nguyễn Văn A` has its capital.
            "phó" => {}
            _ => found.push(sure(capital(text, index))),
        }
    }
    found
}

/// `phó chủ tịch` as `Phó Chủ tịch`.
fn deputy(text: &Words<'_>, index: usize) -> Slip {
    let range = text.range(index - 1..index + 2);
    let post = &text.text[text.range(index..index + 2)];
    let wanted = format!("Phó {}", crate::text::case::upper_first(post));
    Slip { range, wanted }
}
