//! Makes the text of a cell uniform and says each thing it did: NFC, Unicode for old encodings,
//! plain spaces, nothing invisible, Đ for its look-alikes. Names of the minorities pass untouched.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use crate::text::legacy::{self, Encoding, Verdict};
use crate::text::syllable::is_syllable;

use super::grid::OldFont;
use super::note::Change;

/// Letters that look like Đ and đ.
const STROKES: [char; 4] = ['Ð', 'Ɖ', 'ð', 'ɖ'];

/// A text made uniform.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Cleaned {
    pub(super) text: String,
    /// What was done, with the text before and after.
    pub(super) changes: Vec<(Change, String, String)>,
    /// A character that no text of a paper may have; it is dropped.
    pub(super) refused: Option<char>,
    /// What the text would be if it is in an old encoding.
    pub(super) doubt: Option<(Encoding, String)>,
}

/// Makes a text uniform. `near` is the old encoding that other cells of the row are surely in.
pub(super) fn clean(text: &str, font: Option<OldFont>, near: Option<Encoding>) -> Cleaned {
    let mut cleaned = Cleaned {
        text: text.to_string(),
        ..Cleaned::default()
    };
    if is_ready(text) {
        return cleaned;
    }
    cleaned.step(Change::Composed, |text| text.nfc().collect());
    cleaned.old(font, near);
    cleaned.step(Change::LineBreak, without_breaks);
    cleaned.step(Change::OddSpace, |text| {
        text.chars()
            .map(|char| if is_odd_space(char) { ' ' } else { char })
            .collect()
    });
    cleaned.step(Change::Invisible, |text| {
        text.chars().filter(|char| !is_invisible(*char)).collect()
    });
    cleaned.refused = cleaned.text.chars().find(|char| is_refused(*char));
    if cleaned.refused.is_some() {
        cleaned.text.retain(|char| !is_refused(char));
    }
    cleaned.step(Change::ExtraSpace, |text| {
        let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
        words.join(" ")
    });
    cleaned.step(Change::Stroke, with_stroke);
    cleaned
}

/// The old encoding that a text is surely in.
pub(super) fn encoding(text: &str, font: Option<OldFont>) -> Option<Encoding> {
    if text.is_ascii() {
        return None;
    }
    match legacy::detect(&composed(text), font.map(|(encoding, _)| encoding), None) {
        Verdict::Certain(encoding, _) => Some(encoding),
        Verdict::Unicode | Verdict::Doubtful(..) => None,
    }
}

impl Cleaned {
    /// One way of cleaning; noted if it did anything.
    fn step(&mut self, change: Change, make: impl FnOnce(&str) -> String) {
        let after = make(&self.text);
        if after != self.text {
            let before = std::mem::replace(&mut self.text, after.clone());
            self.changes.push((change, before, after));
        }
    }

    /// Out of an old encoding.
    fn old(&mut self, font: Option<OldFont>, near: Option<Encoding>) {
        match legacy::detect(&self.text, font.map(|(encoding, _)| encoding), near) {
            Verdict::Unicode => {}
            Verdict::Doubtful(encoding, text) => self.doubt = Some((encoding, text)),
            Verdict::Certain(encoding, text) => {
                let change = match encoding {
                    Encoding::Tcvn3 => Change::Tcvn3,
                    Encoding::Vni => Change::Vni,
                };
                let capitals = font.is_some_and(|(_, capitals)| capitals);
                let text = if capitals { text.to_uppercase() } else { text };
                self.step(change, |_| text);
            }
        }
    }
}

/// True for the text of most cells, which needs nothing: composed, plain, single spaces, and
/// either English letters only or one that no old encoding has.
fn is_ready(text: &str) -> bool {
    let mut before = ' ';
    let mut modern = text.is_ascii();
    for char in text.chars() {
        let space = char == ' ';
        let plain = matches!(char, ' '..='~') || (char.is_alphabetic() && !STROKES.contains(&char));
        if !plain || (space && before == ' ') {
            return false;
        }
        modern |= char > '\u{FF}';
        before = char;
    }
    modern
        && before != ' '
        && (text.is_ascii() || is_nfc_quick(text.chars()) == IsNormalized::Yes)
        && !text.contains("_x000D_")
}

fn composed(text: &str) -> Cow<'_, str> {
    match unicode_normalization::is_nfc(text) {
        true => Cow::Borrowed(text),
        false => Cow::Owned(text.nfc().collect()),
    }
}

/// Every kind of line break as a space; `_x000D_` is how a sheet file writes a carriage return.
fn without_breaks(text: &str) -> String {
    text.replace("_x000D_", "").replace("\r\n", " ").replace(
        [
            '\n', '\r', '\u{B}', '\u{C}', '\u{85}', '\u{2028}', '\u{2029}',
        ],
        " ",
    )
}

fn is_odd_space(char: char) -> bool {
    matches!(
        char,
        '\t' | '\u{A0}' | '\u{1680}' | '\u{2000}'
            ..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}'
    )
}

fn is_invisible(char: char) -> bool {
    matches!(
        char,
        '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}'
    )
}

/// True for controls, marks of direction, private characters of symbol fonts, and what is broken.
fn is_refused(char: char) -> bool {
    char.is_control()
        || matches!(
            char,
            '\u{61C}'
                | '\u{200E}'..='\u{200F}'
                | '\u{202A}'..='\u{202E}'
                | '\u{2061}'..='\u{206F}'
                | '\u{E000}'..='\u{F8FF}'
                | '\u{FE00}'..='\u{FE0F}'
                | '\u{FFF9}'..='\u{FFFD}'
                | '\u{E0000}'..='\u{E0FFF}'
                | '\u{F0000}'..='\u{10FFFF}'
        )
}

/// True for a mark that turns the direction of writing.
pub(super) fn turns_direction(char: char) -> bool {
    matches!(char, '\u{61C}' | '\u{200E}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Đ for Ð and Ɖ, đ for ð, in the words that are Vietnamese with it and in abbreviations.
fn with_stroke(text: &str) -> String {
    if !text.contains(STROKES) {
        return text.to_string();
    }
    let mut result = String::with_capacity(text.len());
    for piece in text.split_inclusive(|char: char| !char.is_alphabetic()) {
        let fixed: String = piece
            .chars()
            .map(|char| match char {
                'Ð' | 'Ɖ' => 'Đ',
                'ð' | 'ɖ' => 'đ',
                other => other,
            })
            .collect();
        let word = fixed.trim_end_matches(|char: char| !char.is_alphabetic());
        let abbreviation = word
            .chars()
            .all(|char| char == 'Đ' || char.is_ascii_uppercase());
        match is_syllable(word) || (abbreviation && !word.is_empty()) {
            true => result.push_str(&fixed),
            false => result.push_str(piece),
        }
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, wanted: &str, changes: &[Change]) {
        let cleaned = clean(text, None, None);
        assert_eq!(cleaned.text, wanted);
        let done: Vec<Change> = cleaned.changes.iter().map(|change| change.0).collect();
        assert_eq!(done, changes, "{text:?}");
    }

    #[test]
    fn each_change_is_told() {
        let decomposed: String = "Đặng Ngọc Tường Vỹ".nfd().collect();
        check(&decomposed, "Đặng Ngọc Tường Vỹ", &[Change::Composed]);
        check(
            "Phạm Hữu Ngư\u{303} Điê\u{323}u",
            "Phạm Hữu Ngữ Điệu",
            &[Change::Composed],
        );
        check(
            "Hồ\u{A0}Thị\u{2009}Sơn Ca",
            "Hồ Thị Sơn Ca",
            &[Change::OddSpace],
        );
        check("  Tôn Nữ  Thị ", "Tôn Nữ Thị", &[Change::ExtraSpace]);
        check(
            "Sở\r\nNội vụ_x000D_\nX",
            "Sở Nội vụ X",
            &[Change::LineBreak],
        );
        check("Hà\u{200B} Nội\u{FEFF}", "Hà Nội", &[Change::Invisible]);
        check(
            "Ðoàn Thị Ƌ ÐBQH, HÐND, bộ ðội",
            "Đoàn Thị Ƌ ĐBQH, HĐND, bộ đội",
            &[Change::Stroke],
        );
        check("NguyÔn V¨n H¶i", "Nguyễn Văn Hải", &[Change::Tcvn3]);
        check("Leâ Thò Tuyeát", "Lê Thị Tuyết", &[Change::Vni]);
        check("Lê Văn Tám", "Lê Văn Tám", &[]);
    }

    #[test]
    fn names_of_the_minorities_pass_untouched() {
        for name in [
            "Y Ngông Niê Kdăm",
            "H'Ñin",
            "H’Ñin Ayŭn",
            "Y Ƀin Kbuôr",
            "Hʼĭn ê\u{306} ô\u{306} ơ\u{306} ư\u{306}",
            "Chamaléa Văn Đởn",
            "Cao Thị Hồng-Nhung",
            "Siu Blơh",
            "Sigurður",
        ] {
            check(name, name, &[]);
        }
    }

    #[test]
    fn direction_marks_and_controls_are_refused() {
        assert_eq!(clean("Lê\u{202E} Hà", None, None).refused, Some('\u{202E}'));
        assert_eq!(clean("Lê\u{7} Hà", None, None).refused, Some('\u{7}'));
        assert_eq!(clean("\u{F0B7} Hà", None, None).refused, Some('\u{F0B7}'));
        assert_eq!(clean("Lê Hà", None, None).refused, None);
    }

    #[test]
    fn a_doubtful_word_waits_for_its_neighbours() {
        let alone = clean("Tuyeát", None, None);
        assert_eq!(alone.text, "Tuyeát");
        assert_eq!(alone.doubt, Some((Encoding::Vni, "Tuyết".to_string())));
        assert_eq!(clean("Tuyeát", None, Some(Encoding::Vni)).text, "Tuyết");
        let capitals = Some((Encoding::Tcvn3, true));
        assert_eq!(clean("h¶i", capitals, None).text, "HẢI");
    }
}
