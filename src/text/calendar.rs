//! Dates and times in Vietnamese words and digits; [`date`](super::date) reads them.
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

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse::<crate::text::date::Date>().unwrap().0
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
}
