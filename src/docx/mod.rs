//! Writes a [`Flow`] as DOCX. Translates and decides nothing: every length, size and break was decided
//! in `form`.
//!
//! 1. `style`, `paragraph`, `table` and `section` turn our types into docx-rs's.
//! 2. `finish` takes the XML that docx-rs makes of them, puts right what Word's schema refuses, and adds
//!    what docx-rs cannot say.
//! 3. `finish::package` adds settings and properties, and packs.
//!
//! [`Prepared`] keeps what the letters of a batch share, packed; a letter then costs its text alone.
//!
//! Same flow, same bytes: no clock, no counter, no hash order.

mod finish;
mod format;
mod margin;
mod paragraph;
mod prepared;
#[cfg(test)]
mod sample;
mod section;
mod style;
mod table;
#[cfg(test)]
mod tests;
mod units;

use anyhow::Result;

use crate::form::flow::Flow;

pub use prepared::Prepared;

/// The bytes of the DOCX of `flow`.
///
/// # Errors
///
/// A flow that breaks its own promises: a style used but not defined, a negative length where Word knows
/// none, a table row whose spans do not fit the columns. Nothing that a user writes leads here.
pub fn write(flow: &Flow) -> Result<Vec<u8>> {
    Prepared::new(flow)?.write(flow)
}
