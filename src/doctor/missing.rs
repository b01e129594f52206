//! Empty cells that a printed paper would show: salutation, post, unit.
//!
//! A column that is not there at all is one finding of [`columns`](super::columns), not one for
//! each row. Nothing is guessed from a name.

use crate::diag::Diagnostic;
use crate::sheet::Row;

use super::Subject;

/// What is missing in a row.
pub fn check(row: &Row) -> Vec<Diagnostic> {
    match (Subject::of(row), row.words("ho_ten")) {
        (Subject::Person, Some(_)) => person(row),
        (Subject::Person, None) => nameless(row).into_iter().collect(),
        (Subject::Household, _) => missing(
            row,
            "don_vi",
            "thieu-don-vi",
            "thiếu địa chỉ của hộ",
            "ghi thôn, xã",
        )
        .into_iter()
        .collect(),
        (Subject::Collective, _) if row.words("don_vi_chu_quan").is_some() => Vec::new(),
        (Subject::Collective, _) => missing(
            row,
            "don_vi",
            "thieu-don-vi",
            "thiếu cơ quan chủ quản của tập thể",
            "ghi cơ quan quản lý trực tiếp; nếu không có thì bỏ qua",
        )
        .into_iter()
        .collect(),
    }
}

fn person(row: &Row) -> Vec<Diagnostic> {
    [
        missing(
            row,
            "xung_ho",
            "thieu-xung-ho",
            "thiếu xưng hô",
            "ghi Ông, Bà hoặc Đồng chí; chương trình không đoán theo tên",
        ),
        missing(
            row,
            "chuc_vu",
            "thieu-chuc-vu",
            "thiếu chức vụ",
            "ghi chức vụ hoặc nghề nghiệp của người này",
        ),
        missing(
            row,
            "don_vi",
            "thieu-don-vi",
            "thiếu đơn vị",
            "ghi cơ quan, đơn vị hoặc nơi ở của người này",
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// A row without a name is whoever comes in a post or for a unit; without these, it is nobody.
fn nameless(row: &Row) -> Option<Diagnostic> {
    let somebody = row.words("chuc_vu").or(row.words("don_vi")).is_some();
    let named = row.head().column("ho_ten").is_some();
    (named && !somebody).then(|| {
        let message = "dòng không có họ tên, chức vụ, đơn vị";
        Diagnostic::warning("thieu-ho-ten", row.place("ho_ten"), message)
            .hint("ghi họ tên, hoặc chức vụ và đơn vị được mời; dòng thừa thì xóa")
    })
}

/// An empty cell of a column that is there.
fn missing(
    row: &Row,
    key: &str,
    code: &'static str,
    message: &str,
    hint: &str,
) -> Option<Diagnostic> {
    let column = row.head().column(key)?;
    // A group made from titles between the rows has no cell of its own.
    (column.number.is_some() && row.words(key).is_none() && row.sound)
        .then(|| Diagnostic::warning(code, row.place(key), message).hint(hint))
}
