//! Lengths as types. `form` speaks in twips, because Word stores them; `layout` in points.
//!
//! Nothing outside this file converts between units.

use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub, SubAssign};

/// Slack when two lengths are compared: a hundredth of a point, under any visible difference.
const SLACK: f64 = 0.01;

/// A length in points (1/72 inch).
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub struct Pt(pub f64);

/// A length in millimetres, as the Decree gives them.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub struct Mm(pub f64);

/// A length in twips (1/20 point), the unit of WordprocessingML.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Twips(pub i32);

/// A type size in half points, the unit of `w:sz` (ECMA-376 part 1, 17.3.2.38).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HalfPoints(pub u16);

impl Pt {
    /// True if a content of this length fits into `space`.
    pub fn fits(self, space: Pt) -> bool {
        self.0 <= space.0 + SLACK
    }

    /// The larger of two lengths.
    pub fn max(self, other: Pt) -> Pt {
        Pt(self.0.max(other.0))
    }

    /// Rounded to whole twips, as word processors hold lengths.
    pub fn to_twips(self) -> Twips {
        Twips((self.0 * 20.0).round() as i32)
    }

    /// The same length in millimetres.
    pub fn to_mm(self) -> Mm {
        Mm(self.0 * 25.4 / 72.0)
    }
}

impl Mm {
    /// Rounded to whole twips.
    pub fn to_twips(self) -> Twips {
        self.to_pt().to_twips()
    }

    /// The same length in points.
    pub fn to_pt(self) -> Pt {
        Pt(self.0 * 72.0 / 25.4)
    }
}

impl Twips {
    /// The same length in points.
    pub fn to_pt(self) -> Pt {
        Pt(f64::from(self.0) / 20.0)
    }

    /// The same length in millimetres.
    pub fn to_mm(self) -> Mm {
        self.to_pt().to_mm()
    }
}

impl HalfPoints {
    /// A size of whole points.
    pub const fn points(points: u16) -> HalfPoints {
        HalfPoints(points * 2)
    }

    /// The same size in points.
    pub fn to_pt(self) -> Pt {
        Pt(f64::from(self.0) / 2.0)
    }
}

macro_rules! arithmetic {
    ($unit:ident, $inner:ty) => {
        impl Add for $unit {
            type Output = $unit;
            fn add(self, other: $unit) -> $unit {
                $unit(self.0 + other.0)
            }
        }
        impl Sub for $unit {
            type Output = $unit;
            fn sub(self, other: $unit) -> $unit {
                $unit(self.0 - other.0)
            }
        }
        impl AddAssign for $unit {
            fn add_assign(&mut self, other: $unit) {
                self.0 += other.0;
            }
        }
        impl SubAssign for $unit {
            fn sub_assign(&mut self, other: $unit) {
                self.0 -= other.0;
            }
        }
        impl Neg for $unit {
            type Output = $unit;
            fn neg(self) -> $unit {
                $unit(-self.0)
            }
        }
        impl Mul<$inner> for $unit {
            type Output = $unit;
            fn mul(self, factor: $inner) -> $unit {
                $unit(self.0 * factor)
            }
        }
        impl Div<$inner> for $unit {
            type Output = $unit;
            fn div(self, divisor: $inner) -> $unit {
                $unit(self.0 / divisor)
            }
        }
        impl std::iter::Sum for $unit {
            fn sum<I: Iterator<Item = $unit>>(iter: I) -> $unit {
                iter.fold($unit(Default::default()), |total, length| total + length)
            }
        }
    };
}

arithmetic!(Pt, f64);
arithmetic!(Mm, f64);
arithmetic!(Twips, i32);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decree_margins_in_twips() {
        assert_eq!(Mm(30.0).to_twips(), Twips(1701));
        assert_eq!(Mm(20.0).to_twips(), Twips(1134));
        assert_eq!(Mm(12.7).to_twips(), Twips(720));
    }

    #[test]
    fn fits_forgives_rounding_but_no_more() {
        assert!(Pt(10.004).fits(Pt(10.0)));
        assert!(!Pt(10.02).fits(Pt(10.0)));
    }
}
