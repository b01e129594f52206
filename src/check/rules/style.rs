//! Size, face, case and alignment of a component: the rows of the Decree's table (Phụ lục I, mục V).

use crate::check::facts::{Alignment, Home, ParagraphId, RunFormat, Span, Story};
use crate::check::finding::{Finding, Notes};
use crate::check::mend::{Edit, ParagraphChange, RunChange};
use crate::check::paper::{Found, Piece};
use crate::units::{HalfPoints, Pt};

use super::reading::Reading;

/// What is asked of a component; `None` asks nothing.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Style {
    /// Sizes from, to.
    pub(super) size: Option<(HalfPoints, HalfPoints)>,
    /// Bold or not.
    pub(super) bold: Option<bool>,
    /// Italic or upright.
    pub(super) italic: Option<bool>,
    /// In capitals, or not all of it.
    pub(super) upper: Option<bool>,
    /// Centred, or left.
    pub(super) align: Option<Alignment>,
}

/// A style of so many points, face and case.
pub(super) const fn style(from: u16, to: u16, bold: bool, italic: bool) -> Style {
    Style {
        size: Some((HalfPoints::points(from), HalfPoints::points(to))),
        bold: Some(bold),
        italic: Some(italic),
        upper: None,
        align: None,
    }
}

impl Style {
    /// In capitals.
    pub(super) const fn upper(self) -> Style {
        Style {
            upper: Some(true),
            ..self
        }
    }

    /// Not in capitals.
    pub(super) const fn lower(self) -> Style {
        Style {
            upper: Some(false),
            ..self
        }
    }

    /// Centred.
    pub(super) const fn centred(self) -> Style {
        Style {
            align: Some(Alignment::Center),
            ..self
        }
    }

    /// Flush left.
    pub(super) const fn left(self) -> Style {
        Style {
            align: Some(Alignment::Left),
            ..self
        }
    }

    /// What is asked, in words.
    fn words(&self) -> String {
        let size = self
            .size
            .map(|(from, to)| format!("cỡ chữ {}", sizes(from, to)));
        let upper = self
            .upper
            .map(|upper| if upper { "in hoa" } else { "in thường" }.to_string());
        let italic = self
            .italic
            .map(|italic| if italic { "nghiêng" } else { "đứng" }.to_string());
        let bold = self
            .bold
            .map(|bold| if bold { "đậm" } else { "không đậm" }.to_string());
        let align = self.align.map(|align| alignment(align).to_string());
        let parts = [size, upper, italic, bold, align];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}

/// Notes where a component is not in its style. `name` is what clerks call it.
pub(super) fn component<'n>(
    reading: &Reading<'_>,
    notes: &'n mut Notes<'_>,
    name: &str,
    found: &Found<Piece>,
    style: Style,
) -> Option<&'n mut Finding> {
    let piece = found.get()?;
    piece_in(reading, notes, name, piece, style).map(|finding| finding.in_doubt(found))
}

/// The same of a piece that is there.
pub(super) fn piece_in<'n>(
    reading: &Reading<'_>,
    notes: &'n mut Notes<'_>,
    name: &str,
    piece: &Piece,
    style: Style,
) -> Option<&'n mut Finding> {
    let mut there = Vec::new();
    let mut edits = Vec::new();
    size(reading, piece, style, &mut there, &mut edits);
    case(reading, piece, style, &mut there);
    face(reading, piece, style, &mut there, &mut edits);
    align(reading, piece, style, &mut there, &mut edits);
    if there.is_empty() {
        return None;
    }
    let there = format!("{name}: {}", there.join(", "));
    Some(notes.add(piece, there, style.words()).mend(edits))
}

/// The same of many pieces: one finding, with the edits for all.
pub(super) fn pieces_in<'p>(
    reading: &Reading<'_>,
    notes: &mut Notes<'_>,
    name: &str,
    pieces: impl IntoIterator<Item = &'p Piece>,
    style: Style,
) {
    let mut found = Vec::new();
    for piece in pieces {
        piece_in(reading, &mut notes.apart(&mut found), name, piece, style);
    }
    notes.add_as_one(found);
}

fn size(
    reading: &Reading<'_>,
    piece: &Piece,
    style: Style,
    there: &mut Vec<String>,
    edits: &mut Vec<Edit>,
) {
    let Some((from, to)) = style.size else {
        return;
    };
    let mut wrong: Vec<HalfPoints> = Vec::new();
    for (run, span) in piece.runs(reading.facts) {
        let size = run.format.size;
        if (from..=to).contains(&size) || !has_letters(reading, &span) {
            continue;
        }
        if !wrong.contains(&size) {
            wrong.push(size);
        }
        edits.push(Edit::Runs(span, RunChange::Size(size.clamp(from, to))));
    }
    if !wrong.is_empty() {
        let wrong: Vec<String> = wrong.into_iter().map(points).collect();
        there.push(format!("cỡ chữ {}", wrong.join(", ")));
    }
}

fn case(reading: &Reading<'_>, piece: &Piece, style: Style, there: &mut Vec<String>) {
    let words = piece.words(reading.facts);
    let mut letters = words.chars().filter(|c| c.is_alphabetic());
    match style.upper {
        Some(true) if letters.clone().any(char::is_lowercase) => {
            there.push("chữ thường".to_string())
        }
        Some(false) if letters.clone().count() > 3 && letters.all(char::is_uppercase) => {
            there.push("in hoa toàn bộ".to_string());
        }
        Some(true | false) | None => {}
    }
}

fn face(
    reading: &Reading<'_>,
    piece: &Piece,
    style: Style,
    there: &mut Vec<String>,
    edits: &mut Vec<Edit>,
) {
    let names = |whole: &str, part: bool| {
        if part {
            format!("một phần {whole}")
        } else {
            whole.to_string()
        }
    };
    let mut property = |asked: Option<bool>,
                        of: fn(&RunFormat) -> bool,
                        change: fn(bool) -> RunChange,
                        (yes, no): (&str, &str)| {
        let Some(asked) = asked else {
            return;
        };
        let runs: Vec<_> = piece
            .runs(reading.facts)
            .filter(|(_, span)| has_letters(reading, span))
            .collect();
        let wrong: Vec<_> = runs
            .iter()
            .filter(|(run, _)| of(&run.format) != asked)
            .collect();
        if wrong.is_empty() {
            return;
        }
        there.push(names(
            if asked { no } else { yes },
            wrong.len() < runs.len(),
        ));
        let spans = wrong.iter().map(|(_, span)| span.clone());
        edits.extend(spans.map(|span| Edit::Runs(span, change(asked))));
    };
    property(
        style.italic,
        |format| format.italic,
        RunChange::Italic,
        ("nghiêng", "đứng"),
    );
    property(
        style.bold,
        |format| format.bold,
        RunChange::Bold,
        ("đậm", "không đậm"),
    );
}

fn align(
    reading: &Reading<'_>,
    piece: &Piece,
    style: Style,
    there: &mut Vec<String>,
    edits: &mut Vec<Edit>,
) {
    let Some(asked) = style.align else {
        return;
    };
    let mut named = false;
    for id in paragraphs(piece) {
        let paragraph = &reading.facts[id];
        let actual = paragraph.format.alignment;
        if aligned(actual, asked) || !alignment_shows(reading, id, asked) {
            continue;
        }
        if !named {
            there.push(alignment(actual).to_string());
            named = true;
        }
        edits.push(Edit::Paragraph(id, ParagraphChange::Align(asked)));
    }
}

/// True if an alignment prints as the one asked.
fn aligned(actual: Alignment, asked: Alignment) -> bool {
    match asked {
        Alignment::Left => matches!(actual, Alignment::Left | Alignment::Both),
        Alignment::Center | Alignment::Right | Alignment::Both | Alignment::Distribute => {
            actual == asked
        }
    }
}

/// True if the alignment of a paragraph can be seen and is what places the words: no tabs, no leading
/// spaces, no frame that places itself, and room left in the column.
fn alignment_shows(reading: &Reading<'_>, id: ParagraphId, asked: Alignment) -> bool {
    let paragraph = &reading.facts[id];
    let text = paragraph.text.as_str();
    let placed_otherwise = text.trim_end().contains('\t')
        || text.starts_with(char::is_whitespace)
        || paragraph.format.indents.left.0.abs() > 200 && asked == Alignment::Center
        || matches!(paragraph.home, Home::Box(_))
        || matches!(paragraph.story, Story::Note(_));
    if placed_otherwise {
        return false;
    }
    let Some(column) = reading.column(paragraph) else {
        return false;
    };
    printed_width(reading, id).0 < column.to_pt().0 * 0.9
}

/// Width of a paragraph's words if they stood on one line.
pub(super) fn printed_width(reading: &Reading<'_>, id: ParagraphId) -> Pt {
    reading.facts.width(&reading.span(id))
}

/// The paragraphs of a component, each once.
pub(super) fn paragraphs(piece: &Piece) -> Vec<ParagraphId> {
    let mut ids: Vec<ParagraphId> = piece.spans.iter().map(|span| span.paragraph).collect();
    ids.dedup();
    ids
}

/// True if a stretch has a letter or digit, whose format shows.
fn has_letters(reading: &Reading<'_>, span: &Span) -> bool {
    reading.facts.words(span).contains(char::is_alphanumeric)
}

/// A size as clerks write it: `13`, `12,5`.
pub(super) fn points(size: HalfPoints) -> String {
    format!("{}", size.to_pt().0).replace('.', ",")
}

fn sizes(from: HalfPoints, to: HalfPoints) -> String {
    if from == to {
        points(from)
    } else {
        format!("{}–{}", points(from), points(to))
    }
}

/// What clerks call an alignment.
pub(super) fn alignment(alignment: Alignment) -> &'static str {
    match alignment {
        Alignment::Left => "canh trái",
        Alignment::Center => "canh giữa",
        Alignment::Right => "canh phải",
        Alignment::Both | Alignment::Distribute => "canh đều hai lề",
    }
}
