//! What a công văn has in place of a title (Phụ lục I, phần I, mục II.5; Mẫu 1.5).

use crate::check::finding::Notes;
use crate::check::mend::{Edit, ParagraphChange};
use crate::check::paper::Role;
use crate::units::Twips;

use super::reading::Reading;
use super::style::{component, style};
use super::{Check, Level, Rule};

/// TT-61.
pub(super) static NO_TYPE_NAME: Rule = Rule {
    code: "TT-61",
    level: Level::Must,
    asks: "công văn không có dòng tên loại “CÔNG VĂN”",
    clause: "Phụ lục I, phần I, mục II.5.b; Phụ lục III, mẫu 1.5",
    why: "Công văn không có tên loại; trích yếu ghi dưới số, ký hiệu.",
    wrong: "CÔNG VĂN / Về việc báo cáo số liệu",
    right: "V/v báo cáo số liệu, dưới dòng “Số:”",
    check: Check::Paper(no_type_name),
};

/// TT-65.
pub(super) static SUBJECT: Rule = Rule {
    code: "TT-65",
    level: Level::Must,
    asks: "trích yếu công văn bắt đầu bằng “V/v”, dưới dòng “Số:”, cỡ chữ 12–13, kiểu đứng, không đậm, canh giữa",
    clause: "Phụ lục I, phần I, mục II.5.b",
    why: "Văn thư và người nhận đọc trích yếu ở góc trái trên.",
    wrong: "V/v báo cáo số liệu, đậm, nghiêng, cỡ chữ 14",
    right: "V/v báo cáo số liệu, đứng, không đậm, cỡ chữ 12",
    check: Check::Paper(subject),
};

/// TT-66.
pub(super) static GAP: Rule = Rule {
    code: "TT-66",
    level: Level::Must,
    asks: "trích yếu công văn cách dòng số, ký hiệu 6 pt",
    clause: "Phụ lục I, phần I, mục II.5.b",
    why: "Cách ra để không dính vào số.",
    wrong: "cách đoạn 0 pt",
    right: "cách đoạn 6 pt",
    check: Check::Paper(gap),
};

fn no_type_name(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    // With such a line the type may not be told at all.
    if reading.kind().is_some_and(|kind| kind.name != "Công văn") {
        return;
    }
    for (id, paragraph) in reading.facts.story() {
        let alone = paragraph.text.trim().to_uppercase() == "CÔNG VĂN";
        if alone && reading.paper.role(id) != Role::Table {
            notes
                .add(id, "có dòng “CÔNG VĂN”", "bỏ dòng này")
                .in_doubt(&reading.paper.kind);
        }
    }
}

fn subject(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let found = &reading.paper.title.letter_subject;
    if found.is_missing() {
        let number = reading.paper.letterhead.number.sure();
        if let Some(number) = number
            && reading.is_letter()
        {
            notes
                .add(
                    number,
                    "dưới số, ký hiệu không thấy trích yếu “V/v …”",
                    "V/v <nội dung>",
                )
                .in_doubt(&reading.paper.kind);
        }
        return;
    }
    let mut asked = style(12, 13, false, false);
    if !reading.head_by_tabs() {
        asked = asked.centred();
    }
    component(reading, notes, "trích yếu", found, asked);
    if let Some(piece) = found.get()
        && !reading.words(piece).starts_with("V/v")
    {
        let there = format!("trích yếu “{}”", super::title::quote(&reading.words(piece)));
        notes
            .add(piece, there, "bắt đầu bằng “V/v”")
            .in_doubt(found);
    }
}

fn gap(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let (Some(number), Some(subject)) = (
        reading.paper.letterhead.number.sure(),
        reading.paper.title.letter_subject.sure(),
    ) else {
        return;
    };
    let (Some(above), Some(below)) = (number.paragraph(), subject.paragraph()) else {
        return;
    };
    let facts = reading.facts;
    if below.0 != above.0 + 1 || facts[above].home != facts[below].home {
        return;
    }
    let gap = facts[above].format.after + facts[below].format.before;
    if gap < Twips(115) {
        let six = ParagraphChange::Before(Twips(120));
        notes
            .add(
                subject,
                format!("trích yếu cách dòng số {} pt", gap.to_pt().0),
                "6 pt",
            )
            .mend([Edit::Paragraph(below, six)]);
    }
}
