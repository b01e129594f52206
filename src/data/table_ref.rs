//! Which table a dossier takes its guests from, and how it is to be read.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, Error, MapAccess, Visitor};
use serde::ser::Serializer;
use serde::{Deserialize, Serialize};

use crate::diag::{Diagnostic, Place};
use crate::sheet::{Options, Row, Schema as Columns, Sheet};

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
    #[serde(rename = "khen_thuong")]
    #[schemars(description = "Bảng khen thưởng: mỗi tập thể, hộ gia đình, cá nhân một bản")]
    /// Bảng khen thưởng.
    Awards,
    #[serde(rename = "don_vi_khen_thuong")]
    #[schemars(
        description = "Đơn vị có tập thể, cá nhân trong bảng khen thưởng: mỗi đơn vị một bản"
    )]
    /// The units of the award table.
    AwardUnits,
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
    /// The order of the tones where names are compared.
    pub tones: ToneOrder,
    /// How lists number their rows.
    pub numbering: Numbering,
    /// The rows to take; all if not said.
    pub rows: Option<RowChoice>,
}

/// A table that was read, and which of its rows the dossier takes.
#[derive(Clone, Debug)]
pub struct Listed {
    /// The table with all its rows.
    pub sheet: Sheet,
    choice: Option<RowChoice>,
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
    #[schemars(description = "Cả danh sách theo tên, rồi đến chữ đệm và họ; không chia nhóm")]
    /// Theo tên.
    Name,
    #[serde(rename = "ten_trong_nhom")]
    #[schemars(description = "Nhóm như trong tệp; trong mỗi nhóm theo tên, chữ đệm, họ")]
    /// Theo tên trong từng nhóm.
    NameInGroup,
    #[serde(rename = "nghi_thuc")]
    #[schemars(
        description = "Theo nghi thức: cấp, khối cơ quan, chức vụ; cùng bậc thì giữ thứ tự trong tệp"
    )]
    /// Theo nghi thức.
    Protocol,
}

/// The order of the tones where names are compared: the two that Vietnamese lists follow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(
    rename = "dau_thanh",
    description = "Thứ tự dấu thanh khi xếp tên; bỏ trống là tu_dien"
)]
pub enum ToneOrder {
    #[default]
    #[serde(rename = "tu_dien")]
    #[schemars(description = "Theo từ điển: ngang, huyền, hỏi, ngã, sắc, nặng")]
    /// Theo từ điển.
    Dictionary,
    #[serde(rename = "truong_hoc")]
    #[schemars(description = "Theo nhà trường: ngang, huyền, sắc, hỏi, ngã, nặng")]
    /// Theo nhà trường.
    School,
}

/// How the rows of a list are numbered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(
    rename = "danh_so_khach",
    description = "Cách đánh số thứ tự trong danh sách; bỏ trống là lien_tuc"
)]
pub enum Numbering {
    #[default]
    #[serde(rename = "lien_tuc")]
    #[schemars(description = "Liên tục từ đầu đến cuối danh sách")]
    /// Liên tục.
    Through,
    #[serde(rename = "theo_nhom")]
    #[schemars(description = "Mỗi nhóm đánh số lại từ 1")]
    /// Theo nhóm.
    ByGroup,
}

/// The object form of [`TableRef`], flat as the file has it.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(
    rename = "bang_khach_moi",
    description = "Danh sách khách mời và cách đọc"
)]
pub(super) struct Flat {
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
    #[serde(rename = "dau_thanh", default)]
    #[schemars(description = "Thứ tự dấu thanh khi xếp tên; bỏ trống là tu_dien")]
    tones: ToneOrder,
    #[serde(rename = "danh_so", default)]
    #[schemars(description = "Cách đánh số thứ tự trong danh sách; bỏ trống là lien_tuc")]
    numbering: Numbering,
    #[serde(rename = "dong", default)]
    #[schemars(description = "Chỉ lấy các dòng này của tệp, thí dụ: 2-20, 35; bỏ trống là tất cả")]
    rows: Option<RowChoice>,
}

impl Reading {
    /// As the sheet reader takes it.
    pub(super) fn options(&self, schema: &'static Columns, named_at: Option<Place>) -> Options {
        let columns = self.columns.iter().flat_map(|columns| columns.iter());
        Options {
            sheet: self.sheet.as_ref().map(ToString::to_string),
            header_row: self.header_row.map(|row| row as usize),
            columns: columns
                .map(|(key, column)| (key.to_string(), column.to_string()))
                .collect(),
            named_at,
            ..Options::new(schema)
        }
    }

    /// A table with the choice of its rows; `what` names what they are.
    pub(super) fn listed(
        &self,
        sheet: Sheet,
        what: &str,
        findings: &mut Vec<Diagnostic>,
    ) -> Listed {
        let last = sheet.rows.last().map_or(0, |row| row.number);
        let listed = Listed {
            sheet,
            choice: self.rows.clone(),
        };
        if let Some(choice) = &self.rows
            && (listed.rows().next().is_none() || !choice.ends_by(last))
        {
            let message =
                format!("khóa dong chọn “{choice}” nhưng dòng {what} cuối cùng của bảng là {last}");
            let hint = "số dòng là số ở mép trái cửa sổ Excel, không phải số thứ tự";
            let place = listed.sheet.place();
            findings.push(Diagnostic::warning("dong-ngoai-bang", place, message).hint(hint));
        }
        listed
    }
}

impl Listed {
    /// The rows that the dossier takes, in the order of the file.
    pub fn rows(&self) -> impl Iterator<Item = &Row> {
        let taken = |row: &&Row| {
            let mut choice = self.choice.iter();
            choice.all(|choice| choice.takes(row.number))
        };
        self.sheet.rows.iter().filter(taken)
    }
}

impl TableName {
    /// What it has, as messages call it.
    pub fn noun(self) -> &'static str {
        match self {
            TableName::Guests => "khách mời",
            TableName::Awards => "khen thưởng",
            TableName::AwardUnits => "đơn vị có người được khen",
        }
    }

    /// The key of the dossier that names its file.
    pub fn key(self) -> &'static str {
        match self {
            TableName::Guests => "khach_moi",
            TableName::Awards | TableName::AwardUnits => "khen_thuong",
        }
    }
}

/// The tables that a run can give a file for.
impl FromStr for TableName {
    type Err = ();

    fn from_str(text: &str) -> Result<TableName, ()> {
        let all = [TableName::Guests, TableName::Awards];
        all.into_iter().find(|table| table.key() == text).ok_or(())
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
                tones: flat.tones,
                numbering: flat.numbering,
                rows: flat.rows,
            },
        }
    }
}

/// What a dossier gives as the path of a file alone, or as an object that has one.
pub(super) trait FromFile: Sized {
    /// The object form.
    type Flat: for<'de> Deserialize<'de> + Into<Self>;

    /// The path alone.
    fn plain(file: Text) -> Self;
}

impl FromFile for TableRef {
    type Flat = Flat;

    /// A file that is read with everything found by itself.
    fn plain(file: Text) -> TableRef {
        TableRef {
            file,
            reading: Reading::default(),
        }
    }
}

/// Reads either form. By hand, because serde's untagged enums forget the words and places of their
/// content.
pub(super) fn path_or_object<'de, T: FromFile, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    deserializer.deserialize_any(RefVisitor(PhantomData))
}

impl<'de> Deserialize<'de> for TableRef {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<TableRef, D::Error> {
        path_or_object(deserializer)
    }
}

struct RefVisitor<T>(PhantomData<T>);

impl<'de, T: FromFile> Visitor<'de> for RefVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("tên tệp hoặc các khóa tep, trang, cot, …")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        let text = serde::de::value::StrDeserializer::new(text);
        Text::deserialize(text).map(T::plain)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        T::Flat::deserialize(MapAccessDeserializer::new(map)).map(Into::into)
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
