//! A text file with delimiters (CSV): which delimiter it has, whether its quotes close, its rows.

use super::grid::{Gathering, Grid, MOST_COLUMNS, Raw, Refusal, too_many_rows};

/// Delimiters that programs write here.
const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];

/// Records that the choice of the delimiter looks at.
const SAMPLE: usize = 30;

/// Lines that one quoted cell may run over.
const MOST_LINES: usize = 100;

/// Records of a file, blank ones too.
const MOST_RECORDS: usize = 1_000_000;

/// The rows of a text. `known` counts the columns of ours that a row of titles names.
pub(super) fn read(text: &str, known: impl Fn(&[&str]) -> usize) -> Result<Grid, Refusal> {
    let (text, skipped, said) = without_hint(text);
    let delimiter = match said {
        Some(delimiter) => delimiter,
        None => choose(text, known),
    };
    check_quotes(text, delimiter, skipped)?;
    let mut gathering = Gathering::new(None);
    let mut lines = Lines {
        text: text.as_bytes(),
        at: 0,
        line: 1 + skipped,
    };
    for (index, record) in records(text, delimiter).enumerate() {
        let record = record.map_err(|_| unreadable())?;
        if index >= MOST_RECORDS {
            return Err(too_many_rows());
        }
        let line = lines.of(record.position().map_or(0, |at| at.byte() as usize));
        for (column, cell) in record.iter().enumerate().take(MOST_COLUMNS + 1) {
            if !cell.is_empty() {
                gathering.push(line, column, Raw::Text(cell.into()), None)?;
            }
        }
    }
    gathering.finish()
}

/// Counts the lines of a text, forwards only. The reader of records counts one too few after
/// `\r\n`, because for it a record begins before the `\n`.
struct Lines<'a> {
    text: &'a [u8],
    at: usize,
    line: usize,
}

impl Lines<'_> {
    /// The line of the record that begins at a byte or after the line ends there.
    fn of(&mut self, start: usize) -> usize {
        while let Some(byte) = self.text.get(self.at) {
            let is_end = matches!(byte, b'\r' | b'\n');
            if self.at >= start && !is_end {
                break;
            }
            self.at += 1;
            let pair = *byte == b'\r' && self.text.get(self.at) == Some(&b'\n');
            self.line += usize::from(is_end && !pair);
        }
        self.line
    }
}

/// The text after a first line `sep=;`, which Excel writes, with the lines skipped.
fn without_hint(text: &str) -> (&str, usize, Option<u8>) {
    let Some((first, rest)) = text.split_once('\n') else {
        return (text, 0, None);
    };
    match first.trim_end().strip_prefix("sep=").map(str::as_bytes) {
        Some([delimiter]) => (rest, 1, Some(*delimiter)),
        Some(_) | None => (text, 0, None),
    }
}

/// The delimiter under which most columns are known, or else most rows have as many cells.
fn choose(text: &str, known: impl Fn(&[&str]) -> usize) -> u8 {
    let score = |delimiter: u8| {
        let rows: Vec<csv::StringRecord> = records(text, delimiter)
            .take(SAMPLE)
            .filter_map(Result::ok)
            .collect();
        let named = rows
            .iter()
            .map(|row| known(&row.iter().collect::<Vec<_>>()));
        let widths: Vec<usize> = rows.iter().map(csv::StringRecord::len).collect();
        let same = |width: usize| widths.iter().filter(|other| **other == width).count();
        let even = widths
            .iter()
            .filter(|width| **width > 1)
            .map(|width| (same(*width), *width))
            .max();
        (named.max().unwrap_or(0), even.unwrap_or((0, 0)))
    };
    // Of equals the last would be taken, and the comma is the likeliest.
    let best = DELIMITERS
        .iter()
        .rev()
        .max_by_key(|delimiter| score(**delimiter));
    best.copied().unwrap_or(b',')
}

fn records(
    text: &str,
    delimiter: u8,
) -> impl Iterator<Item = Result<csv::StringRecord, csv::Error>> {
    csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes())
        .into_records()
}

/// Quotes that open a cell must close it; otherwise rows run together unseen.
fn check_quotes(text: &str, delimiter: u8, skipped: usize) -> Result<(), Refusal> {
    let mut line = 1 + skipped;
    let mut opened = None;
    let mut start = true;
    let mut bytes = text.bytes().peekable();
    while let Some(byte) = bytes.next() {
        line += usize::from(byte == b'\n');
        if let Some(from) = opened {
            if line - from > MOST_LINES {
                return Err(unclosed(from));
            }
            if byte != b'"' {
                continue;
            }
            match bytes.peek() {
                Some(b'"') => {
                    bytes.next();
                }
                Some(b'\r' | b'\n') | None => opened = None,
                Some(next) if *next == delimiter => opened = None,
                Some(_) => return Err(unclosed(from)),
            }
            continue;
        }
        match byte {
            b'"' if start => opened = Some(line),
            b'\n' | b'\r' => start = true,
            other => start = other == delimiter,
        }
    }
    opened.map_or(Ok(()), |from| Err(unclosed(from)))
}

fn unclosed(line: usize) -> Refusal {
    Refusal {
        line: Some(line),
        ..Refusal::new(
            "nhay-kep-sai",
            "dấu nháy kép \" mở ô ở dòng này không được đóng đúng chỗ",
            "trong ô có dấu nháy kép thì viết hai lần \"\" và đặt cả ô trong nháy kép, hoặc dùng nháy cong “ ”",
        )
    }
}

fn unreadable() -> Refusal {
    Refusal::new(
        "tep-hong",
        "tệp .csv bị hỏng, không đọc được",
        "mở bằng Excel rồi lưu lại thành .xlsx",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<(usize, Vec<String>)> {
        let known = |row: &[&str]| row.iter().filter(|cell| **cell == "Họ tên").count();
        let grid = read(text, known).unwrap();
        let told = |row: &super::super::grid::GridRow| {
            let cells = row.cells.iter().map(|cell| match &cell.value {
                Raw::Text(text) => text.to_string(),
                other => format!("{other:?}"),
            });
            (row.number, cells.collect())
        };
        grid.rows.iter().map(told).collect()
    }

    #[test]
    fn the_delimiter_is_found() {
        let wanted = vec![
            (1, vec!["Họ tên".to_string(), "Đơn vị".to_string()]),
            (2, vec!["Lê A".to_string(), "Sở X, tỉnh Y; Z".to_string()]),
        ];
        for delimiter in [",", ";", "\t"] {
            let text = format!("Họ tên{delimiter}Đơn vị\nLê A{delimiter}\"Sở X, tỉnh Y; Z\"\n");
            assert_eq!(rows(&text), wanted, "{delimiter:?}");
        }
        assert_eq!(rows("sep=;\nHọ tên;Đơn vị\n")[0].0, 2);
    }

    #[test]
    fn cells_run_over_lines_and_rows_keep_their_line() {
        let text = "Họ tên,Đơn vị\r\n\"Lê\r\nA\",X\r\n\r\nB,\"Y \"\"Z\"\"\"\r\n";
        assert_eq!(
            rows(text)[1..],
            [
                (2, vec!["Lê\r\nA".to_string(), "X".to_string()]),
                (5, vec!["B".to_string(), "Y \"Z\"".to_string()]),
            ]
        );
    }

    #[test]
    fn a_quote_that_does_not_close_is_told_with_its_line() {
        for (text, line) in [
            ("a,b\nc,\"d\ne,f\n", 2),
            ("a,b\nc,d\n\"e\"f,g\n", 3),
            ("a,b\nc,\"d \"e\" f\"\n", 2),
        ] {
            let refusal = read(text, |_| 0).unwrap_err();
            assert_eq!(refusal.line, Some(line), "{text:?}");
        }
        assert!(read("a,b\nc \"d\" e,f\n", |_| 0).is_ok());
    }
}
