//! Khoản, điểm, and the numbers of all levels (Phụ lục I, phần I, mục II.6.d, II.6.đ).

use crate::check::finding::Notes;
use crate::check::mend::{Edit, RunChange};
use crate::check::paper::{BodyLine, Level as Outline};
use crate::text::outline::point_letter;

use super::outline::{is_bold, label};
use super::reading::Reading;
use super::title::quote;
use super::{Check, Level, Rule};

/// TT-85.
pub(super) static CLAUSE: Rule = Rule {
    code: "TT-85",
    level: Level::Must,
    asks: "khoản có tiêu đề thì số và tiêu đề đậm, trên dòng riêng; khoản không có tiêu đề thì không đậm",
    clause: "Phụ lục I, phần I, mục II.6.đ",
    why: "Các khoản cùng cấp trình bày như nhau.",
    wrong: "1. Mục đích (đậm), 2. Yêu cầu (không đậm)",
    right: "1. Mục đích và 2. Yêu cầu đều đậm",
    check: Check::Paper(clause),
};

/// TT-86.
pub(super) static POINT: Rule = Rule {
    code: "TT-86",
    level: Level::Must,
    asks: "điểm đánh bằng chữ cái tiếng Việt theo thứ tự a, b, c, d, đ, e, g, h …, sau có dấu đóng ngoặc đơn",
    clause: "Phụ lục I, phần I, mục II.6.đ",
    why: "Bỏ chữ đ thì viện dẫn điểm lệch với văn bản khác.",
    wrong: "d) … e) …",
    right: "d) … đ) … e) …",
    check: Check::Paper(point),
};

/// TT-87.
pub(super) static CONSECUTIVE: Rule = Rule {
    code: "TT-87",
    level: Level::Must,
    asks: "số thứ tự của phần, chương, mục, điều, khoản liên tục, không trùng, không nhảy",
    clause: "Phụ lục I, phần I, mục II.6.d, II.6.đ",
    why: "Số nhảy là dấu vết của đoạn bị xóa, bị chép.",
    wrong: "Điều 1, Điều 2, Điều 4",
    right: "Điều 1, Điều 2, Điều 3",
    check: Check::Paper(consecutive),
};

/// TT-89.
pub(super) static NESTED: Rule = Rule {
    code: "TT-89",
    level: Level::Should,
    asks: "bố cục dùng các cấp của Nghị định; “1.1.”, “1.1.1.” không có trong đó",
    clause: "Phụ lục I, phần I, mục II.6.d",
    why: "Báo cáo hay dùng 1.1; Nghị định đi từ khoản 1 xuống điểm a.",
    wrong: "1.1. Công tác tuyên truyền",
    right: "a) Công tác tuyên truyền",
    check: Check::Paper(nested),
};

/// A clause with a title has it bold on a line of its own; a clause that is a paragraph is not bold.
fn clause(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    for lines in reading.parts() {
        let titles = titles(reading, lines);
        let (bold, plain): (Vec<&BodyLine>, Vec<&BodyLine>) = titles
            .into_iter()
            .partition(|line| is_bold(reading, &line.content));
        let titles_alone = plain
            .iter()
            .filter(|line| !names_doer(&reading.content(line)));
        let lonely = bold.is_empty() && titles_alone.count() < 2;
        for line in &plain {
            let span = reading.span(line.paragraph);
            let there = format!(
                "tiêu đề khoản “{}” không đậm",
                quote(&reading.content(line))
            );
            let finding = notes.add(&span, there, "đậm, trên một dòng riêng");
            finding.mend([Edit::Runs(span.clone(), RunChange::Bold(true))]);
            if names_doer(&reading.content(line)) {
                finding.ask("dòng nêu nơi thực hiện có thể không phải tiêu đề");
            } else if lonely {
                finding.ask("dòng ngắn không có dấu ở cuối, có thể không phải tiêu đề");
            }
        }
        for line in lines
            .iter()
            .filter(|line| line.level == Some(Outline::Clause))
        {
            let words = reading.content(line);
            let sentence = words.chars().count() > 200 && words.ends_with(['.', ';']);
            if sentence && is_bold(reading, &line.content) {
                let there = format!("khoản “{}” không có tiêu đề mà in đậm", quote(&words));
                notes.add(reading.span(line.paragraph), there, "không đậm");
            }
        }
    }
}

/// How a line begins that says who is to do what stands below: `1. Sở Y tế`, `2. Trưởng các thôn`.
const DOERS: [&str; 24] = [
    "Sở ",
    "Bộ ",
    "Cục ",
    "Ủy ban ",
    "UBND ",
    "HĐND ",
    "Hội đồng ",
    "Ban ",
    "Phòng ",
    "Văn phòng ",
    "Công an ",
    "Trung tâm ",
    "Trường ",
    "Trạm ",
    "Chi cục ",
    "Trách nhiệm của ",
    "Các ",
    "Đề nghị ",
    "Giám đốc ",
    "Chủ tịch ",
    "Thủ trưởng ",
    "Trưởng ",
    "Hiệu trưởng ",
    "Kho bạc ",
];

/// True for a line that names who acts, or that goes on behind a colon.
fn names_doer(words: &str) -> bool {
    let prevention = words.starts_with("Phòng, ") || words.starts_with("Phòng ngừa");
    !prevention && DOERS.iter().any(|start| words.starts_with(start)) || words.contains(':')
}

/// Clauses that are a title: short, no mark at the end, with text of their own below, or bold.
fn titles<'a>(reading: &Reading<'_>, lines: &'a [BodyLine]) -> Vec<&'a BodyLine> {
    let titled = |at: usize| {
        let line = &lines[at];
        let words = reading.content(line);
        let short = words.chars().count() < 90 && !words.is_empty();
        let open = !words.ends_with(['.', ';', ':', ',', '/']);
        let next = lines.get(at + 1).map(|next| next.level);
        let text_below = matches!(next, Some(None | Some(Outline::Point | Outline::Dash)));
        let alone = next != Some(Some(Outline::Clause));
        line.level == Some(Outline::Clause)
            && short
            && open
            && (text_below || alone && is_bold(reading, &line.content))
    };
    let found = (0..lines.len()).filter(|at| titled(*at));
    found.map(|at| &lines[at]).collect()
}

fn point(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    for lines in reading.parts() {
        let mut before: Option<u32> = None;
        for line in lines {
            match line.level {
                Some(Outline::Point) => {}
                // What hangs below a point, or runs on from it, does not end the row.
                None | Some(Outline::Dash | Outline::Plus | Outline::Bullet) => continue,
                Some(_) => {
                    before = None;
                    continue;
                }
            }
            let label = label(reading, line);
            let letter = label.trim_matches(['(', ')', '.']).to_string();
            let spot = line
                .label
                .clone()
                .unwrap_or_else(|| reading.span(line.paragraph));
            if !label.ends_with(')') || label.starts_with('(') {
                notes.add(&spot, format!("điểm “{label}”"), format!("“{letter})”"));
            }
            let number = (1..=60).find(|number| point_letter(*number) == Some(letter.as_str()));
            let wanted = before.map_or(1, |before| before + 1);
            match number {
                Some(number) if number == wanted || number == 1 => before = Some(number),
                Some(number) => {
                    let asked = point_letter(wanted).unwrap_or("a");
                    notes.add(&spot, format!("điểm “{label}”"), format!("“{asked})”"));
                    before = Some(number);
                }
                None => {
                    let asked = point_letter(wanted).unwrap_or("a");
                    notes.add(&spot, format!("điểm “{label}”"), format!("“{asked})”"));
                    before = Some(wanted);
                }
            }
        }
    }
}

/// Levels that count on through the whole text, and those that count anew under a higher one.
fn consecutive(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    for lines in reading.parts() {
        let mut counters: Vec<(Outline, u32)> = Vec::new();
        for line in lines.iter().filter(|line| !line.title_of_above) {
            let Some(level) = line.level.filter(|level| counted(*level)) else {
                continue;
            };
            let label = label(reading, line);
            let Some(number) = number(&label) else {
                continue;
            };
            let before = counters
                .iter()
                .find(|(known, _)| *known == level)
                .map(|(_, last)| *last);
            let anew = before.is_none();
            let right = match before {
                Some(last) => number == last + 1 || (number == 1 && level == Outline::Clause),
                // The numbers of clauses may go on from the heading before.
                None => number == 1 || level == Outline::Clause,
            };
            if !right {
                let asked = before.map_or(1, |last| last + 1);
                let there = format!("“{label}”");
                let there = if anew {
                    format!("bắt đầu từ {there}")
                } else {
                    format!("{there} sau số {}", asked - 1)
                };
                let spot = line
                    .label
                    .clone()
                    .unwrap_or_else(|| reading.span(line.paragraph));
                notes.add(spot, there, format!("số {asked}"));
            }
            counters.retain(|(known, _)| *known <= level || *known == Outline::Article);
            match counters.iter_mut().find(|(known, _)| *known == level) {
                Some((_, last)) => *last = number,
                None => counters.push((level, number)),
            }
        }
    }
}

/// Levels whose numbers are looked at.
fn counted(level: Outline) -> bool {
    match level {
        Outline::Part
        | Outline::Chapter
        | Outline::Section
        | Outline::Subsection
        | Outline::Article
        | Outline::Roman
        | Outline::Clause => true,
        Outline::Nested | Outline::Point | Outline::Dash | Outline::Plus | Outline::Bullet => false,
    }
}

/// The number of a label, Arabic or Roman.
fn number(label: &str) -> Option<u32> {
    let last = label.rsplit(' ').next()?.trim_end_matches(['.', ':', ')']);
    match last.parse() {
        Ok(number) => Some(number),
        Err(_) => (1..=60).find(|number| crate::text::number::roman(*number) == last),
    }
}

fn nested(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let nested: Vec<&BodyLine> = reading
        .all_lines()
        .filter(|line| line.level == Some(Outline::Nested))
        .collect();
    if let Some(first) = nested.first() {
        let there = format!("đánh số “{}”", label(reading, first));
        notes
            .add(reading.span(first.paragraph), there, "khoản 1. rồi điểm a)")
            .others(nested.len() - 1)
            .ask("báo cáo thường dùng cách đánh số này");
    }
}
