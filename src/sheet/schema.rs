//! What columns a table may have, under which names clerks write them, and what stands in them.

use std::collections::BTreeMap;

use crate::text::unaccent::unaccented;

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
    &GUESTS
}

/// Award tables (danh sách khen thưởng).
pub fn awards() -> &'static Schema {
    &AWARDS
}

/// Any table: its columns are reached by their own titles.
pub fn any() -> &'static Schema {
    &ANY
}

static ANY: Schema = Schema {
    columns: &[],
    group: "nhom",
};

static GUESTS: Schema = Schema {
    columns: &[
        ORDINAL,
        column(
            "nhom",
            &[
                "Nhóm",
                "Nhóm khách",
                "Nhóm đại biểu",
                "Thành phần",
                "Khối",
                "Cấp",
            ],
            Kind::Text,
        ),
        SALUTATION,
        column(
            "ho_ten",
            &[
                "Họ và tên",
                "Họ tên",
                "Họ & tên",
                "Họ, tên",
                "Tên đại biểu",
                "Tên khách mời",
                "Tên khách",
                "Đại biểu",
                "Khách mời",
                "Họ và tên đại biểu",
                "Họ tên đại biểu",
                "Họ và tên khách mời",
                "Họ và chữ đệm và tên",
                "Họ, chữ đệm và tên",
                "Họ tên khách mời",
                "Tên",
            ],
            Kind::Text,
        ),
        POST,
        UNIT,
        column(
            "dien_thoai",
            &[
                "Điện thoại",
                "Số điện thoại",
                "SĐT",
                "Số ĐT",
                "ĐT",
                "Số di động",
                "Di động",
                "Điện thoại liên hệ",
                "Số điện thoại liên hệ",
                "ĐTDĐ",
                "Điện thoại di động",
            ],
            Kind::Phone,
        ),
        column(
            "so_luong",
            &[
                "Số lượng",
                "SL",
                "Số người",
                "Số đại biểu",
                "Số lượng đại biểu",
                "Số lượng người",
            ],
            Kind::Whole,
        ),
        column(
            "hinh_thuc",
            &[
                "Hình thức gửi",
                "Cách gửi",
                "Hình thức",
                "Gửi qua",
                "Kênh gửi",
                "Hình thức gửi giấy mời",
            ],
            Kind::Text,
        ),
        column(
            "ghe",
            &[
                "Ghế",
                "Số ghế",
                "Vị trí ngồi",
                "Chỗ ngồi",
                "Vị trí",
                "ID chỗ",
            ],
            Kind::Text,
        ),
        column(
            "ten_sap_xep",
            &["Tên để sắp xếp", "Tên sắp xếp", "Sắp xếp theo"],
            Kind::Text,
        ),
        NOTE,
    ],
    group: "nhom",
};

static AWARDS: Schema = Schema {
    columns: &[
        ORDINAL,
        column(
            "phan_loai",
            &[
                "Phân loại",
                "Loại",
                "Đối tượng",
                "Loại đối tượng",
                "Loại hình",
            ],
            Kind::Text,
        ),
        SALUTATION,
        column(
            "ho_ten",
            &[
                "Họ và tên / Tên tập thể",
                "Họ và tên",
                "Họ tên",
                "Tên tập thể, cá nhân",
                "Tập thể, cá nhân",
                "Họ tên / Tên tập thể",
                "Tên tập thể",
                "Họ và tên / Tập thể",
                "Tên cá nhân, tập thể",
                "Họ và tên / Tên tập thể / Hộ gia đình",
                "Tên đơn vị, cá nhân",
                "Họ tên, tập thể",
            ],
            Kind::Text,
        ),
        POST,
        UNIT,
        column(
            "danh_hieu",
            &[
                "Danh hiệu / Hình thức khen thưởng",
                "Danh hiệu",
                "Hình thức khen thưởng",
                "Hình thức khen",
                "Danh hiệu thi đua",
                "Danh hiệu, hình thức khen thưởng",
                "Danh hiệu / Hình thức",
                "Đề nghị khen thưởng",
                "Danh hiệu thi đua / Hình thức khen thưởng",
            ],
            Kind::Text,
        ),
        column(
            "thanh_tich",
            &[
                "Thành tích",
                "Nội dung thành tích",
                "Tóm tắt thành tích",
                "Lý do khen",
                "Nội dung khen thưởng",
            ],
            Kind::Text,
        ),
        column("he_so", &["Hệ số", "Hệ số tiền thưởng", "HS"], Kind::Ratio),
        column(
            "tien_thuong",
            &[
                "Mức tiền thưởng",
                "Tiền thưởng",
                "Số tiền",
                "Mức thưởng",
                "Thành tiền",
                "Số tiền thưởng",
            ],
            Kind::Whole,
        ),
        NOTE,
    ],
    group: "phan_loai",
};

const ORDINAL: ColumnSpec = column(
    "stt",
    &["STT", "TT", "Số TT", "Số thứ tự", "S.T.T", "No"],
    Kind::Text,
);

const SALUTATION: ColumnSpec = column(
    "xung_ho",
    &[
        "Xưng hô",
        "Danh xưng",
        "Ông/Bà",
        "Ông (Bà)",
        "Ông, bà",
        "Tên gọi",
        "Cách xưng hô",
        "Kính gửi",
    ],
    Kind::Text,
);

const POST: ColumnSpec = column(
    "chuc_vu",
    &[
        "Chức vụ",
        "Chức danh",
        "Chức vụ, chức danh",
        "Chức danh, chức vụ",
        "Chức vụ công tác",
        "Cấp bậc, chức vụ",
        "Chức vụ, đơn vị công tác",
        "Chức vụ, đơn vị",
    ],
    Kind::Text,
);

const UNIT: ColumnSpec = column(
    "don_vi",
    &[
        "Đơn vị",
        "Cơ quan",
        "Cơ quan, đơn vị",
        "Đơn vị công tác",
        "Nơi công tác",
        "Cơ quan công tác",
        "Tên đơn vị",
        "Tên cơ quan",
        "Cơ quan/đơn vị",
        "Tên cơ quan, đơn vị",
        "Đơn vị công tác / Cơ quan chủ quản",
        "Cơ quan chủ quản",
        "Đơn vị, địa phương",
        "Cơ quan, đơn vị, địa phương",
        "Cơ quan, đơn vị công tác",
    ],
    Kind::Text,
);

const NOTE: ColumnSpec = column("ghi_chu", &["Ghi chú", "Chú thích", "GC"], Kind::Text);

const fn column(key: &'static str, aliases: &'static [&'static str], kind: Kind) -> ColumnSpec {
    ColumnSpec { key, aliases, kind }
}

/// The names of all columns of a schema, ready to be looked up.
pub(super) struct Titles {
    names: BTreeMap<String, &'static ColumnSpec>,
}

impl Titles {
    pub(super) fn of(schema: &'static Schema) -> Titles {
        let names = schema.columns.iter().flat_map(|column| {
            let aliases = column.aliases.iter();
            aliases.map(move |alias| (folded(alias), column))
        });
        Titles {
            names: names.collect(),
        }
    }

    /// The column that a title names. What stands in brackets counts only if nothing else does.
    pub(super) fn column(&self, title: &str) -> Option<&'static ColumnSpec> {
        let plain = title.split(['(', '[']).next().unwrap_or("");
        let named = |title: &str| self.names.get(&folded(title)).copied();
        named(title).or_else(|| named(plain))
    }
}

/// A title in small letters without marks and signs, one space between words.
pub(super) fn folded(title: &str) -> String {
    let plain: String = unaccented(title)
        .chars()
        .flat_map(char::to_lowercase)
        .map(|char| if char.is_alphanumeric() { char } else { ' ' })
        .collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    words.join(" ")
}

/// The key that a title of our own making gets: `Dữ liệu mẫu` is `du_lieu_mau`.
pub(super) fn key_of(title: &str) -> String {
    let words: String = folded(title)
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
