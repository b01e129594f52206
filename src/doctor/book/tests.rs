//! The report read back: the copy gives the same rows, and cells are where they were.

use std::path::Path;

use crate::diag::Diagnostic;
use crate::doctor::{Table, check};
use crate::sheet::{self, Options, Sheet};

use super::write;

const GUESTS: &str = "DANH SÁCH KHÁCH MỜI,,,,,,\n\
    ,,,,,,\n\
    STT,Xưng hô,Họ và tên,Chức vụ,Đơn vị,Số điện thoại,\n\
    I. CẤP XÃ,,,,,,\n\
    1,Ông,LÊ VĂN A,Nông dân,Thôn\u{a0}Một,100000001,lạc\n\
    2,,Lê Văn B,Nông dân,Thôn Hai,=1+1,lạc\n\
    ,,NGƯỜI LẬP BIỂU,,,,\n";

fn read(path: &Path) -> (Sheet, Vec<Diagnostic>) {
    let (sheet, found) = sheet::read(path, &Options::new(sheet::guests()));
    (sheet.unwrap(), found)
}

/// The report on a guest list.
fn report(guests: &str) -> (tempfile::TempDir, Sheet, Vec<u8>) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("khach.csv");
    std::fs::write(&path, guests).unwrap();
    let (sheet, mut findings) = read(&path);
    let table = Table {
        name: "Khách mời",
        key: "khach_moi",
        variable: "khach",
        serving: &[],
        columns: sheet::guests().columns,
        sheet: &sheet,
        rows: sheet.rows.iter().collect(),
    };
    findings.extend(check(&table, None, None));
    let book = write(&[table], &findings).unwrap();
    (folder, sheet, book)
}

#[test]
fn the_copy_gives_the_same_rows_again_in_the_same_places() {
    let (folder, sheet, book) = report(GUESTS);
    let copy = folder.path().join("bao-cao.xlsx");
    std::fs::write(&copy, &book).unwrap();
    let (again, _) = read(&copy);
    let rows = |sheet: &Sheet| -> Vec<(usize, Vec<String>)> {
        sheet
            .rows
            .iter()
            .map(|row| {
                let cells = row.iter().map(|(_, cell)| cell.text.to_string());
                (row.number, cells.collect())
            })
            .collect()
    };
    assert_eq!(rows(&sheet), rows(&again));
    assert_eq!(again.head.row, 3);
    // Nothing is left to be put right, and what stands beside the rows is still there.
    assert!(!again.notes.iter().any(|note| !note.after.is_empty()
        && note.before != note.after
        && !note.before.is_empty()));
    let rest: Vec<&str> = again.rest.iter().map(|rest| rest.text.as_str()).collect();
    for text in ["DANH SÁCH KHÁCH MỜI", "I. CẤP XÃ", "lạc", "NGƯỜI LẬP BIỂU"] {
        assert!(rest.contains(&text), "{text}: {rest:?}");
    }
}
