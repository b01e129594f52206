//! Puts right the XML that docx-rs writes: children in the order of the schema, nothing empty, no
//! paragraph ids (they come from a counter), no attribute that the schema lacks; and adds what docx-rs
//! has no words for, from a list in the order of the elements.
//!
//! Text streams through untouched; only property elements are taken apart.

mod element;
pub(super) mod package;
mod properties;

use anyhow::{Context, Result, ensure};
use quick_xml::events::{BytesDecl, BytesStart, Event};
use quick_xml::{Reader, Writer};

use element::Element;

use crate::wordml;

/// A paragraph property that docx-rs can turn on but not off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Switch {
    /// `w:keepNext`.
    KeepNext,
    /// `w:keepLines`.
    KeepLines,
    /// `w:pageBreakBefore`.
    PageBreakBefore,
}

/// What docx-rs cannot write of the paragraphs and rows of one part, in their order.
#[derive(Debug, Default)]
pub(super) struct Missing {
    paragraphs: Vec<Vec<Switch>>,
    rows: Vec<bool>,
}

impl Missing {
    /// Notes the next paragraph, with the switches to turn off.
    pub(super) fn paragraph(&mut self, off: Vec<Switch>) {
        self.paragraphs.push(off);
    }

    /// Notes the next row; `header` if it is repeated on every page.
    pub(super) fn row(&mut self, header: bool) {
        self.rows.push(header);
    }
}

/// The part `xml`, finished.
pub(super) fn part(xml: &[u8], missing: &Missing) -> Result<Vec<u8>> {
    let mut reader = Reader::from_reader(xml);
    let mut additions = Additions::new(missing);
    let mut writer = Writer::new(Vec::with_capacity(xml.len()));
    writer.write_event(Event::Decl(BytesDecl::new(
        "1.0",
        Some("UTF-8"),
        Some("yes"),
    )))?;
    loop {
        match reader.read_event().context("docx-rs wrote broken XML")? {
            Event::Decl(_) => {}
            Event::Eof => break,
            Event::Start(start) if wordml::children(start.name().as_ref()).is_some() => {
                let element = Element::read(&mut reader, start)?;
                additions.write(element, writer.get_mut())?;
            }
            Event::Empty(start) if wordml::children(start.name().as_ref()).is_some() => {
                additions.write(Element::new(start), writer.get_mut())?;
            }
            Event::Start(start) => {
                additions.enter(&start)?;
                element::write_tag(&start, b">", writer.get_mut())?;
            }
            Event::Empty(start) => element::write_tag(&start, b"/>", writer.get_mut())?,
            other => writer.write_event(other)?,
        }
    }
    additions.all_used()?;
    Ok(writer.into_inner())
}

/// Walks through the list beside the XML.
struct Additions<'a> {
    paragraphs: std::slice::Iter<'a, Vec<Switch>>,
    rows: std::slice::Iter<'a, bool>,
    off: &'a [Switch],
    header: bool,
}

impl<'a> Additions<'a> {
    fn new(missing: &'a Missing) -> Additions<'a> {
        Additions {
            paragraphs: missing.paragraphs.iter(),
            rows: missing.rows.iter(),
            off: &[],
            header: false,
        }
    }

    fn enter(&mut self, start: &BytesStart) -> Result<()> {
        match start.name().as_ref() {
            b"w:p" => self.off = self.paragraphs.next().context("a paragraph too many")?,
            b"w:tr" => self.header = *self.rows.next().context("a table row too many")?,
            _ => {}
        }
        Ok(())
    }

    /// docx-rs writes properties for every paragraph and every row, if only empty ones.
    fn write(&mut self, mut element: Element, out: &mut Vec<u8>) -> Result<()> {
        match element.name() {
            b"w:pPr" => {
                for switch in std::mem::take(&mut self.off) {
                    let mut off = BytesStart::new(name(*switch));
                    off.push_attribute(("w:val", "0"));
                    element.push(off);
                }
            }
            b"w:trPr" if std::mem::take(&mut self.header) => {
                element.push(BytesStart::new("w:tblHeader"));
            }
            b"w:style" => element.mark_style()?,
            _ => {}
        }
        element.finish()?;
        element.write(out)
    }

    fn all_used(mut self) -> Result<()> {
        ensure!(self.paragraphs.next().is_none(), "a paragraph too few");
        ensure!(self.rows.next().is_none(), "a table row too few");
        Ok(())
    }
}

fn name(switch: Switch) -> &'static str {
    match switch {
        Switch::KeepNext => "w:keepNext",
        Switch::KeepLines => "w:keepLines",
        Switch::PageBreakBefore => "w:pageBreakBefore",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(xml: &str, missing: &Missing, expected: &str) {
        let finished = String::from_utf8(part(xml.as_bytes(), missing).unwrap()).unwrap();
        let declaration = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
        assert_eq!(finished.strip_prefix(declaration), Some(expected));
    }

    #[test]
    fn properties_come_in_the_order_of_the_schema_and_empty_ones_go() {
        check(
            r#"<w:p w14:paraId="00000001"><w:pPr><w:rPr /><w:pStyle w:val="NoiDung" /><w:jc w:val="both" /><w:spacing w:before="120" /><w:keepNext /></w:pPr><w:r><w:rPr><w:sz w:val="28" /><w:b /></w:rPr><w:t xml:space="preserve"> A &amp; B </w:t></w:r></w:p>"#,
            &Missing {
                paragraphs: vec![vec![]],
                rows: vec![],
            },
            r#"<w:p><w:pPr><w:pStyle w:val="NoiDung"/><w:keepNext/><w:spacing w:before="120"/><w:jc w:val="both"/></w:pPr><w:r><w:rPr><w:b/><w:sz w:val="28"/></w:rPr><w:t xml:space="preserve"> A &amp; B </w:t></w:r></w:p>"#,
        );
    }

    #[test]
    fn what_docx_rs_cannot_say_goes_to_the_element_of_its_number() {
        check(
            r#"<w:tbl><w:tr><w:trPr><w:cantSplit /></w:trPr><w:tc><w:p><w:pPr><w:pStyle w:val="A" /></w:pPr></w:p></w:tc></w:tr><w:tr><w:trPr /><w:tc><w:p><w:pPr><w:pStyle w:val="B" /></w:pPr></w:p></w:tc></w:tr></w:tbl>"#,
            &Missing {
                paragraphs: vec![vec![], vec![Switch::KeepLines, Switch::KeepNext]],
                rows: vec![true, false],
            },
            r#"<w:tbl><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr><w:tc><w:p><w:pPr><w:pStyle w:val="A"/></w:pPr></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:pPr><w:pStyle w:val="B"/><w:keepNext w:val="0"/><w:keepLines w:val="0"/></w:pPr></w:p></w:tc></w:tr></w:tbl>"#,
        );
    }

    #[test]
    fn a_list_that_does_not_fit_the_part_is_an_error() {
        let xml = "<w:p><w:pPr /></w:p>";
        let missing = Missing::default();
        let refused = part(xml.as_bytes(), &missing).unwrap_err();
        assert_eq!(refused.to_string(), "a paragraph too many");
        let missing = Missing {
            paragraphs: vec![vec![]],
            rows: vec![false],
        };
        let refused = part(xml.as_bytes(), &missing).unwrap_err();
        assert_eq!(refused.to_string(), "a table row too few");
    }
}
