//! The forms that the schema may ask of a text: days, times, keys. Why a text does not have one.

use crate::text::date::{Date, DateError, PartialDate, Time};

use super::certificate::colour::Colour;
use super::rows::RowChoice;
use super::suggest;
use super::value::format;

/// What is wrong with a text of a form, and what to do. Nothing for a form that is not ours.
pub(super) fn fault(form: &str, name: &str, text: &str) -> Option<(String, String)> {
    match form {
        format::DATE => day(name, text, text.parse::<Date>().err()?, "thí dụ: 22/3/2024"),
        format::PARTIAL_DATE => day(
            name,
            text,
            text.parse::<PartialDate>().err()?,
            "thí dụ: 05/02/2024; dự thảo thì 02/2024, 2024 hoặc bỏ trống",
        ),
        format::TIME => time(name, text, text.parse::<Time>().err()?),
        format::KEY => key(text),
        format::ROWS => rows(name, text),
        format::COLOUR => colour(name, text),
        _ => None,
    }
}

/// A wrong day.
fn day(name: &str, text: &str, error: DateError, example: &str) -> Option<(String, String)> {
    let message = match error {
        DateError::Form => format!("“{name}” phải là ngày viết ngày/tháng/năm; ở đây là “{text}”"),
        DateError::Calendar => format!("“{name}”: ngày {text} không có trong lịch"),
        DateError::Year => format!("“{name}”: năm trong “{text}” không hợp lý"),
    };
    Some((message, example.to_string()))
}

/// A wrong time.
fn time(name: &str, text: &str, error: DateError) -> Option<(String, String)> {
    let message = match error {
        DateError::Form | DateError::Year => {
            format!("“{name}” phải là giờ viết giờ:phút; ở đây là “{text}”")
        }
        DateError::Calendar => format!("“{name}”: không có giờ {text}"),
    };
    Some((message, "thí dụ: 07:30".to_string()))
}

/// A choice of rows that cannot be read.
fn rows(name: &str, text: &str) -> Option<(String, String)> {
    text.parse::<RowChoice>().err()?;
    let message = format!("“{name}” phải là các số dòng; ở đây là “{text}”");
    Some((message, "thí dụ: 2-20, 35".to_string()))
}

/// A colour that is none.
fn colour(name: &str, text: &str) -> Option<(String, String)> {
    text.parse::<Colour>().err()?;
    let message = format!("“{name}” phải là màu; ở đây là “{text}”");
    let hint = "den, do hoặc mã sáu chữ số, thí dụ: \"#C00000\" (đặt trong ngoặc kép)";
    Some((message, hint.to_string()))
}

/// A key with other letters than templates can name.
fn key(text: &str) -> Option<(String, String)> {
    let letters = |char: char| char.is_ascii_lowercase() || char.is_ascii_digit() || char == '_';
    if text.starts_with(|first: char| first.is_ascii_lowercase()) && text.chars().all(letters) {
        return None;
    }
    let fixed: String = suggest::folded(text)
        .chars()
        .filter(|char| letters(*char))
        .collect();
    let message = format!(
        "khóa “{text}” chỉ được gồm chữ thường không dấu, chữ số và dấu _, bắt đầu bằng chữ"
    );
    Some((
        message,
        format!(
            "thí dụ: {}",
            if fixed.starts_with(|c: char| c.is_ascii_lowercase()) {
                &fixed
            } else {
                "ke_hoach"
            }
        ),
    ))
}
