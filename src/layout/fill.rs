//! Fills pages with paragraphs and rows: what stays together, where a page ends, repeated heads.
//!
//! As measured on LibreOffice 25.2: space above is dropped at the top of every page but a
//! section's first; a paragraph that stays with the next never splits; what a line's multiple adds
//! below may hang out of the page; a row splits only if it is taller than a page.

use crate::form::flow::{Frame, PageSetup, Section, Style};
use crate::form::style::StyleId;
use crate::units::Pt;

use super::content::{Content, Unit, allowed, fitting};
use super::margin::Margins;
use super::outline::Heading;
use super::page::{Item, Page, Tag};
use super::paragraph::{ParagraphBox, gap};
use super::structure::Structure;
use super::table::{Sides, TableBox};

/// Fills the pages of a section and appends them, and its headings.
pub(super) fn fill(
    section: &Section,
    styles: &[Style],
    pages: &mut Vec<Page>,
    headings: &mut Vec<Heading>,
    structure: &mut Structure,
) {
    structure.open_section();
    let mut margins = Margins::new(section, styles);
    margins.tag_header(structure);
    let content = Content::new(section, styles, structure);
    margins.tag_footer(structure);
    structure.close_section();
    let mut filler = Filler {
        setup: &section.page,
        left: section.page.left.to_pt(),
        margins,
        first: pages.len(),
        pages,
        headings,
        y: Pt(0.0),
        after: Pt(0.0),
        empty: true,
        open: None,
    };
    filler.start_page();
    for index in 0..content.units.len() {
        filler.place(&content, index);
    }
    filler.close_table(&content);
    filler.finish();
}

/// The page being filled.
struct Filler<'a, 'b> {
    setup: &'a PageSetup,
    left: Pt,
    margins: Margins<'a>,
    first: usize,
    pages: &'b mut Vec<Page>,
    headings: &'b mut Vec<Heading>,
    /// Where the content ends so far.
    y: Pt,
    /// Space that the last paragraph wants below.
    after: Pt,
    /// True while the page has no content.
    empty: bool,
    /// The table that goes on at `y`, with its vertical lines on this page.
    open: Option<(usize, Sides)>,
}

impl Filler<'_, '_> {
    fn place(&mut self, content: &Content<'_>, index: usize) {
        let unit = &content.units[index];
        let broken = match unit {
            Unit::Paragraph(paragraph) => paragraph.format().page_break_before,
            Unit::Row(table, row) => content.tables[*table].rows[*row].starts_page,
            Unit::Frame(..) => false,
        };
        let before = self.space_before(unit);
        // What stays with the unit before moved with it, or could not.
        let moves = !content.stays(index) && {
            let together = content.together(index, self.page_height());
            !(before + together).fits(self.room()) && together.fits(self.page_height())
        };
        if !self.empty && (broken || moves) {
            self.turn(content);
        }
        match unit {
            Unit::Paragraph(paragraph) => self.place_paragraph(content, paragraph),
            Unit::Row(table, row) => self.place_row(content, *table, *row),
            Unit::Frame(frame, paragraph) => self.draw_frame(frame, paragraph),
        }
    }

    /// Draws a frame on the page that is being filled; nothing makes room for it.
    fn draw_frame(&mut self, frame: &Frame, paragraph: &ParagraphBox<'_>) {
        let (x, y) = (frame.left.to_pt(), frame.top.to_pt());
        let page = self.pages.len() - 1;
        self.headings.extend(Heading::of(
            paragraph.source,
            paragraph.source.style,
            page,
            y,
        ));
        paragraph.draw(0..paragraph.lines.len(), x, y, &mut self.pages[page].items);
    }

    fn place_paragraph(&mut self, content: &Content<'_>, paragraph: &ParagraphBox<'_>) {
        self.close_table(content);
        let lines = paragraph.lines.len();
        let mut start = 0;
        while start < lines {
            let before = match start {
                0 => self.gap_before(paragraph.format().before.to_pt()),
                1.. => Pt(0.0),
            };
            let inset = if start == 0 {
                paragraph.top_inset()
            } else {
                Pt(0.0)
            };
            let fitting = fitting(paragraph, start, self.room() - before - inset);
            let count = match allowed(paragraph, start, fitting) {
                0 if self.empty => fitting.max(1),
                count => count,
            };
            if count > 0 {
                self.y += before;
                if start == 0 {
                    self.note_heading(paragraph);
                }
                let items = &mut self.pages[self.first..];
                let page = items.len() - 1;
                let range = start..start + count;
                self.y = paragraph.draw(range, self.left, self.y, &mut items[page].items);
                self.empty = false;
                start += count;
            }
            if start < lines {
                self.turn(content);
            }
        }
        self.after = paragraph.format().after.to_pt();
    }

    fn place_row(&mut self, content: &Content<'_>, index: usize, row: usize) {
        let table = &content.tables[index];
        let goes_on = matches!(&self.open, Some((open, _)) if *open == index);
        if !goes_on {
            self.close_table(content);
            self.y += self.gap_before(Pt(0.0));
        }
        let needed = |leading: bool| {
            let leading = if leading { table.rule } else { Pt(0.0) };
            leading + table.rows[row].height + table.rule
        };
        // A row that must split anyway is not torn from the head rows.
        let splits = !needed(true).fits(self.page_height());
        let follows_head = row > 0 && row == table.headers();
        let stays = needed(!goes_on).fits(self.room()) || (splits && follows_head);
        if !stays && !self.empty {
            self.turn(content);
        }
        if self.empty && row >= table.headers() {
            self.repeat_headers(table, index, needed(false));
        }
        match needed(self.open.is_none()).fits(self.room()) {
            true => self.draw_row(table, index, row),
            false => self.split_row(content, index, row),
        }
        self.after = Pt(0.0);
    }

    /// Draws the head rows at the top of a page if the row fits below them.
    fn repeat_headers(&mut self, table: &TableBox<'_>, index: usize, row: Pt) {
        let heads = &table.rows[..table.headers()];
        let height: Pt = heads.iter().map(|head| head.height + table.rule).sum();
        if (table.rule + height + row).fits(self.room()) {
            let page = self.pages.len() - 1;
            let start = self.pages[page].items.len();
            for head in 0..heads.len() {
                self.draw_row(table, index, head);
            }
            mark_repeated(&mut self.pages[page].items[start..]);
        }
    }

    fn draw_row(&mut self, table: &TableBox<'_>, index: usize, row: usize) {
        self.draw_cells(table, index, row, |filler| {
            let page = filler.pages.len() - 1;
            let items = &mut filler.pages[page].items;
            table.draw_row(row, filler.left, filler.y, items);
            table.rows[row].height
        });
    }

    fn split_row(&mut self, content: &Content<'_>, index: usize, row: usize) {
        let table = &content.tables[index];
        let mut from = Vec::new();
        loop {
            let lines = if self.open.is_none() { 2.0 } else { 1.0 };
            let room = self.room() - table.rule * lines;
            self.draw_cells(table, index, row, |filler| {
                let page = filler.pages.len() - 1;
                let items = &mut filler.pages[page].items;
                let place = (filler.left, filler.y);
                table.draw_part((row, &mut from), place, room, items)
            });
            if table.drawn(row, &from) {
                break;
            }
            self.turn(content);
        }
    }

    /// Draws the grid around what `draw` puts into a row and says how high it is.
    fn draw_cells(
        &mut self,
        table: &TableBox<'_>,
        index: usize,
        row: usize,
        draw: impl FnOnce(&mut Self) -> Pt,
    ) {
        let page = self.pages.len() - 1;
        let top = match self.open {
            Some(_) => self.y - table.rule,
            None => {
                table.draw_rule(self.left, self.y, &mut self.pages[page].items);
                self.y += table.rule;
                self.open = Some((index, Sides::default()));
                self.y - table.rule
            }
        };
        let height = draw(self);
        self.y += height;
        table.draw_rule(self.left, self.y, &mut self.pages[page].items);
        self.y += table.rule;
        if let Some((_, sides)) = &mut self.open {
            table.add_sides(row, (top, self.y), sides);
        }
        self.empty = false;
    }

    /// Ends the table that is open on this page.
    fn close_table(&mut self, content: &Content<'_>) {
        if let Some((index, sides)) = self.open.take() {
            let page = self.pages.len() - 1;
            let items = &mut self.pages[page].items;
            content.tables[index].draw_sides(self.left, sides, items);
        }
    }

    /// Goes to a new page.
    fn turn(&mut self, content: &Content<'_>) {
        self.close_table(content);
        self.start_page();
    }

    fn start_page(&mut self) {
        let number = self.pages.len() - self.first + 1;
        let mut page = Page {
            width: self.setup.width.to_pt(),
            height: self.setup.height.to_pt(),
            upside_down: self.setup.upside_down,
            items: Vec::new(),
        };
        self.margins.draw_header(number, &mut page.items);
        self.y = self.margins.top(number);
        self.pages.push(page);
        self.empty = true;
        self.after = Pt(0.0);
    }

    /// Adds what stands at the foot of the first page, last in its reading order.
    fn finish(&mut self) {
        self.margins.draw_footer(&mut self.pages[self.first].items);
    }

    fn number(&self) -> usize {
        self.pages.len() - self.first
    }

    fn room(&self) -> Pt {
        self.margins.bottom(self.number()) - self.y
    }

    /// Height for content on the page that a turn would give.
    fn page_height(&self) -> Pt {
        let number = self.number() + usize::from(!self.empty);
        self.margins.bottom(number) - self.margins.top(number)
    }

    fn space_before(&self, unit: &Unit<'_>) -> Pt {
        match unit {
            Unit::Paragraph(paragraph) => self.gap_before(paragraph.format().before.to_pt()),
            Unit::Row(..) | Unit::Frame(..) => self.gap_before(Pt(0.0)),
        }
    }

    fn gap_before(&self, before: Pt) -> Pt {
        match self.empty && self.number() > 1 {
            true => Pt(0.0),
            false => gap(self.after, before),
        }
    }

    fn note_heading(&mut self, paragraph: &ParagraphBox<'_>) {
        let style: StyleId = paragraph.source.style;
        let page = self.pages.len() - 1;
        self.headings
            .extend(Heading::of(paragraph.source, style, page, self.y));
    }
}

/// Takes texts out of the structure: they stand there once.
fn mark_repeated(items: &mut [Item]) {
    for item in items {
        match item {
            Item::Text(text) => text.tag = Tag::Repeated,
            Item::Line(_) | Item::Field(_) => {}
        }
    }
}
