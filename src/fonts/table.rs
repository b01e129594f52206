//! Glyph numbers and advance widths by character, read from a face once per process.
//!
//! A flat array over the Basic Multilingual Plane: layout asks for every character of every paper.

use std::sync::OnceLock;

use super::Face;

/// Characters that can have an entry: U+0000 to U+FFFF.
const PLANE: usize = 0x1_0000;

/// What a face knows about its characters.
pub(super) struct Glyphs {
    /// Glyph number and advance by code point; number 0 where the face has no glyph.
    entries: Vec<(u16, u16)>,
    /// Advance of the missing-glyph box.
    missing: u16,
}

impl Glyphs {
    /// The table of a face.
    pub(super) fn of(face: Face) -> &'static Glyphs {
        static TABLES: [OnceLock<Glyphs>; 4] = [const { OnceLock::new() }; 4];
        TABLES[face as usize].get_or_init(|| Glyphs::read(face))
    }

    /// Number of the glyph of a character.
    pub(super) fn glyph(&self, c: char) -> Option<u16> {
        self.entry(c).map(|(glyph, _)| glyph)
    }

    /// Advance of a character in font units.
    pub(super) fn advance(&self, c: char) -> u16 {
        self.entry(c).map_or(self.missing, |(_, advance)| advance)
    }

    fn entry(&self, c: char) -> Option<(u16, u16)> {
        let entry = self.entries.get(c as usize).copied()?;
        (entry.0 != 0).then_some(entry)
    }

    /// Reads the character map. The files are part of the program, so they parse.
    fn read(face: Face) -> Glyphs {
        let parsed = ttf_parser::Face::parse(face.bytes(), 0).expect("an embedded font parses");
        let advance = |id| parsed.glyph_hor_advance(id).unwrap_or(0);
        let mut entries = vec![(0, 0); PLANE];
        let subtables = parsed.tables().cmap.iter().flat_map(|cmap| cmap.subtables);
        for subtable in subtables.filter(|subtable| subtable.is_unicode()) {
            subtable.codepoints(|code| {
                if let (Some(entry), Some(id)) =
                    (entries.get_mut(code as usize), subtable.glyph_index(code))
                {
                    *entry = (id.0, advance(id));
                }
            });
        }
        entries[0xA0] = entries[0x20];
        Glyphs {
            entries,
            missing: advance(ttf_parser::GlyphId(0)),
        }
    }
}
