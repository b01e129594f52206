//! Packs the parts (ECMA-376 part 2): content types, relationships, and a zip whose bytes depend on
//! nothing but the parts. What papers share is compressed once and then copied as it is.

use std::io::{Cursor, Write};
use std::sync::Arc;

use anyhow::Result;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use super::properties;
use crate::document::Meta;

const CORE: &str = "docProps/core.xml";
const APP: &str = "docProps/app.xml";
const DOCUMENT: &str = "word/document.xml";
const RELATIONSHIPS: &str = "word/_rels/document.xml.rels";

/// The parts that papers can share.
pub(in crate::docx) struct Shared<'a> {
    /// Author of the papers.
    pub(in crate::docx) author: &'a str,
    /// `word/styles.xml`.
    pub(in crate::docx) styles: &'a [u8],
    /// `word/header1.xml` and so on, related as `rIdH1` and so on.
    pub(in crate::docx) headers: &'a [Vec<u8>],
    /// `word/footer1.xml` and so on, related as `rIdF1` and so on.
    pub(in crate::docx) footers: &'a [Vec<u8>],
}

/// The shared parts, packed: a DOCX without its document.
pub(in crate::docx) struct Package {
    shared: ZipArchive<Cursor<Arc<[u8]>>>,
}

impl Package {
    /// Packs what is shared.
    pub(in crate::docx) fn new(shared: &Shared) -> Result<Package> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let mut add = |name: &str, content: &[u8]| add(&mut zip, name, content);
        let xml = |xml: &str| declared(xml).into_bytes();
        add("[Content_Types].xml", &xml(&content_types(shared)))?;
        add("_rels/.rels", &xml(PACKAGE_RELATIONSHIPS))?;
        add(APP, &xml(&properties::app(shared.author)))?;
        add(RELATIONSHIPS, &xml(&relationships(shared)))?;
        add("word/styles.xml", shared.styles)?;
        add("word/settings.xml", &xml(properties::SETTINGS))?;
        add("word/fontTable.xml", &xml(properties::FONTS))?;
        for (index, header) in shared.headers.iter().enumerate() {
            add(&format!("word/header{}.xml", index + 1), header)?;
        }
        for (index, footer) in shared.footers.iter().enumerate() {
            add(&format!("word/footer{}.xml", index + 1), footer)?;
        }
        let bytes = zip.finish()?.into_inner();
        Ok(Package {
            shared: ZipArchive::new(Cursor::new(bytes.into()))?,
        })
    }

    /// The DOCX of a paper with the shared parts. The parts come in the order in which Word reads them.
    pub(in crate::docx) fn pack(&self, meta: &Meta, document: &[u8]) -> Result<Vec<u8>> {
        let mut shared = self.shared.clone();
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for index in 0..shared.len() {
            let part = shared.by_index_raw(index)?;
            match part.name() {
                APP => add(&mut zip, CORE, declared(&properties::core(meta)).as_bytes())?,
                RELATIONSHIPS => add(&mut zip, DOCUMENT, document)?,
                _ => {}
            }
            zip.raw_copy_file(part)?;
        }
        Ok(zip.finish()?.into_inner())
    }
}

/// Adds a part, compressed, without a time.
fn add(zip: &mut ZipWriter<Cursor<Vec<u8>>>, name: &str, content: &[u8]) -> Result<()> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::DEFAULT)
        .unix_permissions(0o644);
    zip.start_file(name, options)?;
    Ok(zip.write_all(content)?)
}

const WORD_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const OFFICE_RELATIONSHIP: &str =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const PACKAGE_RELATIONSHIPS: &str = concat!(
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">",
    "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/",
    "relationships/officeDocument\" Target=\"word/document.xml\"/>",
    "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/",
    "relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>",
    "<Relationship Id=\"rId3\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/",
    "relationships/extended-properties\" Target=\"docProps/app.xml\"/>",
    "</Relationships>",
);

fn declared(xml: &str) -> String {
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>{xml}")
}

fn content_types(shared: &Shared) -> String {
    let mut xml = String::from(
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" \
         ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>",
    );
    let mut add = |part: &str, content: &str| {
        xml.push_str(&format!(
            "<Override PartName=\"/{part}\" ContentType=\"{content}+xml\"/>"
        ));
    };
    add(
        "docProps/core.xml",
        "application/vnd.openxmlformats-package.core-properties",
    );
    add(
        "docProps/app.xml",
        "application/vnd.openxmlformats-officedocument.extended-properties",
    );
    add("word/document.xml", &format!("{WORD_TYPE}.document.main"));
    for part in ["styles", "settings", "fontTable"] {
        add(&format!("word/{part}.xml"), &format!("{WORD_TYPE}.{part}"));
    }
    for (kind, parts) in [("header", shared.headers), ("footer", shared.footers)] {
        for number in 1..=parts.len() {
            add(
                &format!("word/{kind}{number}.xml"),
                &format!("{WORD_TYPE}.{kind}"),
            );
        }
    }
    xml + "</Types>"
}

fn relationships(shared: &Shared) -> String {
    let mut xml = String::from(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">",
    );
    let mut add = |id: &str, kind: &str, target: &str| {
        xml.push_str(&format!(
            "<Relationship Id=\"{id}\" Type=\"{OFFICE_RELATIONSHIP}/{kind}\" Target=\"{target}\"/>"
        ));
    };
    add("rId1", "styles", "styles.xml");
    add("rId2", "settings", "settings.xml");
    add("rId3", "fontTable", "fontTable.xml");
    for number in 1..=shared.headers.len() {
        add(
            &format!("rIdH{number}"),
            "header",
            &format!("header{number}.xml"),
        );
    }
    for number in 1..=shared.footers.len() {
        add(
            &format!("rIdF{number}"),
            "footer",
            &format!("footer{number}.xml"),
        );
    }
    xml + "</Relationships>"
}
