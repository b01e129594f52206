//! Headers and footers: parts of their own, those alike made one.
//!
//! Every section names all four of its headers and footers, because one that it leaves out would be taken
//! from the section before (ECMA-376 part 1, 17.10.5): an annex would print the address of the first page.

use anyhow::Result;
use docx_rs::{BuildXML, Footer, Header};

use super::finish::{self, Missing};
use super::paragraph::paragraph;
use super::style::Sheet;
use crate::form::flow::{Paragraph, Section};

/// The finished headers and footers of a paper.
#[derive(Debug, Default)]
pub(super) struct Margins {
    /// `word/header1.xml` and so on. The first is related as `rIdH1`.
    pub(super) headers: Vec<Vec<u8>>,
    /// `word/footer1.xml` and so on. The first is related as `rIdF1`.
    pub(super) footers: Vec<Vec<u8>>,
    /// The relationships of each section.
    pub(super) references: Vec<References>,
}

/// The relationships of a section to its headers and footers.
#[derive(Clone, Debug)]
pub(super) struct References {
    /// Of every page but the first.
    pub(super) header: String,
    /// Of the first page.
    pub(super) first_header: String,
    /// Of every page but the first.
    pub(super) footer: String,
    /// Of the first page.
    pub(super) first_footer: String,
}

impl Margins {
    /// The headers and footers of `sections`.
    pub(super) fn new(sections: &[Section], sheet: &Sheet) -> Result<Margins> {
        let mut margins = Margins::default();
        for section in sections {
            let references = References {
                header: margins.header(std::slice::from_ref(&section.header), sheet)?,
                first_header: margins.header(&section.first_header, sheet)?,
                footer: margins.footer(&[], sheet)?,
                first_footer: margins.footer(&section.first_footer, sheet)?,
            };
            margins.references.push(references);
        }
        Ok(margins)
    }

    /// The relationship of a header with these paragraphs; headers alike are one part.
    fn header(&mut self, paragraphs: &[Paragraph], sheet: &Sheet) -> Result<String> {
        let mut missing = Missing::default();
        let mut header = Header::new();
        for content in filled(paragraphs, sheet)? {
            header = header.add_paragraph(paragraph(&content, sheet, &mut missing)?);
        }
        let part = finish::part(&header.build(), &missing)?;
        Ok(format!("rIdH{}", number(&mut self.headers, part)))
    }

    /// As [`Margins::header`], for a footer.
    fn footer(&mut self, paragraphs: &[Paragraph], sheet: &Sheet) -> Result<String> {
        let mut missing = Missing::default();
        let mut footer = Footer::new();
        for content in filled(paragraphs, sheet)? {
            footer = footer.add_paragraph(paragraph(&content, sheet, &mut missing)?);
        }
        let part = finish::part(&footer.build(), &missing)?;
        Ok(format!("rIdF{}", number(&mut self.footers, part)))
    }
}

/// A header or footer must hold a paragraph (ECMA-376 part 1, 17.10.4, CT_HdrFtr).
fn filled(paragraphs: &[Paragraph], sheet: &Sheet) -> Result<Vec<Paragraph>> {
    Ok(if paragraphs.is_empty() {
        vec![sheet.gap()?]
    } else {
        paragraphs.to_vec()
    })
}

/// The number of `part` among `parts`, from 1; added if it is new.
fn number(parts: &mut Vec<Vec<u8>>, part: Vec<u8>) -> usize {
    match parts.iter().position(|known| *known == part) {
        Some(index) => index + 1,
        None => {
            parts.push(part);
            parts.len()
        }
    }
}
