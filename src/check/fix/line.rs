//! A line under a component: the upper border of an empty paragraph whose indents leave its length, put
//! behind the paragraph of the words.

use crate::check::facts::{Facts, Place};
use crate::check::mend::NewLine;
use crate::units::Twips;

use super::element::{name_of, prefix};

/// The paragraph with the line, and where it goes.
pub(super) fn paragraph(facts: &Facts, line: &NewLine) -> Option<(Place, String)> {
    let above = &facts[line.below];
    let xml = std::str::from_utf8(facts.xml(&above.place)).ok()?;
    let name = name_of(xml)?;
    let w = prefix(name);
    let left = Twips((line.column.0 - line.length.0).max(0) / 2);
    let right = Twips((line.column.0 - line.length.0).max(0) - left.0);
    let end = above.place.range.end;
    let place = Place {
        part: above.place.part,
        range: end..end,
    };
    let xml = format!(
        "<{w}p><{w}pPr><{w}pBdr><{w}top {w}val=\"single\" {w}sz=\"6\" {w}space=\"1\" {w}color=\"000000\"/>\
         </{w}pBdr><{w}spacing {w}before=\"60\" {w}after=\"{}\" {w}line=\"60\" {w}lineRule=\"exact\"/>\
         <{w}ind {w}left=\"{}\" {w}right=\"{}\" {w}firstLine=\"0\"/><{w}jc {w}val=\"center\"/>\
         <{w}rPr><{w}sz {w}val=\"2\"/></{w}rPr></{w}pPr></{w}p>",
        line.after.0.max(0),
        left.0,
        right.0
    );
    Some((place, xml))
}
