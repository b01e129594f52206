//! Filters on numbers, given as numbers or as digits in a text.

use tera::{Kwargs, Value};

use super::{refuse, text_argument};
use crate::template::message::Own;
use crate::text::number;

/// `hai_chu_so`.
pub(super) fn two_digits(value: &Value, _: &Kwargs) -> Result<Value, Own> {
    Ok(Value::from(number::two_digits(whole("hai_chu_so", value)?)))
}

/// `so`.
pub(super) fn grouped(value: &Value, _: &Kwargs) -> Result<Value, Own> {
    Ok(Value::from(digits("so", value)?))
}

/// `tien`, with `don_vi` for another unit than đồng.
pub(super) fn money(value: &Value, kwargs: &Kwargs) -> Result<Value, Own> {
    let sum = digits("tien", value)?;
    let unit = text_argument("tien", kwargs, "don_vi")?.unwrap_or_else(|| "đồng".to_string());
    Ok(Value::from(format!("{sum} {unit}").trim_end().to_string()))
}

/// `bang_chu`.
pub(super) fn in_words(value: &Value, _: &Kwargs) -> Result<Value, Own> {
    let number = whole("bang_chu", value)?;
    let words = number::words(number.unsigned_abs());
    Ok(Value::from(if number < 0 {
        format!("âm {words}")
    } else {
        words
    }))
}

/// A number with dots, and a comma before its fraction.
fn digits(filter: &str, value: &Value) -> Result<String, Own> {
    let fraction = value.as_f64().filter(|number| number.fract() != 0.0);
    match fraction {
        Some(number) if number.is_finite() && !value.is_string() => {
            let text = number.to_string();
            let (sign, text) = match text.strip_prefix('-') {
                Some(rest) => ("-", rest),
                None => ("", text.as_str()),
            };
            let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
            Ok(format!("{sign}{},{part}", number::group_digits(whole)))
        }
        Some(_) | None => Ok(number::grouped(whole(filter, value)?)),
    }
}

/// A whole number, also one that the data keeps as text with or without dots.
fn whole(filter: &str, value: &Value) -> Result<i64, Own> {
    let from_text = |text: &str| {
        let text = text.trim();
        let plain = text.replace('.', "");
        let grouped = text.contains('.');
        let number: i64 = plain.parse().ok()?;
        (!grouped || number::grouped(number) == text).then_some(number)
    };
    let from_float =
        |number: f64| (number.fract() == 0.0 && number.abs() < 9e15).then_some(number as i64);
    value
        .as_i64()
        .or_else(|| value.as_str().and_then(from_text))
        .or_else(|| value.as_f64().and_then(from_float))
        .ok_or_else(|| refuse(filter, value, "số nguyên, thí dụ 1080000"))
}
