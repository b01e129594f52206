//! Text without marks, in ASCII: for file names.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Longest file stem in bytes; leaves room for a number and an extension in every file system.
const LONGEST_STEM: usize = 100;

/// Names that Windows keeps for devices, whatever the extension.
const RESERVED: [&str; 4] = ["con", "prn", "aux", "nul"];

/// The text with base letters only: `Đặng Ngọc Vỹ` is `Dang Ngoc Vy`. What has no ASCII base stays.
pub fn unaccented(text: &str) -> String {
    text.nfd()
        .filter(|c| !is_combining_mark(*c))
        .map(|c| match c {
            'đ' | 'ð' => 'd',
            'Đ' | 'Ð' | 'Ɖ' => 'D',
            'ƀ' => 'b',
            'Ƀ' => 'B',
            other => other,
        })
        .collect()
}

/// A safe file stem: lower-case ASCII letters and digits in words joined by `-`, never empty,
/// never a reserved name, at most 100 bytes. `Kế hoạch số 5/KH` is `ke-hoach-so-5-kh`.
pub fn file_stem(text: &str) -> String {
    let mut stem = String::new();
    for c in unaccented(text).chars() {
        if c.is_ascii_alphanumeric() {
            stem.push(c.to_ascii_lowercase());
        } else if !stem.is_empty() && !stem.ends_with('-') {
            stem.push('-');
        }
    }
    stem.truncate(LONGEST_STEM);
    let stem = stem.trim_end_matches('-');
    if stem.is_empty() {
        return "khong-ten".to_string();
    }
    if is_reserved(stem) {
        return format!("tep-{stem}");
    }
    stem.to_string()
}

/// True for `con`, `com1` and their like.
fn is_reserved(stem: &str) -> bool {
    let port = stem
        .strip_prefix("com")
        .or_else(|| stem.strip_prefix("lpt"))
        .is_some_and(|digit| digit.len() == 1 && digit.as_bytes()[0].is_ascii_digit());
    port || RESERVED.contains(&stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_fall_away() {
        assert_eq!(unaccented("Đặng Ngọc Vỹ"), "Dang Ngoc Vy");
        assert_eq!(unaccented("e\u{302}\u{301}"), "e");
        assert_eq!(unaccented("H’Ñin Ayŭn"), "H’Nin Ayun");
    }

    #[test]
    fn file_stems_are_safe() {
        for (text, expected) in [
            ("Kế hoạch số 5/KH", "ke-hoach-so-5-kh"),
            ("../../etc/passwd", "etc-passwd"),
            ("CON", "tep-con"),
            ("com1", "tep-com1"),
            ("com10", "com10"),
            ("  ", "khong-ten"),
            ("日本", "khong-ten"),
            ("a\u{0}b:c*?", "a-b-c"),
        ] {
            assert_eq!(file_stem(text), expected);
        }
        assert_eq!(file_stem(&"ấ".repeat(300)).len(), LONGEST_STEM);
    }
}
