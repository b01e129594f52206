//! Elements in a stretch of XML, by their names without prefix.

use std::ops::Range;

use quick_xml::Reader;
use quick_xml::events::Event;

/// The elements of that name, outermost ones only; `None` if the stretch is no sound XML.
pub(super) fn elements(xml: &str, name: &str) -> Option<Vec<Range<usize>>> {
    let mut reader = Reader::from_str(xml);
    let mut found = Vec::new();
    let mut depth = 0_usize;
    // Start and depth of the element that is open.
    let mut open: Option<(usize, usize)> = None;
    loop {
        let before = usize::try_from(reader.buffer_position()).ok()?;
        let event = reader.read_event().ok()?;
        let after = usize::try_from(reader.buffer_position()).ok()?;
        match event {
            Event::Start(start) => {
                if open.is_none() && start.local_name().as_ref() == name.as_bytes() {
                    open = Some((before, depth));
                }
                depth += 1;
            }
            Event::Empty(start)
                if open.is_none() && start.local_name().as_ref() == name.as_bytes() =>
            {
                found.push(before..after);
            }
            Event::End(_) => {
                depth = depth.checked_sub(1)?;
                if let Some((start, _)) = open.filter(|(_, own)| *own == depth) {
                    found.push(start..after);
                    open = None;
                }
            }
            Event::Eof => return (depth == 0).then_some(found),
            _ => {}
        }
    }
}

/// The one element of that name.
pub(super) fn only(xml: &str, name: &str) -> Option<Range<usize>> {
    let mut found = elements(xml, name)?;
    match found.len() {
        1 => found.pop(),
        _ => None,
    }
}

/// Bytes of the start tag of a part's root.
pub(super) fn root(part: &str) -> Option<Range<usize>> {
    let mark = part.len() - part.trim_start_matches('\u{feff}').len();
    let mut reader = Reader::from_str(&part[mark..]);
    loop {
        let before = usize::try_from(reader.buffer_position()).ok()?;
        let event = reader.read_event().ok()?;
        let after = usize::try_from(reader.buffer_position()).ok()?;
        match event {
            Event::Start(_) | Event::Empty(_) => return Some(mark + before..mark + after),
            Event::Eof => return None,
            _ => {}
        }
    }
}

/// The value of an attribute in a start tag.
pub(super) fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let mut rest = tag;
    while let Some(at) = rest.find(name) {
        let before = rest[..at].ends_with(|c: char| c.is_ascii_whitespace());
        rest = &rest[at + name.len()..];
        let Some(value) = rest.trim_start().strip_prefix('=') else {
            continue;
        };
        let value = value.trim_start();
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        if before {
            return value[1..].split(quote).next();
        }
    }
    None
}

/// The prefix, with its colon, that a start tag gives a namespace.
pub(super) fn prefix_of(tag: &str, namespace: &str) -> Option<String> {
    let at = ["\"", "'"].into_iter().find_map(|quote| {
        let value = format!("{quote}{namespace}{quote}");
        tag.find(&value)
    })?;
    let name = tag[..at].trim_end().strip_suffix('=')?.trim_end();
    let start = name.rfind(|c: char| c.is_ascii_whitespace())?;
    let prefix = name[start + 1..].strip_prefix("xmlns:")?;
    Some(format!("{prefix}:"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_found_by_their_names_without_prefix() {
        let xml = "<w:p><w:r><a:r/></w:r><x:r/><w:rPr/></w:p>";
        let found = elements(xml, "r").unwrap();
        let found: Vec<&str> = found.into_iter().map(|range| &xml[range]).collect();
        assert_eq!(found, ["<w:r><a:r/></w:r>", "<x:r/>"]);
        assert_eq!(elements("<w:p><w:r>", "r"), None);
        assert_eq!(only(xml, "r"), None);
    }

    #[test]
    fn the_root_and_its_names_are_found_behind_a_byte_order_mark() {
        let part = "\u{feff}<?xml version=\"1.0\"?><!-- a --><w:hdr xmlns:w = 'W' xmlns:r=\"R\"/>";
        let tag = &part[root(part).unwrap()];
        assert_eq!(tag, "<w:hdr xmlns:w = 'W' xmlns:r=\"R\"/>");
        assert_eq!(attribute(tag, "xmlns:w"), Some("W"));
        assert_eq!(attribute(tag, "xmlns"), None);
        assert_eq!(prefix_of(tag, "R").as_deref(), Some("r:"));
        assert_eq!(prefix_of(tag, "A"), None);
    }
}
