//! Pages as PDF, through printpdf: PDF/A-2a for archives and PDF/UA-1 for every reader.
//!
//! 1. `font` cuts the used glyphs out of each used face.
//! 2. `draw` turns every page into printpdf's operations, marked by their elements.
//! 3. printpdf makes the document's objects; `finish` puts right what it leaves open (exact widths,
//!    language, identifier), `tree` adds the structure, `field` the signature fields, `outline` the
//!    bookmarks, `meta` the information and `icc` what the colours mean.
//!
//! The same pages give the same bytes, in any thread and order: nothing here reads the clock or a
//! counter of the process.

mod draw;
mod field;
mod finish;
mod font;
mod icc;
mod meta;
mod outline;
#[cfg(test)]
mod tests;
mod tree;

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
    let mut marks = Vec::new();
    let drawn = pages.pages.iter().map(|page| {
        let drawn = draw::page(page, &pages.structure);
        marks.push(drawn.marks);
        drawn.page
    });
    let drawn = drawn.collect();
    let document = PdfDocument {
        metadata: PdfMetadata::default(),
        resources: PdfResources {
            fonts: fonts.resources(),
            ..PdfResources::default()
        },
        bookmarks: Default::default(),
        pages: drawn,
    };
    let mut warnings = Vec::new();
    let objects = document.to_lopdf_document(&PdfSaveOptions::default(), &mut warnings);
    if let Some(warning) = warnings.first() {
        bail!("printpdf: {}", warning.msg);
    }
    finish::finish(objects, pages, &fonts, &marks)
}
