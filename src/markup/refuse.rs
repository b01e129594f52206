//! Messages about Markdown that a paper cannot have, each with what to write instead.

use pulldown_cmark::{Event, Tag};

use crate::diag::{Diagnostic, Place};

/// Something that is refused: its stable name, the message, what to do.
pub(super) struct Refusal {
    code: &'static str,
    message: &'static str,
    hint: &'static str,
}

impl Refusal {
    /// The finding at a place.
    pub(super) fn diagnostic(&self, place: Place) -> Diagnostic {
        Diagnostic::error(self.code, place, self.message).hint(self.hint)
    }
}

/// A block that is not running text, where one line is wanted.
pub(super) const NOT_ONE_LINE: Refusal = Refusal {
    code: "khong-phai-mot-dong",
    message: "chỗ này chỉ nhận một dòng chữ, không nhận đề mục, danh sách, bảng hay nhiều đoạn",
    hint: "viết mỗi mục trên một dòng; chữ đầu dòng trùng ký hiệu (#, -, 1.) thì đặt \\ phía trước",
};

/// `[nhan]: dia-chi`.
pub(super) const REFERENCE: Refusal = Refusal {
    code: "lien-ket",
    message: "văn bản giấy không có liên kết",
    hint: "bỏ dòng này, viết địa chỉ thành chữ ở chỗ cần dùng",
};

/// A heading underlined with `===` or `---`.
pub(super) const SETEXT: Refusal = Refusal {
    code: "de-muc-gach-duoi",
    message: "đề mục không viết bằng cách gạch dưới (=== hoặc ---)",
    hint: "đặt # ở đầu dòng đề mục; nếu --- là sang trang thì để trống một dòng trước nó",
};

/// `####` without a class.
pub(super) const TOO_DEEP_HEADING: Refusal = Refusal {
    code: "de-muc-qua-sau",
    message: "đề mục chỉ có ba cấp: # (I.), ## (1.), ### (a)",
    hint: "dùng danh sách gạch đầu dòng (- …) dưới điểm",
};

/// A heading without text.
pub(super) const EMPTY_HEADING: Refusal = Refusal {
    code: "de-muc-trong",
    message: "đề mục không có chữ",
    hint: "viết tên đề mục, hoặc bỏ dòng này; trong mẫu, đặt {% if %} quanh đề mục của phần có thể trống",
};

/// A heading inside a list.
pub(super) const HEADING_IN_LIST: Refusal = Refusal {
    code: "de-muc-trong-danh-sach",
    message: "đề mục không đặt trong danh sách",
    hint: "đưa đề mục ra đầu dòng, để trống một dòng trước nó",
};

/// An item without text.
pub(super) const EMPTY_ITEM: Refusal = Refusal {
    code: "muc-trong",
    message: "mục của danh sách không có chữ",
    hint: "viết nội dung của mục, hoặc bỏ dòng này",
};

/// An ordered list below điểm.
pub(super) const BELOW_POINT: Refusal = Refusal {
    code: "danh-sach-qua-sau",
    message: "dưới điểm a), b), c) không còn cấp đánh số",
    hint: "dùng gạch đầu dòng (- …) dưới điểm",
};

/// An ordered list below a dash.
pub(super) const BELOW_DASH: Refusal = Refusal {
    code: "danh-sach-duoi-gach",
    message: "dưới gạch đầu dòng không có danh sách đánh số",
    hint: "dùng dấu cộng: danh sách (- …) thụt vào dưới gạch đầu dòng sẽ in là +",
};

/// A dash below `+`.
pub(super) const BELOW_PLUS: Refusal = Refusal {
    code: "gach-qua-sau",
    message: "gạch đầu dòng chỉ có hai cấp: - và +",
    hint: "gộp cấp thứ ba vào câu của cấp trên",
};

/// More than 23 points.
pub(super) const TOO_MANY_POINTS: Refusal = Refusal {
    code: "het-chu-cai",
    message: "quá 23 điểm: sau điểm y) không còn chữ cái",
    hint: "chia thành nhiều khoản",
};

/// A lone star that Markdown left as it was.
pub(super) const LONE_STAR: Refusal = Refusal {
    code: "dau-sao-le",
    message: "dấu * này không mở hay đóng chữ đậm, chữ nghiêng nào",
    hint: "muốn in dấu sao thì viết \\*; muốn chữ đậm thì đặt ** sát chữ, phía ngoài là dấu cách",
};

/// Lines that look like a table and are none.
pub(super) const BROKEN_TABLE: Refusal = Refusal {
    code: "bang-sai",
    message: "bảng sai: số ô của dòng đầu khác số ô của dòng gạch",
    hint: "dòng gạch phải có đúng một nhóm --- cho mỗi ô của dòng đầu, và dòng đầu đứng ngay trên nó",
};

/// A line break in a table cell.
pub(super) const BREAK_IN_CELL: Refusal = Refusal {
    code: "xuong-dong-trong-o",
    message: "ô của bảng không ngắt dòng được",
    hint: "chia thành hai hàng, hoặc để chương trình tự xuống dòng theo độ rộng cột",
};

/// A table in a table row or other nonsense of nesting.
const HTML: Refusal = Refusal {
    code: "the-html",
    message: "văn bản không dùng thẻ HTML",
    hint: "muốn in dấu < thì viết \\<; ngắt dòng thì đặt \\ ở cuối dòng; chữ đậm thì viết **chữ**",
};

const CODE: Refusal = Refusal {
    code: "doan-ma",
    message: "văn bản không có đoạn mã (chữ trong dấu ` hoặc dòng thụt vào bốn dấu cách)",
    hint: "bỏ dấu cách ở đầu dòng; muốn in dấu ` thì viết \\`",
};

const QUOTE: Refusal = Refusal {
    code: "doan-trich",
    message: "văn bản không có đoạn trích bằng dấu >",
    hint: "bỏ dấu > ở đầu dòng; trích lời thì đặt trong ngoặc kép “ ”",
};

const LINK: Refusal = Refusal {
    code: "lien-ket",
    message: "văn bản giấy không có liên kết",
    hint: "viết địa chỉ thành chữ; muốn in ngoặc vuông thì viết \\[ và \\]",
};

const IMAGE: Refusal = Refusal {
    code: "hinh-anh",
    message: "nội dung không nhận hình ảnh",
    hint: "bỏ hình; muốn in dấu ! trước ngoặc vuông thì viết \\!\\[",
};

const FOOTNOTE: Refusal = Refusal {
    code: "chu-thich-chan-trang",
    message: "văn bản không có chú thích chân trang",
    hint: "viết chú thích trong ngoặc đơn ngay sau chữ cần chú thích",
};

const STRIKE: Refusal = Refusal {
    code: "chu-gach-ngang",
    message: "văn bản không có chữ gạch ngang",
    hint: "bỏ hẳn chữ đó; muốn in dấu ~ thì viết \\~",
};

const TASK: Refusal = Refusal {
    code: "o-danh-dau",
    message: "danh sách không có ô đánh dấu [ ]",
    hint: "bỏ [ ]; muốn in ngoặc vuông thì viết \\[ và \\]",
};

/// What is refused about the start of a container, if it is none that papers have.
pub(super) fn of_tag(tag: &Tag<'_>) -> Option<&'static Refusal> {
    match tag {
        Tag::BlockQuote(_) => Some(&QUOTE),
        Tag::CodeBlock(_) => Some(&CODE),
        Tag::HtmlBlock => Some(&HTML),
        Tag::FootnoteDefinition(_) => Some(&FOOTNOTE),
        Tag::Strikethrough | Tag::Subscript => Some(&STRIKE),
        Tag::Link { .. } => Some(&LINK),
        Tag::Image { .. } => Some(&IMAGE),
        _ => None,
    }
}

/// What is refused about an event without content of its own.
pub(super) fn of_event(event: &Event<'_>) -> Option<&'static Refusal> {
    match event {
        Event::Code(_) => Some(&CODE),
        Event::Html(_) | Event::InlineHtml(_) => Some(&HTML),
        Event::FootnoteReference(_) => Some(&FOOTNOTE),
        Event::TaskListMarker(_) => Some(&TASK),
        _ => None,
    }
}
