//! Collects findings, up to as many as anybody reads; beyond that it counts.
//!
//! The bound also keeps a hostile file from making work without end: a finding that is not kept is
//! not made either.

use crate::diag::{Diagnostic, Place};

use super::file::DataFile;
use super::source::Span;

/// Findings that are kept.
const MOST: usize = 200;

/// The findings of one run.
#[derive(Debug, Default)]
pub(super) struct Findings {
    kept: Vec<Diagnostic>,
    more: usize,
}

impl Findings {
    /// Adds a finding.
    pub(super) fn push(&mut self, make: impl FnOnce() -> Diagnostic) {
        match self.kept.len() < MOST {
            true => self.kept.push(make()),
            false => self.more += 1,
        }
    }

    /// Adds an error in a file.
    pub(super) fn error<T>(
        &mut self,
        file: &DataFile<T>,
        at: Span,
        (code, message, hint): (&'static str, String, &str),
    ) {
        self.push(|| Diagnostic::error(code, file.place(at), message).hint(hint));
    }

    /// Adds a warning about a file.
    pub(super) fn warn<T>(
        &mut self,
        file: &DataFile<T>,
        at: Span,
        (code, message, hint): (&'static str, String, &str),
    ) {
        self.push(|| Diagnostic::warning(code, file.place(at), message).hint(hint));
    }

    /// How many there are, kept or not.
    pub(super) fn count(&self) -> usize {
        self.kept.len() + self.more
    }

    /// The findings in the order of the files, each once.
    pub(super) fn into_list(mut self) -> Vec<Diagnostic> {
        self.kept.sort_by(|one, other| one.place.cmp(&other.place));
        self.kept.dedup();
        if self.more > 0 {
            let message = format!("còn {} lỗi nữa chưa kê ra", self.more);
            let rest = Diagnostic::error("con-nua", Place::Nowhere, message);
            self.kept
                .push(rest.hint("sửa các lỗi trên rồi kiểm tra lại"));
        }
        self.kept
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_beyond_the_bound_are_counted() {
        let mut found = Findings::default();
        for number in 0..MOST + 5 {
            found.push(|| Diagnostic::error("x", Place::Nowhere, number.to_string()));
        }
        assert_eq!(found.count(), MOST + 5);
        let list = found.into_list();
        assert_eq!(list.len(), MOST + 1);
        assert_eq!(
            list[MOST].to_string(),
            "lỗi[con-nua]: còn 5 lỗi nữa chưa kê ra (gợi ý: sửa các lỗi trên rồi kiểm tra lại)"
        );
    }
}
