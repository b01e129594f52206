//! The levels of those who give awards.

use crate::text::fold::plain;

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A level of those who give awards.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[schemars(rename = "cap", description = "Cấp của cơ quan")]
pub enum Level {
    #[serde(rename = "chinh_phu")]
    #[schemars(description = "Chính phủ, Thủ tướng Chính phủ")]
    /// Chính phủ, Thủ tướng Chính phủ.
    Government,
    #[serde(rename = "tinh")]
    #[schemars(description = "Tỉnh, thành phố trực thuộc trung ương")]
    /// Tỉnh, thành phố trực thuộc trung ương.
    Province,
    #[serde(rename = "so")]
    #[schemars(description = "Sở, đơn vị có tư cách pháp nhân")]
    /// Sở, đơn vị có tư cách pháp nhân.
    Department,
    #[serde(rename = "huyen")]
    #[schemars(description = "Huyện, quận, thị xã, thành phố thuộc tỉnh (đến 30/6/2025)")]
    /// Huyện, quận, thị xã, thành phố thuộc tỉnh.
    District,
    #[serde(rename = "xa")]
    #[schemars(description = "Xã, phường, thị trấn, đặc khu")]
    /// Xã, phường, thị trấn, đặc khu.
    Commune,
}

/// Words that tell a level, the longer ones first: `thị xã` is no `xã`.
const WORDS: [(&str, Level); 11] = [
    ("thu tuong", Level::Government),
    ("chinh phu", Level::Government),
    ("thi xa", Level::District),
    ("thi tran", Level::Commune),
    ("dac khu", Level::Commune),
    ("tinh", Level::Province),
    ("thanh pho", Level::Province),
    ("huyen", Level::District),
    ("quan", Level::District),
    ("phuong", Level::Commune),
    ("xa", Level::Commune),
];

impl Level {
    /// The level that a phrase names first: `Chủ tịch UBND huyện`, `xã`, `Giám đốc Sở Nội vụ`.
    pub fn in_words(phrase: &str) -> Option<Level> {
        let folded = plain(phrase);
        let padded = format!(" {folded} ");
        if padded.contains(" giam doc ") || folded.starts_with("so ") {
            return Some(Level::Department);
        }
        let found = WORDS
            .iter()
            .enumerate()
            .filter_map(|(rank, (word, level))| {
                let at = padded.find(&format!(" {word} "))?;
                Some((at, rank, *level))
            });
        found.min().map(|(_, _, level)| level)
    }
}

/// As in sentences: `cấp huyện`.
impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Level::Government => "cấp Chính phủ",
            Level::Province => "cấp tỉnh",
            Level::Department => "cấp sở",
            Level::District => "cấp huyện",
            Level::Commune => "cấp xã",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_tell_their_level() {
        for (phrase, level) in [
            ("Chủ tịch UBND huyện", Some(Level::District)),
            ("của Chủ tịch Ủy ban nhân dân tỉnh", Some(Level::Province)),
            ("thị xã Ninh Hòa", Some(Level::District)),
            ("xã", Some(Level::Commune)),
            ("UBND thị trấn Vạn Giã", Some(Level::Commune)),
            ("Giám đốc Sở Nội vụ tỉnh", Some(Level::Department)),
            ("của Thủ tướng Chính phủ", Some(Level::Government)),
            ("năm 2023", None),
        ] {
            assert_eq!(Level::in_words(phrase), level, "{phrase}");
        }
    }
}
