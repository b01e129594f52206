//! Pages as PDF, through printpdf.
//!
//! 1. `font` cuts the used glyphs out of each used face.
//! 2. `draw` turns every page into printpdf's operations.
//! 3. printpdf makes the document's objects; `finish` puts right what it leaves open (exact widths,
//!    information, language, identifier), `outline` adds the bookmarks.
//!
//! The same pages give the same bytes, in any thread and order: nothing here reads the clock or a
//! counter of the process.

mod draw;
mod finish;
mod font;
mod meta;
mod outline;
#[cfg(test)]
mod tests;

use anyhow::{Result, bail};
use printpdf::{PdfDocument, PdfMetadata, PdfResources, PdfSaveOptions};

use crate::layout::page::Pages;

use font::Fonts;

/// Writes pages as a PDF file.
///
/// # Errors
///
/// If a face has no glyph for a character of the text (papers are checked with
/// [`crate::fonts::missing`] before they are laid out), or if the PDF cannot be put together.
pub fn write(pages: &Pages) -> Result<Vec<u8>> {
    let fonts = Fonts::of(pages)?;
    let document = PdfDocument {
        metadata: PdfMetadata::default(),
        resources: PdfResources {
            fonts: fonts.resources(),
            ..PdfResources::default()
        },
        bookmarks: Default::default(),
        pages: pages.pages.iter().map(draw::page).collect(),
    };
    let mut warnings = Vec::new();
    let objects = document.to_lopdf_document(&PdfSaveOptions::default(), &mut warnings);
    if let Some(warning) = warnings.first() {
        bail!("printpdf: {}", warning.msg);
    }
    finish::finish(objects, pages, &fonts)
}
