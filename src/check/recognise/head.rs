//! The letterhead: agency, Quốc hiệu, number, place and date (ô 1-4), and trích yếu of a công văn (5b).
//!
//! The first line that is surely one of them tells how the two columns were typed; then every line of the
//! head is known by its formula or by its place.

use super::agency;
use super::extent::{Kind, anchor, arrangement, end, kind, split};
use super::key::key;
use super::line::{Line, Zone};
use super::pattern::NATIONAL;
use super::rule_line::{self, Half};
use super::scene::{Scene, piece};
use crate::check::paper::{Arrangement, Found, Letterhead, Piece, Role, RuleLine};

/// What was found of the head.
#[derive(Debug, Default)]
pub(super) struct Head {
    pub(super) letterhead: Letterhead,
    /// Trích yếu of a công văn.
    pub(super) subject: Found<Piece>,
    /// Header of a Party document.
    pub(super) party: bool,
    /// The line behind the head.
    pub(super) end: usize,
}

/// A line of the head, or the half of one.
struct Part {
    line: Line,
    half: Half,
    kind: Kind,
}

/// Finds the letterhead.
pub(super) fn find(scene: &mut Scene<'_>) -> Head {
    let Some(anchor) = anchor(scene) else {
        return Head::default();
    };
    let arrangement = arrangement(scene, anchor);
    let end = with_lines(scene, end(scene, anchor, arrangement));
    let parts = parts(scene, anchor, arrangement, end);
    let mut head = Head {
        party: parts.iter().any(|part| part.kind == Kind::Party),
        end,
        ..Head::default()
    };
    head.letterhead.arrangement = Found::Sure(arrangement);
    take_formulas(&parts, &mut head);
    take_agency(&parts, &mut head);
    take_rules(scene, &parts, end, &mut head);
    mark(scene, &head);
    head
}

/// The lines under the last words of the head belong to it.
fn with_lines(scene: &Scene<'_>, end: usize) -> usize {
    let rest = scene.lines[end..].iter();
    let run = rest.take_while(|line| line.blank || line.drawn);
    let ruled = run
        .enumerate()
        .filter(|(_, line)| line.drawn || has_border(scene, line));
    ruled.last().map_or(end, |(at, _)| end + at + 1)
}

/// The lines of the head, each with its half of the page.
fn parts(scene: &Scene<'_>, anchor: usize, arrangement: Arrangement, end: usize) -> Vec<Part> {
    let of_anchor = scene.lines[anchor].zone;
    let mut parts = Vec::new();
    for (at, line) in scene.lines[..end].iter().enumerate() {
        if arrangement == Arrangement::Tabs
            && let Some((left, right)) = split(scene, line)
        {
            for (line, half) in [(left, Half::Left), (right, Half::Right)] {
                let kind = kind(&line);
                parts.push(Part { line, half, kind });
            }
            continue;
        }
        let half = match (arrangement, of_anchor, line.zone) {
            (Arrangement::Table(_), Zone::Cell(_, _, own), Zone::Cell(_, _, cell)) => {
                half_if(cell == own)
            }
            (Arrangement::Boxes, own, zone) => half_if(own == zone),
            (Arrangement::Columns, _, _) => half_if(at >= anchor),
            _ => Half::Left,
        };
        parts.push(Part {
            line: line.clone(),
            half,
            kind: kind(line),
        });
    }
    parts
}

fn half_if(right: bool) -> Half {
    if right { Half::Right } else { Half::Left }
}

/// What is known by its formula.
fn take_formulas(parts: &[Part], head: &mut Head) {
    let first = |kind: Kind| {
        let part = parts.iter().find(|part| part.kind == kind);
        part.and_then(|part| piece([&part.line]))
    };
    let found = |piece: Option<Piece>| piece.map_or(Found::Missing, Found::Sure);
    let letterhead = &mut head.letterhead;
    letterhead.national_name = found(first(Kind::National).or_else(|| broken_name(parts)));
    letterhead.motto = found(first(Kind::Motto));
    letterhead.number = found(first(Kind::Number));
    letterhead.place_date = found(first(Kind::PlaceDate));
    head.subject = subject(parts);
}

/// A Quốc hiệu on two lines.
fn broken_name(parts: &[Part]) -> Option<Piece> {
    let at = parts
        .iter()
        .position(|part| part.kind == Kind::NationalStart)?;
    let start = &parts[at];
    let rest = parts[at + 1..].iter().find(|part| {
        part.half == start.half && key(&format!("{} {}", start.line.key, part.line.key)) == NATIONAL
    })?;
    piece([&start.line, &rest.line])
}

/// `V/v …` and what follows it in its column.
fn subject(parts: &[Part]) -> Found<Piece> {
    let Some(at) = parts
        .iter()
        .position(|part| part.kind == Kind::LetterSubject)
    else {
        return Found::Missing;
    };
    let start = &parts[at];
    let rest = parts[at + 1..]
        .iter()
        .filter(|part| part.half == start.half)
        .take_while(|part| part.kind == Kind::Words)
        .map(|part| &part.line);
    piece(std::iter::once(&start.line).chain(rest)).map_or(Found::Missing, Found::Sure)
}

/// The agency: the words of the left column above the number.
fn take_agency(parts: &[Part], head: &mut Head) {
    let stop = parts.iter().position(|part| {
        part.half == Half::Left && matches!(part.kind, Kind::Number | Kind::LetterSubject)
    });
    let names: Vec<&Line> = parts[..stop.unwrap_or(parts.len())]
        .iter()
        .filter(|part| part.half == Half::Left && part.kind == Kind::Words)
        .map(|part| &part.line)
        // The star of the Party's papers is no name.
        .filter(|line| line.key.contains(char::is_alphabetic))
        .collect();
    let national = head.letterhead.national_name.get();
    let broken = national.filter(|piece| piece.spans.len() > 1);
    let names: Vec<&Line> = names
        .into_iter()
        .filter(|line| !broken.is_some_and(|piece| piece.spans.contains(&line.span)))
        .collect();
    (head.letterhead.parent, head.letterhead.agency) = agency::tell(&names);
}

/// The lines under Tiêu ngữ and under the agency.
fn take_rules(scene: &Scene<'_>, parts: &[Part], end: usize, head: &mut Head) {
    let shapes = rule_line::shapes_of(scene.facts, &scene.lines[..scene.behind_paragraph(end)]);
    let rule = |piece: &Found<Piece>, half: Half| -> Found<RuleLine> {
        let Some(piece) = piece.get() else {
            return Found::Missing;
        };
        let last = piece.spans.last();
        let at = parts.iter().position(|part| Some(&part.line.span) == last);
        let after: Vec<&Line> = parts[at.map_or(parts.len(), |at| at + 1)..]
            .iter()
            .filter(|part| part.half == half)
            .take_while(|part| part.kind == Kind::Blank)
            .map(|part| &part.line)
            .collect();
        let stacked = head.letterhead.arrangement.get() == Some(&Arrangement::Stacked);
        let near = rule_line::near(scene.facts, &shapes, piece, Some(half).filter(|_| !stacked));
        rule_line::under(scene.facts, piece, &after, &near)
    };
    let right = match head.letterhead.arrangement.get() {
        Some(Arrangement::Stacked) => Half::Left,
        _ => Half::Right,
    };
    head.letterhead.motto_rule = rule(&head.letterhead.motto, right);
    head.letterhead.agency_rule = rule(&head.letterhead.agency, Half::Left);
}

fn mark(scene: &mut Scene<'_>, head: &Head) {
    let letterhead = &head.letterhead;
    for (piece, role) in [
        (&letterhead.parent, Role::Parent),
        (&letterhead.agency, Role::Agency),
        (&letterhead.national_name, Role::NationalName),
        (&letterhead.motto, Role::Motto),
        (&letterhead.number, Role::Number),
        (&letterhead.place_date, Role::PlaceDate),
        (&head.subject, Role::LetterSubject),
    ] {
        if let Some(piece) = piece.get() {
            scene.mark(piece, role);
        }
    }
    for at in 0..head.end {
        let line = &scene.lines[at];
        let ruled = line.drawn || has_border(scene, line);
        let (id, blank) = (line.paragraph(), line.blank);
        if ruled {
            scene.mark_paragraph(id, Role::Rule);
        } else if blank {
            scene.mark_paragraph(id, Role::Blank);
        }
    }
}

/// True for a blank line with a border.
fn has_border(scene: &Scene<'_>, line: &Line) -> bool {
    let borders = scene.facts[line.paragraph()].format.borders;
    line.blank && (borders.top.is_some() || borders.bottom.is_some())
}
