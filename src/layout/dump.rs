//! Pages as readable text, for tests and for a look at what was laid out.

use std::fmt::Write;

use crate::fonts::Face;
use crate::form::flow::{Color, FieldPurpose};
use crate::units::Pt;

use super::page::{FieldItem, Item, LineItem, Page, Pages, TextItem};

/// Writes every page with its items in millimetres, then the outline.
///
/// ```text
/// page 1  210.0 x 297.0 mm
///   text  x 95.0  y 22.0 mm  bold 13 pt  "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
///   line  x 112.4  y 34.1 mm  to x 160.2  y 34.1
/// outline
///   page 1  y 80.2 mm  KẾ HOẠCH
/// ```
pub fn dump(pages: &Pages) -> String {
    let mut out = String::new();
    for (index, page) in pages.pages.iter().enumerate() {
        // Writing to a String cannot fail.
        let _ = write_page(&mut out, index + 1, page);
    }
    if !pages.outline.is_empty() {
        out.push_str("outline\n");
    }
    for bookmark in &pages.outline {
        let indent = "  ".repeat(bookmark.depth + 1);
        let (page, y) = (bookmark.page + 1, mm(bookmark.y));
        let _ = writeln!(out, "{indent}page {page}  y {y} mm  {}", bookmark.title);
    }
    out
}

fn write_page(out: &mut String, number: usize, page: &Page) -> std::fmt::Result {
    let (width, height) = (mm(page.width), mm(page.height));
    let turned = if page.upside_down {
        "  upside down"
    } else {
        ""
    };
    writeln!(out, "page {number}  {width} x {height} mm{turned}")?;
    for item in &page.items {
        match item {
            Item::Text(text) => write_text(out, text)?,
            Item::Line(line) => write_line(out, line)?,
            Item::Field(field) => write_field(out, field)?,
        }
    }
    Ok(())
}

fn write_text(out: &mut String, text: &TextItem) -> std::fmt::Result {
    let face = match text.face {
        Face::Regular => "regular",
        Face::Bold => "bold",
        Face::Italic => "italic",
        Face::BoldItalic => "bold italic",
    };
    let (x, y, size) = (mm(text.x), mm(text.baseline), text.size.to_pt().0);
    write!(out, "  text  x {x}  y {y} mm  {face} {size} pt")?;
    match text.color {
        Color::Black => {}
        Color::Red => write!(out, " red")?,
        Color::Rgb { red, green, blue } => write!(out, " #{red:02X}{green:02X}{blue:02X}")?,
    }
    writeln!(out, "  \"{}\"", text.text)
}

fn write_line(out: &mut String, line: &LineItem) -> std::fmt::Result {
    let (x, y) = (mm(line.from.0), mm(line.from.1));
    let (to_x, to_y) = (mm(line.to.0), mm(line.to.1));
    writeln!(out, "  line  x {x}  y {y} mm  to x {to_x}  y {to_y}")
}

fn write_field(out: &mut String, field: &FieldItem) -> std::fmt::Result {
    let purpose = match field.purpose {
        FieldPurpose::Signer => "signer",
        FieldPurpose::Seal => "seal",
    };
    let (x, y) = (mm(field.place.0), mm(field.place.1));
    let (width, height) = (mm(field.width), mm(field.height));
    writeln!(
        out,
        "  field x {x}  y {y} mm  {width} x {height}  {purpose}"
    )
}

/// Tenths of a millimetre, never as `-0.0`.
fn mm(length: Pt) -> String {
    let tenths = (length.to_mm().0 * 10.0).round() + 0.0;
    format!("{:.1}", tenths / 10.0)
}
