//! Lists (`word/numbering.xml`): what each level says, and the number of each paragraph in turn.

use std::collections::{BTreeMap, BTreeSet};

use super::count::{counted, number_format, printed_bullet};
use super::measure::on;
use super::names::Ns;
use super::paragraph_properties::ParagraphProperties;
use super::run_properties::{Face, RunProperties};
use super::xml::{self, Node};
use crate::check::facts::NumberFormat;
use crate::check::refusal::Refusal;

/// Levels of a list.
const LEVELS: usize = 9;

/// All lists, and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    abstracts: BTreeMap<String, Abstract>,
    lists: BTreeMap<u32, List>,
    counters: BTreeMap<String, [Option<i32>; LEVELS]>,
    /// Lists and levels whose own start was used.
    started: BTreeSet<(u32, usize)>,
}

/// A definition that lists share (`w:abstractNum`).
#[derive(Debug, Default)]
struct Abstract {
    levels: [Option<Level>; LEVELS],
    /// The numbering style that it stands for.
    link: Option<String>,
    /// The numbering style that it defines.
    defines: Option<String>,
}

/// A list (`w:num`).
#[derive(Debug, Default)]
struct List {
    definition: String,
    starts: BTreeMap<usize, i32>,
    levels: BTreeMap<usize, Level>,
}

/// A level of a list.
#[derive(Clone, Debug)]
pub(super) struct Level {
    start: i32,
    pub(super) format: NumberFormat,
    text: String,
    suffix: &'static str,
    /// Level whose step starts this one anew, counted from 1; 0 for none.
    restart: Option<usize>,
    legal: bool,
    style: Option<String>,
    pub(super) paragraph: ParagraphProperties,
    pub(super) run: RunProperties,
}

/// A number as it prints.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Printed {
    pub(super) text: String,
    /// White space between number and text.
    pub(super) suffix: &'static str,
    pub(super) bullet: bool,
}

impl Numbering {
    /// Reads the part.
    pub(super) fn read(part: &[u8]) -> Result<Numbering, Refusal> {
        let mut numbering = Numbering::default();
        xml::blocks(part, &["numbering"], |node| {
            match node.name() {
                (Ns::W, "abstractNum") => numbering.take_abstract(node),
                (Ns::W, "num") => numbering.take_list(node),
                _ => {}
            }
            Ok(())
        })?;
        numbering.follow_links();
        Ok(numbering)
    }

    fn take_abstract(&mut self, node: Node<'_>) {
        let mut own = Abstract::default();
        for child in node.children() {
            match child.name() {
                (Ns::W, "lvl") => {
                    if let Some((at, level)) = level(child) {
                        own.levels[at] = Some(level);
                    }
                }
                (Ns::W, "numStyleLink") => own.link = child.val().map(str::to_string),
                (Ns::W, "styleLink") => own.defines = child.val().map(str::to_string),
                _ => {}
            }
        }
        let id = node.attribute("abstractNumId").unwrap_or("");
        self.abstracts.insert(id.to_string(), own);
    }

    fn take_list(&mut self, node: Node<'_>) {
        let id = node.attribute("numId").and_then(|id| id.parse().ok());
        let definition = node.w("abstractNumId").and_then(Node::val);
        let (Some(id), Some(definition)) = (id, definition) else {
            return;
        };
        let mut list = List {
            definition: definition.to_string(),
            ..List::default()
        };
        for child in node
            .children()
            .filter(|child| child.is(Ns::W, "lvlOverride"))
        {
            let Some(at) = level_number(child) else {
                continue;
            };
            if let Some((_, own)) = child.w("lvl").and_then(level) {
                list.levels.insert(at, own);
            }
            let start = child.w("startOverride").and_then(Node::val);
            if let Some(start) = start.and_then(|start| start.parse().ok()) {
                list.starts.insert(at, start);
            }
        }
        self.lists.insert(id, list);
    }

    /// A definition that stands for a numbering style leads to the one that defines it.
    fn follow_links(&mut self) {
        let defining: BTreeMap<&String, &String> = self
            .abstracts
            .iter()
            .filter_map(|(id, own)| Some((own.defines.as_ref()?, id)))
            .collect();
        for list in self.lists.values_mut() {
            let own = self.abstracts.get(&list.definition);
            let link = own.and_then(|own| own.link.as_ref());
            if let Some(id) = link.and_then(|link| defining.get(link)) {
                list.definition = (*id).clone();
            }
        }
    }

    /// What a level of a list says.
    pub(super) fn level(&self, list: u32, level: u8) -> Option<&Level> {
        let at = usize::from(level).min(LEVELS - 1);
        let list = self.lists.get(&list)?;
        let own = list.levels.get(&at);
        own.or_else(|| self.abstracts.get(&list.definition)?.levels[at].as_ref())
    }

    /// The level of a list that a paragraph style stands for.
    pub(super) fn level_of_style(&self, list: u32, style: &str) -> Option<u8> {
        let levels = 0..LEVELS as u8;
        let mut own = levels.filter(|&at| {
            let level = self.level(list, at);
            level.is_some_and(|level| level.style.as_deref() == Some(style))
        });
        own.next()
    }

    /// Counts one paragraph of a list on, and gives its number.
    pub(super) fn next(&mut self, list: u32, level: u8) -> Option<Printed> {
        let at = usize::from(level).min(LEVELS - 1);
        let own = self.lists.get(&list)?;
        let id = own.definition.clone();
        let starts: Vec<i32> = (0..LEVELS).map(|at| self.start(list, at)).collect();
        let fresh = own.starts.contains_key(&at) && self.started.insert((list, at));
        let restarts: Vec<usize> = (at + 1..LEVELS)
            .filter(|&below| self.restarts(list, below, at))
            .collect();
        let counters = self.counters.entry(id).or_default();
        counters[at] = match counters[at] {
            Some(before) if !fresh => Some(before.saturating_add(1)),
            Some(_) | None => Some(starts[at]),
        };
        for below in restarts {
            counters[below] = None;
        }
        let counters = *counters;
        self.print(list, at, &counters, &starts)
    }

    fn start(&self, list: u32, at: usize) -> i32 {
        let own = self.lists.get(&list).and_then(|list| list.starts.get(&at));
        let level = || self.level(list, at as u8).map_or(1, |level| level.start);
        own.copied().unwrap_or_else(level)
    }

    /// True if a step of level `at` starts level `below` anew (`w:lvlRestart`).
    fn restarts(&self, list: u32, below: usize, at: usize) -> bool {
        let restart = self
            .level(list, below as u8)
            .and_then(|level| level.restart);
        restart.is_none_or(|restart| restart > 0 && at < restart)
    }

    fn print(
        &self,
        list: u32,
        at: usize,
        counters: &[Option<i32>; LEVELS],
        starts: &[i32],
    ) -> Option<Printed> {
        let level = self.level(list, at as u8)?;
        if level.format == NumberFormat::Bullet {
            return Some(Printed {
                text: printed_bullet(&level.text, level.symbol_face()),
                suffix: level.suffix,
                bullet: true,
            });
        }
        let mut text = String::new();
        let mut rest = level.text.chars().peekable();
        while let Some(c) = rest.next() {
            let digit = rest.peek().and_then(|next| next.to_digit(10));
            match digit.filter(|digit| c == '%' && (1..=9).contains(digit)) {
                Some(digit) => {
                    rest.next();
                    let of = digit as usize - 1;
                    let format = match self.level(list, of as u8) {
                        Some(_) if level.legal => NumberFormat::Decimal,
                        Some(other) => other.format,
                        None => continue,
                    };
                    text.push_str(&counted(counters[of].unwrap_or(starts[of]), format));
                }
                None => text.push(c),
            }
        }
        Some(Printed {
            text,
            suffix: level.suffix,
            bullet: false,
        })
    }
}

impl Level {
    /// The face of a bullet from a font of signs.
    fn symbol_face(&self) -> Option<&str> {
        match self.run.ascii.as_ref().or(self.run.high_ansi.as_ref())? {
            Face::Named(name) => Some(name),
            Face::Theme(_) => None,
        }
    }
}

fn level_number(node: Node<'_>) -> Option<usize> {
    let at: usize = node.attribute("ilvl")?.parse().ok()?;
    (at < LEVELS).then_some(at)
}

fn level(node: Node<'_>) -> Option<(usize, Level)> {
    let at = level_number(node)?;
    let val = |name: &str| node.w(name).and_then(Node::val);
    let format = node.w("numFmt");
    let level = Level {
        start: val("start")
            .and_then(|start| start.parse().ok())
            .unwrap_or(0),
        format: format.map_or(NumberFormat::Decimal, |format| {
            number_format(format.val().unwrap_or(""), format.attribute("format"))
        }),
        text: val("lvlText").unwrap_or("").to_string(),
        suffix: match val("suff") {
            Some("space") => " ",
            Some("nothing") => "",
            _ => "\t",
        },
        restart: val("lvlRestart").and_then(|restart| restart.parse().ok()),
        legal: node.w("isLgl").is_some_and(on),
        style: val("pStyle").map(str::to_string),
        paragraph: node
            .w("pPr")
            .map(ParagraphProperties::read)
            .unwrap_or_default(),
        run: node.w("rPr").map(RunProperties::read).unwrap_or_default(),
    };
    Some((at, level))
}
