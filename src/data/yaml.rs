//! Reads YAML into a tree of places. Repeated keys and merge keys are found here; what the keys
//! mean is for `validate`.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_yaml::{
    DuplicateKeyPolicy, Location, MergeKeyPolicy, Options, RequireIndent, Spanned, alias_limits,
    budget, options,
};

use crate::diag::Diagnostic;
use crate::text::excerpt::excerpt;

use super::findings::Findings;
use super::node::{Entry, Kind, Node, Scalar, Value};
use super::source::{Source, Span};
use super::syntax;

/// Reads a file's text. Of a file with a syntax error there is no tree.
pub(super) fn parse(source: &Source, found: &mut Findings) -> Option<Node> {
    match serde_yaml::from_str_with_options::<Spanned<Raw>>(&source.text, limits()) {
        Ok(raw) => {
            let node = node(raw, source);
            repeated_keys(&node, source, found);
            Some(node)
        }
        Err(error) => {
            found.push(|| syntax::explain(source, &error));
            None
        }
    }
}

/// How YAML is read: as version 1.2 has it, with nothing guessed and nothing merged, and within
/// limits that no honest dossier meets.
fn limits() -> Options {
    options! {
        budget: budget! {
            max_depth: 32,
            max_nodes: 50_000,
            max_aliases: 1_000,
            max_anchors: 1_000,
            max_documents: 2,
        },
        alias_limits: alias_limits! { max_total_replayed_events: 10_000 },
        reject_unsupported_tags: true,
        duplicate_keys: DuplicateKeyPolicy::PassThrough,
        merge_keys: MergeKeyPolicy::AsOrdinary,
        strict_booleans: true,
        leading_zero_numbers_as_strings: true,
        underscored_numbers_as_strings: true,
        with_snippet: false,
        require_indent: RequireIndent::Unchecked,
    }
}

/// A value as the YAML library gives it.
enum Raw {
    Null,
    Text(String),
    Other(Kind),
    List(Vec<Spanned<Raw>>),
    Map(Vec<(Spanned<String>, Spanned<Raw>)>),
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Raw, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a YAML value")
    }

    fn visit_unit<E: Error>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Raw, E> {
        Ok(Raw::Other(Kind::Bool))
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<Raw, E> {
        Ok(Raw::Other(Kind::Number))
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<Raw, E> {
        Ok(Raw::Other(Kind::Number))
    }

    fn visit_i128<E: Error>(self, _: i128) -> Result<Raw, E> {
        Ok(Raw::Other(Kind::Number))
    }

    fn visit_u128<E: Error>(self, _: u128) -> Result<Raw, E> {
        Ok(Raw::Other(Kind::Number))
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Raw, E> {
        Ok(Raw::Other(Kind::Number))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Raw, E> {
        Ok(Raw::Text(text.to_string()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Raw, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Raw::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Raw, A::Error> {
        let mut map = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            map.push(entry);
        }
        Ok(Raw::Map(map))
    }
}

/// The tree of a raw value, with the words of scalars taken from the file.
fn node(raw: Spanned<Raw>, source: &Source) -> Node {
    let at = span(raw.referenced, source);
    let value = match raw.value {
        Raw::Null => Value::Null,
        Raw::Text(text) => Value::Scalar(Scalar {
            text,
            kind: Kind::Text,
        }),
        Raw::Other(kind) => Value::Scalar(Scalar {
            text: source.slice(span(raw.defined, source)).trim().to_string(),
            kind,
        }),
        Raw::List(items) => Value::List(items.into_iter().map(|item| node(item, source)).collect()),
        Raw::Map(entries) => Value::Map(
            entries
                .into_iter()
                .map(|(key, value)| Entry {
                    key_at: span(key.referenced, source),
                    key: key.value,
                    node: node(value, source),
                })
                .collect(),
        ),
    };
    Node { at, value }
}

/// A location as bytes of the source.
fn span(location: Location, source: &Source) -> Span {
    let (offset, length) = (location.span().byte_offset(), location.span().byte_len());
    match (offset, length) {
        (Some(offset), Some(length)) => Span {
            offset: offset as usize,
            length: length as usize,
        },
        // Only unknown locations have no bytes; the end of the file stands for them.
        (None, _) | (_, None) => Span {
            offset: source.text.len(),
            length: 0,
        },
    }
}

/// Reports every key that its map has already.
fn repeated_keys(node: &Node, source: &Source, found: &mut Findings) {
    node.walk(&mut |node| {
        let mut firsts: BTreeMap<&str, Span> = BTreeMap::new();
        for entry in node.entries() {
            let Some(first) = firsts.get(entry.key.as_str()) else {
                firsts.insert(&entry.key, entry.key_at);
                continue;
            };
            found.push(|| {
                let line = source.text[..first.offset].matches('\n').count() + 1;
                let message = format!("khóa “{}” viết hai lần", excerpt(&entry.key));
                let hint = format!("khóa này đã có ở dòng {line}; bỏ một trong hai");
                let place = source.place(entry.key_at);
                Diagnostic::error("khoa-trung", place, message).hint(hint)
            });
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;

    fn source(text: &str) -> Source {
        Source {
            path: PathBuf::from("a.yaml"),
            text: text.to_string(),
        }
    }

    fn scalars(text: &str) -> Vec<(String, Kind, String)> {
        let source = source(text);
        let mut found = Findings::default();
        let node = parse(&source, &mut found);
        assert_eq!(found.into_list(), []);
        let mut all = Vec::new();
        node.unwrap().walk(&mut |node| {
            if let Value::Scalar(scalar) = &node.value {
                let slice = source.slice(node.at).to_string();
                all.push((scalar.text.clone(), scalar.kind, slice));
            }
        });
        all
    }

    #[test]
    fn scalars_keep_the_words_of_the_file() {
        let text = "- 07:30\n- 05\n- 22/3/2024\n- 325\n- 1.0\n- true\n- yes\n- '12'\n- \"a\\tb\"\n- ~\n-\n- 0x1F\n- 1e3\n- .inf_\n";
        let all = scalars(text);
        let words: Vec<(&str, Kind)> = all.iter().map(|(t, k, _)| (t.as_str(), *k)).collect();
        assert_eq!(
            words,
            [
                ("07:30", Kind::Text),
                ("05", Kind::Text),
                ("22/3/2024", Kind::Text),
                ("325", Kind::Number),
                ("1.0", Kind::Number),
                ("true", Kind::Bool),
                ("yes", Kind::Text),
                ("12", Kind::Text),
                ("a\tb", Kind::Text),
                ("0x1F", Kind::Number),
                ("1e3", Kind::Number),
                (".inf_", Kind::Text),
            ]
        );
    }

    #[test]
    fn spans_cover_the_words() {
        let all = scalars("tên: Đàm Ngọc Quang  # ghi chú\nb: [ 'x y', z ]\n");
        let slices: Vec<&str> = all.iter().map(|(_, _, s)| s.as_str()).collect();
        assert_eq!(slices, ["Đàm Ngọc Quang", "'x y'", "z"]);
    }

    #[test]
    fn an_alias_stands_where_it_is_used() {
        let all = scalars("a: &n 12\nb: *n\n");
        assert_eq!(all[1], ("12".to_string(), Kind::Number, "*n".to_string()));
    }

    #[test]
    fn every_repeated_key_is_reported() {
        let mut found = Findings::default();
        parse(&source("a: 1\nb:\n  c: 1\n  c: 2\na: 3\n"), &mut found);
        let all: Vec<String> = found
            .into_list()
            .iter()
            .map(Diagnostic::to_string)
            .collect();
        assert_eq!(
            all,
            [
                "a.yaml:4:3: lỗi[khoa-trung]: khóa “c” viết hai lần (gợi ý: khóa này đã có ở dòng 3; bỏ một trong hai)",
                "a.yaml:5:1: lỗi[khoa-trung]: khóa “a” viết hai lần (gợi ý: khóa này đã có ở dòng 1; bỏ một trong hai)",
            ]
        );
    }
}
