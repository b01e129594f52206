//! Fixed lines of some types (Phụ lục III, mẫu 1.6, 1.7, 1.9).

use chrono::Datelike;

use crate::check::finding::{Notes, Spot};
use crate::text::calendar;
use crate::text::date::Date;
use crate::text::weekday::mentions;

use super::reading::{Reading, tidy};
use super::{Check, Level, Rule};

/// TT-140.
pub(super) static INVITATION: Rule = Rule {
    code: "TT-140",
    level: Level::Should,
    asks: "giấy mời có lần lượt: “trân trọng kính mời:”, “Tới dự”, “Chủ trì:”, “Thời gian:”, “Địa điểm:”",
    clause: "Phụ lục III, mẫu 1.7",
    why: "Người được mời tìm giờ, chỗ ở đúng dòng quen.",
    wrong: "giấy mời không có dòng “Địa điểm:”",
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
    // Who presides is often left out for a conference, so its absence says nothing.
    let asked: [(&[&str], &str); 4] = [
        (&["kính mời", "trân trọng mời"], "“trân trọng kính mời:”"),
        (&["tới dự", "đến dự", "tham dự", "dự "], "“Tới dự”"),
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
        for mention in mentions(&tidy(&text), reading.date.map(Date)) {
            if mention.date.0.weekday() != mention.said {
                let right = calendar::weekday(mention.date.0);
                notes.add(
                    reading.span(id),
                    mention.to_string(),
                    format!("{right}, hoặc ngày khác"),
                );
            }
        }
    }
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
