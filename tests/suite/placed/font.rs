//! The fonts of a PDF: how wide each code is and what it says. Knows the two kinds that occur:
//! simple fonts with codes of one byte, and composite ones with codes of two.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object};

use super::page::number;

/// A font.
pub(crate) struct Font {
    /// Length of a code.
    pub(crate) bytes: usize,
    widths: BTreeMap<u16, f64>,
    default: f64,
    texts: BTreeMap<u16, String>,
}

/// What a code stands for.
pub(crate) struct Glyph {
    /// Its text.
    pub(crate) text: String,
    /// Its width in thousandths of the size.
    pub(crate) width: f64,
}

impl Font {
    /// Reads a font of a page.
    pub(crate) fn read(document: &Document, font: &Dictionary) -> Font {
        let map = font.get_deref(b"ToUnicode", document).expect("a map");
        let map = map
            .as_stream()
            .and_then(|stream| stream.decompressed_content());
        let map = String::from_utf8(map.expect("a stream")).expect("UTF-8");
        let texts = texts(&map);
        match font.get_deref(b"DescendantFonts", document) {
            Ok(inner) => {
                let inner = &inner.as_array().expect("an array")[0];
                let inner = document.dereference(inner).expect("a font").1;
                let inner = inner.as_dict().expect("a font");
                let default = inner.get(b"DW").map_or(1000.0, number);
                let widths = inner.get_deref(b"W", document).expect("widths");
                let widths = composite(document, widths.as_array().expect("widths"));
                Font {
                    bytes: 2,
                    widths,
                    default,
                    texts,
                }
            }
            Err(_) => {
                let first = font.get_deref(b"FirstChar", document).map_or(0.0, number) as u16;
                let list = font.get_deref(b"Widths", document).expect("widths");
                let list = list.as_array().expect("widths").iter().map(number);
                let widths = (first..).zip(list).collect();
                Font {
                    bytes: 1,
                    widths,
                    default: 0.0,
                    texts,
                }
            }
        }
    }

    /// What a code stands for.
    pub(crate) fn glyph(&self, code: &[u8]) -> Glyph {
        let code = code.iter().fold(0, |all, &byte| all << 8 | u16::from(byte));
        Glyph {
            text: self.texts.get(&code).cloned().unwrap_or_default(),
            width: self.widths.get(&code).copied().unwrap_or(self.default),
        }
    }
}

/// The array `W`: a first code with a list, or two codes with one width.
fn composite(document: &Document, array: &[Object]) -> BTreeMap<u16, f64> {
    let mut widths = BTreeMap::new();
    let mut rest = array;
    while let [first, second, after @ ..] = rest {
        let first = number(first) as u16;
        match document.dereference(second).expect("an object").1 {
            Object::Array(list) => {
                widths.extend((first..).zip(list.iter().map(number)));
                rest = after;
            }
            last => {
                let width = number(&after[0]);
                widths.extend((first..=number(last) as u16).map(|code| (code, width)));
                rest = &after[1..];
            }
        }
    }
    widths
}

/// The map `ToUnicode`: lines of two texts in brackets between `beginbfchar` and its end.
fn texts(map: &str) -> BTreeMap<u16, String> {
    let mut texts = BTreeMap::new();
    let mut inside = false;
    for line in map.lines() {
        if line.contains("beginbfrange") {
            panic!("a map with ranges is not read");
        }
        if line.contains("beginbfchar") || line.contains("endbfchar") {
            inside = line.contains("beginbfchar");
            continue;
        }
        let mut parts = line.split(['<', '>']).skip(1).step_by(2);
        if let (true, Some(code), Some(text)) = (inside, parts.next(), parts.next()) {
            let units = text.as_bytes().chunks(4).map(|unit| {
                let unit = std::str::from_utf8(unit).expect("ASCII");
                u16::from_str_radix(unit, 16).expect("a number")
            });
            let units: Vec<u16> = units.collect();
            let code = u16::from_str_radix(code, 16).expect("a code");
            texts.insert(code, String::from_utf16(&units).expect("UTF-16"));
        }
    }
    texts
}
