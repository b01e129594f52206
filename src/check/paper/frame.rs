//! The frame of a paper: letterhead, marks, title, addressees, recipients, signatures, page number.

use super::{Found, Piece};
use crate::check::facts::{FieldKind, MarginId, ParagraphId, ShapeId, Span, TableId};
use crate::units::Pt;

/// Head of a paper (ô 1-4).
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Letterhead {
    /// How it was typed.
    pub arrangement: Found<Arrangement>,
    /// Quốc hiệu.
    pub national_name: Found<Piece>,
    /// Tiêu ngữ.
    pub motto: Found<Piece>,
    /// Line under Tiêu ngữ.
    pub motto_rule: Found<RuleLine>,
    /// Cơ quan chủ quản.
    pub parent: Found<Piece>,
    /// Issuing agency; of a paper of several agencies all of them.
    pub agency: Found<Piece>,
    /// Line under the agency.
    pub agency_rule: Found<RuleLine>,
    /// Số, ký hiệu.
    pub number: Found<Piece>,
    /// Địa danh, ngày tháng năm.
    pub place_date: Found<Piece>,
}

/// How two columns were typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrangement {
    /// A table.
    Table(TableId),
    /// Tabs or spaces in one paragraph.
    Tabs,
    /// Text boxes or frames.
    Boxes,
    /// A section of two columns.
    Columns,
    /// One below the other.
    Stacked,
}

/// A line under a component.
#[derive(Clone, Debug, PartialEq)]
pub struct RuleLine {
    /// Its length.
    pub length: Pt,
    /// Distance of its middle from the middle of the words above; positive is right of it. `None` if
    /// the file does not say.
    pub offset: Option<Pt>,
    /// True for an unbroken line.
    pub solid: bool,
    /// What makes it.
    pub source: RuleSource,
}

/// What makes a line.
#[derive(Clone, Debug, PartialEq)]
pub enum RuleSource {
    /// Border of a paragraph: of the words above, or of an empty one below.
    Border(ParagraphId),
    /// A drawn line.
    Shape(ShapeId),
    /// Underscores, dashes or the like.
    Characters(Span),
    /// Underlined text; no line of its own.
    Underline(Span),
    /// Border of a cell: below the words, or above an empty cell under them.
    Cell(TableId),
}

/// A mark of urgency, circulation, secrecy, or of a draft.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Which.
    pub kind: MarkKind,
    /// Its words.
    pub piece: Piece,
    /// True if it is boxed.
    pub boxed: bool,
}

/// Kinds of marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkKind {
    /// HỎA TỐC, THƯỢNG KHẨN, KHẨN.
    Urgency,
    /// XEM XONG TRẢ LẠI, LƯU HÀNH NỘI BỘ.
    Circulation,
    /// TUYỆT MẬT, TỐI MẬT, MẬT.
    Secrecy,
    /// DỰ THẢO, which the Decree does not know.
    Draft,
}

/// Type and subject (ô 5).
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Title {
    /// Tên loại.
    pub type_name: Found<Piece>,
    /// Trích yếu under the type.
    pub subject: Found<Piece>,
    /// Line under the subject.
    pub subject_rule: Found<RuleLine>,
    /// Trích yếu of a công văn (V/v).
    pub letter_subject: Found<Piece>,
}

/// `Kính gửi:` (ô 9a).
#[derive(Clone, Debug, PartialEq)]
pub struct Addressees {
    /// The words `Kính gửi:` themselves.
    pub label: Piece,
    /// Those named, one an item; a single one stands behind the label.
    pub items: Vec<Piece>,
}

/// `Nơi nhận:` (ô 9b).
#[derive(Clone, Debug, PartialEq)]
pub struct Recipients {
    /// The words `Nơi nhận:` themselves.
    pub label: Piece,
    /// Its lines, `- Lưu` included, one an item.
    pub items: Vec<Piece>,
    /// Which of them is `- Lưu`.
    pub archive: Option<usize>,
    /// Drafter code and number of copies (ô 12), if it stands behind.
    pub drafter: Found<Piece>,
}

/// A signature block (ô 7).
#[derive(Clone, Debug, PartialEq)]
pub struct Signature {
    /// Quyền hạn, chức vụ: one piece a line, `TM. …`, `KT. …`, post.
    pub authority: Vec<Piece>,
    /// Họ và tên.
    pub name: Found<Piece>,
    /// Paragraphs between post and name, without words.
    pub gap: Vec<ParagraphId>,
}

/// Page number.
#[derive(Clone, Debug, PartialEq)]
pub struct PageNumber {
    /// The header or footer that it stands in.
    pub margin: MarginId,
    /// The paragraph.
    pub paragraph: ParagraphId,
    /// Bytes and kind of the field; `None` for a number typed by hand.
    pub field: Option<(FieldKind, Span)>,
}
