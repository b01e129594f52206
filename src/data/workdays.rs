//! The working calendar of the civil service as dated data with its sources
//! (`data/lich-lam-viec.yaml`): weekends, the holidays of each year, how early an invitation goes out.

use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate, Weekday};
use serde::Deserialize;

use crate::text::date::Date;

/// What is known of working days.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Workdays {
    #[serde(rename = "gui_giay_moi")]
    notices: Vec<Notice>,
    #[serde(rename = "cac_nam")]
    years: Vec<Year>,
}

/// How early an invitation to a meeting goes out, unless the meeting is urgent.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Notice {
    /// In force from this day on.
    #[serde(rename = "tu")]
    pub from: Date,
    /// Working days before the meeting, at least.
    #[serde(rename = "ngay")]
    pub days: usize,
    /// The rule.
    #[serde(rename = "nguon")]
    pub source: String,
}

/// A number of working days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// The days; one that is perhaps a holiday counts as a working day.
    pub days: usize,
    /// A year whose holidays are not known, so that only its weekends were left out.
    pub unknown_year: Option<i32>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Year {
    #[serde(rename = "nam")]
    year: i32,
    #[serde(rename = "nghi")]
    off: Vec<Off>,
    /// Saturdays that are worked instead of a day off.
    #[serde(rename = "lam_bu", default)]
    worked: Vec<Date>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Off {
    #[serde(rename = "tu")]
    first: Date,
    #[serde(rename = "den")]
    last: Date,
    #[serde(rename = "dip")]
    _occasion: String,
    #[serde(rename = "chua_chac", default)]
    unsure: bool,
}

impl Workdays {
    /// The holidays that come with the program.
    pub fn shipped() -> &'static Workdays {
        static SHIPPED: LazyLock<Workdays> = LazyLock::new(|| {
            let text = include_str!("../../data/lich-lam-viec.yaml");
            // A test holds that the shipped text can be read.
            serde_yaml::from_str(text).unwrap_or_default()
        });
        &SHIPPED
    }

    /// How early an invitation of a day must go out, if there is a rule.
    pub fn notice(&self, day: Date) -> Option<&Notice> {
        self.notices.iter().rev().find(|notice| notice.from <= day)
    }

    /// The working days from a day, itself counted, up to another one, not counted.
    pub fn between(&self, from: Date, to: Date) -> Count {
        let days = || from.0.iter_days().take_while(|day| *day < to.0);
        let unknown = |year: &i32| self.years.iter().all(|own| own.year != *year);
        Count {
            days: days().filter(|day| self.is_worked(*day)).count(),
            unknown_year: (from.0.year()..=to.0.year()).find(unknown),
        }
    }

    fn is_worked(&self, day: NaiveDate) -> bool {
        let year = self.years.iter().find(|own| own.year == day.year());
        if matches!(day.weekday(), Weekday::Sat | Weekday::Sun) {
            return year.is_some_and(|year| year.worked.contains(&Date(day)));
        }
        let off = |off: &Off| !off.unsure && (off.first.0..=off.last.0).contains(&day);
        !year.is_some_and(|year| year.off.iter().any(off))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn between(from: &str, to: &str) -> (usize, Option<i32>) {
        let count = Workdays::shipped().between(from.parse().unwrap(), to.parse().unwrap());
        (count.days, count.unknown_year)
    }

    #[test]
    fn weekends_and_holidays_are_left_out() {
        assert_eq!(between("19/3/2024", "22/3/2024"), (3, None));
        assert_eq!(between("20/3/2024", "22/3/2024"), (2, None));
        assert_eq!(between("15/3/2024", "18/3/2024"), (1, None));
        assert_eq!(between("07/02/2024", "16/02/2024"), (2, None));
        assert_eq!(between("22/3/2024", "19/3/2024"), (0, None));
    }

    #[test]
    fn days_are_exchanged_and_unsure_ones_are_worked() {
        // Saturday 10/01/2026 is worked for Friday 02/01.
        assert_eq!(between("01/01/2026", "05/01/2026"), (0, None));
        assert_eq!(between("10/01/2026", "12/01/2026"), (1, None));
        assert_eq!(between("24/11/2026", "25/11/2026"), (1, None));
    }

    #[test]
    fn a_year_without_data_is_named() {
        assert_eq!(between("29/12/2023", "02/01/2024"), (1, Some(2023)));
    }

    #[test]
    fn days_off_begin_and_end_on_weekdays_of_their_year_and_those_worked_are_saturdays() {
        let years = &Workdays::shipped().years;
        assert!(years.len() >= 4);
        for year in years {
            for off in &year.off {
                assert!(off.first <= off.last && off.first.0.year() == year.year);
                let weekend = |day: Date| matches!(day.0.weekday(), Weekday::Sat | Weekday::Sun);
                assert!(!weekend(off.first) && !weekend(off.last), "{off:?}");
            }
            for worked in &year.worked {
                assert_eq!(worked.0.weekday(), Weekday::Sat);
            }
        }
    }
}
