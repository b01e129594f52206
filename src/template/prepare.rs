//! The template as Tera gets it, and the way back to the bytes that the author wrote.
//!
//! Three changes: a line that holds nothing but tags and comments goes away with its line end, so
//! that tables and lists in loops need no trimming signs; every loop, component, included template
//! and `set` is charged to the budget (`limits`); in a template that others extend, marks before and
//! after each block tell the blocks apart in one rendering.

use super::limits::{CHARGE, MEASURE};
use super::scan::{self, Piece, PieceKind, tag_name, words};

/// Before the name of a block that begins.
pub(super) const MARK_BLOCK: char = '\u{1}';
/// After the name of a block that begins.
pub(super) const MARK_NAME: char = '\u{2}';
/// Where a block has ended.
pub(super) const MARK_END: char = '\u{3}';

/// A template ready for Tera.
#[derive(Clone, Debug)]
pub(super) struct Prepared {
    /// What Tera reads.
    pub(super) text: String,
    edits: Vec<Edit>,
}

/// At byte `at` of the author's text, `removed` bytes went and `inserted` came.
#[derive(Clone, Debug)]
struct Edit {
    at: usize,
    removed: usize,
    inserted: String,
}

/// Prepares a template.
pub(super) fn prepare(source: &str, pieces: &[Piece]) -> Prepared {
    let mut edits = lone_tag_lines(source, pieces);
    edits.extend(charges(source, pieces));
    if scan::parent(source, pieces).is_none() {
        edits.extend(root_marks(source, pieces));
    }
    // Stable: at one byte, what was added first comes first.
    edits.sort_by_key(|edit| edit.at);
    let mut text = String::with_capacity(source.len() + 64 * edits.len());
    let mut at = 0;
    for edit in &edits {
        text.push_str(&source[at.min(edit.at)..edit.at]);
        text.push_str(&edit.inserted);
        at = at.max(edit.at + edit.removed);
    }
    text.push_str(&source[at..]);
    Prepared { text, edits }
}

impl Prepared {
    /// The author's byte for a byte of the prepared text.
    pub(super) fn original(&self, prepared: usize) -> usize {
        let mut shift: isize = 0;
        for edit in &self.edits {
            let start = edit.at.saturating_add_signed(shift);
            if prepared < start {
                break;
            }
            if prepared < start + edit.inserted.len() {
                return edit.at;
            }
            shift += edit.inserted.len() as isize - edit.removed as isize;
        }
        prepared.saturating_add_signed(-shift)
    }
}

/// Takes out the white space and the line end of lines with tags and comments only.
fn lone_tag_lines(source: &str, pieces: &[Piece]) -> Vec<Edit> {
    let mut edits = Vec::new();
    // Blank stretches of the current line so far; none once the line has something to print.
    let mut blanks: Option<Vec<(usize, usize)>> = Some(Vec::new());
    let mut tags = 0;
    for piece in pieces {
        match piece.kind {
            PieceKind::Tag | PieceKind::Comment => tags += 1,
            PieceKind::Expression => blanks = None,
            PieceKind::Text => {
                let mut at = piece.at.start;
                for part in source[piece.at.clone()].split_inclusive('\n') {
                    let end = at + part.len();
                    if !part.trim().is_empty() {
                        blanks = None;
                    }
                    if let Some(stretches) = &mut blanks {
                        stretches.push((at, end));
                    }
                    if part.ends_with('\n') {
                        if tags > 0 {
                            edits.extend(blanks.take().into_iter().flatten().map(removal));
                        }
                        blanks = Some(Vec::new());
                        tags = 0;
                    }
                    at = end;
                }
            }
        }
    }
    if tags > 0 {
        edits.extend(blanks.into_iter().flatten().map(removal));
    }
    edits
}

fn removal((start, end): (usize, usize)) -> Edit {
    Edit {
        at: start,
        removed: end - start,
        inserted: String::new(),
    }
}

fn insertion(at: usize, inserted: String) -> Edit {
    Edit {
        at,
        removed: 0,
        inserted,
    }
}

/// Charges for loops and components, measures what `set` keeps.
fn charges(source: &str, pieces: &[Piece]) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut block_sets: Vec<String> = Vec::new();
    for piece in pieces.iter().filter(|piece| piece.kind == PieceKind::Tag) {
        let words = words(source, piece.at.clone());
        let word = |index: usize| words.get(index).map_or("", |word| &source[word.at.clone()]);
        let call = match word(0) {
            "for" => format!("{CHARGE}(n={})", loop_length(source, pieces, piece)),
            "component" => format!("{CHARGE}(n={})", source.len()),
            "set" | "set_global" if word(2) == "=" => format!("{MEASURE}(v={})", word(1)),
            "set" | "set_global" => {
                block_sets.push(word(1).to_string());
                continue;
            }
            "endset" => match block_sets.pop() {
                Some(name) => format!("{MEASURE}(v={name})"),
                None => continue,
            },
            _ => continue,
        };
        // A tag that trims what follows must go on doing so.
        let trim = if source[piece.at.clone()].ends_with("-%}") {
            "-"
        } else {
            ""
        };
        edits.push(insertion(piece.at.end, format!("{{{{ {call} {trim}}}}}")));
    }
    edits
}

/// Bytes from a `for` tag to its `endfor`: what one turn may print of literal text.
fn loop_length(source: &str, pieces: &[Piece], tag: &Piece) -> usize {
    let mut depth = 0_usize;
    for piece in pieces.iter().filter(|piece| piece.at.start >= tag.at.start) {
        if piece.kind != PieceKind::Tag {
            continue;
        }
        match tag_name(source, piece.at.clone()) {
            "for" => depth += 1,
            "endfor" => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return piece.at.end - tag.at.start;
        }
    }
    source.len() - tag.at.start
}

/// Marks around the outermost blocks; a charge at the head of a template without blocks, which is
/// there to be included.
fn root_marks(source: &str, pieces: &[Piece]) -> Vec<Edit> {
    let blocks = scan::blocks(source, pieces);
    if blocks.is_empty() {
        let call = format!("{{{{ {CHARGE}(n={}) }}}}", source.len());
        return vec![insertion(0, call)];
    }
    let mut edits = Vec::new();
    for block in blocks.iter().filter(|block| block.depth == 0) {
        let tag = |found: Option<&Piece>| found.map(|piece| piece.at.clone());
        let open = tag(pieces
            .iter()
            .find(|piece| piece.at.end == block.inner.start));
        let close = tag(pieces
            .iter()
            .find(|piece| piece.at.start == block.inner.end));
        if let (Some(open), Some(close)) = (open, close) {
            let begin = format!("{MARK_BLOCK}{}{MARK_NAME}", block.name);
            edits.push(insertion(open.start, begin));
            edits.push(insertion(close.end, MARK_END.to_string()));
        }
    }
    edits
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prepared(source: &str) -> Prepared {
        prepare(source, &scan::pieces(source))
    }

    #[test]
    fn lines_with_tags_only_go_away() {
        let source = "{% extends 'a' %}\n{% block b %}\nx {% if c %}y{% endif %}\n  {% if d %} {# e #}\nz\n  {% endif %}\n{{ f }}\n{% endblock %}\n";
        assert_eq!(
            prepared(source).text,
            "{% extends 'a' %}{% block b %}x {% if c %}y{% endif %}\n{% if d %}{# e #}z\n{% endif %}{{ f }}\n{% endblock %}"
        );
    }

    #[test]
    fn loops_and_sets_are_charged() {
        assert_eq!(
            prepared("{% extends 'a' %}{% for x in y -%}\n{% set z = x %}{% endfor %}").text,
            "{% extends 'a' %}{% for x in y -%}{{ __tinh(n=45) -}}{% set z = x %}{{ __do(v=z) }}{% endfor %}"
        );
    }

    #[test]
    fn blocks_of_a_root_are_marked() {
        assert_eq!(
            prepared("{% block a %}\nb\n{% endblock %}\n").text,
            "\u{1}a\u{2}{% block a %}b\n{% endblock %}\u{3}"
        );
    }

    #[test]
    fn every_kept_byte_finds_its_origin() {
        let source =
            "{% block a %}\n{% for x in y %}\n- {{ x }}\n{% endfor %}\nđuôi\n{% endblock %}\n";
        let prepared = prepared(source);
        for needle in ["- {{", "endfor", "đuôi", "endblock", "block a"] {
            let at = prepared.text.find(needle).unwrap();
            assert_eq!(
                prepared.original(at),
                source.find(needle).unwrap(),
                "{needle}"
            );
        }
    }
}
