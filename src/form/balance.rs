//! Legal line breaks for centred names and titles: lines of nearly equal width, broken at spaces.

use std::ops::Range;

use crate::fonts::{Face, scaled, units, width};
use crate::units::{HalfPoints, Pt};

/// Steps in which narrower columns are tried.
const STEP: Pt = Pt(1.0);
/// Words that belong to the number after them.
const BEFORE_NUMBER: [&str; 6] = ["năm", "tháng", "ngày", "số", "thứ", "lần"];

/// Breaks a text into the fewest lines that fit `space`, among those into lines that part no
/// number from its word (`năm 2024`) and no word before a comma (`tiên tiến,`), and among those
/// into the most even ones. Each result is the
/// first fit of some column, so a word processor makes the same lines in that column.
///
/// None if a single word is wider than `space`.
pub fn balanced(face: Face, size: HalfPoints, text: &str, space: Pt) -> Option<Vec<String>> {
    let words = Words::new(face, size, text);
    if !words.each_fits(space) {
        return None;
    }
    let mut best = words.greedy(space);
    let count = best.len();
    let mut column = words.widest(&best);
    loop {
        column -= STEP;
        let lines = words.greedy(column);
        let fits = words.widest(&lines).fits(column);
        if !fits || lines.len() != count {
            return Some(words.texts(&best));
        }
        if words.torn(&lines) <= words.torn(&best) {
            best = lines;
        }
    }
}

/// The words between single spaces: several are the blank of a draft, which is not parted.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut start = 0;
    for (at, _) in text.match_indices(' ') {
        let alone = !text[..at].ends_with(' ') && !text[at + 1..].starts_with(' ');
        if alone {
            words.push(&text[start..at]);
            start = at + 1;
        }
    }
    words.push(&text[start..]);
    words.retain(|word| !word.is_empty());
    words
}

/// Width of the widest line.
pub fn widest(face: Face, size: HalfPoints, lines: &[String]) -> Pt {
    lines
        .iter()
        .fold(Pt(0.0), |most, line| most.max(width(face, size, line)))
}

/// The words of a text, measured once; a line is a range of them.
struct Words<'a> {
    texts: Vec<&'a str>,
    /// Widths in font units, which add up exactly.
    units: Vec<u64>,
    blank: u64,
    size: HalfPoints,
}

type Line = Range<usize>;

impl<'a> Words<'a> {
    fn new(face: Face, size: HalfPoints, text: &'a str) -> Words<'a> {
        let texts = words(text);
        Words {
            units: texts.iter().map(|word| units(face, word)).collect(),
            texts,
            blank: units(face, " "),
            size,
        }
    }

    fn each_fits(&self, space: Pt) -> bool {
        let fits = |units: &u64| scaled(*units, self.size).fits(space);
        self.units.iter().all(fits)
    }

    /// First fit; a word that does not fit stands alone.
    fn greedy(&self, space: Pt) -> Vec<Line> {
        let mut lines: Vec<Line> = Vec::new();
        let mut length = 0;
        for (index, units) in self.units.iter().enumerate() {
            let longer = length + self.blank + units;
            match lines.last_mut() {
                Some(line) if scaled(longer, self.size).fits(space) => {
                    line.end = index + 1;
                    length = longer;
                }
                Some(_) | None => {
                    lines.push(index..index + 1);
                    length = *units;
                }
            }
        }
        lines
    }

    fn widest(&self, lines: &[Line]) -> Pt {
        let length = |line: &Line| {
            let words: u64 = self.units[line.clone()].iter().sum();
            words + self.blank * (line.len() as u64 - 1)
        };
        scaled(lines.iter().map(length).max().unwrap_or(0), self.size)
    }

    /// Number of line ends between a number and its word, or before the last syllable of a clause,
    /// which mostly is half a word.
    fn torn(&self, lines: &[Line]) -> usize {
        let ends = lines.iter().skip(1).map(|line| line.start);
        ends.filter(|&next| {
            let number = self.texts[next].starts_with(|c: char| c.is_ascii_digit());
            let counted = BEFORE_NUMBER.contains(&self.texts[next - 1].to_lowercase().as_str());
            (number && counted) || self.texts[next].ends_with([',', ';'])
        })
        .count()
    }

    fn texts(&self, lines: &[Line]) -> Vec<String> {
        lines
            .iter()
            .map(|line| self.texts[line.clone()].join(" "))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, space: f64, expected: &[&str]) {
        let lines = balanced(Face::Bold, HalfPoints::points(13), text, Pt(space));
        assert_eq!(lines.unwrap(), expected);
    }

    #[test]
    fn lines_are_few_and_even() {
        check(
            "CỤC VĂN THƯ VÀ LƯU TRỮ NHÀ NƯỚC",
            190.0,
            &["CỤC VĂN THƯ VÀ", "LƯU TRỮ NHÀ NƯỚC"],
        );
        check("", 190.0, &[]);
    }

    #[test]
    fn a_year_stays_with_its_word() {
        check(
            "Tổng kết phong trào thi đua năm 2023 và phát động thi đua",
            260.0,
            &[
                "Tổng kết phong trào thi đua",
                "năm 2023 và phát động thi đua",
            ],
        );
    }

    #[test]
    fn a_clause_ends_with_its_whole_word() {
        check(
            "Khách mời dự Hội nghị biểu dương điển hình tiên tiến, tổng kết phong trào thi đua yêu \
             nước năm 2025 và phát động phong trào thi đua yêu nước năm 2026",
            400.0,
            &[
                "Khách mời dự Hội nghị biểu dương điển hình tiên tiến,",
                "tổng kết phong trào thi đua yêu nước năm 2025 và",
                "phát động phong trào thi đua yêu nước năm 2026",
            ],
        );
    }

    #[test]
    fn the_blank_of_a_draft_keeps_its_width() {
        check(
            "số   /QC-UBND ngày   tháng",
            100.0,
            &["số   /QC-UBND", "ngày   tháng"],
        );
    }

    #[test]
    fn a_word_wider_than_the_column_has_no_legal_break() {
        assert_eq!(
            balanced(Face::Bold, HalfPoints::points(13), "NGHIÊNG", Pt(20.0)),
            None
        );
    }
}
