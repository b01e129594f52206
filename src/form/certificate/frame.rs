//! Frames for fitted texts and for lines: from baselines and middles to the corners that a frame
//! is placed by.

use crate::fonts::{self, width};
use crate::form::flow::{
    Align, Border, Borders, Color, Frame, LineSpacing, Paragraph, ParagraphFormat, Run, RunContent,
    Style, TextFormat,
};
use crate::form::style::StyleId;
use crate::units::{HalfPoints, Mm, Pt, Twips};

use super::fit::Fitted;
use super::place::{Grows, Printer, Slot};

/// Room beside a text on either side, so that a word processor's rounding breaks no line.
const SLACK: Mm = Mm(2.0);

/// The rule under Tiêu ngữ, 1 pt.
const RULE: Stroke = Stroke {
    eighths: 8,
    color: Color::Black,
};

/// Thickness and colour of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stroke {
    /// Thickness in eighths of a point.
    pub eighths: u8,
    /// Colour.
    pub color: Color,
}

/// The frame of a text, and of the rule below it.
pub fn text(slot: &Slot, fitted: &Fitted, printer: &Printer) -> Vec<Frame> {
    let (x, y) = printer.place(slot.x, slot.y);
    let further = fitted.lines.len().saturating_sub(1) as f64;
    let pitch = slot.pitch(fitted.size);
    let first = match slot.grows {
        Grows::Down => y,
        Grows::Up => y - pitch * further,
        Grows::Both => y - pitch * (further / 2.0),
    };
    let mut frames = vec![lines(slot, fitted, (x, first))];
    if let Some(below) = slot.rule {
        let length = fitted.lines.last().map_or(Mm(0.0), |line| {
            width(slot.face(), fitted.size, line).to_mm()
        });
        let left = slot.left_of(x, length);
        let y = first + pitch * further + below;
        let stroke = Stroke {
            color: slot.color,
            ..RULE
        };
        frames.push(horizontal((left, y), length, stroke));
    }
    frames
}

/// Lines with the first baseline at a point.
fn lines(slot: &Slot, fitted: &Fitted, (x, y): (Mm, Mm)) -> Frame {
    let format = slot.format(fitted.size);
    let mut runs = Vec::new();
    for (index, line) in fitted.lines.iter().enumerate() {
        if index > 0 {
            runs.push(Run {
                content: RunContent::LineBreak,
                format,
            });
        }
        runs.push(Run {
            content: RunContent::Text(line.clone()),
            format,
        });
    }
    let room = slot.width + SLACK * 2.0;
    Frame {
        left: slot.left_of(x, room).to_twips(),
        top: (y.to_pt() - fonts::baseline(fitted.size).to_twips().to_pt()).to_twips(),
        width: room.to_twips(),
        height: slot.pitch(fitted.size).to_twips() * fitted.lines.len() as i32,
        paragraph: Paragraph {
            style: slot.style,
            format: format_of(slot),
            runs,
            fields: Vec::new(),
        },
    }
}

/// A level line, its middle at a height.
pub fn horizontal((x, y): (Mm, Mm), length: Mm, stroke: Stroke) -> Frame {
    let half = Mm::from(stroke) / 2.0;
    let sides = Borders {
        top: Some(stroke.border()),
        ..Borders::default()
    };
    bordered((x, y - half), (length, Mm(0.5)), sides)
}

/// An upright line, its middle at a distance from the left.
pub fn vertical((x, y): (Mm, Mm), length: Mm, stroke: Stroke) -> Frame {
    let half = Mm::from(stroke) / 2.0;
    let sides = Borders {
        left: Some(stroke.border()),
        ..Borders::default()
    };
    bordered((x + half, y), (Mm(1.0), length), sides)
}

/// A box, its lines on the corners' inner side.
pub fn outline((x, y): (Mm, Mm), (width, height): (Mm, Mm), stroke: Stroke) -> Vec<Frame> {
    vec![
        horizontal((x, y), width, stroke),
        horizontal((x, y + height), width, stroke),
        vertical((x, y), height, stroke),
        vertical((x + width, y), height, stroke),
    ]
}

/// A small text with its baseline at a point.
pub fn label((x, y): (Mm, Mm), text: &str, size: HalfPoints, color: Color) -> Frame {
    let format = TextFormat {
        size,
        bold: false,
        italic: false,
        color,
    };
    let face = fonts::Face::Regular;
    Frame {
        left: x.to_twips(),
        top: (y.to_pt() - fonts::baseline(size).to_twips().to_pt()).to_twips(),
        width: (width(face, size, text).to_mm() + SLACK).to_twips(),
        height: fonts::line_height(size).to_twips(),
        paragraph: Paragraph {
            style: StyleId::Placed,
            format: PLAIN,
            runs: vec![Run {
                content: RunContent::Text(text.to_string()),
                format,
            }],
            fields: Vec::new(),
        },
    }
}

/// The empty paragraph that a DOCX ends with; it takes no room worth the name.
pub fn end() -> Paragraph {
    Paragraph {
        style: StyleId::AfterTable,
        format: ParagraphFormat {
            line: LineSpacing::Exactly(Twips(20)),
            ..PLAIN
        },
        runs: Vec::new(),
        fields: Vec::new(),
    }
}

/// The style of a slot: its looks at the wanted size.
pub fn style(slot: &Slot) -> Style {
    Style {
        id: slot.style,
        paragraph: format_of(slot),
        text: slot.format(slot.size),
    }
}

/// A style of plain text.
pub fn plain_style(id: StyleId, size: HalfPoints) -> Style {
    Style {
        id,
        paragraph: PLAIN,
        text: TextFormat {
            size,
            bold: false,
            italic: false,
            color: Color::Black,
        },
    }
}

impl Stroke {
    fn border(self) -> Border {
        Border {
            eighths: self.eighths,
            space: 0,
            color: self.color,
        }
    }
}

impl From<Stroke> for Mm {
    fn from(stroke: Stroke) -> Mm {
        Pt(f64::from(stroke.eighths) / 8.0).to_mm()
    }
}

const PLAIN: ParagraphFormat = ParagraphFormat {
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
    widow_control: false,
    borders: Borders {
        top: None,
        bottom: None,
        left: None,
        right: None,
    },
};

fn format_of(slot: &Slot) -> ParagraphFormat {
    ParagraphFormat {
        align: slot.align,
        line: LineSpacing::Multiple(slot.line_parts()),
        ..PLAIN
    }
}

/// An empty paragraph with lines around it.
fn bordered((x, y): (Mm, Mm), (width, height): (Mm, Mm), borders: Borders) -> Frame {
    let height = height.to_twips();
    Frame {
        left: x.to_twips(),
        top: y.to_twips(),
        width: width.to_twips(),
        height,
        paragraph: Paragraph {
            style: StyleId::Rule,
            format: ParagraphFormat {
                line: LineSpacing::Exactly(height),
                borders,
                ..PLAIN
            },
            runs: Vec::new(),
            fields: Vec::new(),
        },
    }
}
