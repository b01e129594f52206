//! Inline content: emphasis and line breaks gathered from events, then tidied.

use unicode_normalization::UnicodeNormalization;

use crate::document::inline::{Inline, Inlines, Text};

/// Gathers stretches of text as the events come.
#[derive(Default)]
pub(super) struct Gather {
    inlines: Vec<Inline>,
    bold: u32,
    italic: u32,
}

impl Gather {
    /// Text in the emphasis that is open.
    pub(super) fn text(&mut self, text: &str) {
        let (bold, italic) = (self.bold > 0, self.italic > 0);
        if let Some(Inline::Text(last)) = self.inlines.last_mut()
            && last.bold == bold
            && last.italic == italic
        {
            last.text.push_str(text);
            return;
        }
        self.inlines.push(Inline::Text(Text {
            text: text.to_string(),
            bold,
            italic,
        }));
    }

    /// A forced line break.
    pub(super) fn line_break(&mut self) {
        self.inlines.push(Inline::LineBreak);
    }

    /// Opens or closes bold text.
    pub(super) fn bold(&mut self, open: bool) {
        self.bold = if open {
            self.bold + 1
        } else {
            self.bold.saturating_sub(1)
        };
    }

    /// Opens or closes italic text.
    pub(super) fn italic(&mut self, open: bool) {
        self.italic = if open {
            self.italic + 1
        } else {
            self.italic.saturating_sub(1)
        };
    }

    /// What was gathered, in NFC, with runs of spaces as one and none at the ends of lines.
    pub(super) fn finish(self) -> Inlines {
        let mut tidy: Vec<Inline> = Vec::with_capacity(self.inlines.len());
        let mut after_space = true;
        for inline in self.inlines {
            match inline {
                Inline::LineBreak => {
                    trim_end(&mut tidy);
                    tidy.push(Inline::LineBreak);
                    after_space = true;
                }
                Inline::Text(text) => {
                    let words = collapse(&text.text, &mut after_space);
                    if !words.is_empty() {
                        tidy.push(Inline::Text(Text {
                            text: words.nfc().collect(),
                            ..text
                        }));
                    }
                }
            }
        }
        trim_end(&mut tidy);
        Inlines(tidy)
    }
}

/// Runs of spaces as one; `after_space` carries over from the stretch before.
fn collapse(text: &str, after_space: &mut bool) -> String {
    let mut words = String::with_capacity(text.len());
    for c in text.chars() {
        let space = c.is_ascii_whitespace();
        if !space {
            words.push(c);
        } else if !*after_space {
            words.push(' ');
        }
        *after_space = space;
    }
    words
}

/// Takes away the space at the end, and stretches that were nothing else.
fn trim_end(inlines: &mut Vec<Inline>) {
    while let Some(Inline::Text(last)) = inlines.last_mut() {
        let kept = last.text.trim_end_matches(' ').len();
        last.text.truncate(kept);
        if kept > 0 {
            return;
        }
        inlines.pop();
    }
}
