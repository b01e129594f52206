//! Filters on lists: joining, sorting people.

use tera::{Kwargs, Value};

use super::{refuse, text_argument};
use crate::template::message::Own;
use crate::text::collate::Alphabet;

/// `noi`: `a, b và c`.
pub(super) fn join(value: &Value, kwargs: &Kwargs) -> Result<Value, Own> {
    let wanted = "danh sách chữ hoặc số";
    let list = value
        .as_array()
        .ok_or_else(|| refuse("noi", value, wanted))?;
    let mut entries = Vec::with_capacity(list.len());
    for entry in list {
        if entry.is_array() || entry.is_map() || entry.is_none() {
            return Err(refuse("noi", entry, wanted));
        }
        entries.push(entry.to_string());
    }
    let word = text_argument("noi", kwargs, "lien_tu")?.unwrap_or_else(|| "và".to_string());
    Ok(Value::from(match entries.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} {word} {last}", others.join(", ")),
    }))
}

/// `sap_xep_ten`, with `theo` for the key of the name in rows.
pub(super) fn sort_people(value: &Value, kwargs: &Kwargs) -> Result<Value, Own> {
    let list = value
        .as_array()
        .ok_or_else(|| refuse("sap_xep_ten", value, "danh sách người"))?;
    let key = text_argument("sap_xep_ten", kwargs, "theo")?.unwrap_or_else(|| "ho_ten".to_string());
    let mut people = Vec::with_capacity(list.len());
    for person in list {
        let name = person
            .as_str()
            .or_else(|| person.get_from_path(&key).and_then(Value::as_str))
            .ok_or_else(|| {
                refuse(
                    "sap_xep_ten",
                    person,
                    &format!("chữ, hoặc dòng có khóa {key}"),
                )
            })?;
        people.push((name, person));
    }
    let alphabet = Alphabet::vietnamese().ok_or_else(|| {
        Own::new(
            "bộ lọc sap_xep_ten: thiếu bảng chữ cái tiếng Việt",
            "báo cho người phát triển",
        )
    })?;
    people.sort_by(|a, b| alphabet.compare_people(a.0, b.0));
    let sorted: Vec<Value> = people
        .into_iter()
        .map(|(_, person)| person.clone())
        .collect();
    Ok(Value::from(sorted))
}
