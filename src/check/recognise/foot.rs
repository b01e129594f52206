//! The foot: `Nơi nhận:` and the signature blocks (ô 7, 9b).

use std::ops::Range;

use super::block::{above, ends_section, is_of_block, of_boxes, of_table, side_by_side, signature};
use super::key::{key, starts};
use super::line::{Line, Zone, line, pieces};
use super::recipients;
use super::scene::Scene;
use super::signer::{is_authority, is_name};
use crate::check::facts::Alignment;
use crate::check::paper::{Recipients, Role, Signature};

/// What was found of the foot.
#[derive(Debug, Default)]
pub(super) struct Foot {
    pub(super) recipients: Option<Recipients>,
    pub(super) signatures: Vec<Signature>,
    /// Lines of the foot; the text ends before them.
    pub(super) lines: Range<usize>,
}

/// The line of `Nơi nhận:` from a line on.
pub(super) fn label(scene: &Scene<'_>, start: usize) -> Option<usize> {
    (start..scene.lines.len()).find(|&at| is_label(scene, &scene.lines[at]))
}

/// Finds the foot between two lines.
pub(super) fn find(scene: &mut Scene<'_>, start: usize, stop: usize) -> Foot {
    let label = label(scene, start).filter(|&label| label < stop);
    let mut foot = match label {
        Some(label) => beside_label(scene, label, start, stop),
        None => without_label(scene, start, stop),
    };
    if let Some((more, first)) = side_by_side(scene, start, foot.lines.start)
        && (foot.signatures.is_empty() || more.len() > 1)
    {
        foot.signatures.splice(0..0, more);
        foot.lines.start = first;
    }
    foot.lines.start = paragraph_start(scene, foot.lines.start);
    mark(scene, &foot);
    foot
}

/// The first line of the paragraph of a line, if only blank ones stand between.
fn paragraph_start(scene: &Scene<'_>, at: usize) -> usize {
    let own = scene.line(at).map(Line::paragraph);
    let before = scene.lines[..at].iter().rev();
    at - before
        .take_while(|line| line.blank && Some(line.paragraph()) == own)
        .count()
}

/// `Nơi nhận:` alone, or on a line with the authority.
pub(super) fn is_label(scene: &Scene<'_>, line: &Line) -> bool {
    let of_key = |key: &str| {
        let rest = key.strip_prefix("noi nhan").unwrap_or("-").trim_start();
        // `Nơi nhận (VBĐT):` tells that the paper goes out as a file.
        let rest = match rest.strip_prefix('(') {
            Some(inside) => inside.split_once(')').map_or("-", |(_, rest)| rest),
            None => rest,
        };
        let behind = rest.trim_start().strip_prefix(':').unwrap_or(rest).trim();
        behind.is_empty() || rest.contains(':') && behind.starts_with('-')
    };
    if !line.key.starts_with("noi nhan") || scene.in_grid(line) {
        return false;
    }
    of_key(&line.key) || {
        let pieces = pieces(scene.facts, line);
        let first = pieces.first().cloned();
        first.is_some_and(|range| {
            let words = scene.facts[line.paragraph()].text.get(range);
            pieces.len() > 1 && of_key(&key(words.unwrap_or("")))
        })
    }
}

fn beside_label(scene: &mut Scene<'_>, label: usize, start: usize, stop: usize) -> Foot {
    match scene.lines[label].zone {
        Zone::Cell(table, _, cell) => {
            let lines = scene.table_lines(table);
            let own: Vec<Line> = scene.lines[label..lines.end]
                .iter()
                .filter(|line| matches!(line.zone, Zone::Cell(own, _, at) if own == table && at == cell))
                .cloned()
                .collect();
            let mut signatures = of_table(scene, lines.clone(), Some(cell));
            let mut first = lines.start;
            if signatures.is_empty() {
                (signatures, first) = above(scene, start, first);
            }
            Foot {
                recipients: recipients::read(scene, &own),
                signatures,
                lines: first..lines.end,
            }
        }
        Zone::Box(own) => {
            let lines: Vec<Line> = scene.lines[label..stop]
                .iter()
                .filter(|line| line.zone == Zone::Box(own))
                .cloned()
                .collect();
            let (signatures, range) = around_box(scene, start, label, stop);
            Foot {
                recipients: recipients::read(scene, &lines),
                signatures,
                lines: range,
            }
        }
        Zone::Flow => in_text(scene, label, start, stop),
    }
}

/// Foot without a table: two columns by tabs, or one below the other.
fn in_text(scene: &mut Scene<'_>, label: usize, start: usize, stop: usize) -> Foot {
    let mut left: Vec<Line> = Vec::new();
    let mut right: Vec<Line> = Vec::new();
    let mut end = label;
    for at in label..stop {
        let whole = scene.lines[at].clone();
        let starts_page = scene.facts[whole.paragraph()].format.page_break_before;
        let ends = at > label && (starts_page || ends_section(scene, &scene.lines[at - 1], &whole));
        if matches!(whole.zone, Zone::Cell(..)) || ends {
            break;
        }
        let (own, other) = columns(scene, &whole, at == label);
        let of_recipients = own.as_ref().is_some_and(|line| is_item(scene, line)) || at == label;
        let of_signer = own.as_ref().is_none_or(|line| {
            is_authority(&line.key, line.upper)
                || is_name(scene.words(&line.span)) && !of_recipients
        });
        if !of_recipients && !of_signer && !whole.blank {
            break;
        }
        if of_recipients {
            left.extend(own);
            right.extend(other);
        } else {
            right.extend(own.filter(|line| !line.blank));
            right.extend(other);
        }
        if whole.blank {
            right.push(whole);
        }
        end = at + 1;
    }
    let mut signatures: Vec<Signature> = signature(scene, &right).into_iter().collect();
    let mut first = label;
    if signatures.is_empty() {
        let pair = side_by_side(scene, start, label);
        (signatures, first) = pair.unwrap_or_else(|| above(scene, start, label));
    }
    Foot {
        recipients: recipients::read(scene, &left),
        signatures,
        lines: first..end,
    }
}

/// The words of the two columns of a line.
fn columns(scene: &Scene<'_>, whole: &Line, label: bool) -> (Option<Line>, Option<Line>) {
    let pieces = pieces(scene.facts, whole);
    let cut = |range: Range<usize>| line(scene.facts, whole.paragraph(), range, whole.zone);
    match (pieces.first(), pieces.last()) {
        (Some(first), Some(last)) if pieces.len() > 1 => {
            let listed = is_item(scene, &cut(first.clone())) || label;
            // A bullet with a tab behind it is one piece with its words.
            let second = &pieces[1];
            let bullet = first.len() <= 3 && !label;
            match (listed, bullet, pieces.len()) {
                (true, true, 2) => (Some(whole.clone()), None),
                (true, true, _) => (
                    Some(cut(first.start..second.end)),
                    Some(cut(pieces[2].start..last.end)),
                ),
                (true, false, _) => (Some(cut(first.clone())), Some(cut(second.start..last.end))),
                (false, _, _) => (None, Some(whole.clone())),
            }
        }
        (Some(_), _) => {
            let right = whole.centred
                || scene.facts[whole.paragraph()].format.alignment == Alignment::Right;
            match right && !is_item(scene, whole) {
                true => (None, Some(whole.clone())),
                false => (Some(whole.clone()), None),
            }
        }
        (None, _) => (None, None),
    }
}

/// A line of those named at `Nơi nhận:`.
fn is_item(scene: &Scene<'_>, line: &Line) -> bool {
    let words = scene.words(&line.span);
    // Also one whose dash was forgotten, and the drafter's code.
    let marked = words.starts_with(['-', '–', '—', '+', '•', '*']) || words.ends_with(';');
    let coded = recipients::is_code(words) && words.contains(|c: char| c.is_ascii_digit());
    marked || coded || starts(&line.key, "luu")
}

/// A signature in boxes or paragraphs around the box of `Nơi nhận:`, and the lines of both.
fn around_box(
    scene: &Scene<'_>,
    start: usize,
    label: usize,
    stop: usize,
) -> (Vec<Signature>, Range<usize>) {
    let own = scene.lines[label].zone;
    let (boxed, lines) = of_boxes(scene, start, label, Some(own));
    if !boxed.is_empty() {
        return (boxed, lines);
    }
    let rest = scene.lines[label..stop].iter();
    let behind = label + rest.take_while(|line| line.zone == own).count();
    let rest = scene.lines[behind..stop].iter();
    let block: Vec<Line> = rest
        .take_while(|line| line.zone == Zone::Flow && is_of_block(scene, line))
        .cloned()
        .collect();
    if let Some(found) = signature(scene, &block) {
        return (vec![found], label..behind + block.len());
    }
    let (found, first) = above(scene, start, label);
    (found, first..behind)
}

/// No `Nơi nhận:`: the last block that looks like a signature.
fn without_label(scene: &mut Scene<'_>, start: usize, stop: usize) -> Foot {
    if let Some((signatures, first)) = side_by_side(scene, start, stop) {
        return Foot {
            signatures,
            lines: first..stop,
            recipients: None,
        };
    }
    let last = (start..stop).rev().find(|&at| {
        let line = &scene.lines[at];
        is_authority(&line.key, line.upper) && line.bold
    });
    let Some(last) = last else {
        return Foot {
            lines: stop..stop,
            ..Foot::default()
        };
    };
    let placed = match scene.lines[last].zone {
        Zone::Cell(table, ..) => {
            let lines = scene.table_lines(table);
            Some((of_table(scene, lines.clone(), None), lines))
        }
        Zone::Box(_) => Some(of_boxes(scene, start, last, None)),
        Zone::Flow => None,
    };
    if let Some((signatures, lines)) = placed {
        return Foot {
            signatures,
            lines,
            recipients: None,
        };
    }
    let end = last
        + scene.lines[last..stop]
            .iter()
            .take_while(|line| is_of_block(scene, line))
            .count();
    let (signatures, first) = above(scene, start, end);
    Foot {
        signatures,
        lines: first..end,
        recipients: None,
    }
}

fn mark(scene: &mut Scene<'_>, foot: &Foot) {
    if let Some(recipients) = &foot.recipients {
        scene.mark(&recipients.label, Role::RecipientsLabel);
        for item in &recipients.items {
            scene.mark(item, Role::Recipient);
        }
    }
    for signature in &foot.signatures {
        for line in &signature.authority {
            scene.mark(line, Role::Authority);
        }
        if let Some(name) = signature.name.get() {
            scene.mark(name, Role::SignerName);
        }
    }
    for at in foot.lines.clone() {
        let (id, blank) = (scene.lines[at].paragraph(), scene.lines[at].blank);
        if blank {
            scene.mark_paragraph(id, Role::Blank);
        }
    }
}
