//! Changes of properties as children and attributes of `w:rPr`, `w:pPr`, `w:sectPr`.

use crate::check::facts::Alignment;
use crate::check::mend::{ParagraphChange, RunChange, SectionChange, Side};
use crate::units::{Mm, Twips};

use super::element::Element;

/// Changes the format of a run.
pub(super) fn run(properties: &mut Element, change: &RunChange) {
    let w = properties.prefix();
    match change {
        RunChange::Font => {
            let name = Some("Times New Roman");
            let attributes = [
                ("ascii", name),
                ("hAnsi", name),
                ("cs", name),
                ("asciiTheme", None),
                ("hAnsiTheme", None),
                ("cstheme", None),
            ];
            properties.set_attributes("rFonts", &attributes);
        }
        RunChange::Black => {
            properties.set_child("color", Some(&format!("<{w}color {w}val=\"000000\"/>")));
        }
        RunChange::Size(size) => {
            for name in ["sz", "szCs"] {
                let child = format!("<{w}{name} {w}val=\"{}\"/>", size.0);
                properties.set_child(name, Some(&child));
            }
        }
        RunChange::Bold(bold) => toggle(properties, ["b", "bCs"], *bold),
        RunChange::Italic(italic) => toggle(properties, ["i", "iCs"], *italic),
        RunChange::Plain => {
            properties.set_child("u", Some(&format!("<{w}u {w}val=\"none\"/>")));
        }
    }
}

/// Changes the format of the mark of a paragraph, which an automatic number takes on.
pub(super) fn mark(properties: &mut Element, change: &RunChange) {
    if let Some(mut mark) = Element::new(properties.child("rPr").as_bytes()) {
        run(&mut mark, change);
        properties.set_child("rPr", Some(&mark.into_text()));
    }
}

/// A property that is on or off; off is said, since a style may have it on.
fn toggle(properties: &mut Element, names: [&str; 2], on: bool) {
    let w = properties.prefix();
    for name in names {
        let child = if on {
            format!("<{w}{name}/>")
        } else {
            format!("<{w}{name} {w}val=\"0\"/>")
        };
        properties.set_child(name, Some(&child));
    }
}

/// Changes the format of a paragraph.
pub(super) fn paragraph(properties: &mut Element, change: &ParagraphChange) {
    let w = properties.prefix();
    match change {
        ParagraphChange::Align(alignment) => {
            let value = match alignment {
                Alignment::Left => "left",
                Alignment::Center => "center",
                Alignment::Right => "right",
                Alignment::Both => "both",
                Alignment::Distribute => "distribute",
            };
            properties.set_child("jc", Some(&format!("<{w}jc {w}val=\"{value}\"/>")));
        }
        ParagraphChange::Before(space) => {
            let space = space.0.to_string();
            let own = [
                ("before", Some(space.as_str())),
                ("beforeAutospacing", None),
                ("beforeLines", None),
            ];
            properties.set_attributes("spacing", &own);
        }
        ParagraphChange::After(space) => {
            let space = space.0.to_string();
            let own = [
                ("after", Some(space.as_str())),
                ("afterAutospacing", None),
                ("afterLines", None),
            ];
            properties.set_attributes("spacing", &own);
        }
        ParagraphChange::Line(lines) => {
            let lines = lines.to_string();
            let own = [("line", Some(lines.as_str())), ("lineRule", Some("auto"))];
            properties.set_attributes("spacing", &own);
        }
        ParagraphChange::First(indent) => {
            let indent = indent.0.to_string();
            let own = [
                ("firstLine", Some(indent.as_str())),
                ("firstLineChars", None),
                ("hanging", None),
                ("hangingChars", None),
            ];
            properties.set_attributes("ind", &own);
        }
        ParagraphChange::Sides(left, right) => {
            let (left, right) = (left.0.to_string(), right.0.to_string());
            let own = [
                ("left", Some(left.as_str())),
                ("right", Some(right.as_str())),
                ("start", None),
                ("end", None),
                ("firstLine", Some("0")),
                ("hanging", None),
            ];
            properties.set_attributes("ind", &own);
        }
        ParagraphChange::FrameInMiddle => {
            let own = [
                ("xAlign", Some("center")),
                ("hAnchor", Some("margin")),
                ("x", None),
            ];
            properties.set_attributes("framePr", &own);
        }
        ParagraphChange::RuleBorder => {
            let border = format!(
                "<{w}pBdr><{w}top {w}val=\"single\" {w}sz=\"6\" {w}space=\"1\" {w}color=\"000000\"/></{w}pBdr>"
            );
            properties.set_child("pBdr", Some(&border));
        }
        ParagraphChange::NoBorderBelow => {
            if let Some(mut borders) = Element::new(properties.child("pBdr").as_bytes()) {
                borders.set_child("bottom", Some(&format!("<{w}bottom {w}val=\"nil\"/>")));
                properties.set_child("pBdr", Some(&borders.into_text()));
            }
        }
        ParagraphChange::NotContextual => {
            let off = format!("<{w}contextualSpacing {w}val=\"0\"/>");
            properties.set_child("contextualSpacing", Some(&off));
        }
    }
}

/// Gives a section a first page of its own.
pub(super) fn title_page(properties: &mut Element) {
    let w = properties.prefix();
    properties.set_child("titlePg", Some(&format!("<{w}titlePg/>")));
}

/// Changes a section.
pub(super) fn section(properties: &mut Element, change: &SectionChange, across: bool) {
    match change {
        SectionChange::A4 => {
            let (short, long) = (Mm(210.0).to_twips().0, Mm(297.0).to_twips().0);
            let (width, height) = if across { (long, short) } else { (short, long) };
            let (width, height) = (width.to_string(), height.to_string());
            let own = [
                ("w", Some(width.as_str())),
                ("h", Some(height.as_str())),
                ("code", None),
            ];
            properties.set_attributes("pgSz", &own);
        }
        SectionChange::Margin(side, length) => {
            let name = match side {
                Side::Top => "top",
                Side::Bottom => "bottom",
                Side::Left => "left",
                Side::Right => "right",
            };
            let length = inside(*length).0.to_string();
            properties.set_attributes("pgMar", &[(name, Some(length.as_str()))]);
        }
        SectionChange::HeaderDistance(length) => {
            let length = inside(*length).0.to_string();
            properties.set_attributes("pgMar", &[("header", Some(length.as_str()))]);
        }
        SectionChange::Decimal => properties.set_attributes("pgNumType", &[("fmt", None)]),
        SectionChange::Start(first) => {
            let first = first.to_string();
            properties.set_attributes("pgNumType", &[("start", Some(first.as_str()))]);
        }
    }
}

/// A length that the attribute can hold.
fn inside(length: Twips) -> Twips {
    Twips(length.0.max(0))
}
