//! What lines of a signature look like: authority, post, name.

use super::key::{is_upper, starts};
use crate::text::authority::prefix;

/// Words that start the name of a post, or of a part in a meeting or a contract.
const POSTS: &[&str] = &[
    "chu tich",
    "pho chu tich",
    "giam doc",
    "pho giam doc",
    "tong giam doc",
    "bo truong",
    "thu truong",
    "truong",
    "pho truong",
    "chanh",
    "pho chanh",
    "cuc truong",
    "pho cuc truong",
    "chi cuc truong",
    "vu truong",
    "vien truong",
    "hieu truong",
    "pho hieu truong",
    "bi thu",
    "pho bi thu",
    "tong bi thu",
    "thu ky",
    "chu toa",
    "chu tri",
    "thu tuong",
    "pho thu tuong",
    "thong doc",
    "tong cuc truong",
    "tong thanh tra",
    "tong kiem toan",
    "dai dien",
    "ben a",
    "ben b",
    "nguoi lap",
    "nguoi viet",
    "doi truong",
    "to truong",
    "uy vien",
    "ke toan",
    "thu quy",
    "thu truong",
    "quyen",
    "ban chap hanh",
    "uy ban",
    "hoi dong",
    "nguoi uy quyen",
    "nguoi duoc uy quyen",
    "nguoi dai dien",
    "tu lenh",
    "chinh uy",
    "chi huy truong",
    "tram truong",
    "xac nhan",
    "lanh dao",
    "nguoi nghi phep",
    "nguoi de nghi",
];

/// True for a line of quyền hạn, chức vụ.
pub(super) fn is_authority(key: &str, upper: bool) -> bool {
    if key.is_empty() || key.split(' ').count() > 16 {
        return false;
    }
    let prefixed = prefix(key).is_some_and(|(_, written)| key.len() > written.len() + 2);
    let posted = |key: &str| POSTS.iter().any(|post| starts(key, post));
    // In small letters only with both, or any sentence would do.
    let both = |(_, written): (&str, &str)| posted(key[written.len()..].trim_start());
    upper && (prefixed || posted(key)) || prefix(key).is_some_and(both)
}

/// True for a name: two to six words with capitals, no signs; titles before it allowed.
pub(super) fn is_name(words: &str) -> bool {
    let parts: Vec<&str> = words.split_whitespace().collect();
    let named = |word: &&str| {
        let first = word.chars().next();
        first.is_some_and(char::is_uppercase)
            && word.chars().all(|c| {
                c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’' | '\u{300}'..='\u{36f}')
            })
    };
    (2..=8).contains(&parts.len())
        && parts.iter().all(named)
        && (!is_upper(words) || parts.len() <= 5)
}

/// True for a name with one syllable in small letters.
pub(super) fn is_nearly_name(words: &str) -> bool {
    let parts: Vec<&str> = words.split_whitespace().collect();
    let small = |word: &&&str| word.starts_with(char::is_lowercase);
    let [first, .., last] = parts.as_slice() else {
        return false;
    };
    let ends = [first, last]
        .into_iter()
        .all(|word| word.starts_with(char::is_uppercase));
    let letters = parts
        .iter()
        .all(|word| word.chars().all(char::is_alphabetic));
    ends && letters && parts.len() <= 5 && parts.iter().filter(small).count() == 1
}

/// True for what is printed where one signs: `(Đã ký)`, `(Ký, ghi rõ họ tên)`.
pub(super) fn is_remark(key: &str) -> bool {
    key.starts_with(['(', '[']) || starts(key, "da ky")
}

#[cfg(test)]
mod tests {
    use super::super::key::key;
    use super::*;

    #[test]
    fn authority_lines_are_known() {
        for words in [
            "TM. ỦY BAN NHÂN DÂN",
            "KT. CHỦ TỊCH",
            "PHÓ CHỦ TỊCH",
            "T/M ỦY BAN NHÂN DÂN",
            "TUQ. GIÁM ĐỐC",
            "Q. GIÁM ĐỐC",
            "T.U.Q CHỦ TỊCH",
            "TM. Ủy ban nhân dân",
            "THƯ KÝ",
            "TRƯỞNG PHÒNG VĂN HÓA",
        ] {
            assert!(is_authority(&key(words), is_upper(words)), "{words}");
        }
        for words in ["Chủ tịch", "NGUYỄN VĂN A", "MỤC ĐÍCH, YÊU CẦU", "", "TL"] {
            assert!(!is_authority(&key(words), is_upper(words)), "{words}");
        }
    }

    #[test]
    fn names_are_known() {
        for words in [
            "Nguyễn Văn Thí Dụ",
            "Trần Thị B",
            "ThS. Lê Văn C",
            "H’Ñin Niê",
            "NGUYỄN VĂN A",
        ] {
            assert!(is_name(words), "{words}");
        }
        for words in [
            "Như trên;",
            "Nguyễn",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA",
            "Lưu: VT",
            "Kế hoạch năm",
        ] {
            assert!(!is_name(words), "{words}");
        }
    }
}
