//! The text: size, alignment, first lines, spacing (Phụ lục I, phần I, mục II.6.e).

use std::collections::BTreeMap;

use crate::check::facts::{Alignment, Home, Leading, Paragraph, ParagraphId, Span, Story};
use crate::check::finding::Notes;
use crate::check::mend::{Edit, ParagraphChange, RunChange};
use crate::check::paper::{BodyLine, Level as Outline, Role};
use crate::units::{HalfPoints, Pt, Twips};

use super::reading::Reading;
use super::style::{alignment, points, printed_width};
use super::{Check, Level, Rule};

/// TT-70.
pub(super) static SIZE: Rule = Rule {
    code: "TT-70",
    level: Level::Must,
    asks: "nội dung cỡ chữ 13–14, một cỡ trong cả văn bản",
    clause: "Phụ lục I, phần I, mục II.6.e",
    why: "Cỡ chữ lẫn lộn là dấu vết chép từ nhiều nguồn.",
    wrong: "nội dung cỡ chữ 12",
    right: "nội dung cỡ chữ 14",
    check: Check::Paper(size),
};

/// TT-71.
pub(super) static JUSTIFIED: Rule = Rule {
    code: "TT-71",
    level: Level::Must,
    asks: "nội dung canh đều hai lề",
    clause: "Phụ lục I, phần I, mục II.6.e",
    why: "Lề phải lởm chởm thì không đúng thể thức.",
    wrong: "đoạn văn canh trái",
    right: "đoạn văn canh đều hai lề",
    check: Check::Paper(justified),
};

/// TT-72.
pub(super) static FIRST_LINE: Rule = Rule {
    code: "TT-72",
    level: Level::Must,
    asks: "chữ đầu đoạn lùi vào 1 cm hoặc 1,27 cm",
    clause: "Phụ lục I, phần I, mục II.6.e",
    why: "Thụt đầu dòng bằng dấu cách, bằng Tab thì mỗi đoạn một khác.",
    wrong: "lùi 0 cm; lùi 2 cm",
    right: "lùi 1,27 cm",
    check: Check::Paper(first_line),
};

/// TT-73.
pub(super) static GAP: Rule = Rule {
    code: "TT-73",
    level: Level::Must,
    asks: "khoảng cách giữa các đoạn tối thiểu 6 pt",
    clause: "Phụ lục I, phần I, mục II.6.e",
    why: "Các đoạn dính nhau thì khó đọc.",
    wrong: "cách đoạn 0 pt",
    right: "cách đoạn 6 pt",
    check: Check::Paper(gap),
};

/// TT-74.
pub(super) static LINE_SPACING: Rule = Rule {
    code: "TT-74",
    level: Level::Must,
    asks: "khoảng cách dòng từ dòng đơn đến 1,5 dòng",
    clause: "Phụ lục I, phần I, mục II.6.e",
    why: "Nén dòng cho vừa trang làm mất dấu chữ, giãn quá thì tốn trang.",
    wrong: "giãn dòng chính xác 14 pt với chữ 14",
    right: "giãn dòng đơn",
    check: Check::Paper(line_spacing),
};

/// Lines of the paper's own text that are not in a table, each paragraph once.
fn lines<'a>(reading: &Reading<'a>) -> Vec<(&'a BodyLine, ParagraphId, &'a Paragraph)> {
    let mut lines: Vec<(&BodyLine, ParagraphId, &Paragraph)> = Vec::new();
    for line in &reading.paper.body {
        let paragraph = &reading.facts[line.paragraph];
        let known = lines.last().is_some_and(|(_, id, _)| *id == line.paragraph);
        if !known && paragraph.home == Home::Story && paragraph.story == Story::Body {
            lines.push((line, line.paragraph, paragraph));
        }
    }
    lines
}

fn size(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let mut letters: BTreeMap<HalfPoints, (usize, Vec<Span>)> = BTreeMap::new();
    for (_, id, paragraph) in lines(reading) {
        for run in paragraph.visible_runs() {
            let span = Span {
                paragraph: id,
                range: run.range.clone(),
            };
            let entry = letters.entry(run.format.size).or_default();
            entry.0 += paragraph
                .words(run)
                .chars()
                .filter(|c| c.is_alphanumeric())
                .count();
            entry.1.push(span);
        }
    }
    let all: usize = letters.values().map(|(count, _)| count).sum();
    let Some((&main, (_, spans))) = letters.iter().max_by_key(|(_, (count, _))| *count) else {
        return;
    };
    let (from, to) = (HalfPoints::points(13), HalfPoints::points(14));
    let target = main.clamp(from, to);
    let change = |spans: &[Span]| {
        let edits = spans
            .iter()
            .map(|span| Edit::Runs(span.clone(), RunChange::Size(target)));
        edits.collect::<Vec<_>>()
    };
    if main != target {
        let there = format!("nội dung cỡ chữ {}", points(main));
        notes
            .add(&spans[0], there, "cỡ chữ 13–14")
            .others(paragraphs(spans).saturating_sub(1))
            .mend(change(spans));
    }
    let other: usize = letters
        .iter()
        .filter(|(size, _)| **size != main)
        .map(|(_, (n, _))| n)
        .sum();
    // A word or two of another size are often a heading; the reference allows a twentieth.
    if other * 20 <= all {
        return;
    }
    for (size, (count, spans)) in letters.iter().filter(|(size, _)| **size != main) {
        if *count == 0 || spans.is_empty() {
            continue;
        }
        let there = format!("cỡ chữ {} giữa nội dung cỡ {}", points(*size), points(main));
        notes
            .add(&spans[0], there, "một cỡ chữ trong cả văn bản")
            .others(paragraphs(spans).saturating_sub(1))
            .mend(change(spans));
    }
}

fn paragraphs(spans: &[Span]) -> usize {
    let mut ids: Vec<ParagraphId> = spans.iter().map(|span| span.paragraph).collect();
    ids.dedup();
    ids.len()
}

fn justified(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let mut wrong: Vec<(ParagraphId, Alignment)> = Vec::new();
    for (line, id, paragraph) in lines(reading) {
        let alignment = paragraph.format.alignment;
        let right = matches!(alignment, Alignment::Both | Alignment::Distribute);
        // On a single line nobody sees it, and a line broken by hand must not be stretched.
        if right || !reading.is_running(line) || !wraps(reading, id) {
            continue;
        }
        wrong.push((id, alignment));
    }
    let Some((first, there)) = wrong.first().copied() else {
        return;
    };
    let both = || ParagraphChange::Align(Alignment::Both);
    notes
        .add(
            reading.span(first),
            format!("đoạn văn {}", alignment(there)),
            "canh đều hai lề",
        )
        .others(wrong.len() - 1)
        .mend(wrong.iter().map(|(id, _)| Edit::Paragraph(*id, both())));
}

/// True if a paragraph surely takes more than one line.
fn wraps(reading: &Reading<'_>, id: ParagraphId) -> bool {
    let paragraph = &reading.facts[id];
    let column = reading.column(paragraph).map_or(Pt(460.0), Twips::to_pt);
    !paragraph.text.trim().contains('\n') && printed_width(reading, id).0 > column.0 * 1.15
}

fn first_line(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let mut wrong: Vec<(ParagraphId, Twips)> = Vec::new();
    let mut padded: Vec<ParagraphId> = Vec::new();
    for (line, id, paragraph) in lines(reading) {
        let checked = match line.level {
            None | Some(Outline::Article | Outline::Clause | Outline::Point) => {
                !line.title_of_above
            }
            Some(
                Outline::Part
                | Outline::Chapter
                | Outline::Section
                | Outline::Subsection
                | Outline::Roman
                | Outline::Nested
                | Outline::Dash
                | Outline::Plus
                | Outline::Bullet,
            ) => false,
        };
        let centred = matches!(
            paragraph.format.alignment,
            Alignment::Center | Alignment::Right
        );
        if !checked || centred || !wraps(reading, id) {
            continue;
        }
        let indents = paragraph.format.indents;
        let start = indents.left + indents.first;
        if paragraph.text.starts_with([' ', '\t', '\u{a0}']) {
            padded.push(id);
        } else if !(lawful(start) || line.label.is_some() && lawful(indents.left)) {
            wrong.push((id, start));
        }
    }
    if let Some((first, start)) = wrong.first().copied() {
        let there = format!("chữ đầu đoạn lùi {} cm", cm(start));
        // What most of the paper has is what the clerk meant.
        let usual = usual(reading);
        let edits = wrong
            .iter()
            .filter(|(id, _)| reading.facts[*id].format.indents.left == Twips(0));
        notes
            .add(reading.span(first), there, "1 cm hoặc 1,27 cm")
            .others(wrong.len() - 1)
            .mend(edits.map(|(id, _)| Edit::Paragraph(*id, ParagraphChange::First(usual))));
    }
    if let Some(first) = padded.first().copied() {
        notes
            .add(
                reading.span(first),
                "thụt đầu dòng bằng dấu cách hoặc Tab",
                "lùi dòng đầu (First line) 1 cm hoặc 1,27 cm",
            )
            .others(padded.len() - 1)
            .ask("bản in có thể vẫn đúng");
    }
}

/// True for 1 cm and 1.27 cm, with the slack of the ruler in Word.
fn lawful(indent: Twips) -> bool {
    [567, 720]
        .iter()
        .any(|lawful| (indent.0 - lawful).abs() <= 22)
}

/// The lawful indent that the paper uses, or 1.27 cm.
fn usual(reading: &Reading<'_>) -> Twips {
    let first = |(_, _, paragraph): &(&BodyLine, ParagraphId, &Paragraph)| {
        let indents = paragraph.format.indents;
        indents.left + indents.first
    };
    let lines = lines(reading);
    lines
        .iter()
        .map(first)
        .find(|indent| lawful(*indent))
        .unwrap_or(Twips(720))
}

/// Centimetres as clerks write them.
fn cm(length: Twips) -> String {
    let hundredths = (length.to_mm().0 * 10.0).round() / 100.0;
    hundredths.to_string().replace('.', ",")
}

fn gap(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let lines = lines(reading);
    let mut wrong: Vec<(ParagraphId, Twips)> = Vec::new();
    for pair in lines.windows(2) {
        let [(_, above, upper), (line, below, lower)] = pair else {
            continue;
        };
        // Something between them (a blank line, a table) makes the gap; a title sits close to its line.
        let touching = below.0 == above.0 + 1 && !line.title_of_above;
        let centred = lower.format.alignment == Alignment::Center;
        if !touching || centred || lower.format.page_break_before {
            continue;
        }
        let close =
            upper.format.contextual && lower.format.contextual && upper.style == lower.style;
        let gap = upper.format.after.max(lower.format.before);
        let gap = if close { Twips(0) } else { gap };
        if gap < Twips(115) {
            wrong.push((*below, gap));
        }
    }
    // Single lines of a list set close by hand are not the spacing of the paper.
    if wrong.len() * 10 <= lines.len() && wrong.len() < 3 {
        return;
    }
    if let Some((first, gap)) = wrong.first().copied() {
        let there = format!("khoảng cách đoạn {} pt", gap.to_pt().0).replace('.', ",");
        let edits = wrong.iter().flat_map(|(id, _)| {
            let six = ParagraphChange::Before(Twips(120));
            let contextual = reading.facts[*id].format.contextual;
            let above = ParagraphId(id.0 - 1);
            let free = |id| Edit::Paragraph(id, ParagraphChange::NotContextual);
            let freed = if contextual {
                vec![free(*id), free(above)]
            } else {
                Vec::new()
            };
            [Edit::Paragraph(*id, six)].into_iter().chain(freed)
        });
        notes
            .add(reading.span(first), there, "tối thiểu 6 pt")
            .others(wrong.len() - 1)
            .mend(edits);
    }
    blank_lines(reading, notes);
}

/// Blank paragraphs between those of the text, which print the gap but not as asked.
fn blank_lines(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let lines = lines(reading);
    let between = lines.windows(2).filter_map(|pair| {
        let [(_, above, _), (_, below, _)] = pair else {
            return None;
        };
        let blank = ParagraphId(above.0 + 1);
        (below.0 == above.0 + 2 && reading.paper.role(blank) == Role::Blank).then_some(*below)
    });
    let blanks: Vec<ParagraphId> = between.collect();
    if blanks.len() * 2 > lines.len().max(6)
        && let Some(first) = blanks.first()
    {
        notes
            .add(
                reading.span(*first),
                "cách đoạn bằng dòng trống",
                "khoảng cách đoạn 6 pt",
            )
            .others(blanks.len() - 1)
            .ask("bản in vẫn có khoảng cách, nhưng rộng hơn mức thường dùng");
    }
}

fn line_spacing(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let mut wrong: Vec<(ParagraphId, String)> = Vec::new();
    for (line, id, paragraph) in lines(reading) {
        if !reading.is_running(line) {
            continue;
        }
        let size = paragraph
            .visible_runs()
            .next()
            .map_or(14.0, |run| run.format.size.to_pt().0);
        // Word's single line of Times New Roman is 1.15 times its size.
        let (low, high) = (size * 1.15 - 0.35, size * 1.73 + 0.35);
        let there = match paragraph.format.leading {
            Leading::Lines(lines) if (238..=362).contains(&lines) => continue,
            Leading::Lines(lines) => {
                let times = (f64::from(lines) / 2.4).round() / 100.0;
                format!("giãn dòng {times} dòng").replace('.', ",")
            }
            Leading::Exact(height) if (low..=high).contains(&height.to_pt().0) => continue,
            Leading::AtLeast(height) if height.to_pt().0 <= high => continue,
            Leading::Exact(height) | Leading::AtLeast(height) => {
                format!("giãn dòng {} pt với chữ {size}", height.to_pt().0).replace('.', ",")
            }
        };
        if wraps(reading, id) {
            wrong.push((id, there));
        }
    }
    let Some((first, there)) = wrong.first() else {
        return;
    };
    let single = |(id, _): &(ParagraphId, String)| {
        let lines = match reading.facts[*id].format.leading {
            Leading::Lines(lines) => lines.clamp(240, 360),
            Leading::Exact(_) | Leading::AtLeast(_) => 240,
        };
        Edit::Paragraph(*id, ParagraphChange::Line(lines))
    };
    notes
        .add(reading.span(*first), there.clone(), "từ 1,0 đến 1,5 dòng")
        .others(wrong.len() - 1)
        .mend(wrong.iter().map(single));
}
