//! Letters by the row: each guest's own, bad rows told and left out, lists with all of them.

use crate::project::{Project, starter};
use crate::read_back::{paragraphs, part, pdf_words};

const GUESTS: &str = "DANH SÁCH KHÁCH MỜI,,,,\n\
    STT,Xưng hô,Họ và tên,Chức vụ,Đơn vị\n\
    1,Ông,Lý Văn Ví Dụ,Trưởng phòng,Phòng Kinh tế\n\
    2,Bà,Y Ngông Niê Kdăm,Chủ tịch,Hội Nông dân xã\n\
    3,,,Đại diện Lãnh đạo,Trường Hoa Sen\n\
    4,Ông,\"{{ 7*7 }} | **a** <b>\",../../x,CON\n";

/// The starter dossier with invitations for a guest list.
fn project(guests: &str) -> Project {
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
             moi_dong_cua: khach_moi\n  danh_sach_khach_moi:\n    ky: chu_tich\n  \
             danh_sach_diem_danh:\n    ky: chu_tich\n",
        )
}

fn build(project: &Project, more: &[&str]) -> crate::project::Run {
    let mut arguments = vec!["build", ".", "--only", "giay_moi"];
    arguments.extend(more);
    project.run(&arguments)
}

#[test]
fn every_letter_names_its_own_guest_and_no_other() {
    let project = project(GUESTS);
    let run = build(&project, &[]).succeeds();
    assert!(
        run.out().starts_with(
            "giay_moi: 4 dòng được chọn, 4 bản, 4 trang; 8 tệp đã tạo, 0 tệp như cũ\n"
        ),
        "{}",
        run.out()
    );
    let letters = [
        (
            "giay-moi-001-ly-van-vi-du",
            "Ông Lý Văn Ví Dụ, Trưởng phòng, Phòng Kinh tế.",
        ),
        (
            "giay-moi-002-y-ngong-nie-kdam",
            "Bà Y Ngông Niê Kdăm, Chủ tịch Hội Nông dân xã.",
        ),
        (
            "giay-moi-003-truong-hoa-sen",
            "Đại diện Lãnh đạo Trường Hoa Sen.",
        ),
        (
            "giay-moi-004-7-7-a-b",
            "Ông {{ 7*7 }} | **a** <b>, ../../x, CON.",
        ),
    ];
    let whole = pdf_words(&project.bytes("ket-qua/giay-moi-in-chung.pdf"));
    assert_eq!(whole.len(), letters.len());
    for (index, (stem, guest)) in letters.iter().enumerate() {
        let line = format!("Ủy ban nhân dân xã Hoa Sen trân trọng kính mời: {guest}");
        let lines = paragraphs(&project.bytes(&format!("ket-qua/{stem}.docx")));
        assert!(lines.contains(&line), "{stem}: {lines:?}");
        let alone = pdf_words(&project.bytes(&format!("ket-qua/{stem}.pdf")));
        assert_eq!(alone, [whole[index].clone()], "{stem}");
        assert!(alone[0].join(" ").contains(&line), "{stem}");
        for (_, other) in letters.iter().filter(|(other, _)| other != stem) {
            assert!(!alone[0].join(" ").contains(other), "{stem} names {other}");
        }
    }
    let book = project.read("ket-qua/so-phat-hanh.csv");
    assert_eq!(book.lines().count(), 1 + 8 + 1);
    assert!(
        book.contains("giay_moi,3,Lý Văn Ví Dụ,giay-moi-001-ly-van-vi-du.docx,1,"),
        "{book}"
    );
    assert!(!project.path().join("ket-qua/loi.csv").exists());
}

#[test]
fn fixed_lines_stand_in_the_order_of_the_decree() {
    let project = project(GUESTS);
    build(&project, &["--rows", "3"]).succeeds();
    let lines = paragraphs(&project.bytes("ket-qua/giay-moi-001-ly-van-vi-du.docx"));
    let start = lines.iter().position(|line| line == "GIẤY MỜI").unwrap();
    assert_eq!(
        lines[start..start + 6],
        [
            "GIẤY MỜI",
            "Dự Hội nghị tổng kết phong trào thi đua yêu nước năm 2025 và phát động phong trào \
             thi đua yêu nước năm 2026",
            "Ủy ban nhân dân xã Hoa Sen trân trọng kính mời: Ông Lý Văn Ví Dụ, Trưởng phòng, \
             Phòng Kinh tế.",
            "Tới dự Hội nghị tổng kết phong trào thi đua yêu nước năm 2025 và phát động phong \
             trào thi đua yêu nước năm 2026.",
            "Thời gian: 07 giờ 30, ngày 20 tháng 3 năm 2026 (thứ Sáu).",
            "Địa điểm: Hội trường UBND xã Hoa Sen (Số 1, đường Hoa Sen)./.",
        ]
    );
}

#[test]
fn a_bad_row_is_told_and_the_others_are_made() {
    let guests = GUESTS.replace("Lý Văn Ví Dụ", "Lý Văn 🎉");
    let project = project(&guests);
    build(&project, &[])
        .ends_with(1)
        .mentions("khach-moi.csv, dòng 3")
        .mentions("“🎉” (U+1F389)");
    let bad = project.read("ket-qua/loi.csv");
    assert!(
        bad.starts_with("\u{feff}van_ban,dong,ten,ly_do\r\ngiay_moi,3,Lý Văn 🎉,"),
        "{bad}"
    );
    assert_eq!(bad.lines().count(), 2);
    let names = project.names("ket-qua");
    assert!(
        names.contains(&"giay-moi-002-y-ngong-nie-kdam.pdf".to_string()),
        "{names:?}"
    );
    assert!(
        !names.iter().any(|name| name.starts_with("giay-moi-001")),
        "{names:?}"
    );
    // Mended, the list of bad rows goes away.
    let project = project.file("khach-moi.csv", GUESTS);
    build(&project, &[]).succeeds();
    assert!(!project.path().join("ket-qua/loi.csv").exists());
}

#[test]
fn rows_a_preview_and_another_table_can_be_asked_for() {
    let project = project(GUESTS);
    build(&project, &["--rows", "3-4", "--format", "pdf"]).succeeds();
    assert_eq!(
        project.names("ket-qua"),
        [
            "giay-moi-001-ly-van-vi-du.pdf",
            "giay-moi-002-y-ngong-nie-kdam.pdf",
            "giay-moi-in-chung.pdf",
            "so-phat-hanh.csv"
        ]
    );
    build(
        &project,
        &["--preview", "5", "--out", "xem", "--format", "docx"],
    )
    .succeeds();
    assert_eq!(project.names("xem"), ["giay-moi-003-truong-hoa-sen.docx"]);
    // A preview among the letters leaves the issue book of the batch alone.
    let book = project.read("ket-qua/so-phat-hanh.csv");
    build(&project, &["--preview", "5"]).succeeds();
    assert_eq!(project.read("ket-qua/so-phat-hanh.csv"), book);
    let project = project.file("khac.csv", GUESTS.replace("Lý Văn Ví Dụ", "Vũ Thị Khác"));
    let table = "khach_moi=khac.csv";
    build(
        &project,
        &["--table", table, "--preview", "longest", "--out", "khac"],
    )
    .succeeds();
    build(&project, &["--preview", "99", "--out", "xem"])
        .ends_with(1)
        .mentions("lỗi[khong-co-dong]: không có dòng khách mời nào được chọn");
    build(&project, &["--rows", "a"])
        .ends_with(2)
        .mentions("cần các dòng, thí dụ 2-20,35");
}

#[test]
fn letters_start_on_odd_pages_for_printing_on_both_sides() {
    let project = project(GUESTS);
    build(&project, &["--duplex", "--format", "pdf"]).succeeds();
    let pages = pdf_words(&project.bytes("ket-qua/giay-moi-in-chung.pdf"));
    let empty: Vec<bool> = pages.iter().map(Vec::is_empty).collect();
    assert_eq!(empty, [false, true, false, true, false, true, false]);
}

#[test]
fn the_same_bytes_come_from_one_job_and_from_four() {
    let (one, four) = (project(GUESTS), project(GUESTS));
    build(&one, &["--jobs", "1"]).succeeds();
    build(&four, &["--jobs", "4"]).succeeds();
    assert_eq!(one.names("ket-qua"), four.names("ket-qua"));
    for name in one.names("ket-qua") {
        let path = format!("ket-qua/{name}");
        assert!(one.bytes(&path) == four.bytes(&path), "{name}");
    }
    let again = build(&one, &[]).succeeds();
    assert!(
        again.out().contains("0 tệp đã tạo, 8 tệp như cũ"),
        "{}",
        again.out()
    );
}

#[test]
fn lists_have_every_guest_a_total_and_a_workbook_of_text_cells() {
    let project = project(GUESTS);
    project
        .run(&[
            "build",
            ".",
            "--only",
            "danh_sach_khach_moi,danh_sach_diem_danh",
        ])
        .succeeds();
    let list = paragraphs(&project.bytes("ket-qua/danh-sach-khach-moi.docx"));
    for line in [
        "DANH SÁCH",
        "Ông Lý Văn Ví Dụ",
        "Trường Hoa Sen",
        "Tổng cộng: 04 đại biểu.",
    ] {
        assert!(list.contains(&line.to_string()), "{line}: {list:?}");
    }
    assert!(
        !list
            .iter()
            .any(|line| line.starts_with("Số:") || line.starts_with("Nơi nhận"))
    );
    assert!(!list.iter().any(|line| line.ends_with("./.")));
    let workbook = project.bytes("ket-qua/danh-sach-khach-moi.xlsx");
    let sheet = part(&workbook, "xl/worksheets/sheet1.xml");
    assert!(!sheet.contains("<f>"), "a formula");
    assert!(sheet.contains(r#"t="s""#) && !sheet.contains("<v></v>"));
    let strings = part(&workbook, "xl/sharedStrings.xml");
    assert!(strings.contains("{{ 7*7 }} | **a** &lt;b&gt;"), "{strings}");
}

#[test]
fn what_is_put_right_in_a_table_is_told_cell_by_cell() {
    let guests = GUESTS.replace("Phòng Kinh tế", "Phòng\u{a0}Kinh  tế");
    let project = project(&guests);
    project
        .run(&["check", "."])
        .succeeds()
        .mentions("khi đọc bảng: khach-moi.csv, dòng 3, cột “Đơn vị”: ");
    build(&project, &["--format", "docx"])
        .succeeds()
        .mentions(" chỗ được sửa hoặc bỏ qua; vanthu check kê từng chỗ");
}

#[test]
fn a_batch_without_a_table_says_what_to_do() {
    project(GUESTS)
        .replace("ho-so.yaml", "\nkhach_moi: khach-moi.csv\n", "\n")
        .run(&["build", ".", "--only", "giay_moi"])
        .ends_with(1)
        .mentions("khach_moi");
}
