//! The issue book (`so-phat-hanh.csv`) and the list of bad rows (`loi.csv`) of a run.
//!
//! UTF-8 with a byte order mark, so that Excel reads the letters right. A cell that Excel would take
//! for a formula gets an apostrophe in front.

use std::io::{self, Write};

use super::memory::{Memory, Standing};

/// Name of the issue book.
pub const BOOK: &str = "so-phat-hanh.csv";
/// Name of the list of bad rows.
pub const BAD_ROWS: &str = "loi.csv";

/// Writes the issue book: a line for each file that is remembered as issued, in the order of the
/// dossier and its lists. So a run of some rows renews their lines, and keeps the others.
///
/// # Errors
///
/// Those of `out`, here and below.
pub fn write_book(memory: &Memory, out: &mut impl Write) -> io::Result<()> {
    let issued = memory
        .records()
        .filter(|(_, record)| record.about.standing == Standing::Issued);
    let mut issued: Vec<((u32, u32), &str)> = issued
        .map(|(name, record)| (record.about.order, name))
        .collect();
    issued.sort_unstable();
    let head = ["van_ban", "dong", "ten", "tep", "so_trang", "sha256"];
    line(out, true, &head)?;
    for (_, name) in issued {
        let Some(record) = memory.record(name) else {
            continue;
        };
        let about = &record.about;
        let row = about.row.map_or(String::new(), |row| row.to_string());
        let pages = match about.pages {
            0 => String::new(),
            pages => pages.to_string(),
        };
        let whom = about.name.as_deref().unwrap_or_default();
        let hash = record.hash.to_string();
        line(out, false, &[&about.paper, &row, whom, name, &pages, &hash])?;
    }
    Ok(())
}

/// Writes the list of bad rows: paper, row, name, reason.
pub fn write_bad_rows(
    rows: impl Iterator<Item = [String; 4]>,
    out: &mut impl Write,
) -> io::Result<()> {
    line(out, true, &["van_ban", "dong", "ten", "ly_do"])?;
    for row in rows {
        line(out, false, &row.each_ref().map(String::as_str))?;
    }
    Ok(())
}

fn line(out: &mut impl Write, first: bool, cells: &[&str]) -> io::Result<()> {
    if first {
        out.write_all("\u{feff}".as_bytes())?;
    }
    let cells: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
    write!(out, "{}\r\n", cells.join(","))
}

/// A cell by RFC 4180, never a formula.
fn quoted(cell: &str) -> String {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let guard = if formula { "'" } else { "" };
    if formula || cell.contains([',', '"', '\n', '\r']) {
        format!("\"{guard}{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_and_no_formula_comes_through() {
        let row = ["giay_moi", "7", "Trần, Thị \"B\"", "=1+1"].map(str::to_string);
        let mut text = Vec::new();
        write_bad_rows([row].into_iter(), &mut text).unwrap();
        assert_eq!(
            String::from_utf8(text).unwrap(),
            "\u{feff}van_ban,dong,ten,ly_do\r\ngiay_moi,7,\"Trần, Thị \"\"B\"\"\",\"'=1+1\"\r\n"
        );
    }
}
