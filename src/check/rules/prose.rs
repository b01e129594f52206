//! Runs the rules on words over the running text, each paragraph taken apart once.

use crate::check::facts::{ParagraphId, Span};
use crate::check::finding::{Finding, Notes, Spot};
use crate::check::words::{Slip, Words};

use super::reading::Reading;
use super::{Judged, Rule, Sureness};

/// A rule on words with its check.
pub(super) type WordRule = (&'static Rule, fn(&Words<'_>) -> Vec<Judged>);

/// What the rules find in every paragraph of running text. The same slip in another place is counted,
/// not told again.
pub(super) fn judge(reading: &Reading<'_>, rules: &[WordRule], findings: &mut Vec<Finding>) {
    let mut own = Vec::new();
    for (id, text) in reading.prose() {
        if text.trim().is_empty() {
            continue;
        }
        let words = Words::new(&text);
        for (rule, check) in rules {
            for (slip, sureness) in check(&words) {
                note(reading, id, &text, (slip, sureness), (rule, &mut own));
            }
        }
    }
    findings.append(&mut own);
}

fn note(
    reading: &Reading<'_>,
    id: ParagraphId,
    text: &str,
    (slip, sureness): Judged,
    (rule, own): (&'static Rule, &mut Vec<Finding>),
) {
    let there = format!("“{}”", text.get(slip.range.clone()).unwrap_or(""));
    let asked = format!("“{}”", slip.wanted);
    let known = own.iter_mut().find(|finding| {
        std::ptr::eq(finding.rule, rule) && finding.there == there && finding.asked == asked
    });
    if let Some(known) = known {
        known.others += 1;
        return;
    }
    let mut notes = Notes::new(rule, own);
    let finding = notes.add(spot(reading, id, text, &slip), there, asked);
    match sureness {
        Sureness::Sure => {}
        Sureness::Look(why) => {
            finding.ask(why);
        }
    }
}

/// The stretch in the paragraph, if its text is in NFC and the bytes are those of the file.
fn spot(reading: &Reading<'_>, id: ParagraphId, text: &str, slip: &Slip) -> Spot {
    if reading.facts[id].text == text {
        Spot::Words(Span {
            paragraph: id,
            range: slip.range.clone(),
        })
    } else {
        Spot::Paragraph(id)
    }
}
