//! What is paid for an award: coefficient × base salary of the day of the decision, rounded as the
//! dossier says, with its reasons.

use std::fmt;

use crate::text::number::grouped;

use super::super::law::coefficient::Coefficient;
use super::settings::Rounding;

/// The law rounds to this many đồng.
const STEP: u64 = 10_000;

/// Ten-thousandths, in which exact products come.
const PARTS: u64 = 10_000;

/// What is paid for an award, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bonus {
    /// Coefficient of the base salary.
    pub coefficient: Coefficient,
    /// For a household: the coefficient of a person and how many times that is.
    pub household: Option<(Coefficient, Coefficient)>,
    /// Base salary in đồng.
    pub salary: u32,
    /// Coefficient × base salary, in đồng; a part of one counts as one.
    pub raw: u64,
    /// What is paid, in đồng.
    pub amount: u64,
    /// The documents that it follows from.
    pub sources: Vec<String>,
    /// Why another amount than the product is paid, if not by rounding.
    pub withheld: Option<String>,
}

impl Bonus {
    /// The bonus of a coefficient.
    pub(super) fn new(
        coefficient: Coefficient,
        household: Option<(Coefficient, Coefficient)>,
        salary: u32,
        rounding: Rounding,
        sources: Vec<String>,
    ) -> Bonus {
        let parts = coefficient.of_amount(salary);
        Bonus {
            coefficient,
            household,
            salary,
            raw: parts.div_ceil(PARTS),
            amount: rounded(parts, rounding),
            sources,
            withheld: None,
        }
    }

    /// The same award without money, for a reason.
    pub(super) fn withhold(&mut self, reason: String) {
        self.amount = 0;
        self.withheld = Some(reason);
    }
}

/// An exact product in ten-thousandths, as đồng that are paid.
fn rounded(parts: u64, rounding: Rounding) -> u64 {
    let step = PARTS * STEP;
    match rounding {
        Rounding::Up => parts.div_ceil(step) * STEP,
        Rounding::Nearest => (parts + step / 2) / step * STEP,
        Rounding::None => parts.div_ceil(PARTS),
    }
}

/// `0,3 × 2.340.000 đồng = 702.000 đồng, làm tròn 710.000 đồng (Nghị định …)`.
impl fmt::Display for Bonus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let money = |amount: u64| grouped(i64::try_from(amount).unwrap_or(i64::MAX));
        match self.household {
            Some((person, factor)) => write!(f, "{factor} × {person}")?,
            None => write!(f, "{}", self.coefficient)?,
        }
        let salary = money(u64::from(self.salary));
        write!(f, " × {salary} đồng = {} đồng", money(self.raw))?;
        match &self.withheld {
            Some(reason) => write!(f, ", không chi: {reason}")?,
            None if self.amount != self.raw => {
                write!(f, ", làm tròn {} đồng", money(self.amount))?;
            }
            None => {}
        }
        match self.sources.is_empty() {
            true => Ok(()),
            false => write!(f, " ({})", self.sources.join("; ")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bonus(coefficient: f64, salary: u32, rounding: Rounding) -> Bonus {
        let coefficient = Coefficient::of(coefficient).unwrap();
        Bonus::new(coefficient, None, salary, rounding, Vec::new())
    }

    /// The products of the law at its three base salaries, rounded up to 10.000 đồng.
    #[test]
    fn sums_are_rounded_up() {
        for (coefficient, at_1800, at_2340, at_2530) in [
            (0.3, 540_000, 710_000, 760_000),
            (0.45, 810_000, 1_060_000, 1_140_000),
            (0.6, 1_080_000, 1_410_000, 1_520_000),
            (0.8, 1_440_000, 1_880_000, 2_030_000),
            (1.0, 1_800_000, 2_340_000, 2_530_000),
            (1.5, 2_700_000, 3_510_000, 3_800_000),
            (2.0, 3_600_000, 4_680_000, 5_060_000),
            (3.0, 5_400_000, 7_020_000, 7_590_000),
            (8.0, 14_400_000, 18_720_000, 20_240_000),
        ] {
            for (salary, amount) in [
                (1_800_000, at_1800),
                (2_340_000, at_2340),
                (2_530_000, at_2530),
            ] {
                let paid = bonus(coefficient, salary, Rounding::Up).amount;
                assert_eq!(paid, amount, "{coefficient} of {salary}");
            }
        }
    }

    #[test]
    fn the_disputed_rule_is_a_setting() {
        let paid = |rounding| bonus(0.15, 1_490_000, rounding).amount;
        assert_eq!(paid(Rounding::Up), 230_000);
        assert_eq!(paid(Rounding::Nearest), 220_000);
        assert_eq!(paid(Rounding::None), 223_500);
        assert_eq!(bonus(0.3, 1_490_000, Rounding::Nearest).amount, 450_000);
    }

    #[test]
    fn a_bonus_explains_itself() {
        let sources = || vec!["Nghị định số 98/2023/NĐ-CP".to_string()];
        let coefficient = Coefficient::of(0.3).unwrap();
        let up = Rounding::Up;
        let plain = Bonus::new(coefficient, None, 1_800_000, up, sources());
        assert_eq!(
            plain.to_string(),
            "0,3 × 1.800.000 đồng = 540.000 đồng (Nghị định số 98/2023/NĐ-CP)"
        );
        let rounded = Bonus::new(coefficient, None, 2_340_000, up, sources());
        assert_eq!(
            rounded.to_string(),
            "0,3 × 2.340.000 đồng = 702.000 đồng, làm tròn 710.000 đồng (Nghị định số 98/2023/NĐ-CP)"
        );
        let factor = Coefficient::of(1.5).unwrap();
        let parts = Some((coefficient, factor));
        let mut household = Bonus::new(coefficient.times(factor), parts, 1_800_000, up, Vec::new());
        assert_eq!(
            household.to_string(),
            "1,5 × 0,3 × 1.800.000 đồng = 810.000 đồng"
        );
        household.withhold("đã nhận mức cao hơn".to_string());
        assert_eq!(
            household.to_string(),
            "1,5 × 0,3 × 1.800.000 đồng = 810.000 đồng, không chi: đã nhận mức cao hơn"
        );
    }
}
