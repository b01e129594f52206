//! A place in a finished paper, which has no lines that a person could count.

use std::fmt;
use std::path::PathBuf;

/// A paragraph of a finished paper.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ParagraphPlace {
    /// The file, as the user would name it.
    pub path: PathBuf,
    /// Number of the paragraph and name of the component, in Vietnamese; empty for the whole file.
    pub at: String,
    /// Its words; may be empty.
    pub quote: String,
}

/// `ke-hoach.docx, đoạn 12, Nơi nhận: “- Như trên”`.
impl fmt::Display for ParagraphPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.path.display())?;
        if !self.at.is_empty() {
            write!(f, ", {}", self.at)?;
        }
        match self.quote.as_str() {
            "" => Ok(()),
            quote => write!(f, ": “{quote}”"),
        }
    }
}
