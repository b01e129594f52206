//! Formats with all levels laid over each other, and each kept once.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;
use std::sync::Arc;

use super::numbering::Numbering;
use super::paragraph_properties::{LineRule, ParagraphProperties};
use super::run_properties::{Face, RunProperties, Toggle};
use super::styles::Styles;
use super::table_properties::{Lines, lay_lines};
use super::theme::Theme;
use crate::check::facts::{
    Alignment, AutoSpace, Color, Fonts, Indents, Leading, ParagraphBorders, ParagraphFormat, Raise,
    RunFormat, Underline,
};
use crate::units::{HalfPoints, Twips};

/// What text is printed in if the file names no face (ECMA-376 part 1, 17.3.2.26 leaves it to the
/// program; Word takes this one).
const FACE: &str = "Times New Roman";

/// Size of text if the file names none.
const SIZE: u16 = 20;

/// What a table style says of one cell.
#[derive(Debug)]
pub(super) struct CellStyle {
    number: usize,
    pub(super) run: RunProperties,
    pub(super) paragraph: ParagraphProperties,
    pub(super) lines: Lines,
}

/// Everything that formats come from, and those met so far.
#[derive(Debug, Default)]
pub(super) struct Formats {
    pub(super) styles: Styles,
    pub(super) theme: Theme,
    pub(super) numbering: Numbering,
    cells: BTreeMap<(String, u32), Rc<CellStyle>>,
    run_bases: HashMap<Base, Rc<RunProperties>>,
    paragraph_bases: HashMap<Base, Rc<ParagraphProperties>>,
    runs: HashMap<RunFormat, Arc<RunFormat>>,
    paragraphs: HashMap<ParagraphFormat, Arc<ParagraphFormat>>,
}

/// Styles that text stands in: of the table cell, the paragraph, the characters.
type Base = (Option<usize>, Option<Arc<str>>, Option<Arc<str>>);

/// Styles that a run stands in.
#[derive(Clone, Debug, Default)]
pub(super) struct Standing {
    pub(super) cell: Option<Rc<CellStyle>>,
    pub(super) paragraph: Option<Arc<str>>,
}

impl Formats {
    /// What a table style says of a cell in which the conditions of `mask` (a bit for each of `names`)
    /// hold; the later of the names goes before the earlier.
    pub(super) fn cell(&mut self, style: Option<&str>, mask: u32, names: &[&str]) -> Rc<CellStyle> {
        let key = (style.unwrap_or("").to_string(), mask);
        if let Some(known) = self.cells.get(&key) {
            return Rc::clone(known);
        }
        let whole = self.styles.table_of(style);
        let (mut run, mut paragraph) = (whole.run, whole.paragraph);
        let mut lines = Lines::default();
        for (bit, name) in names.iter().enumerate() {
            let holds = mask & (1 << bit) != 0;
            let conditions = whole.conditions.iter();
            for condition in conditions.filter(|condition| holds && condition.of == *name) {
                run.lay(&condition.run);
                paragraph.lay(&condition.paragraph);
                lay_lines(&mut lines, &condition.lines);
            }
        }
        let cell = Rc::new(CellStyle {
            number: self.cells.len(),
            run,
            paragraph,
            lines,
        });
        self.cells.insert(key, Rc::clone(&cell));
        cell
    }

    /// Format of a run.
    pub(super) fn run(&mut self, standing: &Standing, direct: &RunProperties) -> Arc<RunFormat> {
        let base = self.run_base(standing, direct.style.as_ref());
        let mut properties = (*base).clone();
        properties.lay(direct);
        self.keep_run(&properties)
    }

    /// Format of an automatic number: that of the paragraph mark, with what the level says.
    pub(super) fn number(
        &mut self,
        standing: &Standing,
        mark: &RunProperties,
        level: Option<(u32, u8)>,
    ) -> Arc<RunFormat> {
        let base = self.run_base(standing, mark.style.as_ref());
        let mut properties = (*base).clone();
        properties.lay(mark);
        let level = level.and_then(|(list, level)| self.numbering.level(list, level));
        if let Some(level) = level {
            properties.lay(&level.run);
        }
        self.keep_run(&properties)
    }

    /// True if text of this format does not print.
    pub(super) fn is_hidden(&mut self, standing: &Standing, direct: &RunProperties) -> bool {
        let own = direct.toggle(Toggle::Hidden);
        own.unwrap_or_else(|| {
            let base = self.run_base(standing, direct.style.as_ref());
            base.toggle(Toggle::Hidden).unwrap_or(false)
        })
    }

    fn run_base(&mut self, standing: &Standing, style: Option<&Arc<str>>) -> Rc<RunProperties> {
        let key = key(standing, style);
        if let Some(known) = self.run_bases.get(&key) {
            return Rc::clone(known);
        }
        let mut styled = RunProperties::default();
        if let Some(cell) = &standing.cell {
            styled.flip(&cell.run);
        }
        if let Some(id) = &standing.paragraph {
            styled.flip(&self.styles.run_of(id));
        }
        if let Some(own) = style.and_then(|id| self.styles.character(id)) {
            styled.flip(&own);
        }
        let mut base = self.styles.run.clone();
        base.lay(&styled);
        base.keep_on(&self.styles.run);
        let base = Rc::new(base);
        self.run_bases.insert(key, Rc::clone(&base));
        base
    }

    fn keep_run(&mut self, properties: &RunProperties) -> Arc<RunFormat> {
        let format = self.finished_run(properties);
        if let Some(known) = self.runs.get(&format) {
            return Arc::clone(known);
        }
        let kept = Arc::new(format.clone());
        self.runs.insert(format, Arc::clone(&kept));
        kept
    }

    fn finished_run(&self, own: &RunProperties) -> RunFormat {
        let complex = own.complex == Some(true) || own.right_to_left == Some(true);
        let is = |plain, of_complex| {
            let toggle = if complex { of_complex } else { plain };
            own.toggle(toggle).unwrap_or(false)
        };
        let size = own.size.unwrap_or(SIZE);
        RunFormat {
            fonts: Fonts {
                ascii: self.face(own.ascii.as_ref()),
                high_ansi: self.face(own.high_ansi.as_ref()),
                east_asia: self.face(own.east_asia.as_ref()),
                complex: self.face(own.complex_face.as_ref()),
            },
            size: HalfPoints(size),
            size_complex: HalfPoints(own.size_complex.unwrap_or(SIZE)),
            bold: is(Toggle::Bold, Toggle::BoldComplex),
            italic: is(Toggle::Italic, Toggle::ItalicComplex),
            underline: own.underline.unwrap_or(Underline::None),
            strike: is(Toggle::Strike, Toggle::Strike)
                || is(Toggle::DoubleStrike, Toggle::DoubleStrike),
            color: own.color.unwrap_or(Color::Auto),
            marked: own.highlight == Some(true) || own.shaded == Some(true),
            caps: is(Toggle::Caps, Toggle::Caps),
            small_caps: is(Toggle::SmallCaps, Toggle::SmallCaps),
            raise: own.raise.unwrap_or(Raise::None),
            position: own.position.unwrap_or(0),
            tracking: own.tracking.unwrap_or_default(),
            scale: own.scale.unwrap_or(100),
            complex,
            language: own.language.clone().unwrap_or_default(),
        }
    }

    fn face(&self, face: Option<&Face>) -> Arc<str> {
        match face {
            Some(Face::Named(name)) => Arc::clone(name),
            Some(Face::Theme(part)) => self.theme.face(part).unwrap_or(FACE).into(),
            None => FACE.into(),
        }
    }

    /// Properties of a paragraph with all levels laid over each other.
    pub(super) fn paragraph_properties(
        &mut self,
        standing: &Standing,
        direct: &ParagraphProperties,
    ) -> ParagraphProperties {
        let mut properties = (*self.paragraph_base(standing)).clone();
        if direct.list.is_some() || direct.level.is_some() {
            let list = direct.list.or(properties.list).unwrap_or(0);
            let level = direct.level.or(properties.level).unwrap_or(0);
            if let Some(level) = self.numbering.level(list, level) {
                properties.lay(&level.paragraph);
            }
        }
        properties.lay(direct);
        properties
    }

    fn paragraph_base(&mut self, standing: &Standing) -> Rc<ParagraphProperties> {
        let key = key(standing, None);
        if let Some(known) = self.paragraph_bases.get(&key) {
            return Rc::clone(known);
        }
        let mut base = self.styles.paragraph.clone();
        if let Some(cell) = &standing.cell {
            base.lay(&cell.paragraph);
        }
        if let Some(id) = &standing.paragraph {
            base.lay(&self.styles.paragraph_of(id, &self.numbering));
        }
        let base = Rc::new(base);
        self.paragraph_bases.insert(key, Rc::clone(&base));
        base
    }

    /// Format of a paragraph of which all levels are laid over each other.
    pub(super) fn paragraph(
        &mut self,
        standing: &Standing,
        properties: &ParagraphProperties,
    ) -> Arc<ParagraphFormat> {
        let size = self.run_base(standing, None).size.unwrap_or(SIZE);
        let format = finished_paragraph(properties, size);
        if let Some(known) = self.paragraphs.get(&format) {
            return Arc::clone(known);
        }
        let kept = Arc::new(format.clone());
        self.paragraphs.insert(format, Arc::clone(&kept));
        kept
    }
}

fn key(standing: &Standing, style: Option<&Arc<str>>) -> Base {
    let cell = standing.cell.as_ref().map(|cell| cell.number);
    (cell, standing.paragraph.clone(), style.cloned())
}

/// `size` is that of the paragraph's style in half points, the width of a character of `w:leftChars`.
fn finished_paragraph(own: &ParagraphProperties, size: u16) -> ParagraphFormat {
    let indent = |twips: Option<Twips>, chars: Option<i32>| {
        let wide = |chars: i32| Twips(chars.saturating_mul(i32::from(size) * 10) / 100);
        chars.map_or(twips.unwrap_or_default(), wide)
    };
    let line = own.line.unwrap_or(240);
    let [top, bottom, left, right, between] = own.borders.map(Option::flatten);
    let mut tabs: Vec<_> = own.tabs.iter().filter_map(|(_, stop)| *stop).collect();
    tabs.sort_by_key(|stop| stop.at);
    ParagraphFormat {
        alignment: own.alignment.unwrap_or(Alignment::Left),
        indents: Indents {
            left: indent(own.left, own.left_chars),
            right: indent(own.right, own.right_chars),
            first: indent(own.first, own.first_chars),
        },
        before: own.space_before(),
        after: own.space_after(),
        auto_space: AutoSpace {
            before: own.before_auto == Some(true),
            after: own.after_auto == Some(true),
        },
        contextual: own.contextual == Some(true),
        leading: match own.line_rule.unwrap_or(LineRule::Auto) {
            LineRule::Auto => Leading::Lines(line),
            LineRule::Exact => Leading::Exact(Twips(line)),
            LineRule::AtLeast => Leading::AtLeast(Twips(line)),
        },
        keep_next: own.keep_next == Some(true),
        keep_lines: own.keep_lines == Some(true),
        widow_control: own.widow_control != Some(false),
        page_break_before: own.page_break_before == Some(true),
        tabs,
        borders: ParagraphBorders {
            top,
            bottom,
            left,
            right,
            between,
        },
        outline: own.outline.filter(|&level| level < 9),
        shaded: own.shaded == Some(true),
        right_to_left: own.right_to_left == Some(true),
    }
}
