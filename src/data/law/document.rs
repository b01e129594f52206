//! Base salaries, the documents that a decision cites, the rules on money and the levels of
//! government, each for its time.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::text::date::Date;

use super::super::value::Text;
use super::coefficient::Coefficient;
use super::dated::dated;
use super::level::Level;

/// Mức lương cơ sở.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Salary {
    /// First day.
    #[serde(rename = "tu", default)]
    pub from: Option<Date>,
    /// Last day.
    #[serde(rename = "den", default)]
    pub to: Option<Date>,
    /// Đồng a month.
    #[serde(rename = "muc")]
    pub amount: u32,
    /// The decree that sets it, as it is cited; unknown for the oldest.
    #[serde(rename = "theo", default)]
    pub decree: Option<Text>,
    /// Where the figure is from.
    #[serde(rename = "nguon")]
    pub source: Text,
    /// Why it is not sure.
    #[serde(rename = "chua_chac", default)]
    pub unsure: Option<Text>,
}

/// A document that decisions of a time cite (căn cứ), or a doubt about that time.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Basis {
    /// The line without its final mark; none if only a doubt is to be told.
    #[serde(rename = "can_cu", default)]
    pub line: Option<Text>,
    /// First day.
    #[serde(rename = "tu", default)]
    pub from: Option<Date>,
    /// Last day.
    #[serde(rename = "den", default)]
    pub to: Option<Date>,
    /// The levels whose decisions cite it; all if empty.
    #[serde(rename = "cap", default)]
    pub levels: Vec<Level>,
    /// Where it is from.
    #[serde(rename = "nguon")]
    pub source: Text,
    /// Why it is not sure.
    #[serde(rename = "chua_chac", default)]
    pub unsure: Option<Text>,
    /// The first day of the doubt, if it is not the document's.
    #[serde(rename = "chua_chac_tu", default)]
    pub unsure_from: Option<Date>,
}

/// What a decree says of all bonuses (tiền thưởng).
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BonusRule {
    /// First day.
    #[serde(rename = "tu", default)]
    pub from: Option<Date>,
    /// Last day.
    #[serde(rename = "den", default)]
    pub to: Option<Date>,
    /// The decree, as it is cited.
    #[serde(rename = "theo")]
    pub decree: Text,
    /// The article on rounding.
    #[serde(rename = "lam_tron")]
    pub rounding: Text,
    /// What a household gets of a person's bonus.
    #[serde(rename = "ho_gia_dinh")]
    pub household: Coefficient,
    /// Why that is not sure.
    #[serde(rename = "ho_gia_dinh_chua_chac", default)]
    pub household_unsure: Option<Text>,
    /// What it says of one person with several titles.
    #[serde(rename = "nhieu_danh_hieu")]
    pub several_titles: Text,
    /// True if it lets only the highest be paid.
    #[serde(rename = "nhieu_danh_hieu_chi_mot")]
    pub highest_only: bool,
    /// Where it is from.
    #[serde(rename = "nguon")]
    pub source: Text,
}

/// A level of government that is no more.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Ended {
    /// Which.
    #[serde(rename = "cap")]
    pub level: Level,
    /// Its last day.
    #[serde(rename = "den")]
    pub to: Date,
    /// The level that has its power to award.
    #[serde(rename = "thay")]
    pub successor: Level,
    /// Where it is from.
    #[serde(rename = "nguon")]
    pub source: Text,
}

dated!(Salary);
dated!(Basis);
dated!(BonusRule);

impl Basis {
    /// Why it is not sure on a day.
    pub fn doubt(&self, day: Date) -> Option<&Text> {
        let begun = self.unsure_from.is_none_or(|from| from <= day);
        self.unsure.as_ref().filter(|_| begun)
    }
}
