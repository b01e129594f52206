//! From the bytes of a DOCX to [`Facts`].
//!
//! 1. `sniff` tells what is no DOCX; `package` opens the parts within limits.
//! 2. `styles`, `theme` and `numbering` hold what formats come from; `formats` lays their levels over each
//!    other (`run_properties`, `paragraph_properties`, `table_properties` are one level each).
//! 3. `walk` goes through the body, then the headers, footers and notes that it met, block by block.
//!    `paragraph`, `run`, `field`, `table`, `section`, `drawing`, `vml` and `image` each read their kind.
//! 4. `whole` reads settings, properties and comments.
//!
//! `encoding`, `xml`, `tree` and `names` hide how XML is read; `measure` and `count` know the values.

mod count;
mod draft;
mod drawing;
mod encoding;
mod field;
mod formats;
mod image;
mod measure;
mod names;
mod numbering;
mod package;
mod paragraph;
mod paragraph_properties;
mod run;
mod run_properties;
mod section;
mod sniff;
mod styles;
mod table;
mod table_properties;
#[cfg(test)]
mod tests;
mod theme;
mod tree;
mod vml;
mod walk;
mod whole;
mod xml;

use self::formats::Formats;
pub(super) use self::measure::css;
use self::names::Ns;
use self::numbering::Numbering;
use self::package::{Package, Relations, XmlPart};
use self::styles::Styles;
use self::theme::Theme;
use self::walk::{Around, Walk};
use super::facts::{Block, Facts, MarginId, MarginKind, Properties, SectionId, Story};
use super::refusal::Refusal;

/// The facts of a DOCX.
///
/// # Errors
///
/// A file that is no DOCX, is encrypted, broken or dangerous; the refusal says in Vietnamese which, and
/// what to do.
pub fn read(bytes: &[u8]) -> Result<Facts, Refusal> {
    if !bytes.starts_with(b"PK") {
        return Err(sniff::no_zip(bytes));
    }
    let mut package = Package::open(bytes)?;
    let Some(main) = package.main_part()? else {
        return Err(sniff::no_document(&package));
    };
    sniff::main_part(&package, &main)?;
    let relations = package.relations(&main)?;
    let Some(part) = package.read(&main)? else {
        return Err(sniff::no_document(&package));
    };
    let formats = formats(&mut package, &relations)?;
    let mut walk = Walk::new(package, formats);
    walk.read_whole(&relations)?;
    walk.read_body(part, &relations)?;
    walk.read_margins()?;
    walk.read_notes(&relations)?;
    Ok(walk.finish())
}

/// What formats come from.
fn formats(package: &mut Package, relations: &Relations) -> Result<Formats, Refusal> {
    let mut formats = Formats::default();
    if let Some((_, part)) = related(package, relations, "styles")? {
        formats.styles = Styles::read(&part)?;
    }
    if let Some((_, part)) = related(package, relations, "theme")? {
        formats.theme = Theme::read(&part)?;
    }
    if let Some((_, part)) = related(package, relations, "numbering")? {
        formats.numbering = Numbering::read(&part)?;
    }
    Ok(formats)
}

/// The first part of a kind that relationships lead to.
fn related(
    package: &mut Package,
    relations: &Relations,
    kind: &str,
) -> Result<Option<XmlPart>, Refusal> {
    match relations.of_kind(kind).next() {
        Some(name) => package.read(name),
        None => Ok(None),
    }
}

impl Walk<'_> {
    /// Settings, properties, signs.
    fn read_whole(&mut self, relations: &Relations) -> Result<(), Refusal> {
        if let Some((_, part)) = related(&mut self.package, relations, "settings")? {
            self.facts.settings = whole::settings(&part)?;
        }
        let mut properties = Properties::default();
        let of_package = self.package.relations("")?;
        if let Some((_, part)) = related(&mut self.package, &of_package, "core-properties")? {
            whole::core_properties(&part, &mut properties)?;
        }
        if let Some((_, part)) = related(&mut self.package, &of_package, "extended-properties")? {
            whole::program_properties(&part, &mut properties)?;
        }
        self.facts.properties = properties;
        let count = |start: &str| {
            let names = self.package.names();
            names.filter(|name| name.starts_with(start)).count()
        };
        self.facts.signs.signatures = count("_xmlsignatures/sig");
        self.facts.signs.embedded = count("word/embeddings/");
        Ok(())
    }

    fn read_body(&mut self, part: XmlPart, relations: &Relations) -> Result<(), Refusal> {
        const BROKEN_BY_WORD: &[u8] = b"lastRenderedPageBreak";
        let mut words = part.1.windows(BROKEN_BY_WORD.len());
        self.laid_out = words.any(|words| words == BROKEN_BY_WORD);
        let comments = related(&mut self.package, relations, "comments")?;
        self.facts.body = self.story(part, relations.clone(), &["document", "body"])?;
        self.close_last_section();
        match comments {
            Some((_, part)) => self.read_comments(&part),
            None => Ok(()),
        }
    }

    fn read_margins(&mut self) -> Result<(), Refusal> {
        for at in 0..self.margins.len() {
            let (name, section) = self.margins[at].clone();
            self.story = Story::Margin(MarginId(at));
            self.section = section;
            let kind = self.facts.margins[at].kind;
            let root = match kind {
                MarginKind::Header => "hdr",
                MarginKind::Footer => "ftr",
            };
            self.facts.margins[at].blocks = self.read_part(&name, &[root])?;
        }
        Ok(())
    }

    fn read_part(&mut self, name: &str, path: &[&str]) -> Result<Vec<Block>, Refusal> {
        let relations = self.package.relations(name)?;
        match self.package.read(name)? {
            Some(part) => self.story(part, relations, path),
            None => Ok(Vec::new()),
        }
    }

    /// Footnotes and endnotes, only those that the text refers to.
    fn read_notes(&mut self, notes: &Relations) -> Result<(), Refusal> {
        self.section = SectionId(0);
        for (kind, root, element, endnote) in [
            ("footnotes", "footnotes", "footnote", false),
            ("endnotes", "endnotes", "endnote", true),
        ] {
            let Some(name) = notes.of_kind(kind).next() else {
                continue;
            };
            let relations = self.package.relations(name)?;
            let Some((id, part)) = self.package.read(name)? else {
                continue;
            };
            self.part = id;
            self.relations = relations;
            xml::blocks(&part, &[root], |node| {
                let id = node.attribute("id").unwrap_or("").to_string();
                let note = self.notes.get(&(endnote, id)).copied();
                let Some(note) = note.filter(|_| node.is(Ns::W, element)) else {
                    return Ok(());
                };
                self.story = Story::Note(note);
                self.fields.clear();
                self.facts.notes[note.0].blocks = self.blocks(node, &Around::story())?;
                Ok(())
            })?;
        }
        Ok(())
    }
}
