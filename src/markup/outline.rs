//! The outline's counters: which level a heading or list has, and its printed label.

use crate::document::body::{DivisionKind, Level};
use crate::text::number::roman;
use crate::text::outline::point_letter;

/// Counts of a component so far. An annex starts a new outline.
#[derive(Default)]
pub(super) struct Outline {
    part: u32,
    chapter: u32,
    section: u32,
    subsection: u32,
    article: u32,
    roman: u32,
    clause: u32,
    point: u32,
    /// The heading that lists stand under.
    under: Option<Level>,
}

impl Outline {
    /// Enters a division and gives its number.
    pub(super) fn division(&mut self, kind: DivisionKind) -> String {
        self.restart_below_article();
        match kind {
            DivisionKind::Part => {
                self.part += 1;
                (self.section, self.subsection) = (0, 0);
                roman(self.part)
            }
            DivisionKind::Chapter => {
                self.chapter += 1;
                (self.section, self.subsection) = (0, 0);
                roman(self.chapter)
            }
            DivisionKind::Section => {
                self.section += 1;
                self.subsection = 0;
                self.section.to_string()
            }
            DivisionKind::Subsection => {
                self.subsection += 1;
                self.subsection.to_string()
            }
        }
    }

    /// Enters a heading of a level and gives its label; none if the letters of điểm are used up.
    pub(super) fn heading(&mut self, level: Level) -> Option<String> {
        let label = self.label(level);
        self.under = Some(level);
        label
    }

    /// Level of an ordered list: below the heading above it, or below the item that holds it.
    pub(super) fn list_level(&self, holder: Option<Level>) -> Option<Level> {
        match holder.or(self.under) {
            None | Some(Level::Article | Level::Roman) => Some(Level::Clause),
            Some(Level::Clause) => Some(Level::Point),
            Some(Level::Point | Level::Dash | Level::Plus) => None,
        }
    }

    /// Counts one more of a level; what is below it starts anew.
    pub(super) fn label(&mut self, level: Level) -> Option<String> {
        match level {
            Level::Article => {
                (self.roman, self.clause, self.point) = (0, 0, 0);
                self.article += 1;
                Some(format!("Điều {}.", self.article))
            }
            Level::Roman => {
                (self.clause, self.point) = (0, 0);
                self.roman += 1;
                Some(format!("{}.", roman(self.roman)))
            }
            Level::Clause => {
                self.point = 0;
                self.clause += 1;
                Some(format!("{}.", self.clause))
            }
            Level::Point => {
                self.point += 1;
                point_letter(self.point).map(|letter| format!("{letter})"))
            }
            Level::Dash => Some("-".to_string()),
            Level::Plus => Some("+".to_string()),
        }
    }

    fn restart_below_article(&mut self) {
        (self.roman, self.clause, self.point) = (0, 0, 0);
        self.under = None;
    }
}
