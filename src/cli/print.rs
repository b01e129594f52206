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

/// Writes all findings, those that say the same together, then how many there are.
pub(super) fn findings(findings: &[Diagnostic]) {
    let renderer = if std::io::stderr().is_terminal() {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    for told in diag::told(findings) {
        error_line(&format!("{}\n", told.render(&renderer)));
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
