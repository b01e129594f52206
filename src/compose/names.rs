//! Keeps a person's name from being torn at the end of a line: the form of address stays with the
//! first word of the name, and the last two words stay together, by no-break spaces.

use crate::document::Document;
use crate::document::body::Block;
use crate::document::inline::{Inline, Inlines};

const NO_BREAK: &str = "\u{a0}";

/// Where a line should not end in a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tie {
    /// Between the form of address and the first word: `Ông | Lê Văn Tám`.
    Address,
    /// Between the last two words: `Ông Lê Văn | Tám`.
    End,
}

impl Tie {
    /// Both.
    pub const ALL: [Tie; 2] = [Tie::Address, Tie::End];

    /// The two words of a name that are to stay together; `before` is the form of address.
    pub fn pair(self, before: &str, name: &str) -> Option<String> {
        match self {
            Tie::Address => {
                let (called, first) = (before.rsplit(' ').next()?, name.split(' ').next()?);
                Some(format!("{called} {first}"))
            }
            Tie::End => {
                let mut words = name.rsplit(' ');
                let last = words.next()?;
                words.next().map(|other| format!("{other} {last}"))
            }
        }
    }
}

/// Ties a name where the text of a paper has it.
pub fn keep_together(document: &mut Document, name: &str, ties: &[Tie]) {
    for placed in &mut document.body.blocks {
        match &mut placed.block {
            Block::Paragraph(content) => tie(content, name, ties),
            Block::Item(item) => tie(&mut item.content, name, ties),
            Block::Division(_) | Block::Table(_) | Block::PageBreak | Block::Annex(_) => {}
        }
    }
}

fn tie(content: &mut Inlines, name: &str, ties: &[Tie]) {
    let tied = match name.rsplit_once(' ') {
        Some((before, last)) if ties.contains(&Tie::End) => format!("{before}{NO_BREAK}{last}"),
        Some(_) | None => name.to_string(),
    };
    let space = match ties.contains(&Tie::Address) {
        true => NO_BREAK,
        false => " ",
    };
    for inline in &mut content.0 {
        match inline {
            Inline::Text(text) if text.text.contains(name) => {
                let after_space = format!(" {name}");
                text.text = text.text.replace(&after_space, &format!("{space}{tied}"));
            }
            Inline::Text(_) | Inline::LineBreak => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_tied_at_its_ends() {
        let pair = |tie: Tie, name| tie.pair("Ông (Bà)", name);
        assert_eq!(pair(Tie::Address, "Lê Văn Tám").as_deref(), Some("(Bà) Lê"));
        assert_eq!(pair(Tie::End, "Lê Văn Tám").as_deref(), Some("Văn Tám"));
        assert_eq!(pair(Tie::End, "Tám"), None);
        for (ties, text) in [
            (
                &[Tie::End][..],
                "kính mời: Ông Lê Văn\u{a0}Tám, Trưởng thôn",
            ),
            (
                &[Tie::Address],
                "kính mời: Ông\u{a0}Lê Văn Tám, Trưởng thôn",
            ),
            (&Tie::ALL, "kính mời: Ông\u{a0}Lê Văn\u{a0}Tám, Trưởng thôn"),
        ] {
            let mut content = Inlines::plain("kính mời: Ông Lê Văn Tám, Trưởng thôn");
            tie(&mut content, "Lê Văn Tám", ties);
            assert_eq!(content.to_plain(), text);
        }
    }
}
