//! TCVN3 (ABC) and VNI text that reached us as if it were Unicode: `NguyÔn V¨n H¶i`, `Leâ Thò Tuyeát`.
//!
//! Before Unicode the letters lived in the places of other letters and signs, and a font showed them.
//! A text is converted only if it is certainly one of these: every changed word becomes a Vietnamese
//! syllable, and as it stands it is none. A word alone proves little (`Ñ`, `ö`, `é` are letters of
//! minority and foreign names), so it is only reported, unless the font or the neighbours say more.

use unicode_normalization::UnicodeNormalization;

use super::syllable::is_syllable;

/// An encoding from before Unicode.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Encoding {
    /// TCVN 5712:1993, fonts `.VnTime` and their like. No toned capitals.
    Tcvn3,
    /// VNI Windows, fonts `VNI-Times` and their like. A mark follows its letter.
    Vni,
}

/// What a text is taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Unicode, as far as can be seen.
    Unicode,
    /// Certainly in an old encoding; with the text in Unicode.
    Certain(Encoding, String),
    /// Perhaps; with what the text would be.
    Doubtful(Encoding, String),
}

impl Encoding {
    /// What clerks call it.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Tcvn3 => "TCVN3 (.VnTime)",
            Encoding::Vni => "VNI (VNI-Times)",
        }
    }

    /// The encoding that a font is made for, and whether the font shows all letters as capitals.
    pub fn of_font(font: &str) -> Option<(Encoding, bool)> {
        let lower = font.to_lowercase();
        if lower.starts_with(".vn") {
            return Some((Encoding::Tcvn3, font.ends_with('H')));
        }
        lower.starts_with("vni-").then_some((Encoding::Vni, false))
    }

    /// The text in Unicode, letter by letter, whether it makes sense or not.
    pub fn decode(self, text: &str) -> String {
        match self {
            Encoding::Tcvn3 => decode_tcvn3(text),
            Encoding::Vni => decode_vni(text),
        }
    }
}

/// Takes a text for what it is. `font` is the encoding that its font is made for, `near` the one
/// that its neighbours are surely in.
pub fn detect(text: &str, font: Option<Encoding>, near: Option<Encoding>) -> Verdict {
    if text.is_ascii() || !text.chars().all(is_old) {
        return Verdict::Unicode;
    }
    let changed: Vec<&str> = words(text).filter(|word| !word.is_ascii()).collect();
    let known = font.or(near);
    let telling = changed.iter().filter(|word| is_telling(word)).count();
    if telling == 0 && known.is_none() {
        return Verdict::Unicode;
    }
    let fits = |encoding: &Encoding| {
        let sound = |word: &&str| is_syllable(&encoding.decode(word)) || is_sign(word);
        known.is_none_or(|known| known == *encoding) && changed.iter().all(sound)
    };
    let found: Vec<Encoding> = [Encoding::Tcvn3, Encoding::Vni]
        .into_iter()
        .filter(|encoding| fits(encoding) && encoding.decode(text) != text)
        .collect();
    let Some(encoding) = found.first().copied() else {
        return Verdict::Unicode;
    };
    let proved = match (known, telling) {
        // Words that are Vietnamese as they stand need both witnesses.
        (Some(_), 0) => font.is_some() && font == near,
        (Some(_), _) => true,
        (None, _) => {
            let signed = changed.iter().any(|word| has_sign_inside(word));
            found.len() == 1 && (telling >= 2 || signed)
        }
    };
    let decoded = encoding.decode(text);
    match proved {
        true => Verdict::Certain(encoding, decoded),
        false => Verdict::Doubtful(encoding, decoded),
    }
}

/// True for the characters that old text can be made of: one byte each, and typists' quotes.
fn is_old(char: char) -> bool {
    matches!(char, '\0'..='\u{7F}' | '\u{A0}'..='\u{FF}' | '\u{2010}'..='\u{2026}')
}

/// The words of a text. Signs that stand for letters belong to them, and so do apostrophes inside:
/// `H'Ñin` is one name.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let apostrophe = ['\'', '’'];
    let between = move |char: char| {
        let sign = char.is_ascii() && !char.is_ascii_alphabetic()
            || matches!(char, '\u{A0}' | '\u{2010}'..='\u{2026}');
        sign && !apostrophe.contains(&char)
    };
    text.split(between)
        .map(move |word| word.trim_matches(apostrophe))
        .filter(|word| !word.is_empty())
}

/// True for a word without any letter of the alphabet, as `½`.
fn is_sign(word: &str) -> bool {
    !word.contains(|char: char| char.is_ascii_alphabetic())
}

/// True for a word that is no Vietnamese as it stands.
fn is_telling(word: &str) -> bool {
    !is_sign(word) && !is_syllable(word)
}

/// True for a word with a sign in it that no living spelling has, as `H¶i`. `µm` is too short to tell.
fn has_sign_inside(word: &str) -> bool {
    let letters = word.chars().filter(char::is_ascii_alphabetic).count();
    letters >= 2 && word.contains(|char| matches!(char, '\u{A1}'..='\u{BF}' | '×' | '÷'))
}

/// The letters of TCVN3 from 0xA1 on; `.` has none.
const TCVN3: &str = "ĂÂÊÔƠƯĐăâêôơưđ......àảãáạ.ằẳẵắ.......ặầẩẫấậè.ẻẽ\
éẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ.";

fn decode_tcvn3(text: &str) -> String {
    let decoded: String = text
        .chars()
        .map(|char| match char {
            '\u{A1}'..='\u{FF}' => match TCVN3.chars().nth(char as usize - 0xA1) {
                Some('.') | None => char,
                Some(letter) => letter,
            },
            other => other,
        })
        .collect();
    // Toned capitals come from a font of capitals; the text itself has small ones.
    let plain = || text.chars().filter(char::is_ascii_alphabetic);
    match plain().count() >= 2 && plain().all(|char| char.is_ascii_uppercase()) {
        true => decoded.to_uppercase(),
        false => decoded,
    }
}

/// Letters of VNI that stand alone.
const VNI_LETTERS: [(char, char); 9] = [
    ('ñ', 'đ'),
    ('ô', 'ơ'),
    ('ö', 'ư'),
    ('í', 'í'),
    ('ì', 'ì'),
    ('æ', 'ỉ'),
    ('ó', 'ĩ'),
    ('ò', 'ị'),
    ('î', 'ỵ'),
];

/// Marks of VNI, which follow their letter, as Unicode's combining marks.
const VNI_MARKS: [(char, &str); 17] = [
    ('ù', "\u{301}"),
    ('ø', "\u{300}"),
    ('û', "\u{309}"),
    ('õ', "\u{303}"),
    ('ï', "\u{323}"),
    ('â', "\u{302}"),
    ('á', "\u{302}\u{301}"),
    ('à', "\u{302}\u{300}"),
    ('å', "\u{302}\u{309}"),
    ('ã', "\u{302}\u{303}"),
    ('ä', "\u{302}\u{323}"),
    ('ê', "\u{306}"),
    ('é', "\u{306}\u{301}"),
    ('è', "\u{306}\u{300}"),
    ('ú', "\u{306}\u{309}"),
    ('ü', "\u{306}\u{303}"),
    ('ë', "\u{306}\u{323}"),
];

fn decode_vni(text: &str) -> String {
    let mut decoded = String::new();
    for char in text.chars() {
        let small = char.to_lowercase().next().unwrap_or(char);
        let capital = small != char;
        let before = decoded.chars().last();
        if let Some((_, letter)) = VNI_LETTERS.iter().find(|(old, _)| *old == small) {
            push_letter(&mut decoded, *letter, capital);
        } else if let Some(marks) = vni_marks(small).filter(|marks| carries(before, marks)) {
            decoded.push_str(marks);
        } else {
            decoded.push(char);
        }
    }
    decoded.nfc().collect()
}

fn push_letter(text: &mut String, letter: char, capital: bool) {
    match capital {
        true => text.extend(letter.to_uppercase()),
        false => text.push(letter),
    }
}

/// The combining marks of a mark of VNI.
fn vni_marks(mark: char) -> Option<&'static str> {
    let found = VNI_MARKS.iter().find(|(old, _)| *old == mark);
    found.map(|(_, marks)| *marks)
}

/// True if a letter can carry marks: the circumflex stands on a, e, o, the breve on a.
fn carries(letter: Option<char>, marks: &str) -> bool {
    let bases = match marks.chars().next() {
        Some('\u{302}') => "aeo",
        Some('\u{306}') => "a",
        _ => "aeouyơư",
    };
    letter
        .and_then(|letter| letter.to_lowercase().next())
        .is_some_and(|letter| bases.contains(letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn certain(text: &str) -> Option<String> {
        match detect(text, None, None) {
            Verdict::Certain(_, decoded) => Some(decoded),
            Verdict::Unicode | Verdict::Doubtful(..) => None,
        }
    }

    #[test]
    fn tcvn3_is_read() {
        for (old, text) in [
            ("NguyÔn V¨n H¶i", "Nguyễn Văn Hải"),
            ("C«ng nh©n", "Công nhân"),
            (
                "C«ng ty CP M«i tr\u{AD}êng ®« thÞ MÉu",
                "Công ty CP Môi trường đô thị Mẫu",
            ),
            ("Chñ tÞch UBND huyÖn", "Chủ tịch UBND huyện"),
            ("NGUYÔN V¡N H¶I", "NGUYỄN VĂN HẢI"),
        ] {
            assert_eq!(certain(old).as_deref(), Some(text));
        }
    }

    #[test]
    fn vni_is_read() {
        for (old, text) in [
            ("Leâ Thò Tuyeát", "Lê Thị Tuyết"),
            ("Coâng nhaân", "Công nhân"),
            ("Hôïp taùc xaõ Maãu Vaïn Höng", "Hợp tác xã Mẫu Vạn Hưng"),
            ("NGUYEÃN VAÊN ÑÖÙC", "NGUYỄN VĂN ĐỨC"),
            ("Ñaëng Kyø Myõ", "Đặng Kỳ Mỹ"),
        ] {
            assert_eq!(certain(old).as_deref(), Some(text));
        }
    }

    #[test]
    fn unicode_names_stay() {
        for text in [
            "Lê Hà",
            "Y Ngông Niê Kdăm",
            "H'Ñin",
            "H’Ñin Ayŭn",
            "Y Ƀin Kbuôr",
            "Chamaléa Văn Đởn",
            "Bo Bo Văn Tịnh",
            "Pi Năng Thị Sương",
            "Ê\u{306}ban ô\u{306} ơ\u{306}",
            "José Noël",
            "50 µm",
            "½ ngày",
            "500 m²",
            "«Nhân dân»",
            "Thò",
        ] {
            assert_eq!(certain(text), None, "{text}");
        }
    }

    #[test]
    fn a_word_alone_is_only_reported_unless_the_font_tells() {
        let doubt = Verdict::Doubtful(Encoding::Tcvn3, "Hà".to_string());
        assert_eq!(detect("Hµ", None, None), doubt);
        let sure = Verdict::Certain(Encoding::Tcvn3, "Hà".to_string());
        assert_eq!(detect("Hµ", Some(Encoding::Tcvn3), None), sure);
        assert_eq!(
            detect("Tuyeát", None, None),
            Verdict::Doubtful(Encoding::Vni, "Tuyết".to_string())
        );
    }

    #[test]
    fn vietnamese_as_it_stands_needs_font_and_neighbours() {
        let old = Some(Encoding::Tcvn3);
        assert_eq!(detect("Y tÕ", None, None), Verdict::Unicode);
        let doubt = Verdict::Doubtful(Encoding::Tcvn3, "Y tế".to_string());
        assert_eq!(detect("Y tÕ", old, None), doubt);
        assert_eq!(detect("Y tÕ", None, old), doubt);
        let sure = Verdict::Certain(Encoding::Tcvn3, "Y tế".to_string());
        assert_eq!(detect("Y tÕ", old, old), sure);
        assert_eq!(detect("H'Ñin", None, None), Verdict::Unicode);
        assert_eq!(detect("Bà", old, old), Verdict::Unicode);
    }

    #[test]
    fn fonts_tell_their_encoding() {
        assert_eq!(Encoding::of_font(".VnTime"), Some((Encoding::Tcvn3, false)));
        assert_eq!(Encoding::of_font(".VnTimeH"), Some((Encoding::Tcvn3, true)));
        assert_eq!(Encoding::of_font("VNI-Times"), Some((Encoding::Vni, false)));
        assert_eq!(Encoding::of_font("Times New Roman"), None);
    }

    #[test]
    fn tcvn3_agrees_with_the_standard() {
        assert_eq!(TCVN3.chars().count(), 0xFF - 0xA0);
        for (byte, letter) in [
            (0xB8, 'á'),
            (0xC6, 'ặ'),
            (0xCB, 'ậ'),
            (0xD6, 'ệ'),
            (0xDE, 'ị'),
        ] {
            let old = char::from(byte).to_string();
            assert_eq!(decode_tcvn3(&old), letter.to_string());
        }
    }
}
