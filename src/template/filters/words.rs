//! Filters on text: letter case, end marks, names without marks.

use tera::{Kwargs, Value};

use super::refuse;
use crate::template::message::Own;
use crate::text::{case, post, unaccent};

/// `in_hoa`.
pub(super) fn upper(value: &Value, _: &Kwargs) -> Result<Value, Own> {
    change("in_hoa", value, str::to_uppercase)
}

/// `in_thuong`.
pub(super) fn lower(value: &Value, _: &Kwargs) -> Result<Value, Own> {
    change("in_thuong", value, str::to_lowercase)
}

/// `hoa_dau`.
pub(super) fn upper_first(value: &Value, _: &Kwargs) -> Result<Value, Own> {
    change("hoa_dau", value, case::upper_first)
}

/// `thuong_dau`.
pub(super) fn lower_first(value: &Value, _: &Kwargs) -> Result<Value, Own> {
    change("thuong_dau", value, case::lower_first)
}

/// `chuc_danh`, with `don_vi` for the unit; what is missing leaves no trace.
pub(super) fn post_with_unit(value: &Value, kwargs: &Kwargs) -> Result<Value, Own> {
    let unit = match kwargs.get::<Value>("don_vi") {
        Ok(Some(unit)) => unit,
        Ok(None) | Err(_) => Value::none(),
    };
    let words = |value: &Value| match value.as_str() {
        Some(text) => Ok(text.to_string()),
        None if value.is_none() => Ok(String::new()),
        None => Err(refuse("chuc_danh", value, "chữ")),
    };
    Ok(Value::from(post::with_unit(&words(value)?, &words(&unit)?)))
}

/// `cau`.
pub(super) fn sentence(value: &Value, _: &Kwargs) -> Result<Value, Own> {
    change("cau", value, |text| match bare(text) {
        "" => String::new(),
        bare if bare.ends_with(['!', '?', '…', ':']) => bare.to_string(),
        bare => format!("{bare}."),
    })
}

/// `bo_dau_cuoi`.
pub(super) fn without_end_mark(value: &Value, _: &Kwargs) -> Result<Value, Own> {
    change("bo_dau_cuoi", value, |text| bare(text).to_string())
}

/// `ten_khong_dau`.
pub(super) fn file_stem(value: &Value, _: &Kwargs) -> Result<Value, Own> {
    match value.as_str() {
        Some(text) => Ok(Value::from(unaccent::file_stem(text))),
        None => Err(refuse("ten_khong_dau", value, "chữ")),
    }
}

/// The text without stops, semicolons and commas at its end.
fn bare(text: &str) -> &str {
    text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ';' | ','))
}

/// Changes a text; one that was escaped already stays so.
fn change(filter: &str, value: &Value, change: impl Fn(&str) -> String) -> Result<Value, Own> {
    let Some(text) = value.as_str() else {
        return Err(refuse(filter, value, "chữ"));
    };
    let changed = Value::from(change(text));
    Ok(if value.is_safe() {
        changed.mark_safe()
    } else {
        changed
    })
}
