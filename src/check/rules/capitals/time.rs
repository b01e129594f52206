//! Years, holidays of the moon, weekdays, months (Phụ lục II, mục V.8).

use std::sync::LazyLock;

use crate::check::phrases::Phrases;
use crate::check::rules::{Check, Judged, Level, Rule, Sureness};
use crate::check::words::{Slip, Start, Words};

use super::{capital, small, sure};

static FESTIVALS: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::new(include_str!("../../../../data/kiem-tra/tet.txt")));

/// VH-22.
pub(in crate::check::rules) static LUNAR_YEAR: Rule = Rule {
    code: "VH-22",
    level: Level::Must,
    asks: "tên năm âm lịch: viết hoa tất cả các âm tiết",
    clause: "Phụ lục II, mục V.8.a",
    why: "Tên năm là tên riêng.",
    wrong: "Tết đón xuân Bính ngọ",
    right: "Tết đón xuân Bính Ngọ",
    check: Check::Words(lunar_year),
};

/// VH-23.
pub(in crate::check::rules) static TET: Rule = Rule {
    code: "VH-23",
    level: Level::Must,
    asks: "tên ngày tết: viết hoa chữ đầu của âm tiết thứ nhất của tên; “Tết” viết hoa khi thay cho tết Nguyên đán",
    clause: "Phụ lục II, mục V.8.b",
    why: "Viết theo tên gọi, không viết hoa từng chữ.",
    wrong: "nghỉ tết Nguyên Đán và tết trung thu",
    right: "nghỉ tết Nguyên đán và tết Trung thu",
    check: Check::Words(tet),
};

/// VH-24.
pub(in crate::check::rules) static WEEKDAY: Rule = Rule {
    code: "VH-24",
    level: Level::Must,
    asks: "ngày trong tuần, tháng viết bằng chữ: viết hoa chữ chỉ ngày, tháng (thứ Hai, tháng Tám)",
    clause: "Phụ lục II, mục V.8.c",
    why: "Viết hoa chữ chỉ ngày; chữ “thứ”, “tháng” viết thường.",
    wrong: "vào sáng thứ hai, ngày 05 tháng 01 năm 2026",
    right: "vào sáng thứ Hai, ngày 05 tháng 01 năm 2026",
    check: Check::Words(weekday),
};

const STEMS: [&str; 10] = [
    "giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân", "nhâm", "quý",
];
const BRANCHES: [&str; 13] = [
    "tý", "sửu", "dần", "mão", "thìn", "tỵ", "ngọ", "mùi", "thân", "dậu", "tuất", "hợi", "mẹo",
];
const DAYS: [&str; 6] = ["hai", "ba", "tư", "năm", "sáu", "bảy"];
const MONTHS: [&str; 11] = [
    "giêng",
    "hai",
    "ba",
    "tư",
    "sáu",
    "bảy",
    "tám",
    "chín",
    "mười",
    "mười một",
    "chạp",
];

fn lunar_year(text: &Words<'_>) -> Vec<Judged> {
    let mut found = Vec::new();
    for index in 1..text.words.len().saturating_sub(1) {
        let pair =
            STEMS.contains(&text.folded(index)) && BRANCHES.contains(&text.folded(index + 1));
        let named =
            matches!(text.before(index), "năm" | "xuân" | "tết") && text.gap(index).is_empty();
        let words = &text.words[index..index + 2];
        let right = words.iter().all(|word| word.is_capital());
        if pair && named && !right {
            let range = text.range(index..index + 2);
            let wanted = words
                .iter()
                .map(|word| crate::text::case::upper_first(word.text));
            let wanted = wanted.collect::<Vec<_>>().join(" ");
            found.push(sure(Slip { range, wanted }));
        }
    }
    found
}

fn tet(text: &Words<'_>) -> Vec<Judged> {
    let judge = |slip: Slip| {
        // `Tết Nguyên đán` in the middle of a sentence: the Decree's example has `tết`.
        let only_first =
            slip.wanted.get(1..) == text.text.get(slip.range.clone()).and_then(|it| it.get(1..));
        let why = "nhiều cơ quan viết hoa chữ “Tết” ở mọi chỗ";
        (
            slip,
            if only_first {
                Sureness::Look(why)
            } else {
                Sureness::Sure
            },
        )
    };
    FESTIVALS.slips(text).into_iter().map(judge).collect()
}

fn weekday(text: &Words<'_>) -> Vec<Judged> {
    let mut found = Vec::new();
    for index in 0..text.words.len().saturating_sub(1) {
        let word = &text.words[index];
        let next = &text.words[index + 1];
        if !text.gap(index).is_empty() {
            continue;
        }
        if word.folded == "thứ" && DAYS.contains(&next.folded.as_str()) && names_day(text, index)
        {
            if next.is_small() {
                found.push(sure(capital(text, index + 1)));
            }
            if word.is_capital() && word.start == Start::Middle {
                found.push(sure(small(text, index)));
            }
        }
        let month =
            word.folded == "tháng" && MONTHS.contains(&next.folded.as_str()) && next.is_small();
        if month
            && text.folded(index + 2) == "năm"
            && text
                .words
                .get(index + 3)
                .is_some_and(|year| year.text.len() == 4 && year.is_number())
        {
            found.push(sure(capital(text, index + 1)));
        }
    }
    found
}

/// True if `thứ hai` is a day and not "the second": a date follows, or a part of the day precedes.
fn names_day(text: &Words<'_>, index: usize) -> bool {
    let digit = |at| text.folded(at).starts_with(|c: char| c.is_ascii_digit());
    let date = digit(index + 2) || (text.folded(index + 2) == "ngày" && digit(index + 3));
    let gap = text.gap(index + 1);
    // `ánh sáng thứ hai` is no morning.
    let light = index > 1 && text.before(index) == "sáng" && text.folded(index - 2) == "ánh";
    let part = matches!(text.before(index), "sáng" | "chiều" | "tối" | "trưa") && !light;
    (date && matches!(gap, "" | "," | "(" | ", (")) || part
}
