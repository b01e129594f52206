//! Printing: findings to standard error, results to standard output. The only file that writes to
//! them. A closed pipe is not an error.

use std::io::{IsTerminal, Write};

use annotate_snippets::Renderer;

use super::Exit;
use crate::batch::output::OutputError;
use crate::diag::{self, Diagnostic, Severity};

/// Writes text to standard output as it is.
pub(super) fn out(text: &str) {
    let _ = std::io::stdout().write_all(text.as_bytes());
}

/// Writes a line to standard output.
pub(super) fn line(text: &str) {
    out(&format!("{text}\n"));
}

/// Writes a line to standard error.
pub(super) fn error_line(text: &str) {
    let _ = writeln!(std::io::stderr(), "{text}");
}

/// Columns of a terminal that every line of a report fits.
const COLUMNS: usize = 80;

/// Writes all findings, those that say the same together, then how many there are.
pub(super) fn findings(findings: &[Diagnostic]) {
    told(findings, str::to_string);
}

/// The same with lines folded at the columns of a terminal: a report to be read from start to end.
pub(super) fn findings_folded(findings: &[Diagnostic]) {
    told(findings, |text| {
        let lines = text.lines().map(|line| {
            // A hint goes on under its first word.
            let hint = "gợi ý: ";
            let head = line.find(hint).map(|at| width(&line[..at + hint.len()]));
            fold(line, head.unwrap_or(4))
        });
        lines.collect::<Vec<_>>().join("\n")
    });
}

/// A line in lines that fit, the others so far to the right.
pub(super) fn fold(line: &str, indent: usize) -> String {
    let mut folded = String::new();
    let mut column = 0;
    for word in line.split_inclusive(' ') {
        if column + width(word.trim_end()) > COLUMNS && column > indent {
            folded.truncate(folded.trim_end().len());
            folded.push('\n');
            folded.push_str(&" ".repeat(indent));
            column = indent;
        }
        folded.push_str(word);
        column += width(word);
    }
    folded
}

/// Columns that a text takes; the codes of colours take none.
fn width(text: &str) -> usize {
    let coded = text.split('\u{1b}').enumerate();
    coded
        .map(|(at, part)| match (at, part.split_once('m')) {
            (0, _) | (_, None) => part.chars().count(),
            (_, Some((_, shown))) => shown.chars().count(),
        })
        .sum()
}

fn told(findings: &[Diagnostic], form: impl Fn(&str) -> String) {
    let renderer = if std::io::stderr().is_terminal() {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    for told in diag::told(findings) {
        error_line(&format!("{}\n", form(&told.render(&renderer))));
    }
    if !findings.is_empty() {
        error_line(&counts(findings));
    }
}

/// How many findings there are of each severity: `2 lỗi, 1 lưu ý`.
pub(super) fn counts(findings: &[Diagnostic]) -> String {
    let counts = [Severity::Error, Severity::Warning, Severity::Note].map(|severity| {
        let of = findings
            .iter()
            .filter(|finding| finding.severity == severity);
        (of.count(), severity.label())
    });
    let counts = counts.iter().filter(|(count, _)| *count > 0);
    let words: Vec<String> = counts
        .map(|(count, label)| format!("{count} {label}"))
        .collect();
    words.join(", ")
}

/// Tells a failure of the machine.
pub(super) fn machine(error: &OutputError) -> Exit {
    error_line(&format!(
        "lỗi: không ghi được {}: {}\n  = gợi ý: đóng tệp nếu đang mở trong Word hay Excel; xem quyền ghi và \
         chỗ trống trên đĩa",
        error.path.display(),
        error.error
    ));
    Exit::Machine
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_folded_under_their_text() {
        let hint = format!(" = gợi ý: {}cuối", "chữ ".repeat(20));
        let folded = fold(&hint, 10);
        let lines: Vec<&str> = folded.lines().collect();
        assert_eq!(lines.len(), 2);
        assert!(lines.iter().all(|line| width(line) <= COLUMNS));
        assert_eq!(lines[1], "          chữ chữ chữ cuối");
        assert_eq!(fold("ngắn", 4), "ngắn");
        assert_eq!(width("\u{1b}[1m\u{1b}[91mlỗi\u{1b}[0m"), 3);
    }
}
