//! Sections (`w:sectPr`).

use super::count::number_format;
use super::measure::{is_on, on, twips};
use super::names::Ns;
use super::walk::Walk;
use super::xml::Node;
use crate::check::facts::{
    Columns, MarginKind, MarginSet, NumberFormat, Place, Section, SectionId, SectionStart,
};
use crate::check::refusal::{self, Refusal};
use crate::units::Twips;

/// Sections of a file.
const MOST_SECTIONS: usize = 10_000;

/// Text columns that Word knows.
const MOST_COLUMNS: i32 = 45;

impl Walk<'_> {
    /// A section ends here; what comes next stands in the next one.
    pub(super) fn end_section(&mut self, node: Node<'_>) -> Result<(), Refusal> {
        let mut section = Section {
            place: Some(self.place(node)),
            ..Section::usual()
        };
        // A section without its own header or footer takes those of the one before.
        if let Some(before) = self.facts.sections.last() {
            section.headers = before.headers;
            section.footers = before.footers;
        }
        for child in node.children() {
            self.section_property(child, &mut section);
        }
        section.columns = columns(node.w("cols"), section.text_width());
        if self.facts.sections.len() >= MOST_SECTIONS {
            return Err(refusal::too_large());
        }
        self.facts.sections.push(section);
        self.section = SectionId(self.facts.sections.len());
        Ok(())
    }

    fn section_property(&mut self, node: Node<'_>, section: &mut Section) {
        let (Ns::W, name) = node.name() else { return };
        let length = |name: &str| node.attribute(name).and_then(twips);
        match name {
            "type" => section.start = start(node.val().unwrap_or("")),
            "pgSz" => {
                section.width = length("w").unwrap_or(section.width);
                section.height = length("h").unwrap_or(section.height);
                section.landscape = node.attribute("orient") == Some("landscape");
            }
            "pgMar" => take_margins(node, section),
            "titlePg" => section.title_page = on(node),
            "headerReference" => self.margin_reference(node, MarginKind::Header, section),
            "footerReference" => self.margin_reference(node, MarginKind::Footer, section),
            "pgNumType" => {
                let start = node.attribute("start");
                section.first_number = start.and_then(|start| start.parse().ok());
                let format = node.attribute("fmt").unwrap_or("decimal");
                section.number_format = number_format(format, node.attribute("format"));
            }
            "sectPrChange" => self.change(node),
            _ => {}
        }
    }

    fn margin_reference(&mut self, node: Node<'_>, kind: MarginKind, section: &mut Section) {
        let Some(id) = node.relation("id") else {
            return;
        };
        let margin = self.margin(id, kind);
        let set = match kind {
            MarginKind::Header => &mut section.headers,
            MarginKind::Footer => &mut section.footers,
        };
        match node.attribute("type") {
            Some("first") => set.first = margin,
            Some("even") => set.even = margin,
            _ => set.default = margin,
        }
    }
}

impl Section {
    /// A section that says nothing of itself (ECMA-376 part 1, 17.6.13; Word's own margins).
    pub(super) fn usual() -> Section {
        Section {
            place: None::<Place>,
            start: SectionStart::NextPage,
            width: Twips(12_240),
            height: Twips(15_840),
            landscape: false,
            top: Twips(1_440),
            bottom: Twips(1_440),
            left: Twips(1_800),
            right: Twips(1_800),
            gutter: Twips(0),
            header_distance: Twips(720),
            footer_distance: Twips(720),
            title_page: false,
            headers: MarginSet::default(),
            footers: MarginSet::default(),
            first_number: None,
            number_format: NumberFormat::Decimal,
            columns: Columns {
                each: vec![(Twips(8_640), Twips(0))],
                separated: false,
            },
        }
    }
}

fn start(value: &str) -> SectionStart {
    match value {
        "continuous" => SectionStart::Continuous,
        "nextColumn" => SectionStart::NextColumn,
        "evenPage" => SectionStart::EvenPage,
        "oddPage" => SectionStart::OddPage,
        _ => SectionStart::NextPage,
    }
}

fn take_margins(node: Node<'_>, section: &mut Section) {
    let length = |name: &str| node.attribute(name).and_then(twips);
    // A negative margin is as large, but does not grow with the header.
    let positive = |name: &str| length(name).map(|length| Twips(length.0.abs()));
    section.top = positive("top").unwrap_or(section.top);
    section.bottom = positive("bottom").unwrap_or(section.bottom);
    let left = length("left").or_else(|| length("start"));
    let right = length("right").or_else(|| length("end"));
    section.left = left.unwrap_or(section.left);
    section.right = right.unwrap_or(section.right);
    section.gutter = length("gutter").unwrap_or_default();
    section.header_distance = length("header").unwrap_or(section.header_distance);
    section.footer_distance = length("footer").unwrap_or(section.footer_distance);
}

/// Text columns.
fn columns(node: Option<Node<'_>>, room: Twips) -> Columns {
    let Some(node) = node else {
        return Columns {
            each: vec![(room, Twips(0))],
            separated: false,
        };
    };
    let length = |node: Node<'_>, name: &str| node.attribute(name).and_then(twips);
    let separated = node.attribute("sep").is_some_and(is_on);
    let given: Vec<(Twips, Twips)> = node
        .children()
        .filter(|child| child.is(Ns::W, "col"))
        .map(|child| {
            let width = length(child, "w").unwrap_or_default();
            (width, length(child, "space").unwrap_or_default())
        })
        .collect();
    let equal = node.attribute("equalWidth").is_none_or(is_on);
    if !equal && !given.is_empty() {
        let each = given;
        return Columns { each, separated };
    }
    let count = node.attribute("num").and_then(|num| num.parse().ok());
    let count: i32 = count.unwrap_or(1).clamp(1, MOST_COLUMNS);
    let space = length(node, "space").unwrap_or(Twips(720));
    let width = (room - space * (count - 1)) / count;
    let last = count - 1;
    let each = (0..count)
        .map(|at| (width, if at == last { Twips(0) } else { space }))
        .collect();
    Columns { each, separated }
}
