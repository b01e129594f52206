//! Titles that may not stand before a signer's name (phụ lục I, II.7.c): học hàm, học vị, honours.

/// Titles in short.
const TITLES: [&str; 22] = [
    "GS", "PGS", "TS", "ThS", "Ths", "BS", "CN", "KS", "NGƯT", "NGND", "NSƯT", "NSND", "CKI",
    "CKII", "TSKH", "DS", "LS", "CVCC", "Ông", "Bà", "Đ/c", "AHLĐ",
];

/// The same titles in words.
const TITLES_IN_WORDS: [&str; 9] = [
    "giáo sư",
    "phó giáo sư",
    "tiến sĩ",
    "thạc sĩ",
    "bác sĩ",
    "cử nhân",
    "kỹ sư",
    "đồng chí",
    "nhà giáo",
];

/// The title that a name begins with.
pub fn title(name: &str) -> Option<&str> {
    let first = name.split([' ', '.']).next().unwrap_or("");
    if TITLES.contains(&first) {
        return Some(first);
    }
    let lower = name.to_lowercase();
    TITLES_IN_WORDS
        .iter()
        .find(|title| lower.starts_with(*title))
        .and_then(|title| name.get(..title.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_told_from_a_name() {
        for (name, found) in [
            ("TS. Trần Văn Mẫu", Some("TS")),
            ("PGS.TS Trần Văn Mẫu", Some("PGS")),
            ("Thạc sĩ Trần Văn Mẫu", Some("Thạc sĩ")),
            ("Trần Văn Mẫu", None),
            ("Cù Thị Mẫu", None),
        ] {
            assert_eq!(title(name), found, "{name}");
        }
    }
}
