//! The provinces and cities of the first tier, with the days between which they stand.

use std::sync::LazyLock;

use chrono::NaiveDate;

use super::phrases::entries;

/// A province or city of one kind and name. One that became a city stands twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Province {
    /// `tỉnh` or `thành phố`.
    pub kind: &'static str,
    /// Its name in its right spelling.
    pub name: &'static str,
    /// Its first day, if that is later than the papers that are checked.
    pub from: Option<NaiveDate>,
    /// Its last day.
    pub to: Option<NaiveDate>,
}

/// All of the list.
pub fn provinces() -> &'static [Province] {
    static ALL: LazyLock<Vec<Province>> = LazyLock::new(|| {
        let list = include_str!("../../data/kiem-tra/don-vi-hanh-chinh.txt");
        entries(list).filter_map(read).collect()
    });
    &ALL
}

impl Province {
    /// True if it stood on a day.
    pub fn stands_on(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

fn read(line: &'static str) -> Option<Province> {
    let mut parts = line.split('|').map(str::trim);
    let (kind, name) = (parts.next()?, parts.next()?);
    let mut day = || parts.next().and_then(|day| day.parse().ok());
    Some(Province {
        kind,
        name,
        from: day(),
        to: day(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn standing(day: &str) -> (usize, usize) {
        let day: NaiveDate = day.parse().unwrap();
        let all: Vec<&Province> = provinces().iter().filter(|it| it.stands_on(day)).collect();
        let cities = all.iter().filter(|it| it.kind == "thành phố").count();
        (all.len(), cities)
    }

    #[test]
    fn every_line_is_read_and_the_counts_are_those_of_the_law() {
        let list = include_str!("../../data/kiem-tra/don-vi-hanh-chinh.txt");
        assert_eq!(entries(list).count(), provinces().len());
        assert_eq!(standing("2024-12-31"), (63, 5));
        assert_eq!(standing("2025-06-30"), (63, 6));
        assert_eq!(standing("2025-07-01"), (34, 6));
        assert_eq!(standing("2026-05-01"), (34, 7));
    }
}
