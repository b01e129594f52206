//! Dossiers with a guest list, through `load`.

use std::path::{Path, PathBuf};

use serde_json::json;

use crate::diag::Diagnostic;

use super::each::Recipient;
use super::table_ref::TableName;
use super::{Dossier, LoadOptions, load, load_with};

const DOSSIER: &str = "\
co_quan: xa.yaml
su_kien: { ten: Hội nghị, ten_goi: Hội nghị, ngay: 23/01/2026, dia_diem: Hội trường xã }
khach_moi: khach.csv
van_ban:
  giay_moi: { ngay: 14/01/2026, ky: chu_tich, moi_dong_cua: khach_moi }
";

const AGENCY: &str = "\
ten: Ủy ban nhân dân xã Bình Mẫu
ten_ngan: UBND xã Bình Mẫu
ten_goi: UBND xã
don_vi_hanh_chinh: xã
ten_dia_ban: xã Bình Mẫu
ky_hieu: UBND
dia_danh: Bình Mẫu
nguoi_ky:
  chu_tich: { quyen_han: [TM. Ủy ban nhân dân, Chủ tịch], ten: Nguyễn Văn Mẫu }
noi_nhan: [Các thôn]
luu: VT
";

const GUESTS: &str = "\
STT,Nhóm,Xưng hô,Họ và tên,Chức vụ,Đơn vị,SĐT,SL,Bàn số
1,Cấp xã,Ông,Lê Văn Tám,Trưởng thôn,Thôn Một,100000003,01,5
2,Cấp xã,Bà,Trần Thị An,Chủ tịch,UBND xã Bình Mẫu,,,
3,Cấp tỉnh,,,Đại diện Lãnh đạo,Sở Nội vụ,,02,
";

/// Loads a dossier of three files; findings without the folder's name.
fn load_files(
    dossier: &str,
    guests: &str,
    options: &LoadOptions,
) -> (Option<Dossier>, Vec<String>) {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in [
        ("ho-so.yaml", dossier),
        ("xa.yaml", AGENCY),
        ("khach.csv", guests),
    ] {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    let loaded = load_with(folder.path(), options);
    let (loaded, found) = (loaded.dossier, loaded.findings);
    let prefix = format!("{}/", folder.path().display());
    let found = found.iter().map(|one| one.to_string().replace(&prefix, ""));
    (loaded, found.collect())
}

/// The dossier with its line `khach_moi` in other words.
fn with_table(table: &str) -> (Option<Dossier>, Vec<String>) {
    let dossier = DOSSIER.replace("khach_moi: khach.csv", table);
    load_files(&dossier, GUESTS, &LoadOptions::default())
}

/// The ordinals of the guests in their order.
fn ordinals(table: &str) -> String {
    let (dossier, found) = with_table(table);
    assert_eq!(found, [""; 0]);
    let dossier = dossier.unwrap();
    let rows = &dossier.guests().unwrap().rows;
    rows.iter()
        .filter_map(|guest| guest.words("stt").map(str::to_string))
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn templates_see_a_guest_with_every_key() {
    let (dossier, found) = load_files(DOSSIER, GUESTS, &LoadOptions::default());
    assert_eq!(found, [""; 0]);
    let dossier = dossier.unwrap();
    let guests = &dossier.guests().unwrap().rows;
    assert_eq!(
        Recipient::Guest(&guests[0]).context(),
        json!({
            "stt": "1", "thu_tu": 1,
            "ma_so": "001", "nhom": "Cấp xã", "xung_ho": "Ông", "ho_ten": "Lê Văn Tám",
            "chuc_vu": "Trưởng thôn", "don_vi": "Thôn Một", "dien_thoai": "0100000003",
            "so_luong": 1, "hinh_thuc": null, "ghe": null, "ghi_chu": null,
            "cot_khac": { "ban_so": "5" },
        })
    );
    let context = dossier.context("giay_moi", &|_| false).unwrap();
    assert_eq!(context["van_ban"]["moi_dong_cua"], "khach_moi");
    assert!(context["khach_moi"].is_null());
    let third = guests[2].context();
    assert_eq!(
        (&third["ho_ten"], &third["cot_khac"]["ban_so"]),
        (&json!(null), &json!(null))
    );
    assert_eq!(guests[2].count(), Some(2));
    assert!(
        guests[1]
            .place("don_vi")
            .to_string()
            .ends_with("khach.csv, dòng 3, cột “Đơn vị”")
    );
}

#[test]
fn guests_stand_as_the_dossier_orders() {
    assert_eq!(ordinals("khach_moi: khach.csv"), "1 2 3");
    assert_eq!(
        ordinals("khach_moi: { tep: khach.csv, sap_xep: ten }"),
        "2 1 3"
    );
    assert_eq!(
        ordinals("khach_moi: { tep: khach.csv, sap_xep: ten_trong_nhom }"),
        "2 1 3"
    );
    assert_eq!(
        ordinals("khach_moi: { tep: khach.csv, sap_xep: nghi_thuc }"),
        "3 2 1"
    );
    assert_eq!(
        ordinals("khach_moi: { tep: khach.csv, dong: \"2, 4\" }"),
        "1 3"
    );
}

#[test]
fn columns_can_be_named() {
    let table = "khach_moi: { tep: khach.csv, dong_tieu_de: 1, cot: { ghe: Bàn số } }";
    let (dossier, found) = with_table(table);
    assert_eq!(found, [""; 0]);
    let dossier = dossier.unwrap();
    assert_eq!(dossier.guests().unwrap().rows[0].words("ghe"), Some("5"));
}

#[test]
fn what_is_wrong_with_khach_moi_is_told_in_the_dossier() {
    for (table, message) in [
        (
            "khach_moi: khach.xlsx",
            "ho-so.yaml:3:12: lỗi[khong-co-tep]: không có tệp khach.xlsx (gợi ý: kiểm tra lại tên thư mục và tên tệp)",
        ),
        (
            "khach_moi: { tep: khach.csv, dong: 4-2 }",
            "ho-so.yaml:3:36: lỗi[sai-dang]: “dong” phải là các số dòng; ở đây là “4-2” (gợi ý: thí dụ: 2-20, 35)",
        ),
        (
            "khach_moi: { tep: khach.csv, dong: \"2, 90\" }",
            "khach.csv, dòng 1: lưu ý[dong-ngoai-bang]: khóa dong chọn “2, 90” nhưng dòng khách cuối cùng của bảng là 4 (gợi ý: số dòng là số ở mép trái cửa sổ Excel, không phải số thứ tự)",
        ),
        (
            "khach_moi: { tep: khach.csv, cot: { ho_tn: D } }",
            "ho-so.yaml:3:37: lỗi[khoa-la]: danh sách khách mời không có khóa “ho_tn” (gợi ý: ý bạn là “ho_ten”?)",
        ),
        (
            "khach_moi: { tep: khach.csv, cot: { ghe: Ghế } }",
            "ho-so.yaml:3:19: lỗi[khong-co-cot]: khach.csv: bảng không có cột “Ghế” mà hồ sơ nêu cho ghe; các cột có: STT, Nhóm, Xưng hô, Họ và tên, Chức vụ, Đơn vị, SĐT, SL, Bàn số (gợi ý: chép đúng tên cột trong dòng tiêu đề, hoặc ghi chữ của cột, thí dụ: C)",
        ),
        (
            "khach_moi:",
            "ho-so.yaml:5:61: lỗi[thieu-bang]: văn bản làm cho mỗi dòng của khach_moi nhưng hồ sơ không có khóa “khach_moi” (gợi ý: thêm khóa khach_moi ngang hàng với su_kien, thí dụ: khach_moi: khach-moi.xlsx)",
        ),
    ] {
        let (dossier, found) = with_table(table);
        assert_eq!(found[0], message, "{table}");
        assert_eq!(dossier.is_none(), message.contains("lỗi["), "{table}");
    }
}

#[test]
fn a_faulty_row_leaves_the_dossier_whole() {
    let guests = GUESTS.replace("UBND xã Bình Mẫu", "#REF!");
    let (dossier, found) = load_files(DOSSIER, &guests, &LoadOptions::default());
    assert_eq!(
        found,
        [
            "khach.csv, dòng 3, cột “Đơn vị”: lỗi[o-loi]: ô có lỗi công thức #REF! (gợi ý: sửa công thức, hoặc gõ thẳng giá trị vào ô)"
        ]
    );
    let dossier = dossier.unwrap();
    let sound: Vec<bool> = dossier
        .guests()
        .unwrap()
        .rows
        .iter()
        .map(|guest| guest.sound())
        .collect();
    assert_eq!(sound, [true, false, true]);
    assert_eq!(dossier.guests().unwrap().findings.len(), 1);
}

#[test]
fn a_run_can_give_another_table() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("khac.csv");
    std::fs::write(&path, "Họ tên,Đơn vị\nĐỗ Thị Hoa,Thôn Hai\n").unwrap();
    let options = LoadOptions {
        tables: vec![(TableName::Guests, path)],
    };
    for table in [
        "khach_moi: { tep: khong-co.csv, trang: X, dong: \"9\" }",
        "khach_moi:",
    ] {
        let dossier = DOSSIER.replace("khach_moi: khach.csv", table);
        let (dossier, found) = load_files(&dossier, GUESTS, &options);
        assert_eq!(found, [""; 0]);
        let dossier = dossier.unwrap();
        assert_eq!(dossier.guests().unwrap().rows[0].name(), Some("Đỗ Thị Hoa"));
    }
    assert_eq!("khach_moi".parse(), Ok(TableName::Guests));
    assert_eq!("khach".parse::<TableName>(), Err(()));
}

#[test]
fn the_shipped_guest_list_is_in_its_dossier() {
    let folder: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/van-ninh-2024");
    let (dossier, found) = load(&folder);
    assert_eq!(
        found.iter().map(Diagnostic::to_string).collect::<Vec<_>>(),
        [""; 0]
    );
    let dossier = dossier.unwrap();
    let guests = dossier.guests().unwrap();
    assert_eq!(guests.rows.len(), 62);
    let sum: u32 = guests.rows.iter().filter_map(|guest| guest.count()).sum();
    assert_eq!(sum, 64);
    let place = dossier.find_char('Ƀ').unwrap().to_string();
    assert!(
        place.ends_with("khach-moi.csv, dòng 59, cột “Họ và tên”"),
        "{place}"
    );
}
