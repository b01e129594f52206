//! Face, colour and encoding of the letters (Phụ lục I, phần I, mục I.4).

use unicode_normalization::UnicodeNormalization;

use crate::check::facts::{Paragraph, ParagraphId, Run, RunKind, Span};
use crate::check::finding::Notes;
use crate::check::mend::{Edit, RunChange};
use crate::check::paper::Role;
use crate::text::legacy::{Encoding, Verdict, detect};
use crate::text::syllable::is_syllable;

use super::reading::Reading;
use super::{Check, Level, Rule};

/// TT-06.
pub(super) static FONT: Rule = Rule {
    code: "TT-06",
    level: Level::Must,
    asks: "phông chữ Times New Roman trong toàn văn bản",
    clause: "Phụ lục I, phần I, mục I.4",
    why: "Một phông chữ để văn bản mở ở máy nào cũng dàn trang như nhau.",
    wrong: "Calibri",
    right: "Times New Roman",
    check: Check::Paper(font),
};

/// TT-07.
pub(super) static BLACK: Rule = Rule {
    code: "TT-07",
    level: Level::Must,
    asks: "chữ màu đen",
    clause: "Phụ lục I, phần I, mục I.4",
    why: "Chữ màu là dấu vết của bản đang sửa, và mất khi sao chụp.",
    wrong: "chữ màu đỏ còn sót của bản góp ý",
    right: "chữ màu đen",
    check: Check::Paper(black),
};

/// TT-08.
pub(super) static UNICODE: Rule = Rule {
    code: "TT-08",
    level: Level::Must,
    asks: "bộ mã Unicode (TCVN 6909:2001)",
    clause: "Phụ lục I, phần I, mục I.4",
    why: "Chữ TCVN3, VNI không tìm được, không đọc được trên trục liên thông văn bản.",
    wrong: "phông .VnTime: “ñy ban nh©n d©n”",
    right: "“Ủy ban nhân dân” bằng Times New Roman",
    check: Check::Paper(unicode),
};

/// TT-09.
pub(super) static NFC: Rule = Rule {
    code: "TT-09",
    level: Level::Should,
    asks: "chữ tiếng Việt dựng sẵn (NFC); chữ Đ của tiếng Việt, không phải chữ trông giống",
    clause: "Phụ lục I, phần I, mục I.4; TCVN 6909:2001 cho phép cả hai dạng",
    why: "Chữ tổ hợp nhìn giống hệt nhưng tìm kiếm, sắp xếp, số hóa không nhận ra.",
    wrong: "“Ke\u{302}\u{301} hoa\u{323}ch” (tổ hợp)",
    right: "“Kế hoạch” (dựng sẵn)",
    check: Check::Paper(composed),
};

/// The characters of the runs that are letters or digits, with their runs.
fn lettered<'a>(
    reading: &'a Reading<'_>,
) -> impl Iterator<Item = (ParagraphId, &'a Paragraph, &'a Run, &'a str)> {
    reading.facts.all().flat_map(move |(id, paragraph)| {
        let runs = paragraph.runs.iter().filter(move |run| {
            let bullet = paragraph.label.as_ref().is_some_and(|label| label.bullet);
            run.kind != RunKind::Number || !bullet
        });
        runs.map(move |run| (id, paragraph, run, paragraph.words(run)))
            .filter(|(.., words)| words.contains(char::is_alphanumeric))
    })
}

fn font(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let mut wrong: Vec<(String, Vec<Span>)> = Vec::new();
    for (id, _, run, words) in lettered(reading) {
        let letters = words.chars().filter(|c| c.is_alphanumeric());
        let name = letters
            .map(|c| run.format.font(c))
            .find(|name| !is_times(name));
        let Some(name) = name else {
            continue;
        };
        if Encoding::of_font(name).is_some() {
            continue;
        }
        let span = Span {
            paragraph: id,
            range: run.range.clone(),
        };
        match wrong.iter_mut().find(|(known, _)| known == name) {
            Some((_, spans)) => spans.push(span),
            None => wrong.push((name.to_string(), vec![span])),
        }
    }
    for (name, spans) in wrong {
        spread(
            notes,
            &spans,
            &format!("phông chữ {name}"),
            "Times New Roman",
            RunChange::Font,
        );
    }
}

/// True for the Decree's face; a file that names none gets it from Word.
fn is_times(name: &str) -> bool {
    let name = name.trim().to_lowercase();
    name.is_empty() || name.starts_with("times new roman") || name == "timesnewromanpsmt"
}

fn black(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let mut wrong: Vec<Span> = Vec::new();
    for (id, _, run, _) in lettered(reading) {
        // Urgency marks are red; a link's blue is a link's.
        let mark = reading.paper.role(id) == Role::Mark;
        let near_black = match run.format.color {
            crate::check::facts::Color::Auto => true,
            crate::check::facts::Color::Rgb(rgb) => rgb.iter().all(|channel| *channel <= 0x20),
        };
        if !near_black && !mark {
            wrong.push(Span {
                paragraph: id,
                range: run.range.clone(),
            });
        }
    }
    if !wrong.is_empty() {
        spread(notes, &wrong, "chữ có màu", "màu đen", RunChange::Black);
    }
}

/// One finding for a fault in many runs.
fn spread(notes: &mut Notes<'_>, spans: &[Span], there: &str, asked: &str, change: RunChange) {
    let Some(first) = spans.first() else {
        return;
    };
    let mut paragraphs: Vec<ParagraphId> = spans.iter().map(|span| span.paragraph).collect();
    paragraphs.dedup();
    let edits = spans
        .iter()
        .map(|span| Edit::Runs(span.clone(), change.clone()));
    notes
        .add(first, there, asked)
        .others(paragraphs.len() - 1)
        .mend(edits);
}

fn unicode(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let mut first: Option<(Span, String)> = None;
    let mut count = 0_usize;
    for (id, _, run, words) in lettered(reading) {
        let font = words
            .chars()
            .find(|c| c.is_alphabetic())
            .map_or("", |c| run.format.font(c));
        let encoding = Encoding::of_font(font).map(|(encoding, _)| encoding);
        let there = match (detect(words, encoding, None), encoding) {
            (Verdict::Certain(encoding, read), _) => {
                format!("chữ {}: “{}”", encoding.name(), short(&read))
            }
            (Verdict::Unicode | Verdict::Doubtful(..), Some(encoding)) => {
                format!("phông chữ {font} của bảng mã {}", encoding.name())
            }
            (Verdict::Unicode | Verdict::Doubtful(..), None) => continue,
        };
        count += 1;
        let span = Span {
            paragraph: id,
            range: run.range.clone(),
        };
        first.get_or_insert((span, there));
    }
    if let Some((span, there)) = first {
        notes
            .add(
                span,
                there,
                "chuyển sang Unicode, phông chữ Times New Roman",
            )
            .others(count - 1);
    }
}

/// Letters that look like Đ and đ, and these.
const LOOK_ALIKES: [(char, char); 3] = [('Ð', 'Đ'), ('Ɖ', 'Đ'), ('ð', 'đ')];

fn look_alikes(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let real = |c: char| {
        let known = LOOK_ALIKES.iter().find(|(other, _)| *other == c);
        known.map_or(c, |(_, real)| *real)
    };
    let mut spans = Vec::new();
    let mut edits = Vec::new();
    for (id, _, run, words) in lettered(reading) {
        if !words.contains(|c| real(c) != c) {
            continue;
        }
        let letter = words.chars().find(|c| c.is_alphabetic()).unwrap_or('a');
        let old = Encoding::of_font(run.format.font(letter)).is_some();
        let meant: String = words.chars().map(real).collect();
        // In another language or an old encoding the letter is what it looks like.
        let vietnamese = meant
            .split(|c: char| !c.is_alphabetic())
            .filter(|word| word.contains(['Đ', 'đ']))
            .all(is_syllable);
        if old || !vietnamese {
            continue;
        }
        let span = Span {
            paragraph: id,
            range: run.range.clone(),
        };
        edits.push(Edit::Words(span.clone(), meant));
        spans.push(span);
    }
    if let Some(first) = spans.first() {
        notes
            .add(
                first,
                "chữ Ð trông giống Đ (mã khác)",
                "chữ Đ của tiếng Việt",
            )
            .others(spans.len() - 1)
            .mend(edits);
    }
}

fn short(text: &str) -> String {
    text.split_whitespace()
        .take(6)
        .collect::<Vec<_>>()
        .join(" ")
}

fn composed(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    look_alikes(reading, notes);
    let mut spans = Vec::new();
    let mut edits = Vec::new();
    for (id, paragraph) in reading.facts.all() {
        if unicode_normalization::is_nfc(&paragraph.text) {
            continue;
        }
        for run in &paragraph.runs {
            let words = paragraph.words(run);
            if !unicode_normalization::is_nfc(words) {
                let span = Span {
                    paragraph: id,
                    range: run.range.clone(),
                };
                edits.push(Edit::Words(span, words.nfc().collect()));
            }
        }
        spans.push(reading.span(id));
    }
    if let Some(first) = spans.first() {
        notes
            .add(first, "chữ tổ hợp (dấu rời)", "chữ dựng sẵn (NFC)")
            .others(spans.len() - 1)
            .mend(edits);
    }
}
