//! Putting finished files into a folder, safely.

pub mod memory;
pub mod output;
