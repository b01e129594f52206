//! The Markdown escaper: data that passes it is text, whatever stands around it.
//!
//! Escaping is the default of every template. After `markup` has read the result, the text is what
//! it was, with control characters dropped and runs of white space as one space, as everywhere.

use std::io::{self, Write};

/// Writes `text` so that Markdown reads it as text, at the start of a line and within one.
///
/// A space at either end becomes a character reference, so that neighbouring values cannot add up
/// to an indent or a forced line break.
pub fn escape(text: &str, out: &mut dyn Write) -> io::Result<()> {
    let clean = one_line(text);
    let inner = clean.trim_matches(' ');
    let leading = clean.starts_with(' ');
    let trailing = clean.ends_with(' ') && !inner.is_empty();
    if leading {
        out.write_all(b"&#32;")?;
    }
    let mut numbering = true;
    for (at, c) in inner.char_indices() {
        let start = at == 0;
        if c == '\\' {
            // A cell reads `\|` as a stroke before anything else, so no backslash may end a value.
            out.write_all(b"&#92;")?;
            numbering = false;
            continue;
        }
        if always(c) || (start && at_start(c)) || (numbering && matches!(c, '.' | ')')) {
            out.write_all(b"\\")?;
        }
        numbering &= c.is_ascii_digit();
        out.write_all(c.encode_utf8(&mut [0; 4]).as_bytes())?;
    }
    if trailing {
        out.write_all(b"&#32;")?;
    }
    Ok(())
}

/// `text` escaped, as a string.
pub fn escaped(text: &str) -> String {
    let mut out = Vec::new();
    // Writing to memory cannot fail, and the escaper writes what it was given as UTF-8.
    let _ = escape(text, &mut out);
    String::from_utf8_lossy(&out).into_owned()
}

/// The text without control characters and with each run of white space as one space.
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        let space =
            c.is_ascii_whitespace() || matches!(c, '\u{b}' | '\u{85}' | '\u{2028}' | '\u{2029}');
        if space {
            if !line.ends_with(' ') {
                line.push(' ');
            }
        } else if !c.is_control() {
            line.push(c);
        }
    }
    line
}

/// Marks that mean something anywhere.
fn always(c: char) -> bool {
    matches!(
        c,
        '`' | '*'
            | '_'
            | '{'
            | '}'
            | '['
            | ']'
            | '<'
            | '>'
            | '#'
            | '|'
            | '~'
            | '&'
            | '!'
            | '$'
            | '^'
    )
}

/// Marks that mean something at the start of a line.
fn at_start(c: char) -> bool {
    matches!(c, '-' | '+' | '=' | ':')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_could_be_markup_is_escaped() {
        for (text, expected) in [
            (
                "Hội nghị (lần 1), 22/3/2024.",
                "Hội nghị (lần 1), 22/3/2024.",
            ),
            ("Thi đua - Khen thưởng", "Thi đua - Khen thưởng"),
            ("- gạch", "\\- gạch"),
            ("1. Mục", "1\\. Mục"),
            ("12) Mục", "12\\) Mục"),
            (". x", "\\. x"),
            ("a | b", "a \\| b"),
            ("{{ x }}", "\\{\\{ x \\}\\}"),
            ("dòng\r\n\r\n# hai\u{0}", "dòng \\# hai"),
            ("    mã  ", "&#32;mã&#32;"),
            (" ", "&#32;"),
            ("&amp;", "\\&amp;"),
            ("a\\b", "a&#92;b"),
            ("", ""),
        ] {
            assert_eq!(escaped(text), expected);
        }
    }
}
