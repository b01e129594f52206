//! Headings of the text: Phần, Chương, Mục, Điều, I. (Phụ lục I, phần I, mục II.6.d, II.6.đ).

use crate::check::facts::{Alignment, Span};
use crate::check::finding::Notes;
use crate::check::mend::{Edit, RunChange};
use crate::check::paper::{BodyLine, Level as Outline};

use super::reading::Reading;
use super::title::quote;
use super::{Check, Level, Rule};

/// TT-80.
pub(super) static CHAPTER: Rule = Rule {
    code: "TT-80",
    level: Level::Must,
    asks: "“Phần”, “Chương” và số La Mã trên một dòng, in thường, đậm, canh giữa; tiêu đề ở dòng dưới, in hoa, đậm, canh giữa",
    clause: "Phụ lục I, phần I, mục II.6.d, II.6.đ",
    why: "Bố cục rõ thì viện dẫn được.",
    wrong: "CHƯƠNG 1: QUY ĐỊNH CHUNG trên một dòng",
    right: "Chương I / QUY ĐỊNH CHUNG",
    check: Check::Paper(chapter),
};

/// TT-81.
pub(super) static SECTION: Rule = Rule {
    code: "TT-81",
    level: Level::Must,
    asks: "“Mục”, “Tiểu mục” và số Ả Rập trên một dòng, đậm, canh giữa; tiêu đề ở dòng dưới, in hoa, đậm, canh giữa",
    clause: "Phụ lục I, phần I, mục II.6.d, II.6.đ",
    why: "Bố cục rõ thì viện dẫn được.",
    wrong: "Mục I",
    right: "Mục 1",
    check: Check::Paper(section),
};

/// TT-82.
pub(super) static ARTICLE: Rule = Rule {
    code: "TT-82",
    level: Level::Must,
    asks: "“Điều” in thường, số Ả Rập, sau số có dấu chấm, đậm",
    clause: "Phụ lục I, phần I, mục II.6.đ",
    why: "Điều là đơn vị để viện dẫn.",
    wrong: "ĐIỀU 1: … không đậm",
    right: "Điều 1. … (“Điều 1.” đậm)",
    check: Check::Paper(article),
};

/// TT-83.
pub(super) static ARTICLE_TITLE: Rule = Rule {
    code: "TT-83",
    level: Level::Must,
    asks: "trong quy chế, quy định, mỗi Điều có tiêu đề, in đậm",
    clause: "Phụ lục I, phần I, mục II.6.d",
    why: "Quyết định cá biệt viết tiếp ngay sau số điều; quy chế, quy định thì phải có tiêu đề.",
    wrong: "Điều 3. Người đứng đầu có trách nhiệm … (không đậm)",
    right: "Điều 3. Trách nhiệm của người đứng đầu (đậm)",
    check: Check::Paper(article_title),
};

/// TT-84.
pub(super) static ROMAN: Rule = Rule {
    code: "TT-84",
    level: Level::Must,
    asks: "mục đánh số La Mã: tiêu đề cùng dòng, in hoa, đậm",
    clause: "Phụ lục I, phần I, mục V.6.b",
    why: "Cấp lớn nhất của kế hoạch, báo cáo phải nổi lên.",
    wrong: "I. Mục đích, yêu cầu",
    right: "I. MỤC ĐÍCH, YÊU CẦU",
    check: Check::Paper(roman),
};

/// The label of a line as printed.
pub(super) fn label(reading: &Reading<'_>, line: &BodyLine) -> String {
    line.label.as_ref().map_or(String::new(), |span| {
        super::reading::tidy(reading.facts.words(span))
    })
}

/// Headings that stand on a line of their own: level and word.
type Headings = [(Outline, &'static str); 2];

fn chapter(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let words = [(Outline::Part, "Phần"), (Outline::Chapter, "Chương")];
    headings(reading, notes, &words, true);
}

fn section(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let words = [(Outline::Section, "Mục"), (Outline::Subsection, "Tiểu mục")];
    headings(reading, notes, &words, false);
}

fn headings(reading: &Reading<'_>, notes: &mut Notes<'_>, words: &Headings, roman: bool) {
    for lines in reading.parts() {
        for (at, line) in lines.iter().enumerate() {
            let heading = words.iter().find(|(level, _)| line.level == Some(*level));
            let Some((_, name)) = heading.filter(|_| !line.title_of_above) else {
                continue;
            };
            let mut faults = Vec::new();
            let label = label(reading, line);
            let number = label
                .rsplit(' ')
                .next()
                .unwrap_or("")
                .trim_end_matches(['.', ':']);
            if !label.starts_with(name) {
                faults.push(format!("viết “{label}”, không phải “{name} …”"));
            }
            let is_roman = !number.is_empty() && number.chars().all(|c| "IVXLC".contains(c));
            if roman != is_roman {
                faults.push(format!("số “{number}”"));
            }
            faults.extend(unlike_heading(reading, line));
            let title = lines.get(at + 1).filter(|next| next.title_of_above);
            match title {
                Some(title) => {
                    if reading.content(title).chars().any(char::is_lowercase) {
                        faults.push("tiêu đề không in hoa".to_string());
                    }
                    faults.extend(
                        unlike_heading(reading, title).map(|fault| format!("tiêu đề {fault}")),
                    );
                }
                None => faults.push("không có tiêu đề ở dòng dưới".to_string()),
            }
            if !faults.is_empty() {
                let there = format!("“{label}”: {}", faults.join(", "));
                let asked = if roman {
                    "số La Mã"
                } else {
                    "số Ả Rập"
                };
                let asked = format!(
                    "“{name}” và {asked}, đậm, canh giữa; tiêu đề dòng dưới in hoa, đậm, canh giữa"
                );
                notes.add(reading.span(line.paragraph), there, asked);
            }
        }
    }
}

/// What a heading's line lacks.
fn unlike_heading(reading: &Reading<'_>, line: &BodyLine) -> Option<String> {
    let paragraph = &reading.facts[line.paragraph];
    if !is_bold(reading, &reading.span(line.paragraph)) {
        return Some("không đậm".to_string());
    }
    (paragraph.format.alignment != Alignment::Center).then(|| "không canh giữa".to_string())
}

/// True if every letter of a stretch is bold.
pub(super) fn is_bold(reading: &Reading<'_>, span: &Span) -> bool {
    let paragraph = &reading.facts[span.paragraph];
    paragraph.runs_in(span.range.clone()).all(|(run, range)| {
        let words = paragraph.text.get(range).unwrap_or("");
        run.format.bold || !words.contains(char::is_alphanumeric)
    })
}

/// True if any letter of a stretch is bold.
fn has_bold(reading: &Reading<'_>, span: &Span) -> bool {
    let paragraph = &reading.facts[span.paragraph];
    paragraph.runs_in(span.range.clone()).any(|(run, range)| {
        let words = paragraph.text.get(range).unwrap_or("");
        run.format.bold && words.contains(char::is_alphanumeric)
    })
}

fn article(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    for line in reading
        .all_lines()
        .filter(|line| line.level == Some(Outline::Article))
    {
        let Some(span) = &line.label else {
            continue;
        };
        let label = label(reading, line);
        let mut faults = Vec::new();
        if !label.starts_with("Điều ") {
            faults.push(format!("viết “{label}”"));
        } else if !label.ends_with('.') {
            faults.push(format!("“{label}” không có dấu chấm sau số"));
        }
        let bold = is_bold(reading, span);
        if !bold {
            faults.push(format!("“{label}” không đậm"));
        }
        if !faults.is_empty() {
            let finding = notes.add(span, faults.join(", "), "“Điều n.” in thường, đậm");
            if !bold {
                finding.mend([Edit::Runs(span.clone(), RunChange::Bold(true))]);
            }
        }
    }
}

fn article_title(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let own = reading
        .is_one_of(&["QC", "QyĐ"])
        .then_some(reading.paper.body.as_slice());
    let attached = reading.paper.attached.iter().filter(|attached| {
        attached
            .kind
            .and_then(|kind| kind.code)
            .is_some_and(|code| ["QC", "QyĐ"].contains(&code))
    });
    let parts = own
        .into_iter()
        .chain(attached.map(|attached| attached.body.as_slice()));
    for line in parts
        .flatten()
        .filter(|line| line.level == Some(Outline::Article))
    {
        if !line.content.range.is_empty() && has_bold(reading, &line.content) {
            continue;
        }
        let there = format!("“{}” không có tiêu đề in đậm", label(reading, line));
        notes
            .add(
                reading.span(line.paragraph),
                there,
                "tiêu đề in đậm cùng dòng",
            )
            .in_doubt(&reading.paper.kind);
    }
}

fn roman(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    for line in reading
        .all_lines()
        .filter(|line| line.level == Some(Outline::Roman))
    {
        let title = reading.content(line);
        // A long sentence with a Roman number is running text.
        if title.chars().count() > 150 || title.ends_with(['.', ';']) || title.is_empty() {
            continue;
        }
        let mut faults = Vec::new();
        if title.chars().any(char::is_lowercase) {
            faults.push("không in hoa");
        }
        let span = reading.span(line.paragraph);
        let bold = is_bold(reading, &span);
        if !bold {
            faults.push("không đậm");
        }
        if !faults.is_empty() {
            let there = format!(
                "“{} {}” {}",
                label(reading, line),
                quote(&title),
                faults.join(", ")
            );
            let finding = notes.add(span.clone(), there, "in hoa, đậm");
            if !bold {
                finding.mend([Edit::Runs(span, RunChange::Bold(true))]);
            }
        }
    }
}
