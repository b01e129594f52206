//! Finds the row of titles under whatever stands above it, and what each column is.

use crate::diag::Diagnostic;
use crate::text::excerpt::excerpt;
use crate::text::fold::plain;

use super::Options;
use super::clean::{clean, encoding};
use super::grid::{Grid, GridRow, Merge, Raw, Refusal};
use super::note::Sink;
use super::schema::{ColumnSpec, Kind, Schema, Titles, key_of};
use super::table::{ColumnHead, Head};
use super::value;

/// The header is looked for down to this row.
pub(super) const DEEPEST: usize = 30;

/// Rows that a header may run over.
const MOST_HEIGHT: usize = 3;

/// A header that was found.
#[derive(Debug)]
pub(super) struct Header {
    /// Its first row, from 1.
    pub(super) row: usize,
    /// The first row that may hold data.
    pub(super) below: usize,
    /// Its columns.
    pub(super) columns: Vec<Column>,
}

/// A column of the file.
#[derive(Clone, Debug)]
pub(super) struct Column {
    pub(super) head: ColumnHead,
    pub(super) kind: Kind,
    /// From 0, both inclusive: a title over several columns makes them one.
    pub(super) first: usize,
    pub(super) last: usize,
}

/// The row that a header starts in: the one the user names, else the first that names two columns
/// of the schema, or for an unknown table three texts with rows below.
pub(super) fn find_row(grid: &Grid, options: &Options, titles: &Titles) -> Option<usize> {
    if let Some(row) = options.header_row {
        return grid.rows.iter().any(|own| own.number == row).then_some(row);
    }
    let high = || grid.rows.iter().take_while(|row| row.number <= DEEPEST);
    if options.schema.columns.is_empty() {
        let texts = |row: &GridRow| row.cells.iter().filter(|cell| is_text(&cell.value)).count();
        let last = grid.rows.last()?.number;
        return high()
            .find(|row| texts(row) >= 3 && row.number < last)
            .map(|row| row.number);
    }
    high()
        .find(|row| known(row, options, titles) >= 2)
        .map(|row| row.number)
}

/// How many different columns a row of titles names.
fn known(row: &GridRow, options: &Options, titles: &Titles) -> usize {
    let mut keys: Vec<&str> = Vec::new();
    for cell in &row.cells {
        let title = title(&cell.value, cell.font);
        let own = options
            .columns
            .iter()
            .find(|(_, own)| plain(own) == plain(&title));
        let key = own
            .map(|(key, _)| key.as_str())
            .or_else(|| titles.column(&title).map(|column| column.key));
        if let Some(key) = key.filter(|key| !keys.contains(key)) {
            keys.push(key);
        }
    }
    keys.len()
}

/// Reads the header that starts in a row. `place` says where the table is from.
pub(super) fn read(
    grid: &Grid,
    row: usize,
    options: &Options,
    titles: &Titles,
    place: &Head,
    sink: &mut Sink,
) -> Result<Header, Refusal> {
    let height = height(grid, row);
    let spans = spans(grid, row, height);
    let named = named_columns(&spans, options)?;
    let mut header = Header {
        row,
        below: row + height,
        columns: Vec::new(),
    };
    for (first, last, title) in spans {
        let own = named
            .iter()
            .find(|(_, at)| *at == first)
            .map(|(key, _)| *key);
        let spec = match own {
            Some(key) => options
                .schema
                .columns
                .iter()
                .find(|column| column.key == key),
            // A key that the user has given to another column is not looked for.
            None => titles
                .column(&title)
                .filter(|spec| named.iter().all(|(key, _)| *key != spec.key)),
        };
        let head = column_head(&header, &named, own, spec, title, first);
        if let Some(spec) = spec.filter(|spec| spec.key != head.key) {
            twice(&header, spec, &head, place, sink);
        }
        let known = head.known;
        header.columns.push(Column {
            head,
            kind: spec.filter(|_| known).map_or(Kind::Text, |spec| spec.kind),
            first,
            last,
        });
    }
    Ok(header)
}

/// Key and title of a column; a key that is taken gets a number.
fn column_head(
    header: &Header,
    named: &[(&str, usize)],
    own: Option<&str>,
    spec: Option<&ColumnSpec>,
    title: String,
    first: usize,
) -> ColumnHead {
    let wanted = own
        .or(spec.map(|spec| spec.key))
        .map_or_else(|| key_of(&title), str::to_string);
    let kept = |key: &str| own.is_none() && named.iter().any(|(other, _)| *other == key);
    let before = |key: &str| header.columns.iter().any(|column| column.head.key == key);
    let mut key = wanted.clone();
    let mut number = 2;
    while kept(&key) || before(&key) {
        key = format!("{wanted}_{number}");
        number += 1;
    }
    ColumnHead {
        known: spec.is_some_and(|spec| spec.key == key),
        key,
        title,
        number: Some(first + 1),
    }
}

/// Two columns are what one key means: the first is taken, and the user must say if it is right.
fn twice(header: &Header, spec: &ColumnSpec, second: &ColumnHead, place: &Head, sink: &mut Sink) {
    let first = header
        .columns
        .iter()
        .find(|column| column.head.key == spec.key);
    let first = first.map_or("", |column| column.head.title.as_str());
    let message = format!(
        "hai cột “{}” và “{}” cùng là {}; lấy cột “{}”",
        excerpt(first),
        excerpt(&second.title),
        spec.key,
        excerpt(first)
    );
    let at = place.place(header.row, Some(second));
    let hint = format!(
        "ghi rõ cột cần lấy trong hồ sơ, thí dụ: cot: {{ {}: \"{first}\" }}",
        spec.key
    );
    sink.find(Diagnostic::warning("trung-cot", at, message).hint(hint));
}

/// The columns that the user names, each by its title or its letters: key and number from 0.
fn named_columns<'a>(
    titles: &[(usize, usize, String)],
    options: &'a Options,
) -> Result<Vec<(&'a str, usize)>, Refusal> {
    let mut named = Vec::new();
    for (key, wanted) in &options.columns {
        let by_title = titles
            .iter()
            .find(|(_, _, title)| plain(title) == plain(wanted));
        let by_letters = || {
            let number = number_of(wanted)?;
            titles
                .iter()
                .find(|(first, last, _)| (*first..=*last).contains(&number))
        };
        let Some((first, ..)) = by_title.or_else(by_letters) else {
            let there: Vec<String> = titles.iter().map(|(_, _, title)| excerpt(title)).collect();
            let message = format!(
                "bảng không có cột “{}” mà hồ sơ nêu cho {key}; các cột có: {}",
                excerpt(wanted),
                there.join(", ")
            );
            return Err(Refusal::new(
                "khong-co-cot",
                message,
                "chép đúng tên cột trong dòng tiêu đề, hoặc ghi chữ của cột, thí dụ: C",
            ));
        };
        named.push((key.as_str(), *first));
    }
    Ok(named)
}

/// The number from 0 of a column told by letters: `C` is 2.
fn number_of(letters: &str) -> Option<usize> {
    let sound =
        (1..=3).contains(&letters.len()) && letters.bytes().all(|byte| byte.is_ascii_uppercase());
    sound.then(|| {
        let number = letters
            .bytes()
            .fold(0, |number, byte| number * 26 + usize::from(byte - b'A') + 1);
        number - 1
    })
}

/// Rows of a header: as far down as a title is merged.
fn height(grid: &Grid, row: usize) -> usize {
    let lowest = merges_from(grid, row)
        .filter(|merge| merge.rows.1 < row + MOST_HEIGHT)
        .map(|merge| merge.rows.1)
        .max();
    lowest.map_or(1, |lowest| lowest - row + 1)
}

/// The columns with their titles. The lowest text counts: what stands above is the title of several.
fn spans(grid: &Grid, row: usize, height: usize) -> Vec<(usize, usize, String)> {
    let mut titles: Vec<(usize, usize, String)> = Vec::new();
    for own in grid
        .rows
        .iter()
        .filter(|own| (row..row + height).contains(&own.number))
    {
        for cell in &own.cells {
            let title = title(&cell.value, cell.font);
            if title.is_empty() {
                continue;
            }
            let span = merges_from(grid, own.number).find(|merge| merge.columns.0 == cell.column);
            let last = span.map_or(cell.column, |merge| merge.columns.1);
            // A lower title takes its columns from the upper one.
            titles.retain(|(first, end, _)| *end < cell.column || *first > last);
            titles.push((cell.column, last, title));
        }
    }
    titles.sort_by_key(|(first, ..)| *first);
    titles
}

/// The merged ranges that start in a row.
fn merges_from(grid: &Grid, row: usize) -> impl Iterator<Item = &Merge> {
    grid.merges.iter().filter(move |merge| merge.rows.0 == row)
}

fn title(value: &Raw, font: Option<super::grid::OldFont>) -> String {
    let text = value::typed(value);
    // A title is a word or two, so one that fits an old encoding is taken for it.
    let near = encoding(&text, font);
    let cleaned = clean(&text, font, near);
    let doubt = cleaned.doubt.map(|(_, text)| text);
    doubt.unwrap_or(cleaned.text)
}

fn is_text(value: &Raw) -> bool {
    matches!(value, Raw::Text(_))
}

/// Why no header was found.
pub(super) fn missing(schema: &Schema) -> Refusal {
    let names: Vec<&str> = schema
        .columns
        .iter()
        .filter_map(|column| column.aliases.first().copied())
        .collect();
    Refusal::new(
        "khong-co-tieu-de",
        match names.is_empty() {
            true => "không tìm thấy dòng tiêu đề trong 30 dòng đầu của bảng".to_string(),
            false => format!(
                "không tìm thấy dòng tiêu đề trong 30 dòng đầu của bảng (các cột biết tên: {})",
                names.join(", ")
            ),
        },
        "ghi số dòng của tiêu đề ở khóa dong_tieu_de và tên các cột ở khóa cot trong hồ sơ",
    )
}
