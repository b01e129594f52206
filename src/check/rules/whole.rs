//! What a paper must not hold: another regime's layout, blanks left to fill in.

use crate::check::facts::{FieldKind, Home};
use crate::check::finding::Notes;
use crate::check::paper::Role;

use super::reading::{Reading, tidy};
use super::title::quote;
use super::{Check, Level, Rule};

/// TT-150.
pub(super) static PARTY: Rule = Rule {
    code: "TT-150",
    level: Level::Should,
    asks: "văn bản hành chính không lẫn thể thức văn bản của Đảng",
    clause: "Nghị định 30/2020/NĐ-CP, Điều 2; thể thức của Đảng theo Quy định 399-QĐ/TW",
    why: "Hai thể thức khác nhau; lẫn vào là chép từ mẫu của Đảng.",
    wrong: "ĐẢNG CỘNG SẢN VIỆT NAM ở đầu; Số 05-KH/ĐU",
    right: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM; Số: 05/KH-UBND",
    check: Check::Paper(party),
};

/// TT-151.
pub(super) static PLACEHOLDER: Rule = Rule {
    code: "TT-151",
    level: Level::Must,
    asks: "văn bản đã có số, ngày thì không còn chỗ trống, chữ mẫu chưa điền",
    clause: "yêu cầu chung của văn bản đã ban hành",
    why: "Chỗ chưa điền ra đến người nhận là lỗi nặng nhất của người soạn.",
    wrong: "Hội nghị được tổ chức vào ngày .... tháng .... tại XXX",
    right: "Hội nghị được tổ chức vào ngày 22 tháng 3 tại Hội trường huyện",
    check: Check::Paper(placeholder),
};

fn party(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    for (id, paragraph) in reading.facts.story() {
        let text = tidy(&paragraph.text);
        let head = match reading.paper.role(id) {
            Role::NationalName | Role::Motto | Role::Number | Role::Other => true,
            Role::Rule
            | Role::Parent
            | Role::Agency
            | Role::PlaceDate
            | Role::Mark
            | Role::TypeName
            | Role::Subject
            | Role::LetterSubject
            | Role::Addressee
            | Role::Issuer
            | Role::Basis
            | Role::Enacting
            | Role::Body
            | Role::Table
            | Role::RecipientsLabel
            | Role::Recipient
            | Role::Authority
            | Role::SignerName
            | Role::AnnexLabel
            | Role::AnnexTitle
            | Role::AnnexAttached
            | Role::Contact
            | Role::PageNumber
            | Role::Margin
            | Role::Note
            | Role::Blank => false,
        };
        if head && text == "ĐẢNG CỘNG SẢN VIỆT NAM" {
            notes.add(
                reading.span(id),
                format!("“{text}” ở đầu văn bản hành chính"),
                "Quốc hiệu và Tiêu ngữ",
            );
        }
        if head && is_party_number(&text) {
            notes.add(reading.span(id), format!("“{text}”"), "Số: <số>/<ký hiệu>");
        }
    }
}

/// `Số 05-KH/ĐU`: no colon, hyphen before the slash.
fn is_party_number(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("Số ") else {
        return false;
    };
    let digits = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    digits.len() < rest.len() && digits.trim_start().starts_with('-') && digits.contains('/')
}

fn placeholder(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    if !reading.is_final() || reading.is_list() {
        return;
    }
    let first_annex = reading.paper.annexes.first().map(|annex| annex.extent.0);
    let first_attached = reading
        .paper
        .attached
        .first()
        .map(|attached| attached.extent.0);
    for line in &reading.paper.body {
        let id = line.paragraph;
        let paragraph = &reading.facts[id];
        let outside = [first_annex, first_attached]
            .into_iter()
            .flatten()
            .any(|first| id >= first);
        if outside || paragraph.home != Home::Story {
            continue;
        }
        let form = paragraph
            .fields
            .iter()
            .any(|field| field.kind == FieldKind::Form);
        let text = tidy(&paragraph.text);
        if form || is_form_line(&text) {
            continue;
        }
        let merge = paragraph
            .fields
            .iter()
            .any(|field| field.kind == FieldKind::Merge)
            && text.contains('«');
        if let Some(left) = left_open(&text).or_else(|| merge.then_some(Open::Sure)) {
            let finding = notes.add(
                reading.span(id),
                format!("“{}”", around(&text)),
                "điền đủ, hoặc bỏ",
            );
            if left == Open::Perhaps {
                finding.ask("dấu chấm lửng có thể là cách viết");
            }
        }
    }
}

/// A line to be filled in by hand: `Ông (Bà): ....... Chức vụ: .......`.
fn is_form_line(text: &str) -> bool {
    let dots = |c: char| matches!(c, '.' | '…' | '_' | ' ' | ';');
    let open = text
        .split(':')
        .skip(1)
        .filter(|field| field.starts_with(dots));
    let blank =
        |field: &str| field.contains("....") || field.contains("……") || field.contains("____");
    open.clone().count() > 0 && open.into_iter().all(blank)
}

/// What is left open in a line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    Sure,
    Perhaps,
}

fn left_open(text: &str) -> Option<Open> {
    let upper = text.to_uppercase();
    let marked = ["[CẦN", "[ĐIỀN", "<ĐIỀN", "XXX"]
        .iter()
        .any(|mark| upper.contains(mark));
    if marked || text.contains("......") || text.contains("……") || text.contains("____") {
        return Some(Open::Sure);
    }
    // Dots that stand as a word are a gap; dots behind a word mean "and so on".
    let gap = |word: &str| matches!(word, "..." | "…" | "...." | "....." | "…..");
    let words: Vec<&str> = text.split(' ').collect();
    let inner = words.iter().take(words.len().saturating_sub(1));
    inner
        .enumerate()
        .any(|(at, word)| gap(word) && at > 0)
        .then_some(Open::Perhaps)
}

/// The words around what is left open.
fn around(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let open = |word: &&str| {
        word.contains("..")
            || word.contains('…')
            || word.contains("XX")
            || word.contains("__")
            || word.contains('[')
    };
    let at = words.iter().position(open).unwrap_or(0);
    let from = at.saturating_sub(4);
    quote(&words[from..].join(" "))
}
