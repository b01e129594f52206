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
        serde_yaml::Error::AliasError { error, .. } => return beyond_syntax(error, place),
        serde_yaml::Error::UnsupportedTag { .. } => (
            "có thẻ bắt đầu bằng dấu !",
            "bỏ thẻ; giá trị bắt đầu bằng dấu ! thì đặt trong ngoặc kép \"…\"",
        ),
        _ => (
            "có cấu trúc mà chương trình không dùng",
            "khóa phải là chữ, không phải danh sách hay để trống",
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
            "giá trị có dấu hai chấm thì đặt cả giá trị trong ngoặc kép \"…\"; nếu đây là khóa thì xem lại \
             thụt đầu dòng, và dòng trên có đủ “khóa: giá trị” chưa",
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
    use super::super::findings::Findings;
    use super::super::yaml;
    use super::*;
    use std::path::PathBuf;

    fn check(text: &str, at: &str, message: &str) {
        let source = Source {
            path: PathBuf::from("a.yaml"),
            text: text.to_string(),
        };
        let mut found = Findings::default();
        let node = yaml::parse(&source, &mut found);
        assert!(node.is_none(), "{text:?} is read");
        let found = found.into_list();
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].place.to_string(), format!("a.yaml:{at}"));
        let hint = found[0].hint.as_deref().unwrap_or("");
        let words = found[0].message.strip_prefix("không đọc được YAML: ");
        assert_eq!(format!("{} → {hint}", words.unwrap()), message);
    }

    #[test]
    fn slips_of_indentation() {
        let tab = "có dấu tab → thụt đầu dòng bằng dấu cách, mỗi tầng hai dấu cách";
        check("a: 1\n\tb: 2\n", "1:4", tab);
        let uneven = "thụt đầu dòng không khớp → các khóa cùng tầng phải bắt đầu ở cùng một cột";
        check("a:\n  b: 1\n c: 2\n", "3:2", uneven);
        check("- a\nb: 1\n", "2:1", uneven);
    }

    #[test]
    fn slips_of_colons() {
        let colon = "dấu hai chấm đặt không đúng chỗ → giá trị có dấu hai chấm thì đặt cả giá trị \
                     trong ngoặc kép \"…\"; nếu đây là khóa thì xem lại thụt đầu dòng, và dòng trên \
                     có đủ “khóa: giá trị” chưa";
        check("a: Thời gian: 7h\n", "1:13", colon);
        check("a 1\nb: 2\n", "2:2", colon);
        check("a: 1\n b: 2\n", "2:3", colon);
        let missing = "thiếu dấu hai chấm sau khóa → viết khóa, dấu hai chấm, dấu cách, rồi giá trị, \
                       thí dụ: ten: Hội nghị";
        check("a: 1\nb 2\n", "2:1", missing);
    }

    #[test]
    fn slips_of_quotes_and_brackets() {
        let quote = "ngoặc kép mở mà không đóng, hoặc còn chữ sau ngoặc đóng → đặt cả giá trị trong \
                     một cặp ngoặc; ngoặc kép bên trong viết \\\"";
        check("a: \"x\nb: 1\n", "1:4", quote);
        check("a: \"x\" y\n", "1:8", quote);
        let bracket = "ngoặc [ ] hoặc { } không thành cặp, hoặc thiếu dấu phẩy → kiểm tra ngoặc đóng \
                       và dấu phẩy giữa các phần tử";
        check("a: [1, 2}\n", "1:4", bracket);
        let escape = "dấu \\ trong ngoặc kép không thành ký hiệu → viết \\\\ cho một dấu \\, hoặc dùng \
                      ngoặc đơn '…'";
        check("a: \"\\q\"\n", "1:4", escape);
    }

    #[test]
    fn values_that_begin_with_signs() {
        let sign = "ký hiệu không đúng chỗ → giá trị bắt đầu bằng ký hiệu (@ ` % & * ! | > [ {) thì \
                    đặt trong ngoặc kép \"…\"";
        check("a: @x\n", "1:4", sign);
        let alias =
            "dấu * gọi một phần chưa có → giá trị bắt đầu bằng dấu * thì đặt trong ngoặc kép \"…\"";
        check("a: *x\n", "1:4", alias);
        let tag = "có thẻ bắt đầu bằng dấu ! → bỏ thẻ; giá trị bắt đầu bằng dấu ! thì đặt trong ngoặc kép \"…\"";
        check("a: !x 1\n", "1:7", tag);
    }

    #[test]
    fn yaml_beyond_a_dossier() {
        let two = "tệp có nhiều tài liệu YAML ngăn bằng --- → mỗi tệp chỉ để một hồ sơ";
        check("a: 1\n---\nb: 2\n", "3:1", two);
        let key = "có cấu trúc mà chương trình không dùng → khóa phải là chữ, không phải danh sách hay để trống";
        check("? [a]\n: 1\n", "1:3", key);
        let limits = "tệp quá nhiều phần tử hoặc lồng nhau quá sâu → hồ sơ chỉ cần vài tầng khóa; bỏ các \
                      phần lặp bằng dấu & và *";
        check(
            &format!("a: {}{}", "[".repeat(40), "]".repeat(40)),
            "1:35",
            limits,
        );
        let tens = |name: char| vec![format!("*{name}"); 10].join(",");
        let bomb = format!(
            "a: &a [{}]\nb: &b [{}]\nc: &c [{}]\nd: &d [{}]\ne: [{}]\n",
            ["x"; 10].join(","),
            tens('a'),
            tens('b'),
            tens('c'),
            tens('d')
        );
        check(&bomb, "4:29", limits);
    }
}
