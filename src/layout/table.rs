//! A table with measured rows, and the drawing of a row. Which page a row stands on is decided in
//! `fill`.
//!
//! As measured on LibreOffice 25.2: every line of the grid takes its thickness in height between
//! the rows; sideways the grid stands half a thickness to the right of the table's left edge.

use crate::form::flow::{Border, Cell, Style, Table, VerticalAlign};
use crate::units::Pt;

use super::page::{Item, LineItem};
use super::paragraph::thickness;
use super::stack::Stack;
use super::structure::Structure;

/// A table, its cells set.
#[derive(Debug)]
pub(super) struct TableBox<'a> {
    /// Its rows.
    pub(super) rows: Vec<RowBox<'a>>,
    /// Thickness of the grid's lines; zero without a grid.
    pub(super) rule: Pt,
    grid: Option<Border>,
    /// Inner margin of the cells above their content.
    margin_top: Pt,
    /// The same with the margin below.
    margins: Pt,
    /// Middles of the vertical lines, one more than columns, from the left margin.
    edges: Vec<Pt>,
}

/// A row, its cells set.
#[derive(Debug)]
pub(super) struct RowBox<'a> {
    /// Repeated on every page.
    pub(super) header: bool,
    /// Stays on the page of the next row or block.
    pub(super) keep_next: bool,
    /// Starts a page.
    pub(super) starts_page: bool,
    /// Height between the lines of the grid.
    pub(super) height: Pt,
    cells: Vec<CellBox<'a>>,
}

#[derive(Debug)]
struct CellBox<'a> {
    stack: Stack<'a>,
    align: VerticalAlign,
    /// Left edge of the text, from the left margin.
    text: Pt,
    /// Index of its left edge.
    edge: usize,
}

impl<'a> TableBox<'a> {
    /// Measures a table and enters it into the structure.
    pub(super) fn new(
        source: &'a Table,
        styles: &[Style],
        structure: &mut Structure,
    ) -> TableBox<'a> {
        let mut table = TableBox::measured(source, styles);
        structure.open_table(source.purpose);
        for (row, set) in source.rows.iter().zip(&mut table.rows) {
            structure.open_row(source.purpose);
            for (cell, set) in row.cells.iter().zip(&mut set.cells) {
                structure.open_cell(source.purpose, row, cell);
                set.stack.tag(structure);
                structure.close_cell(source.purpose);
            }
            structure.close_row(source.purpose);
        }
        structure.close_table();
        table
    }

    fn measured(source: &'a Table, styles: &[Style]) -> TableBox<'a> {
        let margins = (source.cell_margins.top + source.cell_margins.bottom).to_pt();
        let rule = source.grid.map_or(Pt(0.0), thickness);
        let mut edge = source.left.to_pt() + rule / 2.0;
        let mut edges = vec![edge];
        for width in &source.columns {
            edge += width.to_pt();
            edges.push(edge);
        }
        let rows = source.rows.iter().map(|row| {
            let mut at = 0;
            let cells = row.cells.iter().map(|cell| {
                let from = at.min(edges.len() - 1);
                at = (from + cell.span.max(1)).min(edges.len() - 1);
                cell_box(source, cell, &edges, (from, at), styles)
            });
            let cells: Vec<CellBox<'a>> = cells.collect();
            let tallest = cells.iter().map(|cell| cell.stack.height);
            let first = row.cells.first().and_then(|cell| cell.paragraphs.first());
            RowBox {
                header: row.header,
                keep_next: first.is_some_and(|paragraph| paragraph.format.keep_next),
                starts_page: first.is_some_and(|paragraph| paragraph.format.page_break_before),
                height: tallest.fold(Pt(0.0), Pt::max) + margins,
                cells,
            }
        });
        TableBox {
            rows: rows.collect(),
            rule,
            grid: source.grid,
            margin_top: source.cell_margins.top.to_pt(),
            margins,
            edges,
        }
    }

    /// Number of rows at the top that repeat.
    pub(super) fn headers(&self) -> usize {
        self.rows.iter().take_while(|row| row.header).count()
    }

    /// Draws the text of a row whose upper line ends at `y`; `x` is the left margin.
    pub(super) fn draw_row(&self, row: usize, x: Pt, y: Pt, items: &mut Vec<Item>) {
        let row = &self.rows[row];
        for cell in &row.cells {
            let free = match cell.align {
                VerticalAlign::Top => Pt(0.0),
                VerticalAlign::Center => (row.height - self.margins - cell.stack.height) / 2.0,
            };
            let top = y + self.margin_top + free.max(Pt(0.0));
            cell.stack.draw(x + cell.text, top, items);
        }
    }

    /// Draws of a row that is taller than a page what fits into `room`, cell by cell from the
    /// lines in `from` on, which it moves; returns the height that it took. At least one line of
    /// every cell is drawn, so that this ends.
    pub(super) fn draw_part(
        &self,
        (row, from): (usize, &mut Vec<usize>),
        (x, y): (Pt, Pt),
        room: Pt,
        items: &mut Vec<Item>,
    ) -> Pt {
        let cells = &self.rows[row].cells;
        from.resize(cells.len(), 0);
        let mut height = Pt(0.0);
        for (cell, from) in cells.iter().zip(from.iter_mut()) {
            let strips = cell.stack.strips.get(*from..).unwrap_or_default();
            let Some(first) = strips.first() else {
                continue;
            };
            let end = |bottom: Pt| self.margin_top + bottom - first.top;
            let fitting = strips
                .iter()
                .take_while(|strip| end(strip.bottom).fits(room));
            let count = fitting.count().max(1);
            for strip in &strips[..count] {
                let top = y + self.margin_top + strip.top - first.top;
                cell.stack.draw_strip(*strip, x + cell.text, top, items);
            }
            height = height.max(end(strips[count - 1].bottom));
            *from += count;
        }
        height
    }

    /// True if [`Self::draw_part`] has drawn every line of a row.
    pub(super) fn drawn(&self, row: usize, from: &[usize]) -> bool {
        let cells = &self.rows[row].cells;
        cells.iter().enumerate().all(|(index, cell)| {
            let done = from.get(index).copied().unwrap_or(0);
            done >= cell.stack.strips.len()
        })
    }

    /// Draws a horizontal line of the grid with its upper edge at `y`.
    pub(super) fn draw_rule(&self, x: Pt, y: Pt, items: &mut Vec<Item>) {
        let Some(border) = self.grid else { return };
        let (first, last) = (self.edges[0], self.edges[self.edges.len() - 1]);
        let (y, half) = (y + self.rule / 2.0, self.rule / 2.0);
        items.push(Item::Line(LineItem {
            from: (x + first - half, y),
            to: (x + last + half, y),
            width: self.rule,
            color: border.color,
        }));
    }

    /// Adds the vertical lines of a row between two heights, going on with those in `open`.
    pub(super) fn add_sides(&self, row: usize, (top, bottom): (Pt, Pt), open: &mut Sides) {
        if self.grid.is_none() {
            return;
        }
        let last = self.edges.len() - 1;
        let inner = self.rows[row].cells.iter().map(|cell| cell.edge);
        for edge in inner.filter(|&edge| edge < last).chain([last]) {
            open.add(edge, top, bottom);
        }
    }

    /// Draws collected vertical lines.
    pub(super) fn draw_sides(&self, x: Pt, sides: Sides, items: &mut Vec<Item>) {
        let Some(border) = self.grid else { return };
        for (edge, top, bottom) in sides.0 {
            let x = x + self.edges[edge];
            items.push(Item::Line(LineItem {
                from: (x, top),
                to: (x, bottom),
                width: self.rule,
                color: border.color,
            }));
        }
    }
}

/// Vertical lines of the grid on one page: index of the edge, top, bottom.
#[derive(Debug, Default)]
pub(super) struct Sides(Vec<(usize, Pt, Pt)>);

impl Sides {
    /// Adds a stretch; one that goes on from a stretch above makes that longer.
    fn add(&mut self, edge: usize, top: Pt, bottom: Pt) {
        let above = self.0.iter_mut().rev().find(|side| side.0 == edge);
        match above.filter(|side| top.fits(side.2)) {
            Some(side) => side.2 = bottom,
            None => self.0.push((edge, top, bottom)),
        }
    }
}

fn cell_box<'a>(
    table: &Table,
    cell: &'a Cell,
    edges: &[Pt],
    (from, to): (usize, usize),
    styles: &[Style],
) -> CellBox<'a> {
    let margins = table.cell_margins;
    let column = edges[to] - edges[from] - margins.left.to_pt() - margins.right.to_pt();
    CellBox {
        stack: Stack::new(&cell.paragraphs, column, styles, 1),
        align: cell.align,
        text: edges[from] + margins.left.to_pt(),
        edge: from,
    }
}
