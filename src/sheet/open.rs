//! Opens a table file by what is in it, not by its name: an `.xlsx` that is called `.xls` works.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::grid::{Grid, Refusal};
use super::guard::{self, Zipped};
use super::schema::Titles;
use super::{decode, delimited, ods, xls, xlsx};

/// Largest file that is read.
const MOST_BYTES: u64 = 64 << 20;

/// An open file.
pub(super) enum Book<'a> {
    Xlsx(xlsx::Workbook<'a>),
    Xls(xls::Workbook),
    Ods(ods::Document),
    /// A text file is one sheet, and the page it was read by if it was no UTF.
    Text(Grid, Option<&'static str>),
}

/// The bytes of a file.
pub(super) fn bytes(path: &Path) -> Result<Vec<u8>, Refusal> {
    let name = path.display();
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(MOST_BYTES + 1).read_to_end(&mut bytes));
    match read {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Err(Refusal::new(
            "khong-co-tep",
            format!("không có tệp {name}"),
            "kiểm tra lại tên thư mục và tên tệp",
        )),
        Err(error) => Err(Refusal::new(
            "khong-doc-duoc",
            format!("không đọc được tệp {name} ({error})"),
            "đóng tệp ở chương trình khác hoặc xin quyền đọc tệp",
        )),
        Ok(_) if bytes.len() as u64 > MOST_BYTES => Err(Refusal::new(
            "bang-qua-lon",
            "tệp lớn hơn 64 MiB, không đọc",
            "kiểm tra xem có chọn nhầm tệp không; bảng thật thì chép riêng danh sách sang tệp mới",
        )),
        Ok(_) => Ok(bytes),
    }
}

/// Opens a file by its content.
pub(super) fn open<'a>(bytes: &'a [u8], titles: &Titles) -> Result<Book<'a>, Refusal> {
    if bytes.starts_with(b"PK") {
        return match guard::inspect(bytes)? {
            Zipped::Xlsx => xlsx::open(bytes).map(Book::Xlsx),
            Zipped::Ods => ods::open(bytes).map(Book::Ods),
        };
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return xls::open(bytes).map(Book::Xls);
    }
    if bytes.starts_with(b"%PDF") {
        return Err(other("tệp PDF"));
    }
    let decoded = decode::decode(bytes)?;
    let start: String = decoded.text.trim_start().chars().take(20).collect();
    let start = start.to_lowercase();
    if start.is_empty() {
        return Err(Refusal::new(
            "tep-trong",
            "tệp không có gì",
            "kiểm tra xem đã lưu danh sách chưa",
        ));
    }
    if start.starts_with('<') {
        return Err(Refusal::new(
            "dang-tep-la",
            "đây là trang web (HTML) hoặc XML đặt đuôi bảng tính, không phải bảng tính thật",
            "mở bằng Excel rồi chọn Lưu thành (Save As), kiểu “Excel Workbook (*.xlsx)”",
        ));
    }
    if start.starts_with("{\\rtf") {
        return Err(other("tệp RTF"));
    }
    let known = |row: &[&str]| {
        row.iter()
            .filter(|title| titles.column(title).is_some())
            .count()
    };
    let grid = delimited::read(&decoded.text, known)?;
    Ok(Book::Text(grid, decoded.page))
}

fn other(what: &str) -> Refusal {
    Refusal::new(
        "dang-tep-la",
        format!("đây là {what}, không phải bảng"),
        "dùng bảng tính .xlsx, .xls, .ods hoặc tệp .csv",
    )
}

impl Book<'_> {
    /// Names of the sheets, and whether they are hidden. A text file has one without a name.
    pub(super) fn sheets(&self) -> Result<Vec<(String, bool)>, Refusal> {
        match self {
            Book::Xlsx(book) => Ok(book.sheets()),
            Book::Xls(book) => Ok(book.sheets()),
            Book::Ods(book) => book.sheets(),
            Book::Text(..) => Ok(vec![(String::new(), false)]),
        }
    }

    /// A sheet, or at least the rows of it up to a number. The one of a text file is given away.
    pub(super) fn grid(&mut self, name: &str, rows: Option<usize>) -> Result<Grid, Refusal> {
        match self {
            Book::Xlsx(book) => book.grid(name, rows),
            Book::Xls(book) => book.grid(name),
            Book::Ods(book) => book.grid(name, rows),
            Book::Text(grid, _) => Ok(std::mem::take(grid)),
        }
    }
}
