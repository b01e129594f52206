//! Page numbers (Phụ lục I, phần I, mục I.7 and III.1.đ).

use crate::check::facts::{
    Alignment, FieldKind, Home, MarginKind, NumberFormat, Paragraph, ParagraphId, Section,
    SectionId, Story,
};
use crate::check::finding::Notes;
use crate::check::mend::{Edit, ParagraphChange, RunChange, SectionChange};
use crate::check::paper::{Found, PageNumber, Role};
use crate::units::HalfPoints;

use super::reading::Reading;
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
            .in_doubt(&reading.paper.page_number);
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
            notes.add(SectionId(0), there, "số trang ở giữa lề trên, từ trang 2");
        }
        Some(_) | None if letters > MORE_THAN_A_PAGE => {
            let there = "văn bản dài hơn một trang không có số trang";
            notes.add(SectionId(0), there, "số trang ở giữa lề trên, từ trang 2");
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
    } else if paragraph.format.alignment != Alignment::Center && alignment_shows(paragraph) {
        there.push("không canh giữa".to_string());
        let centre = ParagraphChange::Align(Alignment::Center);
        edits.push(Edit::Paragraph(number.paragraph, centre));
    }
    let Some((_, span)) = &number.field else {
        return;
    };
    let run = paragraph.runs_in(span.range.clone()).next();
    if let Some((run, _)) = run {
        let (from, to) = (HalfPoints::points(13), HalfPoints::points(14));
        let size = run.format.size;
        if !(from..=to).contains(&size) {
            there.push(format!("cỡ chữ {}", points(size)));
            edits.push(Edit::Runs(
                span.clone(),
                RunChange::Size(size.clamp(from, to)),
            ));
        }
        if run.format.italic || run.format.bold {
            there.push("không phải kiểu chữ đứng, thường".to_string());
            edits.push(Edit::Runs(span.clone(), RunChange::Italic(false)));
            edits.push(Edit::Runs(span.clone(), RunChange::Bold(false)));
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
    finding.in_doubt(&reading.paper.page_number);
    if !section.title_page && number_alone(reading, section) {
        finding.mend([Edit::Section(SectionId(0), SectionChange::TitlePage)]);
    }
}

/// True if the header and the footer of page 1 hold nothing but the number: with a header of its own
/// page 1 would lose the rest.
fn number_alone(reading: &Reading<'_>, section: &Section) -> bool {
    let shown = [section.headers.default, section.footers.default];
    reading
        .facts
        .all()
        .all(|(id, paragraph)| match paragraph.story {
            Story::Margin(margin) if shown.contains(&Some(margin)) => {
                paragraph.is_blank() || reading.paper.role(id) == Role::PageNumber
            }
            Story::Body | Story::Margin(_) | Story::Note(_) => true,
        })
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
    let own = first.0 == 0
        || reading.facts[ParagraphId(first.0 - 1)].section != reading.facts[first].section;
    own && section.first_number == Some(1)
}
