//! Checks of a template before Tera reads it: what Tera would accept but a paper cannot use.

use std::ops::Range;

use crate::diag::{Diagnostic, Place};

use super::component::Component;
use super::filters;
use super::message::{Own, suggest};
use super::scan::{self, Piece, PieceKind, words};
use super::source::Source;

/// Longest template in bytes.
const LONGEST_TEMPLATE: usize = 256 << 10;

/// All findings about one template by itself.
pub(super) fn review(source: &Source) -> Vec<Diagnostic> {
    if source.text.len() > LONGEST_TEMPLATE {
        let place = Place::File(source.path.clone());
        let hint = "đưa danh sách dài vào dữ liệu, mẫu chỉ lặp trên nó";
        return vec![Own::new("mẫu dài quá 256 KiB", hint).diagnostic(place)];
    }
    let mut found = Vec::from_iter(control_characters(source));
    found.extend(block_names(source));
    found.extend(outside_blocks(source));
    for piece in &source.pieces {
        if matches!(piece.kind, PieceKind::Tag | PieceKind::Expression) {
            found.extend(forbidden_words(source, piece));
        }
    }
    found
}

/// Control characters would be taken for the marks of `prepare`.
fn control_characters(source: &Source) -> Option<Diagnostic> {
    let (at, c) = source
        .text
        .char_indices()
        .find(|(_, c)| c.is_control() && !matches!(c, '\n' | '\r' | '\t'))?;
    let message = format!("mẫu có ký tự điều khiển U+{:04X}", u32::from(c));
    let place = source.place(at..at + c.len_utf8());
    Some(Own::new(message, "xóa ký tự này").diagnostic(place))
}

/// Blocks that are no component of a paper.
fn block_names(source: &Source) -> Vec<Diagnostic> {
    let known = Component::ALL.map(Component::name);
    source
        .blocks
        .iter()
        .filter(|block| block.depth == 0 && !known.contains(&block.name.as_str()))
        .map(|block| {
            let hint = suggest(&block.name, known, "các khối có");
            Own::new(format!("không có khối {}", block.name), hint)
                .diagnostic(source.place(block.name_at.clone()))
        })
        .collect()
}

/// Text and expressions outside the blocks of a template that has blocks print nowhere. (In one
/// that extends another, Tera says so itself.)
fn outside_blocks(source: &Source) -> Vec<Diagnostic> {
    if source.blocks.is_empty() || source.parent.is_some() {
        return Vec::new();
    }
    let inside = |at: &Range<usize>| {
        source
            .blocks
            .iter()
            .any(|block| block.inner.start <= at.start && at.end <= block.inner.end)
    };
    source
        .pieces
        .iter()
        .filter(|piece| match piece.kind {
            PieceKind::Text => !source.text[piece.at.clone()].trim().is_empty(),
            PieceKind::Expression => true,
            PieceKind::Tag | PieceKind::Comment => false,
        })
        .filter(|piece| !inside(&piece.at))
        .map(|piece| {
            Own::new(
                "chữ này nằm ngoài khối nên không được in",
                "đặt nó vào trong {% block … %} … {% endblock %}",
            )
            .diagnostic(source.place_of_text(piece.at.clone()))
        })
        .collect()
}

/// `safe`, and list comprehensions, whose turns cannot be counted.
fn forbidden_words(source: &Source, piece: &Piece) -> Option<Diagnostic> {
    let words = words(&source.text, piece.at.clone());
    let word = |index: usize| {
        words
            .get(index)
            .map_or("", |word| &source.text[word.at.clone()])
    };
    (1..words.len().max(1)).find_map(|index| {
        let own = match (word(index - 1), word(index)) {
            ("|", "safe") => filters::unsafe_filter(),
            (_, "for") => Own::new(
                "không dùng danh sách rút gọn [… for … in …]",
                "dùng thẻ {% for … in … %} … {% endfor %}",
            ),
            _ => return None,
        };
        Some(own.diagnostic(source.place(words.get(index)?.at.clone())))
    })
}

/// Includes of templates that have blocks: their blocks would be taken for the paper's.
pub(super) fn includes(source: &Source, has_blocks: impl Fn(&str) -> bool) -> Vec<Diagnostic> {
    scan::named_by(&source.text, &source.pieces, "include")
        .filter(|(name, _)| has_blocks(name))
        .map(|(name, at)| {
            Own::new(
                format!("mẫu {name} có khối nên không gộp bằng {{% include %}} được"),
                "dùng {% extends %}, hoặc tách phần dùng chung thành mẫu không có khối",
            )
            .diagnostic(source.place(at))
        })
        .collect()
}
