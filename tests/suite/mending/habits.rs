//! The same faults of form in papers typed in every way: what is left is what no program can decide.

use vanthu::check::fix::fix;
use vanthu::check::report::ItemLevel;
use vanthu::check::rules::Settings;

use super::rules;

/// What may be left to the hand: habit of the script, fault.
const LEFT: &[(&str, &str)] = &[
    // A line that is missing in a head typed by tabs or spaces, in a box, a frame, a column of a section.
    ("head=tabs", "no line under Tiêu ngữ"),
    ("head=tabs", "no line under the agency"),
    ("head=spaces", "no line under Tiêu ngữ"),
    ("head=spaces", "no line under the agency"),
    ("head=boxes", "no line under Tiêu ngữ"),
    ("head=boxes", "no line under the agency"),
    ("head=vml", "no line under Tiêu ngữ"),
    ("head=vml", "no line under the agency"),
    ("head=frames", "no line under Tiêu ngữ"),
    ("head=frames", "no line under the agency"),
    ("head=columns", "no line under Tiêu ngữ"),
    ("head=columns", "no line under the agency"),
    // The number then stands a row higher than the date.
    ("head=rows", "no line under Tiêu ngữ"),
    ("head=rows", "no line under the agency"),
];

/// A text with its first line of that start replaced, or gone.
fn line(text: &str, start: &str, new: Option<&str>) -> String {
    let mut changed = false;
    let lines = text.lines().filter_map(|line| {
        if changed || !line.starts_with(start) {
            return Some(line);
        }
        changed = true;
        new
    });
    lines.map(|line| format!("{line}\n")).collect()
}

/// Faults of form, and the script with each.
fn faults(text: &str) -> Vec<(&'static str, String)> {
    let long = "j14 s6 f720|Các đơn vị tuyên truyền về phong trào thi đua yêu nước.\n".repeat(90);
    let start = text.find("\nj14 s6 f720|").map_or(text.len(), |at| at + 1);
    let without = format!("{}{long}{}", &text[..start], &text[start..]);
    vec![
        (
            "short line under Tiêu ngữ",
            line(text, "> rule ", Some("> rule 30")),
        ),
        ("no line under Tiêu ngữ", line(text, "> rule ", None)),
        (
            "long line under the agency",
            line(text, "< rule ", Some("< rule 45")),
        ),
        ("no line under the agency", line(text, "< rule ", None)),
        (
            "long line under the subject",
            line(text, "rule ", Some("rule 150")),
        ),
        ("no line under the subject", line(text, "rule ", None)),
        (
            "number on page 1",
            text.replace("\nnumber\n", "\nnumber first\n"),
        ),
        (
            "number aside",
            text.replace("\nnumber\n", "\nnumber l 24\n"),
        ),
        ("no number", without.replace("\nnumber\n", "\n")),
        ("small letters", text.replace("j14 s6", "l12 s6")),
        (
            "slanted Tiêu ngữ",
            text.replace("> c14b|Độc", "> c12bi|Độc"),
        ),
        ("thin names", text.replace("> c14b|", "> l12|")),
    ]
}

#[test]
fn faults_of_form_are_mended_however_a_paper_was_typed() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for (name, text) in rules::good() {
        for (fault, changed) in faults(&text) {
            if changed == text {
                continue;
            }
            let bytes = rules::changed(name, &text, &changed);
            let settings = Settings::default();
            let mended = fix(name, &bytes, &settings).expect("a paper");
            let again = fix(name, &mended.bytes, &settings).expect("a paper");
            if again.bytes != mended.bytes {
                wrong.push(format!("{name}, {fault}: changes again"));
            }
            let known = LEFT
                .iter()
                .any(|(habit, left)| text.contains(habit) && *left == fault);
            let left = mended.left.items.iter();
            let left: Vec<_> = left
                .filter(|item| item.level != ItemLevel::Ask && item.code.starts_with("TT-"))
                .map(|item| (item.code, &item.there))
                .collect();
            if !known && !left.is_empty() {
                wrong.push(format!("{name}, {fault}: {left:?}"));
            }
            count += 1;
        }
    }
    assert!(count > 300, "{count}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
