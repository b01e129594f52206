//! The two shipped example tables: every trap in them, by its row.

use std::path::{Path, PathBuf};

use unicode_normalization::is_nfc;

use super::super::{Change, Options, Row, Sheet, awards, guests, read};

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("data/van-ninh-2024")
        .join(name)
}

fn guest_list() -> Sheet {
    let (sheet, found) = read(&path("khach-moi.csv"), &Options::new(guests()));
    assert_eq!(found, []);
    sheet.unwrap()
}

fn award_table() -> Sheet {
    let (sheet, found) = read(&path("khen-thuong.csv"), &Options::new(awards()));
    assert_eq!(found, []);
    sheet.unwrap()
}

fn row<'a>(sheet: &'a Sheet, ordinal: &str) -> &'a Row {
    let mut rows = sheet.rows.iter();
    rows.find(|row| row.text("stt") == ordinal).unwrap()
}

/// What was done to a row of the guest list.
fn changes(sheet: &Sheet, ordinal: usize) -> Vec<Change> {
    let end = format!("dòng {}, ", ordinal + 1);
    let notes = sheet.notes.iter();
    notes
        .filter(|note| note.place.to_string().contains(&end))
        .map(|note| note.change)
        .collect()
}

#[test]
fn all_guests_are_read_in_their_groups() {
    let sheet = guest_list();
    assert_eq!(sheet.rows.len(), 62);
    let group = |start: &str| {
        let rows = sheet.rows.iter();
        rows.filter(|row| row.text("nhom").starts_with(start))
            .count()
    };
    assert_eq!(
        [group("a)"), group("b)"), group("c)"), group("d)")],
        [5, 30, 17, 10]
    );
    assert!(sheet.rows.iter().all(|row| row.sound));
    assert!(
        sheet
            .rows
            .iter()
            .all(|row| row.text("du_lieu_mau").starts_with("hư cấu"))
    );
}

#[test]
fn every_text_of_the_guest_list_is_composed() {
    let sheet = guest_list();
    for row in &sheet.rows {
        for (_, cell) in row.iter() {
            assert!(is_nfc(cell.text), "{}", cell.text);
        }
    }
    assert_eq!(row(&sheet, "8").text("ho_ten"), "Đặng Ngọc Tường Vỹ");
    assert_eq!(changes(&sheet, 8), [Change::Composed, Change::Composed]);
    assert_eq!(row(&sheet, "44").text("ho_ten"), "Phạm Hữu Ngữ Điệu");
    assert!(changes(&sheet, 44).contains(&Change::Composed));
}

#[test]
fn the_decomposed_double_equals_the_composed_one() {
    let sheet = guest_list();
    let (one, other) = (row(&sheet, "59"), row(&sheet, "60"));
    for key in ["ho_ten", "chuc_vu", "don_vi", "dien_thoai"] {
        assert_eq!(one.text(key), other.text(key));
    }
    assert!(changes(&sheet, 59).contains(&Change::Composed));
    assert_eq!(changes(&sheet, 60), []);
}

#[test]
fn guests_in_tcvn3_and_vni_are_read() {
    let sheet = guest_list();
    let tcvn3 = row(&sheet, "61");
    assert_eq!(tcvn3.text("ho_ten"), "Nguyễn Văn Hải");
    assert_eq!(tcvn3.text("chuc_vu"), "Công nhân");
    assert_eq!(tcvn3.text("don_vi"), "Công ty CP Môi trường đô thị Mẫu");
    assert_eq!(changes(&sheet, 61), [Change::Tcvn3; 3]);
    let vni = row(&sheet, "62");
    assert_eq!(vni.text("ho_ten"), "Lê Thị Tuyết");
    assert_eq!(vni.text("chuc_vu"), "Công nhân");
    assert_eq!(vni.text("don_vi"), "Hợp tác xã Mẫu Vạn Hưng");
    assert_eq!(changes(&sheet, 62), [Change::Vni; 3]);
}

#[test]
fn spaces_are_mended_and_capitals_kept() {
    let sheet = guest_list();
    assert_eq!(row(&sheet, "20").text("ho_ten"), "Tôn Nữ Thị Hường Vân");
    assert!(changes(&sheet, 20).contains(&Change::ExtraSpace));
    assert_eq!(row(&sheet, "22").text("ho_ten"), "Hồ Thị Sơn Ca");
    assert!(changes(&sheet, 22).contains(&Change::OddSpace));
    assert_eq!(row(&sheet, "21").text("ho_ten"), "NGUYỄN PHƯỚC ĐIỆP KHÚC");
    assert_eq!(changes(&sheet, 21), []);
}

#[test]
fn commas_quotes_and_ampersands_stay_in_their_cell() {
    let sheet = guest_list();
    for (ordinal, key, text) in [
        (
            "3",
            "don_vi",
            "Phòng Thi đua - Khen thưởng, Sở Nội vụ tỉnh Khánh Hòa",
        ),
        (
            "7",
            "chuc_vu",
            "Phó Bí thư Thường trực Huyện ủy, Chủ tịch HĐND huyện",
        ),
        ("29", "don_vi", "Phòng GD&ĐT huyện Vạn Ninh"),
        ("30", "don_vi", "Phòng LĐ-TB&XH huyện Vạn Ninh"),
        (
            "40",
            "chuc_vu",
            "Công chức Văn phòng - Thống kê (phụ trách thi đua, khen thưởng)",
        ),
        ("56", "don_vi", "Trường Tiểu học & THCS Vạn Thạnh (mẫu)"),
        (
            "58",
            "don_vi",
            "Công ty TNHH \"Yến sào & Hải sản Vịnh Mẫu\", chi nhánh Vạn Ninh",
        ),
    ] {
        assert_eq!(row(&sheet, ordinal).text(key), text);
    }
}

#[test]
fn telephone_numbers_are_repaired() {
    let sheet = guest_list();
    for (ordinal, phone) in [
        ("1", "0100000001"),
        ("2", "0100000002"),
        ("3", "0100000003"),
        ("4", "0100000004"),
        ("5", ""),
        ("6", "0100000006"),
    ] {
        assert_eq!(row(&sheet, ordinal).text("dien_thoai"), phone);
    }
    for ordinal in [1, 3, 4, 6] {
        assert_eq!(changes(&sheet, ordinal), [Change::Phone]);
    }
    let notes: Vec<String> = sheet.notes.iter().map(ToString::to_string).collect();
    let prefix = format!(
        "{}, dòng 4, cột “Số điện thoại”: ",
        path("khach-moi.csv").display()
    );
    assert!(notes.contains(&format!(
        "{prefix}viết lại số điện thoại: “100000003” → “0100000003”"
    )));
}

#[test]
fn rows_without_a_name_or_a_post_stay() {
    let sheet = guest_list();
    assert_eq!(row(&sheet, "5").words("ho_ten"), None);
    assert_eq!(row(&sheet, "5").text("chuc_vu"), "Đại diện Lãnh đạo");
    assert_eq!(row(&sheet, "32").words("chuc_vu"), None);
    let several = row(&sheet, "52");
    assert_eq!(several.words("ho_ten"), None);
    assert_eq!(
        several.text("don_vi"),
        "UBND các xã Vạn Lương, Vạn Phú, Vạn Thọ"
    );
    assert_eq!(several.number("so_luong").unwrap().as_whole(), Some(3));
    assert_eq!(
        row(&sheet, "1").number("so_luong").unwrap().as_whole(),
        Some(1)
    );
}

#[test]
fn names_are_never_rewritten() {
    let sheet = guest_list();
    for (ordinal, name) in [
        ("25", "Từ Công Hoà"),
        ("26", "Từ Thị Hòa"),
        ("28", "Âu Dương Tấn Ích"),
        ("29", "Ông Thị Ngọc Quý"),
        ("31", "Trung tá Hà Sỹ Đoan"),
        ("33", "BS. Trà Thị Lệ Thuỷ"),
        ("41", "Cao Xuân Trường-Sơn"),
        ("53", "Cao Thị Hồng-Nhung"),
        ("54", "Bo Bo Văn Tịnh"),
        ("55", "Pi Năng Thị Sương"),
        ("56", "Y Ngôn Niê Kdăm"),
        ("57", "H’Ñin Ayŭn"),
        ("58", "Y Ƀin Kbuôr"),
    ] {
        assert_eq!(row(&sheet, ordinal).text("ho_ten"), name);
        assert_eq!(changes(&sheet, ordinal.parse().unwrap()), [], "{name}");
    }
    assert_eq!(row(&sheet, "29").text("xung_ho"), "Bà");
    assert!(row(&sheet, "35").text("don_vi").chars().count() > 90);
}

#[test]
fn a_cell_of_a_guest_knows_its_place() {
    let sheet = guest_list();
    let place = row(&sheet, "32").place("chuc_vu").to_string();
    assert!(
        place.ends_with("khach-moi.csv, dòng 33, cột “Chức vụ”"),
        "{place}"
    );
}

#[test]
fn all_awards_are_read() {
    let sheet = award_table();
    let kind = |kind: &str| {
        let rows = sheet.rows.iter();
        rows.filter(|row| row.text("phan_loai") == kind).count()
    };
    assert_eq!(
        [kind("Tập thể"), kind("Hộ gia đình"), kind("Cá nhân")],
        [14, 2, 26]
    );
    assert_eq!(sheet.rows.len(), 42);
    for row in &sheet.rows {
        for (_, cell) in row.iter() {
            assert!(is_nfc(cell.text), "{}", cell.text);
        }
    }
    assert_eq!(
        row(&sheet, "6").text("ho_ten"),
        "Trường Mầm non Hướng Dương (mẫu)"
    );
    assert_eq!(row(&sheet, "28").text("ho_ten"), "Chamaléa Văn Đởn");
    assert_eq!(row(&sheet, "28").text("don_vi"), "Xã Xuân Sơn");
}

#[test]
fn amounts_and_coefficients_are_numbers() {
    let sheet = award_table();
    let amount = |ordinal| {
        let number = row(&sheet, ordinal).number("tien_thuong")?;
        number.as_whole()
    };
    assert_eq!(amount("1"), Some(1_440_000));
    assert_eq!(amount("12"), Some(1_080_000));
    assert_eq!(amount("13"), Some(1_080_000));
    assert_eq!(amount("38"), None);
    assert_eq!(amount("39"), Some(1_400_000));
    assert_eq!(row(&sheet, "38").words("tien_thuong"), None);
    let share = |ordinal| {
        row(&sheet, ordinal)
            .number("he_so")
            .unwrap()
            .ten_thousandths()
    };
    assert_eq!(
        [share("1"), share("14"), share("15"), share("17")],
        [8_000, 30_000, 4_500, 10_000]
    );
    let paid: i64 = sheet
        .rows
        .iter()
        .filter(|row| row.words("ghi_chu").is_none())
        .map(|row| row.number("he_so").unwrap().ten_thousandths() * 1_800_000 / 10_000)
        .sum();
    assert_eq!(paid, 40_140_000);
}

#[test]
fn awards_keep_what_later_checks_look_at() {
    let sheet = award_table();
    assert!(row(&sheet, "10").text("thanh_tich").chars().count() > 255);
    assert_eq!(row(&sheet, "11").words("don_vi"), None);
    assert_eq!(
        row(&sheet, "11").text("ho_ten"),
        "Công ty TNHH \"Yến sào & Hải sản Vịnh Mẫu\", chi nhánh Vạn Ninh"
    );
    assert_eq!(
        row(&sheet, "5").text("ho_ten"),
        "Trường Tiểu học & THCS Vạn Thạnh (mẫu)"
    );
    for ordinal in ["14", "42"] {
        assert_eq!(
            row(&sheet, ordinal).text("danh_hieu"),
            "Bằng khen của Chủ tịch UBND tỉnh"
        );
        assert_eq!(
            row(&sheet, ordinal).text("ghi_chu"),
            "QĐ riêng của Chủ tịch UBND tỉnh"
        );
    }
    assert_eq!(
        row(&sheet, "19").text("ho_ten"),
        row(&sheet, "20").text("ho_ten")
    );
    assert_ne!(
        row(&sheet, "19").text("danh_hieu"),
        row(&sheet, "20").text("danh_hieu")
    );
    assert_eq!(row(&sheet, "33").words("chuc_vu"), None);
    assert_eq!(row(&sheet, "41").words("xung_ho"), None);
    for (ordinal, name) in [
        ("24", "Y Ngôn Niê Kdăm"),
        ("25", "H’Ñin Ayŭn"),
        ("26", "Y Ƀin Kbuôr"),
        ("27", "Cao Thị Hồng-Nhung"),
        ("29", "Mấu Thị Rơm"),
    ] {
        assert_eq!(row(&sheet, ordinal).text("ho_ten"), name);
    }
}
