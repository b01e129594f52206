//! A paper in the Decree's own terms: its components (thành phần thể thức, Điều 8), and no layout.
//!
//! `compose` makes a [`Document`], `form` lays it out.

pub mod body;
pub mod certificate;
pub mod dump;
pub mod inline;
pub mod kind;
pub mod letterhead;
pub mod signature;

use chrono::NaiveDate;

use body::Body;
use inline::Inlines;
use kind::Kind;
use letterhead::Letterhead;
use signature::Signature;

/// A paper with all its components.
#[derive(Clone, Debug)]
pub struct Document {
    /// Which of the 29 types.
    pub kind: Kind,
    /// Agency, number and symbol, place and date (ô 2, 3, 4). Quốc hiệu and Tiêu ngữ are law.
    pub letterhead: Letterhead,
    /// Urgency and circulation (ô 10b, 11).
    pub marks: Marks,
    /// Trích yếu (ô 5).
    pub subject: Inlines,
    /// Kính gửi (ô 9a); empty if the type has none.
    pub addressees: Vec<Inlines>,
    /// What a paper with a deciding formula says of it (Mẫu 1.1-1.3); none of any other type.
    pub enactment: Option<Enactment>,
    /// Căn cứ lines, each ending `;`, the last `.`.
    pub bases: Vec<Inlines>,
    /// Nội dung (ô 6), closed by `./.`.
    pub body: Body,
    /// Nơi nhận (ô 9b); a list has none.
    pub recipients: Option<Recipients>,
    /// Quyền hạn, chức vụ, họ tên (ô 7).
    pub signature: Signature,
    /// Who signs a list beside its signer, from the left: who made it, the accountant; other papers
    /// have Nơi nhận there.
    pub co_signers: Vec<Signature>,
    /// Phụ lục, in order.
    pub annexes: Vec<Annex>,
    /// Address lines at the foot of page 1 (ô 13); may be empty.
    pub contact: Vec<String>,
    /// For the files' metadata.
    pub meta: Meta,
}

/// Marks besides the main components.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// Mức độ khẩn.
    pub urgency: Option<Urgency>,
    /// Chỉ dẫn phạm vi lưu hành.
    pub circulation: Option<Circulation>,
}

/// Dấu chỉ mức độ khẩn (Phụ lục I, phần I, mục III.2.b).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Urgency {
    /// KHẨN.
    Urgent,
    /// THƯỢNG KHẨN.
    VeryUrgent,
    /// HỎA TỐC.
    Express,
}

/// Chỉ dẫn phạm vi lưu hành (mục III.2.c).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Circulation {
    /// XEM XONG TRẢ LẠI.
    Return,
    /// LƯU HÀNH NỘI BỘ.
    Internal,
}

/// Nơi nhận (ô 9b, 12).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recipients {
    /// Note after the words, such as `VBĐT`.
    pub note: Option<String>,
    /// Lines without dash and final mark, in order, without the archive line.
    pub lines: Vec<Inlines>,
    /// What stands after `Lưu:`, such as `VT, NV`.
    pub archive: String,
}

/// Who decides, and the words that lead over to what is decided (Mẫu 1.1-1.3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enactment {
    /// Thẩm quyền ban hành, printed in capitals: `Chủ tịch Ủy ban nhân dân huyện Vạn Ninh`.
    pub issuer: Inlines,
    /// `QUYẾT ĐỊNH:` or `QUYẾT NGHỊ:`.
    pub order: &'static str,
}

/// What stands above the title of an annex.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AnnexLabel {
    /// `Phụ lục`, with a Roman number if there are several (Phụ lục I, phần I, mục III.1).
    Annex(Option<String>),
    /// The type of what is attached to a decision, in capitals: `DANH SÁCH`.
    Attached(&'static str),
}

/// What follows a paper: a phụ lục (Phụ lục I, phần I, mục III.1) or an attached list.
#[derive(Clone, Debug)]
pub struct Annex {
    /// What stands above the title.
    pub label: AnnexLabel,
    /// Title; that of a phụ lục is printed in capitals.
    pub title: Inlines,
    /// `(Kèm theo …)`, with its brackets.
    pub attached_to: String,
    /// True for A4 landscape.
    pub landscape: bool,
    /// Content, closed by `./.`.
    pub body: Body,
}

/// Metadata of the files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meta {
    /// Title shown by viewers.
    pub title: String,
    /// Trích yếu as plain text.
    pub subject: String,
    /// Issuing agency.
    pub author: String,
    /// Date of the document, for the time stamps; never the clock.
    pub date: Option<NaiveDate>,
}
