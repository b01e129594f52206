//! What stands around and between the rows of a list: titles, groups, merged cells, totals.

use super::super::{Options, guests};
use super::files::{file, fill, ods, ods_row, plain_xlsx, shown_rows, xlsx};

#[test]
fn a_printed_list_is_read_for_its_rows_alone() {
    let rows = [
        "ỦY BAN NHÂN DÂN|_|_|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "HUYỆN VẠN NINH|_|_|Độc lập - Tự do - Hạnh phúc",
        "DANH SÁCH ĐẠI BIỂU MỜI|_|_|_",
        "(Kèm theo Kế hoạch số 12/KH-UBND)|_|_|_",
        "_|_|_|_",
        "TT|HỌ VÀ TÊN|CHỨC DANH|CƠ QUAN, ĐƠN VỊ",
        "(1)|(2)|(3)|(4)",
        "I. CẤP TỈNH|_|_|_",
        "1|Lê Văn A|Phó Chủ tịch|UBND tỉnh",
        "_|_|_|_",
        "II|CẤP HUYỆN|_|_",
        "2|Trần Thị B|Bí thư|Huyện ủy",
        "_|Phan C|_|HĐND huyện",
        "_|Tổng cộng|_|03 người",
        "_|_|_|Vạn Ninh, ngày 05 tháng 3 năm 2024",
        "_|NGƯỜI LẬP BIỂU|_|TM. ỦY BAN NHÂN DÂN",
        "_|_|_|CHỦ TỊCH",
        "_|Nguyễn Văn D|_|Đỗ E",
    ];
    let list = file("a.xlsx", plain_xlsx(&rows));
    assert_eq!(
        list.rows(),
        [
            "1|Lê Văn A|Phó Chủ tịch|UBND tỉnh|I. CẤP TỈNH",
            "2|Trần Thị B|Bí thư|Huyện ủy|II. CẤP HUYỆN",
            "_|Phan C|_|HĐND huyện|II. CẤP HUYỆN",
        ]
    );
    let at = |row: usize| format!("a.xlsx, trang “Sheet1”, dòng {row}: ");
    assert_eq!(
        list.notes(),
        [
            format!("{}bỏ dòng đánh số cột: “(1) | (2) | (3) | (4)”", at(7)),
            format!(
                "{}lấy dòng tên nhóm làm nhóm của các dòng dưới: “I. CẤP TỈNH”",
                at(8)
            ),
            format!("{}bỏ dòng cộng: “Tổng cộng | 03 người”", at(14)),
            format!(
                "{}bỏ dòng cuối bảng: “Vạn Ninh, ngày 05 tháng 3 năm 2024”",
                at(15)
            ),
            format!(
                "{}bỏ dòng cuối bảng: “NGƯỜI LẬP BIỂU | TM. ỦY BAN NHÂN DÂN”",
                at(16)
            ),
            format!("{}bỏ dòng cuối bảng: “CHỦ TỊCH”", at(17)),
            format!("{}bỏ dòng cuối bảng: “Nguyễn Văn D | Đỗ E”", at(18)),
            format!(
                "{}lấy dòng tên nhóm làm nhóm của các dòng dưới: “II. CẤP HUYỆN”",
                at(11)
            ),
        ]
    );
    let sheet = list.read().0.unwrap();
    assert_eq!(
        sheet.rows[0].place("nhom").to_string().split(", ").last(),
        Some("dòng 9")
    );
}

#[test]
fn merged_cells_are_filled_and_merged_titles_are_one_column() {
    let book = xlsx(|book| {
        let sheet = book.add_worksheet();
        let plain = rust_xlsxwriter::Format::new();
        sheet.merge_range(0, 0, 0, 5, "DANH SÁCH", &plain).unwrap();
        sheet.merge_range(1, 0, 2, 0, "STT", &plain).unwrap();
        sheet.merge_range(1, 1, 2, 2, "Họ và tên", &plain).unwrap();
        sheet.merge_range(1, 3, 1, 4, "Công tác", &plain).unwrap();
        fill(sheet, 2, &["_|_|_|Chức vụ|Đơn vị|SL"]);
        sheet.merge_range(3, 0, 3, 5, "Khối Đảng", &plain).unwrap();
        fill(
            sheet,
            4,
            &["1|Lê Văn|An|Bí thư", "2|Trần Thị|Bình|Phó Bí thư"],
        );
        sheet.merge_range(4, 4, 5, 4, "Huyện ủy", &plain).unwrap();
        sheet.merge_range(4, 5, 5, 5, "2", &plain).unwrap();
    });
    let list = file("a.xlsx", book);
    assert_eq!(
        list.rows(),
        [
            "1|Lê Văn An|Bí thư|Huyện ủy|2|Khối Đảng",
            "2|Trần Thị Bình|Phó Bí thư|Huyện ủy|_|Khối Đảng",
        ]
    );
    assert!(
        list.notes().contains(
            &"a.xlsx, trang “Sheet1”, ô E6: lấy giá trị của ô gộp: “Huyện ủy”".to_string()
        )
    );
}

#[test]
fn an_ods_list_keeps_its_merged_cells_and_repeats() {
    let rows = [
        "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>".to_string(),
        ods_row("Họ tên|Đơn vị|Ghi chú"),
        "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>Lê<text:s/>A</text:p><text:p>(mới)</text:p></table:table-cell>\
         <table:table-cell office:value-type=\"string\" table:number-rows-spanned=\"2\" table:number-columns-spanned=\"1\"><text:p>Sở Y tế</text:p></table:table-cell>\
         <table:table-cell office:value-type=\"date\" office:date-value=\"2024-03-22\"><text:p>22/03/24</text:p></table:table-cell></table:table-row>".to_string(),
        "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>Lê B</text:p></table:table-cell><table:covered-table-cell/>\
         <table:table-cell office:value-type=\"float\" office:value=\"5\"><text:p>05</text:p></table:table-cell>\
         <table:table-cell table:number-columns-repeated=\"16381\"/></table:table-row>".to_string(),
        "<table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>".to_string(),
    ];
    let list = file("a.ods", ods(&rows.concat()));
    assert_eq!(
        list.rows(),
        ["Lê A (mới)|Sở Y tế|22/3/2024", "Lê B|Sở Y tế|5"]
    );
    assert_eq!(list.read().0.unwrap().rows[0].number, 4);
}

#[test]
fn a_group_column_goes_before_titles() {
    let list = file(
        "a.csv",
        "STT,Nhóm,Họ tên,Đơn vị\nI,,Cấp tỉnh,\n1,Khách,Lê A,X\n2,,Lê B,Y\n",
    );
    assert_eq!(list.rows(), ["1|Khách|Lê A|X", "2|I. Cấp tỉnh|Lê B|Y"]);
}

#[test]
fn two_columns_for_one_key_are_told_and_the_dossier_can_choose() {
    let list = file("a.csv", "Họ tên,Tên đại biểu,Đơn vị\nLê A,Ông A,X\n");
    let (sheet, found) = list.read();
    assert_eq!(sheet.unwrap().rows[0].text("ho_ten"), "Lê A");
    assert_eq!(
        found,
        [
            "a.csv, dòng 1, cột “Tên đại biểu”: lưu ý[trung-cot]: hai cột “Họ tên” và “Tên đại biểu” cùng là ho_ten; lấy cột “Họ tên” (gợi ý: ghi rõ cột cần lấy trong hồ sơ, thí dụ: cot: { ho_ten: \"Họ tên\" })"
        ]
    );
    for column in ["Tên đại biểu", "TEN DAI BIEU", "B"] {
        let options = Options {
            columns: vec![("ho_ten".to_string(), column.to_string())],
            ..Options::new(guests())
        };
        let (sheet, found) = list.read_with(&options);
        assert_eq!(found, [""; 0]);
        assert_eq!(sheet.unwrap().rows[0].text("ho_ten"), "Ông A");
    }
    let options = Options {
        columns: vec![("ho_ten".to_string(), "Quý danh".to_string())],
        ..Options::new(guests())
    };
    assert_eq!(
        list.read_with(&options).1,
        [
            "a.csv: lỗi[khong-co-cot]: bảng không có cột “Quý danh” mà hồ sơ nêu cho ho_ten; các cột có: Họ tên, Tên đại biểu, Đơn vị (gợi ý: chép đúng tên cột trong dòng tiêu đề, hoặc ghi chữ của cột, thí dụ: C)"
        ]
    );
}

#[test]
fn a_header_that_nobody_knows_can_be_named() {
    let list = file("a.csv", "Danh sách\nQuý danh,Nơi làm\nLê A,X\n");
    assert_eq!(
        list.read().1,
        [
            "a.csv: lỗi[khong-co-tieu-de]: không tìm thấy dòng tiêu đề trong 30 dòng đầu của bảng (các cột biết tên: STT, Nhóm, Xưng hô, Họ và tên, Chức vụ, Đơn vị, Điện thoại, Số lượng, Hình thức gửi, Ghế, Tên để sắp xếp, Ghi chú) (gợi ý: ghi số dòng của tiêu đề ở khóa dong_tieu_de và tên các cột ở khóa cot trong hồ sơ)"
        ]
    );
    let options = Options {
        header_row: Some(2),
        columns: vec![("ho_ten".to_string(), "Quý danh".to_string())],
        ..Options::new(guests())
    };
    let (sheet, found) = list.read_with(&options);
    let sheet = sheet.unwrap();
    assert_eq!(
        (shown_rows(&sheet), found),
        (vec!["Lê A|X".to_string()], vec![])
    );
    assert_eq!(sheet.rows[0].text("noi_lam"), "X");
}

#[test]
fn data_without_a_title_is_not_left_out_in_silence() {
    let list = file(
        "a.xlsx",
        plain_xlsx(&["Họ tên|Đơn vị", "Lê|X|A", "Trần|Y|B"]),
    );
    assert_eq!(
        list.read().1,
        [
            "a.xlsx, trang “Sheet1”, ô C1: lưu ý[cot-khong-ten]: cột này có dữ liệu ở 2 dòng nhưng không có tên, nên không đọc (gợi ý: ghi tên cột vào dòng tiêu đề, hoặc gộp ô tiêu đề với cột bên trái)"
        ]
    );
}
