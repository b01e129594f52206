//! Dossiers as users get them wrong, through the one entry `load`.

use std::path::{Path, PathBuf};

use crate::diag::{Diagnostic, Place};

use super::{Dossier, load};

const DOSSIER: &str = "\
co_quan: xa.yaml
su_kien:
  ten: Hội nghị tổng kết
  ten_goi: Hội nghị
  ngay: 23/01/2026
  dia_diem: Hội trường xã
van_ban:
  thong_bao:
    ngay: 14/01/2026
    ky: chu_tich
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

/// Loads a dossier of two files; findings without the folder's name.
fn load_files(dossier: &str, agency: &str) -> (Option<Dossier>, Vec<String>) {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("ho-so.yaml"), dossier).unwrap();
    std::fs::write(folder.path().join("xa.yaml"), agency).unwrap();
    let (loaded, found) = load(folder.path());
    let prefix = format!("{}/", folder.path().display());
    let found = found.iter().map(|one| one.to_string().replace(&prefix, ""));
    (loaded, found.collect())
}

/// The findings after one replacement in the dossier, which alone must hold it.
fn dossier(from: &str, to: &str) -> Vec<String> {
    assert_eq!(DOSSIER.matches(from).count(), 1, "{from}");
    load_files(&DOSSIER.replace(from, to), AGENCY).1
}

/// The findings after one replacement in the agency profile.
fn agency(from: &str, to: &str) -> Vec<String> {
    assert_eq!(AGENCY.matches(from).count(), 1, "{from}");
    load_files(DOSSIER, &AGENCY.replace(from, to)).1
}

fn shipped(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("data")
        .join(name)
}

#[test]
fn the_shipped_dossiers_have_no_findings() {
    for name in ["van-ninh-2024", "xa-binh-mau-2026"] {
        let (dossier, found) = load(&shipped(name));
        let found: Vec<String> = found.iter().map(Diagnostic::to_string).collect();
        assert_eq!(found, [""; 0], "{name}");
        assert!(dossier.is_some());
    }
}

#[test]
fn a_dossier_is_named_by_folder_or_file() {
    let by_folder = load(&shipped("van-ninh-2024")).0.unwrap();
    let by_file = load(&shipped("van-ninh-2024/ho-so.yaml")).0.unwrap();
    assert_eq!(by_folder.root(), by_file.root());
    assert_eq!(by_file.template_dir(), shipped("van-ninh-2024/mau"));
}

#[test]
fn papers_keep_the_order_of_the_file_and_their_agencies() {
    let dossier = load(&shipped("xa-binh-mau-2026")).0.unwrap();
    let told: Vec<String> = dossier
        .papers()
        .iter()
        .map(|entry| {
            format!(
                "{}: {}, {}",
                entry.key, entry.agency.name, entry.signer.name
            )
        })
        .collect();
    assert_eq!(
        told[..3],
        [
            "ke_hoach: Ủy ban nhân dân xã Bình Mẫu, Trần Thị Thí Dụ",
            "thong_bao_bai_do_xe: Phòng Văn hóa - Xã hội, Hoàng Văn Giả Định",
            "giay_moi: Ủy ban nhân dân xã Bình Mẫu, Trần Thị Thí Dụ",
        ]
    );
}

#[test]
fn all_errors_of_all_files_come_in_one_run() {
    let dossier = DOSSIER
        .replace("ngay: 23/01/2026", "ngay: 31/2/2026")
        .replace("dia_diem", "dia_diemm")
        .replace("ky: chu_tich", "ky: chu_tic\n    do_mat: mat");
    let agency = AGENCY
        .replace("TM. Ủy ban", "T/M Ủy ban")
        .replace("luu: VT", "trinh_bay: { co_chu: 15, le: { tren: 10 } }");
    let (loaded, found) = load_files(&dossier, &agency);
    assert!(loaded.is_none());
    assert_eq!(
        found,
        [
            "ho-so.yaml:2:1: lỗi[thieu-khoa]: “su_kien” thiếu khóa “dia_diem” (gợi ý: dia_diem: Nơi tổ chức, thí dụ: Hội trường UBND xã Bình Mẫu)",
            "ho-so.yaml:5:9: lỗi[sai-dang]: “ngay”: ngày 31/2/2026 không có trong lịch (gợi ý: thí dụ: 22/3/2024)",
            "ho-so.yaml:6:3: lỗi[khoa-la]: không có khóa “dia_diemm” ở đây (gợi ý: ý bạn là “dia_diem”?)",
            "ho-so.yaml:10:9: lỗi[nguoi-ky-la]: không có người ký “chu_tic” trong xa.yaml (gợi ý: ý bạn là “chu_tich”? các khóa có sẵn: chu_tich)",
            "ho-so.yaml:11:5: lỗi[do-mat]: chương trình không soạn văn bản chứa bí mật nhà nước, nên không có dấu chỉ độ mật (gợi ý: soạn trên máy tính riêng, không nối mạng, của cơ quan theo Luật Bảo vệ bí mật nhà nước số 117/2025/QH15 và Nghị định số 63/2026/NĐ-CP; văn bản thường thì bỏ khóa này)",
            "xa.yaml:9:27: lỗi[quyen-han]: dòng quyền hạn “T/M Ủy ban nhân dân” viết sai chữ TM. (gợi ý: viết “TM. Ủy ban nhân dân”)",
            "xa.yaml:11:22: lỗi[ngoai-gioi-han]: “co_chu” phải từ 13 đến 14; ở đây là 15 (gợi ý: giới hạn theo Phụ lục I Nghị định 30/2020/NĐ-CP)",
            "xa.yaml:11:38: lỗi[ngoai-gioi-han]: “tren” phải từ 20 đến 25 mm; ở đây là 10 (gợi ý: giới hạn theo Phụ lục I Nghị định 30/2020/NĐ-CP)",
        ]
    );
}

#[test]
fn wrong_types_are_named() {
    assert_eq!(
        dossier("ky: chu_tich", "ky: [chu_tich]"),
        [
            "ho-so.yaml:10:5: lỗi[sai-kieu]: “ky” phải là một đoạn chữ; ở đây là một danh sách (gợi ý: chữ có dấu hai chấm thì đặt trong ngoặc kép \"…\")"
        ]
    );
    assert_eq!(
        dossier("ky: chu_tich", "ky: chu_tich\n    so: 45/KH-UBND"),
        [
            "ho-so.yaml:11:9: lỗi[sai-kieu]: “so” phải là số nguyên; ở đây là “45/KH-UBND” (gợi ý: chỉ viết chữ số, thí dụ: 45)"
        ]
    );
    assert_eq!(
        dossier("ky: chu_tich", "ky: chu_tich\n    can_cu: Căn cứ Luật"),
        [
            "ho-so.yaml:11:13: lỗi[sai-kieu]: “can_cu” phải là danh sách; ở đây là “Căn cứ Luật” (gợi ý: mỗi phần tử một dòng, bắt đầu bằng “- ”)"
        ]
    );
    assert_eq!(
        agency("luu: VT", "cho_phep_hoc_ham: có"),
        [
            "xa.yaml:11:19: lỗi[sai-kieu]: “cho_phep_hoc_ham” phải là true hoặc false; ở đây là “có” (gợi ý: có thì viết true, không thì viết false)"
        ]
    );
    assert_eq!(
        agency("luu: VT", "trinh_bay: { gian_dong: \"1,5\" }"),
        [
            "xa.yaml:11:25: lỗi[sai-kieu]: “gian_dong” phải là số; ở đây là “1,5” (gợi ý: phần lẻ viết sau dấu chấm, thí dụ: 12.7)"
        ]
    );
    assert_eq!(
        agency("luu: VT", "trinh_bay: 14"),
        [
            "xa.yaml:11:12: lỗi[sai-kieu]: “trinh_bay” phải là nhóm khóa; ở đây là “14” (gợi ý: xuống dòng, thụt vào hai dấu cách rồi viết từng khóa)"
        ]
    );
    assert_eq!(
        load_files("- a\n", AGENCY).1,
        [
            "ho-so.yaml:1:1: lỗi[sai-kieu]: cả tệp phải là nhóm khóa; ở đây là một danh sách (gợi ý: xuống dòng, thụt vào hai dấu cách rồi viết từng khóa)"
        ]
    );
}

#[test]
fn missing_values_are_named() {
    let hint =
        "Tên đầy đủ của sự kiện, thí dụ: Hội nghị tổng kết phong trào thi đua yêu nước năm 2025";
    for empty in ["ten:", "ten: \"\"", "ten: \"  \""] {
        assert_eq!(
            dossier("ten: Hội nghị tổng kết", empty),
            [format!(
                "ho-so.yaml:3:3: lỗi[thieu-gia-tri]: “ten” chưa có giá trị (gợi ý: {hint})"
            )]
        );
    }
    assert_eq!(
        agency("[Các thôn]", "[Các thôn, \"\"]"),
        ["xa.yaml:10:22: lỗi[thieu-gia-tri]: “noi_nhan” chưa có giá trị"]
    );
    assert_eq!(
        load_files("# chưa có gì\n", AGENCY).1,
        [
            "ho-so.yaml:1:1: lỗi[tep-trong]: tệp chưa có nội dung (gợi ý: chép nội dung từ một hồ sơ mẫu trong thư mục data rồi sửa lại)"
        ]
    );
    assert_eq!(
        load_files(
            &DOSSIER[..DOSSIER.find("  thong_bao").unwrap()].replace("van_ban:", "van_ban: {}"),
            AGENCY
        )
        .1,
        ["ho-so.yaml:7:1: lỗi[thieu-gia-tri]: “van_ban” chưa có mục nào"]
    );
}

#[test]
fn optional_keys_may_stand_empty() {
    let all = "ky: chu_tich\n    so:\n    noi_nhan:\n    can_cu:\n    do_khan:\n    ky_so:\n    trich_yeu:\n    du_lieu:";
    assert_eq!(dossier("ky: chu_tich", all), [""; 0]);
    assert_eq!(
        agency(
            "luu: VT",
            "luu:\nlien_he:\ncho_phep_hoc_ham:\ntrinh_bay: { le: , co_chu: }"
        ),
        [""; 0]
    );
}

#[test]
fn values_out_of_a_set_are_named() {
    assert_eq!(
        dossier("ky: chu_tich", "ky: chu_tich\n    do_khan: hoả tốc"),
        [
            "ho-so.yaml:11:14: lỗi[sai-gia-tri]: “do_khan” phải là một trong: khan, thuong_khan, hoa_toc; ở đây là “hoả tốc” (gợi ý: ý bạn là “hoa_toc”?)"
        ]
    );
    assert_eq!(
        agency("luu: VT", "trinh_bay: { thut_dau_dong: 15 }"),
        [
            "xa.yaml:11:29: lỗi[sai-gia-tri]: “thut_dau_dong” phải là một trong: 10, 12.7 mm; ở đây là “15” (gợi ý: giới hạn theo Phụ lục I Nghị định 30/2020/NĐ-CP)"
        ]
    );
    for (key, value) in [
        ("thut_dau_dong", "12.7"),
        ("thut_dau_dong", "10.0"),
        ("gian_dong", "1.5"),
        ("quoc_hieu", "12"),
    ] {
        assert_eq!(
            agency("luu: VT", &format!("trinh_bay: {{ {key}: {value} }}")),
            [""; 0]
        );
    }
}

#[test]
fn ranges_without_an_end_are_told() {
    assert_eq!(
        agency("luu: VT", "trinh_bay: { cach_doan: 3 }"),
        [
            "xa.yaml:11:25: lỗi[ngoai-gioi-han]: “cach_doan” phải từ 6 đến 30 pt; ở đây là 3 (gợi ý: giới hạn theo Phụ lục I Nghị định 30/2020/NĐ-CP)"
        ]
    );
    assert_eq!(
        dossier("ky: chu_tich", "ky: chu_tich\n    so: 0"),
        ["ho-so.yaml:11:9: lỗi[ngoai-gioi-han]: “so” phải từ 1 đến 99999; ở đây là 0"]
    );
}

#[test]
fn days_and_times_of_wrong_form_are_named() {
    assert_eq!(
        dossier("ngay: 23/01/2026", "ngay: 23/1"),
        [
            "ho-so.yaml:5:9: lỗi[sai-dang]: “ngay” phải là ngày viết ngày/tháng/năm; ở đây là “23/1” (gợi ý: thí dụ: 22/3/2024)"
        ]
    );
    assert_eq!(
        dossier("ngay: 23/01/2026", "ngay: 23/01/2062\n  gio: 25:00"),
        ["ho-so.yaml:6:8: lỗi[sai-dang]: “gio”: không có giờ 25:00 (gợi ý: thí dụ: 07:30)"]
    );
    assert_eq!(
        dossier("ngay: 23/01/2026", "ngay: 23/01/2026\n  gio: sáng"),
        [
            "ho-so.yaml:6:8: lỗi[sai-dang]: “gio” phải là giờ viết giờ:phút; ở đây là “sáng” (gợi ý: thí dụ: 07:30)"
        ]
    );
    assert_eq!(
        dossier("ngay: 14/01/2026", "ngay: tháng 1"),
        [
            "ho-so.yaml:9:11: lỗi[sai-dang]: “ngay” phải là ngày viết ngày/tháng/năm; ở đây là “tháng 1” (gợi ý: thí dụ: 05/02/2024; dự thảo thì 02/2024, 2024 hoặc bỏ trống)"
        ]
    );
    assert_eq!(
        dossier("ngay: 14/01/2026", "ngay: 14/01/3026"),
        [
            "ho-so.yaml:9:11: lỗi[sai-dang]: “ngay”: năm trong “14/01/3026” không hợp lý (gợi ý: thí dụ: 05/02/2024; dự thảo thì 02/2024, 2024 hoặc bỏ trống)"
        ]
    );
}

#[test]
fn papers_are_keyed_by_plain_letters() {
    assert_eq!(
        dossier("thong_bao:", "Thông báo:"),
        [
            "ho-so.yaml:8:3: lỗi[khoa-sai]: khóa “Thông báo” chỉ được gồm chữ thường không dấu, chữ số và dấu _, bắt đầu bằng chữ (gợi ý: thí dụ: thong_bao)"
        ]
    );
}

#[test]
fn unknown_keys_without_a_likeness_list_those_there_are() {
    assert_eq!(
        agency("luu: VT", "trinh_bay: { le: { mau_sac: 1 } }"),
        [
            "xa.yaml:11:20: lỗi[khoa-la]: không có khóa “mau_sac” ở đây (gợi ý: các khóa dùng được ở đây: tren, duoi, trai, phai)"
        ]
    );
}

#[test]
fn secrecy_is_refused_with_the_reason_wherever_it_is_asked() {
    for (from, to) in [
        ("ky: chu_tich", "ky: chu_tich\n    do_khan: mật"),
        ("ky: chu_tich", "ky: chu_tich\n    luu_hanh: tuyet_mat"),
        ("ky: chu_tich", "ky: chu_tich\n    du_lieu: { do_mat: x }"),
        ("co_quan: xa.yaml", "co_quan: xa.yaml\nĐộ mật: tối mật"),
    ] {
        let found = dossier(from, to);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(
            found[0].contains("lỗi[do-mat]: chương trình không soạn văn bản chứa bí mật nhà nước"),
            "{found:?}"
        );
    }
    assert!(agency("luu: VT", "do_mat: mat")[0].starts_with("xa.yaml:11:1: lỗi[do-mat]"));
}

#[test]
fn a_missing_profile_is_told_where_it_is_named() {
    assert_eq!(
        dossier("xa.yaml", "xaa.yaml"),
        [
            "ho-so.yaml:1:10: lỗi[khong-co-tep]: không có tệp xaa.yaml (gợi ý: cùng thư mục có tệp “xa.yaml”)"
        ]
    );
    let (none, found) = load(Path::new("/khong-co/ho-so.yaml"));
    assert!(none.is_none());
    assert_eq!(
        found[0].to_string(),
        "/khong-co/ho-so.yaml: lỗi[khong-co-tep]: không có tệp /khong-co/ho-so.yaml (gợi ý: kiểm tra lại tên thư mục và tên tệp)"
    );
}

#[test]
fn the_decrees_words_about_agencies() {
    assert_eq!(
        agency("ten: Ủy ban nhân dân xã Bình Mẫu", "ten: UBND xã Bình Mẫu"),
        [
            "xa.yaml:1:6: lưu ý[ten-viet-tat]: tên cơ quan ban hành viết tắt “UBND” (gợi ý: phần đầu văn bản ghi tên đầy đủ, thí dụ: Ủy ban nhân dân xã Bình Mẫu; tên viết tắt ghi ở ten_ngan)"
        ]
    );
    assert_eq!(
        agency("luu: VT", "chu_quan: UBND tỉnh"),
        [
            "xa.yaml:11:11: lưu ý[thua-chu-quan]: Ủy ban nhân dân xã Bình Mẫu không ghi cơ quan chủ quản, ở đây có “UBND tỉnh” (gợi ý: UBND, HĐND các cấp và các Bộ chỉ ghi tên mình ở đầu văn bản; bỏ khóa chu_quan)"
        ]
    );
    assert_eq!(
        agency("luu: VT", "dong_ten: [Ủy ban nhân dân, xã Bình]"),
        [
            "xa.yaml:11:1: lưu ý[dong-ten-lech]: các dòng của dong_ten ghép lại không thành “Ủy ban nhân dân xã Bình Mẫu” (gợi ý: chia đúng tên ở khóa ten thành các dòng)"
        ]
    );
    assert_eq!(
        agency("dia_danh: Bình Mẫu", "dia_danh: TP. Hồ Chí Minh"),
        [
            "xa.yaml:7:11: lưu ý[dia-danh]: địa danh “TP. Hồ Chí Minh” viết tắt (gợi ý: viết “Thành phố Hồ Chí Minh”)"
        ]
    );
    assert_eq!(
        agency("dia_danh: Bình Mẫu", "dia_danh: Hồ Chí Minh"),
        [
            "xa.yaml:7:11: lưu ý[dia-danh]: địa danh mang tên người phải ghi đủ tên đơn vị hành chính (gợi ý: viết “Thành phố Hồ Chí Minh”)"
        ]
    );
    assert_eq!(
        agency("dia_danh: Bình Mẫu", "dia_danh: TP Huế"),
        [
            "xa.yaml:7:11: lưu ý[dia-danh]: địa danh “TP Huế” viết tắt (gợi ý: viết “Huế”, hoặc đủ tên đơn vị khi mang tên người, số, sự kiện lịch sử)"
        ]
    );
}

#[test]
fn the_decrees_words_about_signers() {
    let hint = "chỉ ghi họ, tên đệm và tên; ngành được phép ghi học hàm, học vị, cấp bậc thì đặt cho_phep_hoc_ham: true";
    for (name, title) in [
        ("TS. Nguyễn Văn Mẫu", "TS"),
        ("PGS.TS Nguyễn Văn Mẫu", "PGS"),
        ("Ông Nguyễn Văn Mẫu", "Ông"),
        ("Thạc sĩ Nguyễn Văn Mẫu", "Thạc sĩ"),
    ] {
        assert_eq!(
            agency("Nguyễn Văn Mẫu", name),
            [format!(
                "xa.yaml:9:64: lỗi[hoc-ham]: trước họ tên người ký không ghi “{title}” (gợi ý: {hint})"
            )]
        );
    }
    let allowed = AGENCY
        .replace("Nguyễn", "TS. Nguyễn")
        .replace("luu: VT", "cho_phep_hoc_ham: true");
    assert_eq!(load_files(DOSSIER, &allowed).1, [""; 0]);
    assert_eq!(
        agency("Chủ tịch]", "KT. Chủ tịch, Chánh Văn phòng]"),
        [
            "xa.yaml:9:48: lưu ý[quyen-han]: sau dòng “KT. Chủ tịch” phải là chức vụ cấp phó, ở đây là “Chánh Văn phòng” (gợi ý: thí dụ: Phó Chủ tịch)"
        ]
    );
}

#[test]
fn districts_are_doubted_from_july_2025() {
    let district = AGENCY.replace("xã Bình Mẫu", "huyện Bình Mẫu");
    let warned = [
        "xa.yaml:1:6: lưu ý[don-vi-cu]: “Ủy ban nhân dân huyện Bình Mẫu” có đơn vị “huyện”, không còn từ 01/7/2025 (gợi ý: văn bản ban hành từ 01/7/2025 ghi tên xã, phường, đặc khu hoặc tỉnh, thành phố)",
    ];
    assert_eq!(load_files(DOSSIER, &district).1, warned);
    let draft = DOSSIER.replace("    ngay: 14/01/2026\n", "");
    assert_eq!(load_files(&draft, &district).1, warned);
    let old = DOSSIER.replace("14/01/2026", "30/6/2025");
    assert_eq!(load_files(&old, &district).1, [""; 0]);
}

#[test]
fn papers_that_contradict_their_event_are_doubted() {
    assert_eq!(
        dossier(
            "ky: chu_tich",
            "ky: chu_tich\n    noi_nhan: [\"- Các thôn;\"]"
        ),
        [
            "ho-so.yaml:11:16: lưu ý[thua-dau]: dòng của “noi_nhan” có dấu ở đầu hoặc cuối: “- Các thôn;” (gợi ý: bỏ gạch đầu dòng và dấu cuối; chương trình tự ghi)"
        ]
    );
    assert_eq!(
        dossier("thong_bao:", "ke_hoach:"),
        [
            "ho-so.yaml:8:3: lưu ý[thieu-ke-hoach]: văn bản “ke_hoach” dùng mẫu ke-hoach nhưng hồ sơ không có khóa “ke_hoach” (gợi ý: thêm khóa ke_hoach ngang hàng với su_kien: muc_dich, yeu_cau, phan_cong, …)"
        ]
    );
}

#[test]
fn plans_that_contradict_themselves_are_errors() {
    let plan = "\
ke_hoach:
  muc_dich: [Một.]
  yeu_cau: [Hai.]
  phan_cong:
    - { don_vi: Công an xã, lam: trực., doan: Trực. }
    - { don_vi: Trạm Y tế xã }
  tham_luan: { don_vi: [Thôn Một], phut: [7, 5], nop_truoc: 5, nop_ve: UBND xã }
  phu_luc:
    - tieu_de: Phân công
      bang:
        cot: [{ ten: STT }, { ten: Việc }]
        hang: [{ nhom: Trước }, [1, Trực], [\"2\", \"Trực, gác\", thừa]]
van_ban:";
    let one = "ghi đúng một trong ba: viec (các gạch đầu dòng), doan (một đoạn), lam (viết tiếp sau tên đơn vị)";
    assert_eq!(
        dossier("van_ban:", plan),
        [
            format!("ho-so.yaml:11:17: lỗi[phan-cong]: phân công của “Công an xã” có cả doan và lam (gợi ý: {one})"),
            format!("ho-so.yaml:12:17: lỗi[phan-cong]: phân công của “Trạm Y tế xã” chưa có việc (gợi ý: {one})"),
            "ho-so.yaml:13:42: lỗi[sai-gia-tri]: “phut”: từ 7 đến 5 phút là ngược (gợi ý: viết [5, 7])".to_string(),
            "ho-so.yaml:18:44: lỗi[sai-so-o]: hàng có 3 ô, bảng có 2 cột (gợi ý: ô trống viết \"\"; ô có dấu phẩy thì đặt trong ngoặc kép)".to_string(),
        ]
    );
    assert_eq!(
        dossier(
            "van_ban:",
            &plan
                .replace("[7, 5]", "[5]")
                .replace(", doan: Trực.", "")
                .replace("Trạm Y tế xã }", "Trạm Y tế xã, lam: trực. }")
                .replace(", thừa", "")
                .replace("[Một.]", "[]")
        ),
        [
            "ho-so.yaml:8:3: lỗi[sai-so-luong]: “muc_dich” phải có ít nhất 1 phần tử",
            "ho-so.yaml:13:36: lỗi[sai-so-luong]: “phut” phải có đúng 2 phần tử, ở đây có 1",
        ]
    );
}

#[test]
fn templates_see_every_key_and_the_words_of_the_file() {
    let paper = "ky: chu_tich\n    du_lieu: { ma: 05, gio: 07:30, so_xe: 20, co: true, khong: }";
    let text = DOSSIER
        .replace("ky: chu_tich", paper)
        .replace("ngay: 14/01/2026", "ngay: 1/2026");
    let (dossier, found) = load_files(&text, AGENCY);
    assert_eq!(found, [""; 0]);
    let context = dossier.unwrap().context("thong_bao", &|_| true).unwrap();
    assert_eq!(
        context["du_lieu"].to_string(),
        r#"{"ma":"05","gio":"07:30","so_xe":20,"co":true,"khong":null}"#
    );
    assert_eq!(context["ke_hoach"].to_string(), "null");
    assert_eq!(
        context["su_kien"].to_string(),
        r#"{"ten":"Hội nghị tổng kết","ten_goi":"Hội nghị","ngay":"23/01/2026","gio":null,"thoi_luong":null,"dia_diem":"Hội trường xã","dia_chi":null,"so_dai_bieu":null,"chuong_trinh":[],"chu_tri":null,"luu_y":[],"thanh_phan":[]}"#
    );
    let paper = &context["van_ban"];
    assert_eq!(paper["khoa"], "thong_bao");
    assert_eq!(paper["mau"], "thong-bao");
    assert_eq!(paper["ngay"], "01/2026");
    assert_eq!(paper["noi_nhan"].to_string(), r#"["Các thôn"]"#);
    assert_eq!(paper["luu"], "VT");
    for absent in ["so", "trich_yeu", "do_khan", "luu_hanh", "don_vi_soan"] {
        assert!(paper[absent].is_null(), "{absent}");
    }
    assert_eq!(paper["can_cu"].to_string(), "[]");
    assert_eq!(
        context["co_quan"]["nguoi_ky"]["chu_tich"]["ten"],
        "Nguyễn Văn Mẫu"
    );
}

#[test]
fn table_rows_reach_templates_alike() {
    let dossier = load(&shipped("xa-binh-mau-2026")).0.unwrap();
    let context = dossier.context("ke_hoach", &|_| true).unwrap();
    let table = &context["ke_hoach"]["phu_luc"][0]["bang"];
    assert_eq!(
        table["hang"][0].to_string(),
        r#"{"nhom":"I. Trước Hội nghị","o":[]}"#
    );
    assert_eq!(table["hang"][1]["o"][0], "1");
    assert_eq!(
        table["cot"][0].to_string(),
        r#"{"ten":"STT","rong":1,"can":"giua"}"#
    );
}

#[test]
fn characters_and_values_are_found_in_the_files() {
    let (dossier, _) = load_files(DOSSIER, &AGENCY.replace("[Các thôn]", "[Các thôn 木]"));
    let dossier = dossier.unwrap();
    let at = |place: Place| match place {
        Place::Source(place) => format!("{}:{}", place.line, place.column),
        Place::Nowhere
        | Place::File(_)
        | Place::Cell(_)
        | Place::Paragraph(_)
        | Place::Component { .. } => "?".to_string(),
    };
    assert_eq!(at(dossier.find_char('木').unwrap()), "10:21");
    assert_eq!(dossier.find_char('水'), None);
    assert_eq!(at(dossier.place(&["van_ban", "thong_bao", "ngay"])), "9:11");
    assert_eq!(at(dossier.place(&["van_ban", "thong_bao", "so"])), "8:3");
    assert_eq!(at(dossier.papers()[0].place.clone()), "8:3");
}

#[test]
fn no_cut_of_a_dossier_breaks_the_reader() {
    let text = std::fs::read_to_string(shipped("xa-binh-mau-2026/ho-so.yaml")).unwrap();
    for end in (0..text.len()).step_by(397) {
        let end = text.floor_char_boundary(end);
        let (dossier, found) = load_files(&text[..end], AGENCY);
        assert!(dossier.is_none(), "the first {end} bytes are a dossier");
        assert!(!found.is_empty(), "the first {end} bytes have no finding");
    }
}
