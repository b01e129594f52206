//! Names of provinces, of the capital and of the country, in their right capitals.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::check::provinces::provinces;
use crate::check::words::{Slip, Words};

/// Names of provinces by the first word, folded; then the name's words.
static NAMES: LazyLock<HashMap<String, Vec<Vec<String>>>> = LazyLock::new(|| {
    let mut names: HashMap<String, Vec<Vec<String>>> = HashMap::new();
    // VH-07 has the one with a capital on its common noun.
    for province in provinces().iter().filter(|it| it.name != "Hồ Chí Minh") {
        let words = Words::new(province.name).words;
        let folded: Vec<String> = words.into_iter().map(|word| word.folded).collect();
        if let Some(first) = folded.first() {
            names.entry(first.clone()).or_default().push(folded);
        }
    }
    names
});

/// Names that are common words, too: `cấp tỉnh cao bằng`.
const COMMON: [&str; 4] = ["cao bằng", "hòa bình", "thái bình", "bình định"];

/// Names behind `tỉnh`, `thành phố` with a syllable in small letters, and `Việt nam`, `Hà nội`.
pub(super) fn small_syllables(text: &Words<'_>) -> Vec<Slip> {
    let mut found = Vec::new();
    for index in 0..text.words.len() {
        let length = behind_unit(text, index).or_else(|| alone(text, index));
        if let Some(length) = length {
            found.extend(slip(text, index, length));
        }
    }
    found
}

/// The length of a province's name behind the word for its kind.
fn behind_unit(text: &Words<'_>, index: usize) -> Option<usize> {
    if !matches!(text.before(index), "tỉnh" | "phố") {
        return None;
    }
    let names = NAMES.get(text.folded(index))?;
    let stands = |name: &&Vec<String>| {
        name.iter().enumerate().all(|(at, word)| {
            let joined = at == 0 || matches!(text.gap(index + at - 1), "" | "-" | "–");
            joined && text.folded(index + at) == word
        })
    };
    let name = names.iter().filter(stands).max_by_key(|name| name.len())?;
    let small = (0..name.len()).all(|at| text.words[index + at].is_small());
    let common = small && COMMON.contains(&name.join(" ").as_str());
    (!common).then_some(name.len())
}

/// `Việt nam`, `Hà nội`, `Đà nẵng` behind no other name.
fn alone(text: &Words<'_>, index: usize) -> Option<usize> {
    let pair = (text.folded(index), text.folded(index + 1));
    let joined = text.words.len() > index + 1 && text.gap(index).is_empty();
    let named = index > 0 && text.gap(index - 1).is_empty() && text.words[index - 1].is_capital();
    let first = &text.words[index];
    let known = match pair {
        ("việt", "nam") => true,
        // `đồng chí Hà nội dung gì`.
        ("hà", "nội") => !matches!(text.folded(index + 2), "dung" | "trợ" | "vụ" | "bộ" | "quy"),
        ("đà", "nẵng") => true,
        _ => false,
    };
    (known && joined && !named && first.is_capital()).then_some(2)
}

fn slip(text: &Words<'_>, index: usize, length: usize) -> Option<Slip> {
    let words = &text.words[index..index + length];
    if words.iter().all(|word| word.is_capital()) {
        return None;
    }
    let range = text.range(index..index + length);
    let wanted = crate::text::case::name(&text.text[range.clone()]);
    Some(Slip { range, wanted })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slips(text: &str) -> Vec<String> {
        let words = Words::new(text);
        let slips = small_syllables(&words).into_iter();
        slips
            .map(|slip| format!("{} → {}", &text[slip.range], slip.wanted))
            .collect()
    }

    #[test]
    fn names_of_provinces_have_a_capital_on_each_syllable() {
        assert_eq!(
            slips("tỉnh Khánh hòa, tỉnh nghệ an, Việt nam, tại Hà nội, tỉnh Bà Rịa - Vũng tàu"),
            [
                "Khánh hòa → Khánh Hòa",
                "nghệ an → Nghệ An",
                "Việt nam → Việt Nam",
                "Hà nội → Hà Nội",
                "Bà Rịa - Vũng tàu → Bà Rịa - Vũng Tàu"
            ]
        );
        for right in [
            "tỉnh Khánh Hoà, TỈNH NGHỆ AN, mức chi cấp tỉnh cao bằng cấp xã",
            "đồng chí Hà nội dung gì, ông Nguyễn Quốc Việt nam sinh năm 1990",
            "tỉnh, thành phố; tỉnh an toàn; các tỉnh lâm nghiệp",
        ] {
            assert_eq!(slips(right), Vec::<String>::new(), "{right}");
        }
    }
}
