//! VML (`w:pict`, `w:object`): the drawings of older files.

use super::draft::Draft;
use super::drawing::{Drawing, Hanging, INSET, kind};
use super::measure::{color, css};
use super::names::Ns;
use super::walk::Walk;
use super::xml::Node;
use crate::check::facts::{Border, BorderKind, Color, Placement, ShapeKind};
use crate::check::refusal::Refusal;
use crate::units::{Pt, Twips};

impl Walk<'_> {
    /// `w:pict` or `w:object`.
    pub(super) fn picture(&mut self, node: Node<'_>, draft: &mut Draft) -> Result<(), Refusal> {
        for child in node.children() {
            self.vector(child, node, None, draft)?;
        }
        Ok(())
    }

    /// A shape of VML, or a group of them.
    fn vector(
        &mut self,
        node: Node<'_>,
        root: Node<'_>,
        group: Option<Scale>,
        draft: &mut Draft,
    ) -> Result<(), Refusal> {
        let (Ns::V, name) = node.name() else {
            return Ok(());
        };
        let style = Style::of(node);
        let placement = placement(node, &style, group);
        let hanging = Hanging {
            root,
            placement,
            from_page: style.get("mso-position-horizontal-relative") == Some("page"),
        };
        if name == "group" {
            let scale = Scale::of(node, placement);
            let mut children = node.children();
            return children.try_for_each(|child| self.vector(child, root, Some(scale), draft));
        }
        if !matches!(
            name,
            "shape" | "rect" | "line" | "roundrect" | "oval" | "polyline"
        ) {
            return Ok(());
        }
        if let Some(picture) = node.child(Ns::V, "imagedata") {
            let relation = picture.relation("id").or_else(|| picture.relation("href"));
            self.image(relation, &hanging, draft);
            return Ok(());
        }
        let text = node.child(Ns::V, "textbox");
        let drawing = Drawing {
            placement,
            kind: shape_kind(node, name, placement),
            line: stroke(node),
            insets: text.map_or((INSET, INSET), insets),
        };
        let content = text.and_then(|text| text.find(Ns::W, "txbxContent"));
        self.drawn(drawing, content, &hanging, draft)
    }
}

/// The `style` of a shape, as in CSS.
struct Style<'t>(&'t str);

impl<'t> Style<'t> {
    fn of(node: Node<'t>) -> Style<'t> {
        Style(node.attribute("style").unwrap_or(""))
    }

    fn get(&self, name: &str) -> Option<&'t str> {
        let mut all = self.0.split(';').filter_map(|pair| pair.split_once(':'));
        let found = all.find(|(own, _)| own.trim().eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.trim())
    }
}

/// Coordinates of a group (`coordorigin`, `coordsize`).
#[derive(Clone, Copy)]
struct Scale {
    placement: Placement,
    origin: (f64, f64),
    factor: (f64, f64),
}

impl Scale {
    fn of(node: Node<'_>, placement: Placement) -> Scale {
        let origin = node.attribute("coordorigin").and_then(bare_pair);
        let (wide, high) = node
            .attribute("coordsize")
            .and_then(bare_pair)
            .unwrap_or((1000.0, 1000.0));
        let factor = |size: Pt, own: f64| if own > 0.0 { size.0 / own } else { 0.0 };
        Scale {
            placement,
            origin: origin.unwrap_or((0.0, 0.0)),
            factor: (
                factor(placement.width, wide),
                factor(placement.height, high),
            ),
        }
    }

    /// A box of bare numbers in the group.
    fn place(&self, left: f64, top: f64, wide: f64, high: f64) -> Placement {
        let along = Pt((left - self.origin.0) * self.factor.0);
        let down = Pt((top - self.origin.1) * self.factor.1);
        Placement {
            width: Pt(wide * self.factor.0),
            height: Pt(high * self.factor.1),
            left: self.placement.left.map(|own| own + along),
            top: self.placement.top.map(|own| own + down),
            ..self.placement
        }
    }
}

/// Two numbers without units, with a comma between.
fn bare_pair(value: &str) -> Option<(f64, f64)> {
    let (first, second) = value.split_once(',')?;
    let of = |value: &str| {
        let value = value.trim().parse::<f64>().ok()?;
        (value.abs() < 1e9).then_some(value)
    };
    Some((of(first)?, of(second)?))
}

/// Two lengths, with a comma between.
fn pair(value: &str) -> Option<(Pt, Pt)> {
    let (first, second) = value.split_once(',')?;
    let of = |value: &str| {
        if value.trim().is_empty() {
            Some(Pt(0.0))
        } else {
            css(value)
        }
    };
    Some((of(first)?, of(second)?))
}

fn placement(node: Node<'_>, style: &Style<'_>, group: Option<Scale>) -> Placement {
    let of = |name: &str| node.attribute(name);
    if let Some(group) = group {
        let bare = |name: &str| style.get(name).and_then(|value| value.parse::<f64>().ok());
        let bare = |name: &str| bare(name).filter(|value| value.abs() < 1e9).unwrap_or(0.0);
        if let Some(((x1, y1), (x2, y2))) = of("from")
            .and_then(bare_pair)
            .zip(of("to").and_then(bare_pair))
        {
            return group.place(x1.min(x2), y1.min(y2), (x2 - x1).abs(), (y2 - y1).abs());
        }
        return group.place(bare("left"), bare("top"), bare("width"), bare("height"));
    }
    let length = |name: &str| style.get(name).and_then(css);
    let side = style.get("mso-position-horizontal");
    let centred = side == Some("center");
    let aside = matches!(side, Some("left" | "right"));
    let inline = style.get("position") != Some("absolute");
    if let Some(((x1, y1), (x2, y2))) = of("from").and_then(pair).zip(of("to").and_then(pair)) {
        return Placement {
            width: Pt((x2 - x1).0.abs()),
            height: Pt((y2 - y1).0.abs()),
            left: Some(Pt(x1.0.min(x2.0))),
            top: Some(Pt(y1.0.min(y2.0))),
            centred,
            aside,
            inline,
        };
    }
    Placement {
        width: length("width").unwrap_or_default(),
        height: length("height").unwrap_or_default(),
        left: length("margin-left").or_else(|| length("left")),
        top: length("margin-top").or_else(|| length("top")),
        centred,
        aside,
        inline,
    }
}

/// Word's connector and straight line are shapes of these types (`o:spt`).
fn shape_kind(node: Node<'_>, name: &str, placement: Placement) -> ShapeKind {
    let kind_of = node.attribute("type").unwrap_or("");
    if node
        .attribute("hr")
        .is_some_and(|hr| matches!(hr, "t" | "true" | "1"))
    {
        return ShapeKind::Horizontal;
    }
    match name {
        "line" => kind("line", placement),
        "rect" => kind("rect", placement),
        "shape" if kind_of.ends_with("_t32") || kind_of.ends_with("_t20") => {
            kind("line", placement)
        }
        "shape" if kind_of.ends_with("_t202") => ShapeKind::Rectangle,
        "roundrect" => ShapeKind::Rectangle,
        _ => ShapeKind::Other,
    }
}

/// The outline that is drawn; by default there is one.
fn stroke(node: Node<'_>) -> Option<Border> {
    let of = |name: &str| node.attribute(name);
    if of("stroked").is_some_and(|on| matches!(on, "f" | "false" | "0")) {
        return None;
    }
    let own = node.child(Ns::V, "stroke");
    let dash = own
        .and_then(|own| own.attribute("dashstyle"))
        .unwrap_or("solid");
    let line = own
        .and_then(|own| own.attribute("linestyle"))
        .unwrap_or("single");
    let width = of("strokeweight").and_then(css).unwrap_or(Pt(0.75));
    Some(Border {
        kind: match (dash, line) {
            ("solid", "single") => BorderKind::Single,
            ("solid", _) => BorderKind::Multiple,
            _ => BorderKind::Broken,
        },
        width: (width.0 * 8.0).clamp(1.0, 255.0) as u16,
        color: of("strokecolor").map_or(Color::Auto, stroke_color),
    })
}

/// A colour of VML: by name, or of six hexadecimal digits, with an index behind.
fn stroke_color(value: &str) -> Color {
    let value = value.split_whitespace().next().unwrap_or("");
    match value {
        "red" => Color::Rgb([255, 0, 0]),
        "blue" => Color::Rgb([0, 0, 255]),
        value => color(value).unwrap_or(Color::Auto),
    }
}

/// `inset` of a text box: left, top, right, bottom.
fn insets(node: Node<'_>) -> (Twips, Twips) {
    let mut sides = node.attribute("inset").unwrap_or("").split(',');
    let mut side = || sides.next().and_then(css).map_or(INSET, Pt::to_twips);
    let left = side();
    side();
    (left, side())
}
