//! The four faces of Liberation Serif: widths, line metrics, coverage, and their bytes.
//!
//! Liberation Serif has the advance widths of Times New Roman, so what is measured here holds for
//! the DOCX, too.

/// A face.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Face {
    /// Upright.
    Regular,
    /// Upright bold.
    Bold,
    /// Italic.
    Italic,
    /// Bold italic.
    BoldItalic,
}
