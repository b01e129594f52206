//! Dotted lines for writing by hand: five full stops or more in running text become as many as the
//! line holds.

use crate::fonts::{Face, scaled, units};
use crate::units::{Pt, Twips};

use super::flow::{Paragraph, Run, RunContent};

/// The least that an author types for a dotted line.
const MARK: &str = ".....";
/// Room left at the end of the line, against the rounding of word processors.
const SLACK: Pt = Pt(3.0);

/// Fills the dotted stretches of a paragraph of one line, evenly; a longer one stays as typed.
pub(super) fn fill(paragraph: &mut Paragraph, column: Twips) {
    let stretches: usize = paragraph
        .runs
        .iter()
        .map(|run| stretches(run).count())
        .sum();
    if stretches == 0 {
        return;
    }
    let format = &paragraph.format;
    let room = (column - format.left - format.right - format.first_line).to_pt() - SLACK;
    let words: Pt = paragraph.runs.iter().map(width_without_dots).sum();
    let dot = paragraph.runs.iter().map(dot).fold(Pt(0.0), Pt::max);
    let dots = ((room - words).0 / dot.0 / stretches as f64).floor();
    if dots < MARK.len() as f64 {
        return;
    }
    let dots = ".".repeat(dots as usize);
    for run in &mut paragraph.runs {
        if let RunContent::Text(text) = &mut run.content {
            *text = filled(text, &dots);
        }
    }
}

/// The text between the dotted stretches of a run: one piece more than there are stretches.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(MARK) {
        pieces.push(before);
        rest = after.trim_start_matches('.');
    }
    pieces.push(rest);
    pieces
}

fn filled(text: &str, dots: &str) -> String {
    pieces(text).join(dots)
}

fn stretches(run: &Run) -> impl Iterator<Item = &str> {
    let text = match &run.content {
        RunContent::Text(text) => text.as_str(),
        RunContent::LineBreak | RunContent::PageNumber => "",
    };
    pieces(text).into_iter().skip(1)
}

fn width_without_dots(run: &Run) -> Pt {
    match &run.content {
        RunContent::Text(text) => measured(run, &pieces(text).concat()),
        RunContent::LineBreak | RunContent::PageNumber => Pt(0.0),
    }
}

fn dot(run: &Run) -> Pt {
    measured(run, ".")
}

fn measured(run: &Run, text: &str) -> Pt {
    let face = Face::of(run.format.bold, run.format.italic);
    scaled(units(face, text), run.format.size)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::choices::{Choices, Pairing};
    use crate::form::sheet::Sheet;
    use crate::form::style::StyleId;

    fn filled_line(text: &str) -> String {
        let sheet = Sheet {
            choices: Choices::default(),
            pairing: Pairing::Large,
        };
        let mut paragraph = sheet.plain(StyleId::Body, text);
        fill(&mut paragraph, Twips(9000));
        match &paragraph.runs[0].content {
            RunContent::Text(text) => text.clone(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn dots_fill_the_line_evenly() {
        let line = filled_line("Ông (Bà): ..... Chức vụ: ......");
        let stretches: Vec<&str> = line
            .split(|c: char| c != '.')
            .filter(|dots| !dots.is_empty())
            .collect();
        let [first, second] = stretches[..] else {
            panic!("{line}")
        };
        assert_eq!(first, second);
        let width = scaled(
            units(Face::Regular, &line),
            crate::units::HalfPoints::points(14),
        );
        let room = Twips(9000 - 720).to_pt();
        assert!(
            width < room && room - width < Pt(10.5),
            "{width:?} {room:?}"
        );
    }

    #[test]
    fn other_text_stays() {
        for text in ["Từ 1... đến 9", "Đạt kết quả tốt./."] {
            assert_eq!(filled_line(text), text);
        }
        let long = format!("{} .....", "chữ ".repeat(60));
        assert_eq!(filled_line(&long), long);
    }
}
