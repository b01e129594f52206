//! Decree 30 as figures: turns a [`Document`](crate::document::Document) into a
//! [`Flow`](flow::Flow) of styled paragraphs and tables. All geometry is decided here, once.

pub mod flow;
pub mod style;
