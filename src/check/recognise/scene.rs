//! What every part of recognition works with: the facts, their lines, and the roles given so far.

use std::ops::Range;

use super::line::{Line, Zone};
use crate::check::facts::{Facts, ParagraphId, Span, TableId};
use crate::check::paper::{Piece, Role};

/// The facts, their lines, the roles given so far.
pub(super) struct Scene<'a> {
    pub(super) facts: &'a Facts,
    pub(super) lines: Vec<Line>,
    pub(super) roles: Vec<Role>,
}

impl<'a> Scene<'a> {
    /// True in a ruled table of three columns or more: there `Nơi nhận` heads a column of data.
    pub(super) fn in_grid(&self, line: &Line) -> bool {
        match line.zone {
            Zone::Cell(id, row, _) => {
                let table = &self.facts[id];
                let cells = table.rows.get(row).map_or(0, |row| row.cells.len());
                cells > 2 && !table.is_borderless()
            }
            Zone::Flow | Zone::Box(_) => false,
        }
    }

    pub(super) fn new(facts: &'a Facts, lines: Vec<Line>) -> Scene<'a> {
        Scene {
            facts,
            lines,
            roles: vec![Role::Other; facts.paragraphs.len()],
        }
    }

    /// Words of a stretch as typed.
    pub(super) fn words(&self, span: &Span) -> &'a str {
        self.facts.words(span)
    }

    /// Gives a role to the paragraphs of a piece; the first role of a paragraph stays.
    pub(super) fn mark(&mut self, piece: &Piece, role: Role) {
        for span in &piece.spans {
            self.mark_paragraph(span.paragraph, role);
        }
    }

    /// Gives a role to a paragraph, if it has none.
    pub(super) fn mark_paragraph(&mut self, id: ParagraphId, role: Role) {
        if let Some(own) = self.roles.get_mut(id.0).filter(|own| **own == Role::Other) {
            *own = role;
        }
    }

    /// Lines of a table and of those in it: from its first to behind its last.
    pub(super) fn table_lines(&self, table: TableId) -> Range<usize> {
        let own = |line: &Line| line.table() == Some(table);
        let first = self.lines.iter().position(own).unwrap_or(self.lines.len());
        let last = self.lines.iter().rposition(own);
        first..last.map_or(first, |last| last + 1)
    }

    /// Words of a line that is looked at once more, `None` beyond the end.
    pub(super) fn line(&self, at: usize) -> Option<&Line> {
        self.lines.get(at)
    }

    /// Behind the last line of the paragraph of a line.
    pub(super) fn behind_paragraph(&self, at: usize) -> usize {
        let Some(line) = self.lines.get(at) else {
            return at;
        };
        let own = line.paragraph();
        let rest = self.lines[at..].iter();
        at + rest.take_while(|line| line.paragraph() == own).count()
    }
}

/// A piece of several lines; `None` of none.
pub(super) fn piece<'l>(lines: impl IntoIterator<Item = &'l Line>) -> Option<Piece> {
    let spans: Vec<Span> = lines.into_iter().map(|line| line.span.clone()).collect();
    (!spans.is_empty()).then_some(Piece { spans })
}
