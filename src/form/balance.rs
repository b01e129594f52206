//! Legal line breaks for centred names and titles: lines of nearly equal width, broken at spaces.

use crate::fonts::{Face, width};
use crate::units::{HalfPoints, Pt};

/// Steps in which narrower columns are tried.
const STEP: Pt = Pt(1.0);
/// Words that belong to the number after them.
const BEFORE_NUMBER: [&str; 6] = ["năm", "tháng", "ngày", "số", "thứ", "lần"];

/// Breaks a text into the fewest lines that fit `space`, among those into lines that part no
/// number from its word (`năm 2024`), and among those into the most even ones. Each result is the
/// first fit of some column, so a word processor makes the same lines in that column.
///
/// None if a single word is wider than `space`.
pub fn balanced(face: Face, size: HalfPoints, text: &str, space: Pt) -> Option<Vec<String>> {
    let words = words(text);
    if words
        .iter()
        .any(|word| !width(face, size, word).fits(space))
    {
        return None;
    }
    let mut best = greedy(face, size, &words, space);
    let count = best.len();
    let mut column = widest(face, size, &best);
    loop {
        column -= STEP;
        let lines = greedy(face, size, &words, column);
        let fits = widest(face, size, &lines).fits(column);
        if !fits || lines.len() != count {
            return Some(best);
        }
        if torn(&lines) <= torn(&best) {
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

/// First fit; a word that does not fit stands alone.
fn greedy(face: Face, size: HalfPoints, words: &[&str], space: Pt) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words {
        if let Some(line) = lines.last_mut() {
            let longer = format!("{line} {word}");
            if width(face, size, &longer).fits(space) {
                *line = longer;
                continue;
            }
        }
        lines.push((*word).to_string());
    }
    lines
}

/// Number of line ends between a number and its word.
fn torn(lines: &[String]) -> usize {
    lines
        .windows(2)
        .filter(|pair| {
            let word = pair[0]
                .rsplit(' ')
                .next()
                .unwrap_or_default()
                .to_lowercase();
            let number = pair[1].starts_with(|c: char| c.is_ascii_digit());
            number && BEFORE_NUMBER.contains(&word.as_str())
        })
        .count()
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
