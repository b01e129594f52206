//! Địa danh và thời gian ban hành (Phụ lục I, phần I, mục II.4).

use chrono::NaiveDate;

use crate::check::facts::Home;
use crate::check::finding::{Notes, Spot};
use crate::check::mend::Edit;
use crate::check::paper::Arrangement;
use crate::check::phrases::entries;
use crate::text::calendar;
use crate::text::case::upper_first;

use super::reading::Reading;
use super::style::{component, style};
use super::{Check, Level, Rule};

/// Wards that are named after people and events.
const UNITS_OF_PEOPLE: &str = include_str!("../../../data/kiem-tra/phuong-danh-nhan.txt");

/// TT-50.
pub(super) static STYLE: Rule = Rule {
    code: "TT-50",
    level: Level::Must,
    asks: "địa danh, ngày tháng năm in thường, cỡ chữ 13–14, nghiêng, canh giữa dưới Tiêu ngữ, ngang dòng “Số:”",
    clause: "Phụ lục I, phần I, mục II.4.c",
    why: "Dòng này đứng thẳng, đậm là lẫn với Tiêu ngữ.",
    wrong: "kiểu chữ đứng",
    right: "kiểu chữ nghiêng, cỡ chữ 14",
    check: Check::Paper(looks),
};

/// TT-51.
pub(super) static FORM: Rule = Rule {
    code: "TT-51",
    level: Level::Must,
    asks: "“ngày … tháng … năm …”: ngày dưới 10 và tháng 1, 2 thêm số 0; tháng 3 đến 9 không thêm",
    clause: "Phụ lục I, phần I, mục II.4.b",
    why: "Số 0 thêm vào các tháng 3–9 là lỗi hay gặp nhất ở đầu văn bản.",
    wrong: "Hà Nội, ngày 5 tháng 03 năm 2026",
    right: "Hà Nội, ngày 05 tháng 3 năm 2026",
    check: Check::Paper(form),
};

/// TT-52.
pub(super) static CAPITAL: Rule = Rule {
    code: "TT-52",
    level: Level::Must,
    asks: "các chữ cái đầu của địa danh viết hoa, sau địa danh có dấu phẩy",
    clause: "Phụ lục I, phần I, mục II.4.c",
    why: "Địa danh là tên riêng; thiếu dấu phẩy thì địa danh dính vào ngày.",
    wrong: "Hà nội ngày 05 tháng 3 năm 2026",
    right: "Hà Nội, ngày 05 tháng 3 năm 2026",
    check: Check::Paper(capital),
};

/// TT-53.
pub(super) static FULL_PLACE: Rule = Rule {
    code: "TT-53",
    level: Level::Must,
    asks: "địa danh mang tên người, số, sự kiện lịch sử ghi đủ tên đơn vị hành chính, không viết tắt",
    clause: "Phụ lục I, phần I, mục II.4.a",
    why: "“TP. Hồ Chí Minh”, “Điện Biên Phủ” không phải tên đầy đủ của đơn vị hành chính.",
    wrong: "TP. Hồ Chí Minh, ngày 29 tháng 6 năm 2026",
    right: "Thành phố Hồ Chí Minh, ngày 29 tháng 6 năm 2026",
    check: Check::Paper(full_place),
};

/// TT-54.
pub(super) static MINUTES_WITHOUT: Rule = Rule {
    code: "TT-54",
    level: Level::Should,
    asks: "biên bản không ghi địa danh, ngày tháng ở đầu văn bản",
    clause: "Phụ lục III, mẫu 1.9",
    why: "Thời gian của biên bản nằm trong nội dung.",
    wrong: "BIÊN BẢN có dòng “Hà Nội, ngày 05 tháng 3 năm 2026” ở đầu",
    right: "dòng “Thời gian bắt đầu: …” trong nội dung",
    check: Check::Paper(minutes_without),
};

/// A date line taken apart; a blank of a draft is an empty text.
#[derive(Debug, PartialEq, Eq)]
struct Line<'a> {
    place: &'a str,
    comma: bool,
    day: &'a str,
    month: &'a str,
    year: &'a str,
}

/// The day of a date line, if it names one of the calendar.
pub(super) fn day(line: &str) -> Option<NaiveDate> {
    let line = parse(line)?;
    let (year, month, day) = (
        line.year.parse().ok()?,
        line.month.parse().ok()?,
        line.day.parse().ok()?,
    );
    NaiveDate::from_ymd_opt(year, month, day)
}

fn parse(line: &str) -> Option<Line<'_>> {
    let line = line.trim_end_matches('.');
    let at = line.find("ngày").or_else(|| line.find("Ngày"))?;
    let (place, rest) = line.split_at(at);
    let rest = rest.get("ngày".len()..)?;
    let (day, rest) = rest.split_once("tháng")?;
    let (month, year) = rest.split_once("năm")?;
    let blank = |part: &'_ str| {
        part.chars()
            .all(|c| c.is_whitespace() || matches!(c, '.' | '…' | '_'))
    };
    let clean = |part| if blank(part) { "" } else { str::trim(part) };
    let place = place.trim();
    Some(Line {
        place: place.trim_end_matches(',').trim(),
        comma: place.ends_with(','),
        day: clean(day),
        month: clean(month),
        year: clean(year),
    })
}

fn looks(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let head = &reading.paper.letterhead;
    let Some(piece) = head.place_date.get() else {
        if !reading.is_one_of(&["BB"]) && !reading.is_list() && reading.kind().is_some() {
            let asked = "<địa danh>, ngày … tháng … năm …";
            notes
                .add(Spot::File, "không thấy địa danh, ngày tháng năm", asked)
                .in_doubt(&reading.paper.kind);
        }
        return;
    };
    let mut asked = style(13, 14, false, true);
    asked.bold = Some(false);
    if !reading.head_by_tabs() {
        asked = asked.centred();
    }
    component(reading, notes, "địa danh và ngày", &head.place_date, asked);
    if let (Some(Arrangement::Table(_)), Some(number)) = (head.arrangement.get(), head.number.get())
    {
        let row = |piece: &crate::check::paper::Piece| {
            piece
                .paragraph()
                .and_then(|id| match reading.facts[id].home {
                    Home::Cell(table, row, _) => Some((table, row)),
                    Home::Story | Home::Box(_) => None,
                })
        };
        if let (Some(date), Some(number)) = (row(piece), row(number))
            && date.0 == number.0
            && date.1 != number.1
        {
            notes
                .add(
                    piece,
                    "địa danh, ngày tháng không ngang dòng “Số:”",
                    "cùng một hàng",
                )
                .in_doubt(&head.place_date);
        }
    }
}

fn form(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let found = &reading.paper.letterhead.place_date;
    let Some(piece) = found.get() else {
        return;
    };
    let words = reading.words(piece);
    let there = format!("“{words}”");
    let Some(line) = parse(&words) else {
        notes
            .add(piece, there, "<địa danh>, ngày … tháng … năm …")
            .in_doubt(found);
        return;
    };
    let number = |text: &str| text.parse::<u32>().ok();
    let day = number(line.day).filter(|day| (1..=31).contains(day));
    let month = number(line.month).filter(|month| (1..=12).contains(month));
    let bad = (!line.day.is_empty() && day.is_none())
        || (!line.month.is_empty() && month.is_none())
        || (!line.year.is_empty() && (line.year.len() != 4 || number(line.year).is_none()));
    if bad {
        notes
            .add(piece, there, "ngày, tháng, năm bằng chữ số, có thật")
            .in_doubt(found);
        return;
    }
    if let (Some(day), Some(month), Some(year)) = (day, month, number(line.year))
        && NaiveDate::from_ymd_opt(year as i32, month, day).is_none()
    {
        notes
            .add(
                piece,
                format!("{there}: ngày không có trong lịch"),
                "ngày có thật",
            )
            .in_doubt(found);
        return;
    }
    let day = day.map_or(String::new(), calendar::day);
    let month = month.map_or(String::new(), calendar::month);
    if day != line.day || month != line.month {
        let asked = format!("ngày {day} tháng {month} năm {}", line.year);
        let finding = notes.add(piece, there, format!("“{asked}”"));
        finding.in_doubt(found);
        if let [span] = piece.spans.as_slice()
            && !day.is_empty()
            && !month.is_empty()
            && let Some(at) = reading.facts.words(span).find("ngày")
        {
            let mut span = span.clone();
            span.range.start += at;
            finding.mend([Edit::Words(span, asked)]);
        }
    } else if [", Ngày ", " Tháng ", " Năm 2"]
        .iter()
        .any(|word| words.contains(word))
    {
        let asked = "chữ “ngày”, “tháng”, “năm” viết thường";
        notes.add(piece, there, asked).in_doubt(found);
    }
}

fn capital(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let found = &reading.paper.letterhead.place_date;
    let Some(piece) = found.get() else {
        return;
    };
    let words = reading.words(piece);
    let Some(line) = parse(&words) else {
        return;
    };
    let there = format!("“{words}”");
    if line.place.is_empty() {
        notes
            .add(piece, there, "địa danh trước ngày tháng")
            .in_doubt(found);
    } else if !line.comma {
        notes
            .add(piece, there, "dấu phẩy sau địa danh")
            .in_doubt(found);
    } else if let Some(wanted) = capitals(line.place) {
        notes
            .add(piece, there, format!("“{wanted}, ngày …”"))
            .in_doubt(found);
    }
}

/// A place with a capital on each syllable of its name, if it is written otherwise. The word for its
/// kind has one as the first word of the line: `Thành phố Hồ Chí Minh`.
fn capitals(place: &str) -> Option<String> {
    let kind = ["thành phố ", "thị xã ", "thị trấn ", "đặc khu "]
        .into_iter()
        .find(|kind| place.to_lowercase().starts_with(kind));
    let (kind, name) = place.split_at(kind.map_or(0, str::len));
    // `Ea H'leo`, `Krông Pắc`: the parts behind an apostrophe or a hyphen keep their case.
    let small = name
        .split([' ', '\u{a0}'])
        .any(|word| word.starts_with(char::is_lowercase));
    if !small && !kind.starts_with(char::is_lowercase) {
        return None;
    }
    let words: Vec<String> = name.split(' ').map(upper_first).collect();
    Some(format!("{}{}", upper_first(kind), words.join(" ")))
}

fn full_place(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let found = &reading.paper.letterhead.place_date;
    let Some(piece) = found.get() else {
        return;
    };
    let words = reading.words(piece);
    let Some(line) = parse(&words) else {
        return;
    };
    let place = line.place.to_uppercase();
    let short = ["TP.", "TP ", "T.P", "TX.", "TT.", "P.", "X.", "H.", "Q."]
        .iter()
        .any(|short| place.starts_with(short));
    let bare = matches!(place.as_str(), "HỒ CHÍ MINH" | "HCM" | "TPHCM" | "SÀI GÒN");
    let number = line.place.chars().all(|c| c.is_ascii_digit()) && !line.place.is_empty();
    let unit = unit_of_person(line.place);
    if short || bare || number || unit.is_some() {
        let there = format!("địa danh “{}”", line.place);
        let asked = if place.contains("HỒ CHÍ MINH") || place.contains("HCM") {
            "“Thành phố Hồ Chí Minh”".to_string()
        } else if let Some(unit) = unit {
            format!("tên đầy đủ của đơn vị hành chính, như “{unit}”")
        } else {
            "tên đầy đủ, không viết tắt".to_string()
        };
        let finding = notes.add(piece, there, asked);
        finding.in_doubt(found);
        if !(short || bare || number) {
            finding.ask("địa danh có thể trùng tên người, tên sự kiện");
        }
    }
}

/// The ward of the list that is named after a person or an event and bears just this name.
fn unit_of_person(place: &str) -> Option<&'static str> {
    entries(UNITS_OF_PEOPLE).find(|unit| unit.strip_prefix("Phường ") == Some(place))
}

fn minutes_without(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let found = &reading.paper.letterhead.place_date;
    if let Some(piece) = found.get()
        && reading.is_one_of(&["BB"])
    {
        notes
            .add(
                piece,
                "biên bản có địa danh, ngày tháng ở đầu",
                "bỏ; thời gian ghi trong nội dung",
            )
            .in_doubt(found)
            .in_doubt(&reading.paper.kind);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_have_a_capital_on_each_syllable() {
        for right in [
            "Hà Nội",
            "Thành phố Hồ Chí Minh",
            "Ea H'leo",
            "Phường 3",
            "Bà Rịa - Vũng Tàu",
            "Phường Điện Biên Phủ",
        ] {
            assert_eq!(capitals(right), None, "{right}");
        }
        assert_eq!(capitals("Bình mẫu").unwrap(), "Bình Mẫu");
        assert_eq!(capitals("phường Trần Phú").unwrap(), "Phường Trần Phú");
        assert_eq!(
            capitals("thành phố Hồ Chí Minh").unwrap(),
            "Thành phố Hồ Chí Minh"
        );
        assert_eq!(
            unit_of_person("Điện Biên Phủ"),
            Some("Phường Điện Biên Phủ")
        );
        assert_eq!(unit_of_person("Điện Biên"), None);
    }

    #[test]
    fn date_lines_are_taken_apart() {
        let line = parse("Thành phố Hồ Chí Minh, ngày 29 tháng 6 năm 2026").unwrap();
        assert_eq!(line.place, "Thành phố Hồ Chí Minh");
        assert!(line.comma);
        assert_eq!((line.day, line.month, line.year), ("29", "6", "2026"));
        let draft = parse("Phú Vinh, ngày tháng ... năm 2026").unwrap();
        assert_eq!((draft.day, draft.month, draft.year), ("", "", "2026"));
        assert_eq!(parse("Hà Nội, 05/3/2026"), None);
        assert_eq!(day("Hà Nội, ngày 31 tháng 02 năm 2026"), None);
        assert_eq!(
            day("Hà Nội, ngày 05 tháng 03 năm 2026")
                .unwrap()
                .to_string(),
            "2026-03-05"
        );
    }
}
