//! Styles (`word/styles.xml`): what each says, and what its chain of `w:basedOn` comes to.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::names::Ns;
use super::numbering::Numbering;
use super::paragraph_properties::ParagraphProperties;
use super::run_properties::RunProperties;
use super::table_properties::{Lines, TableProperties, lay_lines, lines};
use super::xml::{self, Node};
use crate::check::refusal::Refusal;

/// Longest chain of styles. Word stops at about ten.
const LONGEST_CHAIN: usize = 50;

/// All styles and the defaults.
#[derive(Debug, Default)]
pub(super) struct Styles {
    all: BTreeMap<Arc<str>, Style>,
    /// `w:docDefaults`.
    pub(super) run: RunProperties,
    pub(super) paragraph: ParagraphProperties,
    default_paragraph: Option<Arc<str>>,
    default_table: Option<Arc<str>>,
}

/// A style.
#[derive(Debug, Default)]
struct Style {
    kind: Kind,
    name: Arc<str>,
    base: Option<Arc<str>>,
    run: RunProperties,
    paragraph: ParagraphProperties,
    table: TableProperties,
    conditions: Vec<Condition>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Kind {
    #[default]
    Paragraph,
    Character,
    Table,
    Numbering,
}

/// What a table style says of some of the cells (`w:tblStylePr`).
#[derive(Clone, Debug)]
pub(super) struct Condition {
    /// As `firstRow`.
    pub(super) of: String,
    pub(super) run: RunProperties,
    pub(super) paragraph: ParagraphProperties,
    pub(super) lines: Lines,
}

/// What a table style and its chain come to.
#[derive(Clone, Debug, Default)]
pub(super) struct TableStyle {
    pub(super) run: RunProperties,
    pub(super) paragraph: ParagraphProperties,
    pub(super) table: TableProperties,
    /// From the base style on.
    pub(super) conditions: Vec<Condition>,
}

impl Styles {
    /// Reads the part.
    pub(super) fn read(part: &[u8]) -> Result<Styles, Refusal> {
        let mut styles = Styles::default();
        xml::blocks(part, &["styles"], |node| {
            match node.name() {
                (Ns::W, "docDefaults") => styles.take_defaults(node),
                (Ns::W, "style") => styles.take_style(node),
                _ => {}
            }
            Ok(())
        })?;
        Ok(styles)
    }

    fn take_defaults(&mut self, node: Node<'_>) {
        let run = node.w("rPrDefault").and_then(|node| node.w("rPr"));
        let paragraph = node.w("pPrDefault").and_then(|node| node.w("pPr"));
        self.run = run.map(RunProperties::read).unwrap_or_default();
        self.paragraph = paragraph.map(ParagraphProperties::read).unwrap_or_default();
    }

    fn take_style(&mut self, node: Node<'_>) {
        let Some(id) = node.attribute("styleId") else {
            return;
        };
        let id: Arc<str> = id.into();
        let kind = match node.attribute("type") {
            Some("character") => Kind::Character,
            Some("table") => Kind::Table,
            Some("numbering") => Kind::Numbering,
            _ => Kind::Paragraph,
        };
        if matches!(node.attribute("default"), Some("1" | "true" | "on")) {
            match kind {
                Kind::Paragraph => self.default_paragraph = Some(Arc::clone(&id)),
                Kind::Table => self.default_table = Some(Arc::clone(&id)),
                Kind::Character | Kind::Numbering => {}
            }
        }
        let mut style = Style {
            kind,
            name: Arc::clone(&id),
            ..Style::default()
        };
        for child in node.children() {
            match child.name() {
                (Ns::W, "name") => style.name = child.val().unwrap_or_default().into(),
                (Ns::W, "basedOn") => style.base = child.val().map(Arc::from),
                (Ns::W, "rPr") => style.run = RunProperties::read(child),
                (Ns::W, "pPr") => style.paragraph = ParagraphProperties::read(child),
                (Ns::W, "tblPr") => style.table = TableProperties::read(child),
                (Ns::W, "tblStylePr") => style.conditions.extend(condition(child)),
                _ => {}
            }
        }
        self.all.insert(id, style);
    }

    /// The paragraph style of that id, or the default one.
    pub(super) fn paragraph_style(&self, id: Option<&Arc<str>>) -> Option<Arc<str>> {
        let known = id.filter(|id| self.is(id, Kind::Paragraph));
        known.or(self.default_paragraph.as_ref()).cloned()
    }

    /// Name of a style, as Word shows it.
    pub(super) fn name(&self, id: &str) -> Arc<str> {
        let style = self.all.get(id);
        style.map_or_else(|| id.into(), |style| Arc::clone(&style.name))
    }

    /// What a paragraph style and its chain say of the text.
    pub(super) fn run_of(&self, id: &str) -> RunProperties {
        let mut run = RunProperties::default();
        for style in self.chain(id) {
            run.lay(&style.run);
        }
        run
    }

    /// What a character style and its chain say.
    pub(super) fn character(&self, id: &str) -> Option<RunProperties> {
        self.is(id, Kind::Character).then(|| self.run_of(id))
    }

    /// What a paragraph style and its chain say of the paragraph; a list that a style joins comes below
    /// the style's own indents.
    pub(super) fn paragraph_of(&self, id: &str, numbering: &Numbering) -> ParagraphProperties {
        let mut properties = ParagraphProperties::default();
        for style in self.chain(id) {
            let Some(list) = style.paragraph.list else {
                properties.lay(&style.paragraph);
                continue;
            };
            let level = numbering.level_of_style(list, id);
            let level = level.or(style.paragraph.level).unwrap_or(0);
            if let Some(definition) = numbering.level(list, level) {
                properties.lay(&definition.paragraph);
            }
            properties.lay(&style.paragraph);
            properties.level = Some(level);
        }
        properties
    }

    /// What a table style and its chain say; of the default one for a table without.
    pub(super) fn table_of(&self, id: Option<&str>) -> TableStyle {
        let known = id.filter(|id| self.is(id, Kind::Table));
        let mut whole = TableStyle::default();
        let Some(id) = known.or(self.default_table.as_deref()) else {
            return whole;
        };
        for style in self.chain(id) {
            whole.run.lay(&style.run);
            whole.paragraph.lay(&style.paragraph);
            whole.table.lay(&style.table);
            whole.conditions.extend(style.conditions.iter().cloned());
        }
        whole
    }

    fn is(&self, id: &str, kind: Kind) -> bool {
        self.all.get(id).is_some_and(|style| style.kind == kind)
    }

    /// A style and those that it is based on, from the base on.
    fn chain(&self, id: &str) -> Vec<&Style> {
        let mut chain = Vec::new();
        let mut next = self.all.get(id);
        while let Some(style) = next.filter(|_| chain.len() < LONGEST_CHAIN) {
            chain.push(style);
            next = style.base.as_ref().and_then(|base| self.all.get(base));
            // A chain stays within its kind.
            next = next.filter(|base| base.kind == style.kind);
        }
        chain.reverse();
        chain
    }
}

fn condition(node: Node<'_>) -> Option<Condition> {
    let borders = node.w("tcPr").and_then(|cell| cell.w("tcBorders"));
    let mut own = borders.map(lines).unwrap_or_default();
    if let Some(table) = node.w("tblPr").and_then(|table| table.w("tblBorders")) {
        let mut below = lines(table);
        lay_lines(&mut below, &own);
        own = below;
    }
    Some(Condition {
        of: node.attribute("type")?.to_string(),
        run: node.w("rPr").map(RunProperties::read).unwrap_or_default(),
        paragraph: node
            .w("pPr")
            .map(ParagraphProperties::read)
            .unwrap_or_default(),
        lines: own,
    })
}
