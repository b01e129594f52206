//! Căn cứ and citations (Phụ lục I, phần I, mục II.6.a, II.6.b).

use crate::check::facts::{ParagraphId, Span};
use crate::check::finding::Notes;
use crate::check::mend::{Edit, RunChange};
use crate::check::paper::Role;
use crate::document::kind::KINDS;

use super::reading::{Reading, tidy};
use super::title::quote;
use super::{Check, Level, Rule};

/// TT-75.
pub(super) static ITALIC: Rule = Rule {
    code: "TT-75",
    level: Level::Must,
    asks: "căn cứ ban hành in nghiêng, mỗi căn cứ một dòng",
    clause: "Phụ lục I, phần I, mục II.6.a",
    why: "Chữ nghiêng tách căn cứ với nội dung.",
    wrong: "Căn cứ Luật Tổ chức chính quyền địa phương …; kiểu chữ đứng",
    right: "căn cứ in nghiêng, xuống dòng sau mỗi căn cứ",
    check: Check::Paper(italic),
};

/// TT-76.
pub(super) static MARKS: Rule = Rule {
    code: "TT-76",
    level: Level::Must,
    asks: "cuối mỗi căn cứ có dấu chấm phẩy, căn cứ cuối cùng có dấu chấm",
    clause: "Phụ lục I, phần I, mục II.6.a",
    why: "Dấu câu cho biết còn căn cứ hay đã hết.",
    wrong: "căn cứ cuối cùng kết thúc bằng dấu phẩy",
    right: "…; …; Theo đề nghị của Trưởng phòng Nội vụ.",
    check: Check::Paper(marks),
};

/// TT-77.
pub(super) static LAW: Rule = Rule {
    code: "TT-77",
    level: Level::Must,
    asks: "căn cứ là Luật, Pháp lệnh không ghi số, ký hiệu, cơ quan ban hành",
    clause: "Phụ lục I, phần I, mục II.6.a",
    why: "Luật chỉ có một cơ quan ban hành; số hiệu thừa.",
    wrong: "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16 tháng 6 năm 2025;",
    right: "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
    check: Check::Paper(law),
};

/// TT-78.
pub(super) static WORD_NUMBER: Rule = Rule {
    code: "TT-78",
    level: Level::Should,
    asks: "viện dẫn văn bản có chữ “số” trước số, ký hiệu",
    clause: "cách viết của chính Nghị định và các phụ lục",
    why: "Thiếu chữ “số” đọc không thành câu.",
    wrong: "Nghị định 30/2020/NĐ-CP",
    right: "Nghị định số 30/2020/NĐ-CP",
    check: Check::Paper(word_number),
};

/// TT-79.
pub(super) static FIRST_CITATION: Rule = Rule {
    code: "TT-79",
    level: Level::Should,
    asks: "viện dẫn lần đầu ghi đủ tên loại, số, ký hiệu, thời gian ban hành, cơ quan ban hành, trích yếu",
    clause: "Phụ lục I, phần I, mục II.6.b",
    why: "Người đọc tra được ngay văn bản được viện dẫn.",
    wrong: "lần đầu: Kế hoạch số 12/KH-UBND",
    right: "lần đầu: Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2026 của UBND xã về …",
    check: Check::Paper(first_citation),
};

/// The căn cứ as a list; a plan may open with one long sentence instead, which is running text.
fn bases<'a>(reading: &'a Reading<'_>) -> &'a [ParagraphId] {
    let bases = reading.paper.bases.as_slice();
    let sentence = |id: &ParagraphId| {
        let text = reading.text(*id);
        text.ends_with(':')
            || (text.ends_with('.') && text.contains(", ") && text.contains("kế hoạch"))
    };
    if bases.len() == 1 && bases.iter().any(sentence) {
        &[]
    } else {
        bases
    }
}

fn italic(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    for id in bases(reading) {
        let paragraph = &reading.facts[*id];
        let upright: Vec<Span> = paragraph
            .visible_runs()
            .filter(|run| !run.format.italic)
            .filter(|run| paragraph.words(run).contains(char::is_alphanumeric))
            .map(|run| Span {
                paragraph: *id,
                range: run.range.clone(),
            })
            .collect();
        if !upright.is_empty() {
            let edits = upright
                .into_iter()
                .map(|span| Edit::Runs(span, RunChange::Italic(true)));
            notes
                .add(reading.span(*id), "căn cứ in đứng", "in nghiêng")
                .mend(edits);
        }
        let text = reading.text(*id);
        if text.matches("Căn cứ ").count() > 1 {
            notes.add(
                reading.span(*id),
                "nhiều căn cứ trong một đoạn",
                "mỗi căn cứ một dòng",
            );
        }
    }
}

fn marks(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let bases = bases(reading);
    for (at, id) in bases.iter().enumerate() {
        let text = reading.text(*id);
        let last = at + 1 == bases.len();
        let asked = if last { '.' } else { ';' };
        if text.is_empty() || text.ends_with(asked) {
            continue;
        }
        // A plan may go on from its bases in the same sentence.
        let unmarked = text.ends_with(char::is_alphanumeric);
        if last && !reading.is_one_of(&["QĐ", "NQ"]) && !(text.ends_with(';') || unmarked) {
            continue;
        }
        let there = match text.chars().next_back() {
            Some(mark) if !mark.is_alphanumeric() => format!("căn cứ kết thúc bằng “{mark}”"),
            Some(_) | None => "căn cứ không có dấu ở cuối".to_string(),
        };
        let asked = if last {
            "dấu chấm (căn cứ cuối cùng)"
        } else {
            "dấu chấm phẩy"
        };
        let finding = notes.add(reading.span(*id), there, asked);
        if last && !reading.is_one_of(&["QĐ", "NQ"]) {
            finding.ask("sau các căn cứ có thể là câu viết tiếp");
        }
    }
}

fn law(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    for id in bases(reading) {
        let text = reading.text(*id);
        let Some(rest) = text.strip_prefix("Căn cứ ") else {
            continue;
        };
        let law = ["Luật ", "Bộ luật ", "Pháp lệnh "]
            .iter()
            .any(|word| rest.starts_with(word));
        let head = rest.split([';', ',']).next().unwrap_or("");
        let numbered = head.split_once(" số ").is_some_and(|(name, rest)| {
            // The number of a law that amends it stands behind the date.
            rest.starts_with(|c: char| c.is_ascii_digit()) && !name.contains(" ngày ")
        });
        if law && numbered {
            notes.add(
                reading.span(*id),
                format!("“{}”", quote(&text)),
                "bỏ số, ký hiệu, cơ quan ban hành của luật",
            );
        }
    }
}

fn word_number(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let mut seen: Vec<String> = Vec::new();
    for (id, text) in reading.prose() {
        for name in [
            "Nghị định",
            "Thông tư",
            "Quyết định",
            "Nghị quyết",
            "Kế hoạch",
            "Chỉ thị",
        ] {
            for (at, _) in text.match_indices(name) {
                let rest = text[at + name.len()..].trim_start();
                let symbol = rest.split([' ', ',', ';', '.', ')']).next().unwrap_or("");
                if !is_symbol(symbol) || rest.len() == text[at + name.len()..].len() {
                    continue;
                }
                let there = format!("{name} {symbol}");
                if !seen.contains(&there) {
                    notes.add(
                        reading.span(id),
                        format!("“{there}”"),
                        format!("“{name} số {symbol}”"),
                    );
                    seen.push(there);
                }
            }
        }
    }
}

fn first_citation(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let mut seen: Vec<String> = Vec::new();
    let own = reading.words_of(&reading.paper.letterhead.number);
    for (id, text) in reading.prose() {
        // A trích yếu is short; the text names the same paper in full.
        if matches!(reading.paper.role(id), Role::Subject | Role::LetterSubject) {
            continue;
        }
        let text = tidy(&text);
        for (at, _) in text.match_indices(" số ") {
            let rest = &text[at + " số ".len()..];
            let symbol = rest.split([' ', ',', ';', ')']).next().unwrap_or("");
            let kind = KINDS
                .iter()
                .map(|kind| kind.name)
                .chain(["Nghị định", "Thông tư"]);
            let named = kind.into_iter().any(|name| text[..at].ends_with(name));
            let symbol = symbol.trim_end_matches('.');
            if !named || !is_symbol(symbol) || seen.iter().any(|known| known == symbol) {
                continue;
            }
            seen.push(symbol.to_string());
            let behind = rest[symbol.len()..].trim_start_matches([' ', ',']);
            if own.as_ref().is_some_and(|own| own.contains(symbol)) {
                continue;
            }
            // A table gives day and issuer in columns of their own.
            let table = reading.paper.role(id) == Role::Table;
            let lacking = match behind.strip_prefix("ngày ") {
                None => "ngày",
                Some(behind) if !table && lacks_issuer(&text[..at], behind) => "cơ quan ban hành",
                Some(_) => continue,
            };
            notes
                .add(
                    reading.span(id),
                    format!("viện dẫn lần đầu số {symbol} không ghi {lacking}"),
                    "tên loại, số, ký hiệu, ngày tháng năm, cơ quan ban hành, trích yếu",
                )
                .ask("có thể đã viện dẫn đủ ở chỗ chương trình không đọc");
        }
    }
}

/// True if neither the words behind a day nor those before the citation name who issued it.
fn lacks_issuer(before: &str, behind: &str) -> bool {
    let words: Vec<&str> = behind.split(' ').collect();
    // `ngày 05 tháng 01 năm 2026`, `ngày 05/01/2026`.
    let length = match words.as_slice() {
        [_, "tháng", _, "năm", _, ..] => 5,
        [day, ..] if day.contains('/') => 1,
        _ => return false,
    };
    let ends = words[length - 1].ends_with([',', ';', '.', ')']);
    let next = words.get(length).copied().unwrap_or("");
    let named = before.contains("ban hành") || before.contains("ký") || before.contains("của");
    !named && (ends || matches!(next, "về" | "quy" | "ban" | "sửa"))
}

/// True for a number and symbol: `12/KH-UBND`, `30/2020/NĐ-CP`.
fn is_symbol(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
        && text.contains('/')
        && text.contains('-')
        && text.chars().any(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_issuer_stands_behind_the_day_or_before_the_citation() {
        let day = "05 tháng 01 năm 2026";
        for (before, behind) in [
            ("Thực hiện Kế hoạch", "05/01/2026 về công tác thi đua"),
            (
                "Thực hiện Kế hoạch",
                "05 tháng 01 năm 2026 về công tác thi đua",
            ),
            ("Thực hiện Kế hoạch", "05 tháng 01 năm 2026, các đơn vị"),
        ] {
            assert!(lacks_issuer(before, behind), "{behind}");
        }
        for (before, behind) in [
            (
                "Thực hiện Kế hoạch",
                format!("{day} của Ủy ban nhân dân tỉnh về"),
            ),
            (
                "Ủy ban nhân dân tỉnh ban hành Kế hoạch",
                format!("{day} về"),
            ),
            ("Thực hiện Kế hoạch", day.to_string()),
        ] {
            assert!(!lacks_issuer(before, &behind), "{behind}");
        }
    }
}
