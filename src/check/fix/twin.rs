//! Text boxes that a file holds twice, for newer programs and for older ones: what is changed in the one
//! is changed in the other, if their contents are the same to the byte.

use std::ops::Range;

use crate::check::facts::{BoxId, Facts, Home, ParagraphId, PartId, Place};

use super::find::elements;

/// Contents that stand twice: the part, the content that was read, its twin.
type Pair = (PartId, Range<usize>, Range<usize>);

/// All contents that stand twice, and are the same.
#[derive(Default)]
pub(super) struct Twins {
    all: Vec<Pair>,
}

impl Twins {
    /// The twins of a file.
    pub(super) fn of(facts: &Facts) -> Twins {
        let mut all = Vec::new();
        let mut last = None;
        for own in &facts.boxes {
            // Boxes of a group share their drawing.
            if own.fallback.is_some() && last != Some(&own.place) {
                last = Some(&own.place);
                all.extend(pairs(facts, &own.place, own.fallback.as_ref()).unwrap_or_default());
            }
        }
        Twins { all }
    }

    /// True if a paragraph stands in a box that is there twice, and not the same both times.
    pub(super) fn differ(&self, facts: &Facts, id: ParagraphId) -> bool {
        let paragraph = &facts[id];
        outer_box(facts, paragraph.home).is_some_and(|own| {
            facts[own].fallback.is_some() && self.shift(&paragraph.place).is_none()
        })
    }

    /// How far behind a place its twin stands.
    pub(super) fn shift(&self, place: &Place) -> Option<isize> {
        let mut all = self.all.iter();
        let (_, own, twin) = all.find(|(part, own, _)| {
            *part == place.part && own.start <= place.range.start && place.range.end <= own.end
        })?;
        twin.start.checked_signed_diff(own.start)
    }
}

/// The box that holds something, also in a table in it.
fn outer_box(facts: &Facts, home: Home) -> Option<BoxId> {
    match home {
        Home::Story => None,
        Home::Box(id) => Some(id),
        Home::Cell(table, ..) => outer_box(facts, facts[table].home),
    }
}

fn pairs(facts: &Facts, place: &Place, fallback: Option<&Place>) -> Option<Vec<Pair>> {
    let fallback = fallback?;
    let contents = |place: &Place| -> Option<Vec<Range<usize>>> {
        let xml = std::str::from_utf8(facts.xml(place)).ok()?;
        let found = elements(xml, "txbxContent")?;
        let start = place.range.start;
        let found = found.into_iter();
        Some(
            found
                .map(|range| start + range.start..start + range.end)
                .collect(),
        )
    };
    let (own, twins) = (contents(place)?, contents(fallback)?);
    let bytes = |range: &Range<usize>| {
        facts.xml(&Place {
            part: place.part,
            range: range.clone(),
        })
    };
    let same = own.len() == twins.len()
        && own
            .iter()
            .zip(&twins)
            .all(|(own, twin)| bytes(own) == bytes(twin));
    let pairs = own.into_iter().zip(twins);
    same.then(|| pairs.map(|(own, twin)| (place.part, own, twin)).collect())
}
