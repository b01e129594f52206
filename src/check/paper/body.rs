//! The text of a paper, its annexes, and the role of every paragraph.

use super::{Found, Piece, Title};
use crate::check::facts::{ParagraphId, Span};
use crate::document::kind::Kind;

/// A line of the text.
#[derive(Clone, Debug, PartialEq)]
pub struct BodyLine {
    /// The paragraph.
    pub paragraph: ParagraphId,
    /// Where it stands in the outline; `None` for running text.
    pub level: Option<Level>,
    /// Its number or sign as printed, `Điều 1.`, `a)`, `-`, without white space around.
    pub label: Option<Span>,
    /// The words behind the label.
    pub content: Span,
    /// True if it is the title of a Phần, Chương, Mục or Tiểu mục on the line above.
    pub title_of_above: bool,
}

/// Levels of the outline (Phụ lục I, phần I, mục II.6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// `Phần I`.
    Part,
    /// `Chương I`.
    Chapter,
    /// `Mục 1`.
    Section,
    /// `Tiểu mục 1`.
    Subsection,
    /// `Điều 1.`
    Article,
    /// `I.`
    Roman,
    /// `1.`
    Clause,
    /// `1.1.` and deeper, which the Decree does not know.
    Nested,
    /// `a)`
    Point,
    /// `-`
    Dash,
    /// `+`
    Plus,
    /// `•` and other bullets.
    Bullet,
}

/// An annex (phụ lục).
#[derive(Clone, Debug, PartialEq)]
pub struct Annex {
    /// `Phụ lục I`.
    pub label: Piece,
    /// Its number as printed, if it has one.
    pub number: Option<Span>,
    /// Title.
    pub title: Found<Piece>,
    /// `(Kèm theo …)`.
    pub attached: Found<Piece>,
    /// Its text.
    pub body: Vec<BodyLine>,
    /// Paragraphs of the file that it covers: the first, and the one behind the last.
    pub extent: (ParagraphId, ParagraphId),
}

/// A document issued with the paper: quy chế, quy định, kế hoạch.
#[derive(Clone, Debug, PartialEq)]
pub struct Attached {
    /// Its type.
    pub kind: Option<Kind>,
    /// Type, subject and line.
    pub title: Title,
    /// `(Kèm theo Quyết định …)`.
    pub attached: Found<Piece>,
    /// Its text.
    pub body: Vec<BodyLine>,
    /// Paragraphs of the file that it covers: the first, and the one behind the last.
    pub extent: (ParagraphId, ParagraphId),
}

/// What a paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Quốc hiệu.
    NationalName,
    /// Tiêu ngữ.
    Motto,
    /// Nothing but a line.
    Rule,
    /// Cơ quan chủ quản.
    Parent,
    /// Issuing agency.
    Agency,
    /// Số, ký hiệu.
    Number,
    /// Địa danh, ngày tháng năm.
    PlaceDate,
    /// Urgency, circulation, secrecy, draft.
    Mark,
    /// Tên loại.
    TypeName,
    /// Trích yếu under the type.
    Subject,
    /// Trích yếu of a công văn.
    LetterSubject,
    /// `Kính gửi:` and those named.
    Addressee,
    /// Who decides.
    Issuer,
    /// Căn cứ.
    Basis,
    /// `QUYẾT ĐỊNH:`.
    Enacting,
    /// A line of the text.
    Body,
    /// In a table of the text.
    Table,
    /// `Nơi nhận:`.
    RecipientsLabel,
    /// A recipient, or `- Lưu`.
    Recipient,
    /// Quyền hạn, chức vụ.
    Authority,
    /// Họ và tên.
    SignerName,
    /// `Phụ lục I`.
    AnnexLabel,
    /// Title of an annex.
    AnnexTitle,
    /// `(Kèm theo …)`.
    AnnexAttached,
    /// Address of the agency.
    Contact,
    /// Page number.
    PageNumber,
    /// Another line of a header or footer.
    Margin,
    /// A footnote or endnote.
    Note,
    /// Nothing printed.
    Blank,
    /// Not recognised.
    Other,
}
