//! A certificate: Giấy khen, or the bằng of a Chiến sĩ thi đua cơ sở (Điều 104 Nghị định
//! 98/2023/NĐ-CP). Not a paper of Decree 30: a set of texts that a layout puts at fixed places.

use super::Meta;

/// The certificate of one awardee.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    /// Its texts, in order of reading; those without words are left out.
    pub fields: Vec<Field>,
    /// For the files' metadata.
    pub meta: Meta,
}

/// One of its texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Name of the field in the layout: `thanh_tich`.
    pub name: String,
    /// Its text; several lines stay lines, one may be broken.
    pub lines: Vec<String>,
}
