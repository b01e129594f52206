//! Letter case of Vietnamese text: capitals, small letters, first letters, names.

/// The first letter in upper case, the rest as it is.
pub fn upper_first(text: &str) -> String {
    change_first(text, |letter| letter.to_uppercase().collect())
}

/// The first letter in lower case, the rest as it is.
///
/// A first word all in capitals (`UBND`, `HĐND`) is an abbreviation and stays.
pub fn lower_first(text: &str) -> String {
    let word: String = text
        .chars()
        .skip_while(|c| !c.is_alphabetic())
        .take_while(|c| c.is_alphanumeric())
        .collect();
    if word.chars().nth(1).is_some() && !word.chars().any(char::is_lowercase) {
        return text.to_string();
    }
    change_first(text, |letter| letter.to_lowercase().collect())
}

/// Sentence case: all small but the first letter.
pub fn sentence(text: &str) -> String {
    upper_first(&text.to_lowercase())
}

/// A person's name: a capital at the start of each word and after a hyphen or an apostrophe
/// (`Đàm Ngọc Quang`, `Hồng-Nhung`, `H’Ñin`).
pub fn name(text: &str) -> String {
    let mut start = true;
    let mut result = String::with_capacity(text.len());
    for c in text.chars() {
        if start {
            result.extend(c.to_uppercase());
        } else {
            result.extend(c.to_lowercase());
        }
        start = c.is_whitespace() || matches!(c, '-' | '\'' | '’' | 'ʼ');
    }
    result
}

/// Changes the first letter, past quotation marks and brackets.
fn change_first(text: &str, change: impl Fn(char) -> String) -> String {
    match text.char_indices().find(|(_, c)| c.is_alphanumeric()) {
        Some((at, letter)) => {
            let rest = &text[at + letter.len_utf8()..];
            format!("{}{}{rest}", &text[..at], change(letter))
        }
        None => text.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_letters_change_alone() {
        assert_eq!(upper_first("đại biểu Khối A"), "Đại biểu Khối A");
        assert_eq!(upper_first("“ông Ánh”"), "“Ông Ánh”");
        assert_eq!(lower_first("Ủy ban nhân dân"), "ủy ban nhân dân");
        assert_eq!(lower_first("UBND huyện"), "UBND huyện");
        assert_eq!(lower_first("HĐND"), "HĐND");
        assert_eq!(upper_first(""), "");
    }

    #[test]
    fn sentences_keep_one_capital() {
        assert_eq!(sentence("KẾ HOẠCH"), "Kế hoạch");
    }

    #[test]
    fn names_have_a_capital_on_each_word() {
        assert_eq!(name("ĐÀM NGỌC QUANG"), "Đàm Ngọc Quang");
        assert_eq!(name("nguyễn thị hồng-nhung"), "Nguyễn Thị Hồng-Nhung");
        assert_eq!(name("h’ñin ayŭn"), "H’Ñin Ayŭn");
    }
}
