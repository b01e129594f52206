//! What stands around the tables: agency and national name, place and date, title; at the foot who
//! made the list and who signs it. As on the paper: two halves side by side.

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
    halves(sheet, &left, &right)?;
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

/// Who made the list on the left, who signs it on the right.
pub(super) fn foot(sheet: &mut Sheet<'_>, document: &Document) -> Result<()> {
    sheet.row += 1;
    let bold = format::centred().set_bold();
    let authority = |signature: &Signature| -> Vec<String> {
        let lines = signature.lines.iter();
        lines.map(|line| line.printed()).collect()
    };
    let made = document.preparer.as_ref();
    let left = made.map(authority).unwrap_or_default();
    let right = authority(&document.signature);
    let in_bold = |lines: Vec<String>| lines.into_iter().map(|line| (line, &bold)).collect();
    let (left, right): (Vec<_>, Vec<_>) = (in_bold(left), in_bold(right));
    halves(sheet, &left, &right)?;
    sheet.row += TO_SIGN;
    let name = |signature: &Signature| signature.name.clone();
    let left = made.and_then(name).into_iter().map(|name| (name, &bold));
    let right = name(&document.signature)
        .into_iter()
        .map(|name| (name, &bold));
    halves(sheet, &left.collect::<Vec<_>>(), &right.collect::<Vec<_>>())
}

/// Lines side by side; one below the other on a sheet of one column.
fn halves(
    sheet: &mut Sheet<'_>,
    left: &[(String, &Format)],
    right: &[(String, &Format)],
) -> Result<()> {
    let last = sheet.columns.last();
    let Some(middle) = sheet.columns.middle() else {
        for (text, format) in left.iter().chain(right) {
            sheet.wide(text, (0, last), format)?;
            sheet.row += 1;
        }
        return Ok(());
    };
    for index in 0..left.len().max(right.len()) {
        if let Some((text, format)) = left.get(index) {
            sheet.wide(text, (0, middle - 1), format)?;
        }
        if let Some((text, format)) = right.get(index) {
            sheet.wide(text, (middle, last), format)?;
        }
        sheet.row += 1;
    }
    Ok(())
}
