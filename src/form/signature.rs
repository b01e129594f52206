//! Nơi nhận beside the signature: one table row, so that the first lines stand level and nothing
//! parts them (Phụ lục I, phần I, mục II.7, II.9).

use crate::document::inline::Inlines;
use crate::document::signature::Signature;
use crate::document::{Document, Recipients};
use crate::fonts::{self, Face};
use crate::units::{Mm, Pt, Twips};

use super::balance::balanced;
use super::flow::{
    Cell, CellMargins, Field, FieldPurpose, LineSpacing, Paragraph, Row, Table, TablePurpose,
    VerticalAlign,
};
use super::grid::settled;
use super::sheet::Sheet;
use super::style::StyleId;
use super::title::hanging;

/// Share of the width that Nơi nhận takes; the Mẫu have 51-69 mm of 160.
const LEFT_SHARE: f64 = 0.44;
/// Between the two halves.
const GUTTER: Twips = Twips(113);
/// Width of the image of a signature; a third of it lies under the seal.
const SIGNATURE_WIDTH: Mm = Mm(45.0);
/// Diameter of a seal.
const SEAL: Mm = Mm(36.0);

/// The table at the foot: Nơi nhận or those who sign a list, then the signer.
pub fn signature(sheet: &Sheet, document: &Document, column: Twips) -> Table {
    let columns = settled(&columns(document, column));
    let right = columns.last().copied().unwrap_or(column);
    let mut cells: Vec<Cell> = match &document.recipients {
        Some(found) => vec![cell(recipients(sheet, found))],
        None => document
            .co_signers
            .iter()
            .zip(&columns)
            .map(|(co_signer, width)| cell(signer(sheet, co_signer, *width)))
            .collect(),
    };
    if cells.is_empty() {
        cells.push(cell(vec![sheet.empty(StyleId::AfterTable)]));
    }
    cells.push(cell(signer(sheet, &document.signature, right)));
    Table {
        purpose: TablePurpose::Signature,
        columns,
        left: Twips(0),
        grid: None,
        cell_margins: CellMargins::default(),
        rows: vec![Row {
            header: false,
            cells,
        }],
    }
}

/// The halves of the foot; several who sign beside the signer share it evenly with the signer.
fn columns(document: &Document, column: Twips) -> Vec<Twips> {
    let beside = match document.recipients {
        Some(_) => 1,
        None => document.co_signers.len().max(1),
    };
    let left = match beside {
        1 => Twips((f64::from(column.0) * LEFT_SHARE).round() as i32),
        several => column / (several as i32 + 1),
    };
    let mut columns = vec![left; beside];
    columns.push(column - left * beside as i32);
    columns
}

/// `Nơi nhận:`, its lines, and `- Lưu: VT, ….` (mục II.9.d).
fn recipients(sheet: &Sheet, recipients: &Recipients) -> Vec<Paragraph> {
    let head = match &recipients.note {
        Some(note) => format!("Nơi nhận ({note}):"),
        None => "Nơi nhận:".to_string(),
    };
    let mut paragraphs = vec![sheet.plain(StyleId::Recipients, &head)];
    for line in &recipients.lines {
        let mut line = line.clone();
        line.push_str(";");
        paragraphs.push(recipient(sheet, line));
    }
    let archive = Inlines::plain(format!("Lưu: {}.", recipients.archive));
    paragraphs.push(recipient(sheet, archive));
    paragraphs
}

/// A line behind its dash, which is a run of its own.
fn recipient(sheet: &Sheet, line: Inlines) -> Paragraph {
    let mut words = Inlines::plain("- ");
    words.0.extend(line.0);
    let mut paragraph = hanging(
        sheet.inlines(StyleId::Recipient, &words),
        Twips(0),
        "- ",
        sheet.size(StyleId::Recipient),
    );
    paragraph.format.right = GUTTER;
    paragraph
}

/// Authority and post, room for the signature, post in the host body, name.
fn signer(sheet: &Sheet, signature: &Signature, column: Twips) -> Vec<Paragraph> {
    let size = sheet.size(StyleId::Authority);
    let mut paragraphs = Vec::new();
    for line in &signature.lines {
        let printed = line.printed();
        let lines = balanced(Face::Bold, size, &printed, column.to_pt() - Pt(2.0))
            .unwrap_or_else(|| vec![printed]);
        for text in lines {
            paragraphs.push(sheet.plain(StyleId::Authority, &text));
        }
    }
    paragraphs.push(gap(sheet, signature.digital, column));
    if let Some(post) = &signature.host_post {
        paragraphs.push(sheet.plain(StyleId::Authority, post));
    }
    if let Some(name) = &signature.name {
        paragraphs.push(sheet.plain(StyleId::SignerName, name));
    }
    paragraphs
}

/// Room for the signature. A digital one is centred between post and name (mục II.7.d); the
/// agency's covers about a third of it from the left, as large as the seal (mục II.8).
fn gap(sheet: &Sheet, digital: bool, column: Twips) -> Paragraph {
    let mut paragraph = sheet.empty(StyleId::SignatureGap);
    if !digital {
        return paragraph;
    }
    let height = match paragraph.format.line {
        LineSpacing::Exactly(height) => height,
        LineSpacing::Multiple(_) => {
            fonts::line_height(sheet.size(StyleId::SignatureGap)).to_twips()
        }
    };
    let (width, seal) = (SIGNATURE_WIDTH.to_twips(), SEAL.to_twips());
    let left = (column - width) / 2;
    paragraph.fields = vec![
        Field {
            purpose: FieldPurpose::Signer,
            left,
            top: Twips(0),
            width,
            height,
        },
        Field {
            purpose: FieldPurpose::Seal,
            left: left + width / 3 - seal,
            top: (height - seal) / 2,
            width: seal,
            height: seal,
        },
    ];
    paragraph
}

fn cell(paragraphs: Vec<Paragraph>) -> Cell {
    Cell {
        span: 1,
        align: VerticalAlign::Top,
        paragraphs,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::choices::{Choices, Pairing};

    fn sheet() -> Sheet {
        Sheet {
            choices: Choices::default(),
            pairing: Pairing::Large,
        }
    }

    #[test]
    fn the_seal_covers_a_third_of_the_signature_from_the_left() {
        let column = Twips(5080);
        let plain = gap(&sheet(), false, column);
        let mut digital = gap(&sheet(), true, column);
        let [signer, seal] = digital.fields[..] else {
            panic!("two fields")
        };
        assert_eq!(signer.purpose, FieldPurpose::Signer);
        let right = column - signer.left - signer.width;
        assert!((signer.left - right).0.abs() <= 1, "centred");
        assert_eq!(LineSpacing::Exactly(signer.height), plain.format.line);
        let covered = seal.left + seal.width - signer.left;
        assert_eq!(covered, signer.width / 3);
        assert!(seal.left.0 >= 0, "inside the column");
        let middle = seal.top + seal.height / 2;
        assert!((middle - signer.height / 2).0.abs() <= 1);
        digital.fields.clear();
        assert_eq!(digital.format, plain.format, "nothing moves");
    }
}
