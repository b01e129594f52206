//! A property element with its children, small enough to hold: sorted, cleaned, written.

use anyhow::{Context, Result, bail};
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, Writer};

use super::order;

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
pub(super) struct Element {
    start: BytesStart<'static>,
    children: Vec<Element>,
}

impl Element {
    /// An element without children.
    pub(super) fn new(start: BytesStart<'static>) -> Element {
        Element {
            start,
            children: Vec::new(),
        }
    }

    /// The element that `start` opens, read to its end.
    pub(super) fn read(reader: &mut Reader<&[u8]>, start: &BytesStart) -> Result<Element> {
        let mut element = Element::new(start.to_owned());
        loop {
            match reader.read_event().context("docx-rs wrote broken XML")? {
                Event::Start(start) => element.children.push(Element::read(reader, &start)?),
                Event::Empty(start) => element.push(start.into_owned()),
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
    pub(super) fn push(&mut self, child: BytesStart<'static>) {
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
        let Some(sequence) = order::children(self.name()) else {
            return Ok(());
        };
        let place = |child: &Element| sequence.iter().position(|name| *name == child.name());
        if let Some(unknown) = self.children.iter().find(|child| place(child).is_none()) {
            bail!("no place for {} in {}", unknown.shown(), self.shown());
        }
        self.children.sort_by_key(place);
        Ok(())
    }

    /// Writes the element, unless it says nothing.
    pub(super) fn write(self, writer: &mut Writer<Vec<u8>>) -> Result<()> {
        if self.says_nothing() {
            return Ok(());
        }
        let start = cleaned(self.start)?;
        if self.children.is_empty() {
            writer.write_event(Event::Empty(start))?;
            return Ok(());
        }
        let end = start.to_end().into_owned();
        writer.write_event(Event::Start(start))?;
        for child in self.children {
            child.write(writer)?;
        }
        writer.write_event(Event::End(end))?;
        Ok(())
    }

    fn says_nothing(&self) -> bool {
        self.children.is_empty() && NOTHING_IF_EMPTY.contains(&self.name())
    }

    fn shown(&self) -> String {
        String::from_utf8_lossy(self.name()).into_owned()
    }
}

/// The tag without unwanted attributes and stray spaces.
pub(super) fn cleaned(start: BytesStart) -> Result<BytesStart<'static>> {
    let name = String::from_utf8_lossy(start.name().as_ref()).into_owned();
    let mut clean = BytesStart::new(name);
    for attribute in start.attributes() {
        let attribute = attribute?;
        if !UNWANTED.contains(&(start.name().as_ref(), attribute.key.as_ref())) {
            clean.push_attribute(attribute);
        }
    }
    Ok(clean)
}
