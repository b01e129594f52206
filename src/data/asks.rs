//! What a piece of JSON Schema asks, in the part of the language that the data types produce, and
//! how that is told in Vietnamese.

use serde_json::Value as Json;

use super::node::{Node, Value};

/// True if a schema is one for this sort of value.
pub(super) fn fits(schema: &Json, node: &Node) -> bool {
    let allowed = types(schema);
    match &node.value {
        Value::Null => allowed.contains(&"null"),
        Value::List(_) => allowed.contains(&"array"),
        Value::Map(_) => allowed.contains(&"object"),
        Value::Scalar(_) => {
            allowed.is_empty()
                || allowed
                    .iter()
                    .any(|name| !matches!(*name, "null" | "array" | "object"))
        }
    }
}

/// The names of the types that a schema allows; none for free data.
pub(super) fn types(schema: &Json) -> Vec<&str> {
    match schema.get("type") {
        Some(Json::String(name)) => vec![name],
        Some(Json::Array(_)) => strings(schema, "type"),
        _ => Vec::new(),
    }
}

/// The fixed set of a schema, if it has one.
pub(super) fn choices(schema: &Json) -> Option<Vec<String>> {
    let words = |value: &Json| match value {
        Json::String(text) => text.clone(),
        other => other.to_string(),
    };
    if let Some(values) = schema.get("enum").and_then(Json::as_array) {
        return Some(values.iter().map(words).collect());
    }
    let options = schema.get("oneOf").and_then(Json::as_array)?;
    options
        .iter()
        .map(|option| option.get("const").map(words))
        .collect()
}

/// The strings of a list in a schema.
pub(super) fn strings<'a>(schema: &'a Json, word: &str) -> Vec<&'a str> {
    let list = schema.get(word).and_then(Json::as_array);
    list.into_iter()
        .flatten()
        .filter_map(Json::as_str)
        .collect()
}

/// Where the bounds of a number come from, if the Decree sets them.
pub(super) fn decree(schema: &Json) -> Option<String> {
    schema.get("x-don-vi")?;
    Some("giới hạn theo Phụ lục I Nghị định 30/2020/NĐ-CP".to_string())
}

/// The unit of a number, with a space before it.
pub(super) fn unit(schema: &Json) -> String {
    match schema.get("x-don-vi").and_then(Json::as_str) {
        None | Some("") => String::new(),
        Some(unit) => format!(" {unit}"),
    }
}

/// What a type is called, and how it is written.
pub(super) fn type_words(name: &str) -> Option<(&'static str, Option<&'static str>)> {
    match name {
        "string" => Some((
            "một đoạn chữ",
            Some("chữ có dấu hai chấm thì đặt trong ngoặc kép \"…\""),
        )),
        "integer" => Some(("số nguyên", Some("chỉ viết chữ số, thí dụ: 45"))),
        "number" => Some(("số", Some("phần lẻ viết sau dấu chấm, thí dụ: 12.7"))),
        "boolean" => Some((
            "true hoặc false",
            Some("có thì viết true, không thì viết false"),
        )),
        "array" => Some(("danh sách", Some("mỗi phần tử một dòng, bắt đầu bằng “- ”"))),
        "object" => Some((
            "nhóm khóa",
            Some("xuống dòng, thụt vào hai dấu cách rồi viết từng khóa"),
        )),
        _ => None,
    }
}
