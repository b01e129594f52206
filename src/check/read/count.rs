//! Numbers and bullets as lists and page numbers print them (ECMA-376 part 1, 17.18.59).

use crate::check::facts::NumberFormat;
use crate::text::number;

/// `w:numFmt`, with the picture of a custom one.
pub(super) fn number_format(value: &str, picture: Option<&str>) -> NumberFormat {
    match value {
        "decimal" | "" => NumberFormat::Decimal,
        "decimalZero" => NumberFormat::DecimalZero,
        "custom" if picture.is_some_and(|picture| picture.starts_with("01")) => {
            NumberFormat::DecimalZero
        }
        "upperRoman" => NumberFormat::UpperRoman,
        "lowerRoman" => NumberFormat::LowerRoman,
        "upperLetter" => NumberFormat::UpperLetter,
        "lowerLetter" => NumberFormat::LowerLetter,
        "bullet" => NumberFormat::Bullet,
        "none" => NumberFormat::None,
        _ => NumberFormat::Other,
    }
}

/// A number in a format.
pub(super) fn counted(number: i32, format: NumberFormat) -> String {
    match format {
        NumberFormat::Decimal | NumberFormat::Other => number.to_string(),
        NumberFormat::DecimalZero => format!("{number:02}"),
        NumberFormat::UpperRoman => roman(number),
        NumberFormat::LowerRoman => roman(number).to_lowercase(),
        NumberFormat::UpperLetter => letter(number).to_uppercase(),
        NumberFormat::LowerLetter => letter(number),
        NumberFormat::Bullet | NumberFormat::None => String::new(),
    }
}

/// Word goes to 32,767.
fn roman(number: i32) -> String {
    match u32::try_from(number) {
        Ok(counted @ 1..=32_767) => number::roman(counted),
        Ok(_) | Err(_) => number.to_string(),
    }
}

/// The 26 letters of Word, then each twice: it knows no `đ`.
fn letter(number: i32) -> String {
    let Some(index) = u32::try_from(number)
        .ok()
        .and_then(|number| number.checked_sub(1))
    else {
        return number.to_string();
    };
    let letter = char::from(b'a' + (index % 26) as u8);
    let times = (index / 26 + 1).min(30) as usize;
    std::iter::repeat_n(letter, times).collect()
}

/// A bullet as it is seen: fonts of signs keep their characters in the private area.
pub(super) fn printed_bullet(text: &str, face: Option<&str>) -> String {
    text.chars().map(|c| sign(c, face)).collect()
}

/// A character of a font of signs as the Unicode character that looks like it.
pub(super) fn sign(c: char, face: Option<&str>) -> char {
    let face = face.unwrap_or("");
    let code = match u32::from(c) {
        code @ 0xF020..=0xF0FF => code - 0xF000,
        code if is_sign_font(face) => code,
        _ => return c,
    };
    let of_wingdings = face.to_lowercase().starts_with("wingdings");
    match (of_wingdings, code) {
        (true, 0x6C | 0x9F | 0xB7) => '•',
        (true, 0x6E | 0xA7) => '▪',
        (true, 0x71 | 0x6F | 0xA8) => '□',
        (true, 0x76) => '❖',
        (true, 0xD8) => '➢',
        (true, 0xFC) => '✓',
        (true, 0xE0 | 0xF0) => '→',
        (true, 0xFE) => '☑',
        (true, _) => '•',
        (false, 0xB7) => '•',
        (false, 0x2D | 0xBE) => '-',
        (false, 0xA8) => '♦',
        (false, 0xAE) => '→',
        (false, 0xB0) => '°',
        (false, 0xB1) => '±',
        (false, 0xB4) => '×',
        (false, 0xA3) => '≤',
        (false, 0xB3) => '≥',
        (false, code) if (0x20..0x7F).contains(&code) => char::from_u32(code).unwrap_or(c),
        (false, _) => '•',
    }
}

/// True for a font whose letters are signs.
fn is_sign_font(face: &str) -> bool {
    let face = face.to_lowercase();
    face.starts_with("wingdings") || face == "symbol" || face == "webdings"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_print_as_word_prints_them() {
        assert_eq!(counted(14, NumberFormat::UpperRoman), "XIV");
        assert_eq!(counted(4, NumberFormat::LowerRoman), "iv");
        assert_eq!(counted(5, NumberFormat::LowerLetter), "e");
        assert_eq!(counted(28, NumberFormat::UpperLetter), "BB");
        assert_eq!(counted(5, NumberFormat::DecimalZero), "05");
        assert_eq!(counted(0, NumberFormat::UpperRoman), "0");
        assert_eq!(counted(-1, NumberFormat::LowerLetter), "-1");
    }

    #[test]
    fn bullets_of_sign_fonts_are_seen() {
        assert_eq!(printed_bullet("\u{f0b7}", Some("Symbol")), "•");
        assert_eq!(printed_bullet("\u{f02d}", Some("Symbol")), "-");
        assert_eq!(printed_bullet("\u{f0d8}", Some("Wingdings")), "➢");
        assert_eq!(printed_bullet("-", Some("Times New Roman")), "-");
    }
}
