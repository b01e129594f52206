//! What holds for the whole file: settings, signs, properties; notes and comments.

use super::{Block, ParagraphId, Place};
use crate::units::Twips;

/// Settings of the whole file (`word/settings.xml`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Even pages have headers and footers of their own.
    pub even_and_odd: bool,
    /// Left and right margins change sides on even pages.
    pub mirror_margins: bool,
    /// The gutter is added to the top margin.
    pub gutter_at_top: bool,
    /// Distance of tab stops that nobody set.
    pub default_tab: Twips,
    /// Word's compatibility mode: 15 for Word 2013 and later.
    pub compatibility: u8,
    /// Changes are being tracked.
    pub tracking: bool,
    /// Protection against editing.
    pub protection: Option<Protection>,
}

/// Protection against editing (`w:documentProtection`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protection {
    /// Read only.
    ReadOnly,
    /// Comments only.
    Comments,
    /// Tracked changes only.
    Tracked,
    /// Form fields only.
    Forms,
}

/// What makes a file more, or less, than a plain text. A repair leaves a file alone that is signed or has
/// changes.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Signs {
    /// Digital signatures (`_xmlsignatures`).
    pub signatures: usize,
    /// Tracked changes: inserted, deleted, moved, reformatted.
    pub changes: usize,
    /// The first of them.
    pub first_change: Option<Place>,
    /// Embedded files (OLE, packages).
    pub embedded: usize,
    /// Pictures, templates or frames outside the file, which are not read.
    pub external: usize,
    /// Text that is hidden.
    pub hidden_text: usize,
    /// Imported parts (`w:altChunk`), which are not read.
    pub imported: usize,
    /// Strict OOXML namespaces.
    pub strict: bool,
}

/// Properties (`docProps/core.xml`, `docProps/app.xml`).
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Properties {
    /// Title.
    pub title: String,
    /// Author.
    pub author: String,
    /// Who saved it last.
    pub last_author: String,
    /// When it was made, as the file has it.
    pub created: String,
    /// When it was saved.
    pub modified: String,
    /// The program, as `Microsoft Office Word`.
    pub application: String,
    /// Pages, as the program counted them.
    pub pages: Option<u32>,
}

/// A footnote or endnote.
#[derive(Clone, Debug)]
pub struct Note {
    /// True for an endnote.
    pub endnote: bool,
    /// Its blocks.
    pub blocks: Vec<Block>,
}

/// A comment in the margin.
#[derive(Clone, Debug)]
pub struct Comment {
    /// Who.
    pub author: String,
    /// What.
    pub text: String,
    /// The paragraph where it starts.
    pub at: Option<ParagraphId>,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            even_and_odd: false,
            mirror_margins: false,
            gutter_at_top: false,
            default_tab: Twips(720),
            compatibility: 12,
            tracking: false,
            protection: None,
        }
    }
}
