//! The style sheet of one paper: the Decree's figures with an agency's choices put in, and the
//! makers of paragraphs that use it.

use crate::document::inline::{Inline, Inlines};
use crate::fonts::Face;
use crate::units::{HalfPoints, Pt, Twips};

use super::choices::{Choices, Pairing};
use super::figures::{Case, FIGURES, Figure, Keep, Shape, Size, figure};
use super::flow::{
    Borders, Color, LineSpacing, Paragraph, ParagraphFormat, Run, RunContent, Style, TextFormat,
};
use super::style::StyleId;

/// A single line.
const SINGLE: LineSpacing = LineSpacing::Multiple(240);

/// Figures with the choices put in.
#[derive(Clone, Copy, Debug)]
pub struct Sheet {
    /// The agency's choices.
    pub choices: Choices,
    /// Sizes of the letterhead, as fitted.
    pub pairing: Pairing,
}

impl Sheet {
    /// All styles, for the backends.
    pub fn styles(&self) -> Vec<Style> {
        FIGURES
            .iter()
            .map(|row| Style {
                id: row.id,
                paragraph: self.paragraph_format(row),
                text: self.text_format(row),
            })
            .collect()
    }

    /// Size of a style.
    pub fn size(&self, id: StyleId) -> HalfPoints {
        match figure(id).size {
            Size::Fixed(points) => HalfPoints::points(points),
            Size::NationalName => self.pairing.national_name(),
            Size::Motto => self.pairing.motto(),
            Size::Body => self.choices.body_size,
            Size::Table => HalfPoints(self.choices.body_size.0 - 2),
        }
    }

    /// First-line indent of running text.
    pub fn first_line(&self) -> Twips {
        self.choices.first_line.to_twips()
    }

    /// Space between paragraphs.
    pub fn gap(&self) -> Twips {
        self.choices.gap.to_twips()
    }

    /// An empty paragraph of a style.
    pub fn empty(&self, id: StyleId) -> Paragraph {
        Paragraph {
            style: id,
            format: self.paragraph_format(figure(id)),
            runs: Vec::new(),
            fields: Vec::new(),
        }
    }

    /// A paragraph of plain text.
    pub fn plain(&self, id: StyleId, text: &str) -> Paragraph {
        self.inlines(id, &Inlines::plain(text))
    }

    /// A paragraph of inline content.
    pub fn inlines(&self, id: StyleId, content: &Inlines) -> Paragraph {
        let mut paragraph = self.empty(id);
        paragraph.runs = self.runs(id, content);
        paragraph
    }

    /// Inline content in the text format of a style.
    pub fn runs(&self, id: StyleId, content: &Inlines) -> Vec<Run> {
        let row = figure(id);
        let base = self.text_format(row);
        content
            .0
            .iter()
            .map(|inline| match inline {
                Inline::Text(text) => Run {
                    content: RunContent::Text(cased(row.case, &text.text)),
                    format: TextFormat {
                        bold: base.bold || text.bold,
                        italic: base.italic || text.italic,
                        ..base
                    },
                },
                Inline::LineBreak => Run {
                    content: RunContent::LineBreak,
                    format: base,
                },
            })
            .collect()
    }

    fn text_format(&self, row: &Figure) -> TextFormat {
        TextFormat {
            size: self.size(row.id),
            bold: matches!(row.face, Face::Bold | Face::BoldItalic),
            italic: matches!(row.face, Face::Italic | Face::BoldItalic),
            color: if row.id == StyleId::Urgency {
                Color::Red
            } else {
                Color::Black
            },
        }
    }

    fn paragraph_format(&self, row: &Figure) -> ParagraphFormat {
        let spaced = LineSpacing::Multiple((self.choices.line * 240.0).round() as u16);
        let (first_line, before, line) = match row.shape {
            Shape::Tight => (Twips(0), Twips(0), SINGLE),
            Shape::Spaced => (Twips(0), self.gap(), spaced),
            Shape::Text => (self.first_line(), self.gap(), spaced),
            Shape::Empty(points) => {
                let height = Pt(f64::from(points)).to_twips();
                (Twips(0), Twips(0), LineSpacing::Exactly(height))
            }
        };
        ParagraphFormat {
            align: row.align,
            left: Twips(0),
            right: Twips(0),
            first_line,
            before,
            after: Twips(0),
            line,
            keep_next: row.keep == Keep::Next,
            keep_lines: row.keep == Keep::Next,
            page_break_before: false,
            widow_control: true,
            borders: Borders::default(),
        }
    }
}

/// Text in the case of its style.
pub fn cased(case: Case, text: &str) -> String {
    match case {
        Case::Typed => text.to_string(),
        Case::Upper => text.to_uppercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use StyleId::{
        Agency, AnnexAttached, AnnexLabel, AnnexTitle, Authority, Basis, Body, Circulation,
        Contact, LetterSubject, Motto, NationalName, Number, PageNumber, Parent, PlaceDate,
        Recipient, Recipients, SignerName, Subject, TypeName, Urgency,
    };

    /// Sizes, bold and italic of the Decree's table (Phụ lục I, mục V), in points.
    const DECREE: [(StyleId, [u16; 2], bool, bool); 22] = [
        (NationalName, [12, 13], true, false),
        (Motto, [13, 14], true, false),
        (Parent, [12, 13], false, false),
        (Agency, [12, 13], true, false),
        (Number, [13, 13], false, false),
        (PlaceDate, [13, 14], false, true),
        (TypeName, [13, 14], true, false),
        (Subject, [13, 14], true, false),
        (LetterSubject, [12, 13], false, false),
        (Basis, [13, 14], false, true),
        (Body, [13, 14], false, false),
        (Authority, [13, 14], true, false),
        (SignerName, [13, 14], true, false),
        (Recipients, [12, 12], true, true),
        (Recipient, [11, 11], false, false),
        (AnnexLabel, [14, 14], true, false),
        (AnnexTitle, [13, 14], true, false),
        (AnnexAttached, [13, 14], false, true),
        (Urgency, [13, 14], true, false),
        (Circulation, [13, 14], true, false),
        (Contact, [11, 12], false, false),
        (PageNumber, [13, 14], false, false),
    ];

    #[test]
    fn every_choice_stays_in_the_decrees_ranges() {
        for points in [13, 14] {
            for pairing in [Pairing::Large, Pairing::Small] {
                let choices = Choices {
                    body_size: HalfPoints::points(points),
                    ..Choices::default()
                };
                let styles = Sheet { choices, pairing }.styles();
                for (id, [least, most], bold, italic) in DECREE {
                    let text = styles[id as usize].text;
                    let sizes = HalfPoints::points(least)..=HalfPoints::points(most);
                    assert!(sizes.contains(&text.size), "{id:?} {:?}", text.size);
                    assert_eq!((text.bold, text.italic), (bold, italic), "{id:?}");
                }
            }
        }
    }

    #[test]
    fn running_text_is_justified_indented_and_apart() {
        let sheet = Sheet {
            choices: Choices::default(),
            pairing: Pairing::Large,
        };
        let format = sheet.plain(Body, "Chữ").format;
        assert_eq!(format.align, super::super::flow::Align::Justified);
        assert_eq!(format.first_line, Twips(720));
        assert_eq!(format.before, Twips(120));
        assert_eq!(format.line, LineSpacing::Multiple(240));
    }
}
