//! Signature blocks: the lines of one, and those that stand side by side in a table, in text boxes, in two
//! columns or behind tabs.

use std::ops::Range;

use super::key::is_upper;
use super::line::{Line, Zone, line, pieces};
use super::scene::{Scene, piece};
use super::signer::{is_authority, is_name, is_nearly_name, is_remark};
use crate::check::facts::{SectionStart, TableId};
use crate::check::paper::{Found, Piece, Signature};

/// Lines in which a block may stand that is looked for upwards.
pub(super) const REACH: usize = 25;

/// The signature block that lines make up.
pub(super) fn signature(scene: &Scene<'_>, lines: &[Line]) -> Option<Signature> {
    let lines: Vec<&Line> = lines.iter().filter(|line| !line.drawn).collect();
    let start = lines
        .iter()
        .position(|line| is_authority(&line.key, line.upper))?;
    let count = lines[start..]
        .iter()
        .take_while(|line| line.upper || is_authority(&line.key, false))
        .take_while(|line| !is_remark(&line.key))
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
        name = match is_name(words) || is_nearly_name(words) {
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

/// True for what stands in a block: authority, name, remark, or nothing.
pub(super) fn is_of_block(scene: &Scene<'_>, line: &Line) -> bool {
    let words = scene.words(&line.span);
    line.blank || is_authority(&line.key, line.upper) || is_name(words) || is_remark(&line.key)
}

/// A signature that stands above a line, right of the middle, with blank lines in it.
pub(super) fn above(scene: &Scene<'_>, start: usize, label: usize) -> (Vec<Signature>, usize) {
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
pub(super) fn of_table(
    scene: &Scene<'_>,
    lines: Range<usize>,
    but: Option<usize>,
) -> Vec<Signature> {
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

/// Two blocks or more side by side directly above a line, as biên bản have them, and their first line.
pub(super) fn side_by_side(
    scene: &Scene<'_>,
    start: usize,
    stop: usize,
) -> Option<(Vec<Signature>, usize)> {
    let last = (start.min(stop)..stop)
        .rev()
        .find(|&at| !scene.lines[at].blank)?;
    match scene.lines[last].zone {
        Zone::Cell(..) => {
            let lines = scene.table_lines(table_above(scene, start, stop)?);
            let found = of_table(scene, lines.clone(), None);
            (!found.is_empty()).then_some((found, lines.start))
        }
        Zone::Box(_) => {
            let (found, lines) = of_boxes(scene, start, last, None);
            (found.len() > 1).then_some((found, lines.start))
        }
        Zone::Flow => in_halves(scene, start, last),
    }
}

/// The signatures of the text boxes around a line of one of them, a box each; `but` is the line of
/// `Nơi nhận:`. Boxes of another section belong to what stands there.
pub(super) fn of_boxes(
    scene: &Scene<'_>,
    start: usize,
    at: usize,
    but: Option<Zone>,
) -> (Vec<Signature>, Range<usize>) {
    let section = scene.facts[scene.lines[at].paragraph()].section;
    let near = |line: &&Line| {
        let boxed = matches!(line.zone, Zone::Box(_));
        (boxed || line.blank) && scene.facts[line.paragraph()].section == section
    };
    let before = scene.lines[start..at].iter().rev().take_while(near).count();
    let behind = scene.lines[at..].iter().take_while(near).count();
    let lines = &scene.lines[at - before..at + behind];
    let mut zones: Vec<Zone> = Vec::new();
    for line in lines
        .iter()
        .filter(|line| matches!(line.zone, Zone::Box(_)))
    {
        if Some(line.zone) != but && !zones.contains(&line.zone) {
            zones.push(line.zone);
        }
    }
    let blocks = zones.into_iter().filter_map(|zone| {
        let own = lines.iter().filter(|line| line.zone == zone);
        signature(scene, &own.cloned().collect::<Vec<_>>())
    });
    (blocks.collect(), at - before..at + behind)
}

/// Two blocks in the halves of the lines up to one: by tabs, or in a section of two columns.
fn in_halves(scene: &Scene<'_>, start: usize, last: usize) -> Option<(Vec<Signature>, usize)> {
    let (mut left, mut right): (Vec<Line>, Vec<Line>) = Default::default();
    let mut first = last;
    for at in (start.max((last + 1).saturating_sub(2 * REACH))..=last).rev() {
        let whole = &scene.lines[at];
        let Some((near, far)) = halves(scene, whole) else {
            break;
        };
        // The name of the body may stand below the post.
        let of_block = |line: &Line| is_of_block(scene, line) || line.upper && line.bold;
        if !near.iter().chain(&far).all(of_block) {
            break;
        }
        first = if whole.blank { first } else { at };
        left.splice(0..0, near);
        right.splice(0..0, far);
    }
    let blocks = [left, right].map(|lines| signature(scene, &lines));
    let signed = |block: &Option<Signature>| {
        block
            .as_ref()
            .is_some_and(|block| block.name.sure().is_some())
    };
    let found = blocks.iter().all(signed);
    found.then(|| (blocks.into_iter().flatten().collect(), first))
}

/// What of a line stands in the left half and what in the right one.
fn halves(scene: &Scene<'_>, whole: &Line) -> Option<(Option<Line>, Option<Line>)> {
    if whole.zone != Zone::Flow {
        return None;
    }
    let paragraph = &scene.facts[whole.paragraph()];
    if scene.facts[paragraph.section].columns.each.len() == 2 {
        let far = paragraph.column > 0 || whole.new_column;
        let own = Some(whole.clone());
        return Some(if far { (None, own) } else { (own, None) });
    }
    let cut =
        |range: &Range<usize>| line(scene.facts, whole.paragraph(), range.clone(), whole.zone);
    match pieces(scene.facts, whole).as_slice() {
        [] => Some((Some(whole.clone()), Some(whole.clone()))),
        [near, far] => Some((Some(cut(near)), Some(cut(far)))),
        _ => None,
    }
}

/// True where another paper begins behind a line: in a section on pages of its own.
pub(super) fn ends_section(scene: &Scene<'_>, before: &Line, line: &Line) -> bool {
    let [before, own] = [before, line].map(|line| scene.facts[line.paragraph()].section);
    before != own && scene.facts[own].start != SectionStart::Continuous
}
