//! What stands on the pages of a PDF and where: words by their baselines and edges, and straight
//! lines, stroked or filled. Reads what LibreOffice and we write, not every PDF there may be.

use std::collections::BTreeMap;

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId};

use super::font::Font;

/// A gap this much wider than nothing parts two words, in points: the least squeezed space has 2.
const GAP: f64 = 1.5;
/// A filled shape thinner than this is a line, in points.
const THIN: f64 = 2.5;
/// Baselines this near are of one line, in points.
const SAME: f64 = 0.6;

/// A page.
pub(crate) struct Page {
    /// Its words, from the top and from the left.
    pub(crate) words: Vec<Word>,
    /// Its lines, those that touch made one.
    pub(crate) rules: Vec<Rule>,
}

/// A word; lengths in points from the left top corner of the page.
#[derive(Clone, Debug)]
pub(crate) struct Word {
    /// Its text.
    pub(crate) text: String,
    /// Its left edge.
    pub(crate) x: f64,
    /// Its right edge.
    pub(crate) right: f64,
    /// Its baseline.
    pub(crate) y: f64,
    /// True if no word stands left of it on its line.
    pub(crate) first: bool,
}

/// A straight line; lengths in points from the left top corner of the page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Rule {
    /// True if it lies, false if it stands.
    pub(crate) lies: bool,
    /// Middle of its thickness.
    pub(crate) at: f64,
    /// Its start.
    pub(crate) from: f64,
    /// Its end.
    pub(crate) to: f64,
}

/// Reads every page.
pub(crate) fn read(pdf: &[u8]) -> Vec<Page> {
    let document = Document::load_mem(pdf).expect("a PDF file");
    let pages = document.get_pages();
    pages
        .values()
        .map(|&page| read_page(&document, page))
        .collect()
}

fn read_page(document: &Document, page: ObjectId) -> Page {
    let fonts = fonts(document, page);
    let height = height(document, page);
    let content = Content::decode(&document.get_page_content(page)).expect("content");
    let mut reader = Reader::new(&fonts, height);
    for operation in content.operations {
        reader.take(&operation);
    }
    Page {
        words: in_order(reader.words),
        rules: joined(reader.rules),
    }
}

fn fonts(document: &Document, page: ObjectId) -> BTreeMap<Vec<u8>, Font> {
    let fonts: BTreeMap<Vec<u8>, &Dictionary> = document.get_page_fonts(page).expect("fonts");
    let read = |(name, font)| (name, Font::read(document, font));
    fonts.into_iter().map(read).collect()
}

/// Height of a page, inherited or its own.
fn height(document: &Document, page: ObjectId) -> f64 {
    let mut id = page;
    loop {
        let entry = document.get_dictionary(id).expect("a page");
        if let Ok(found) = entry.get_deref(b"MediaBox", document) {
            return number(&found.as_array().expect("a box")[3]);
        }
        let parent = entry.get(b"Parent").and_then(Object::as_reference);
        id = parent.expect("a parent with a box");
    }
}

/// A matrix as PDF writes it.
type Matrix = [f64; 6];

const UNIT: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

#[derive(Clone, Copy)]
struct State<'a> {
    space: Matrix,
    font: Option<&'a Font>,
    size: f64,
    word_spacing: f64,
    char_spacing: f64,
}

/// Follows the operators of a page.
struct Reader<'a> {
    fonts: &'a BTreeMap<Vec<u8>, Font>,
    height: f64,
    state: State<'a>,
    saved: Vec<State<'a>>,
    line: Matrix,
    text: Matrix,
    path: Vec<Vec<(f64, f64)>>,
    words: Vec<Word>,
    rules: Vec<Rule>,
    /// True if the next character starts a word.
    apart: bool,
}

impl<'a> Reader<'a> {
    fn new(fonts: &'a BTreeMap<Vec<u8>, Font>, height: f64) -> Reader<'a> {
        Reader {
            fonts,
            height,
            state: State {
                space: UNIT,
                font: None,
                size: 0.0,
                word_spacing: 0.0,
                char_spacing: 0.0,
            },
            saved: Vec::new(),
            line: UNIT,
            text: UNIT,
            path: Vec::new(),
            words: Vec::new(),
            rules: Vec::new(),
            apart: true,
        }
    }

    fn take(&mut self, operation: &Operation) {
        let operands = &operation.operands;
        let at = |index: usize| number(&operands[index]);
        match operation.operator.as_str() {
            "q" => self.saved.push(self.state),
            "Q" => self.state = self.saved.pop().expect("a saved state"),
            "cm" => self.state.space = product(matrix(operands), self.state.space),
            "BT" => (self.line, self.text) = (UNIT, UNIT),
            "Tf" => {
                let name = operands[0].as_name().expect("a font name");
                self.state.font = Some(&self.fonts[name]);
                self.state.size = at(1);
            }
            "Tc" => self.state.char_spacing = at(0),
            "Tw" => self.state.word_spacing = at(0),
            "Tm" => self.start_line(matrix(operands)),
            "Td" => self.start_line(product([1.0, 0.0, 0.0, 1.0, at(0), at(1)], self.line)),
            "Tj" => self.show(&operands[0]),
            "TJ" => operands[0]
                .as_array()
                .expect("texts")
                .iter()
                .for_each(|part| self.show(part)),
            "Tz" | "Ts" | "TL" | "TD" | "T*" | "'" | "\"" => {
                panic!("an operator that is not read: {}", operation.operator)
            }
            operator => self.take_path(operator, operands),
        }
    }

    fn take_path(&mut self, operator: &str, operands: &[Object]) {
        let at = |index: usize| number(&operands[index]);
        match operator {
            "m" => {
                let point = self.place(at(0), at(1));
                self.path.push(vec![point]);
            }
            "l" => {
                let point = self.place(at(0), at(1));
                self.path.last_mut().expect("a path").push(point);
            }
            "h" => {
                let path = self.path.last_mut().expect("a path");
                path.push(path[0]);
            }
            "re" => {
                let (x, y, width, height) = (at(0), at(1), at(2), at(3));
                let corners = [
                    (x, y),
                    (x + width, y),
                    (x + width, y + height),
                    (x, y + height),
                ];
                let corners = corners.into_iter().chain([(x, y)]);
                self.path
                    .push(corners.map(|(x, y)| self.place(x, y)).collect());
            }
            "S" | "s" => self.stroke(),
            "f" | "F" | "f*" | "B" | "B*" => self.fill(),
            "n" => self.path.clear(),
            _ => {}
        }
    }

    fn start_line(&mut self, matrix: Matrix) {
        (self.line, self.text) = (matrix, matrix);
    }

    /// Shows a text, or moves by a number as `TJ` does.
    fn show(&mut self, part: &Object) {
        let size = self.state.size;
        let Ok(codes) = part.as_str() else {
            return self.advance(-number(part) / 1000.0 * size);
        };
        let font = self.state.font.expect("a font");
        for code in codes.chunks(font.bytes) {
            let glyph = font.glyph(code);
            let from = self.point();
            let spacing = if font.bytes == 1 && code == [32] {
                self.state.word_spacing
            } else {
                0.0
            };
            self.advance(glyph.width / 1000.0 * size);
            self.add(&glyph.text, from, self.point());
            self.advance(self.state.char_spacing + spacing);
        }
    }

    fn advance(&mut self, by: f64) {
        self.text = product([1.0, 0.0, 0.0, 1.0, by, 0.0], self.text);
    }

    fn point(&self) -> (f64, f64) {
        let all = product(self.text, self.state.space);
        (all[4], self.height - all[5])
    }

    fn add(&mut self, text: &str, from: (f64, f64), to: (f64, f64)) {
        if text.chars().all(char::is_whitespace) {
            self.apart = true;
            return;
        }
        let goes_on = self.words.last_mut().filter(|word| {
            !self.apart && (word.y - from.1).abs() < 0.1 && (from.0 - word.right).abs() < GAP
        });
        match goes_on {
            Some(word) => {
                word.text.push_str(text);
                word.right = to.0;
            }
            None => self.words.push(Word {
                text: text.to_string(),
                x: from.0,
                right: to.0,
                y: from.1,
                first: false,
            }),
        }
        self.apart = false;
    }

    fn place(&self, x: f64, y: f64) -> (f64, f64) {
        let all = product([1.0, 0.0, 0.0, 1.0, x, y], self.state.space);
        (all[4], self.height - all[5])
    }

    fn stroke(&mut self) {
        for path in std::mem::take(&mut self.path) {
            for ends in path.windows(2) {
                self.rules.extend(rule(ends));
            }
        }
    }

    fn fill(&mut self) {
        for path in std::mem::take(&mut self.path) {
            self.rules.extend(rule(&path));
        }
    }
}

/// The line that some points make, if their box is long and thin.
fn rule(points: &[(f64, f64)]) -> Option<Rule> {
    let fold = |pick: fn(f64, f64) -> f64, start: f64| {
        points.iter().fold((start, start), |found, point| {
            (pick(found.0, point.0), pick(found.1, point.1))
        })
    };
    let (low, high) = (
        fold(f64::min, f64::INFINITY),
        fold(f64::max, f64::NEG_INFINITY),
    );
    let (width, height) = (high.0 - low.0, high.1 - low.1);
    let lies = width > height;
    let (long, short) = if lies {
        (width, height)
    } else {
        (height, width)
    };
    (long > THIN && short < THIN).then(|| match lies {
        true => Rule {
            lies,
            at: (low.1 + high.1) / 2.0,
            from: low.0,
            to: high.0,
        },
        false => Rule {
            lies,
            at: (low.0 + high.0) / 2.0,
            from: low.1,
            to: high.1,
        },
    })
}

/// Makes one of the lines that touch each other.
fn joined(mut rules: Vec<Rule>) -> Vec<Rule> {
    rules.sort_by(|a, b| a.lies.cmp(&b.lies).then(a.from.total_cmp(&b.from)));
    let mut joined: Vec<Rule> = Vec::new();
    for rule in rules {
        let touches = |other: &&mut Rule| {
            other.lies == rule.lies
                && (other.at - rule.at).abs() < 0.5
                && rule.from < other.to + 1.5
        };
        match joined.iter_mut().find(touches) {
            Some(other) => other.to = other.to.max(rule.to),
            None => joined.push(rule),
        }
    }
    joined
}

/// Words from the top and from the left, the first of each line marked.
fn in_order(mut words: Vec<Word>) -> Vec<Word> {
    words.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut lines: Vec<Vec<Word>> = Vec::new();
    for word in words {
        match lines.last_mut().filter(|line| word.y - line[0].y < SAME) {
            Some(line) => line.push(word),
            None => lines.push(vec![word]),
        }
    }
    for line in &mut lines {
        line.sort_by(|a, b| a.x.total_cmp(&b.x));
        line[0].first = true;
    }
    lines.into_iter().flatten().collect()
}

fn matrix(operands: &[Object]) -> Matrix {
    std::array::from_fn(|index| number(&operands[index]))
}

/// The matrix that does `a`, then `b`.
fn product(a: Matrix, b: Matrix) -> Matrix {
    [
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    ]
}

pub(super) fn number(object: &Object) -> f64 {
    match object {
        Object::Integer(whole) => *whole as f64,
        other => f64::from(other.as_float().expect("a number")),
    }
}
