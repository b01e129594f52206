//! Text folded for comparison: what reads the same gets the same key.
//!
//! A name is never rewritten by this; the keys are only held against each other.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::unaccent::unaccented;

/// The marks of the tones but the level one: huyền, sắc, ngã, hỏi, nặng.
const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];

/// The key of a name or a unit: equal for texts that differ in nothing but Unicode form, the letter
/// that bears the tone (`Hoà`, `Hòa`), case, spaces and signs, Đ and its look-alikes, or the kind of
/// apostrophe.
///
/// `i` and `y` stay apart (`Lí`, `Lý`): two people may differ in just that.
pub fn key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    let mut tones = String::new();
    for char in text.nfd().flat_map(char::to_lowercase) {
        match char {
            tone if TONES.contains(&tone) => tones.push(tone),
            'ð' | 'ɖ' => key.push('đ'),
            '\'' | '’' | '‘' | 'ʼ' | '`' | '´' => key.push('\''),
            other if other.is_alphanumeric() || is_combining_mark(other) => key.push(other),
            _ => end_word(&mut key, &mut tones),
        }
    }
    end_word(&mut key, &mut tones);
    key.truncate(key.trim_end().len());
    key
}

/// Puts the tone at the end of its word, whichever letter bore it.
fn end_word(key: &mut String, tones: &mut String) {
    key.push_str(tones);
    tones.clear();
    if !key.is_empty() && !key.ends_with(' ') {
        key.push(' ');
    }
}

/// Small letters without marks, one space between words, no signs: `Số ĐT:` is `so dt`.
pub fn plain(text: &str) -> String {
    let plain: String = unaccented(text)
        .chars()
        .flat_map(char::to_lowercase)
        .map(|char| if char.is_alphanumeric() { char } else { ' ' })
        .collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_have_one_key() {
        for (one, other) in [
            ("Từ Công Hoà", "Từ Công Hòa"),
            ("Trà Thị Lệ Thuỷ", "TRÀ THỊ LỆ THỦY"),
            ("Lê Thị  Hoài ", "Le\u{302} Thi\u{323} Hoa\u{300}i"),
            ("Ðoàn Văn A", "Đoàn Văn A"),
            ("H’Ñin Ayŭn", "H'Ñin Ayŭn"),
            ("Cao Thị Hồng-Nhung", "Cao Thị Hồng Nhung"),
            ("Phòng GD&ĐT", "Phòng GD & ĐT"),
        ] {
            assert_eq!(key(one), key(other), "{one} / {other}");
        }
    }

    #[test]
    fn other_names_keep_other_keys() {
        for (one, other) in [
            ("Lý Văn A", "Lí Văn A"),
            ("Từ Công Hoà", "Từ Công Hoa"),
            ("Đỗ Văn A", "Dỗ Văn A"),
            ("Ê Ban", "E Ban"),
            ("Y Ƀin", "Y Bin"),
            ("An Na", "Anna"),
        ] {
            assert_ne!(key(one), key(other), "{one} / {other}");
        }
        assert_eq!(key(" - "), "");
    }

    #[test]
    fn plain_words_have_no_marks() {
        assert_eq!(plain("  Số ĐT: "), "so dt");
        assert_eq!(plain("H’Ñin-Ayŭn"), "h nin ayun");
    }
}
