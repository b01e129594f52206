//! Working days of the civil service: weekends, and the holidays of each year as dated data
//! (`data/ngay-nghi.yaml`) with their sources.

use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate, Weekday};
use serde::Deserialize;

use crate::text::date::Date;

use super::value::Text;

/// The holidays that are known.
#[derive(Debug, Default)]
pub struct Workdays {
    years: Vec<Year>,
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
    _occasion: Text,
    #[serde(rename = "chua_chac", default)]
    unsure: bool,
}

impl Workdays {
    /// The holidays that come with the program.
    pub fn shipped() -> &'static Workdays {
        static SHIPPED: LazyLock<Workdays> = LazyLock::new(|| {
            let text = include_str!("../../data/ngay-nghi.yaml");
            // A test holds that the shipped text can be read.
            let years = serde_yaml::from_str(text).unwrap_or_default();
            Workdays { years }
        });
        &SHIPPED
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
    fn every_day_off_is_a_weekday_of_its_year_and_every_one_worked_a_saturday() {
        let years = &Workdays::shipped().years;
        assert!(years.len() >= 4);
        for year in years {
            for off in &year.off {
                assert!(off.first <= off.last && off.first.0.year() == year.year);
                let weekend = |day: NaiveDate| matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
                let mut days = off.first.0.iter_days();
                let all = days.by_ref().take_while(|day| *day <= off.last.0);
                assert!(off.unsure || !all.into_iter().any(weekend), "{off:?}");
            }
            for worked in &year.worked {
                assert_eq!(worked.0.weekday(), Weekday::Sat);
            }
        }
    }
}
