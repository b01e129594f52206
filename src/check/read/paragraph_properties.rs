//! Properties of a paragraph as one level of formatting gives them, and levels laid over each other.

use std::sync::Arc;

use super::measure::{border, integer, is_on, is_shaded, on, twips};
use super::names::Ns;
use super::xml::Node;
use crate::check::facts::{Alignment, Border, TabAlign, TabStop};
use crate::units::Twips;

/// What Word takes for space that it chooses by itself.
const AUTO_SPACE: Twips = Twips(280);

/// Height of a line in the unit of `w:beforeLines`.
const LINE: i32 = 240;

/// Properties of one level; what it does not say is `None`.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct ParagraphProperties {
    /// `w:pStyle`.
    pub(super) style: Option<Arc<str>>,
    pub(super) alignment: Option<Alignment>,
    pub(super) left: Option<Twips>,
    pub(super) right: Option<Twips>,
    pub(super) first: Option<Twips>,
    /// Hundredths of a character, where no twips are given beside them.
    pub(super) left_chars: Option<i32>,
    pub(super) right_chars: Option<i32>,
    pub(super) first_chars: Option<i32>,
    pub(super) before: Option<Twips>,
    pub(super) after: Option<Twips>,
    pub(super) before_auto: Option<bool>,
    pub(super) after_auto: Option<bool>,
    pub(super) line: Option<i32>,
    pub(super) line_rule: Option<LineRule>,
    pub(super) contextual: Option<bool>,
    pub(super) keep_next: Option<bool>,
    pub(super) keep_lines: Option<bool>,
    pub(super) widow_control: Option<bool>,
    pub(super) page_break_before: Option<bool>,
    pub(super) right_to_left: Option<bool>,
    pub(super) shaded: Option<bool>,
    pub(super) outline: Option<u8>,
    /// Top, bottom, left, right, between.
    pub(super) borders: [Option<Option<Border>>; 5],
    /// Stops set, and places where one is taken away.
    pub(super) tabs: Vec<(Twips, Option<TabStop>)>,
    pub(super) list: Option<u32>,
    pub(super) level: Option<u8>,
    /// `w:pPrChange`.
    pub(super) changed: bool,
}

/// `w:lineRule`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LineRule {
    Auto,
    Exact,
    AtLeast,
}

impl ParagraphProperties {
    /// What `w:pPr` says.
    pub(super) fn read(node: Node<'_>) -> ParagraphProperties {
        let mut own = ParagraphProperties::default();
        for child in node.children() {
            own.take(child);
        }
        own
    }

    fn take(&mut self, node: Node<'_>) {
        let (Ns::W, name) = node.name() else { return };
        let val = node.val();
        match name {
            "pStyle" => self.style = val.map(Arc::from),
            "jc" => self.alignment = val.and_then(alignment),
            "ind" => self.take_indents(node),
            "spacing" => self.take_spacing(node),
            "contextualSpacing" => self.contextual = Some(on(node)),
            "keepNext" => self.keep_next = Some(on(node)),
            "keepLines" => self.keep_lines = Some(on(node)),
            "widowControl" => self.widow_control = Some(on(node)),
            "pageBreakBefore" => self.page_break_before = Some(on(node)),
            "bidi" => self.right_to_left = Some(on(node)),
            "shd" => self.shaded = Some(is_shaded(node)),
            "outlineLvl" => self.outline = val.and_then(|val| val.parse().ok()),
            "pBdr" => self.take_borders(node),
            "tabs" => self.tabs.extend(node.children().filter_map(tab)),
            "numPr" => {
                let of = |name| node.w(name).and_then(Node::val);
                self.list = of("numId").and_then(|val| val.parse().ok());
                self.level = of("ilvl").and_then(|val| val.parse().ok());
            }
            "pPrChange" => self.changed = true,
            _ => {}
        }
    }

    fn take_indents(&mut self, node: Node<'_>) {
        let of = |name| node.attribute(name).and_then(twips);
        let chars = |name| node.attribute(name).and_then(integer);
        self.left = of("left").or_else(|| of("start"));
        self.right = of("right").or_else(|| of("end"));
        let hanging = of("hanging").map(|hanging| -hanging);
        self.first = hanging.or_else(|| of("firstLine"));
        // Programs that give both keep them equal.
        let unless = |twips: Option<Twips>, chars: Option<i32>| chars.filter(|_| twips.is_none());
        let left = chars("leftChars").or_else(|| chars("startChars"));
        let right = chars("rightChars").or_else(|| chars("endChars"));
        let hanging = chars("hangingChars").filter(|&chars| chars != 0);
        let first = hanging
            .map(|chars| -chars)
            .or_else(|| chars("firstLineChars"));
        self.left_chars = unless(self.left, left);
        self.right_chars = unless(self.right, right);
        self.first_chars = unless(self.first, first);
    }

    fn take_spacing(&mut self, node: Node<'_>) {
        let of = |name: &str| node.attribute(name);
        let space = |own: &str, lines: &str| {
            let counted = of(lines).and_then(integer).filter(|&lines| lines != 0);
            let counted = || counted.map(|lines| Twips(lines * LINE / 100));
            of(own).and_then(twips).or_else(counted)
        };
        self.before = space("before", "beforeLines");
        self.after = space("after", "afterLines");
        self.before_auto = of("beforeAutospacing").map(is_on);
        self.after_auto = of("afterAutospacing").map(is_on);
        self.line = of("line").and_then(twips).map(|line| line.0);
        self.line_rule = of("lineRule").map(|rule| match rule {
            "exact" => LineRule::Exact,
            "atLeast" => LineRule::AtLeast,
            _ => LineRule::Auto,
        });
    }

    fn take_borders(&mut self, node: Node<'_>) {
        for child in node.children() {
            let side = match child.name() {
                (Ns::W, "top") => 0,
                (Ns::W, "bottom") => 1,
                (Ns::W, "left" | "start") => 2,
                (Ns::W, "right" | "end") => 3,
                (Ns::W, "between") => 4,
                _ => continue,
            };
            self.borders[side] = border(child);
        }
    }

    /// Lays another level over this one.
    pub(super) fn lay(&mut self, over: &ParagraphProperties) {
        fn put<T: Clone>(own: &mut Option<T>, over: &Option<T>) {
            if over.is_some() {
                own.clone_from(over);
            }
        }
        put(&mut self.alignment, &over.alignment);
        self.lay_indents(over);
        put(&mut self.before, &over.before);
        put(&mut self.after, &over.after);
        put(&mut self.before_auto, &over.before_auto);
        put(&mut self.after_auto, &over.after_auto);
        put(&mut self.line, &over.line);
        put(&mut self.line_rule, &over.line_rule);
        put(&mut self.contextual, &over.contextual);
        put(&mut self.keep_next, &over.keep_next);
        put(&mut self.keep_lines, &over.keep_lines);
        put(&mut self.widow_control, &over.widow_control);
        put(&mut self.page_break_before, &over.page_break_before);
        put(&mut self.right_to_left, &over.right_to_left);
        put(&mut self.shaded, &over.shaded);
        put(&mut self.outline, &over.outline);
        for (own, over) in self.borders.iter_mut().zip(&over.borders) {
            put(own, over);
        }
        for &(at, stop) in &over.tabs {
            self.tabs.retain(|(own, _)| *own != at);
            self.tabs.push((at, stop));
        }
        put(&mut self.list, &over.list);
        put(&mut self.level, &over.level);
    }

    /// An indent in twips takes away one in characters below it.
    fn lay_indents(&mut self, over: &ParagraphProperties) {
        let sides = [
            (
                &mut self.left,
                &mut self.left_chars,
                over.left,
                over.left_chars,
            ),
            (
                &mut self.right,
                &mut self.right_chars,
                over.right,
                over.right_chars,
            ),
            (
                &mut self.first,
                &mut self.first_chars,
                over.first,
                over.first_chars,
            ),
        ];
        for (own, own_chars, over, over_chars) in sides {
            if over.is_some() || over_chars.is_some() {
                *own = over.or(*own);
                *own_chars = over_chars;
            }
        }
    }

    /// Space before, with what Word takes for its own choice.
    pub(super) fn space_before(&self) -> Twips {
        match self.before_auto {
            Some(true) => AUTO_SPACE,
            Some(false) | None => self.before.unwrap_or_default(),
        }
    }

    /// Space after, with what Word takes for its own choice.
    pub(super) fn space_after(&self) -> Twips {
        match self.after_auto {
            Some(true) => AUTO_SPACE,
            Some(false) | None => self.after.unwrap_or_default(),
        }
    }
}

/// `w:jc` of a paragraph or a table.
pub(super) fn alignment(value: &str) -> Option<Alignment> {
    Some(match value {
        "left" | "start" => Alignment::Left,
        "center" => Alignment::Center,
        "right" | "end" => Alignment::Right,
        "both" | "lowKashida" | "mediumKashida" | "highKashida" => Alignment::Both,
        "distribute" | "thaiDistribute" => Alignment::Distribute,
        _ => return None,
    })
}

fn tab(node: Node<'_>) -> Option<(Twips, Option<TabStop>)> {
    let at = node.attribute("pos").and_then(twips)?;
    let align = match node.val()? {
        "clear" => return Some((at, None)),
        "center" => TabAlign::Center,
        "right" | "end" => TabAlign::Right,
        "decimal" => TabAlign::Decimal,
        "bar" => TabAlign::Bar,
        _ => TabAlign::Left,
    };
    let leader = node
        .attribute("leader")
        .is_some_and(|leader| leader != "none");
    Some((at, Some(TabStop { at, align, leader })))
}
