//! The law of awards as dated data: base salaries, cited documents, rules on money, titles and forms.
//!
//! The files stand in `data/luat/` and are part of the program. Each figure has its source; one that
//! is not sure says why, and whoever uses it is told. The day of the decision picks what holds.

pub mod coefficient;
pub(in crate::data) mod dated;
pub mod document;
pub mod kind;
pub mod level;
mod named;

use schemars::JsonSchema;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::diag::Diagnostic;
use crate::text::date::Date;

use super::file::DataFile;
use super::findings::Findings;
use super::schema;
use dated::Dated;
use document::{Basis, BonusRule, Ended, Salary};
use kind::AwardKind;
use level::Level;
use named::Spelling;

pub use named::Named;

/// The law of awards of all times that it is known of.
#[derive(Clone, Debug)]
pub struct Law {
    salaries: Vec<Salary>,
    bases: Vec<Basis>,
    rules: Vec<BonusRule>,
    kinds: Vec<AwardKind>,
    spellings: Vec<Spelling>,
    ended: Vec<Ended>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Salaries {
    #[serde(rename = "luong_co_so")]
    list: Vec<Salary>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Bases {
    #[serde(rename = "van_ban")]
    list: Vec<Basis>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Rules {
    #[serde(rename = "tien_thuong")]
    list: Vec<BonusRule>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Kinds {
    #[serde(rename = "danh_hieu")]
    list: Vec<AwardKind>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Levels {
    #[serde(rename = "cap")]
    list: Vec<Ended>,
}

impl Law {
    /// Reads the law that the program carries. The findings are faults of the program's own files.
    pub fn embedded() -> (Option<Law>, Vec<Diagnostic>) {
        let mut found = Findings::default();
        let salaries: Option<Salaries> = part(
            "data/luat/luong-co-so.yaml",
            include_str!("../../../data/luat/luong-co-so.yaml"),
            &mut found,
        );
        let bases: Option<Bases> = part(
            "data/luat/van-ban.yaml",
            include_str!("../../../data/luat/van-ban.yaml"),
            &mut found,
        );
        let rules: Option<Rules> = part(
            "data/luat/tien-thuong.yaml",
            include_str!("../../../data/luat/tien-thuong.yaml"),
            &mut found,
        );
        let kinds: Option<Kinds> = part(
            "data/luat/danh-hieu.yaml",
            include_str!("../../../data/luat/danh-hieu.yaml"),
            &mut found,
        );
        let levels: Option<Levels> = part(
            "data/luat/cap.yaml",
            include_str!("../../../data/luat/cap.yaml"),
            &mut found,
        );
        let law = match (salaries, bases, rules, kinds, levels) {
            (Some(salaries), Some(bases), Some(rules), Some(kinds), Some(levels)) => Some(Law {
                salaries: salaries.list,
                bases: bases.list,
                rules: rules.list,
                spellings: named::spellings(&kinds.list),
                kinds: kinds.list,
                ended: levels.list,
            }),
            (_, _, _, _, _) => None,
        };
        (law, found.into_list())
    }

    /// The base salary of a day.
    pub fn salary(&self, day: Date) -> Option<&Salary> {
        self.salaries.iter().find(|salary| salary.holds(day))
    }

    /// The rules on money of a day.
    pub fn rule(&self, day: Date) -> Option<&BonusRule> {
        self.rules.iter().find(|rule| rule.holds(day))
    }

    /// What a decision of a level cites on a day, in order; a doubt without a line among them.
    pub fn bases(&self, level: Level, day: Date) -> impl Iterator<Item = &Basis> {
        self.bases.iter().filter(move |basis| {
            basis.holds(day) && (basis.levels.is_empty() || basis.levels.contains(&level))
        })
    }

    /// How a level ended, if it is no more on a day.
    pub fn ended(&self, level: Level, day: Date) -> Option<&Ended> {
        let mut ended = self.ended.iter();
        ended.find(|ended| ended.level == level && ended.to < day)
    }

    /// All titles and forms.
    pub fn kinds(&self) -> &[AwardKind] {
        &self.kinds
    }

    /// The title or form of a key.
    pub fn kind(&self, key: &str) -> Option<&AwardKind> {
        self.kinds.iter().find(|kind| kind.key.as_str() == key)
    }
}

/// One of the files.
fn part<T: DeserializeOwned + JsonSchema>(
    path: &str,
    text: &str,
    found: &mut Findings,
) -> Option<T> {
    DataFile::embedded(path, text, &schema::schema_of::<T>(), found)?.value
}

#[cfg(test)]
mod tests;
