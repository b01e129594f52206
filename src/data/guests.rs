//! The guests of a dossier: the rows of its guest list, typed, chosen and in order.

use std::path::Path;
use std::sync::Arc;

use serde_json::{Map, Value as Json, json};

use crate::diag::{Diagnostic, Place};
use crate::sheet::{self, Row};
use crate::text::post;

use super::guest_order;
use super::table_ref::{Listed, Order, Reading};

/// The guests.
#[derive(Clone, Debug)]
pub struct Guests {
    /// The guests in the order that the dossier asks for.
    pub rows: Vec<Guest>,
    /// False if the order runs across the groups, so that lists cannot show them.
    pub grouped: bool,
    /// The table that they stand in.
    pub table: Arc<Listed>,
    /// What is wrong or doubtful in single cells; also in the list of the dossier.
    pub findings: Vec<Diagnostic>,
    /// The header of the table.
    pub place: Place,
}

/// A guest: one row of the list. What the row does not say is `None`.
#[derive(Clone, Debug)]
pub struct Guest {
    /// Position in the order asked for, from 1.
    pub position: u32,
    /// Number in lists: the position, or the one within the group.
    pub number: u32,
    row: Row,
}

impl Guests {
    /// What templates see as `khach_moi`: the groups in order with their guests (`nhom`), the
    /// number of persons (`so_luong`) of each and of all, and of the columns that a list can do
    /// without, those that somebody filled (`co`). A row that names no number is one person.
    pub fn context(&self) -> Json {
        let persons = |guests: &[&Guest]| -> u64 {
            guests.iter().map(|guest| u64::from(guest.persons())).sum()
        };
        let all: Vec<&Guest> = self.rows.iter().collect();
        let groups: Vec<Json> = self
            .groups()
            .into_iter()
            .map(|(name, guests)| {
                let rows: Vec<Json> = guests.iter().map(|guest| guest.context()).collect();
                json!({ "ten": name, "so_luong": persons(&guests), "khach": rows })
            })
            .collect();
        let any = |holds: &dyn Fn(&Guest) -> bool| all.iter().any(|guest| holds(guest));
        json!({
            "nhom": groups,
            "so_luong": persons(&all),
            "co": {
                "dien_thoai": any(&|guest| guest.words("dien_thoai").is_some()),
                "so_luong": any(&|guest| guest.persons() > 1),
                "hinh_thuc": any(&|guest| guest.channel().is_some()),
                "ghe": any(&|guest| guest.words("ghe").is_some()),
                "ghi_chu": any(&|guest| guest.words("ghi_chu").is_some()),
            },
        })
    }

    /// The groups in order with their guests; one without a name if the list has no groups.
    pub fn groups(&self) -> Vec<(Option<&str>, Vec<&Guest>)> {
        let mut groups: Vec<(Option<&str>, Vec<&Guest>)> = Vec::new();
        for guest in &self.rows {
            let name = guest.group().filter(|_| self.grouped);
            match groups.last_mut() {
                Some((last, guests)) if *last == name => guests.push(guest),
                Some(_) | None => groups.push((name, vec![guest])),
            }
        }
        groups
    }
}

/// Reads the guest list. Nothing, and one error, if there is no table to be read.
pub(super) fn read(
    path: &Path,
    reading: &Reading,
    named_at: Option<Place>,
) -> (Option<Guests>, Vec<Diagnostic>) {
    let options = reading.options(sheet::guests(), named_at);
    let (table, mut findings) = sheet::read(path, &options);
    let Some(table) = table else {
        return (None, findings);
    };
    let listed = reading.listed(table, "khách", &mut findings);
    let mut rows: Vec<Guest> = listed.rows().cloned().map(Guest::new).collect();
    findings.extend(rows.iter_mut().filter_map(Guest::check_invited));
    let place = listed.sheet.place();
    let guests = Guests {
        rows: guest_order::ordered(rows, reading),
        grouped: reading.order != Order::Name,
        table: Arc::new(listed),
        findings: findings.clone(),
        place,
    };
    (Some(guests), findings)
}

impl Guest {
    fn new(row: Row) -> Guest {
        Guest {
            position: 0,
            number: 0,
            row,
        }
    }

    /// The words under a key, as `dien_thoai`.
    pub fn words(&self, key: &str) -> Option<&str> {
        self.row.words(key)
    }

    /// Group (`nhom`): a column or the title between the rows.
    pub fn group(&self) -> Option<&str> {
        self.words("nhom")
    }

    /// Form of address (`xung_ho`).
    pub fn salutation(&self) -> Option<&str> {
        self.words("xung_ho")
    }

    /// Full name (`ho_ten`).
    pub fn name(&self) -> Option<&str> {
        self.words("ho_ten")
    }

    /// Post (`chuc_vu`).
    pub fn post(&self) -> Option<&str> {
        self.words("chuc_vu")
    }

    /// Unit (`don_vi`).
    pub fn unit(&self) -> Option<&str> {
        self.words("don_vi")
    }

    /// How the invitation goes out (`hinh_thuc`).
    pub fn channel(&self) -> Option<&str> {
        self.words("hinh_thuc")
    }

    /// Number of persons (`so_luong`).
    pub fn count(&self) -> Option<u32> {
        let count = self
            .row
            .number("so_luong")
            .and_then(sheet::Number::as_whole)?;
        u32::try_from(count).ok()
    }

    /// Row of the sheet or line of the file, from 1.
    pub fn row(&self) -> usize {
        self.row.number
    }

    /// Number of characters in the row: the more, the fuller the letter.
    pub fn length(&self) -> usize {
        self.row
            .iter()
            .map(|(_, cell)| cell.text.chars().count())
            .sum()
    }

    /// False if a cell has an error: nothing can be made for this guest.
    pub fn sound(&self) -> bool {
        self.row.sound
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

    /// What templates see as `khach`.
    pub fn context(&self) -> Json {
        let word = |key: &str| self.words(key);
        let others = self.row.iter().filter(|(column, _)| !column.known);
        let others: Map<String, Json> = others
            .map(|(column, cell)| {
                let text = Some(cell.text).filter(|text| !text.is_empty());
                (column.key.clone(), json!(text))
            })
            .collect();
        json!({
            "stt": word("stt"),
            "thu_tu": self.number,
            "ma_so": format!("{:03}", self.position),
            "nhom": word("nhom"),
            "xung_ho": word("xung_ho"),
            "ho_ten": word("ho_ten"),
            "chuc_vu": word("chuc_vu"),
            "don_vi": word("don_vi"),
            "dien_thoai": word("dien_thoai"),
            "so_luong": self.count(),
            "hinh_thuc": word("hinh_thuc"),
            "ghe": word("ghe"),
            "ghi_chu": word("ghi_chu"),
            "cot_khac": others,
        })
    }

    /// Form of address and name, post and unit, as on an envelope.
    pub fn addressed(&self) -> String {
        let called = self.name().map(|name| {
            let before = self.salutation().unwrap_or("Ông (Bà)");
            format!("{before} {name}")
        });
        let place = post::with_unit(self.row.text("chuc_vu"), self.row.text("don_vi"));
        let parts = called.into_iter().chain([place]);
        let parts = parts.filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(", ")
    }

    /// The finding about a row that tells of nobody; nothing can be made for it.
    fn check_invited(&mut self) -> Option<Diagnostic> {
        if self.name().is_some() || self.post().is_some() || self.unit().is_some() {
            return None;
        }
        self.row.sound = false;
        let message = "dòng không có họ tên, chức vụ và đơn vị: không biết mời ai";
        let hint = "ghi ít nhất một trong ba cột ấy, hoặc xóa dòng";
        Some(Diagnostic::error("khach-trong", self.place("ho_ten"), message).hint(hint))
    }

    /// Number of persons; one if the row does not say.
    pub fn persons(&self) -> u32 {
        self.count().unwrap_or(1)
    }

    /// The name that the guest is sorted by; those without one stand at the end.
    pub(super) fn sorted_by(&self) -> Option<&str> {
        self.words("ten_sap_xep").or(self.name())
    }
}
