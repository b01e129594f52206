//! The logical structure: what every paragraph is to a reader that does not see the page. It
//! follows from the styles and the purpose of tables alone, never from the look.
//!
//! Headings are numbered by how deep they stand among those of the outline, so that no level is
//! skipped. A Điều without a title is a paragraph, as it holds the whole sentence.

#[cfg(test)]
mod tests;

use crate::form::flow::{Cell, Paragraph, Row, TablePurpose};
use crate::form::style::StyleId;

use super::outline::{self, text};
use super::page::{Element, ElementId, Numbering, Role, Tag};

/// The structure in the making.
#[derive(Debug)]
pub(super) struct Structure {
    elements: Vec<Element>,
    /// Elements that are open, the innermost last; the document is always open.
    open: Vec<ElementId>,
    /// Ranks of the headings that enclose what comes.
    ranks: Vec<usize>,
    /// Lists that are open, the innermost last.
    lists: Vec<List>,
    /// Style and element of the paragraph before, for one set as several.
    last: Option<(StyleId, ElementId)>,
}

#[derive(Clone, Copy, Debug)]
struct List {
    depth: usize,
    element: ElementId,
    /// Body of the last item.
    body: ElementId,
}

/// What the text of a paragraph belongs to.
#[derive(Clone, Debug, Default)]
pub(super) struct Tags {
    /// The first run, where it is the label of a list item.
    label: Option<ElementId>,
    /// Everything else; nothing for what pages repeat.
    text: Option<ElementId>,
    /// Its form fields.
    pub(super) fields: Vec<ElementId>,
}

impl Tags {
    /// What a run belongs to, by its index.
    pub(super) fn of_run(&self, run: usize) -> Tag {
        let label = self.label.filter(|_| run == 0);
        label.or(self.text).map_or(Tag::Repeated, Tag::Content)
    }
}

impl Structure {
    /// A document without content.
    pub(super) fn new() -> Structure {
        let document = Element {
            parent: None,
            role: Role::Document,
        };
        Structure {
            elements: vec![document],
            open: vec![ElementId(0)],
            ranks: Vec::new(),
            lists: Vec::new(),
            last: None,
        }
    }

    /// All elements.
    pub(super) fn into_elements(self) -> Vec<Element> {
        self.elements
    }

    /// Opens the paper or an annex.
    pub(super) fn open_section(&mut self) {
        self.enter(Role::Section);
    }

    /// Closes what [`Self::open_section`] opened.
    pub(super) fn close_section(&mut self) {
        self.leave();
    }

    /// Opens a table; one for layout is a group of paragraphs.
    pub(super) fn open_table(&mut self, purpose: TablePurpose) {
        self.enter(match purpose {
            TablePurpose::Data => Role::Table,
            TablePurpose::Letterhead | TablePurpose::Signature => Role::Group,
        });
    }

    /// Closes what [`Self::open_table`] opened.
    pub(super) fn close_table(&mut self) {
        self.leave();
    }

    /// Opens a row.
    pub(super) fn open_row(&mut self, purpose: TablePurpose) {
        if purpose == TablePurpose::Data {
            self.enter(Role::Row);
        }
    }

    /// Closes what [`Self::open_row`] opened.
    pub(super) fn close_row(&mut self, purpose: TablePurpose) {
        if purpose == TablePurpose::Data {
            self.leave();
        }
    }

    /// Opens a cell; those of head rows and group rows are heads.
    pub(super) fn open_cell(&mut self, purpose: TablePurpose, row: &Row, cell: &Cell) {
        let groups = |paragraph: &Paragraph| paragraph.style == StyleId::TableGroup;
        let span = cell.span.max(1);
        match purpose {
            TablePurpose::Data if row.header || cell.paragraphs.first().is_some_and(groups) => {
                self.enter(Role::HeadCell { span });
            }
            TablePurpose::Data => self.enter(Role::Cell { span }),
            TablePurpose::Letterhead | TablePurpose::Signature => self.end_lists(),
        }
    }

    /// Closes what [`Self::open_cell`] opened.
    pub(super) fn close_cell(&mut self, purpose: TablePurpose) {
        match purpose {
            TablePurpose::Data => self.leave(),
            TablePurpose::Letterhead | TablePurpose::Signature => self.end_lists(),
        }
    }

    /// Enters a paragraph.
    pub(super) fn paragraph(&mut self, paragraph: &Paragraph) -> Tags {
        let text = text(paragraph);
        let mut tags = Tags::default();
        if !text.is_empty() {
            tags = self.text(paragraph, text);
        }
        for _ in &paragraph.fields {
            self.end_lists();
            tags.fields.push(self.add(Role::Field));
        }
        tags
    }

    fn text(&mut self, paragraph: &Paragraph, text: String) -> Tags {
        let style = paragraph.style;
        if let Some((numbering, depth)) = list(style) {
            self.last = None;
            return self.item(paragraph, numbering, depth);
        }
        self.lists.clear();
        let element = match (self.continued(style), outline::role(style)) {
            (Some(element), _) => {
                if let Role::Heading { title, .. } = &mut self.elements[element.0].role {
                    title.push(' ');
                    title.push_str(&text);
                }
                element
            }
            (None, outline::Role::Opens(rank)) if heads(paragraph) => self.heading(rank, text),
            (None, _) => self.add(Role::Paragraph),
        };
        self.last = Some((style, element));
        Tags {
            text: Some(element),
            ..Tags::default()
        }
    }

    /// The element that a paragraph of a style goes on with.
    fn continued(&self, style: StyleId) -> Option<ElementId> {
        let (last, element) = self.last?;
        let heading = matches!(self.elements[element.0].role, Role::Heading { .. });
        let goes_on = match outline::role(style) {
            outline::Role::Continues(opener) => heading && (last == opener || last == style),
            outline::Role::Opens(_) | outline::Role::None => last == style && in_parts(style),
        };
        goes_on.then_some(element)
    }

    fn heading(&mut self, rank: usize, title: String) -> ElementId {
        self.ranks.retain(|&outer| outer < rank);
        self.ranks.push(rank);
        let level = self.ranks.len().min(6) as u8;
        self.add(Role::Heading { level, title })
    }

    fn item(&mut self, paragraph: &Paragraph, numbering: Numbering, depth: usize) -> Tags {
        self.lists.retain(|list| list.depth <= depth);
        let list = match self.lists.last() {
            Some(list) if list.depth == depth => list.element,
            Some(outer) => self.add_to(outer.body, Role::List(numbering)),
            None => self.add(Role::List(numbering)),
        };
        self.lists.retain(|open| open.depth < depth);
        let item = self.add_to(list, Role::Item);
        let labelled = paragraph.runs.len() > 1;
        let label = labelled.then(|| self.add_to(item, Role::Label));
        let body = self.add_to(item, Role::ItemBody);
        self.lists.push(List {
            depth,
            element: list,
            body,
        });
        Tags {
            label,
            text: Some(body),
            fields: Vec::new(),
        }
    }

    fn enter(&mut self, role: Role) {
        self.end_lists();
        let element = self.add(role);
        self.open.push(element);
    }

    fn leave(&mut self) {
        self.end_lists();
        self.open.pop();
    }

    /// What comes belongs neither to a list nor to the paragraph before.
    fn end_lists(&mut self) {
        self.lists.clear();
        self.last = None;
    }

    fn add(&mut self, role: Role) -> ElementId {
        let parent = self.open.last().copied().unwrap_or(ElementId(0));
        self.add_to(parent, role)
    }

    fn add_to(&mut self, parent: ElementId, role: Role) -> ElementId {
        let parent = Some(parent);
        self.elements.push(Element { parent, role });
        ElementId(self.elements.len() - 1)
    }
}

/// True for a paragraph that is a title, not a whole sentence: `form` keeps its lines together.
fn heads(paragraph: &Paragraph) -> bool {
    paragraph.style != StyleId::Article || paragraph.format.keep_lines
}

/// True for styles that set one thing as several paragraphs.
fn in_parts(style: StyleId) -> bool {
    matches!(style, StyleId::Parent | StyleId::Agency | StyleId::TypeName)
}

/// What labels the items of a style, and how deep they stand among lists.
fn list(style: StyleId) -> Option<(Numbering, usize)> {
    match style {
        StyleId::Clause => Some((Numbering::Decimal, 0)),
        StyleId::Point => Some((Numbering::Letters, 1)),
        StyleId::Dash => Some((Numbering::Marks, 2)),
        StyleId::Plus => Some((Numbering::Marks, 3)),
        StyleId::AddresseeItem | StyleId::Recipient => Some((Numbering::Marks, 0)),
        StyleId::NationalName
        | StyleId::Motto
        | StyleId::Parent
        | StyleId::Agency
        | StyleId::Number
        | StyleId::PlaceDate
        | StyleId::Rule
        | StyleId::TypeName
        | StyleId::Subject
        | StyleId::LetterSubject
        | StyleId::Addressee
        | StyleId::Basis
        | StyleId::Body
        | StyleId::Division
        | StyleId::DivisionTitle
        | StyleId::Article
        | StyleId::Roman
        | StyleId::ClauseTitle
        | StyleId::PointTitle
        | StyleId::TableHead
        | StyleId::TableGroup
        | StyleId::TableCell
        | StyleId::Recipients
        | StyleId::Authority
        | StyleId::SignatureGap
        | StyleId::SignerName
        | StyleId::AnnexLabel
        | StyleId::AnnexTitle
        | StyleId::AnnexAttached
        | StyleId::Urgency
        | StyleId::Circulation
        | StyleId::Contact
        | StyleId::PageNumber
        | StyleId::AfterTable
        | StyleId::Issuer
        | StyleId::Enacting
        | StyleId::Giver
        | StyleId::AwardLead
        | StyleId::Awardee
        | StyleId::AwardeeUnit
        | StyleId::Achievement
        | StyleId::AwardDecision
        | StyleId::GoldenBook
        | StyleId::Placed => None,
    }
}
