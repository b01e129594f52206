//! Why a file cannot be checked.

use std::path::Path;

use crate::diag::{Diagnostic, Place};

/// Why a file cannot be checked, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Short stable name.
    pub code: &'static str,
    /// What is wrong, in Vietnamese.
    pub message: String,
    /// What to do, in Vietnamese.
    pub hint: &'static str,
}

impl Refusal {
    pub(super) fn new(
        code: &'static str,
        message: impl Into<String>,
        hint: &'static str,
    ) -> Refusal {
        Refusal {
            code,
            message: message.into(),
            hint,
        }
    }

    /// The finding for the file of that name.
    pub fn of(&self, path: &Path) -> Diagnostic {
        let place = Place::File(path.to_path_buf());
        Diagnostic::error(self.code, place, self.message.clone()).hint(self.hint)
    }
}
