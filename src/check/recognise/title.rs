//! Type and subject (ô 5a).

use super::body::level_of;
use super::key::{key, starts};
use super::line::Line;
use super::pattern::{is_letter_subject, starts_text};
use super::rule_line;
use super::scene::{Scene, piece};
use crate::check::facts::Alignment;
use crate::check::paper::{Found, Role, Title};
use crate::document::kind::{KINDS, Kind, LIST};

/// Lines after the head in which the type is looked for.
const REACH: usize = 40;

/// Words of the longest line that is only a title.
const LONGEST: usize = 30;

/// Types that stand above papers of other rules (văn bản quy phạm pháp luật).
const NORMATIVE: &[&str] = &[
    "luat",
    "bo luat",
    "phap lenh",
    "lenh",
    "nghi dinh",
    "thong tu",
    "thong tu lien tich",
    "hien phap",
];

/// Names that letters of courtesy (thư công) have, which the Decree leaves open.
const COURTESIES: &[&str] = &[
    "thu cong",
    "thu chuc mung",
    "thu khen",
    "thu cam on",
    "thu chia buon",
    "thu tham hoi",
    "thu ngo",
];

/// Type and subject, with what they say of the kind, and the line behind.
#[derive(Debug, Default)]
pub(super) struct Heading {
    pub(super) title: Title,
    pub(super) kind: Found<Kind>,
    pub(super) normative: bool,
    pub(super) end: usize,
}

/// Finds type and subject from a line on, up to another.
pub(super) fn find(scene: &mut Scene<'_>, start: usize, stop: usize) -> Heading {
    let Some((at, kind, normative)) = type_line(scene, start, stop) else {
        return Heading {
            end: start,
            ..Heading::default()
        };
    };
    let line = scene.lines[at].clone();
    let own = piece([&line]).unwrap_or_default();
    scene.mark(&own, Role::TypeName);
    let type_name = match &kind {
        Found::Sure(_) => Found::Sure(own),
        Found::Guess(_, why) => Found::Guess(own, why),
        Found::Missing if normative => Found::Sure(own),
        Found::Missing => Found::Guess(own, "tên loại không có trong 29 loại của Nghị định"),
    };
    let (subject, mut end) = subject(scene, at + 1, stop);
    let last = if subject.is_empty() { at + 1 } else { end };
    let subject = piece(&subject);
    let ruled = subject.clone().or_else(|| piece([&line]));
    let after = blank_run(scene, last, stop);
    let rule = ruled.map_or(Found::Missing, |ruled| {
        let lines: Vec<&Line> = scene.lines[last..after].iter().collect();
        let shapes = rule_line::shapes_of(scene.facts, &scene.lines[at..(after + 1).min(stop)]);
        rule_line::under(scene.facts, &ruled, &lines, &shapes)
    });
    if let Some(subject) = &subject {
        scene.mark(subject, Role::Subject);
    }
    for at in last..after {
        let (id, drawn) = (scene.lines[at].paragraph(), scene.lines[at].drawn);
        let borders = scene.facts[id].format.borders;
        if drawn || borders.top.is_some() || borders.bottom.is_some() {
            scene.mark_paragraph(id, Role::Rule);
        }
    }
    end = end.max(after);
    Heading {
        title: Title {
            type_name,
            subject: subject.map_or(Found::Missing, Found::Sure),
            subject_rule: rule,
            letter_subject: Found::Missing,
        },
        kind,
        normative,
        end,
    }
}

/// True for a line that is the name of a type.
pub(super) fn is_kind(line: &Line) -> bool {
    let named = kind_of(&line.key).is_some() || NORMATIVE.contains(&line.key.as_str());
    named || line.upper && is_courtesy(line)
}

/// True for the name of a letter of courtesy.
fn is_courtesy(line: &Line) -> bool {
    let mut known = COURTESIES.iter();
    known.any(|courtesy| starts(&line.key, courtesy))
}

/// The type of that name, letters spaced out or not.
pub(super) fn kind_of(key: &str) -> Option<Kind> {
    let bare = |key: &str| key.replace([' ', '.'], "");
    let wanted = bare(key);
    if wanted.len() > 20 {
        return None;
    }
    let mut all = KINDS.into_iter().chain([LIST]);
    all.find(|kind| {
        kind.heading()
            .is_some_and(|heading| bare(&self::key(&heading)) == wanted)
    })
}

/// The line with the type: its index, what it says, and whether it is of another law.
fn type_line(scene: &Scene<'_>, start: usize, stop: usize) -> Option<(usize, Found<Kind>, bool)> {
    let mut seen = 0;
    let mut guess = None;
    for at in start..stop.min(start + REACH) {
        let line = &scene.lines[at];
        if line.blank || line.drawn {
            continue;
        }
        if starts_text(&line.key) || is_letter_subject(&line.key) {
            break;
        }
        if line.centred || line.upper || line.bold {
            if let Some(kind) = kind_of(&line.key) {
                return Some((at, Found::Sure(kind), false));
            }
            if line.upper && NORMATIVE.contains(&line.key.as_str()) {
                return Some((at, Found::Missing, true));
            }
        }
        if seen == 0 {
            guess = longer(line).map(|kind| (at, kind, false));
        }
        seen += 1;
        if seen > 4 || !(line.centred || line.upper) {
            break;
        }
    }
    guess
}

/// A line in capitals that begins like a type, or at least looks like a title.
fn longer(line: &Line) -> Option<Found<Kind>> {
    if !line.upper || !(line.centred || line.bold) || line.key.split(' ').count() > LONGEST {
        return None;
    }
    if level_of(&line.key, &line.key).is_some() {
        return None;
    }
    if is_courtesy(line) {
        let why = "thư có tên riêng, không chắc là thư công";
        return Kind::named("Thư công").map(|kind| Found::Guess(kind, why));
    }
    let mut kinds = KINDS.into_iter().chain([LIST]);
    let kind = kinds.find(|kind| {
        let heading = kind.heading();
        heading.is_some_and(|heading| starts(&line.key, &key(&heading)))
    });
    Some(kind.map_or(Found::Missing, |kind| {
        Found::Guess(kind, "tên loại viết liền với trích yếu trên một dòng")
    }))
}

/// The lines of the subject, and the line behind them.
fn subject(scene: &Scene<'_>, start: usize, stop: usize) -> (Vec<Line>, usize) {
    let mut found: Vec<Line> = Vec::new();
    let mut end = start;
    for at in start..stop.min(start + 20) {
        let line = &scene.lines[at];
        if line.blank || line.drawn {
            if found.is_empty() && !line.drawn {
                continue;
            }
            break;
        }
        if !is_subject(scene, line, at, found.is_empty()) {
            break;
        }
        found.push(line.clone());
        end = at + 1;
    }
    (found, end)
}

fn is_subject(scene: &Scene<'_>, line: &Line, at: usize, first: bool) -> bool {
    let words = scene.words(&line.span);
    let other = starts_text(&line.key)
        || words.starts_with('(')
        // `… trân trọng giới thiệu:`, `… điện:` open the text.
        || words.ends_with(':')
        || level_of(words, &line.key).is_some()
        || is_enacting(&line.key)
        || is_letter_subject(&line.key) && !line.centred;
    if other || line.key.split(' ').count() > 80 {
        return false;
    }
    let issuer = line.upper && is_followed_by_basis(scene, at);
    let alignment = scene.facts[line.paragraph()].format.alignment;
    let titled = line.centred || line.bold && alignment != Alignment::Both;
    titled && !(issuer && line.bold) && (first || line.centred || line.bold)
}

/// True if the next words are a căn cứ.
fn is_followed_by_basis(scene: &Scene<'_>, at: usize) -> bool {
    let rest = scene.lines[at + 1..].iter();
    let mut words = rest.filter(|line| !line.blank && !line.drawn);
    words
        .by_ref()
        .take_while(|line| line.upper || starts(line.key.trim_start_matches("- "), "can cu"))
        .any(|line| starts(line.key.trim_start_matches("- "), "can cu"))
}

/// `QUYẾT ĐỊNH:`, `QUYẾT NGHỊ:`.
pub(super) fn is_enacting(key: &str) -> bool {
    let bare = key.trim_end_matches([' ', ':', '.']);
    bare != key && matches!(bare, "quyet dinh" | "quyet nghi" | "nghi quyet")
}

/// Behind the blank and drawn lines from here on.
fn blank_run(scene: &Scene<'_>, start: usize, stop: usize) -> usize {
    let rest = scene.lines[start.min(stop)..stop].iter();
    start + rest.take_while(|line| line.blank || line.drawn).count()
}

/// The code of a type in a symbol, `KH` of `12/KH-UBND`, and its type.
pub(super) fn of_symbol(words: &str) -> Option<Kind> {
    let symbol = words.rsplit('/').next()?;
    let code = symbol.split(['-', '–']).next()?.trim();
    let wanted = code.to_lowercase();
    let mut kinds = KINDS.into_iter();
    kinds.find(|kind| kind.code.is_some_and(|own| own.to_lowercase() == wanted))
}
