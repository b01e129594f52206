//! Other letters in place of a stretch, and runs in pieces: only where the runs of the file hold just
//! these letters.

use std::ops::Range;

use quick_xml::Reader;
use quick_xml::escape::{escape, unescape};
use quick_xml::events::Event;

use super::element::{Element, name_of};
use super::find;
use crate::check::facts::{Facts, Place, Run, RunKind, Span};

/// A `w:t` element: its bytes in the file, its name, its letters.
struct Text {
    place: Place,
    name: String,
    letters: String,
}

/// The `w:t` elements that change, with their new bytes. Nothing if any of it is not safe.
pub(super) fn replacements(facts: &Facts, span: &Span, new: &str) -> Vec<(Place, String)> {
    wanted(facts, span, new).unwrap_or_default()
}

fn wanted(facts: &Facts, span: &Span, new: &str) -> Option<Vec<(Place, String)>> {
    let paragraph = &facts[span.paragraph];
    let mut replaced = Vec::new();
    // The first run takes the new letters, the others lose theirs.
    let mut rest = Some(new);
    for (run, shared) in paragraph.runs_in(span.range.clone()) {
        if run.kind != RunKind::Typed {
            return None;
        }
        let text = text(facts, run)?;
        if text.letters != paragraph.words(run) {
            return None;
        }
        let own: Range<usize> = shared.start - run.range.start..shared.end - run.range.start;
        let mut letters = text.letters.clone();
        letters.replace_range(own, rest.take().unwrap_or(""));
        let name = &text.name;
        let xml = format!(
            "<{name} xml:space=\"preserve\">{}</{name}>",
            escape(letters.as_str())
        );
        replaced.push((text.place, xml));
    }
    Some(replaced)
}

/// Every run of a paragraph, and its properties.
pub(super) fn runs(facts: &Facts, paragraph: &Place) -> Option<Vec<(Place, Option<Place>)>> {
    let xml = std::str::from_utf8(facts.xml(paragraph)).ok()?;
    let start = paragraph.range.start;
    let place = |range: Range<usize>| Place {
        part: paragraph.part,
        range: start + range.start..start + range.end,
    };
    let mut runs = Vec::new();
    for run in find::elements(xml, "r")? {
        let own = find::elements(&xml[run.clone()], "rPr")?;
        let own = own.first().map(|own| run.start + own.start..run.start + own.end);
        runs.push((place(run), own.map(place)));
    }
    Some(runs)
}

/// A run in pieces: each its own `w:r` with the properties of the run, those of `own` (bytes of the run's
/// text) changed by `change`. Nothing if the run holds more than letters.
pub(super) fn split(
    facts: &Facts,
    (run, words): (&Run, &str),
    own: Range<usize>,
    change: impl FnOnce(&mut Element),
) -> Option<(Place, String)> {
    let text = text(facts, run)?;
    if text.letters != words {
        return None;
    }
    let xml = std::str::from_utf8(facts.xml(&run.place)).ok()?;
    let tag = name_of(xml)?;
    let open = &xml[..=xml.find('>')?];
    let properties = match &run.properties {
        Some(place) => Element::new(facts.xml(place))?,
        None => Element::empty(&format!(
            "{}rPr",
            &tag[..tag.find(':').map_or(0, |at| at + 1)]
        )),
    };
    let mut changed = properties.clone();
    change(&mut changed);
    let (plain, changed) = (properties.into_text(), changed.into_text());
    let pieces = [
        (0..own.start, &plain),
        (own.clone(), &changed),
        (own.end..words.len(), &plain),
    ];
    let name = &text.name;
    let mut xml = String::new();
    for (range, properties) in pieces {
        let letters = words.get(range)?;
        if !letters.is_empty() {
            let letters = escape(letters);
            let text = format!("<{name} xml:space=\"preserve\">{letters}</{name}>");
            xml.push_str(&format!("{open}{properties}{text}</{tag}>"));
        }
    }
    Some((run.place.clone(), xml))
}

/// The one `w:t` of a run, if the run holds nothing else that prints.
fn text(facts: &Facts, run: &Run) -> Option<Text> {
    let xml = std::str::from_utf8(facts.xml(&run.place)).ok()?;
    let mut reader = Reader::from_str(xml);
    let mut found: Option<Text> = None;
    let mut open: Option<(String, usize, usize)> = None;
    let mut depth = 0_usize;
    loop {
        let before = usize::try_from(reader.buffer_position()).ok()?;
        let event = reader.read_event().ok()?;
        let after = usize::try_from(reader.buffer_position()).ok()?;
        match event {
            Event::Start(start) => {
                let name = String::from_utf8(start.name().as_ref().to_vec()).ok()?;
                let local = name.rsplit(':').next().unwrap_or("").to_string();
                if depth == 1 && local == "t" {
                    open = Some((name, before, after));
                } else if depth == 1 && local != "rPr" {
                    return None;
                }
                depth += 1;
            }
            Event::Empty(start) if depth == 1 => {
                let name = start.name();
                let local = name.local_name();
                // What Word leaves behind from its last layout prints nothing.
                if !matches!(local.as_ref(), b"rPr" | b"lastRenderedPageBreak") {
                    return None;
                }
            }
            Event::End(_) => {
                depth = depth.checked_sub(1)?;
                if depth == 1
                    && let Some((name, start, inner)) = open.take()
                {
                    let letters = unescape(&xml[inner..before]).ok()?.into_owned();
                    let at = run.place.range.start;
                    let range = at + start..at + after;
                    let place = Place {
                        part: run.place.part,
                        range,
                    };
                    if found
                        .replace(Text {
                            place,
                            name,
                            letters,
                        })
                        .is_some()
                    {
                        return None;
                    }
                }
            }
            Event::Eof => return found,
            _ => {}
        }
    }
}
