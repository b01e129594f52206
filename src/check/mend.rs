//! Edits that mend a finding: formats, spacing, letters of fixed formulas; never the wording.

use super::facts::{Alignment, ParagraphId, SectionId, Span};
use crate::units::{HalfPoints, Twips};

/// One edit of the file.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// The format of the runs in a stretch.
    Runs(Span, RunChange),
    /// The format of a paragraph.
    Paragraph(ParagraphId, ParagraphChange),
    /// Other letters in place of a stretch, with the same meaning.
    Words(Span, String),
    /// Page, margins, header of a section.
    Section(SectionId, SectionChange),
    /// A line under words that have none.
    Line(NewLine),
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
    /// A first page with a header of its own.
    TitlePage,
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
