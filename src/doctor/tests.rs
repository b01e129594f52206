//! The doctor on the two shipped example tables and on tables made for one trap.

use std::path::Path;

use crate::sheet::{self, Options, Schema, Sheet};

use super::{Table, check};

/// The rows of a shipped table.
fn shipped(name: &str, schema: &'static Schema) -> Sheet {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("data/van-ninh-2024")
        .join(name);
    read(&path, schema)
}

fn read(path: &Path, schema: &'static Schema) -> Sheet {
    let (sheet, found) = sheet::read(path, &Options::new(schema));
    assert_eq!(found, []);
    sheet.unwrap()
}

/// What the doctor says of a table, `row: severity[code]: message (hint)`.
fn said(sheet: &Sheet) -> Vec<String> {
    let table = Table {
        name: "Khách mời",
        key: "khach_moi",
        variable: "khach",
        serving: &[],
        columns: sheet::guests().columns,
        sheet,
        rows: sheet.rows.iter().collect(),
    };
    let event = "22/3/2024".parse().ok();
    let path = format!("{}, ", sheet.path().display());
    check(&table, event, None)
        .iter()
        .map(|found| found.to_string().replace(&path, ""))
        .collect()
}

/// What the doctor says of a guest list with these lines, headed `Xưng hô, Họ và tên, …`.
fn guests(lines: &str) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("khach.csv");
    let head = "STT,Xưng hô,Họ và tên,Chức vụ,Đơn vị,Số điện thoại,Ghi chú\n";
    std::fs::write(&path, format!("{head}{lines}")).unwrap();
    said(&read(&path, sheet::guests()))
}

/// What the doctor says of a name in an otherwise sound row, without its place.
fn name(name: &str) -> Vec<String> {
    let found = guests(&format!("1,Ông,\"{name}\",Trưởng thôn,Thôn Mẫu,,\n"));
    let place = "dòng 2, cột “Họ và tên”: ";
    found.iter().map(|found| found.replace(place, "")).collect()
}

#[test]
fn every_trap_of_the_shipped_guest_list_is_met() {
    let tone = "(gợi ý: tên người thì giữ đúng giấy tờ; chức vụ, đơn vị nên viết một kiểu)";
    assert_eq!(
        said(&shipped("khach-moi.csv", sheet::guests())),
        [
            // 21: all capitals. 25: the tone of Hoà. 31, 33: rank, degree. 32: no post.
            "dòng 22, cột “Họ và tên”: lưu ý[ten-viet-hoa]: họ tên viết hoa toàn bộ: “NGUYỄN PHƯỚC ĐIỆP KHÚC” (gợi ý: viết “Nguyễn Phước Điệp Khúc”)".to_string(),
            format!("dòng 26, cột “Họ và tên”: nên xem[kieu-dau]: “Hoà” đặt dấu thanh khác kiểu với phần lớn bảng (viết như “Hòa”) {tone}"),
            "dòng 32, cột “Họ và tên”: lưu ý[ten-co-cap-bac]: ô họ tên có cấp bậc, học vị “Trung tá” (gợi ý: ô họ tên chỉ ghi “Hà Sỹ Đoan”; “Trung tá” ghi ở cột Chức vụ hoặc một cột riêng)".to_string(),
            "dòng 33, cột “Chức vụ”: lưu ý[thieu-chuc-vu]: thiếu chức vụ (gợi ý: ghi chức vụ hoặc nghề nghiệp của người này)".to_string(),
            "dòng 34, cột “Họ và tên”: lưu ý[ten-co-cap-bac]: ô họ tên có cấp bậc, học vị “BS.” (gợi ý: ô họ tên chỉ ghi “Trà Thị Lệ Thuỷ”; “BS.” ghi ở cột Chức vụ hoặc một cột riêng)".to_string(),
            format!("dòng 34, cột “Họ và tên”: nên xem[kieu-dau]: “Thuỷ” đặt dấu thanh khác kiểu với phần lớn bảng (viết như “Hòa”) {tone}"),
            format!("dòng 44, cột “Họ và tên”: nên xem[kieu-dau]: “Thuỳ” đặt dấu thanh khác kiểu với phần lớn bảng (viết như “Hòa”) {tone}"),
            // 59, 60: one person, in NFD and in NFC. All other rows pass: no name (5, 52), the family
            // name Ông (29), compound families (28), Raglai and Ê-đê names (53-58), hyphens (41, 53).
            "dòng 61, cột “Họ và tên”: lưu ý[trung-dong]: “Lê Thị Hoài Thương Ước” trùng với dòng 60, cùng đơn vị (gợi ý: xóa một trong hai dòng; nếu là hai người thì bỏ qua)".to_string(),
        ]
    );
}

#[test]
fn every_trap_of_the_shipped_award_table_that_is_no_matter_of_awards_is_met() {
    let tone = "(gợi ý: tên người thì giữ đúng giấy tờ; chức vụ, đơn vị nên viết một kiểu)";
    assert_eq!(
        said(&shipped("khen-thuong.csv", sheet::awards())),
        [
            "dòng 12, cột “Đơn vị công tác”: lưu ý[thieu-don-vi]: thiếu cơ quan chủ quản của tập thể (gợi ý: ghi cơ quan quản lý trực tiếp; nếu không có thì bỏ qua)".to_string(),
            format!("dòng 22, cột “Họ và tên / Tên tập thể”: nên xem[kieu-dau]: “Hoà” đặt dấu thanh khác kiểu với phần lớn bảng (viết như “Hòa”) {tone}"),
            "dòng 34, cột “Chức vụ”: lưu ý[thieu-chuc-vu]: thiếu chức vụ (gợi ý: ghi chức vụ hoặc nghề nghiệp của người này)".to_string(),
            "dòng 35, cột “Họ và tên / Tên tập thể”: lưu ý[ten-co-cap-bac]: ô họ tên có cấp bậc, học vị “Thượng úy” (gợi ý: ô họ tên chỉ ghi “Hà Sỹ Đoài”; “Thượng úy” ghi ở cột Chức vụ hoặc một cột riêng)".to_string(),
            format!("dòng 36, cột “Họ và tên / Tên tập thể”: nên xem[kieu-dau]: “Thuỷ” đặt dấu thanh khác kiểu với phần lớn bảng (viết như “Ủy”) {tone}"),
            "dòng 42, cột “Xưng hô”: lưu ý[thieu-xung-ho]: thiếu xưng hô (gợi ý: ghi Ông, Bà hoặc Đồng chí; chương trình không đoán theo tên)".to_string(),
        ]
    );
}

#[test]
fn ranks_degrees_and_addresses_are_found_wherever_they_stand() {
    for (written, found, rest) in [
        ("PGS.TS. Lê Văn A", "“PGS.”, “TS.”", "Lê Văn A"),
        ("ThS.BS. Lê Văn A", "“ThS.”, “BS.”", "Lê Văn A"),
        ("TS.Lê Văn A", "“TS.”", "Lê Văn A"),
        ("Lê Văn A, ThS", "“ThS”", "Lê Văn A"),
        ("Lê Văn A (Bác sĩ)", "“Bác sĩ”", "Lê Văn A"),
        ("Đại Tá Lê Văn A", "“Đại Tá”", "Lê Văn A"),
        (
            "Thượng uý, bác sỹ Lê Văn A",
            "“Thượng uý”, “bác sỹ”",
            "Lê Văn A",
        ),
        ("BSCKII Lê Văn A", "“BSCKII”", "Lê Văn A"),
    ] {
        assert_eq!(
            name(written),
            [format!(
                "lưu ý[ten-co-cap-bac]: ô họ tên có cấp bậc, học vị {found} (gợi ý: ô họ tên chỉ ghi “{rest}”; {found} ghi ở cột Chức vụ hoặc một cột riêng)"
            )],
            "{written}"
        );
    }
    for (written, found) in [
        ("Đ/c Lê Văn A", "“Đ/c”"),
        ("Đồng chí Lê Văn A", "“Đồng chí”"),
    ] {
        assert_eq!(
            name(written),
            [format!(
                "lưu ý[ten-co-xung-ho]: ô họ tên có cách xưng hô {found} (gợi ý: ô họ tên chỉ ghi “Lê Văn A”; {found} ghi ở cột Xưng hô)"
            )]
        );
    }
    assert_eq!(
        name("Ông Nguyễn Văn A"),
        [
            "nên xem[ten-co-xung-ho]: “Ông” ở đầu ô họ tên là cách xưng hô hay là họ? Cột xưng hô đã ghi “Ông” (gợi ý: nếu là cách xưng hô thì ô họ tên chỉ ghi “Nguyễn Văn A”)"
        ]
    );
}

#[test]
fn posts_and_units_are_no_names() {
    let hint = |column: &str| {
        format!(
            "(gợi ý: chuyển sang cột {column} và để trống ô họ tên; giấy mời sẽ mời theo chức vụ, đơn vị)"
        )
    };
    for post in [
        "Đại diện Lãnh đạo",
        "Trưởng phòng Nội vụ",
        "CHỦ TỊCH UBND xã",
    ] {
        let message = format!(
            "lưu ý[ten-la-chuc-vu]: ô họ tên ghi chức vụ: “{post}” {}",
            hint("Chức vụ")
        );
        assert_eq!(name(post), [message]);
    }
    for unit in ["Phòng Nội vụ", "UBND xã Vạn Hưng", "Uỷ ban nhân dân xã Mẫu"] {
        let message = format!(
            "lưu ý[ten-la-chuc-vu]: ô họ tên ghi tên đơn vị: “{unit}” {}",
            hint("Đơn vị")
        );
        assert_eq!(name(unit)[0], message);
    }
}

#[test]
fn letters_and_several_people_are_told() {
    assert_eq!(
        name("nguyễn văn a"),
        [
            "nên xem[ten-viet-thuong]: họ tên có chữ không viết hoa đầu chữ: “nguyễn văn a” (gợi ý: nếu là họ tên người thì viết “Nguyễn Văn A”)"
        ]
    );
    for cell in ["Lê Văn A và Lê Văn B", "Lê Văn A, Lê Văn B"] {
        assert_eq!(
            name(cell),
            [format!(
                "nên xem[nhieu-nguoi-mot-o]: ô họ tên có lẽ ghi nhiều người: “{cell}” (gợi ý: mỗi người một dòng thì mỗi người mới có giấy riêng)"
            )]
        );
    }
    assert_eq!(
        name("TS. LÊ VĂN A").len(),
        2,
        "the rank does not hide the capitals"
    );
}

#[test]
fn names_that_only_look_odd_pass() {
    for own in [
        "Y Ngông Niê Kdăm",
        "H'Ñin Ayŭn",
        "H’Ñin Ayŭn",
        "Y Ƀin Kbuôr",
        "Y Sĩ Niê",
        "K’ Brể",
        "Ksor Phước",
        "Nay H’Ban",
        "Pi Năng Thị Sương",
        "Bo Bo Văn Tịnh",
        "Chamaléa Văn Đởn",
        "Âu Dương Tấn Ích",
        "Tôn Nữ Thị Hường Vân",
        "Ông Thị Ngọc Quý",
        "Ông Văn Tám",
        "Ông Nguyễn Phước",
        "Hạ Sĩ Nam",
        "Phó Đức Tài",
        "Công Văn An",
        "Trung Tấn Tài",
        "Cao Thị Hồng-Nhung",
        "Đoàn Thanh Niên",
        "Sử Đình Ấp",
        "An",
    ] {
        assert_eq!(name(own), [""; 0], "{own}");
    }
}

#[test]
fn doubles_are_found_in_any_spelling() {
    let found = guests(
        "1,Ông,Từ Công Hoà,Trưởng phòng,Phòng Nội vụ,0100000001,\n\
         2,Ông,TỪ CÔNG HÒA,Trưởng phòng,Phòng  nội vụ,0100000002,\n\
         3,Ông,Từ Công Hòa,Chủ tịch,Hội Nông dân,0100000003,\n\
         4,Bà,Lê Thị A,Chuyên viên,Phòng Kinh tế,0100000003,\n\
         5,Ông (Bà),,Đại diện Lãnh đạo,Sở Y tế,,\n\
         6,Ông (Bà),,Đại diện lãnh đạo,Sở Y tế,,\n\
         7,Ông,Lý Văn B,Nông dân,Thôn Một,,\n\
         8,Ông,Lí Văn B,Nông dân,Thôn Một,,\n\
         9,Ông,Đỗ Văn C,Nông dân,Thôn Một,0100000009,\n\
         10,Ông,Ðỗ Văn C,Nông dân,Thôn Hai,0100000009,\n",
    );
    let doubles: Vec<&String> = found
        .iter()
        .filter(|found| found.contains("[trung"))
        .collect();
    assert_eq!(
        doubles,
        [
            "dòng 3, cột “Họ và tên”: lưu ý[trung-dong]: “TỪ CÔNG HÒA” trùng với dòng 2 (ở đó viết “Từ Công Hoà”), cùng đơn vị (gợi ý: xóa một trong hai dòng; nếu là hai người thì bỏ qua)",
            "dòng 4, cột “Họ và tên”: nên xem[trung-ho-ten]: “Từ Công Hòa” cùng họ tên với dòng 2 (ở đó viết “Từ Công Hoà”), khác đơn vị (gợi ý: một người ghi hai lần, hay hai người trùng tên?)",
            "dòng 5, cột “Số điện thoại”: nên xem[trung-dien-thoai]: cùng số điện thoại với dòng 4: “0100000003” (gợi ý: số chung của cơ quan thì bỏ qua; nếu không, xem lại số của từng người)",
            "dòng 7, cột “Chức vụ”: lưu ý[trung-dong]: trùng với dòng 6: “Đại diện lãnh đạo, Sở Y tế”, không có họ tên (gợi ý: xóa một dòng, hoặc ghi số người vào cột Số lượng của một dòng)",
            "dòng 11, cột “Họ và tên”: lưu ý[trung-dong]: “Đỗ Văn C” trùng với dòng 10, cùng số điện thoại (gợi ý: xóa một trong hai dòng; nếu là hai người thì bỏ qua)",
        ]
    );
}

#[test]
fn what_is_missing_and_what_is_left_out_is_told() {
    assert_eq!(
        guests(
            "I. CẤP XÃ,,,,,,\n\
             1,,Lê Văn A,Nông dân,Thôn Một,,\n\
             2,Ông,Lê Văn B,Nông dân,,,\n\
             3,,,,,0100000003,\n\
             Tổng cộng: 3 người,,,,,,\n\
             ,,NGƯỜI LẬP BIỂU,,,,\n"
        ),
        [
            "dòng 2: nên xem[dong-nhom]: dòng này được hiểu là tên của nhóm bên dưới: “I. CẤP XÃ” (gợi ý: nếu đây là một người thì ghi số thứ tự, họ tên vào đúng cột)",
            "dòng 3, cột “Xưng hô”: lưu ý[thieu-xung-ho]: thiếu xưng hô (gợi ý: ghi Ông, Bà hoặc Đồng chí; chương trình không đoán theo tên)",
            "dòng 4, cột “Đơn vị”: lưu ý[thieu-don-vi]: thiếu đơn vị (gợi ý: ghi cơ quan, đơn vị hoặc nơi ở của người này)",
            "dòng 5, cột “Họ và tên”: lưu ý[thieu-ho-ten]: dòng không có họ tên, chức vụ, đơn vị (gợi ý: ghi họ tên, hoặc chức vụ và đơn vị được mời; dòng thừa thì xóa)",
            "dòng 6: nên xem[dong-bo-qua]: bỏ qua dòng này vì là dòng cộng: “Tổng cộng: 3 người” (gợi ý: nếu đây là một người thì ghi số thứ tự, họ tên vào đúng cột)",
            "dòng 7: nên xem[dong-bo-qua]: bỏ qua dòng này vì là phần ký ở cuối bảng: “NGƯỜI LẬP BIỂU” (gợi ý: nếu đây là một người thì ghi số thứ tự, họ tên vào đúng cột)",
        ]
    );
}

#[test]
fn a_weekday_in_a_cell_is_held_against_its_date() {
    assert_eq!(
        guests("1,Ông,Lê Văn A,Nông dân,Thôn Một,,\"Có mặt sáng thứ Năm, ngày 22/3\"\n"),
        [
            "dòng 2, cột “Ghi chú”: lưu ý[thu-lech]: “thứ Năm, ngày 22/3”: ngày 22/3/2024 là thứ Sáu (gợi ý: sửa thứ hoặc sửa ngày)"
        ]
    );
}

#[test]
fn a_table_in_two_styles_of_tones_is_told_once() {
    let mut lines = String::new();
    for number in 0..60 {
        let name = if number % 2 == 0 { "Hoà" } else { "Hòa" };
        lines.push_str(&format!(
            "{number},Ông,Lê Văn {name},Nông dân,Thôn {number},,\n"
        ));
    }
    let found = guests(&lines);
    let told: Vec<&String> = found
        .iter()
        .filter(|found| found.contains("[kieu-dau]"))
        .collect();
    assert_eq!(
        told,
        [
            "dòng 1: nên xem[kieu-dau]: bảng đặt dấu thanh theo hai kiểu: 30 chữ như “Hòa”, 30 chữ như “Hoà” (gợi ý: tên người thì giữ đúng giấy tờ; chức vụ, đơn vị nên viết một kiểu)"
        ]
    );
}
