//! XML parts, one block at a time: each child of an element deep enough becomes a small tree, is looked
//! at, and is forgotten. A file of a thousand pages costs no more room than its longest table.
//!
//! Namespaces are told apart by their names, not by their prefixes, and strict OOXML reads like the
//! usual one. `mc:AlternateContent` is decided here: the tree has the branch that this program reads.
//! A document type is refused, so no entity but the five of XML exists.

use std::borrow::Cow;
use std::ops::Range;

use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::attributes::Attributes;
use quick_xml::events::{BytesRef, Event};
use quick_xml::{Reader, XmlVersion};

use super::names::{Names, Ns};
pub(super) use super::tree::Node;
use super::tree::{Attribute, Growing, Tree};
use crate::check::refusal::{self, Refusal};

/// Deepest nesting of elements. Tables in text boxes in tables stay far below.
const MOST_DEPTH: usize = 256;

/// Elements, or attributes, of one block. A table of a thousand pages has some four million.
const MOST_NODES: usize = 8_000_000;

/// Visits the children of the element at `path` (local names from the root) in order.
///
/// # Errors
///
/// Broken XML, a document type, a strange encoding, too many or too deep elements; and what `visit`
/// refuses.
pub(super) fn blocks(
    part: &[u8],
    path: &[&str],
    mut visit: impl FnMut(Node<'_>) -> Result<(), Refusal>,
) -> Result<(), Refusal> {
    let mut parser = Parser::new(part)?;
    let mut tree = Tree::default();
    let mut open = 0;
    loop {
        match parser.next()? {
            Token::Open(tag) if open == path.len() => {
                parser.read_tree(&mut tree, tag)?;
                for node in tree.tops() {
                    visit(node)?;
                }
            }
            Token::Open(tag) if tag.name == path[open] && !tag.empty => open += 1,
            Token::Open(tag) => parser.skip(&tag)?,
            Token::Close => {
                parser.names.close();
                open = open.saturating_sub(1);
            }
            Token::Text(_) => {}
            Token::End if open == 0 => return Ok(()),
            Token::End => return Err(refusal::broken()),
        }
    }
}

/// What stands next in a part.
enum Token<'a> {
    /// A start tag; its attributes are in [`Parser::attributes`].
    Open(Tag<'a>),
    Close,
    Text(Cow<'a, str>),
    End,
}

/// A start tag.
struct Tag<'a> {
    ns: Ns,
    name: &'a str,
    range: Range<usize>,
    empty: bool,
}

struct Parser<'a> {
    /// The part without its byte order mark.
    text: &'a str,
    /// Bytes of the byte order mark.
    mark: usize,
    reader: Reader<&'a [u8]>,
    names: Names<'a>,
    /// Attributes of the last start tag.
    attributes: Vec<Attribute<'a>>,
}

impl<'a> Parser<'a> {
    fn new(part: &'a [u8]) -> Result<Parser<'a>, Refusal> {
        let whole = std::str::from_utf8(part).map_err(|_| refusal::broken())?;
        let text = whole.trim_start_matches('\u{feff}');
        Ok(Parser {
            text,
            mark: whole.len() - text.len(),
            reader: Reader::from_str(text),
            names: Names::default(),
            attributes: Vec::new(),
        })
    }

    fn next(&mut self) -> Result<Token<'a>, Refusal> {
        loop {
            let event = self.reader.read_event().map_err(|_| refusal::broken())?;
            let end = self.reader.buffer_position() as usize;
            return Ok(match event {
                Event::Start(start) => self.open(end - start.len() - 2..end, false)?,
                Event::Empty(start) => self.open(end - start.len() - 3..end, true)?,
                Event::End(_) => Token::Close,
                Event::Text(text) => Token::Text(self.words(end - text.len()..end)),
                Event::CData(data) => {
                    let end = end - "]]>".len();
                    Token::Text(self.words(end - data.len()..end))
                }
                Event::GeneralRef(name) => Token::Text(entity(&name)?),
                Event::DocType(_) => return Err(refusal::document_type()),
                Event::Decl(_) | Event::PI(_) | Event::Comment(_) => continue,
                Event::Eof => Token::End,
            });
        }
    }

    /// Text with the line ends that XML has.
    fn words(&self, range: Range<usize>) -> Cow<'a, str> {
        let words = &self.text[range];
        match words.contains('\r') {
            true => Cow::Owned(words.replace("\r\n", "\n").replace('\r', "\n")),
            false => Cow::Borrowed(words),
        }
    }

    fn open(&mut self, range: Range<usize>, empty: bool) -> Result<Token<'a>, Refusal> {
        let inside = &self.text[range.start + 1..range.end - if empty { 2 } else { 1 }];
        let length = inside.find(|c: char| c.is_ascii_whitespace());
        let length = length.unwrap_or(inside.len());
        self.names.open();
        if self.names.depth() > MOST_DEPTH {
            return Err(refusal::too_deep());
        }
        self.read_attributes(inside, length)?;
        let (ns, name) = self.names.resolve(&inside[..length]);
        Ok(Token::Open(Tag {
            ns,
            name,
            range,
            empty,
        }))
    }

    /// Takes the attributes of a tag, and the namespaces that it binds.
    fn read_attributes(&mut self, tag: &'a str, start: usize) -> Result<(), Refusal> {
        self.attributes.clear();
        for attribute in Attributes::new(tag, start) {
            let attribute = attribute.map_err(|_| refusal::broken())?;
            let key = std::str::from_utf8(attribute.key.into_inner());
            let name = key.map_err(|_| refusal::broken())?;
            let value = attribute.normalized_value(XmlVersion::Implicit1_0);
            let value = value.map_err(|_| refusal::broken())?;
            if name == "xmlns" {
                self.names.bind("", &value);
            } else if let Some(prefix) = name.strip_prefix("xmlns:") {
                self.names.bind(prefix, &value);
            } else {
                self.attributes.push(Attribute {
                    ns: Ns::Other,
                    name,
                    value,
                });
            }
        }
        for attribute in &mut self.attributes {
            // An attribute without a prefix has no namespace, whatever the default one.
            if attribute.name.contains(':') {
                (attribute.ns, attribute.name) = self.names.resolve(attribute.name);
            }
        }
        Ok(())
    }

    /// Goes behind the end of the element that was opened last.
    fn skip(&mut self, tag: &Tag<'a>) -> Result<(), Refusal> {
        let outside = self.names.depth() - 1;
        if tag.empty {
            self.names.close();
        }
        while self.names.depth() > outside {
            match self.next()? {
                Token::Open(Tag { empty: true, .. }) | Token::Close => self.names.close(),
                Token::Open(_) | Token::Text(_) => {}
                Token::End => return Err(refusal::broken()),
            }
        }
        Ok(())
    }

    /// Reads the element that was opened last, to its end.
    fn read_tree(&mut self, tree: &mut Tree<'a>, tag: Tag<'a>) -> Result<(), Refusal> {
        tree.clear();
        let mut growing = Vec::new();
        let mut token = Token::Open(tag);
        loop {
            match token {
                Token::Open(tag) => {
                    let empty = tag.empty;
                    growing.push(self.grow(tree, tag)?);
                    if empty {
                        self.names.close();
                        tree.close(&mut growing);
                    }
                }
                Token::Close => {
                    self.names.close();
                    let end = self.reader.buffer_position() as usize + self.mark;
                    tree.end(growing.last(), end);
                    tree.close(&mut growing);
                }
                Token::Text(text) => tree.add_text(growing.last(), text),
                Token::End => return Err(refusal::broken()),
            }
            if growing.is_empty() {
                return Ok(());
            }
            token = self.next()?;
        }
    }

    /// Adds the element that was opened last to the tree, as yet without a parent.
    fn grow(&mut self, tree: &mut Tree<'a>, tag: Tag<'a>) -> Result<Growing, Refusal> {
        if tree.len() >= MOST_NODES {
            return Err(refusal::too_large());
        }
        let range = tag.range.start + self.mark..tag.range.end + self.mark;
        let growing = tree.grow(tag.ns, tag.name, &range, &mut self.attributes);
        if tag.ns == Ns::Mc && tag.name == "Choice" {
            let needs = tree.node(&growing).attribute("Requires").unwrap_or("");
            let mut needs = needs.split_whitespace();
            if needs.all(|prefix| self.names.of(prefix) != Ns::Other) {
                tree.understand(&growing);
            }
        }
        Ok(growing)
    }
}

/// The character of a reference.
fn entity<'a>(name: &BytesRef<'_>) -> Result<Cow<'a, str>, Refusal> {
    if let Ok(Some(c)) = name.resolve_char_ref() {
        return Ok(Cow::Owned(c.to_string()));
    }
    let name = name.decode().map_err(|_| refusal::broken())?;
    let text = resolve_xml_entity(&name).ok_or_else(refusal::document_type)?;
    Ok(Cow::Borrowed(text))
}
