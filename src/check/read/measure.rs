//! Values of attributes: lengths, switches, colours, borders. What cannot be read is as if it were not
//! there; a checker must not fail where Word shrugs.

use crate::check::facts::{Border, BorderKind, Color};
use crate::units::{Mm, Pt, Twips};

use super::xml::Node;

/// Lengths beyond this many twips (some 27 m) are nonsense, and would overflow sums.
const MOST: f64 = 1_600_000.0;

/// A switch (`ST_OnOff`): an element that stands there without a value is on.
pub(super) fn on(node: Node<'_>) -> bool {
    is_on(node.val().unwrap_or("1"))
}

/// The value of a switch.
pub(super) fn is_on(value: &str) -> bool {
    matches!(value, "1" | "true" | "on" | "t")
}

/// A length in twips (`ST_TwipsMeasure`, `ST_SignedTwipsMeasure`), bare or with a unit.
pub(super) fn twips(value: &str) -> Option<Twips> {
    let twips = match number(value) {
        Some(bare) => bare,
        None => with_unit(value)?.0 * 20.0,
    };
    bounded(twips).map(|twips| Twips(twips as i32))
}

/// A size in half points (`ST_HpsMeasure`), bare or with a unit.
pub(super) fn half_points(value: &str) -> Option<i32> {
    let halves = match number(value) {
        Some(bare) => bare,
        None => with_unit(value)?.0 * 2.0,
    };
    bounded(halves).map(|halves| halves as i32)
}

/// A length in English metric units (1/12700 pt).
pub(super) fn emu(value: &str) -> Option<Pt> {
    bounded(number(value)? / 635.0).map(|twips| Pt(twips / 20.0))
}

/// A length of CSS in VML; bare it is in pixels of 1/96 inch.
pub(in crate::check) fn css(value: &str) -> Option<Pt> {
    let points = match number(value) {
        Some(bare) => bare * 0.75,
        None => with_unit(value)?.0,
    };
    bounded(points * 20.0).map(|twips| Pt(twips / 20.0))
}

/// A whole number.
pub(super) fn integer(value: &str) -> Option<i32> {
    bounded(number(value)?).map(|whole| whole as i32)
}

fn number(value: &str) -> Option<f64> {
    value.trim().parse::<f64>().ok()
}

/// A finite number of a sane size, rounded.
fn bounded(value: f64) -> Option<f64> {
    (value.abs() <= MOST).then(|| value.round())
}

/// A length with a unit (`ST_UniversalMeasure`, CSS).
fn with_unit(value: &str) -> Option<Pt> {
    let value = value.trim();
    let at = value.len().checked_sub(2)?;
    let amount = number(value.get(..at)?)?;
    Some(match value.get(at..)? {
        "pt" => Pt(amount),
        "mm" => Mm(amount).to_pt(),
        "cm" => Mm(amount * 10.0).to_pt(),
        "in" => Pt(amount * 72.0),
        "pc" | "pi" => Pt(amount * 12.0),
        "px" => Pt(amount * 0.75),
        _ => return None,
    })
}

/// A colour of six hexadecimal digits, or `auto`.
pub(super) fn color(value: &str) -> Option<Color> {
    let value = value.trim_start_matches('#');
    if value.eq_ignore_ascii_case("auto") {
        return Some(Color::Auto);
    }
    let bits = u32::from_str_radix(value, 16).ok()?;
    let [_, red, green, blue] = bits.to_be_bytes();
    (value.len() == 6).then_some(Color::Rgb([red, green, blue]))
}

/// A border element; `Some(None)` for one that says that there is no line, or a white one, as Google
/// Docs draws tables for layout.
pub(super) fn border(node: Node<'_>) -> Option<Option<Border>> {
    let kind = match node.val()? {
        "nil" | "none" => return Some(None),
        "single" | "thick" => BorderKind::Single,
        "double" | "triple" | "doubleWave" => BorderKind::Multiple,
        name if name.starts_with("thinThick") || name.starts_with("thickThin") => {
            BorderKind::Multiple
        }
        "dotted" | "dashed" | "dotDash" | "dotDotDash" | "dashSmallGap" | "dashDotStroked" => {
            BorderKind::Broken
        }
        _ => BorderKind::Other,
    };
    let of = |name| node.attribute(name);
    let color = of("color").and_then(color).unwrap_or(Color::Auto);
    if color == Color::Rgb([255, 255, 255]) {
        return Some(None);
    }
    Some(Some(Border {
        kind,
        width: of("sz").and_then(integer).unwrap_or(4).clamp(0, 255) as u16,
        color,
    }))
}

/// True for a shading (`w:shd`) that shows: a fill other than white, or a pattern.
pub(super) fn is_shaded(node: Node<'_>) -> bool {
    let fill = node.attribute("fill").unwrap_or("auto");
    let white = matches!(fill, "auto" | "FFFFFF" | "ffffff" | "");
    let pattern = node.val().unwrap_or("clear");
    !white || !matches!(pattern, "clear" | "nil")
}
