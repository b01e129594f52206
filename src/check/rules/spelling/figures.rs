//! Days that no calendar has; sums with their groups parted in the English way.

use chrono::NaiveDate;

use crate::check::rules::{Check, Judged, Level, Rule, Sureness};
use crate::check::words::{Slip, Words};

/// VH-34.
pub(in crate::check::rules) static DAY: Rule = Rule {
    code: "VH-34",
    level: Level::Should,
    asks: "ngày có trong lịch",
    clause: "lịch",
    why: "Ngày không có thật làm sai thời hạn.",
    wrong: "hoàn thành trước ngày 31 tháng 4 năm 2026",
    right: "hoàn thành trước ngày 30 tháng 4 năm 2026",
    check: Check::Words(day),
};

/// VH-35.
pub(in crate::check::rules) static GROUPS: Rule = Rule {
    code: "VH-35",
    level: Level::Should,
    asks: "số tiền phân nhóm ba chữ số bằng dấu chấm; dấu phẩy là dấu thập phân",
    clause: "cách viết số tiếng Việt",
    why: "1,800 đọc theo tiếng Việt là một phẩy tám.",
    wrong: "kinh phí 1,800,000 đồng",
    right: "kinh phí 1.800.000 đồng",
    check: Check::Words(groups),
};

fn day(text: &Words<'_>) -> Vec<Judged> {
    let mut found = Vec::new();
    for index in 0..text.words.len() {
        let length = in_words(text, index).or_else(|| in_figures(text, index));
        if let Some(length) = length {
            let range = text.range(index..index + length);
            let wanted = String::new();
            found.push((Slip { range, wanted }, Sureness::Sure));
        }
    }
    found
}

fn number(text: &Words<'_>, index: usize) -> Option<u32> {
    let word = text.words.get(index).filter(|word| word.is_number())?;
    word.text.parse().ok()
}

/// `ngày 31 tháng 4 năm 2026`, with or without the year, that no calendar has.
fn in_words(text: &Words<'_>, index: usize) -> Option<usize> {
    let joined = |from: usize, to: usize| (from..to).all(|at| text.gap(at).is_empty());
    if text.folded(index) != "ngày"
        || text.folded(index + 2) != "tháng"
        || !joined(index, index + 3)
    {
        return None;
    }
    let (day, month) = (number(text, index + 1)?, number(text, index + 3)?);
    // `tháng 12/2026` and `tháng 5 - 6` are no months of their own.
    if !matches!(text.gap(index + 3), "" | "," | "." | ";" | ")" | "/") {
        return None;
    }
    let year = match text.folded(index + 4) {
        "năm" if text.gap(index + 3).is_empty() => number(text, index + 5),
        _ => None,
    };
    match year {
        Some(year) => missing(day, month, year).then_some(6),
        // A leap year has every day that some year has.
        None => missing(day, month, 2024).then_some(4),
    }
}

/// `31/4/2026`.
fn in_figures(text: &Words<'_>, index: usize) -> Option<usize> {
    let slash = |at: usize| text.gap(at) == "/";
    if !slash(index) || !slash(index + 1) || text.words.get(index + 2)?.text.len() != 4 {
        return None;
    }
    let (day, month, year) = (
        number(text, index)?,
        number(text, index + 1)?,
        number(text, index + 2)?,
    );
    let short = |at: usize| text.words[at].text.len() <= 2;
    let before = index
        .checked_sub(1)
        .map(|at| (text.folded(at), text.gap(at)));
    // The number of a paper has slashes, too.
    let paper = before.is_some_and(|(word, gap)| matches!(word, "số") || gap == "/")
        || text.gap(index + 2).starts_with(['/', '-']);
    let plausible = (1900..2100).contains(&year);
    (short(index) && short(index + 1) && plausible && !paper && missing(day, month, year))
        .then_some(3)
}

fn missing(day: u32, month: u32, year: u32) -> bool {
    i32::try_from(year).is_ok_and(|year| NaiveDate::from_ymd_opt(year, month, day).is_none())
}

fn groups(text: &Words<'_>) -> Vec<Judged> {
    let mut found = Vec::new();
    let mut index = 0;
    while index < text.words.len() {
        let mut end = index + 1;
        while end < text.words.len() && is_group(text, end) {
            end += 1;
        }
        let first = &text.words[index];
        let money =
            matches!(text.folded(end), "đồng" | "đ" | "vnđ") && text.gap(end - 1).is_empty();
        let headed = first.is_number() && first.text.len() <= 3 && !first.text.starts_with('0');
        let free = index == 0 || !matches!(text.gap(index - 1), "." | ",");
        if end > index + 1 && headed && money && free {
            let range = text.range(index..end);
            let wanted = text.text[range.clone()].replace(',', ".");
            found.push((Slip { range, wanted }, Sureness::Sure));
        }
        index = end;
    }
    found
}

/// Three digits right behind a comma.
fn is_group(text: &Words<'_>, index: usize) -> bool {
    let between = &text.text[text.words[index - 1].end()..text.words[index].at];
    let word = &text.words[index];
    between == "," && word.is_number() && word.text.len() == 3 && text.words[index - 1].is_number()
}

#[cfg(test)]
mod tests {
    use super::super::slips;
    use super::*;

    #[test]
    fn days_that_no_calendar_has_are_slips() {
        assert_eq!(
            slips(
                day,
                "từ ngày 29 tháng 02 năm 2026 đến 31/6/2026, ngày 31 tháng 9"
            ),
            ["ngày 29 tháng 02 năm 2026", "31/6/2026", "ngày 31 tháng 9"]
        );
        for right in [
            "ngày 29 tháng 02 năm 2024, ngày 29 tháng 02, 30/4/2026, từ 01 đến 31/12/2026",
            "Nghị định số 30/2020/NĐ-CP, Nghị quyết số 15/13/2021/NQ, ngày tháng năm, ngày 15 tháng 5-6",
            "tỷ lệ 45/60/2000/kg",
        ] {
            assert_eq!(slips(day, right), Vec::<String>::new(), "{right}");
        }
    }

    #[test]
    fn sums_in_the_english_way_are_slips() {
        assert_eq!(
            slips(groups, "chi 1,800,000 đồng và 500,000đ; 250,000 đồng"),
            ["1,800,000", "250,000"]
        );
        for right in [
            "1.800.000 đồng; 5,5 triệu đồng; 12,345 ha; 1.234,567 đồng; 0,125 đồng",
            "các phòng 101,102,103",
        ] {
            assert_eq!(slips(groups, right), Vec::<String>::new(), "{right}");
        }
    }
}
