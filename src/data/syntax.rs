//! Says in Vietnamese why a file is not YAML.
//!
//! The YAML library tells only words; the scanner below it tells the kind of mistake, so it is
//! run once more over the broken file.

use serde_yaml::granit_parser::{ErrorKind, Parser};

use crate::diag::{Diagnostic, Place};

use super::source::Source;

/// The finding for a file that cannot be read as YAML.
pub(super) fn explain(source: &Source, error: &serde_yaml::Error) -> Diagnostic {
    let scanned = Parser::new_from_str(&source.text).find_map(Result::err);
    if let Some(error) = scanned {
        let (line, column) = (error.marker().line(), error.marker().col() + 1);
        let place = Place::source(&source.path, &source.text, line, column, 1);
        let (message, hint) = words(error.kind());
        let message = format!("không đọc được YAML: {message}");
        return Diagnostic::error("cu-phap-yaml", place, message).hint(hint);
    }
    let place = match error.location() {
        Some(at) if at.line() > 0 => {
            let (line, column) = (at.line() as usize, at.column() as usize);
            Place::source(&source.path, &source.text, line, column, 1)
        }
        _ => Place::File(source.path.clone()),
    };
    beyond_syntax(error.without_snippet(), place)
}

/// The finding for text that is YAML but that this program does not read.
fn beyond_syntax(error: &serde_yaml::Error, place: Place) -> Diagnostic {
    let (message, hint) = match error {
        serde_yaml::Error::Budget { .. }
        | serde_yaml::Error::AliasReplayLimitExceeded { .. }
        | serde_yaml::Error::AliasExpansionLimitExceeded { .. }
        | serde_yaml::Error::AliasReplayStackDepthExceeded { .. } => (
            "tệp quá nhiều phần tử hoặc lồng nhau quá sâu",
            "hồ sơ chỉ cần vài tầng khóa; bỏ các phần lặp bằng dấu & và *",
        ),
        serde_yaml::Error::MultipleDocuments { .. } => (
            "tệp có nhiều tài liệu YAML ngăn bằng ---",
            "mỗi tệp chỉ để một hồ sơ",
        ),
        serde_yaml::Error::Eof { .. } => {
            return Diagnostic::error("tep-trong", place, "tệp chưa có nội dung")
                .hint("chép nội dung từ một hồ sơ mẫu trong thư mục data rồi sửa lại");
        }
        _ => (
            "có cấu trúc mà chương trình không dùng",
            "khóa phải là chữ; không dùng thẻ có dấu !",
        ),
    };
    Diagnostic::error(
        "cu-phap-yaml",
        place,
        format!("không đọc được YAML: {message}"),
    )
    .hint(hint)
}

/// What is wrong and what to do, for a scanner's error. Foreign and open-ended, so the rare kinds
/// share one answer.
fn words(kind: &ErrorKind) -> (&'static str, &'static str) {
    match kind {
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabAtBlockScalarStart
        | ErrorKind::TabInPlainScalar => (
            "có dấu tab",
            "thụt đầu dòng bằng dấu cách, mỗi tầng hai dấu cách",
        ),
        ErrorKind::InvalidIndentation
        | ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::ExpectedBlockSequenceEntry
        | ErrorKind::BlockSequenceEntryNotAllowed
        | ErrorKind::InvalidBlockScalarIndent
        | ErrorKind::InvalidFlowScalarIndent
        | ErrorKind::InvalidQuotedScalarIndent
        | ErrorKind::UnexpectedEofBlockMapping
        | ErrorKind::UnexpectedEofBlockSequence => (
            "thụt đầu dòng không khớp",
            "các khóa cùng tầng phải bắt đầu ở cùng một cột",
        ),
        ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => (
            "thiếu dấu hai chấm sau khóa",
            "viết khóa, dấu hai chấm, dấu cách, rồi giá trị, thí dụ: ten: Hội nghị",
        ),
        ErrorKind::MappingValueNotAllowed
        | ErrorKind::InvalidColonPlacement
        | ErrorKind::MappingKeyNotAllowed
        | ErrorKind::InvalidMappingValueWhitespace => (
            "dấu hai chấm đặt không đúng chỗ",
            "giá trị có dấu hai chấm thì đặt cả giá trị trong ngoặc kép \"…\"",
        ),
        ErrorKind::UnclosedQuotedScalar
        | ErrorKind::InvalidTrailingDoubleQuotedScalar
        | ErrorKind::InvalidTrailingSingleQuotedScalar
        | ErrorKind::DocumentIndicatorInQuotedScalar => (
            "ngoặc kép mở mà không đóng, hoặc còn chữ sau ngoặc đóng",
            "đặt cả giá trị trong một cặp ngoặc; ngoặc kép bên trong viết \\\"",
        ),
        ErrorKind::UnclosedFlowCollection { .. }
        | ErrorKind::MisplacedFlowCollectionEnd
        | ErrorKind::MismatchedFlowCollectionEnd { .. }
        | ErrorKind::ExpectedFlowMappingSeparator
        | ErrorKind::ExpectedFlowSequenceSeparator
        | ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::UnexpectedEofFlowSequence
        | ErrorKind::UnexpectedEofImplicitFlowMapping => (
            "ngoặc [ ] hoặc { } không thành cặp, hoặc thiếu dấu phẩy",
            "kiểm tra ngoặc đóng và dấu phẩy giữa các phần tử",
        ),
        ErrorKind::UnknownQuotedScalarEscape
        | ErrorKind::InvalidQuotedScalarHexEscape
        | ErrorKind::InvalidUnicodeEscape => (
            "dấu \\ trong ngoặc kép không thành ký hiệu",
            "viết \\\\ cho một dấu \\, hoặc dùng ngoặc đơn '…'",
        ),
        ErrorKind::UnknownAnchor => (
            "dấu * gọi một phần chưa có",
            "giá trị bắt đầu bằng dấu * thì đặt trong ngoặc kép \"…\"",
        ),
        ErrorKind::RecursionLimitExceeded => {
            ("các phần lồng nhau quá sâu", "hồ sơ chỉ cần vài tầng khóa")
        }
        _ => (
            "ký hiệu không đúng chỗ",
            "giá trị bắt đầu bằng ký hiệu (@ ` % & * ! | > [ {) thì đặt trong ngoặc kép \"…\"",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::super::yaml;
    use super::*;
    use std::path::PathBuf;

    fn check(text: &str, expected: &str) {
        let source = Source {
            path: PathBuf::from("a.yaml"),
            text: text.to_string(),
        };
        let (node, found) = yaml::parse(&source);
        assert!(node.is_none(), "{text:?} is read");
        let found: Vec<String> = found.iter().map(Diagnostic::to_string).collect();
        assert_eq!(found, [expected]);
    }

    #[test]
    fn probe() {
        for t in [
            "a: 1\n\tb: 2\n",
            "a:\n  b: 1\n c: 2\n",
            "a: x: y\n",
            "a: \"x\nb: 1\n",
            "a: \"x\" y\n",
            "a: [1, 2\nb: 3\n",
            "a: [1, 2}\n",
            "a: @x\n",
            "a: *x\n",
            "a: \"\\q\"\n",
            "a 1\nb: 2\n",
            "",
            "# chỉ ghi chú\n",
            "a: 1\n---\nb: 2\n",
            "? [a]\n: 1\n",
            "a: !x 1\n",
            "a: %x\n",
            "- a\nb: 1\n",
            "a: b\n  - c\n",
            "a: 'x' y\n",
            "a:1\nb: 2\n",
            "a: 1\n b: 2\n",
            "a: &x 1\nb: &y [*x,*x]\n",
            "<<: {a: 1}\n",
            "\u{7}a: 1\n",
            "~: 1\n",
            "1: 2\n",
        ] {
            let source = Source {
                path: PathBuf::from("a.yaml"),
                text: t.to_string(),
            };
            let (node, found) = yaml::parse(&source);
            eprintln!(
                "{t:?} {} {:?}",
                node.is_some(),
                found.iter().map(Diagnostic::to_string).collect::<Vec<_>>()
            );
        }
        let deep = "a: ".to_string() + &"[".repeat(40) + &"]".repeat(40);
        let bomb = "a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e,*e]\ng: [*f,*f,*f,*f,*f,*f,*f,*f,*f,*f]\n".to_string();
        let huge = "- a\n".repeat(200000);
        for t in [deep, bomb, huge] {
            let source = Source {
                path: PathBuf::from("a.yaml"),
                text: t.to_string(),
            };
            let start = std::time::Instant::now();
            let (node, found) = yaml::parse(&source);
            eprintln!(
                "{} {:?} {:?}",
                node.is_some(),
                found.iter().map(Diagnostic::to_string).collect::<Vec<_>>(),
                start.elapsed()
            );
        }
    }
}
