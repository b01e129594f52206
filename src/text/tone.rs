//! The letter of a syllable that bears its tone mark.
//!
//! `oa`, `oe` and `uy` at the end of a syllable have two places (hòa, hoà), both in use; everywhere
//! else there is one: `toàn`, not `tòan`; `quả`, not `qủa`.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::syllable::is_syllable;

/// Huyền, sắc, ngã, hỏi, nặng.
const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];

const VOWELS: &str = "aăâeêioôơuưy";

/// A letter without its tone, and the tone.
type Letter = (String, Option<char>);

/// A syllable with its tone mark on the right letter, if it stands on a wrong one.
pub fn in_place(word: &str) -> Option<String> {
    if word.is_ascii() || !is_syllable(word) {
        return None;
    }
    let letters = letters(word);
    let toned = letters.iter().position(|(_, tone)| tone.is_some())?;
    let places = places(&letters)?;
    let place = *places.first()?;
    if places.contains(&toned) {
        return None;
    }
    let tone = letters[toned].1;
    let spelled = letters.iter().enumerate().flat_map(|(at, (letter, _))| {
        let mark = if at == place { tone } else { None };
        letter.chars().chain(mark)
    });
    Some(spelled.nfc().collect())
}

fn letters(word: &str) -> Vec<Letter> {
    let mut letters: Vec<Letter> = Vec::new();
    for c in word.nfd() {
        match letters.last_mut() {
            Some((_, tone)) if TONES.contains(&c) => *tone = Some(c),
            Some((letter, _)) if is_combining_mark(c) => letter.push(c),
            Some(_) | None => letters.push((c.to_string(), None)),
        }
    }
    for (letter, _) in &mut letters {
        *letter = letter.nfc().collect();
    }
    letters
}

/// The letters that may bear the tone: one, or two where both are in use.
fn places(letters: &[Letter]) -> Option<Vec<usize>> {
    let plain: Vec<String> = letters.iter().map(|(it, _)| it.to_lowercase()).collect();
    let is = |at: usize, letter: &str| plain.get(at).is_some_and(|it| it == letter);
    let vowel = |at: usize| plain.get(at).is_some_and(|it| VOWELS.contains(it.as_str()));
    // The `u` of `qu` and the `i` of `gi` belong to the consonant before another vowel.
    let joined = (is(0, "q") && is(1, "u") || is(0, "g") && is(1, "i")) && vowel(2);
    let start = if joined {
        2
    } else {
        (0..plain.len()).find(|at| vowel(*at))?
    };
    let end = (start..plain.len())
        .find(|at| !vowel(*at))
        .unwrap_or(plain.len());
    let open = end == plain.len();
    let last_of = |set: &str| {
        (start..end)
            .rev()
            .find(|at| set.contains(plain[*at].as_str()))
    };
    if let Some(marked) = last_of("ăâêôơ").or_else(|| last_of("ư")) {
        return Some(vec![marked]);
    }
    let pair = plain[start..end].concat();
    match (end - start, open) {
        (1, _) => Some(vec![start]),
        (2, false) => Some(vec![start + 1]),
        (2, true) if matches!(pair.as_str(), "oa" | "oe" | "uy") => Some(vec![start, start + 1]),
        (2, true) => Some(vec![start]),
        (3, true) => Some(vec![start + 1]),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_on_the_right_letter_stay() {
        let text = "toàn hoạch hòa hoà thủy thuỷ quý quả quyết giữa già giếng gì gìn người ruộng \
                    tuần tiến yến mưa cứu kéo mùi hoài ngoáy khuỷu khoẻ khỏe ngoèo nghĩa lúa huỳnh \
                    uống ướp của với ngày";
        for word in text.split_whitespace() {
            assert_eq!(in_place(word), None, "{word}");
        }
    }

    #[test]
    fn marks_on_another_letter_are_moved() {
        for (wrong, right) in [
            ("tòan", "toàn"),
            ("hòan", "hoàn"),
            ("khỏan", "khoản"),
            ("ngòai", "ngoài"),
            ("báo", "báo"),
            ("caó", "cáo"),
            ("qúy", "quý"),
            ("qủa", "quả"),
            ("gía", "giá"),
            ("cuả", "của"),
            ("nguời", "nguời"),
            ("tíên", "tiến"),
            ("nghiã", "nghĩa"),
            ("đựơc", "được"),
        ] {
            let found = in_place(wrong);
            assert_eq!(found.as_deref().unwrap_or(wrong), right, "{wrong}");
        }
    }
}
