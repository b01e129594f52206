//! The XML parts of the file, and places in them.

use std::ops::Range;
use std::sync::Arc;

/// Index in [`super::Facts::parts`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct PartId(pub usize);

/// An XML part, in UTF-8.
#[derive(Clone, Debug)]
pub struct Part {
    /// Its name in the package, without a slash before it: `word/document.xml`.
    pub name: String,
    /// Its bytes as they stand in the file, unpacked.
    pub bytes: Arc<[u8]>,
}

/// A stretch of a part: an element with all that is in it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Place {
    /// The part.
    pub part: PartId,
    /// Bytes from the `<` of the start tag to behind the `>` of the end tag.
    pub range: Range<usize>,
}
