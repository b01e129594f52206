//! The calibration sheet: a grid of the paper, the places of all texts, and rulers, moved as the
//! certificates are, so that what it shows is what prints.

use crate::document::Meta;
use crate::form::flow::{Block, Color, Flow, Frame};
use crate::units::{HalfPoints, Mm};

use super::frame::{Stroke, horizontal, label, outline, vertical};
use super::place::{Grows, Layout, Printer, Slot};

/// From one line of the grid to the next.
const STEP: Mm = Mm(10.0);
/// Every second line has its distance written at it.
const NUMBERED: usize = 2;
/// Length of the rulers.
const RULER: Mm = Mm(100.0);
/// Arm of a cross.
const ARM: Mm = Mm(4.0);
/// Crosses stand this far from the edges of the paper.
const CORNER: Mm = Mm(20.0);
/// From the baseline of a line to the top and the foot of its letters, in sizes.
const LETTERS: (f64, f64) = (0.9, 0.25);

const GRID: Stroke = Stroke {
    eighths: 2,
    color: Color::Rgb {
        red: 200,
        green: 200,
        blue: 200,
    },
};
const MARK: Stroke = Stroke {
    eighths: 6,
    color: Color::Black,
};
const PRINTED: Stroke = Stroke {
    eighths: 6,
    color: BLUE,
};
const PREPRINTED: Stroke = Stroke {
    eighths: 4,
    color: GREY,
};
const BLUE: Color = Color::Rgb {
    red: 0,
    green: 80,
    blue: 180,
};
const GREY: Color = Color::Rgb {
    red: 130,
    green: 130,
    blue: 130,
};

/// The sheet of a layout. `notes` are printed in its middle, a line each: which profile it is, and
/// what its numbers are.
pub fn sheet(layout: &Layout, meta: Meta, notes: &[String]) -> Flow {
    let exact = Drawing {
        layout,
        printer: &layout.printer,
    };
    let mut frames = exact.grid();
    frames.extend(exact.crosses());
    frames.extend(exact.rulers());
    for slot in &layout.slots {
        frames.extend(exact.slot(slot));
    }
    frames.extend(exact.notes(notes));
    super::flow(meta, layout, frames.into_iter().map(Block::Frame).collect())
}

/// Draws at places of the paper.
struct Drawing<'a> {
    layout: &'a Layout,
    printer: &'a Printer,
}

impl Drawing<'_> {
    fn level(&self, (x, y): (Mm, Mm), length: Mm, stroke: Stroke) -> Frame {
        let length = length * self.printer.scale_x;
        horizontal(self.printer.place(x, y), length, stroke)
    }

    fn upright(&self, (x, y): (Mm, Mm), length: Mm, stroke: Stroke) -> Frame {
        let length = length * self.printer.scale_y;
        vertical(self.printer.place(x, y), length, stroke)
    }

    fn text(&self, (x, y): (Mm, Mm), text: &str, half_points: u16, color: Color) -> Frame {
        let place = self.printer.place(x, y);
        label(place, text, HalfPoints(half_points), color)
    }

    /// Lines every 10 mm, with their distances from the edges of the paper.
    fn grid(&self) -> Vec<Frame> {
        let (width, height) = (self.layout.width, self.layout.height);
        let mut frames = Vec::new();
        for (number, x) in steps(width) {
            frames.push(self.upright((x, Mm(0.0)), height, GRID));
            if number % NUMBERED == 0 {
                frames.push(self.text((x + Mm(0.7), Mm(8.0)), &shown(x), 14, GREY));
            }
        }
        for (number, y) in steps(height) {
            frames.push(self.level((Mm(0.0), y), width, GRID));
            if number % NUMBERED == 0 {
                frames.push(self.text((Mm(5.0), y - Mm(0.7)), &shown(y), 14, GREY));
            }
        }
        frames
    }

    /// Crosses 20 mm from each corner.
    fn crosses(&self) -> Vec<Frame> {
        let (width, height) = (self.layout.width, self.layout.height);
        let corners = [
            (CORNER, CORNER),
            (width - CORNER, CORNER),
            (CORNER, height - CORNER),
            (width - CORNER, height - CORNER),
        ];
        let cross = |(x, y): (Mm, Mm)| {
            [
                self.level((x - ARM, y), ARM * 2.0, MARK),
                self.upright((x, y - ARM), ARM * 2.0, MARK),
            ]
        };
        corners.into_iter().flat_map(cross).collect()
    }

    /// 100 mm across and 100 mm down, with a mark every 10 mm.
    fn rulers(&self) -> Vec<Frame> {
        let (x, y) = ((self.layout.width - RULER) / 2.0, Mm(33.0));
        let mut frames = vec![self.level((x, y), RULER, MARK)];
        let (side, top) = (self.layout.width - Mm(14.0), Mm(50.0));
        frames.push(self.upright((side, top), RULER, MARK));
        for number in 0..=10_u8 {
            let along = STEP * f64::from(number);
            let arm = if number % 10 == 0 { Mm(4.0) } else { Mm(2.0) };
            frames.push(self.upright((x + along, y - arm), arm, MARK));
            frames.push(self.level((side - arm, top + along), arm, MARK));
        }
        let across = "Vạch này phải dài đúng 100 mm";
        frames.push(self.text((x + Mm(30.0), y - Mm(6.0)), across, 16, Color::Black));
        frames.push(self.text(
            (side - Mm(13.0), top - Mm(2.0)),
            "dọc: 100 mm",
            16,
            Color::Black,
        ));
        frames
    }

    /// The room of a slot with its name, a cross where its text is anchored.
    fn slot(&self, slot: &Slot) -> Vec<Frame> {
        let (stroke, color) = match slot.preprinted {
            false => (PRINTED, BLUE),
            true => (PREPRINTED, GREY),
        };
        let (place, size) = extent(slot);
        let corner = self.printer.place(place.0, place.1);
        let mut frames = outline(corner, size, stroke);
        let name = match slot.preprinted {
            false => slot.name.clone(),
            true => format!("{} (in sẵn)", slot.name),
        };
        let name_place = (place.0 + Mm(0.8), place.1 + Mm(2.6));
        frames.push(self.text(name_place, &name, 14, color));
        let (x, y) = (slot.x, slot.y);
        frames.push(self.level((x - Mm(2.0), y), Mm(4.0), stroke));
        frames.push(self.upright((x, y - Mm(2.0)), Mm(4.0), stroke));
        frames
    }

    fn notes(&self, notes: &[String]) -> Vec<Frame> {
        let (x, mut y) = (Mm(35.0), Mm(14.0));
        let mut frames = Vec::new();
        for note in notes {
            frames.push(self.text((x, y), note, 18, Color::Black));
            y += Mm(4.2);
        }
        frames
    }
}

/// The corner and the size of the room that a slot's lines may take at its wanted size.
fn extent(slot: &Slot) -> ((Mm, Mm), (Mm, Mm)) {
    let further = slot.pitch(slot.size) * slot.most_lines.saturating_sub(1) as f64;
    let further = slot
        .height
        .filter(|height| *height < further)
        .unwrap_or(further);
    let first = match slot.grows {
        Grows::Down => slot.y,
        Grows::Up => slot.y - further,
        Grows::Both => slot.y - further / 2.0,
    };
    let size = slot.size.to_pt().to_mm();
    let top = first - size * LETTERS.0;
    let height = size * (LETTERS.0 + LETTERS.1) + further;
    (
        (slot.left_of(slot.x, slot.width), top),
        (slot.width, height),
    )
}

/// Multiples of the step inside a length, with their numbers.
fn steps(length: Mm) -> impl Iterator<Item = (usize, Mm)> {
    (1..)
        .map(|number| (number, STEP * number as f64))
        .take_while(move |(_, place)| *place < length)
}

fn shown(length: Mm) -> String {
    format!("{:.0}", length.0)
}
