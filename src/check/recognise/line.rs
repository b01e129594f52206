//! The text as lines, as typed: paragraphs cut at their line breaks, with what recognition asks of each.

use std::ops::Range;

use super::key::{self, is_drawn, is_upper};
use super::pattern::is_national;
use crate::check::facts::{Alignment, BoxId, Facts, Home, ParagraphId, Span, Story, TableId};

/// A line.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// Its words, without white space around.
    pub(super) span: Span,
    /// The words to compare ([`key::key`]).
    pub(super) key: String,
    pub(super) zone: Zone,
    /// Nothing printed.
    pub(super) blank: bool,
    /// Nothing but underscores or dashes.
    pub(super) drawn: bool,
    /// No small letters.
    pub(super) upper: bool,
    /// Every visible run is bold.
    pub(super) bold: bool,
    /// Centred, or pushed to the middle by an indent or tabs.
    pub(super) centred: bool,
    /// The first line of its paragraph.
    pub(super) first: bool,
    /// Comes behind a column break of its paragraph.
    pub(super) new_column: bool,
}

/// Where a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Zone {
    /// In the text itself.
    Flow,
    /// Table, row, cell.
    Cell(TableId, usize, usize),
    /// Text box or frame.
    Box(BoxId),
}

impl Line {
    /// The paragraph.
    pub(super) fn paragraph(&self) -> ParagraphId {
        self.span.paragraph
    }

    /// The table it stands in.
    pub(super) fn table(&self) -> Option<TableId> {
        match self.zone {
            Zone::Cell(table, _, _) => Some(table),
            Zone::Flow | Zone::Box(_) => None,
        }
    }
}

/// The lines of the text; footers and notes left out, headers too unless the letterhead stands there.
pub(super) fn lines(facts: &Facts) -> Vec<Line> {
    let mut lines = header_lines(facts);
    if !lines.iter().any(|line| is_national(&line.key)) {
        lines.clear();
    }
    lines.extend(of_story(facts, Story::Body));
    lines
}

/// The lines of the header of the first page.
fn header_lines(facts: &Facts) -> Vec<Line> {
    let Some(section) = facts.sections.first() else {
        return Vec::new();
    };
    let first = section.headers.first.filter(|_| section.title_page);
    let header = first.or(section.headers.default);
    header.map_or(Vec::new(), |header| of_story(facts, Story::Margin(header)))
}

fn of_story(facts: &Facts, story: Story) -> Vec<Line> {
    let mut lines = Vec::new();
    for (id, paragraph) in facts.all() {
        if paragraph.story != story {
            continue;
        }
        let zone = zone(facts, paragraph.home);
        let mut start = 0;
        let mut new_column = false;
        let ends = paragraph.text.match_indices(['\n', '\u{c}', '\u{b}']);
        let ends: Vec<(usize, &str)> = ends.chain([(paragraph.text.len(), "")]).collect();
        for (end, sign) in ends {
            let first = start == 0;
            // A page break alone gives no line of its own.
            if end > start || sign != "\u{c}" {
                let mut line = line(facts, id, start..end, zone);
                line.first = first;
                line.new_column = new_column;
                lines.push(line);
            }
            new_column = sign == "\u{b}";
            start = end + sign.len();
        }
    }
    lines
}

/// Where something stands; a table of one cell is only a frame around what is in it.
fn zone(facts: &Facts, home: Home) -> Zone {
    match home {
        Home::Story => Zone::Flow,
        Home::Cell(table, ..) if is_frame(facts, table) => zone(facts, facts[table].home),
        Home::Cell(table, row, cell) => Zone::Cell(table, row, cell),
        Home::Box(id) => Zone::Box(id),
    }
}

/// True for a table of one cell.
pub(super) fn is_frame(facts: &Facts, table: TableId) -> bool {
    let rows = &facts[table].rows;
    rows.len() == 1 && rows[0].cells.len() == 1
}

/// The line of a stretch of a paragraph.
pub(super) fn line(facts: &Facts, id: ParagraphId, range: Range<usize>, zone: Zone) -> Line {
    let paragraph = &facts[id];
    let range = trimmed(&paragraph.text, range);
    let span = Span {
        paragraph: id,
        range,
    };
    let words = key::words(facts, &span);
    let mut bold = true;
    for (run, shared) in paragraph.runs_in(span.range.clone()) {
        let own = paragraph.text.get(shared).unwrap_or("");
        if !own.trim().is_empty() {
            bold &= run.format.bold;
        }
    }
    let blank = words.trim().is_empty();
    Line {
        key: key::key(&words),
        zone,
        blank,
        drawn: is_drawn(&words),
        upper: is_upper(&words),
        bold: bold && !blank,
        centred: is_centred(facts, id, &span),
        first: true,
        new_column: false,
        span,
    }
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let words = text.get(range.clone()).unwrap_or("");
    let start = range.start + (words.len() - words.trim_start().len());
    let end = start + words.trim().len();
    start..end
}

/// Centred, or with white space or a deep indent before it.
fn is_centred(facts: &Facts, id: ParagraphId, span: &Span) -> bool {
    let paragraph = &facts[id];
    match paragraph.format.alignment {
        Alignment::Center => true,
        Alignment::Left | Alignment::Both => {
            let before = paragraph.text.get(..span.range.start).unwrap_or("");
            let spaces = before.chars().filter(|c| *c == ' ').count();
            let tabs = before.chars().filter(|c| *c == '\t').count();
            let indents = paragraph.format.indents;
            // Deeper than any first line: an inch and a half.
            tabs >= 2 || spaces >= 10 || (indents.left + indents.first).0 > 2160
        }
        Alignment::Right | Alignment::Distribute => false,
    }
}

/// The words of a line between tabs or at least three spaces.
pub(super) fn pieces(facts: &Facts, line: &Line) -> Vec<Range<usize>> {
    let text = &facts[line.paragraph()].text;
    let words = text.get(line.span.range.clone()).unwrap_or("");
    let mut pieces: Vec<Range<usize>> = Vec::new();
    let mut gap = 3;
    for (at, c) in words.char_indices() {
        let at = line.span.range.start + at;
        let end = at + c.len_utf8();
        match c {
            '\t' => gap += 3,
            c if c.is_whitespace() => gap += 1,
            _ if gap >= 3 => {
                pieces.push(at..end);
                gap = 0;
            }
            _ => {
                if let Some(last) = pieces.last_mut() {
                    last.end = end;
                }
                gap = 0;
            }
        }
    }
    pieces
}
