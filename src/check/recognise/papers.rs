//! Where each paper of a file begins. Most files hold one; some hold a decision and the tờ trình for it,
//! or the letters of a mail merge.
//!
//! A further paper begins with a Quốc hiệu of its own and a number near it, behind the `Nơi nhận:` of the
//! one before or on a page of its own. A form in an annex has a Quốc hiệu, too, but its number is still to
//! be filled in.

use std::ops::Range;

use super::extent::outermost;
use super::foot;
use super::key::starts;
use super::line::{Line, Zone};
use super::pattern::{NATIONAL, is_national, is_number};
use super::scene::Scene;
use super::{annex, line};

/// Lines below a Quốc hiệu in which its number stands.
const REACH: usize = 25;

/// The lines of each paper; the first begins with the file, the last ends with it.
pub(super) fn extents(scene: &Scene<'_>) -> Vec<Range<usize>> {
    let starts = starts_of(scene);
    let ends = starts.iter().skip(1).copied().chain([scene.lines.len()]);
    starts
        .iter()
        .copied()
        .zip(ends)
        .map(|(start, end)| start..end)
        .collect()
}

fn starts_of(scene: &Scene<'_>) -> Vec<usize> {
    let mut starts = vec![0];
    let mut headed = false;
    // The last `Nơi nhận:`, and whether an annex or a form follows it.
    let mut ended: Option<(usize, bool)> = None;
    for at in 0..scene.lines.len() {
        let line = &scene.lines[at];
        if foot::is_label(scene, line) {
            ended = Some((at, false));
        } else if is_form(scene, at) {
            ended = ended.map(|(label, _)| (label, true));
        } else if is_head(line) {
            let first = !std::mem::replace(&mut headed, true);
            let (above, form) = ended.unwrap_or((starts[starts.len() - 1], true));
            let start = head_start(scene, at, above);
            let apart = ended.is_some() || annex::starts_page(scene, start);
            if !first && apart && is_numbered(scene, start, form) {
                starts.push(start);
                ended = None;
            }
        }
    }
    starts
}

/// Quốc hiệu, alone or on a line with the agency.
fn is_head(line: &Line) -> bool {
    let shared = line.key.contains(NATIONAL) && line.key.len() < NATIONAL.len() + 80;
    is_national(&line.key) || shared && line.upper
}

/// `Phụ lục II`, `Mẫu số 03`, `Biểu mẫu 1`: what follows belongs to it.
fn is_form(scene: &Scene<'_>, at: usize) -> bool {
    let key = &scene.lines[at].key;
    let short = key.split(' ').count() <= 12;
    annex::is_label(scene, at)
        || short
            && ["mau", "bieu mau", "bieu so"]
                .iter()
                .any(|word| starts(key, word))
}

/// The first line of the head that a Quốc hiệu stands in, behind `label`.
fn head_start(scene: &Scene<'_>, at: usize, label: usize) -> usize {
    match scene.lines[at].zone {
        Zone::Cell(table, ..) => scene.table_lines(outermost(scene, table)).start,
        Zone::Box(_) => at,
        Zone::Flow => {
            let above = scene.lines.get(label + 1..at).unwrap_or(&[]);
            let own = above
                .iter()
                .rev()
                .take_while(|line| line.upper && !line.blank);
            at - own.count()
        }
    }
}

/// True if a number stands in the head that begins at a line; a filled one if the head may be a form's.
fn is_numbered(scene: &Scene<'_>, start: usize, form: bool) -> bool {
    let near = &scene.lines[start..scene.lines.len().min(start + REACH)];
    let wanted = |key: &str| {
        let digits = key.split('/').next().unwrap_or("");
        is_number(key) && (!form || digits.contains(|c: char| c.is_ascii_digit()))
    };
    near.iter().any(|line| {
        let pieces = line::pieces(scene.facts, line).into_iter();
        let mut parts =
            pieces.map(|range| line::line(scene.facts, line.paragraph(), range, line.zone));
        wanted(&line.key) || parts.any(|part| wanted(&part.key))
    })
}
