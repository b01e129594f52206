//! Properties of a run as one level of formatting gives them, and levels laid over each other.

use std::sync::Arc;

use super::measure::{color, half_points, integer, is_shaded, on, twips};
use super::names::Ns;
use super::xml::Node;
use crate::check::facts::{Color, Raise, Underline};
use crate::units::Twips;

/// Properties that switch each other off from one kind of style to the next (ECMA-376 part 1, 17.7.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Toggle {
    Bold,
    BoldComplex,
    Italic,
    ItalicComplex,
    Caps,
    SmallCaps,
    Strike,
    DoubleStrike,
    Hidden,
}

/// How many they are.
const TOGGLES: usize = 9;

/// A face, by name or by its part in the theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Face {
    Named(Arc<str>),
    /// As `minorHAnsi`.
    Theme(Arc<str>),
}

/// Properties of one level; what it does not say is `None`.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct RunProperties {
    /// `w:rStyle`.
    pub(super) style: Option<Arc<str>>,
    pub(super) ascii: Option<Face>,
    pub(super) high_ansi: Option<Face>,
    pub(super) east_asia: Option<Face>,
    pub(super) complex_face: Option<Face>,
    pub(super) size: Option<u16>,
    pub(super) size_complex: Option<u16>,
    toggles: [Option<bool>; TOGGLES],
    pub(super) underline: Option<Underline>,
    pub(super) color: Option<Color>,
    pub(super) highlight: Option<bool>,
    pub(super) shaded: Option<bool>,
    pub(super) raise: Option<Raise>,
    pub(super) position: Option<i32>,
    pub(super) tracking: Option<Twips>,
    pub(super) scale: Option<u16>,
    pub(super) complex: Option<bool>,
    pub(super) right_to_left: Option<bool>,
    pub(super) language: Option<Arc<str>>,
    /// `w:rPrChange`, or the mark of an inserted or deleted paragraph end.
    pub(super) changed: bool,
}

impl RunProperties {
    /// What `w:rPr` says.
    pub(super) fn read(node: Node<'_>) -> RunProperties {
        let mut own = RunProperties::default();
        for child in node.children() {
            own.take(child);
        }
        own
    }

    fn take(&mut self, node: Node<'_>) {
        let (Ns::W, name) = node.name() else { return };
        let val = node.val();
        match name {
            "rStyle" => self.style = val.map(Arc::from),
            "rFonts" => self.take_fonts(node),
            "sz" => self.size = val.and_then(size),
            "szCs" => self.size_complex = val.and_then(size),
            "b" => self.set(Toggle::Bold, on(node)),
            "bCs" => self.set(Toggle::BoldComplex, on(node)),
            "i" => self.set(Toggle::Italic, on(node)),
            "iCs" => self.set(Toggle::ItalicComplex, on(node)),
            "caps" => self.set(Toggle::Caps, on(node)),
            "smallCaps" => self.set(Toggle::SmallCaps, on(node)),
            "strike" => self.set(Toggle::Strike, on(node)),
            "dstrike" => self.set(Toggle::DoubleStrike, on(node)),
            "vanish" => self.set(Toggle::Hidden, on(node)),
            "u" => self.underline = Some(underline(val.unwrap_or("single"))),
            "color" => self.color = val.and_then(color),
            "highlight" => self.highlight = val.map(|val| val != "none"),
            "shd" => self.shaded = Some(is_shaded(node)),
            "vertAlign" => self.raise = val.map(raise),
            "position" => self.position = val.and_then(half_points),
            "spacing" => self.tracking = val.and_then(twips),
            "w" => self.scale = val.and_then(percent),
            "cs" => self.complex = Some(on(node)),
            "rtl" => self.right_to_left = Some(on(node)),
            "lang" => self.language = val.map(Arc::from),
            "rPrChange" | "ins" | "del" | "moveFrom" | "moveTo" => self.changed = true,
            _ => {}
        }
    }

    /// A theme's face goes before a named one of the same element.
    fn take_fonts(&mut self, node: Node<'_>) {
        let face = |named: &str, themed: &str| {
            let theme = node.attribute(themed).map(|name| Face::Theme(name.into()));
            let name = node.attribute(named).filter(|name| !name.is_empty());
            theme.or_else(|| name.map(|name| Face::Named(name.into())))
        };
        self.ascii = face("ascii", "asciiTheme");
        self.high_ansi = face("hAnsi", "hAnsiTheme");
        self.east_asia = face("eastAsia", "eastAsiaTheme");
        self.complex_face = face("cs", "cstheme");
    }

    /// A switch, if this level says it.
    pub(super) fn toggle(&self, toggle: Toggle) -> Option<bool> {
        self.toggles[toggle as usize]
    }

    fn set(&mut self, toggle: Toggle, on: bool) {
        self.toggles[toggle as usize] = Some(on);
    }

    /// Lays another level over this one.
    pub(super) fn lay(&mut self, over: &RunProperties) {
        for (own, over) in self.toggles.iter_mut().zip(over.toggles) {
            *own = over.or(*own);
        }
        self.lay_plain(over);
    }

    /// Lays over all but the switches, which styles of different kinds flip.
    pub(super) fn lay_plain(&mut self, over: &RunProperties) {
        fn put<T: Clone>(own: &mut Option<T>, over: &Option<T>) {
            if over.is_some() {
                own.clone_from(over);
            }
        }
        put(&mut self.ascii, &over.ascii);
        put(&mut self.high_ansi, &over.high_ansi);
        put(&mut self.east_asia, &over.east_asia);
        put(&mut self.complex_face, &over.complex_face);
        put(&mut self.size, &over.size);
        put(&mut self.size_complex, &over.size_complex);
        put(&mut self.underline, &over.underline);
        put(&mut self.color, &over.color);
        put(&mut self.highlight, &over.highlight);
        put(&mut self.shaded, &over.shaded);
        put(&mut self.raise, &over.raise);
        put(&mut self.position, &over.position);
        put(&mut self.tracking, &over.tracking);
        put(&mut self.scale, &over.scale);
        put(&mut self.complex, &over.complex);
        put(&mut self.right_to_left, &over.right_to_left);
        put(&mut self.language, &over.language);
    }

    /// Lays a style of another kind over this level: its switches flip those that are on.
    pub(super) fn flip(&mut self, over: &RunProperties) {
        for (own, over) in self.toggles.iter_mut().zip(over.toggles) {
            if over == Some(true) {
                *own = Some(!own.unwrap_or(false));
            }
        }
        self.lay_plain(over);
    }

    /// Keeps on what the document's defaults switch on, whatever the styles flipped.
    pub(super) fn keep_on(&mut self, defaults: &RunProperties) {
        for (own, default) in self.toggles.iter_mut().zip(defaults.toggles) {
            if default == Some(true) {
                *own = Some(true);
            }
        }
    }
}

fn size(value: &str) -> Option<u16> {
    half_points(value).and_then(|halves| u16::try_from(halves).ok())
}

fn percent(value: &str) -> Option<u16> {
    integer(value.trim_end_matches('%')).and_then(|percent| u16::try_from(percent).ok())
}

fn underline(value: &str) -> Underline {
    match value {
        "none" => Underline::None,
        "single" => Underline::Single,
        "words" => Underline::Words,
        _ => Underline::Other,
    }
}

fn raise(value: &str) -> Raise {
    match value {
        "superscript" => Raise::Super,
        "subscript" => Raise::Sub,
        _ => Raise::None,
    }
}
