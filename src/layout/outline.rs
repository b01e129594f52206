//! The outline: headings found while pages are filled, joined with their titles and put in depth.

use crate::form::flow::{Paragraph, RunContent};
use crate::form::style::StyleId;
use crate::units::Pt;

use super::page::Bookmark;

/// A heading paragraph in its place.
#[derive(Debug)]
pub(super) struct Heading {
    style: StyleId,
    text: String,
    page: usize,
    y: Pt,
}

/// What a style means for the outline.
pub(super) enum Role {
    /// Opens an entry of this rank; a lower rank encloses a higher one.
    Opens(usize),
    /// Goes on with the entry just opened by this style.
    Continues(StyleId),
    /// Not in the outline.
    None,
}

impl Heading {
    /// The heading that a paragraph is, if it is one.
    pub(super) fn of(paragraph: &Paragraph, style: StyleId, page: usize, y: Pt) -> Option<Heading> {
        let text = text(paragraph);
        let heads = !matches!(role(style), Role::None) && !text.is_empty();
        heads.then_some(Heading {
            style,
            text,
            page,
            y,
        })
    }
}

/// Makes the outline of headings in reading order.
pub(super) fn outline(headings: Vec<Heading>) -> Vec<Bookmark> {
    let mut bookmarks: Vec<Bookmark> = Vec::new();
    let mut ranks: Vec<usize> = Vec::new();
    let mut last = None;
    for heading in headings {
        let follows = last == Some(heading.style);
        let rank = match role(heading.style) {
            Role::None => continue,
            Role::Opens(rank) => Some(rank).filter(|_| !(follows && joins(heading.style))),
            Role::Continues(style) => match last == Some(style) || follows {
                true => None,
                false => continue,
            },
        };
        last = Some(heading.style);
        match (rank, bookmarks.last_mut()) {
            (None, Some(open)) => {
                open.title.push(' ');
                open.title.push_str(&heading.text);
            }
            (None, None) => {}
            (Some(rank), _) => {
                ranks.retain(|&outer| outer < rank);
                bookmarks.push(Bookmark {
                    depth: ranks.len(),
                    title: heading.text,
                    page: heading.page,
                    y: heading.y,
                });
                ranks.push(rank);
            }
        }
    }
    bookmarks
}

/// True for a heading that may be set as several paragraphs of its style.
fn joins(style: StyleId) -> bool {
    matches!(style, StyleId::TypeName)
}

/// What a paragraph of a style is in the outline.
pub(super) fn role(style: StyleId) -> Role {
    match style {
        StyleId::TypeName | StyleId::AnnexLabel => Role::Opens(0),
        StyleId::Subject => Role::Continues(StyleId::TypeName),
        StyleId::AnnexTitle => Role::Continues(StyleId::AnnexLabel),
        StyleId::Division => Role::Opens(1),
        StyleId::DivisionTitle => Role::Continues(StyleId::Division),
        StyleId::Article | StyleId::Roman => Role::Opens(2),
        StyleId::ClauseTitle => Role::Opens(3),
        StyleId::PointTitle => Role::Opens(4),
        StyleId::NationalName
        | StyleId::Motto
        | StyleId::Parent
        | StyleId::Agency
        | StyleId::Number
        | StyleId::PlaceDate
        | StyleId::Rule
        | StyleId::LetterSubject
        | StyleId::Addressee
        | StyleId::AddresseeItem
        | StyleId::Basis
        | StyleId::Body
        | StyleId::Clause
        | StyleId::Point
        | StyleId::Dash
        | StyleId::Plus
        | StyleId::TableHead
        | StyleId::TableGroup
        | StyleId::TableCell
        | StyleId::Recipients
        | StyleId::Recipient
        | StyleId::Authority
        | StyleId::SignatureGap
        | StyleId::SignerName
        | StyleId::AnnexAttached
        | StyleId::Urgency
        | StyleId::Circulation
        | StyleId::Contact
        | StyleId::PageNumber
        | StyleId::AfterTable
        | StyleId::Issuer
        | StyleId::Enacting
        | StyleId::Giver
        | StyleId::AwardLead
        | StyleId::Awardee
        | StyleId::AwardeeUnit
        | StyleId::Achievement
        | StyleId::AwardDecision
        | StyleId::GoldenBook
        | StyleId::Placed => Role::None,
    }
}

/// The text of a paragraph, spaces folded.
pub(super) fn text(paragraph: &Paragraph) -> String {
    let mut text = String::new();
    for run in &paragraph.runs {
        match &run.content {
            RunContent::Text(content) => text.push_str(content),
            RunContent::LineBreak => text.push(' '),
            RunContent::PageNumber => {}
        }
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ")
}
