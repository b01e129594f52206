//! The small values of the data files: text, days, times, lengths, and maps that keep their order.
//!
//! Each is read from the words of the file and tells the schema its form, so that the editor, the
//! validator and the reader agree.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::text::date::{Date, PartialDate, Time};

/// A text that is not empty.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Text(String);

/// A map from keys of the user's choice, in the order of the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Keyed<T>(Vec<(String, T)>);

/// Names of the forms of text that the schema may ask for, as its `format`.
pub(super) mod format {
    pub(crate) const DATE: &str = "ngay";
    pub(crate) const PARTIAL_DATE: &str = "ngay-khuyet";
    pub(crate) const TIME: &str = "gio";
    pub(crate) const KEY: &str = "khoa";
    pub(crate) const ROWS: &str = "dong";
    pub(crate) const COLOUR: &str = "mau";
}

impl Text {
    /// The words.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Text, D::Error> {
        let text = String::deserialize(deserializer)?;
        match text.is_empty() {
            true => Err(D::Error::custom("không được để trống")),
            false => Ok(Text(text)),
        }
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl JsonSchema for Text {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "van_ban".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "minLength": 1 })
    }
}

impl<T> Keyed<T> {
    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&T> {
        self.iter()
            .find(|(own, _)| *own == key)
            .map(|(_, value)| value)
    }

    /// Keys and values in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &T)> {
        self.0.iter().map(|(key, value)| (key.as_str(), value))
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Keyed<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Keyed<T>, D::Error> {
        deserializer.deserialize_map(KeyedVisitor(PhantomData))
    }
}

struct KeyedVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for KeyedVisitor<T> {
    type Value = Keyed<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("các khóa và giá trị")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Keyed<T>, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(Keyed(entries))
    }
}

impl<T: Serialize> Serialize for Keyed<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (key, value) in self.iter() {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

impl<T: JsonSchema> JsonSchema for Keyed<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = generator.subschema_for::<BTreeMap<String, T>>();
        let names = json_schema!({ "type": "string", "format": format::KEY, "pattern": "^[a-z][a-z0-9_]*$" });
        schema.insert("propertyNames".to_string(), names.to_value());
        schema.insert("minProperties".to_string(), 1.into());
        schema
    }
}

/// Serde and schema of a type of `text::date` through its written form.
macro_rules! written {
    ($type:ident, $name:literal, $schema:expr) => {
        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<$type, D::Error> {
                // An empty value reads as the empty text, which only a partial date accepts.
                let text = Option::<String>::deserialize(deserializer)?.unwrap_or_default();
                $type::from_str(&text).map_err(|_| D::Error::custom("ngày giờ không hợp lệ"))
            }
        }

        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let text = self.to_string();
                match text.is_empty() {
                    true => serializer.serialize_none(),
                    false => serializer.serialize_str(&text),
                }
            }
        }

        impl JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                $schema
            }
        }
    };
}

written!(
    Date,
    "ngay",
    json_schema!({ "type": "string", "format": format::DATE })
);
written!(
    PartialDate,
    "ngay_khuyet",
    json_schema!({ "type": ["string", "integer", "null"], "format": format::PARTIAL_DATE })
);
written!(
    Time,
    "gio",
    json_schema!({ "type": "string", "format": format::TIME })
);

/// A length that the file gives in millimetres.
pub(super) mod millimetres {
    use serde::{Deserialize, Deserializer, Serializer};

    use crate::units::Mm;

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(d: D) -> Result<Mm, D::Error> {
        f64::deserialize(d).map(Mm)
    }

    pub(crate) fn serialize<S: Serializer>(length: &Mm, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_f64(length.0)
    }
}

/// A space that the file gives in points.
pub(super) mod points {
    use serde::{Deserialize, Deserializer, Serializer};

    use crate::units::Pt;

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(d: D) -> Result<Pt, D::Error> {
        f64::deserialize(d).map(Pt)
    }

    pub(crate) fn serialize<S: Serializer>(length: &Pt, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_f64(length.0)
    }
}
