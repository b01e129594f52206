//! Cited documents and their parts (Phụ lục II, mục V.6, V.7).

use std::sync::LazyLock;

use crate::check::phrases::Phrases;
use crate::check::rules::{Check, Judged, Level, Rule, Sureness};
use crate::check::words::{Slip, Start, Words};
use crate::document::kind::KINDS;

use super::{capital, listed, small, sure};

static LAWS: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::new(include_str!("../../../../data/kiem-tra/luat.txt")));

/// Folded names of types that are cited by number.
static TYPES: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| {
    let names = KINDS.iter().map(|kind| kind.name).chain([
        "Nghị định",
        "Thông tư",
        "Pháp lệnh",
        "Luật",
        "Bộ luật",
    ]);
    names
        .map(|name| name.to_lowercase().split(' ').map(str::to_string).collect())
        .collect()
});

/// VH-20.
pub(in crate::check::rules) static DOCUMENT: Rule = Rule {
    code: "VH-20",
    level: Level::Must,
    asks: "tên văn bản cụ thể: viết hoa chữ đầu của tên loại và của tên gọi",
    clause: "Phụ lục II, mục V.6",
    why: "Văn bản có số, có tên là một văn bản cụ thể.",
    wrong: "theo kế hoạch số 12/KH-UBND và Luật tổ chức Quốc hội",
    right: "theo Kế hoạch số 12/KH-UBND và Luật Tổ chức Quốc hội",
    check: Check::Words(document),
};

/// VH-21.
pub(in crate::check::rules) static PROVISION: Rule = Rule {
    code: "VH-21",
    level: Level::Must,
    asks: "viện dẫn: viết hoa Phần, Chương, Mục, Tiểu mục, Điều; viết thường khoản, điểm",
    clause: "Phụ lục II, mục V.7",
    why: "Viện dẫn thống nhất thì tra cứu được.",
    wrong: "quy định tại Điểm a Khoản 2 điều 103",
    right: "quy định tại điểm a khoản 2 Điều 103",
    check: Check::Words(provision),
};

fn document(text: &Words<'_>) -> Vec<Judged> {
    let mut found = listed(&LAWS, text);
    for index in 1..text.words.len() {
        // `nghị định số 30/…`, and `nghị định 30/…` without the word.
        let named_by = (text.folded(index) == "số" && is_number_behind(text, index))
            || (text.folded(index) != "số" && is_symbol(text, index));
        if !named_by {
            continue;
        }
        let named = TYPES
            .iter()
            .filter(|name| ends_with(text, index, name))
            .max_by_key(|name| name.len());
        let Some(name) = named else {
            continue;
        };
        let first = index - name.len();
        let law = matches!(text.before(first), "pháp" | "kỷ" | "dự" | "quy");
        if text.words[first].is_small() && text.words[first].start == Start::Middle && !law {
            let range = text.range(first..index);
            let wanted = crate::text::case::upper_first(&text.text[range.clone()]);
            found.push(sure(Slip { range, wanted }));
        }
    }
    found
}

/// True if a number with a symbol follows: `12/KH-UBND`.
fn is_number_behind(text: &Words<'_>, index: usize) -> bool {
    text.gap(index).is_empty()
        && text
            .words
            .get(index + 1)
            .is_some_and(|word| word.is_number())
        && text.gap(index + 1) == "/"
}

/// True for a number with a year or a symbol in capitals: `30/2020/NĐ-CP`, `12/KH-UBND`.
fn is_symbol(text: &Words<'_>, index: usize) -> bool {
    let symbol = |at: usize| {
        text.words
            .get(at)
            .is_some_and(|word| word.is_all_capitals())
    };
    text.words[index].is_number()
        && text.gap(index) == "/"
        && (symbol(index + 1) || text.gap(index + 1) == "/" && symbol(index + 2))
}

/// True if the words before a place are those of a name, single spaced.
fn ends_with(text: &Words<'_>, index: usize, name: &[String]) -> bool {
    index >= name.len()
        && (0..name.len()).all(|at| {
            let word = index - name.len() + at;
            text.folded(word) == name[at] && text.gap(word).is_empty()
        })
}

fn provision(text: &Words<'_>) -> Vec<Judged> {
    if text.is_capitals() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for index in 0..text.words.len().saturating_sub(1) {
        let word = &text.words[index];
        let next = &text.words[index + 1];
        if word.start != Start::Middle || !text.gap(index).is_empty() {
            continue;
        }
        let roman = !next.text.is_empty() && next.text.chars().all(|c| "IVXLC".contains(c));
        let letter = next.text.chars().count() == 1 && next.is_small();
        match word.text {
            "Khoản" if next.is_number() => found.push(sure(small(text, index))),
            "Điểm" if letter && !matches!(next.text, "ở") => {
                found.push(sure(small(text, index)))
            }
            "điều" if next.is_number() && !counted(text, index) => {
                found.push(sure(capital(text, index)))
            }
            "chương" if roman => found.push(sure(capital(text, index))),
            "mục" | "phần" if roman => {
                let why = "chỉ khi viện dẫn một mục, một phần của văn bản";
                found.push((capital(text, index), Sureness::Look(why)));
            }
            _ => {}
        }
    }
    found
}

/// True behind words with which `điều` is no article: `05 điều 1`, `những điều`, `điều tra`.
fn counted(text: &Words<'_>, index: usize) -> bool {
    let before = text.before(index);
    let number = before.starts_with(|c: char| c.is_ascii_digit());
    // `khoản 2 điều 5` cites, `05 điều 1` counts.
    let cited = index
        .checked_sub(1)
        .is_some_and(|at| text.before(at) == "khoản");
    (number && !cited) || matches!(before, "những" | "mọi" | "các" | "một")
}
