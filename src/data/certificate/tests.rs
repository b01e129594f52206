//! Layouts and blanks as users get them wrong, and what becomes of a right pair.

use super::super::file::DataFile;
use super::super::findings::Findings;
use super::super::schema;
use super::layout::Side;
use super::{Certificates, colour::Colour, read};
use crate::units::Mm;

const DOSSIER: &str = "\
co_quan: xa.yaml
su_kien:
  ten: Hội nghị tổng kết
  ten_goi: Hội nghị
  ngay: 23/01/2026
  dia_diem: Hội trường xã
giay_khen:
  in_giay_khen: { mau: rieng, phoi: phoi.yaml }
van_ban:
  quyet_dinh:
    ky: chu_tich
";

const LAYOUT: &str = "\
ten: Giấy khen riêng
cap_cho: giay_khen
truong:
  ten: { noi_dung: \"{danh_xung} {ten}\", x: 148.5, y: 116, rong: 200, co: 24, co_nho_nhat: 16 }
  thanh_tich: { noi_dung: \"{thanh_tich}\", x: 148.5, y: 139, rong: 210, co: 16 }
";

const BLANK: &str = "\
ten: Phôi 2026, máy in phòng Văn thư
lech_x: -1.5
ti_le_y: 100.5
in_san: [ten]
truong:
  thanh_tich: { x: 150, co: 15, mau: \"#203070\", can: trai }
";

/// What is read of a dossier with a layout and a blank of its own; findings without the folder.
fn load(dossier: &str, layout: &str, blank: &str) -> (Vec<Certificates>, Vec<String>) {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    std::fs::create_dir(folder.path().join("mau")).unwrap();
    write("ho-so.yaml", dossier);
    write("mau/rieng.yaml", layout);
    write("phoi.yaml", blank);
    let mut found = Findings::default();
    let path = folder.path().join("ho-so.yaml");
    let file = DataFile::load(&path, None, &schema::dossier_schema(), &mut found);
    let own = file.map_or_else(Vec::new, |file| read(folder.path(), &file, &mut found));
    let prefix = format!("{}/", folder.path().display());
    let told = found.into_list();
    let told = told.iter().map(|one| one.to_string().replace(&prefix, ""));
    (own, told.collect())
}

fn check_dossier(from: &str, to: &str, expected: &str) {
    assert_eq!(DOSSIER.matches(from).count(), 1, "{from}");
    let (own, told) = load(&DOSSIER.replace(from, to), LAYOUT, BLANK);
    assert_eq!(told, [expected]);
    assert!(own.is_empty());
}

fn check_layout(from: &str, to: &str, expected: &str) {
    assert_eq!(LAYOUT.matches(from).count(), 1, "{from}");
    let (own, told) = load(DOSSIER, &LAYOUT.replace(from, to), BLANK);
    assert_eq!(told, [expected]);
    assert!(own.is_empty());
}

fn check_blank(from: &str, to: &str, expected: &str) {
    assert_eq!(BLANK.matches(from).count(), 1, "{from}");
    let (own, told) = load(DOSSIER, LAYOUT, &BLANK.replace(from, to));
    assert_eq!(told, [expected]);
    assert!(own.is_empty());
}

#[test]
fn a_blank_changes_the_layout() {
    let (own, told) = load(DOSSIER, LAYOUT, BLANK);
    assert_eq!(told, Vec::<String>::new());
    let [name, achievement] = &own[0].fields[..] else {
        panic!("two fields: {own:?}");
    };
    assert!(name.preprinted && !achievement.preprinted);
    assert_eq!(name.spec.x, Mm(148.5));
    let spec = &achievement.spec;
    assert_eq!(
        (spec.x, spec.y, spec.width),
        (Mm(150.0), Mm(139.0), Mm(210.0))
    );
    assert_eq!((spec.size, spec.align), (15.0, Side::Left));
    assert_eq!(spec.colour, Colour([0x20, 0x30, 0x70]));
    let blank = own[0].blank.as_ref().unwrap();
    assert_eq!((blank.dx, blank.dy), (Mm(-1.5), Mm(0.0)));
    assert_eq!((blank.scale_x, blank.scale_y), (100.0, 100.5));
}

#[test]
fn the_layouts_of_the_program_are_sound() {
    for name in ["giay-khen", "chung-nhan"] {
        let entry = format!("in_giay_khen: {{ mau: {name} }}");
        let from = "in_giay_khen: { mau: rieng, phoi: phoi.yaml }";
        let (own, told) = load(&DOSSIER.replace(from, &entry), LAYOUT, BLANK);
        assert_eq!(told, Vec::<String>::new());
        let names: Vec<&str> = own[0]
            .fields
            .iter()
            .map(|field| field.name.as_str())
            .collect();
        assert_eq!(
            names,
            [
                "quoc_hieu",
                "tieu_ngu",
                "nguoi_tang",
                "loi_tang",
                "hinh_thuc",
                "ten",
                "don_vi",
                "thanh_tich",
                "dia_danh_ngay",
                "quyen_han",
                "nguoi_ky",
                "quyet_dinh",
                "so_so_vang",
            ]
        );
    }
}

#[test]
fn an_unknown_layout_or_decision_is_told() {
    check_dossier(
        "mau: rieng",
        "mau: giay-kem",
        "ho-so.yaml:8:24: lỗi[mau-khong-co]: không có mẫu giấy khen “giay-kem” (gợi ý: ý bạn là “giay-khen”?)",
    );
    check_dossier(
        "mau: rieng",
        "mau: bang-vang",
        "ho-so.yaml:8:24: lỗi[mau-khong-co]: không có mẫu giấy khen “bang-vang” (gợi ý: các mẫu có sẵn: giay-khen, chung-nhan; mẫu riêng đặt ở mau/bang-vang.yaml)",
    );
    check_dossier(
        "mau: rieng",
        "mau: rieng, quyet_dinh: quyet_din",
        "ho-so.yaml:8:43: lỗi[van-ban-khong-co]: hồ sơ không có văn bản “quyet_din” (gợi ý: ý bạn là “quyet_dinh”?)",
    );
    check_dossier(
        "in_giay_khen",
        "quyet_dinh",
        "ho-so.yaml:8:3: lỗi[khoa-trung]: khóa “quyet_dinh” đã dùng cho việc khác (gợi ý: đặt cho loại giấy khen này một khóa khác, thí dụ: in_giay_khen)",
    );
}

#[test]
fn what_is_wrong_in_a_layout_is_told() {
    check_layout(
        "{thanh_tich}",
        "{thanh_tic}",
        "mau/rieng.yaml:5:27: lỗi[du-lieu-la]: trường thanh_tich: không có dữ liệu “thanh_tic” (gợi ý: ý bạn là “{thanh_tich}”?)",
    );
    check_layout(
        "{thanh_tich}",
        "{thanh_tich",
        "mau/rieng.yaml:5:27: lỗi[du-lieu-la]: trường thanh_tich: ngoặc nhọn chưa đủ cặp (gợi ý: tên dữ liệu ghi giữa hai ngoặc nhọn, thí dụ: {ten})",
    );
    check_layout(
        "co_nho_nhat: 16",
        "co_nho_nhat: 26",
        "mau/rieng.yaml:4:3: lỗi[co-chu-nguoc]: trường ten: co_nho_nhat lớn hơn co (gợi ý: co_nho_nhat là cỡ chữ nhỏ nhất, không quá co)",
    );
    check_layout(
        "y: 116",
        "y: 216",
        "mau/rieng.yaml:4:3: lỗi[ngoai-giay]: trường ten nằm ngoài tờ giấy (gợi ý: giấy rộng 297 mm, cao 210 mm)",
    );
    check_layout(
        "co_nho_nhat",
        "co_nho_nhut",
        "mau/rieng.yaml:4:78: lỗi[khoa-la]: không có khóa “co_nho_nhut” ở đây (gợi ý: ý bạn là “co_nho_nhat”?)",
    );
}

#[test]
fn what_is_wrong_in_a_blank_is_told() {
    check_blank(
        "in_san: [ten]",
        "in_san: [tenn]",
        "phoi.yaml:4:10: lỗi[truong-la]: mẫu “Giấy khen riêng” không có trường “tenn” (gợi ý: ý bạn là “ten”?)",
    );
    check_blank(
        "thanh_tich",
        "ngay_thang",
        "phoi.yaml:6:3: lỗi[truong-la]: mẫu “Giấy khen riêng” không có trường “ngay_thang” (gợi ý: các trường của mẫu: ten, thanh_tich)",
    );
    check_blank(
        "ti_le_y: 100.5",
        "ti_le_y: 105",
        "phoi.yaml:3:10: lỗi[ngoai-gioi-han]: “ti_le_y” phải từ 98 đến 102; ở đây là 105",
    );
    check_blank(
        "\"#203070\"",
        "xanh",
        "phoi.yaml:6:38: lỗi[sai-dang]: “mau” phải là màu; ở đây là “xanh” (gợi ý: den, do hoặc mã sáu chữ số, thí dụ: \"#C00000\" (đặt trong ngoặc kép))",
    );
    check_blank(
        "lech_x",
        "lech_ngang",
        "phoi.yaml:2:1: lỗi[khoa-la]: không có khóa “lech_ngang” ở đây (gợi ý: các khóa dùng được ở đây: ten, lech_x, lech_y, ti_le_x, ti_le_y, xoay, in_san, truong)",
    );
    check_blank(
        "ti_le_y: 100.5",
        "xoay: 90",
        "phoi.yaml:3:7: lỗi[sai-gia-tri]: “xoay” phải là một trong: 0, 180; ở đây là “90”",
    );
}
