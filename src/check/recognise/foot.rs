//! The foot: `Nơi nhận:` and the signature blocks (ô 7, 9b).

use std::ops::Range;

use super::key::{is_upper, key, starts};
use super::line::{Line, Zone, line, pieces};
use super::recipients;
use super::scene::{Scene, piece};
use super::signer::{is_authority, is_name, is_remark};
use crate::check::facts::{Alignment, TableId};
use crate::check::paper::{Found, Piece, Recipients, Role, Signature};

/// Lines above `Nơi nhận:` in which a signature may stand that is not beside it.
const REACH: usize = 25;

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
    if let Some(table) = table_above(scene, start, foot.lines.start) {
        let lines = scene.table_lines(table);
        let more = of_table(scene, lines.clone(), None);
        if !more.is_empty() && (foot.signatures.is_empty() || more.len() > 1) {
            foot.signatures.splice(0..0, more);
            foot.lines.start = lines.start;
        }
    }
    mark(scene, &foot);
    foot
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
            let end = label + lines.len();
            let (signatures, first) = around_box(scene, start, label, stop);
            Foot {
                recipients: recipients::read(scene, &lines),
                signatures,
                lines: first..end.max(stop.min(end + REACH)),
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
        if matches!(whole.zone, Zone::Cell(..)) || starts_page && at > label {
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
        (signatures, first) = above(scene, start, label);
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
    words.starts_with(['-', '–', '—', '+', '•', '*']) || starts(&line.key, "luu")
}

/// A signature that stands above a line, right of the middle, with blank lines in it.
fn above(scene: &Scene<'_>, start: usize, label: usize) -> (Vec<Signature>, usize) {
    let mut first = label;
    let mut authority = false;
    for at in (start.max(label.saturating_sub(REACH))..label).rev() {
        let line = &scene.lines[at];
        let words = scene.words(&line.span);
        let of_block =
            is_authority(&line.key, line.upper) || is_name(words) || is_remark(&line.key);
        let own = line.blank
            || matches!(line.zone, Zone::Flow) && of_block && line.key.split(' ').count() <= 14;
        if !own {
            break;
        }
        authority |= is_authority(&line.key, line.upper);
        if !line.blank {
            first = at;
        }
    }
    let lines: Vec<Line> = scene.lines[first..label].to_vec();
    let found = signature(scene, &lines).filter(|_| authority);
    match found {
        Some(found) => (vec![found], first),
        None => (Vec::new(), label),
    }
}

/// A signature in boxes or paragraphs around a box.
fn around_box(
    scene: &Scene<'_>,
    start: usize,
    label: usize,
    stop: usize,
) -> (Vec<Signature>, usize) {
    let own = scene.lines[label].zone;
    let near = label.saturating_sub(REACH).max(start)..stop.min(label + 3 * REACH);
    let others: Vec<usize> = near
        .filter(|&at| {
            scene.lines[at].zone != own && !matches!(scene.lines[at].zone, Zone::Cell(..))
        })
        .collect();
    let first = others.iter().copied().find(|&at| {
        let line = &scene.lines[at];
        is_authority(&line.key, line.upper)
    });
    let Some(first) = first else {
        return (Vec::new(), label);
    };
    let zone = scene.lines[first].zone;
    let lines: Vec<Line> = others
        .iter()
        .filter(|&&at| at >= first && scene.lines[at].zone == zone)
        .map(|&at| scene.lines[at].clone())
        .collect();
    let found: Vec<Signature> = signature(scene, &lines).into_iter().collect();
    (found, first.min(label))
}

/// No `Nơi nhận:`: the last block that looks like a signature.
fn without_label(scene: &mut Scene<'_>, start: usize, stop: usize) -> Foot {
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
    if let Zone::Cell(table, ..) = scene.lines[last].zone {
        let lines = scene.table_lines(table);
        let signatures = of_table(scene, lines.clone(), None);
        return Foot {
            signatures,
            lines,
            recipients: None,
        };
    }
    let block = |line: &Line| {
        let words = scene.words(&line.span);
        line.blank || is_authority(&line.key, line.upper) || is_name(words) || is_remark(&line.key)
    };
    let end = last
        + scene.lines[last..stop]
            .iter()
            .take_while(|line| block(line))
            .count();
    let (signatures, first) = above(scene, start, end);
    Foot {
        signatures,
        lines: first..end,
        recipients: None,
    }
}

/// A table for two signatures directly above a line, as biên bản have it.
fn table_above(scene: &Scene<'_>, start: usize, stop: usize) -> Option<TableId> {
    let above = scene.lines[start.min(stop)..stop].iter().rev();
    let mut words = above.filter(|line| !line.blank);
    let table = words.next()?.table()?;
    let lines = scene.table_lines(table);
    let signed = scene.lines[lines.clone()]
        .iter()
        .any(|line| is_authority(&line.key, line.upper));
    (signed && lines.len() < 60 && lines.end <= stop).then_some(table)
}

/// The signatures of a table, a column each; `but` is the column of `Nơi nhận:`.
fn of_table(scene: &Scene<'_>, lines: Range<usize>, but: Option<usize>) -> Vec<Signature> {
    let lines = &scene.lines[lines];
    let cell = |line: &Line| match line.zone {
        Zone::Cell(_, _, cell) => cell,
        Zone::Flow | Zone::Box(_) => 0,
    };
    let most = lines.iter().map(cell).max().unwrap_or(0);
    (0..=most)
        .filter(|at| Some(*at) != but)
        .filter_map(|at| {
            let own: Vec<Line> = lines
                .iter()
                .filter(|line| cell(line) == at)
                .cloned()
                .collect();
            signature(scene, &own)
        })
        .collect()
}

/// The signature block that lines make up.
fn signature(scene: &Scene<'_>, lines: &[Line]) -> Option<Signature> {
    let lines: Vec<&Line> = lines.iter().filter(|line| !line.drawn).collect();
    let start = lines
        .iter()
        .position(|line| is_authority(&line.key, line.upper))?;
    let count = lines[start..]
        .iter()
        .take_while(|line| line.upper && !is_remark(&line.key))
        .count();
    let mut count = count.max(1);
    let rest = &lines[start + count..];
    let last = rest
        .iter()
        .rposition(|line| !line.blank && !is_remark(&line.key));
    let mut name = Found::Missing;
    let mut gap_end = rest.len();
    if let Some(last) = last {
        let words = scene.words(&rest[last].span);
        let own = piece([*rest.get(last)?]).unwrap_or_default();
        gap_end = last;
        name = match is_name(words) {
            true => Found::Sure(own),
            false => Found::Guess(own, "dòng cuối khối ký, không chắc là họ tên"),
        };
    } else if count > 1 && is_upper_name(scene, lines[start + count - 1]) {
        // A name in capitals right below the post.
        count -= 1;
        name = Found::Guess(
            piece([lines[start + count]]).unwrap_or_default(),
            "họ tên viết in hoa, liền dưới chức vụ",
        );
    }
    let authority: Vec<Piece> = lines[start..start + count]
        .iter()
        .filter_map(|line| piece([*line]))
        .collect();
    let gap = rest[..gap_end.min(rest.len())].iter();
    let mut gap: Vec<_> = gap
        .filter(|line| line.blank)
        .map(|line| line.paragraph())
        .collect();
    gap.dedup();
    Some(Signature {
        authority,
        name,
        gap,
    })
}

fn is_upper_name(scene: &Scene<'_>, line: &Line) -> bool {
    let words = scene.words(&line.span);
    is_upper(words) && !is_authority(&line.key, true) && is_name(words)
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
