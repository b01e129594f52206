//! The issue book (`so-phat-hanh.csv`) and the list of bad rows (`loi.csv`) of a run.
//!
//! UTF-8 with a byte order mark, so that Excel reads the letters right. A cell that Excel would take
//! for a formula gets an apostrophe in front.

use super::memory::hash;
use super::output::File;

/// Name of the issue book.
pub const BOOK: &str = "so-phat-hanh.csv";
/// Name of the list of bad rows.
pub const BAD_ROWS: &str = "loi.csv";

/// A line of the issue book: one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// Key of the paper.
    pub paper: String,
    /// Row in the table; none for a paper that is made once.
    pub row: Option<usize>,
    /// Whom it is for.
    pub name: String,
    /// File name.
    pub file: String,
    /// Number of pages; 0 for a file that has none.
    pub pages: usize,
    /// SHA-256 of the file.
    pub hash: String,
}

impl Issue {
    /// The line of a file.
    pub fn new(paper: &str, row: Option<(usize, &str)>, pages: usize, file: &File) -> Issue {
        Issue {
            paper: paper.to_string(),
            row: row.map(|(number, _)| number),
            name: row.map_or(String::new(), |(_, name)| name.to_string()),
            file: file.name.clone(),
            pages,
            hash: hash(&file.content),
        }
    }
}

/// The issue book of a run.
pub fn book(issues: &[Issue]) -> File {
    let rows = issues.iter().map(|issue| {
        vec![
            issue.paper.clone(),
            issue.row.map_or(String::new(), |row| row.to_string()),
            issue.name.clone(),
            issue.file.clone(),
            match issue.pages {
                0 => String::new(),
                pages => pages.to_string(),
            },
            issue.hash.clone(),
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
        content: text.into_bytes(),
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
            String::from_utf8(file.content).unwrap(),
            "\u{feff}van_ban,dong,ten,ly_do\r\ngiay_moi,7,\"Trần, Thị \"\"B\"\"\",\"'=1+1\"\r\n"
        );
    }
}
