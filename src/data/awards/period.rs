//! The time that an award is for: a year, a school year, some years.

use crate::text::fold::plain;

use std::fmt;

/// A time of years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period {
    /// First year.
    pub from: u32,
    /// Last year.
    pub to: u32,
    /// True for a school year.
    pub school: bool,
}

/// Years that an award may be for.
const YEARS: std::ops::RangeInclusive<u32> = 1945..=2099;

impl Period {
    /// The last time that some words name: `năm học 2022 - 2023`, `giai đoạn 2021 - 2023`,
    /// `năm 2023`, `2023`.
    pub fn in_words(words: &str) -> Option<Period> {
        let folded = plain(words);
        let words: Vec<&str> = folded.split_whitespace().collect();
        let year = |at: usize| -> Option<u32> {
            let year = words.get(at)?.parse().ok()?;
            YEARS.contains(&year).then_some(year)
        };
        let last = (0..words.len()).rev().find(|at| year(*at).is_some())?;
        let to = year(last)?;
        let from = last.checked_sub(1).and_then(year);
        let school = folded.contains("nam hoc");
        match from {
            Some(from) if from <= to => Some(Period { from, to, school }),
            Some(_) | None => Some(Period {
                from: to,
                to,
                school: false,
            }),
        }
    }

    /// True if both have a year in common. A school year is one time with the year that it ends in.
    pub fn meets(self, other: Period) -> bool {
        let begin = |period: Period| {
            if period.school {
                period.to
            } else {
                period.from
            }
        };
        begin(self) <= other.to && begin(other) <= self.to
    }
}

/// As in sentences: `năm 2023`, `năm học 2022 - 2023`, `giai đoạn 2021 - 2023`.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.school, self.from == self.to) {
            (true, _) => write!(f, "năm học {} - {}", self.from, self.to),
            (false, true) => write!(f, "năm {}", self.to),
            (false, false) => write!(f, "giai đoạn {} - {}", self.from, self.to),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(words: &str) -> Option<String> {
        Period::in_words(words).map(|period| period.to_string())
    }

    #[test]
    fn times_are_found_in_achievements() {
        for (words, expected) in [
            ("Hoàn thành xuất sắc nhiệm vụ năm 2023", Some("năm 2023")),
            ("nhiệm vụ năm học 2022 - 2023", Some("năm học 2022 - 2023")),
            ("giai đoạn 2021 – 2023", Some("giai đoạn 2021 - 2023")),
            ("2023", Some("năm 2023")),
            ("Hiến 500 m2 đất", None),
            ("", None),
        ] {
            assert_eq!(printed(words).as_deref(), expected, "{words}");
        }
    }

    #[test]
    fn times_meet_in_a_year() {
        let time = |words| Period::in_words(words).unwrap();
        assert!(time("năm 2023").meets(time("năm học 2022 - 2023")));
        assert!(!time("năm 2022").meets(time("năm học 2022 - 2023")));
        assert!(time("năm 2022").meets(time("giai đoạn 2021 - 2023")));
        assert!(!time("năm 2024").meets(time("năm 2023")));
    }
}
