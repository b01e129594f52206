//! One data file from its path to its typed value: read, parsed, cleaned, validated.

use std::path::Path;

use serde::de::DeserializeOwned;
use serde_json::Value as Json;

use crate::diag::{Diagnostic, Place};

use super::findings::Findings;
use super::node::Node;
use super::source::{Source, Span};
use super::{clean, secrecy, typed, validate, yaml};

/// A data file that is YAML, with its typed value if it is as its schema asks.
#[derive(Clone, Debug)]
pub(super) struct DataFile<T> {
    pub(super) source: Source,
    pub(super) node: Node,
    pub(super) value: Option<T>,
}

impl<T: DeserializeOwned> DataFile<T> {
    /// Reads a file and reports all that is wrong with it. `named_at` is where another file
    /// names it.
    pub(super) fn load(
        path: &Path,
        named_at: Option<Place>,
        schema: &Json,
        found: &mut Findings,
    ) -> Option<DataFile<T>> {
        let source = Source::read(path, named_at, found)?;
        DataFile::of(source, schema, found)
    }

    /// A file that is part of the program, held to the same rules.
    pub(super) fn embedded(
        path: &str,
        text: &str,
        schema: &Json,
        found: &mut Findings,
    ) -> Option<DataFile<T>> {
        let source = Source {
            path: path.into(),
            text: text.to_string(),
        };
        DataFile::of(source, schema, found)
    }

    fn of(source: Source, schema: &Json, found: &mut Findings) -> Option<DataFile<T>> {
        let before = found.count();
        let mut node = yaml::parse(&source, found)?;
        clean::clean(&mut node, &source, found);
        secrecy::refuse(&node, &source, found);
        validate::validate(schema, &node, &source, found);
        let mut value = None;
        if found.count() == before {
            match typed::read(&node) {
                Ok(typed) => value = Some(typed),
                Err(refusal) => found.push(|| refused(refusal, &source)),
            }
        }
        Some(DataFile {
            source,
            node,
            value,
        })
    }
}

impl<T> DataFile<T> {
    /// The place of a stretch.
    pub(super) fn place(&self, at: Span) -> Place {
        self.source.place(at)
    }

    /// The place of the value at a path of keys and item numbers, or of what is nearest to it.
    pub(super) fn find(&self, path: &[&str]) -> Place {
        self.place(self.node.find(path))
    }

    /// The place of the first text with a character.
    pub(super) fn find_char(&self, char: char) -> Option<Place> {
        let mut at = None;
        self.node.walk(&mut |node| {
            if at.is_none() && node.text().is_some_and(|text| text.contains(char)) {
                at = Some(clean::spot(char, node.at, &self.source));
            }
        });
        at.map(|at| self.place(at))
    }
}

/// What serde refuses after the schema let it pass: a gap between the two, but the user must know.
fn refused(refusal: typed::Refusal, source: &Source) -> Diagnostic {
    let place = match refusal.at {
        Some(at) => source.place(at),
        None => Place::File(source.path.clone()),
    };
    let message = format!("giá trị không dùng được: {}", refusal.message);
    Diagnostic::error("sai-kieu", place, message)
}
