//! The lines below `Nơi nhận:`: those named, `- Lưu`, and the drafter's code (ô 12).

use super::key::{is_upper, starts};
use super::line::{Line, line};
use super::scene::{Scene, piece};
use crate::check::paper::{Found, Piece, Recipients};

/// Reads the lines of the column that begins with the label.
pub(super) fn read(scene: &Scene<'_>, lines: &[Line]) -> Option<Recipients> {
    let (first, rest) = lines.split_first()?;
    let words = scene.words(&first.span);
    let colon = words.find(':').map(|at| first.span.range.start + at + 1);
    let end = colon.unwrap_or(first.span.range.end);
    let part = |range| line(scene.facts, first.paragraph(), range, first.zone);
    let label = part(first.span.range.start..end);
    let behind = part(end..first.span.range.end);
    let mut items: Vec<Piece> = Vec::new();
    if !behind.blank {
        items.extend(piece([&behind]));
    }
    let mut drafter = Found::Missing;
    for line in rest.iter().filter(|line| !line.blank && !line.drawn) {
        let words = scene.words(&line.span);
        let listed = words.starts_with(['-', '–', '—', '+', '•', '*']);
        if !listed && is_code(words) && !items.is_empty() {
            drafter = piece([line]).map_or(Found::Missing, Found::Sure);
            continue;
        }
        let open = items.last().and_then(|item| item.spans.last());
        let open = open.is_some_and(|span| !scene.words(span).ends_with([';', '.']));
        match items.last_mut().filter(|_| open && !listed) {
            Some(item) => item.spans.push(line.span.clone()),
            None => items.extend(piece([line])),
        }
    }
    let archive = items.iter().rposition(|item| is_archive(scene, item));
    if drafter.is_missing() {
        let kept = archive.and_then(|at| items.get(at));
        drafter = kept.map_or(Found::Missing, |item| code_behind(scene, item));
    }
    Some(Recipients {
        label: piece([&label])?,
        items,
        archive,
        drafter,
    })
}

fn is_archive(scene: &Scene<'_>, item: &Piece) -> bool {
    let words = super::key::key(&item.words(scene.facts));
    let bare = words.trim_start_matches(|c: char| !c.is_alphanumeric());
    starts(bare, "luu")
}

/// `PL.(300)`, `NVA`, `TTH (5)`: capitals, and perhaps a number.
pub(super) fn is_code(words: &str) -> bool {
    let letters: String = words.chars().filter(|c| c.is_alphabetic()).collect();
    let only = |c: char| c.is_alphanumeric() || matches!(c, '.' | '(' | ')' | ' ' | '-');
    is_upper(letters.trim_end_matches('b'))
        && letters.chars().count() <= 8
        && words.chars().all(only)
}

/// The code that stands behind `- Lưu: VT, NVĐP.`
fn code_behind(scene: &Scene<'_>, item: &Piece) -> Found<Piece> {
    let Some(span) = item.spans.last() else {
        return Found::Missing;
    };
    let words = scene.words(span);
    let Some((at, _)) = words.trim_end().match_indices(". ").last() else {
        return Found::Missing;
    };
    let behind = at + 2;
    let code = words.get(behind..).unwrap_or("");
    match !code.trim().is_empty() && is_code(code.trim()) {
        true => {
            let start = span.range.start + behind;
            Found::Sure(Piece::of(span.paragraph, start..span.range.end))
        }
        false => Found::Missing,
    }
}
