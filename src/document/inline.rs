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

    /// True for the head of a column that people sign in: `Ký tên`, `Ký nhận`.
    pub fn is_for_signing(&self) -> bool {
        let head = self.to_plain().trim().to_lowercase();
        head == "ký"
            || ["ký tên", "ký nhận", "chữ ký"]
                .iter()
                .any(|words| head.starts_with(words))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_to_sign_in_are_known_by_their_head() {
        for (head, signed) in [
            ("Ký tên", true),
            ("Ký nhận tiền", true),
            ("Chữ ký", true),
            ("KÝ", true),
            ("Ký hiệu", false),
            ("Số, ký hiệu", false),
            ("Ghi chú", false),
        ] {
            assert_eq!(Inlines::plain(head).is_for_signing(), signed, "{head}");
        }
    }
}
