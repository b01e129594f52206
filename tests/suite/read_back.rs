//! Reads finished files back: the paragraphs of a DOCX and the words of a PDF.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};
use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::Event;

/// Text of a part of a DOCX.
pub(crate) fn part(docx: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(docx)).expect("a zip file");
    let mut text = String::new();
    archive
        .by_name(name)
        .unwrap_or_else(|_| panic!("a part {name}"))
        .read_to_string(&mut text)
        .expect("UTF-8");
    text
}

/// The same file with another text in its main part.
pub(crate) fn with_document(docx: &[u8], change: impl FnOnce(&str) -> String) -> Vec<u8> {
    let changed = change(&part(docx, "word/document.xml"));
    let mut archive = zip::ZipArchive::new(Cursor::new(docx)).expect("a zip file");
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let part = archive.by_index_raw(index).expect("a part");
        if part.name() != "word/document.xml" {
            writer.raw_copy_file(part).expect("a copy");
        }
    }
    let options = zip::write::SimpleFileOptions::default();
    writer
        .start_file("word/document.xml", options)
        .expect("a part");
    writer.write_all(changed.as_bytes()).expect("a part");
    writer.finish().expect("a file").into_inner()
}

/// Paragraphs of a DOCX with words in them, spaces folded, in document order.
pub(crate) fn paragraphs(docx: &[u8]) -> Vec<String> {
    let xml = part(docx, "word/document.xml");
    let mut reader = Reader::from_str(&xml);
    let mut paragraphs = Vec::new();
    let mut text = String::new();
    let mut in_text = false;
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Start(tag) if tag.name().as_ref() == b"w:t" => in_text = true,
            Event::End(tag) if tag.name().as_ref() == b"w:t" => in_text = false,
            Event::Empty(tag) if tag.name().as_ref() == b"w:br" => text.push(' '),
            Event::Text(found) if in_text => {
                text.push_str(&unescape(&found.decode().expect("UTF-8")).expect("an entity"));
            }
            Event::GeneralRef(name) if in_text => {
                let name = name.decode().expect("UTF-8");
                text.push_str(&unescape(&format!("&{name};")).expect("an entity"));
            }
            Event::End(tag) if tag.name().as_ref() == b"w:p" => {
                let folded = words(&text).join(" ");
                if !folded.is_empty() {
                    paragraphs.push(folded);
                }
                text.clear();
            }
            Event::Eof => return paragraphs,
            _ => {}
        }
    }
}

/// Words of a PDF in the order of its content, page by page, as its fonts decode them. Texts that
/// are shown apart are apart here, too.
pub(crate) fn pdf_words(pdf: &[u8]) -> Vec<Vec<String>> {
    let document = Document::load_mem(pdf).expect("a PDF file");
    document
        .get_pages()
        .values()
        .map(|&page| {
            let text = shown(&document, page).join(" ");
            words(&text).into_iter().map(str::to_string).collect()
        })
        .collect()
}

/// The texts that a page shows.
fn shown(document: &Document, page: ObjectId) -> Vec<String> {
    let fonts = document.get_page_fonts(page).expect("fonts");
    let content = document.get_page_content(page);
    let mut font = BTreeMap::new();
    let mut texts = Vec::new();
    for operation in Content::decode(&content).expect("content").operations {
        match operation.operator.as_str() {
            "Tf" => {
                let name = operation.operands[0].as_name().expect("a font name");
                font = to_unicode(document, fonts[name]);
            }
            "TJ" => {
                let parts = operation.operands[0].as_array().expect("an array");
                texts.push(decode(parts, &font));
            }
            "Tj" => texts.push(decode(&operation.operands, &font)),
            _ => {}
        }
    }
    texts
}

/// What a font's ToUnicode map says of each code.
fn to_unicode(document: &Document, font: &Dictionary) -> BTreeMap<u16, String> {
    let map = font.get(b"ToUnicode").expect("a map");
    let map = document.dereference(map).expect("a stream").1;
    let map = map
        .as_stream()
        .and_then(|stream| stream.decompressed_content());
    let map = String::from_utf8(map.expect("a stream")).expect("UTF-8");
    map.lines()
        .filter_map(|line| {
            let (code, text) = line.strip_suffix('>')?.split_once("> <")?;
            let code = u16::from_str_radix(code.strip_prefix('<')?, 16).ok()?;
            let units = text.as_bytes().chunks(4).map(|unit| {
                let unit = std::str::from_utf8(unit).expect("ASCII");
                u16::from_str_radix(unit, 16).expect("a number")
            });
            let units: Vec<u16> = units.collect();
            Some((code, String::from_utf16(&units).expect("UTF-16")))
        })
        .collect()
}

fn decode(parts: &[Object], font: &BTreeMap<u16, String>) -> String {
    let strings = parts.iter().filter_map(|part| part.as_str().ok());
    strings
        .flat_map(|codes| codes.chunks(2))
        .map(|code| font[&u16::from_be_bytes([code[0], code[1]])].as_str())
        .collect()
}

/// Words of a text.
pub(crate) fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}
