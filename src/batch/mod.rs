//! Putting finished files into a folder, safely.

pub mod book;
pub mod hash;
pub mod memory;
pub mod output;
pub mod whole;
