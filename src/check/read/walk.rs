//! The walk through the texts of a file: body, headers, footers, notes; block by block.

use std::collections::BTreeMap;

use super::field::OpenField;
use super::formats::{Formats, Standing};
use super::names::Ns;
use super::package::{Package, Relations, XmlPart};
use super::xml::{self, Node};
use crate::check::facts::{
    Block, BoxId, Facts, Home, ImageId, Margin, MarginId, MarginKind, NoteId, Paragraph,
    ParagraphId, PartId, Place, Section, SectionId, SectionStart, ShapeId, Story,
};
use crate::check::refusal::{self, Refusal};

/// Paragraphs of a file. A thousand pages have some fifty thousand.
const MOST_PARAGRAPHS: usize = 500_000;

/// Everything that the walk knows.
pub(super) struct Walk<'a> {
    pub(super) package: Package<'a>,
    pub(super) formats: Formats,
    pub(super) facts: Facts,
    /// Paragraphs in the order of their starts; filled when they end.
    paragraphs: Vec<Option<Paragraph>>,
    /// The part that is walked through, and its relationships.
    pub(super) part: PartId,
    pub(super) relations: Relations,
    pub(super) story: Story,
    /// Section of what comes next.
    pub(super) section: SectionId,
    /// Fields that are open, from the outermost.
    pub(super) fields: Vec<OpenField>,
    /// Page of what comes next, as far as the file tells.
    pub(super) page: u32,
    /// True if Word has marked its page breaks in this file: then hard ones are marked, too.
    pub(super) laid_out: bool,
    /// Runs so far.
    pub(super) runs: usize,
    /// Headers and footers to be read: their part, and the section that uses them first.
    pub(super) margins: Vec<(String, SectionId)>,
    /// Notes to be read: endnote or not, and their id.
    pub(super) notes: BTreeMap<(bool, String), NoteId>,
    /// What is placed from the left edge of the page.
    pub(super) from_page: Vec<Drawn>,
    /// Comments that start: their id, and where.
    pub(super) comments: BTreeMap<String, ParagraphId>,
}

/// A drawn thing.
#[derive(Clone, Copy, Debug)]
pub(super) enum Drawn {
    Box(BoxId),
    Shape(ShapeId),
    Image(ImageId),
}

/// Where blocks stand.
#[derive(Clone, Debug)]
pub(super) struct Around {
    pub(super) home: Home,
    pub(super) standing: Standing,
    /// In a content control.
    pub(super) control: bool,
    /// In a tracked change.
    pub(super) changed: bool,
}

/// A frame that the next paragraph may belong to.
type Frame = (BTreeMap<String, String>, BoxId);

/// Blocks as they gather.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    pub(super) blocks: Vec<Block>,
    pub(super) frame: Option<Frame>,
}

impl Around {
    /// The body, a header, a note itself.
    pub(super) fn story() -> Around {
        Around {
            home: Home::Story,
            standing: Standing::default(),
            control: false,
            changed: false,
        }
    }
}

impl<'a> Walk<'a> {
    pub(super) fn new(package: Package<'a>, formats: Formats) -> Walk<'a> {
        Walk {
            package,
            formats,
            facts: Facts::default(),
            paragraphs: Vec::new(),
            part: PartId::default(),
            relations: Relations::default(),
            story: Story::Body,
            section: SectionId(0),
            fields: Vec::new(),
            page: 1,
            laid_out: false,
            runs: 0,
            margins: Vec::new(),
            notes: BTreeMap::new(),
            from_page: Vec::new(),
            comments: BTreeMap::new(),
        }
    }

    /// Walks through the blocks of a part.
    pub(super) fn story(
        &mut self,
        part: XmlPart,
        relations: Relations,
        path: &[&str],
    ) -> Result<Vec<Block>, Refusal> {
        self.part = part.0;
        self.relations = relations;
        self.fields.clear();
        let mut gathered = Gathered::default();
        let around = Around::story();
        xml::blocks(&part.1, path, |node| {
            self.block(node, &around, &mut gathered)
        })?;
        Ok(gathered.blocks)
    }

    /// The blocks in an element: a cell, a text box.
    pub(super) fn blocks(
        &mut self,
        node: Node<'_>,
        around: &Around,
    ) -> Result<Vec<Block>, Refusal> {
        let mut gathered = Gathered::default();
        for child in node.children() {
            self.block(child, around, &mut gathered)?;
        }
        Ok(gathered.blocks)
    }

    /// A block, or what wraps blocks.
    pub(super) fn block(
        &mut self,
        node: Node<'_>,
        around: &Around,
        gathered: &mut Gathered,
    ) -> Result<(), Refusal> {
        let (Ns::W, name) = node.name() else {
            return Ok(());
        };
        match name {
            "p" => return self.paragraph(node, around, gathered),
            "tbl" => {
                gathered.frame = None;
                let table = self.table(node, around)?;
                gathered.blocks.push(Block::Table(table));
            }
            "sdt" => {
                let Some(content) = node.w("sdtContent") else {
                    return Ok(());
                };
                let around = Around {
                    control: true,
                    ..around.clone()
                };
                return self.wrapped(content, &around, gathered);
            }
            "ins" | "moveTo" => {
                self.change(node);
                let around = Around {
                    changed: true,
                    ..around.clone()
                };
                return self.wrapped(node, &around, gathered);
            }
            "del" | "moveFrom" => self.change(node),
            "customXml" | "smartTag" => return self.wrapped(node, around, gathered),
            "sectPr" if around.home == Home::Story => self.end_section(node)?,
            "altChunk" => self.facts.signs.imported += 1,
            _ => {}
        }
        Ok(())
    }

    fn wrapped(
        &mut self,
        node: Node<'_>,
        around: &Around,
        gathered: &mut Gathered,
    ) -> Result<(), Refusal> {
        let mut children = node.children();
        children.try_for_each(|child| self.block(child, around, gathered))
    }

    /// The place of an element in the part that is walked through.
    pub(super) fn place(&self, node: Node<'_>) -> Place {
        Place {
            part: self.part,
            range: node.range(),
        }
    }

    /// The place of the other form of an element for older programs.
    pub(super) fn fallback(&self, node: Node<'_>) -> Option<Place> {
        let range = node.fallback()?;
        Some(Place {
            part: self.part,
            range,
        })
    }

    /// Counts a tracked change.
    pub(super) fn change(&mut self, node: Node<'_>) {
        self.facts.signs.changes += 1;
        if self.facts.signs.first_change.is_none() {
            self.facts.signs.first_change = Some(self.place(node));
        }
    }

    /// Room for a paragraph that starts here.
    pub(super) fn start_paragraph(&mut self) -> Result<ParagraphId, Refusal> {
        if self.paragraphs.len() >= MOST_PARAGRAPHS {
            return Err(refusal::too_large());
        }
        self.paragraphs.push(None);
        Ok(ParagraphId(self.paragraphs.len() - 1))
    }

    /// A paragraph that ends here.
    pub(super) fn end_paragraph(&mut self, id: ParagraphId, paragraph: Paragraph) {
        self.paragraphs[id.0] = Some(paragraph);
    }

    /// The header or footer of a relationship; the same part is one.
    pub(super) fn margin(&mut self, id: &str, kind: MarginKind) -> Option<MarginId> {
        let part = self.relations.part(id)?.to_string();
        let known = self.margins.iter().position(|(known, _)| *known == part);
        Some(MarginId(known.unwrap_or_else(|| {
            self.margins.push((part.clone(), self.section));
            let blocks = Vec::new();
            self.facts.margins.push(Margin { kind, part, blocks });
            self.margins.len() - 1
        })))
    }

    /// The last section, if the file does not close it.
    pub(super) fn close_last_section(&mut self) {
        let paragraphs = self.paragraphs.iter().flatten();
        let last = paragraphs.map(|paragraph| paragraph.section.0).max();
        while self.facts.sections.len() <= last.unwrap_or(0) {
            self.facts.sections.push(Section::usual());
        }
    }

    /// What was found.
    pub(super) fn finish(mut self) -> Facts {
        self.facts.paragraphs = self.paragraphs.into_iter().flatten().collect();
        count_columns(&mut self.facts);
        place_from_column(&mut self.facts, &self.from_page);
        if !self.laid_out {
            turn_pages(&mut self.facts);
        }
        self.facts.parts = self.package.parts;
        self.facts.signs.external = self.package.external;
        self.facts.signs.strict = self.package.strict;
        self.facts
    }
}

/// What is placed from the edge of the page is placed from the edge of the text instead.
fn place_from_column(facts: &mut Facts, drawn: &[Drawn]) {
    for drawn in drawn {
        let anchor = match *drawn {
            Drawn::Box(id) => facts[id].anchor,
            Drawn::Shape(id) => facts[id].anchor,
            Drawn::Image(id) => facts[id].anchor,
        };
        let section = &facts[facts[anchor].section];
        let edge = (section.left + section.gutter).to_pt();
        let placement = match *drawn {
            Drawn::Box(id) => &mut facts.boxes[id.0].placement,
            Drawn::Shape(id) => &mut facts.shapes[id.0].placement,
            Drawn::Image(id) => &mut facts.images[id.0].placement,
        };
        placement.left = placement.left.map(|left| left - edge);
    }
}

/// Column breaks move what follows them in their section to the next column.
fn count_columns(facts: &mut Facts) {
    let mut section = SectionId(0);
    let mut column = 0;
    for paragraph in &mut facts.paragraphs {
        if paragraph.section != section {
            section = paragraph.section;
            column = 0;
        }
        let breaks = paragraph.text.matches('\u{b}').count();
        let at_once = paragraph.text.trim_start_matches([' ', '\t']);
        paragraph.column = column + usize::from(at_once.starts_with('\u{b}'));
        column += breaks;
    }
}

/// Most sections start a page, which is known only when they end.
fn turn_pages(facts: &mut Facts) {
    let turns = facts.sections.iter().enumerate().map(|(at, section)| {
        let turns = at > 0 && section.start != SectionStart::Continuous;
        u32::from(turns && section.start != SectionStart::NextColumn)
    });
    let pages: Vec<u32> = turns
        .scan(0, |pages, turns| {
            *pages += turns;
            Some(*pages)
        })
        .collect();
    for paragraph in &mut facts.paragraphs {
        let turned = pages.get(paragraph.section.0);
        paragraph.page += turned.copied().unwrap_or(0);
    }
}
