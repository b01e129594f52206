//! A paper in the Decree's terms: which words of the file are which component. Nothing is judged here.
//!
//! What was not found is [`Found::Missing`]; what may be something else is a [`Found::Guess`] with its
//! reason, so that a rule can ask instead of claim. Components are [`Piece`]s, stretches of the text of
//! paragraphs, because a clerk may type two of them on one line with a tab between.

mod body;
mod dump;
mod found;
mod frame;

pub use body::{Annex, Attached, BodyLine, Level, Role};
pub use dump::dump;
pub use found::{Found, Piece};
pub use frame::{
    Addressees, Arrangement, Letterhead, Mark, MarkKind, PageNumber, Recipients, RuleLine,
    RuleSource, Signature, Title,
};

use super::facts::{ParagraphId, SectionId};
use crate::document::kind::Kind;

/// The papers of a file, in their order.
#[derive(Clone, Debug, PartialEq)]
pub struct Papers {
    /// The only one of almost every file.
    pub first: Paper,
    /// Those behind it.
    pub others: Vec<Paper>,
    /// Number of further ones that were not looked into.
    pub more: usize,
}

/// A paper of a file, with its annexes and the documents issued with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Paper {
    /// Under which rules it was written.
    pub regime: Found<Regime>,
    /// Which of the 29 types it is, or a list. A guess if only the symbol or the words of the text say
    /// so.
    pub kind: Found<Kind>,
    /// Head of the paper.
    pub letterhead: Letterhead,
    /// Urgency, circulation, secrecy, draft.
    pub marks: Vec<Mark>,
    /// Type and subject.
    pub title: Title,
    /// `Kính gửi:` and those named there.
    pub addressees: Option<Addressees>,
    /// The line of who decides, `CHỦ TỊCH ỦY BAN NHÂN DÂN …`, before the căn cứ.
    pub issuer: Found<Piece>,
    /// Căn cứ, `Theo đề nghị …`, `Xét …`, one a paragraph.
    pub bases: Vec<ParagraphId>,
    /// `QUYẾT ĐỊNH:`, `QUYẾT NGHỊ:`.
    pub enacting: Found<Piece>,
    /// The text between head and foot, line by line; blank paragraphs and the words in tables are not
    /// here.
    pub body: Vec<BodyLine>,
    /// `Nơi nhận:` and those named there.
    pub recipients: Option<Recipients>,
    /// Signature blocks from the left; biên bản and hợp đồng have two or more.
    pub signatures: Vec<Signature>,
    /// Address of the agency (ô 13).
    pub contact: Found<Piece>,
    /// Page number.
    pub page_number: Found<PageNumber>,
    /// Phụ lục.
    pub annexes: Vec<Annex>,
    /// First and last of the sections that it stands in.
    pub sections: (SectionId, SectionId),
    /// Documents issued with it: quy chế, quy định …
    pub attached: Vec<Attached>,
    /// What each paragraph of the file is, by [`ParagraphId`]; of one that holds two components the
    /// first.
    pub roles: Vec<Role>,
}

/// Under which rules a paper was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Regime {
    /// Administrative documents by Decree 30/2020/NĐ-CP.
    Administrative,
    /// Copies by the same Decree: sao y, sao lục, trích sao (Phụ lục I, phần II).
    Copy,
    /// Documents of the Party, which have rules of their own.
    Party,
    /// Legal normative documents (văn bản quy phạm pháp luật).
    Normative,
    /// No office paper at all: nothing of the frame was found.
    Other,
}

impl Papers {
    /// All that were looked into.
    pub fn iter(&self) -> impl Iterator<Item = &Paper> {
        [&self.first].into_iter().chain(&self.others)
    }

    /// What a paragraph is in the paper that it belongs to.
    pub fn role(&self, paragraph: ParagraphId) -> Role {
        let roles = self.iter().map(|paper| paper.role(paragraph));
        let mut known = roles.filter(|role| *role != Role::Other);
        known.next().unwrap_or(Role::Other)
    }
}

impl Paper {
    /// Where its head stands, as far as one was found.
    pub fn head(&self) -> Option<ParagraphId> {
        let head = &self.letterhead;
        let found = [&head.national_name, &head.number, &head.agency];
        let mut pieces = found.into_iter().filter_map(Found::get);
        pieces.find_map(Piece::paragraph)
    }

    /// What a paragraph is.
    pub fn role(&self, paragraph: ParagraphId) -> Role {
        self.roles.get(paragraph.0).copied().unwrap_or(Role::Other)
    }
}
