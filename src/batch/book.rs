//! The issue book (`so-phat-hanh.csv`) and the list of bad rows (`loi.csv`) of a run.
//!
//! UTF-8 with a byte order mark, so that Excel reads the letters right. A cell that Excel would take
//! for a formula gets an apostrophe in front.

use super::hash::Hash;
use super::memory::{Memory, Record, Standing};
use super::output::File;

/// Name of the issue book.
pub const BOOK: &str = "so-phat-hanh.csv";
/// Name of the list of bad rows.
pub const BAD_ROWS: &str = "loi.csv";

/// The issue book: a line for each file that is remembered as issued, in the order of the dossier and
/// its lists. So a run of some rows renews their lines, and keeps the others.
pub fn book(memory: &Memory) -> File {
    let mut issued: Vec<(&str, &Record)> = memory
        .records()
        .filter(|(_, record)| record.about.standing == Standing::Issued)
        .collect();
    issued.sort_by(|(one, first), (other, second)| {
        let order = first.about.order.cmp(&second.about.order);
        order.then_with(|| one.cmp(other))
    });
    let rows = issued.iter().map(|(name, record)| {
        let about = &record.about;
        vec![
            about.paper.to_string(),
            about.row.map_or(String::new(), |row| row.to_string()),
            about.name.as_deref().unwrap_or_default().to_string(),
            name.to_string(),
            match about.pages {
                0 => String::new(),
                pages => pages.to_string(),
            },
            record.hash.to_string(),
        ]
    });
    table(
        BOOK,
        &["van_ban", "dong", "ten", "tep", "so_trang", "sha256"],
        rows,
    )
}

/// The list of bad rows: paper, row, name, reason.
pub fn bad_rows(rows: impl Iterator<Item = [String; 4]>) -> File {
    table(
        BAD_ROWS,
        &["van_ban", "dong", "ten", "ly_do"],
        rows.map(Vec::from),
    )
}

fn table(name: &str, head: &[&str], rows: impl Iterator<Item = Vec<String>>) -> File {
    let mut text = String::from("\u{feff}");
    let head = head.iter().map(ToString::to_string).collect();
    for row in std::iter::once(head).chain(rows) {
        let cells: Vec<String> = row.iter().map(|cell| quoted(cell)).collect();
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }
    File {
        name: name.to_string(),
        content: Some(text.into_bytes()),
        source: Hash::default(),
    }
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
        let file = bad_rows(
            [["giay_moi", "7", "Trần, Thị \"B\"", "=1+1"].map(str::to_string)].into_iter(),
        );
        assert_eq!(
            String::from_utf8(file.content.unwrap()).unwrap(),
            "\u{feff}van_ban,dong,ten,ly_do\r\ngiay_moi,7,\"Trần, Thị \"\"B\"\"\",\"'=1+1\"\r\n"
        );
    }
}
