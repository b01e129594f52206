//! Reads any DOCX, ours or one typed by hand, and tells what it is in the Decree's terms.
//!
//! 1. [`read`] takes the file apart into [`facts::Facts`]: what prints, with every format resolved.
//! 2. [`recognise_all`] finds the Decree's components among the facts: a [`paper::Paper`] for each
//!    paper of the file, almost always one.
//! 3. [`rules::judge_all`] says what is not as the Decree asks: [`finding::Finding`]s.
//!
//! The first two judge nothing. The file is never trusted: no part outside it is followed, no entity is
//! expanded, sizes and depth are bounded.

pub mod facts;
pub mod finding;
pub mod fix;
pub mod mend;
pub mod pairs;
pub mod paper;
pub mod phrases;
pub mod provinces;
mod read;
mod recognise;
mod refusal;
pub mod report;
pub mod rules;
#[cfg(test)]
pub(crate) mod testing;
pub mod words;

use read::css;
pub use read::read;
pub use recognise::{recognise, recognise_all};
pub use refusal::Refusal;
