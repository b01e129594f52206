//! Marks of urgency, circulation, secrecy, and of drafts (ô 10, 11), wherever they stand on the first
//! pages.

use super::key::{is_upper, marked_key};
use super::line::{Line, Zone, line};
use super::scene::Scene;
use crate::check::facts::{Facts, Home, ParagraphId, Story};
use crate::check::paper::{Mark, MarkKind, Piece, Role};

/// Pages on which marks stand.
const PAGES: u32 = 1;

/// The mark that a line is.
pub(super) fn of_line(line: &Line) -> Option<MarkKind> {
    if line.key.len() > 40 {
        return None;
    }
    let kind = by_key(&line.key)?;
    // `(Dự thảo)` is often typed so.
    let counted = line.key.trim_matches(|c: char| !c.is_alphanumeric());
    let alone = counted == "du thao" || counted.starts_with("du thao lan ");
    (line.upper || kind == MarkKind::Draft && alone).then_some(kind)
}

/// The mark of a key without marks; words of other meanings are told apart by [`words`].
fn by_key(key: &str) -> Option<MarkKind> {
    let bare = key.trim_matches(|c: char| !c.is_alphanumeric());
    Some(match bare {
        "hoa toc" | "hoa toc hen gio" | "thuong khan" | "khan" => MarkKind::Urgency,
        "tuyet mat" | "toi mat" | "mat" => MarkKind::Secrecy,
        "xem xong tra lai" | "luu hanh noi bo" => MarkKind::Circulation,
        bare if bare == "du thao" || bare.starts_with("du thao ") && bare.len() < 30 => {
            MarkKind::Draft
        }
        _ => return None,
    })
}

/// True if the words with their marks are of that mark: `MẬT` and not `MẮT`.
fn words(text: &str) -> bool {
    let key = marked_key(text);
    let bare = key.trim_matches(|c: char| !c.is_alphanumeric());
    let known = [
        "hỏa tốc",
        "hỏa tốc hẹn giờ",
        "thượng khẩn",
        "khẩn",
        "tuyệt mật",
        "tối mật",
        "mật",
        "xem xong trả lại",
        "lưu hành nội bộ",
    ];
    known.contains(&bare) || bare.starts_with("dự thảo")
}

/// The marks of a paper, in headers and boxes too.
pub(super) fn find(scene: &mut Scene<'_>) -> Vec<Mark> {
    let facts = scene.facts;
    let mut found = Vec::new();
    for line in &scene.lines {
        found.extend(mark(facts, line, PAGES));
    }
    for (id, paragraph) in facts.all() {
        if let Story::Margin(_) = paragraph.story {
            let whole = line(facts, id, 0..paragraph.text.len(), Zone::Flow);
            found.extend(mark(facts, &whole, u32::MAX));
        }
    }
    for mark in &found {
        scene.mark(&mark.piece, Role::Mark);
    }
    found
}

fn mark(facts: &Facts, line: &Line, pages: u32) -> Option<Mark> {
    let kind = of_line(line)?;
    let id = line.paragraph();
    let text = facts.words(&line.span);
    let upper = is_upper(text) || kind == MarkKind::Draft;
    if facts[id].page > pages || !upper || !words(text) {
        return None;
    }
    Some(Mark {
        kind,
        piece: Piece::of(id, line.span.range.clone()),
        boxed: is_boxed(facts, id),
    })
}

/// In a box with an outline, a cell with lines, or between paragraph borders.
fn is_boxed(facts: &Facts, id: ParagraphId) -> bool {
    let borders = facts[id].format.borders;
    let own = borders.top.is_some() && borders.bottom.is_some() && borders.left.is_some();
    own || match facts[id].home {
        Home::Story => false,
        Home::Cell(table, row, cell) => {
            let row = facts[table].rows.get(row);
            let cell = row.and_then(|row| row.cells.get(cell));
            cell.is_some_and(|cell| cell.top.is_some() && cell.bottom.is_some())
        }
        Home::Box(id) => facts[id].outline.is_some(),
    }
}
