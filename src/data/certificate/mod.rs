//! Certificates of a dossier: which are printed, by which layout, on which blank.
//!
//! 1. `layout` is the layout file, `blank` the profile of a blank on one printer.
//! 2. `pattern` takes the texts of a layout apart.
//! 3. `read` finds both files of every entry under `giay_khen`, checks them against each other and
//!    puts them together.

pub mod blank;
pub mod colour;
pub mod layout;
pub mod pattern;
mod read;
#[cfg(test)]
mod tests;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::diag::Place;

use super::awards::Certificate;
use super::value::Text;
use blank::Blank;
use layout::{Doubt, FieldSpec, PaperSize};
use pattern::Part;

pub(super) use read::read;

/// The key that asks for the calibration sheets.
pub const CALIBRATION: &str = "to_can_chinh";

/// An entry under `giay_khen`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(
    rename = "giay_khen",
    description = "Một loại giấy khen, bằng chứng nhận; số, ngày, người ký và số sổ vàng lấy từ quyết định"
)]
pub struct Run {
    /// The layout.
    #[serde(rename = "mau", default)]
    #[schemars(
        description = "Tên mẫu: giay-khen, chung-nhan, tệp .yaml cùng tên trong thư mục mau của hồ sơ, hoặc đường dẫn đến tệp .yaml; bỏ trống thì lấy khóa, đổi _ thành -"
    )]
    pub layout: Option<Text>,
    /// The decision, if only one of several is meant.
    #[serde(rename = "quyet_dinh", default)]
    #[schemars(
        description = "Khóa của quyết định dưới van_ban; bỏ trống là mọi quyết định khen thưởng của hồ sơ"
    )]
    pub decision: Option<Text>,
    /// The blank; none prints everything on white paper.
    #[serde(rename = "phoi", default)]
    #[schemars(
        description = "Tệp phôi (.yaml), tính từ thư mục hồ sơ; bỏ trống là in đủ chữ trên giấy trắng"
    )]
    pub blank: Option<Text>,
}

/// Certificates of one kind: an entry with its layout and its blank.
#[derive(Clone, Debug, PartialEq)]
pub struct Certificates {
    /// Its key under `giay_khen`.
    pub key: String,
    /// Where its entry is.
    pub place: Place,
    /// The decision that is meant; none for all.
    pub decision: Option<String>,
    /// Name of the layout.
    pub layout_name: String,
    /// From when on the rules of the layout are in doubt.
    pub doubt: Option<Doubt>,
    /// Which awards get one.
    pub certifies: Certificate,
    /// The paper.
    pub paper: PaperSize,
    /// The texts, as they are on the blank.
    pub fields: Vec<CertificateField>,
    /// The blank.
    pub blank: Option<Blank>,
}

impl CertificateField {
    /// The columns of the award table that it is from.
    pub fn columns(&self) -> impl Iterator<Item = &'static str> + '_ {
        let columns = |part: &Part| match part {
            Part::Words(_) => &[][..],
            Part::Data(name) => name.columns(),
        };
        self.parts.iter().flat_map(columns).copied()
    }
}

/// A text of a certificate.
#[derive(Clone, Debug, PartialEq)]
pub struct CertificateField {
    /// Its key in the layout.
    pub name: String,
    /// What it says.
    pub parts: Vec<Part>,
    /// Place and looks, with what the blank changes.
    pub spec: FieldSpec,
    /// True if the blank has it already.
    pub preprinted: bool,
}
