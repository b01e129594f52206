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
    // One name behind the label, and nothing that promises more.
    let whole = items.last().is_some_and(|own| {
        let words = own.words(scene.facts);
        !is_listed(&words) && !words.ends_with([';', ',', ':'])
    });
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
        if let Some(item) = items.last_mut().filter(|_| words.starts_with('(')) {
            // Where they live, under the name.
            item.spans.push(line.span.clone());
            end = at + 1;
            continue;
        }
        let listed = is_listed(words);
        let before = items.last().and_then(|item| item.spans.last());
        let before = before.map(|span| scene.words(span));
        let open = before.is_none_or(|words| words.ends_with([';', ',']));
        let sentence = before.is_some_and(|words| words.ends_with('.')) && is_sentence(&line.key);
        if whole || sentence || !(listed || open) || items.is_empty() && !listed && is_long(line) {
            break;
        }
        items.extend(piece([line]));
        end = at + 1;
    }
    end
}

fn is_listed(words: &str) -> bool {
    words.starts_with(['-', '–', '+', '•', '*'])
}

/// Longer than any name.
fn is_long(line: &Line) -> bool {
    line.key.split(' ').count() > 25
}

/// A dash that begins the text, not one more name: `- Căn cứ …`, `- Thực hiện …`.
fn is_sentence(key: &str) -> bool {
    let bare = key.trim_start_matches(|c: char| !c.is_alphanumeric());
    let opening = ["can cu", "thuc hien", "theo", "tra loi", "ngay", "de nghi"];
    opening.iter().any(|words| starts(bare, words)) || bare.split(' ').count() > 25
}
