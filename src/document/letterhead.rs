//! The agency, the number and the place and date of a paper (Phụ lục I, phần I, mục II.2-4), and
//! the lines that they print.

use crate::text::calendar;

/// Quốc hiệu (Phụ lục I, phần I, mục II.1).
pub const NATIONAL_NAME: &str = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
/// Tiêu ngữ.
pub const MOTTO: &str = "Độc lập - Tự do - Hạnh phúc";

/// What a draft leaves for a number, a day, a month or a year, the spaces around it included.
/// Ordinary spaces, as clerks type them: LibreOffice widens each no-break space of an italic text,
/// until the date no longer fits its line. Whoever breaks lines must not part them.
const BLANK: &str = "      ";

/// The left half of the letterhead, and the place and date.
#[derive(Clone, Debug)]
pub struct Letterhead {
    /// Cơ quan chủ quản trực tiếp, if it is printed.
    pub parent: Option<String>,
    /// Issuing agency, in the lines that the profile prefers.
    pub agency: Vec<String>,
    /// Số, ký hiệu.
    pub number: Number,
    /// Địa danh.
    pub place: String,
    /// Ngày, tháng, năm; what a draft does not know stays blank.
    pub date: DateLine,
}

/// Số, ký hiệu of a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Number {
    /// A number and its symbol: 45, `GM-UBND`.
    Given(u32, String),
    /// A draft has only its symbol.
    Draft(String),
    /// A list has none.
    None,
}

/// A date of which a draft may not know the day or month yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct DateLine {
    /// Day of the month.
    pub day: Option<u32>,
    /// Month.
    pub month: Option<u32>,
    /// Year.
    pub year: Option<i32>,
}

impl Letterhead {
    /// `Số: 45/GM-UBND`; a number under 10 has a leading zero, a draft a blank (mục II.3.c).
    pub fn number_line(&self) -> Option<String> {
        let printed = self.number.printed()?;
        let gap = if printed.starts_with(' ') { "" } else { " " };
        Some(format!("Số:{gap}{printed}"))
    }

    /// Number, symbol and date in running text: `số 45/GM-UBND ngày 11 tháng 3 năm 2024`.
    pub fn citation(&self) -> String {
        match self.number_line() {
            Some(line) => format!("{} {}", line.replacen("Số:", "số", 1), self.date.words()),
            None => self.date.words(),
        }
    }

    /// `Vạn Ninh, ngày 05 tháng 02 năm 2024` (mục II.4).
    pub fn place_date_line(&self) -> String {
        format!("{}, {}", self.place, self.date.words())
    }
}

impl Number {
    /// `45/GM-UBND`; a number under 10 has a leading zero, a draft a blank (mục II.3.c).
    pub fn printed(&self) -> Option<String> {
        match self {
            Number::Given(number, symbol) => Some(format!("{number:02}/{symbol}")),
            Number::Draft(symbol) => Some(format!("{BLANK}/{symbol}")),
            Number::None => None,
        }
    }
}

impl DateLine {
    /// `ngày 05 tháng 02 năm 2024`: days under 10 and the months 1 and 2 have a leading zero; what
    /// a draft does not know is a blank (mục II.4.b).
    pub fn words(self) -> String {
        let known = |text: String| format!(" {text} ");
        let blank = || BLANK.to_string();
        let day = self.day.map_or_else(blank, |day| known(calendar::day(day)));
        let month = self
            .month
            .map_or_else(blank, |month| known(calendar::month(month)));
        let year = self.year.map_or_else(blank, |year| format!(" {year}"));
        format!("ngày{day}tháng{month}năm{year}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(day: Option<u32>, month: Option<u32>) -> String {
        DateLine {
            day,
            month,
            year: Some(2024),
        }
        .words()
    }

    #[test]
    fn only_days_under_ten_and_the_first_two_months_have_a_zero() {
        assert_eq!(words(Some(5), Some(2)), "ngày 05 tháng 02 năm 2024");
        assert_eq!(words(Some(22), Some(3)), "ngày 22 tháng 3 năm 2024");
        assert_eq!(words(Some(1), Some(10)), "ngày 01 tháng 10 năm 2024");
    }

    #[test]
    fn a_draft_leaves_blanks_and_no_dots() {
        assert_eq!(words(None, Some(2)), "ngày      tháng 02 năm 2024");
    }
}
