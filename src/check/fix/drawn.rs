//! A drawn line made longer or shorter about its middle, in both forms that a file may hold of it. Only a
//! line that stands alone in its drawing, neither turned nor in a group, is touched.

use std::ops::Range;

use crate::check::css;
use crate::check::facts::{Facts, Place, ShapeId};
use crate::units::Pt;

use super::element::set_attribute;
use super::find::{attribute, elements, only};

#[cfg(test)]
mod tests;

/// EMU in a point.
const EMU: f64 = 12_700.0;

/// Elements of a drawing that hold several things, or something else than a line.
const NOT_ALONE: [&str; 9] = [
    "wgp",
    "grpSp",
    "wpc",
    "lockedCanvas",
    "pic",
    "group",
    "txbxContent",
    "imagedata",
    "OLEObject",
];

/// The drawing, and its other form, with the line as long as that.
pub(super) fn resized(facts: &Facts, id: ShapeId, length: Pt) -> Option<Vec<(Place, String)>> {
    let shape = &facts[id];
    let mut replaced = Vec::new();
    for place in [Some(&shape.place), shape.fallback.as_ref()]
        .into_iter()
        .flatten()
    {
        let xml = std::str::from_utf8(facts.xml(place)).ok()?;
        for name in NOT_ALONE {
            if !elements(xml, name)?.is_empty() {
                return None;
            }
        }
        let changed = match elements(xml, "wsp")?.len() {
            0 => vector(xml, length)?,
            _ => drawing(xml, length)?,
        };
        replaced.push((place.clone(), changed));
    }
    Some(replaced)
}

/// DrawingML: `w:drawing`.
fn drawing(xml: &str, length: Pt) -> Option<String> {
    only(xml, "wsp")?;
    let extent = only(xml, "extent")?;
    let shares = elements(xml, "pctWidth")?;
    if shares.iter().any(|range| words(&xml[range.clone()]) != "0") {
        return None;
    }
    let old: f64 = attribute(&xml[extent.clone()], "cx")?.parse().ok()?;
    let new = (length.0 * EMU).round();
    let wide = format!("{new}");
    let mut changes = vec![(extent.clone(), with(&xml[extent], "cx", &wide)?)];
    changes.extend(transform(xml, &wide)?);
    if let [across] = elements(xml, "positionH")?.as_slice()
        && let [offset] = elements(&xml[across.clone()], "posOffset")?.as_slice()
    {
        let range = across.start + offset.start..across.start + offset.end;
        let offset = &xml[range.clone()];
        let left: f64 = words(offset).parse().ok()?;
        let moved = format!("{}", (left + (old - new) / 2.0).round());
        changes.push((range, offset.replacen(words(offset), &moved, 1)));
    }
    Some(replaced(xml, changes))
}

/// The size that the shape itself gives, if it does; `None` if it is turned.
fn transform(xml: &str, wide: &str) -> Option<Option<(Range<usize>, String)>> {
    if elements(xml, "xfrm")?.is_empty() {
        return Some(None);
    }
    let own = only(xml, "xfrm")?;
    if attribute(&xml[own.clone()], "rot").is_some_and(|turn| turn != "0") {
        return None;
    }
    let inner = only(&xml[own.clone()], "ext")?;
    let inner = own.start + inner.start..own.start + inner.end;
    Some(Some((inner.clone(), with(&xml[inner], "cx", wide)?)))
}

/// VML: `w:pict`, or the `mc:Fallback` around it.
fn vector(xml: &str, length: Pt) -> Option<String> {
    let mut shapes = Vec::new();
    for name in ["line", "shape", "rect"] {
        shapes.extend(elements(xml, name)?);
    }
    let [range] = shapes.as_slice() else {
        return None;
    };
    let shape = &xml[range.clone()];
    // A copy of the drawing for round trips, which would tell of the old length.
    let shape = match attribute(shape, "o:gfxdata") {
        Some(_) => without(shape, "o:gfxdata")?,
        None => shape.to_string(),
    };
    let shape = match attribute(&shape, "from").zip(attribute(&shape, "to")) {
        Some((from, to)) => ends(&shape, (from, to), length)?,
        None => {
            let style = styled(attribute(&shape, "style")?, length)?;
            with(&shape, "style", &style)?
        }
    };
    Some(replaced(xml, vec![(range.clone(), shape)]))
}

/// A `v:line` between two points.
fn ends(shape: &str, (from, to): (&str, &str), length: Pt) -> Option<String> {
    let point = |value: &str| {
        let (x, y) = value.split_once(',')?;
        Some((css(x)?.0, y.to_string()))
    };
    let ((x1, y1), (x2, y2)) = (point(from)?, point(to)?);
    let (middle, half) = ((x1 + x2) / 2.0, length.0 / 2.0 * (x2 - x1).signum());
    let shape = with(shape, "from", &format!("{:.2}pt,{y1}", middle - half))?;
    with(&shape, "to", &format!("{:.2}pt,{y2}", middle + half))
}

/// The style of a `v:shape` or `v:rect`.
fn styled(style: &str, length: Pt) -> Option<String> {
    let pairs: Vec<(&str, &str)> = style
        .split(';')
        .filter_map(|pair| pair.split_once(':'))
        .map(|(name, value)| (name.trim(), value.trim()))
        .collect();
    let of = |name: &str| {
        pairs
            .iter()
            .find(|(own, _)| *own == name)
            .map(|(_, it)| *it)
    };
    let turned = of("rotation").is_some_and(|turn| turn != "0");
    if turned || of("mso-width-percent").is_some_and(|share| share != "0") {
        return None;
    }
    let shift = (css(of("width")?)?.0 - length.0) / 2.0;
    let mut changed = Vec::new();
    for (name, value) in &pairs {
        let value = match *name {
            "width" => format!("{:.2}pt", length.0),
            "margin-left" | "left" => format!("{:.2}pt", css(value)?.0 + shift),
            _ => (*value).to_string(),
        };
        changed.push(format!("{name}:{value}"));
    }
    Some(changed.join(";"))
}

/// What stands between the tags of an element.
fn words(xml: &str) -> &str {
    let start = xml.find('>').map_or(0, |at| at + 1);
    let end = xml.rfind('<').unwrap_or(xml.len()).max(start);
    xml[start..end].trim()
}

/// An element whose start tag has an attribute of that value.
fn with(xml: &str, name: &str, value: &str) -> Option<String> {
    change(xml, name, Some(value))
}

fn without(xml: &str, name: &str) -> Option<String> {
    change(xml, name, None)
}

fn change(xml: &str, name: &str, value: Option<&str>) -> Option<String> {
    let end = xml.find('>')?;
    let end = if xml[..end].ends_with('/') {
        end - 1
    } else {
        end
    };
    let mut tag = xml[..end].trim_end().to_string();
    set_attribute(&mut tag, name, value);
    Some(format!("{tag}{}", &xml[end..]))
}

/// A text with stretches replaced that do not overlap.
fn replaced(xml: &str, mut changes: Vec<(Range<usize>, String)>) -> String {
    changes.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
    let mut text = xml.to_string();
    for (range, new) in changes {
        text.replace_range(range, &new);
    }
    text
}
