//! A colour of a certificate: `den`, `do`, or `#C00000`.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, Error};

use super::super::value::format;

/// Red, green and blue parts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Colour(pub [u8; 3]);

impl Colour {
    /// 000000.
    pub const BLACK: Colour = Colour([0, 0, 0]);
    /// FF0000.
    pub const RED: Colour = Colour([255, 0, 0]);
}

impl FromStr for Colour {
    type Err = ();

    fn from_str(text: &str) -> Result<Colour, ()> {
        match text {
            "den" => return Ok(Colour::BLACK),
            "do" => return Ok(Colour::RED),
            _ => {}
        }
        let digits = text.strip_prefix('#').ok_or(())?;
        if digits.len() != 6 || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return Err(());
        }
        let part = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).map_err(|_| ());
        Ok(Colour([part(0)?, part(2)?, part(4)?]))
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Colour([red, green, blue]) = self;
        match *self {
            Colour::BLACK => f.write_str("den"),
            Colour::RED => f.write_str("do"),
            Colour(_) => write!(f, "#{red:02X}{green:02X}{blue:02X}"),
        }
    }
}

impl<'de> Deserialize<'de> for Colour {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Colour, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse()
            .map_err(|()| D::Error::custom("màu không hợp lệ"))
    }
}

impl JsonSchema for Colour {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "mau".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "format": format::COLOUR })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_two_words_or_six_digits() {
        for text in ["den", "do", "#C00000"] {
            assert_eq!(text.parse::<Colour>().unwrap().to_string(), text);
        }
        assert_eq!("#ff0000".parse(), Ok(Colour::RED));
        for wrong in ["", "xanh", "#C0000", "#C0000G", "C00000", "#é0000"] {
            assert!(wrong.parse::<Colour>().is_err(), "{wrong}");
        }
    }
}
