//! From edits to replaced bytes of the parts. What is not replaced stays as it is.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::check::facts::{Facts, Home, Paragraph, PartId, Place, Run, RunKind, Span};
use crate::check::mend::{Edit, RunChange};

use super::element::{Element, name_of};
use super::{line, property, words};

/// Replaced bytes of the parts, and what could not be.
#[derive(Debug, Default)]
pub(super) struct Splices {
    parts: BTreeMap<PartId, BTreeMap<usize, (Range<usize>, String)>>,
}

/// An element whose properties are to change: itself, its properties, the changed properties.
struct Owner {
    place: Place,
    properties: Option<Place>,
    changed: Element,
}

impl Splices {
    /// The splices of some edits. An edit that cannot be made safely is left out.
    pub(super) fn of(facts: &Facts, edits: &[Edit]) -> Splices {
        let mut splices = Splices::default();
        let mut owners: BTreeMap<(PartId, usize), Owner> = BTreeMap::new();
        for edit in edits {
            match edit {
                Edit::Runs(span, change) => splices.runs(facts, span, change, &mut owners),
                Edit::Paragraph(id, change) => {
                    let paragraph = &facts[*id];
                    if doubled(facts, paragraph) {
                        continue;
                    }
                    let own = (&paragraph.place, paragraph.properties.as_ref(), "pPr");
                    if let Some(owner) = owner(facts, own, &mut owners) {
                        property::paragraph(&mut owner.changed, change);
                    }
                }
                Edit::Section(id, change) => {
                    let section = &facts[*id];
                    if let Some(place) = &section.place
                        && let Some(owner) =
                            owner(facts, (place, Some(place), "sectPr"), &mut owners)
                    {
                        property::section(&mut owner.changed, change, section.lies_across());
                    }
                }
                Edit::Words(span, new) => {
                    for (place, text) in words::replacements(facts, span, new) {
                        splices.put(place.part, place.range, text);
                    }
                }
                Edit::Line(own) => {
                    if let Some((place, text)) = line::paragraph(facts, own) {
                        splices.put(place.part, place.range, text);
                    }
                }
            }
        }
        for owner in owners.into_values() {
            splices.put_owner(facts, owner);
        }
        splices
    }

    /// Changes the runs of a stretch. One that holds other words, too, is taken apart if it can be.
    fn runs(
        &mut self,
        facts: &Facts,
        span: &Span,
        change: &RunChange,
        owners: &mut BTreeMap<(PartId, usize), Owner>,
    ) {
        let paragraph = &facts[span.paragraph];
        if doubled(facts, paragraph) {
            return;
        }
        for (run, shared) in paragraph.runs_in(span.range.clone()) {
            if run.kind == RunKind::Number {
                continue;
            }
            if !covered(paragraph, run, span) {
                let own = shared.start - run.range.start..shared.end - run.range.start;
                let words = (run, paragraph.words(run));
                let split = words::split(facts, words, own, |properties| {
                    property::run(properties, change)
                });
                if let Some((place, text)) = split {
                    self.put(place.part, place.range, text);
                }
                continue;
            }
            let own = (&run.place, run.properties.as_ref(), "rPr");
            if let Some(owner) = owner(facts, own, owners) {
                property::run(&mut owner.changed, change);
            }
        }
    }

    fn put_owner(&mut self, facts: &Facts, owner: Owner) {
        let text = owner.changed.into_text();
        match owner.properties {
            Some(place) if facts.xml(&place) != text.as_bytes() => {
                self.put(place.part, place.range, text);
            }
            Some(_) => {}
            None => {
                let Some(open) = start_tag(facts.xml(&owner.place)) else {
                    return;
                };
                let at = owner.place.range.start + open;
                self.put(owner.place.part, at..at, text);
            }
        }
    }

    /// Takes a splice, unless it overlaps one that is there: the next pass finds what is left.
    fn put(&mut self, part: PartId, range: Range<usize>, text: String) {
        let splices = self.parts.entry(part).or_default();
        let overlaps = splices.values().any(|(known, _)| {
            known.start < range.end.max(range.start + 1)
                && range.start < known.end.max(known.start + 1)
        });
        if !overlaps {
            splices.insert(range.start, (range, text));
        }
    }

    /// True if nothing is replaced.
    pub(super) fn is_empty(&self) -> bool {
        self.parts.values().all(BTreeMap::is_empty)
    }

    /// The changed parts by their names in the package.
    pub(super) fn apply(&self, facts: &Facts) -> BTreeMap<String, Vec<u8>> {
        let mut changed = BTreeMap::new();
        for (id, splices) in &self.parts {
            let Some(part) = facts.parts.get(id.0).filter(|_| !splices.is_empty()) else {
                continue;
            };
            let mut bytes = Vec::with_capacity(part.bytes.len());
            let mut end = 0;
            for (range, text) in splices.values() {
                bytes.extend_from_slice(part.bytes.get(end..range.start).unwrap_or(&[]));
                bytes.extend_from_slice(text.as_bytes());
                end = range.end;
            }
            bytes.extend_from_slice(part.bytes.get(end..).unwrap_or(&[]));
            changed.insert(part.name.clone(), bytes);
        }
        changed
    }
}

/// True if all words of the `w:r` lie in the stretch.
fn covered(paragraph: &Paragraph, run: &Run, span: &Span) -> bool {
    let same = paragraph
        .runs
        .iter()
        .filter(|other| other.place == run.place);
    same.into_iter().all(|part| {
        let text = &paragraph.text;
        let before = part.range.start..part.range.end.min(span.range.start).max(part.range.start);
        let behind = part.range.start.max(span.range.end).min(part.range.end)..part.range.end;
        let blank =
            |range: Range<usize>| text.get(range).is_none_or(|words| words.trim().is_empty());
        blank(before) && blank(behind)
    })
}

/// True for a paragraph in a text box that the file holds twice: only one of them was read.
fn doubled(facts: &Facts, paragraph: &Paragraph) -> bool {
    match paragraph.home {
        Home::Box(id) => facts[id].fallback.is_some(),
        Home::Story | Home::Cell(..) => false,
    }
}

/// The properties of an element that are to change, made if it has none.
fn owner<'o>(
    facts: &Facts,
    (place, properties, name): (&Place, Option<&Place>, &str),
    owners: &'o mut BTreeMap<(PartId, usize), Owner>,
) -> Option<&'o mut Owner> {
    let key = (place.part, place.range.start);
    if let std::collections::btree_map::Entry::Vacant(vacant) = owners.entry(key) {
        let changed = match properties {
            Some(place) => Element::new(facts.xml(place))?,
            None => {
                let own = std::str::from_utf8(facts.xml(place)).ok()?;
                let prefix = name_of(own)?
                    .split_once(':')
                    .map_or("", |(prefix, _)| prefix);
                let colon = if prefix.is_empty() { "" } else { ":" };
                Element::empty(&format!("{prefix}{colon}{name}"))
            }
        };
        vacant.insert(Owner {
            place: place.clone(),
            properties: properties.cloned(),
            changed,
        });
    }
    owners.get_mut(&key)
}

/// Where the start tag of an element ends; none for one without content.
fn start_tag(xml: &[u8]) -> Option<usize> {
    let end = xml.iter().position(|byte| *byte == b'>')?;
    (end > 0 && xml[end - 1] != b'/').then_some(end + 1)
}
