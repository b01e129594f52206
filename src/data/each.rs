//! Whom a paper is made for that is made once for each: a guest, an awardee, a unit of
//! awardees.
//!
//! One variant for each kind of [`TableName`]; all that the later steps ask of a row goes through here,
//! so that they need not know what kind of table it stands in.

use serde_json::Value as Json;

use crate::diag::Place;

use super::Dossier;
use super::awards::{Award, Awards, Unit};
use super::guests::Guest;
use super::rows::RowChoice;
use super::table_ref::TableName;

/// All whom a paper is made for, in the order that the dossier asks for.
#[derive(Clone, Debug)]
pub struct Each<'a> {
    /// One paper for each.
    pub recipients: Vec<Recipient<'a>>,
    /// The header of the table.
    pub place: Place,
}

/// One whom a paper is made for.
#[derive(Clone, Copy, Debug)]
pub enum Recipient<'a> {
    /// A guest: one row.
    Guest(&'a Guest),
    /// An award: one row, among all awards.
    Award(&'a Award, &'a Awards),
    /// A unit of awardees: one row or several, among all awards.
    Unit(&'a Unit, &'a Awards),
}

impl Dossier {
    /// Whom a paper is made for that names a table; nothing if the dossier has no such table.
    pub fn each(&self, table: TableName) -> Option<Each<'_>> {
        match table {
            TableName::Guests => self.guests().map(|guests| Each {
                recipients: guests.rows.iter().map(Recipient::Guest).collect(),
                place: guests.place.clone(),
            }),
            TableName::Awards => self.awards().map(|awards| Each {
                recipients: awards
                    .rows
                    .iter()
                    .map(|award| Recipient::Award(award, awards))
                    .collect(),
                place: awards.place.clone(),
            }),
            TableName::AwardUnits => self.awards().map(|awards| Each {
                recipients: awards
                    .units
                    .iter()
                    .map(|unit| Recipient::Unit(unit, awards))
                    .collect(),
                place: awards.place.clone(),
            }),
        }
    }
}

impl Recipient<'_> {
    /// Row of the sheet or line of the file, from 1; of several rows the first.
    pub fn row(&self) -> usize {
        match self {
            Recipient::Guest(guest) => guest.row(),
            Recipient::Award(award, _) => award.row(),
            Recipient::Unit(unit, awards) => {
                let rows = awards.of_unit(unit).map(Award::row);
                rows.min().unwrap_or(0)
            }
        }
    }

    /// True if this row of the file is of the recipient.
    pub fn has_row(&self, row: usize) -> bool {
        match self {
            Recipient::Guest(guest) => guest.row() == row,
            Recipient::Award(award, _) => award.row() == row,
            Recipient::Unit(unit, awards) => awards.of_unit(unit).any(|award| award.row() == row),
        }
    }

    /// True if a choice of rows takes the recipient: any of its rows will do.
    pub fn in_rows(&self, rows: &RowChoice) -> bool {
        match self {
            Recipient::Guest(guest) => rows.takes(guest.row()),
            Recipient::Award(award, _) => rows.takes(award.row()),
            Recipient::Unit(unit, awards) => {
                awards.of_unit(unit).any(|award| rows.takes(award.row()))
            }
        }
    }

    /// How people call the recipient: by name, else by post and unit, else by row.
    pub fn name(&self) -> String {
        match self {
            Recipient::Guest(guest) => match (guest.name(), guest.post(), guest.unit()) {
                (Some(name), _, _) => name.to_string(),
                (None, Some(post), Some(unit)) => format!("{post}, {unit}"),
                (None, Some(one), None) | (None, None, Some(one)) => one.to_string(),
                (None, None, None) => format!("dòng {}", guest.row()),
            },
            Recipient::Award(award, _) => award.called(),
            Recipient::Unit(unit, _) => unit.name.clone(),
        }
    }

    /// Name, post and unit, as on an envelope.
    pub fn addressed(&self) -> String {
        match self {
            Recipient::Guest(guest) => guest.addressed(),
            Recipient::Award(..) | Recipient::Unit(..) => self.name(),
        }
    }

    /// How the paper goes out to the recipient, if the table says.
    pub fn channel(&self) -> Option<&str> {
        match self {
            Recipient::Guest(guest) => guest.channel(),
            Recipient::Award(..) | Recipient::Unit(..) => None,
        }
    }

    /// The variable under which templates see the recipient.
    pub fn variable(&self) -> &'static str {
        match self {
            Recipient::Guest(_) => "khach",
            Recipient::Award(..) => "khen",
            Recipient::Unit(..) => "don_vi",
        }
    }

    /// What templates see there.
    pub fn context(&self) -> Json {
        match self {
            Recipient::Guest(guest) => guest.context(),
            Recipient::Award(award, awards) => awards.context_of(award),
            Recipient::Unit(unit, awards) => awards.context_of_unit(unit),
        }
    }

    /// False if a cell has an error: nothing can be made then.
    pub fn sound(&self) -> bool {
        match self {
            Recipient::Guest(guest) => guest.sound(),
            // Unsound rows are left out of the awards.
            Recipient::Award(..) | Recipient::Unit(..) => true,
        }
    }

    /// Number of characters in the table: the more, the fuller the paper.
    pub fn length(&self) -> usize {
        match self {
            Recipient::Guest(guest) => guest.length(),
            Recipient::Award(award, _) => award.length(),
            Recipient::Unit(unit, awards) => awards.of_unit(unit).map(Award::length).sum(),
        }
    }

    /// The place of the first cell with a character.
    pub fn find_char(&self, char: char) -> Option<Place> {
        match self {
            Recipient::Guest(guest) => guest.find_char(char),
            Recipient::Award(award, _) => award.find_char(char),
            Recipient::Unit(unit, awards) => {
                awards.of_unit(unit).find_map(|award| award.find_char(char))
            }
        }
    }
}
