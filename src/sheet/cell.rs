//! One cell of the file to one typed value: cleaned, repaired, and every doubt told.

use crate::diag::{Diagnostic, Place};
use crate::text::date::{Date, PartialDate};
use crate::text::excerpt::excerpt;
use crate::text::legacy::Encoding;

use super::clean::{clean, turns_direction};
use super::grid::{GridCell, Raw};
use super::note::{Change, Sink};
use super::schema::Kind;
use super::table::{ColumnHead, Head, Typed, Value};
use super::value::{self, Phone};

/// The longest text that a spreadsheet's cell holds; a longer one is a mistake of the file.
const LONGEST: usize = 32_767;

/// What reading a cell needs besides the cell.
pub(super) struct Reading<'a> {
    pub(super) kind: Kind,
    pub(super) head: &'a Head,
    pub(super) row: usize,
    /// The column; none for a title across the row.
    pub(super) column: Option<&'a ColumnHead>,
    /// The old encoding that other cells of the row are surely in.
    pub(super) near: Option<Encoding>,
    pub(super) sink: &'a mut Sink,
}

impl Reading<'_> {
    /// The cell, and whether it is sound.
    pub(super) fn read(mut self, cell: &GridCell) -> (Value, bool) {
        let raw = value::typed(&cell.value);
        if matches!(cell.value, Raw::Fault(_)) || value::is_fault(raw.trim()) {
            let message = format!("ô có lỗi công thức {}", excerpt(raw.trim()));
            return self.error(
                "o-loi",
                message,
                "sửa công thức, hoặc gõ thẳng giá trị vào ô",
            );
        }
        if raw.len() > LONGEST && raw.chars().count() > LONGEST {
            let message = format!("ô dài hơn {LONGEST} ký tự");
            return self.error(
                "o-qua-dai",
                message,
                "kiểm tra xem các dòng có bị dính vào một ô không",
            );
        }
        let cleaned = clean(&raw, cell.font, self.near);
        for (change, before, after) in &cleaned.changes {
            self.sink.note(*change, self.place(), before, after);
        }
        if let Some((encoding, text)) = &cleaned.doubt {
            let message = format!(
                "“{}” có lẽ gõ bằng mã cũ {}, tức là “{}”; để nguyên vì chưa chắc",
                excerpt(&cleaned.text),
                encoding.name(),
                excerpt(text)
            );
            self.warn(
                "ma-cu",
                message,
                "nếu đúng thì gõ lại bằng Unicode; nếu là tên riêng thì bỏ qua",
            );
        }
        let sound = match cleaned.refused {
            Some(char) => self.refuse(char),
            None => true,
        };
        let (typed, text, valued) = self.typed(cell, cleaned.text);
        (Value { text, typed }, sound && valued)
    }

    /// The value that the column asks for, its words, and whether it has one.
    fn typed(&mut self, cell: &GridCell, text: String) -> (Typed, String, bool) {
        if text.is_empty() {
            return (Typed::Words, text, true);
        }
        match self.kind {
            Kind::Text => {
                let cut = matches!(cell.value, Raw::Text(_)) && value::is_cut_down(&text);
                if cut {
                    self.cut_down(&text);
                }
                (Typed::Words, text, true)
            }
            Kind::Phone => (Typed::Words, self.phone(text), true),
            Kind::Whole => self.number(cell, text, true),
            Kind::Ratio => self.number(cell, text, false),
            Kind::Date => self.date(cell, text),
        }
    }

    fn phone(&mut self, text: String) -> String {
        if value::is_cut_down(&text) {
            self.cut_down(&text);
            return text;
        }
        match value::phone(&text) {
            Phone::Known(number) => {
                if number != text {
                    self.sink.note(Change::Phone, self.place(), &text, &number);
                }
                number
            }
            Phone::Odd => {
                let message = format!("“{}” không giống số điện thoại", excerpt(&text));
                self.warn(
                    "dien-thoai-la",
                    message,
                    "số điện thoại có 10 hoặc 11 chữ số, bắt đầu bằng 0",
                );
                text
            }
        }
    }

    fn number(&mut self, cell: &GridCell, text: String, whole: bool) -> (Typed, String, bool) {
        // A number of the file has its own decimal mark; only typed words can be grouped.
        let grouped = whole && matches!(cell.value, Raw::Text(_));
        let number =
            value::number(&text, grouped).filter(|number| !whole || number.as_whole().is_some());
        match number {
            Some(number) => (Typed::Number(number), text, true),
            None => {
                let message = format!("“{}” không phải là số", excerpt(&text));
                let hint = match whole {
                    true => "ghi số nguyên, thí dụ: 2 hoặc 1.080.000",
                    false => "ghi số, phần lẻ sau dấu phẩy, thí dụ: 0,45",
                };
                let (_, sound) = self.error("so-sai", message, hint);
                (Typed::Words, text, sound)
            }
        }
    }

    fn date(&mut self, cell: &GridCell, text: String) -> (Typed, String, bool) {
        if let Raw::Date(moment) = cell.value {
            return (Typed::Date(Date(moment.date())), text, true);
        }
        if let Ok(date) = text.parse::<Date>() {
            return (Typed::Date(date), date.to_string(), true);
        }
        // A year or a month alone is all that many lists know.
        if text.parse::<PartialDate>().is_err() {
            let message = format!("“{}” không phải là ngày", excerpt(&text));
            let (_, sound) =
                self.error("ngay-sai", message, "ghi ngày/tháng/năm, thí dụ: 22/3/2024");
            return (Typed::Words, text, sound);
        }
        (Typed::Words, text, true)
    }

    fn refuse(&mut self, char: char) -> bool {
        let code = u32::from(char);
        let (message, hint) = match char {
            '\u{FFFD}' => (
                "có ký tự đã hỏng (U+FFFD)".to_string(),
                "gõ lại chữ này; tệp có lẽ đã qua một lần chuyển mã sai",
            ),
            _ if turns_direction(char) => (
                format!("có ký tự đảo chiều chữ (U+{code:04X})"),
                "xóa cả ô rồi gõ lại; ký tự này làm chữ hiện ra khác với chữ thật",
            ),
            _ => (
                format!("có ký tự không in được (U+{code:04X})"),
                "xóa cả ô rồi gõ lại; nó thường theo vào khi chép từ Word hay trang web",
            ),
        };
        self.error("ky-tu-la", message, hint).1
    }

    fn cut_down(&mut self, text: &str) {
        let message = format!("“{}” là số đã bị rút gọn, mất chữ số", excerpt(text));
        self.warn(
            "so-bi-rut-gon",
            message,
            "định dạng cột là Văn bản (Text) rồi gõ lại đủ chữ số",
        );
    }

    fn place(&self) -> Place {
        self.head.place(self.row, self.column)
    }

    /// Reports an error; gives the blank cell and that it is not sound.
    fn error(&mut self, code: &'static str, message: String, hint: &str) -> (Value, bool) {
        let found = Diagnostic::error(code, self.place(), message);
        self.sink.find(found.hint(hint));
        (Value::default(), false)
    }

    fn warn(&mut self, code: &'static str, message: String, hint: &str) {
        let found = Diagnostic::warning(code, self.place(), message);
        self.sink.find(found.hint(hint));
    }
}
