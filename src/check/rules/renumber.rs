//! What must change in headers and footers so that every page but the first has its number at the top
//! (Phụ lục I, phần I, mục I.7). Nothing is planned that would touch other words than the number.

use std::collections::BTreeSet;

use crate::check::facts::{
    Block, Facts, FieldKind, Home, MarginId, MarginKind, MarginSet, Paragraph, ParagraphId,
    Section, SectionId, Story,
};
use crate::check::mend::{Edit, FirstPage, PageNumbers, Pages, SectionChange};
use crate::check::paper::Role;
use crate::units::{HalfPoints, Twips};

use super::reading::Reading;

/// Height that a line of the number takes, with some room.
const LINE: Twips = Twips(340);

/// Nearest that a header comes to the edge of the page.
const NEAREST: Twips = Twips(283);

/// Headers, footers and numbers as they are.
struct Margins<'a> {
    facts: &'a Facts,
    numbers: Vec<(ParagraphId, MarginId)>,
    /// What pages other than first ones have at the top.
    tops: BTreeSet<MarginId>,
}

/// The edits, if there is anything to change and it can be done safely.
pub(super) fn edits(reading: &Reading<'_>) -> Vec<Edit> {
    let Some(numbers) = plan(reading) else {
        return Vec::new();
    };
    let mut edits = vec![Edit::PageNumber(numbers)];
    for (at, section) in reading.facts.sections.iter().enumerate() {
        if section.header_distance + LINE > section.top {
            let distance = Twips((section.top - LINE).0.max(NEAREST.0));
            let change = SectionChange::HeaderDistance(distance);
            edits.push(Edit::Section(SectionId(at), change));
        }
    }
    edits
}

fn plan(reading: &Reading<'_>) -> Option<PageNumbers> {
    let facts = reading.facts;
    let section = facts.sections.first()?;
    if reading.paper.page_number.doubt().is_some() || letterhead_in_margin(reading) {
        return None;
    }
    let margins = Margins::of(facts);
    let in_footer = reading.paper.page_number.get().is_some_and(|number| {
        let margin = &facts[number.margin];
        margin.kind == MarginKind::Footer
    });
    let mut plan = PageNumbers {
        emptied: margins.of_footers(in_footer)?,
        numbered: margins.without_number(),
        made: margins.missing(section),
        first_header: FirstPage::AsItIs,
        first_footer: FirstPage::AsItIs,
        title_page: !section.title_page,
        size: size(reading),
    };
    if section.title_page {
        margins.clear_first_page(section, &mut plan)?;
    } else {
        plan.first_header = margins.first_page(|section| &section.headers)?;
        plan.first_footer = margins.first_page(|section| &section.footers)?;
    }
    let changes = !plan.emptied.is_empty()
        || !plan.numbered.is_empty()
        || !plan.made.is_empty()
        || plan.first_header != FirstPage::AsItIs
        || plan.title_page;
    changes.then_some(plan)
}

/// Numbers are as large as the text: 13 or 14.
fn size(reading: &Reading<'_>) -> HalfPoints {
    let line = reading.paper.body.first();
    let run = line.and_then(|line| {
        let paragraph = &reading.facts[line.content.paragraph];
        paragraph.runs_in(line.content.range.clone()).next()
    });
    let (from, to) = (HalfPoints::points(13), HalfPoints::points(14));
    run.map_or(to, |(run, _)| run.format.size.clamp(from, to))
}

/// True if the header holds the letterhead: what belongs on which page only a person can tell.
fn letterhead_in_margin(reading: &Reading<'_>) -> bool {
    let head = [
        Role::NationalName,
        Role::Motto,
        Role::Parent,
        Role::Agency,
        Role::Number,
        Role::PlaceDate,
    ];
    reading.facts.all().any(|(id, paragraph)| {
        matches!(paragraph.story, Story::Margin(_)) && head.contains(&reading.paper.role(id))
    })
}

impl<'a> Margins<'a> {
    fn of(facts: &'a Facts) -> Margins<'a> {
        let numbers = facts.all().filter_map(|(id, paragraph)| {
            let Story::Margin(margin) = paragraph.story else {
                return None;
            };
            has_number(paragraph).then_some((id, margin))
        });
        let sections = facts.sections.iter();
        let tops = sections.flat_map(|section| {
            let even = section.headers.even;
            [
                section.headers.default,
                even.filter(|_| facts.settings.even_and_odd),
            ]
        });
        Margins {
            facts,
            numbers: numbers.collect(),
            tops: tops.flatten().collect(),
        }
    }

    fn numbers_of(&self, margin: MarginId) -> impl Iterator<Item = ParagraphId> {
        let own = self.numbers.iter().filter(move |(_, of)| *of == margin);
        own.map(|(id, _)| *id)
    }

    fn is_numbered(&self, margin: MarginId) -> bool {
        self.numbers_of(margin).next().is_some()
    }

    /// The numbers of a header or footer, if each is alone in its paragraph.
    fn bare(&self, margin: MarginId) -> Option<Vec<ParagraphId>> {
        let own: Vec<ParagraphId> = self.numbers_of(margin).collect();
        let bare = own.iter().all(|&id| is_bare(self.facts, &self.facts[id]));
        bare.then_some(own)
    }

    /// The numbers of footers. One with words beside it stays, unless it is the only one there is.
    fn of_footers(&self, must: bool) -> Option<Vec<ParagraphId>> {
        let mut found = Vec::new();
        for (at, margin) in self.facts.margins.iter().enumerate() {
            if margin.kind == MarginKind::Footer {
                match self.bare(MarginId(at)) {
                    Some(own) => found.extend(own),
                    None if must => return None,
                    None => {}
                }
            }
        }
        Some(found)
    }

    fn without_number(&self) -> Vec<MarginId> {
        let tops = self.tops.iter().copied();
        tops.filter(|&margin| !self.is_numbered(margin)).collect()
    }

    /// Pages that have no header; a later section has none only if the first has none.
    fn missing(&self, section: &Section) -> Vec<Pages> {
        let even_too = self.facts.settings.even_and_odd;
        let pages = [
            (Pages::Default, section.headers.default, true),
            (Pages::Even, section.headers.even, even_too),
        ];
        pages
            .into_iter()
            .filter(|(_, header, asked)| *asked && header.is_none())
            .map(|(pages, ..)| pages)
            .collect()
    }

    /// The first page has its own header, which is to have no number.
    fn clear_first_page(&self, section: &Section, plan: &mut PageNumbers) -> Option<()> {
        let Some(first) = section.headers.first else {
            return Some(());
        };
        let own = self.bare(first)?;
        if self.tops.contains(&first) {
            plan.first_header = FirstPage::Without(first);
        } else {
            plan.emptied.extend(own);
        }
        Some(())
    }

    /// What the first page is to have where it had the same as the others.
    fn first_page(&self, of: fn(&Section) -> &MarginSet) -> Option<FirstPage> {
        let set = of(self.facts.sections.first()?);
        let first = match set.default.filter(|&margin| self.has_content(margin)) {
            Some(margin) => {
                self.bare(margin)?;
                FirstPage::Without(margin)
            }
            None if set.first.is_some_and(|first| self.has_content(first)) => FirstPage::Empty,
            None => FirstPage::AsItIs,
        };
        let others = self.facts.sections.iter().skip(1);
        // A later first page that took over the old one would change, too.
        let mut heirs = others.filter(|other| other.title_page && of(other).first == set.first);
        (first == FirstPage::AsItIs || heirs.next().is_none()).then_some(first)
    }

    /// True if something else than numbers prints.
    fn has_content(&self, margin: MarginId) -> bool {
        let tables = self.facts[margin].blocks.iter();
        let mut tables = tables.filter(|block| matches!(block, Block::Table(_)));
        tables.next().is_some()
            || self.facts.all().any(|(_, paragraph)| {
                let drawn = !paragraph.shapes.is_empty()
                    || !paragraph.images.is_empty()
                    || !paragraph.boxes.is_empty();
                let ruled = paragraph.format.borders != Default::default();
                let printed = !paragraph.is_blank() && !is_bare(self.facts, paragraph);
                paragraph.story == Story::Margin(margin) && (drawn || ruled || printed)
            })
    }
}

/// True if one of these headers and footers has a number.
pub(super) fn is_numbered<const N: usize>(facts: &Facts, margins: [Option<MarginId>; N]) -> bool {
    facts.all().any(|(_, paragraph)| match paragraph.story {
        Story::Margin(margin) => margins.contains(&Some(margin)) && has_number(paragraph),
        Story::Body | Story::Note(_) => false,
    })
}

/// True if a paragraph shows the number of its page.
fn has_number(paragraph: &Paragraph) -> bool {
    let mut fields = paragraph.fields.iter();
    fields.any(|field| field.kind == FieldKind::Page)
}

/// True for a number that is alone in its paragraph, but for signs as in `- 2 -` or `2/5`, in a place that
/// the file has once.
pub(super) fn is_bare(facts: &Facts, paragraph: &Paragraph) -> bool {
    let counts = |kind| {
        matches!(
            kind,
            FieldKind::Page | FieldKind::Pages | FieldKind::SectionPages
        )
    };
    let numbers: Vec<_> = paragraph
        .fields
        .iter()
        .filter(|field| counts(field.kind))
        .map(|field| field.range.clone())
        .collect();
    let mut others = paragraph
        .text
        .char_indices()
        .filter(|(at, c)| c.is_alphanumeric() && !numbers.iter().any(|range| range.contains(at)));
    let once = match paragraph.home {
        Home::Box(id) => facts[id].frame,
        Home::Story | Home::Cell(..) => true,
    };
    let drawn = paragraph.shapes.is_empty()
        && paragraph.images.is_empty()
        && paragraph.boxes.is_empty()
        && paragraph.bookmarks.is_empty();
    has_number(paragraph) && others.next().is_none() && once && drawn
}
