//! Annexes with their tables, as the dossier gives them.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{SerializeStruct, Serializer};
use serde::{Deserialize, Serialize};

use super::value::Text;

/// An annex (phụ lục).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "phu_luc", description = "Một phụ lục")]
pub struct Annex {
    /// Title; printed in capitals.
    #[serde(rename = "tieu_de")]
    #[schemars(description = "Tiêu đề phụ lục")]
    pub title: Text,
    /// True for a page turned on its side.
    #[serde(rename = "ngang", default)]
    #[schemars(description = "true để trình bày trang ngang")]
    pub landscape: bool,
    /// Running paragraphs.
    #[serde(rename = "doan", default)]
    #[schemars(description = "Các đoạn văn trước bảng")]
    pub paragraphs: Vec<Text>,
    /// The table.
    #[serde(rename = "bang", default)]
    #[schemars(description = "Bảng")]
    pub table: Option<Table>,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "bang", description = "Một bảng")]
pub struct Table {
    /// Columns.
    #[serde(rename = "cot")]
    #[schemars(description = "Các cột", length(min = 1, max = 20))]
    pub columns: Vec<Column>,
    /// Rows.
    #[serde(rename = "hang", default)]
    #[schemars(
        description = "Các hàng: hoặc danh sách ô, hoặc “nhom: …” cho hàng tên nhóm chạy suốt bảng"
    )]
    pub rows: Vec<Row>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "cot", description = "Một cột")]
pub struct Column {
    /// Head.
    #[serde(rename = "ten")]
    #[schemars(description = "Tên cột, thí dụ: Nội dung công việc")]
    pub head: Text,
    /// Width as a share of all.
    #[serde(rename = "rong", default = "one")]
    #[schemars(
        description = "Độ rộng, tính theo tỷ lệ với các cột khác; mặc định 1",
        range(min = 1, max = 100)
    )]
    pub width: u32,
    /// Alignment of its cells.
    #[serde(rename = "can", default)]
    #[schemars(description = "Căn lề của cột; mặc định trai")]
    pub align: Align,
}

/// Alignment of a column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "can", description = "Căn lề của cột")]
pub enum Align {
    #[default]
    #[serde(rename = "trai")]
    #[schemars(description = "Căn trái")]
    /// To the left.
    Left,
    #[serde(rename = "giua")]
    #[schemars(description = "Căn giữa")]
    /// Centred.
    Center,
    #[serde(rename = "phai")]
    #[schemars(description = "Căn phải")]
    /// To the right.
    Right,
}

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub enum Row {
    /// A title across the whole table.
    Group(Group),
    /// One cell for each column; cells may be empty.
    Cells(Vec<String>),
}

/// The title of the rows below it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "hang_nhom", description = "Hàng tên nhóm, chạy suốt bảng")]
pub struct Group {
    /// The title.
    #[serde(rename = "nhom")]
    #[schemars(description = "Tên nhóm, thí dụ: Trước Hội nghị")]
    pub title: Text,
}

/// Templates see every row alike: `nhom` (null for a row of cells) and `o`, the list of cells.
impl Serialize for Row {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (title, cells) = match self {
            Row::Group(group) => (Some(&group.title), &[][..]),
            Row::Cells(cells) => (None, &cells[..]),
        };
        let mut row = serializer.serialize_struct("Row", 2)?;
        row.serialize_field("nhom", &title)?;
        row.serialize_field("o", cells)?;
        row.end()
    }
}

/// By hand, because serde's untagged enums forget the words and places of their content.
impl<'de> Deserialize<'de> for Row {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Row, D::Error> {
        deserializer.deserialize_any(RowVisitor)
    }
}

struct RowVisitor;

impl<'de> Visitor<'de> for RowVisitor {
    type Value = Row;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("danh sách ô hoặc nhom")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Row, A::Error> {
        Group::deserialize(MapAccessDeserializer::new(map)).map(Row::Group)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Row, A::Error> {
        let cells: Vec<Option<String>> = Vec::deserialize(SeqAccessDeserializer::new(seq))?;
        let cells = cells.into_iter().map(Option::unwrap_or_default);
        Ok(Row::Cells(cells.collect()))
    }
}

impl JsonSchema for Row {
    fn schema_name() -> Cow<'static, str> {
        "hang".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "Một hàng: danh sách ô, hoặc tên nhóm",
            "anyOf": [
                { "type": "array", "items": { "type": ["string", "number", "null"] } },
                generator.subschema_for::<Group>(),
            ]
        })
    }
}

/// The width of a column that says none.
fn one() -> u32 {
    1
}
