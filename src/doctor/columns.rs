//! The columns of a table against what the papers read: what they need and the table lacks, what
//! the table has and nothing uses.

use crate::diag::Diagnostic;
use crate::sheet::{ColumnHead, ColumnSpec};
use crate::template::Read;
use crate::text::fold;

use super::Table;

/// What the papers of a dossier read.
pub type Papers = Vec<Reads>;

/// What a paper reads.
#[derive(Clone, Debug)]
pub struct Reads {
    /// Keys of the tables that it is made for each row of, or made of: `khach_moi`.
    pub tables: Vec<&'static str>,
    /// What its template reads.
    pub values: Vec<Read>,
}

/// Columns whose empty cells are told one by one.
const TOLD_BY_CELL: [&str; 3] = ["xung_ho", "chuc_vu", "don_vi"];

/// Everything doubtful about the columns of a table.
pub fn check(table: &Table<'_>, papers: &Papers) -> Vec<Diagnostic> {
    let papers: Vec<&Reads> = papers.iter().filter(|paper| paper.uses(table)).collect();
    if papers.is_empty() {
        let message = "không văn bản nào trong hồ sơ dùng bảng này";
        let hint = format!(
            "văn bản làm cho từng dòng thì ghi moi_dong_cua: {}; danh sách thì gọi {} trong mẫu",
            table.key, table.key
        );
        let finding = Diagnostic::note("bang-khong-dung", table.place(), message);
        return vec![finding.hint(hint)];
    }
    let reads: Vec<&Read> = papers
        .iter()
        .flat_map(|paper| &paper.values)
        .filter(|read| read.variable == table.variable)
        .collect();
    let mut found: Vec<Diagnostic> = table
        .columns
        .iter()
        .filter_map(|column| lacking(table, column, &reads))
        .collect();
    found.extend(unused(table, &reads));
    found
}

impl Reads {
    /// True if the paper has to do with a table.
    fn uses(&self, table: &Table<'_>) -> bool {
        let read = || self.values.iter().any(|read| read.variable == table.key);
        self.tables.contains(&table.key) || read()
    }
}

/// A column that a template prints and that is not there, or empty in every row.
fn lacking(table: &Table<'_>, spec: &ColumnSpec, reads: &[&Read]) -> Option<Diagnostic> {
    let mut of_key = reads
        .iter()
        .filter(|read| read.keys.first().is_some_and(|key| key == spec.key));
    let first = *of_key.clone().next()?;
    let needed = of_key.find(|read| !read.optional).copied();
    match (table.sheet.head.column(spec.key), needed) {
        (None, _) if within_post(table, spec.key) => None,
        (None, Some(read)) => Some(absent(table, spec, read)),
        (None, None) => doubted(table, spec, first),
        (Some(column), Some(read)) => empty(table, column, read),
        (Some(_), None) => None,
    }
}

/// A template prints what there is no column for.
fn absent(table: &Table<'_>, spec: &ColumnSpec, read: &Read) -> Diagnostic {
    let message = format!(
        "bảng không có cột “{}” mà mẫu {} in ra (dòng {} của mẫu)",
        title(spec),
        read.template,
        read.line
    );
    let place = table.place();
    Diagnostic::warning("thieu-cot", place, message).hint(add_column(spec))
}

/// A template does without a column that a guest list should have.
fn doubted(table: &Table<'_>, spec: &ColumnSpec, read: &Read) -> Option<Diagnostic> {
    let expected = TOLD_BY_CELL.contains(&spec.key) || spec.key == "ho_ten";
    expected.then(|| {
        let message = format!(
            "bảng không có cột “{}”; mẫu {} sẽ ghi cách khác hoặc bỏ trống",
            title(spec),
            read.template
        );
        let place = table.place();
        Diagnostic::note("thieu-cot", place, message).hint(add_column(spec))
    })
}

/// A template prints a column that has nothing in any row.
fn empty(table: &Table<'_>, column: &ColumnHead, read: &Read) -> Option<Diagnostic> {
    let all_empty = table
        .rows
        .iter()
        .all(|row| row.words(&column.key).is_none());
    let told = table.rows.is_empty() || TOLD_BY_CELL.contains(&column.key.as_str());
    (all_empty && !told).then(|| {
        let place = table.sheet.head.place(table.sheet.head.row, Some(column));
        let message = format!(
            "cột “{}” trống ở mọi dòng mà mẫu {} in ra (dòng {} của mẫu)",
            column.title, read.template, read.line
        );
        Diagnostic::warning("cot-trong", place, message).hint("điền cột này, hoặc sửa mẫu")
    })
}

/// A column as clerks call it first.
fn title(spec: &ColumnSpec) -> &'static str {
    spec.aliases.first().copied().unwrap_or(spec.key)
}

fn add_column(spec: &ColumnSpec) -> String {
    format!(
        "thêm cột “{}” vào bảng; nếu cột có tên khác thì ghi ở khóa cot, thí dụ: cot: {{ {}: C }}",
        title(spec),
        spec.key
    )
}

/// True for the unit in a table that writes it into the column of the post.
fn within_post(table: &Table<'_>, key: &str) -> bool {
    let post = table.sheet.head.column("chuc_vu");
    let both = |title: &str| title.contains("don vi") || title.contains("co quan");
    key == "don_vi" && post.is_some_and(|column| both(&fold::plain(&column.title)))
}

/// The columns that nothing reads, as one finding.
fn unused(table: &Table<'_>, reads: &[&Read]) -> Option<Diagnostic> {
    // A template that takes a row as a whole may print all of it.
    let whole = reads
        .iter()
        .any(|read| read.keys.is_empty() || *read.keys == ["cot_khac"]);
    let is_read = |column: &ColumnHead| {
        reads.iter().any(|read| match column.known {
            true => read.keys.first() == Some(&column.key),
            false => whole || read.keys.get(1) == Some(&column.key),
        })
    };
    let titles: Vec<String> = table
        .sheet
        .head
        .columns
        .iter()
        .filter(|column| column.number.is_some() && !table.serving.contains(&column.key.as_str()))
        .filter(|column| !is_read(column))
        .map(|column| format!("“{}”", column.title))
        .collect();
    (!titles.is_empty()).then(|| {
        let place = table.place();
        let message = format!("không văn bản nào dùng cột {}", titles.join(", "));
        Diagnostic::note("cot-khong-dung", place, message).hint(
            format!(
            "cột để tra cứu thì bỏ qua; cần in thì gọi trong mẫu, thí dụ: {0}.ghi_chu, {0}.cot_khac.ten_cot",
            table.variable
        ))
    })
}
