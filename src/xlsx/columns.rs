//! Widths of the columns, measured in the words of the cells: as wide as the longest line needs if
//! the page has room for all, else the widest give way down to their longest word.

use crate::document::Document;
use crate::document::body::{Block, Table, TableRow};
use crate::document::inline::Inlines;
use crate::fonts::{Face, width};
use crate::units::{Mm, Pt};

use super::format;

/// Room inside the margins of the page, upright and across.
const UPRIGHT: Mm = Mm(165.0);
const ACROSS: Mm = Mm(252.0);
/// Room in a cell beside its text.
const PADDING: Pt = Pt(9.0);
/// Column for writing by hand, in points; a head alone would make it too narrow.
const BY_HAND: Pt = Pt(80.0);
/// Rows that are measured; more take long and tell no more.
const MOST_ROWS: usize = 2000;
/// Share of its room that a line is counted with: Excel rounds every letter to pixels.
const ROUNDING: f64 = 0.95;

/// The columns of a sheet.
pub(super) struct Columns {
    widths: Vec<Pt>,
    landscape: bool,
}

/// What a column asks for.
#[derive(Clone, Copy, Debug, Default)]
struct Need {
    /// Its longest word.
    least: Pt,
    /// Its longest cell on one line.
    full: Pt,
    /// True if a cell has words.
    filled: bool,
}

impl Columns {
    /// Widths for the tables of a paper; on a sheet they share their columns.
    pub(super) fn of(document: &Document) -> Columns {
        let mut needs: Vec<Need> = Vec::new();
        for placed in &document.body.blocks {
            match &placed.block {
                Block::Table(table) => measure(table, &mut needs),
                Block::Division(_)
                | Block::Item(_)
                | Block::Paragraph(_)
                | Block::PageBreak
                | Block::Annex(_) => {}
            }
        }
        let full: Pt = needs.iter().map(|need| need.full).sum();
        let landscape = !full.fits(UPRIGHT.to_pt());
        let space = if landscape { ACROSS } else { UPRIGHT }.to_pt();
        Columns {
            widths: shared(&needs, space),
            landscape,
        }
    }

    /// True if the page lies across.
    pub(super) fn landscape(&self) -> bool {
        self.landscape
    }

    /// The widths as Excel counts them, at 96 pixels an inch.
    pub(super) fn pixels(&self) -> impl Iterator<Item = u32> {
        self.widths
            .iter()
            .map(|width| (width.0 * 96.0 / 72.0).round() as u32)
    }

    /// Index of the last column.
    pub(super) fn last(&self) -> u16 {
        u16::try_from(self.widths.len().saturating_sub(1)).unwrap_or(u16::MAX)
    }

    /// The columns in parts of nearly equal width, each by its first and last; none with fewer
    /// columns than parts.
    pub(super) fn parts(&self, count: u16) -> Option<Vec<(u16, u16)>> {
        let whole: Pt = self.widths.iter().copied().sum();
        let mut first = 0;
        let mut parts = Vec::new();
        for part in 1..count {
            // Every part after this one needs a column, too.
            let most = (self.last() + 1).checked_sub(count - part)?;
            let wanted = whole * (f64::from(part) / f64::from(count));
            let off = |next: &u16| {
                let edge: Pt = self.widths[..usize::from(*next)].iter().copied().sum();
                (edge - wanted).0.abs()
            };
            let next = (first + 1..=most).min_by(|one, other| off(one).total_cmp(&off(other)))?;
            parts.push((first, next - 1));
            first = next;
        }
        parts.push((first, self.last()));
        Some(parts)
    }

    /// Lines that a text takes over some columns.
    pub(super) fn lines(&self, text: &str, first: u16, last: u16) -> usize {
        let columns = usize::from(first)..=usize::from(last);
        let width_of = self.widths.get(columns).unwrap_or_default();
        let room = (width_of.iter().copied().sum::<Pt>() - PADDING) * ROUNDING;
        let mut lines = 1;
        let mut line = String::new();
        for word in text.split(' ') {
            let longer = match line.is_empty() {
                true => word.to_string(),
                false => format!("{line} {word}"),
            };
            if line.is_empty() || width(Face::Bold, format::SIZE, &longer).fits(room) {
                line = longer;
            } else {
                lines += 1;
                line = word.to_string();
            }
        }
        lines
    }
}

/// Adds what a table asks for.
fn measure(table: &Table, needs: &mut Vec<Need>) {
    let columns = table.columns.len().max(needs.len());
    needs.resize(columns, Need::default());
    let rows = table.rows.iter().filter_map(|row| match row {
        TableRow::Cells(cells) => Some(cells),
        TableRow::Group(_) => None,
    });
    for cells in rows.take(MOST_ROWS) {
        for (need, cell) in needs.iter_mut().zip(cells) {
            need.add(Face::Regular, cell);
            need.filled |= !cell.is_empty();
        }
    }
    for (need, head) in needs.iter_mut().zip(&table.head) {
        let full = need.full;
        need.add(Face::Bold, head);
        // A head may break; a column of short cells stays narrow.
        need.full = full.max(need.least);
        if !need.filled {
            need.full = need.full.max(BY_HAND);
            need.least = need.full;
        }
    }
}

impl Need {
    fn add(&mut self, face: Face, content: &Inlines) {
        let text = content.to_plain();
        let measured = |text: &str| width(face, format::SIZE, text) + PADDING;
        for word in text.split(' ') {
            self.least = self.least.max(measured(word));
        }
        self.full = self.full.max(measured(&text));
    }
}

/// Shares a space: everyone gets what it asks for up to a limit that makes the sum fit, and never
/// less than its longest word; what is left over goes to all alike.
fn shared(needs: &[Need], space: Pt) -> Vec<Pt> {
    let total = |limit: Pt| -> Pt { needs.iter().map(|need| need.at_most(limit)).sum() };
    let (mut low, mut high) = (Pt(0.0), space);
    for _ in 0..40 {
        let middle = (low + high) / 2.0;
        if total(middle).fits(space) {
            low = middle;
        } else {
            high = middle;
        }
    }
    let spare = (space - total(low)).max(Pt(0.0));
    let share = spare / needs.len().max(1) as f64;
    needs.iter().map(|need| need.at_most(low) + share).collect()
}

impl Need {
    fn at_most(&self, limit: Pt) -> Pt {
        let full = if self.full < limit { self.full } else { limit };
        full.max(self.least)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn need(least: f64, full: f64) -> Need {
        Need {
            least: Pt(least),
            full: Pt(full),
            filled: true,
        }
    }

    #[test]
    fn the_widest_columns_give_way() {
        let widths = shared(
            &[need(30.0, 30.0), need(40.0, 300.0), need(50.0, 500.0)],
            Pt(430.0),
        );
        let rounded: Vec<i64> = widths.iter().map(|width| width.0.round() as i64).collect();
        assert_eq!(rounded, [30, 200, 200]);
    }

    #[test]
    fn parts_end_at_the_edges_nearest_to_equal_shares() {
        let parts = |widths: &[f64], count| {
            let columns = Columns {
                widths: widths.iter().copied().map(Pt).collect(),
                landscape: false,
            };
            columns.parts(count)
        };
        let wide = [20.0, 250.0, 30.0, 130.0];
        assert_eq!(parts(&wide, 2), Some(vec![(0, 1), (2, 3)]));
        assert_eq!(parts(&wide, 3), Some(vec![(0, 0), (1, 2), (3, 3)]));
        assert_eq!(
            parts(&[20.0, 80.0, 90.0, 100.0], 2),
            Some(vec![(0, 1), (2, 3)])
        );
        assert_eq!(parts(&[100.0], 2), None);
        assert_eq!(parts(&[100.0], 1), Some(vec![(0, 0)]));
    }

    #[test]
    fn spare_room_goes_to_all() {
        let widths = shared(&[need(30.0, 30.0), need(40.0, 100.0)], Pt(150.0));
        let rounded: Vec<i64> = widths.iter().map(|width| width.0.round() as i64).collect();
        assert_eq!(rounded, [40, 110]);
    }
}
