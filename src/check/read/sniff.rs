//! What a file is that is no DOCX, by its first bytes: the name of a file says nothing.

use super::package::Package;
use crate::check::refusal::{self, Refusal};

/// What the start of a file means, if it is no zip.
pub(super) fn no_zip(bytes: &[u8]) -> Refusal {
    let text = bytes.trim_ascii_start();
    let text = text
        .strip_prefix(b"\xEF\xBB\xBF")
        .unwrap_or(text)
        .trim_ascii_start();
    let starts = |word: &str| {
        let start = text.get(..word.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(word.as_bytes()))
    };
    if text.is_empty() {
        refusal::empty()
    } else if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        compound(bytes)
    } else if starts("{\\rtf") {
        refusal::other_kind("tệp RTF")
    } else if starts("%PDF") {
        refusal::other_kind("tệp PDF")
    } else if starts("<!doctype html") || starts("<html") {
        refusal::other_kind("trang web (HTML) đặt đuôi .docx")
    } else if starts("MIME-Version") {
        refusal::other_kind("trang web đóng gói (MHT) đặt đuôi .docx")
    } else if starts("<?xml") || starts("<") {
        refusal::other_kind("tệp XML")
    } else if is_text(&bytes[..bytes.len().min(512)]) {
        refusal::other_kind("tệp chữ thường (.txt)")
    } else {
        refusal::other_kind("tệp không rõ loại")
    }
}

/// A compound file: an encrypted OOXML file has a stream of that name, the old Word another (MS-CFB;
/// names are UTF-16).
fn compound(bytes: &[u8]) -> Refusal {
    let has = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(wide.len()).any(|here| here == wide)
    };
    if has("EncryptedPackage") || has("EncryptionInfo") {
        refusal::encrypted()
    } else if has("WordDocument") {
        refusal::old_word()
    } else if has("Workbook") {
        refusal::other_kind("bảng tính Excel kiểu cũ (.xls)")
    } else {
        refusal::other_kind("tệp Office kiểu cũ")
    }
}

/// What a package without a text is.
pub(super) fn no_document(package: &Package) -> Refusal {
    let has = |start: &str| package.names().any(|name| name.starts_with(start));
    if has("xl/") {
        refusal::other_kind("bảng tính Excel")
    } else if has("ppt/") {
        refusal::other_kind("tệp trình chiếu PowerPoint")
    } else if package.has("content.xml") || package.has("mimetype") {
        refusal::other_kind("tệp OpenDocument (.odt)")
    } else if package.has("[Content_Types].xml") {
        refusal::without_document()
    } else {
        refusal::other_kind("tệp nén .zip")
    }
}

/// Refuses a package whose main part is no text, or that has macros.
pub(super) fn main_part(package: &Package, name: &str) -> Result<(), Refusal> {
    let kind = package.content_type(name);
    let macros = package.names().any(|name| name.ends_with("vbaproject.bin"));
    if macros || kind.contains("macroenabled") {
        Err(refusal::macros())
    } else if kind.contains("spreadsheetml") {
        Err(refusal::other_kind("bảng tính Excel"))
    } else if kind.contains("presentationml") {
        Err(refusal::other_kind("tệp trình chiếu PowerPoint"))
    } else {
        Ok(())
    }
}

/// True for UTF-8 that may be cut off in a letter.
fn is_text(start: &[u8]) -> bool {
    match std::str::from_utf8(start) {
        Ok(text) => !text.contains('\0'),
        Err(error) => error.error_len().is_none() && error.valid_up_to() > 0,
    }
}
