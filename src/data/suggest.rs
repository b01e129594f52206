//! The word that a mistyped one was meant to be. Marks, case and separators do not count.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Bytes of a word beyond which it is not a slip of one of ours.
const LONGEST: usize = 100;

/// The candidate nearest to a word, if one is near enough to be meant.
pub(super) fn nearest<'a>(
    word: &str,
    candidates: impl Iterator<Item = &'a str>,
) -> Option<&'a str> {
    if word.len() > LONGEST {
        return None;
    }
    let word = folded(word);
    // A third of the letters may be wrong, one at least: enough for slips, too little for chance.
    let limit = (word.chars().count() / 3).max(1);
    candidates
        .map(|candidate| {
            let distance = strsim::damerau_levenshtein(&word, &folded(candidate));
            (distance, candidate)
        })
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// The word in the spelling of keys: lower case, no marks, `_` between its parts.
pub(super) fn folded(word: &str) -> String {
    word.nfd()
        .filter(|char| !is_combining_mark(*char))
        .flat_map(char::to_lowercase)
        .map(|char| match char {
            'đ' => 'd',
            ' ' | '-' => '_',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_and_marks_are_forgiven_and_strangers_are_not() {
        let keys = ["ten", "ngay", "dia_diem", "so_dai_bieu"];
        let nearest = |word: &str| nearest(word, keys.into_iter());
        assert_eq!(nearest("dia_diem_"), Some("dia_diem"));
        assert_eq!(nearest("Địa điểm"), Some("dia_diem"));
        assert_eq!(nearest("so-dai-bieu"), Some("so_dai_bieu"));
        assert_eq!(nearest("nagy"), Some("ngay"));
        assert_eq!(nearest("khach"), None);
    }
}
