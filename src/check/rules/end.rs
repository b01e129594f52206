//! The frame of the text: issuer, `QUYẾT ĐỊNH:`, end mark (Phụ lục III).

use crate::check::facts::Home;
use crate::check::finding::{Notes, Spot};
use crate::check::mend::Edit;
use crate::check::paper::BodyLine;

use super::reading::{Reading, is_to_fill};
use super::style::{component, style};
use super::title::quote;
use super::{Check, Level, Rule};

/// TT-90.
pub(super) static END_MARK: Rule = Rule {
    code: "TT-90",
    level: Level::Should,
    asks: "nội dung kết thúc bằng “./.”, viết liền, chỉ một lần",
    clause: "Phụ lục III, tất cả các mẫu",
    why: "Dấu hết văn bản: sau đó không viết thêm được.",
    wrong: "Báo cáo Chủ tịch UBND xã xem xét, quyết định. /.",
    right: "Báo cáo Chủ tịch UBND xã xem xét, quyết định./.",
    check: Check::Paper(end_mark),
};

/// TT-91.
pub(super) static ENACTING: Rule = Rule {
    code: "TT-91",
    level: Level::Should,
    asks: "sau căn cứ có dòng “QUYẾT ĐỊNH:”, “QUYẾT NGHỊ:” in hoa, đậm, canh giữa, có dấu hai chấm",
    clause: "Phụ lục III, mẫu 1.1, 1.2, 1.3",
    why: "Dòng này mở phần quyết định.",
    wrong: "QUYẾT ĐỊNH (không có dấu hai chấm)",
    right: "QUYẾT ĐỊNH:",
    check: Check::Paper(enacting),
};

/// TT-92.
pub(super) static ISSUER: Rule = Rule {
    code: "TT-92",
    level: Level::Should,
    asks: "trước căn cứ của quyết định, nghị quyết có dòng thẩm quyền ban hành, in hoa, đậm, canh giữa",
    clause: "Phụ lục III, mẫu 1.1, 1.2, 1.3",
    why: "Người ban hành phải được nêu trước căn cứ.",
    wrong: "QUYẾT ĐỊNH / Về việc … / Căn cứ … (không có dòng thẩm quyền)",
    right: "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ VẠN NINH",
    check: Check::Paper(issuer),
};

/// Types that the templates do not show, and lists.
const WITHOUT_END: [&str; 4] = ["HĐ", "BGN", "BTT", "GNP"];

fn end_mark(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    if reading.is_list()
        || reading.is_courtesy()
        || reading.is_one_of(&WITHOUT_END)
        || reading.kind().is_none()
    {
        return;
    }
    for (at, lines) in reading.parts().into_iter().enumerate() {
        one_part(reading, notes, lines, at == 0);
    }
}

fn one_part(reading: &Reading<'_>, notes: &mut Notes<'_>, lines: &[BodyLine], main: bool) {
    let marked: Vec<&BodyLine> = lines
        .iter()
        .filter(|line| compact(&reading.text(line.paragraph)).contains("./."))
        .collect();
    let Some(last) = lines.last() else {
        return;
    };
    if marked.len() > 1 {
        let span = reading.span(marked[0].paragraph);
        notes.add(
            span,
            "“./.” đứng nhiều chỗ trong một văn bản",
            "chỉ ở cuối nội dung",
        );
        return;
    }
    let text = reading.text(last.paragraph);
    if marked.is_empty() {
        // The text may end with a table, and the mark may then stand in it.
        let in_table = reading.facts.story().any(|(_, paragraph)| {
            matches!(paragraph.home, Home::Cell(..)) && paragraph.text.contains("./.")
        });
        if main && !in_table {
            let there = format!("nội dung kết thúc “…{}”", tail(&text));
            notes.add(reading.span(last.paragraph), there, "“./.” ở cuối");
        }
        return;
    }
    let marked_text = reading.text(marked[0].paragraph);
    // What goes with the paper may be named in brackets below the mark.
    let behind = lines
        .iter()
        .skip_while(|line| line.paragraph != marked[0].paragraph);
    let only_notes = behind
        .skip(1)
        .all(|line| reading.text(line.paragraph).starts_with('('));
    let joined = marked_text.ends_with("./.")
        && !marked_text.ends_with(" ./.")
        && (!marked_text.ends_with("../.") || is_to_fill(&marked_text));
    if joined && only_notes {
        return;
    }
    let span = reading.span(marked[0].paragraph);
    let spaced = compact(&marked_text).ends_with("./.");
    let there = format!("“…{}”", tail(&marked_text));
    let finding = notes.add(span.clone(), there, "“./.” viết liền sau chữ cuối");
    let raw = reading.facts.words(&span);
    let trimmed = raw.trim_end_matches(|c: char| matches!(c, '.' | '/') || c.is_whitespace());
    if spaced && !raw.get(trimmed.len()..).unwrap_or("").contains('\n') {
        let mut mark = span;
        mark.range.start += trimmed.len();
        finding.mend([Edit::Words(mark, "./.".to_string())]);
    }
}

fn compact(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The last words of a text.
fn tail(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    words[words.len().saturating_sub(5)..].join(" ")
}

fn enacting(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let found = &reading.paper.enacting;
    let decides = reading.is_one_of(&["QĐ", "NQ"]) && reading.paper.kind.sure().is_some();
    let Some(piece) = found.get() else {
        if decides && !reading.paper.bases.is_empty() {
            notes.add(
                Spot::File,
                "sau căn cứ không thấy “QUYẾT ĐỊNH:”",
                "“QUYẾT ĐỊNH:” hoặc “QUYẾT NGHỊ:”",
            );
        }
        return;
    };
    component(
        reading,
        notes,
        "dòng quyết định",
        found,
        style(13, 14, true, false).upper().centred(),
    );
    let words = reading.words(piece);
    if !words.ends_with(':') {
        notes
            .add(piece, format!("“{words}”"), format!("“{words}:”"))
            .in_doubt(found);
    }
}

fn issuer(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let found = &reading.paper.issuer;
    let decides = reading.is_one_of(&["QĐ", "NQ"]) && reading.paper.kind.sure().is_some();
    if found.is_missing() {
        if let Some(first) = reading.paper.bases.first()
            && decides
        {
            let there = format!(
                "trước “{}” không thấy thẩm quyền ban hành",
                quote(&reading.text(*first))
            );
            notes.add(
                reading.span(*first),
                there,
                "thí dụ: CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ …",
            );
        }
        return;
    }
    component(
        reading,
        notes,
        "thẩm quyền ban hành",
        found,
        style(13, 14, true, false).upper().centred(),
    );
}
