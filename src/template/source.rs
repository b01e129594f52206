//! A template with its file and what the scan found in it.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use crate::diag::Place;

use super::literal::{self, Literals};
use super::prepare::{Prepared, prepare};
use super::scan::{self, BlockSpan, Piece};

/// A template.
#[derive(Clone, Debug)]
pub(super) struct Source {
    /// Name that other templates call it by: `ke-hoach.md`.
    pub(super) name: String,
    /// File, as the user would name it.
    pub(super) path: PathBuf,
    /// What the author wrote.
    pub(super) text: String,
    pub(super) pieces: Vec<Piece>,
    pub(super) blocks: Vec<BlockSpan>,
    /// Name of the template that it extends.
    pub(super) parent: Option<String>,
    pub(super) prepared: Prepared,
    literals: OnceLock<Literals>,
}

impl Source {
    /// Scans and prepares a template.
    pub(super) fn new(name: &str, path: &Path, text: &str) -> Source {
        // Editors on Windows put a byte order mark in front, which is no content.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let pieces = scan::pieces(text);
        Source {
            name: name.to_string(),
            path: path.to_path_buf(),
            blocks: scan::blocks(text, &pieces),
            parent: scan::parent(text, &pieces),
            prepared: prepare(text, &pieces),
            pieces,
            text: text.to_string(),
            literals: OnceLock::new(),
        }
    }

    /// The literal lines of its blocks, found when first asked for.
    pub(super) fn literals(&self) -> Literals {
        let found = self.literals.get_or_init(|| literal::literals(self));
        Literals::clone(found)
    }

    /// A place by bytes of the author's text.
    pub(super) fn place(&self, at: Range<usize>) -> Place {
        Place::offset(&self.path, &self.text, at.start, at.len())
    }

    /// The first line with text within a stretch of literal text.
    pub(super) fn place_of_text(&self, at: Range<usize>) -> Place {
        let text = &self.text[at.clone()];
        let skipped = text.len() - text.trim_start().len();
        let line = text.trim_start().lines().next().unwrap_or("").trim_end();
        let start = at.start + skipped;
        self.place(start..start + line.len())
    }

    /// A place by bytes of the text that Tera read.
    pub(super) fn prepared_place(&self, at: Range<usize>) -> Place {
        let start = self.prepared.original(at.start);
        let end = self.prepared.original(at.end).max(start);
        self.place(start..end)
    }

    /// A place by line (from 1) and column (from 1, in characters) of the text that Tera read.
    pub(super) fn prepared_line(&self, line: usize, column: usize) -> Place {
        let text = &self.prepared.text;
        let start: usize = text
            .split_inclusive('\n')
            .take(line.saturating_sub(1))
            .map(str::len)
            .sum();
        let rest = &text[start.min(text.len())..];
        let skipped: usize = rest
            .chars()
            .take(column.saturating_sub(1))
            .map(char::len_utf8)
            .sum();
        let at = start + skipped;
        let word = text[at.min(text.len())..]
            .find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '/')))
            .unwrap_or(1)
            .max(1);
        self.prepared_place(at..at + word)
    }
}
