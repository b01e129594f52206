//! Vietnamese alphabetical order, by the ICU tables for `vi`: letters first, tones break ties.
//!
//! Digraphs are no letters of their own (Châu < Chung < Công). Composed and decomposed text is equal.

use std::cmp::Ordering;

use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::locale;
use unicode_normalization::UnicodeNormalization;

/// The order of the tones, which break ties between words of the same letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tones {
    /// Ngang, huyền, hỏi, ngã, sắc, nặng: dictionaries and ICU.
    #[default]
    Dictionary,
    /// Ngang, huyền, sắc, hỏi, ngã, nặng: schools and many offices.
    School,
}

/// The tone marks in the order of [`Tones::School`]; no mark comes first.
const SCHOOL: [char; 5] = ['\u{300}', '\u{301}', '\u{309}', '\u{303}', '\u{323}'];

/// Orders text as Vietnamese lists do.
pub struct Alphabet {
    collator: CollatorBorrowed<'static>,
    /// Compares letters without their tones; none if the collator's own order of tones holds.
    letters: Option<CollatorBorrowed<'static>>,
}

impl Alphabet {
    /// The order of the Vietnamese alphabet as dictionaries have it; none if its tables are not in
    /// the program.
    pub fn vietnamese() -> Option<Alphabet> {
        Alphabet::with_tones(Tones::Dictionary)
    }

    /// The same with an order of the tones.
    pub fn with_tones(tones: Tones) -> Option<Alphabet> {
        let new = |options| Collator::try_new(locale!("vi").into(), options).ok();
        let letters = match tones {
            Tones::Dictionary => None,
            Tones::School => {
                let mut options = CollatorOptions::default();
                options.strength = Some(Strength::Primary);
                Some(new(options)?)
            }
        };
        Some(Alphabet {
            collator: new(CollatorOptions::default())?,
            letters,
        })
    }

    /// Compares two texts from their first letter on; equal only if the bytes are.
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        self.order(a, b).then_with(|| a.cmp(b))
    }

    /// Compares two people by given name (the last word), then middle words, then family name.
    pub fn compare_people(&self, a: &str, b: &str) -> Ordering {
        let (one, other) = (NameParts::of(a), NameParts::of(b));
        self.order(one.given, other.given)
            .then_with(|| self.order(one.middle, other.middle))
            .then_with(|| self.order(one.family, other.family))
            .then_with(|| a.cmp(b))
    }

    fn order(&self, a: &str, b: &str) -> Ordering {
        let by_tones = self.letters.as_ref().map(|letters| {
            let same_letters = letters.compare(a, b);
            same_letters.then_with(|| tones(a).cmp(tones(b)))
        });
        by_tones
            .unwrap_or(Ordering::Equal)
            .then_with(|| self.collator.compare(a, b))
    }
}

/// The tones of a text, syllable by syllable, as places in [`SCHOOL`].
fn tones(text: &str) -> impl Iterator<Item = usize> {
    text.split_whitespace().map(|syllable| {
        let tone = |mark: char| SCHOOL.iter().position(|tone| *tone == mark);
        syllable.nfd().find_map(tone).map_or(0, |at| at + 1)
    })
}

/// A full name taken apart.
#[derive(Debug, PartialEq, Eq)]
struct NameParts<'a> {
    given: &'a str,
    middle: &'a str,
    family: &'a str,
}

impl<'a> NameParts<'a> {
    /// The given name is the last word; in Ê-đê and kindred names, the one after `Y` or `H'`, and
    /// the clan comes last (`Y Ngông Niê Kdăm`, `H’Ñin Ayŭn`).
    fn of(name: &'a str) -> NameParts<'a> {
        let name = name.trim();
        let (first, rest) = halves(name);
        let woman = first
            .strip_prefix(['H', 'h'])
            .and_then(|after| after.strip_prefix(['\'', '’', 'ʼ']))
            .filter(|given| !given.is_empty());
        if let Some(given) = woman {
            return NameParts {
                given,
                middle: "",
                family: rest,
            };
        }
        if first == "Y" && rest.contains(char::is_whitespace) {
            let (given, family) = halves(rest);
            return NameParts {
                given,
                middle: "",
                family,
            };
        }
        let Some((before, given)) = name.rsplit_once(char::is_whitespace) else {
            return NameParts {
                given: name,
                middle: "",
                family: "",
            };
        };
        let (family, middle) = halves(before);
        NameParts {
            given,
            middle,
            family,
        }
    }
}

/// The first word and the others.
fn halves(text: &str) -> (&str, &str) {
    let (first, rest) = text
        .trim()
        .split_once(char::is_whitespace)
        .unwrap_or((text.trim(), ""));
    (first, rest.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(tones: Tones, mut names: Vec<&str>) -> Vec<&str> {
        let alphabet = Alphabet::with_tones(tones).unwrap();
        names.sort_by(|a, b| alphabet.compare_people(a, b));
        names
    }

    #[test]
    fn people_stand_by_given_name_then_middle_then_family() {
        assert_eq!(
            sorted(
                Tones::Dictionary,
                vec![
                    "Trần Văn Bình",
                    "Nguyễn Thị Ánh",
                    "Lê Văn An",
                    "Đỗ Văn Ân",
                    "Bùi Thị An",
                    "Cao Văn An",
                ]
            ),
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
            sorted(
                Tones::Dictionary,
                vec![
                    "Đào", "Em", "Dung", "Châu", "Công", "Chung", "Má", "Ma", "Mà"
                ]
            ),
            [
                "Châu", "Chung", "Công", "Dung", "Đào", "Em", "Ma", "Mà", "Má"
            ]
        );
    }

    #[test]
    fn tones_have_two_orders() {
        let names = vec!["Mạ", "Má", "Mả", "Mai", "Mã", "Ma", "Mà", "Mẫn", "Mận"];
        assert_eq!(
            sorted(Tones::Dictionary, names.clone()),
            ["Ma", "Mà", "Mả", "Mã", "Má", "Mạ", "Mai", "Mẫn", "Mận"]
        );
        assert_eq!(
            sorted(Tones::School, names),
            ["Ma", "Mà", "Má", "Mả", "Mã", "Mạ", "Mai", "Mẫn", "Mận"]
        );
    }

    #[test]
    fn highland_names_have_the_clan_at_the_end() {
        for (name, given, family) in [
            ("Y Ngông Niê Kdăm", "Ngông", "Niê Kdăm"),
            ("H'Ñin Ayŭn", "Ñin", "Ayŭn"),
            ("H’Ñin Ayŭn", "Ñin", "Ayŭn"),
            ("Nguyễn Như Y", "Y", "Nguyễn"),
            ("Pi Năng Thị Sương", "Sương", "Pi"),
            ("Y Lan", "Lan", "Y"),
            ("Hoa", "Hoa", ""),
        ] {
            let parts = NameParts::of(name);
            assert_eq!((parts.given, parts.family), (given, family), "{name}");
        }
    }
}
