//! The laid-out paper that both backends translate: styled paragraphs and tables with every length
//! decided, in plain numbers. A backend adds nothing and decides nothing.

use crate::document::Meta;
use crate::units::{HalfPoints, Twips};

use super::style::StyleId;

/// A whole paper.
#[derive(Clone, Debug)]
pub struct Flow {
    /// Metadata of the files.
    pub meta: Meta,
    /// Every style that the paper may use, resolved for its choice of sizes.
    pub styles: Vec<Style>,
    /// The paper itself, then each annex: a new page, pages counted anew.
    pub sections: Vec<Section>,
}

/// A named style: what a paragraph of it looks like unless it says otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Style {
    /// Which one.
    pub id: StyleId,
    /// Paragraph format.
    pub paragraph: ParagraphFormat,
    /// Text format.
    pub text: TextFormat,
}

/// A run of pages with one geometry and one count.
#[derive(Clone, Debug)]
pub struct Section {
    /// Paper and margins.
    pub page: PageSetup,
    /// The paragraph in the top margin of every page but the first, with the page number.
    pub header: Paragraph,
    /// In the top margin of the first page: the circulation mark, or nothing.
    pub first_header: Vec<Paragraph>,
    /// At the foot of the first page: the address block, or nothing.
    pub first_footer: Vec<Paragraph>,
    /// The content.
    pub blocks: Vec<Block>,
}

/// Paper and margins. Width and height are those of the turned page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageSetup {
    /// Page width.
    pub width: Twips,
    /// Page height.
    pub height: Twips,
    /// True if the paper is turned.
    pub landscape: bool,
    /// Top margin.
    pub top: Twips,
    /// Bottom margin.
    pub bottom: Twips,
    /// Left margin.
    pub left: Twips,
    /// Right margin.
    pub right: Twips,
    /// From the page's top edge to the header.
    pub header: Twips,
    /// From the page's bottom edge to the foot of the footer.
    pub footer: Twips,
    /// True if the PDF shows the page upside down, for paper that is fed the other way round. Word
    /// knows no such page: the DOCX stays upright.
    pub upside_down: bool,
}

impl PageSetup {
    /// Width between the margins.
    pub fn text_width(&self) -> Twips {
        self.width - self.left - self.right
    }
}

/// A piece of content.
#[derive(Clone, Debug)]
pub enum Block {
    /// A paragraph.
    Paragraph(Paragraph),
    /// A table.
    Table(Table),
    /// A paragraph at a fixed place.
    Frame(Frame),
}

/// A paragraph at a fixed place of the page, beside and above everything else (`w:framePr`). It
/// takes no room from the other blocks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// From the page's left edge to its column.
    pub left: Twips,
    /// From the page's top edge to the top of its first line, or of its upper border.
    pub top: Twips,
    /// Width of its column.
    pub width: Twips,
    /// Height of its lines.
    pub height: Twips,
    /// Its content.
    pub paragraph: Paragraph,
}

/// A paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Its named style.
    pub style: StyleId,
    /// Its format, complete; where it equals the style's, DOCX writes nothing.
    pub format: ParagraphFormat,
    /// Its content; empty for a rule or a gap.
    pub runs: Vec<Run>,
    /// Form fields over it, in the PDF only; nothing makes room for them.
    pub fields: Vec<Field>,
}

/// A form field, placed from the left top corner of its paragraph's column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// What it takes.
    pub purpose: FieldPurpose,
    /// To its left edge.
    pub left: Twips,
    /// To its top; negative lies above the paragraph.
    pub top: Twips,
    /// Width.
    pub width: Twips,
    /// Height.
    pub height: Twips,
}

/// What a form field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldPurpose {
    /// Digital signature of the person who signs.
    Signer,
    /// Digital signature of the agency, its seal.
    Seal,
}

/// How a paragraph stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParagraphFormat {
    /// Horizontal alignment.
    pub align: Align,
    /// Indent from the left edge of the column.
    pub left: Twips,
    /// Indent from the right edge of the column.
    pub right: Twips,
    /// Indent of the first line, added to `left`; negative hangs.
    pub first_line: Twips,
    /// Space above.
    pub before: Twips,
    /// Space below. Of it and the space above the next paragraph the larger counts, as in Word.
    pub after: Twips,
    /// Height of the lines.
    pub line: LineSpacing,
    /// Stays on the page of the next block.
    pub keep_next: bool,
    /// All lines stay on one page.
    pub keep_lines: bool,
    /// Starts a page.
    pub page_break_before: bool,
    /// At least two lines on either side of a page end.
    pub widow_control: bool,
    /// Lines around the paragraph, between the indents.
    pub borders: Borders,
}

/// Horizontal alignment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// To the left.
    Left,
    /// Centred.
    Center,
    /// To the right.
    Right,
    /// On both sides; the last line to the left.
    Justified,
}

/// Height of lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineSpacing {
    /// In 240ths of a single line (`w:lineRule="auto"`).
    Multiple(u16),
    /// Just this much (`w:lineRule="exact"`).
    Exactly(Twips),
}

/// Lines around a paragraph.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Borders {
    /// Above.
    pub top: Option<Border>,
    /// Below.
    pub bottom: Option<Border>,
    /// At the left, its inner edge on the indent less `space`.
    pub left: Option<Border>,
    /// At the right.
    pub right: Option<Border>,
}

/// One solid line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Border {
    /// Thickness in eighths of a point (`w:sz`).
    pub eighths: u8,
    /// Distance from the text in points (`w:space`).
    pub space: u8,
    /// Colour.
    pub color: Color,
}

/// A stretch of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// What stands there.
    pub content: RunContent,
    /// How it looks.
    pub format: TextFormat,
}

/// What a run holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RunContent {
    /// Text in NFC, without control characters.
    Text(String),
    /// A forced line end.
    LineBreak,
    /// The number of the page.
    PageNumber,
}

/// How text looks. The face is Times New Roman throughout (Phụ lục I, phần I, mục I.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextFormat {
    /// Size.
    pub size: HalfPoints,
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
    /// Colour.
    pub color: Color,
}

/// Colour: black throughout; marks of urgency are red (mục III.2.b). Certificates have the colours
/// of their layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Color {
    /// 000000.
    Black,
    /// FF0000.
    Red,
    /// Any other.
    Rgb {
        /// Red part.
        red: u8,
        /// Green part.
        green: u8,
        /// Blue part.
        blue: u8,
    },
}

/// A table. No row splits over pages.
#[derive(Clone, Debug)]
pub struct Table {
    /// What it is for.
    pub purpose: TablePurpose,
    /// Column widths, from the left.
    pub columns: Vec<Twips>,
    /// From the left margin to the table's left edge (the grid line, not the text).
    pub left: Twips,
    /// Lines around and between all cells; none for layout tables.
    pub grid: Option<Border>,
    /// Inner margins of every cell.
    pub cell_margins: CellMargins,
    /// Rows, from the top.
    pub rows: Vec<Row>,
}

impl Table {
    /// Keeps the last two rows on the page of the block below: a total without any of its rows
    /// would tell nothing.
    pub fn keep_last_rows(&mut self) {
        let rows = self.rows.iter_mut().rev().take(2);
        let cells = rows.flat_map(|row| &mut row.cells);
        for paragraph in cells.flat_map(|cell| &mut cell.paragraphs) {
            paragraph.format.keep_next = true;
        }
    }
}

/// What a table is for; tells data from layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TablePurpose {
    /// The two halves of the letterhead.
    Letterhead,
    /// Nơi nhận beside the signature.
    Signature,
    /// A table of the text.
    Data,
}

/// Inner margins of a cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CellMargins {
    /// Above the text.
    pub top: Twips,
    /// Below the text.
    pub bottom: Twips,
    /// Left of the text.
    pub left: Twips,
    /// Right of the text.
    pub right: Twips,
}

/// A row.
#[derive(Clone, Debug)]
pub struct Row {
    /// Repeated at the top of every page; only rows at the top of the table.
    pub header: bool,
    /// Its cells; their spans add up to the number of columns.
    pub cells: Vec<Cell>,
}

/// A cell.
#[derive(Clone, Debug)]
pub struct Cell {
    /// Number of columns that it covers; at least 1.
    pub span: usize,
    /// Vertical place of its content.
    pub align: VerticalAlign,
    /// Content; never empty.
    pub paragraphs: Vec<Paragraph>,
}

/// Vertical place of a cell's content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VerticalAlign {
    /// At the top.
    Top,
    /// In the middle.
    Center,
}
