//! The sections: their blocks, their page set-up, their headers and footers.
//!
//! A section's properties stand in its last paragraph, those of the last section at the end of the body.
//! Every section names all four of its headers and footers, because one that it leaves out would be taken
//! from the section before (ECMA-376 part 1, 17.10.5): an annex would print the address of the first page.

use anyhow::Result;
use docx_rs::{
    BuildXML, Document, DocumentChild, Footer, FooterReference, Header, HeaderReference,
    PageMargin, PageNumType, PageOrientationType, PageSize, SectionProperty, SectionType,
};

use super::finish::{self, Missing};
use super::paragraph::paragraph;
use super::style::Sheet;
use super::table::table;
use super::units;
use crate::form::flow::{Block, PageSetup, Paragraph, Section};
use crate::form::style::StyleId;

/// The finished parts that the sections make.
pub(super) struct Body {
    /// `word/document.xml`.
    pub(super) document: Vec<u8>,
    /// `word/header1.xml` and so on. The first is related as `rIdH1`.
    pub(super) headers: Vec<Vec<u8>>,
    /// `word/footer1.xml` and so on. The first is related as `rIdF1`.
    pub(super) footers: Vec<Vec<u8>>,
}

/// The whole paper.
pub(super) fn document(sections: &[Section], sheet: &Sheet) -> Result<Body> {
    let mut body = Body {
        document: Vec::new(),
        headers: Vec::new(),
        footers: Vec::new(),
    };
    let mut missing = Missing::default();
    let mut document = Document::new();
    for (index, section) in sections.iter().enumerate() {
        let mut children = blocks(&section.blocks, sheet, &mut missing)?;
        let mut property = properties(section, sheet, &mut body)?;
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
    body.document = finish::part(&document.build(), &missing)?;
    Ok(body)
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
                    children.push(child(&gap(sheet)?, sheet, missing)?);
                }
                children.push(DocumentChild::Table(Box::new(table(
                    content, sheet, missing,
                )?)));
                open = true;
            }
        }
    }
    if open {
        children.push(child(&gap(sheet)?, sheet, missing)?);
    }
    Ok(children)
}

fn child(content: &Paragraph, sheet: &Sheet, missing: &mut Missing) -> Result<DocumentChild> {
    Ok(DocumentChild::Paragraph(Box::new(paragraph(
        content, sheet, missing,
    )?)))
}

/// An empty paragraph that takes no room.
fn gap(sheet: &Sheet) -> Result<Paragraph> {
    Ok(Paragraph {
        style: StyleId::AfterTable,
        format: sheet.get(StyleId::AfterTable)?.paragraph,
        runs: Vec::new(),
        fields: Vec::new(),
    })
}

fn properties(section: &Section, sheet: &Sheet, body: &mut Body) -> Result<SectionProperty> {
    let header = header(std::slice::from_ref(&section.header), sheet, body)?;
    let first_header = self::header(&section.first_header, sheet, body)?;
    let footer = footer(&[], sheet, body)?;
    let first_footer = self::footer(&section.first_footer, sheet, body)?;
    Ok(SectionProperty {
        page_size: page_size(&section.page)?,
        page_margin: page_margin(&section.page),
        title_pg: true,
        page_num_type: Some(PageNumType::new().start(1)),
        header_reference: Some(HeaderReference::new("default", header)),
        first_header_reference: Some(HeaderReference::new("first", first_header)),
        footer_reference: Some(FooterReference::new("default", footer)),
        first_footer_reference: Some(FooterReference::new("first", first_footer)),
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

/// The relationship of a header with these paragraphs; headers alike are one part.
fn header(paragraphs: &[Paragraph], sheet: &Sheet, body: &mut Body) -> Result<String> {
    let mut missing = Missing::default();
    let mut header = Header::new();
    for content in filled(paragraphs, sheet)? {
        header = header.add_paragraph(paragraph(&content, sheet, &mut missing)?);
    }
    let part = finish::part(&header.build(), &missing)?;
    Ok(format!("rIdH{}", number(&mut body.headers, part)))
}

/// As [`header`], for a footer.
fn footer(paragraphs: &[Paragraph], sheet: &Sheet, body: &mut Body) -> Result<String> {
    let mut missing = Missing::default();
    let mut footer = Footer::new();
    for content in filled(paragraphs, sheet)? {
        footer = footer.add_paragraph(paragraph(&content, sheet, &mut missing)?);
    }
    let part = finish::part(&footer.build(), &missing)?;
    Ok(format!("rIdF{}", number(&mut body.footers, part)))
}

/// A header or footer must hold a paragraph (ECMA-376 part 1, 17.10.4, CT_HdrFtr).
fn filled(paragraphs: &[Paragraph], sheet: &Sheet) -> Result<Vec<Paragraph>> {
    Ok(if paragraphs.is_empty() {
        vec![gap(sheet)?]
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
