//! Formats with every property resolved: document defaults, table style, paragraph style, numbering
//! level, character style, direct formatting (ECMA-376 part 1, 17.7.2 and 17.7.3).

use std::sync::Arc;

use crate::units::{HalfPoints, Twips};

/// Format of a run.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RunFormat {
    /// Faces by class of character.
    pub fonts: Fonts,
    /// Size of the text (`w:sz`).
    pub size: HalfPoints,
    /// Size of complex script (`w:szCs`), which Vietnamese is not.
    pub size_complex: HalfPoints,
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
    /// Underline.
    pub underline: Underline,
    /// Struck through, once or twice.
    pub strike: bool,
    /// Colour.
    pub color: Color,
    /// Highlighted, or with a shading that is not white.
    pub marked: bool,
    /// Shown in capitals (`w:caps`); the text has them already.
    pub caps: bool,
    /// Small capitals; the text has capitals already.
    pub small_caps: bool,
    /// Superscript or subscript.
    pub raise: Raise,
    /// Raised by so much (`w:position`); negative is lowered.
    pub position: i32,
    /// Space added to each character (`w:spacing`).
    pub tracking: Twips,
    /// Width of the characters in percent (`w:w`).
    pub scale: u16,
    /// Complex script or right to left: bold, italic and size come from the `Cs` properties.
    pub complex: bool,
    /// Language (`w:lang`), as `vi-VN`; empty if none is given.
    pub language: Arc<str>,
}

/// Faces by class of character (ECMA-376 part 1, 17.3.2.26), themes resolved.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Fonts {
    /// U+0000-007F.
    pub ascii: Arc<str>,
    /// Latin beyond, the Vietnamese letters among them.
    pub high_ansi: Arc<str>,
    /// Chinese, Japanese, Korean.
    pub east_asia: Arc<str>,
    /// Complex script.
    pub complex: Arc<str>,
}

/// Underline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Underline {
    /// None.
    None,
    /// Under words and spaces.
    Single,
    /// Under words only.
    Words,
    /// Any other kind: double, dotted, wavy.
    Other,
}

/// A colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Color {
    /// None given, or `auto`: black on white.
    Auto,
    /// Red, green, blue.
    Rgb([u8; 3]),
}

/// Superscript and subscript.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Raise {
    /// On the line.
    None,
    /// Superscript.
    Super,
    /// Subscript.
    Sub,
}

/// Format of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ParagraphFormat {
    /// Alignment.
    pub alignment: Alignment,
    /// Indents.
    pub indents: Indents,
    /// Space before. With [`AutoSpace`] what Word takes for it.
    pub before: Twips,
    /// Space after.
    pub after: Twips,
    /// Which of the two Word chooses by itself.
    pub auto_space: AutoSpace,
    /// No space between paragraphs of the same style (`w:contextualSpacing`).
    pub contextual: bool,
    /// Line spacing.
    pub leading: Leading,
    /// On one page with the next paragraph.
    pub keep_next: bool,
    /// All lines on one page.
    pub keep_lines: bool,
    /// No single lines at a page break.
    pub widow_control: bool,
    /// Starts a page.
    pub page_break_before: bool,
    /// Tab stops, by position; cleared ones are gone.
    pub tabs: Vec<TabStop>,
    /// Lines around it.
    pub borders: ParagraphBorders,
    /// Outline level from 0, if it is a heading.
    pub outline: Option<u8>,
    /// A shading that is not white.
    pub shaded: bool,
    /// Right to left.
    pub right_to_left: bool,
}

/// Alignment of a paragraph (`w:jc`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Alignment {
    /// To the left.
    Left,
    /// Centred.
    Center,
    /// To the right.
    Right,
    /// To both sides.
    Both,
    /// To both sides, the last line too.
    Distribute,
}

/// Indents from the edges of the column. `w:hanging` is a negative first line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct Indents {
    /// From the left.
    pub left: Twips,
    /// From the right.
    pub right: Twips,
    /// First line, in relation to the left indent.
    pub first: Twips,
}

/// Space that Word chooses by itself (`w:beforeAutospacing`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct AutoSpace {
    /// Before.
    pub before: bool,
    /// After.
    pub after: bool,
}

/// Line spacing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Leading {
    /// So many 240ths of a single line.
    Lines(i32),
    /// Exactly so high.
    Exact(Twips),
    /// At least so high.
    AtLeast(Twips),
}

/// A tab stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TabStop {
    /// From the left edge of the column.
    pub at: Twips,
    /// What the text does there.
    pub align: TabAlign,
    /// True if the gap is filled with dots or a line.
    pub leader: bool,
}

/// What text does at a tab stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TabAlign {
    /// Starts.
    Left,
    /// Centred.
    Center,
    /// Ends.
    Right,
    /// By the decimal point.
    Decimal,
    /// A vertical bar, no stop.
    Bar,
}

/// Lines around a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct ParagraphBorders {
    /// Above.
    pub top: Option<Border>,
    /// Below.
    pub bottom: Option<Border>,
    /// Left.
    pub left: Option<Border>,
    /// Right.
    pub right: Option<Border>,
    /// Between paragraphs alike.
    pub between: Option<Border>,
}

/// A border line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Border {
    /// Its kind.
    pub kind: BorderKind,
    /// Width in eighths of a point.
    pub width: u16,
    /// Its colour.
    pub color: Color,
}

/// Kinds of border lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BorderKind {
    /// One solid line.
    Single,
    /// Two or three solid lines.
    Multiple,
    /// Dots or dashes.
    Broken,
    /// Waves, art, shades.
    Other,
}

impl RunFormat {
    /// The face that draws a character. Vietnamese letters beyond ASCII are `high_ansi`.
    pub fn font(&self, c: char) -> &str {
        if self.complex {
            return &self.fonts.complex;
        }
        match c {
            '\0'..='\u{7f}' => &self.fonts.ascii,
            '\u{1100}'..='\u{11ff}'
            | '\u{2e80}'..='\u{d7af}'
            | '\u{f900}'..='\u{faff}'
            | '\u{ff00}'..='\u{ffef}' => &self.fonts.east_asia,
            '\u{590}'..='\u{7bf}' | '\u{900}'..='\u{dff}' | '\u{e00}'..='\u{e7f}' => {
                &self.fonts.complex
            }
            _ => &self.fonts.high_ansi,
        }
    }
}

impl Color {
    /// True for black and for what prints black.
    pub fn is_black(self) -> bool {
        matches!(self, Color::Auto | Color::Rgb([0, 0, 0]))
    }
}
