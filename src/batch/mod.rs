//! Putting finished files into a folder, safely.

pub mod book;
pub mod hash;
mod known;
pub mod memory;
pub mod output;
pub mod whole;
