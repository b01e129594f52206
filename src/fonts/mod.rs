//! The four faces of Liberation Serif: widths, line metrics, coverage, and their bytes.
//!
//! Liberation Serif has the advance widths of Times New Roman, so what is measured here holds for
//! the DOCX, too. Widths are plain sums of advances, without kerning, as word processors add them
//! up. Text must be in NFC: every Vietnamese letter is then one glyph.

mod table;

use crate::units::{HalfPoints, Pt};

use table::Glyphs;

/// Font units per em, the same in all four faces.
pub const UNITS_PER_EM: u16 = 2048;
/// Height of a single line in font units: ascent, descent and line gap of `hhea`.
pub const LINE_HEIGHT: u16 = 2355;
/// From the top of a line to its baseline in font units: the line gap lies above the ascent.
pub const BASELINE: u16 = 1912;

/// A face.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Face {
    /// Upright.
    Regular,
    /// Upright bold.
    Bold,
    /// Italic.
    Italic,
    /// Bold italic.
    BoldItalic,
}

impl Face {
    /// Every face, in the order of their numbers.
    pub const ALL: [Face; 4] = [Face::Regular, Face::Bold, Face::Italic, Face::BoldItalic];

    /// The face of a text format.
    pub fn of(bold: bool, italic: bool) -> Face {
        match (bold, italic) {
            (false, false) => Face::Regular,
            (true, false) => Face::Bold,
            (false, true) => Face::Italic,
            (true, true) => Face::BoldItalic,
        }
    }

    /// The whole font file, for embedding.
    pub fn bytes(self) -> &'static [u8] {
        match self {
            Face::Regular => include_bytes!("../../fonts/LiberationSerif-Regular.ttf"),
            Face::Bold => include_bytes!("../../fonts/LiberationSerif-Bold.ttf"),
            Face::Italic => include_bytes!("../../fonts/LiberationSerif-Italic.ttf"),
            Face::BoldItalic => include_bytes!("../../fonts/LiberationSerif-BoldItalic.ttf"),
        }
    }
}

/// Width of a text on one line: the sum of its advances. What no glyph covers counts as the
/// missing-glyph box; see [`missing`].
pub fn width(face: Face, size: HalfPoints, text: &str) -> Pt {
    scaled(units(face, text), size)
}

/// Width of a text in font units; those of two texts may be added before [`scaled`].
pub fn units(face: Face, text: &str) -> u64 {
    let glyphs = Glyphs::of(face);
    text.chars().map(|c| u64::from(glyphs.advance(c))).sum()
}

/// Font units at a size.
pub fn scaled(units: u64, size: HalfPoints) -> Pt {
    scale(units as f64, size)
}

/// Advance width of a character in font units.
pub fn advance(face: Face, c: char) -> u16 {
    Glyphs::of(face).advance(c)
}

/// Number of the glyph that draws a character, if the face has one.
pub fn glyph(face: Face, c: char) -> Option<u16> {
    Glyphs::of(face).glyph(c)
}

/// True if the face can draw the character.
pub fn covers(face: Face, c: char) -> bool {
    glyph(face, c).is_some()
}

/// The first character of a text that one of the four faces cannot draw.
pub fn missing(text: &str) -> Option<char> {
    text.chars()
        .find(|&c| Face::ALL.iter().any(|&face| !covers(face, c)))
}

/// Height of a line of single spacing, unrounded.
pub fn line_height(size: HalfPoints) -> Pt {
    scale(f64::from(LINE_HEIGHT), size)
}

/// From the top of a line of single spacing to its baseline, unrounded.
pub fn baseline(size: HalfPoints) -> Pt {
    scale(f64::from(BASELINE), size)
}

/// Font units at a size.
fn scale(units: f64, size: HalfPoints) -> Pt {
    size.to_pt() * (units / f64::from(UNITS_PER_EM))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The 134 letters that Vietnamese adds to the Latin alphabet.
    const MARKED: &str = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ\
                          ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ";

    fn check_width(face: Face, points: u16, text: &str, millimetres: f64) {
        let width = width(face, HalfPoints::points(points), text).to_mm().0;
        assert!((width - millimetres).abs() < 0.05, "{text}: {width} mm");
    }

    #[test]
    fn national_name_and_motto_are_as_wide_as_in_times_new_roman() {
        let name = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
        check_width(Face::Bold, 12, name, 88.3);
        check_width(Face::Bold, 13, name, 95.7);
        check_width(Face::Bold, 13, "Độc lập - Tự do - Hạnh phúc", 56.1);
        check_width(Face::Bold, 14, "Độc lập - Tự do - Hạnh phúc", 60.5);
        check_width(
            Face::Italic,
            13,
            "Vạn Ninh, ngày 05 tháng 02 năm 2024",
            71.1,
        );
    }

    #[test]
    fn every_face_covers_the_vietnamese_letters() {
        assert_eq!(MARKED.chars().count(), 134);
        for face in Face::ALL {
            for c in MARKED
                .chars()
                .chain(' '..='~')
                .chain("–—“”‘’…\u{a0}".chars())
            {
                assert!(covers(face, c), "{face:?} {c:?}");
                assert!(advance(face, c) > 0, "{face:?} {c:?}");
            }
        }
    }

    #[test]
    fn a_no_break_space_is_as_wide_as_a_space() {
        for face in Face::ALL {
            assert_eq!(advance(face, '\u{a0}'), advance(face, ' '));
            assert_eq!(advance(face, ' '), 512);
        }
    }

    #[test]
    fn the_first_character_without_a_glyph_is_named() {
        assert_eq!(missing("Kế hoạch"), None);
        assert_eq!(missing("Họp 会议"), Some('会'));
        assert_eq!(missing("Chúc mừng 🎉"), Some('🎉'));
    }

    #[test]
    fn line_metrics_are_those_of_the_files() {
        for face in Face::ALL {
            let parsed = ttf_parser::Face::parse(face.bytes(), 0).unwrap();
            let (ascent, descent) = (parsed.ascender(), parsed.descender());
            assert_eq!(parsed.units_per_em(), UNITS_PER_EM);
            assert_eq!((ascent - descent + parsed.line_gap()) as u16, LINE_HEIGHT);
            assert_eq!((ascent + parsed.line_gap()) as u16, BASELINE);
        }
        assert_eq!(line_height(HalfPoints::points(14)).to_twips().0, 322);
    }
}
