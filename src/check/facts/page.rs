//! Sections, and headers and footers.

use super::{Block, MarginId, Place};
use crate::units::Twips;

/// A section (`w:sectPr`).
#[derive(Clone, Debug)]
pub struct Section {
    /// The `w:sectPr` element; `None` if the file has none.
    pub place: Option<Place>,
    /// How it starts.
    pub start: SectionStart,
    /// Width of the page.
    pub width: Twips,
    /// Height of the page.
    pub height: Twips,
    /// True if `w:orient` says landscape. The page may lie across without.
    pub landscape: bool,
    /// Top margin. Word grows it for a tall header unless it is negative; here without the sign.
    pub top: Twips,
    /// Bottom margin.
    pub bottom: Twips,
    /// Left margin, without the gutter.
    pub left: Twips,
    /// Right margin.
    pub right: Twips,
    /// Gutter, which is added to the left margin (or the top: [`super::Settings::gutter_at_top`]).
    pub gutter: Twips,
    /// From the top edge to the header.
    pub header_distance: Twips,
    /// From the bottom edge to the footer.
    pub footer_distance: Twips,
    /// True if the first page has a header and footer of its own (`w:titlePg`).
    pub title_page: bool,
    /// Headers, those of the section before included where it has none of its own.
    pub headers: MarginSet,
    /// Footers likewise.
    pub footers: MarginSet,
    /// First page number (`w:pgNumType w:start`); `None` goes on.
    pub first_number: Option<i32>,
    /// Format of the page number.
    pub number_format: NumberFormat,
    /// Text columns.
    pub columns: Columns,
}

/// How a section starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SectionStart {
    /// On a new page.
    NextPage,
    /// On the same page.
    Continuous,
    /// In a new column.
    NextColumn,
    /// On an even page.
    EvenPage,
    /// On an odd page.
    OddPage,
}

/// The headers or footers of a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct MarginSet {
    /// Every page that has no other.
    pub default: Option<MarginId>,
    /// First page, in force only with [`Section::title_page`].
    pub first: Option<MarginId>,
    /// Even pages, in force only with [`super::Settings::even_and_odd`].
    pub even: Option<MarginId>,
}

/// A header or footer.
#[derive(Clone, Debug)]
pub struct Margin {
    /// Header or footer.
    pub kind: MarginKind,
    /// Name of its part in the package.
    pub part: String,
    /// Its blocks.
    pub blocks: Vec<Block>,
}

/// Header or footer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarginKind {
    /// At the top.
    Header,
    /// At the bottom.
    Footer,
}

/// Formats of numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum NumberFormat {
    /// 1, 2, 3.
    #[default]
    Decimal,
    /// 01, 02, 03.
    DecimalZero,
    /// I, II, III.
    UpperRoman,
    /// i, ii, iii.
    LowerRoman,
    /// A, B, C.
    UpperLetter,
    /// a, b, c.
    LowerLetter,
    /// A sign for every item.
    Bullet,
    /// Nothing.
    None,
    /// Any other; written as decimal.
    Other,
}

/// Text columns of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns {
    /// Width of each and the space behind it, from the left; never empty.
    pub each: Vec<(Twips, Twips)>,
    /// True for a line between them.
    pub separated: bool,
}

impl Section {
    /// Width of the text between the margins.
    pub fn text_width(&self) -> Twips {
        self.width - self.left - self.right - self.gutter
    }

    /// True if the page is wider than high.
    pub fn lies_across(&self) -> bool {
        self.width > self.height
    }
}
