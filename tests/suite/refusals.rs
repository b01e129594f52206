//! Files that `vanthu fix` must not touch: each is refused in words, nothing is written, and what the user
//! has stays as it is.

use std::io::{Cursor, Write};

use crate::papers;
use crate::project::{Project, empty};
use crate::read_back::with_document;

/// A plan of the sample dossier.
fn plan() -> Vec<u8> {
    papers::plan().bytes("ke-hoach.docx")
}

/// A file with one more part.
fn with_part(file: &[u8], name: &str, content: &str) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new_append(Cursor::new(file.to_vec())).expect("a package");
    zip.start_file(name, zip::write::SimpleFileOptions::default())
        .expect("a part");
    zip.write_all(content.as_bytes()).expect("its bytes");
    zip.finish().expect("a file").into_inner()
}

/// Holds that a file is refused in these words.
fn refused(bytes: &[u8], message: &str) {
    let project = empty().file("cu.docx", bytes);
    project
        .run(&["fix", "cu.docx", "-o", "moi.docx"])
        .ends_with(1)
        .prints("")
        .reports(&format!("{message}\n\n1 lỗi\n"));
    assert_eq!(project.names("."), ["cu.docx"]);
    assert!(project.bytes("cu.docx") == bytes);
}

#[test]
fn a_signed_file_is_left_alone() {
    refused(
        &with_part(&plan(), "_xmlsignatures/sig1.xml", "<Signature/>"),
        "lỗi[da-ky-so]: cu.docx: tệp đã ký số, không sửa\n |\n \
         = gợi ý: sửa thì chữ ký mất giá trị; sửa bản chưa ký rồi ký lại",
    );
}

#[test]
fn a_file_with_tracked_changes_is_left_alone() {
    let tracked = with_document(&plan(), |xml| {
        let change = "<w:ins w:id=\"90\" w:author=\"a\"><w:r><w:t>thêm</w:t></w:r></w:ins></w:p>";
        xml.replacen("</w:p>", change, 2)
    });
    refused(
        &tracked,
        "lỗi[con-theo-doi-sua]: cu.docx: tệp còn 2 chỗ sửa đang theo dõi (Track Changes), không sửa\n |\n \
         = gợi ý: chấp nhận hoặc từ chối các chỗ sửa ấy trong Word rồi chạy lại",
    );
}

#[test]
fn a_protected_file_is_left_alone() {
    let settings = "<w:settings xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
                    <w:documentProtection w:edit=\"readOnly\" w:enforcement=\"1\"/></w:settings>";
    let document = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
                    <w:body><w:p/></w:body></w:document>";
    let relations = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
                     <Relationship Id=\"a\" Target=\"settings.xml\" Type=\"x/settings\"/></Relationships>";
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in [
        ("word/document.xml", document),
        ("word/_rels/document.xml.rels", relations),
        ("word/settings.xml", settings),
    ] {
        zip.start_file(name, zip::write::SimpleFileOptions::default())
            .expect("a part");
        zip.write_all(content.as_bytes()).expect("its bytes");
    }
    refused(
        &zip.finish().expect("a file").into_inner(),
        "lỗi[dang-bao-ve]: cu.docx: tệp đang được bảo vệ, không cho sửa\n |\n \
         = gợi ý: bỏ bảo vệ trong Word (Review, Restrict Editing) rồi chạy lại",
    );
}

#[test]
fn a_file_with_macros_or_a_password_is_left_alone() {
    refused(
        &with_part(&plan(), "word/vbaProject.bin", "x"),
        "lỗi[tep-co-macro]: cu.docx: tệp có macro (.docm hoặc .dotm), không kiểm tra\n |\n \
         = gợi ý: mở bằng Word, không bật macro, chọn Lưu thành (Save As), kiểu “Word Document (*.docx)” \
         để bỏ macro",
    );
    let mut locked = cfb::CompoundFile::create(Cursor::new(Vec::new())).expect("a file");
    locked.create_stream("/EncryptedPackage").expect("a stream");
    refused(
        &locked.into_inner().into_inner(),
        "lỗi[tep-co-mat-khau]: cu.docx: văn bản có mật khẩu mở tệp\n |\n \
         = gợi ý: mở bằng Word, bỏ mật khẩu (Tệp > Thông tin > Bảo vệ tài liệu > Mã hóa bằng mật khẩu) rồi \
         lưu lại",
    );
    refused(
        b"%PDF-1.7",
        "lỗi[dang-tep-la]: cu.docx: đây là tệp PDF, không phải văn bản Word .docx\n |\n \
         = gợi ý: chọn tệp .docx, hoặc mở bằng Word rồi chọn Lưu thành (Save As), kiểu “Word Document \
         (*.docx)”",
    );
}

/// A project with the plan, and another file of the user's.
fn two() -> Project {
    empty()
        .file("cu.docx", plan())
        .file("khac.docx", "của người dùng")
}

#[test]
fn nothing_of_the_users_is_overwritten() {
    let project = two();
    let (old, own) = (project.bytes("cu.docx"), project.bytes("khac.docx"));
    project
        .run(&["fix", "cu.docx", "-o", "khac.docx"])
        .ends_with(2)
        .reports(
            "lỗi: khac.docx đã có; không ghi đè\n  = gợi ý: chọn tên khác, hoặc ghi đè bằng --force\n",
        );
    assert!(project.bytes("khac.docx") == own);
    for same in ["cu.docx", "./cu.docx", "../THIS/cu.docx"] {
        let folder = project.path().file_name().expect("a name");
        let same = same.replace("THIS", &folder.to_string_lossy());
        project
            .run(&["fix", "cu.docx", "-o", &same, "--force"])
            .ends_with(2)
            .reports("lỗi: tệp mới phải khác tệp cũ; vanthu fix không sửa đè lên tệp gốc\n");
    }
    assert!(project.bytes("cu.docx") == old);
    project
        .run(&["fix", "cu.docx", "-o", "khac.docx", "--force"])
        .succeeds()
        .prints("đã ghi khac.docx\nkhông có gì để sửa; tệp mới giống hệt tệp cũ\n");
    assert!(project.bytes("khac.docx") == old);
    project
        .run(&["fix", "cu.docx", "-o", "khong-co/moi.docx"])
        .ends_with(3)
        .mentions("lỗi: không ghi được khong-co/moi.docx: ");
    assert!(project.bytes("cu.docx") == old);
}

#[test]
fn a_paper_of_other_rules_is_given_back_with_the_reason() {
    let party = with_document(&plan(), |xml| {
        xml.replace(
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "ĐẢNG CỘNG SẢN VIỆT NAM",
        )
    });
    let project = empty().file("cu.docx", &party);
    project
        .run(&["fix", "cu.docx", "-o", "moi.docx"])
        .succeeds()
        .prints("đã ghi moi.docx\nkhông sửa gì: văn bản của Đảng, theo quy định riêng của Đảng\n");
    assert!(project.bytes("moi.docx") == party);
}
