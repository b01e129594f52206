//! A choice of rows of a table: `2-20, 35`.

use std::fmt;
use std::str::FromStr;

/// A choice that takes more letters than this is cut short in a file name.
const LONGEST_FILE_PART: usize = 40;

/// Rows of a file, by their numbers there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowChoice {
    /// First and last rows, both taken.
    ranges: Vec<(usize, usize)>,
}

impl RowChoice {
    /// True if a row is taken.
    pub fn takes(&self, row: usize) -> bool {
        self.ranges
            .iter()
            .any(|(first, last)| (*first..=*last).contains(&row))
    }

    /// True if nothing of a range is beyond a row.
    pub fn ends_by(&self, row: usize) -> bool {
        self.ranges.iter().all(|(first, _)| *first <= row)
    }
}

impl RowChoice {
    /// The choice as a part of a file name: `2-20_35`; a long one by its ends, `2-den-350-40-doan`.
    pub fn file_part(&self) -> String {
        let whole = self.to_string().replace(", ", "_");
        match (self.ranges.first(), self.ranges.last()) {
            (Some((first, _)), Some((_, last))) if whole.len() > LONGEST_FILE_PART => {
                format!("{first}-den-{last}-{}-doan", self.ranges.len())
            }
            _ => whole,
        }
    }
}

/// Rows and ranges of rows, with commas between; a dash as typed or as Word makes it.
impl FromStr for RowChoice {
    type Err = ();

    fn from_str(text: &str) -> Result<RowChoice, ()> {
        let number = |text: &str| {
            let number: usize = text.trim().parse().map_err(|_| ())?;
            (number > 0).then_some(number).ok_or(())
        };
        let range = |part: &str| match part.split_once(['-', '–']) {
            Some((first, last)) => {
                let (first, last) = (number(first)?, number(last)?);
                (first <= last).then_some((first, last)).ok_or(())
            }
            None => number(part).map(|row| (row, row)),
        };
        let ranges: Result<Vec<_>, ()> = text.split([',', ';']).map(range).collect();
        Ok(RowChoice { ranges: ranges? })
    }
}

impl fmt::Display for RowChoice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, (first, last)) in self.ranges.iter().enumerate() {
            let comma = if index > 0 { ", " } else { "" };
            match first == last {
                true => write!(f, "{comma}{first}")?,
                false => write!(f, "{comma}{first}-{last}")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_and_ranges_are_taken() {
        let choice: RowChoice = "2-4, 7; 9–10".parse().unwrap();
        let taken: Vec<usize> = (1..12).filter(|row| choice.takes(*row)).collect();
        assert_eq!(taken, [2, 3, 4, 7, 9, 10]);
        assert_eq!(choice.to_string(), "2-4, 7, 9-10");
        assert_eq!(choice.file_part(), "2-4_7_9-10");
        let many: Vec<String> = (1..30).map(|row| (2 * row).to_string()).collect();
        let many: RowChoice = many.join(",").parse().unwrap();
        assert_eq!(many.file_part(), "2-den-58-29-doan");
        assert!(choice.ends_by(9) && !choice.ends_by(8));
        for wrong in ["", "0", "4-2", "a", "1-", "1,,2", "-3"] {
            assert!(wrong.parse::<RowChoice>().is_err(), "{wrong}");
        }
    }
}
