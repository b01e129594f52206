//! Coefficients of the base salary, exact: a bonus must not differ by a rounding of binary fractions.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A part of the base salary, in ten-thousandths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Coefficient(u64);

/// Parts of a whole.
const PARTS: u64 = 10_000;

/// Above this it is a slip; the highest of the law is 12.
const MOST: f64 = 1_000.0;

impl Coefficient {
    /// Of a decimal number.
    pub fn of(number: f64) -> Option<Coefficient> {
        let sound = (0.0..=MOST).contains(&number);
        // In range, so the conversion is exact to the ten-thousandth.
        sound.then(|| Coefficient((number * PARTS as f64).round() as u64))
    }

    /// Of ten-thousandths.
    pub fn of_parts(parts: i64) -> Option<Coefficient> {
        u64::try_from(parts).ok().map(Coefficient)
    }

    /// This many times as much.
    pub fn times(self, factor: Coefficient) -> Coefficient {
        Coefficient(self.0.saturating_mul(factor.0) / PARTS)
    }

    /// The part of an amount, in ten-thousandths of a đồng.
    pub fn of_amount(self, amount: u32) -> u64 {
        self.0.saturating_mul(u64::from(amount))
    }
}

/// With a comma before the fraction, and one place at least: `0,3`, `1,0`, `0,45`.
impl fmt::Display for Coefficient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, part) = (self.0 / PARTS, self.0 % PARTS);
        let part = format!("{part:04}");
        let part = part.trim_end_matches('0');
        write!(f, "{whole},{}", if part.is_empty() { "0" } else { part })
    }
}

impl<'de> Deserialize<'de> for Coefficient {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Coefficient, D::Error> {
        let number = f64::deserialize(deserializer)?;
        Coefficient::of(number).ok_or_else(|| serde::de::Error::custom("hệ số không hợp lý"))
    }
}

impl Serialize for Coefficient {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.0 as f64 / PARTS as f64)
    }
}

impl JsonSchema for Coefficient {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "he_so".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "number", "minimum": 0, "maximum": MOST })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coefficients_are_exact() {
        let person = Coefficient::of(0.3).unwrap();
        let household = person.times(Coefficient::of(1.5).unwrap());
        assert_eq!(household.to_string(), "0,45");
        assert_eq!(household.of_amount(2_530_000), 11_385_000_000);
        assert_eq!(Coefficient::of(1.0).unwrap().to_string(), "1,0");
        assert_eq!(Coefficient::of(12.0).unwrap().to_string(), "12,0");
        assert_eq!(Coefficient::of(-0.1), None);
    }
}
