//! The Decree's table of sizes and styles (Phụ lục I, mục V) as typed constants.
//!
//! Each row of [`FIGURES`] is a row of that table; [`Sheet`](super::sheet::Sheet) turns it into
//! plain numbers for one agency's choices.

use crate::fonts::Face;

use super::flow::Align;
use super::style::StyleId;

/// How a component's size is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// Fixed by the Decree, in points.
    Fixed(u16),
    /// 12 or 13 with the letterhead.
    NationalName,
    /// 13 or 14 with the letterhead.
    Motto,
    /// 13 or 14 with the text.
    Body,
    /// A point under the text: tables, on which the Decree is silent.
    Table,
}

/// How a component's paragraphs stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// No space around, single lines.
    Tight,
    /// A gap above, the text's line spacing.
    Spaced,
    /// As running text: first line indented, a gap above.
    Text,
    /// An empty paragraph of a fixed height in points.
    Empty(u16),
}

/// What must stay together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// Nothing.
    Free,
    /// With the block below: headings, and all of the letterhead and title.
    Next,
}

/// Letters as typed or in capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// As typed.
    Typed,
    /// In hoa.
    Upper,
}

/// One row of the Decree's table.
#[derive(Clone, Copy, Debug)]
pub struct Figure {
    /// The component.
    pub id: StyleId,
    /// Its size.
    pub size: Size,
    /// Face: upright or italic, bold or not.
    pub face: Face,
    /// Its case.
    pub case: Case,
    /// Its alignment.
    pub align: Align,
    /// How its paragraphs stand.
    pub shape: Shape,
    /// What stays with it.
    pub keep: Keep,
}

use Align::{Center, Justified, Left};
use Case::{Typed, Upper};
use Face::{Bold, BoldItalic, Italic, Regular};
use Keep::{Free, Next};
use Shape::{Empty, Spaced, Text, Tight};
use Size::{Body, Fixed, Motto, NationalName, Table};

/// The table of sizes and styles.
#[rustfmt::skip]
pub const FIGURES: [Figure; 42] = [
    row(StyleId::NationalName,   NationalName, Bold,       Upper, Center,    Tight,    Free),
    row(StyleId::Motto,          Motto,        Bold,       Typed, Center,    Tight,    Free),
    row(StyleId::Parent,         NationalName, Regular,    Upper, Center,    Tight,    Free),
    row(StyleId::Agency,         NationalName, Bold,       Upper, Center,    Tight,    Free),
    row(StyleId::Number,         Fixed(13),    Regular,    Typed, Center,    Tight,    Free),
    row(StyleId::PlaceDate,      Motto,        Italic,     Typed, Center,    Tight,    Free),
    row(StyleId::Rule,           Fixed(1),     Regular,    Typed, Center,    Empty(3), Free),
    row(StyleId::TypeName,       Body,         Bold,       Upper, Center,    Tight,    Next),
    row(StyleId::Subject,        Body,         Bold,       Typed, Center,    Tight,    Next),
    row(StyleId::LetterSubject,  NationalName, Regular,    Typed, Center,    Tight,    Free),
    row(StyleId::Addressee,      Body,         Regular,    Typed, Left,      Spaced,   Next),
    row(StyleId::AddresseeItem,  Body,         Regular,    Typed, Left,      Tight,    Next),
    row(StyleId::Basis,          Body,         Italic,     Typed, Justified, Text,     Free),
    row(StyleId::Body,           Body,         Regular,    Typed, Justified, Text,     Free),
    row(StyleId::Division,       Body,         Bold,       Typed, Center,    Spaced,   Next),
    row(StyleId::DivisionTitle,  Body,         Bold,       Upper, Center,    Tight,    Next),
    row(StyleId::Article,        Body,         Regular,    Typed, Justified, Text,     Free),
    row(StyleId::Roman,          Body,         Bold,       Upper, Justified, Text,     Next),
    row(StyleId::ClauseTitle,    Body,         Bold,       Typed, Justified, Text,     Next),
    row(StyleId::Clause,         Body,         Regular,    Typed, Justified, Text,     Free),
    row(StyleId::PointTitle,     Body,         Regular,    Typed, Justified, Text,     Next),
    row(StyleId::Point,          Body,         Regular,    Typed, Justified, Text,     Free),
    row(StyleId::Dash,           Body,         Regular,    Typed, Justified, Text,     Free),
    row(StyleId::Plus,           Body,         Regular,    Typed, Justified, Text,     Free),
    row(StyleId::TableHead,      Table,        Bold,       Typed, Center,    Tight,    Next),
    row(StyleId::TableGroup,     Table,        Bold,       Typed, Left,      Tight,    Next),
    row(StyleId::TableCell,      Table,        Regular,    Typed, Left,      Tight,    Free),
    row(StyleId::Recipients,     Fixed(12),    BoldItalic, Typed, Left,      Tight,    Free),
    row(StyleId::Recipient,      Fixed(11),    Regular,    Typed, Left,      Tight,    Free),
    row(StyleId::Authority,      Body,         Bold,       Upper, Center,    Tight,    Free),
    row(StyleId::SignatureGap,   Body,         Regular,    Typed, Center,    Empty(66), Free),
    row(StyleId::SignerName,     Body,         Bold,       Typed, Center,    Tight,    Free),
    row(StyleId::AnnexLabel,     Fixed(14),    Bold,       Typed, Center,    Tight,    Next),
    row(StyleId::AnnexTitle,     Body,         Bold,       Upper, Center,    Tight,    Next),
    row(StyleId::AnnexAttached,  Body,         Italic,     Typed, Center,    Tight,    Next),
    row(StyleId::Urgency,        Motto,        Bold,       Upper, Center,    Tight,    Free),
    row(StyleId::Circulation,    Motto,        Bold,       Upper, Center,    Tight,    Free),
    row(StyleId::Contact,        Fixed(11),    Regular,    Typed, Center,    Tight,    Free),
    row(StyleId::PageNumber,     Body,         Regular,    Typed, Center,    Tight,    Free),
    row(StyleId::AfterTable,     Fixed(1),     Regular,    Typed, Left,      Empty(1), Free),
    row(StyleId::Issuer,         Body,         Bold,       Upper, Center,    Spaced,   Next),
    row(StyleId::Enacting,       Body,         Bold,       Upper, Center,    Spaced,   Next),
];

const fn row(
    id: StyleId,
    size: Size,
    face: Face,
    case: Case,
    align: Align,
    shape: Shape,
    keep: Keep,
) -> Figure {
    Figure {
        id,
        size,
        face,
        case,
        align,
        shape,
        keep,
    }
}

/// The row of a style. The styles of certificates have none in the Decree and count as running text.
pub fn figure(id: StyleId) -> &'static Figure {
    let row = id as usize;
    FIGURES.get(row).unwrap_or(&FIGURES[StyleId::Body as usize])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_style_finds_its_own_row() {
        for (index, row) in FIGURES.iter().enumerate() {
            assert_eq!(row.id as usize, index, "{:?}", row.id);
        }
    }
}
