//! The records of an Excel 97-2003 workbook stream (BIFF8): framing, strings, number formats.
//!
//! Everything is read through checked slices: a record that is too short yields nothing.

/// Types of record (MS-XLS 2.3).
pub(super) mod kind {
    pub(crate) const FORMULA: u16 = 0x0006;
    pub(crate) const END: u16 = 0x000A;
    pub(crate) const DATE_MODE: u16 = 0x0022;
    pub(crate) const FILE_PASS: u16 = 0x002F;
    pub(crate) const FONT: u16 = 0x0031;
    pub(crate) const CONTINUE: u16 = 0x003C;
    pub(crate) const SHEET: u16 = 0x0085;
    pub(crate) const MUL_RK: u16 = 0x00BD;
    pub(crate) const CELL_FORMAT: u16 = 0x00E0;
    pub(crate) const MERGED: u16 = 0x00E5;
    pub(crate) const SHARED_STRINGS: u16 = 0x00FC;
    pub(crate) const SHARED_LABEL: u16 = 0x00FD;
    pub(crate) const NUMBER: u16 = 0x0203;
    pub(crate) const LABEL: u16 = 0x0204;
    pub(crate) const BOOL_ERR: u16 = 0x0205;
    pub(crate) const STRING: u16 = 0x0207;
    pub(crate) const RK: u16 = 0x027E;
    pub(crate) const FORMAT: u16 = 0x041E;
    pub(crate) const BEGIN: u16 = 0x0809;
}

/// A record: its type and its bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Record<'a> {
    pub(super) kind: u16,
    pub(super) data: &'a [u8],
}

/// The records of a stream from a place on; a cut stream ends early.
pub(super) fn records(stream: &[u8], from: usize) -> impl Iterator<Item = Record<'_>> {
    let mut at = from;
    std::iter::from_fn(move || {
        let kind = u16_at(stream, at)?;
        let length = usize::from(u16_at(stream, at + 2)?);
        let data = stream.get(at + 4..at + 4 + length)?;
        at += 4 + length;
        Some(Record { kind, data })
    })
}

pub(super) fn u16_at(data: &[u8], at: usize) -> Option<u16> {
    let bytes = data.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes(bytes.try_into().ok()?))
}

pub(super) fn u32_at(data: &[u8], at: usize) -> Option<u32> {
    let bytes = data.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(bytes.try_into().ok()?))
}

pub(super) fn f64_at(data: &[u8], at: usize) -> Option<f64> {
    let bytes = data.get(at..at.checked_add(8)?)?;
    Some(f64::from_le_bytes(bytes.try_into().ok()?))
}

/// A number packed in four bytes (RkNumber, 2.5.217).
pub(super) fn rk(packed: u32) -> f64 {
    let number = match packed & 2 {
        0 => f64::from_bits(u64::from(packed & !3) << 32),
        _ => f64::from((packed as i32) >> 2),
    };
    if packed & 1 == 1 {
        number / 100.0
    } else {
        number
    }
}

/// What an error is called (BErr, 2.5.10).
pub(super) fn fault(code: u8) -> &'static str {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2A => "#N/A",
        _ => "#LỖI",
    }
}

/// True for a number format that shows a day: built in, or with day or year letters of its own.
pub(super) fn is_date(id: u16, code: Option<&str>) -> bool {
    let Some(code) = code else {
        return matches!(id, 14..=17 | 22 | 27..=36 | 50..=58);
    };
    let mut quoted = false;
    let mut escaped = false;
    let mut letters = String::new();
    for char in code.split(';').next().unwrap_or("").chars() {
        match char {
            _ if escaped => escaped = false,
            '\\' | '_' => escaped = true,
            '"' => quoted = !quoted,
            '[' => quoted = true,
            ']' => quoted = false,
            _ if !quoted => letters.extend(char.to_lowercase()),
            _ => {}
        }
    }
    !letters.contains("general") && letters.contains(['d', 'y'])
}

/// A string with its count of characters before it, in two bytes or in one.
pub(super) fn string(data: &[u8], wide_count: bool) -> Option<String> {
    let (count, at) = match wide_count {
        true => (usize::from(u16_at(data, 0)?), 2),
        false => (usize::from(*data.first()?), 1),
    };
    let wide = data.get(at)? & 1 == 1;
    characters(data.get(at + 1..)?, count, wide)
}

/// So many characters of one byte or two.
fn characters(data: &[u8], count: usize, wide: bool) -> Option<String> {
    if !wide {
        let bytes = data.get(..count)?;
        return Some(bytes.iter().map(|byte| char::from(*byte)).collect());
    }
    let (pairs, _) = data.get(..count * 2)?.as_chunks::<2>();
    let units: Vec<u16> = pairs.iter().map(|pair| u16::from_le_bytes(*pair)).collect();
    Some(String::from_utf16_lossy(&units))
}

/// The shared strings (SST, 2.4.265): a record and those that continue it. A string may be cut by
/// the end of a record; the next one then says anew how wide its characters are.
pub(super) fn shared_strings(parts: &[&[u8]]) -> Vec<String> {
    let mut reader = Parts {
        parts,
        part: 0,
        at: 8,
    };
    let mut strings = Vec::new();
    while let Some(string) = reader.string() {
        strings.push(string);
    }
    strings
}

/// A place in a chain of records.
struct Parts<'a> {
    parts: &'a [&'a [u8]],
    part: usize,
    at: usize,
}

impl Parts<'_> {
    fn string(&mut self) -> Option<String> {
        let head = self.bytes(3)?;
        let count = usize::from(u16_at(&head, 0)?);
        let flags = *head.get(2)?;
        let runs = match flags & 8 {
            0 => 0,
            _ => usize::from(u16_at(&self.bytes(2)?, 0)?) * 4,
        };
        let phonetic = match flags & 4 {
            0 => 0,
            _ => u32_at(&self.bytes(4)?, 0)? as usize,
        };
        let text = self.text(count, flags & 1 == 1)?;
        self.skip(runs.saturating_add(phonetic));
        Some(text)
    }

    /// The characters of a string, over as many records as they take.
    fn text(&mut self, count: usize, mut wide: bool) -> Option<String> {
        let mut text = String::new();
        let mut left = count;
        loop {
            let rest = self.parts.get(self.part)?.get(self.at..)?;
            let size = if wide { 2 } else { 1 };
            let here = left.min(rest.len() / size);
            text.push_str(&characters(rest, here, wide)?);
            self.at += here * size;
            left -= here;
            if left == 0 {
                return Some(text);
            }
            self.part += 1;
            wide = self.parts.get(self.part)?.first()? & 1 == 1;
            self.at = 1;
        }
    }

    /// So many bytes; a cut between records does not count.
    fn bytes(&mut self, count: usize) -> Option<Vec<u8>> {
        let mut bytes = Vec::with_capacity(count);
        while bytes.len() < count {
            match self.parts.get(self.part)?.get(self.at) {
                Some(byte) => {
                    bytes.push(*byte);
                    self.at += 1;
                }
                None => self.next(),
            }
        }
        Some(bytes)
    }

    fn skip(&mut self, mut count: usize) {
        while let Some(part) = self.parts.get(self.part).filter(|_| count > 0) {
            let here = count.min(part.len().saturating_sub(self.at));
            self.at += here;
            count -= here;
            if count > 0 {
                self.next();
            }
        }
    }

    fn next(&mut self) {
        self.part += 1;
        self.at = 0;
    }
}
