//! What reading put right, as lines for a terminal: the same change in one column is one line.

use std::collections::BTreeMap;

use crate::diag::{CellPlace, Place, rows_named};
use crate::sheet::{Change, Note};
use crate::text::excerpt::excerpt;

use super::{Table, aside};

/// What was put right in a table, a line for each kind of change in each column.
pub fn lines(table: &Table<'_>) -> Vec<String> {
    let mut groups: Vec<Vec<&Note>> = Vec::new();
    let mut known: BTreeMap<(Change, Option<usize>), usize> = BTreeMap::new();
    for note in table
        .sheet
        .notes
        .iter()
        .filter(|note| !aside::is_aside(note))
    {
        let column = cell(note).and_then(|cell| cell.column.as_ref());
        let key = (note.change, column.map(|column| column.number));
        let at = *known.entry(key).or_insert(groups.len());
        match groups.get_mut(at) {
            Some(group) => group.push(note),
            None => groups.push(vec![note]),
        }
    }
    let mut lines: Vec<String> = groups.iter().filter_map(|group| line(group)).collect();
    if table.sheet.more_notes > 0 {
        lines.push(format!("còn {} chỗ nữa chưa kê ra", table.sheet.more_notes));
    }
    lines
}

fn cell(note: &Note) -> Option<&CellPlace> {
    match &note.place {
        Place::Cell(cell) => Some(cell),
        Place::Nowhere
        | Place::File(_)
        | Place::Source(_)
        | Place::Paragraph(_)
        | Place::Component { .. } => None,
    }
}

fn line(group: &[&Note]) -> Option<String> {
    let first = group.first()?;
    let Some(place) = cell(first).filter(|_| group.len() > 1) else {
        return Some(first.to_string());
    };
    let rows: Vec<usize> = group
        .iter()
        .filter_map(|note| cell(note))
        .map(|cell| cell.row)
        .collect();
    // Letters and marks put together look as they did.
    let example = match first.change == Change::Composed {
        true => format!("“{}”", excerpt(&first.after)),
        false => format!("“{}” → “{}”", excerpt(&first.before), excerpt(&first.after)),
    };
    Some(format!(
        "{}, {}: {}; thí dụ {example}",
        place.column_name(),
        rows_named(&rows),
        first.change.label(),
    ))
}
