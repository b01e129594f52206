//! Words that are no part of a name but often stand in its cell: ranks, degrees, forms of address,
//! posts, units. The list is data (`data/tu-trong-ten.yaml`), with its sources.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::text::fold;

/// The words, each as its key ([`fold::key`]) so that they are found in any spelling.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NameWords {
    /// Ranks, degrees and honours (cấp bậc, học vị, học hàm, danh hiệu), of one or more words.
    #[serde(rename = "cap_bac_hoc_vi")]
    pub ranks: Vec<String>,
    /// Their abbreviations, without dots; none is a syllable.
    #[serde(rename = "viet_tat")]
    pub abbreviations: Vec<String>,
    /// Forms of address (cách gọi) that are never a family name.
    #[serde(rename = "cach_goi")]
    pub addresses: Vec<String>,
    /// Common family names, which tell the address `Ông` from the family name.
    #[serde(rename = "ho_thuong_gap")]
    pub families: Vec<String>,
    /// Posts (chức vụ).
    #[serde(rename = "chuc_vu")]
    pub posts: Vec<String>,
    /// Beginnings of the names of units (đơn vị).
    #[serde(rename = "don_vi")]
    pub units: Vec<String>,
}

impl NameWords {
    /// The words that come with the program.
    pub fn shipped() -> &'static NameWords {
        static SHIPPED: LazyLock<NameWords> = LazyLock::new(|| {
            let text = include_str!("../../data/tu-trong-ten.yaml");
            // A test holds that the shipped text can be read.
            let mut words: NameWords = serde_yaml::from_str(text).unwrap_or_default();
            words.fold();
            words
        });
        &SHIPPED
    }

    fn fold(&mut self) {
        for list in [
            &mut self.ranks,
            &mut self.abbreviations,
            &mut self.addresses,
            &mut self.families,
            &mut self.posts,
            &mut self.units,
        ] {
            for word in list.iter_mut() {
                *word = fold::key(word);
            }
            // The longest first: `phó đô đốc` before its parts.
            list.sort_by_key(|word| std::cmp::Reverse(word.len()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::syllable::is_syllable;

    #[test]
    fn the_shipped_words_can_be_read() {
        let words = NameWords::shipped();
        assert!(words.ranks.contains(&fold::key("trung tá")));
        assert!(words.units.len() > 40 && words.posts.len() > 20);
    }

    #[test]
    fn no_abbreviation_can_be_a_name() {
        for word in &NameWords::shipped().abbreviations {
            assert!(!is_syllable(word), "{word}");
        }
    }
}
