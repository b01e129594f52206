//! Tên loại, trích yếu, Kính gửi and căn cứ (Phụ lục I, phần I, mục II.5, II.6.a, II.9).

use crate::document::Document;
use crate::document::inline::Inlines;
use crate::fonts::{Face, width};
use crate::units::{HalfPoints, Pt, Twips};

use super::balance::{balanced, widest};
use super::figures::figure;
use super::flow::{Paragraph, RunContent};
use super::rule::{centred, partial_length};
use super::sheet::Sheet;
use super::style::StyleId;

/// Above the type name.
const ABOVE_TITLE: Pt = Pt(18.0);
/// Under the rule of the title.
const BELOW_TITLE: Pt = Pt(6.0);
/// Above and under the lines that name who decides and that it is decided.
const AROUND_ORDER: Pt = Pt(12.0);
/// Room beyond the measured lines of a centred title, against the rounding of word processors.
const SLACK: Pt = Pt(3.0);
/// `Kính gửi:` from the margin, and the dashes under it (Mẫu 1.5).
const ADDRESSEE: Twips = Twips(1982);
const ADDRESSEE_ITEM: Twips = Twips(2552);

/// Type name, subject and rule; nothing for a công văn, whose subject is in the letterhead.
pub fn title(sheet: &Sheet, document: &Document, column: Twips) -> Vec<Paragraph> {
    let Some(heading) = document.kind.heading() else {
        return Vec::new();
    };
    let mut name = sheet.plain(StyleId::TypeName, &heading);
    name.format.before = ABOVE_TITLE.to_twips();
    let mut paragraphs = vec![name];
    if document.subject.is_empty() {
        return paragraphs;
    }
    let size = sheet.size(StyleId::Subject);
    let (subject, lines) = centred_title(sheet, StyleId::Subject, &document.subject, column);
    // A word longer than the column is broken only on the page; no printed line is longer than that.
    let length = partial_length(Face::Bold, size, &lines).min(column / 2);
    let mut rule = centred(sheet, column, length);
    rule.format.after = BELOW_TITLE.to_twips();
    rule.format.keep_next = true;
    paragraphs.push(subject);
    paragraphs.push(rule);
    paragraphs
}

/// A centred title, indented on both sides so that its lines are nearly even; also gives the
/// lines.
pub fn centred_title(
    sheet: &Sheet,
    style: StyleId,
    title: &Inlines,
    column: Twips,
) -> (Paragraph, Vec<String>) {
    let (face, size) = (figure(style).face, sheet.size(style));
    let mut paragraph = sheet.inlines(style, title);
    let text: String = paragraph_text(&paragraph);
    let lines = balanced(face, size, &text, column.to_pt()).unwrap_or_else(|| vec![text]);
    if lines.len() > 1 {
        let spare = column.to_pt() - widest(face, size, &lines) - SLACK;
        let side = (spare / 2.0).max(Pt(0.0)).to_twips();
        paragraph.format.left = side;
        paragraph.format.right = side;
    }
    (paragraph, lines)
}

fn paragraph_text(paragraph: &Paragraph) -> String {
    paragraph
        .runs
        .iter()
        .map(|run| match &run.content {
            RunContent::Text(text) => text.as_str(),
            RunContent::LineBreak => " ",
            RunContent::PageNumber => "",
        })
        .collect()
}

/// Kính gửi: one addressee on the same line; several each on a line, `- …;`, the last with `.`,
/// their dashes aligned (mục II.9.d).
pub fn addressees(sheet: &Sheet, addressees: &[Inlines]) -> Vec<Paragraph> {
    let size = sheet.size(StyleId::Addressee);
    match addressees {
        [] => Vec::new(),
        [one] => {
            let mut words = Inlines::plain("Kính gửi: ");
            words.0.extend(one.0.iter().cloned());
            vec![hanging(
                sheet.inlines(StyleId::Addressee, &words),
                ADDRESSEE,
                "Kính gửi: ",
                size,
            )]
        }
        several => {
            let mut paragraphs = vec![hanging(
                sheet.plain(StyleId::Addressee, "Kính gửi:"),
                ADDRESSEE,
                "",
                size,
            )];
            for (index, addressee) in several.iter().enumerate() {
                let mut words = Inlines::plain("- ");
                words.0.extend(addressee.0.iter().cloned());
                words.push_str(if index + 1 == several.len() { "." } else { ";" });
                let paragraph = sheet.inlines(StyleId::AddresseeItem, &words);
                paragraphs.push(hanging(paragraph, ADDRESSEE_ITEM, "- ", size));
            }
            paragraphs
        }
    }
}

/// Who decides, above the căn cứ (Mẫu 1.1-1.3).
pub fn issuer(sheet: &Sheet, document: &Document, column: Twips) -> Option<Paragraph> {
    let enactment = document.enactment.as_ref()?;
    let (mut issuer, _) = centred_title(sheet, StyleId::Issuer, &enactment.issuer, column);
    issuer.format.before = AROUND_ORDER.to_twips();
    issuer.format.after = AROUND_ORDER.to_twips();
    Some(issuer)
}

/// `QUYẾT ĐỊNH:` between the căn cứ and what is decided.
pub fn order(sheet: &Sheet, document: &Document) -> Option<Paragraph> {
    let enactment = document.enactment.as_ref()?;
    let mut order = sheet.plain(StyleId::Enacting, enactment.order);
    order.format.before = AROUND_ORDER.to_twips();
    order.format.after = AROUND_ORDER.to_twips();
    Some(order)
}

/// Căn cứ lines, italic.
pub fn bases(sheet: &Sheet, bases: &[Inlines]) -> Vec<Paragraph> {
    bases
        .iter()
        .map(|basis| sheet.inlines(StyleId::Basis, basis))
        .collect()
}

/// Later lines stand under the text behind `lead`.
pub fn hanging(mut paragraph: Paragraph, left: Twips, lead: &str, size: HalfPoints) -> Paragraph {
    let hang = width(Face::Regular, size, lead).to_twips();
    paragraph.format.left = left + hang;
    paragraph.format.first_line = -hang;
    paragraph
}
