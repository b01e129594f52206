//! Tables (`w:tbl`): grid, cells, lines.

use std::rc::Rc;

use super::formats::{CellStyle, Standing};
use super::measure::twips;
use super::names::Ns;
use super::table_properties::{Lines, Look, TableProperties, lines, padding, switch, width};
use super::walk::{Around, Walk};
use super::xml::Node;
use crate::check::facts::{
    Alignment, Border, Cell, Home, MergedDown, Row, Table, TableId, TableWidth,
};
use crate::check::refusal::Refusal;
use crate::units::Twips;

/// Word's padding left and right of a cell, if nothing says otherwise.
const PADDING: Twips = Twips(108);

/// Conditions of a table style, those that go before others last (ECMA-376 part 1, 17.7.6).
const CONDITIONS: [&str; 13] = [
    "wholeTable",
    "band1Vert",
    "band2Vert",
    "band1Horz",
    "band2Horz",
    "lastCol",
    "firstCol",
    "lastRow",
    "firstRow",
    "neCell",
    "nwCell",
    "seCell",
    "swCell",
];

/// What holds for every cell of a table.
struct Whole {
    id: TableId,
    properties: TableProperties,
    style: Option<String>,
    look: Look,
    rows: usize,
    grid: Vec<Twips>,
}

/// Where a cell lies.
#[derive(Clone, Copy)]
struct Spot {
    row: usize,
    index: usize,
    column: usize,
    span: usize,
    last: bool,
}

impl Walk<'_> {
    /// A table.
    pub(super) fn table(&mut self, node: Node<'_>, around: &Around) -> Result<TableId, Refusal> {
        let id = TableId(self.facts.tables.len());
        let direct = node
            .w("tblPr")
            .map(TableProperties::read)
            .unwrap_or_default();
        let style = direct.style.clone();
        let mut properties = self.formats.styles.table_of(style.as_deref()).table;
        properties.lay(&direct);
        let grid = grid(node);
        self.facts.tables.push(Table {
            place: self.place(node),
            home: around.home,
            grid: grid.clone(),
            width: properties.width.unwrap_or_default(),
            alignment: properties.alignment.unwrap_or(Alignment::Left),
            indent: properties.indent.unwrap_or_default(),
            floating: properties.floating,
            padding: (
                properties.padding_left.unwrap_or(PADDING),
                properties.padding_right.unwrap_or(PADDING),
            ),
            rows: Vec::new(),
        });
        let mut rows = Vec::new();
        rows_of(node, &mut rows);
        let whole = Whole {
            id,
            look: properties.look.unwrap_or(Look::NONE),
            properties,
            style,
            rows: rows.len(),
            grid,
        };
        for (at, row) in rows.into_iter().enumerate() {
            let row = self.row(row, at, &whole, around)?;
            self.facts.tables[id.0].rows.push(row);
        }
        Ok(id)
    }

    fn row(
        &mut self,
        node: Node<'_>,
        at: usize,
        whole: &Whole,
        around: &Around,
    ) -> Result<Row, Refusal> {
        let own = node.w("trPr");
        let of = |name: &str| own.and_then(|own| own.w(name));
        for change in ["ins", "del", "trPrChange"]
            .iter()
            .filter_map(|name| of(name))
        {
            self.change(change);
        }
        let skipped = of("gridBefore").and_then(Node::val);
        let skipped = skipped.and_then(|val| val.parse().ok()).unwrap_or(0);
        let mut cells = Vec::new();
        cells_of(node, &mut cells);
        let mut row = Row {
            place: self.place(node),
            skipped,
            cells: Vec::new(),
            unsplit: switch(own, "cantSplit"),
            repeated: switch(own, "tblHeader"),
            height: of("trHeight").and_then(height),
        };
        let mut column = skipped;
        let last = cells.len().saturating_sub(1);
        for (index, cell) in cells.into_iter().enumerate() {
            let span = span(cell);
            let spot = Spot {
                row: at,
                index,
                column,
                span,
                last: index == last,
            };
            row.cells.push(self.cell(cell, spot, whole, around)?);
            column += span;
        }
        Ok(row)
    }

    fn cell(
        &mut self,
        node: Node<'_>,
        spot: Spot,
        whole: &Whole,
        around: &Around,
    ) -> Result<Cell, Refusal> {
        let style = self
            .formats
            .cell(whole.style.as_deref(), conditions(spot, whole), &CONDITIONS);
        let own = node.w("tcPr");
        let of = |name: &str| own.and_then(|own| own.w(name));
        let [top, bottom, left, right] = cell_lines(spot, whole, &style, of("tcBorders"));
        let (own_left, own_right) = of("tcMar").map(padding).unwrap_or_default();
        let table = &self.facts.tables[whole.id.0];
        let padding = (
            own_left.unwrap_or(table.padding.0),
            own_right.unwrap_or(table.padding.1),
        );
        let within = Around {
            home: Home::Cell(whole.id, spot.row, spot.index),
            standing: Standing {
                cell: Some(Rc::clone(&style)),
                paragraph: None,
            },
            ..around.clone()
        };
        Ok(Cell {
            place: self.place(node),
            column: spot.column,
            span: spot.span,
            merged: merged(of("vMerge")),
            width: cell_width(of("tcW").map(width), spot, &whole.grid),
            padding,
            top,
            bottom,
            left,
            right,
            blocks: self.blocks(node, &within)?,
        })
    }
}

impl Look {
    const NONE: Look = Look {
        first_row: false,
        last_row: false,
        first_column: false,
        last_column: false,
        row_bands: false,
        column_bands: false,
    };
}

fn grid(node: Node<'_>) -> Vec<Twips> {
    let Some(grid) = node.w("tblGrid") else {
        return Vec::new();
    };
    let columns = grid.children().filter(|child| child.is(Ns::W, "gridCol"));
    columns
        .map(|column| column.attribute("w").and_then(twips).unwrap_or_default())
        .collect()
}

/// Rows, those in content controls and changes too.
fn rows_of<'t>(node: Node<'t>, rows: &mut Vec<Node<'t>>) {
    for child in node.children() {
        match child.name() {
            (Ns::W, "tr") => rows.push(child),
            (Ns::W, "sdt" | "sdtContent" | "customXml" | "ins") => rows_of(child, rows),
            _ => {}
        }
    }
}

/// Cells, those in content controls too.
fn cells_of<'t>(node: Node<'t>, cells: &mut Vec<Node<'t>>) {
    for child in node.children() {
        match child.name() {
            (Ns::W, "tc") => cells.push(child),
            (Ns::W, "sdt" | "sdtContent" | "customXml") => cells_of(child, cells),
            _ => {}
        }
    }
}

/// Grid columns of a cell.
fn span(node: Node<'_>) -> usize {
    let span = node.w("tcPr").and_then(|own| own.w("gridSpan"));
    let span = span.and_then(Node::val).and_then(|val| val.parse().ok());
    // Word knows 63 columns.
    span.unwrap_or(1usize).clamp(1, 63)
}

fn height(node: Node<'_>) -> Option<(Twips, bool)> {
    let height = node.val().and_then(twips)?;
    Some((height, node.attribute("hRule") == Some("exact")))
}

fn merged(node: Option<Node<'_>>) -> MergedDown {
    match node.map(|node| node.val().unwrap_or("continue")) {
        None => MergedDown::No,
        Some("restart") => MergedDown::First,
        Some(_) => MergedDown::Rest,
    }
}

/// Its own width, else that of its columns.
fn cell_width(own: Option<TableWidth>, spot: Spot, grid: &[Twips]) -> Twips {
    match own {
        Some(TableWidth::Exact(width)) if width.0 > 0 => width,
        _ => grid.iter().skip(spot.column).take(spot.span).copied().sum(),
    }
}

/// The conditions that hold for a cell, as bits in the order of [`CONDITIONS`].
fn conditions(spot: Spot, whole: &Whole) -> u32 {
    let look = whole.look;
    let first_row = look.first_row && spot.row == 0;
    let last_row = look.last_row && spot.row + 1 == whole.rows;
    let first_column = look.first_column && spot.index == 0;
    let last_column = look.last_column && spot.last;
    let row = spot.row + usize::from(!look.first_row);
    let column = spot.column + usize::from(!look.first_column);
    let holds = [
        true,
        look.column_bands && !column.is_multiple_of(2),
        look.column_bands && column.is_multiple_of(2),
        look.row_bands && !row.is_multiple_of(2),
        look.row_bands && row.is_multiple_of(2),
        last_column,
        first_column,
        last_row,
        first_row,
        first_row && last_column,
        first_row && first_column,
        last_row && last_column,
        last_row && first_column,
    ];
    let bits = holds.iter().enumerate();
    bits.fold(0, |mask, (bit, holds)| mask | u32::from(*holds) << bit)
}

/// Lines above, below, left, right of a cell: the table's by its place in it, those of the conditions,
/// its own.
fn cell_lines(
    spot: Spot,
    whole: &Whole,
    style: &CellStyle,
    own: Option<Node<'_>>,
) -> [Option<Border>; 4] {
    let inner = |lines: &Lines| {
        let [top, bottom, left, right, across, down] = *lines;
        [
            if spot.row == 0 { top } else { across },
            if spot.row + 1 == whole.rows {
                bottom
            } else {
                across
            },
            if spot.index == 0 { left } else { down },
            if spot.last { right } else { down },
        ]
    };
    let mut sides = inner(&whole.properties.lines);
    let own = own.map(lines).unwrap_or_default();
    let styled = style.lines;
    for (at, side) in sides.iter_mut().enumerate() {
        *side = own[at].or(styled[at]).or(*side);
    }
    sides.map(Option::flatten)
}
