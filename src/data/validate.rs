//! Holds a tree against a schema and reports everything that differs, with its place.
//!
//! Knows the part of JSON Schema that the data types produce, and is lenient where YAML is a trap
//! for clerks: a number or truth value may stand where words are asked. `typed` reads the same way.

use serde_json::{Map, Value as Json};

use crate::diag::Diagnostic;
use crate::text::excerpt::excerpt;

use super::asks::{choices, decree, fits, strings, type_words, types, unit};
use super::findings::Findings;
use super::node::{Entry, Kind, Node, Scalar, Value};
use super::source::{Source, Span};
use super::{forms, secrecy, suggest};

/// Everything in which a file differs from its schema.
pub(super) fn validate(schema: &Json, node: &Node, source: &Source, found: &mut Findings) {
    let mut validator = Validator {
        root: schema,
        source,
        found,
    };
    let start = Span::default();
    let subject = Subject {
        name: "",
        key_at: start,
    };
    validator.node(schema, node, subject);
}

struct Validator<'a> {
    root: &'a Json,
    source: &'a Source,
    found: &'a mut Findings,
}

/// What a value is called: its key, or the key of the list that it is in.
#[derive(Clone, Copy)]
struct Subject<'a> {
    name: &'a str,
    key_at: Span,
}

impl<'a> Validator<'a> {
    /// One value against one schema.
    fn node(&mut self, schema: &'a Json, node: &Node, subject: Subject<'_>) {
        let schema = self.resolve(schema, node);
        if let Some(choices) = choices(schema) {
            return self.choice(&choices, schema, node, subject);
        }
        let allowed = types(schema);
        if allowed.is_empty() {
            return; // Free data.
        }
        match &node.value {
            Value::Null if allowed.contains(&"null") => {}
            Value::Null => self.missing_value(schema, subject),
            Value::List(items) if allowed.contains(&"array") => {
                self.list(schema, items, node, subject);
            }
            Value::Map(entries) if allowed.contains(&"object") => {
                self.map(schema, entries, subject);
            }
            Value::Scalar(scalar) => self.scalar(&allowed, schema, scalar, node, subject),
            Value::List(_) | Value::Map(_) => self.wrong_type(&allowed, node, subject),
        }
    }

    /// Follows references, and of alternatives takes the one for this sort of value.
    fn resolve(&self, schema: &'a Json, node: &Node) -> &'a Json {
        let next = if let Some(name) = schema.get("$ref").and_then(Json::as_str) {
            self.root.pointer(name.trim_start_matches('#'))
        } else if let Some(parts) = schema.get("allOf").and_then(Json::as_array) {
            parts.first()
        } else if let Some(options) = schema.get("anyOf").and_then(Json::as_array) {
            let resolved = || options.iter().map(|option| self.resolve(option, node));
            let fits = resolved().find(|option| fits(option, node));
            return fits.or_else(|| resolved().next()).unwrap_or(schema);
        } else {
            return schema;
        };
        next.map_or(schema, |next| self.resolve(next, node))
    }

    /// A value out of a fixed set.
    fn choice(&mut self, choices: &[String], schema: &Json, node: &Node, subject: Subject<'_>) {
        let listed = choices.join(", ");
        let Some(text) = node.text() else {
            if node.is_null() {
                return self.missing_value(schema, subject);
            }
            let message = format!("“{}” phải là một trong: {listed}", subject.name);
            return self.error("sai-gia-tri", subject.key_at, message, None);
        };
        let number = text.parse::<f64>().ok();
        let same =
            |choice: &String| choice == text || number.is_some() && number == choice.parse().ok();
        if choices.iter().any(same) {
            return;
        }
        if secrecy::is_mark(text) {
            return; // Refused by `secrecy`, with the reason.
        }
        let unit = unit(schema);
        let message = format!(
            "“{}” phải là một trong: {listed}{unit}; ở đây là “{}”",
            subject.name,
            excerpt(text)
        );
        let hint = match number {
            Some(_) => decree(schema),
            None => suggest::nearest(text, choices.iter().map(String::as_str))
                .map(|near| format!("ý bạn là “{near}”?")),
        };
        self.error("sai-gia-tri", node.at, message, hint);
    }

    /// A list: how many items, and each of them.
    fn list(&mut self, schema: &'a Json, items: &[Node], node: &Node, subject: Subject<'_>) {
        let name = subject.name;
        let count = items.len();
        let bound = |word: &str| schema.get(word).and_then(Json::as_u64).map(|n| n as usize);
        let (least, most) = (bound("minItems"), bound("maxItems"));
        let message = match (least, most) {
            (Some(least), Some(most)) if least == most && count != least => Some(format!(
                "“{name}” phải có đúng {least} phần tử, ở đây có {count}"
            )),
            (Some(least), _) if count < least => {
                Some(format!("“{name}” phải có ít nhất {least} phần tử"))
            }
            (_, Some(most)) if count > most => {
                Some(format!("“{name}” có {count} phần tử, nhiều nhất là {most}"))
            }
            _ => None,
        };
        if let Some(message) = message {
            self.error("sai-so-luong", subject.key_at, message, None);
        }
        let Some(item_schema) = schema.get("items") else {
            return;
        };
        for item in items {
            let at = if item.is_null() { node.at } else { item.at };
            self.node(item_schema, item, Subject { name, key_at: at });
        }
    }

    /// A map: unknown keys, missing keys, the value of each.
    fn map(&mut self, schema: &'a Json, entries: &[Entry], subject: Subject<'_>) {
        let known = schema.get("properties").and_then(Json::as_object);
        let required = strings(schema, "required");
        for entry in entries {
            let inner = Subject {
                name: &entry.key,
                key_at: entry.key_at,
            };
            if let Some(own) = known.and_then(|known| known.get(&entry.key)) {
                // An optional key without a value is as good as none.
                if !entry.node.is_null() || required.contains(&entry.key.as_str()) {
                    self.node(own, &entry.node, inner);
                }
            } else if let Some(other) = schema.get("additionalProperties").filter(|s| s.is_object())
            {
                if schema.get("propertyNames").is_some() {
                    self.free_key(entry);
                }
                self.node(other, &entry.node, inner);
            } else if let Some(known) = known {
                self.unknown_key(known, entry);
            }
        }
        let has = |key: &&str| entries.iter().any(|entry| entry.key == **key);
        for key in required.iter().filter(|key| !has(key)) {
            self.missing_key(schema, key, subject);
        }
        if entries.is_empty() && schema.get("minProperties").is_some() {
            let message = format!("“{}” chưa có mục nào", subject.name);
            self.error("thieu-gia-tri", subject.key_at, message, None);
        }
    }

    /// A word, number or truth value.
    fn scalar(
        &mut self,
        allowed: &[&str],
        schema: &Json,
        scalar: &Scalar,
        node: &Node,
        subject: Subject<'_>,
    ) {
        let text = scalar.text.as_str();
        if allowed.contains(&"string") {
            if text.is_empty() && schema.get("minLength").is_some() {
                return self.missing_value(schema, subject);
            }
            let format = schema.get("format").and_then(Json::as_str).unwrap_or("");
            if let Some((message, hint)) = forms::fault(format, subject.name, text) {
                self.error("sai-dang", node.at, message, Some(hint));
            }
        } else if allowed.contains(&"integer") || allowed.contains(&"number") {
            self.number(allowed.contains(&"integer"), schema, text, node, subject);
        } else if allowed.contains(&"boolean") && scalar.kind == Kind::Bool {
            // As it should be.
        } else {
            self.wrong_type(allowed, node, subject);
        }
    }

    /// A number and its range.
    fn number(
        &mut self,
        whole: bool,
        schema: &Json,
        text: &str,
        node: &Node,
        subject: Subject<'_>,
    ) {
        let number = match whole {
            true => text.parse::<i64>().ok().map(|number| number as f64),
            false => text.parse::<f64>().ok().filter(|number| number.is_finite()),
        };
        let Some(number) = number else {
            let allowed = if whole { ["integer"] } else { ["number"] };
            return self.wrong_type(&allowed, node, subject);
        };
        let bound = |word: &str| schema.get(word).and_then(Json::as_f64);
        let (least, most) = (bound("minimum"), bound("maximum"));
        if least.is_none_or(|least| number >= least) && most.is_none_or(|most| number <= most) {
            return;
        }
        let range = match (least, most) {
            (Some(least), Some(most)) => format!("từ {least} đến {most}"),
            (Some(least), None) => format!("từ {least} trở lên"),
            (None, Some(most)) => format!("không quá {most}"),
            (None, None) => String::new(),
        };
        let unit = unit(schema);
        let message = format!("“{}” phải {range}{unit}; ở đây là {text}", subject.name);
        self.error("ngoai-gioi-han", node.at, message, decree(schema));
    }

    /// A key of the user's choice must be fit for templates and file names.
    fn free_key(&mut self, entry: &Entry) {
        let key = &entry.key;
        if let Some((message, hint)) = forms::fault(super::value::format::KEY, key, key) {
            self.error("khoa-sai", entry.key_at, message, Some(hint));
        }
    }

    fn unknown_key(&mut self, known: &Map<String, Json>, entry: &Entry) {
        if secrecy::is_key(&entry.key) {
            return; // Refused by `secrecy`, with the reason.
        }
        let hint = match suggest::nearest(&entry.key, known.keys().map(String::as_str)) {
            Some(near) => format!("ý bạn là “{near}”?"),
            None => {
                let keys: Vec<&str> = known.keys().map(String::as_str).collect();
                format!("các khóa dùng được ở đây: {}", keys.join(", "))
            }
        };
        let message = format!("không có khóa “{}” ở đây", excerpt(&entry.key));
        self.error("khoa-la", entry.key_at, message, Some(hint));
    }

    fn missing_key(&mut self, schema: &Json, key: &str, subject: Subject<'_>) {
        let message = match subject.name {
            "" => format!("thiếu khóa “{key}”"),
            name => format!("“{name}” thiếu khóa “{key}”"),
        };
        let described = schema.pointer(&format!("/properties/{key}/description"));
        let hint = described
            .and_then(Json::as_str)
            .map(|text| format!("{key}: {text}"));
        self.error("thieu-khoa", subject.key_at, message, hint);
    }

    fn missing_value(&mut self, schema: &Json, subject: Subject<'_>) {
        if subject.name.is_empty() {
            let message = "tệp chưa có nội dung";
            let hint = "chép nội dung từ một hồ sơ mẫu trong thư mục data rồi sửa lại";
            return self.error("tep-trong", subject.key_at, message, Some(hint.to_string()));
        }
        let message = format!("“{}” chưa có giá trị", subject.name);
        let described = schema.get("description").and_then(Json::as_str);
        self.error(
            "thieu-gia-tri",
            subject.key_at,
            message,
            described.map(str::to_string),
        );
    }

    fn wrong_type(&mut self, allowed: &[&str], node: &Node, subject: Subject<'_>) {
        let wanted = allowed.iter().filter_map(|name| type_words(name)).next();
        let (wanted, hint) = wanted.unwrap_or(("giá trị khác", None));
        let (here, at) = match &node.value {
            Value::Null => ("trống".to_string(), subject.key_at),
            Value::Scalar(scalar) => (format!("“{}”", excerpt(&scalar.text)), node.at),
            Value::List(_) => ("một danh sách".to_string(), subject.key_at),
            Value::Map(_) => ("một nhóm khóa".to_string(), subject.key_at),
        };
        let name = match subject.name {
            "" => "cả tệp".to_string(),
            name => format!("“{name}”"),
        };
        let message = format!("{name} phải là {wanted}; ở đây là {here}");
        self.error("sai-kieu", at, message, hint.map(str::to_string));
    }

    fn error(
        &mut self,
        code: &'static str,
        at: Span,
        message: impl Into<String>,
        hint: Option<String>,
    ) {
        let source = self.source;
        self.found.push(|| {
            let found = Diagnostic::error(code, source.place(at), message);
            match hint {
                Some(hint) => found.hint(hint),
                None => found,
            }
        });
    }
}
