//! The lines over a signature (quyền hạn, chức vụ; phụ lục I, II.7.b): how `TM.`, `KT.` and the
//! others are spelled, and what follows them.

/// The prefixes in the Decree's spelling.
const PREFIXES: [&str; 5] = ["TM.", "KT.", "TL.", "TUQ.", "Q."];

/// What is wrong with a line, and what to do.
#[derive(Debug, PartialEq, Eq)]
pub struct Fault {
    /// The message.
    pub message: String,
    /// The hint.
    pub hint: String,
}

/// The fault of a line's spelling, if it has one.
pub fn spelling(line: &str) -> Option<Fault> {
    let (prefix, written) = prefix(line)?;
    let rest = line[written.len()..].trim_start();
    if written == prefix && line[prefix.len()..].starts_with(' ') && !rest.is_empty() {
        return None;
    }
    let message = format!("dòng quyền hạn “{line}” viết sai chữ {prefix}");
    let hint = match rest {
        "" => format!("sau {prefix} là một dấu cách rồi đến tên tập thể hoặc chức vụ"),
        rest => format!("viết “{prefix} {rest}”"),
    };
    Some(Fault { message, hint })
}

/// The fault of what follows a `KT.` line: a deputy's post must.
pub fn deputy(line: &str, next: Option<&str>) -> Option<Fault> {
    let (prefix, written) = prefix(line)?;
    if prefix != "KT." {
        return None;
    }
    let post = line[written.len()..].trim();
    match next {
        Some(next) if is_deputy(next) => None,
        Some(next) => Some(Fault {
            message: format!("sau dòng “{line}” phải là chức vụ cấp phó, ở đây là “{next}”"),
            hint: format!("thí dụ: Phó {post}"),
        }),
        None => Some(Fault {
            message: format!("sau dòng “{line}” thiếu dòng chức vụ của người ký"),
            hint: format!("thí dụ: thêm dòng Phó {post}"),
        }),
    }
}

/// True for a post that may sign for the head.
pub fn is_deputy(post: &str) -> bool {
    let post = post.to_lowercase();
    post.starts_with("phó ") || post.starts_with("thứ trưởng")
}

/// The prefix that a line begins with, and how the line writes it. `T/M`, `KT:`, `TL` and `tuq.`
/// are prefixes, `Quyền` and `TMĐT` are not.
pub fn prefix(line: &str) -> Option<(&'static str, &str)> {
    PREFIXES.into_iter().find_map(|prefix| {
        let mut letters = prefix.trim_end_matches('.').chars().peekable();
        let mut end = 0;
        for (at, char) in line.char_indices() {
            let mark = matches!(char, '.' | '/' | ':' | '-');
            match letters.peek() {
                Some(letter) if char.to_uppercase().eq([*letter]) => {
                    letters.next();
                }
                Some(_) if mark && at > 0 => {}
                None if mark => {}
                None if char.is_alphanumeric() && !line[..at].ends_with(['.', '/', ':', '-']) => {
                    return None;
                }
                None => break,
                Some(_) => return None,
            }
            end = at + char.len_utf8();
        }
        let complete = letters.peek().is_none();
        complete.then(|| (prefix, &line[..end]))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(line: &str) -> Option<String> {
        spelling(line).map(|fault| format!("{} → {}", fault.message, fault.hint))
    }

    #[test]
    fn the_decrees_spelling_passes() {
        for line in [
            "TM. Ủy ban nhân dân",
            "KT. CHỦ TỊCH",
            "TL. Chủ tịch",
            "TUQ. Giám đốc",
            "Q. Giám đốc",
            "Chủ tịch",
            "Quyền Giám đốc",
            "Tổng Biên tập",
            "Trưởng phòng",
        ] {
            assert_eq!(fault(line), None, "{line}");
        }
    }

    #[test]
    fn other_spellings_are_named_with_the_right_one() {
        for (line, prefix, right) in [
            ("T/M Ủy ban nhân dân", "TM.", "TM. Ủy ban nhân dân"),
            ("KT: Chủ tịch", "KT.", "KT. Chủ tịch"),
            ("TL Chủ tịch", "TL.", "TL. Chủ tịch"),
            ("KT.Chủ tịch", "KT.", "KT. Chủ tịch"),
            ("T.M. Ủy ban nhân dân", "TM.", "TM. Ủy ban nhân dân"),
            ("tuq. Giám đốc", "TUQ.", "TUQ. Giám đốc"),
            ("K/T. CHỦ TỊCH", "KT.", "KT. CHỦ TỊCH"),
            ("Q.Giám đốc", "Q.", "Q. Giám đốc"),
        ] {
            let expected =
                format!("dòng quyền hạn “{line}” viết sai chữ {prefix} → viết “{right}”");
            assert_eq!(fault(line), Some(expected));
        }
        assert_eq!(
            fault("TM.").unwrap(),
            "dòng quyền hạn “TM.” viết sai chữ TM. → sau TM. là một dấu cách rồi đến tên tập thể hoặc chức vụ"
        );
    }

    #[test]
    fn a_deputy_follows_kt() {
        assert_eq!(deputy("KT. Chủ tịch", Some("Phó Chủ tịch")), None);
        assert_eq!(deputy("KT. BỘ TRƯỞNG", Some("THỨ TRƯỞNG")), None);
        assert_eq!(deputy("TL. Chủ tịch", None), None);
        let fault = deputy("KT. Chủ tịch", Some("Chánh Văn phòng")).unwrap();
        assert_eq!(
            fault.message,
            "sau dòng “KT. Chủ tịch” phải là chức vụ cấp phó, ở đây là “Chánh Văn phòng”"
        );
        assert_eq!(fault.hint, "thí dụ: Phó Chủ tịch");
        let fault = deputy("KT. Chủ tịch", None).unwrap();
        assert_eq!(
            fault.message,
            "sau dòng “KT. Chủ tịch” thiếu dòng chức vụ của người ký"
        );
        assert_eq!(fault.hint, "thí dụ: thêm dòng Phó Chủ tịch");
    }
}
