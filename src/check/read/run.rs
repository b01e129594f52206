//! The content of a paragraph: runs, and what wraps them.

use super::count::sign;
use super::draft::{Draft, RunHead};
use super::measure::is_on;
use super::names::Ns;
use super::run_properties::RunProperties;
use super::walk::Walk;
use super::xml::Node;
use crate::check::facts::{Change, Note, NoteId, RunKind};
use crate::check::refusal::{self, Refusal};

/// Runs of a file.
const MOST_RUNS: usize = 4_000_000;

impl Walk<'_> {
    /// What stands in a paragraph, a link, a content control, a change.
    pub(super) fn inlines(
        &mut self,
        node: Node<'_>,
        draft: &mut Draft,
        change: Option<Change>,
    ) -> Result<(), Refusal> {
        for child in node.children() {
            self.inline(child, draft, change)?;
        }
        Ok(())
    }

    fn inline(
        &mut self,
        node: Node<'_>,
        draft: &mut Draft,
        change: Option<Change>,
    ) -> Result<(), Refusal> {
        let (ns, name) = node.name();
        if ns != Ns::W {
            if matches!(name, "oMath" | "oMathPara") {
                self.formula(node, draft);
            }
            return Ok(());
        }
        match name {
            "r" => return self.run(node, draft, change),
            "hyperlink" => {
                let start = draft.text.len();
                self.inlines(node, draft, change)?;
                draft.field("HYPERLINK", start);
            }
            "fldSimple" => {
                self.open_simple(node, draft);
                self.inlines(node, draft, change)?;
                self.close_simple(draft);
            }
            "sdt" => {
                draft.control = true;
                if let Some(content) = node.w("sdtContent") {
                    self.inlines(content, draft, change)?;
                }
            }
            "ins" => {
                self.change(node);
                self.inlines(node, draft, Some(Change::Inserted))?;
            }
            "moveTo" => {
                self.change(node);
                self.inlines(node, draft, Some(Change::Moved))?;
            }
            "del" | "moveFrom" => self.change(node),
            "smartTag" | "customXml" | "dir" | "bdo" => self.inlines(node, draft, change)?,
            "bookmarkStart" => draft
                .bookmarks
                .extend(node.attribute("name").map(str::to_string)),
            "commentRangeStart" => self.comment(node, draft),
            _ => {}
        }
        Ok(())
    }

    fn comment(&mut self, node: Node<'_>, draft: &Draft) {
        if let Some(id) = node.attribute("id") {
            self.comments.entry(id.to_string()).or_insert(draft.id);
        }
    }

    fn run(
        &mut self,
        node: Node<'_>,
        draft: &mut Draft,
        change: Option<Change>,
    ) -> Result<(), Refusal> {
        self.runs += 1;
        if self.runs > MOST_RUNS {
            return Err(refusal::too_large());
        }
        let own = node.w("rPr");
        let direct = own.map(RunProperties::read).unwrap_or_default();
        let formatted = direct.changed.then_some(Change::Formatted);
        if let (Some(own), true) = (own, direct.changed) {
            self.change(own);
        }
        let hidden = self.formats.is_hidden(&draft.standing, &direct);
        let head = RunHead {
            place: self.place(node),
            properties: own.map(|own| self.place(own)),
            format: self.formats.run(&draft.standing, &direct),
            change: change.or(formatted),
            hidden,
        };
        self.facts.signs.hidden_text += usize::from(hidden);
        for child in node.children() {
            self.run_content(child, draft, &head)?;
        }
        Ok(())
    }

    fn run_content(
        &mut self,
        node: Node<'_>,
        draft: &mut Draft,
        head: &RunHead,
    ) -> Result<(), Refusal> {
        let (Ns::W, name) = node.name() else {
            return Ok(());
        };
        match name {
            "t" => self.words(node.text(), draft, head),
            "tab" | "ptab" => self.words("\t", draft, head),
            "br" => self.line_break(node, draft, head),
            "cr" => self.words("\n", draft, head),
            "noBreakHyphen" => self.words("\u{2011}", draft, head),
            "softHyphen" => {}
            "sym" => self.symbol(node, draft, head),
            "lastRenderedPageBreak" => self.page += 1,
            "fldChar" => self.field_character(node, draft),
            "instrText" => self.instruction(node),
            "pgNum" => draft.page_number(),
            "drawing" => self.drawing(node, draft)?,
            "pict" | "object" => self.picture(node, draft)?,
            "footnoteReference" => self.note(node, draft, false),
            "endnoteReference" => self.note(node, draft, true),
            "ruby" => {
                if let Some(base) = node.w("rubyBase") {
                    self.inlines(base, draft, head.change)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Words that print, unless they are hidden or the instruction of a field.
    fn words(&mut self, words: &str, draft: &mut Draft, head: &RunHead) {
        if head.hidden || !self.prints() {
            return;
        }
        let kind = match self.fields.is_empty() {
            true => RunKind::Typed,
            false => RunKind::FieldResult,
        };
        if !words.contains(|c| ('\u{f020}'..='\u{f0ff}').contains(&c)) {
            return draft.push(head, words, kind);
        }
        let seen: String = words
            .chars()
            .map(|c| sign(c, Some(head.format.font(c))))
            .collect();
        draft.push(head, &seen, kind);
    }

    fn line_break(&mut self, node: Node<'_>, draft: &mut Draft, head: &RunHead) {
        match node.attribute("type") {
            Some("page") => {
                self.words("\u{c}", draft, head);
                self.page += u32::from(!self.laid_out);
            }
            Some("column") => self.words("\u{b}", draft, head),
            _ => self.words("\n", draft, head),
        }
    }

    /// `w:sym`: a character of a font of signs.
    fn symbol(&mut self, node: Node<'_>, draft: &mut Draft, head: &RunHead) {
        let code = node
            .attribute("char")
            .and_then(|code| u32::from_str_radix(code, 16).ok());
        if let Some(c) = code.and_then(char::from_u32) {
            let seen = sign(c, node.attribute("font"));
            self.words(&seen.to_string(), draft, head);
        }
    }

    /// A footnote or endnote, which is read after the text.
    fn note(&mut self, node: Node<'_>, draft: &mut Draft, endnote: bool) {
        let Some(id) = node.attribute("id") else {
            return;
        };
        let next = NoteId(self.notes.len());
        let note = *self.notes.entry((endnote, id.to_string())).or_insert(next);
        if note == next {
            let blocks = Vec::new();
            self.facts.notes.push(Note { endnote, blocks });
        }
        let mark = node.attribute("customMarkFollows").is_some_and(is_on);
        if !mark {
            draft.notes.push((draft.text.len(), note));
        }
    }

    /// The letters of a formula.
    fn formula(&mut self, node: Node<'_>, draft: &mut Draft) {
        let direct = RunProperties::default();
        let head = RunHead {
            place: self.place(node),
            properties: None,
            format: self.formats.run(&draft.standing, &direct),
            change: None,
            hidden: false,
        };
        let mut letters = String::new();
        collect_letters(node, &mut letters);
        self.words(&letters, draft, &head);
    }
}

fn collect_letters(node: Node<'_>, letters: &mut String) {
    for child in node.children() {
        match child.name().1 {
            "t" => letters.push_str(child.text()),
            _ => collect_letters(child, letters),
        }
    }
}
