//! Pages drawn by printpdf: their content, compressed, and what else a file needs of them. The same
//! whichever file they go to.

use anyhow::{Context, Result, ensure};
use lopdf::Object;

use crate::document::Meta;
use crate::layout::page::{Bookmark, Element, ElementId, FieldItem, Item, Page, Pages};
use crate::units::Pt;

use super::draw::page as draw_page;
use super::font::{self, Used};
use super::object;

/// A paper drawn, ready to be put into a file.
pub struct Drawn {
    pub(super) meta: Meta,
    pub(super) outline: Vec<Bookmark>,
    pub(super) structure: Vec<Element>,
    pub(super) pages: Vec<DrawnPage>,
    pub(super) used: Used,
}

/// A page drawn.
pub(super) struct DrawnPage {
    pub(super) width: Pt,
    pub(super) height: Pt,
    /// Its content, compressed; none if nothing is drawn.
    pub(super) content: Option<Vec<u8>>,
    /// The element of every piece of marked content, by its number on the page (MCID).
    pub(super) marks: Vec<ElementId>,
    /// Its form fields.
    pub(super) fields: Vec<FieldItem>,
}

/// Draws pages.
///
/// # Errors
///
/// If a face has no glyph for a character of the text (papers are checked with
/// [`crate::fonts::missing`] before they are laid out), or if printpdf refuses what it gets.
pub fn draw(pages: &Pages) -> Result<Drawn> {
    let used = font::used(pages);
    let mut marks = Vec::new();
    let drawn = pages.pages.iter().map(|page| {
        let drawn = draw_page(page, &pages.structure);
        marks.push(drawn.marks);
        drawn.page
    });
    let drawn = drawn.collect();
    let made = font::objects_of(font::to_draw_with(&used)?, drawn)?;
    let ids = made.get_pages();
    ensure!(ids.len() == pages.pages.len(), "printpdf has lost a page");
    let mut finished = Vec::new();
    for ((page, marks), id) in pages.pages.iter().zip(marks).zip(ids.into_values()) {
        let contents = made.get_dictionary(id)?.get(b"Contents")?;
        let contents = made.dereference(contents)?.1;
        let contents = contents.as_stream().context("page without content")?;
        finished.push(DrawnPage {
            width: page.width,
            height: page.height,
            content: match page.items.is_empty() {
                true => None,
                false => Some(object::deflate(&contents.content)?),
            },
            marks,
            fields: fields(page),
        });
    }
    Ok(Drawn {
        meta: pages.meta.clone(),
        outline: pages.outline.clone(),
        structure: pages.structure.clone(),
        pages: finished,
        used,
    })
}

fn fields(page: &Page) -> Vec<FieldItem> {
    let fields = page.items.iter().filter_map(|item| match item {
        Item::Field(field) => Some(*field),
        Item::Text(_) | Item::Line(_) => None,
    });
    fields.collect()
}

impl Drawn {
    /// Number of pages.
    pub fn page_count(&self) -> usize {
        self.pages.len()
    }
}

impl DrawnPage {
    /// An empty page of the same size.
    pub(super) fn blank(&self) -> DrawnPage {
        DrawnPage {
            width: self.width,
            height: self.height,
            content: None,
            marks: Vec::new(),
            fields: Vec::new(),
        }
    }

    /// The page's box, in points.
    pub(super) fn media_box(&self) -> Object {
        let side = |length: Pt| Object::Real(((length.0 * 1000.0).round() / 1000.0) as f32);
        Object::Array(vec![
            0.into(),
            0.into(),
            side(self.width),
            side(self.height),
        ])
    }
}
