//! The fit of the letterhead: sizes, column split and line breaks from measured widths.
//!
//! Quốc hiệu, Tiêu ngữ, the number line and the place and date never wrap; agency names may, at
//! spaces (Phụ lục I, phần I, mục II.1-4). A fixed split of the columns fails for some agency.

use crate::document::letterhead::{Letterhead, MOTTO, NATIONAL_NAME};
use crate::fonts::{Face, width};
use crate::units::{HalfPoints, Pt, Twips};

use super::balance::{balanced, widest};
use super::choices::Pairing;

/// Size of the number line, fixed by the Decree.
const NUMBER_SIZE: HalfPoints = HalfPoints::points(13);
/// Room beyond the measured text: against the rounding of word processors, and so that the names
/// and Quốc hiệu do not run together.
const SLACK: Pt = Pt(5.0);
/// More lines than this in one name are no letterhead any more.
const MOST_LINES: usize = 5;

/// A fitted letterhead.
#[derive(Clone, Debug, PartialEq)]
pub struct Fit {
    /// Chosen sizes.
    pub pairing: Pairing,
    /// Width of the agency's column.
    pub left: Twips,
    /// Width of the column of Quốc hiệu.
    pub right: Twips,
    /// Parent agency in capitals, in lines.
    pub parent: Vec<String>,
    /// Issuing agency in capitals, in lines.
    pub agency: Vec<String>,
}

/// Why nothing lawful fits.
#[derive(Clone, Debug, PartialEq)]
pub struct Misfit {
    /// The line that is too wide.
    pub text: String,
    /// Its width at the smallest lawful size.
    pub width: Pt,
    /// What is there for it.
    pub space: Pt,
}

/// Finds the letterhead of the fewest lines, then of the larger sizes.
///
/// `space` is the width between the margins, `pairing` a choice of the agency that leaves only the
/// lines and the split to be found, `number` (if there is one) and `date`
/// the two lines as printed.
pub fn fit(
    letterhead: &Letterhead,
    number: Option<&str>,
    date: &str,
    pairing: Option<Pairing>,
    space: Twips,
) -> Result<Fit, Misfit> {
    let pairings = match pairing {
        Some(chosen) => vec![chosen],
        None => vec![Pairing::Large, Pairing::Small],
    };
    let mut best: Option<Fit> = None;
    let mut misfit = None;
    for pairing in pairings {
        match fit_pair(letterhead, number, date, pairing, space.to_pt()) {
            Ok(fit) if best.as_ref().is_none_or(|best| lines(&fit) < lines(best)) => {
                best = Some(fit);
            }
            Ok(_) => {}
            Err(problem) => misfit = Some(problem),
        }
    }
    match (best, misfit) {
        (Some(fit), _) => Ok(fit),
        (None, Some(misfit)) => Err(misfit),
        (None, None) => unreachable!("at least one pairing is tried"),
    }
}

fn lines(fit: &Fit) -> usize {
    fit.parent.len() + fit.agency.len()
}

/// The fit at one pair of sizes.
fn fit_pair(
    letterhead: &Letterhead,
    number: Option<&str>,
    date: &str,
    pairing: Pairing,
    space: Pt,
) -> Result<Fit, Misfit> {
    let name_size = pairing.national_name();
    let right = right_need(date, pairing);
    let left_space = space - right;
    let number = number.unwrap_or_default();
    let number_width = width(Face::Regular, NUMBER_SIZE, number) + SLACK;
    if !number_width.fits(left_space) {
        return Err(overflow(date, right, number, number_width, space));
    }
    let names = left_space - SLACK;
    let parent = match &letterhead.parent {
        Some(parent) => {
            let lines = [parent.to_uppercase()];
            break_names(Face::Regular, name_size, &lines, names)?
        }
        None => Vec::new(),
    };
    let preferred: Vec<String> = letterhead
        .agency
        .iter()
        .map(|line| line.to_uppercase())
        .collect();
    let agency = break_names(Face::Bold, name_size, &preferred, names)?;
    let left = widest(Face::Regular, name_size, &parent)
        .max(widest(Face::Bold, name_size, &agency))
        .max(number_width)
        + SLACK;
    let spare = (space - left - right).max(Pt(0.0));
    let left = (left + spare / 2.0).to_twips();
    Ok(Fit {
        pairing,
        left,
        right: space.to_twips() - left,
        parent,
        agency,
    })
}

/// What the right column cannot do without.
fn right_need(date: &str, pairing: Pairing) -> Pt {
    width(Face::Bold, pairing.national_name(), NATIONAL_NAME)
        .max(width(Face::Bold, pairing.motto(), MOTTO))
        .max(width(Face::Italic, pairing.motto(), date))
        + SLACK
}

/// The preferred lines if all fit, else the whole name in even lines.
fn break_names(
    face: Face,
    size: HalfPoints,
    preferred: &[String],
    space: Pt,
) -> Result<Vec<String>, Misfit> {
    if widest(face, size, preferred).fits(space) {
        return Ok(preferred.to_vec());
    }
    let whole = preferred.join(" ");
    match balanced(face, size, &whole, space) {
        Some(lines) if lines.len() <= MOST_LINES => Ok(lines),
        Some(_) => Err(Misfit {
            width: width(face, size, &whole),
            text: whole,
            space: space * MOST_LINES as f64,
        }),
        None => Err(longest_word(face, size, &whole, space)),
    }
}

fn longest_word(face: Face, size: HalfPoints, text: &str, space: Pt) -> Misfit {
    let mut words: Vec<&str> = text.split_whitespace().collect();
    words.sort_by(|a, b| width(face, size, b).0.total_cmp(&width(face, size, a).0));
    let word = words.first().copied().unwrap_or_default();
    Misfit {
        text: word.to_string(),
        width: width(face, size, word),
        space: space.max(Pt(0.0)),
    }
}

/// Names the line to blame when the two columns do not stand beside each other.
fn overflow(date: &str, right: Pt, number: &str, number_width: Pt, space: Pt) -> Misfit {
    if right.fits(space * 0.75) {
        Misfit {
            text: number.to_string(),
            width: number_width,
            space: space - right,
        }
    } else {
        Misfit {
            text: date.to_string(),
            width: right,
            space: space - number_width,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::letterhead::{DateLine, Number};

    /// 160 mm, the width between margins of 30 and 20 mm.
    const SPACE: Twips = Twips(9071);

    fn letterhead(parent: Option<&str>, agency: &[&str]) -> Letterhead {
        Letterhead {
            parent: parent.map(str::to_string),
            agency: agency.iter().map(ToString::to_string).collect(),
            number: Number::Draft("KH-UBND".to_string()),
            place: "Vạn Ninh".to_string(),
            date: DateLine::default(),
        }
    }

    fn check(parent: Option<&str>, agency: &[&str], date: &str) -> Result<Fit, Misfit> {
        let found = fit(
            &letterhead(parent, agency),
            Some("Số:      /KH-UBND"),
            date,
            None,
            SPACE,
        );
        if let Ok(fit) = &found {
            let name = fit.pairing.national_name();
            assert_eq!(fit.left + fit.right, SPACE);
            let right = fit.right.to_pt();
            assert!(width(Face::Bold, name, NATIONAL_NAME).fits(right));
            assert!(width(Face::Italic, fit.pairing.motto(), date).fits(right));
            let left = fit.left.to_pt();
            assert!(widest(Face::Bold, name, &fit.agency).fits(left));
            assert!(widest(Face::Regular, name, &fit.parent).fits(left));
        }
        found
    }

    #[test]
    fn a_short_name_takes_the_large_sizes() {
        let fit = check(
            None,
            &["Ủy ban nhân dân", "huyện Vạn Ninh"],
            "Vạn Ninh, ngày 05 tháng 02 năm 2024",
        )
        .unwrap();
        assert_eq!(fit.pairing, Pairing::Large);
        assert_eq!(fit.agency, ["ỦY BAN NHÂN DÂN", "HUYỆN VẠN NINH"]);
    }

    #[test]
    fn a_name_that_fits_in_one_line_only_when_small_takes_the_small_sizes() {
        let fit = check(
            None,
            &["Sở Giáo dục và Đào tạo"],
            "Nghệ An, ngày 05 tháng 01 năm 2026",
        )
        .unwrap();
        assert_eq!(fit.agency.len(), 1);
        let long = check(
            Some("UBND tỉnh Bà Rịa - Vũng Tàu"),
            &["Sở Nông nghiệp và Phát triển nông thôn"],
            "Vũng Tàu, ngày 05 tháng 01 năm 2024",
        )
        .unwrap();
        assert!(long.agency.len() >= 2);
    }

    #[test]
    fn the_date_line_of_ho_chi_minh_city_never_wraps() {
        let fit = check(
            None,
            &["Ủy ban nhân dân", "Thành phố Hồ Chí Minh"],
            "Thành phố Hồ Chí Minh, ngày 29 tháng 12 năm 2026",
        )
        .unwrap();
        assert!(fit.right.to_mm().0 > 98.0, "{fit:?}");
    }

    #[test]
    fn a_long_name_is_broken_evenly() {
        let fit = check(
            Some("Bộ Nội vụ"),
            &["Cục Văn thư và Lưu trữ nhà nước"],
            "Hà Nội, ngày 05 tháng 01 năm 2020",
        )
        .unwrap();
        assert_eq!(fit.parent, ["BỘ NỘI VỤ"]);
        assert_eq!(fit.agency.len(), 2);
    }

    #[test]
    fn an_impossible_name_says_which_word_is_too_wide() {
        let misfit = check(
            None,
            &["Trung tâm NGHIÊNCỨUPHÁTTRIỂNKHOAHỌCCÔNGNGHỆ"],
            "Hà Nội, ngày 05 tháng 01 năm 2020",
        )
        .unwrap_err();
        assert_eq!(misfit.text, "NGHIÊNCỨUPHÁTTRIỂNKHOAHỌCCÔNGNGHỆ");
        assert!(misfit.width.0 > misfit.space.0);
    }

    #[test]
    fn an_impossible_place_says_that_the_date_line_is_too_wide() {
        let date = "Thị trấn Nông trường Việt Lâm mở rộng kéo dài mãi, ngày 05 tháng 01 năm 2020";
        assert_eq!(
            check(None, &["Ủy ban nhân dân"], date).unwrap_err().text,
            date
        );
    }
}
