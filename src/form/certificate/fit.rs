//! Fits a text into its slot: by the measured widths, smaller within bounds, in even lines, never
//! cut.

use crate::fonts::width;
use crate::form::balance::{balanced, widest};
use crate::units::{HalfPoints, Mm, Pt};

use super::place::{Slot, WhenLong};

/// Sizes are tried in steps of half a point.
const STEP: u16 = 1;

/// A text as it will be printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fitted {
    /// Its size.
    pub size: HalfPoints,
    /// Its lines.
    pub lines: Vec<String>,
}

/// Why a text does not fit, at the smallest size.
#[derive(Clone, Debug, PartialEq)]
pub struct Overflow {
    /// Lines that it would need, if more than there may be.
    pub lines: Option<usize>,
    /// Width of the widest line that cannot be broken.
    pub width: Mm,
}

/// The text in the largest size and the fewest lines that the slot allows. One line may be broken
/// at its spaces; of several each stays one.
///
/// # Errors
///
/// What is missing if it does not fit at the smallest size in the most lines.
pub fn fit(slot: &Slot, text: &[String]) -> Result<Fitted, Overflow> {
    let lines: Vec<String> = match slot.upper {
        true => text.iter().map(|line| line.to_uppercase()).collect(),
        false => text.to_vec(),
    };
    let sizes = || {
        (slot.smallest.0..=slot.size.0)
            .rev()
            .step_by(usize::from(STEP))
            .map(HalfPoints)
    };
    let found = match (lines.as_slice(), slot.when_long) {
        ([line], WhenLong::Shrinks) => {
            let mut counts = 1..=slot.most_lines;
            counts.find_map(|most| {
                sizes()
                    .find_map(|size| broken(slot, line, size, most.min(slot.most_lines_at(size))))
            })
        }
        ([line], WhenLong::Breaks) => {
            sizes().find_map(|size| broken(slot, line, size, slot.most_lines_at(size)))
        }
        (lines, WhenLong::Shrinks | WhenLong::Breaks) => sizes().find_map(|size| {
            let fits = lines.len() <= slot.most_lines_at(size)
                && widest(slot.face(), size, lines).fits(slot.width.to_pt());
            fits.then(|| Fitted {
                size,
                lines: lines.to_vec(),
            })
        }),
    };
    found.ok_or_else(|| overflow(slot, &lines))
}

/// A text in `most` lines at a size, if it fits.
fn broken(slot: &Slot, text: &str, size: HalfPoints, most: usize) -> Option<Fitted> {
    let space = slot.width.to_pt();
    let length = width(slot.face(), size, text);
    if length.fits(space) {
        return Some(Fitted {
            size,
            lines: vec![text.to_string()],
        });
    }
    // Lines cannot hold more than their widths; this spares looking for breaks in vain.
    if most < 2 || length.0 > space.0 * most as f64 {
        return None;
    }
    let lines = balanced(slot.face(), size, text, space)?;
    (lines.len() <= most).then_some(Fitted { size, lines })
}

fn overflow(slot: &Slot, lines: &[String]) -> Overflow {
    let size = slot.smallest;
    let space = slot.width.to_pt();
    let needed = match lines {
        [line] => balanced(slot.face(), size, line, space).map(|lines| lines.len()),
        lines => Some(lines.len()),
    };
    let words = lines.iter().flat_map(|line| match lines.len() {
        1 => line.split(' ').collect::<Vec<_>>(),
        _ => vec![line.as_str()],
    });
    let widest = words.fold(Pt(0.0), |most, word| {
        most.max(width(slot.face(), size, word))
    });
    Overflow {
        lines: needed.filter(|count| *count > slot.most_lines_at(size)),
        width: widest.to_mm(),
    }
}
