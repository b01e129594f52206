//! Filters on dates and times, which the data writes as text: `22/3/2024`, ISO dates, `07:30`.

use chrono::NaiveDate;
use tera::{Kwargs, Value};

use super::refuse;
use crate::template::message::Own;
use crate::text::calendar;
use crate::text::date::{Date, Time};

/// `ngay_thang_nam`, with `nam=false` without the year.
pub(super) fn long_date(value: &Value, kwargs: &Kwargs) -> Result<Value, Own> {
    let date = date("ngay_thang_nam", value)?;
    let year = match kwargs.get::<Value>("nam") {
        Ok(Some(given)) => given
            .as_bool()
            .ok_or_else(|| refuse("ngay_thang_nam", &given, "true hoặc false cho nam"))?,
        Ok(None) | Err(_) => true,
    };
    Ok(Value::from(if year {
        calendar::long_date(date)
    } else {
        calendar::day_month(date)
    }))
}

/// `ngay_ngan`.
pub(super) fn short_date(value: &Value, _: &Kwargs) -> Result<Value, Own> {
    Ok(Value::from(calendar::short_date(date("ngay_ngan", value)?)))
}

/// `thu`.
pub(super) fn weekday(value: &Value, _: &Kwargs) -> Result<Value, Own> {
    Ok(Value::from(calendar::weekday(date("thu", value)?)))
}

/// `gio_phut`.
pub(super) fn hour_minute(value: &Value, _: &Kwargs) -> Result<Value, Own> {
    value
        .as_str()
        .and_then(|text| text.parse().ok())
        .map(|Time(time)| Value::from(calendar::hour_minute(time)))
        .ok_or_else(|| refuse("gio_phut", value, "giờ dạng 07:30"))
}

fn date(filter: &str, value: &Value) -> Result<NaiveDate, Own> {
    value
        .as_str()
        .and_then(|text| text.parse().ok())
        .map(|Date(date)| date)
        .ok_or_else(|| refuse(filter, value, "ngày có thật dạng 22/3/2024"))
}
