//! The day of a paper: one that calls people to an event is issued before it, and an invitation
//! early enough.
//!
//! Reports, notices of results, decisions and minutes rightly come after the event, so only what
//! prepares it is looked at.

use crate::data::workdays::Workdays;
use crate::data::{Dossier, Entry};
use crate::diag::Diagnostic;
use crate::text::calendar;
use crate::text::fold;

/// Types of papers that prepare what they are about (Decree 30/2020/NĐ-CP, Điều 7).
const PREPARING: [&str; 4] = ["Giấy mời", "Kế hoạch", "Chương trình", "Phương án"];

/// Words of a subject or a key that call people together, whatever the type of the paper.
const CALLING: [&str; 4] = ["trieu tap", "moi du", "moi hop", "giay moi"];

/// What is doubtful about the day of a paper of a type (`Giấy mời`) and a subject.
pub fn check(dossier: &Dossier, entry: &Entry, kind: &str, subject: &str) -> Vec<Diagnostic> {
    let calls = kind == "Giấy mời" || calls(subject) || calls(&entry.key);
    if !calls && !PREPARING.contains(&kind) {
        return Vec::new();
    }
    let place = dossier.place(&["van_ban", &entry.key, "ngay"]);
    let event = dossier.event().date;
    let Some(own) = entry.paper.date.earliest() else {
        return Vec::new();
    };
    if own > event {
        let message = format!("{kind} ghi ngày {own}, sau ngày tổ chức {event}");
        let hint = "kiểm tra lại ngày của văn bản và su_kien.ngay";
        return vec![Diagnostic::warning("ngay-lech", place, message).hint(hint)];
    }
    let (Some(day), true, None) = (entry.paper.date.full(), calls, entry.paper.urgency) else {
        return Vec::new();
    };
    let workdays = Workdays::shipped();
    let Some(notice) = workdays.notice(day) else {
        return Vec::new();
    };
    let count = workdays.between(day, event);
    if count.days >= notice.days {
        return Vec::new();
    }
    let message = format!(
        "{kind} ghi ngày {day}, chỉ trước ngày tổ chức {event} {} ngày làm việc",
        calendar::day(u32::try_from(count.days).unwrap_or(0))
    );
    let mut hint = format!(
        "giấy mời họp gửi trước ít nhất {} ngày làm việc, trừ họp đột xuất ({}); họp đột xuất thì ghi do_khan",
        calendar::day(u32::try_from(notice.days).unwrap_or(0)),
        notice.source
    );
    if let Some(year) = count.unknown_year {
        hint.push_str(&format!(
            "; chương trình chưa có lịch nghỉ lễ năm {year}, chỉ trừ thứ Bảy, Chủ nhật"
        ));
    }
    vec![Diagnostic::warning("gui-gap", place, message).hint(hint)]
}

fn calls(text: &str) -> bool {
    let folded = format!(" {} ", fold::plain(text));
    CALLING
        .iter()
        .any(|words| folded.contains(&format!(" {words} ")))
}
