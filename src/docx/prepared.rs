//! What the letters of a batch share (styles, settings, headers, footers), made and packed once.
//!
//! A flow that shares less is written all the same: then everything is made anew. So every paper goes
//! one way, and its bytes do not depend on the paper before.

use anyhow::Result;

use super::finish::package::{Package, Shared};
use super::margin::{Margins, References};
use super::section;
use super::style::Sheet;
use crate::form::flow::{Flow, Paragraph, Section, Style};

/// A writer of flows that differ in their text alone.
pub struct Prepared {
    styles: Vec<Style>,
    author: String,
    frames: Vec<Frame>,
    references: Vec<References>,
    package: Package,
}

/// What stands in the margins of a section.
#[derive(Clone, Debug, PartialEq)]
struct Frame {
    header: Paragraph,
    first_header: Vec<Paragraph>,
    first_footer: Vec<Paragraph>,
}

impl Prepared {
    /// Makes all that flows like `flow` share.
    ///
    /// # Errors
    ///
    /// As [`write`](super::write()).
    pub fn new(flow: &Flow) -> Result<Prepared> {
        let sheet = Sheet::new(&flow.styles)?;
        let margins = Margins::new(&flow.sections, &sheet)?;
        Ok(Prepared {
            styles: flow.styles.clone(),
            author: flow.meta.author.clone(),
            frames: flow.sections.iter().map(Frame::of).collect(),
            package: Package::new(&Shared {
                author: &flow.meta.author,
                styles: &sheet.part()?,
                headers: &margins.headers,
                footers: &margins.footers,
            })?,
            references: margins.references,
        })
    }

    /// The bytes of the DOCX of any `flow`; quickly, if it shares what was prepared.
    ///
    /// # Errors
    ///
    /// As [`write`](super::write()).
    pub fn write(&self, flow: &Flow) -> Result<Vec<u8>> {
        if !self.fits(flow) {
            return super::write(flow);
        }
        let sheet = Sheet::new(&self.styles)?;
        let document = section::document(&flow.sections, &sheet, &self.references)?;
        self.package.pack(&flow.meta, &document)
    }

    /// True if all that was prepared is right for `flow` too.
    fn fits(&self, flow: &Flow) -> bool {
        let frames = || self.frames.iter().zip(&flow.sections);
        self.author == flow.meta.author
            && self.styles == flow.styles
            && self.frames.len() == flow.sections.len()
            && frames().all(|(frame, section)| frame.fits(section))
    }
}

impl Frame {
    fn of(section: &Section) -> Frame {
        Frame {
            header: section.header.clone(),
            first_header: section.first_header.clone(),
            first_footer: section.first_footer.clone(),
        }
    }

    fn fits(&self, section: &Section) -> bool {
        self.header == section.header
            && self.first_header == section.first_header
            && self.first_footer == section.first_footer
    }
}
