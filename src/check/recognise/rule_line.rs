//! Lines under words: paragraph borders, drawn lines, underscores, borders of cells, underlined text.

use super::line::Line;
use crate::check::facts::{
    Border, BorderKind, Facts, Home, Paragraph, ParagraphId, ShapeId, ShapeKind, Span, TableId,
    Underline,
};
use crate::check::paper::{Found, Piece, RuleLine, RuleSource};
use crate::units::{Pt, Twips};

/// Which half of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Half {
    Left,
    Right,
}

/// The line under a piece. `after` are the lines that follow it up to the next words, `shapes` those that
/// may be its own.
pub(super) fn under(
    facts: &Facts,
    piece: &Piece,
    after: &[&Line],
    shapes: &[ShapeId],
) -> Found<RuleLine> {
    let Some(last) = piece.spans.last() else {
        return Found::Missing;
    };
    let own = facts[last.paragraph].format.borders.bottom;
    if let Some(line) = own {
        return Found::Sure(border(facts, last.paragraph, line));
    }
    for line in after {
        if line.drawn {
            return Found::Sure(characters(facts, &line.span));
        }
        let borders = facts[line.paragraph()].format.borders;
        if let (true, Some(line_of)) = (line.blank, borders.top.or(borders.bottom)) {
            return Found::Sure(border(facts, line.paragraph(), line_of));
        }
    }
    // A drawn line on the words themselves or just below goes before one that hangs elsewhere.
    let close = |id: &&ShapeId| {
        let anchor = facts[**id].anchor;
        anchor == last.paragraph || after.iter().any(|line| line.paragraph() == anchor)
    };
    if let Some(&shape) = shapes.iter().find(close).or(shapes.first()) {
        return Found::Sure(drawn(facts, shape, last));
    }
    let below = after.iter().filter(|line| line.blank);
    let cells = below.filter_map(|line| cell_edge(facts, line.paragraph(), Edge::Top));
    if let Some(line) = cell_edge(facts, last.paragraph, Edge::Bottom).or(cells.into_iter().next())
    {
        return Found::Sure(line);
    }
    underlined(facts, last)
}

/// A side of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Edge {
    Top,
    Bottom,
}

/// The border of a cell that serves as a line: below the last words of the cell, or above an empty one
/// whose paragraph this is. A cell with lines at its sides is one of a frame.
fn cell_edge(facts: &Facts, id: ParagraphId, edge: Edge) -> Option<RuleLine> {
    let Home::Cell(table, row, column) = facts[id].home else {
        return None;
    };
    let cell = facts[table].rows.get(row)?.cells.get(column)?;
    let line = match edge {
        Edge::Top => cell.top,
        Edge::Bottom => cell.bottom,
    }?;
    let within = facts.all().filter(|(_, it)| it.home == facts[id].home);
    let alone = within
        .filter(|(other, _)| edge == Edge::Top || *other > id)
        .all(|(_, it)| it.is_blank());
    let framed = cell.left.is_some() || cell.right.is_some();
    (alone && !framed).then(|| RuleLine {
        length: cell.width.to_pt(),
        offset: None,
        solid: line.kind == BorderKind::Single,
        source: RuleSource::Cell(table),
    })
}

/// A border between the indents of its paragraph.
fn border(facts: &Facts, id: ParagraphId, line: Border) -> RuleLine {
    let indents = facts[id].format.indents;
    let room = facts.room(id);
    RuleLine {
        length: (room - indents.left - indents.right).to_pt(),
        offset: Some(((indents.left - indents.right) / 2).to_pt()),
        solid: line.kind == BorderKind::Single,
        source: RuleSource::Border(id),
    }
}

/// Underscores and the like; others than underscores leave gaps.
pub(super) fn characters(facts: &Facts, span: &Span) -> RuleLine {
    let words = facts.words(span);
    RuleLine {
        length: facts.width(span),
        offset: None,
        solid: words.chars().all(|c| matches!(c, '_' | '─' | '━' | '—')),
        source: RuleSource::Characters(span.clone()),
    }
}

/// A drawn line; where it lies from the middle can be told of words alone on their line only.
fn drawn(facts: &Facts, id: ShapeId, words: &Span) -> RuleLine {
    let shape = &facts[id];
    let room = facts.room(shape.anchor).to_pt();
    let middle = shape
        .placement
        .left
        .map(|left| left + shape.placement.width / 2.0);
    let offset = match shape.placement.centred {
        true => Some(Pt(0.0)),
        false => middle.map(|middle| middle - room / 2.0),
    };
    let offset = offset.filter(|_| is_alone(facts, words));
    RuleLine {
        length: shape.placement.width,
        offset,
        solid: shape
            .line
            .is_some_and(|line| line.kind == BorderKind::Single),
        source: RuleSource::Shape(id),
    }
}

/// True for words that no others and no tab share a line with.
fn is_alone(facts: &Facts, words: &Span) -> bool {
    let text = &facts[words.paragraph].text;
    let before = text.get(..words.range.start).unwrap_or("");
    let behind = text.get(words.range.end..).unwrap_or("");
    let before = before.rsplit('\n').next().unwrap_or("");
    let behind = behind.split('\n').next().unwrap_or("");
    before.is_empty() && behind.trim().is_empty()
}

/// Words that are all underlined; no line of their own, so only a guess.
fn underlined(facts: &Facts, span: &Span) -> Found<RuleLine> {
    let paragraph = &facts[span.paragraph];
    let mut runs = paragraph
        .runs_in(span.range.clone())
        .filter(|(_, range)| {
            let words = paragraph.text.get(range.clone()).unwrap_or("");
            !words.trim().is_empty()
        })
        .peekable();
    if runs.peek().is_none() || runs.any(|(run, _)| run.format.underline == Underline::None) {
        return Found::Missing;
    }
    let line = RuleLine {
        length: facts.width(span),
        offset: Some(Pt(0.0)),
        solid: true,
        source: RuleSource::Underline(span.clone()),
    };
    Found::Guess(line, "chữ gạch chân, không phải đường kẻ riêng")
}

/// Level drawn lines that hang on a stretch of the text.
pub(super) fn shapes_of(facts: &Facts, lines: &[Line]) -> Vec<ShapeId> {
    let mut found = Vec::new();
    let mut last = None;
    for line in lines {
        if last == Some(line.paragraph()) {
            continue;
        }
        last = Some(line.paragraph());
        for &(_, id) in &facts[line.paragraph()].shapes {
            let shape = &facts[id];
            let long = shape.placement.width.0 >= 10.0;
            if shape.kind == ShapeKind::Horizontal && long && shape.line.is_some() {
                found.push(id);
            }
        }
    }
    found
}

/// Those of some drawn lines that may stand under a piece in one half of the page: in its text box, or
/// outside of boxes in that half, if halves say anything.
pub(super) fn near(
    facts: &Facts,
    shapes: &[ShapeId],
    piece: &Piece,
    wanted: Option<Half>,
) -> Vec<ShapeId> {
    let own = piece.paragraph().map(|id| facts[id].home);
    let mut found = shapes.to_vec();
    found.retain(|&id| match facts[facts[id].anchor].home {
        Home::Box(around) => own == Some(Home::Box(around)),
        Home::Story | Home::Cell(..) => wanted.is_none_or(|wanted| half(facts, id) == wanted),
    });
    found
}

/// Which half of the page a drawn line lies in.
fn half(facts: &Facts, id: ShapeId) -> Half {
    let shape = &facts[id];
    let anchor = &facts[shape.anchor];
    let whole = facts[anchor.section].text_width().to_pt();
    let cell = match anchor.home {
        Home::Cell(table, row, cell) => cell_left(facts, table, row, cell),
        Home::Story => column_left(facts, anchor),
        Home::Box(_) => Twips(0),
    };
    let within = match shape.placement.left {
        Some(left) if !shape.placement.centred => left,
        _ => (facts.room(shape.anchor).to_pt() - shape.placement.width) / 2.0,
    };
    let middle = cell.to_pt() + within + shape.placement.width / 2.0;
    if middle.0 < whole.0 * 0.45 {
        Half::Left
    } else {
        Half::Right
    }
}

/// Left edge of the text column that a paragraph stands in.
fn column_left(facts: &Facts, paragraph: &Paragraph) -> Twips {
    let columns = facts[paragraph.section].columns.each.iter();
    let before = columns.take(paragraph.column);
    before.map(|(width, space)| *width + *space).sum()
}

fn cell_left(facts: &Facts, table: TableId, row: usize, cell: usize) -> Twips {
    let row = facts[table].rows.get(row);
    let cells = row.map_or(&[][..], |row| &row.cells);
    cells.iter().take(cell).map(|cell| cell.width).sum()
}
