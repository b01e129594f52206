//! Numbers as Vietnamese papers write them: in words, grouped by dots, Roman, with two digits.

const DIGITS: [&str; 10] = [
    "không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín",
];

const BILLION: u64 = 1_000_000_000;

/// A number in words, in lower case: 1.005 is `một nghìn không trăm linh năm`.
///
/// Official spelling: `nghìn`, `linh`, `mốt`, `tư`, `lăm`; groups of zeros are silent. Above a
/// billion the billions are read as a number of their own (`một nghìn tỷ`, `một tỷ tỷ`).
pub fn words(number: u64) -> String {
    if number == 0 {
        return DIGITS[0].to_string();
    }
    let mut parts = Vec::new();
    push_words(number, &mut parts);
    parts.join(" ")
}

/// A number with a dot after each three digits: `1.080.000`.
pub fn grouped(number: i64) -> String {
    let sign = if number < 0 { "-" } else { "" };
    format!("{sign}{}", group_digits(&number.unsigned_abs().to_string()))
}

/// Dots after each three digits, counted from the right.
pub fn group_digits(digits: &str) -> String {
    let mut text = String::with_capacity(digits.len() * 4 / 3 + 1);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    text
}

/// A Roman numeral in capitals; empty for 0.
pub fn roman(number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut rest = number;
    let mut text = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            text.push_str(sign);
            rest -= value;
        }
    }
    text
}

/// A count as papers write it: two digits under ten (`05 tiết mục`), grouped from a thousand.
pub fn two_digits(number: i64) -> String {
    if (0..10).contains(&number) {
        format!("{number:02}")
    } else {
        grouped(number)
    }
}

/// Reads `number`, which is not 0. A number that follows other words reads all three places of
/// its first spoken group, as does everything after it.
fn push_words(number: u64, parts: &mut Vec<&'static str>) {
    if number >= BILLION {
        push_words(number / BILLION, parts);
        parts.push("tỷ");
    }
    let rest = number % BILLION;
    for (scale, word) in [(1_000_000, "triệu"), (1_000, "nghìn"), (1, "")] {
        let group = (rest / scale % 1_000) as usize;
        if group == 0 {
            continue;
        }
        push_group(group, !parts.is_empty(), parts);
        if !word.is_empty() {
            parts.push(word);
        }
    }
}

/// Reads one group of three digits; `full` says its hundreds even if there are none.
fn push_group(group: usize, full: bool, parts: &mut Vec<&'static str>) {
    let (hundreds, tens, units) = (group / 100, group / 10 % 10, group % 10);
    let spoken_hundreds = full || hundreds > 0;
    if spoken_hundreds {
        parts.push(DIGITS[hundreds]);
        parts.push("trăm");
    }
    match tens {
        0 if units > 0 && spoken_hundreds => parts.push("linh"),
        0 => {}
        1 => parts.push("mười"),
        _ => {
            parts.push(DIGITS[tens]);
            parts.push("mươi");
        }
    }
    match (tens, units) {
        (_, 0) => {}
        (2.., 1) => parts.push("mốt"),
        (2.., 4) => parts.push("tư"),
        (1.., 5) => parts.push("lăm"),
        _ => parts.push(DIGITS[units]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_as_in_official_papers() {
        for (number, expected) in [
            (0, "không"),
            (4, "bốn"),
            (5, "năm"),
            (10, "mười"),
            (11, "mười một"),
            (14, "mười bốn"),
            (15, "mười lăm"),
            (20, "hai mươi"),
            (21, "hai mươi mốt"),
            (24, "hai mươi tư"),
            (25, "hai mươi lăm"),
            (95, "chín mươi lăm"),
            (100, "một trăm"),
            (105, "một trăm linh năm"),
            (110, "một trăm mười"),
            (115, "một trăm mười lăm"),
            (1_000, "một nghìn"),
            (1_005, "một nghìn không trăm linh năm"),
            (1_010, "một nghìn không trăm mười"),
            (702_000, "bảy trăm linh hai nghìn"),
            (1_080_000, "một triệu không trăm tám mươi nghìn"),
            (1_001_000, "một triệu không trăm linh một nghìn"),
            (1_872_000, "một triệu tám trăm bảy mươi hai nghìn"),
            (101_000_000, "một trăm linh một triệu"),
            (2_005_000_000, "hai tỷ không trăm linh năm triệu"),
            (1_000_000_005, "một tỷ không trăm linh năm"),
            (1_500_000_000_000, "một nghìn năm trăm tỷ"),
            (1_000_000_000_000_000_000, "một tỷ tỷ"),
            (
                1_000_000_000_000_000_021,
                "một tỷ tỷ không trăm hai mươi mốt",
            ),
        ] {
            assert_eq!(words(number), expected, "{number}");
        }
    }

    #[test]
    fn the_largest_number_has_words() {
        assert_eq!(
            words(u64::MAX),
            "mười tám tỷ bốn trăm bốn mươi sáu triệu bảy trăm bốn mươi tư nghìn không trăm bảy \
             mươi ba tỷ bảy trăm linh chín triệu năm trăm năm mươi mốt nghìn sáu trăm mười lăm"
        );
    }

    #[test]
    fn digits_are_grouped_by_dots() {
        assert_eq!(grouped(0), "0");
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(1_080_000), "1.080.000");
        assert_eq!(grouped(-12_345), "-12.345");
        assert_eq!(grouped(i64::MIN), "-9.223.372.036.854.775.808");
    }

    #[test]
    fn roman_numerals_subtract() {
        for (number, expected) in [
            (1, "I"),
            (4, "IV"),
            (9, "IX"),
            (14, "XIV"),
            (1994, "MCMXCIV"),
        ] {
            assert_eq!(roman(number), expected);
        }
    }

    #[test]
    fn counts_under_ten_have_two_digits() {
        assert_eq!(two_digits(3), "03");
        assert_eq!(two_digits(10), "10");
        assert_eq!(two_digits(1200), "1.200");
    }
}
