//! What is drawn: text boxes, frames, lines, pictures.

use super::{Block, Border, ParagraphId, Place};
use crate::units::{Pt, Twips};

/// A text box (DrawingML or VML) or a frame (`w:framePr`).
#[derive(Clone, Debug)]
pub struct TextBox {
    /// The `w:drawing` or `w:pict` element; of a frame its first paragraph.
    pub place: Place,
    /// The other form of the same box for older programs (`mc:Fallback`); its words stand twice in the
    /// file.
    pub fallback: Option<Place>,
    /// The paragraph that it hangs on; of a frame its first paragraph.
    pub anchor: ParagraphId,
    /// True for a frame.
    pub frame: bool,
    /// Where it stands.
    pub placement: Placement,
    /// Room for the text on both sides, left and right.
    pub insets: (Twips, Twips),
    /// Its outline, if one is drawn.
    pub outline: Option<Border>,
    /// Its blocks.
    pub blocks: Vec<Block>,
}

/// Where a drawn thing stands, and how large it is.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Placement {
    /// Width.
    pub width: Pt,
    /// Height.
    pub height: Pt,
    /// From the left edge of the text column of its paragraph, if the file says so in numbers.
    pub left: Option<Pt>,
    /// From the top of its paragraph, if the file says so.
    pub top: Option<Pt>,
    /// Centred in its column or page instead of a number.
    pub centred: bool,
    /// At the left or the right edge of its column or page instead of a number.
    pub aside: bool,
    /// In the line of the text, like a character.
    pub inline: bool,
}

/// A drawn shape without text.
#[derive(Clone, Debug)]
pub struct Shape {
    /// The `w:drawing` or `w:pict` element.
    pub place: Place,
    /// The other form of the same shape for older programs.
    pub fallback: Option<Place>,
    /// The paragraph that it hangs on.
    pub anchor: ParagraphId,
    /// What it is.
    pub kind: ShapeKind,
    /// Where it stands.
    pub placement: Placement,
    /// Its line; `None` if none is drawn.
    pub line: Option<Border>,
}

/// What a shape is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShapeKind {
    /// A line from left to right, also a rectangle as thin as a line.
    Horizontal,
    /// A line from top to bottom.
    Vertical,
    /// A slanted line.
    Slanted,
    /// A rectangle.
    Rectangle,
    /// Any other.
    Other,
}

/// A picture.
#[derive(Clone, Debug)]
pub struct Image {
    /// The `w:drawing` or `w:pict` element.
    pub place: Place,
    /// The paragraph that it hangs on.
    pub anchor: ParagraphId,
    /// Name of its part in the package; `None` if it lies outside the file, and then is not read.
    pub part: Option<String>,
    /// What the bytes are.
    pub format: ImageFormat,
    /// Where it stands.
    pub placement: Placement,
}

/// What the bytes of a picture are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum ImageFormat {
    /// PNG, and whether it can be transparent.
    Png {
        /// An alpha channel or a transparent colour.
        alpha: bool,
    },
    /// JPEG.
    Jpeg,
    /// GIF.
    Gif,
    /// BMP or TIFF.
    Bitmap,
    /// WMF, EMF or SVG.
    Vector,
    /// None of these, or not in the file.
    #[default]
    Unknown,
}
