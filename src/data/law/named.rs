//! Finds the title or form that clerks mean, whatever way they write it.

use crate::text::fold::plain;

use super::Law;
use super::kind::AwardKind;
use super::level::Level;

/// A title or form as a table names it.
#[derive(Clone, Copy, Debug)]
pub struct Named<'a> {
    /// Which it is.
    pub kind: &'a AwardKind,
    /// The level of the giver, if the words tell it.
    pub level: Option<Level>,
}

/// Words that may follow a name and say nothing of which it is.
const AFTER: [&str; 10] = [
    "cua", "nam", "giai", "chu", "ubnd", "uy", "giam", "cap", "tinh", "thu",
];

/// A way to write a title or form, ready to be looked up.
#[derive(Clone, Debug)]
pub(super) struct Spelling {
    folded: String,
    /// Which of the kinds.
    kind: usize,
}

/// All ways to write some titles and forms.
pub(super) fn spellings(kinds: &[AwardKind]) -> Vec<Spelling> {
    let of = |(index, kind): (usize, &AwardKind)| -> Vec<Spelling> {
        let spellings = kind.spellings();
        spellings
            .map(|spelling| Spelling {
                folded: plain(spelling),
                kind: index,
            })
            .collect()
    };
    kinds.iter().enumerate().flat_map(of).collect()
}

impl Law {
    /// The title or form of some words: its name or another way to write it, then perhaps who gives
    /// it or for when (`Giấy khen của Chủ tịch UBND huyện`, `CSTĐCS năm 2023`).
    pub fn named(&self, words: &str) -> Option<Named<'_>> {
        let words = plain(words);
        let fitting = self.spellings.iter().filter_map(|spelling| {
            let rest = words.strip_prefix(spelling.folded.as_str())?;
            let next = rest.split_whitespace().next();
            let apart = rest.is_empty() || rest.starts_with(' ');
            let harmless = next.is_none_or(|next| AFTER.contains(&next));
            (apart && harmless).then_some((spelling, rest))
        });
        let (spelling, rest) = fitting.max_by_key(|(spelling, _)| spelling.folded.len())?;
        Some(Named {
            kind: self.kinds.get(spelling.kind)?,
            level: Level::in_words(rest),
        })
    }
}
