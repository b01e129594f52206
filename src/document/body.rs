//! The body tree: what `markup` reads and `form` lays out. Labels are already numbered.

use std::ops::Range;

use super::inline::Inlines;

/// The content of a component (noi_dung, can_cu, phu_luc …) in reading order.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Body {
    /// Blocks with their places.
    pub blocks: Vec<Placed>,
}

/// A block and the bytes of the rendered component that it was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The block.
    pub block: Block,
    /// Byte range in the rendered text of the component.
    pub at: Range<usize>,
}

/// One block of a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// Phần, Chương, Mục, Tiểu mục: a centred label line with its title on the next.
    Division(Division),
    /// A numbered or dashed paragraph: Điều, I., 1., a), -, +.
    Item(Item),
    /// Running text.
    Paragraph(Inlines),
    /// A table.
    Table(Table),
    /// What follows starts on a new page.
    PageBreak,
    /// Head of an annex; what follows, up to the next one, is its content.
    Annex(AnnexHead),
}

/// Phần, Chương, Mục or Tiểu mục (Phụ lục I, phần I, mục II.6.d).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Division {
    /// Which of the four.
    pub kind: DivisionKind,
    /// Roman for Phần and Chương, Arabic for Mục and Tiểu mục.
    pub number: String,
    /// Printed in capitals on the line below.
    pub title: Inlines,
}

/// The divisions above Điều.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DivisionKind {
    /// Phần.
    Part,
    /// Chương.
    Chapter,
    /// Mục.
    Section,
    /// Tiểu mục.
    Subsection,
}

impl DivisionKind {
    /// The printed word.
    pub fn word(self) -> &'static str {
        match self {
            DivisionKind::Part => "Phần",
            DivisionKind::Chapter => "Chương",
            DivisionKind::Section => "Mục",
            DivisionKind::Subsection => "Tiểu mục",
        }
    }
}

/// A paragraph with a label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its level in the outline.
    pub level: Level,
    /// The printed label without the space after it: `Điều 1.`, `I.`, `1.`, `a)`, `-`, `+`.
    pub label: String,
    /// True if the text is a title on its own line, so printed bold (mục II.6.đ).
    pub titled: bool,
    /// The text after the label.
    pub content: Inlines,
}

/// Levels of labelled paragraphs, from the top.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Điều.
    Article,
    /// `I.`, printed in capitals (scheme B, without Điều).
    Roman,
    /// Khoản: `1.`.
    Clause,
    /// Điểm: `a)`.
    Point,
    /// `-`.
    Dash,
    /// `+`.
    Plus,
}

/// A table: one head row, then rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Columns from the left; never empty.
    pub columns: Vec<Column>,
    /// Head cells, one a column; repeated on every page.
    pub head: Vec<Inlines>,
    /// Rows below the head.
    pub rows: Vec<TableRow>,
}

/// A column of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Alignment of its cells below the head.
    pub align: ColumnAlign,
    /// Share of the table's width, in relation to the other columns; at least 1.
    pub weight: u32,
}

/// Horizontal alignment of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnAlign {
    /// To the left.
    Left,
    /// Centred.
    Center,
    /// To the right.
    Right,
}

/// A row below the head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TableRow {
    /// One cell a column.
    Cells(Vec<Inlines>),
    /// A title across all columns (group row of lists).
    Group(Inlines),
}

/// Head of an annex (phụ lục).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnnexHead {
    /// Title, printed in capitals.
    pub title: Inlines,
    /// True for A4 landscape.
    pub landscape: bool,
    /// True for a list that is attached to a decision and is no phụ lục.
    pub attached_list: bool,
}
