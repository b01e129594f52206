//! Line breaking, tables and pages: turns a Flow into finished Pages.

pub mod page;
