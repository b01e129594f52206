//! What a kind of table is: its columns, the names that clerks give them, what stands in them.
//!
//! The tables themselves are in `columns`.

use std::collections::BTreeMap;

use crate::text::fold::plain;

use super::columns;

/// The columns of a kind of table.
#[derive(Clone, Copy, Debug)]
pub struct Schema {
    /// Its columns; empty for a table that nothing is known of.
    pub columns: &'static [ColumnSpec],
    /// Key of the column that titles between the rows fill.
    pub group: &'static str,
}

/// A column that a table may have.
#[derive(Clone, Copy, Debug)]
pub struct ColumnSpec {
    /// Its key.
    pub key: &'static str,
    /// Its names as clerks write them. Marks, case and signs do not count.
    pub aliases: &'static [&'static str],
    /// What stands in it.
    pub kind: Kind,
}

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Words.
    Text,
    /// A telephone number.
    Phone,
    /// A whole number: a count or an amount in đồng.
    Whole,
    /// A number with a fraction: a coefficient.
    Ratio,
    /// A day.
    Date,
}

/// Guest lists (danh sách đại biểu mời).
pub fn guests() -> &'static Schema {
    &columns::GUESTS
}

/// Award tables (danh sách khen thưởng).
pub fn awards() -> &'static Schema {
    &columns::AWARDS
}

/// Any table: its columns are reached by their own titles.
pub fn any() -> &'static Schema {
    &columns::ANY
}

/// The names of all columns of a schema, ready to be looked up.
pub(super) struct Titles {
    names: BTreeMap<String, &'static ColumnSpec>,
}

impl Titles {
    pub(super) fn of(schema: &'static Schema) -> Titles {
        let names = schema.columns.iter().flat_map(|column| {
            let aliases = column.aliases.iter();
            aliases.map(move |alias| (plain(alias), column))
        });
        Titles {
            names: names.collect(),
        }
    }

    /// The column that a title names. What stands in brackets counts only if nothing else does.
    pub(super) fn column(&self, title: &str) -> Option<&'static ColumnSpec> {
        let unbracketed = title.split(['(', '[']).next().unwrap_or("");
        let named = |title: &str| self.names.get(&plain(title)).copied();
        named(title).or_else(|| named(unbracketed))
    }
}

/// The key that a title of our own making gets: `Dữ liệu mẫu` is `du_lieu_mau`.
pub(super) fn key_of(title: &str) -> String {
    let words: String = plain(title)
        .chars()
        .filter(|char| char.is_ascii_alphanumeric() || *char == ' ')
        .collect();
    let key = words.split_whitespace().collect::<Vec<_>>().join("_");
    match key.chars().next() {
        Some(first) if first.is_ascii_alphabetic() => key,
        _ => format!("cot_{key}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_known_in_all_their_spellings() {
        for (title, key) in [
            ("Họ và tên", "ho_ten"),
            ("HỌ VÀ TÊN", "ho_ten"),
            ("ho ten", "ho_ten"),
            ("Họ  tên", "ho_ten"),
            ("Tên đại biểu", "ho_ten"),
            ("Chức danh", "chuc_vu"),
            ("Cơ quan, đơn vị", "don_vi"),
            ("Đơn vị công tác", "don_vi"),
            ("Danh xưng", "xung_ho"),
            ("Ông/Bà", "xung_ho"),
            ("Ông (Bà)", "xung_ho"),
            ("SĐT", "dien_thoai"),
            ("Số ĐT:", "dien_thoai"),
            ("SL (người)", "so_luong"),
            ("TT", "stt"),
            ("Tên để sắp xếp", "ten_sap_xep"),
        ] {
            assert_eq!(
                Titles::of(guests()).column(title).map(|column| column.key),
                Some(key),
                "{title}"
            );
        }
        assert!(Titles::of(guests()).column("Dữ liệu mẫu").is_none());
        assert!(Titles::of(guests()).column("").is_none());
        let award = Titles::of(awards()).column("Mức tiền thưởng (đồng)");
        assert_eq!(award.map(|column| column.key), Some("tien_thuong"));
    }

    #[test]
    fn no_name_means_two_columns() {
        for schema in [guests(), awards()] {
            let titles = Titles::of(schema);
            for column in schema.columns {
                for alias in column.aliases {
                    let named = titles.column(alias).map(|column| column.key);
                    assert_eq!(named, Some(column.key), "{alias}");
                }
            }
        }
    }

    #[test]
    fn other_titles_become_keys() {
        assert_eq!(key_of("Dữ liệu mẫu"), "du_lieu_mau");
        assert_eq!(key_of("2024"), "cot_2024");
        assert_eq!(key_of("日本"), "cot_");
    }
}
