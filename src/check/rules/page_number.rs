//! Page numbers (Phụ lục I, phần I, mục I.7 and III.1.đ).

use crate::check::facts::{
    Alignment, FieldKind, Home, MarginKind, NumberFormat, Paragraph, ParagraphId, Section,
    SectionId,
};
use crate::check::finding::Notes;
use crate::check::mend::{Edit, ParagraphChange, RunChange, SectionChange};
use crate::check::paper::{Found, PageNumber};
use crate::units::HalfPoints;

use super::reading::Reading;
use super::renumber;
use super::style::points;
use super::{Check, Level, Rule};

/// Letters that surely fill more than one page.
const MORE_THAN_A_PAGE: usize = 5000;

/// TT-10.
pub(super) static PAGE_NUMBER: Rule = Rule {
    code: "TT-10",
    level: Level::Must,
    asks: "số trang ở giữa lề trên, chữ số Ả Rập, cỡ chữ 13–14, kiểu đứng, không hiện ở trang thứ nhất",
    clause: "Phụ lục I, phần I, mục I.7",
    why: "Văn bản nhiều trang không có số trang thì xáo trộn, mất trang mà không biết.",
    wrong: "số trang ở góc phải cuối trang",
    right: "số trang ở giữa lề trên, từ trang 2",
    check: Check::Paper(page_number),
};

/// TT-11.
pub(super) static FROM_ONE: Rule = Rule {
    code: "TT-11",
    level: Level::Must,
    asks: "số trang đánh từ số 1, bằng chữ số Ả Rập",
    clause: "Phụ lục I, phần I, mục I.7",
    why: "Số trang bắt đầu từ số khác làm người nhận tưởng thiếu trang.",
    wrong: "trang thứ nhất là trang 0; số trang i, ii, iii",
    right: "1, 2, 3",
    check: Check::Paper(from_one),
};

/// TT-12.
pub(super) static ANNEXES_APART: Rule = Rule {
    code: "TT-12",
    level: Level::Must,
    asks: "số trang của phụ lục được đánh số riêng, từ 1",
    clause: "Phụ lục I, phần I, mục III.1.đ",
    why: "Phụ lục tách ra vẫn đủ trang, đúng thứ tự.",
    wrong: "văn bản 3 trang, phụ lục đánh tiếp trang 4",
    right: "phụ lục đánh lại từ trang 1",
    check: Check::Paper(annexes_apart),
};

fn page_number(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let Some(number) = reading.paper.page_number.get() else {
        missing(reading, notes);
        return;
    };
    let facts = reading.facts;
    if facts[number.margin].kind == MarginKind::Footer {
        let asked = "ở giữa lề trên (đầu trang)";
        notes
            .add(number.paragraph, "số trang ở cuối trang", asked)
            .in_doubt(&reading.paper.page_number)
            .mend(renumber::edits(reading));
    }
    if number
        .field
        .as_ref()
        .is_none_or(|(kind, _)| *kind != FieldKind::Page)
    {
        let there = "số trang gõ tay, trang nào cũng như nhau";
        notes
            .add(number.paragraph, there, "số trang tự động (trường PAGE)")
            .in_doubt(&reading.paper.page_number);
    }
    style(reading, number, notes);
    on_first_page(reading, number, notes);
    if reading.paper.page_number.sure().is_some() {
        left_out(reading, notes);
    }
}

/// Sections of more than a page, or even pages, whose header and footer have no number while others have.
fn left_out(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let facts = reading.facts;
    let even_too = facts.settings.even_and_odd;
    for (at, section) in facts.sections.iter().enumerate() {
        let id = SectionId(at);
        let own = facts.story().filter(|(_, it)| it.section == id);
        let letters: usize = own.map(|(_, it)| it.text.chars().count()).sum();
        if letters <= MORE_THAN_A_PAGE {
            continue;
        }
        let (top, bottom) = (section.headers, section.footers);
        let there = if !renumber::is_numbered(facts, [top.default, bottom.default]) {
            "không có số trang"
        } else if even_too && !renumber::is_numbered(facts, [top.even, bottom.even]) {
            "trang chẵn không có số trang"
        } else {
            continue;
        };
        let there = match facts.sections.len() {
            1 => there.to_string(),
            _ => format!("phần (section) {} {there}", at + 1),
        };
        notes
            .add(
                id,
                there,
                "số trang ở giữa lề trên của mọi trang, trừ trang thứ nhất",
            )
            .mend(renumber::edits(reading));
        return;
    }
}

/// A paper of several pages without a number.
fn missing(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let letters: usize = reading
        .facts
        .story()
        .map(|(_, it)| it.text.chars().count())
        .sum();
    match reading.facts.properties.pages {
        Some(pages) if pages > 1 && letters > MORE_THAN_A_PAGE / 2 => {
            let there = format!("văn bản {pages} trang không có số trang");
            notes
                .add(SectionId(0), there, "số trang ở giữa lề trên, từ trang 2")
                .mend(renumber::edits(reading));
        }
        Some(_) | None if letters > MORE_THAN_A_PAGE => {
            let there = "văn bản dài hơn một trang không có số trang";
            notes
                .add(SectionId(0), there, "số trang ở giữa lề trên, từ trang 2")
                .mend(renumber::edits(reading));
        }
        Some(_) | None => {}
    }
}

fn style(reading: &Reading<'_>, number: &PageNumber, notes: &mut Notes<'_>) {
    let paragraph = &reading.facts[number.paragraph];
    let mut there = Vec::new();
    let mut edits = Vec::new();
    if framed_aside(reading, paragraph) {
        there.push("ở một bên trang".to_string());
        if renumber::is_bare(reading.facts, paragraph) {
            let middle = ParagraphChange::FrameInMiddle;
            edits.push(Edit::Paragraph(number.paragraph, middle));
        }
    } else if paragraph.format.alignment != Alignment::Center && alignment_shows(paragraph) {
        there.push("không canh giữa".to_string());
        let centre = ParagraphChange::Align(Alignment::Center);
        edits.push(Edit::Paragraph(number.paragraph, centre));
    }
    let Some((_, span)) = &number.field else {
        return;
    };
    let run = paragraph.runs_in(span.range.clone()).next();
    // Word writes a number anew in the format of the field's code, so that changes, too.
    let change = |change| match renumber::is_bare(reading.facts, paragraph) {
        true => Edit::AllRuns(number.paragraph, change),
        false => Edit::Runs(span.clone(), change),
    };
    if let Some((run, _)) = run {
        let (from, to) = (HalfPoints::points(13), HalfPoints::points(14));
        let size = run.format.size;
        if !(from..=to).contains(&size) {
            there.push(format!("cỡ chữ {}", points(size)));
            edits.push(change(RunChange::Size(size.clamp(from, to))));
        }
        if run.format.italic || run.format.bold {
            there.push("không phải kiểu chữ đứng, thường".to_string());
            edits.push(change(RunChange::Italic(false)));
            edits.push(change(RunChange::Bold(false)));
        }
    }
    if !there.is_empty() {
        let there = format!("số trang: {}", there.join(", "));
        notes
            .add(
                number.paragraph,
                there,
                "canh giữa, cỡ chữ 13–14, kiểu đứng",
            )
            .in_doubt(&reading.paper.page_number)
            .mend(edits);
    }
}

/// In a frame at the left or right edge, where Word used to put it.
fn framed_aside(reading: &Reading<'_>, paragraph: &Paragraph) -> bool {
    match paragraph.home {
        Home::Box(id) => reading.facts[id].placement.aside,
        Home::Story | Home::Cell(..) => false,
    }
}

/// A number in a frame or a cell, or behind a tab, is placed by that.
fn alignment_shows(paragraph: &Paragraph) -> bool {
    paragraph.home == Home::Story && !paragraph.text.contains('\t')
}

/// A number that page 1 shows.
fn on_first_page(reading: &Reading<'_>, number: &PageNumber, notes: &mut Notes<'_>) {
    let Some(section) = reading.facts.sections.first() else {
        return;
    };
    let sets = [section.headers, section.footers];
    let shown = sets.iter().any(|set| {
        let first = if section.title_page {
            set.first
        } else {
            set.default
        };
        first == Some(number.margin)
    });
    if !shown {
        return;
    }
    let finding = notes.add(
        number.paragraph,
        "số trang hiện ở trang thứ nhất",
        "không hiện số trang ở trang thứ nhất",
    );
    finding
        .in_doubt(&reading.paper.page_number)
        .mend(renumber::edits(reading));
}

fn from_one(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    if reading.paper.page_number.is_missing() {
        return;
    }
    for (id, section) in reading.sections() {
        let opens = id == reading.paper.sections.0;
        if let Some(first) = section.first_number.filter(|first| opens && *first != 1) {
            notes
                .add(id, format!("số trang bắt đầu từ {first}"), "bắt đầu từ 1")
                .mend([Edit::Section(id, SectionChange::Start(1))]);
        }
        if section.number_format != NumberFormat::Decimal {
            notes
                .add(id, "số trang không phải chữ số Ả Rập", "1, 2, 3")
                .mend([Edit::Section(id, SectionChange::Decimal)]);
        }
    }
}

fn annexes_apart(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let Found::Sure(_) = &reading.paper.page_number else {
        return;
    };
    for annex in &reading.paper.annexes {
        let first = annex.extent.0;
        let section = &reading.facts[reading.facts[first].section];
        if counts_anew(reading, section, first) {
            continue;
        }
        let finding = notes.add(
            &annex.label,
            "số trang của phụ lục đánh tiếp theo văn bản",
            "phụ lục ở phần (section) riêng, số trang bắt đầu lại từ 1",
        );
        if starts_section(reading, first) {
            let anew = SectionChange::Start(1);
            finding.mend([Edit::Section(reading.facts[first].section, anew)]);
        }
        let letters: usize = (annex.extent.0.0..annex.extent.1.0)
            .filter_map(|at| reading.facts.paragraphs.get(at))
            .map(|paragraph| paragraph.text.chars().count())
            .sum();
        if letters < MORE_THAN_A_PAGE / 2 {
            finding.ask("phụ lục có thể chỉ một trang");
        }
    }
}

/// True if the section starts with the annex and counts from 1.
fn counts_anew(reading: &Reading<'_>, section: &Section, first: ParagraphId) -> bool {
    starts_section(reading, first) && section.first_number == Some(1)
}

/// True if a section starts with the paragraph.
fn starts_section(reading: &Reading<'_>, first: ParagraphId) -> bool {
    let facts = reading.facts;
    first.0 == 0 || facts[ParagraphId(first.0 - 1)].section != facts[first].section
}
