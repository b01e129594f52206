//! The finished pages: text and lines at points, and what each text is to a reader that does not
//! see them. `pdf` draws them.

use crate::document::Meta;
use crate::fonts::Face;
use crate::form::flow::{Color, FieldPurpose};
use crate::units::{HalfPoints, Pt};

/// All pages of a paper, annexes included.
#[derive(Clone, Debug)]
pub struct Pages {
    /// Metadata of the file.
    pub meta: Meta,
    /// Pages in order.
    pub pages: Vec<Page>,
    /// Headings, in order of reading.
    pub outline: Vec<Bookmark>,
    /// Logical structure: the document first, every element after the one that holds it, in order
    /// of reading.
    pub structure: Vec<Element>,
}

/// One page. Points are measured from its top left corner, downwards.
#[derive(Clone, Debug)]
pub struct Page {
    /// Width.
    pub width: Pt,
    /// Height.
    pub height: Pt,
    /// True if it is shown upside down, for paper that is fed the other way round.
    pub upside_down: bool,
    /// What is drawn, in reading order.
    pub items: Vec<Item>,
}

/// Something drawn.
#[derive(Clone, Debug)]
pub enum Item {
    /// Text on one baseline.
    Text(TextItem),
    /// A solid straight line; it says nothing to a reader that does not see it.
    Line(LineItem),
    /// A form field; nothing is drawn.
    Field(FieldItem),
}

/// Text of one face and size on one baseline.
#[derive(Clone, Debug)]
pub struct TextItem {
    /// Left end.
    pub x: Pt,
    /// Baseline.
    pub baseline: Pt,
    /// Face.
    pub face: Face,
    /// Size.
    pub size: HalfPoints,
    /// Colour.
    pub color: Color,
    /// Characters in NFC; spaces at line ends are kept out.
    pub text: String,
    /// Added to the width of every space; negative where a line is squeezed.
    pub word_spacing: Pt,
    /// True for the last text of a line whose word goes on without a space in the next line
    /// (a break inside a word), so that extraction can join it.
    pub soft_end: bool,
    /// What it belongs to.
    pub tag: Tag,
}

/// A solid straight line, horizontal or vertical.
#[derive(Clone, Copy, Debug)]
pub struct LineItem {
    /// One end.
    pub from: (Pt, Pt),
    /// The other end.
    pub to: (Pt, Pt),
    /// Thickness.
    pub width: Pt,
    /// Colour.
    pub color: Color,
}

/// A form field over the page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FieldItem {
    /// What it takes.
    pub purpose: FieldPurpose,
    /// Its left top corner.
    pub place: (Pt, Pt),
    /// Width.
    pub width: Pt,
    /// Height.
    pub height: Pt,
    /// Its element.
    pub element: ElementId,
}

/// What a text belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tag {
    /// An element of the structure.
    Content(ElementId),
    /// Nothing: pages repeat it, as the page number and the head of a table that goes on.
    Repeated,
}

/// Index of an element in [`Pages::structure`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ElementId(pub usize);

/// A part of the logical structure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// What holds it; none for the document.
    pub parent: Option<ElementId>,
    /// What it is.
    pub role: Role,
}

/// What an element is; the standard structure types of PDF (ISO 32000-1, 14.8.4).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    /// The whole.
    Document,
    /// The paper, or an annex.
    Section,
    /// Paragraphs set side by side: letterhead, signature.
    Group,
    /// A heading.
    Heading {
        /// 1 to 6; no level is skipped on the way down.
        level: u8,
        /// Its text.
        title: String,
    },
    /// A paragraph.
    Paragraph,
    /// A list.
    List(Numbering),
    /// An item of a list.
    Item,
    /// The label of an item.
    Label,
    /// What stands behind the label, and the lists inside the item.
    ItemBody,
    /// A table of data.
    Table,
    /// A row.
    Row,
    /// A cell that heads the columns it covers.
    HeadCell {
        /// Number of columns.
        span: usize,
    },
    /// A cell.
    Cell {
        /// Number of columns.
        span: usize,
    },
    /// A form field.
    Field,
}

/// How a list is labelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numbering {
    /// 1. 2. 3.
    Decimal,
    /// a) b) c)
    Letters,
    /// Dashes or plus signs.
    Marks,
}

/// An entry of the outline.
#[derive(Clone, Debug, PartialEq)]
pub struct Bookmark {
    /// Depth, from 0.
    pub depth: usize,
    /// Text of the heading with its label.
    pub title: String,
    /// Index of the page, from 0.
    pub page: usize,
    /// Top of the heading on its page.
    pub y: Pt,
}
