//! The two lists of the report: what is to be looked at, and what reading put right. Each line
//! links to its cell in the copy.

use anyhow::Result;
use rust_xlsxwriter::{Format, Url, Worksheet};

use crate::diag::{CellColumn, Diagnostic, Severity};
use crate::doctor::{Table, aside};

use super::mark::{At, cell_of};
use super::style::Styles;
use super::table::MOST_COMMENTS;

/// Links that a spreadsheet takes on one sheet, with some to spare.
const MOST_LINKS: usize = 60_000;

/// Lines of a list; more than any person reads, fewer than a sheet takes.
const MOST_LINES: usize = 1_000_000;

/// The sheet of all findings.
pub(super) fn findings(
    sheet: &mut Worksheet,
    tables: &[Table<'_>],
    findings: &[Diagnostic],
    styles: &Styles,
) -> Result<()> {
    sheet.set_name("Cần xem")?;
    let legend = legend(sheet, findings, styles)?;
    let mut list = List::start(
        sheet,
        styles,
        legend,
        &[
            ("Mức", 10.0),
            ("Ô", 8.0),
            ("Nội dung", 62.0),
            ("Gợi ý", 62.0),
            ("Chỗ", 44.0),
            ("Mã", 18.0),
        ],
    )?;
    let mut gravest_first: Vec<&Diagnostic> = findings.iter().collect();
    gravest_first.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    for finding in gravest_first.into_iter().take(MOST_LINES) {
        let target = target(tables, |table| cell_of(table, &finding.place));
        let hint = finding.hint.as_deref().unwrap_or("");
        list.line(
            target,
            &[
                (finding.severity.label(), styles.found(finding.severity)),
                ("", &styles.link),
                (&finding.message, &styles.cell),
                (hint, &styles.cell),
                (&finding.place.to_string(), &styles.cell),
                (finding.code, &styles.cell),
            ],
        )?;
    }
    list.end()
}

/// What the colours mean and how many of each there are; gives the row below.
fn legend(sheet: &mut Worksheet, findings: &[Diagnostic], styles: &Styles) -> Result<u32> {
    sheet.write_string_with_format(0, 0, "NHỮNG CHỖ CẦN XEM", &styles.title)?;
    let kinds = [
        (Severity::Error, "phải sửa: văn bản chưa làm được"),
        (Severity::Warning, "nên sửa trước khi in"),
        (Severity::Note, "chỉ là câu hỏi hoặc điều cần biết"),
    ];
    let mut row = 1;
    for (severity, meaning) in kinds {
        let count = findings.iter().filter(|found| found.severity == severity);
        let meaning = format!("{} chỗ; {meaning}", count.count());
        sheet.write_string_with_format(row, 0, severity.label(), styles.found(severity))?;
        sheet.write_string_with_format(row, 2, meaning, &styles.text)?;
        row += 1;
    }
    sheet.write_string_with_format(row, 0, "đã sửa", &styles.changed)?;
    let meaning = "chương trình đã sửa khi đọc, kê ở trang “Đã sửa khi đọc”; tệp gốc còn nguyên";
    sheet.write_string_with_format(row, 2, meaning, &styles.text)?;
    let how = format!(
        "Bấm vào ô xanh ở cột Ô để đến chỗ ấy trong bảng; rê chuột lên ô có màu để đọc lời giải thích (nhiều nhất {MOST_COMMENTS} ô mỗi bảng)."
    );
    sheet.write_string_with_format(row + 1, 0, how, &styles.text)?;
    Ok(row + 3)
}

/// The sheet of all that reading put right.
pub(super) fn corrections(
    sheet: &mut Worksheet,
    tables: &[Table<'_>],
    styles: &Styles,
) -> Result<()> {
    sheet.set_name("Đã sửa khi đọc")?;
    let columns = [
        ("Bảng", 16.0),
        ("Ô", 8.0),
        ("Việc đã làm", 44.0),
        ("Trước", 50.0),
        ("Sau", 50.0),
    ];
    let mut list = List::start(sheet, styles, 0, &columns)?;
    let mut more = 0;
    for table in tables {
        more += table.sheet.more_notes;
        for note in table
            .sheet
            .notes
            .iter()
            .filter(|note| !aside::is_aside(note))
        {
            let target = cell_of(table, &note.place).map(|at| (table.name, at));
            list.line(
                target,
                &[
                    (table.name, &styles.cell),
                    ("", &styles.link),
                    (note.change.label(), &styles.cell),
                    (&note.before, &styles.cell),
                    (&note.after, &styles.cell),
                ],
            )?;
        }
    }
    if more > 0 {
        let words = format!("còn {more} chỗ nữa chưa kê ra");
        list.line(None, &[(&words, &styles.cell)])?;
    }
    list.end()
}

/// The table and the cell that a line links to.
type Target<'a> = Option<(&'a str, At)>;

fn target<'a>(tables: &'a [Table<'_>], cell: impl Fn(&Table<'_>) -> Option<At>) -> Target<'a> {
    tables
        .iter()
        .find_map(|table| Some((table.name, cell(table)?)))
}

/// A list under a head, line by line.
struct List<'a> {
    sheet: &'a mut Worksheet,
    styles: &'a Styles,
    head: u32,
    row: u32,
    columns: u16,
    links: usize,
}

impl<'a> List<'a> {
    fn start(
        sheet: &'a mut Worksheet,
        styles: &'a Styles,
        head: u32,
        columns: &[(&str, f64)],
    ) -> Result<List<'a>> {
        for (index, (title, width)) in (0u16..).zip(columns) {
            sheet.write_string_with_format(head, index, *title, &styles.head)?;
            sheet.set_column_width(index, *width)?;
        }
        sheet.set_freeze_panes(head + 1, 0)?;
        sheet.set_repeat_rows(head, head)?;
        sheet.set_landscape().set_paper_size(9);
        sheet.set_print_fit_to_pages(1, 0);
        Ok(List {
            sheet,
            styles,
            head,
            row: head + 1,
            columns: u16::try_from(columns.len())?,
            links: 0,
        })
    }

    /// Adds a line; its second cell is the link.
    fn line(&mut self, target: Target<'_>, cells: &[(&str, &Format)]) -> Result<()> {
        for (index, (text, format)) in (0u16..).zip(cells) {
            let text = printable(text);
            match (index, target) {
                (1, Some((table, at))) if self.links < MOST_LINKS => {
                    let name = name(at);
                    let url = Url::new(format!("internal:'{table}'!{name}")).set_text(name);
                    self.sheet
                        .write_url_with_format(self.row, index, url, format)?;
                    self.links += 1;
                }
                (1, Some((_, at))) => {
                    let format = &self.styles.cell;
                    self.sheet
                        .write_string_with_format(self.row, index, name(at), format)?;
                }
                _ if text.is_empty() => {
                    self.sheet.write_blank(self.row, index, format)?;
                }
                _ => {
                    self.sheet
                        .write_string_with_format(self.row, index, text, format)?;
                }
            }
        }
        self.row += 1;
        Ok(())
    }

    /// Lets the lines be filtered.
    fn end(self) -> Result<()> {
        if self.row > self.head + 1 {
            self.sheet
                .autofilter(self.head, 0, self.row - 1, self.columns - 1)?;
        }
        Ok(())
    }
}

/// A cell as spreadsheets name it: `C7`.
fn name((row, number): At) -> String {
    let column = CellColumn {
        number,
        title: String::new(),
    };
    format!("{}{row}", column.letters())
}

/// A text that a cell can hold: what the file had may have characters that XML has not.
fn printable(text: &str) -> String {
    text.chars()
        .take(2_000)
        .map(|char| match char {
            '\u{FFFE}' | '\u{FFFF}' => '\u{FFFD}',
            other => other,
        })
        .collect()
}
