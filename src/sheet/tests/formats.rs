//! The same list in each format that clerks keep, and what only single formats have.

use rust_xlsxwriter::{ExcelDateTime, Format, Formula};

use super::super::{Change, Options, any, guests, read};
use super::files::{
    cell_head, file, fill, in_font, label, number, ods, ods_row, plain_xlsx, record, shown_rows,
    xls, xlsx,
};

const ROWS: [&str; 3] = [
    "Họ và tên|Chức vụ|Đơn vị",
    "Y Ngông Niê Kdăm|Giám đốc|Sở Y tế",
    "H'Ñin|Bí thư, Chủ tịch|Xã Ea “Bông” & Ba",
];

#[test]
fn a_list_is_the_same_in_every_format() {
    let text = |delimiter: &str| {
        let rows = ROWS.map(|row| {
            let cells = row.split('|').map(|cell| format!("\"{cell}\""));
            cells.collect::<Vec<_>>().join(delimiter)
        });
        rows.join("\r\n")
    };
    let utf16: Vec<u8> = format!("\u{FEFF}{}", text("\t"))
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let rows_ods: String = ROWS
        .iter()
        .map(|row| ods_row(&row.replace('&', "&amp;")))
        .collect();
    let labels: Vec<Vec<u8>> = ROWS
        .iter()
        .zip(0..)
        .flat_map(|(cells, row)| {
            cells
                .split('|')
                .zip(0..)
                .map(move |(text, column)| label(row, column, 0, text))
        })
        .collect();
    for list in [
        file("a.csv", text(",")),
        file("a.csv", format!("\u{FEFF}{}", text(";"))),
        file("a.txt", utf16),
        file("a.xlsx", plain_xlsx(&ROWS)),
        file("khong-duoi", plain_xlsx(&ROWS)),
        file("a.xls", plain_xlsx(&ROWS)),
        file("a.csv", xls(&[], &labels)),
        file("a.xls", xls(&[], &labels)),
        file("a.ods", ods(&rows_ods)),
    ] {
        assert_eq!(list.rows(), ROWS[1..], "{}", list.path().display());
    }
}

#[test]
fn cells_are_placed_as_each_format_names_them() {
    let rows = ["Họ và tên|Đơn vị", "Lê A|#N/A"];
    let csv = file("a.csv", rows.join("\n").replace('|', ","));
    let (sheet, found) = csv.read();
    assert_eq!(
        found,
        [
            "a.csv, dòng 2, cột “Đơn vị”: lỗi[o-loi]: ô có lỗi công thức #N/A (gợi ý: sửa công thức, hoặc gõ thẳng giá trị vào ô)"
        ]
    );
    assert!(!sheet.unwrap().rows[0].sound);
    let book = file("a.xlsx", plain_xlsx(&rows));
    assert_eq!(
        book.read().1,
        [
            "a.xlsx, trang “Sheet1”, ô B2: lỗi[o-loi]: ô có lỗi công thức #N/A (gợi ý: sửa công thức, hoặc gõ thẳng giá trị vào ô)"
        ]
    );
}

#[test]
fn of_a_formula_the_saved_value_is_read() {
    let book = xlsx(|book| {
        let sheet = book.add_worksheet();
        fill(sheet, 0, &["Họ tên|Đơn vị|Số lượng"]);
        let name = Formula::new("UPPER(\"lê a\")").set_result("Lê A (đã lưu)");
        sheet.write_formula(1, 0, name).unwrap();
        sheet
            .write_formula(1, 1, Formula::new("1/0").set_result("#DIV/0!"))
            .unwrap();
        sheet
            .write_formula(1, 2, Formula::new("1+1").set_result("2"))
            .unwrap();
    });
    let (sheet, found) = file("a.xlsx", book).read();
    let row = &sheet.unwrap().rows[0];
    assert_eq!(row.text("ho_ten"), "Lê A (đã lưu)");
    assert_eq!(row.number("so_luong").unwrap().as_whole(), Some(2));
    assert_eq!(
        found,
        [
            "a.xlsx, trang “Sheet1”, ô B2: lỗi[o-loi]: ô có lỗi công thức #DIV/0! (gợi ý: sửa công thức, hoặc gõ thẳng giá trị vào ô)"
        ]
    );
}

#[test]
fn numbers_and_days_of_a_sheet_print_as_typed() {
    let book = xlsx(|book| {
        let sheet = book.add_worksheet();
        fill(sheet, 0, &["Họ tên|Đơn vị|SĐT|SL|Ghi chú|Ghế"]);
        sheet.write_string(1, 0, "Lê A").unwrap();
        sheet.write_number(1, 1, 2024.0).unwrap();
        sheet.write_number(1, 2, 100_000_003.0).unwrap();
        sheet.write_number(1, 3, 2.0).unwrap();
        let day = ExcelDateTime::from_ymd(2024, 3, 22).unwrap();
        let format = Format::new().set_num_format("dd/mm/yyyy");
        sheet
            .write_datetime_with_format(1, 4, &day, &format)
            .unwrap();
        sheet.write_number(1, 5, 1.5).unwrap();
    });
    let list = file("a.xlsx", book);
    assert_eq!(list.rows(), ["Lê A|2024|0100000003|2|22/3/2024|1,5"]);
    assert_eq!(
        list.notes(),
        ["a.xlsx, trang “Sheet1”, ô C2: viết lại số điện thoại: “100000003” → “0100000003”"]
    );
}

#[test]
fn an_old_workbook_has_days_shared_strings_and_saved_formulas() {
    let wide = |text: &str| -> Vec<u8> {
        let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        [&(units.len() as u16 / 2).to_le_bytes()[..], &[1], &units].concat()
    };
    // The second string is cut by the end of the record and goes on in narrow letters.
    let second = wide("Sở Y te");
    let strings = [&[0; 8][..], &wide("Lê A"), &[10, 0], &second[2..]].concat();
    let shared = [
        record(0x00E0, &[0, 0, 0, 0]),
        record(0x00E0, &[0, 0, 14, 0]),
        record(0x00FC, &strings),
        record(0x003C, &[&[0][..], b" te"].concat()),
    ];
    let text = |row, column, index: u32| {
        record(
            0x00FD,
            &[&cell_head(row, column, 0)[..], &index.to_le_bytes()].concat(),
        )
    };
    let formula = [
        &cell_head(1, 2, 0)[..],
        &[0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0],
    ]
    .concat();
    let saved = record(0x0207, &wide("Giám đốc"));
    let rk = [&cell_head(1, 4, 0)[..], &(3_u32 << 2 | 2).to_le_bytes()].concat();
    let sheet = [
        label(0, 0, 0, "Họ tên"),
        label(0, 1, 0, "Đơn vị"),
        label(0, 2, 0, "Chức vụ"),
        label(0, 3, 0, "Ghi chú"),
        label(0, 4, 0, "SL"),
        text(1, 0, 0),
        text(1, 1, 1),
        record(0x0006, &formula),
        saved,
        number(1, 3, 1, 45373.0),
        record(0x027E, &rk),
    ];
    let list = file("a.xls", xls(&shared, &sheet));
    assert_eq!(list.rows(), ["Lê A|Sở Y te te|Giám đốc|22/3/2024|3"]);
}

#[test]
fn old_fonts_tell_old_encodings() {
    let book = xlsx(|book| {
        let sheet = book.add_worksheet();
        fill(sheet, 0, &["Họ tên|Đơn vị"]);
        sheet
            .write_string_with_format(1, 0, "Hµ", &in_font(".VnTime"))
            .unwrap();
        sheet
            .write_string_with_format(1, 1, "së y tÕ", &in_font(".VnTimeH"))
            .unwrap();
        sheet
            .write_string_with_format(2, 0, "Tuyeát", &in_font("VNI-Times"))
            .unwrap();
        sheet
            .write_string_with_format(2, 1, "Sở Y tế", &in_font("VNI-Times"))
            .unwrap();
    });
    assert_eq!(file("a.xlsx", book).rows(), ["Hà|SỞ Y TẾ", "Tuyết|Sở Y tế"]);
    let font = |name: &str| {
        let name = [&[0; 14][..], &[name.len() as u8, 0], name.as_bytes()].concat();
        record(0x0031, &name)
    };
    let shared = [
        font("Arial"),
        font(".VnTime"),
        record(0x00E0, &[1, 0, 0, 0]),
    ];
    let sheet = [
        label(0, 0, 1, "Họ tên"),
        label(0, 1, 1, "Đơn vị"),
        label(1, 0, 0, "Hµ"),
        label(1, 1, 0, "Y tÕ"),
    ];
    assert_eq!(file("a.xls", xls(&shared, &sheet)).rows(), ["Hà|Y tế"]);
}

#[test]
fn a_word_that_may_be_old_is_only_reported() {
    let list = file("a.csv", "Họ tên,Đơn vị\nTuyeát,Sở Y tế\n");
    let (sheet, found) = list.read();
    assert_eq!(shown_rows(&sheet.unwrap()), ["Tuyeát|Sở Y tế"]);
    assert_eq!(
        found,
        [
            "a.csv, dòng 2, cột “Họ tên”: lưu ý[ma-cu]: “Tuyeát” có lẽ gõ bằng mã cũ VNI (VNI-Times), tức là “Tuyết”; để nguyên vì chưa chắc (gợi ý: nếu đúng thì gõ lại bằng Unicode; nếu là tên riêng thì bỏ qua)"
        ]
    );
}

#[test]
fn a_whole_file_in_an_old_page_is_read() {
    let tcvn3 = b"STT,H\xE4 v\xB5 t\xAAn,Ch\xF8c v\xF4,\xA7\xACn v\xDE\n1,Nguy\xD4n V\xA8n H\xB6i,C\xABng nh\xA9n,X\xB7 V\xB9n H\xADng\n";
    let list = file("a.csv", tcvn3);
    assert_eq!(list.rows(), ["1|Nguyễn Văn Hải|Công nhân|Xã Vạn Hưng"]);
    assert_eq!(list.notes()[0], "a.csv: đọc theo bảng mã: “Windows-1252”");
}

#[test]
fn the_first_sheet_with_a_header_is_read_and_told() {
    let book = xlsx(|book| {
        fill(
            book.add_worksheet().set_name("Bìa").unwrap(),
            0,
            &["Tài liệu Hội nghị"],
        );
        let hidden = book.add_worksheet().set_name("Cũ").unwrap();
        fill(hidden, 0, &["Họ tên|Đơn vị", "Không dùng|X"]);
        hidden.set_hidden(true);
        fill(
            book.add_worksheet().set_name("Khách mời").unwrap(),
            0,
            &["Họ tên|Đơn vị", "Lê A|Y"],
        );
        fill(
            book.add_worksheet().set_name("Dự phòng").unwrap(),
            0,
            &["Họ tên|Đơn vị", "Lê B|Z"],
        );
    });
    let list = file("a.xlsx", book);
    assert_eq!(list.rows(), ["Lê A|Y"]);
    assert_eq!(list.notes(), ["a.xlsx: đọc trang: “Khách mời”"]);
    let mut options = Options {
        sheet: Some("Dự phòng".to_string()),
        ..Options::new(guests())
    };
    assert_eq!(shown_rows(&list.read_with(&options).0.unwrap()), ["Lê B|Z"]);
    options.sheet = Some("Khách".to_string());
    assert_eq!(
        list.read_with(&options).1,
        [
            "a.xlsx: lỗi[khong-co-trang]: bảng tính không có trang “Khách”; các trang có: Bìa, Cũ, Khách mời, Dự phòng (gợi ý: chép đúng tên trang ở mép dưới cửa sổ Excel)"
        ]
    );
}

#[test]
fn a_table_that_nothing_is_known_of_is_reached_by_its_titles() {
    let list = file(
        "a.csv",
        "Bảng kê\n\nMã số,Tên hàng hóa,Đơn giá (đồng)\n01,Giấy A4,65.000\n",
    );
    let (sheet, found) = read(&list.path(), &Options::new(any()));
    assert_eq!(found, []);
    let row = &sheet.unwrap().rows[0];
    assert_eq!(row.text("ma_so"), "01");
    assert_eq!(row.text("ten_hang_hoa"), "Giấy A4");
    assert_eq!(row.text("don_gia_dong"), "65.000");
}

#[test]
fn direction_marks_make_a_row_unsound() {
    let list = file("a.csv", "Họ tên,Đơn vị\nLê\u{202E} A,X\nLê B,\u{F0B7}Y\n");
    let (sheet, found) = list.read();
    assert!(sheet.unwrap().rows.iter().all(|row| !row.sound));
    assert_eq!(
        found,
        [
            "a.csv, dòng 2, cột “Họ tên”: lỗi[ky-tu-la]: có ký tự đảo chiều chữ (U+202E) (gợi ý: xóa cả ô rồi gõ lại; ký tự này làm chữ hiện ra khác với chữ thật)",
            "a.csv, dòng 3, cột “Đơn vị”: lỗi[ky-tu-la]: có ký tự không in được (U+F0B7) (gợi ý: xóa cả ô rồi gõ lại; nó thường theo vào khi chép từ Word hay trang web)",
        ]
    );
}

#[test]
fn values_of_the_wrong_kind_are_told() {
    let list = file(
        "a.csv",
        "Họ tên,SL,SĐT,Ghi chú\nLê A,hai,113,\"1,00E+08\"\nLê B,1.5,\"1,00E+08\",\u{FFFD}\n",
    );
    assert_eq!(
        list.read().1,
        [
            "a.csv, dòng 2, cột “SL”: lỗi[so-sai]: “hai” không phải là số (gợi ý: ghi số nguyên, thí dụ: 2 hoặc 1.080.000)",
            "a.csv, dòng 2, cột “SĐT”: lưu ý[dien-thoai-la]: “113” không giống số điện thoại (gợi ý: số điện thoại có 10 hoặc 11 chữ số, bắt đầu bằng 0)",
            "a.csv, dòng 2, cột “Ghi chú”: lưu ý[so-bi-rut-gon]: “1,00E+08” là số đã bị rút gọn, mất chữ số (gợi ý: định dạng cột là Văn bản (Text) rồi gõ lại đủ chữ số)",
            "a.csv, dòng 3, cột “SL”: lỗi[so-sai]: “1.5” không phải là số (gợi ý: ghi số nguyên, thí dụ: 2 hoặc 1.080.000)",
            "a.csv, dòng 3, cột “SĐT”: lưu ý[so-bi-rut-gon]: “1,00E+08” là số đã bị rút gọn, mất chữ số (gợi ý: định dạng cột là Văn bản (Text) rồi gõ lại đủ chữ số)",
            "a.csv, dòng 3, cột “Ghi chú”: lỗi[ky-tu-la]: có ký tự đã hỏng (U+FFFD) (gợi ý: gõ lại chữ này; tệp có lẽ đã qua một lần chuyển mã sai)",
        ]
    );
}

#[test]
fn every_change_to_a_cell_is_a_note() {
    let list = file("a.csv", "Họ tên,Đơn vị\n\" Ðặng\u{A0}Văn\n A\",X\n");
    assert_eq!(list.rows(), ["Đặng Văn A|X"]);
    let sheet = list.read().0.unwrap();
    let changes: Vec<Change> = sheet.notes.iter().map(|note| note.change).collect();
    assert_eq!(
        changes,
        [
            Change::LineBreak,
            Change::OddSpace,
            Change::ExtraSpace,
            Change::Stroke
        ]
    );
}
