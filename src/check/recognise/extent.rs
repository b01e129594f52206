//! How far a letterhead reaches: its first sure line, how its columns were typed, its last line.

use super::line::{Line, Zone, is_frame, line, pieces};
use super::marks;
use super::pattern::{
    NATIONAL, PARTY, is_letter_subject, is_motto, is_national, is_national_start, is_number,
    is_place_date, starts_text,
};
use super::scene::Scene;
use super::title;
use crate::check::facts::{Home, TableId};
use crate::check::paper::Arrangement;

/// Lines in which a letterhead is looked for.
const REACH: usize = 120;

/// Words of a line of the text that may still be a line of a trích yếu.
const LONGEST_SUBJECT_LINE: usize = 15;

/// What a line of the head is, by its formula.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
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

/// The first line that is surely of a letterhead.
pub(super) fn anchor(scene: &Scene<'_>) -> Option<usize> {
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

pub(super) fn arrangement(scene: &Scene<'_>, anchor: usize) -> Arrangement {
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

/// The table around a table, if there is one that lays out the head.
pub(super) fn outermost(scene: &Scene<'_>, table: TableId) -> TableId {
    let mut table = table;
    while let Home::Cell(around, _, _) = scene.facts[table].home {
        if is_frame(scene.facts, around) {
            break;
        }
        table = around;
    }
    table
}

/// The words of the left and the right column on one line, the right one known by its formula.
pub(super) fn split(scene: &Scene<'_>, whole: &Line) -> Option<(Line, Line)> {
    let pieces = pieces(scene.facts, whole);
    let (first, last) = (pieces.first()?, pieces.last()?);
    // The last that fits: blanks left for a number stand before it.
    (1..pieces.len()).rev().find_map(|at| {
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
pub(super) fn end(scene: &Scene<'_>, anchor: usize, arrangement: Arrangement) -> usize {
    let sure = match arrangement {
        Arrangement::Table(table) => table_end(scene, anchor, table),
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

/// Behind the lines of the head in its table, which may hold the title, too.
fn table_end(scene: &Scene<'_>, anchor: usize, table: TableId) -> usize {
    let end = scene.table_lines(table).end.max(anchor + 1);
    let rest = anchor + 1..end;
    let mut title = rest.filter(|&at| {
        let line = &scene.lines[at];
        starts_text(&line.key) || line.upper && title::is_kind(line)
    });
    title.next().unwrap_or(end)
}

/// True if a line in capitals behind what is surely the head may still be of it.
fn may_go_on(arrangement: Arrangement, line: &Line) -> bool {
    match arrangement {
        Arrangement::Table(_) => false,
        Arrangement::Boxes => matches!(line.zone, Zone::Box(_)),
        Arrangement::Tabs | Arrangement::Columns | Arrangement::Stacked => true,
    }
}

/// What a line is, by its formula.
pub(super) fn kind(line: &Line) -> Kind {
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
