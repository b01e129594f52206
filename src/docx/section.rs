//! The sections: their blocks, their page set-up, the names of their headers and footers.
//!
//! A section's properties stand in its last paragraph, those of the last section at the end of the body.

use anyhow::Result;
use docx_rs::{
    BuildXML, Document, DocumentChild, FooterReference, FrameProperty, HeaderReference, PageMargin,
    PageNumType, PageOrientationType, PageSize, SectionProperty, SectionType,
};

use super::finish::{self, Missing};
use super::margin::References;
use super::paragraph::paragraph;
use super::style::Sheet;
use super::table::table;
use super::units;
use crate::form::flow::{Block, Frame, PageSetup, Paragraph, Section};
use crate::units::Twips;

/// `word/document.xml`; `margins` has the references of each section.
pub(super) fn document(
    sections: &[Section],
    sheet: &Sheet,
    margins: &[References],
) -> Result<Vec<u8>> {
    let mut missing = Missing::default();
    let mut document = Document::new();
    for (index, (section, references)) in sections.iter().zip(margins).enumerate() {
        let mut children = blocks(&section.blocks, sheet, &mut missing)?;
        let mut property = properties(&section.page, references)?;
        if index > 0 {
            property.section_type = Some(SectionType::NextPage);
        }
        if index + 1 == sections.len() {
            document.section_property = property;
        } else if let Some(DocumentChild::Paragraph(last)) = children.last_mut() {
            last.property.section_property = Some(property);
        }
        document.children.append(&mut children);
    }
    finish::part(&document.build(), &missing)
}

/// The content; always ends in a paragraph. Between tables, and after a last one, there must be a
/// paragraph: Word joins tables that touch, and repairs a body that ends in one.
fn blocks(blocks: &[Block], sheet: &Sheet, missing: &mut Missing) -> Result<Vec<DocumentChild>> {
    let mut children = Vec::with_capacity(blocks.len() + 1);
    let mut open = blocks.is_empty();
    for block in blocks {
        match block {
            Block::Paragraph(content) => {
                children.push(child(content, sheet, missing)?);
                open = false;
            }
            Block::Table(content) => {
                if open {
                    children.push(child(&sheet.gap()?, sheet, missing)?);
                }
                children.push(DocumentChild::Table(Box::new(table(
                    content, sheet, missing,
                )?)));
                open = true;
            }
            Block::Frame(content) => {
                children.push(framed(content, sheet, missing)?);
                open = true;
            }
        }
    }
    if open {
        children.push(child(&sheet.gap()?, sheet, missing)?);
    }
    Ok(children)
}

fn child(content: &Paragraph, sheet: &Sheet, missing: &mut Missing) -> Result<DocumentChild> {
    Ok(DocumentChild::Paragraph(Box::new(paragraph(
        content, sheet, missing,
    )?)))
}

/// A paragraph in a frame, placed from the page's edges. It may grow where a clerk adds a line.
fn framed(frame: &Frame, sheet: &Sheet, missing: &mut Missing) -> Result<DocumentChild> {
    let mut docx = paragraph(&frame.paragraph, sheet, missing)?;
    docx.property.frame_property = Some(FrameProperty {
        w: Some(units::unsigned(frame.width)?),
        h: Some(units::unsigned(frame.height)?),
        h_rule: Some("atLeast".to_string()),
        h_anchor: Some("page".to_string()),
        v_anchor: Some("page".to_string()),
        wrap: Some("around".to_string()),
        x: Some(frame_place(frame.left)),
        y: Some(frame_place(frame.top)),
        ..FrameProperty::new()
    });
    Ok(DocumentChild::Paragraph(Box::new(docx)))
}

/// Word takes 0 for "not said", so a frame at the very edge stands a twip inside.
fn frame_place(length: Twips) -> i32 {
    match units::signed(length) {
        0 => 1,
        place => place,
    }
}

fn properties(page: &PageSetup, margins: &References) -> Result<SectionProperty> {
    Ok(SectionProperty {
        page_size: page_size(page)?,
        page_margin: page_margin(page),
        title_pg: true,
        page_num_type: Some(PageNumType::new().start(1)),
        header_reference: Some(HeaderReference::new("default", &margins.header)),
        first_header_reference: Some(HeaderReference::new("first", &margins.first_header)),
        footer_reference: Some(FooterReference::new("default", &margins.footer)),
        first_footer_reference: Some(FooterReference::new("first", &margins.first_footer)),
        ..SectionProperty::new()
    })
}

fn page_size(page: &PageSetup) -> Result<PageSize> {
    let size = PageSize::new().size(units::unsigned(page.width)?, units::unsigned(page.height)?);
    Ok(if page.landscape {
        size.orient(PageOrientationType::Landscape)
    } else {
        size
    })
}

fn page_margin(page: &PageSetup) -> PageMargin {
    PageMargin {
        top: units::signed(page.top),
        left: units::signed(page.left),
        bottom: units::signed(page.bottom),
        right: units::signed(page.right),
        header: units::signed(page.header),
        footer: units::signed(page.footer),
        gutter: 0,
    }
}
