//! The awards of a dossier: the rows of its award table, typed, held to the law of the day of their
//! decision, in order and numbered.
//!
//! 1. `read` takes the rows of the table (`sheet::awards`) as they are.
//! 2. `settle` gives each its decision, its title or form, what is paid and what is handed over, and
//!    finds what the law forbids: such a row is left out and told.
//! 3. `order` puts them in the order of the list and numbers them. That number is the only one: the
//!    list, the golden book and the pay sheet all take it.

mod bonus;
mod check;
mod context;
mod decision;
mod order;
mod period;
mod rate;
mod read;
pub mod settings;
mod settle;
mod unit;

use std::sync::Arc;

use crate::diag::{Diagnostic, Place};
use crate::sheet::{Number, Row};

pub use super::law::kind::{Certificate, Sort, Subject};
use super::table_ref::Listed;
pub use bonus::Bonus;
pub use decision::Decision;
pub(super) use decision::decisions;
pub use period::Period;
pub(super) use read::{Table, read};
pub(super) use settle::settle;
pub use unit::Unit;

/// The awards of a dossier.
#[derive(Clone, Debug)]
pub struct Awards {
    /// What is granted: decision by decision, in the order of the list.
    pub rows: Vec<Award>,
    /// The units of the awardees, in the order of the list.
    pub units: Vec<Unit>,
    /// Rows of the table that no decision grants.
    pub left_out: Vec<LeftOut>,
    /// The decisions, in the order of the dossier. Without one in it there is one that is not known
    /// yet.
    pub decisions: Vec<Decision>,
    /// How they are ordered, numbered and paid.
    pub settings: settings::Settings,
    /// The table that they stand in.
    pub table: Arc<Listed>,
    /// What is wrong or doubtful in rows and decisions.
    pub findings: Vec<Diagnostic>,
    /// The header of the table.
    pub place: Place,
}

/// An award: one row of the table. What the row does not say is `None`.
#[derive(Clone, Debug)]
pub struct Award {
    /// Number in its decision: STT of the list and số sổ vàng.
    pub number: usize,
    /// Which of the decisions grants it.
    pub decision: usize,
    /// Ordinal as the file has it (`stt`).
    pub ordinal: Option<String>,
    /// Who is awarded (`phan_loai`).
    pub subject: Subject,
    /// Form of address (`xung_ho`).
    pub salutation: Option<String>,
    /// Name of the person, collective or household (`ho_ten`).
    pub name: Option<String>,
    /// Post (`chuc_vu`).
    pub post: Option<String>,
    /// Unit (`don_vi`).
    pub unit: Option<String>,
    /// The body above it (`don_vi_chu_quan`).
    pub parent_unit: Option<String>,
    /// The title or form.
    pub kind: Granted,
    /// The time that it is for.
    pub period: Option<Period>,
    /// Achievement (`thanh_tich`).
    pub achievement: Option<String>,
    /// Coefficient as the file has it (`he_so`).
    pub coefficient_given: Option<Number>,
    /// Amount in đồng as the file has it (`tien_thuong`).
    pub amount_given: Option<i64>,
    /// What is paid, and why.
    pub bonus: Bonus,
    /// Remark (`ghi_chu`).
    pub note: Option<String>,
    /// The columns that are none of these, by key, in the order of the file.
    pub other: Vec<(String, String)>,
    row: Row,
}

/// A title or form as a decision grants it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Granted {
    /// Key in the law: `chien_si_thi_dua_co_so`.
    pub key: String,
    /// Name on the day of the decision: `Chiến sĩ thi đua cơ sở`, `Giấy khen`.
    pub name: String,
    /// Name with the giver, where that belongs to it: `Giấy khen của Chủ tịch Ủy ban nhân dân huyện`.
    pub full_name: String,
    /// Title or form.
    pub sort: Sort,
    /// The higher, the earlier.
    pub rank: u32,
    /// What is handed over.
    pub certificate: Certificate,
}

/// A row that is not granted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Row in the file.
    pub row: usize,
    /// Name, or what stands for it.
    pub name: String,
    /// Why.
    pub reason: String,
}

/// How many awards a decision grants.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Collectives.
    pub collectives: usize,
    /// Households.
    pub households: usize,
    /// Awards to persons; one with two titles counts twice.
    pub persons: usize,
}

impl Counts {
    /// Of all kinds.
    pub fn all(&self) -> usize {
        self.collectives + self.households + self.persons
    }

    /// With the words that decisions have for them.
    pub fn by_word(&self) -> [(&'static str, usize); 3] {
        [
            (Subject::Collective.word(), self.collectives),
            (Subject::Household.word(), self.households),
            (Subject::Person.word(), self.persons),
        ]
    }
}

impl Awards {
    /// How many awards the decision of a paper grants; nothing of another paper.
    pub fn counts(&self, paper: &str) -> Option<Counts> {
        let (decision, _) = self.decision(paper)?;
        let mut counts = Counts::default();
        for award in self.of(decision) {
            match award.subject {
                Subject::Collective => counts.collectives += 1,
                Subject::Household => counts.households += 1,
                Subject::Person => counts.persons += 1,
            }
        }
        Some(counts)
    }

    /// The awards of a decision, in the order of its list.
    pub fn of(&self, decision: usize) -> impl Iterator<Item = &Award> {
        self.rows
            .iter()
            .filter(move |award| award.decision == decision)
    }

    /// The decision of a paper.
    pub fn decision(&self, key: &str) -> Option<(usize, &Decision)> {
        let mut decisions = self.decisions.iter().enumerate();
        decisions.find(|(_, decision)| decision.key.as_deref() == Some(key))
    }
}

impl Award {
    /// Row of the sheet or line of the file, from 1.
    pub fn row(&self) -> usize {
        self.row.number
    }

    /// Number of characters in the row: the more, the fuller the certificate.
    pub fn length(&self) -> usize {
        self.row
            .iter()
            .map(|(_, cell)| cell.text.chars().count())
            .sum()
    }

    /// Number of characters in the cell of a key.
    pub fn length_of(&self, key: &str) -> usize {
        self.row.text(key).chars().count()
    }

    /// The place of the cell of a key, as `ho_ten`, or of the row.
    pub fn place(&self, key: &str) -> Place {
        self.row.place(key)
    }

    /// The place of the first cell with a character.
    pub fn find_char(&self, char: char) -> Option<Place> {
        let mut cells = self.row.iter();
        let (column, _) = cells.find(|(_, cell)| cell.text.contains(char))?;
        Some(self.row.head().place(self.row.number, Some(column)))
    }

    /// How people call the awardee: by name, else by row.
    pub fn called(&self) -> String {
        let row = || format!("dòng {}", self.row());
        self.name.clone().unwrap_or_else(row)
    }

    /// The key of the paper that is handed over; none if it is money only.
    pub fn certificate(&self) -> Option<&'static str> {
        self.kind.certificate.key()
    }
}

#[cfg(test)]
mod tests;
