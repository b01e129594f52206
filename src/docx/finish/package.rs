//! Packs the parts (ECMA-376 part 2): content types, relationships, and a zip whose bytes depend on
//! nothing but the parts.

use std::io::{Cursor, Write};

use anyhow::Result;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::properties;
use crate::document::Meta;

/// The parts that differ from paper to paper.
pub(in crate::docx) struct Package<'a> {
    /// For the document properties.
    pub(in crate::docx) meta: &'a Meta,
    /// `word/document.xml`.
    pub(in crate::docx) document: Vec<u8>,
    /// `word/styles.xml`.
    pub(in crate::docx) styles: Vec<u8>,
    /// `word/header1.xml` and so on, related as `rIdH1` and so on.
    pub(in crate::docx) headers: Vec<Vec<u8>>,
    /// `word/footer1.xml` and so on, related as `rIdF1` and so on.
    pub(in crate::docx) footers: Vec<Vec<u8>>,
}

/// The DOCX of `package`.
pub(in crate::docx) fn pack(package: &Package) -> Result<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::DEFAULT)
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut add = |name: &str, content: &[u8]| -> Result<()> {
        zip.start_file(name, options)?;
        Ok(zip.write_all(content)?)
    };
    add(
        "[Content_Types].xml",
        declared(&content_types(package)).as_bytes(),
    )?;
    add("_rels/.rels", declared(PACKAGE_RELATIONSHIPS).as_bytes())?;
    add(
        "docProps/core.xml",
        declared(&properties::core(package.meta)).as_bytes(),
    )?;
    add(
        "docProps/app.xml",
        declared(&properties::app(package.meta)).as_bytes(),
    )?;
    add("word/document.xml", &package.document)?;
    add(
        "word/_rels/document.xml.rels",
        declared(&relationships(package)).as_bytes(),
    )?;
    add("word/styles.xml", &package.styles)?;
    add(
        "word/settings.xml",
        declared(properties::SETTINGS).as_bytes(),
    )?;
    add("word/fontTable.xml", declared(properties::FONTS).as_bytes())?;
    for (index, header) in package.headers.iter().enumerate() {
        add(&format!("word/header{}.xml", index + 1), header)?;
    }
    for (index, footer) in package.footers.iter().enumerate() {
        add(&format!("word/footer{}.xml", index + 1), footer)?;
    }
    Ok(zip.finish()?.into_inner())
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

fn content_types(package: &Package) -> String {
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
    for (kind, parts) in [("header", &package.headers), ("footer", &package.footers)] {
        for number in 1..=parts.len() {
            add(
                &format!("word/{kind}{number}.xml"),
                &format!("{WORD_TYPE}.{kind}"),
            );
        }
    }
    xml + "</Types>"
}

fn relationships(package: &Package) -> String {
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
    for number in 1..=package.headers.len() {
        add(
            &format!("rIdH{number}"),
            "header",
            &format!("header{number}.xml"),
        );
    }
    for number in 1..=package.footers.len() {
        add(
            &format!("rIdF{number}"),
            "footer",
            &format!("footer{number}.xml"),
        );
    }
    xml + "</Relationships>"
}
