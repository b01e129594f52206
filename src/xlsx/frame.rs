//! What stands around the tables: agency and national name, place and date, title; at the foot
//! those who sign. As on the paper: side by side.

use anyhow::Result;
use rust_xlsxwriter::Format;

use crate::document::Document;
use crate::document::letterhead::{MOTTO, NATIONAL_NAME};
use crate::document::signature::Signature;

use super::{Sheet, format};

/// Rows for a signature by hand.
const TO_SIGN: u32 = 4;

/// The heads and an empty row below them.
pub(super) fn head(sheet: &mut Sheet<'_>, document: &Document) -> Result<()> {
    let bold = format::centred().set_bold();
    let plain = format::centred();
    let letterhead = &document.letterhead;
    let parent = letterhead
        .parent
        .iter()
        .map(|name| (name.to_uppercase(), &plain));
    let agency = letterhead
        .agency
        .iter()
        .map(|name| (name.to_uppercase(), &bold));
    let left: Vec<(String, &Format)> = parent.chain(agency).collect();
    let italic = format::centred().set_italic();
    let right = vec![
        (NATIONAL_NAME.to_string(), &bold),
        (MOTTO.to_string(), &bold),
        (letterhead.place_date_line(), &italic),
    ];
    side_by_side(sheet, &[left, right])?;
    sheet.row += 1;
    let heading = document.kind.heading().unwrap_or_default();
    for title in [heading, document.subject.to_plain()] {
        if !title.is_empty() {
            let last = sheet.columns.last();
            sheet.wide(&title, (0, last), &bold)?;
            sheet.row += 1;
        }
    }
    sheet.row += 1;
    Ok(())
}

/// Those who sign, beside each other; who signs for the paper stands on the right.
pub(super) fn foot(sheet: &mut Sheet<'_>, document: &Document) -> Result<()> {
    sheet.row += 1;
    let bold = format::centred().set_bold();
    let mut signatures: Vec<&Signature> = document.co_signers.iter().collect();
    signatures.push(&document.signature);
    let authorities = signatures.iter().map(|signature| {
        let lines = signature.lines.iter();
        lines.map(|line| (line.printed(), &bold)).collect()
    });
    let mut authorities: Vec<Vec<(String, &Format)>> = authorities.collect();
    let names = signatures.iter().map(|signature| {
        let name = signature.name.clone();
        name.into_iter().map(|name| (name, &bold)).collect()
    });
    let mut names: Vec<Vec<(String, &Format)>> = names.collect();
    if signatures.len() == 1 {
        authorities.insert(0, Vec::new());
        names.insert(0, Vec::new());
    }
    side_by_side(sheet, &authorities)?;
    sheet.row += TO_SIGN;
    side_by_side(sheet, &names)
}

/// Blocks of lines side by side; one below the other on a sheet of too few columns.
fn side_by_side(sheet: &mut Sheet<'_>, blocks: &[Vec<(String, &Format)>]) -> Result<()> {
    let Some(parts) = sheet.columns.parts(u16::try_from(blocks.len())?) else {
        let last = sheet.columns.last();
        for (text, format) in blocks.iter().flatten() {
            sheet.wide(text, (0, last), format)?;
            sheet.row += 1;
        }
        return Ok(());
    };
    let rows = blocks.iter().map(Vec::len).max().unwrap_or(0);
    for row in 0..rows {
        for (block, part) in blocks.iter().zip(&parts) {
            if let Some((text, format)) = block.get(row) {
                sheet.wide(text, *part, format)?;
            }
        }
        sheet.row += 1;
    }
    Ok(())
}
