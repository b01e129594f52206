//! Số, ký hiệu (Phụ lục I, phần I, mục II.3).

use crate::check::finding::{Notes, Spot};
use crate::check::paper::Arrangement;
use crate::document::kind::KINDS;
use crate::text::unaccent::unaccented;

use super::reading::Reading;
use super::style::{component, style};
use super::{Check, Level, Rule};

/// TT-40.
pub(super) static LINE: Rule = Rule {
    code: "TT-40",
    level: Level::Must,
    asks: "dòng “Số:” in thường, cỡ chữ 13, kiểu đứng, canh giữa dưới tên cơ quan",
    clause: "Phụ lục I, phần I, mục II.3.c",
    why: "Văn thư đóng số vào đây; thiếu thì không đăng ký được văn bản.",
    wrong: "cỡ chữ 14, đậm; “Số 12/KH-UBND” không có dấu hai chấm",
    right: "Số: 12/KH-UBND, cỡ chữ 13",
    check: Check::Paper(line),
};

/// TT-41.
pub(super) static TWO_DIGITS: Rule = Rule {
    code: "TT-41",
    level: Level::Must,
    asks: "số nhỏ hơn 10 ghi thêm số 0 phía trước",
    clause: "Phụ lục I, phần I, mục II.3.c",
    why: "Số một chữ số dễ bị viết thêm.",
    wrong: "Số: 5/KH-UBND",
    right: "Số: 05/KH-UBND",
    check: Check::Paper(two_digits),
};

/// TT-42.
pub(super) static SYMBOL: Rule = Rule {
    code: "TT-42",
    level: Level::Must,
    asks: "ký hiệu viết liền: <chữ viết tắt tên loại>-<chữ viết tắt cơ quan>, không cách chữ quanh “/” và “-”",
    clause: "Phụ lục I, phần I, mục II.3.b, II.3.c",
    why: "Ký hiệu sai dạng thì không tra cứu được.",
    wrong: "Số: 12 / KH - UBND",
    right: "Số: 12/KH-UBND",
    check: Check::Paper(symbol),
};

/// TT-43.
pub(super) static TYPE_CODE: Rule = Rule {
    code: "TT-43",
    level: Level::Must,
    asks: "chữ viết tắt trong ký hiệu đúng với tên loại văn bản",
    clause: "Phụ lục III, mục I",
    why: "Ký hiệu KH trên một báo cáo là dấu vết chép từ văn bản khác.",
    wrong: "BÁO CÁO mang số 12/KH-UBND; QUY ĐỊNH viết tắt QĐ",
    right: "BÁO CÁO mang số 12/BC-UBND; QUY ĐỊNH viết tắt QyĐ",
    check: Check::Paper(type_code),
};

/// TT-44.
pub(super) static LETTER_SYMBOL: Rule = Rule {
    code: "TT-44",
    level: Level::Must,
    asks: "ký hiệu công văn: <chữ viết tắt cơ quan>-<chữ viết tắt đơn vị soạn thảo>, không có CV",
    clause: "Phụ lục I, phần I, mục II.3.b",
    why: "Công văn không có chữ viết tắt tên loại.",
    wrong: "Số: 12/CV-UBND",
    right: "Số: 12/UBND-VX",
    check: Check::Paper(letter_symbol),
};

/// TT-45.
pub(super) static NO_YEAR: Rule = Rule {
    code: "TT-45",
    level: Level::Should,
    asks: "số của văn bản hành chính không ghi năm",
    clause: "Phụ lục I, phần I, mục II.3; năm trong số là cách ghi của văn bản quy phạm pháp luật",
    why: "Số có năm làm lẫn với văn bản quy phạm pháp luật.",
    wrong: "Số: 12/2026/KH-UBND",
    right: "Số: 12/KH-UBND",
    check: Check::Paper(no_year),
};

/// A number line taken apart.
struct Number {
    /// What stands before the first `/`, `Số:` left out.
    digits: String,
    /// What stands behind it.
    symbol: String,
    /// True if a space stands beside `/` or `-` that the Decree does not have.
    spaced: bool,
    /// True if it begins `Số:`.
    labelled: bool,
}

impl Number {
    fn of(reading: &Reading<'_>) -> Option<Number> {
        let line = reading.words_of(&reading.paper.letterhead.number)?;
        let rest = line
            .strip_prefix("Số")
            .or_else(|| line.strip_prefix("SỐ"))?;
        let labelled = rest.starts_with(':') && line.starts_with("Số");
        let rest = rest.trim_start_matches(':').trim();
        let (digits, symbol) = rest.split_once('/')?;
        // A draft leaves blanks, or dots, where the number will stand.
        let blank = digits
            .chars()
            .all(|c| c.is_whitespace() || matches!(c, '.' | '…' | '_'));
        let spaced = symbol.starts_with(' ')
            || symbol.contains(" -")
            || symbol.contains("- ")
            || (digits.ends_with(' ') && !blank);
        Some(Number {
            digits: digits.trim().to_string(),
            symbol: symbol.trim().to_string(),
            spaced,
            labelled,
        })
    }

    /// The groups of the symbol.
    fn groups(&self) -> Vec<&str> {
        self.symbol.split('-').map(str::trim).collect()
    }

    fn is_blank(&self) -> bool {
        !self.digits.contains(|c: char| c.is_ascii_digit())
    }
}

fn line(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let found = &reading.paper.letterhead.number;
    let Some(piece) = found.get() else {
        if !reading.is_list() && !reading.is_courtesy() && reading.kind().is_some() {
            let finding = notes.add(Spot::File, "không thấy dòng “Số:”", "Số: …/<ký hiệu>");
            finding.in_doubt(&reading.paper.kind);
        }
        return;
    };
    let mut asked = style(13, 13, false, false);
    if !matches!(
        reading.paper.letterhead.arrangement.get(),
        Some(Arrangement::Tabs)
    ) {
        asked = asked.centred();
    }
    component(reading, notes, "số, ký hiệu", found, asked);
    if Number::of(reading).is_some_and(|number| !number.labelled) {
        let there = format!("“{}”", reading.words(piece));
        notes
            .add(piece, there, "bắt đầu bằng “Số:”")
            .in_doubt(found);
    }
}

fn two_digits(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let found = &reading.paper.letterhead.number;
    let (Some(piece), Some(number)) = (found.get(), Number::of(reading)) else {
        return;
    };
    if number.digits.len() == 1 && !number.is_blank() {
        let there = format!("số “{}”", number.digits);
        notes
            .add(piece, there, format!("“0{}”", number.digits))
            .in_doubt(found);
    }
}

fn symbol(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let found = &reading.paper.letterhead.number;
    let Some(piece) = found.get() else {
        return;
    };
    let there = format!("“{}”", reading.words(piece));
    let Some(number) = Number::of(reading) else {
        // `Số: 12-QĐ-UBND`; with neither sign it is a bare number of a draft.
        if there.contains('-') {
            notes
                .add(piece, there, "dấu “/” sau số: 12/QĐ-UBND")
                .in_doubt(found);
        }
        return;
    };
    if number.spaced {
        notes
            .add(piece, there, "viết liền, không cách chữ quanh “/” và “-”")
            .in_doubt(found);
        return;
    }
    let named = reading.is_named() && reading.paper.kind.sure().is_some();
    let open =
        number.symbol.is_empty() || ["..", "…"].iter().any(|dots| number.symbol.contains(dots));
    if named && !open && number.groups().len() < 2 && !is_year(&number.symbol) {
        notes
            .add(piece, there, "<tên loại>-<cơ quan>, thí dụ KH-UBND")
            .in_doubt(found);
    }
}

fn type_code(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let found = &reading.paper.letterhead.number;
    let (Some(piece), Some(number)) = (found.get(), Number::of(reading)) else {
        return;
    };
    let Some((kind, code)) = reading.kind().and_then(|kind| Some((kind, kind.code?))) else {
        return;
    };
    // Behind a year stands the symbol of a contract or of a legal normative document.
    let symbol = number.symbol.rsplit('/').next().unwrap_or("");
    let first = symbol.split('-').next().unwrap_or("").trim();
    let known = KINDS.iter().filter_map(|kind| kind.code).find(|known| {
        known.eq_ignore_ascii_case(first) || known.to_uppercase() == first.to_uppercase()
    });
    if first == code || (known.is_none() && number.groups().len() < 2) || first.is_empty() {
        return;
    }
    let there = format!("{} mang ký hiệu “{first}”", kind.name);
    let finding = notes.add(piece, there, format!("“{code}”"));
    finding.in_doubt(found).in_doubt(&reading.paper.kind);
    if known.is_none() && !is_shortened(first, code) {
        finding.ask("nhóm đầu của ký hiệu không phải chữ viết tắt tên loại");
    }
}

/// True for a code with a letter or a mark left out: `QD` for `QĐ`, `TT` for `TTr`.
fn is_shortened(written: &str, code: &str) -> bool {
    let plain = |text: &str| unaccented(&text.to_lowercase());
    let (written, code) = (plain(written), plain(code));
    let mut rest = code.chars();
    let in_order = written.chars().all(|letter| rest.any(|own| own == letter));
    in_order && written.len() >= 2
}

fn letter_symbol(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let found = &reading.paper.letterhead.number;
    let (Some(piece), Some(number)) = (found.get(), Number::of(reading)) else {
        return;
    };
    if !reading.is_letter() || number.symbol.is_empty() {
        return;
    }
    let groups = number.groups();
    let there = format!("ký hiệu “{}”", number.symbol);
    let asked = "<cơ quan>-<đơn vị soạn thảo hoặc lĩnh vực>, thí dụ UBND-VX";
    if groups.contains(&"CV") {
        notes
            .add(piece, there, asked)
            .in_doubt(found)
            .in_doubt(&reading.paper.kind);
    } else if groups.len() == 1 {
        notes
            .add(piece, there, asked)
            .ask("ký hiệu một nhóm có gặp trong thực tế, nhưng Nghị định ghi hai nhóm");
    }
}

fn no_year(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let found = &reading.paper.letterhead.number;
    let (Some(piece), Some(number)) = (found.get(), Number::of(reading)) else {
        return;
    };
    let year = number
        .symbol
        .split('/')
        .next()
        .filter(|group| is_year(group));
    // Contracts are numbered by the year in practice.
    if let Some(year) = year
        && !reading.is_one_of(&["HĐ", "BGN", "BTT"])
    {
        notes
            .add(piece, format!("số có năm {year}"), "bỏ năm")
            .in_doubt(found);
    }
}

fn is_year(group: &str) -> bool {
    group.len() == 4
        && group
            .parse::<u32>()
            .is_ok_and(|year| (1990..2100).contains(&year))
}
