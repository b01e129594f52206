//! The reader: walks the events of the Markdown parser and builds the body block by block.

use std::iter::Peekable;
use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, OffsetIter, Tag, TagEnd};

use crate::diag::{Diagnostic, Place};
use crate::document::body::{AnnexHead, Block, Body, Division, Item, Level, Placed};
use crate::document::inline::Inlines;

use super::Locate;
use super::heading::{self, Attributes, HeadingKind};
use super::inline::Gather;
use super::outline::Outline;
use super::refuse::{self, Refusal};
use super::table;

/// Reads one component.
pub(super) struct Reader<'s, 'l> {
    pub(super) source: &'s str,
    events: Peekable<OffsetIter<'s>>,
    locate: Locate<'l>,
    body: Body,
    diagnostics: Vec<Diagnostic>,
    outline: Outline,
    /// End of the last event taken, in bytes.
    end: usize,
    /// True while the cells of a table are read.
    pub(super) in_cell: bool,
}

/// What holds a block: the ordered item above it, and how many dashes.
#[derive(Clone, Copy, Default)]
struct Holder {
    level: Option<Level>,
    dashes: u8,
}

impl Holder {
    fn is_none(self) -> bool {
        self.level.is_none() && self.dashes == 0
    }
}

impl<'s, 'l> Reader<'s, 'l> {
    /// A reader at the start of `source`.
    pub(super) fn new(source: &'s str, events: OffsetIter<'s>, locate: Locate<'l>) -> Self {
        Reader {
            source,
            events: events.peekable(),
            locate,
            body: Body::default(),
            diagnostics: Vec::new(),
            outline: Outline::default(),
            end: 0,
            in_cell: false,
        }
    }

    /// Reads to the end.
    pub(super) fn read(mut self) -> (Body, Vec<Diagnostic>) {
        while self.events.peek().is_some() {
            self.block(Holder::default());
        }
        (self.body, self.diagnostics)
    }

    /// Reports something that papers cannot have.
    pub(super) fn refuse(&mut self, refusal: &Refusal, at: Range<usize>) {
        let place = self.place(at);
        self.report(refusal.diagnostic(place));
    }

    /// Reports a finding.
    pub(super) fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// The user's place of a byte range, without the line ends after it.
    pub(super) fn place(&self, at: Range<usize>) -> Place {
        let length = self.source[at.clone()].trim_end().len();
        (self.locate)(at.start..at.start + length)
    }

    /// The next event.
    pub(super) fn take(&mut self) -> Option<(Event<'s>, Range<usize>)> {
        let next = self.events.next();
        if let Some((_, at)) = &next {
            self.end = at.end;
        }
        next
    }

    /// True if the next event ends this element; takes it then.
    pub(super) fn take_end(&mut self, end: TagEnd) -> bool {
        let ends = matches!(self.events.peek(), Some((Event::End(next), _)) if *next == end);
        if ends {
            self.take();
        }
        ends
    }

    /// Skips the rest of the element whose start was just taken.
    pub(super) fn skip(&mut self) {
        let mut depth = 1;
        while depth > 0 {
            match self.take() {
                Some((Event::Start(_), _)) => depth += 1,
                Some((Event::End(_), _)) => depth -= 1,
                Some(_) => {}
                None => return,
            }
        }
    }

    /// Adds a block read from a byte range.
    pub(super) fn push(&mut self, block: Block, at: Range<usize>) {
        self.body.blocks.push(Placed { block, at });
    }

    /// Inline content up to the next event that is none; leaves that one.
    pub(super) fn inlines(&mut self) -> Inlines {
        let mut gather = Gather::default();
        while let Some((event, at)) = self.events.peek() {
            let at = at.clone();
            match event {
                Event::Text(text) => {
                    gather.text(text);
                    self.lone_star(at);
                }
                Event::SoftBreak => gather.text(" "),
                Event::HardBreak => gather.line_break(),
                Event::Start(Tag::Strong) => gather.bold(true),
                Event::End(TagEnd::Strong) => gather.bold(false),
                Event::Start(Tag::Emphasis) => gather.italic(true),
                Event::End(TagEnd::Emphasis) => gather.italic(false),
                Event::Start(tag @ (Tag::Link { .. } | Tag::Image { .. } | Tag::Strikethrough)) => {
                    if let Some(refusal) = refuse::of_tag(tag) {
                        self.refuse(refusal, at);
                    }
                    self.take();
                    self.skip();
                    continue;
                }
                Event::InlineHtml(tag) if self.in_cell && tag.starts_with("<br") => {
                    self.refuse(&refuse::BREAK_IN_CELL, at);
                }
                other => match refuse::of_event(other) {
                    Some(refusal) => self.refuse(refusal, at),
                    None => break,
                },
            }
            self.take();
        }
        gather.finish()
    }

    /// Reads one block, or reports it and goes past it.
    fn block(&mut self, holder: Holder) {
        match self.events.peek() {
            Some((Event::Start(_) | Event::Rule | Event::End(_), _)) => {}
            _ => {
                let start = self.end;
                let inlines = self.inlines();
                return self.paragraph(inlines, start..self.end);
            }
        }
        let Some((event, at)) = self.take() else {
            return;
        };
        match event {
            Event::Start(Tag::Paragraph) => {
                let inlines = self.inlines();
                self.take_end(TagEnd::Paragraph);
                self.paragraph(inlines, at);
            }
            Event::Start(Tag::Heading {
                level,
                id,
                classes,
                attrs,
            }) => {
                let attributes = Attributes { id, classes, attrs };
                self.heading(level, &attributes, at, holder);
            }
            Event::Start(Tag::List(first)) => self.list(first.is_some(), at, holder),
            Event::Start(Tag::Table(alignments)) => table::read(self, &alignments, at),
            Event::Start(Tag::Strong | Tag::Emphasis) => self.skip(),
            Event::Start(tag) => {
                if let Some(refusal) = refuse::of_tag(&tag) {
                    self.refuse(refusal, at);
                }
                self.skip();
            }
            Event::Rule => self.push(Block::PageBreak, at),
            _ => {}
        }
    }

    /// Running text, unless it is a table gone wrong.
    fn paragraph(&mut self, inlines: Inlines, at: Range<usize>) {
        if self.source[at.clone()].lines().any(table::is_delimiter_row) {
            self.refuse(&refuse::BROKEN_TABLE, at);
        } else if !inlines.is_empty() {
            self.push(Block::Paragraph(inlines), at);
        }
    }

    /// A heading by its depth and classes.
    fn heading(
        &mut self,
        level: HeadingLevel,
        attributes: &Attributes<'_>,
        at: Range<usize>,
        holder: Holder,
    ) {
        let title = self.inlines();
        self.take_end(TagEnd::Heading(level));
        if !holder.is_none() {
            return self.refuse(&refuse::HEADING_IN_LIST, at);
        }
        if !self.source[at.clone()].trim_start().starts_with('#') {
            return self.refuse(&refuse::SETEXT, at);
        }
        let mut found = Vec::new();
        let place = |at: Range<usize>| self.place(at);
        let kind = heading::kind(level, attributes, at.clone(), &place, &mut found);
        self.diagnostics.append(&mut found);
        if title.is_empty() {
            return self.refuse(&refuse::EMPTY_HEADING, at);
        }
        match kind {
            None => {}
            Some(HeadingKind::Division(kind)) => {
                let number = self.outline.division(kind);
                let division = Division {
                    kind,
                    number,
                    title,
                };
                self.push(Block::Division(division), at);
            }
            Some(HeadingKind::Item(level, titled)) => {
                let label = self.outline.heading(level);
                self.item_block(level, label, titled, title, at);
            }
            Some(HeadingKind::Annex { landscape, list }) => {
                self.outline = Outline::default();
                let head = AnnexHead {
                    title,
                    landscape,
                    attached_list: list,
                };
                self.push(Block::Annex(head), at);
            }
        }
    }

    /// A list, at the level that its place gives it.
    fn list(&mut self, ordered: bool, at: Range<usize>, holder: Holder) {
        let level = match (ordered, holder.dashes) {
            (true, 0) => self
                .outline
                .list_level(holder.level)
                .ok_or(&refuse::BELOW_POINT),
            (true, _) => Err(&refuse::BELOW_DASH),
            (false, 0) => Ok(Level::Dash),
            (false, 1) => Ok(Level::Plus),
            (false, _) => Err(&refuse::BELOW_PLUS),
        };
        let level = match level {
            Ok(level) => level,
            Err(refusal) => {
                self.refuse(refusal, at);
                return self.skip();
            }
        };
        while let Some((event, at)) = self.take() {
            match event {
                Event::Start(Tag::Item) => self.item(level, at, holder),
                _ => return,
            }
        }
    }

    /// One item of a list with what it holds.
    fn item(&mut self, level: Level, at: Range<usize>, holder: Holder) {
        let paragraph = matches!(self.events.peek(), Some((Event::Start(Tag::Paragraph), _)));
        if paragraph {
            self.take();
        }
        self.end = at.start;
        let content = self.inlines();
        let head = at.start..self.end.max(at.start);
        if paragraph {
            self.take_end(TagEnd::Paragraph);
        }
        if content.is_empty() {
            self.refuse(&refuse::EMPTY_ITEM, at);
        } else {
            let label = self.outline.label(level);
            self.item_block(level, label, false, content, head);
        }
        let inner = match level {
            Level::Dash | Level::Plus => Holder {
                dashes: holder.dashes + 1,
                ..holder
            },
            Level::Article | Level::Roman | Level::Clause | Level::Point => Holder {
                level: Some(level),
                ..holder
            },
        };
        while !self.take_end(TagEnd::Item) && self.events.peek().is_some() {
            self.block(inner);
        }
    }

    /// Adds a labelled paragraph; without a label there are no letters left.
    fn item_block(
        &mut self,
        level: Level,
        label: Option<String>,
        titled: bool,
        content: Inlines,
        at: Range<usize>,
    ) {
        let Some(label) = label else {
            return self.refuse(&refuse::TOO_MANY_POINTS, at);
        };
        let item = Item {
            level,
            label,
            titled,
            content,
        };
        self.push(Block::Item(item), at);
    }

    /// Reports a star that the author did not escape and that marks nothing.
    fn lone_star(&mut self, at: Range<usize>) {
        let escaped = self.source[..at.start].ends_with('\\');
        let text = &self.source[at.clone()];
        let star = text
            .match_indices('*')
            .find(|(offset, _)| !(escaped && *offset == 0));
        if let Some((offset, _)) = star {
            let start = at.start + offset;
            self.refuse(&refuse::LONE_STAR, start..start + 1);
        }
    }
}
