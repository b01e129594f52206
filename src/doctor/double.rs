//! Rows that are perhaps one: the same name, also spelled otherwise, the same telephone number.

use std::collections::BTreeMap;

use crate::diag::Diagnostic;
use crate::sheet::Row;
use crate::text::fold;

/// Two rows that have something in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Double {
    /// Index of the first of the two.
    pub first: usize,
    /// Index of the second.
    pub again: usize,
    /// What they have in common.
    pub how: How,
}

/// What two rows have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// Name and unit.
    Unit,
    /// Name and telephone number.
    NameAndPhone,
    /// The name alone.
    Name,
    /// The telephone number alone.
    Phone,
    /// Post and unit, both without a name.
    Post,
}

/// The rows that have something in common with an earlier one, in order, each once.
///
/// Spelling does not count: case, spaces, Unicode form, the letter that bears the tone, look-alikes
/// of Đ. Takes time in proportion to the rows.
pub fn find(rows: &[&Row]) -> Vec<Double> {
    let mut seen = Seen::default();
    rows.iter()
        .enumerate()
        .filter_map(|(again, row)| {
            let (first, how) = seen.look(again, row)?;
            Some(Double { first, again, how })
        })
        .collect()
}

/// The first row of each key.
#[derive(Default)]
struct Seen(BTreeMap<(How, String), usize>);

impl Seen {
    /// What a row has in common with an earlier one; from now on it is one itself.
    fn look(&mut self, at: usize, row: &Row) -> Option<(usize, How)> {
        let found = keys(row)
            .into_iter()
            .map(|key| (key.0, self.0.get(&key).copied(), key))
            .collect::<Vec<_>>();
        let first = found
            .iter()
            .find_map(|(how, first, _)| first.map(|first| (first, *how)));
        for (_, known, key) in found {
            if known.is_none() {
                self.0.insert(key, at);
            }
        }
        first
    }
}

/// The keys of a row, those first that say most.
fn keys(row: &Row) -> Vec<(How, String)> {
    let key = |key: &str| fold::key(row.text(key));
    let (name, unit, phone) = (key("ho_ten"), key("don_vi"), key("dien_thoai"));
    let mut keys = Vec::new();
    let mut add = |how, parts: &[&str]| {
        if parts.iter().all(|part| !part.is_empty()) {
            keys.push((how, parts.join("\n")));
        }
    };
    match name.is_empty() {
        true => add(How::Post, &[&key("chuc_vu"), &unit]),
        false => {
            add(How::Unit, &[&name, &unit]);
            add(How::NameAndPhone, &[&name, &phone]);
            add(How::Name, &[&name]);
        }
    }
    add(How::Phone, &[&phone]);
    keys
}

/// The doubles of a table as findings. A person with two awards is none: awards have their own check.
pub fn check(rows: &[&Row]) -> Vec<Diagnostic> {
    find(rows)
        .into_iter()
        .filter_map(|double| {
            let (first, again) = (rows.get(double.first)?, rows.get(double.again)?);
            let award = |row: &Row| fold::key(row.text("danh_hieu"));
            (award(first) == award(again)).then(|| tell(first, again, double.how))
        })
        .collect()
}

fn tell(first: &Row, again: &Row, how: How) -> Diagnostic {
    let name = again.text("ho_ten");
    let row = first.number;
    let written = match first.text("ho_ten") == name {
        true => String::new(),
        false => format!(" (ở đó viết “{}”)", first.text("ho_ten")),
    };
    match how {
        How::Unit | How::NameAndPhone => {
            let common = match how {
                How::Unit => "cùng đơn vị",
                How::NameAndPhone | How::Name | How::Phone | How::Post => "cùng số điện thoại",
            };
            let message = format!("“{name}” trùng với dòng {row}{written}, {common}");
            Diagnostic::warning("trung-dong", again.place("ho_ten"), message)
                .hint("xóa một trong hai dòng; nếu là hai người thì bỏ qua")
        }
        How::Post => {
            let message = format!(
                "trùng với dòng {row}: “{}, {}”, không có họ tên",
                again.text("chuc_vu"),
                again.text("don_vi")
            );
            Diagnostic::warning("trung-dong", again.place("chuc_vu"), message)
                .hint("xóa một dòng, hoặc ghi số người vào cột Số lượng của một dòng")
        }
        How::Name => {
            let message = format!("“{name}” cùng họ tên với dòng {row}{written}, khác đơn vị");
            Diagnostic::note("trung-ho-ten", again.place("ho_ten"), message)
                .hint("một người ghi hai lần, hay hai người trùng tên?")
        }
        How::Phone => {
            let message = format!(
                "cùng số điện thoại với dòng {row}: “{}”",
                again.text("dien_thoai")
            );
            Diagnostic::note("trung-dien-thoai", again.place("dien_thoai"), message)
                .hint("số chung của cơ quan thì bỏ qua; nếu không, xem lại số của từng người")
        }
    }
}
