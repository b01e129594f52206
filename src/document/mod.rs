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
    /// Căn cứ lines, each ending `;`, the last `.`.
    pub bases: Vec<Inlines>,
    /// Nội dung (ô 6), closed by `./.`.
    pub body: Body,
    /// Nơi nhận (ô 9b); a list has none.
    pub recipients: Option<Recipients>,
    /// Quyền hạn, chức vụ, họ tên (ô 7).
    pub signature: Signature,
    /// Who made a list, who signs it on the left; other papers have Nơi nhận there.
    pub preparer: Option<Signature>,
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

/// A phụ lục (Phụ lục I, phần I, mục III.1).
#[derive(Clone, Debug)]
pub struct Annex {
    /// Roman number; none if it is the only one.
    pub number: Option<String>,
    /// Title, printed in capitals.
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
