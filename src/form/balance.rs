//! Legal line breaks for centred names and titles: lines of nearly equal width, broken at spaces.

use crate::fonts::{Face, width};
use crate::units::{HalfPoints, Pt};

/// Breaks a text into the fewest lines that fit `space`, and among those into the most even ones.
/// None if a single word is wider than `space`.
pub fn balanced(face: Face, size: HalfPoints, text: &str, space: Pt) -> Option<Vec<String>> {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.is_empty() {
        return Some(Vec::new());
    }
    if words
        .iter()
        .any(|word| !width(face, size, word).fits(space))
    {
        return None;
    }
    let count = greedy(face, size, &words, space).len();
    let mut best = greedy(face, size, &words, space);
    let mut low = 0.0;
    let mut high = space.0;
    // The narrowest column that still needs no more lines, to a quarter of a point.
    while high - low > 0.25 {
        let middle = (low + high) / 2.0;
        let lines = greedy(face, size, &words, Pt(middle));
        let fits = lines.len() == count
            && lines
                .iter()
                .all(|line| width(face, size, line).fits(Pt(middle)));
        if fits {
            best = lines;
            high = middle;
        } else {
            low = middle;
        }
    }
    Some(best)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_few_and_even() {
        let lines = balanced(
            Face::Bold,
            HalfPoints::points(13),
            "CỤC VĂN THƯ VÀ LƯU TRỮ NHÀ NƯỚC",
            Pt(190.0),
        );
        assert_eq!(lines.unwrap(), ["CỤC VĂN THƯ VÀ", "LƯU TRỮ NHÀ NƯỚC"]);
    }

    #[test]
    fn a_word_wider_than_the_column_has_no_legal_break() {
        assert_eq!(
            balanced(Face::Bold, HalfPoints::points(13), "NGHIÊNG", Pt(20.0)),
            None
        );
    }
}
