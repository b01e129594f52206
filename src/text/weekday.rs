//! Weekdays that stand beside their date in running text: `thứ Sáu, ngày 22/3/2024`.
//!
//! Rather misses than cries wolf: `lần thứ Tư`, `kỳ họp thứ hai` and `thứ hai` as "secondly" are no
//! weekdays, days of the lunar calendar are no dates, and ranges of days are left alone.

use std::fmt;
use std::ops::Range;

use chrono::{Datelike, NaiveDate, Weekday};

use super::calendar;
use super::date::Date;

/// What may stand before a weekday; after any other word `thứ` counts something.
const BEFORE: [&str; 20] = [
    "sáng", "trưa", "chiều", "tối", "đêm", "vào", "hôm", "từ", "đến", "tới", "ngày", "hết",
    "trước", "sau", "và", "buổi", "phút", "giờ", "là", "gian",
];

/// A weekday beside a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Bytes of the text, weekday and date together.
    pub at: Range<usize>,
    /// These words.
    pub quote: String,
    /// The date.
    pub date: Date,
    /// The weekday that the text says.
    pub said: Weekday,
}

impl Mention {
    /// True if the date is that weekday.
    pub fn fits(&self) -> bool {
        self.date.0.weekday() == self.said
    }
}

/// What is wrong with it: `“thứ Năm, ngày 22/3/2024”: ngày 22/3/2024 là thứ Sáu`.
impl fmt::Display for Mention {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let weekday = calendar::weekday(self.date.0);
        write!(f, "“{}”: ngày {} là {weekday}", self.quote, self.date)
    }
}

/// The weekdays of a text that stand beside a date. A date without a year is that nearest to
/// `near`, the day that all is about; without one it is passed over.
pub fn mentions(text: &str, near: Option<Date>) -> Vec<Mention> {
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    let tokens = tokens(text);
    let counting = tokens
        .windows(2)
        .any(|pair| pair[0].is("thứ") && pair[1].is("nhất"));
    if counting {
        return Vec::new();
    }
    (0..tokens.len())
        .filter_map(|at| mention(text, &tokens, at, near))
        .collect()
}

/// The mention whose weekday starts at a token.
fn mention(text: &str, tokens: &[Token], at: usize, near: Option<Date>) -> Option<Mention> {
    let weekday = weekday(tokens, at)?;
    if !may_precede(at.checked_sub(1).and_then(|before| tokens.get(before))) {
        return None;
    }
    let (day, range) =
        after(tokens, at, &weekday).or_else(|| before(text, tokens, at, &weekday))?;
    let date = day.resolve(near)?;
    let open = text[range.clone()].contains('(') && text[range.end..].starts_with(')');
    let range = range.start..range.end + usize::from(open);
    Some(Mention {
        quote: text[range.clone()].to_string(),
        at: range,
        date,
        said: weekday.day,
    })
}

/// The date after a weekday, with the bytes of both.
fn after(tokens: &[Token], at: usize, weekday: &Named) -> Option<(Day, Range<usize>)> {
    let mut next = at + weekday.length;
    while tokens.get(next).is_some_and(|token| token.is_sign(",(-–")) {
        next += 1;
    }
    let (day, length) = day(tokens, next)?;
    let end = tokens.get(next + length - 1)?.at.end;
    Some((day, tokens.get(at)?.at.start..end))
}

/// The date before a weekday: in brackets, or with the weekday written as a name, for `thứ hai`
/// after a comma may mean "secondly".
fn before(text: &str, tokens: &[Token], at: usize, weekday: &Named) -> Option<(Day, Range<usize>)> {
    let sign = tokens.get(at.checked_sub(1)?)?;
    let bracket = sign.is_sign("(");
    let last = tokens.get(at + weekday.length - 1)?;
    let small = |token: &Token| text[token.at.clone()].starts_with(char::is_lowercase);
    let named = !tokens[at..at + weekday.length].iter().all(small);
    if !bracket && !named {
        return None;
    }
    let end = match bracket || sign.is_sign(",") {
        true => at - 1,
        false => at,
    };
    let longest = 6.min(end);
    (end - longest..end).find_map(|start| {
        let (day, length) = day(tokens, start)?;
        let whole = start + length == end;
        whole.then(|| (day, tokens[start].at.start..last.at.end))
    })
}

fn may_precede(token: Option<&Token>) -> bool {
    match token.map(|token| &token.kind) {
        None | Some(Kind::Sign(_) | Kind::Number(..)) => true,
        Some(Kind::Word(word)) => BEFORE.contains(&word.as_str()),
    }
}

/// A weekday in the text, and how many tokens it takes.
struct Named {
    day: Weekday,
    length: usize,
}

fn weekday(tokens: &[Token], at: usize) -> Option<Named> {
    let (first, second) = (tokens.get(at)?, tokens.get(at + 1)?);
    let day = if first.is("chủ") || first.is("chúa") {
        second.is("nhật").then_some(Weekday::Sun)?
    } else if first.is("thứ") {
        match &second.kind {
            Kind::Word(word) => match word.as_str() {
                "hai" => Weekday::Mon,
                "ba" => Weekday::Tue,
                "tư" => Weekday::Wed,
                "năm" => Weekday::Thu,
                "sáu" => Weekday::Fri,
                "bảy" | "bẩy" => Weekday::Sat,
                _ => return None,
            },
            Kind::Number(number, 1) => match number {
                2 => Weekday::Mon,
                3 => Weekday::Tue,
                4 => Weekday::Wed,
                5 => Weekday::Thu,
                6 => Weekday::Fri,
                7 => Weekday::Sat,
                _ => return None,
            },
            Kind::Number(..) | Kind::Sign(_) => return None,
        }
    } else {
        return None;
    };
    Some(Named { day, length: 2 })
}

/// A day as written, perhaps without its year.
struct Day {
    day: u32,
    month: u32,
    year: Option<i32>,
}

impl Day {
    fn resolve(&self, near: Option<Date>) -> Option<Date> {
        let on = |year| NaiveDate::from_ymd_opt(year, self.month, self.day);
        match (self.year, near) {
            (Some(year), _) => on(year).map(Date),
            (None, Some(Date(near))) => (near.year() - 1..=near.year() + 1)
                .filter_map(on)
                .min_by_key(|day| day.signed_duration_since(near).num_days().abs())
                .map(Date),
            (None, None) => None,
        }
    }
}

/// A day that starts at a token: `ngày 22/3/2024`, `22 tháng 3 năm 2024`; how many tokens it takes.
fn day(tokens: &[Token], start: usize) -> Option<(Day, usize)> {
    let mut at = start + usize::from(tokens.get(start)?.is("ngày"));
    let day = tokens.get(at)?.number(1..=2)?;
    let mark = tokens.get(at + 1)?;
    let month = tokens.get(at + 2)?.number(1..=2)?;
    let (sign, words) = (mark.is_sign("/-."), mark.is("tháng"));
    if !(1..=12).contains(&month) || !(sign || words) {
        return None;
    }
    at += 3;
    let again = tokens.get(at).filter(|next| match words {
        true => next.is("năm"),
        false => next.kind == mark.kind,
    });
    let year = again.and_then(|_| tokens.get(at + 1)?.number(4..=4));
    if year.is_some() {
        at += 2;
    }
    // Another number after a sign makes it a range or something else altogether.
    let goes_on = tokens.get(at).is_some_and(|next| next.is_sign("/-–"))
        && tokens
            .get(at + 1)
            .is_some_and(|next| next.number(1..=4).is_some());
    let lunar = tokens[at..]
        .iter()
        .take(3)
        .any(|next| next.is("âm") || next.is("âl"));
    if goes_on || lunar {
        return None;
    }
    let year = year.and_then(|year| i32::try_from(year).ok());
    Some((Day { day, month, year }, at - start))
}

/// A word, a number or a sign of the text; spaces are none.
struct Token {
    kind: Kind,
    at: Range<usize>,
}

#[derive(PartialEq)]
enum Kind {
    /// In small letters.
    Word(String),
    /// With the number of its digits.
    Number(u32, usize),
    Sign(char),
}

impl Token {
    fn is(&self, word: &str) -> bool {
        matches!(&self.kind, Kind::Word(own) if own == word)
    }

    fn is_sign(&self, signs: &str) -> bool {
        matches!(self.kind, Kind::Sign(sign) if signs.contains(sign))
    }

    fn number(&self, digits: std::ops::RangeInclusive<usize>) -> Option<u32> {
        match self.kind {
            Kind::Number(number, own) if digits.contains(&own) => Some(number),
            Kind::Number(..) | Kind::Word(_) | Kind::Sign(_) => None,
        }
    }
}

fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let start = text.len() - rest.len();
        let run = |of: fn(char) -> bool| rest.find(|char| !of(char)).unwrap_or(rest.len());
        let length = match first {
            digit if digit.is_ascii_digit() => run(|char| char.is_ascii_digit()),
            letter if letter.is_alphabetic() => run(char::is_alphabetic),
            other => other.len_utf8(),
        };
        let (piece, after) = rest.split_at(length);
        rest = after;
        let kind = match first {
            space if space.is_whitespace() => continue,
            digit if digit.is_ascii_digit() => {
                Kind::Number(piece.parse().unwrap_or(u32::MAX), length)
            }
            letter if letter.is_alphabetic() => Kind::Word(piece.to_lowercase()),
            sign => Kind::Sign(sign),
        };
        tokens.push(Token {
            kind,
            at: start..start + length,
        });
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first mention of a text about the event of 22/3/2024, as it is told.
    fn told(text: &str) -> Option<(bool, String)> {
        let near = "22/3/2024".parse().ok();
        let mention = mentions(text, near).into_iter().next()?;
        Some((mention.fits(), mention.to_string()))
    }

    #[test]
    fn weekdays_beside_a_date_are_held_against_it() {
        for (text, quote) in [
            (
                "Sáng thứ Năm, ngày 22/3/2024 tại",
                "thứ Năm, ngày 22/3/2024",
            ),
            ("Thứ 5 ngày 22-3-2024", "Thứ 5 ngày 22-3-2024"),
            (
                "thứ năm, ngày 22 tháng 3 năm 2024",
                "thứ năm, ngày 22 tháng 3 năm 2024",
            ),
            ("thứ Năm (22/3)", "thứ Năm (22/3)"),
            (
                "lúc 07 giờ 30, ngày 22 tháng 3 năm 2024 (thứ Năm)",
                "ngày 22 tháng 3 năm 2024 (thứ Năm)",
            ),
            ("07 giờ 30 thứ Năm, ngày 22/3", "thứ Năm, ngày 22/3"),
            ("ngày 22/3/2024, Chủ nhật", "ngày 22/3/2024, Chủ nhật"),
        ] {
            let wrong = format!("“{quote}”: ngày 22/3/2024 là thứ Sáu");
            assert_eq!(told(text), Some((false, wrong)), "{text}");
        }
        for text in [
            "thứ Sáu, ngày 22/3/2024",
            "ngày 22/3/2024 (thứ Sáu)",
            "chủ nhật 24/3",
            "Từ thứ Hai, ngày 25/12 đến hết thứ Sáu",
        ] {
            assert!(told(text).is_some_and(|(fits, _)| fits), "{text}");
        }
    }

    #[test]
    fn what_only_looks_like_one_is_passed_over() {
        for text in [
            "Hội nghị lần thứ Tư, ngày 22/3/2024",
            "kỳ họp thứ hai ngày 22/3/2024",
            "Thứ nhất, nộp báo cáo. Thứ hai, ngày 22/3/2024 tập trung",
            "nộp trước ngày 22/3/2024, thứ hai là chuẩn bị tài liệu",
            "thứ Năm và thứ Sáu, ngày 21 và 22/3/2024",
            "thứ Năm, ngày 22 - 23/3/2024",
            "thứ Năm, ngày 2 - 3/3/2024",
            "thứ Năm, ngày 10/3 (âm lịch)",
            "thứ Năm, ngày 31/2/2024",
            "thứ Năm hằng tuần",
            "100 đại biểu",
        ] {
            assert_eq!(told(text), None, "{text}");
        }
        assert!(mentions("thứ Năm, ngày 22/3", None).is_empty());
    }
}
