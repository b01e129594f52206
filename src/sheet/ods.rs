//! Sheets of an `.ods` file, read from its `content.xml` by hand.
//!
//! calamine writes out every repeated cell and row before its caller can say no, and does not tell
//! the merged ranges. Here a repeated blank costs nothing and the limits hold for each value.

use std::io::{Cursor, Read};

use chrono::{NaiveDate, NaiveDateTime};
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use zip::ZipArchive;

use super::grid::{Gathering, Grid, MOST_COLUMNS, MOST_ROWS, Merge, Raw, Refusal, too_many_rows};
use super::guard;
use super::xlsx::damaged;

/// An open document.
pub(super) struct Document {
    content: String,
}

/// Opens a document that the guard has passed.
pub(super) fn open(bytes: &[u8]) -> Result<Document, Refusal> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged())?;
    let mut part = |name: &str| {
        let mut text = String::new();
        let mut part = archive.by_name(name).ok()?;
        part.read_to_string(&mut text).ok().map(|_| text)
    };
    if part("META-INF/manifest.xml").is_some_and(|text| text.contains("encryption-data")) {
        return Err(guard::encrypted());
    }
    let content = part("content.xml").ok_or_else(damaged)?;
    Ok(Document { content })
}

impl Document {
    /// Names of the sheets in order; ODS hides them by style, which is not followed.
    pub(super) fn sheets(&self) -> Result<Vec<(String, bool)>, Refusal> {
        let mut reader = Reader::from_str(&self.content);
        let mut names = Vec::new();
        loop {
            match next(&mut reader)? {
                Event::Start(start) if start.name().as_ref() == b"table:table" => {
                    names.push((attribute(&start, "table:name").unwrap_or_default(), false));
                }
                Event::Eof => return Ok(names),
                _ => {}
            }
        }
    }

    /// A sheet, or the rows of it up to a number.
    pub(super) fn grid(&self, name: &str, rows: Option<usize>) -> Result<Grid, Refusal> {
        let mut reader = Reader::from_str(&self.content);
        loop {
            match next(&mut reader)? {
                Event::Start(start)
                    if start.name().as_ref() == b"table:table"
                        && attribute(&start, "table:name").unwrap_or_default() == name =>
                {
                    return Table::read(&mut reader, name, rows);
                }
                Event::Eof => return Err(damaged()),
                _ => {}
            }
        }
    }
}

/// A sheet being read.
struct Table {
    gathering: Gathering,
    /// The row being read, from 1.
    row: usize,
}

impl Table {
    fn read(reader: &mut Reader<&[u8]>, name: &str, rows: Option<usize>) -> Result<Grid, Refusal> {
        let mut table = Table {
            gathering: Gathering::new(Some(name.to_string())),
            row: 1,
        };
        while rows.is_none_or(|last| table.row <= last) {
            match next(reader)? {
                Event::Start(start) if start.name().as_ref() == b"table:table-row" => {
                    let repeated = repeats(&start, "table:number-rows-repeated");
                    table.read_row(reader, repeated)?;
                    table.row = table.row.saturating_add(repeated);
                }
                Event::Empty(start) if start.name().as_ref() == b"table:table-row" => {
                    let repeated = repeats(&start, "table:number-rows-repeated");
                    table.row = table.row.saturating_add(repeated);
                }
                Event::End(end) if end.name().as_ref() == b"table:table" => break,
                Event::Eof => return Err(damaged()),
                _ => {}
            }
        }
        table.gathering.finish()
    }

    /// The cells of a row that stands there so many times.
    fn read_row(&mut self, reader: &mut Reader<&[u8]>, times: usize) -> Result<(), Refusal> {
        let mut column = 0_usize;
        loop {
            match next(reader)? {
                Event::Start(start) if is_cell(&start) => {
                    let value = value(&start, content(reader, &start)?);
                    self.put(&start, times, column, value)?;
                    column =
                        column.saturating_add(repeats(&start, "table:number-columns-repeated"));
                }
                Event::Empty(start) if is_cell(&start) => {
                    self.put(&start, times, column, value(&start, String::new()))?;
                    column =
                        column.saturating_add(repeats(&start, "table:number-columns-repeated"));
                }
                Event::End(end) if end.name().as_ref() == b"table:table-row" => return Ok(()),
                Event::Eof => return Err(damaged()),
                _ => {}
            }
        }
    }

    /// A value wherever its cell is repeated, and the range that it spans.
    fn put(
        &mut self,
        start: &BytesStart<'_>,
        times: usize,
        column: usize,
        value: Option<Raw>,
    ) -> Result<(), Refusal> {
        let wide = repeats(start, "table:number-columns-spanned");
        let high = repeats(start, "table:number-rows-spanned");
        if wide > 1 || high > 1 {
            self.gathering.merge(Merge {
                rows: (self.row, self.row.saturating_add(high - 1)),
                columns: (column, column.saturating_add(wide - 1)),
            });
        }
        let Some(value) = value else {
            return Ok(());
        };
        if times > MOST_ROWS {
            return Err(too_many_rows());
        }
        let copies = repeats(start, "table:number-columns-repeated").min(MOST_COLUMNS + 1);
        for row in self.row..self.row.saturating_add(times) {
            for column in column..column.saturating_add(copies) {
                self.gathering.push(row, column, value.clone(), None)?;
            }
        }
        Ok(())
    }
}

fn next<'a>(reader: &mut Reader<&'a [u8]>) -> Result<Event<'a>, Refusal> {
    reader.read_event().map_err(|_| damaged())
}

fn is_cell(start: &BytesStart<'_>) -> bool {
    matches!(
        start.name().as_ref(),
        b"table:table-cell" | b"table:covered-table-cell"
    )
}

/// How many times; once if it is not said.
fn repeats(start: &BytesStart<'_>, name: &str) -> usize {
    let said = attribute(start, name).and_then(|text| text.parse().ok());
    said.unwrap_or(1).max(1)
}

fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = start.try_get_attribute(name).ok()??;
    let value = found
        .decoded_and_normalized_value(XmlVersion::Implicit1_0, start.decoder())
        .ok()?;
    Some(value.into_owned())
}

/// The text that a cell shows: its paragraphs, without comments.
fn content(reader: &mut Reader<&[u8]>, cell: &BytesStart<'_>) -> Result<String, Refusal> {
    let mut text = String::new();
    loop {
        match next(reader)? {
            Event::Text(words) => text.push_str(&words.decode().map_err(|_| damaged())?),
            Event::GeneralRef(name) => match name.resolve_char_ref() {
                Ok(Some(char)) => text.push(char),
                Ok(None) | Err(_) => {
                    let name = name.decode().map_err(|_| damaged())?;
                    text.push_str(resolve_xml_entity(&name).unwrap_or(""));
                }
            },
            Event::Start(start) if start.name().as_ref() == b"text:p" && !text.is_empty() => {
                text.push('\n');
            }
            Event::Start(start)
                if matches!(start.name().as_ref(), b"office:annotation" | b"table:table") =>
            {
                let end = start.to_end().into_owned();
                reader.read_to_end(end.name()).map_err(|_| damaged())?;
            }
            Event::Empty(start) => match start.name().as_ref() {
                b"text:s" | b"text:tab" => text.push(' '),
                b"text:line-break" => text.push('\n'),
                _ => {}
            },
            Event::End(end) if end.name() == cell.name() => return Ok(text),
            Event::Eof => return Err(damaged()),
            _ => {}
        }
    }
}

/// The value of a cell that shows a text.
fn value(cell: &BytesStart<'_>, text: String) -> Option<Raw> {
    if attribute(cell, "calcext:value-type").as_deref() == Some("error") {
        return Some(Raw::Fault(text.into()));
    }
    let number = || {
        attribute(cell, "office:value")?
            .parse()
            .ok()
            .map(Raw::Number)
    };
    let date = || date(&attribute(cell, "office:date-value")?).map(Raw::Date);
    let flag = || {
        Some(Raw::Flag(
            attribute(cell, "office:boolean-value")? == "true",
        ))
    };
    let typed = match attribute(cell, "office:value-type").as_deref() {
        Some("float" | "currency" | "percentage") => number(),
        Some("date") => date(),
        Some("boolean") => flag(),
        _ => None,
    };
    typed.or_else(|| (!text.is_empty()).then_some(Raw::Text(text.into())))
}

/// A day, or a day and a time.
fn date(text: &str) -> Option<NaiveDateTime> {
    let day = text.parse::<NaiveDate>().ok();
    day.and_then(|day| day.and_hms_opt(0, 0, 0))
        .or_else(|| text.parse().ok())
}
