//! Files for tests, written by hand: parts of XML, packed as a DOCX.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::facts::Facts;

/// Namespaces of the parts below.
const NAMESPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
     xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
     xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
     xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
     xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\" \
     xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" \
     xmlns:wpg=\"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup\" \
     xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" \
     xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" \
     xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";

/// Start of the content types of parts.
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// Relationships of the package.
const PACKAGE: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
    <Relationship Id=\"rId1\" Target=\"word/document.xml\" Type=\"http://schemas.openxmlformats.org\
    /officeDocument/2006/relationships/officeDocument\"/></Relationships>";

/// A DOCX that is put together part by part.
#[derive(Clone, Debug)]
pub(crate) struct Docx {
    body: String,
    parts: Vec<(String, Vec<u8>)>,
    relations: String,
}

/// A DOCX with that content of `w:body`; blocks as they are, without a section.
pub(crate) fn docx(body: &str) -> Docx {
    Docx {
        body: body.to_string(),
        parts: Vec::new(),
        relations: String::new(),
    }
}

impl Docx {
    /// Adds `word/NAME.xml` with that content of its root element; related by its kind as `rIdNAME`.
    pub(crate) fn part(mut self, name: &str, root: &str, content: &str) -> Docx {
        let xml = format!("<{root} {NAMESPACES}>{content}</{root}>");
        let kind = name.trim_end_matches(|c: char| c.is_ascii_digit());
        self.relations.push_str(&format!(
            "<Relationship Id=\"rId{name}\" Target=\"{name}.xml\" Type=\"http://schemas.openxmlformats.org\
             /officeDocument/2006/relationships/{kind}\"/>"
        ));
        self.raw(&format!("word/{name}.xml"), xml.as_bytes())
    }

    /// Adds `word/styles.xml`.
    pub(crate) fn styles(self, content: &str) -> Docx {
        self.part("styles", "w:styles", content)
    }

    /// Adds `word/numbering.xml`.
    pub(crate) fn numbering(self, content: &str) -> Docx {
        self.part("numbering", "w:numbering", content)
    }

    /// Adds any part.
    pub(crate) fn raw(mut self, name: &str, bytes: &[u8]) -> Docx {
        self.parts.push((name.to_string(), bytes.to_vec()));
        self
    }

    /// Adds a relationship of the text to a part of the package, or to a place outside.
    pub(crate) fn relation(mut self, id: &str, kind: &str, target: &str, outside: bool) -> Docx {
        let mode = if outside {
            "TargetMode=\"External\""
        } else {
            ""
        };
        self.relations.push_str(&format!(
            "<Relationship Id=\"{id}\" Target=\"{target}\" {mode} Type=\"http://schemas.openxmlformats.org\
             /officeDocument/2006/relationships/{kind}\"/>"
        ));
        self
    }

    /// The file.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let document = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document {NAMESPACES}><w:body>{}</w:body>\
             </w:document>",
            self.body
        );
        let relations = format!(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{}\
             </Relationships>",
            self.relations
        );
        let mut parts = vec![
            ("word/document.xml".to_string(), document.into_bytes()),
            (
                "word/_rels/document.xml.rels".to_string(),
                relations.into_bytes(),
            ),
        ];
        parts.extend(self.parts.iter().cloned());
        for (name, content) in [
            ("[Content_Types].xml", self.types()),
            ("_rels/.rels", PACKAGE.to_string()),
        ] {
            if !parts.iter().any(|(known, _)| known == name) {
                parts.push((name.to_string(), content.into_bytes()));
            }
        }
        zipped(&parts)
    }

    /// Content types of the parts.
    fn types(&self) -> String {
        let kind = |name: &str| {
            let kind = name.strip_prefix("word/")?.strip_suffix(".xml")?;
            let kind = kind.trim_end_matches(|c: char| c.is_ascii_digit());
            (!kind.contains('/')).then(|| kind.to_string())
        };
        let own = self.parts.iter().filter_map(|(name, _)| {
            let kind = kind(name)?;
            Some(format!(
                "<Override PartName=\"/{name}\" ContentType=\"{WORD}.{kind}+xml\"/>"
            ))
        });
        let own: String = own.collect();
        format!(
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default \
             Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
             <Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"jpg\" \
             ContentType=\"image/jpeg\"/><Override PartName=\"/word/document.xml\" \
             ContentType=\"{WORD}.document.main+xml\"/>{own}</Types>"
        )
    }

    /// The facts of the file.
    pub(crate) fn facts(&self) -> Facts {
        super::read(&self.bytes()).unwrap()
    }
}

/// Parts as a zip file.
pub(crate) fn zipped(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(name.as_str(), SimpleFileOptions::default())
            .unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}
