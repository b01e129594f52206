//! A light scan of a template: where its tags, expressions, comments and literal texts stand.
//!
//! Tera gives no access to its own syntax tree. The scan serves the checks before loading
//! (`review`), the preparation (`prepare`) and the way back from a rendered line (`rendered`). What
//! it cannot read it leaves as literal text, for Tera to report.

use std::ops::Range;

/// What a piece of a template is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PieceKind {
    /// Literal text.
    Text,
    /// `{% … %}`.
    Tag,
    /// `{{ … }}`.
    Expression,
    /// `{# … #}`.
    Comment,
}

/// A piece with its bytes, delimiters included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) kind: PieceKind,
    pub(super) at: Range<usize>,
}

/// A word or sign inside a tag or an expression; strings are one word with their quotes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) at: Range<usize>,
}

/// A block of a template: its name and the bytes between its two tags.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct BlockSpan {
    pub(super) name: String,
    pub(super) name_at: Range<usize>,
    pub(super) inner: Range<usize>,
    /// Number of blocks around it.
    pub(super) depth: usize,
}

/// The pieces of a template in order, without gaps.
pub(super) fn pieces(source: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut text_start = 0;
    let mut at = 0;
    while let Some(found) = next_opening(source, at) {
        let Some(end) = closing(source, found) else {
            break;
        };
        if found > text_start {
            pieces.push(Piece {
                kind: PieceKind::Text,
                at: text_start..found,
            });
        }
        let kind = match source.as_bytes()[found + 1] {
            b'%' => PieceKind::Tag,
            b'{' => PieceKind::Expression,
            _ => PieceKind::Comment,
        };
        pieces.push(Piece {
            kind,
            at: found..end,
        });
        text_start = end;
        at = end;
        if kind == PieceKind::Tag && tag_name(source, found..end) == "raw" {
            at = end_of_raw(source, end);
        }
    }
    if text_start < source.len() {
        pieces.push(Piece {
            kind: PieceKind::Text,
            at: text_start..source.len(),
        });
    }
    pieces
}

/// First word of a tag: `if`, `block`, `extends` …
pub(super) fn tag_name(source: &str, at: Range<usize>) -> &str {
    words(source, at)
        .first()
        .map_or("", |word| &source[word.at.clone()])
}

/// The words and signs between the delimiters of a tag or an expression.
pub(super) fn words(source: &str, at: Range<usize>) -> Vec<Word> {
    let inner = inner(source, at);
    let text = &source[inner.clone()];
    let mut words = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if c.is_whitespace() {
            continue;
        }
        let mut end = start + c.len_utf8();
        if is_quote(c) {
            end = string_end(text, start).unwrap_or(text.len());
        } else if is_word(c) {
            let rest = &text[start..];
            end = start + rest.find(|c| !is_word(c)).unwrap_or(rest.len());
        }
        while chars.next_if(|(next, _)| *next < end).is_some() {}
        words.push(Word {
            at: inner.start + start..inner.start + end,
        });
    }
    words
}

/// The blocks of a template in the order of their opening tags.
pub(super) fn blocks(source: &str, pieces: &[Piece]) -> Vec<BlockSpan> {
    let mut blocks: Vec<BlockSpan> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for piece in pieces.iter().filter(|piece| piece.kind == PieceKind::Tag) {
        let words = words(source, piece.at.clone());
        let word = |index: usize| words.get(index).map(|word: &Word| &source[word.at.clone()]);
        match (word(0), words.get(1)) {
            (Some("block"), Some(name)) => {
                blocks.push(BlockSpan {
                    name: source[name.at.clone()].to_string(),
                    name_at: name.at.clone(),
                    inner: piece.at.end..source.len(),
                    depth: open.len(),
                });
                open.push(blocks.len() - 1);
            }
            (Some("endblock"), _) => {
                if let Some(index) = open.pop() {
                    blocks[index].inner.end = piece.at.start;
                }
            }
            _ => {}
        }
    }
    blocks
}

/// The template named by `{% extends "…" %}`, with its bytes.
pub(super) fn parent(source: &str, pieces: &[Piece]) -> Option<String> {
    named_by(source, pieces, "extends")
        .next()
        .map(|(name, _)| name)
}

/// The templates named by a tag, with the bytes of their names.
pub(super) fn named_by<'a>(
    source: &'a str,
    pieces: &'a [Piece],
    tag: &'a str,
) -> impl Iterator<Item = (String, Range<usize>)> + 'a {
    pieces
        .iter()
        .filter(move |piece| {
            piece.kind == PieceKind::Tag && tag_name(source, piece.at.clone()) == tag
        })
        .filter_map(move |piece| {
            let name = words(source, piece.at.clone()).get(1)?.at.clone();
            Some((
                source[name.clone()].trim_matches(is_quote).to_string(),
                name,
            ))
        })
}

/// Position of the next `{{`, `{%` or `{#`.
fn next_opening(source: &str, from: usize) -> Option<usize> {
    let bytes = source.as_bytes();
    (from..bytes.len().saturating_sub(1))
        .find(|at| bytes[*at] == b'{' && matches!(bytes[at + 1], b'{' | b'%' | b'#'))
}

/// End of the piece that opens at `start`, past its closing delimiter.
fn closing(source: &str, start: usize) -> Option<usize> {
    let close = match source.as_bytes()[start + 1] {
        b'%' => "%}",
        b'{' => "}}",
        _ => return source[start + 2..].find("#}").map(|at| start + 2 + at + 2),
    };
    let mut at = start + 2;
    let mut braces = 0_usize;
    while at < source.len() {
        let rest = &source[at..];
        let c = rest.chars().next()?;
        if is_quote(c) {
            at += string_end(rest, 0)?;
            continue;
        }
        if braces == 0 && rest.starts_with(close) {
            return Some(at + 2);
        }
        match c {
            '{' => braces += 1,
            '}' => braces = braces.saturating_sub(1),
            _ => {}
        }
        at += c.len_utf8();
    }
    None
}

/// Start of the `{% endraw %}` after `from`, or the end of the source.
fn end_of_raw(source: &str, from: usize) -> usize {
    let mut at = from;
    while let Some(found) = source[at..].find("{%") {
        let start = at + found;
        let rest = source[start + 2..].trim_start_matches(['-', ' ', '\t', '\n', '\r']);
        if rest.starts_with("endraw") {
            return start;
        }
        at = start + 2;
    }
    source.len()
}

/// The bytes between the delimiters, without the `-` that trims.
fn inner(source: &str, at: Range<usize>) -> Range<usize> {
    let mut start = (at.start + 2).min(at.end);
    let mut end = at.end.saturating_sub(2).max(start);
    if source[start..end].starts_with('-') {
        start += 1;
    }
    if source[start..end].ends_with('-') {
        end -= 1;
    }
    start..end
}

/// End of the string that opens at `start`, past its closing quote.
fn string_end(text: &str, start: usize) -> Option<usize> {
    let quote = text[start..].chars().next()?;
    let mut escaped = false;
    for (at, c) in text[start + 1..].char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == quote => return Some(start + 1 + at + 1),
            _ => {}
        }
    }
    None
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '`')
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(source: &str) -> Vec<String> {
        pieces(source)
            .iter()
            .map(|piece| format!("{:?} {}", piece.kind, &source[piece.at.clone()]))
            .collect()
    }

    #[test]
    fn pieces_cover_the_source() {
        assert_eq!(
            shown("a{% if x == '%}' %}b{{ {'k': 1} }}{# c #}{% raw %}{{ d }}{% endraw %}{{ e"),
            [
                "Text a",
                "Tag {% if x == '%}' %}",
                "Text b",
                "Expression {{ {'k': 1} }}",
                "Comment {# c #}",
                "Tag {% raw %}",
                "Text {{ d }}",
                "Tag {% endraw %}",
                "Text {{ e",
            ]
        );
    }

    #[test]
    fn blocks_know_their_depth() {
        let source = "{% block a %}x{% block b %}y{% endblock %}{% endblock a %}";
        let blocks = blocks(source, &pieces(source));
        let shown: Vec<(&str, &str, usize)> = blocks
            .iter()
            .map(|block| (&*block.name, &source[block.inner.clone()], block.depth))
            .collect();
        assert_eq!(
            shown,
            [("a", "x{% block b %}y{% endblock %}", 0), ("b", "y", 1)]
        );
    }

    #[test]
    fn words_split_at_signs() {
        let source = "{%- for x in a.b | loc(c=\"d e\") -%}";
        let words: Vec<&str> = words(source, 0..source.len())
            .iter()
            .map(|word| &source[word.at.clone()])
            .collect();
        assert_eq!(
            words,
            [
                "for", "x", "in", "a", ".", "b", "|", "loc", "(", "c", "=", "\"d e\"", ")"
            ]
        );
        assert_eq!(
            parent("{% extends 'a.md' %}", &pieces("{% extends 'a.md' %}")),
            Some("a.md".to_string())
        );
    }
}
