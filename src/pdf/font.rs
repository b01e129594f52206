//! The used part of each used face, under names of our own, and what a reader must know of it.
//!
//! Texts are written in the glyph numbers of the whole face, whatever part of it a file holds (a map
//! in the file leads from those to the part's): so a page's content is the same in every file. A part
//! holds the characters that a paper uses; if they are many, all that Vietnamese papers use, so that
//! letters that differ in a name share one part, made once. Which part it is follows from the paper
//! alone.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use anyhow::{Context, Result, anyhow, bail, ensure};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};
use printpdf::{
    FontId, FontMetrics, FontType, Op, ParsedFont, PdfDocument, PdfFont, PdfFontHandle, PdfFontMap,
    PdfFontMetricsStub, PdfMetadata, PdfPage, PdfResources, PdfSaveOptions, Pt, TextItem,
};
use sha2::{Digest, Sha256};
use subsetter::GlyphRemapper;

use crate::fonts::{self, Face, UNITS_PER_EM};
use crate::layout::page::{Item, Pages};

use super::object::{self, Objects};

/// `FontDescriptor` flags: serif, and a character set of our own (ISO 32000-1, table 123).
const FLAGS: i64 = 1 << 1 | 1 << 2;
/// The same for a slanted face.
const FLAG_ITALIC: i64 = 1 << 6;
/// A face that shows more different characters than this gets [`COMMON`] whole.
const FEW: usize = 48;
/// What Vietnamese papers use beside the letters, digits and signs of ASCII.
const COMMON: &str = "–…“”àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ\
                      ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ";
/// A font program that is none: content is drawn without the fonts.
const NO_PROGRAM: &[u8] = b"\0\x01\0\0";

/// The characters that each used face shows, in order.
pub(super) type Used = Vec<(Face, Vec<char>)>;

/// The part of a face that a file holds, in a file's words.
pub(super) struct Part {
    font: Dictionary,
    descendant: Dictionary,
    descriptor: Dictionary,
    to_unicode: Stream,
    program: Stream,
    glyph_map: Stream,
}

/// The characters of pages by face. A space is among them: lines end with it.
pub(super) fn used(pages: &Pages) -> Used {
    let mut chars: BTreeMap<Face, Vec<char>> = BTreeMap::new();
    for item in pages.pages.iter().flat_map(|page| &page.items) {
        if let Item::Text(text) = item
            && !text.text.is_empty()
        {
            let chars = chars.entry(text.face).or_default();
            chars.extend(text.text.chars().map(drawn));
        }
    }
    let ordered = chars.into_iter().map(|(face, mut chars)| {
        chars.push(' ');
        chars.sort_unstable();
        chars.dedup();
        (face, chars)
    });
    ordered.collect()
}

/// The characters of the part that a file with these gets.
pub(super) fn part_of(used: &[char]) -> Vec<char> {
    if used.len() <= FEW {
        return used.to_vec();
    }
    let all: BTreeSet<char> = used
        .iter()
        .copied()
        .chain(' '..='~')
        .chain(COMMON.chars())
        .collect();
    all.into_iter().collect()
}

/// The faces as printpdf must know them to draw texts; the fonts themselves stand elsewhere.
pub(super) fn to_draw_with(used: &Used) -> Result<PdfFontMap> {
    let fonts = used.iter().map(|(face, chars)| {
        let font = parsed(*face, chars, NO_PROGRAM.to_vec(), name(*face).to_string())?;
        Ok((FontId(name(*face).to_string()), PdfFont::new(font)))
    });
    Ok(PdfFontMap {
        map: fonts.collect::<Result<_>>()?,
    })
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
    /// Cuts the characters out of a face and has printpdf make the objects of the font.
    pub(super) fn of(face: Face, chars: &[char]) -> Result<Part> {
        let glyphs = glyphs(face, chars)?;
        let mut remapper = GlyphRemapper::new();
        let codes = glyphs.values().copied().collect::<BTreeSet<u16>>();
        let map: Vec<(u16, u16)> = codes
            .iter()
            .map(|&code| (code, remapper.remap(code)))
            .collect();
        let program = subsetter::subset(face.bytes(), 0, &remapper)
            .with_context(|| format!("cannot subset {}", family(face)))?;
        let base = base_font(face, &program);
        let made = printed(face, chars, program, base)?;
        let mut part = Part::taken_from(&made)?;
        part.descendant.set("W", widths(face, &glyphs));
        for (key, value) in descriptor(face)? {
            part.descriptor.set(key, value);
        }
        part.glyph_map = object::compressed(Dictionary::new(), &glyph_map(&map))?;
        Ok(part)
    }

    /// The objects of the only font of a document.
    fn taken_from(made: &Document) -> Result<Part> {
        let fonts = made
            .objects
            .values()
            .filter_map(|object| object.as_dict().ok());
        let font = fonts.clone().find(|font| font.has(b"DescendantFonts"));
        let mut font = font.context("printpdf made no font")?.clone();
        let descendant = font.get(b"DescendantFonts")?.as_array()?.first();
        let descendant = descendant
            .context("font without descendant")?
            .as_dict()?
            .clone();
        let follow = |from: &Dictionary, key: &[u8]| -> Result<Object> {
            Ok(made.dereference(from.get(key)?)?.1.clone())
        };
        let descriptor = follow(&descendant, b"FontDescriptor")?.as_dict()?.clone();
        let program = follow(&descriptor, b"FontFile2")?.as_stream()?.clone();
        let to_unicode = follow(&font, b"ToUnicode")?.as_stream()?.clone();
        font.remove(b"ToUnicode");
        Ok(Part {
            font,
            descendant,
            descriptor,
            to_unicode: object::compressed(Dictionary::new(), &to_unicode.content)?,
            program: object::compressed(program.dict.clone(), &program.content)?,
            glyph_map: Stream::new(Dictionary::new(), Vec::new()),
        })
    }

    /// Adds the font to a file; gives the object that page resources name.
    pub(super) fn add(&self, objects: &mut Objects) -> ObjectId {
        let mut descriptor = self.descriptor.clone();
        descriptor.set("FontFile2", objects.add(self.program.clone()));
        let mut descendant = self.descendant.clone();
        descendant.set("CIDToGIDMap", objects.add(self.glyph_map.clone()));
        descendant.set("FontDescriptor", objects.add(descriptor));
        let mut font = self.font.clone();
        font.set("ToUnicode", objects.add(self.to_unicode.clone()));
        font.set("DescendantFonts", vec![Object::Dictionary(descendant)]);
        objects.add(font)
    }
}

/// The document that printpdf makes of one page with all characters.
fn printed(face: Face, chars: &[char], program: Vec<u8>, base: String) -> Result<Document> {
    let id = FontId(name(face).to_string());
    let ops = vec![
        Op::StartTextSection,
        Op::SetFont {
            font: PdfFontHandle::External(id.clone()),
            size: Pt(1.0),
        },
        Op::ShowText {
            items: vec![TextItem::Text(chars.iter().collect())],
        },
        Op::EndTextSection,
    ];
    let font = PdfFont::new(parsed(face, chars, program, base)?);
    let fonts = PdfFontMap {
        map: [(id, font)].into(),
    };
    let page = PdfPage::new(printpdf::Mm(0.0), printpdf::Mm(0.0), ops);
    objects_of(fonts, vec![page])
}

/// What printpdf makes of pages.
pub(super) fn objects_of(fonts: PdfFontMap, pages: Vec<PdfPage>) -> Result<Document> {
    let document = PdfDocument {
        metadata: PdfMetadata::default(),
        resources: PdfResources {
            fonts,
            ..PdfResources::default()
        },
        bookmarks: Default::default(),
        pages,
    };
    let mut warnings = Vec::new();
    let made = document.to_lopdf_document(&PdfSaveOptions::default(), &mut warnings);
    if let Some(warning) = warnings.first() {
        bail!("printpdf: {}", warning.msg);
    }
    Ok(made)
}

/// The glyph of each character in the whole face.
fn glyphs(face: Face, chars: &[char]) -> Result<BTreeMap<char, u16>> {
    let glyph = |&c: &char| {
        let code = u32::from(c);
        let glyph = fonts::glyph(face, c).ok_or_else(|| {
            anyhow!(
                "phông chữ {} không có ký tự “{c}” (U+{code:04X})",
                family(face)
            )
        })?;
        Ok((c, glyph))
    };
    chars.iter().map(glyph).collect()
}

/// A face as printpdf takes it.
fn parsed(face: Face, chars: &[char], program: Vec<u8>, font_name: String) -> Result<ParsedFont> {
    let glyphs = glyphs(face, chars)?;
    let widths = glyphs
        .iter()
        .map(|(&c, &glyph)| (glyph, fonts::advance(face, c)));
    let codes = glyphs.iter().map(|(&c, &glyph)| (u32::from(c), glyph));
    Ok(ParsedFont {
        original_bytes: program,
        font_index: 0,
        font_name: Some(font_name),
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
    })
}

/// Name of the part: a tag of six letters that differs for other glyphs (ISO 32000-1, 9.6.4).
fn base_font(face: Face, program: &[u8]) -> String {
    let digest = Sha256::digest(program);
    let tag = digest
        .iter()
        .take(6)
        .map(|byte| char::from(b'A' + byte % 26));
    let mut base: String = tag.collect();
    // Writing to a String cannot fail.
    let _ = write!(base, "+{}", family(face));
    base
}

/// Exact widths in thousandths of an em, by code; printpdf cuts them down to whole thousandths, which
/// adds up to a letter's width over a line.
fn widths(face: Face, glyphs: &BTreeMap<char, u16>) -> Object {
    let by_code: BTreeMap<u16, char> = glyphs.iter().map(|(&c, &glyph)| (glyph, c)).collect();
    let mut runs: Vec<(u16, Vec<Object>)> = Vec::new();
    for (&code, &c) in &by_code {
        let width = f32::from(fonts::advance(face, c)) * 1000.0 / f32::from(UNITS_PER_EM);
        let width = Object::Real((width * 1000.0).round() / 1000.0);
        match runs.last_mut() {
            Some((first, widths)) if usize::from(*first) + widths.len() == usize::from(code) => {
                widths.push(width);
            }
            Some(_) | None => runs.push((code, vec![width])),
        }
    }
    let runs = runs
        .into_iter()
        .flat_map(|(first, widths)| [i64::from(first).into(), Object::Array(widths)]);
    Object::Array(runs.collect())
}

/// From each code to its glyph in the part, two bytes each (`CIDToGIDMap`).
fn glyph_map(map: &[(u16, u16)]) -> Vec<u8> {
    let length = map.last().map_or(0, |(code, _)| usize::from(*code) + 1);
    let mut bytes = vec![0; 2 * length];
    for (code, glyph) in map {
        let at = 2 * usize::from(*code);
        bytes[at..at + 2].copy_from_slice(&glyph.to_be_bytes());
    }
    bytes
}

/// The entries of the font descriptor that come from the whole face.
fn descriptor(face: Face) -> Result<Dictionary> {
    let whole = ttf_parser::Face::parse(face.bytes(), 0)?;
    ensure!(whole.units_per_em() == UNITS_PER_EM, "another em");
    let scale = |units: i16| (i64::from(units) * 1000 + 1024).div_euclid(2048);
    let bounds = whole.global_bounding_box();
    let bounds = [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max];
    let italic = matches!(face, Face::Italic | Face::BoldItalic);
    let stem = match face {
        Face::Regular | Face::Italic => 88,
        Face::Bold | Face::BoldItalic => 166,
    };
    Ok(dictionary! {
        "Flags" => if italic { FLAGS | FLAG_ITALIC } else { FLAGS },
        "ItalicAngle" => whole.italic_angle(),
        "Ascent" => scale(whole.ascender()),
        "Descent" => scale(whole.descender()),
        "CapHeight" => scale(whole.capital_height().unwrap_or(whole.ascender())),
        "StemV" => stem,
        "FontBBox" => bounds.map(|units| Object::from(scale(units))).to_vec(),
    })
}

fn family(face: Face) -> &'static str {
    match face {
        Face::Regular => "LiberationSerif",
        Face::Bold => "LiberationSerif-Bold",
        Face::Italic => "LiberationSerif-Italic",
        Face::BoldItalic => "LiberationSerif-BoldItalic",
    }
}
