//! Looks at a zipped spreadsheet before anybody trusts it: what its parts really unpack to, and the
//! counts that the reader would make room for on the file's word alone.

use super::grid::Refusal;
use crate::zipped::{Fault, Limits, Zipped as Archive};

/// A workbook of a hundred sheets has some three hundred parts.
const LIMITS: Limits = Limits {
    parts: 10_000,
    part: 128 << 20,
    all: 256 << 20,
};

/// Cell formats. Excel itself ends at 65,490.
const MOST_FORMATS: usize = 70_000;

/// What a zipped file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Zipped {
    Xlsx,
    Ods,
}

/// What a zipped file is, once all its parts are known to be bounded and whole.
pub(super) fn inspect(bytes: &[u8]) -> Result<Zipped, Refusal> {
    let mut archive = Archive::open(bytes, LIMITS).map_err(refused)?;
    let kind = kind(&mut archive)?;
    let mut content = Vec::new();
    for index in 0..archive.names().len() {
        archive.read(index, &mut content).map_err(refused)?;
        let name = archive.names()[index].to_lowercase();
        if !promises_hold(&name, &content) {
            return Err(bomb());
        }
    }
    Ok(kind)
}

/// What the names of the parts say.
fn kind(archive: &mut Archive) -> Result<Zipped, Refusal> {
    let position = |archive: &Archive, name: &str| {
        let mut names = archive.names().iter();
        names.position(|own| own.trim_start_matches('/').eq_ignore_ascii_case(name))
    };
    if let Some(index) = position(archive, "mimetype") {
        let kind = archive.start(index, 100).map_err(refused)?;
        if String::from_utf8_lossy(&kind).contains("opendocument.spreadsheet") {
            return Ok(Zipped::Ods);
        }
        return Err(not_a_table(
            "tệp OpenDocument khác, không phải bảng tính .ods",
        ));
    }
    if position(archive, "xl/workbook.bin").is_some() {
        return Err(Refusal::new(
            "dang-tep-la",
            "chưa đọc được bảng tính nhị phân .xlsb",
            "mở bằng Excel rồi chọn Lưu thành (Save As), kiểu “Excel Workbook (*.xlsx)”",
        ));
    }
    if archive.names().iter().any(|own| own.starts_with("word/")) {
        return Err(not_a_table("tệp Word"));
    }
    if position(archive, "[Content_Types].xml").is_some() {
        return Ok(Zipped::Xlsx);
    }
    Err(not_a_table("tệp nén .zip"))
}

/// True if the counts that a part promises can be true: readers make room for them in advance.
fn promises_hold(name: &str, content: &[u8]) -> bool {
    // Text of two bytes a letter would hide the words looked for here; no program writes it.
    if content.starts_with(&[0xFF, 0xFE]) || content.starts_with(&[0xFE, 0xFF]) {
        return false;
    }
    if name.ends_with("sharedstrings.xml") {
        return occurrences(content, b"uniqueCount").all(|at| {
            let digits: Vec<u8> = content[at..]
                .iter()
                .copied()
                .skip_while(|byte| !byte.is_ascii_digit())
                .take_while(u8::is_ascii_digit)
                .collect();
            let count = String::from_utf8_lossy(&digits).parse::<usize>();
            count.is_ok_and(|count| count <= content.len())
        });
    }
    if name.ends_with("styles.xml") {
        return occurrences(content, b"xf").count() <= 2 * MOST_FORMATS;
    }
    true
}

/// Where a word occurs.
fn occurrences<'a>(content: &'a [u8], word: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
    content
        .windows(word.len())
        .enumerate()
        .filter(move |(_, here)| *here == word)
        .map(|(at, _)| at)
}

/// Two parts of one name are read differently by different programs: no program writes them.
fn refused(fault: Fault) -> Refusal {
    match fault {
        Fault::Broken | Fault::Twice(_) => broken(),
        Fault::Encrypted => encrypted(),
        Fault::TooLarge => bomb(),
    }
}

fn broken() -> Refusal {
    Refusal::new(
        "tep-hong",
        "tệp bảng tính bị hỏng hoặc chưa tải về hết",
        "mở thử bằng Excel; nếu Excel cũng báo lỗi thì xin lại tệp gốc",
    )
}

fn bomb() -> Refusal {
    Refusal::new(
        "bang-qua-lon",
        "tệp bảng tính bung ra quá lớn (trên 128 MiB một phần hoặc 256 MiB tất cả), không đọc",
        "kiểm tra nguồn gốc tệp; bảng thật thì chép riêng danh sách sang tệp mới",
    )
}

fn not_a_table(what: &str) -> Refusal {
    Refusal::new(
        "dang-tep-la",
        format!("đây là {what}, không phải bảng"),
        "dùng bảng tính .xlsx, .xls, .ods hoặc tệp .csv",
    )
}

/// A file behind a password.
pub(super) fn encrypted() -> Refusal {
    Refusal::new(
        "tep-co-mat-khau",
        "bảng tính có mật khẩu mở tệp",
        "mở bằng Excel, bỏ mật khẩu (Tệp > Thông tin > Bảo vệ sổ làm việc) rồi lưu lại",
    )
}
