//! Words as they are compared: whatever was typed of marks, capitals, spaces and dashes.

use unicode_normalization::UnicodeNormalization;

use crate::check::facts::{Facts, Span};
use crate::text::legacy::Encoding;
use crate::text::unaccent::unaccented;

/// Words of a stretch in Unicode: text in a font from before Unicode is turned into it.
pub(super) fn words(facts: &Facts, span: &Span) -> String {
    let paragraph = &facts[span.paragraph];
    let mut words = String::new();
    for (run, range) in paragraph.runs_in(span.range.clone()) {
        let own = paragraph.text.get(range).unwrap_or("");
        match Encoding::of_font(&run.format.fonts.high_ansi) {
            Some((encoding, true)) => words.push_str(&encoding.decode(own).to_uppercase()),
            Some((encoding, false)) => words.push_str(&encoding.decode(own)),
            None => words.push_str(own),
        }
    }
    words
}

/// Lower case, without marks, one space between words, one kind of dash.
pub(super) fn key(words: &str) -> String {
    let plain = unaccented(&words.to_lowercase());
    let mut key = String::with_capacity(plain.len());
    let mut gap = false;
    for c in plain.chars() {
        let c = match c {
            '–' | '—' | '−' | '\u{2011}' | '\u{2010}' => '-',
            '“' | '”' => '"',
            c if c.is_whitespace() || c == '\u{200b}' => ' ',
            c => c,
        };
        gap |= c == ' ';
        if c != ' ' {
            if gap && !key.is_empty() {
                key.push(' ');
            }
            gap = false;
            key.push(c);
        }
    }
    key
}

/// Lower case with its marks, in NFC, tones of `oà`, `uỷ` on the first vowel: where marks tell words apart.
pub(super) fn marked_key(words: &str) -> String {
    let lower: String = words.to_lowercase().nfc().collect();
    let folded = [("oà", "òa"), ("oả", "ỏa"), ("oá", "óa"), ("uỷ", "ủy")]
        .iter()
        .fold(lower, |text, (from, to)| text.replace(from, to));
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// True if there are letters, and no small ones.
pub(super) fn is_upper(words: &str) -> bool {
    words.chars().any(char::is_uppercase) && !words.chars().any(char::is_lowercase)
}

/// True for nothing but underscores, dashes, dots or the like, at least four.
pub(super) fn is_drawn(words: &str) -> bool {
    let mut signs = words.chars().filter(|c| !c.is_whitespace()).peekable();
    if signs.peek().is_none() {
        return false;
    }
    let mut count = 0;
    signs.all(|c| {
        count += 1;
        matches!(
            c,
            '_' | '-' | '–' | '—' | '─' | '━' | '=' | '*' | '¯' | '~' | 'ˉ'
        )
    }) && count >= 3
}

/// A Roman number in capitals at the start, and its length.
pub(super) fn roman(words: &str) -> Option<usize> {
    let length = words
        .find(|c: char| !matches!(c, 'I' | 'V' | 'X' | 'L' | 'C'))
        .unwrap_or(words.len());
    (length > 0).then_some(length)
}

/// A number of Arabic digits at the start, and its length.
pub(super) fn digits(words: &str) -> Option<usize> {
    let length = words
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(words.len());
    (1..=3).contains(&length).then_some(length)
}

/// Whether a key starts with whole words.
pub(super) fn starts(key: &str, words: &str) -> bool {
    let rest = key.strip_prefix(words);
    rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_formula_are_one_key() {
        let nfd: String = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM".nfd().collect();
        for words in [
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Cộng hoà xã hội chủ nghĩa Việt Nam",
            "CỘNG HÒA  XÃ\u{a0}HỘI CHỦ NGHĨA VIỆT\tNAM ",
            nfd.as_str(),
        ] {
            assert_eq!(key(words), "cong hoa xa hoi chu nghia viet nam");
        }
        assert_eq!(
            key("Độc lập – Tự do — Hạnh phúc"),
            "doc lap - tu do - hanh phuc"
        );
        assert_eq!(marked_key(" HOẢ  TỐC"), "hỏa tốc");
    }

    #[test]
    fn drawn_lines_are_no_words() {
        assert!(is_drawn("_______") && is_drawn(" - - - -") && is_drawn("———"));
        assert!(!is_drawn("- Lưu") && !is_drawn("") && !is_drawn("--"));
    }
}
