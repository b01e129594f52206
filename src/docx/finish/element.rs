//! A property element with its children, small enough to hold: sorted, cleaned, written. Nothing of it
//! is copied before it is written.

use anyhow::{Context, Result, bail};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::wordml;

/// Attributes that docx-rs writes and the schema lacks (`w:gridCol`), or that come from a counter.
const UNWANTED: [(&[u8], &[u8]); 2] = [(b"w:p", b"w14:paraId"), (b"w:gridCol", b"w:type")];

/// Elements that say nothing if they have no children.
const NOTHING_IF_EMPTY: [&[u8]; 6] = [
    b"w:rPr",
    b"w:pPr",
    b"w:trPr",
    b"w:tcPr",
    b"w:pBdr",
    b"w:tblBorders",
];

/// An element without text.
#[derive(Debug)]
pub(super) struct Element<'a> {
    start: BytesStart<'a>,
    children: Vec<Element<'a>>,
}

impl<'a> Element<'a> {
    /// An element without children.
    pub(super) fn new(start: BytesStart<'a>) -> Element<'a> {
        Element {
            start,
            children: Vec::new(),
        }
    }

    /// The element that `start` opens, read to its end.
    pub(super) fn read(reader: &mut Reader<&'a [u8]>, start: BytesStart<'a>) -> Result<Self> {
        let mut element = Element::new(start);
        loop {
            match reader.read_event().context("docx-rs wrote broken XML")? {
                Event::Start(start) => element.children.push(Element::read(reader, start)?),
                Event::Empty(start) => element.push(start),
                Event::End(_) => return Ok(element),
                other => bail!("unexpected {other:?} in {}", element.shown()),
            }
        }
    }

    /// The name with its prefix.
    pub(super) fn name(&self) -> &[u8] {
        self.start.name().into_inner()
    }

    /// Adds a child without children.
    pub(super) fn push(&mut self, child: BytesStart<'a>) {
        self.children.push(Element::new(child));
    }

    /// Marks Normal as the default style and every other as the paper's own.
    pub(super) fn mark_style(&mut self) -> Result<()> {
        let id = self.start.try_get_attribute("w:styleId")?;
        let normal = id.is_some_and(|id| id.value.as_ref() == b"Normal");
        let mark = if normal { "w:default" } else { "w:customStyle" };
        self.start.push_attribute((mark, "1"));
        Ok(())
    }

    /// Sorts the children, theirs too, and drops those that say nothing.
    pub(super) fn finish(&mut self) -> Result<()> {
        for child in &mut self.children {
            child.finish()?;
        }
        self.children.retain(|child| !child.says_nothing());
        let Some(sequence) = wordml::children(self.name()) else {
            return Ok(());
        };
        let place = |child: &Element| sequence.iter().position(|name| *name == child.name());
        if let Some(unknown) = self.children.iter().find(|child| place(child).is_none()) {
            bail!("no place for {} in {}", unknown.shown(), self.shown());
        }
        if self.children.len() > 1 {
            self.children.sort_by_key(place);
        }
        Ok(())
    }

    /// Writes the element, unless it says nothing.
    pub(super) fn write(&self, out: &mut Vec<u8>) -> Result<()> {
        if self.says_nothing() {
            return Ok(());
        }
        if self.children.is_empty() {
            return write_tag(&self.start, b"/>", out);
        }
        write_tag(&self.start, b">", out)?;
        for child in &self.children {
            child.write(out)?;
        }
        out.extend_from_slice(b"</");
        out.extend_from_slice(self.name());
        out.push(b'>');
        Ok(())
    }

    fn says_nothing(&self) -> bool {
        self.children.is_empty() && NOTHING_IF_EMPTY.contains(&self.name())
    }

    fn shown(&self) -> String {
        String::from_utf8_lossy(self.name()).into_owned()
    }
}

/// Writes a tag up to its `end`, without unwanted attributes and the space that docx-rs leaves there.
pub(super) fn write_tag(start: &BytesStart, end: &[u8], out: &mut Vec<u8>) -> Result<()> {
    out.push(b'<');
    match UNWANTED
        .iter()
        .find(|(name, _)| *name == start.name().as_ref())
    {
        None => out.extend_from_slice(start.trim_ascii_end()),
        Some((name, unwanted)) => {
            out.extend_from_slice(name);
            for attribute in start.attributes() {
                let attribute = attribute?;
                if attribute.key.as_ref() != *unwanted {
                    out.push(b' ');
                    out.extend_from_slice(attribute.key.as_ref());
                    out.extend_from_slice(b"=\"");
                    out.extend_from_slice(&attribute.value);
                    out.push(b'"');
                }
            }
        }
    }
    out.extend_from_slice(end);
    Ok(())
}
