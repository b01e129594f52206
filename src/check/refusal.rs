//! Why a file cannot be checked.

use std::path::Path;

use crate::diag::{Diagnostic, Place};

/// What to do with a file that a program made badly or a stranger made on purpose.
const SAVE_ANEW: &str =
    "mở bằng Word, chọn Lưu thành (Save As), kiểu “Word Document (*.docx)”, rồi kiểm tra tệp mới";

/// Why a file cannot be checked, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Short stable name.
    pub code: &'static str,
    /// What is wrong, in Vietnamese.
    pub message: String,
    /// What to do, in Vietnamese.
    pub hint: &'static str,
}

impl Refusal {
    pub(super) fn new(
        code: &'static str,
        message: impl Into<String>,
        hint: &'static str,
    ) -> Refusal {
        Refusal {
            code,
            message: message.into(),
            hint,
        }
    }

    /// The finding for the file of that name.
    pub fn of(&self, path: &Path) -> Diagnostic {
        let place = Place::File(path.to_path_buf());
        Diagnostic::error(self.code, place, self.message.clone()).hint(self.hint)
    }
}

pub(super) fn empty() -> Refusal {
    Refusal::new(
        "tep-trong",
        "tệp không có gì",
        "kiểm tra xem đã lưu văn bản chưa",
    )
}

pub(super) fn broken() -> Refusal {
    Refusal::new(
        "tep-hong",
        "tệp Word bị hỏng hoặc chưa tải về hết",
        "mở thử bằng Word; nếu Word cũng báo lỗi thì xin lại tệp gốc",
    )
}

/// No text in the package.
pub(super) fn without_document() -> Refusal {
    Refusal::new(
        "tep-hong",
        "tệp .docx không có phần văn bản bên trong",
        "mở thử bằng Word; nếu Word cũng báo lỗi thì xin lại tệp gốc",
    )
}

pub(super) fn encrypted() -> Refusal {
    Refusal::new(
        "tep-co-mat-khau",
        "văn bản có mật khẩu mở tệp",
        "mở bằng Word, bỏ mật khẩu (Tệp > Thông tin > Bảo vệ tài liệu > Mã hóa bằng mật khẩu) rồi lưu lại",
    )
}

pub(super) fn old_word() -> Refusal {
    Refusal::new(
        "tep-doc-cu",
        "đây là tệp Word kiểu cũ (.doc), chưa kiểm tra được",
        SAVE_ANEW,
    )
}

pub(super) fn macros() -> Refusal {
    Refusal::new(
        "tep-co-macro",
        "tệp có macro (.docm hoặc .dotm), không kiểm tra",
        "mở bằng Word, không bật macro, chọn Lưu thành (Save As), kiểu “Word Document (*.docx)” để bỏ macro",
    )
}

/// A file of another kind, named in Vietnamese.
pub(super) fn other_kind(what: &str) -> Refusal {
    Refusal::new(
        "dang-tep-la",
        format!("đây là {what}, không phải văn bản Word .docx"),
        "chọn tệp .docx, hoặc mở bằng Word rồi chọn Lưu thành (Save As), kiểu “Word Document (*.docx)”",
    )
}

pub(super) fn encoding() -> Refusal {
    Refusal::new(
        "bang-ma-la",
        "nội dung bên trong tệp không viết đúng UTF-8 hay UTF-16",
        SAVE_ANEW,
    )
}

pub(super) fn document_type() -> Refusal {
    Refusal::new(
        "tep-nguy-hiem",
        "tệp có khai báo DTD hoặc thực thể XML, văn bản Word thật không bao giờ có; không đọc",
        "không mở tệp này; hỏi lại nơi gửi",
    )
}

pub(super) fn too_deep() -> Refusal {
    Refusal::new(
        "tep-nguy-hiem",
        "các phần tử bên trong tệp lồng nhau quá sâu (trên 256 tầng), không đọc",
        SAVE_ANEW,
    )
}

pub(super) fn too_large() -> Refusal {
    Refusal::new(
        "van-ban-qua-lon",
        "tệp bung ra quá lớn, không đọc",
        "kiểm tra nguồn gốc tệp; văn bản thật thì tách thành nhiều tệp",
    )
}

/// A part that stands in the package twice.
pub(super) fn twice(name: &str) -> Refusal {
    Refusal::new(
        "tep-nguy-hiem",
        format!("tệp có hai phần cùng tên “{name}”, các chương trình sẽ đọc khác nhau; không đọc"),
        SAVE_ANEW,
    )
}

/// A part whose name leads out of the package.
pub(super) fn strange_name(name: &str) -> Refusal {
    Refusal::new(
        "tep-nguy-hiem",
        format!("tệp có phần mang tên lạ “{name}”, không đọc"),
        SAVE_ANEW,
    )
}
