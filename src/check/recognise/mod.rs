//! Finds the Decree's components among the facts.
//!
//! 1. `line` cuts the text into lines, with the words to compare (`key`); `papers` tells where a file holds
//!    more than one.
//! 2. `head` finds the letterhead by its fixed formulas (`pattern`) as far as it reaches (`extent`), and
//!    tells parent and agency apart (`agency`); `title` finds type and subject, `addressees` those addressed.
//! 3. `foot` finds `Nơi nhận:` (`recipients`) and the signatures (`block`, `signer`); `annex` what follows.
//! 4. What lies between is the text: `body`.
//! 5. `margin` looks into headers and footers, `marks` for marks, `regime` tells what kind of paper it is.
//!
//! Nothing is judged: a line is known by what it means to be, however it was typed.

mod addressees;
mod agency;
mod annex;
mod block;
mod body;
mod extent;
mod foot;
mod head;
mod key;
mod line;
mod margin;
mod marks;
mod papers;
mod pattern;
mod recipients;
mod regime;
mod rule_line;
mod scene;
mod signer;
#[cfg(test)]
mod tests;
mod title;

use super::facts::{Facts, SectionId};
use super::paper::{Paper, Papers};

use self::scene::Scene;

/// Papers of one file that are looked into; a mail merge has hundreds, all alike.
const MOST_PAPERS: usize = 20;

/// The first paper of the facts. Costs time in proportion to the length of the file.
pub fn recognise(facts: &Facts) -> Paper {
    recognise_all(facts).first
}

/// All papers of the facts: almost always one.
pub fn recognise_all(facts: &Facts) -> Papers {
    let mut whole = Scene::new(facts, line::lines(facts));
    let extents = papers::extents(&whole);
    let more = extents.len().saturating_sub(MOST_PAPERS);
    let others = extents.iter().skip(1).take(MOST_PAPERS - 1);
    let others = others.map(|extent| {
        let lines = whole.lines[extent.clone()].to_vec();
        paper(&mut Scene::new(facts, lines))
    });
    let others: Vec<Paper> = others.collect();
    let end = extents.first().map_or(whole.lines.len(), |first| first.end);
    whole.lines.truncate(end);
    let mut first = paper(&mut whole);
    first.sections.0 = SectionId(0);
    if others.is_empty() {
        first.sections.1 = SectionId(facts.sections.len().saturating_sub(1));
    }
    Papers {
        first,
        others,
        more,
    }
}

/// First and last section of the lines of a scene.
fn sections(scene: &Scene<'_>) -> (SectionId, SectionId) {
    let section = |line: &line::Line| scene.facts[line.paragraph()].section;
    let first = scene.lines.first().map_or(SectionId(0), section);
    let last = scene.lines.last().map_or(first, section);
    (first, last)
}

/// The paper that the lines of a scene are.
fn paper(scene: &mut Scene<'_>) -> Paper {
    let marks = marks::find(scene);
    let head = head::find(scene);
    // Annexes stand behind the foot; only a paper without one has them right behind its text.
    let named = foot::label(scene, head.end);
    let stop = annex::first(scene, named.unwrap_or(head.end));
    let heading = title::find(scene, head.end, stop);
    let (addressees, start) = addressees::find(scene, heading.end, stop);
    let foot = foot::find(scene, start, stop);
    let text = body::find(scene, start..foot.lines.start.max(start));
    let (annexes, attached) = annex::find(scene, foot.lines.end.max(start));
    let page_number = margin::page_number(scene);
    let contact = margin::contact(scene);
    margin::mark_rest(scene);
    let told = regime::tell(scene, &head, &heading, addressees.is_some());
    let mut title = heading.title;
    title.letter_subject = head.subject;
    Paper {
        regime: told.regime,
        kind: told.kind,
        letterhead: head.letterhead,
        marks,
        title,
        addressees,
        issuer: text.issuer,
        bases: text.bases,
        enacting: text.enacting,
        body: text.lines,
        recipients: foot.recipients,
        signatures: foot.signatures,
        contact,
        page_number,
        annexes,
        sections: sections(scene),
        attached,
        roles: std::mem::take(&mut scene.roles),
    }
}
