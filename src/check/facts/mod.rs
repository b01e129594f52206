//! What a DOCX holds, as it prints: sections, paragraphs with their resolved formats, tables, text boxes,
//! lines, images. Knows Word's terms and nothing of the Decree.
//!
//! Everything lies in flat lists and is named by its index there ([`ParagraphId`] …), so that a rule can
//! walk all paragraphs of the file in one loop. [`Facts::body`] and the cells, boxes and margins hold the
//! order as a tree. Each thing keeps its [`Place`] in the XML, so that a repair can edit the file in
//! place.

mod dump;
mod format;
mod measure;
mod object;
mod page;
mod paragraph;
mod part;
mod table;
mod whole;

pub use dump::dump;
pub use format::{
    Alignment, AutoSpace, Border, BorderKind, Color, Fonts, Indents, Leading, ParagraphBorders,
    ParagraphFormat, Raise, RunFormat, TabAlign, TabStop, Underline,
};
pub use object::{Image, ImageFormat, Placement, Shape, ShapeKind, TextBox};
pub use page::{Columns, Margin, MarginKind, MarginSet, NumberFormat, Section, SectionStart};
pub use paragraph::{Change, Field, FieldKind, Home, Label, Paragraph, Run, RunKind, Span, Story};
pub use part::{Part, PartId, Place};
pub use table::{Cell, MergedDown, Row, Table, TableWidth};
pub use whole::{Comment, Note, Properties, Protection, Settings, Signs};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub usize);
    )*};
}

ids! {
    /// Index in [`Facts::paragraphs`].
    ParagraphId
    /// Index in [`Facts::tables`].
    TableId
    /// Index in [`Facts::boxes`].
    BoxId
    /// Index in [`Facts::shapes`].
    ShapeId
    /// Index in [`Facts::images`].
    ImageId
    /// Index in [`Facts::margins`].
    MarginId
    /// Index in [`Facts::sections`].
    SectionId
    /// Index in [`Facts::notes`].
    NoteId
}

/// A DOCX as it prints.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// The XML parts that were read; places point into their bytes.
    pub parts: Vec<Part>,
    /// Every paragraph of the file in reading order: the body first, what a text box holds after the
    /// paragraph that it hangs on, then headers, footers and notes.
    pub paragraphs: Vec<Paragraph>,
    /// Every table, nested ones after the one around them.
    pub tables: Vec<Table>,
    /// Text boxes and frames with text in them.
    pub boxes: Vec<TextBox>,
    /// Drawn shapes: lines above all.
    pub shapes: Vec<Shape>,
    /// Pictures.
    pub images: Vec<Image>,
    /// Headers and footers that a section uses.
    pub margins: Vec<Margin>,
    /// Footnotes and endnotes.
    pub notes: Vec<Note>,
    /// Comments in the margin.
    pub comments: Vec<Comment>,
    /// Sections in order; never empty.
    pub sections: Vec<Section>,
    /// The body's blocks in order.
    pub body: Vec<Block>,
    /// Settings of the whole file.
    pub settings: Settings,
    /// What makes a file more, or less, than a plain text: signatures, macros, changes.
    pub signs: Signs,
    /// Author, title, times.
    pub properties: Properties,
}

/// A block of the body, a cell, a box, a header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(ParagraphId),
    /// A table.
    Table(TableId),
}

macro_rules! index {
    ($($id:ident => $list:ident: $item:ty;)*) => {$(
        impl std::ops::Index<$id> for Facts {
            type Output = $item;
            fn index(&self, id: $id) -> &$item {
                &self.$list[id.0]
            }
        }
    )*};
}

index! {
    ParagraphId => paragraphs: Paragraph;
    TableId => tables: Table;
    BoxId => boxes: TextBox;
    ShapeId => shapes: Shape;
    ImageId => images: Image;
    MarginId => margins: Margin;
    SectionId => sections: Section;
    NoteId => notes: Note;
}

impl Facts {
    /// Every paragraph with its id, in reading order.
    pub fn all(&self) -> impl Iterator<Item = (ParagraphId, &Paragraph)> {
        let ids = (0..self.paragraphs.len()).map(ParagraphId);
        ids.zip(&self.paragraphs)
    }

    /// The paragraphs of the text itself, tables and text boxes included, headers and notes not.
    pub fn story(&self) -> impl Iterator<Item = (ParagraphId, &Paragraph)> {
        self.all()
            .filter(|(_, paragraph)| paragraph.story == Story::Body)
    }

    /// The words of a stretch.
    pub fn words(&self, span: &Span) -> &str {
        let text = &self[span.paragraph].text;
        text.get(span.range.clone()).unwrap_or("")
    }

    /// The bytes of a stretch of XML.
    pub fn xml(&self, place: &Place) -> &[u8] {
        let part = self.parts.get(place.part.0);
        part.and_then(|part| part.bytes.get(place.range.clone()))
            .unwrap_or(&[])
    }
}
