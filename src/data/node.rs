//! A YAML file as a tree in which every key and value knows its place.
//!
//! Scalars keep the words as written, so that `07:30`, `22/3/2024` and `05` stay what they are;
//! what YAML takes them for is only a note beside.

use super::source::Span;

/// A value with its place.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Node {
    pub(super) at: Span,
    pub(super) value: Value,
}

/// What a value is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    /// Nothing after the colon, or `null`.
    Null,
    /// A text, number or truth value.
    Scalar(Scalar),
    /// A list.
    List(Vec<Node>),
    /// Keys and values, in the order of the file; a repeated key stays.
    Map(Vec<Entry>),
}

/// A scalar.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Scalar {
    /// The words: for a text those it stands for, for anything else those of the file.
    pub(super) text: String,
    /// What YAML takes it for.
    pub(super) kind: Kind,
}

/// What YAML takes a scalar for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Bool,
    Number,
}

/// A key and its value.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entry {
    pub(super) key: String,
    pub(super) key_at: Span,
    pub(super) node: Node,
}

impl Node {
    /// The value under a key; the first one if the key is repeated.
    pub(super) fn get(&self, key: &str) -> Option<&Node> {
        self.entry(key).map(|entry| &entry.node)
    }

    /// The entry of a key.
    pub(super) fn entry(&self, key: &str) -> Option<&Entry> {
        self.entries().iter().find(|entry| entry.key == key)
    }

    /// The entries of a map; none of anything else.
    pub(super) fn entries(&self) -> &[Entry] {
        match &self.value {
            Value::Map(entries) => entries,
            Value::Null | Value::Scalar(_) | Value::List(_) => &[],
        }
    }

    /// The items of a list; none of anything else.
    pub(super) fn items(&self) -> &[Node] {
        match &self.value {
            Value::List(items) => items,
            Value::Null | Value::Scalar(_) | Value::Map(_) => &[],
        }
    }

    /// The words of a scalar.
    pub(super) fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Scalar(scalar) => Some(&scalar.text),
            Value::Null | Value::List(_) | Value::Map(_) => None,
        }
    }

    /// The words of the scalar under a key.
    pub(super) fn text_of(&self, key: &str) -> Option<&str> {
        self.get(key)?.text()
    }

    /// True for nothing after the colon.
    pub(super) fn is_null(&self) -> bool {
        self.value == Value::Null
    }

    /// The place of the value at a path; where there is none, of the last key on the way. A list
    /// or map is told by its key. Parts that are numbers count items from 0.
    pub(super) fn find(&self, path: &[&str]) -> Span {
        self.find_under(path, self.at)
    }

    /// The same for a node that is told by `own`.
    fn find_under(&self, path: &[&str], own: Span) -> Span {
        let Some((part, rest)) = path.split_first() else {
            return match &self.value {
                Value::Scalar(_) => self.at,
                Value::Null | Value::List(_) | Value::Map(_) => own,
            };
        };
        if let Some(entry) = self.entry(part) {
            return entry.node.find_under(rest, entry.key_at);
        }
        match part.parse().ok().and_then(|at: usize| self.items().get(at)) {
            Some(item) => item.find_under(rest, item.at),
            None => own,
        }
    }

    /// Calls `visit` with every node of the tree, parents first, in the order of the file.
    pub(super) fn walk<'a>(&'a self, visit: &mut impl FnMut(&'a Node)) {
        visit(self);
        for entry in self.entries() {
            entry.node.walk(visit);
        }
        for item in self.items() {
            item.walk(visit);
        }
    }
}
