//! Titles and forms of commendation (danh hiệu thi đua, hình thức khen thưởng): their names as the
//! law and as clerks write them, who may give them, what is paid, what is handed over.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::text::date::Date;

use super::super::value::Text;
use super::coefficient::Coefficient;
use super::dated::{Dated, dated};
use super::level::Level;

/// Who is awarded.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[schemars(rename = "doi_tuong", description = "Đối tượng khen thưởng")]
pub enum Subject {
    #[serde(rename = "tap_the")]
    #[schemars(description = "Tập thể")]
    /// Tập thể.
    Collective,
    #[serde(rename = "ho_gia_dinh")]
    #[schemars(description = "Hộ gia đình")]
    /// Hộ gia đình.
    Household,
    #[serde(rename = "ca_nhan")]
    #[schemars(description = "Cá nhân")]
    /// Cá nhân.
    Person,
}

/// The two sorts of awards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
pub enum Sort {
    #[serde(rename = "danh_hieu")]
    /// Danh hiệu thi đua.
    Title,
    #[serde(rename = "hinh_thuc")]
    /// Hình thức khen thưởng.
    Form,
}

/// What is handed over with an award.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
pub enum Certificate {
    #[serde(rename = "giay_khen")]
    /// Giấy khen.
    Merit,
    #[serde(rename = "chung_nhan")]
    /// Bằng chứng nhận of a title.
    Title,
    #[serde(rename = "bang_khen")]
    /// Bằng khen.
    HighMerit,
    #[serde(rename = "co")]
    /// Cờ: no paper.
    Flag,
    #[serde(rename = "khong")]
    /// Nothing but money.
    Nothing,
}

/// A title or form.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AwardKind {
    /// Its key.
    #[serde(rename = "khoa")]
    pub key: Text,
    /// Its name.
    #[serde(rename = "ten")]
    pub name: Text,
    /// Later names.
    #[serde(rename = "ten_moi", default)]
    pub renamed: Vec<NewName>,
    /// True if the giver belongs to the full name: `Giấy khen của Chủ tịch …`.
    #[serde(rename = "theo_cap", default)]
    pub by_giver: bool,
    /// Other ways to write it.
    #[serde(rename = "ten_khac")]
    pub aliases: Vec<Text>,
    /// Title or form.
    #[serde(rename = "loai")]
    pub sort: Sort,
    /// Who may get it.
    #[serde(rename = "doi_tuong")]
    pub subjects: Vec<Subject>,
    /// The higher, the earlier.
    #[serde(rename = "bac")]
    pub rank: u32,
    /// What is handed over.
    #[serde(rename = "bang")]
    pub certificate: Certificate,
    /// What is paid.
    #[serde(rename = "he_so")]
    pub coefficients: Vec<Rate>,
    /// Who may give it.
    #[serde(rename = "tham_quyen")]
    pub powers: Vec<Power>,
}

/// A name that holds from a day on.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NewName {
    /// First day.
    #[serde(rename = "tu")]
    pub from: Date,
    /// The name.
    #[serde(rename = "ten")]
    pub name: Text,
    /// Where it is from.
    #[serde(rename = "nguon")]
    pub source: Text,
}

/// What is paid for an award, in base salaries.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rate {
    /// To whom.
    #[serde(rename = "doi_tuong")]
    pub subject: Subject,
    /// Given by these levels; any if empty.
    #[serde(rename = "cap", default)]
    pub levels: Vec<Level>,
    /// How much.
    #[serde(rename = "he_so")]
    pub coefficient: Coefficient,
    /// First day.
    #[serde(rename = "tu", default)]
    pub from: Option<Date>,
    /// Last day.
    #[serde(rename = "den", default)]
    pub to: Option<Date>,
    /// Where the figure is from.
    #[serde(rename = "nguon")]
    pub source: Text,
    /// Why it is not sure.
    #[serde(rename = "chua_chac", default)]
    pub unsure: Option<Text>,
}

/// Who may give an award, and when.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Power {
    /// The level.
    #[serde(rename = "cap")]
    pub level: Level,
    /// First day.
    #[serde(rename = "tu", default)]
    pub from: Option<Date>,
    /// Last day.
    #[serde(rename = "den", default)]
    pub to: Option<Date>,
    /// Where it is from.
    #[serde(rename = "nguon")]
    pub source: Text,
    /// Why it is not sure.
    #[serde(rename = "chua_chac", default)]
    pub unsure: Option<Text>,
}

dated!(Rate);
dated!(Power);

impl Subject {
    /// As in sentences: `hộ gia đình`.
    pub fn word(self) -> &'static str {
        match self {
            Subject::Collective => "tập thể",
            Subject::Household => "hộ gia đình",
            Subject::Person => "cá nhân",
        }
    }

    /// Its key in the data.
    pub fn key(self) -> &'static str {
        match self {
            Subject::Collective => "tap_the",
            Subject::Household => "ho_gia_dinh",
            Subject::Person => "ca_nhan",
        }
    }
}

impl Certificate {
    /// Its key in the data, if there is a paper to print.
    pub fn key(self) -> Option<&'static str> {
        match self {
            Certificate::Merit => Some("giay_khen"),
            Certificate::Title => Some("chung_nhan"),
            Certificate::HighMerit => Some("bang_khen"),
            Certificate::Flag | Certificate::Nothing => None,
        }
    }
}

impl AwardKind {
    /// Its name on a day.
    pub fn name_on(&self, day: Date) -> &str {
        let renamed = self.renamed.iter().rfind(|new| new.from <= day);
        renamed.map_or(self.name.as_str(), |new| new.name.as_str())
    }

    /// What is paid for it on a day to those who are no household, given by a level.
    pub fn rate(&self, subject: Subject, level: Level, day: Date) -> Option<&Rate> {
        self.coefficients.iter().find(|rate| {
            let given = rate.levels.is_empty() || rate.levels.contains(&level);
            rate.subject == subject && given && rate.holds(day)
        })
    }

    /// The power of a level on a day.
    pub fn power(&self, level: Level, day: Date) -> Option<&Power> {
        let mut powers = self.powers.iter();
        powers.find(|power| power.level == level && power.holds(day))
    }

    /// The levels that may give it on a day, the lowest last.
    pub fn givers(&self, day: Date) -> Vec<Level> {
        let powers = self.powers.iter().filter(|power| power.holds(day));
        powers.map(|power| power.level).collect()
    }

    /// Every way to write it.
    pub fn spellings(&self) -> impl Iterator<Item = &str> {
        let renamed = self.renamed.iter().map(|new| new.name.as_str());
        let aliases = self.aliases.iter().map(Text::as_str);
        std::iter::once(self.name.as_str())
            .chain(renamed)
            .chain(aliases)
    }
}
