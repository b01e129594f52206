//! What is to be marked in the copy of a table: cell by cell, how grave it is and what a comment
//! says there.

use std::collections::BTreeMap;

use crate::diag::{CellPlace, Diagnostic, Place, Severity};
use crate::doctor::{Table, aside};
use crate::sheet::Note;
use crate::text::excerpt::excerpt;

/// A cell: row and column, from 1.
pub(super) type At = (usize, usize);

/// A marked cell.
#[derive(Debug, Default)]
pub(super) struct Mark {
    /// The gravest finding; none if reading only put the cell right.
    pub(super) severity: Option<Severity>,
    /// What is said, piece by piece.
    pub(super) said: Vec<String>,
}

/// The marked cells of a table.
pub(super) struct Marks(pub(super) BTreeMap<At, Mark>);

impl Marks {
    /// The findings and corrections of a table.
    pub(super) fn of(table: &Table<'_>, findings: &[Diagnostic]) -> Marks {
        let mut marks = Marks(BTreeMap::new());
        for finding in findings {
            if let Some(at) = cell_of(table, &finding.place) {
                let mark = marks.0.entry(at).or_default();
                mark.severity = mark.severity.max(Some(finding.severity));
                mark.said.push(told(finding));
            }
        }
        let notes = table.sheet.notes.iter();
        for note in notes.filter(|note| !aside::is_aside(note)) {
            if let Some(at) = cell_of(table, &note.place) {
                marks.0.entry(at).or_default().said.push(changed(note));
            }
        }
        marks
    }
}

/// The cell of a place in a table; what lies in a whole row is told at its first column.
pub(super) fn cell_of(table: &Table<'_>, place: &Place) -> Option<At> {
    let head = &table.sheet.head;
    let cell: &CellPlace = match place {
        Place::Cell(cell) => cell,
        Place::Nowhere
        | Place::File(_)
        | Place::Source(_)
        | Place::Paragraph(_)
        | Place::Component { .. } => {
            return None;
        }
    };
    if cell.path != head.path || cell.sheet != head.sheet {
        return None;
    }
    let first = || head.columns.iter().find_map(|column| column.number);
    let column = cell.column.as_ref().map(|column| column.number);
    Some((cell.row, column.or_else(first)?))
}

fn told(finding: &Diagnostic) -> String {
    let label = finding.severity.label().to_uppercase();
    match &finding.hint {
        Some(hint) => format!("{label}: {}\nGợi ý: {hint}", finding.message),
        None => format!("{label}: {}", finding.message),
    }
}

fn changed(note: &Note) -> String {
    format!(
        "ĐÃ SỬA: {}\nTrước: {}\nSau: {}",
        note.change.label(),
        excerpt(&note.before),
        excerpt(&note.after)
    )
}
