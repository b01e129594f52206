//! Which table a dossier takes its guests from, and how it is to be read.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, Error, MapAccess, Visitor};
use serde::ser::Serializer;
use serde::{Deserialize, Serialize};

use super::rows::RowChoice;
use super::value::{Keyed, Text, format};

/// A table that a paper can be made for each row of.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[schemars(
    rename = "ten_bang",
    description = "Bảng mà mỗi dòng được một văn bản riêng"
)]
pub enum TableName {
    #[serde(rename = "khach_moi")]
    #[schemars(description = "Danh sách khách mời: mỗi khách một bản")]
    /// Danh sách khách mời.
    Guests,
}

/// The guest list as `khach_moi` gives it: a path alone, or a path and how to read the file.
#[derive(Clone, Debug, PartialEq)]
pub struct TableRef {
    /// The file, from the dossier's folder.
    pub file: Text,
    /// How to read it.
    pub reading: Reading,
}

/// How a table is to be read; what is left out is found by itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// The sheet.
    pub sheet: Option<Text>,
    /// Row of the header.
    pub header_row: Option<u32>,
    /// Columns by key, each told by its title or letters.
    pub columns: Option<Keyed<Text>>,
    /// The order of the papers.
    pub order: Order,
    /// The rows to take; all if not said.
    pub rows: Option<RowChoice>,
}

/// The order in which the rows of a table are taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(
    rename = "sap_xep",
    description = "Thứ tự lấy các dòng; bỏ trống là tep"
)]
pub enum Order {
    #[default]
    #[serde(rename = "tep")]
    #[schemars(description = "Giữ thứ tự trong tệp")]
    /// Theo tệp.
    File,
    #[serde(rename = "ten")]
    #[schemars(description = "Theo tên, rồi đến chữ đệm và họ")]
    /// Theo tên.
    Name,
    #[serde(rename = "nghi_thuc")]
    #[schemars(
        description = "Theo nghi thức: cấp, khối cơ quan, chức vụ; cùng bậc thì giữ thứ tự trong tệp"
    )]
    /// Theo nghi thức.
    Protocol,
}

/// The object form of [`TableRef`], flat as the file has it.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(
    rename = "bang_khach_moi",
    description = "Danh sách khách mời và cách đọc"
)]
struct Flat {
    #[serde(rename = "tep")]
    #[schemars(
        description = "Tệp .xlsx, .xls, .ods hoặc .csv, tính từ thư mục hồ sơ, thí dụ: khach-moi.xlsx"
    )]
    file: Text,
    #[serde(rename = "trang", default)]
    #[schemars(description = "Tên trang tính; bỏ trống thì lấy trang đầu tiên có dòng tiêu đề")]
    sheet: Option<Text>,
    #[serde(rename = "dong_tieu_de", default)]
    #[schemars(
        description = "Số dòng của tiêu đề; bỏ trống thì tự tìm trong 30 dòng đầu",
        range(min = 1, max = 100000)
    )]
    header_row: Option<u32>,
    #[serde(rename = "cot", default)]
    #[schemars(
        description = "Các cột có tên riêng của đơn vị, thí dụ: { ho_ten: Quý danh, don_vi: D }; mỗi cột ghi tên trong dòng tiêu đề hoặc chữ của cột"
    )]
    columns: Option<Keyed<Text>>,
    #[serde(rename = "sap_xep", default)]
    #[schemars(description = "Thứ tự lấy các dòng; bỏ trống là tep")]
    order: Order,
    #[serde(rename = "dong", default)]
    #[schemars(description = "Chỉ lấy các dòng này của tệp, thí dụ: 2-20, 35; bỏ trống là tất cả")]
    rows: Option<RowChoice>,
}

impl TableName {
    /// What stands in the table, as messages call it.
    pub fn noun(self) -> &'static str {
        match self {
            TableName::Guests => "khách mời",
        }
    }

    /// The key of the dossier that names its file.
    pub fn key(self) -> &'static str {
        match self {
            TableName::Guests => "khach_moi",
        }
    }
}

impl FromStr for TableName {
    type Err = ();

    fn from_str(text: &str) -> Result<TableName, ()> {
        let all = [TableName::Guests];
        all.into_iter().find(|table| table.key() == text).ok_or(())
    }
}

impl TableRef {
    /// A file that is read with everything found by itself.
    fn plain(file: Text) -> TableRef {
        TableRef {
            file,
            reading: Reading::default(),
        }
    }
}

impl From<Flat> for TableRef {
    fn from(flat: Flat) -> TableRef {
        TableRef {
            file: flat.file,
            reading: Reading {
                sheet: flat.sheet,
                header_row: flat.header_row,
                columns: flat.columns,
                order: flat.order,
                rows: flat.rows,
            },
        }
    }
}

/// By hand, because serde's untagged enums forget the words and places of their content.
impl<'de> Deserialize<'de> for TableRef {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<TableRef, D::Error> {
        deserializer.deserialize_any(RefVisitor)
    }
}

struct RefVisitor;

impl<'de> Visitor<'de> for RefVisitor {
    type Value = TableRef;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("tên tệp hoặc các khóa tep, trang, cot, …")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<TableRef, E> {
        let text = serde::de::value::StrDeserializer::new(text);
        Text::deserialize(text).map(TableRef::plain)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<TableRef, A::Error> {
        Flat::deserialize(MapAccessDeserializer::new(map)).map(TableRef::from)
    }
}

/// Templates have no use for it but the name of the file.
impl Serialize for TableRef {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.file.serialize(serializer)
    }
}

impl JsonSchema for TableRef {
    fn schema_name() -> Cow<'static, str> {
        "khach_moi".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "Danh sách khách mời: tên tệp, hoặc tên tệp và cách đọc",
            "anyOf": [
                { "type": "string", "minLength": 1 },
                generator.subschema_for::<Flat>(),
            ]
        })
    }
}

impl<'de> Deserialize<'de> for RowChoice {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<RowChoice, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse()
            .map_err(|()| D::Error::custom("cách ghi dòng không hợp lệ"))
    }
}

impl Serialize for RowChoice {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.to_string())
    }
}

impl JsonSchema for RowChoice {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "cac_dong".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "format": format::ROWS })
    }
}
