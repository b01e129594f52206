//! Facts as readable text, for tests and reference files: what prints, with what differs from plain.
//!
//! A paragraph is a line: what it hangs in by indentation, its format in brackets, its runs in quotes with
//! theirs before. Lengths are points.

use std::fmt::Write;

use super::{
    Alignment, Block, Color, Facts, Leading, MarginSet, Paragraph, ParagraphId, Raise, Run,
    RunFormat, RunKind, Section, TableId, Underline,
};
use crate::units::{Pt, Twips};

/// The body, then headers, footers and notes, then the sections.
pub fn dump(facts: &Facts) -> String {
    let mut out = Dump {
        facts,
        text: String::new(),
    };
    out.blocks(&facts.body, 0);
    for (at, margin) in facts.margins.iter().enumerate() {
        out.line(0, &format!("{:?} {at}", margin.kind));
        out.blocks(&margin.blocks, 1);
    }
    for note in &facts.notes {
        out.line(0, "note");
        out.blocks(&note.blocks, 1);
    }
    for section in &facts.sections {
        out.line(0, &section_line(section));
    }
    out.text
}

struct Dump<'a> {
    facts: &'a Facts,
    text: String,
}

impl Dump<'_> {
    fn line(&mut self, depth: usize, line: &str) {
        let _ = writeln!(self.text, "{}{line}", "  ".repeat(depth));
    }

    fn blocks(&mut self, blocks: &[Block], depth: usize) {
        for block in blocks {
            match *block {
                Block::Paragraph(id) => self.paragraph(id, depth),
                Block::Table(id) => self.table(id, depth),
            }
        }
    }

    fn paragraph(&mut self, id: ParagraphId, depth: usize) {
        let paragraph = &self.facts[id];
        self.line(depth, &paragraph_line(paragraph));
        for (at, shape) in &paragraph.shapes {
            let shape = &self.facts[*shape];
            let placed = placement(&shape.placement);
            self.line(
                depth + 1,
                &format!("shape at {at}: {:?} {placed}", shape.kind),
            );
        }
        for (at, image) in &paragraph.images {
            let image = &self.facts[*image];
            let placed = placement(&image.placement);
            self.line(
                depth + 1,
                &format!("image at {at}: {:?} {placed}", image.format),
            );
        }
        for (at, id) in &paragraph.boxes {
            let placed = placement(&self.facts[*id].placement);
            self.line(depth + 1, &format!("box at {at}: {placed}"));
            self.blocks(&self.facts[*id].blocks, depth + 2);
        }
    }

    fn table(&mut self, id: TableId, depth: usize) {
        let table = &self.facts[id];
        let grid: Vec<String> = table.grid.iter().map(|&width| points(width)).collect();
        let lines = if table.is_borderless() {
            " borderless"
        } else {
            ""
        };
        self.line(depth, &format!("table {}{lines}", grid.join(" ")));
        for row in &table.rows {
            let mut marks = String::new();
            marks.push_str(if row.unsplit { " unsplit" } else { "" });
            marks.push_str(if row.repeated { " repeated" } else { "" });
            self.line(depth + 1, &format!("row{marks}"));
            for cell in &row.cells {
                let width = points(cell.width);
                let merged = format!("{:?}", cell.merged);
                self.line(
                    depth + 2,
                    &format!("cell {width} span {} {merged}", cell.span),
                );
                self.blocks(&cell.blocks, depth + 3);
            }
        }
    }
}

fn paragraph_line(paragraph: &Paragraph) -> String {
    let format = &paragraph.format;
    let mut words = vec![paragraph.style.to_string()];
    words.push(
        match format.alignment {
            Alignment::Left => "left",
            Alignment::Center => "center",
            Alignment::Right => "right",
            Alignment::Both => "both",
            Alignment::Distribute => "distribute",
        }
        .to_string(),
    );
    let indents = format.indents;
    for (name, length) in [
        ("in", indents.left),
        ("right-in", indents.right),
        ("first", indents.first),
        ("before", format.before),
        ("after", format.after),
    ] {
        if length != Twips(0) {
            words.push(format!("{name} {}", points(length)));
        }
    }
    match format.leading {
        Leading::Lines(240) => {}
        Leading::Lines(line) => words.push(format!("lines {:.2}", f64::from(line) / 240.0)),
        Leading::Exact(height) => words.push(format!("exactly {}", points(height))),
        Leading::AtLeast(height) => words.push(format!("at least {}", points(height))),
    }
    for (name, on) in [
        ("keep-next", format.keep_next),
        ("keep-lines", format.keep_lines),
        ("new-page", format.page_break_before),
        ("contextual", format.contextual),
        ("line-above", format.borders.top.is_some()),
        ("line-below", format.borders.bottom.is_some()),
        ("changed", paragraph.changed),
        ("control", paragraph.control),
    ] {
        if on {
            words.push(name.to_string());
        }
    }
    let runs: Vec<String> = paragraph
        .runs
        .iter()
        .map(|run| run_words(paragraph, run))
        .collect();
    let fields: String = paragraph
        .fields
        .iter()
        .map(|field| format!(" {{{:?} {:?}}}", field.kind, field.range))
        .collect();
    format!("[{}] {}{fields}", words.join(", "), runs.join(" "))
}

fn run_words(paragraph: &Paragraph, run: &Run) -> String {
    let kind = match run.kind {
        RunKind::Typed => "",
        RunKind::Number => "#",
        RunKind::FieldResult => "=",
    };
    let change = match run.change {
        Some(change) => format!("{change:?} "),
        None => String::new(),
    };
    let words = paragraph.words(run);
    format!("{kind}{change}{}{words:?}", run_format(&run.format))
}

/// Size, then what differs from plain black Times New Roman.
fn run_format(format: &RunFormat) -> String {
    let mut words = format!("{} ", format.size.to_pt().0);
    for (name, on) in [
        ("b", format.bold),
        ("i", format.italic),
        ("u", format.underline != Underline::None),
        ("strike", format.strike),
        ("super", format.raise == Raise::Super),
        ("sub", format.raise == Raise::Sub),
        ("marked", format.marked),
    ] {
        if on {
            words.push_str(name);
            words.push(' ');
        }
    }
    if let (Color::Rgb([red, green, blue]), false) = (format.color, format.color.is_black()) {
        let _ = write!(words, "{red:02x}{green:02x}{blue:02x} ");
    }
    for (class, face) in [
        ("", &format.fonts.high_ansi),
        ("ascii ", &format.fonts.ascii),
    ] {
        if &**face != "Times New Roman" {
            let _ = write!(words, "{class}{face} ");
        }
    }
    words
}

fn placement(placement: &super::Placement) -> String {
    let length = |length: Pt| format!("{:.1}", length.0);
    let mut words = format!("{} x {}", length(placement.width), length(placement.height));
    if let Some(left) = placement.left {
        let _ = write!(words, " left {}", length(left));
    }
    if let Some(top) = placement.top {
        let _ = write!(words, " top {}", length(top));
    }
    words.push_str(if placement.centred { " centred" } else { "" });
    words.push_str(if placement.inline { " inline" } else { "" });
    words
}

fn section_line(section: &Section) -> String {
    let set = |name: &str, set: &MarginSet| {
        let mut words = String::new();
        for (kind, id) in [
            ("default", set.default),
            ("first", set.first),
            ("even", set.even),
        ] {
            if let Some(id) = id {
                let _ = write!(words, ", {name} {kind} {}", id.0);
            }
        }
        words
    };
    let mut line = format!(
        "section {:?} {} x {}, margins {} {} {} {} + {}",
        section.start,
        points(section.width),
        points(section.height),
        points(section.top),
        points(section.bottom),
        points(section.left),
        points(section.right),
        points(section.gutter),
    );
    line.push_str(if section.title_page {
        ", title page"
    } else {
        ""
    });
    line.push_str(&set("header", &section.headers));
    line.push_str(&set("footer", &section.footers));
    if let Some(first) = section.first_number {
        let _ = write!(line, ", from {first}");
    }
    if section.columns.each.len() > 1 {
        let _ = write!(line, ", {} columns", section.columns.each.len());
    }
    line
}

/// A length in points, short.
fn points(length: Twips) -> String {
    format!("{}", (length.to_pt().0 * 10.0).round() / 10.0)
}
