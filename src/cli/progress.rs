//! The progress of a batch on a terminal; nothing anywhere else.

use std::io::IsTerminal;

use indicatif::{ProgressBar, ProgressStyle};

/// A bar on standard error.
#[derive(Default)]
pub(super) struct Progress {
    bar: Option<ProgressBar>,
}

impl Progress {
    /// A batch of so many letters begins.
    pub(super) fn begin(&mut self, key: &str, letters: usize) {
        self.end();
        if letters < 2 || !std::io::stderr().is_terminal() {
            return;
        }
        let bar = ProgressBar::new(letters as u64);
        let style = "{msg} [{bar:30}] {pos}/{len} bản, {per_sec}, còn {eta}";
        if let Ok(style) = ProgressStyle::with_template(style) {
            bar.set_style(style);
        }
        bar.set_message(key.to_string());
        self.bar = Some(bar);
    }

    /// So many letters more are done.
    pub(super) fn done(&self, letters: u64) {
        if let Some(bar) = &self.bar {
            bar.inc(letters);
        }
    }

    /// Takes the bar away.
    pub(super) fn end(&mut self) {
        if let Some(bar) = self.bar.take() {
            bar.finish_and_clear();
        }
    }
}
