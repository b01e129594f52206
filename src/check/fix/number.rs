//! Page numbers where they belong: numbers in headers that have none, new headers, the first page's own.

use std::collections::BTreeMap;

use crate::check::facts::{
    Block, Facts, FieldKind, Home, MarginId, MarginKind, ParagraphId, Part, PartId, Place, Story,
};
use crate::check::mend::{FirstPage, PageNumbers, Pages};
use crate::units::HalfPoints;

use super::element::{Element, name_of, prefix};
use super::find;
use super::package::Package;
use super::register::{Names, Register};

#[cfg(test)]
mod tests;

/// What puts the numbers in their place.
pub(super) struct Made {
    /// Replaced bytes.
    pub(super) replaced: Vec<(Place, String)>,
    /// New parts, and those that tell of them.
    pub(super) parts: BTreeMap<String, Vec<u8>>,
    /// References of the first section.
    pub(super) references: Vec<Reference>,
}

/// A `w:headerReference` or `w:footerReference`.
pub(super) struct Reference {
    kind: MarginKind,
    pages: Pages,
    relation: String,
    /// Prefix of the namespace of relationships, if the part declares it; else its name.
    namespace: Result<String, &'static str>,
}

/// What must be changed; none if any of it cannot be done safely.
pub(super) fn make(
    facts: &Facts,
    package: &mut Package<'_>,
    numbers: &PageNumbers,
) -> Option<Made> {
    let place = facts.sections.first()?.place.as_ref()?;
    let main = facts.parts.get(place.part.0)?;
    let text = std::str::from_utf8(&main.bytes).ok()?;
    let names = Names::of(text)?;
    let mut maker = Maker {
        facts,
        numbers,
        register: Register::new(package, &main.name, names.relations),
        references: Vec::new(),
        namespace: find::prefix_of(&text[find::root(text)?], names.relations)
            .ok_or(names.relations),
        main: names.main,
    };
    let mut replaced = Vec::new();
    for &id in &numbers.emptied {
        replaced.push((facts[id].place.clone(), emptied(facts, id)?));
    }
    for &margin in &numbers.numbered {
        replaced.push(maker.numbered(margin)?);
    }
    for &pages in &numbers.made {
        let content = maker.margin(MarginKind::Header, &number("w:", numbers.size));
        maker.add(MarginKind::Header, pages, content, None)?;
    }
    maker.first_page(MarginKind::Header, numbers.first_header)?;
    maker.first_page(MarginKind::Footer, numbers.first_footer)?;
    Some(Made {
        replaced,
        parts: maker.register.parts,
        references: maker.references,
    })
}

impl Reference {
    /// Puts the reference into the properties of a section.
    pub(super) fn put(&self, section: &mut Element) {
        let w = section.prefix();
        let name = match self.kind {
            MarginKind::Header => "headerReference",
            MarginKind::Footer => "footerReference",
        };
        let pages = match self.pages {
            Pages::Default => "default",
            Pages::First => "first",
            Pages::Even => "even",
        };
        let relation = match &self.namespace {
            Ok(r) => format!("{r}id=\"{}\"", self.relation),
            Err(name) => format!("xmlns:r=\"{name}\" r:id=\"{}\"", self.relation),
        };
        let reference = format!("<{w}{name} {w}type=\"{pages}\" {relation}/>");
        let same = |other: &str| {
            let pages_of = find::attribute(other, &format!("{w}type"));
            pages_of.unwrap_or("default") == pages
        };
        section.set_child_if(name, same, Some(&reference));
    }
}

/// Makes the parts.
struct Maker<'a, 'p, 'f> {
    facts: &'a Facts,
    numbers: &'a PageNumbers,
    register: Register<'p, 'f>,
    references: Vec<Reference>,
    namespace: Result<String, &'static str>,
    /// The namespace of WordprocessingML.
    main: String,
}

impl Maker<'_, '_, '_> {
    /// A header or footer with that content.
    fn margin(&self, kind: MarginKind, content: &str) -> String {
        let root = match kind {
            MarginKind::Header => "hdr",
            MarginKind::Footer => "ftr",
        };
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:{root} xmlns:w=\"{}\">{content}\
             </w:{root}>",
            self.main
        )
    }

    fn add(
        &mut self,
        kind: MarginKind,
        pages: Pages,
        content: String,
        twin: Option<&str>,
    ) -> Option<()> {
        let relation = self.register.add(kind, content, twin)?;
        self.references.push(Reference {
            kind,
            pages,
            relation,
            namespace: self.namespace.clone(),
        });
        Some(())
    }

    fn first_page(&mut self, kind: MarginKind, wanted: FirstPage) -> Option<()> {
        match wanted {
            FirstPage::AsItIs => Some(()),
            FirstPage::Empty => {
                let content = self.margin(kind, "<w:p/>");
                self.add(kind, Pages::First, content, None)
            }
            FirstPage::Without(margin) => {
                let (id, part) = part_of(self.facts, margin)?;
                let content = without_numbers(self.facts, margin, (id, part))?;
                self.add(kind, Pages::First, content, Some(&part.name))
            }
        }
    }

    /// A number in a header: in the place of its first blank paragraph if it is all blank, else above
    /// what it holds.
    fn numbered(&self, margin: MarginId) -> Option<(Place, String)> {
        let (id, part) = part_of(self.facts, margin)?;
        let text = std::str::from_utf8(&part.bytes).ok()?;
        let root = find::root(text)?;
        let name = name_of(&text[root.clone()])?;
        let number = number(prefix(name), self.numbers.size);
        if text[root.clone()].ends_with("/>") {
            let open = text[root.clone()].trim_end_matches("/>").trim_end();
            let whole = format!("{open}>{number}</{name}>");
            let range = root;
            return Some((Place { part: id, range }, whole));
        }
        if let Some(place) = self.room_in(margin) {
            return Some((place, number));
        }
        let range = root.end..root.end;
        Some((Place { part: id, range }, number))
    }

    /// The blank paragraph that the number can stand in.
    fn room_in(&self, margin: MarginId) -> Option<Place> {
        let own = self.facts.all();
        let mut own = own.filter(|(_, paragraph)| paragraph.story == Story::Margin(margin));
        let bare = own.all(|(_, paragraph)| {
            paragraph.is_blank()
                && paragraph.home == Home::Story
                && paragraph.shapes.is_empty()
                && paragraph.images.is_empty()
                && paragraph.boxes.is_empty()
                && paragraph.bookmarks.is_empty()
                && paragraph.format.borders == Default::default()
        });
        let first = self.facts[margin].blocks.first();
        match first {
            Some(Block::Paragraph(first)) if bare => Some(self.facts[*first].place.clone()),
            Some(Block::Paragraph(_) | Block::Table(_)) | None => None,
        }
    }
}

fn part_of(facts: &Facts, margin: MarginId) -> Option<(PartId, &Part)> {
    let name = &facts[margin].part;
    let at = facts.parts.iter().position(|part| part.name == *name)?;
    Some((PartId(at), &facts.parts[at]))
}

/// A header or footer, its numbers left out.
fn without_numbers(facts: &Facts, margin: MarginId, (id, part): (PartId, &Part)) -> Option<String> {
    let numbers = facts.all().filter(|(_, paragraph)| {
        let mut fields = paragraph.fields.iter();
        paragraph.story == Story::Margin(margin)
            && fields.any(|field| field.kind == FieldKind::Page)
    });
    let mut text = String::new();
    let mut end = 0;
    for (number, paragraph) in numbers {
        let range = paragraph.place.range.clone();
        if paragraph.place.part != id {
            return None;
        }
        text.push_str(std::str::from_utf8(part.bytes.get(end..range.start)?).ok()?);
        text.push_str(&emptied(facts, number)?);
        end = range.end;
    }
    text.push_str(std::str::from_utf8(part.bytes.get(end..)?).ok()?);
    Some(text)
}

/// A paragraph with its properties alone; not in its frame, for an empty one would stay there.
fn emptied(facts: &Facts, id: ParagraphId) -> Option<String> {
    let paragraph = &facts[id];
    let xml = std::str::from_utf8(facts.xml(&paragraph.place)).ok()?;
    let name = name_of(xml)?;
    let whole = |word: &str| xml.matches(&format!("fldCharType=\"{word}\"")).count();
    if whole("begin") != whole("end") {
        return None;
    }
    let properties = match &paragraph.properties {
        Some(place) => {
            let mut own = Element::new(facts.xml(place))?;
            own.set_child("framePr", None);
            own.into_text()
        }
        None => String::new(),
    };
    Some(format!("<{name}>{properties}</{name}>"))
}

/// The paragraph with the number, in the middle, upright, whatever the styles of the file say.
fn number(w: &str, size: HalfPoints) -> String {
    let font = "Times New Roman";
    let format = format!(
        "<{w}rPr><{w}rFonts {w}ascii=\"{font}\" {w}hAnsi=\"{font}\" {w}eastAsia=\"{font}\" {w}cs=\"{font}\"/>\
         <{w}b {w}val=\"0\"/><{w}i {w}val=\"0\"/><{w}sz {w}val=\"{0}\"/><{w}szCs {w}val=\"{0}\"/></{w}rPr>",
        size.0
    );
    let sign = |kind: &str| format!("<{w}r>{format}<{w}fldChar {w}fldCharType=\"{kind}\"/></{w}r>");
    format!(
        "<{w}p><{w}pPr><{w}spacing {w}before=\"0\" {w}after=\"0\" {w}line=\"240\" {w}lineRule=\"auto\"/>\
         <{w}ind {w}left=\"0\" {w}right=\"0\" {w}firstLine=\"0\"/><{w}jc {w}val=\"center\"/></{w}pPr>{}<{w}r>\
         {format}<{w}instrText xml:space=\"preserve\"> PAGE </{w}instrText></{w}r>{}<{w}r>{format}\
         <{w}t>2</{w}t></{w}r>{}</{w}p>",
        sign("begin"),
        sign("separate"),
        sign("end")
    )
}
