//! Text inside a paragraph, a heading or a table cell.

/// A stretch of inline content: text with its emphasis, or a forced line break.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Text of one emphasis.
    Text(Text),
    /// A line break inside the paragraph.
    LineBreak,
}

/// Text of one emphasis, in NFC.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Text {
    /// The characters.
    pub text: String,
    /// Bold, on top of what the style gives.
    pub bold: bool,
    /// Italic, on top of what the style gives.
    pub italic: bool,
}

/// Inline content in reading order.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Inlines(pub Vec<Inline>);

impl Inlines {
    /// Inline content of plain text.
    pub fn plain(text: impl Into<String>) -> Inlines {
        Inlines(vec![Inline::Text(Text {
            text: text.into(),
            ..Text::default()
        })])
    }

    /// The characters without emphasis; a line break reads as a space.
    pub fn to_plain(&self) -> String {
        self.0
            .iter()
            .map(|inline| match inline {
                Inline::Text(text) => text.text.as_str(),
                Inline::LineBreak => " ",
            })
            .collect()
    }

    /// True if there is nothing to print.
    pub fn is_empty(&self) -> bool {
        self.to_plain().trim().is_empty()
    }

    /// Appends text in the emphasis of the last stretch.
    pub fn push_str(&mut self, more: &str) {
        match self.0.last_mut() {
            Some(Inline::Text(last)) => last.text.push_str(more),
            Some(Inline::LineBreak) | None => self.0.push(Inline::Text(Text {
                text: more.to_string(),
                ..Text::default()
            })),
        }
    }
}
