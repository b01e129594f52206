//! Quyền hạn, chức vụ (Phụ lục I, phần I, mục II.7.b, II.7.c).

use crate::check::facts::Home;
use crate::check::finding::{Notes, Spot};
use crate::check::mend::Edit;
use crate::check::paper::{Piece, Signature};
use crate::text::authority;

use super::reading::Reading;
use super::style::{piece_in, style};
use super::{Check, Level, Rule};

/// TT-100.
pub(super) static POST: Rule = Rule {
    code: "TT-100",
    level: Level::Must,
    asks: "quyền hạn, chức vụ của người ký in hoa, cỡ chữ 13–14, kiểu đứng, đậm, canh giữa, ở nửa phải",
    clause: "Phụ lục I, phần I, mục II.7.đ",
    why: "Khối chữ ký cho biết ai chịu trách nhiệm.",
    wrong: "Chủ tịch, in thường, bên trái",
    right: "CHỦ TỊCH, cỡ chữ 14, đậm, bên phải",
    check: Check::Paper(post),
};

/// TT-101.
pub(super) static PREFIX: Rule = Rule {
    code: "TT-101",
    level: Level::Must,
    asks: "viết “TM.”, “Q.”, “KT.”, “TL.”, “TUQ.”: có dấu chấm, rồi một dấu cách",
    clause: "Phụ lục I, phần I, mục II.7.b",
    why: "“T/M”, “K/T” là cách viết của văn bản Đảng.",
    wrong: "T/M ỦY BAN NHÂN DÂN",
    right: "TM. ỦY BAN NHÂN DÂN",
    check: Check::Paper(prefix),
};

/// TT-102.
pub(super) static GRAMMAR: Rule = Rule {
    code: "TT-102",
    level: Level::Must,
    asks: "sau “TM.” là tên tập thể; sau “KT.”, “Q.”, “TL.”, “TUQ.” là chức vụ của người đứng đầu",
    clause: "Phụ lục I, phần I, mục II.7.b",
    why: "Ký sai thẩm quyền làm văn bản không có giá trị.",
    wrong: "TM. CHỦ TỊCH; KT. ỦY BAN NHÂN DÂN",
    right: "TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH",
    check: Check::Paper(grammar),
};

/// TT-103.
pub(super) static DEPUTY: Rule = Rule {
    code: "TT-103",
    level: Level::Should,
    asks: "sau dòng “KT.” là chức vụ cấp phó của người ký",
    clause: "Phụ lục I, phần I, mục II.7.b; Nghị định 30/2020/NĐ-CP, Điều 13",
    why: "Chỉ cấp phó ký thay cấp trưởng.",
    wrong: "KT. CHỦ TỊCH / CHÁNH VĂN PHÒNG",
    right: "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH",
    check: Check::Paper(deputy),
};

/// TT-104.
pub(super) static COLLECTIVE: Rule = Rule {
    code: "TT-104",
    level: Level::Should,
    asks: "văn bản của Ủy ban nhân dân ký “TM. ỦY BAN NHÂN DÂN” trước chức vụ",
    clause: "Phụ lục I, phần I, mục II.7.b",
    why: "Ủy ban nhân dân làm việc theo chế độ tập thể; cấp phó không ký một mình.",
    wrong: "PHÓ CHỦ TỊCH",
    right: "TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH",
    check: Check::Paper(collective),
};

/// Words that begin the name of a collective.
const COLLECTIVES: [&str; 9] = [
    "ỦY BAN",
    "HỘI ĐỒNG",
    "BAN CHỈ ĐẠO",
    "BAN TỔ CHỨC",
    "BAN CHẤP HÀNH",
    "BAN THƯỜNG VỤ",
    "CHÍNH PHỦ",
    "TẬP THỂ",
    "ĐOÀN CHỦ TỊCH",
];

/// Words that begin the post of a head.
const HEADS: [&str; 11] = [
    "CHỦ TỊCH",
    "GIÁM ĐỐC",
    "TỔNG GIÁM ĐỐC",
    "BỘ TRƯỞNG",
    "THỦ TRƯỞNG",
    "HIỆU TRƯỞNG",
    "CỤC TRƯỞNG",
    "TRƯỞNG",
    "CHÁNH",
    "VIỆN TRƯỞNG",
    "CHI CỤC TRƯỞNG",
];

/// The block that gives the paper its authority: the last one.
fn main<'a>(reading: &Reading<'a>) -> Option<&'a Signature> {
    reading.paper.signatures.last()
}

/// Lines of every block with their words.
fn lines<'a>(
    reading: &'a Reading<'_>,
) -> impl Iterator<Item = (&'a Piece, String, Option<String>)> {
    reading.paper.signatures.iter().flat_map(|signature| {
        signature.authority.iter().enumerate().map(|(at, piece)| {
            let next = signature
                .authority
                .get(at + 1)
                .map(|next| reading.words(next));
            (piece, reading.words(piece), next)
        })
    })
}

fn post(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let Some(signature) = main(reading) else {
        if !reading.is_list() && reading.paper.kind.sure().is_some() {
            notes.add(
                Spot::File,
                "không thấy khối chữ ký",
                "quyền hạn, chức vụ, họ và tên người ký",
            );
        }
        return;
    };
    let asked = style(13, 14, true, false).upper().centred();
    // The place of leave confirms in small letters what a giấy nghỉ phép says.
    let blocks = match reading.is_one_of(&["GNP"]) {
        true => std::slice::from_ref(signature),
        false => reading.paper.signatures.as_slice(),
    };
    for piece in blocks.iter().flat_map(|block| &block.authority) {
        piece_in(
            reading,
            notes,
            &format!("“{}”", reading.words(piece)),
            piece,
            asked,
        );
    }
    let first = signature.authority.first();
    if let Some(id) = first.and_then(Piece::paragraph)
        && let Home::Cell(table, row, 0) = reading.facts[id].home
        && reading.facts[table]
            .rows
            .get(row)
            .is_some_and(|row| row.cells.len() > 1)
        && reading.paper.signatures.len() == 1
        && let Some(piece) = first
    {
        notes.add(
            piece,
            "khối chữ ký ở bên trái",
            "nửa phải, ngang “Nơi nhận:”",
        );
    }
}

fn prefix(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    for (piece, words, _) in lines(reading) {
        let Some(fault) = authority::spelling(&words) else {
            continue;
        };
        let finding = notes.add(piece, format!("“{words}”"), fault.hint);
        if let Some((prefix, written)) = authority::prefix(&words)
            && let [span] = piece.spans.as_slice()
            && reading.facts.words(span).starts_with(written)
            && !words[written.len()..].trim().is_empty()
        {
            let rest = &reading.facts.words(span)[written.len()..];
            let blanks = rest.len() - rest.trim_start().len();
            let mut span = span.clone();
            span.range.end = span.range.start + written.len() + blanks;
            finding.mend([Edit::Words(span, format!("{prefix} "))]);
        }
    }
}

fn grammar(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    for (piece, words, _) in lines(reading) {
        let Some((prefix, written)) = authority::prefix(&words) else {
            continue;
        };
        let rest = words[written.len()..]
            .trim()
            .to_uppercase()
            .replace("UỶ", "ỦY");
        let starts = |list: &[&str]| list.iter().any(|word| rest.starts_with(word));
        let collective = starts(&COLLECTIVES);
        let head = starts(&HEADS) || starts(&["PHÓ "]);
        if prefix == "TM." && head && !collective {
            notes.add(piece, format!("“{words}”"), "sau “TM.” là tên tập thể");
        } else if prefix != "TM." && collective {
            notes.add(
                piece,
                format!("“{words}”"),
                format!("sau “{prefix}” là chức vụ của người đứng đầu"),
            );
        }
    }
}

fn deputy(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    for (piece, words, next) in lines(reading) {
        if let Some(fault) = authority::deputy(&words, next.as_deref()) {
            notes.add(piece, fault.message, fault.hint);
        }
    }
}

fn collective(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let agency = reading
        .words_of(&reading.paper.letterhead.agency)
        .unwrap_or_default();
    let agency = agency.to_uppercase().replace("UỶ", "ỦY");
    let committee = agency.starts_with("ỦY BAN NHÂN DÂN") && !agency.contains("VĂN PHÒNG");
    let first = main(reading).and_then(|signature| signature.authority.first());
    if let Some(first) = first.filter(|_| committee) {
        let words = reading.words(first).to_uppercase();
        if words.starts_with("PHÓ ") {
            notes.add(
                first,
                format!("cấp phó ký “{words}” một mình"),
                "“TM. ỦY BAN NHÂN DÂN” hoặc “KT. CHỦ TỊCH” ở trên",
            );
        }
    }
}
