//! Small flows for the tests of this folder.

use crate::document::Meta;
use crate::form::flow::{
    Align, Block, Borders, Color, Flow, LineSpacing, PageSetup, Paragraph, ParagraphFormat, Run,
    RunContent, Section, TextFormat,
};
use crate::form::style::StyleId;
use crate::units::{HalfPoints, Twips};

/// Upright black text of a size in half points.
pub(super) fn format(half_points: u16) -> TextFormat {
    TextFormat {
        size: HalfPoints(half_points),
        bold: false,
        italic: false,
        color: Color::Black,
    }
}

/// A plain paragraph of 10 pt, to the left, single spaced.
pub(super) fn paragraph(text: &str) -> Paragraph {
    let run = Run {
        content: RunContent::Text(text.to_string()),
        format: format(20),
    };
    Paragraph {
        style: StyleId::Body,
        format: ParagraphFormat {
            align: Align::Left,
            left: Twips(0),
            right: Twips(0),
            first_line: Twips(0),
            before: Twips(0),
            after: Twips(0),
            line: LineSpacing::Multiple(240),
            keep_next: false,
            keep_lines: false,
            page_break_before: false,
            widow_control: true,
            borders: Borders::default(),
        },
        runs: vec![run],
        fields: Vec::new(),
    }
}

/// A section of pages with room for `lines` lines of 10 pt (11.5 pt each), 100 pt wide.
pub(super) fn section(lines: i32, blocks: Vec<Block>) -> Section {
    Section {
        page: PageSetup {
            width: Twips(2400),
            height: Twips(800 + lines * 230),
            landscape: false,
            top: Twips(400),
            bottom: Twips(400),
            left: Twips(200),
            right: Twips(200),
            header: Twips(100),
            footer: Twips(100),
            upside_down: false,
        },
        header: Paragraph {
            runs: vec![Run {
                content: RunContent::PageNumber,
                format: format(20),
            }],
            ..paragraph("")
        },
        first_header: Vec::new(),
        first_footer: Vec::new(),
        blocks,
    }
}

/// A paper of one section.
pub(super) fn flow(section: Section) -> Flow {
    Flow {
        meta: Meta::default(),
        styles: Vec::new(),
        sections: vec![section],
    }
}
