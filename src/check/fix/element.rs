//! An element of a property as text, and changes of its children and attributes that leave the rest as
//! it was, byte for byte.

use std::ops::Range;

use quick_xml::Reader;
use quick_xml::events::Event;

use crate::wordml;

/// A child of an element.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Child {
    /// Its name with the prefix.
    name: String,
    /// Its bytes in the element.
    range: Range<usize>,
}

/// An element with its text.
#[derive(Clone, Debug)]
pub(super) struct Element {
    text: String,
}

/// What an element's text consists of.
struct Parts {
    name: String,
    /// Before the end tag.
    close: usize,
    children: Vec<Child>,
}

impl Element {
    /// An element from its bytes, if they are one.
    pub(super) fn new(text: &[u8]) -> Option<Element> {
        let text = std::str::from_utf8(text).ok()?.to_string();
        let element = Element { text }.opened()?;
        element.parts().map(|_| element)
    }

    /// An empty element.
    pub(super) fn empty(name: &str) -> Element {
        Element {
            text: format!("<{name}></{name}>"),
        }
    }

    /// The bytes.
    pub(super) fn into_text(self) -> String {
        self.text
    }

    /// An element without content gets room for some.
    fn opened(self) -> Option<Element> {
        let trimmed = self.text.trim_end();
        let Some(head) = trimmed.strip_suffix("/>") else {
            return Some(self);
        };
        let name = name_of(trimmed)?;
        // `<a><b/></a>` does not end so; only the element itself can.
        Some(Element {
            text: format!("{}></{name}>", head.trim_end()),
        })
    }

    fn parts(&self) -> Option<Parts> {
        let mut reader = Reader::from_str(&self.text);
        let mut depth = 0_usize;
        let mut parts: Option<Parts> = None;
        let mut child: Option<(String, usize)> = None;
        loop {
            let before = usize::try_from(reader.buffer_position()).ok()?;
            let event = reader.read_event().ok()?;
            let after = usize::try_from(reader.buffer_position()).ok()?;
            match event {
                Event::Start(start) => {
                    let name = String::from_utf8(start.name().as_ref().to_vec()).ok()?;
                    match depth {
                        0 => {
                            parts = Some(Parts {
                                name,
                                close: after,
                                children: Vec::new(),
                            });
                        }
                        1 => child = Some((name, before)),
                        _ => {}
                    }
                    depth += 1;
                }
                Event::Empty(start) if depth == 1 => {
                    let name = String::from_utf8(start.name().as_ref().to_vec()).ok()?;
                    let range = before..after;
                    parts.as_mut()?.children.push(Child { name, range });
                }
                Event::End(_) => {
                    depth = depth.checked_sub(1)?;
                    match depth {
                        0 => {
                            parts.as_mut()?.close = before;
                            return parts;
                        }
                        1 => {
                            let (name, start) = child.take()?;
                            let range = start..after;
                            parts.as_mut()?.children.push(Child { name, range });
                        }
                        _ => {}
                    }
                }
                Event::Eof => return None,
                _ => {}
            }
        }
    }

    /// Puts a child in its place, instead of the one of that name if there is one; `None` removes it.
    /// `name` is without prefix.
    pub(super) fn set_child(&mut self, name: &str, child: Option<&str>) {
        self.set_child_if(name, |_| true, child);
    }

    /// The same for the one of several children of that name that `is` picks by its text.
    pub(super) fn set_child_if(
        &mut self,
        name: &str,
        is: impl Fn(&str) -> bool,
        child: Option<&str>,
    ) {
        let Some(parts) = self.parts() else {
            return;
        };
        let prefix = prefix(&parts.name);
        let full = format!("{prefix}{name}");
        let mut named = parts.children.iter().filter(|child| child.name == full);
        let there = named.find(|child| is(&self.text[child.range.clone()]));
        match (there, child) {
            (Some(there), child) => {
                let range = there.range.clone();
                self.text.replace_range(range, child.unwrap_or(""));
            }
            (None, Some(child)) => {
                let at = self.place_of(&parts, name);
                self.text.insert_str(at, child);
            }
            (None, None) => {}
        }
    }

    /// Puts a child behind all others.
    pub(super) fn append(&mut self, child: &str) {
        if let Some(parts) = self.parts() {
            self.text.insert_str(parts.close, child);
        }
    }

    /// Where a new child belongs by the schema.
    fn place_of(&self, parts: &Parts, name: &str) -> usize {
        let canonical = |name: &str| format!("w:{}", name.rsplit(':').next().unwrap_or(name));
        let order = wordml::children(canonical(&parts.name).as_bytes()).unwrap_or(&[]);
        let rank = |name: &str| {
            let name = canonical(name);
            order.iter().position(|known| *known == name.as_bytes())
        };
        let own = rank(name);
        let behind = |child: &&Child| rank(&child.name).is_some_and(|other| Some(other) > own);
        let next = parts.children.iter().find(behind);
        next.map_or(parts.close, |child| child.range.start)
    }

    /// Names and bytes of the children.
    pub(super) fn children(&self) -> Vec<(String, Range<usize>)> {
        let children = self.parts().map_or(Vec::new(), |parts| parts.children);
        children
            .into_iter()
            .map(|child| (child.name, child.range))
            .collect()
    }

    /// The text of a child, or that of an empty one of that name.
    pub(super) fn child(&self, name: &str) -> String {
        let Some(parts) = self.parts() else {
            return String::new();
        };
        let full = format!("{}{name}", prefix(&parts.name));
        let there = parts.children.iter().find(|child| child.name == full);
        match there {
            Some(child) => self.text[child.range.clone()].to_string(),
            None => format!("<{full}/>"),
        }
    }

    /// Gives a child attributes, keeping its others; `None` removes one. Names are without prefix.
    pub(super) fn set_attributes(&mut self, child: &str, attributes: &[(&str, Option<&str>)]) {
        let text = self.child(child);
        let Some(end) = text.find('>') else {
            return;
        };
        let closed = text[..end].ends_with('/');
        let tag_end = if closed { end - 1 } else { end };
        let prefix = self
            .parts()
            .map_or(String::new(), |parts| prefix(&parts.name).to_string());
        let mut tag = text[..tag_end].trim_end().to_string();
        for (name, value) in attributes {
            set_attribute(&mut tag, &format!("{prefix}{name}"), *value);
        }
        let text = format!("{tag}{}", &text[tag_end..]);
        self.set_child(child, Some(&text));
    }

    /// Name of the element's prefix with the colon: `w:`.
    pub(super) fn prefix(&self) -> String {
        self.parts()
            .map_or(String::new(), |parts| prefix(&parts.name).to_string())
    }
}

/// The prefix of a name with its colon.
pub(super) fn prefix(name: &str) -> &str {
    name.find(':').map_or("", |at| &name[..=at])
}

/// The name of the element that a text begins with.
pub(super) fn name_of(text: &str) -> Option<&str> {
    let rest = text.strip_prefix('<')?;
    let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '>' | '/'))?;
    Some(&rest[..end])
}

/// Sets or removes an attribute in a tag without its end.
pub(super) fn set_attribute(tag: &mut String, name: &str, value: Option<&str>) {
    if let Some(range) = attribute(tag, name) {
        tag.replace_range(range, "");
    }
    if let Some(value) = value {
        tag.push_str(&format!(" {name}=\"{value}\""));
    }
}

/// The bytes of an attribute with the white space before it.
fn attribute(tag: &str, name: &str) -> Option<Range<usize>> {
    let bytes = tag.as_bytes();
    for (at, _) in tag.match_indices(name) {
        let before = at
            .checked_sub(1)
            .is_some_and(|at| bytes[at].is_ascii_whitespace());
        let rest = tag[at + name.len()..].trim_start();
        if !before || !rest.starts_with('=') {
            continue;
        }
        let value = rest[1..].trim_start();
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let length = value[1..].find(quote)?;
        let end = tag.len() - value.len() + length + 2;
        let start = tag[..at].trim_end().len();
        return Some(start..end);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(text: &str, change: impl FnOnce(&mut Element)) -> String {
        let mut element = Element::new(text.as_bytes()).unwrap();
        change(&mut element);
        element.into_text()
    }

    #[test]
    fn a_child_is_replaced_or_put_in_its_place() {
        let text = "<w:rPr><w:b/><w:color w:val=\"FF0000\"/><w:lang w:val=\"vi-VN\"/></w:rPr>";
        assert_eq!(
            run(text, |element| element
                .set_child("sz", Some("<w:sz w:val=\"26\"/>"))),
            "<w:rPr><w:b/><w:color w:val=\"FF0000\"/><w:sz w:val=\"26\"/><w:lang w:val=\"vi-VN\"/></w:rPr>"
        );
        assert_eq!(
            run(text, |element| element.set_child("color", None)),
            "<w:rPr><w:b/><w:lang w:val=\"vi-VN\"/></w:rPr>"
        );
        assert_eq!(
            run("<w:rPr/>", |element| element.set_child("i", Some("<w:i/>"))),
            "<w:rPr><w:i/></w:rPr>"
        );
    }

    #[test]
    fn attributes_are_set_and_the_others_stay() {
        let text = "<w:pPr><w:spacing w:before='60' w:lineRule=\"auto\" w:line=\"360\"/></w:pPr>";
        assert_eq!(
            run(text, |element| element
                .set_attributes("spacing", &[("before", Some("120"))])),
            "<w:pPr><w:spacing w:lineRule=\"auto\" w:line=\"360\" w:before=\"120\"/></w:pPr>"
        );
        assert_eq!(
            run("<w:pPr><w:jc w:val=\"left\"/></w:pPr>", |element| {
                element.set_attributes("ind", &[("firstLine", Some("720")), ("hanging", None)]);
            }),
            "<w:pPr><w:ind w:firstLine=\"720\"/><w:jc w:val=\"left\"/></w:pPr>"
        );
    }
}
