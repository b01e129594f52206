//! `Kính gửi:` and those named there (ô 9a).

use super::key::starts;
use super::line::{Line, line};
use super::scene::{Scene, piece};
use crate::check::paper::{Addressees, Piece, Role};

/// Lines after the title in which the label is looked for.
const REACH: usize = 12;

/// Those named; a list of all communes of a province has over a hundred.
const MOST: usize = 400;

/// Finds the label from a line on, and those named; with the line behind.
pub(super) fn find(
    scene: &mut Scene<'_>,
    start: usize,
    stop: usize,
) -> (Option<Addressees>, usize) {
    let mut near = scene.lines[start..stop.min(start + REACH)].iter();
    let Some(at) = near.position(|line| starts(&line.key, "kinh gui")) else {
        return (None, start);
    };
    let at = start + at;
    let (label, own) = cut(scene, &scene.lines[at]);
    let mut items: Vec<Piece> = own.into_iter().filter_map(|line| piece([&line])).collect();
    let end = rest(scene, at + 1, stop, &mut items);
    let label = piece([&label]).unwrap_or_default();
    scene.mark(&label, Role::Addressee);
    for item in &items {
        scene.mark(item, Role::Addressee);
    }
    (Some(Addressees { label, items }), end)
}

/// The label up to its colon, and the words behind.
fn cut(scene: &Scene<'_>, whole: &Line) -> (Line, Option<Line>) {
    let words = scene.words(&whole.span);
    let colon = words.find(':').map(|at| at + 1);
    let at = colon.unwrap_or_else(|| second_word_end(words));
    let middle = whole.span.range.start + at;
    let part = |range| line(scene.facts, whole.paragraph(), range, whole.zone);
    let behind = part(middle..whole.span.range.end);
    let label = part(whole.span.range.start..middle);
    (label, Some(behind).filter(|line| !line.blank))
}

/// Where `Kính gửi` ends if no colon follows.
fn second_word_end(words: &str) -> usize {
    let mut gaps = words.match_indices(char::is_whitespace);
    gaps.nth(1).map_or(words.len(), |(at, _)| at)
}

/// The lines that go on with those named.
fn rest(scene: &Scene<'_>, start: usize, stop: usize, items: &mut Vec<Piece>) -> usize {
    let mut end = start;
    for at in start..stop.min(start + MOST) {
        let line = &scene.lines[at];
        if line.drawn {
            break;
        }
        if line.blank {
            // A blank line ends the list, but may stand between the label and its first name.
            if items.is_empty() {
                continue;
            }
            break;
        }
        let words = scene.words(&line.span);
        let listed = words.starts_with(['-', '–', '+', '•', '*']);
        let before = items.last().and_then(|item| item.spans.last());
        let open = before.is_none_or(|span| scene.words(span).ends_with([';', ',']));
        if !(listed || open) || items.is_empty() && !listed && line.key.split(' ').count() > 25 {
            break;
        }
        items.extend(piece([line]));
        end = at + 1;
    }
    end
}
