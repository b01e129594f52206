//! `vanthu check` as the guest-list doctor: the shipped tables trap by trap, other tables, the days
//! of papers, what templates need, the report as a workbook.

use std::fs;

use crate::project::{Project, Run, repository, run_in, starter};
use crate::read_back::part;

/// The starter dossier with letters for a guest list.
fn project(guests: impl AsRef<[u8]>) -> Project {
    starter()
        .file("khach-moi.csv", guests)
        .replace(
            "ho-so.yaml",
            "\nsu_kien:\n",
            "\nkhach_moi: khach-moi.csv\n\nsu_kien:\n",
        )
        .replace(
            "ho-so.yaml",
            "van_ban:\n",
            "van_ban:\n  giay_moi:\n    so: 12\n    ngay: 05/3/2026\n    ky: pho_chu_tich\n    \
             moi_dong_cua: khach_moi\n",
        )
}

/// A guest list of a few sound rows.
const GUESTS: &str = "STT,Xưng hô,Họ và tên,Chức vụ,Đơn vị\n\
    1,Ông,Lý Văn Ví Dụ,Trưởng phòng,Phòng Kinh tế\n\
    2,Bà,Y Ngông Niê Kdăm,Chủ tịch,Hội Nông dân xã\n\
    3,,,Đại diện Lãnh đạo,Trường Hoa Sen\n";

fn shipped(name: &str) -> Vec<u8> {
    fs::read(repository().join("data/van-ninh-2024").join(name)).expect("a shipped table")
}

fn check(project: &Project, more: &[&str]) -> Run {
    let mut arguments = vec!["check", "."];
    arguments.extend(more);
    project.run(&arguments)
}

#[test]
fn every_trap_of_the_shipped_guest_list_is_told() {
    let same = "tên người thì giữ đúng giấy tờ; chức vụ, đơn vị nên viết một kiểu";
    check(&project(shipped("khach-moi.csv")), &[])
        .succeeds()
        .prints("Hồ sơ đúng: 2 văn bản (giay_moi, ke_hoach).\n")
        .reports(&format!(
            "khi đọc bảng: khach-moi.csv, cột “Số điện thoại”, dòng 2, 4, 5, 7: viết lại số điện thoại; thí dụ “0100.000.001” → “0100000001”\n\
             khi đọc bảng: khach-moi.csv, cột “Họ và tên”, dòng 9, 45, 60: ghép dấu rời thành chữ Unicode dựng sẵn; thí dụ “Đặng Ngọc Tường Vỹ”\n\
             khi đọc bảng: khach-moi.csv, cột “Đơn vị”, dòng 9, 45, 60: ghép dấu rời thành chữ Unicode dựng sẵn; thí dụ “Huyện ủy Vạn Ninh”\n\
             khi đọc bảng: khach-moi.csv, dòng 21, cột “Họ và tên”: bỏ dấu cách thừa: “  Tôn Nữ Thị Hường Vân ” → “Tôn Nữ Thị Hường Vân”\n\
             khi đọc bảng: khach-moi.csv, dòng 23, cột “Họ và tên”: thay khoảng trắng lạ bằng dấu cách: “Hồ Thị\u{a0}Sơn\u{a0}Ca” → “Hồ Thị Sơn Ca”\n\
             khi đọc bảng: khach-moi.csv, dòng 62, cột “Họ và tên”: đổi mã cũ TCVN3 sang Unicode: “NguyÔn V¨n H¶i” → “Nguyễn Văn Hải”\n\
             khi đọc bảng: khach-moi.csv, dòng 62, cột “Chức vụ”: đổi mã cũ TCVN3 sang Unicode: “C«ng nh©n” → “Công nhân”\n\
             khi đọc bảng: khach-moi.csv, dòng 62, cột “Đơn vị”: đổi mã cũ TCVN3 sang Unicode: “C«ng ty CP M«i tr\u{ad}êng ®« thÞ MÉu” → “Công ty CP Môi trường đô thị Mẫu”\n\
             khi đọc bảng: khach-moi.csv, dòng 63, cột “Họ và tên”: đổi mã cũ VNI sang Unicode: “Leâ Thò Tuyeát” → “Lê Thị Tuyết”\n\
             khi đọc bảng: khach-moi.csv, dòng 63, cột “Chức vụ”: đổi mã cũ VNI sang Unicode: “Coâng nhaân” → “Công nhân”\n\
             khi đọc bảng: khach-moi.csv, dòng 63, cột “Đơn vị”: đổi mã cũ VNI sang Unicode: “Hôïp taùc xaõ Maãu Vaïn Höng” → “Hợp tác xã Mẫu Vạn Hưng”\n\
             nên xem[cot-khong-dung]: không văn bản nào dùng cột “Số điện thoại”, “Ghi chú”, “Dữ liệu mẫu”\n\
             --> khach-moi.csv, dòng 1\n = gợi ý: cột để tra cứu thì bỏ qua; cần in thì gọi trong mẫu, thí dụ: khach.ghi_chu, khach.cot_khac.ten_cot\n\n\
             lưu ý[ten-viet-hoa]: họ tên viết hoa toàn bộ: “NGUYỄN PHƯỚC ĐIỆP KHÚC”\n\
             --> khach-moi.csv, dòng 22, cột “Họ và tên”\n = gợi ý: viết “Nguyễn Phước Điệp Khúc”\n\n\
             nên xem[kieu-dau]: dòng 26, 34, 44; thí dụ ở dòng 26: “Hoà” đặt dấu thanh khác kiểu với phần lớn bảng (viết như “Hòa”)\n\
             --> khach-moi.csv, cột “Họ và tên”\n = gợi ý: {same}\n\n\
             lưu ý[ten-co-cap-bac]: ô họ tên có cấp bậc, học vị “Trung tá”\n\
             --> khach-moi.csv, dòng 32, cột “Họ và tên”\n = gợi ý: ô họ tên chỉ ghi “Hà Sỹ Đoan”; “Trung tá” ghi ở cột Chức vụ hoặc một cột riêng\n\n\
             lưu ý[ten-co-cap-bac]: ô họ tên có cấp bậc, học vị “BS.”\n\
             --> khach-moi.csv, dòng 34, cột “Họ và tên”\n = gợi ý: ô họ tên chỉ ghi “Trà Thị Lệ Thuỷ”; “BS.” ghi ở cột Chức vụ hoặc một cột riêng\n\n\
             lưu ý[thieu-chuc-vu]: thiếu chức vụ\n\
             --> khach-moi.csv, dòng 33, cột “Chức vụ”\n = gợi ý: ghi chức vụ hoặc nghề nghiệp của người này\n\n\
             lưu ý[trung-dong]: “Lê Thị Hoài Thương Ước” trùng với dòng 60, cùng đơn vị\n\
             --> khach-moi.csv, dòng 61, cột “Họ và tên”\n = gợi ý: xóa một trong hai dòng; nếu là hai người thì bỏ qua\n\n\
             5 lưu ý, 4 nên xem\n"
        ));
}

#[test]
fn every_trap_of_the_shipped_award_table_that_is_no_matter_of_law_is_told() {
    let table = "data/van-ninh-2024/khen-thuong.csv";
    let run = run_in(
        repository(),
        &[
            "check",
            "data/van-ninh-2024",
            "--only",
            "quyet_dinh_khen_thuong",
        ],
    );
    let run = run
        .mentions(&format!("khi đọc bảng: {table}, cột “Họ và tên / Tên tập thể”, dòng 7, 29: ghép dấu rời thành chữ Unicode dựng sẵn; thí dụ “Trường Mầm non Hướng Dương (mẫu)”\n"))
        .mentions(&format!("lưu ý[thieu-don-vi]: thiếu cơ quan chủ quản của tập thể\n--> {table}, dòng 12, cột “Đơn vị công tác”\n = gợi ý: ghi cơ quan quản lý trực tiếp; nếu không có thì bỏ qua\n"))
        .mentions(&format!("lưu ý[thieu-chuc-vu]: thiếu chức vụ\n--> {table}, dòng 34, cột “Chức vụ”\n = gợi ý: ghi chức vụ hoặc nghề nghiệp của người này\n"))
        .mentions(&format!("lưu ý[ten-co-cap-bac]: ô họ tên có cấp bậc, học vị “Thượng úy”\n--> {table}, dòng 35, cột “Họ và tên / Tên tập thể”\n = gợi ý: ô họ tên chỉ ghi “Hà Sỹ Đoài”; “Thượng úy” ghi ở cột Chức vụ hoặc một cột riêng\n"))
        .mentions(&format!("lưu ý[thieu-xung-ho]: thiếu xưng hô\n--> {table}, dòng 42, cột “Xưng hô”\n = gợi ý: ghi Ông, Bà hoặc Đồng chí; chương trình không đoán theo tên\n"))
        .mentions("lưu ý[hai-danh-hieu]: Từ Thị Hòa có hai danh hiệu")
        .mentions("lưu ý[tien-trong]: ")
        .mentions("lưu ý[tien-lech]: tiền thưởng ghi 1.400.000 đồng, tính ra 1.800.000 đồng")
        .mentions(&format!("lưu ý[ngoai-quyet-dinh]: dòng 15, 43: Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh không thuộc quyết định nào của hồ sơ, Chủ tịch Ủy ban nhân dân huyện Vạn Ninh không có thẩm quyền tặng; dòng này không vào văn bản nào\n--> {table}, cột “Danh hiệu / Hình thức khen thưởng”\n"));
    // One person with two titles is no double row, and the names of the minorities pass.
    for unsaid in ["[trung-dong]: “Từ Thị Hòa”", "Kdăm", "Ayŭn", "Ƀin"] {
        assert!(!run.report().contains(unsaid), "{unsaid}");
    }
}

#[test]
fn sound_rows_and_names_of_the_minorities_are_not_spoken_of() {
    check(&project(GUESTS), &[]).succeeds().reports("");
}

#[test]
fn many_rows_with_one_fault_are_one_finding() {
    let mut guests = String::from("STT,Xưng hô,Họ và tên,Chức vụ,Đơn vị\n");
    for number in 1..=23 {
        guests.push_str(&format!(
            "{number},,Lê Văn Số {number},Nông dân,Thôn {number}\n"
        ));
    }
    check(&project(guests), &["--only", "ke_hoach"])
        .succeeds()
        .reports(
            "lưu ý[thieu-xung-ho]: dòng 2, 3, 4 và 20 dòng nữa: thiếu xưng hô\n\
         --> khach-moi.csv, cột “Xưng hô”\n \
         = gợi ý: ghi Ông, Bà hoặc Đồng chí; chương trình không đoán theo tên\n\n\
         23 lưu ý\n\
         xem từng chỗ trên chính bảng đã đánh dấu: thêm --report bao-cao.xlsx\n",
        );
}

#[test]
fn another_table_can_be_checked() {
    let other = GUESTS.replace("1,Ông", "1,");
    let project = project(GUESTS).file("khac.csv", other);
    check(&project, &["--table", "khach_moi=khac.csv"])
        .succeeds()
        .mentions("lưu ý[thieu-xung-ho]: thiếu xưng hô\n--> khac.csv, dòng 2, cột “Xưng hô”");
}

#[test]
fn the_table_is_looked_at_even_if_the_dossier_has_errors() {
    let project = project(GUESTS.replace("1,Ông", "1,")).replace(
        "ho-so.yaml",
        "ngay: 20/3/2026",
        "ngay: 31/2/2026",
    );
    check(&project, &[])
        .ends_with(1)
        .mentions("ho-so.yaml")
        .mentions("lưu ý[thieu-xung-ho]: thiếu xưng hô");
}

#[test]
fn a_weekday_that_does_not_fit_its_date_is_told_in_the_dossier() {
    let project = project(GUESTS).replace(
        "ho-so.yaml",
        "  thoi_luong: 1 buổi\n",
        "  thoi_luong: 1 buổi\n  luu_y: [\"Xác nhận trước thứ Tư, ngày 17/3/2026.\"]\n",
    );
    check(&project, &[])
        .succeeds()
        .mentions("lưu ý[thu-lech]: “thứ Tư, ngày 17/3/2026”: ngày 17/3/2026 là thứ Ba\n");
}

#[test]
fn an_invitation_is_dated_early_enough_and_a_report_may_come_after() {
    let late = project(GUESTS).replace("ho-so.yaml", "ngay: 05/3/2026", "ngay: 18/3/2026");
    check(&late, &[])
        .succeeds()
        .mentions("lưu ý[gui-gap]: Giấy mời ghi ngày 18/3/2026, chỉ trước ngày tổ chức 20/3/2026 02 ngày làm việc")
        .mentions("= gợi ý: giấy mời họp gửi trước ít nhất 03 ngày làm việc, trừ họp đột xuất (Quyết định 45/2018/QĐ-TTg); họp đột xuất thì ghi do_khan");
    let urgent = late.replace(
        "ho-so.yaml",
        "ngay: 18/3/2026",
        "ngay: 18/3/2026\n    do_khan: khan",
    );
    check(&urgent, &[]).succeeds().reports("");
    let after = project(GUESTS).replace("ho-so.yaml", "ngay: 05/3/2026", "ngay: 23/3/2026");
    check(&after, &[])
        .succeeds()
        .mentions("lưu ý[ngay-lech]: Giấy mời ghi ngày 23/3/2026, sau ngày tổ chức 20/3/2026")
        .mentions("= gợi ý: kiểm tra lại ngày của văn bản và su_kien.ngay");
    let report = "{% extends \"van-ban.md\" %}{% block ten_loai %}Báo cáo{% endblock %}\
                  {% block trich_yeu %}Kết quả Hội nghị{% endblock %}\
                  {% block noi_dung %}\nHội nghị đã xong.\n{% endblock %}\n";
    let report = starter().file("mau/bao-cao.md", report).replace(
        "ho-so.yaml",
        "van_ban:\n",
        "van_ban:\n  bao_cao:\n    ngay: 25/3/2026\n    ky: chu_tich\n",
    );
    check(&report, &[]).succeeds().reports("");
}

#[test]
fn what_a_template_prints_and_the_table_lacks_is_told() {
    let letter = "{% extends \"goc/giay-moi.md\" %}\n{% block noi_dung %}\n\
                  Mời {{ khach.ho_ten }}, ghế {{ khach.ghe }}.\n{% endblock %}\n";
    let lacking = project(GUESTS).file("mau/giay-moi.md", letter);
    check(&lacking, &[]).succeeds().mentions(
        "lưu ý[thieu-cot]: bảng không có cột “Ghế” mà mẫu giay-moi.md in ra (dòng 3 của mẫu)\n\
         --> khach-moi.csv, dòng 1\n \
         = gợi ý: thêm cột “Ghế” vào bảng; nếu cột có tên khác thì ghi ở khóa cot, thí dụ: cot: { ghe: C }\n",
    );
    let empty = lacking.file(
        "khach-moi.csv",
        GUESTS.replace("Đơn vị\n", "Đơn vị,Số ghế\n"),
    );
    check(&empty, &[]).succeeds().mentions(
        "lưu ý[cot-trong]: cột “Số ghế” trống ở mọi dòng mà mẫu giay-moi.md in ra (dòng 3 của mẫu)\n\
         --> khach-moi.csv, dòng 1, cột “Số ghế”\n \
         = gợi ý: điền cột này, hoặc sửa mẫu\n",
    );
}

#[test]
fn a_table_without_a_salutation_or_a_use_is_asked_about() {
    let lines = GUESTS.lines().map(|line| {
        let cells: Vec<&str> = line.split(',').collect();
        [cells[0], cells[2], cells[3], cells[4]].join(",")
    });
    let guests = lines.collect::<Vec<_>>().join("\n");
    check(&project(&guests), &[]).succeeds().reports(
        "nên xem[thieu-cot]: bảng không có cột “Xưng hô”; mẫu giay-moi.md sẽ ghi cách khác hoặc bỏ trống\n\
         --> khach-moi.csv, dòng 1\n \
         = gợi ý: thêm cột “Xưng hô” vào bảng; nếu cột có tên khác thì ghi ở khóa cot, thí dụ: cot: { xung_ho: C }\n\n\
         1 nên xem\n",
    );
    let unused = starter().file("khach-moi.csv", GUESTS).replace(
        "ho-so.yaml",
        "\nsu_kien:\n",
        "\nkhach_moi: khach-moi.csv\n\nsu_kien:\n",
    );
    check(&unused, &[]).succeeds().reports(
        "nên xem[bang-khong-dung]: không văn bản nào trong hồ sơ dùng bảng này\n\
         --> khach-moi.csv, dòng 1\n \
         = gợi ý: văn bản làm cho từng dòng thì ghi moi_dong_cua: khach_moi; danh sách thì gọi khach_moi trong mẫu\n\n\
         1 nên xem\n",
    );
}

#[test]
fn the_report_is_a_workbook_with_marked_cells_comments_and_links() {
    let project = project(shipped("khach-moi.csv"));
    check(&project, &["--report", "bao-cao.xlsx"])
        .succeeds()
        .prints("đã ghi báo cáo bao-cao.xlsx\nHồ sơ đúng: 2 văn bản (giay_moi, ke_hoach).\n");
    let book = project.bytes("bao-cao.xlsx");
    let workbook = part(&book, "xl/workbook.xml");
    for sheet in ["Khách mời", "Cần xem", "Đã sửa khi đọc"] {
        assert!(
            workbook.contains(&format!("name=\"{sheet}\"")),
            "{workbook}"
        );
    }
    let comments = part(&book, "xl/comments1.xml");
    for (cell, words) in [
        (
            "D22",
            "LƯU Ý: họ tên viết hoa toàn bộ: “NGUYỄN PHƯỚC ĐIỆP KHÚC”\nGợi ý: viết “Nguyễn Phước Điệp Khúc”",
        ),
        ("E33", "LƯU Ý: thiếu chức vụ"),
        (
            "G4",
            "ĐÃ SỬA: viết lại số điện thoại\nTrước: 100000003\nSau: 0100000003",
        ),
        (
            "D61",
            "LƯU Ý: “Lê Thị Hoài Thương Ước” trùng với dòng 60, cùng đơn vị",
        ),
    ] {
        let start = comments.find(&format!("ref=\"{cell}\"")).expect(cell);
        let comment = comments[start..].split("</comment>").next().unwrap_or("");
        assert!(comment.contains(words), "{cell}: {comment}");
    }
    let list = part(&book, "xl/worksheets/sheet2.xml");
    assert!(list.contains("location=\"'Khách mời'!D22\""), "{list}");
    for name in ["sheet1", "sheet2", "sheet3"] {
        let sheet = part(&book, &format!("xl/worksheets/{name}.xml"));
        assert!(!sheet.contains("<f>"), "a formula in {name}");
    }
    // Written again, it is the same; the copy of the table is as good as the table.
    check(&project, &["--report", "bao-cao.xlsx"])
        .succeeds()
        .prints("báo cáo như cũ bao-cao.xlsx\nHồ sơ đúng: 2 văn bản (giay_moi, ke_hoach).\n");
    assert!(book == project.bytes("bao-cao.xlsx"));
    let build = ["build", ".", "--only", "giay_moi", "--format", "docx"];
    project.run(&build).succeeds();
    let made = project.bytes("ket-qua/giay-moi-061-nguyen-van-hai.docx");
    let table = ["--table", "khach_moi=bao-cao.xlsx", "--out", "lai"];
    project.run(&[&build[..], &table[..]].concat()).succeeds();
    assert!(made == project.bytes("lai/giay-moi-061-nguyen-van-hai.docx"));
}

#[test]
fn a_report_never_replaces_a_file_of_the_users() {
    let project = project(GUESTS).file("bao-cao.xlsx", "của tôi");
    check(&project, &["--report", "bao-cao.xlsx"])
        .ends_with(1)
        .reports(
            "lỗi: bao-cao.xlsx không do vanthu tạo, hoặc đã được sửa sau khi tạo; giữ nguyên, không ghi đè\n  \
             = gợi ý: ghi báo cáo ra tên khác, hoặc ghi đè bằng --force\n",
        );
    assert_eq!(project.read("bao-cao.xlsx"), "của tôi");
    check(&project, &["--report", "bao-cao.xlsx", "--force"]).succeeds();
    let copy = project.bytes("bao-cao.xlsx");
    let table = [
        "--table",
        "khach_moi=bao-cao.xlsx",
        "--report",
        "./bao-cao.xlsx",
        "--force",
    ];
    check(&project, &table).ends_with(1).mentions(
        "lỗi: ./bao-cao.xlsx là bảng đang kiểm tra; báo cáo không bao giờ ghi đè lên bảng gốc\n  \
         = gợi ý: chọn tên khác, thí dụ: --report bao-cao.xlsx\n",
    );
    assert!(copy == project.bytes("bao-cao.xlsx"));
    check(&project, &["--report", "bao-cao.csv"]).ends_with(2).reports(
        "lỗi: “bao-cao.csv” không dùng được cho --report <TỆP.xlsx>; cần tên tệp có đuôi .xlsx, thí dụ bao-cao.xlsx\n\
         Xem hướng dẫn: vanthu --help\n",
    );
}
