//! Makes the text of a tree uniform: NFC, plain spaces, nothing invisible.
//!
//! What cannot be seen on the page but would be in the file (zero-width characters, controls, line
//! ends) is an error with its place, never dropped in silence.

use unicode_normalization::UnicodeNormalization;

use crate::diag::Diagnostic;

use super::findings::Findings;
use super::node::{Node, Value};
use super::source::{Source, Span};

/// Cleans every key and text of a tree.
pub(super) fn clean(node: &mut Node, source: &Source, found: &mut Findings) {
    match &mut node.value {
        Value::Null => {}
        Value::Scalar(scalar) => {
            scalar.text = uniform(&scalar.text);
            unseen(&scalar.text, node.at, source, found);
        }
        Value::List(items) => {
            for item in items {
                clean(item, source, found);
            }
        }
        Value::Map(entries) => {
            for entry in entries {
                entry.key = uniform(&entry.key);
                unseen(&entry.key, entry.key_at, source, found);
                clean(&mut entry.node, source, found);
            }
        }
    }
}

/// The text in NFC, with the space for every kind of space, and none at the ends.
fn uniform(text: &str) -> String {
    let spaced: String = text
        .nfc()
        .map(|char| match char {
            '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' => ' ',
            other => other,
        })
        .collect();
    spaced.trim_matches([' ', '\n']).to_string()
}

/// Reports the first character of a text that cannot be printed.
fn unseen(text: &str, at: Span, source: &Source, found: &mut Findings) {
    let Some(char) = text.chars().find(|char| is_unseen(*char)) else {
        return;
    };
    let (message, hint) = match char {
        '\n' => (
            "giá trị có dấu xuống dòng".to_string(),
            "mỗi giá trị là một đoạn: dùng “>-” thay cho “|”, hoặc tách thành danh sách",
        ),
        '\t' => ("giá trị có dấu tab".to_string(), "thay bằng dấu cách"),
        '\u{FFFD}' => (
            "có ký tự đã hỏng (U+FFFD)".to_string(),
            "gõ lại chữ này; tệp có lẽ đã qua một lần chuyển mã sai",
        ),
        other => (
            format!("có ký tự không in được (U+{:04X})", u32::from(other)),
            "xóa ký tự này rồi gõ lại; nó thường theo vào khi chép từ Word hay trang web",
        ),
    };
    found.push(|| {
        let place = source.place(spot(char, at, source));
        Diagnostic::error("ky-tu-la", place, message).hint(hint)
    });
}

/// Where a character of a value stands; the whole value if it is written as an escape.
pub(super) fn spot(char: char, at: Span, source: &Source) -> Span {
    match source.slice(at).find(char) {
        Some(offset) if char != '\n' => Span {
            offset: at.offset + offset,
            length: char.len_utf8(),
        },
        _ => at,
    }
}

/// True for controls, zero-width and direction marks, and the private characters of symbol fonts.
fn is_unseen(char: char) -> bool {
    char.is_control()
        || matches!(
            char,
            '\u{AD}'
                | '\u{200B}'..='\u{200F}'
                | '\u{2028}'..='\u{202E}'
                | '\u{2060}'..='\u{206F}'
                | '\u{E000}'..='\u{F8FF}'
                | '\u{FE00}'..='\u{FE0F}'
                | '\u{FEFF}'
                | '\u{FFF9}'..='\u{FFFD}'
        )
}

#[cfg(test)]
mod tests {
    use super::super::yaml;
    use super::*;
    use std::path::PathBuf;

    fn cleaned(text: &str) -> (Vec<String>, Vec<String>) {
        let source = Source {
            path: PathBuf::from("a.yaml"),
            text: text.to_string(),
        };
        let mut found = Findings::default();
        let mut node = yaml::parse(&source, &mut found).unwrap();
        clean(&mut node, &source, &mut found);
        let mut texts = Vec::new();
        node.walk(&mut |node| texts.extend(node.text().map(str::to_string)));
        (
            texts,
            found
                .into_list()
                .iter()
                .map(Diagnostic::to_string)
                .collect(),
        )
    }

    #[test]
    fn text_becomes_nfc_with_plain_spaces() {
        let decomposed: String = "Ủy ban nhân dân".nfd().collect();
        let (texts, found) = cleaned(&format!(
            "a: \"{decomposed}\u{A0}xã \"\nb: >\n  hai\n  dòng\n"
        ));
        assert_eq!(texts, ["Ủy ban nhân dân xã", "hai dòng"]);
        assert_eq!(found, [""; 0]);
    }

    #[test]
    fn what_cannot_be_seen_is_an_error_with_its_place() {
        let (_, found) =
            cleaned("a: Hội\u{200B} nghị\nb: \"x\\ty\"\nc: |\n  một\n  hai\nd: \"\\uFFFD\"\n");
        assert_eq!(
            found,
            [
                "a.yaml:1:7: lỗi[ky-tu-la]: có ký tự không in được (U+200B) (gợi ý: xóa ký tự này rồi gõ lại; nó thường theo vào khi chép từ Word hay trang web)",
                "a.yaml:2:4: lỗi[ky-tu-la]: giá trị có dấu tab (gợi ý: thay bằng dấu cách)",
                "a.yaml:4:3: lỗi[ky-tu-la]: giá trị có dấu xuống dòng (gợi ý: mỗi giá trị là một đoạn: dùng “>-” thay cho “|”, hoặc tách thành danh sách)",
                "a.yaml:6:4: lỗi[ky-tu-la]: có ký tự đã hỏng (U+FFFD) (gợi ý: gõ lại chữ này; tệp có lẽ đã qua một lần chuyển mã sai)",
            ]
        );
    }
}
