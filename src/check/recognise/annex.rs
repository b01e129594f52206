//! What follows the foot: annexes, and documents issued with the paper.

use std::ops::Range;

use super::body;
use super::key::{digits, key, roman, starts};
use super::line::{Line, Zone};
use super::rule_line;
use super::scene::{Scene, piece};
use super::title;
use crate::check::facts::{ParagraphId, Span};
use crate::check::paper::{Annex, Attached, BodyLine, Found, Piece, Role};

/// The first line of an annex from a line on.
pub(super) fn first(scene: &Scene<'_>, start: usize) -> usize {
    let lines = start..scene.lines.len();
    let mut labels = lines.filter(|&at| is_label(scene, at));
    labels.next().unwrap_or(scene.lines.len())
}

/// Reads the annexes and documents between lines.
pub(super) fn find(scene: &mut Scene<'_>, start: usize) -> (Vec<Annex>, Vec<Attached>) {
    let mut starts: Vec<(usize, bool)> = (start..scene.lines.len())
        .filter(|&at| is_label(scene, at))
        .map(|at| (at, true))
        .collect();
    let before = starts.first().map_or(scene.lines.len(), |(at, _)| *at);
    if let Some(at) = document_start(scene, start, before) {
        starts.insert(0, (at, false));
    }
    let mut annexes = Vec::new();
    let mut attached = Vec::new();
    for (index, &(at, labelled)) in starts.iter().enumerate() {
        let end = starts
            .get(index + 1)
            .map_or(scene.lines.len(), |(next, _)| *next);
        if labelled {
            annexes.extend(annex(scene, at..end));
        } else {
            attached.extend(document(scene, at..end));
        }
    }
    (annexes, attached)
}

/// `Phụ lục I` alone on its line, not in the middle of a text.
pub(super) fn is_label(scene: &Scene<'_>, at: usize) -> bool {
    let line = &scene.lines[at];
    let Some(rest) = line.key.strip_prefix("phu luc") else {
        return false;
    };
    let rest = rest.trim_matches(|c: char| !c.is_alphanumeric());
    let rest = rest.strip_prefix("so ").unwrap_or(rest);
    let number = rest.to_uppercase();
    let counted = rest.is_empty()
        || roman(&number) == Some(number.len())
        || digits(rest) == Some(rest.len())
        || rest.chars().count() == 1;
    let titled = line.upper && line.centred && line.key.len() < 120;
    let placed = line.centred || line.bold || line.upper || starts_page(scene, at);
    (counted || titled) && placed && !matches!(line.zone, Zone::Cell(..))
}

pub(super) fn starts_page(scene: &Scene<'_>, at: usize) -> bool {
    let own = scene.facts[scene.lines[at].paragraph()].page;
    let before = at
        .checked_sub(1)
        .map(|before| scene.lines[before].paragraph());
    before.is_none_or(|before| scene.facts[before].page < own)
}

fn annex(scene: &mut Scene<'_>, lines: Range<usize>) -> Option<Annex> {
    let own = scene.lines[lines.start].clone();
    let label = piece([&own])?;
    scene.mark(&label, Role::AnnexLabel);
    let (title, attached, start) = head(scene, lines.start + 1, lines.end);
    if let Some(title) = title.get() {
        scene.mark(title, Role::AnnexTitle);
    }
    if let Some(attached) = attached.get() {
        scene.mark(attached, Role::AnnexAttached);
    }
    let body = body::find(scene, start..lines.end).lines;
    Some(Annex {
        number: number(scene, &own),
        label,
        title,
        attached,
        body,
        extent: extent(scene, &lines),
    })
}

/// The number behind `Phụ lục`.
fn number(scene: &Scene<'_>, line: &Line) -> Option<Span> {
    let words = scene.words(&line.span);
    let gaps: Vec<usize> = words
        .match_indices(char::is_whitespace)
        .map(|(at, _)| at)
        .collect();
    let at = gaps
        .iter()
        .find(|&&at| key(words.get(..at).unwrap_or("")) == "phu luc")?;
    let behind = words.get(*at..)?;
    let start = at + (behind.len() - behind.trim_start().len());
    let own = words.get(start..)?.split_whitespace().next()?;
    let own = own.trim_end_matches(['.', ':', ')']);
    let from = line.span.range.start + start;
    (!own.is_empty()).then(|| Span {
        paragraph: line.paragraph(),
        range: from..from + own.len(),
    })
}

/// Title and `(Kèm theo …)`, and the line behind them.
fn head(scene: &Scene<'_>, start: usize, stop: usize) -> (Found<Piece>, Found<Piece>, usize) {
    let mut title: Vec<Line> = Vec::new();
    let mut attached = Found::Missing;
    let mut end = start;
    for at in start..stop.min(start + 20) {
        let line = &scene.lines[at];
        if line.blank || line.drawn {
            continue;
        }
        if is_attached(line) {
            let more = open_lines(scene, at, stop);
            attached = piece(&scene.lines[at..=at + more]).map_or(Found::Missing, Found::Sure);
            end = at + more + 1;
            break;
        }
        let titled = matches!(line.zone, Zone::Flow) && (line.centred || line.upper);
        if !titled || title.len() >= 6 {
            break;
        }
        title.push(line.clone());
        end = at + 1;
    }
    let title = piece(&title).map_or(Found::Missing, Found::Sure);
    (title, attached, end)
}

/// How many lines behind a line go on with its bracket.
fn open_lines(scene: &Scene<'_>, at: usize, stop: usize) -> usize {
    let closes = |line: &Line| scene.words(&line.span).ends_with(')');
    if closes(&scene.lines[at]) {
        return 0;
    }
    let rest = &scene.lines[at + 1..stop];
    let open = rest
        .iter()
        .take_while(|line| !line.blank && !line.drawn && line.centred);
    let open = open.count().min(3);
    // Without the bracket that closes it, a heading must not be taken for its last line.
    let closed = rest[..open].iter().position(closes).map(|last| last + 1);
    let headed = rest[..open].iter().position(|line| line.upper || line.bold);
    closed.or(headed).unwrap_or(open)
}

/// `(Kèm theo …)`, `(Ban hành kèm theo …)`.
fn is_attached(line: &Line) -> bool {
    let bare = line.key.trim_start_matches(['(', ' ']);
    starts(bare, "kem theo")
        || starts(bare, "ban hanh kem theo")
        || starts(bare, "duoc ban hanh kem theo")
}

/// A document issued with the paper: a type above `(Kèm theo …)`, behind the foot.
fn document_start(scene: &Scene<'_>, start: usize, stop: usize) -> Option<usize> {
    let attached = (start..stop.min(start + 80)).find(|&at| is_attached(&scene.lines[at]))?;
    (start..attached).find(|&at| title::is_kind(&scene.lines[at]) && scene.lines[at].upper)
}

fn document(scene: &mut Scene<'_>, lines: Range<usize>) -> Option<Attached> {
    let heading = title::find(scene, lines.start, lines.end);
    let (_, attached, start) = head(scene, heading.end, lines.end);
    if let Some(attached) = attached.get() {
        scene.mark(attached, Role::AnnexAttached);
    }
    let mut title = heading.title;
    if title.subject_rule.is_missing() {
        title.subject_rule = rule_behind(scene, &attached, start, lines.end);
    }
    let body: Vec<BodyLine> = body::find(scene, start..lines.end).lines;
    Some(Attached {
        kind: heading.kind.get().copied(),
        title,
        attached,
        body,
        extent: extent(scene, &lines),
    })
}

/// The line below `(Kèm theo …)`.
fn rule_behind(
    scene: &Scene<'_>,
    attached: &Found<Piece>,
    start: usize,
    stop: usize,
) -> Found<crate::check::paper::RuleLine> {
    let Some(attached) = attached.get() else {
        return Found::Missing;
    };
    let rest = scene.lines[start..stop].iter();
    let after: Vec<&Line> = rest.take_while(|line| line.blank || line.drawn).collect();
    let until = (start + after.len() + 1).min(stop);
    let shapes = rule_line::shapes_of(scene.facts, &scene.lines[start.saturating_sub(1)..until]);
    rule_line::under(scene.facts, attached, &after, &shapes)
}

fn extent(scene: &Scene<'_>, lines: &Range<usize>) -> (ParagraphId, ParagraphId) {
    let first = scene.lines[lines.start].paragraph();
    let last = lines.end.checked_sub(1).and_then(|last| scene.line(last));
    let last = last.map_or(first, Line::paragraph);
    (first, ParagraphId(last.0 + 1))
}
