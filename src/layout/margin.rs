//! What stands in the margins: the page number or the mark above, the address below; and where
//! they leave room for the content, for a header or footer taller than its margin pushes it away.

use crate::form::flow::{PageSetup, Section, Style};
use crate::units::Pt;

use super::page::Item;
use super::stack::Stack;
use super::structure::Structure;

/// Headers and footers of a section.
#[derive(Debug)]
pub(super) struct Margins<'a> {
    section: &'a Section,
    styles: &'a [Style],
    first_header: Stack<'a>,
    first_footer: Stack<'a>,
    header_height: Pt,
}

impl<'a> Margins<'a> {
    /// Measures the headers and footers.
    pub(super) fn new(section: &'a Section, styles: &'a [Style]) -> Margins<'a> {
        let width = section.page.text_width().to_pt();
        let header = std::slice::from_ref(&section.header);
        Margins {
            section,
            styles,
            first_header: Stack::new(&section.first_header, width, styles, 1),
            first_footer: Stack::new(&section.first_footer, width, styles, 1),
            header_height: Stack::new(header, width, styles, 2).height,
        }
    }

    /// Enters what stands above the first page into the structure.
    pub(super) fn tag_header(&mut self, structure: &mut Structure) {
        self.first_header.tag(structure);
    }

    /// Enters what stands below the first page into the structure.
    pub(super) fn tag_footer(&mut self, structure: &mut Structure) {
        self.first_footer.tag(structure);
    }

    /// Where the content of a page starts; pages count from 1.
    pub(super) fn top(&self, page: usize) -> Pt {
        let height = match page {
            0 | 1 => self.first_header.height,
            2.. => self.header_height,
        };
        let setup = self.setup();
        match height.0 > 0.0 {
            true => setup.top.to_pt().max(setup.header.to_pt() + height),
            false => setup.top.to_pt(),
        }
    }

    /// Where the content of a page must end.
    pub(super) fn bottom(&self, page: usize) -> Pt {
        let setup = self.setup();
        let margin = setup.height.to_pt() - setup.bottom.to_pt();
        let footed = page <= 1 && self.first_footer.height.0 > 0.0;
        match footed && self.footer_top().0 < margin.0 {
            true => self.footer_top(),
            false => margin,
        }
    }

    /// Draws the header of a page.
    pub(super) fn draw_header(&self, page: usize, items: &mut Vec<Item>) {
        let setup = self.setup();
        let (x, y) = (setup.left.to_pt(), setup.header.to_pt());
        if page <= 1 {
            self.first_header.draw(x, y, items);
            return;
        }
        let header = std::slice::from_ref(&self.section.header);
        let width = setup.text_width().to_pt();
        Stack::new(header, width, self.styles, page).draw(x, y, items);
    }

    /// Draws the footer of the first page.
    pub(super) fn draw_footer(&self, items: &mut Vec<Item>) {
        let x = self.setup().left.to_pt();
        self.first_footer.draw(x, self.footer_top(), items);
    }

    fn setup(&self) -> &PageSetup {
        &self.section.page
    }

    fn footer_top(&self) -> Pt {
        let setup = self.setup();
        setup.height.to_pt() - setup.footer.to_pt() - self.first_footer.height
    }
}
