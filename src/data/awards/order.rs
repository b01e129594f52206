//! The order of the list and its numbers: parts, then title by rank, then protocol, name or the order
//! of the file. The only numbering there is.

use std::cmp::Reverse;

use crate::text::collate::Alphabet;

use super::super::law::kind::Subject;
use super::super::protocol;
use super::super::table_ref::Order;
use super::Award;
use super::settings::{Numbering, Settings};

/// Puts awards in order and numbers them, decision by decision.
pub(super) fn order(awards: &mut [Award], settings: &Settings) {
    let parts = settings.parts();
    let part = |award: &Award| parts.iter().position(|part| *part == award.subject);
    let rank = |award: &Award| Reverse(award.kind.rank);
    match (settings.order, Alphabet::vietnamese()) {
        (Order::File, _) | (Order::Name | Order::NameInGroup, None) => {
            awards.sort_by_cached_key(|award| (award.decision, part(award), award.row()));
        }
        (Order::Protocol, _) => awards.sort_by_cached_key(|award| {
            let (body, post) = awardee(award);
            let protocol = protocol::award_rank(body, post);
            (
                award.decision,
                part(award),
                rank(award),
                protocol,
                award.row(),
            )
        }),
        (Order::Name | Order::NameInGroup, Some(alphabet)) => awards.sort_by(|one, other| {
            let key = |award: &Award| (award.decision, part(award), rank(award));
            let name = |award: &Award| award.name.clone().unwrap_or_default();
            key(one)
                .cmp(&key(other))
                .then_with(|| alphabet.compare_people(&name(one), &name(other)))
        }),
    }
    number(awards, settings.numbering);
}

/// The words that tell an awardee's place: a collective's own name, a person's unit and post.
fn awardee(award: &Award) -> (&str, &str) {
    let (name, unit) = (award.name.as_deref(), award.unit.as_deref());
    match award.subject {
        Subject::Collective => (name.or(unit).unwrap_or(""), ""),
        Subject::Household => (unit.unwrap_or(""), ""),
        Subject::Person => (unit.unwrap_or(""), award.post.as_deref().unwrap_or("")),
    }
}

fn number(awards: &mut [Award], numbering: Numbering) {
    let mut last = None;
    let mut number = 0;
    for award in awards {
        let run = match numbering {
            Numbering::Through => (award.decision, None),
            Numbering::PerPart => (award.decision, Some(award.subject)),
        };
        number = if last == Some(run) { number + 1 } else { 1 };
        last = Some(run);
        award.number = number;
    }
}
