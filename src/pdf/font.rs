//! The used part of each used face, under names of our own, and what a reader must know of it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use anyhow::{Context, Result, anyhow};
use lopdf::{Dictionary, Object, dictionary};
use printpdf::{
    FontId, FontMetrics, FontType, ParsedFont, PdfFont, PdfFontMap, PdfFontMetricsStub,
};
use sha2::{Digest, Sha256};
use subsetter::GlyphRemapper;

use crate::fonts::{self, Face, UNITS_PER_EM};
use crate::layout::page::{Item, Pages};

/// `FontDescriptor` flags: serif, and a character set of our own (ISO 32000-1, table 123).
const FLAGS: i64 = 1 << 1 | 1 << 2;
/// The same for a slanted face.
const FLAG_ITALIC: i64 = 1 << 6;

/// The faces that a paper uses.
pub(super) struct Fonts {
    parts: Vec<Part>,
}

/// The used part of a face.
struct Part {
    face: Face,
    /// Glyph number in the part, by character.
    glyphs: BTreeMap<char, u16>,
    /// The font file of the part.
    bytes: Vec<u8>,
}

impl Fonts {
    /// Collects the characters of each face and cuts their glyphs out.
    pub(super) fn of(pages: &Pages) -> Result<Fonts> {
        let mut used: BTreeMap<Face, BTreeSet<char>> = BTreeMap::new();
        for item in pages.pages.iter().flat_map(|page| &page.items) {
            if let Item::Text(text) = item {
                let chars = text.text.chars().map(drawn);
                used.entry(text.face).or_default().extend(chars);
            }
        }
        used.retain(|_, chars| !chars.is_empty());
        for chars in used.values_mut() {
            // Lines end with it.
            chars.insert(' ');
        }
        let parts = used.into_iter().map(|(face, chars)| Part::of(face, &chars));
        Ok(Fonts {
            parts: parts.collect::<Result<_>>()?,
        })
    }

    /// The parts as printpdf takes them.
    pub(super) fn resources(&self) -> PdfFontMap {
        let fonts = self.parts.iter().map(|part| {
            let font = PdfFont::new(part.parsed());
            (FontId(name(part.face).to_string()), font)
        });
        PdfFontMap {
            map: fonts.collect(),
        }
    }

    /// Puts right what printpdf writes of fonts: it cuts widths down to whole thousandths, which
    /// adds up to a letter's width over a line, and guesses the height of capitals.
    pub(super) fn correct(&self, document: &mut lopdf::Document) -> Result<()> {
        for part in &self.parts {
            let base = part.base_font();
            for object in document.objects.values_mut() {
                let Ok(dictionary) = object.as_dict_mut() else {
                    continue;
                };
                if names(dictionary, b"BaseFont", &base) && dictionary.has(b"DescendantFonts") {
                    let descendants = dictionary.get_mut(b"DescendantFonts")?.as_array_mut()?;
                    let cid_font = descendants.first_mut().context("font without descendant")?;
                    cid_font.as_dict_mut()?.set("W", part.widths());
                }
                if names(dictionary, b"FontName", &base) {
                    for (key, value) in part.descriptor()? {
                        dictionary.set(key, value);
                    }
                }
            }
        }
        Ok(())
    }
}

/// The name of a face in the page resources.
pub(super) fn name(face: Face) -> &'static str {
    match face {
        Face::Regular => "F1",
        Face::Bold => "F2",
        Face::Italic => "F3",
        Face::BoldItalic => "F4",
    }
}

/// The character that is drawn for a character: a no-break space has done its work and becomes a
/// space, so that a search finds the words.
pub(super) fn drawn(c: char) -> char {
    match c {
        '\u{a0}' => ' ',
        c => c,
    }
}

impl Part {
    fn of(face: Face, chars: &BTreeSet<char>) -> Result<Part> {
        let mut remapper = GlyphRemapper::new();
        let mut glyphs = BTreeMap::new();
        for &c in chars {
            let glyph = fonts::glyph(face, c).ok_or_else(|| {
                let code = u32::from(c);
                anyhow!(
                    "phông chữ {} không có ký tự “{c}” (U+{code:04X})",
                    family(face)
                )
            })?;
            glyphs.insert(c, remapper.remap(glyph));
        }
        let bytes = subsetter::subset(face.bytes(), 0, &remapper)
            .with_context(|| format!("cannot subset {}", family(face)))?;
        Ok(Part {
            face,
            glyphs,
            bytes,
        })
    }

    /// Name of the part: a tag of six letters that differs for other glyphs (ISO 32000-1, 9.6.4).
    fn base_font(&self) -> String {
        let digest = Sha256::digest(&self.bytes);
        let tag = digest
            .iter()
            .take(6)
            .map(|byte| char::from(b'A' + byte % 26));
        let mut base: String = tag.collect();
        // Writing to a String cannot fail.
        let _ = write!(base, "+{}", family(self.face));
        base
    }

    fn parsed(&self) -> ParsedFont {
        let widths = self.glyphs.iter().map(|(&c, &glyph)| {
            let width = fonts::advance(self.face, c);
            (glyph, width)
        });
        let codes = self.glyphs.iter().map(|(&c, &glyph)| (u32::from(c), glyph));
        ParsedFont {
            original_bytes: self.bytes.clone(),
            font_index: 0,
            font_name: Some(self.base_font()),
            codepoint_to_glyph: codes.collect(),
            glyph_widths: widths.collect(),
            units_per_em: UNITS_PER_EM,
            font_metrics: FontMetrics {
                ascent: 0,
                descent: 0,
            },
            font_type: FontType::TrueType,
            pdf_font_metrics: PdfFontMetricsStub {
                units_per_em: UNITS_PER_EM,
                ..PdfFontMetricsStub::default()
            },
        }
    }

    /// Widths of the glyphs in thousandths of an em, from glyph 0 on (the missing-glyph box,
    /// which is never drawn).
    fn widths(&self) -> Object {
        let mut widths: Vec<(u16, f32)> = Vec::new();
        for (&c, &glyph) in &self.glyphs {
            let width = f32::from(fonts::advance(self.face, c)) * 1000.0 / f32::from(UNITS_PER_EM);
            widths.push((glyph, (width * 1000.0).round() / 1000.0));
        }
        widths.sort_by_key(|(glyph, _)| *glyph);
        let first = widths.first().map_or(0, |(glyph, _)| *glyph);
        let widths: Vec<Object> = widths.into_iter().map(|(_, width)| width.into()).collect();
        Object::Array(vec![i64::from(first).into(), widths.into()])
    }

    /// The entries of the font descriptor that come from the whole face.
    fn descriptor(&self) -> Result<Dictionary> {
        let face = ttf_parser::Face::parse(self.face.bytes(), 0)?;
        let scale = |units: i16| (i64::from(units) * 1000 + 1024).div_euclid(2048);
        let bounds = face.global_bounding_box();
        let bounds = [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max];
        let italic = matches!(self.face, Face::Italic | Face::BoldItalic);
        let stem = match self.face {
            Face::Regular | Face::Italic => 88,
            Face::Bold | Face::BoldItalic => 166,
        };
        Ok(dictionary! {
            "Flags" => if italic { FLAGS | FLAG_ITALIC } else { FLAGS },
            "ItalicAngle" => face.italic_angle(),
            "Ascent" => scale(face.ascender()),
            "Descent" => scale(face.descender()),
            "CapHeight" => scale(face.capital_height().unwrap_or(face.ascender())),
            "StemV" => stem,
            "FontBBox" => bounds.map(|units| Object::from(scale(units))).to_vec(),
        })
    }
}

fn names(dictionary: &Dictionary, key: &[u8], name: &str) -> bool {
    let found = dictionary.get(key).and_then(Object::as_name);
    found.is_ok_and(|found| found == name.as_bytes())
}

fn family(face: Face) -> &'static str {
    match face {
        Face::Regular => "LiberationSerif",
        Face::Bold => "LiberationSerif-Bold",
        Face::Italic => "LiberationSerif-Italic",
        Face::BoldItalic => "LiberationSerif-BoldItalic",
    }
}
