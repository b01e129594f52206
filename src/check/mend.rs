//! Edits that mend a finding: formats, spacing, letters of fixed formulas; never the wording.

use super::facts::{Alignment, MarginId, ParagraphId, SectionId, ShapeId, Span};
use crate::units::{HalfPoints, Pt, Twips};

/// One edit of the file.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// The format of the runs in a stretch.
    Runs(Span, RunChange),
    /// The format of all runs of a paragraph, those that hold the codes of fields too.
    AllRuns(ParagraphId, RunChange),
    /// The format of a paragraph.
    Paragraph(ParagraphId, ParagraphChange),
    /// Other letters in place of a stretch, with the same meaning.
    Words(Span, String),
    /// Page, margins, header of a section.
    Section(SectionId, SectionChange),
    /// A line under words that have none.
    Line(NewLine),
    /// A drawn level line as long as that, about the same middle.
    Drawn(ShapeId, Pt),
    /// Page numbers where they belong.
    PageNumber(PageNumbers),
}

/// What changes in headers and footers so that every page but the first has its number.
#[derive(Clone, Debug, PartialEq)]
pub struct PageNumbers {
    /// Paragraphs that hold a number and nothing else, to be emptied.
    pub emptied: Vec<ParagraphId>,
    /// Headers that get a number.
    pub numbered: Vec<MarginId>,
    /// Pages of the first section that get a new header with a number.
    pub made: Vec<Pages>,
    /// What the first page is to have at its top.
    pub first_header: FirstPage,
    /// What the first page is to have at its bottom.
    pub first_footer: FirstPage,
    /// The first page gets a header and a footer of its own.
    pub title_page: bool,
    /// Size of the number.
    pub size: HalfPoints,
}

/// Pages that share a header or a footer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pages {
    /// All that have no other.
    Default,
    /// The first of a section.
    First,
    /// Even ones.
    Even,
}

/// The header or the footer of the first page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FirstPage {
    /// What the file has.
    AsItIs,
    /// An empty one.
    Empty,
    /// That one without its number.
    Without(MarginId),
}

/// A line in the middle of a column, below a paragraph.
#[derive(Clone, Debug, PartialEq)]
pub struct NewLine {
    /// The paragraph.
    pub below: ParagraphId,
    /// Width of the column.
    pub column: Twips,
    /// Length of the line.
    pub length: Twips,
    /// Space below the line, which the words above had.
    pub after: Twips,
}

/// A property of runs.
#[derive(Clone, Debug, PartialEq)]
pub enum RunChange {
    /// Times New Roman.
    Font,
    /// Black.
    Black,
    /// Size.
    Size(HalfPoints),
    /// Bold or not.
    Bold(bool),
    /// Italic or not.
    Italic(bool),
    /// No underline.
    Plain,
}

/// A property of a paragraph.
#[derive(Clone, Debug, PartialEq)]
pub enum ParagraphChange {
    /// Alignment.
    Align(Alignment),
    /// Space before.
    Before(Twips),
    /// Space after.
    After(Twips),
    /// Line spacing in 240ths of a line.
    Line(i32),
    /// First line.
    First(Twips),
    /// Indents from both sides, as they give a border its length.
    Sides(Twips, Twips),
    /// Its frame in the middle of the text.
    FrameInMiddle,
    /// A thin line above and no other border.
    RuleBorder,
    /// No border below.
    NoBorderBelow,
    /// Space between paragraphs of one style, too.
    NotContextual,
}

/// A property of a section.
#[derive(Clone, Debug, PartialEq)]
pub enum SectionChange {
    /// A4, as it lies.
    A4,
    /// A margin.
    Margin(Side, Twips),
    /// From the top edge to the header.
    HeaderDistance(Twips),
    /// Page numbers in Arabic digits.
    Decimal,
    /// The first page number.
    Start(i32),
}

/// A side of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Trên.
    Top,
    /// Dưới.
    Bottom,
    /// Trái.
    Left,
    /// Phải.
    Right,
}
