//! Line breaking, tables and pages: turns a Flow into finished Pages.
//!
//! 1. `text` measures the characters of each paragraph, `linebreak` breaks them into lines.
//! 2. `paragraph`, `stack` and `table` give every block its height.
//! 3. `content` knows what stays together, `fill` puts it on pages; `margin` says how much room
//!    headers and footers leave.
//! 4. `outline` makes bookmarks of the headings met on the way; `structure` says what every text
//!    is, for readers that do not see the page.
//!
//! The rules are those of Word as LibreOffice 25.2 follows them, so that the DOCX gives the same
//! pages.

mod content;
mod dump;
mod fill;
mod linebreak;
mod margin;
mod outline;
pub mod page;
mod paragraph;
mod stack;
mod structure;
mod table;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod text;

pub use dump::dump;

use crate::form::flow::Flow;

use page::Pages;
use structure::Structure;

/// Lays a paper out: breaks its lines and fills its pages, each section from a new page on.
///
/// Text must be covered by the faces; see [`crate::fonts::missing`]. Lengths that leave no room
/// degrade to a character a line and a line a page.
pub fn paginate(flow: &Flow) -> Pages {
    let mut pages = Vec::new();
    let mut headings = Vec::new();
    let mut structure = Structure::new();
    for section in &flow.sections {
        fill::fill(
            section,
            &flow.styles,
            &mut pages,
            &mut headings,
            &mut structure,
        );
    }
    Pages {
        meta: flow.meta.clone(),
        pages,
        outline: outline::outline(headings),
        structure: structure.into_elements(),
    }
}
