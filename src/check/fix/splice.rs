//! From edits to replaced bytes of the parts. What is not replaced stays as it is.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::check::facts::{
    Facts, Paragraph, ParagraphId, PartId, Place, Run, RunKind, SectionId, Span,
};
use crate::check::mend::{Edit, PageNumbers, RunChange};

use super::element::{Element, name_of, prefix};
use super::package::Package;
use super::twin::Twins;
use super::{drawn, find, line, number, property, words};

/// Replaced bytes of the parts, and parts that are new or other as a whole.
#[derive(Debug, Default)]
pub(super) struct Splices {
    parts: BTreeMap<PartId, BTreeMap<usize, (Range<usize>, String)>>,
    whole: BTreeMap<String, Vec<u8>>,
}

/// An element whose properties are to change: itself, its properties, the changed properties.
struct Owner {
    place: Place,
    properties: Option<Place>,
    changed: Element,
}

/// The owners of changed properties by where they start.
type Owners = BTreeMap<(PartId, usize), Owner>;

/// What edits are turned into splices with.
struct Making<'a, 'p, 'f> {
    facts: &'a Facts,
    package: &'p mut Package<'f>,
    twins: Twins,
    owners: Owners,
    splices: Splices,
}

impl Splices {
    /// The splices of some edits. An edit that cannot be made safely is left out.
    pub(super) fn of(facts: &Facts, package: &mut Package<'_>, edits: &[Edit]) -> Splices {
        let mut making = Making {
            facts,
            package,
            twins: Twins::of(facts),
            owners: Owners::new(),
            splices: Splices::default(),
        };
        for edit in edits {
            making.edit(edit);
        }
        making.finish()
    }
}

impl Making<'_, '_, '_> {
    fn edit(&mut self, edit: &Edit) {
        let facts = self.facts;
        match edit {
            Edit::Runs(span, change) => self.runs(span, change),
            Edit::AllRuns(id, change) => self.all_runs(*id, change),
            Edit::Paragraph(id, change) => {
                if let Some(owner) = self.paragraph(*id) {
                    property::paragraph(&mut owner.changed, change);
                }
            }
            Edit::Section(id, change) => {
                let across = facts[*id].lies_across();
                if let Some(owner) = self.section(*id) {
                    property::section(&mut owner.changed, change, across);
                }
            }
            Edit::Words(span, new) => {
                if !self.twins.differ(facts, span.paragraph) {
                    self.put_all(words::replacements(facts, span, new));
                }
            }
            Edit::Line(own) => {
                if !self.twins.differ(facts, own.below) {
                    self.put_all(line::paragraph(facts, own));
                }
            }
            Edit::Drawn(id, length) => {
                self.put_all(drawn::resized(facts, *id, *length).unwrap_or_default());
            }
            Edit::PageNumber(numbers) => self.page_number(numbers),
        }
    }

    fn finish(mut self) -> Splices {
        for owner in std::mem::take(&mut self.owners).into_values() {
            self.splices.put_owner(self.facts, owner);
        }
        self.splices.mirror(&self.twins);
        self.splices
    }

    fn put_all(&mut self, replaced: impl IntoIterator<Item = (Place, String)>) {
        for (place, text) in replaced {
            self.splices.put(place.part, place.range, text);
        }
    }

    /// The properties of a paragraph.
    fn paragraph(&mut self, id: ParagraphId) -> Option<&mut Owner> {
        let paragraph = &self.facts[id];
        if self.twins.differ(self.facts, id) {
            return None;
        }
        let own = (&paragraph.place, paragraph.properties.as_ref(), "pPr");
        owner(self.facts, own, &mut self.owners)
    }

    /// The properties of a section; a file without any gets some first, which the next pass fills.
    fn section(&mut self, id: SectionId) -> Option<&mut Owner> {
        let Some(place) = &self.facts[id].place else {
            self.put_all(end_of_body(self.facts));
            return None;
        };
        let own = (place, Some(place), "sectPr");
        owner(self.facts, own, &mut self.owners)
    }

    /// Changes the runs of a stretch. One that holds other words, too, is taken apart if it can be. An
    /// automatic number is formatted by the mark of its paragraph.
    fn runs(&mut self, span: &Span, change: &RunChange) {
        let facts = self.facts;
        let paragraph = &facts[span.paragraph];
        if self.twins.differ(facts, span.paragraph) {
            return;
        }
        for (run, shared) in paragraph.runs_in(span.range.clone()) {
            if run.kind == RunKind::Number {
                let size = paragraph
                    .visible_runs()
                    .find(|run| run.kind == RunKind::Typed);
                let size = size.map(|run| RunChange::Size(run.format.size));
                if let Some(owner) = self.paragraph(span.paragraph) {
                    property::mark(&mut owner.changed, change);
                    // A mark that says nothing of the size leaves it to the program.
                    if let (RunChange::Font, Some(size)) = (change, &size) {
                        property::mark(&mut owner.changed, size);
                    }
                }
                continue;
            }
            if !covered(paragraph, run, span) {
                let own = shared.start - run.range.start..shared.end - run.range.start;
                let words = (run, paragraph.words(run));
                self.put_all(words::split(facts, words, own, |properties| {
                    property::run(properties, change);
                }));
                continue;
            }
            let own = (&run.place, run.properties.as_ref(), "rPr");
            if let Some(owner) = owner(facts, own, &mut self.owners) {
                property::run(&mut owner.changed, change);
            }
        }
    }

    /// Changes every run of a paragraph.
    fn all_runs(&mut self, id: ParagraphId, change: &RunChange) {
        let facts = self.facts;
        let place = &facts[id].place;
        if self.twins.differ(facts, id) {
            return;
        }
        for (run, properties) in words::runs(facts, place).unwrap_or_default() {
            let own = (&run, properties.as_ref(), "rPr");
            if let Some(owner) = owner(facts, own, &mut self.owners) {
                property::run(&mut owner.changed, change);
            }
        }
    }

    /// Puts page numbers where they belong, once.
    fn page_number(&mut self, numbers: &PageNumbers) {
        if !self.splices.whole.is_empty() {
            return;
        }
        let first = SectionId(0);
        if self.facts[first].place.is_none() {
            self.put_all(end_of_body(self.facts));
            return;
        }
        let Some(made) = number::make(self.facts, self.package, numbers) else {
            return;
        };
        self.put_all(made.replaced);
        if let Some(owner) = self.section(first) {
            for reference in &made.references {
                reference.put(&mut owner.changed);
            }
            if numbers.title_page {
                property::title_page(&mut owner.changed);
            }
        }
        self.splices.whole = made.parts;
    }
}

impl Splices {
    /// Does to the twins of text boxes what is done to them.
    fn mirror(&mut self, twins: &Twins) {
        for (part, splices) in &mut self.parts {
            let own: Vec<(Range<usize>, String)> = splices.values().cloned().collect();
            for (range, text) in own {
                let place = Place {
                    part: *part,
                    range: range.clone(),
                };
                let Some(shift) = twins.shift(&place) else {
                    continue;
                };
                let moved = |at: usize| at.saturating_add_signed(shift);
                let range = moved(range.start)..moved(range.end);
                splices.insert(range.start, (range, text));
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
        self.whole.is_empty() && self.parts.values().all(BTreeMap::is_empty)
    }

    /// The changed parts by their names in the package.
    pub(super) fn apply(&self, facts: &Facts) -> BTreeMap<String, Vec<u8>> {
        let mut changed = self.whole.clone();
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

/// Room for properties of the last section at the end of a body that has none.
fn end_of_body(facts: &Facts) -> Option<(Place, String)> {
    let (_, first) = facts.story().next()?;
    let part = first.place.part;
    let text = std::str::from_utf8(&facts.parts.get(part.0)?.bytes).ok()?;
    let name = name_of(&text[find::root(text)?])?;
    let w = prefix(name);
    let at = text.rfind(&format!("</{w}body>"))?;
    let place = Place {
        part,
        range: at..at,
    };
    Some((place, format!("<{w}sectPr></{w}sectPr>")))
}

/// The properties of an element that are to change, made if it has none.
fn owner<'o>(
    facts: &Facts,
    (place, properties, name): (&Place, Option<&Place>, &str),
    owners: &'o mut Owners,
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
