//! Days and times as clerks write them: `22/3/2024`, `05/02/2024`, `07:30`.
//!
//! The short form follows the Decree (phụ lục I, II.4.b): a day below 10 and the months 1 and 2
//! take a leading zero, the months 3 to 9 do not. Reading is more lenient than writing.

use std::fmt;
use std::str::FromStr;

use chrono::{NaiveDate, NaiveTime, Timelike};

use super::calendar;

/// A calendar day. Reads `22/3/2024` and `2024-03-22`, writes `22/3/2024`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(pub NaiveDate);

/// What is known of the day of a paper: all of it, month and year, the year, or nothing (a draft
/// leaves the blank). Reads `05/02/2024`, `02/2024`, `2024` and the empty text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PartialDate {
    day: Option<u32>,
    month: Option<u32>,
    year: Option<i32>,
}

/// A time of day. Reads `07:30`, `7h30`, `7h` and `7 giờ 30`, writes `07:30`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Time(pub NaiveTime);

/// Why a text is not a day or a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateError {
    /// It does not have the form of one.
    Form,
    /// It has the form, but no calendar or clock knows it, as 31/2/2024 or 25:00.
    Calendar,
    /// The year is not one of 1900 to 2099, so surely mistyped.
    Year,
}

impl PartialDate {
    /// Day of the month.
    pub fn day(self) -> Option<u32> {
        self.day
    }

    /// Month, from 1. Known whenever the day is.
    pub fn month(self) -> Option<u32> {
        self.month
    }

    /// Year. Known whenever the month is.
    pub fn year(self) -> Option<i32> {
        self.year
    }

    /// The day, if all of it is known.
    pub fn full(self) -> Option<Date> {
        NaiveDate::from_ymd_opt(self.year?, self.month?, self.day?).map(Date)
    }

    /// The first day that it can be, if anything is known.
    pub fn earliest(self) -> Option<Date> {
        let (month, day) = (self.month.unwrap_or(1), self.day.unwrap_or(1));
        NaiveDate::from_ymd_opt(self.year?, month, day).map(Date)
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Date, DateError> {
        let (day, month, year) = match split(text.trim())? {
            Parts::Day(day, month, year) => (day, month, year),
            Parts::Month(..) | Parts::Year(_) => return Err(DateError::Form),
        };
        on_calendar(day, month, year)
    }
}

impl FromStr for PartialDate {
    type Err = DateError;

    fn from_str(text: &str) -> Result<PartialDate, DateError> {
        if text.trim().is_empty() {
            return Ok(PartialDate::default());
        }
        // The first day of the period stands for it where only its existence is asked.
        let (day, month, year) = match split(text.trim())? {
            Parts::Day(day, month, year) => (Some(day), Some(month), year),
            Parts::Month(month, year) => (None, Some(month), year),
            Parts::Year(year) => (None, None, year),
        };
        on_calendar(day.unwrap_or(1), month.unwrap_or(1), year)?;
        let year = Some(year);
        Ok(PartialDate { day, month, year })
    }
}

impl FromStr for Time {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Time, DateError> {
        let (hour, minute) = ["giờ", "h", "g", ":"]
            .iter()
            .find_map(|mark| text.split_once(mark))
            .map(|(hour, minute)| (hour.trim(), minute.trim()))
            .ok_or(DateError::Form)?;
        let minute = minute.strip_suffix("phút").map_or(minute, str::trim);
        let hours_alone = minute.is_empty() && !text.contains(':');
        let minute = if hours_alone { "00" } else { minute };
        let hour = number(hour, 1..=2).ok_or(DateError::Form)?;
        let minute = number(minute, 2..=2).ok_or(DateError::Form)?;
        NaiveTime::from_hms_opt(hour, minute, 0)
            .map(Time)
            .ok_or(DateError::Calendar)
    }
}

/// The pieces of a written day.
enum Parts {
    Day(u32, u32, i32),
    Month(u32, i32),
    Year(i32),
}

/// Takes a written day apart by its form alone.
fn split(text: &str) -> Result<Parts, DateError> {
    let short = |part: &str| number(part, 1..=2).ok_or(DateError::Form);
    let year = |part: &str| number(part, 4..=4).map(|y| y as i32).ok_or(DateError::Form);
    let iso: Vec<&str> = text.split('-').collect();
    if let [y, m, d] = iso[..] {
        return Ok(Parts::Day(short(d)?, short(m)?, year(y)?));
    }
    let parts: Vec<&str> = text.split('/').collect();
    match parts[..] {
        [d, m, y] => Ok(Parts::Day(short(d)?, short(m)?, year(y)?)),
        [m, y] => Ok(Parts::Month(short(m)?, year(y)?)),
        [y] => Ok(Parts::Year(year(y)?)),
        [] | [_, _, _, ..] => Err(DateError::Form),
    }
}

/// A number of so many ASCII digits.
fn number(text: &str, digits: std::ops::RangeInclusive<usize>) -> Option<u32> {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit());
    (plain && digits.contains(&text.len())).then(|| text.parse().ok())?
}

/// The day of the calendar.
fn on_calendar(day: u32, month: u32, year: i32) -> Result<Date, DateError> {
    if !(1900..=2099).contains(&year) {
        return Err(DateError::Year);
    }
    NaiveDate::from_ymd_opt(year, month, day)
        .map(Date)
        .ok_or(DateError::Calendar)
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&calendar::short_date(self.0))
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(day) = self.day {
            write!(f, "{}/", calendar::day(day))?;
        }
        if let Some(month) = self.month {
            write!(f, "{}/", calendar::month(month))?;
        }
        match self.year {
            Some(year) => write!(f, "{year}"),
            None => Ok(()),
        }
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0.hour(), self.0.minute())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Result<String, DateError> {
        text.parse::<Date>().map(|date| date.to_string())
    }

    fn partial(text: &str) -> Result<String, DateError> {
        text.parse::<PartialDate>().map(|date| date.to_string())
    }

    fn time(text: &str) -> Result<String, DateError> {
        text.parse::<Time>().map(|time| time.to_string())
    }

    #[test]
    fn days_take_the_decrees_short_form() {
        for (written, form) in [
            ("22/3/2024", "22/3/2024"),
            ("5/2/2024", "05/02/2024"),
            ("05/02/2024", "05/02/2024"),
            ("9/09/2025", "09/9/2025"),
            ("2024-03-22", "22/3/2024"),
            ("29/02/2024", "29/02/2024"),
            ("31/12/2026", "31/12/2026"),
        ] {
            assert_eq!(date(written), Ok(form.to_string()), "{written}");
        }
    }

    #[test]
    fn days_that_do_not_exist_are_told_from_bad_forms() {
        for written in ["31/2/2024", "29/02/2023", "1/13/2024", "0/1/2024"] {
            assert_eq!(date(written), Err(DateError::Calendar), "{written}");
        }
        for written in [
            "",
            "22/3/24",
            "22.3.2024",
            "22/3",
            "3/2024",
            "+2/3/2024",
            "2/3/2024/5",
        ] {
            assert_eq!(date(written), Err(DateError::Form), "{written}");
        }
        assert_eq!(date("22/3/2204"), Err(DateError::Year));
    }

    #[test]
    fn the_day_of_a_paper_may_be_known_in_part() {
        for (written, form) in [
            ("", ""),
            ("2024", "2024"),
            ("2/2024", "02/2024"),
            ("03/2024", "3/2024"),
            ("5/2/2024", "05/02/2024"),
        ] {
            assert_eq!(partial(written), Ok(form.to_string()), "{written}");
        }
        assert_eq!(partial("13/2024"), Err(DateError::Calendar));
        assert_eq!(partial("31/4/2024"), Err(DateError::Calendar));
        assert_eq!(partial("tháng 2"), Err(DateError::Form));
    }

    #[test]
    fn a_partial_day_says_the_first_day_it_can_be() {
        let earliest = |text: &str| text.parse::<PartialDate>().unwrap().earliest();
        assert_eq!(earliest("2/2024").unwrap().to_string(), "01/02/2024");
        assert_eq!(earliest("2025").unwrap().to_string(), "01/01/2025");
        assert_eq!(earliest(""), None);
        assert_eq!("2/2024".parse::<PartialDate>().unwrap().full(), None);
    }

    #[test]
    fn times_are_read_as_clerks_write_them() {
        for written in [
            "07:30",
            "7:30",
            "7h30",
            "07h30",
            "7g30",
            "7 giờ 30",
            "7 giờ 30 phút",
        ] {
            assert_eq!(time(written), Ok("07:30".to_string()), "{written}");
        }
        assert_eq!(time("14h"), Ok("14:00".to_string()));
        assert_eq!(time("25:00"), Err(DateError::Calendar));
        for written in ["", "7", "7:", "7:5", "sáng", "7:30:00"] {
            assert_eq!(time(written), Err(DateError::Form), "{written}");
        }
    }
}
