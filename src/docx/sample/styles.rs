//! The styles of the test papers: figures of a usual paper at 14 pt.

use crate::docx::format::NORMAL;
use crate::form::flow::{
    Align, Border, Borders, Color, LineSpacing, ParagraphFormat, Style, TextFormat,
};
use crate::form::style::StyleId;
use crate::units::{HalfPoints, Twips};

/// Every style, in the order of the enum.
pub(in crate::docx) const ALL: [StyleId; 40] = [
    StyleId::NationalName,
    StyleId::Motto,
    StyleId::Parent,
    StyleId::Agency,
    StyleId::Number,
    StyleId::PlaceDate,
    StyleId::Rule,
    StyleId::TypeName,
    StyleId::Subject,
    StyleId::LetterSubject,
    StyleId::Addressee,
    StyleId::AddresseeItem,
    StyleId::Basis,
    StyleId::Body,
    StyleId::Division,
    StyleId::DivisionTitle,
    StyleId::Article,
    StyleId::Roman,
    StyleId::ClauseTitle,
    StyleId::Clause,
    StyleId::PointTitle,
    StyleId::Point,
    StyleId::Dash,
    StyleId::Plus,
    StyleId::TableHead,
    StyleId::TableGroup,
    StyleId::TableCell,
    StyleId::Recipients,
    StyleId::Recipient,
    StyleId::Authority,
    StyleId::SignatureGap,
    StyleId::SignerName,
    StyleId::AnnexLabel,
    StyleId::AnnexTitle,
    StyleId::AnnexAttached,
    StyleId::Urgency,
    StyleId::Circulation,
    StyleId::Contact,
    StyleId::PageNumber,
    StyleId::AfterTable,
];

/// A thin solid line.
pub(super) const THIN: Border = Border {
    eighths: 4,
    space: 1,
    color: Color::Black,
};

/// The style of `id`.
pub(in crate::docx) fn style(id: StyleId) -> Style {
    let (size, bold, italic) = text_of(id);
    Style {
        id,
        paragraph: paragraph_of(id),
        text: TextFormat {
            size: HalfPoints::points(size),
            bold,
            italic,
            color: if id == StyleId::Urgency {
                Color::Red
            } else {
                Color::Black
            },
        },
    }
}

fn text_of(id: StyleId) -> (u16, bool, bool) {
    match id {
        StyleId::Number | StyleId::Parent | StyleId::TableCell => (13, false, false),
        StyleId::NationalName | StyleId::Agency | StyleId::TableHead | StyleId::TableGroup => {
            (13, true, false)
        }
        StyleId::LetterSubject => (12, false, false),
        StyleId::Recipients => (12, true, true),
        StyleId::Recipient | StyleId::Contact => (11, false, false),
        StyleId::PlaceDate | StyleId::Basis | StyleId::AnnexAttached => (14, false, true),
        StyleId::Motto
        | StyleId::TypeName
        | StyleId::Subject
        | StyleId::Division
        | StyleId::DivisionTitle
        | StyleId::Article
        | StyleId::Roman
        | StyleId::ClauseTitle
        | StyleId::PointTitle
        | StyleId::Authority
        | StyleId::SignerName
        | StyleId::AnnexLabel
        | StyleId::AnnexTitle
        | StyleId::Urgency
        | StyleId::Issuer
        | StyleId::Enacting
        | StyleId::Circulation => (14, true, false),
        StyleId::AfterTable | StyleId::Rule => (1, false, false),
        StyleId::Addressee
        | StyleId::AddresseeItem
        | StyleId::Body
        | StyleId::Clause
        | StyleId::Point
        | StyleId::Dash
        | StyleId::Plus
        | StyleId::SignatureGap
        | StyleId::PageNumber
        | StyleId::Giver
        | StyleId::AwardLead
        | StyleId::Awardee
        | StyleId::AwardeeUnit
        | StyleId::Achievement
        | StyleId::AwardDecision
        | StyleId::GoldenBook
        | StyleId::Placed => (14, false, false),
    }
}

fn paragraph_of(id: StyleId) -> ParagraphFormat {
    let body = ParagraphFormat {
        align: Align::Justified,
        first_line: Twips(720),
        before: Twips(120),
        ..NORMAL
    };
    match id {
        StyleId::Rule => ParagraphFormat {
            left: Twips(1000),
            right: Twips(1000),
            line: LineSpacing::Exactly(Twips(80)),
            borders: Borders {
                top: Some(THIN),
                ..Borders::default()
            },
            ..NORMAL
        },
        StyleId::AfterTable => ParagraphFormat {
            line: LineSpacing::Exactly(Twips(20)),
            ..NORMAL
        },
        StyleId::Article | StyleId::Roman | StyleId::ClauseTitle | StyleId::PointTitle => {
            ParagraphFormat {
                keep_next: true,
                keep_lines: true,
                ..body
            }
        }
        StyleId::Basis | StyleId::Body | StyleId::Clause | StyleId::Point | StyleId::Dash => body,
        StyleId::Plus => body,
        StyleId::Recipients | StyleId::Recipient | StyleId::TableCell => NORMAL,
        StyleId::Circulation => ParagraphFormat {
            align: Align::Center,
            left: Twips(6200),
            borders: boxed(Color::Black),
            ..NORMAL
        },
        StyleId::Urgency => ParagraphFormat {
            align: Align::Center,
            borders: boxed(Color::Red),
            ..NORMAL
        },
        StyleId::Contact => ParagraphFormat {
            borders: Borders {
                top: Some(THIN),
                ..Borders::default()
            },
            ..NORMAL
        },
        StyleId::SignatureGap => ParagraphFormat {
            line: LineSpacing::Exactly(Twips(1400)),
            ..NORMAL
        },
        StyleId::NationalName
        | StyleId::Motto
        | StyleId::Parent
        | StyleId::Agency
        | StyleId::Number
        | StyleId::PlaceDate
        | StyleId::TypeName
        | StyleId::Subject
        | StyleId::LetterSubject
        | StyleId::Addressee
        | StyleId::AddresseeItem
        | StyleId::Division
        | StyleId::DivisionTitle
        | StyleId::TableHead
        | StyleId::TableGroup
        | StyleId::Authority
        | StyleId::SignerName
        | StyleId::AnnexLabel
        | StyleId::AnnexTitle
        | StyleId::AnnexAttached
        | StyleId::PageNumber
        | StyleId::Issuer
        | StyleId::Enacting
        | StyleId::Giver
        | StyleId::AwardLead
        | StyleId::Awardee
        | StyleId::AwardeeUnit
        | StyleId::Achievement
        | StyleId::AwardDecision
        | StyleId::GoldenBook
        | StyleId::Placed => ParagraphFormat {
            align: Align::Center,
            ..NORMAL
        },
    }
}

fn boxed(color: Color) -> Borders {
    let side = Some(Border { color, ..THIN });
    Borders {
        top: side,
        bottom: side,
        left: side,
        right: side,
    }
}
