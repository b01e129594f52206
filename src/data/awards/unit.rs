//! The units of awardees: whom a letter goes to that calls them up. One unit however its rows write
//! it; people of a village and a commune's people go with the People's Committee of the commune.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};

use crate::text::fold::plain;

use super::{Award, Awards, Subject};

/// A unit and its awards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its name as it is addressed.
    pub name: String,
    /// Its awards, by position in [`Awards::rows`].
    pub(super) awards: Vec<usize>,
}

/// Words that begin the name of a commune.
const COMMUNES: [&str; 4] = ["xa ", "phuong ", "thi tran ", "dac khu "];

/// Words that begin the name of a part of a commune.
const VILLAGES: [&str; 5] = ["thon ", "to dan pho ", "khu pho ", "ap ", "buon "];

/// Words that begin the name of a collective that has no letterbox of its own.
const PEOPLE: [&str; 3] = ["nhan dan va can bo", "can bo va nhan dan", "tap the "];

/// The units of awards, in the order of the list.
pub(super) fn units(awards: &[Award]) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    for (at, award) in awards.iter().enumerate() {
        let name = addressee(award);
        let index = *known.entry(key(&name)).or_insert(units.len());
        match units.get_mut(index) {
            Some(unit) => unit.awards.push(at),
            None => units.push(Unit {
                name,
                awards: vec![at],
            }),
        }
    }
    units
}

/// Whom a letter about an award goes to: a collective itself, a person's or a household's unit.
fn addressee(award: &Award) -> String {
    let (name, unit) = (award.name.as_deref(), award.unit.as_deref());
    let above = unit.or(award.parent_unit.as_deref());
    let own = match award.subject {
        Subject::Collective => {
            let people = |name: &str| PEOPLE.iter().any(|begin| plain(name).starts_with(begin));
            name.filter(|name| !people(name)).or(above).or(name)
        }
        Subject::Household | Subject::Person => above.or(name),
    };
    committee(own.unwrap_or(""))
}

/// A commune or a village of it as the commune's People's Committee; any other name as it is.
fn committee(name: &str) -> String {
    let begins = |name: &str, words: &[&str]| {
        let name = plain(name);
        words.iter().any(|begin| name.starts_with(begin))
    };
    let commune = match name.split_once(',') {
        Some((village, rest)) if begins(village, &VILLAGES) => rest.trim(),
        Some(_) | None => name,
    };
    if begins(commune, &COMMUNES) {
        let lower = crate::text::case::lower_first(commune);
        return format!("UBND {lower}");
    }
    name.to_string()
}

/// What is the same in all ways to write a unit: without the place after a comma, `UBND` in short.
fn key(name: &str) -> String {
    let name = name.split(',').next().unwrap_or(name);
    plain(name).replace("uy ban nhan dan", "ubnd")
}

impl Awards {
    /// The awards of a unit, in the order of the list.
    pub fn of_unit<'a>(&'a self, unit: &'a Unit) -> impl Iterator<Item = &'a Award> {
        unit.awards.iter().filter_map(|at| self.rows.get(*at))
    }

    /// What templates see as `don_vi`: its name, its awards (`danh_sach`) and their counts.
    pub fn context_of_unit(&self, unit: &Unit) -> Json {
        let awards: Vec<&Award> = self.of_unit(unit).collect();
        let mut context = self.counted(&awards);
        context["ten"] = json!(unit.name);
        context["cac_quyet_dinh"] = self.decided(&awards);
        context["danh_sach"] = self.listed(&awards);
        context
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_unit_however_it_is_written() {
        for (one, other) in [
            ("UBND xã Xuân Sơn", "Xã Xuân Sơn"),
            (
                "Ủy ban nhân dân xã Xuân Sơn",
                "Thôn Xuân Cam Mẫu, xã Xuân Sơn",
            ),
            (
                "Trường Mầm non Hướng Dương (mẫu), thị trấn Vạn Giã",
                "Trường Mầm non Hướng Dương (mẫu)",
            ),
        ] {
            assert_eq!(key(&committee(one)), key(&committee(other)), "{one}");
        }
        assert_ne!(key("UBND xã Vạn Long"), key("UBND xã Vạn Khánh"));
        assert_eq!(committee("Thị trấn Vạn Giã"), "UBND thị trấn Vạn Giã");
        assert_eq!(committee("Phòng Kinh tế huyện"), "Phòng Kinh tế huyện");
    }
}
