//! Finds the Decree's components among the facts.
//!
//! 1. `line` cuts the text into lines, with the words to compare (`key`).
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
mod pattern;
mod recipients;
mod regime;
mod rule_line;
mod scene;
mod signer;
#[cfg(test)]
mod tests;
mod title;

use super::facts::Facts;
use super::paper::Paper;

use self::scene::Scene;

/// The paper that the facts are. Costs time in proportion to the length of the file.
pub fn recognise(facts: &Facts) -> Paper {
    let scene = &mut Scene::new(facts, line::lines(facts));
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
        attached,
        roles: std::mem::take(&mut scene.roles),
    }
}
