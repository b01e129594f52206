//! Rules under the letterhead and the title: solid lines of a computed length, drawn as the upper
//! border of an empty paragraph whose indents leave just that length. Never underlined text.

use crate::fonts::{Face, width};
use crate::units::{HalfPoints, Pt, Twips};

use super::flow::{Border, Borders, Color, Paragraph};
use super::sheet::Sheet;
use super::style::StyleId;

/// A thin solid line, 0.75 pt.
pub const THIN: Border = Border {
    eighths: 6,
    space: 1,
    color: Color::Black,
};

/// Between the descenders of the text and the rule.
const ABOVE: Pt = Pt(3.0);

/// A rule of a length in the middle of a column.
pub fn centred(sheet: &Sheet, column: Twips, length: Twips) -> Paragraph {
    let mut paragraph = sheet.empty(StyleId::Rule);
    let length = Twips(length.0.clamp(0, column.0));
    paragraph.format.left = (column - length) / 2;
    paragraph.format.right = column - length - paragraph.format.left;
    paragraph.format.before = ABOVE.to_twips();
    paragraph.format.borders = Borders {
        top: Some(THIN),
        ..Borders::default()
    };
    paragraph
}

/// Length of the rule under an agency or a subject: a third to a half of the text line (mục II.2,
/// II.5). It is two fifths of the longest line, as far as that is lawful for the last one, too.
pub fn partial_length(face: Face, size: HalfPoints, lines: &[String]) -> Twips {
    let widths: Vec<Pt> = lines.iter().map(|line| width(face, size, line)).collect();
    let longest = widths.iter().fold(Pt(0.0), |most, &line| most.max(line));
    let last = widths.last().copied().unwrap_or_default();
    Pt((longest.0 * 0.4).clamp(last.0 / 3.0, last.0 / 2.0)).to_twips()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: HalfPoints = HalfPoints::points(13);

    fn share(lines: &[&str]) -> f64 {
        let lines: Vec<String> = lines.iter().map(ToString::to_string).collect();
        let last = width(Face::Bold, SIZE, lines.last().unwrap());
        partial_length(Face::Bold, SIZE, &lines).to_pt().0 / last.0
    }

    #[test]
    fn the_partial_rule_is_a_third_to_a_half_of_the_last_line() {
        for lines in [
            vec!["SỞ NỘI VỤ"],
            vec!["ỦY BAN NHÂN DÂN", "XÃ A"],
            vec!["ỦY BAN", "HUYỆN VẠN NINH TỈNH KHÁNH HÒA"],
        ] {
            let share = share(&lines);
            assert!((0.332..=0.501).contains(&share), "{lines:?}: {share}");
        }
    }
}
