//! Files made to harm, broken files, and large ones: a clear message, little memory, no crash.

use super::files::{
    cell_head, container, file, fill, label, ods, ods_row, plain_xlsx, record, shown_rows, xls,
    xlsx, zipped,
};

/// The one finding about a file that gives no table.
fn refusal(name: &str, bytes: impl AsRef<[u8]>) -> String {
    let (sheet, found) = file(name, bytes).read();
    assert!(sheet.is_none());
    assert_eq!(found.len(), 1, "{found:?}");
    found[0].clone()
}

const BROKEN: &str = "a.xlsx: lỗi[tep-hong]: tệp bảng tính bị hỏng hoặc chưa tải về hết (gợi ý: mở thử bằng Excel; nếu Excel cũng báo lỗi thì xin lại tệp gốc)";
const BOMB: &str = "a.xlsx: lỗi[bang-qua-lon]: tệp bảng tính bung ra quá lớn (trên 128 MiB một phần hoặc 256 MiB tất cả), không đọc (gợi ý: kiểm tra nguồn gốc tệp; bảng thật thì chép riêng danh sách sang tệp mới)";
const TOO_MANY: &str =
    "lỗi[bang-qua-lon]: bảng có hơn 100.000 dòng (gợi ý: tách bảng thành nhiều tệp nhỏ hơn)";
const OTHER: &str = "(gợi ý: dùng bảng tính .xlsx, .xls, .ods hoặc tệp .csv)";

#[test]
fn what_is_no_table_is_told() {
    for (bytes, message) in [
        (&b"%PDF-1.7"[..], "đây là tệp PDF, không phải bảng"),
        (b"{\\rtf1 abc}", "đây là tệp RTF, không phải bảng"),
        (
            b"\x00\x01\x02\x03",
            "đây không phải bảng tính và cũng không phải tệp chữ",
        ),
    ] {
        assert_eq!(
            refusal("a.xls", bytes),
            format!("a.xls: lỗi[dang-tep-la]: {message} {OTHER}")
        );
    }
    let word = zipped(&[
        ("[Content_Types].xml", b"<a/>"),
        ("word/document.xml", b"<a/>"),
    ]);
    assert_eq!(
        refusal("a.xlsx", word),
        format!("a.xlsx: lỗi[dang-tep-la]: đây là tệp Word, không phải bảng {OTHER}")
    );
    let word = container("/WordDocument", b"x");
    assert_eq!(
        refusal("a.xls", word),
        format!("a.xls: lỗi[dang-tep-la]: đây là tệp Word, không phải bảng {OTHER}")
    );
    assert_eq!(
        refusal("a.zip", zipped(&[("b.txt", b"x")])),
        format!("a.zip: lỗi[dang-tep-la]: đây là tệp nén .zip, không phải bảng {OTHER}")
    );
    assert_eq!(
        refusal("a.xlsb", zipped(&[("xl/workbook.bin", b"x")])),
        "a.xlsb: lỗi[dang-tep-la]: chưa đọc được bảng tính nhị phân .xlsb (gợi ý: mở bằng Excel rồi chọn Lưu thành (Save As), kiểu “Excel Workbook (*.xlsx)”)"
    );
    for page in [
        "<html><table>",
        "\u{FEFF}  <!DOCTYPE html>",
        "<?xml version=\"1.0\"?><Workbook/>",
    ] {
        assert_eq!(
            refusal("a.xls", page),
            "a.xls: lỗi[dang-tep-la]: đây là trang web (HTML) hoặc XML đặt đuôi bảng tính, không phải bảng tính thật (gợi ý: mở bằng Excel rồi chọn Lưu thành (Save As), kiểu “Excel Workbook (*.xlsx)”)"
        );
    }
    for empty in ["", "\u{FEFF}\r\n  "] {
        assert_eq!(
            refusal("a.csv", empty),
            "a.csv: lỗi[tep-trong]: tệp không có gì (gợi ý: kiểm tra xem đã lưu danh sách chưa)"
        );
    }
}

#[test]
fn a_locked_file_is_told() {
    let message = "lỗi[tep-co-mat-khau]: bảng tính có mật khẩu mở tệp (gợi ý: mở bằng Excel, bỏ mật khẩu (Tệp > Thông tin > Bảo vệ sổ làm việc) rồi lưu lại)";
    let package = container("/EncryptedPackage", b"x");
    assert_eq!(refusal("a.xlsx", package), format!("a.xlsx: {message}"));
    let old = xls(&[record(0x002F, &[1, 0])], &[]);
    assert_eq!(refusal("a.xls", old), format!("a.xls: {message}"));
    let open = zipped(&[
        (
            "mimetype",
            b"application/vnd.oasis.opendocument.spreadsheet",
        ),
        ("META-INF/manifest.xml", b"<manifest:encryption-data/>"),
        ("content.xml", b"x"),
    ]);
    assert_eq!(refusal("a.ods", open), format!("a.ods: {message}"));
}

#[test]
fn a_workbook_of_excel_95_is_told() {
    let message = "lỗi[dang-tep-la]: bảng tính của Excel 95 hoặc cũ hơn, không đọc được (gợi ý: mở bằng Excel rồi chọn Lưu thành (Save As), kiểu “Excel Workbook (*.xlsx)”)";
    assert_eq!(
        refusal("a.xls", container("/Book", b"x")),
        format!("a.xls: {message}")
    );
}

#[test]
fn a_missing_file_is_told() {
    let folder = file("a.csv", "x");
    let path = folder.path().with_file_name("b.csv");
    let (_, found) = super::super::read(&path, &super::super::Options::new(super::super::guests()));
    let message = folder.shown(&found[0].to_string());
    assert_eq!(
        message,
        "b.csv: lỗi[khong-co-tep]: không có tệp b.csv (gợi ý: kiểm tra lại tên thư mục và tên tệp)"
    );
}

#[test]
fn a_cell_at_the_far_corner_costs_nothing() {
    let book = xlsx(|book| {
        let sheet = book.add_worksheet();
        fill(sheet, 0, &["Họ tên|Đơn vị", "Lê A|X"]);
        sheet.write_string(1_048_575, 16_383, "lạc").unwrap();
    });
    let (sheet, found) = file("a.xlsx", book).read();
    assert_eq!(shown_rows(&sheet.unwrap()), ["Lê A|X"]);
    assert_eq!(
        found,
        [
            "a.xlsx, trang “Sheet1”, ô XFD1048576: lưu ý[ngoai-vung]: có ô nằm quá cột thứ 200, không đọc từ cột ấy trở đi (gợi ý: xóa các ô lạc ở xa bảng)"
        ]
    );
    let sheet = [
        label(0, 0, 0, "Họ tên"),
        label(0, 1, 0, "Đơn vị"),
        label(1, 0, 0, "Lê A"),
        label(65_535, 65_535, 0, "lạc"),
    ];
    let (sheet, found) = file("a.xls", xls(&[record(0x0200, &[0xFF; 14])], &sheet)).read();
    assert_eq!(shown_rows(&sheet.unwrap()), ["Lê A|_"]);
    assert_eq!(found.len(), 1);
}

#[test]
fn counts_that_cannot_be_true_are_refused() {
    let strings = b"<sst uniqueCount=\"99999999999\"><si><t>a</t></si></sst>";
    let parts = [
        ("[Content_Types].xml", &b"<a/>"[..]),
        ("xl/sharedStrings.xml", strings),
    ];
    assert_eq!(refusal("a.xlsx", zipped(&parts)), BOMB);
    let formats = "<xf/>".repeat(150_000);
    let parts = [
        ("[Content_Types].xml", &b"<a/>"[..]),
        ("xl/styles.xml", formats.as_bytes()),
    ];
    assert_eq!(refusal("a.xlsx", zipped(&parts)), BOMB);
}

#[test]
fn repeats_of_an_ods_file_are_counted_before_they_are_made() {
    let many = "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell office:value-type=\"string\" table:number-columns-repeated=\"16384\"><text:p>a</text:p></table:table-cell></table:table-row>";
    let rows = format!("{}{many}", ods_row("Họ tên|Đơn vị"));
    assert_eq!(refusal("a.ods", ods(&rows)), format!("a.ods: {TOO_MANY}"));
    let long = "a".repeat(100_000);
    let wide = format!(
        "<table:table-row table:number-rows-repeated=\"90000\"><table:table-cell table:number-columns-repeated=\"9000\" office:value-type=\"string\"><text:p>{long}</text:p></table:table-cell></table:table-row>"
    );
    let rows = format!("{}{wide}", ods_row("Họ tên|Đơn vị"));
    assert_eq!(
        refusal("a.ods", ods(&rows)),
        "a.ods: lỗi[bang-qua-lon]: bảng có quá nhiều ô hoặc quá nhiều chữ (gợi ý: bỏ các trang và cột không dùng, hoặc tách bảng thành nhiều tệp nhỏ hơn)"
    );
}

#[test]
fn one_long_string_shared_by_many_cells_is_refused() {
    let long: Vec<u8> = [&[0; 8][..], &[0xE8, 3, 0], &[b'a'; 1000]].concat();
    let text = |row: u16| record(0x00FD, &[&cell_head(row, 0, 0)[..], &[0; 4]].concat());
    let mut sheet = vec![label(0, 0, 0, "Họ tên"), label(0, 1, 0, "Đơn vị")];
    sheet.extend((1..60_000).map(text));
    sheet.extend((1..60_000).map(text));
    sheet.extend((1..60_000).map(text));
    let message = refusal("a.xls", xls(&[record(0x00FC, &long)], &sheet));
    assert!(
        message.contains("quá nhiều ô hoặc quá nhiều chữ"),
        "{message}"
    );
}

#[test]
fn a_cut_or_flipped_file_never_breaks_the_reader() {
    let rows = ["Họ tên|Đơn vị|SL", "Lê A|X|1", "Lê B|Y|2"];
    let labels: Vec<Vec<u8>> = rows
        .iter()
        .zip(0..)
        .flat_map(|(cells, row)| {
            cells
                .split('|')
                .zip(0..)
                .map(move |(text, column)| label(row, column, 0, text))
        })
        .collect();
    let files = [
        ("a.xlsx", plain_xlsx(&rows)),
        (
            "a.ods",
            ods(&rows.iter().map(|row| ods_row(row)).collect::<String>()),
        ),
        (
            "a.xls",
            xls(
                &[record(0x00FC, &[0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, b'a'])],
                &labels,
            ),
        ),
        ("a.csv", rows.join("\n").replace('|', ",").into_bytes()),
    ];
    for (name, bytes) in files {
        for part in 1..40 {
            let cut = &bytes[..bytes.len() * part / 40];
            file(name, cut).read();
            let mut flipped = bytes.clone();
            let at = bytes.len() * part / 40;
            flipped[at] ^= 0xFF;
            file(name, flipped).read();
        }
    }
    let half = &plain_xlsx(&rows)[..500];
    assert_eq!(refusal("a.xlsx", half), BROKEN);
}

#[test]
fn a_damaged_workbook_is_told() {
    let message = "lỗi[tep-hong]: bảng tính có nội dung hỏng, không đọc được (gợi ý: mở bằng Excel, chọn Lưu thành (Save As) một tệp .xlsx mới rồi dùng tệp ấy)";
    let parts = [
        ("[Content_Types].xml", &b"<a/>"[..]),
        ("xl/workbook.xml", b"<workbook>"),
    ];
    assert_eq!(
        refusal("a.xlsx", zipped(&parts)),
        format!("a.xlsx: {message}")
    );
    assert_eq!(
        refusal("a.ods", ods("<table:table-row>")),
        format!("a.ods: {message}")
    );
}

#[test]
fn a_quote_left_open_is_told_with_its_line() {
    assert_eq!(
        refusal("a.csv", "Họ tên,Đơn vị\nLê A,X\nLê B,\"Y\nLê C,Z\n"),
        "a.csv, dòng 3: lỗi[nhay-kep-sai]: dấu nháy kép \" mở ô ở dòng này không được đóng đúng chỗ (gợi ý: trong ô có dấu nháy kép thì viết hai lần \"\" và đặt cả ô trong nháy kép, hoặc dùng nháy cong “ ”)"
    );
}

#[test]
fn many_rows_are_read_and_more_than_a_hundred_thousand_refused() {
    let table = |rows: usize| {
        let mut text = "STT,Họ tên,Chức vụ,Đơn vị\n".to_string();
        for row in 0..rows {
            text.push_str(&format!("{row},Lê A,Trưởng phòng,Sở Nội vụ\n"));
        }
        text
    };
    let (sheet, found) = file("a.csv", table(5_000)).read();
    assert_eq!((sheet.unwrap().rows.len(), found.len()), (5_000, 0));
    assert_eq!(
        refusal("a.csv", table(100_000)),
        format!("a.csv: {TOO_MANY}")
    );
}
