//! Spelling and typing, on which the Decree is silent but which every checker of a paper looks at.
//! Only what is wrong in any context is told; names are left alone.

pub(super) mod figures;
pub(super) mod spaces;
pub(super) mod syllables;
pub(super) mod typing;
mod verdict;
