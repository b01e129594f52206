//! The finished pages: text and lines at points, and nothing else. `pdf` draws them.

use crate::document::Meta;
use crate::fonts::Face;
use crate::form::flow::Color;
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
}

/// One page. Points are measured from its top left corner, downwards.
#[derive(Clone, Debug)]
pub struct Page {
    /// Width.
    pub width: Pt,
    /// Height.
    pub height: Pt,
    /// What is drawn, in reading order.
    pub items: Vec<Item>,
}

/// Something drawn.
#[derive(Clone, Debug)]
pub enum Item {
    /// Text on one baseline.
    Text(TextItem),
    /// A solid straight line.
    Line(LineItem),
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
