//! The letterhead: agency, Quốc hiệu, number, place and date (ô 1-4), and trích yếu of a công văn (5b).
//!
//! The first line that is surely one of them tells how the two columns were typed; then every line of the
//! head is known by its formula or by its place.

use super::agency;
use super::key::key;
use super::line::{Line, Zone, line, pieces};
use super::marks;
use super::pattern::{
    NATIONAL, PARTY, is_letter_subject, is_motto, is_national, is_national_start, is_number,
    is_place_date, starts_text,
};
use super::rule_line::{self, Half};
use super::scene::{Scene, piece};
use super::title;
use crate::check::facts::TableId;
use crate::check::paper::{Arrangement, Found, Letterhead, Piece, Role, RuleLine};

/// Lines in which a letterhead is looked for.
const REACH: usize = 120;

/// Words of a line of the text that may still be a line of a trích yếu.
const LONGEST_SUBJECT_LINE: usize = 15;

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

/// What a line of the head is, by its formula.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    National,
    NationalStart,
    Motto,
    Party,
    Number,
    PlaceDate,
    LetterSubject,
    Mark,
    Blank,
    Words,
}

/// Finds the letterhead.
pub(super) fn find(scene: &mut Scene<'_>) -> Head {
    let Some(anchor) = anchor(scene) else {
        return Head::default();
    };
    let arrangement = arrangement(scene, anchor);
    let end = end(scene, anchor, arrangement);
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

/// The first line that is surely of a letterhead.
fn anchor(scene: &Scene<'_>) -> Option<usize> {
    let within = &scene.lines[..scene.lines.len().min(REACH)];
    let of_name = |line: &Line| {
        let alone = is_national(&line.key) || is_national_start(&line.key) || is_motto(&line.key);
        let shared = line.key.contains(NATIONAL) && line.key.len() < NATIONAL.len() + 80;
        alone || line.key == PARTY || shared && line.upper
    };
    let of_number = |line: &Line| is_number(&line.key) || is_place_date(&line.key);
    let name = within.iter().position(of_name);
    name.or_else(|| within.iter().take(30).position(of_number))
}

fn arrangement(scene: &Scene<'_>, anchor: usize) -> Arrangement {
    let line = &scene.lines[anchor];
    match line.zone {
        Zone::Cell(table, _, _) => return Arrangement::Table(outermost(scene, table)),
        Zone::Box(_) => return Arrangement::Boxes,
        Zone::Flow => {}
    }
    let near = &scene.lines[anchor.saturating_sub(3)..scene.lines.len().min(anchor + 8)];
    let shared = |line: &&Line| {
        let pieces = pieces(scene.facts, line);
        pieces.len() > 1 && split(scene, line).is_some()
    };
    if near.iter().any(|line| shared(&line)) {
        return Arrangement::Tabs;
    }
    let section = scene.facts[line.paragraph()].section;
    if scene.facts[section].columns.each.len() == 2 {
        return Arrangement::Columns;
    }
    if near
        .iter()
        .any(|line| matches!(line.zone, Zone::Box(_)) && line.upper)
    {
        return Arrangement::Boxes;
    }
    Arrangement::Stacked
}

/// The table around a table, if there is one.
fn outermost(scene: &Scene<'_>, table: TableId) -> TableId {
    use crate::check::facts::Home;
    let mut table = table;
    while let Home::Cell(around, _, _) = scene.facts[table].home {
        table = around;
    }
    table
}

/// The words of the left and the right column on one line, the right one known by its formula.
fn split(scene: &Scene<'_>, whole: &Line) -> Option<(Line, Line)> {
    let pieces = pieces(scene.facts, whole);
    let (first, last) = (pieces.first()?, pieces.last()?);
    (1..pieces.len()).find_map(|at| {
        let cut = |start: usize, end: usize| {
            let mut part = line(scene.facts, whole.paragraph(), start..end, whole.zone);
            part.centred = true;
            part
        };
        let right = cut(pieces[at].start, last.end);
        let left = cut(first.start, pieces[at - 1].end);
        let known = is_national(&right.key) || is_motto(&right.key) || is_place_date(&right.key);
        let drawn = right.drawn && (left.drawn || left.upper);
        (known || drawn).then_some((left, right))
    })
}

/// Behind the last line of the head.
fn end(scene: &Scene<'_>, anchor: usize, arrangement: Arrangement) -> usize {
    let sure = match arrangement {
        Arrangement::Table(table) => scene.table_lines(table).end,
        Arrangement::Boxes => {
            let of_anchor = scene.lines[anchor].zone;
            let own = scene.lines.iter().rposition(|line| line.zone == of_anchor);
            own.map_or(anchor + 1, |last| last + 1)
        }
        Arrangement::Tabs | Arrangement::Columns | Arrangement::Stacked => anchor + 1,
    };
    let mut end = sure;
    let mut numbered = scene.lines[..sure].iter().any(|line| is_number(&line.key));
    let mut subject = false;
    for at in sure..scene.lines.len().min(sure + 30) {
        let line = &scene.lines[at];
        let kind = kind(line);
        let of_head = match kind {
            Kind::Blank => {
                subject = false;
                continue;
            }
            Kind::Words if split(scene, line).is_some() => true,
            Kind::Words if starts_text(&line.key) || title::is_kind(line) => break,
            Kind::Words if subject => line.key.split(' ').count() < LONGEST_SUBJECT_LINE,
            Kind::Words => line.upper && !numbered && may_go_on(arrangement, line),
            Kind::LetterSubject => {
                subject = true;
                true
            }
            Kind::Number => {
                numbered = true;
                true
            }
            Kind::National
            | Kind::NationalStart
            | Kind::Motto
            | Kind::Party
            | Kind::PlaceDate
            | Kind::Mark => true,
        };
        if !of_head {
            break;
        }
        end = at + 1;
    }
    end
}

/// True if a line in capitals behind what is surely the head may still be of it.
fn may_go_on(arrangement: Arrangement, line: &Line) -> bool {
    match arrangement {
        Arrangement::Table(_) => false,
        Arrangement::Boxes => matches!(line.zone, Zone::Box(_)),
        Arrangement::Tabs | Arrangement::Columns | Arrangement::Stacked => true,
    }
}

fn kind(line: &Line) -> Kind {
    if line.blank || line.drawn {
        Kind::Blank
    } else if is_national(&line.key) {
        Kind::National
    } else if is_national_start(&line.key) {
        Kind::NationalStart
    } else if is_motto(&line.key) {
        Kind::Motto
    } else if line.key == PARTY {
        Kind::Party
    } else if is_number(&line.key) {
        Kind::Number
    } else if is_place_date(&line.key) {
        Kind::PlaceDate
    } else if is_letter_subject(&line.key) {
        Kind::LetterSubject
    } else if marks::of_line(line).is_some() {
        Kind::Mark
    } else {
        Kind::Words
    }
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
    let of_half = |wanted: Half| {
        let mut own = shapes.clone();
        own.retain(|&id| rule_line::half(scene.facts, id) == wanted);
        own
    };
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
        rule_line::under(scene.facts, piece, &after, &of_half(half))
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
