//! Dates and times in Vietnamese words and digits.
//!
//! Zero rule (Decree 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.4): days under 10 and months 1 and 2
//! get a zero before them, other months do not.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};

/// `ngày 05 tháng 02 năm 2024`.
pub fn long_date(date: NaiveDate) -> String {
    format!("{} năm {}", day_month(date), date.year())
}

/// `ngày 05 tháng 02`.
pub fn day_month(date: NaiveDate) -> String {
    format!("ngày {} tháng {}", day(date.day()), month(date.month()))
}

/// `05/02/2024`, `22/3/2024`.
pub fn short_date(date: NaiveDate) -> String {
    format!(
        "{}/{}/{}",
        day(date.day()),
        month(date.month()),
        date.year()
    )
}

/// `thứ Hai` … `thứ Bảy`, `Chủ nhật`.
pub fn weekday(date: NaiveDate) -> &'static str {
    match date.weekday() {
        chrono::Weekday::Mon => "thứ Hai",
        chrono::Weekday::Tue => "thứ Ba",
        chrono::Weekday::Wed => "thứ Tư",
        chrono::Weekday::Thu => "thứ Năm",
        chrono::Weekday::Fri => "thứ Sáu",
        chrono::Weekday::Sat => "thứ Bảy",
        chrono::Weekday::Sun => "Chủ nhật",
    }
}

/// `07 giờ 30`.
pub fn hour_minute(time: NaiveTime) -> String {
    format!("{:02} giờ {:02}", time.hour(), time.minute())
}

/// Day of the month with the Decree's zero.
pub fn day(day: u32) -> String {
    format!("{day:02}")
}

/// Month with the Decree's zero: only 1 and 2 get one.
pub fn month(month: u32) -> String {
    if month <= 2 {
        format!("{month:02}")
    } else {
        month.to_string()
    }
}

/// Reads `22/3/2024`, `22-3-2024`, `22.3.2024` (day first) or ISO `2024-03-22`.
pub fn read_date(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    let parts: Vec<&str> = text.split(['/', '-', '.']).collect();
    let [first, second, third] = parts.as_slice() else {
        return None;
    };
    let (year, day) = if first.len() == 4 {
        (first, third)
    } else {
        (third, first)
    };
    if year.len() != 4 {
        return None;
    }
    NaiveDate::from_ymd_opt(digits(year)? as i32, digits(second)?, digits(day)?)
}

/// Reads `07:30`, `7h30`, `7 giờ 30`, `7 giờ`, `07:30:00`.
pub fn read_time(text: &str) -> Option<NaiveTime> {
    // "phút" first, for it has an h.
    let text = text
        .replace("phút", "")
        .replace("giờ", ":")
        .replace('h', ":");
    let mut parts = text.split(':').map(str::trim);
    let hour = digits(parts.next()?)?;
    let minute = match parts.next()? {
        "" => 0,
        minute => digits(minute)?,
    };
    match parts.next() {
        None | Some("00") => {}
        Some(_) => return None,
    }
    if parts.next().is_some() {
        return None;
    }
    NaiveTime::from_hms_opt(hour, minute, 0)
}

/// One to four digits, nothing else.
fn digits(text: &str) -> Option<u32> {
    let fits = (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        read_date(text).unwrap()
    }

    #[test]
    fn days_under_ten_and_months_one_and_two_get_a_zero() {
        assert_eq!(long_date(date("5/2/2024")), "ngày 05 tháng 02 năm 2024");
        assert_eq!(long_date(date("22/3/2024")), "ngày 22 tháng 3 năm 2024");
        assert_eq!(day_month(date("9/10/2024")), "ngày 09 tháng 10");
        assert_eq!(short_date(date("22/3/2024")), "22/3/2024");
        assert_eq!(short_date(date("2024-02-05")), "05/02/2024");
    }

    #[test]
    fn weekdays_have_their_capital() {
        assert_eq!(weekday(date("22/3/2024")), "thứ Sáu");
        assert_eq!(weekday(date("24/3/2024")), "Chủ nhật");
        assert_eq!(weekday(date("25/3/2024")), "thứ Hai");
        assert_eq!(weekday(date("27/3/2024")), "thứ Tư");
    }

    #[test]
    fn dates_that_do_not_exist_are_not_read() {
        for text in [
            "31/2/2024",
            "22/3",
            "3/22/2024",
            "22/3/24",
            "",
            "a/b/c",
            "+2/3/2024",
        ] {
            assert_eq!(read_date(text), None, "{text}");
        }
    }

    #[test]
    fn times_are_read_as_clerks_write_them() {
        for text in [
            "07:30",
            "7:30",
            "7h30",
            "7 giờ 30",
            "7 giờ 30 phút",
            "07:30:00",
        ] {
            assert_eq!(hour_minute(read_time(text).unwrap()), "07 giờ 30", "{text}");
        }
        assert_eq!(hour_minute(read_time("14 giờ").unwrap()), "14 giờ 00");
        for text in ["24:00", "7", "07:60", "", "7:30:15", "7:3x"] {
            assert_eq!(read_time(text), None, "{text}");
        }
    }
}
