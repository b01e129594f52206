//! Certificates: texts at the places of a layout, fitted to them and moved as the printer needs.
//!
//! 1. [`place`] says what a layout is: slots in millimetres, and the printer's corrections.
//! 2. [`fit`] finds size and lines of each text.
//! 3. [`frame`] turns fitted texts and lines into frames.
//! 4. [`calibrate`] makes the sheet that shows where a printer puts all this.
//!
//! Baselines are what is placed: a reader that measures the paper measures letters, not boxes.

pub mod calibrate;
pub mod fit;
pub mod frame;
pub mod place;
#[cfg(test)]
mod tests;

use crate::diag::{Diagnostic, Place};
use crate::document::Meta;
use crate::document::certificate::{Certificate, Field};

use super::flow::{Block, Flow, PageSetup, Paragraph, Section, Style};
use super::glyphs;
use super::style::StyleId;
use crate::units::{HalfPoints, Mm};
use fit::Overflow;
use place::{Layout, Slot};

/// Margins, which hold nothing but the empty paragraph that ends the page; Word warns of less.
const MARGIN: Mm = Mm(10.0);

/// Lays out a certificate; no flow if a text does not fit or cannot be drawn.
///
/// `place_of` tells where the text of a field comes from, `find_char` where the user's material
/// holds a character.
pub fn apply(
    certificate: &Certificate,
    layout: &Layout,
    place_of: &dyn Fn(&str) -> Place,
    find_char: &dyn Fn(char) -> Place,
) -> (Option<Flow>, Vec<Diagnostic>) {
    let mut findings = Vec::new();
    let mut blocks = Vec::new();
    for slot in layout.slots.iter().filter(|slot| !slot.preprinted) {
        let Some(field) = field(certificate, slot) else {
            continue;
        };
        match fit::fit(slot, &field.lines) {
            Ok(fitted) => {
                let frames = frame::text(slot, &fitted, &layout.printer);
                blocks.extend(frames.into_iter().map(Block::Frame));
            }
            Err(overflow) => findings.push(too_long(slot, field, &overflow, place_of(&slot.name))),
        }
    }
    let flow = flow(certificate.meta.clone(), layout, blocks);
    findings.extend(glyphs::check(&flow, find_char));
    (findings.is_empty().then_some(flow), findings)
}

/// The text of a slot, if the certificate has one.
fn field<'a>(certificate: &'a Certificate, slot: &Slot) -> Option<&'a Field> {
    let mut fields = certificate.fields.iter();
    fields.find(|field| field.name == slot.name && !field.lines.is_empty())
}

/// A page of frames.
pub(super) fn flow(meta: Meta, layout: &Layout, mut blocks: Vec<Block>) -> Flow {
    blocks.push(Block::Paragraph(frame::end()));
    Flow {
        meta,
        styles: styles(layout),
        sections: vec![Section {
            page: PageSetup {
                width: layout.width.to_twips(),
                height: layout.height.to_twips(),
                landscape: layout.width > layout.height,
                top: MARGIN.to_twips(),
                bottom: MARGIN.to_twips(),
                left: MARGIN.to_twips(),
                right: MARGIN.to_twips(),
                header: MARGIN.to_twips(),
                footer: MARGIN.to_twips(),
                upside_down: layout.printer.upside_down,
            },
            header: Paragraph {
                style: StyleId::PageNumber,
                ..frame::end()
            },
            first_header: Vec::new(),
            first_footer: Vec::new(),
            blocks,
        }],
    }
}

/// The styles of a layout: each as its first slot looks, and those that every DOCX needs.
fn styles(layout: &Layout) -> Vec<Style> {
    let plain = [
        (StyleId::Body, HalfPoints::points(14)),
        (StyleId::Placed, HalfPoints::points(8)),
        (StyleId::Rule, HalfPoints::points(1)),
        (StyleId::AfterTable, HalfPoints::points(1)),
        (StyleId::PageNumber, HalfPoints::points(14)),
    ];
    let mut styles: Vec<Style> = Vec::new();
    for slot in &layout.slots {
        if !styles.iter().any(|style| style.id == slot.style) {
            styles.push(frame::style(slot));
        }
    }
    for (id, size) in plain {
        if !styles.iter().any(|style| style.id == id) {
            styles.push(frame::plain_style(id, size));
        }
    }
    styles
}

fn too_long(slot: &Slot, field: &Field, overflow: &Overflow, place: Place) -> Diagnostic {
    let text = field.lines.join(" / ");
    let (name, size) = (&slot.name, slot.smallest.to_pt().0);
    let why = match overflow.lines {
        Some(lines) => format!(
            "cần {lines} dòng, chỉ có {}",
            slot.most_lines_at(slot.smallest)
        ),
        None => format!(
            "có đoạn liền rộng {:.0} mm, chỗ chỉ rộng {:.0} mm",
            overflow.width.0, slot.width.0
        ),
    };
    let message = format!("“{text}” không vừa trường {name}: ở cỡ chữ nhỏ nhất {size} vẫn {why}");
    Diagnostic::error("khong-vua-khung", place, message).hint(format!(
        "viết ngắn lại, hoặc trong tệp mẫu giấy khen nới rong, giảm co_nho_nhat, tăng so_dong \
         hoặc cao của trường {name}"
    ))
}
