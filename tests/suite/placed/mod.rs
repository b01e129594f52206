//! Where words and lines stand on the pages of a PDF.

// Not every test asks for everything.
#![cfg_attr(not(feature = "external"), allow(dead_code, unused_imports))]

mod font;
mod page;

pub(crate) use page::{Page, Rule, Word, read};
