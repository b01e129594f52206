//! Tên loại and trích yếu of named documents (Phụ lục I, phần I, mục II.5.a, II.5.b).

use crate::check::finding::{Notes, Spot};
use crate::check::mend::Edit;
use crate::check::paper::Found;

use super::reading::Reading;
use super::style::{component, style};
use super::{Check, Level, Rule};

/// Types whose template has a subject without fail (Mẫu 1.1 to 1.4).
const WITH_SUBJECT: [&str; 14] = [
    "NQ", "QĐ", "CT", "QC", "QyĐ", "TB", "HD", "CTr", "KH", "PA", "ĐA", "DA", "BC", "TTr",
];

/// TT-60.
pub(super) static TYPE_NAME: Rule = Rule {
    code: "TT-60",
    level: Level::Must,
    asks: "tên loại văn bản in hoa, cỡ chữ 13–14, kiểu đứng, đậm, canh giữa",
    clause: "Phụ lục I, phần I, mục II.5.b",
    why: "Tên loại cho biết ngay đây là văn bản gì.",
    wrong: "Kế hoạch, in thường, canh trái",
    right: "KẾ HOẠCH, cỡ chữ 14, đậm, canh giữa",
    check: Check::Paper(type_name),
};

/// TT-62.
pub(super) static SUBJECT: Rule = Rule {
    code: "TT-62",
    level: Level::Must,
    asks: "trích yếu ngay dưới tên loại, in thường, cỡ chữ 13–14, kiểu đứng, đậm, canh giữa",
    clause: "Phụ lục I, phần I, mục II.5.b",
    why: "Trích yếu vào sổ đăng ký văn bản; các mẫu in nét thường nhưng lời của Nghị định là chữ đậm.",
    wrong: "trích yếu nghiêng, không đậm",
    right: "trích yếu đứng, đậm, cỡ chữ 14",
    check: Check::Paper(subject),
};

/// TT-64.
pub(super) static NO_VE_VIEC: Rule = Rule {
    code: "TT-64",
    level: Level::Should,
    asks: "trích yếu của văn bản có tên loại không bắt đầu bằng “V/v”",
    clause: "Phụ lục I, phần I, mục II.5.b (“V/v” chỉ nêu cho công văn)",
    why: "“V/v” là cách ghi của công văn.",
    wrong: "V/v tổ chức Hội nghị",
    right: "Về việc tổ chức Hội nghị",
    check: Check::Paper(no_ve_viec),
};

/// TT-67.
pub(super) static NO_FULL_STOP: Rule = Rule {
    code: "TT-67",
    level: Level::Should,
    asks: "cuối trích yếu không có dấu chấm",
    clause: "thực tế soạn thảo; các mẫu của Phụ lục III",
    why: "Trích yếu là một cụm từ, không phải câu.",
    wrong: "Về công tác phòng, chống lụt bão.",
    right: "Về công tác phòng, chống lụt bão",
    check: Check::Paper(no_full_stop),
};

fn type_name(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let found = &reading.paper.title.type_name;
    if found.is_missing() {
        if reading.is_named() {
            notes
                .add(
                    Spot::File,
                    "không thấy tên loại văn bản",
                    "tên loại in hoa, đậm, giữa trang",
                )
                .in_doubt(&reading.paper.kind);
        }
        return;
    }
    let asked = style(13, 14, true, false).upper().centred();
    component(reading, notes, "tên loại", found, asked);
}

fn subject(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let title = &reading.paper.title;
    if title.subject.is_missing() {
        if reading.is_one_of(&WITH_SUBJECT)
            && let Found::Sure(name) = &title.type_name
        {
            notes.add(
                name,
                "dưới tên loại không thấy trích yếu",
                "trích yếu nội dung, đậm, giữa trang",
            );
        }
        return;
    }
    let asked = style(13, 14, true, false).lower().centred();
    component(reading, notes, "trích yếu", &title.subject, asked);
}

fn no_ve_viec(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let found = &reading.paper.title.subject;
    let Some(piece) = found.get() else {
        return;
    };
    let words = reading.words(piece);
    if words.starts_with("V/v") || words.starts_with("V/V") || words.starts_with("v/v") {
        notes
            .add(
                piece,
                format!("trích yếu “{}”", quote(&words)),
                "“Về việc …” hoặc nêu thẳng nội dung",
            )
            .in_doubt(found);
    }
}

fn no_full_stop(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let title = &reading.paper.title;
    for found in [&title.subject, &title.letter_subject] {
        let Some(piece) = found.get() else {
            continue;
        };
        let words = reading.words(piece);
        if !words.ends_with('.') || words.ends_with("..") {
            continue;
        }
        let finding = notes.add(piece, "trích yếu có dấu chấm ở cuối", "bỏ dấu chấm");
        finding.in_doubt(found);
        if let Some(span) = piece.spans.last() {
            let mut dot = span.clone();
            dot.range.start = dot.range.end - 1;
            finding.mend([Edit::Words(dot, String::new())]);
        }
    }
}

/// The first words of a text.
pub(super) fn quote(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    if words.len() > 8 {
        format!("{} …", words[..8].join(" "))
    } else {
        text.to_string()
    }
}
