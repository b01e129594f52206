//! Table files made by code: what the tests of formats and of hostile files write.

use std::io::{Cursor, Write};
use std::path::PathBuf;

use rust_xlsxwriter::{Format, Workbook, Worksheet};
use tempfile::TempDir;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::super::{Options, Sheet, guests, read};

/// A file in a folder that goes away with it.
pub(super) struct TableFile {
    folder: TempDir,
    name: String,
}

/// A file of a name and some bytes.
pub(super) fn file(name: &str, bytes: impl AsRef<[u8]>) -> TableFile {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join(name), bytes).unwrap();
    TableFile {
        folder,
        name: name.to_string(),
    }
}

impl TableFile {
    pub(super) fn path(&self) -> PathBuf {
        self.folder.path().join(&self.name)
    }

    /// The guest list in it, and the findings without the folder's name.
    pub(super) fn read(&self) -> (Option<Sheet>, Vec<String>) {
        self.read_with(&Options::new(guests()))
    }

    pub(super) fn read_with(&self, options: &Options) -> (Option<Sheet>, Vec<String>) {
        let (sheet, found) = read(&self.path(), options);
        let found = found.iter().map(ToString::to_string);
        (sheet, found.map(|one| self.shown(&one)).collect())
    }

    /// A text without the folder's name.
    pub(super) fn shown(&self, text: &str) -> String {
        text.replace(&format!("{}/", self.folder.path().display()), "")
    }

    /// The rows of the guest list in it, without findings: cells with `|` between, `_` for none.
    pub(super) fn rows(&self) -> Vec<String> {
        let (sheet, found) = self.read();
        assert_eq!(found, [""; 0]);
        shown_rows(&sheet.unwrap())
    }

    /// The notes of the guest list in it.
    pub(super) fn notes(&self) -> Vec<String> {
        let sheet = self.read().0.unwrap();
        let notes = sheet.notes.iter().map(ToString::to_string);
        notes.map(|one| self.shown(&one)).collect()
    }
}

pub(super) fn shown_rows(sheet: &Sheet) -> Vec<String> {
    let shown = |text: &str| {
        if text.is_empty() {
            "_".to_string()
        } else {
            text.to_string()
        }
    };
    sheet
        .rows
        .iter()
        .map(|row| {
            let cells = row.iter().map(|(_, cell)| shown(cell.text));
            cells.collect::<Vec<_>>().join("|")
        })
        .collect()
}

/// The bytes of a workbook.
pub(super) fn xlsx(make: impl FnOnce(&mut Workbook)) -> Vec<u8> {
    let mut workbook = Workbook::new();
    make(&mut workbook);
    workbook.save_to_buffer().unwrap()
}

/// Writes rows of text into a sheet; `_` is an empty cell. The first row is `from`, counted from 0.
pub(super) fn fill(sheet: &mut Worksheet, from: u32, rows: &[&str]) {
    for (row, cells) in (from..).zip(rows) {
        for (column, text) in (0..).zip(cells.split('|')) {
            if text != "_" {
                sheet.write_string(row, column, text).unwrap();
            }
        }
    }
}

/// A workbook of one sheet with rows of text from the first row on.
pub(super) fn plain_xlsx(rows: &[&str]) -> Vec<u8> {
    xlsx(|book| fill(book.add_worksheet(), 0, rows))
}

pub(super) fn in_font(name: &str) -> Format {
    Format::new().set_font_name(name)
}

/// A zip file of parts.
pub(super) fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, content) in parts {
        zip.start_file(*name, options).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The bytes of an `.ods` file with some XML of rows in its one sheet.
pub(super) fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content><office:body>\
         <office:spreadsheet><table:table table:name=\"Khách mời\">{rows}</table:table>\
         </office:spreadsheet></office:body></office:document-content>"
    );
    zipped(&[
        (
            "mimetype",
            b"application/vnd.oasis.opendocument.spreadsheet",
        ),
        ("META-INF/manifest.xml", b"<manifest:manifest/>"),
        ("content.xml", content.as_bytes()),
    ])
}

/// A row of an `.ods` file from texts with `|` between.
pub(super) fn ods_row(cells: &str) -> String {
    let cell = |text: &str| {
        format!(
            "<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
        )
    };
    let cells: String = cells.split('|').map(cell).collect();
    format!("<table:table-row>{cells}</table:table-row>")
}

/// A record of a workbook stream of Excel 97-2003.
pub(super) fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len()).unwrap();
    [&kind.to_le_bytes()[..], &length.to_le_bytes(), data].concat()
}

/// The bytes of an `.xls` file with one sheet: records that all sheets share, and of the sheet.
pub(super) fn xls(shared: &[Vec<u8>], sheet: &[Vec<u8>]) -> Vec<u8> {
    let begin = record(0x0809, &[0, 6, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    let end = record(0x000A, &[]);
    let shared = shared.concat();
    let start = begin.len() + shared.len() + 12 + 3 + end.len();
    let start = u32::try_from(start).unwrap().to_le_bytes();
    let named = [&start[..], &[0, 0, 3, 0], b"Ds1"].concat();
    let stream = [
        &begin[..],
        &shared,
        &record(0x0085, &named),
        &end,
        &begin,
        &sheet.concat(),
        &end,
    ]
    .concat();
    container("/Workbook", &stream)
}

/// A compound file with one stream.
pub(super) fn container(name: &str, stream: &[u8]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream(name).unwrap().write_all(stream).unwrap();
    file.flush().unwrap();
    file.into_inner().into_inner()
}

/// Row, column and format of a cell's record.
pub(super) fn cell_head(row: u16, column: u16, format: u16) -> Vec<u8> {
    [row, column, format]
        .iter()
        .flat_map(|number| number.to_le_bytes())
        .collect()
}

/// A text cell of an `.xls` sheet.
pub(super) fn label(row: u16, column: u16, format: u16, text: &str) -> Vec<u8> {
    let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let count = u16::try_from(units.len() / 2).unwrap().to_le_bytes();
    let data = [&cell_head(row, column, format)[..], &count, &[1], &units].concat();
    record(0x0204, &data)
}

/// A number cell of an `.xls` sheet.
pub(super) fn number(row: u16, column: u16, format: u16, value: f64) -> Vec<u8> {
    let data = [&cell_head(row, column, format)[..], &value.to_le_bytes()].concat();
    record(0x0203, &data)
}
