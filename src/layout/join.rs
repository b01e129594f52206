//! Many letters as one file for print: their pages in order, one bookmark and one section each.

use crate::document::Meta;

use super::page::{Bookmark, Element, ElementId, Item, Page, Pages, Role, Tag};
use crate::units::Pt;

/// A letter of a batch.
#[derive(Clone, Debug)]
pub struct Letter {
    /// Whom it is for; its bookmark.
    pub name: String,
    /// Its pages.
    pub pages: Pages,
}

/// Puts letters one behind the other. With `duplex` each starts on an odd page, so that sheets
/// printed on both sides come apart between letters.
pub fn join(letters: Vec<Letter>, meta: Meta, duplex: bool) -> Pages {
    let mut joined = Pages {
        meta,
        pages: Vec::new(),
        outline: Vec::new(),
        structure: vec![Element {
            parent: None,
            role: Role::Document,
        }],
    };
    for letter in letters {
        if duplex && joined.pages.len() % 2 == 1 {
            joined.pages.push(blank_like(joined.pages.last()));
        }
        joined.outline.push(Bookmark {
            depth: 0,
            title: letter.name,
            page: joined.pages.len(),
            y: Pt(0.0),
        });
        append(&mut joined, letter.pages);
    }
    joined
}

/// An empty page of the size of another, or of A4.
fn blank_like(page: Option<&Page>) -> Page {
    Page {
        width: page.map_or(Pt(595.3), |page| page.width),
        height: page.map_or(Pt(841.9), |page| page.height),
        upside_down: false,
        items: Vec::new(),
    }
}

/// Appends the pages of a letter. Its document, the first element, gives way to the common one.
fn append(joined: &mut Pages, letter: Pages) {
    let base = joined.structure.len();
    let moved = |ElementId(id): ElementId| match id {
        0 => ElementId(0),
        id => ElementId(base + id - 1),
    };
    let elements = letter.structure.into_iter().skip(1);
    joined.structure.extend(elements.map(|element| Element {
        parent: element.parent.map(moved),
        role: element.role,
    }));
    for mut page in letter.pages {
        for item in &mut page.items {
            match item {
                Item::Text(text) => match &mut text.tag {
                    Tag::Content(id) => *id = moved(*id),
                    Tag::Repeated => {}
                },
                Item::Line(_) => {}
                Item::Field(field) => field.element = moved(field.element),
            }
        }
        joined.pages.push(page);
    }
}
