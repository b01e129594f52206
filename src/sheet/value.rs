//! What the words of a cell mean: numbers, telephone numbers, and how a number is written out.

use std::borrow::Cow;
use std::fmt;

use super::grid::Raw;
use crate::text::date::Date;

/// An exact number: a count, an amount in đồng, a coefficient. Keeps four decimal places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Number(i64);

/// Parts of a whole that are kept.
const PARTS: i64 = 10_000;

/// Words that may follow a number.
const UNITS: [&str; 12] = [
    "đồng",
    "đ",
    "vnđ",
    "vnd",
    "₫",
    "người",
    "đại biểu",
    "vé",
    "suất",
    "cái",
    "chỗ",
    "đồng chẵn",
];

/// A telephone number on reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Phone {
    /// As it is or written anew.
    Known(String),
    /// Not the form of one.
    Odd,
}

impl Number {
    /// A whole number.
    pub fn whole(number: i64) -> Option<Number> {
        number.checked_mul(PARTS).map(Number)
    }

    /// The number if it has no fraction.
    pub fn as_whole(self) -> Option<i64> {
        (self.0 % PARTS == 0).then_some(self.0 / PARTS)
    }

    /// The number in ten-thousandths.
    pub fn ten_thousandths(self) -> i64 {
        self.0
    }
}

/// With a comma before the fraction: `0,45`.
impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, part) = (self.0.abs() / PARTS, self.0.abs() % PARTS);
        write!(f, "{sign}{whole}")?;
        match part {
            0 => Ok(()),
            part => write!(f, ",{}", format!("{part:04}").trim_end_matches('0')),
        }
    }
}

/// The number that a text says. `whole` tells `1.800` in a column of counts or amounts, where it is
/// 1800, from the same in a column of coefficients.
pub(super) fn number(text: &str, whole: bool) -> Option<Number> {
    if !text.contains(|char: char| char.is_ascii_digit()) {
        return None;
    }
    let lower = text.trim().to_lowercase();
    let end = lower
        .find(|char: char| char.is_alphabetic() || char == '₫')
        .unwrap_or(lower.len());
    let (digits, unit) = lower.split_at(end);
    let unit = unit.trim().trim_end_matches('.');
    if !unit.is_empty() && !UNITS.contains(&unit) {
        return None;
    }
    let digits = digits.trim();
    let (negative, digits) = match digits.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, digits),
    };
    let (before, after) = split(digits, whole)?;
    let before: i64 = before.parse().ok()?;
    let mut parts = format!("{after:0<4}");
    if parts.len() > 4 {
        let rest = parts.split_off(4);
        if rest.contains(|digit| digit != '0') {
            return None;
        }
    }
    let number = before
        .checked_mul(PARTS)?
        .checked_add(parts.parse().ok()?)?;
    Some(Number(if negative { -number } else { number }))
}

/// The digits before and after the decimal mark.
fn split(text: &str, whole: bool) -> Option<(String, String)> {
    let marks: Vec<char> = text.chars().filter(|char| !char.is_ascii_digit()).collect();
    let known = marks
        .iter()
        .all(|mark| matches!(mark, '.' | ',' | ' ' | '\''));
    if !known || !text.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    let Some(last) = marks.last().copied() else {
        return Some((text.to_string(), String::new()));
    };
    let same = marks.iter().filter(|mark| **mark == last).count();
    // The last mark ends the whole part if it stands once, and either other marks group the whole
    // part, or what follows is no group of three where only whole numbers are expected.
    let (before, after) = text.rsplit_once(last)?;
    let grouping = after.len() == 3 && (whole || same > 1) && !before.starts_with('0');
    let decimal = matches!(last, '.' | ',') && same == 1 && (marks.len() > 1 || !grouping);
    if !decimal {
        return grouped(text).map(|whole| (whole, String::new()));
    }
    let plain = after.bytes().all(|byte| byte.is_ascii_digit()) && !after.is_empty();
    let before = match marks.len() {
        1 => before.to_string(),
        _ => grouped(before)?,
    };
    plain.then(|| (before, after.to_string()))
}

/// Digits in groups of three with one mark between.
fn grouped(text: &str) -> Option<String> {
    let mark = text.chars().find(|char| !char.is_ascii_digit())?;
    let groups: Vec<&str> = text.split(mark).collect();
    let (first, rest) = groups.split_first()?;
    let sound = (1..=3).contains(&first.len())
        && rest.iter().all(|group| group.len() == 3)
        && groups
            .iter()
            .all(|group| group.bytes().all(|byte| byte.is_ascii_digit()));
    sound.then(|| groups.concat())
}

/// The telephone numbers of a text, each as `0` and its digits. Several stay several.
pub(super) fn phone(text: &str) -> Phone {
    let several: Vec<&str> = text
        .split([';', '/', ',', '\n'])
        .flat_map(|part| part.split(" - "))
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    let numbers: Option<Vec<String>> = several.iter().map(|part| one_phone(part)).collect();
    match numbers {
        Some(numbers) if !numbers.is_empty() => Phone::Known(numbers.join("; ")),
        _ => Phone::Odd,
    }
}

/// One number: ten or eleven digits from 0, given with +84, or without its 0.
fn one_phone(text: &str) -> Option<String> {
    let known = |char: char| char.is_ascii_digit() || " .-()+".contains(char);
    if !text.chars().all(known) || text.chars().skip(1).any(|char| char == '+') {
        return None;
    }
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let abroad = ["84", "0084"]
        .iter()
        .find_map(|code| digits.strip_prefix(code))
        .filter(|_| text.starts_with('+') || digits.starts_with("00") || digits.len() >= 11);
    let digits = match abroad {
        Some(rest) => format!("0{}", rest.trim_start_matches('0')),
        None if digits.len() == 9 && !digits.starts_with('0') => format!("0{digits}"),
        None => digits,
    };
    (digits.starts_with('0') && (10..=11).contains(&digits.len())).then_some(digits)
}

/// True for a long number that a spreadsheet has cut down to `1,00E+08`.
pub(super) fn is_cut_down(text: &str) -> bool {
    let Some((mantissa, power)) = text.split_once(['E', 'e']) else {
        return false;
    };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let mantissa = mantissa.split([',', '.']).all(digits);
    mantissa && power.strip_prefix('+').is_some_and(digits)
}

/// True for an error that a spreadsheet left in a text file.
pub(super) fn is_fault(text: &str) -> bool {
    matches!(
        text,
        "#N/A" | "#REF!" | "#VALUE!" | "#DIV/0!" | "#NAME?" | "#NUM!" | "#NULL!"
    )
}

/// A value as one would type it: numbers without exponent, with a comma; days as `22/3/2024`.
pub(super) fn typed(value: &Raw) -> Cow<'_, str> {
    match value {
        Raw::Text(text) | Raw::Fault(text) => Cow::Borrowed(text),
        Raw::Number(number) => Cow::Owned(number_text(*number)),
        Raw::Flag(true) => Cow::Borrowed("có"),
        Raw::Flag(false) => Cow::Borrowed("không"),
        Raw::Date(moment) => {
            let day = Date(moment.date());
            Cow::Owned(match moment.time() == chrono::NaiveTime::MIN {
                true => day.to_string(),
                false => format!("{day} {}", moment.format("%H:%M")),
            })
        }
    }
}

/// The fifteen digits that a spreadsheet keeps.
fn number_text(number: f64) -> String {
    if number.fract() == 0.0 && number.abs() < 1e15 {
        return (number as i64).to_string();
    }
    let kept: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    format!("{kept}").replace('.', ",")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, whole: bool) -> Option<String> {
        number(text, whole).map(|number| number.to_string())
    }

    #[test]
    fn amounts_are_read_however_they_are_grouped() {
        for text in [
            "1080000",
            "1.080.000",
            "1,080,000",
            "1 080 000",
            "1.080.000 đồng",
            "1.080.000đ",
            "1.080.000 VNĐ",
            "1.080.000,0",
            "1,080,000.00",
        ] {
            assert_eq!(read(text, true).as_deref(), Some("1080000"), "{text}");
        }
        for (text, number) in [
            ("01", "1"),
            ("1.800", "1800"),
            ("1,800", "1800"),
            ("-5", "-5"),
        ] {
            assert_eq!(read(text, true).as_deref(), Some(number), "{text}");
        }
        assert_eq!(
            number("1.080.000", true).and_then(Number::as_whole),
            Some(1_080_000)
        );
    }

    #[test]
    fn coefficients_are_read_with_comma_or_dot() {
        for (text, number) in [
            ("0,8", "0,8"),
            ("0.45", "0,45"),
            ("3,0", "3"),
            ("1.800", "1,8"),
            ("0,800", "0,8"),
            ("1", "1"),
        ] {
            assert_eq!(read(text, false).as_deref(), Some(number), "{text}");
        }
        assert_eq!(
            number("0,45", false).map(Number::ten_thousandths),
            Some(4_500)
        );
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in [
            "",
            "hai",
            "1.08.000",
            "1..2",
            "12a",
            "1e9",
            "99999999999999999999",
            "1.2.3,4",
        ] {
            assert_eq!(read(text, true), None, "{text}");
        }
    }

    #[test]
    fn telephone_numbers_get_their_zero() {
        for (text, wanted) in [
            ("0100.000.001", "0100000001"),
            ("100000003", "0100000003"),
            ("+84 100 000 004", "0100000004"),
            ("84100000004", "0100000004"),
            ("0084 100 000 004", "0100000004"),
            ("+84 (0) 100 000 004", "0100000004"),
            ("(0258) 3 840 123", "02583840123"),
            ("0100000001 - 0100 000 002", "0100000001; 0100000002"),
        ] {
            assert_eq!(phone(text), Phone::Known(wanted.to_string()), "{text}");
        }
        for text in ["113", "nội bộ 12", "12345", "0100000001 (Lan)"] {
            assert_eq!(phone(text), Phone::Odd, "{text}");
        }
    }

    #[test]
    fn numbers_are_written_as_typed() {
        for (number, text) in [
            (1.0, "1"),
            (100_000_003.0, "100000003"),
            (0.1 + 0.2, "0,3"),
            (1e15, "1000000000000000"),
            (2.5, "2,5"),
        ] {
            assert_eq!(typed(&Raw::Number(number)), text);
        }
        assert!(is_cut_down("1,00E+08") && is_cut_down("1E+08"));
        assert!(!is_cut_down("E+08") && !is_cut_down("Lê+1"));
    }
}
