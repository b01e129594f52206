//! The order of the guests: as the file has them, by name, by name in each group, or by protocol;
//! and their numbers.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use crate::text::collate::{Alphabet, Tones};

use super::guests::Guest;
use super::protocol;
use super::table_ref::{Numbering, Order, Reading, ToneOrder};

/// Words that begin the name of a commune in the name of a unit.
const COMMUNES: [&str; 4] = [" xã ", " phường ", " thị trấn ", " đặc khu "];

/// The guests in the order that a dossier asks for, each with its position and number.
pub(super) fn ordered(mut guests: Vec<Guest>, reading: &Reading) -> Vec<Guest> {
    let tones = match reading.tones {
        ToneOrder::Dictionary => Tones::Dictionary,
        ToneOrder::School => Tones::School,
    };
    match (reading.order, Alphabet::with_tones(tones)) {
        (Order::File, _) | (Order::Name | Order::NameInGroup, None) => {}
        (Order::Name, Some(alphabet)) => {
            guests.sort_by(|one, other| by_name(&alphabet, one, other));
        }
        (Order::NameInGroup, Some(alphabet)) => {
            let groups = FirstSeen::of(guests.iter().map(group));
            guests.sort_by(|one, other| {
                let place = |guest: &Guest| groups.place(&group(guest));
                let in_group = place(one).cmp(&place(other));
                in_group.then_with(|| by_name(&alphabet, one, other))
            });
        }
        (Order::Protocol, _) => by_protocol(&mut guests),
    }
    number(&mut guests, reading.numbering);
    guests
}

fn by_name(alphabet: &Alphabet, one: &Guest, other: &Guest) -> Ordering {
    let (one, other) = (one.sorted_by(), other.sorted_by());
    let nameless = one.is_none().cmp(&other.is_none());
    let (one, other) = (one.unwrap_or(""), other.unwrap_or(""));
    nameless.then_with(|| alphabet.compare_people(one, other))
}

/// By level, group, commune, body and post. Groups are not mixed, nor are communes, which have an
/// order of their own in every district: that of the file.
fn by_protocol(guests: &mut [Guest]) {
    let groups = FirstSeen::of(guests.iter().map(group));
    let communes = Communes::of(guests);
    guests.sort_by_cached_key(|guest| {
        let words = [guest.group(), guest.unit(), guest.post()];
        let [own, unit, post] = words.map(Option::unwrap_or_default);
        let (level, body, post) = protocol::rank(own, unit, post);
        let group = groups.place(&group(guest));
        (level, group, communes.place(guest), body, post)
    });
}

/// Things in the order in which they first come.
struct FirstSeen<K>(BTreeMap<K, usize>);

impl<K: Ord> FirstSeen<K> {
    fn of(things: impl Iterator<Item = K>) -> FirstSeen<K> {
        let mut seen = BTreeMap::new();
        for thing in things {
            let next = seen.len();
            seen.entry(thing).or_insert(next);
        }
        FirstSeen(seen)
    }

    /// The place of a thing; those that never came stand last.
    fn place(&self, thing: &K) -> usize {
        self.0.get(thing).copied().unwrap_or(self.0.len())
    }
}

/// The communes that the units of each group name.
struct Communes(BTreeMap<Option<String>, FirstSeen<String>>);

impl Communes {
    fn of(guests: &[Guest]) -> Communes {
        let mut named: BTreeMap<Option<String>, Vec<String>> = BTreeMap::new();
        for guest in guests {
            let communes = named.entry(group(guest)).or_default();
            communes.extend(commune(guest));
        }
        let named = named.into_iter();
        Communes(
            named
                .map(|(group, communes)| (group, FirstSeen::of(communes.into_iter())))
                .collect(),
        )
    }

    /// The place of a guest's commune in its group; all have the same in a group of one commune,
    /// whose name some units leave out.
    fn place(&self, guest: &Guest) -> usize {
        match (self.0.get(&group(guest)), commune(guest)) {
            (Some(communes), commune) if communes.0.len() > 1 => {
                commune.map_or(communes.0.len(), |commune| communes.place(&commune))
            }
            (Some(_) | None, _) => 0,
        }
    }
}

/// The commune that a guest's unit names.
fn commune(guest: &Guest) -> Option<String> {
    let unit = format!(" {}", guest.unit()?.to_lowercase());
    let found = COMMUNES.iter().filter_map(|word| unit.rfind(word));
    found.max().map(|at| unit[at..].trim().to_string())
}

/// The group of a guest, apart from the guest.
fn group(guest: &Guest) -> Option<String> {
    guest.group().map(str::to_string)
}

/// Numbers the guests as they stand.
fn number(guests: &mut [Guest], numbering: Numbering) {
    let mut last: Option<(Option<String>, u32)> = None;
    for (position, guest) in (1..).zip(guests) {
        guest.position = position;
        guest.number = match (numbering, &last) {
            (Numbering::Through, _) => position,
            (Numbering::ByGroup, Some((own, number))) if own.as_deref() == guest.group() => {
                number + 1
            }
            (Numbering::ByGroup, Some(_) | None) => 1,
        };
        last = Some((group(guest), guest.number));
    }
}
