//! The words of a value as a message quotes them.

/// Letters of a value that a message quotes.
const QUOTED: usize = 60;

/// The words of a value, cut if they are many.
pub fn excerpt(text: &str) -> String {
    match text.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_are_cut() {
        assert_eq!(excerpt("Ửng"), "Ửng");
        assert_eq!(excerpt(&"ế".repeat(61)), format!("{}…", "ế".repeat(60)));
    }
}
