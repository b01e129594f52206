//! Phụ lục (Phụ lục I, phần I, mục III.1).

use crate::check::facts::ParagraphId;
use crate::check::finding::Notes;
use crate::check::paper::{Annex, Found, Piece, Role};
use crate::text::number::roman;

use super::reading::Reading;
use super::style::{component, piece_in, style};
use super::{Check, Level, Rule};

/// TT-120.
pub(super) static NAMED: Rule = Rule {
    code: "TT-120",
    level: Level::Must,
    asks: "nội dung văn bản có chỉ dẫn đến phụ lục",
    clause: "Phụ lục I, phần I, mục III.1.a",
    why: "Phụ lục không được nhắc tới thì không rõ để làm gì.",
    wrong: "văn bản có Phụ lục mà nội dung không nhắc tới",
    right: "… (chi tiết tại Phụ lục kèm theo)",
    check: Check::Paper(named),
};

/// TT-121.
pub(super) static ROMAN: Rule = Rule {
    code: "TT-121",
    level: Level::Must,
    asks: "từ hai phụ lục trở lên đánh số La Mã: Phụ lục I, Phụ lục II",
    clause: "Phụ lục I, phần I, mục III.1.a",
    why: "Viện dẫn đúng phụ lục.",
    wrong: "Phụ lục 1, Phụ lục 2",
    right: "Phụ lục I, Phụ lục II",
    check: Check::Paper(roman_numbers),
};

/// TT-122.
pub(super) static LABEL: Rule = Rule {
    code: "TT-122",
    level: Level::Must,
    asks: "“Phụ lục” in thường, cỡ chữ 14, đứng, đậm, canh giữa; tiêu đề dòng dưới in hoa, cỡ chữ 13–14, đậm, canh giữa",
    clause: "Phụ lục I, phần I, mục III.1.b",
    why: "Phụ lục có đầu riêng để tách ra vẫn nhận được.",
    wrong: "PHỤ LỤC I",
    right: "Phụ lục I / DANH SÁCH ĐẠI BIỂU",
    check: Check::Paper(label),
};

/// TT-123.
pub(super) static ATTACHED: Rule = Rule {
    code: "TT-123",
    level: Level::Must,
    asks: "dưới tiêu đề phụ lục có dòng “(Kèm theo …)” nghiêng, cỡ chữ 13–14, canh giữa, đúng số, ký hiệu của văn bản",
    clause: "Phụ lục I, phần I, mục III.1.c",
    why: "Dòng này nối phụ lục với văn bản; số của văn bản khác là dấu vết chép từ mẫu cũ.",
    wrong: "phụ lục không ghi kèm theo văn bản nào",
    right: "(Kèm theo Kế hoạch số 12/KH-UBND ngày 05 tháng 02 năm 2026 của UBND xã …)",
    check: Check::Paper(attached),
};

/// TT-124.
pub(super) static NO_FRAME: Rule = Rule {
    code: "TT-124",
    level: Level::Should,
    asks: "phụ lục không có Quốc hiệu, Tiêu ngữ",
    clause: "Phụ lục III, mẫu 2.1, 2.2",
    why: "Phụ lục là một phần của văn bản, không phải văn bản riêng.",
    wrong: "phụ lục mở đầu bằng Quốc hiệu",
    right: "phụ lục mở đầu bằng “Phụ lục”",
    check: Check::Paper(no_frame),
};

fn named(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let Some(first) = reading.paper.annexes.first() else {
        return;
    };
    let named = reading.facts.all().any(|(id, paragraph)| {
        let own = id < first.extent.0 && reading.paper.role(id) != Role::AnnexLabel;
        let text = super::reading::nfc(&paragraph.text).to_lowercase();
        own && ["phụ lục", "kèm theo", "đính kèm"]
            .iter()
            .any(|word| text.contains(word))
    });
    if !named {
        notes.add(
            &first.label,
            "nội dung không nhắc tới phụ lục",
            "nêu phụ lục trong nội dung",
        );
    }
}

fn roman_numbers(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let annexes = &reading.paper.annexes;
    for (at, annex) in annexes.iter().enumerate() {
        let number = annex
            .number
            .as_ref()
            .map(|span| reading.facts.words(span).trim().to_string());
        let wanted = roman(u32::try_from(at + 1).unwrap_or(1));
        match number {
            Some(number) if annexes.len() > 1 && number != wanted => {
                let there = format!("“{}”", reading.words(&annex.label));
                notes.add(&annex.label, there, format!("“Phụ lục {wanted}”"));
            }
            None if annexes.len() > 1 => {
                let there = "có nhiều phụ lục mà không đánh số";
                notes.add(&annex.label, there, format!("“Phụ lục {wanted}”"));
            }
            Some(_) | None => {}
        }
    }
}

fn label(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    for annex in &reading.paper.annexes {
        let asked = style(14, 14, true, false).lower().centred();
        piece_in(reading, notes, "dòng “Phụ lục”", &annex.label, asked);
        capitals(reading, annex, notes);
        let asked = style(13, 14, true, false).upper().centred();
        component(reading, notes, "tiêu đề phụ lục", &annex.title, asked);
    }
}

/// `PHỤ LỤC I` has no small letter to be missed by the share of capitals.
fn capitals(reading: &Reading<'_>, annex: &Annex, notes: &mut Notes<'_>) {
    let words = reading.words(&annex.label);
    let lower = words.starts_with("Phụ lục");
    let upper = words.starts_with("PHỤ LỤC") && words.chars().any(char::is_lowercase);
    if !lower && upper {
        notes.add(&annex.label, format!("“{words}”"), "“Phụ lục” in thường");
    }
}

fn attached(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    for annex in &reading.paper.annexes {
        if annex.attached.is_missing() {
            notes.add(
                &annex.label,
                "phụ lục không có dòng “(Kèm theo …)”",
                "(Kèm theo <tên loại> số … ngày … tháng … năm … của …)",
            );
            continue;
        }
        let mut asked = style(13, 14, false, true).centred();
        asked.bold = None;
        component(reading, notes, "dòng “Kèm theo”", &annex.attached, asked);
        other_number(reading, &annex.attached, notes);
    }
    for issued in &reading.paper.attached {
        let mut asked = style(13, 14, false, true).centred();
        asked.bold = None;
        let finding = component(reading, notes, "dòng “Kèm theo”", &issued.attached, asked);
        if let Some(finding) = finding {
            finding
                .ask("chỉ mẫu 1.3 của Phụ lục III in nghiêng dòng này ở văn bản ban hành kèm theo");
        }
        other_number(reading, &issued.attached, notes);
    }
}

/// The number of another paper in `(Kèm theo …)`. In a file of its own, or before the paper has its
/// number, the place is left blank.
fn other_number(reading: &Reading<'_>, attached: &Found<Piece>, notes: &mut Notes<'_>) {
    let own = reading.words_of(&reading.paper.letterhead.number);
    let (Some(own), Some(piece)) = (own, attached.get()) else {
        return;
    };
    let words = reading.words(piece);
    // A fault of the symbol is for the rules on the number.
    let number = |text: &str| -> Option<u32> {
        let (_, rest) = text.split_once("Số").or_else(|| text.split_once("số "))?;
        let rest = rest.trim_start_matches([':', ' ']);
        rest.split_once('/')?.0.trim().parse().ok()
    };
    let (Some(own), Some(there)) = (number(&own), number(&words)) else {
        return;
    };
    if there == own {
        return;
    }
    let named = reading.kind().is_some_and(|kind| words.contains(kind.name));
    let finding = notes.add(
        piece,
        format!("phụ lục kèm theo văn bản số {there}"),
        format!("số của văn bản này: {own}"),
    );
    finding.in_doubt(attached);
    if !named {
        finding.ask("có thể là phụ lục của văn bản khác gửi kèm");
    }
}

fn no_frame(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    for annex in &reading.paper.annexes {
        let Found::Sure(_) = &reading.paper.letterhead.national_name else {
            return;
        };
        let range = annex.extent.0.0..annex.extent.1.0;
        let national = range
            .filter(|at| *at < reading.facts.paragraphs.len())
            .find(|at| {
                let text = reading.text(ParagraphId(*at));
                text.replace("HOÀ", "HÒA") == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
            });
        if let Some(at) = national {
            let id = ParagraphId(at);
            notes
                .add(reading.span(id), "phụ lục có Quốc hiệu", "bỏ")
                .ask("có thể là biểu mẫu ban hành kèm theo");
        }
    }
}
