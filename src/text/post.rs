//! Post and unit of a person as a clerk writes them one after the other: `Phó Chủ tịch UBND tỉnh`,
//! `Trưởng phòng, Phòng Nội vụ`. No word is changed or dropped but what would stand twice.

/// Posts that are said with their unit without a comma; small letters.
const HEADS: [&str; 20] = [
    "chủ tịch",
    "phó chủ tịch",
    "phó chủ tịch thường trực",
    "bí thư",
    "phó bí thư",
    "phó bí thư thường trực",
    "giám đốc",
    "phó giám đốc",
    "hiệu trưởng",
    "phó hiệu trưởng",
    "chủ nhiệm",
    "phó chủ nhiệm",
    "viện trưởng",
    "thủ trưởng",
    "lãnh đạo",
    "thường trực",
    "đại diện",
    "đại diện lãnh đạo",
    "đại diện thường trực",
    "đại diện ban giám hiệu",
];

/// Marks that part the pieces of a sentence, which puts its own.
const PARTING: [char; 3] = [',', ';', ' '];

/// Post and unit in a sentence. A unit that goes on from the last words of the post is joined there
/// (`Chủ tịch UBND` and `UBND xã`); one that follows a plain head follows it without a comma.
pub fn with_unit(post: &str, unit: &str) -> String {
    let (post, unit) = (bare(post), bare(unit));
    if post.is_empty() || unit.is_empty() {
        return format!("{post}{unit}");
    }
    let post_words: Vec<&str> = post.split(' ').collect();
    let unit_words: Vec<&str> = unit.split(' ').collect();
    let longest = post_words.len().min(unit_words.len());
    let shared = (1..=longest).rev();
    let shared = shared
        .filter(|&count| post_words[post_words.len() - count..] == unit_words[..count])
        .max();
    match shared {
        Some(count) => {
            let rest = unit_words[count..].iter();
            let words = post_words.iter().chain(rest);
            words.copied().collect::<Vec<_>>().join(" ")
        }
        None if HEADS.contains(&post.to_lowercase().as_str()) => format!("{post} {unit}"),
        None => format!("{post}, {unit}"),
    }
}

/// The text without the marks around it.
fn bare(text: &str) -> &str {
    let text = text.trim_start_matches(PARTING);
    text.trim_end_matches(|mark| mark == '.' || PARTING.contains(&mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn post_and_unit_read_as_clerks_write_them() {
        for (post, unit, words) in [
            (
                "Phó Chủ tịch",
                "UBND tỉnh Khánh Hòa",
                "Phó Chủ tịch UBND tỉnh Khánh Hòa",
            ),
            (
                "Chủ tịch UBND",
                "UBND xã Vạn Hưng",
                "Chủ tịch UBND xã Vạn Hưng",
            ),
            (
                "Chánh Văn phòng",
                "Văn phòng Huyện ủy Vạn Ninh",
                "Chánh Văn phòng Huyện ủy Vạn Ninh",
            ),
            (
                "Chủ tịch Hội Nông dân",
                "Hội Nông dân xã Bình Mẫu",
                "Chủ tịch Hội Nông dân xã Bình Mẫu",
            ),
            ("Trưởng phòng", "Phòng Nội vụ", "Trưởng phòng, Phòng Nội vụ"),
            (
                "Trưởng thôn",
                "Thôn Thượng Mẫu",
                "Trưởng thôn, Thôn Thượng Mẫu",
            ),
            (
                "Đại diện Lãnh đạo",
                "Văn phòng UBND tỉnh",
                "Đại diện Lãnh đạo Văn phòng UBND tỉnh",
            ),
            ("Chủ tịch,", " ; UBND xã.", "Chủ tịch UBND xã"),
            ("../../x", "CON", "../../x, CON"),
            ("", "Công an huyện", "Công an huyện"),
            ("Nông dân", "", "Nông dân"),
            ("", "", ""),
        ] {
            assert_eq!(with_unit(post, unit), words);
        }
    }
}
