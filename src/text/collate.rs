//! Vietnamese alphabetical order, by the ICU tables for `vi`: letters first, tones break ties.
//!
//! Digraphs are no letters of their own (Châu < Chung < Công). Composed and decomposed text is equal.

use std::cmp::Ordering;

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::locale;

/// Orders text as Vietnamese lists do.
pub struct Alphabet {
    collator: CollatorBorrowed<'static>,
}

impl Alphabet {
    /// The order of the Vietnamese alphabet; none if its tables are not in the program.
    pub fn vietnamese() -> Option<Alphabet> {
        Collator::try_new(locale!("vi").into(), CollatorOptions::default())
            .ok()
            .map(|collator| Alphabet { collator })
    }

    /// Compares two texts from their first letter on; equal only if the bytes are.
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        self.collator.compare(a, b).then_with(|| a.cmp(b))
    }

    /// Compares two people by given name (the last word), then middle words, then family name.
    pub fn compare_people(&self, a: &str, b: &str) -> Ordering {
        let (a_given, a_middle, a_family) = name_parts(a);
        let (b_given, b_middle, b_family) = name_parts(b);
        self.collator
            .compare(a_given, b_given)
            .then_with(|| self.collator.compare(a_middle, b_middle))
            .then_with(|| self.collator.compare(a_family, b_family))
            .then_with(|| a.cmp(b))
    }
}

/// Given name, middle words, family name.
fn name_parts(name: &str) -> (&str, &str, &str) {
    let name = name.trim();
    let Some((before, given)) = name.rsplit_once(char::is_whitespace) else {
        return (name, "", "");
    };
    match before.trim_end().split_once(char::is_whitespace) {
        Some((family, middle)) => (given, middle.trim(), family),
        None => (given, "", before),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(mut names: Vec<&str>) -> Vec<&str> {
        let alphabet = Alphabet::vietnamese().unwrap();
        names.sort_by(|a, b| alphabet.compare_people(a, b));
        names
    }

    #[test]
    fn people_stand_by_given_name_then_middle_then_family() {
        assert_eq!(
            sorted(vec![
                "Trần Văn Bình",
                "Nguyễn Thị Ánh",
                "Lê Văn An",
                "Đỗ Văn Ân",
                "Bùi Thị An",
                "Cao Văn An",
            ]),
            [
                "Bùi Thị An",
                "Cao Văn An",
                "Lê Văn An",
                "Nguyễn Thị Ánh",
                "Đỗ Văn Ân",
                "Trần Văn Bình",
            ]
        );
    }

    #[test]
    fn d_with_a_stroke_follows_d_and_tones_break_ties() {
        assert_eq!(
            sorted(vec![
                "Đào", "Em", "Dung", "Châu", "Công", "Chung", "Má", "Ma", "Mà"
            ]),
            [
                "Châu", "Chung", "Công", "Dung", "Đào", "Em", "Ma", "Mà", "Má"
            ]
        );
    }
}
