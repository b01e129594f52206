//! Starts of sentences; titles in Title Case (Phụ lục II, mục I).

use crate::check::finding::Notes;
use crate::check::rules::{Check, Judged, Level, Reading, Rule, Sureness};
use crate::check::words::{Start, Words};

use super::capital;

/// VH-01.
pub(in crate::check::rules) static START: Rule = Rule {
    code: "VH-01",
    level: Level::Must,
    asks: "viết hoa chữ cái đầu câu: sau dấu chấm, chấm hỏi, chấm than",
    clause: "Phụ lục II, mục I",
    why: "Thiếu chữ hoa đầu câu là dấu vết của câu bị cắt, nối.",
    wrong: "Ủy ban nhân dân xã nhận được báo cáo. đề nghị các đơn vị thực hiện",
    right: "Ủy ban nhân dân xã nhận được báo cáo. Đề nghị các đơn vị thực hiện",
    check: Check::Words(start),
};

/// VH-27.
pub(in crate::check::rules) static TITLE_CASE: Rule = Rule {
    code: "VH-27",
    level: Level::Should,
    asks: "trích yếu không viết hoa từng chữ",
    clause: "Phụ lục II, mục I (chỉ viết hoa đầu câu và tên riêng)",
    why: "Viết hoa từng chữ là cách của tiếng Anh.",
    wrong: "Về Công Tác Phòng, Chống Lụt Bão",
    right: "Về công tác phòng, chống lụt bão",
    check: Check::Paper(title_case),
};

/// Words that no name begins with, so that a capital in the middle of a sentence is a habit.
const COMMON: [&str; 26] = [
    "và", "của", "cho", "các", "những", "trong", "tại", "trên", "với", "theo", "để", "về", "được",
    "công", "tác", "tổ", "chức", "thực", "hiện", "tăng", "cường", "việc", "triển", "khai", "xây",
    "dựng",
];

fn start(text: &Words<'_>) -> Vec<Judged> {
    if text.is_capitals() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (index, word) in text.words.iter().enumerate().skip(1) {
        let gap = text.gap(index - 1);
        let stop = matches!(gap, "." | "?" | "!");
        // Without a space the point stands in an address or a number.
        let spaced = text.text[text.words[index - 1].end()..word.at].contains(char::is_whitespace);
        let address = text.text[word.end()..].starts_with("://") || text.gap(index) == "@";
        if word.start == Start::Sentence && stop && spaced && word.is_small() && !address {
            let sureness = if gap == "." {
                Sureness::Sure
            } else {
                Sureness::Look("câu có thể chưa hết")
            };
            found.push((capital(text, index), sureness));
        }
    }
    found
}

fn title_case(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let title = &reading.paper.title;
    for found in [&title.subject, &title.letter_subject] {
        let Some(piece) = found.get() else {
            continue;
        };
        let words = reading.words(piece);
        let text = Words::new(&words);
        if text.is_capitals() {
            continue;
        }
        let capitals = text.words.iter().filter(|word| word.is_capital()).count();
        let habits = text.words.iter().skip(1).filter(|word| {
            word.is_capital() && !word.is_all_capitals() && COMMON.contains(&word.folded.as_str())
        });
        if text.words.len() > 3 && capitals * 10 > text.words.len() * 6 && habits.count() > 1 {
            let there = "trích yếu viết hoa từng chữ";
            notes
                .add(piece, there, "chỉ viết hoa chữ đầu và tên riêng")
                .in_doubt(found);
        }
    }
}
