//! What an agency may choose inside the Decree's ranges (Phụ lục I, phần I, mục I và II.6.e).

use crate::document::{Circulation, Urgency};
use crate::units::{HalfPoints, Mm, Pt};

/// The choices of one agency; the ranges are checked where the profile is read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Choices {
    /// Size of the text, 13 or 14 pt.
    pub body_size: HalfPoints,
    /// Sizes of the letterhead; none lets the fit decide.
    pub pairing: Option<Pairing>,
    /// Page margins.
    pub margins: Margins,
    /// First-line indent, 10 or 12.7 mm.
    pub first_line: Mm,
    /// Line spacing as a multiple of the single line, 1 to 1.5.
    pub line: f64,
    /// Space between paragraphs, at least 6 pt.
    pub gap: Pt,
}

/// Page margins of an upright page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Margins {
    /// 20 to 25 mm.
    pub top: Mm,
    /// 20 to 25 mm.
    pub bottom: Mm,
    /// 30 to 35 mm.
    pub left: Mm,
    /// 15 to 20 mm.
    pub right: Mm,
}

/// Sizes of Quốc hiệu, Tiêu ngữ and place and date, which rise and fall together (footnote 1 of
/// the table in mục V).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pairing {
    /// 13, 14, 14 pt.
    Large,
    /// 12, 13, 13 pt.
    Small,
}

impl Choices {
    /// Choices that take less and less room, the mildest first, all within the Decree's ranges: less
    /// space between paragraphs, then between lines, lower margins, then the smaller size, which
    /// the letterhead follows.
    pub fn tighter(&self) -> Vec<Choices> {
        let mut tried = vec![*self];
        let mut step = *self;
        let mut then = |change: &dyn Fn(&mut Choices)| {
            change(&mut step);
            if tried.last() != Some(&step) {
                tried.push(step);
            }
        };
        then(&|choices| choices.gap = Pt(6.0));
        then(&|choices| choices.line = (1.0 + choices.line) / 2.0);
        then(&|choices| choices.line = 1.0);
        then(&|choices| {
            choices.margins.top = Mm(20.0);
            choices.margins.bottom = Mm(20.0);
        });
        then(&|choices| {
            choices.body_size = HalfPoints::points(13);
            choices.pairing = choices.pairing.or(Some(Pairing::Small));
        });
        tried.split_off(1)
    }
}

impl Default for Choices {
    fn default() -> Choices {
        Choices {
            body_size: HalfPoints::points(14),
            pairing: None,
            margins: Margins {
                top: Mm(20.0),
                bottom: Mm(20.0),
                left: Mm(30.0),
                right: Mm(20.0),
            },
            first_line: Mm(12.7),
            line: 1.0,
            gap: Pt(6.0),
        }
    }
}

impl Pairing {
    /// Size of Quốc hiệu and of the agency's names.
    pub fn national_name(self) -> HalfPoints {
        match self {
            Pairing::Large => HalfPoints::points(13),
            Pairing::Small => HalfPoints::points(12),
        }
    }

    /// Size of Tiêu ngữ and of place and date.
    pub fn motto(self) -> HalfPoints {
        match self {
            Pairing::Large => HalfPoints::points(14),
            Pairing::Small => HalfPoints::points(13),
        }
    }
}

impl Urgency {
    /// The printed words.
    pub fn words(self) -> &'static str {
        match self {
            Urgency::Urgent => "KHẨN",
            Urgency::VeryUrgent => "THƯỢNG KHẨN",
            Urgency::Express => "HỎA TỐC",
        }
    }

    /// Width of the box; its height is 8 mm (mục III.2.b).
    pub fn box_width(self) -> Mm {
        match self {
            Urgency::Urgent => Mm(20.0),
            Urgency::VeryUrgent => Mm(40.0),
            Urgency::Express => Mm(30.0),
        }
    }
}

impl Circulation {
    /// The printed words.
    pub fn words(self) -> &'static str {
        match self {
            Circulation::Return => "XEM XONG TRẢ LẠI",
            Circulation::Internal => "LƯU HÀNH NỘI BỘ",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn room_is_saved_step_by_step_and_within_the_decree() {
        let roomy = Choices {
            line: 1.2,
            gap: Pt(10.0),
            ..Choices::default()
        };
        let steps = roomy.tighter();
        let told: Vec<_> = steps
            .iter()
            .map(|step| (step.gap.0, step.line, step.body_size.0 / 2))
            .collect();
        assert_eq!(
            told,
            [
                (6.0, 1.2, 14),
                (6.0, 1.1, 14),
                (6.0, 1.0, 14),
                (6.0, 1.0, 13)
            ]
        );
        let least = steps[3];
        assert_eq!(least.pairing, Some(Pairing::Small));
        assert!(least.tighter().is_empty());
    }
}
