//! The order of protocol: level, then Party, People's Council, People's Committee, Front, unions,
//! departments, communes, and within a body chief before deputies before staff.
//!
//! Told by the words of group, unit and post; what no word tells keeps its place at the end of its
//! kind. An office that ranks otherwise keeps its own order in the file.

use crate::text::fold::plain;

/// Levels by words of the group; the first that fits counts.
const LEVELS: [&[&str]; 5] = [
    &["trung uong"],
    &["cap tinh", "tinh", "thanh pho"],
    &["cap huyen", "huyen", "quan", "thi xa"],
    &["cap xa", "xa", "phuong", "dac khu", "thi tran"],
    &["khen thuong", "dien hinh"],
];

/// Bodies by words of the unit, in their rank.
const BODIES: [&[&str]; 12] = [
    &[
        "thuong truc tinh uy",
        "thuong truc huyen uy",
        "thuong truc dang uy",
        "ban thuong vu",
    ],
    &["tinh uy", "thanh uy", "huyen uy", "dang uy"],
    &["hoi dong nhan dan", "hdnd"],
    &["uy ban nhan dan", "ubnd"],
    &["mat tran", "mttq", "ubmttq"],
    &["cuu chien binh"],
    &["phu nu", "lhpn"],
    &["nong dan"],
    &["doan thanh nien", "tncs", "doan tn"],
    &["lien doan lao dong", "cong doan"],
    &[
        "so",
        "phong",
        "ban",
        "cong an",
        "quan su",
        "trung tam",
        "toa an",
        "vien kiem sat",
        "chi cuc",
    ],
    &[
        "truong",
        "tram",
        "cong ty",
        "hop tac xa",
        "thon",
        "to dan pho",
    ],
];

/// Posts within a body, in their rank; words at the start count.
const POSTS: [&[&str]; 4] = [
    &[
        "bi thu",
        "chu tich",
        "truong",
        "giam doc",
        "chanh",
        "chu nhiem",
        "chi huy truong",
        "vien truong",
        "hieu truong",
    ],
    &["pho bi thu thuong truc", "pho chu tich thuong truc"],
    &["pho", "uy vien"],
    &["dai dien lanh dao", "lanh dao"],
];

/// Where a guest stands: smaller is higher.
pub(super) fn rank(group: &str, unit: &str, post: &str) -> (usize, usize, usize) {
    let (group, unit, post) = (plain(group), plain(unit), plain(post));
    let level = first(&LEVELS, |words| has(&group, words));
    // A post in a body tells the body better than a department of it does.
    let departments = [
        "van phong",
        "ban to chuc",
        "ban tuyen giao",
        "ban dan van",
        "co quan",
        "phong",
        "ban ",
    ];
    let department = departments.iter().any(|word| unit.starts_with(word));
    let body = match department {
        true => BODIES.len() - 2,
        false => first(&BODIES, |words| has(&unit, words)),
    };
    let post = first(&POSTS, |words| post.starts_with(words));
    (level, body, post)
}

/// Awardees by words of their name or unit, in their rank (Party, People's Council and Committee,
/// Front and unions, departments, service units, communes, schools, enterprises). The kinds that
/// other words of a name could hide are asked first.
const AWARDEES: [(usize, &[&str]); 10] = [
    (8, &["cong ty", "hop tac xa", "doanh nghiep", "htx"]),
    (7, &["truong"]),
    (
        0,
        &[
            "tinh uy",
            "huyen uy",
            "dang uy",
            "chi bo",
            "uy ban kiem tra",
        ],
    ),
    (
        3,
        &[
            "mat tran",
            "mttq",
            "cuu chien binh",
            "phu nu",
            "lhpn",
            "nong dan",
            "doan thanh nien",
            "lien doan lao dong",
            "cong doan",
        ],
    ),
    (5, &["trung tam", "ban quan ly", "tram", "benh vien"]),
    (
        4,
        &[
            "so",
            "phong",
            "van phong",
            "cong an",
            "quan su",
            "toa an",
            "vien kiem sat",
            "chi cuc",
            "thanh tra",
        ],
    ),
    (
        6,
        &["xa", "phuong", "thi tran", "dac khu", "thon", "to dan pho"],
    ),
    (1, &["hoi dong nhan dan", "hdnd"]),
    (2, &["uy ban nhan dan", "ubnd"]),
    (4, &["ban"]),
];

/// Where an awardee stands among those of the same award: smaller is higher. A collective is told by
/// its own name, a person by unit and post.
pub(super) fn award_rank(body: &str, post: &str) -> (usize, usize) {
    let (body, post) = (plain(body), plain(post));
    let kind = AWARDEES
        .iter()
        .find(|(_, words)| words.iter().any(|word| has(&body, word)));
    let post = first(&POSTS, |words| post.starts_with(words));
    (kind.map_or(9, |(rank, _)| *rank), post)
}

/// The first row of a table with a word that fits, or one past the last.
fn first(table: &[&[&str]], fits: impl Fn(&str) -> bool) -> usize {
    let at = table
        .iter()
        .position(|words| words.iter().any(|word| fits(word)));
    at.unwrap_or(table.len())
}

/// True if whole words occur in a text.
fn has(text: &str, words: &str) -> bool {
    format!(" {text} ").contains(&format!(" {words} "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_bodies_and_posts_rank() {
        let guests = [
            ("a) Cấp tỉnh", "UBND tỉnh Khánh Hòa", "Phó Chủ tịch"),
            ("b) Cấp huyện", "Huyện ủy Vạn Ninh", "Bí thư Huyện ủy"),
            (
                "b) Cấp huyện",
                "Huyện ủy Vạn Ninh",
                "Phó Bí thư Thường trực Huyện ủy",
            ),
            ("b) Cấp huyện", "Huyện ủy Vạn Ninh", "Phó Bí thư Huyện ủy"),
            ("b) Cấp huyện", "HĐND huyện Vạn Ninh", "Phó Chủ tịch"),
            ("b) Cấp huyện", "UBND huyện Vạn Ninh", "Phó Chủ tịch"),
            (
                "b) Cấp huyện",
                "Ủy ban Mặt trận Tổ quốc Việt Nam huyện",
                "Chủ tịch",
            ),
            ("b) Cấp huyện", "Hội Nông dân huyện Vạn Ninh", "Chủ tịch"),
            (
                "b) Cấp huyện",
                "Văn phòng Huyện ủy Vạn Ninh",
                "Chánh Văn phòng",
            ),
            ("c) Cấp xã", "Đảng ủy xã Vạn Thắng", "Bí thư Đảng ủy"),
            ("c) Cấp xã", "UBND xã Vạn Hưng", "Chủ tịch UBND"),
            (
                "d) Tập thể, cá nhân được khen thưởng",
                "Thôn Xuân Cam",
                "Nông dân",
            ),
        ];
        let ranks = guests.map(|(group, unit, post)| rank(group, unit, post));
        assert!(ranks.is_sorted(), "{ranks:?}");
    }
}
