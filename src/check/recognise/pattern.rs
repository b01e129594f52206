//! The fixed formulas of a letterhead, by their keys.

use super::key::starts;

/// Quốc hiệu.
pub(super) const NATIONAL: &str = "cong hoa xa hoi chu nghia viet nam";

/// Header of the Party's documents.
pub(super) const PARTY: &str = "dang cong san viet nam";

/// True for Quốc hiệu, also with letters lost or added: all of its words but one, in order, are enough.
pub(super) fn is_national(key: &str) -> bool {
    let wanted: Vec<&str> = NATIONAL.split(' ').collect();
    let mut found = 0;
    let words: Vec<&str> = key.split(' ').collect();
    for word in &words {
        let word = &word.trim_matches(|c: char| !c.is_alphanumeric());
        if wanted.get(found..).is_some_and(|rest| rest.contains(word)) {
            found += 1;
        }
    }
    words.len() <= wanted.len() + 2 && found + 1 >= wanted.len() && key.starts_with("cong")
}

/// True for the first line of a Quốc hiệu that was broken in two.
pub(super) fn is_national_start(key: &str) -> bool {
    starts(key, "cong hoa") && NATIONAL.starts_with(key) && !is_national(key)
}

/// True for Tiêu ngữ, whatever its dashes and spaces.
pub(super) fn is_motto(key: &str) -> bool {
    let letters: String = key.chars().filter(char::is_ascii_lowercase).collect();
    letters.starts_with("doclap")
        && letters.contains("tudo")
        && letters.ends_with("hanhphuc")
        && letters.len() < 30
}

/// True for Số, ký hiệu.
pub(super) fn is_number(key: &str) -> bool {
    let Some(rest) = key.strip_prefix("so") else {
        return false;
    };
    let rest = rest.trim_start();
    let after_colon = rest.strip_prefix([':', '.', ';']);
    let symbol = after_colon.unwrap_or(rest).trim_start();
    let short = symbol.split(' ').count() <= 6;
    let symbol_like = symbol
        .starts_with(|c: char| c.is_ascii_digit() || matches!(c, '/' | '.' | '…' | '_' | '-'));
    short
        && (symbol.is_empty() && after_colon.is_some()
            || symbol_like && (symbol.contains('/') || symbol.contains('-'))
            || after_colon.is_some() && symbol.contains('/'))
}

/// True for địa danh and date.
pub(super) fn is_place_date(key: &str) -> bool {
    let words: Vec<&str> = key
        .split([' ', ','])
        .filter(|word| !word.is_empty())
        .collect();
    // Each is looked for behind the one before: `Nam Định` and `Quảng Nam` begin or end with `năm`, too.
    let behind = |start: usize, word: &str| {
        let mut rest = words.iter().skip(start);
        let found = rest.position(|own| own.trim_matches(|c: char| !c.is_alphanumeric()) == word);
        found.map(|at| start + at)
    };
    let day = behind(0, "ngay");
    let month = day.and_then(|day| behind(day, "thang"));
    let year = month.and_then(|month| behind(month, "nam"));
    match (day, year) {
        (Some(day), Some(year)) => day <= 8 && year + 2 >= words.len(),
        _ => short_date(key) || without_day(&words),
    }
}

/// `Hà Nội, 15 tháng 4 năm 2020`, where `ngày` was forgotten.
fn without_day(words: &[&str]) -> bool {
    let number = |word: &&str| word.chars().all(|c| c.is_ascii_digit());
    match words {
        [_, .., day, "thang", month, "nam", year] => {
            words.len() <= 11 && [day, month, year].into_iter().all(number)
        }
        _ => false,
    }
}

/// `Hà Nội, ngày 5/1/2020`.
fn short_date(key: &str) -> bool {
    let Some((place, date)) = key.split_once("ngay ") else {
        return false;
    };
    let place = place.trim_end_matches([' ', ',']);
    let digits = |c: char| c.is_ascii_digit() || matches!(c, '/' | '-' | '.' | ' ' | '…');
    !place.is_empty()
        && place.len() < 50
        && date.chars().all(digits)
        && date.contains(['/', '-', '.'])
}

/// True for trích yếu of a công văn.
pub(super) fn is_letter_subject(key: &str) -> bool {
    ["v/v", "v.v", "v/ v", "ve viec", "ve viec:"]
        .iter()
        .any(|start| key.starts_with(start))
}

/// True for words that start the text.
pub(super) fn starts_text(key: &str) -> bool {
    starts(key, "kinh gui") || starts(key, "can cu")
}

#[cfg(test)]
mod tests {
    use super::super::key::key;
    use super::*;

    fn check(test: fn(&str) -> bool, yes: &[&str], no: &[&str]) {
        for words in yes {
            assert!(test(&key(words)), "{words}");
        }
        for words in no {
            assert!(!test(&key(words)), "{words}");
        }
    }

    #[test]
    fn national_name_and_motto() {
        check(
            is_national,
            &[
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "Cộng hoà xã hội chủ nghĩa việt nam",
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIÊT NAM.",
                "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA NAM",
            ],
            &[
                "CỘNG HÒA PHÁP",
                "Cộng hòa xã hội chủ nghĩa Việt Nam là một nước độc lập, có chủ quyền",
                "",
            ],
        );
        check(
            is_motto,
            &[
                "Độc lập - Tự do - Hạnh phúc",
                "Độc lập – Tự do – Hạnh phúc",
                "ĐỘC LẬP-TỰ DO-HẠNH PHÚC",
                "Độc lập  Tự do  Hạnh phúc",
            ],
            &["Độc lập dân tộc", "Hạnh phúc"],
        );
        check(
            is_national_start,
            &["CỘNG HÒA XÃ HỘI CHỦ NGHĨA"],
            &["CỘNG HÒA PHÁP"],
        );
    }

    #[test]
    fn number_and_date() {
        check(
            is_number,
            &[
                "Số: 15/QĐ-BNV",
                "Số:      /KH-UBND",
                "Số 12-KH/TU",
                "Số: ... /BC-SYT",
                "Số:",
                "SỐ: 05/2024/QĐ-UBND",
                "Số : 5/UBND - VX",
                "Số…./TB-UBND",
            ],
            &[
                "Số lượng: 5",
                "Số người tham dự",
                "Sở Y tế",
                "Số 5 Đường Hùng Vương, phường 2",
            ],
        );
        check(
            is_place_date,
            &[
                "Hà Nội, ngày 05 tháng 01 năm 2020",
                "Thành phố Hồ Chí Minh, ngày 29 tháng 6 năm 2019",
                "Phú Vinh, ngày      tháng      năm 2026",
                "Nam Định, ngày 12 tháng 4 năm 2024",
                "Quảng Nam, ngày 29 tháng 3 năm 2024",
                "Vạn Ninh ngày … tháng … năm …",
                "Hà Nội, ngày 5/1/2020",
                "Hà Nội, ngày 5.1.2020",
                "Hà Nội, 05 tháng 01 năm 2020",
            ],
            &[
                "Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015 và Luật sửa đổi",
                "Ngày mai",
                "(Kèm theo Quyết định số 5/QĐ-UBND ngày 5 tháng 6 năm 2020 của Ủy ban nhân dân xã)",
            ],
        );
    }
}
