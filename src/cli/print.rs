//! Printing: findings to standard error, results to standard output. The only file that writes to
//! them. A closed pipe is not an error.

use std::io::{IsTerminal, Write};

use annotate_snippets::Renderer;

use crate::diag::{Diagnostic, Severity};

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

/// Writes all findings, then how many there are.
pub(super) fn findings(findings: &[Diagnostic]) {
    let renderer = if std::io::stderr().is_terminal() {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    for finding in findings {
        error_line(&format!("{}\n", finding.render(&renderer)));
    }
    let count = |severity| {
        findings
            .iter()
            .filter(|finding| finding.severity == severity)
            .count()
    };
    let counts = [
        (count(Severity::Error), "lỗi"),
        (count(Severity::Warning), "lưu ý"),
        (count(Severity::Question), "hỏi"),
    ];
    let counts: Vec<String> = counts
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, name)| format!("{count} {name}"))
        .collect();
    if !counts.is_empty() {
        error_line(&counts.join(", "));
    }
}
