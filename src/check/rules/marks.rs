//! Marks of urgency, circulation, secrecy; the agency's address (Phụ lục I, phần I, mục III.2, III.4).

use crate::check::facts::{Home, ParagraphId};
use crate::check::finding::Notes;
use crate::check::paper::{Mark, MarkKind};
use crate::check::words::fold;

use super::reading::Reading;
use super::style::{Style, component, piece_in, style};
use super::{Check, Level, Rule};

/// TT-130.
pub(super) static URGENCY: Rule = Rule {
    code: "TT-130",
    level: Level::Must,
    asks: "dấu chỉ mức độ khẩn: HỎA TỐC, THƯỢNG KHẨN, KHẨN; in hoa, cỡ chữ 13–14, đứng, đậm, đóng khung",
    clause: "Phụ lục I, phần I, mục III.2.b",
    why: "Văn thư chuyển ngay khi thấy dấu khẩn.",
    wrong: "khẩn cấp, không đóng khung",
    right: "KHẨN trong khung",
    check: Check::Paper(urgency),
};

/// TT-131.
pub(super) static CIRCULATION: Rule = Rule {
    code: "TT-131",
    level: Level::Must,
    asks: "chỉ dẫn phạm vi lưu hành in hoa, cỡ chữ 13–14, đứng, đậm, đóng khung",
    clause: "Phụ lục I, phần I, mục III.2.c",
    why: "Người nhận biết văn bản chỉ dùng trong phạm vi nào, có phải trả lại không.",
    wrong: "Lưu hành nội bộ, không đóng khung",
    right: "LƯU HÀNH NỘI BỘ trong khung",
    check: Check::Paper(circulation),
};

/// TT-132.
pub(super) static SECRECY: Rule = Rule {
    code: "TT-132",
    level: Level::Must,
    asks: "văn bản có dấu chỉ độ mật không soạn, không kiểm tra trên máy có nối mạng",
    clause: "Luật Bảo vệ bí mật nhà nước 2025 (117/2025/QH15); Phụ lục I, phần I, mục III.2.a",
    why: "Soạn, lưu văn bản mật trên máy nối mạng là vi phạm pháp luật.",
    wrong: "MẬT",
    right: "xử lý trên máy riêng theo quy định bảo vệ bí mật nhà nước",
    check: Check::Paper(secrecy),
};

/// TT-133.
pub(super) static CONTACT: Rule = Rule {
    code: "TT-133",
    level: Level::Must,
    asks: "địa chỉ cơ quan ở cuối trang thứ nhất, cỡ chữ 11–12, kiểu đứng, in thường, dưới đường kẻ nét liền",
    clause: "Phụ lục I, phần I, mục III.4",
    why: "Địa chỉ ở cuối trang đầu, nhỏ hơn nội dung, tách với nội dung bằng đường kẻ.",
    wrong: "cỡ chữ 9, nghiêng; không có đường kẻ",
    right: "cỡ chữ 11, đứng, dưới đường kẻ hết chiều ngang",
    check: Check::Paper(contact),
};

/// The marks of urgency, folded.
const URGENT: [&str; 3] = ["hỏa tốc", "thượng khẩn", "khẩn"];

fn of_kind<'a>(reading: &Reading<'a>, kind: MarkKind) -> impl Iterator<Item = &'a Mark> {
    reading
        .paper
        .marks
        .iter()
        .filter(move |mark| mark.kind == kind)
}

fn boxed(reading: &Reading<'_>, notes: &mut Notes<'_>, mark: &Mark) {
    let asked: Style = style(13, 14, true, false).upper();
    let words = reading.words(&mark.piece);
    piece_in(reading, notes, &format!("“{words}”"), &mark.piece, asked);
    if !mark.boxed {
        notes
            .add(
                &mark.piece,
                format!("“{words}” không đóng khung"),
                "khung chữ nhật viền đơn",
            )
            .ask("khung có thể là hình vẽ");
    }
}

fn urgency(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    for mark in of_kind(reading, MarkKind::Urgency) {
        boxed(reading, notes, mark);
        let words = reading.words(&mark.piece);
        let folded: Vec<String> = words.split(' ').map(fold).collect();
        if !URGENT.contains(&folded.join(" ").as_str()) {
            notes.add(
                &mark.piece,
                format!("“{words}”"),
                "HỎA TỐC, THƯỢNG KHẨN hoặc KHẨN",
            );
        }
    }
}

fn circulation(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    for mark in of_kind(reading, MarkKind::Circulation) {
        boxed(reading, notes, mark);
    }
}

fn secrecy(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    for mark in of_kind(reading, MarkKind::Secrecy) {
        let there = format!("văn bản có dấu “{}”", reading.words(&mark.piece));
        notes.add(&mark.piece, there, "dừng; xử lý trên máy không nối mạng");
    }
}

fn contact(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let mut asked = style(11, 12, false, false).lower();
    asked.bold = None;
    component(
        reading,
        notes,
        "địa chỉ cơ quan",
        &reading.paper.contact,
        asked,
    );
    let found = &reading.paper.contact;
    let Some(id) = found.sure().and_then(|piece| piece.paragraph()) else {
        return;
    };
    if !is_under_line(reading, id) {
        notes.add(
            reading.span(id),
            "trên địa chỉ cơ quan không có đường kẻ",
            "đường kẻ nét liền hết chiều ngang",
        );
    }
    let first = reading.facts.sections.first();
    let pages = reading.facts.properties.pages;
    if first.is_some_and(|section| !section.title_page) && pages.is_some_and(|pages| pages > 1) {
        notes.add(
            reading.span(id),
            "địa chỉ cơ quan ở chân mọi trang",
            "chỉ ở trang thứ nhất",
        );
    }
}

/// True if a line is drawn in the same footer, above the address or as its border.
fn is_under_line(reading: &Reading<'_>, address: ParagraphId) -> bool {
    let facts = reading.facts;
    let story = facts[address].story;
    let border = |id: ParagraphId| {
        let borders = facts[id].format.borders;
        borders.top.is_some() || id != address && borders.bottom.is_some()
    };
    let cell = match facts[address].home {
        Home::Cell(table, row, cell) => facts[table]
            .rows
            .get(row)
            .and_then(|row| row.cells.get(cell))
            .is_some_and(|cell| cell.top.is_some()),
        Home::Story | Home::Box(_) => false,
    };
    let above = facts
        .all()
        .filter(|(id, it)| it.story == story && *id <= address)
        .any(|(id, it)| {
            let text = it.text.trim();
            let typed =
                !text.is_empty() && text.chars().all(|c| matches!(c, '_' | '─' | '━' | '—'));
            border(id) || typed
        });
    // A shape hangs on any paragraph of the footer; where it stands only a layout knows.
    let shape = facts
        .shapes
        .iter()
        .any(|shape| facts[shape.anchor].story == story);
    cell || above || shape
}
