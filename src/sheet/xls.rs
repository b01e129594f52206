//! Sheets of an Excel 97-2003 file, read from its records by hand.
//!
//! calamine follows the chains and counts of such a file on its word, loops on a circle and fills
//! whole rectangles; it also drops the fonts, which in these files tell the old encodings.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use chrono::{Days, NaiveDate, NaiveDateTime, TimeDelta};

use crate::text::legacy::Encoding;

use super::biff::{self, Record, f64_at, kind, records, u16_at, u32_at};
use super::grid::{Gathering, Grid, Merge, OldFont, Raw, Refusal};
use super::guard;
use super::xlsx::damaged;

/// An open workbook.
pub(super) struct Workbook {
    stream: Vec<u8>,
    sheets: Vec<Sheet>,
    strings: Vec<String>,
    formats: Vec<Format>,
    from_1904: bool,
}

struct Sheet {
    name: String,
    hidden: bool,
    start: usize,
}

/// What matters of a cell format.
#[derive(Clone, Copy, Default)]
struct Format {
    date: bool,
    font: Option<OldFont>,
}

/// Opens the container and reads what all sheets share.
pub(super) fn open(bytes: &[u8]) -> Result<Workbook, Refusal> {
    let mut container = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(|_| cut())?;
    if container.is_stream("/EncryptedPackage") {
        return Err(guard::encrypted());
    }
    if container.is_stream("/WordDocument") {
        return Err(Refusal::new(
            "dang-tep-la",
            "đây là tệp Word, không phải bảng",
            "dùng bảng tính .xlsx, .xls, .ods hoặc tệp .csv",
        ));
    }
    if !container.is_stream("/Workbook") {
        return Err(match container.is_stream("/Book") {
            true => too_old(),
            false => damaged(),
        });
    }
    let mut stream = Vec::new();
    let opened = container.open_stream("/Workbook").map_err(|_| cut())?;
    // The stream lies in the file, so it cannot be longer.
    opened
        .take(bytes.len() as u64)
        .read_to_end(&mut stream)
        .map_err(|_| cut())?;
    Workbook::read(stream)
}

impl Workbook {
    /// Names of the sheets that can hold a table, and whether they are hidden.
    pub(super) fn sheets(&self) -> Vec<(String, bool)> {
        let sheets = self.sheets.iter();
        sheets
            .map(|sheet| (sheet.name.clone(), sheet.hidden))
            .collect()
    }

    /// A sheet.
    pub(super) fn grid(&self, name: &str) -> Result<Grid, Refusal> {
        let sheet = self.sheets.iter().find(|sheet| sheet.name == name);
        let start = sheet.map(|sheet| sheet.start).ok_or_else(damaged)?;
        let mut gathering = Gathering::new(Some(name.to_string()));
        let mut depth = 0;
        let mut formula = None;
        for record in records(&self.stream, start) {
            match record.kind {
                kind::BEGIN => depth += 1,
                kind::END if depth <= 1 => return gathering.finish(),
                kind::END => depth -= 1,
                // A chart inside the sheet has cells of its own.
                _ if depth > 1 => {}
                kind::FORMULA => formula = self.formula(record, &mut gathering)?,
                kind::STRING => {
                    if let (Some((row, column, font)), Some(text)) =
                        (formula.take(), biff::string(record.data, true))
                    {
                        gathering.push(row, column, Raw::Text(text.into()), font)?;
                    }
                }
                kind::MUL_RK => self.many(record.data, &mut gathering)?,
                kind::MERGED => merged(record.data, &mut gathering),
                _ => {
                    self.single(record, &mut gathering)?;
                }
            }
        }
        Err(cut())
    }

    /// The shared part of the stream.
    fn read(stream: Vec<u8>) -> Result<Workbook, Refusal> {
        let mut shared = Shared::default();
        let mut whole = false;
        let mut continued: Option<Vec<&[u8]>> = None;
        let mut strings = Vec::new();
        for record in records(&stream, 0) {
            if record.kind == kind::CONTINUE {
                if let Some(parts) = &mut continued {
                    parts.push(record.data);
                }
                continue;
            }
            if let Some(parts) = continued.take() {
                strings = biff::shared_strings(&parts);
            }
            match record.kind {
                kind::BEGIN if u16_at(record.data, 0) != Some(0x0600) => return Err(too_old()),
                kind::FILE_PASS => return Err(guard::encrypted()),
                kind::SHARED_STRINGS => continued = Some(vec![record.data]),
                kind::END => {
                    whole = true;
                    break;
                }
                _ => shared.take(record),
            }
        }
        if !whole {
            return Err(cut());
        }
        let formats = shared.formats();
        Ok(Workbook {
            sheets: shared.sheets,
            from_1904: shared.from_1904,
            formats,
            strings,
            stream,
        })
    }

    /// Where a cell is, and its format.
    fn head(&self, data: &[u8]) -> Option<(usize, usize, Format)> {
        let row = usize::from(u16_at(data, 0)?) + 1;
        let column = usize::from(u16_at(data, 2)?);
        let format = self.formats.get(usize::from(u16_at(data, 4)?));
        Some((row, column, format.copied().unwrap_or_default()))
    }

    /// A cell that is a record of its own; other records are none of ours.
    fn single(&self, record: Record<'_>, gathering: &mut Gathering) -> Result<(), Refusal> {
        let data = record.data;
        let value = |format: Format| match record.kind {
            kind::NUMBER => Some(self.number(f64_at(data, 6)?, format)),
            kind::RK => Some(self.number(biff::rk(u32_at(data, 6)?), format)),
            kind::LABEL => Some(Raw::Text(biff::string(data.get(6..)?, true)?.into())),
            kind::SHARED_LABEL => {
                let text = self.strings.get(u32_at(data, 6)? as usize)?;
                Some(Raw::Text(text.as_str().into()))
            }
            kind::BOOL_ERR => match (data.get(6)?, data.get(7)?) {
                (flag, 0) => Some(Raw::Flag(*flag != 0)),
                (code, _) => Some(Raw::Fault(biff::fault(*code).into())),
            },
            _ => None,
        };
        if let Some((row, column, format)) = self.head(data)
            && let Some(value) = value(format)
        {
            gathering.push(row, column, value, format.font)?;
        }
        Ok(())
    }

    /// The saved value of a formula. A text follows in a record of its own, for the cell given back.
    fn formula(
        &self,
        record: Record<'_>,
        gathering: &mut Gathering,
    ) -> Result<Option<(usize, usize, Option<OldFont>)>, Refusal> {
        let data = record.data;
        let (Some((row, column, format)), Some(saved)) = (self.head(data), data.get(6..14)) else {
            return Ok(None);
        };
        let value = match (&saved[6..], saved[0], saved[2]) {
            ([0xFF, 0xFF], 0, _) => return Ok(Some((row, column, format.font))),
            ([0xFF, 0xFF], 1, flag) => Raw::Flag(flag != 0),
            ([0xFF, 0xFF], 2, code) => Raw::Fault(biff::fault(code).into()),
            ([0xFF, 0xFF], ..) => return Ok(None),
            _ => self.number(f64_at(saved, 0).unwrap_or_default(), format),
        };
        gathering.push(row, column, value, format.font)?;
        Ok(None)
    }

    /// Numbers side by side in one record.
    fn many(&self, data: &[u8], gathering: &mut Gathering) -> Result<(), Refusal> {
        let (Some(row), Some(first)) = (u16_at(data, 0), u16_at(data, 2)) else {
            return Ok(());
        };
        let packed = data.get(4..data.len().saturating_sub(2)).unwrap_or(&[]);
        let (cells, _) = packed.as_chunks::<6>();
        for (index, cell) in cells.iter().enumerate() {
            let format = self.formats.get(usize::from(u16_at(cell, 0).unwrap_or(0)));
            let format = format.copied().unwrap_or_default();
            let value = self.number(biff::rk(u32_at(cell, 2).unwrap_or(0)), format);
            let column = usize::from(first) + index;
            gathering.push(usize::from(row) + 1, column, value, format.font)?;
        }
        Ok(())
    }

    /// A number, as a day if it is shown as one.
    fn number(&self, number: f64, format: Format) -> Raw {
        let date = format.date.then(|| day(number, self.from_1904)).flatten();
        date.map_or(Raw::Number(number), Raw::Date)
    }
}

/// What sheets share, as it is gathered.
#[derive(Default)]
struct Shared {
    sheets: Vec<Sheet>,
    fonts: Vec<Option<OldFont>>,
    codes: BTreeMap<u16, String>,
    /// Font and number format of each cell format.
    cells: Vec<(u16, u16)>,
    from_1904: bool,
}

impl Shared {
    fn take(&mut self, record: Record<'_>) {
        let data = record.data;
        match record.kind {
            kind::DATE_MODE => self.from_1904 = u16_at(data, 0) == Some(1),
            kind::FONT => {
                let name = data.get(14..).and_then(|name| biff::string(name, false));
                self.fonts
                    .push(name.and_then(|name| Encoding::of_font(&name)));
            }
            kind::FORMAT => {
                let code = data.get(2..).and_then(|code| biff::string(code, true));
                if let (Some(id), Some(code)) = (u16_at(data, 0), code) {
                    self.codes.insert(id, code);
                }
            }
            kind::CELL_FORMAT => {
                let font = u16_at(data, 0).unwrap_or(0);
                self.cells.push((font, u16_at(data, 2).unwrap_or(0)));
            }
            kind::SHEET => {
                let name = data.get(6..).and_then(|name| biff::string(name, false));
                if let (Some(start), Some(name), Some([state, 0])) =
                    (u32_at(data, 0), name, data.get(4..6))
                {
                    self.sheets.push(Sheet {
                        name,
                        hidden: state & 3 != 0,
                        start: start as usize,
                    });
                }
            }
            _ => {}
        }
    }

    fn formats(&self) -> Vec<Format> {
        let format = |(font, id): &(u16, u16)| {
            // There is no font number 4 (2.5.129).
            let font = usize::from(if *font > 4 { font - 1 } else { *font });
            Format {
                date: biff::is_date(*id, self.codes.get(id).map(String::as_str)),
                font: self.fonts.get(font).copied().flatten(),
            }
        };
        self.cells.iter().map(format).collect()
    }
}

/// The day of a serial number.
fn day(serial: f64, from_1904: bool) -> Option<NaiveDateTime> {
    if !(1.0..2_958_466.0).contains(&serial) {
        return None;
    }
    // Excel counts a 29 February 1900 that never was.
    let (year, month, day) = match from_1904 {
        true => (1904, 1, 1),
        false if serial < 60.0 => (1899, 12, 31),
        false => (1899, 12, 30),
    };
    let epoch = NaiveDate::from_ymd_opt(year, month, day)?;
    let date = epoch.checked_add_days(Days::new(serial as u64))?;
    let seconds = (serial.fract() * 86_400.0).round() as i64;
    date.and_hms_opt(0, 0, 0)?
        .checked_add_signed(TimeDelta::seconds(seconds))
}

fn merged(data: &[u8], gathering: &mut Gathering) {
    let (ranges, _) = data.get(2..).unwrap_or(&[]).as_chunks::<8>();
    for range in ranges {
        let number = |at| usize::from(u16_at(range, at).unwrap_or(0));
        gathering.merge(Merge {
            rows: (number(0) + 1, number(2) + 1),
            columns: (number(4), number(6)),
        });
    }
}

fn cut() -> Refusal {
    Refusal::new(
        "tep-hong",
        "tệp bảng tính bị hỏng hoặc chưa tải về hết",
        "mở thử bằng Excel; nếu Excel cũng báo lỗi thì xin lại tệp gốc",
    )
}

fn too_old() -> Refusal {
    Refusal::new(
        "dang-tep-la",
        "bảng tính của Excel 95 hoặc cũ hơn, không đọc được",
        "mở bằng Excel rồi chọn Lưu thành (Save As), kiểu “Excel Workbook (*.xlsx)”",
    )
}
