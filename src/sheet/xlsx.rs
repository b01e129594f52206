//! Sheets of an `.xlsx` file, through calamine's stream of cells: no rectangle is ever made, and of
//! a formula only the value that was saved with it is seen.

use std::io::Cursor;

use calamine::{DataRef, Dimensions, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx};
use chrono::NaiveDate;

use crate::text::legacy::Encoding;

use super::grid::{Gathering, Grid, Merge, OldFont, Raw, Refusal};
use super::guard;

/// An open workbook.
pub(super) struct Workbook<'a> {
    xlsx: Xlsx<Cursor<&'a [u8]>>,
}

/// Opens a workbook that the guard has passed.
pub(super) fn open(bytes: &[u8]) -> Result<Workbook<'_>, Refusal> {
    guarded(|| Xlsx::new(Cursor::new(bytes)).map_err(|error| broken(&error)))
        .map(|xlsx| Workbook { xlsx })
}

impl Workbook<'_> {
    /// Names of the sheets that can hold a table, and whether they are hidden.
    pub(super) fn sheets(&self) -> Vec<(String, bool)> {
        let sheets = self.xlsx.sheets_metadata().iter();
        sheets
            .filter(|sheet| sheet.typ == SheetType::WorkSheet)
            .map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible))
            .collect()
    }

    /// A sheet; or, without its merged ranges, the rows of it up to a number.
    pub(super) fn grid(&mut self, name: &str, rows: Option<usize>) -> Result<Grid, Refusal> {
        guarded(|| self.read(name, rows))
    }

    fn read(&mut self, name: &str, rows: Option<usize>) -> Result<Grid, Refusal> {
        let mut gathering = Gathering::new(Some(name.to_string()));
        if rows.is_none() {
            let merges = self.xlsx.merge_cells_by_sheet_name(name);
            for merge in merges.map_err(|error| broken(&error))? {
                gathering.merge(merged(merge));
            }
        }
        let reader = self.xlsx.worksheet_cells_reader(name);
        let mut reader = reader.map_err(|error| broken(&error))?;
        let fonts: Vec<Option<OldFont>> = reader
            .styles()
            .iter()
            .map(|style| Encoding::of_font(style.font.as_ref()?.name.as_deref()?))
            .collect();
        loop {
            let next = reader.next_cell_with_style_id();
            let Some((cell, style)) = next.map_err(|error| broken(&error))? else {
                return gathering.finish();
            };
            let (row, column) = cell.get_position();
            let (row, column) = (row as usize + 1, column as usize);
            if rows.is_some_and(|last| row > last) {
                return gathering.finish();
            }
            if let Some(value) = raw(cell.get_value()) {
                let font = fonts.get(style).copied().flatten();
                gathering.push(row, column, value, font)?;
            }
        }
    }
}

/// Runs the foreign reader; should it break over a hostile file, that is a finding like others.
fn guarded<T>(read: impl FnOnce() -> Result<T, Refusal>) -> Result<T, Refusal> {
    let unwinding = std::panic::AssertUnwindSafe(read);
    std::panic::catch_unwind(unwinding).unwrap_or_else(|_| Err(damaged()))
}

fn merged(merge: Dimensions) -> Merge {
    let ((first, left), (last, right)) = (merge.start, merge.end);
    Merge {
        rows: (first as usize + 1, last as usize + 1),
        columns: (left as usize, right as usize),
    }
}

fn raw(value: &DataRef<'_>) -> Option<Raw> {
    match value {
        DataRef::Empty => None,
        DataRef::Int(number) => Some(Raw::Number(*number as f64)),
        DataRef::Float(number) => Some(Raw::Number(*number)),
        DataRef::String(text) => Some(Raw::Text(text.as_str().into())),
        DataRef::SharedString(text) => Some(Raw::Text((*text).into())),
        DataRef::Bool(flag) => Some(Raw::Flag(*flag)),
        DataRef::DateTime(date) => Some(dated(date)),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            Some(Raw::Text(text.as_str().into()))
        }
        DataRef::Error(error) => Some(Raw::Fault(error.to_string().into())),
    }
}

/// A number that is shown as a date; a length of time stays a number.
fn dated(date: &ExcelDateTime) -> Raw {
    if date.is_duration() {
        return Raw::Number(date.as_f64());
    }
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day))
        .and_then(|day| day.and_hms_opt(u32::from(hour), u32::from(minute), u32::from(second)))
        .map_or(Raw::Number(date.as_f64()), Raw::Date)
}

fn broken(error: &calamine::XlsxError) -> Refusal {
    match error {
        calamine::XlsxError::Password => guard::encrypted(),
        _ => damaged(),
    }
}

/// A file that unpacks but does not make sense.
pub(super) fn damaged() -> Refusal {
    Refusal::new(
        "tep-hong",
        "bảng tính có nội dung hỏng, không đọc được",
        "mở bằng Excel, chọn Lưu thành (Save As) một tệp .xlsx mới rồi dùng tệp ấy",
    )
}
