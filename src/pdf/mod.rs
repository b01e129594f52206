//! Pages as PDF: PDF/A-2a for archives and PDF/UA-1 for every reader.
//!
//! 1. `draw` turns every page into printpdf's operations, marked by their elements; printpdf makes the
//!    content of the page of them (`content`).
//! 2. `font` cuts the used glyphs out of each used face; printpdf makes the objects of the font, of
//!    which `font` puts right what it leaves open.
//! 3. `tree` makes the structure, `field` the signature fields, `outline` the bookmarks, `meta` the
//!    information, `icc` what the colours mean; `body` puts them together for a paper.
//! 4. `paper` writes the file of one paper, `print` that of many papers for print, both through `object`
//!    (objects as bytes) and `file` (bytes and where they are).
//!
//! printpdf's own files are neither archives nor tagged, and making each anew, with its fonts, takes
//! four times as long; so files are put together here, and what files have in common is made once.
//!
//! The same pages give the same bytes, in any thread and order: nothing here reads the clock or a
//! counter of the process.

mod body;
mod cache;
mod content;
mod draw;
mod field;
mod file;
mod font;
mod icc;
mod meta;
mod object;
mod outline;
mod paper;
mod print;
mod shared;
#[cfg(test)]
mod tests;
mod tree;

use anyhow::Result;

use crate::layout::page::Pages;

pub use content::{Drawn, draw};
pub use paper::Writer;
pub use print::{Letter, PrintFile};

/// Writes pages as a PDF file.
///
/// # Errors
///
/// If a face has no glyph for a character of the text (papers are checked with
/// [`crate::fonts::missing`] before they are laid out), or if the PDF cannot be put together.
pub fn write(pages: &Pages) -> Result<Vec<u8>> {
    Writer::default().write(&draw(pages)?)
}
