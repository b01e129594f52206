//! Other letters in place of a stretch, and runs in pieces: only where the runs of the file hold just
//! these letters, tabs and breaks.

use std::ops::Range;

use quick_xml::escape::{escape, unescape};

use super::element::{Element, name_of, prefix};
use super::find;
use crate::check::facts::{Facts, Place, Run, RunKind, Span};

/// What prints of a run: a `w:t`, a tab, a break.
struct Printed {
    /// Bytes in the run's element.
    range: Range<usize>,
    /// Its name with the prefix, for a `w:t`.
    text: Option<String>,
    /// The letters.
    letters: String,
}

/// The `w:t` elements that change, with their new bytes. Nothing if any of it is not safe.
pub(super) fn replacements(facts: &Facts, span: &Span, new: &str) -> Vec<(Place, String)> {
    wanted(facts, span, new).unwrap_or_default()
}

fn wanted(facts: &Facts, span: &Span, new: &str) -> Option<Vec<(Place, String)>> {
    let paragraph = &facts[span.paragraph];
    let mut replaced = Vec::new();
    // The first stretch takes the new letters, the others lose theirs.
    let mut rest = Some(new);
    for (run, shared) in paragraph.runs_in(span.range.clone()) {
        if run.kind != RunKind::Typed {
            return None;
        }
        let mut at = run.range.start;
        for printed in printed(facts, run, paragraph.words(run))? {
            let (start, end) = (at, at + printed.letters.len());
            at = end;
            let own = start.max(shared.start)..end.min(shared.end);
            if own.is_empty() {
                continue;
            }
            let name = printed.text.as_ref()?;
            let mut letters = printed.letters;
            letters.replace_range(
                own.start - start..own.end - start,
                rest.take().unwrap_or(""),
            );
            let from = run.place.range.start;
            let place = Place {
                part: run.place.part,
                range: from + printed.range.start..from + printed.range.end,
            };
            replaced.push((place, text(name, &letters)));
        }
    }
    Some(replaced)
}

/// A `w:t`.
fn text(name: &str, letters: &str) -> String {
    let letters = escape(letters);
    format!("<{name} xml:space=\"preserve\">{letters}</{name}>")
}

/// Every run of a paragraph, and its properties.
pub(super) fn runs(facts: &Facts, paragraph: &Place) -> Option<Vec<(Place, Option<Place>)>> {
    let xml = std::str::from_utf8(facts.xml(paragraph)).ok()?;
    let start = paragraph.range.start;
    let place = |range: Range<usize>| Place {
        part: paragraph.part,
        range: start + range.start..start + range.end,
    };
    let mut runs = Vec::new();
    for run in find::elements(xml, "r")? {
        let own = find::elements(&xml[run.clone()], "rPr")?;
        let own = own
            .first()
            .map(|own| run.start + own.start..run.start + own.end);
        runs.push((place(run), own.map(place)));
    }
    Some(runs)
}

/// A run in pieces: each its own `w:r` with the properties of the run, those of `own` (bytes of the run's
/// text) changed by `change`. Nothing if the run holds more than letters, tabs and breaks.
pub(super) fn split(
    facts: &Facts,
    (run, words): (&Run, &str),
    own: Range<usize>,
    change: impl FnOnce(&mut Element),
) -> Option<(Place, String)> {
    let all = printed(facts, run, words)?;
    let xml = std::str::from_utf8(facts.xml(&run.place)).ok()?;
    let tag = name_of(xml)?;
    let open = &xml[..=xml.find('>')?];
    let properties = match &run.properties {
        Some(place) => Element::new(facts.xml(place))?,
        None => Element::empty(&format!("{}rPr", prefix(tag))),
    };
    let mut changed = properties.clone();
    change(&mut changed);
    let (plain, changed) = (properties.into_text(), changed.into_text());
    let pieces = [
        (0..own.start, &plain),
        (own.clone(), &changed),
        (own.end..words.len(), &plain),
    ];
    let mut whole = String::new();
    for (range, properties) in pieces {
        let content = cut(xml, &all, range)?;
        if !content.is_empty() {
            whole.push_str(&format!("{open}{properties}{content}</{tag}>"));
        }
    }
    Some((run.place.clone(), whole))
}

/// What prints of a run in a stretch of its text.
fn cut(xml: &str, all: &[Printed], wanted: Range<usize>) -> Option<String> {
    let mut content = String::new();
    let mut at = 0;
    for printed in all {
        let (start, end) = (at, at + printed.letters.len());
        at = end;
        let own = start.max(wanted.start)..end.min(wanted.end);
        match &printed.text {
            Some(name) if !own.is_empty() => {
                let letters = printed.letters.get(own.start - start..own.end - start)?;
                content.push_str(&text(name, letters));
            }
            None if start == end && wanted.contains(&start) || !own.is_empty() => {
                content.push_str(&xml[printed.range.clone()]);
            }
            Some(_) | None => {}
        }
    }
    Some(content)
}

/// What prints of a run in order, if that is all that it holds, and just these words.
fn printed(facts: &Facts, run: &Run, words: &str) -> Option<Vec<Printed>> {
    let xml = std::str::from_utf8(facts.xml(&run.place)).ok()?;
    let mut all = Vec::new();
    for (name, range) in Element::new(xml.as_bytes())?.children() {
        let own = &xml[range.clone()];
        let letters = match name.rsplit(':').next().unwrap_or("") {
            "rPr" => continue,
            "t" => unescape(inner(own)).ok()?.into_owned(),
            "tab" | "ptab" => "\t".to_string(),
            "br" => break_of(own).to_string(),
            "cr" => "\n".to_string(),
            "noBreakHyphen" => "\u{2011}".to_string(),
            // What Word leaves behind from its last layout prints nothing.
            "lastRenderedPageBreak" | "softHyphen" => String::new(),
            _ => return None,
        };
        let text = (name.rsplit(':').next() == Some("t")).then_some(name);
        all.push(Printed {
            range,
            text,
            letters,
        });
    }
    let whole: String = all.iter().map(|printed| printed.letters.as_str()).collect();
    (whole == words).then_some(all)
}

/// The letter that a `w:br` is read as.
fn break_of(xml: &str) -> &'static str {
    let kind = xml.split_once("type=").map(|(_, rest)| rest);
    let is = |word: &str| {
        kind.is_some_and(|kind| kind.get(1..).is_some_and(|kind| kind.starts_with(word)))
    };
    if is("page") {
        "\u{c}"
    } else if is("column") {
        "\u{b}"
    } else {
        "\n"
    }
}

/// What stands between the tags of an element.
fn inner(xml: &str) -> &str {
    let start = xml.find('>').map_or(xml.len(), |at| at + 1);
    let end = xml.rfind("</").unwrap_or(xml.len());
    xml.get(start..end).unwrap_or("")
}
