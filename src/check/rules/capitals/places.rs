//! Names of places (Phụ lục II, mục III).

use std::sync::LazyLock;

use crate::check::phrases::Phrases;
use crate::check::rules::{Check, Judged, Level, Rule, Sureness};
use crate::check::words::{Slip, Start, Words};

use super::people::is_name;
use super::provinces::small_syllables;
use super::{asked, capital, listed, small, sure};

static OF_PEOPLE: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(include_str!(
        "../../../../data/kiem-tra/phuong-danh-nhan.txt"
    ))
});
static SPECIALS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(include_str!(
        "../../../../data/kiem-tra/dia-danh-dac-biet.txt"
    ))
});
static LANDFORMS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(include_str!(
        "../../../../data/kiem-tra/dia-danh-dia-hinh.txt"
    ))
});
static REGIONS: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::new(include_str!("../../../../data/kiem-tra/vung-mien.txt")));
static FOREIGNERS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(include_str!(
        "../../../../data/kiem-tra/dia-danh-nuoc-ngoai.txt"
    ))
});

/// VH-05.
pub(in crate::check::rules) static UNIT: Rule = Rule {
    code: "VH-05",
    level: Level::Must,
    asks: "tên đơn vị hành chính: danh từ chung (tỉnh, thành phố, xã …) viết thường, tên riêng viết hoa mọi âm tiết",
    clause: "Phụ lục II, mục III.1.a",
    why: "Chỉ tên riêng viết hoa; tên theo số, tên người thì khác (VH-06).",
    wrong: "nhân dân trong Tỉnh Nam Định và tỉnh Khánh hòa",
    right: "nhân dân trong tỉnh Nam Định và tỉnh Khánh Hòa",
    check: Check::Words(unit),
};

/// VH-06.
pub(in crate::check::rules) static UNIT_OF_PERSON: Rule = Rule {
    code: "VH-06",
    level: Level::Must,
    asks: "đơn vị hành chính gọi theo số, tên người, sự kiện: viết hoa cả danh từ chung",
    clause: "Phụ lục II, mục III.1.b",
    why: "Danh từ chung khi ấy là một phần của tên.",
    wrong: "trụ sở tại quận 1 và phường Điện Biên Phủ",
    right: "trụ sở tại Quận 1 và Phường Điện Biên Phủ",
    check: Check::Words(unit_of_person),
};

/// VH-07.
pub(in crate::check::rules) static SPECIAL: Rule = Rule {
    code: "VH-07",
    level: Level::Must,
    asks: "viết hoa “Thủ đô Hà Nội”, “Thành phố Hồ Chí Minh”",
    clause: "Phụ lục II, mục III.1.c",
    why: "Trường hợp viết hoa đặc biệt.",
    wrong: "doanh nghiệp ở thành phố Hồ Chí Minh",
    right: "doanh nghiệp ở Thành phố Hồ Chí Minh",
    check: Check::Words(special),
};

/// VH-08.
pub(in crate::check::rules) static LANDFORM: Rule = Rule {
    code: "VH-08",
    level: Level::Must,
    asks: "từ chỉ địa hình kết hợp danh từ riêng một âm tiết thành tên địa danh: viết hoa tất cả",
    clause: "Phụ lục II, mục III.1.d",
    why: "Cửa Lò là tên một nơi, không phải cái cửa.",
    wrong: "du lịch cửa Lò và Vũng tàu",
    right: "du lịch Cửa Lò và Vũng Tàu",
    check: Check::Words(landform),
};

/// VH-09.
pub(in crate::check::rules) static LANDFORM_WORD: Rule = Rule {
    code: "VH-09",
    level: Level::Must,
    asks: "danh từ chung chỉ địa hình (sông, núi, chợ …) viết thường trước tên riêng",
    clause: "Phụ lục II, mục III.1.d",
    why: "Chỉ tên riêng viết hoa.",
    wrong: "dọc theo Sông Vàm Cỏ",
    right: "dọc theo sông Vàm Cỏ",
    check: Check::Words(landform_word),
};

/// VH-10.
pub(in crate::check::rules) static REGION: Rule = Rule {
    code: "VH-10",
    level: Level::Must,
    asks: "tên vùng, miền cấu tạo bằng từ chỉ phương hướng: viết hoa tất cả các âm tiết",
    clause: "Phụ lục II, mục III.1.đ",
    why: "Vùng Tây Bắc khác với hướng tây bắc.",
    wrong: "các tỉnh Đông Nam bộ và Tây nguyên",
    right: "các tỉnh Đông Nam Bộ và Tây Nguyên",
    check: Check::Words(region),
};

/// VH-11.
pub(in crate::check::rules) static FOREIGN: Rule = Rule {
    code: "VH-11",
    level: Level::Must,
    asks: "tên địa lý nước ngoài: phiên âm Hán - Việt như tên Việt Nam; phiên âm trực tiếp có gạch nối",
    clause: "Phụ lục II, mục III.2",
    why: "Một cách viết cho một tên.",
    wrong: "chuyến bay đi Mát-xcơ-Va",
    right: "chuyến bay đi Mát-xcơ-va",
    check: Check::Words(foreign),
};

/// Words for units: how many words, and whether wards of that kind often bear a person's name.
const UNITS: [(&[&str], bool); 8] = [
    (&["thành", "phố"], false),
    (&["thị", "xã"], false),
    (&["thị", "trấn"], false),
    (&["đặc", "khu"], false),
    (&["tỉnh"], false),
    (&["huyện"], false),
    (&["xã"], true),
    (&["phường"], true),
];

fn unit(text: &Words<'_>) -> Vec<Judged> {
    let mut found: Vec<Judged> = small_syllables(text).into_iter().map(sure).collect();
    for index in 0..text.words.len() {
        let Some((words, of_people)) = unit_at(text, index) else {
            continue;
        };
        let name = index + words;
        let named = text.gap(name - 1).is_empty()
            && text
                .words
                .get(name)
                .is_some_and(|next| next.is_capital() && !next.is_all_capitals())
            // `Tỉnh Đoàn`, `Huyện Hội` are bodies.
            && !matches!(text.folded(name), "đoàn" | "đội" | "hội" | "ủy");
        let first = &text.words[index];
        let slip = in_sentence(text, index)
            && first.is_capital()
            && !first.is_all_capitals()
            && named
            && SPECIALS.at(text, index).is_none()
            && OF_PEOPLE.at(text, index).is_none()
            && (is_first_tier(text, index) || !is_name(text, name));
        if !slip {
            continue;
        }
        let slip = Slip {
            range: text.range(index..name),
            wanted: text.text[text.range(index..name)].to_lowercase(),
        };
        let sureness = if of_people {
            Sureness::Look("tên theo người, theo sự kiện thì viết hoa")
        } else {
            Sureness::Sure
        };
        found.push((slip, sureness));
    }
    found
}

/// True for `tỉnh`, `thành phố`: none but the one of VH-07 bears a person's name, though `Hà Nội` and
/// `Lâm Đồng` begin like one.
fn is_first_tier(text: &Words<'_>, index: usize) -> bool {
    matches!(text.folded(index), "tỉnh" | "thành")
}

/// Number of words of the unit that begins at a word.
fn unit_at(text: &Words<'_>, index: usize) -> Option<(usize, bool)> {
    UNITS.iter().find_map(|(words, of_people)| {
        let same = words
            .iter()
            .enumerate()
            .all(|(at, word)| text.folded(index + at) == *word);
        same.then_some((words.len(), *of_people))
    })
}

/// Words before which a landform is part of a name: `thôn Núi Mít Con`.
const NAMED: [&str; 12] = [
    "thôn",
    "xã",
    "phường",
    "ấp",
    "bản",
    "làng",
    "buôn",
    "tổ",
    "đường",
    "khu",
    "phố",
    "tên",
];

/// True in the middle of a sentence, behind a small word: behind a comma a new entry of a list may start,
/// behind a capital a name may go on.
fn in_sentence(text: &Words<'_>, index: usize) -> bool {
    text.words[index].start == Start::Middle
        && !text.before(index).is_empty()
        && !follows_capital(text, index)
}

/// True behind a word with a capital: `UBND Tỉnh`, `Đảng bộ Thành phố` may be part of a name.
fn follows_capital(text: &Words<'_>, index: usize) -> bool {
    index
        .checked_sub(1)
        .is_some_and(|before| text.gap(before).is_empty() && text.words[before].is_capital())
}

fn unit_of_person(text: &Words<'_>) -> Vec<Judged> {
    let mut found = listed(&OF_PEOPLE, text);
    for index in 0..text.words.len().saturating_sub(1) {
        let unit = matches!(text.folded(index), "quận" | "phường");
        let number = text.words[index + 1].is_number() && text.gap(index).is_empty();
        // `05 phường 1.200 hộ`: a number before, or a long one behind, is a count.
        let counted = text.before(index).starts_with(|c: char| c.is_ascii_digit());
        let short = text.words[index + 1].text.len() <= 2 && !text.gap(index + 1).starts_with('.');
        let small = text.words[index].is_small();
        if unit
            && number
            && short
            && small
            && !counted
            && !matches!(text.before(index), "các" | "số" | "những")
        {
            found.push(sure(capital(text, index)));
        }
    }
    found
}

fn special(text: &Words<'_>) -> Vec<Judged> {
    listed(&SPECIALS, text)
}

fn landform(text: &Words<'_>) -> Vec<Judged> {
    // `cửa lò` all in small letters may be the door of a furnace; lists flag mixed case only. At the
    // start of a sentence its one capital says nothing: `Cửa hội trường`.
    let slips = LANDFORMS.slips(text).into_iter();
    let only_first = |slip: &Slip| {
        let inside = text
            .words
            .iter()
            .filter(|word| slip.range.start <= word.at && word.end() <= slip.range.end);
        let capitals: Vec<bool> = inside.map(|word| word.is_capital()).collect();
        capitals.first() == Some(&true) && !capitals[1..].contains(&true)
    };
    slips
        .filter(|slip| !(only_first(slip) && starts(text, slip)))
        .map(sure)
        .collect()
}

/// True if a slip stands where a sentence may begin.
fn starts(text: &Words<'_>, slip: &Slip) -> bool {
    let first = text.words.iter().find(|word| word.at == slip.range.start);
    first.is_some_and(|word| word.start != Start::Middle)
}

fn landform_word(text: &Words<'_>) -> Vec<Judged> {
    let mut found = Vec::new();
    for index in 0..text.words.len().saturating_sub(2) {
        let word = &text.words[index];
        let form = matches!(word.text, "Sông" | "Biển" | "Chợ" | "Vịnh" | "Núi");
        let named = (1..=2)
            .all(|at| text.words[index + at].is_capital() && text.gap(index + at - 1).is_empty());
        if form && named && in_sentence(text, index) && !NAMED.contains(&text.before(index)) {
            found.push((
                small(text, index),
                Sureness::Look("có khi là tên riêng, như Hồ Gươm"),
            ));
        }
    }
    found
}

fn region(text: &Words<'_>) -> Vec<Judged> {
    asked(&REGIONS, text, "“Bộ” có khi là từ khác")
}

fn foreign(text: &Words<'_>) -> Vec<Judged> {
    listed(&FOREIGNERS, text)
}
