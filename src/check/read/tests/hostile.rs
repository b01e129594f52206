//! Files that are no DOCX, broken ones, and dangerous ones: each is refused in words, none panics.

use std::io::Cursor;

use proptest::prelude::{any, prop, proptest};

use super::docx;
use crate::check::read;
use crate::check::refusal::Refusal;
use crate::check::testing::zipped;

fn refusal(bytes: &[u8]) -> Refusal {
    read(bytes).unwrap_err()
}

/// A package of parts with nothing in them.
fn package(names: &[&str]) -> Vec<u8> {
    let parts: Vec<_> = names
        .iter()
        .map(|name| (name.to_string(), Vec::new()))
        .collect();
    zipped(&parts)
}

/// A DOCX with that document part.
fn document(xml: &[u8]) -> Vec<u8> {
    zipped(&[("word/document.xml".to_string(), xml.to_vec())])
}

/// A compound file with a stream of that name.
fn compound(stream: &str) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream(format!("/{stream}")).unwrap();
    file.into_inner().into_inner()
}

#[test]
fn what_is_no_docx_is_named() {
    let other = |what: &str| format!("đây là {what}, không phải văn bản Word .docx");
    for (bytes, message) in [
        (Vec::new(), "tệp không có gì".to_string()),
        (b"  \r\n ".to_vec(), "tệp không có gì".to_string()),
        (b"{\\rtf1\\ansi".to_vec(), other("tệp RTF")),
        (b"%PDF-1.7".to_vec(), other("tệp PDF")),
        (
            b"\xEF\xBB\xBF<!DOCTYPE HTML><p>".to_vec(),
            other("trang web (HTML) đặt đuôi .docx"),
        ),
        (
            b"<html><body>".to_vec(),
            other("trang web (HTML) đặt đuôi .docx"),
        ),
        (
            b"MIME-Version: 1.0".to_vec(),
            other("trang web đóng gói (MHT) đặt đuôi .docx"),
        ),
        (
            b"<?xml version=\"1.0\"?><w:wordDocument/>".to_vec(),
            other("tệp XML"),
        ),
        (
            "Kế hoạch".as_bytes().to_vec(),
            other("tệp chữ thường (.txt)"),
        ),
        (vec![0, 1, 2, 0xFF], other("tệp không rõ loại")),
        (package(&["xl/workbook.xml"]), other("bảng tính Excel")),
        (
            package(&["ppt/presentation.xml"]),
            other("tệp trình chiếu PowerPoint"),
        ),
        (
            package(&["mimetype", "content.xml"]),
            other("tệp OpenDocument (.odt)"),
        ),
        (package(&["a.txt"]), other("tệp nén .zip")),
        (package(&[]), other("tệp nén .zip")),
        (
            compound("WordDocument"),
            "đây là tệp Word kiểu cũ (.doc), chưa kiểm tra được".to_string(),
        ),
        (
            compound("EncryptedPackage"),
            "văn bản có mật khẩu mở tệp".to_string(),
        ),
        (
            compound("Workbook"),
            other("bảng tính Excel kiểu cũ (.xls)"),
        ),
        (compound("x"), other("tệp Office kiểu cũ")),
        (
            package(&["word/document.xml", "word/vbaProject.bin"]),
            "tệp có macro (.docm hoặc .dotm), không kiểm tra".to_string(),
        ),
    ] {
        assert_eq!(refusal(&bytes).message, message);
    }
}

#[test]
fn broken_files_are_refused() {
    let whole = docx("<w:p><w:r><w:t>Số</w:t></w:r></w:p>").bytes();
    for bytes in [
        whole[..whole.len() / 2].to_vec(),
        b"PK\x03\x04".to_vec(),
        document(b"<w:document><w:body><w:p></w:body></w:document>"),
        document(b"<w:document><w:body>"),
        document(b"<a><b c=1></a>"),
        document(b"\xFF<a/>"),
    ] {
        let refusal = refusal(&bytes);
        assert_eq!(refusal.code, "tep-hong");
        assert_eq!(refusal.message, "tệp Word bị hỏng hoặc chưa tải về hết");
    }
    let without = package(&["[Content_Types].xml", "docProps/core.xml"]);
    assert_eq!(
        refusal(&without).message,
        "tệp .docx không có phần văn bản bên trong"
    );
    let half = document(b"\xFF\xFE<\0a\0/\0>");
    assert_eq!(
        refusal(&half).message,
        "nội dung bên trong tệp không viết đúng UTF-8 hay UTF-16"
    );
}

#[test]
fn document_types_and_entities_are_refused() {
    let message =
        "tệp có khai báo DTD hoặc thực thể XML, văn bản Word thật không bao giờ có; không đọc";
    for xml in [
        "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p>&b;</w:p></w:body></w:document>",
    ] {
        assert_eq!(refusal(&document(xml.as_bytes())).message, message);
    }
}

#[test]
fn deep_and_large_files_are_refused() {
    let deep = "<w:tbl><w:tr><w:tc>".repeat(100) + &"</w:tc></w:tr></w:tbl>".repeat(100);
    assert_eq!(
        refusal(&docx(&deep).bytes()).message,
        "các phần tử bên trong tệp lồng nhau quá sâu (trên 256 tầng), không đọc"
    );
    let many = "<w:p/>".repeat(500_001);
    assert_eq!(
        refusal(&docx(&many).bytes()).message,
        "tệp bung ra quá lớn, không đọc"
    );
}

#[test]
fn a_part_of_two_meanings_is_refused() {
    let twice = package(&["word/document.xml", "Word/Document.XML"]);
    assert_eq!(
        refusal(&twice).message,
        "tệp có hai phần cùng tên “Word/Document.XML”, các chương trình sẽ đọc khác nhau; không đọc"
    );
    for name in ["../a.xml", "word\\a.xml", "c:/a.xml"] {
        let bytes = package(&["word/document.xml", name]);
        assert_eq!(
            refusal(&bytes).message,
            format!("tệp có phần mang tên lạ “{name}”, không đọc")
        );
    }
}

#[test]
fn the_deepest_file_that_is_read_needs_little_stack() {
    let deep = "<w:tbl><w:tr><w:tc>".repeat(84) + &"</w:tc></w:tr></w:tbl>".repeat(84);
    let bytes = docx(&deep).bytes();
    let thread = std::thread::Builder::new().stack_size(1 << 20);
    let read = thread.spawn(move || read(&bytes).map(|facts| facts.tables.len()));
    assert_eq!(read.unwrap().join().unwrap(), Ok(84));
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes);
        let _ = read(&document(&bytes));
        let _ = read(&[b"PK".as_slice(), &bytes].concat());
    }

    #[test]
    fn no_damage_makes_it_panic(at in 0..2000usize, byte in any::<u8>(), cut in 0..3000usize) {
        let body = "<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:rPr><w:sz w:val=\"26\"/></w:rPr>\
             <w:t>Số &amp; ký hiệu</w:t><w:pict><v:line from=\"1pt,2pt\" to=\"3,4\"/></w:pict></w:r></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>";
        let mut xml = format!("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:v=\"urn:schemas-microsoft-com:vml\"><w:body>{body}</w:body></w:document>").into_bytes();
        let length = xml.len();
        xml[at % length] = byte;
        let _ = read(&document(&xml));
        xml.truncate(cut);
        let _ = read(&document(&xml));
        let mut zip = docx(body).bytes();
        let length = zip.len();
        zip[at % length] = byte;
        let _ = read(&zip);
    }
}
