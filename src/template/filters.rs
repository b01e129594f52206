//! The filters that templates have beside Tera's own: one table, [`FILTERS`].
//!
//! What a filter gives is data and is escaped like any other. A text that is already escaped (out
//! of `{% set %} … {% endset %}`) stays so.

mod dates;
mod lists;
mod numbers;
mod words;

use tera::{Kwargs, State, StringInput, Tera, Value};

use super::message::Own;

/// A filter: its name in templates, what it does, an example, and the function.
pub struct FilterSpec {
    /// Name in templates.
    pub name: &'static str,
    /// What it does, in Vietnamese, for the user.
    pub description: &'static str,
    /// A use of it and what comes out.
    pub example: &'static str,
    /// From value and arguments to value; the error is a Vietnamese message.
    pub(super) apply: fn(&Value, &Kwargs) -> Result<Value, Own>,
}

/// All filters, in the order in which users are shown them.
pub const FILTERS: &[FilterSpec] = &[
    FilterSpec {
        name: "ngay_thang_nam",
        description: "Ngày bằng chữ theo Nghị định 30: ngày dưới 10 và tháng 1, 2 có số 0. \
                      Tham số nam=false bỏ năm.",
        example: "{{ \"5/2/2024\" | ngay_thang_nam }} → ngày 05 tháng 02 năm 2024",
        apply: dates::long_date,
    },
    FilterSpec {
        name: "ngay_ngan",
        description: "Ngày viết gọn.",
        example: "{{ \"2024-03-22\" | ngay_ngan }} → 22/3/2024",
        apply: dates::short_date,
    },
    FilterSpec {
        name: "thu",
        description: "Thứ trong tuần của một ngày.",
        example: "{{ \"22/3/2024\" | thu }} → thứ Sáu",
        apply: dates::weekday,
    },
    FilterSpec {
        name: "gio_phut",
        description: "Giờ bằng chữ.",
        example: "{{ \"07:30\" | gio_phut }} → 07 giờ 30",
        apply: dates::hour_minute,
    },
    FilterSpec {
        name: "hai_chu_so",
        description: "Số dưới 10 viết thành hai chữ số.",
        example: "{{ 3 | hai_chu_so }} → 03",
        apply: numbers::two_digits,
    },
    FilterSpec {
        name: "so",
        description: "Số có dấu chấm ngăn hàng nghìn, dấu phẩy trước phần lẻ.",
        example: "{{ 1080000 | so }} → 1.080.000",
        apply: numbers::grouped,
    },
    FilterSpec {
        name: "tien",
        description: "Số tiền. Tham số don_vi thay chữ đồng.",
        example: "{{ 1080000 | tien }} → 1.080.000 đồng",
        apply: numbers::money,
    },
    FilterSpec {
        name: "bang_chu",
        description: "Số đọc bằng chữ.",
        example: "{{ 1005 | bang_chu }} → một nghìn không trăm linh năm",
        apply: numbers::in_words,
    },
    FilterSpec {
        name: "in_hoa",
        description: "Chữ in hoa.",
        example: "{{ \"Kế hoạch\" | in_hoa }} → KẾ HOẠCH",
        apply: words::upper,
    },
    FilterSpec {
        name: "in_thuong",
        description: "Chữ in thường.",
        example: "{{ \"KẾ HOẠCH\" | in_thuong }} → kế hoạch",
        apply: words::lower,
    },
    FilterSpec {
        name: "hoa_dau",
        description: "Viết hoa chữ cái đầu, phần còn lại giữ nguyên.",
        example: "{{ \"đại biểu\" | hoa_dau }} → Đại biểu",
        apply: words::upper_first,
    },
    FilterSpec {
        name: "thuong_dau",
        description: "Viết thường chữ cái đầu, trừ chữ viết tắt.",
        example: "{{ \"Hội nghị\" | thuong_dau }} → hội nghị",
        apply: words::lower_first,
    },
    FilterSpec {
        name: "cau",
        description: "Kết thúc bằng đúng một dấu chấm (bỏ dấu ; , . có sẵn).",
        example: "{{ \"Chuẩn bị tài liệu;\" | cau }} → Chuẩn bị tài liệu.",
        apply: words::sentence,
    },
    FilterSpec {
        name: "bo_dau_cuoi",
        description: "Bỏ dấu chấm, chấm phẩy, phẩy ở cuối.",
        example: "{{ \"Chuẩn bị tài liệu.\" | bo_dau_cuoi }} → Chuẩn bị tài liệu",
        apply: words::without_end_mark,
    },
    FilterSpec {
        name: "chuc_danh",
        description: "Chức vụ kèm đơn vị như trong câu; tham số don_vi là đơn vị. Chữ lặp ở chỗ nối \
                      chỉ viết một lần, phần trống không để lại dấu phẩy.",
        example: "{{ \"Chủ tịch UBND\" | chuc_danh(don_vi=\"UBND xã Hoa Sen\") }} → Chủ tịch UBND \
                  xã Hoa Sen",
        apply: words::post_with_unit,
    },
    FilterSpec {
        name: "ten_khong_dau",
        description: "Chữ thường không dấu nối bằng gạch ngang, dùng cho tên tệp.",
        example: "{{ \"Đặng Ngọc Vỹ\" | ten_khong_dau }} → dang-ngoc-vy",
        apply: words::file_stem,
    },
    FilterSpec {
        name: "noi",
        description: "Nối danh sách: dấu phẩy, trước mục cuối là chữ và. Tham số lien_tu thay chữ và.",
        example: "{{ [\"a\", \"b\", \"c\"] | noi }} → a, b và c",
        apply: lists::join,
    },
    FilterSpec {
        name: "sap_xep_ten",
        description: "Xếp người theo tên, rồi đệm, rồi họ, theo bảng chữ cái tiếng Việt. Với danh \
                      sách các dòng, tham số theo cho biết cột họ tên (mặc định ho_ten).",
        example: "{{ [\"Trần Bình\", \"Lê An\"] | sap_xep_ten | noi }} → Lê An và Trần Bình",
        apply: lists::sort_people,
    },
];

/// Filters of Tera that stay as they are.
const TERA_FILTERS: [&str; 20] = [
    "default", "trim", "replace", "split", "length", "first", "last", "nth", "join", "sort",
    "unique", "reverse", "group_by", "get", "keys", "values", "int", "float", "round", "str",
];

/// Names of all filters that a template should use.
pub(super) fn names() -> impl Iterator<Item = &'static str> + Clone {
    let own = FILTERS.iter().map(|filter| filter.name);
    own.chain(TERA_FILTERS)
}

/// Makes the filters known to Tera, and takes `safe` out of use.
pub(super) fn register(tera: &mut Tera) {
    for filter in FILTERS {
        let apply = filter.apply;
        tera.register_filter(
            filter.name,
            move |value: Value, kwargs: Kwargs, _: &State| -> tera::TeraResult<Value> {
                Ok(apply(&value, &kwargs)?)
            },
        );
    }
    tera.register_filter(
        "safe",
        |_: Value, _: Kwargs, _: &State| -> tera::TeraResult<Value> { Err(unsafe_filter().into()) },
    );
    tera.register_filter("replace", replace);
}

/// What is said about `safe`.
pub(super) fn unsafe_filter() -> Own {
    Own::new(
        "không dùng bộ lọc safe: dữ liệu không được trở thành ký hiệu trình bày",
        "viết ký hiệu (**, #, -) ngay trong mẫu, quanh {{ … }}",
    )
}

/// Tera's `replace`, with its result bounded: an empty `from` of a long text multiplies it.
fn replace(value: StringInput<'_>, kwargs: Kwargs, _: &State) -> tera::TeraResult<Value> {
    let from = kwargs.must_get::<&str>("from")?;
    let to = kwargs.must_get::<&str>("to")?;
    if from.is_empty() {
        let own = Own::new(
            "bộ lọc replace: from trống",
            "viết chữ cần thay trong from=\"…\"",
        );
        return Err(own.into());
    }
    let text = value.as_str();
    let grown = text.matches(from).count().saturating_mul(to.len());
    if grown > super::limits::LONGEST_BLOCK {
        let own = Own::new(
            "bộ lọc replace cho ra quá 1 MiB",
            "rút ngắn chữ trong to=\"…\"",
        );
        return Err(own.into());
    }
    Ok(value.inherit_safety(text.replace(from, to)))
}

/// The message of a filter about a value that it cannot take.
fn refuse(filter: &str, value: &Value, wanted: &str) -> Own {
    let shown = if value.is_none() || value.is_undefined() {
        "giá trị trống".to_string()
    } else {
        format!("“{}”", shorten(&value.to_string()))
    };
    Own::new(
        format!("bộ lọc {filter}: {shown} không dùng được"),
        format!("cần {wanted}"),
    )
}

/// At most forty characters of a value, for a message.
fn shorten(text: &str) -> String {
    if text.chars().count() <= 40 {
        return text.to_string();
    }
    let head: String = text.chars().take(39).collect();
    format!("{head}…")
}

/// A text argument of a filter.
fn text_argument(filter: &str, kwargs: &Kwargs, name: &'static str) -> Result<Option<String>, Own> {
    match kwargs.get::<Value>(name) {
        Ok(Some(value)) => match value.as_str() {
            Some(text) => Ok(Some(text.to_string())),
            None => Err(refuse(
                filter,
                &value,
                &format!("chữ trong ngoặc kép cho {name}"),
            )),
        },
        Ok(None) | Err(_) => Ok(None),
    }
}

#[cfg(test)]
mod tests;
