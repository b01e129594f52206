//! Reads typed values from a tree through serde, with the place of whatever serde refuses.
//!
//! What a value is depends on the type that asks: `05` is a number for a number and words for a
//! text. Only free data takes what YAML makes of it.

use std::fmt;

use serde::de::value::{MapDeserializer, SeqDeserializer, StrDeserializer};
use serde::de::{DeserializeOwned, Deserializer, Error, IntoDeserializer, Unexpected, Visitor};
use serde::forward_to_deserialize_any;

use super::node::{Entry, Kind, Node, Value};
use super::source::Span;

/// What serde refused, and where if it is known.
#[derive(Debug)]
pub(super) struct Refusal {
    pub(super) message: String,
    pub(super) at: Option<Span>,
}

/// The typed value of a tree.
pub(super) fn read<T: DeserializeOwned>(node: &Node) -> Result<T, Refusal> {
    T::deserialize(Reader(node))
}

/// A tree as a source of values.
#[derive(Clone, Copy)]
struct Reader<'de>(&'de Node);

impl<'de> Reader<'de> {
    /// A number that the words of the scalar are.
    fn number<T: std::str::FromStr>(self, what: &'static str) -> Result<T, Refusal> {
        let text = self.0.text().unwrap_or("");
        let number = text.parse();
        number.map_err(|_| self.at(Refusal::invalid_type(Unexpected::Str(text), &what)))
    }

    /// The refusal with this place, unless a deeper one has set its own.
    fn at(self, refusal: Refusal) -> Refusal {
        Refusal {
            at: refusal.at.or(Some(self.0.at)),
            ..refusal
        }
    }

    /// Key-value pairs; for a struct without those that have no value, as if they were not there.
    fn map<V: Visitor<'de>>(self, visitor: V, skip_empty: bool) -> Result<V::Value, Refusal> {
        let entries = self.0.entries().iter();
        let entries = entries.filter(|entry| !(skip_empty && entry.node.is_null()));
        let pair = |entry: &'de Entry| (entry.key.as_str(), Reader(&entry.node));
        visitor
            .visit_map(MapDeserializer::new(entries.map(pair)))
            .map_err(|refusal| self.at(refusal))
    }
}

impl<'de> Deserializer<'de> for Reader<'de> {
    type Error = Refusal;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        match &self.0.value {
            Value::Null => visitor.visit_unit(),
            Value::Scalar(scalar) => match scalar.kind {
                Kind::Bool => visitor.visit_bool(scalar.text.eq_ignore_ascii_case("true")),
                Kind::Number => match (scalar.text.parse::<i64>(), scalar.text.parse::<f64>()) {
                    (Ok(whole), _) => visitor.visit_i64(whole),
                    (Err(_), Ok(number)) => visitor.visit_f64(number),
                    (Err(_), Err(_)) => visitor.visit_str(&scalar.text),
                },
                Kind::Text => visitor.visit_str(&scalar.text),
            },
            Value::List(_) => self.deserialize_seq(visitor),
            Value::Map(_) => self.map(visitor, false),
        }
        .map_err(|refusal| self.at(refusal))
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        match self.0.text() {
            Some(text) => visitor.visit_str(text).map_err(|refusal| self.at(refusal)),
            None => self.deserialize_any(visitor),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        self.deserialize_str(visitor)
    }

    fn deserialize_u16<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        visitor.visit_u16(self.number("số nguyên")?)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        visitor.visit_u32(self.number("số nguyên")?)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        visitor.visit_f64(self.number("số")?)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        match self.0.is_null() {
            true => visitor.visit_none(),
            false => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Refusal> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        match &self.0.value {
            Value::List(items) => visitor.visit_seq(SeqDeserializer::new(items.iter().map(Reader))),
            Value::Null | Value::Scalar(_) | Value::Map(_) => self.deserialize_any(visitor),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refusal> {
        match &self.0.value {
            Value::Map(_) => self.map(visitor, true),
            Value::Null | Value::Scalar(_) | Value::List(_) => self.deserialize_any(visitor),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refusal> {
        let name: StrDeserializer<'_, Refusal> = self.0.text().unwrap_or("").into_deserializer();
        visitor.visit_enum(name).map_err(|refusal| self.at(refusal))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u64 u128 f32 char bytes byte_buf unit unit_struct tuple
        tuple_struct map identifier ignored_any
    }
}

impl<'de> IntoDeserializer<'de, Refusal> for Reader<'de> {
    type Deserializer = Reader<'de>;

    fn into_deserializer(self) -> Reader<'de> {
        self
    }
}

impl Error for Refusal {
    fn custom<T: fmt::Display>(message: T) -> Refusal {
        Refusal {
            message: message.to_string(),
            at: None,
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Refusal {}
