//! Fixed lines of some types (Phụ lục III, mẫu 1.6, 1.7, 1.9).

use chrono::NaiveDate;

use crate::check::finding::{Notes, Spot};
use crate::text::calendar::weekday;

use super::reading::{Reading, tidy};
use super::{Check, Level, Rule};

/// TT-140.
pub(super) static INVITATION: Rule = Rule {
    code: "TT-140",
    level: Level::Should,
    asks: "giấy mời có lần lượt: “trân trọng kính mời:”, “Tới dự”, “Chủ trì:”, “Thời gian:”, “Địa điểm:”",
    clause: "Phụ lục III, mẫu 1.7",
    why: "Người được mời tìm giờ, chỗ ở đúng dòng quen.",
    wrong: "giấy mời không có dòng “Chủ trì:”",
    right: "kính mời, Tới dự, Chủ trì, Thời gian, Địa điểm",
    check: Check::Paper(invitation),
};

/// TT-141.
pub(super) static WEEKDAY: Rule = Rule {
    code: "TT-141",
    level: Level::Should,
    asks: "thứ trong tuần đúng với ngày",
    clause: "lịch",
    why: "Thứ sai thì người dự đến nhầm ngày.",
    wrong: "thứ Hai, ngày 22 tháng 3 năm 2024",
    right: "thứ Sáu, ngày 22 tháng 3 năm 2024",
    check: Check::Paper(weekdays),
};

/// TT-142.
pub(super) static MINUTES: Rule = Rule {
    code: "TT-142",
    level: Level::Should,
    asks: "biên bản có thời gian bắt đầu, địa điểm, thành phần, chủ trì, thư ký; thư ký và chủ tọa cùng ký",
    clause: "Phụ lục III, mẫu 1.9",
    why: "Biên bản thiếu người ký thì không có giá trị chứng cứ.",
    wrong: "biên bản chỉ một người ký",
    right: "THƯ KÝ bên trái, CHỦ TỌA bên phải",
    check: Check::Paper(minutes),
};

/// TT-143.
pub(super) static TELEGRAM: Rule = Rule {
    code: "TT-143",
    level: Level::Should,
    asks: "công điện có dòng “… điện:” rồi các nơi nhận điện",
    clause: "Phụ lục III, mẫu 1.6",
    why: "Công điện không có “Kính gửi”.",
    wrong: "CÔNG ĐIỆN / Kính gửi: …",
    right: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH điện:",
    check: Check::Paper(telegram),
};

fn missing(reading: &Reading<'_>, notes: &mut Notes<'_>, kind: &str, asked: &[(&[&str], &str)]) {
    let text: Vec<String> = reading
        .facts
        .story()
        .map(|(_, it)| tidy(&it.text).to_lowercase())
        .collect();
    let lacking: Vec<&str> = asked
        .iter()
        .filter(|(words, _)| {
            !text
                .iter()
                .any(|line| words.iter().any(|word| line.contains(word)))
        })
        .map(|(_, name)| *name)
        .collect();
    if !lacking.is_empty() {
        let there = format!("{kind} không có {}", lacking.join(", "));
        notes
            .add(Spot::File, there, "các dòng của mẫu")
            .in_doubt(&reading.paper.kind);
    }
}

fn invitation(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    if !reading.is_one_of(&["GM"]) {
        return;
    }
    let asked: [(&[&str], &str); 5] = [
        (&["kính mời", "trân trọng mời"], "“trân trọng kính mời:”"),
        (&["tới dự", "đến dự", "tham dự", "dự "], "“Tới dự”"),
        (&["chủ trì"], "“Chủ trì:”"),
        (&["thời gian"], "“Thời gian:”"),
        (&["địa điểm"], "“Địa điểm:”"),
    ];
    missing(reading, notes, "giấy mời", &asked);
    let text: Vec<String> = reading
        .paper
        .body
        .iter()
        .map(|line| reading.text(line.paragraph))
        .collect();
    let at = |word: &str| text.iter().position(|line| line.contains(word));
    let order = ["kính mời", "Chủ trì", "Thời gian", "Địa điểm"].map(at);
    let found: Vec<usize> = order.into_iter().flatten().collect();
    if !found.is_sorted()
        && let Some(line) = found.first().and_then(|at| reading.paper.body.get(*at))
    {
        notes
            .add(
                reading.span(line.paragraph),
                "các dòng của giấy mời không theo thứ tự của mẫu",
                "kính mời, Tới dự, Chủ trì, Thời gian, Địa điểm",
            )
            .in_doubt(&reading.paper.kind);
    }
}

fn weekdays(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    for (id, text) in reading.prose() {
        let text = tidy(&text);
        let lower = text.to_lowercase();
        for name in NAMES {
            for (at, _) in lower.match_indices(name) {
                let behind = &lower[at + name.len()..];
                let before = &lower[..at];
                let Some(day) =
                    date_behind(behind, reading).or_else(|| date_before(before, reading))
                else {
                    continue;
                };
                let right = weekday(day);
                if right.to_lowercase() != *name {
                    let there = format!("“{name}” cạnh ngày {}", day.format("%d/%m/%Y"));
                    notes.add(reading.span(id), there, format!("{right}, hoặc ngày khác"));
                }
            }
        }
    }
}

/// Names of the days in small letters.
const NAMES: &[&str] = &[
    "thứ hai",
    "thứ ba",
    "thứ tư",
    "thứ năm",
    "thứ sáu",
    "thứ bảy",
    "chủ nhật",
];

/// The date right behind a weekday: `, ngày 22 tháng 3 năm 2024`, `, ngày 22/3/2024`.
fn date_behind(text: &str, reading: &Reading<'_>) -> Option<NaiveDate> {
    let rest = text.trim_start_matches([',', ' ', '(']);
    let rest = rest.strip_prefix("ngày").unwrap_or(rest).trim_start();
    date(rest, reading)
}

/// The date right before a weekday in brackets: `ngày 05 tháng 01 năm 2026 (thứ Hai)`.
fn date_before(text: &str, reading: &Reading<'_>) -> Option<NaiveDate> {
    let text = text.strip_suffix('(')?.trim_end();
    let at = text.rfind("ngày")?;
    let rest = text.get(at + "ngày".len()..)?.trim_start();
    (rest.chars().count() < 28).then(|| date(rest, reading))?
}

/// `22 tháng 3 năm 2024` or `22/3/2024` at the start of a text; without a year that of the paper.
fn date(text: &str, reading: &Reading<'_>) -> Option<NaiveDate> {
    let (day, rest) = leading_number(text)?;
    let rest = rest.trim_start_matches([' ']);
    let rest = rest
        .strip_prefix("tháng")
        .or_else(|| rest.strip_prefix('/'))?
        .trim_start();
    let (month, rest) = leading_number(rest)?;
    let rest = rest.trim_start();
    let year = rest.strip_prefix("năm").or_else(|| rest.strip_prefix('/'));
    let year = match year.map(str::trim_start).and_then(leading_number) {
        Some((year, _)) => i32::try_from(year).ok()?,
        // A day of next year may stand in a paper of this one.
        None => return year_of_paper(reading, month, day),
    };
    NaiveDate::from_ymd_opt(year, month, day)
}

fn year_of_paper(reading: &Reading<'_>, month: u32, day: u32) -> Option<NaiveDate> {
    let paper = reading.date?;
    let date = NaiveDate::from_ymd_opt(chrono::Datelike::year(&paper), month, day)?;
    (date >= paper).then_some(date)
}

fn leading_number(text: &str) -> Option<(u32, &str)> {
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    Some((text[..end].parse().ok()?, &text[end..]))
}

fn minutes(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    if !reading.is_one_of(&["BB"]) {
        return;
    }
    let asked: [(&[&str], &str); 4] = [
        (
            &["thời gian", "bắt đầu", "hôm nay", "giờ"],
            "thời gian bắt đầu",
        ),
        (&["địa điểm", "tại"], "địa điểm"),
        (
            &["thành phần", "tham dự", "có mặt", "gồm"],
            "thành phần tham dự",
        ),
        (
            &["chủ trì", "chủ tọa", "chủ toạ", "đại diện"],
            "chủ trì (chủ tọa)",
        ),
    ];
    missing(reading, notes, "biên bản", &asked);
    if let [one] = reading.paper.signatures.as_slice()
        && let Some(first) = one.authority.first()
    {
        notes
            .add(
                first,
                "biên bản chỉ có một khối chữ ký",
                "THƯ KÝ và CHỦ TỌA",
            )
            .ask("khối chữ ký thứ hai có thể trình bày khác thường");
    }
}

fn telegram(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    if reading.is_one_of(&["CĐ"]) {
        missing(
            reading,
            notes,
            "công điện",
            &[(&["điện:"], "dòng “… điện:”")],
        );
    }
}
