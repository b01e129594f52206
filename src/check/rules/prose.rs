//! Runs the rules on words over the running text, each paragraph taken apart once.

use std::collections::BTreeMap;

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
    let mut known: BTreeMap<(&'static str, String), usize> = BTreeMap::new();
    for (id, text) in reading.prose() {
        if text.trim().is_empty() {
            continue;
        }
        let words = Words::new(&text);
        for (rule, check) in rules {
            for (slip, sureness) in check(&words) {
                let written = words.text[slip.range.clone()].to_string();
                let at = *known.entry((rule.code, written)).or_insert(findings.len());
                match findings.get_mut(at) {
                    Some(finding) => finding.others += 1,
                    None => note(
                        reading,
                        (id, &words),
                        (slip, sureness),
                        &mut Notes::new(rule, findings),
                    ),
                }
            }
        }
    }
}

fn note(
    reading: &Reading<'_>,
    (id, words): (ParagraphId, &Words<'_>),
    (slip, sureness): Judged,
    notes: &mut Notes<'_>,
) {
    let asked = match slip.wanted.as_str() {
        "" => notes.asks().to_string(),
        wanted => format!("“{wanted}”"),
    };
    let there = format!("“{}”", around(words, &slip));
    let finding = notes.add(spot(reading, id, words.text, &slip), there, asked);
    match sureness {
        Sureness::Sure => {}
        Sureness::Look(why) => {
            finding.ask(why);
        }
    }
}

/// A slip with a word or two around it, since a word alone says little.
fn around<'a>(words: &Words<'a>, slip: &Slip) -> &'a str {
    let before = words
        .words
        .iter()
        .rev()
        .filter(|word| word.end() <= slip.range.start)
        .nth(1);
    let behind = words.words.iter().find(|word| word.at >= slip.range.end);
    let from = before.map_or(0, |word| word.at);
    let to = behind.map_or(words.text.trim_end().len(), |word| word.end());
    words.text.get(from..to).unwrap_or("").trim()
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
