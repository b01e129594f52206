//! Tên cơ quan, tổ chức ban hành văn bản (Phụ lục I, phần I, mục II.2).

use crate::check::finding::{Notes, Spot};
use crate::check::phrases::entries;
use crate::check::provinces::provinces;
use crate::check::words::fold;

use super::reading::Reading;
use super::style::{component, style};
use super::{Check, Level, Rule};

/// The first day without the district level, and the words for its units (Luật 72/2025/QH15).
const ABOLISHED_UNITS: &str = include_str!("../../../data/kiem-tra/don-vi-da-bo.txt");

/// TT-30.
pub(super) static AGENCY: Rule = Rule {
    code: "TT-30",
    level: Level::Must,
    asks: "tên cơ quan ban hành in hoa, cỡ chữ 12–13, kiểu đứng, đậm, canh giữa",
    clause: "Phụ lục I, phần I, mục II.2.b",
    why: "Người nhận nhìn vào đây để biết văn bản của ai.",
    wrong: "Sở Nội vụ, in thường, không đậm",
    right: "SỞ NỘI VỤ, cỡ chữ 13, đậm",
    check: Check::Paper(agency),
};

/// TT-31.
pub(super) static PARENT: Rule = Rule {
    code: "TT-31",
    level: Level::Must,
    asks: "tên cơ quan chủ quản in hoa, cỡ chữ 12–13, kiểu đứng, không đậm",
    clause: "Phụ lục I, phần I, mục II.2.b",
    why: "Chữ đậm dành cho cơ quan ban hành; cả hai đậm thì không rõ ai ban hành.",
    wrong: "UBND TỈNH KHÁNH HÒA in đậm trên SỞ NỘI VỤ",
    right: "UBND TỈNH KHÁNH HÒA in thường nét trên SỞ NỘI VỤ đậm",
    check: Check::Paper(parent),
};

/// TT-33.
pub(super) static NO_PARENT: Rule = Rule {
    code: "TT-33",
    level: Level::Should,
    asks: "Ủy ban nhân dân, Hội đồng nhân dân các cấp, các Bộ không ghi cơ quan chủ quản",
    clause: "Phụ lục I, phần I, mục II.2.a (“nếu có”) và thực tế soạn thảo",
    why: "Các cơ quan này không có cơ quan chủ quản trực tiếp.",
    wrong: "UBND TỈNH KHÁNH HÒA / ỦY BAN NHÂN DÂN XÃ VẠN NINH",
    right: "ỦY BAN NHÂN DÂN / XÃ VẠN NINH",
    check: Check::Paper(no_parent),
};

/// TT-34.
pub(super) static AGENCY_IN_FULL: Rule = Rule {
    code: "TT-34",
    level: Level::Should,
    asks: "tên cơ quan ban hành ghi đầy đủ, không viết tắt",
    clause: "Phụ lục I, phần I, mục II.2.a",
    why: "Chỉ tên cơ quan chủ quản được viết tắt cụm từ thông dụng.",
    wrong: "UBND XÃ VẠN NINH",
    right: "ỦY BAN NHÂN DÂN / XÃ VẠN NINH",
    check: Check::Paper(agency_in_full),
};

/// TT-35.
pub(super) static ABOLISHED: Rule = Rule {
    code: "TT-35",
    level: Level::Should,
    asks: "từ 01/7/2025, tên cơ quan không còn huyện, quận, thị xã, thị trấn, không còn tên tỉnh đã sáp nhập",
    clause: "Luật Tổ chức chính quyền địa phương 2025 (72/2025/QH15); Nghị quyết 202/2025/QH15",
    why: "Các đơn vị hành chính này không còn; tên cũ thường là mẫu cũ dùng lại.",
    wrong: "UBND HUYỆN VẠN NINH, văn bản năm 2026",
    right: "UBND XÃ VẠN NINH",
    check: Check::Paper(abolished),
};

fn agency(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let found = &reading.paper.letterhead.agency;
    if found.is_missing() && !reading.paper.letterhead.national_name.is_missing() {
        let spot = Spot::File;
        notes.add(
            spot,
            "không thấy tên cơ quan ban hành",
            "tên cơ quan ở phía trên, bên trái",
        );
        return;
    }
    component(
        reading,
        notes,
        "tên cơ quan",
        found,
        style(12, 13, true, false).upper().centred(),
    );
}

fn parent(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let found = &reading.paper.letterhead.parent;
    let asked = style(12, 13, false, false).upper().centred();
    component(reading, notes, "tên cơ quan chủ quản", found, asked);
}

fn no_parent(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let head = &reading.paper.letterhead;
    let (Some(parent), Some(agency)) = (head.parent.sure(), head.agency.sure()) else {
        return;
    };
    let name = reading.words(agency);
    let folded = fold(&name);
    let starts = |words: &[&str]| words.iter().any(|word| folded.starts_with(word));
    let none = starts(&[
        "ủy ban nhân dân",
        "uỷ ban nhân dân",
        "hội đồng nhân dân",
        "bộ ",
    ]);
    // A military command is called `Bộ`, too, but stands under another body.
    if none && !starts(&["bộ chỉ huy", "bộ tư lệnh", "bộ phận", "bộ môn"]) {
        let there = format!("trên “{name}” có “{}”", reading.words(parent));
        notes.add(parent, there, "bỏ dòng cơ quan chủ quản");
    }
}

fn agency_in_full(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let found = &reading.paper.letterhead.agency;
    let Some(piece) = found.get() else {
        return;
    };
    let name = reading.words(piece);
    let short = |word: &&str| ["UBND", "HĐND", "TP.", "TP", "UBMTTQ", "MTTQ"].contains(word);
    if let Some(short) = name.split(' ').find(short) {
        let there = format!("tên cơ quan viết tắt “{short}”");
        notes.add(piece, there, "viết đầy đủ").in_doubt(found);
    }
}

fn abolished(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let mut entries = entries(ABOLISHED_UNITS);
    let from = entries
        .next()
        .and_then(|day| day.parse::<chrono::NaiveDate>().ok());
    let (Some(day), Some(from)) = (reading.date, from) else {
        return;
    };
    if day < from {
        return;
    }
    let head = &reading.paper.letterhead;
    let units: Vec<&str> = entries.collect();
    for found in [&head.parent, &head.agency] {
        let Some(piece) = found.get() else {
            continue;
        };
        if let Some(province) = former_province(&reading.words(piece), day) {
            notes
                .add(
                    piece,
                    format!("tên cơ quan có “{province}”"),
                    "tên tỉnh, thành phố theo ngày của văn bản",
                )
                .in_doubt(found);
        }
        let name = format!(" {} ", reading.words(piece));
        let unit = units.iter().find(|unit| {
            let unit = format!(" {unit} ");
            // A committee of the Party may keep the word in a name of its own.
            name.contains(&unit) && !name.contains("HUYỆN ỦY") && !name.contains("QUẬN ỦY")
        });
        if let Some(unit) = unit {
            let there = format!("tên cơ quan có “{unit}”");
            notes
                .add(
                    piece,
                    there,
                    "tên cơ quan theo đơn vị hành chính từ 01/7/2025",
                )
                .in_doubt(found);
        }
    }
}

/// `TỈNH NINH THUẬN` on a day when there is no province of that name.
fn former_province(agency: &str, day: chrono::NaiveDate) -> Option<String> {
    let words: Vec<String> = agency.split(' ').map(fold).collect();
    let name = format!(" {} ", words.join(" "));
    provinces().iter().find_map(|province| {
        let full = format!("{} {}", province.kind, province.name);
        let folded: Vec<String> = full.split(' ').map(fold).collect();
        let said = name.contains(&format!(" {} ", folded.join(" ")));
        let again = provinces()
            .iter()
            .any(|it| (it.kind, it.name) == (province.kind, province.name) && it.stands_on(day));
        (said && !again && province.to.is_some_and(|to| to < day)).then(|| full.to_uppercase())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn provinces_are_those_of_the_day() {
        let at = |agency: &str, day: &str| former_province(agency, day.parse().unwrap());
        let said = Some("TỈNH NINH THUẬN".to_string());
        assert_eq!(at("UBND TỈNH NINH THUẬN", "2026-01-05"), said);
        assert_eq!(at("UBND TỈNH NINH THUẬN", "2025-06-30"), None);
        assert_eq!(at("ỦY BAN NHÂN DÂN TỈNH KHÁNH HOÀ", "2026-01-05"), None);
        assert_eq!(at("UBND TỈNH ĐỒNG NAI", "2026-03-05"), None);
        assert!(at("UBND TỈNH ĐỒNG NAI", "2026-05-05").is_some());
        assert_eq!(at("UBND PHƯỜNG BẠC LIÊU", "2026-05-05"), None);
    }
}
