//! The papers around awards, from the sample table: the decision with its list, the lists for hall and
//! cashier, the letters that call awardees up; and what is told of every trap in the table.

use std::collections::BTreeSet;

use crate::project::{Project, empty, repository};
use crate::read_back::paragraphs;

/// The district's dossier of awards in a folder of its own.
fn district() -> Project {
    dossier(
        "van-ninh-2024",
        &["ho-so.yaml", "khen-thuong.csv", "khach-moi.csv"],
    )
}

fn dossier(name: &str, files: &[&str]) -> Project {
    let data = repository().join("data");
    let mut project = empty();
    for file in files {
        let content = std::fs::read(data.join(name).join(file)).unwrap();
        project = project.file(&format!("{name}/{file}"), content);
    }
    for agency in [
        "ubnd-huyen-van-ninh.yaml",
        "ubnd-xa-binh-mau.yaml",
        "phong-vhxh-xa-binh-mau.yaml",
    ] {
        let content = std::fs::read(data.join("co-quan").join(agency)).unwrap();
        project = project.file(&format!("co-quan/{agency}"), content);
    }
    project
}

fn build(project: &Project, dossier: &str, only: &str) {
    project
        .run(&[
            "build", dossier, "--only", only, "--out", "ra", "--format", "docx",
        ])
        .succeeds();
}

fn read(project: &Project, name: &str) -> Vec<String> {
    paragraphs(&project.bytes(&format!("ra/{name}")))
}

/// Position of a line.
fn at(lines: &[String], line: &str) -> usize {
    lines
        .iter()
        .position(|own| own == line)
        .unwrap_or_else(|| panic!("no {line:?} in {lines:#?}"))
}

#[test]
fn the_decision_reads_as_the_decrees_form() {
    let project = district();
    build(&project, "van-ninh-2024", "quyet_dinh_khen_thuong");
    let lines = read(&project, "quyet-dinh-khen-thuong.docx");
    let heading = at(&lines, "QUYẾT ĐỊNH");
    let list = at(&lines, "DANH SÁCH");
    assert_eq!(
        lines[heading..list],
        [
            "QUYẾT ĐỊNH",
            "Về việc khen thưởng tập thể, hộ gia đình, cá nhân có thành tích xuất sắc trong phong trào thi đua yêu nước năm 2023",
            "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN VẠN NINH",
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;",
            "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22 tháng 11 năm 2019;",
            "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;",
            "Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ quy định chi tiết thi hành một số điều của Luật Thi đua, khen thưởng;",
            "Căn cứ Thông tư số 01/2024/TT-BNV ngày 24 tháng 02 năm 2024 của Bộ trưởng Bộ Nội vụ quy định biện pháp thi hành Luật Thi đua, khen thưởng và Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ quy định chi tiết thi hành một số điều của Luật Thi đua, khen thưởng;",
            "Căn cứ Quyết định số 12/2020/QĐ-UBND ngày 26 tháng 5 năm 2020 của Ủy ban nhân dân tỉnh Khánh Hòa ban hành Quy chế thi đua, khen thưởng tỉnh Khánh Hòa;",
            "Theo đề nghị của Trưởng phòng Nội vụ huyện.",
            "QUYẾT ĐỊNH:",
            "Điều 1. Tặng danh hiệu thi đua, hình thức khen thưởng cho 13 tập thể, 02 hộ gia đình, 25 cá nhân đã có thành tích xuất sắc trong phong trào thi đua yêu nước năm 2023 (có danh sách kèm theo), gồm:",
            "- Danh hiệu “Chiến sĩ thi đua cơ sở”: 07 cá nhân;",
            "- Danh hiệu “Tập thể lao động tiên tiến”: 06 tập thể;",
            "- Danh hiệu “Lao động tiên tiến”: 06 cá nhân;",
            "- Giấy khen của Chủ tịch Ủy ban nhân dân huyện: 07 tập thể, 02 hộ gia đình, 12 cá nhân.",
            "Điều 2. Tổng số tiền thưởng kèm theo là 40.140.000 đồng (Bằng chữ: Bốn mươi triệu một trăm bốn mươi nghìn đồng), mức thưởng của từng tập thể, hộ gia đình, cá nhân ghi trong danh sách; chi từ Quỹ Thi đua - Khen thưởng năm 2024 của huyện.",
            "Điều 3. Chánh Văn phòng HĐND và UBND huyện, Trưởng phòng Nội vụ, Trưởng phòng Tài chính - Kế hoạch, thủ trưởng các cơ quan, đơn vị, Chủ tịch UBND các xã, thị trấn liên quan và tập thể, hộ gia đình, cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này kể từ ngày ký./.",
            "Nơi nhận:",
            "- Như Điều 3;",
            "- Thường trực Huyện ủy;",
            "- Thường trực HĐND huyện;",
            "- Phòng Nội vụ;",
            "- Lưu: VT, NV.",
            "CHỦ TỊCH",
            "Đàm Ngọc Quang",
        ]
    );
}

#[test]
fn the_attached_list_counts_sums_and_closes() {
    let project = district();
    build(&project, "van-ninh-2024", "quyet_dinh_khen_thuong");
    let lines = read(&project, "quyet-dinh-khen-thuong.docx");
    let list = &lines[at(&lines, "DANH SÁCH")..];
    assert_eq!(
        list[1..3],
        [
            "Tập thể, hộ gia đình, cá nhân được khen thưởng năm 2023",
            "(Kèm theo Quyết định số 123/QĐ-UBND ngày 15 tháng 3 năm 2024 của Chủ tịch Ủy ban nhân dân huyện Vạn Ninh)",
        ]
    );
    let parts = [
        "I. TẬP THỂ (13)",
        "II. HỘ GIA ĐÌNH (02)",
        "III. CÁ NHÂN (25)",
    ];
    assert!(parts.map(|part| at(list, part)).is_sorted());
    assert_eq!(
        list[list.len() - 2..],
        [
            "Tổng cộng: 40.140.000 đồng (Bằng chữ: Bốn mươi triệu một trăm bốn mươi nghìn đồng)",
            "Danh sách này có 13 tập thể, 02 hộ gia đình, 25 cá nhân./.",
        ]
    );
    let xml = crate::read_back::part(
        &project.bytes("ra/quyet-dinh-khen-thuong.docx"),
        "word/document.xml",
    );
    assert_eq!(xml.matches("w:orient=\"landscape\"").count(), 1);
    assert!(lines.iter().all(|line| !line.starts_with("Phụ lục")));
}

/// Every trap of the sample that concerns awards, by its row in the file.
#[test]
fn each_trap_of_the_table_is_told_with_its_row() {
    let project = district();
    let run = project.run(&["check", "van-ninh-2024"]).succeeds();
    let table = "van-ninh-2024/khen-thuong.csv";
    for expected in [
        "lưu ý[ngoai-quyet-dinh]: dòng 15, 43: Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh không thuộc quyết định nào của hồ sơ, Chủ tịch Ủy ban nhân dân huyện Vạn Ninh không có thẩm quyền tặng; dòng này không vào văn bản nào".to_string(),
        "nên xem[tien-viet-khac]: dòng 13, 14; thí dụ ở dòng 13: tiền thưởng viết “1080000”, đọc là 1.080.000 đồng\n".to_string(),
        format!("chưa ghi tiền thưởng; chương trình tính: 0,3 × 1.800.000 đồng = 540.000 đồng (Nghị định số 98/2023/NĐ-CP; Nghị định số 24/2023/NĐ-CP)\n--> {table}, dòng 39,"),
        format!("tiền thưởng ghi 1.400.000 đồng, tính ra 1.800.000 đồng: 1,0 × 1.800.000 đồng = 1.800.000 đồng (Nghị định số 98/2023/NĐ-CP; Nghị định số 24/2023/NĐ-CP); văn bản lấy số tính ra\n--> {table}, dòng 40,"),
        "Từ Thị Hòa có hai danh hiệu trong cùng thời gian: Chiến sĩ thi đua cơ sở (dòng 20) và Lao động tiên tiến (dòng 21). Điều 53 Nghị định số 98/2023/NĐ-CP".to_string(),
        "“Ủy ban nhân dân xã Xuân Sơn” và “Nhân dân và cán bộ xã Xuân Sơn” (dòng 8) là hai tập thể khác nhau, dễ nhầm là một".to_string(),
        "Lao động tiên tiến chỉ có tiền thưởng, không có bằng để in: dòng 21, 22, 24, 25, 37, 39".to_string(),
        "Tập thể lao động tiên tiến chỉ có tiền thưởng, không có bằng để in: dòng 2, 3, 4, 5, 6, 7".to_string(),
        format!("lưu ý[thieu-don-vi]: thiếu cơ quan chủ quản của tập thể\n--> {table}, dòng 12,"),
        format!("lưu ý[thieu-chuc-vu]: thiếu chức vụ\n--> {table}, dòng 34,"),
        format!("lưu ý[thieu-xung-ho]: thiếu xưng hô\n--> {table}, dòng 42,"),
        format!("cấp bậc, học vị “Thượng úy”\n--> {table}, dòng 35,"),
    ] {
        assert!(run.report().contains(&expected), "no {expected:?} in: {}", run.report());
    }
}

#[test]
fn a_decision_that_takes_all_refuses_what_it_may_not_give() {
    let project = district().replace(
        "van-ninh-2024/ho-so.yaml",
        "    khen: [danh_hieu, Giấy khen]",
        "    khen: [tat_ca]",
    );
    project
        .run(&[
            "build", "van-ninh-2024", "--only", "quyet_dinh_khen_thuong", "--out", "ra",
        ])
        .ends_with(1)
        .mentions("lỗi[sai-tham-quyen]: dòng 15, 43: Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh không thuộc thẩm quyền của Chủ tịch Ủy ban nhân dân huyện Vạn Ninh ngày 15/3/2024; dòng này không vào quyết định\n")
        .mentions("gợi ý: thẩm quyền: cấp tỉnh; khen bằng quyết định riêng\n");
    let lines = read(&project, "quyet-dinh-khen-thuong.docx");
    at(
        &lines,
        "Danh sách này có 13 tập thể, 02 hộ gia đình, 25 cá nhân./.",
    );
}

/// The same table under two later base salaries, rounded up; the words of the law of those days.
#[test]
fn a_later_decision_cites_and_pays_by_its_day() {
    for (day, sum, words, decree) in [
        (
            "15/8/2025",
            "52.430.000",
            "Năm mươi hai triệu bốn trăm ba mươi nghìn",
            "152/2025/NĐ-CP",
        ),
        (
            "15/8/2026",
            "56.490.000",
            "Năm mươi sáu triệu bốn trăm chín mươi nghìn",
            "15/2025/TT-BNV",
        ),
    ] {
        let project = district()
            .replace(
                "van-ninh-2024/ho-so.yaml",
                "    ngay: 15/3/2024",
                &format!("    ngay: {day}"),
            )
            .replace(
                "van-ninh-2024/ho-so.yaml",
                "  ngay: 22/3/2024\n  gio",
                "  ngay: 22/12/2026\n  gio",
            );
        build(&project, "van-ninh-2024", "quyet_dinh_khen_thuong");
        let lines = read(&project, "quyet-dinh-khen-thuong.docx");
        at(
            &lines,
            &format!("Tổng cộng: {sum} đồng (Bằng chữ: {words} đồng)"),
        );
        assert!(
            lines
                .iter()
                .any(|line| line.starts_with("Căn cứ") && line.contains(decree))
        );
        assert!(
            !lines
                .iter()
                .any(|line| line.contains("98/2023/NĐ-CP ngày 31"))
        );
    }
}

#[test]
fn a_commune_gives_by_two_decisions_since_july_2025() {
    let project = dossier(
        "xa-binh-mau-2026",
        &[
            "ho-so.yaml",
            "khen-thuong.csv",
            "khach-moi.csv",
            "phoi/giay-khen-may-in-van-thu.yaml",
            "phoi/chung-nhan-may-in-van-thu.yaml",
        ],
    );
    build(
        &project,
        "xa-binh-mau-2026",
        "quyet_dinh_danh_hieu,quyet_dinh_giay_khen,danh_sach_ky_nhan",
    );
    let titles = read(&project, "quyet-dinh-danh-hieu.docx");
    at(&titles, "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ BÌNH MẪU");
    at(
        &titles,
        "- Danh hiệu “Thôn, tổ dân phố văn hóa”: 01 tập thể;",
    );
    at(&titles, "I. TẬP THỂ (04)");
    at(&titles, "II. CÁ NHÂN (05)");
    at(&titles, "Danh sách này có 04 tập thể, 05 cá nhân./.");
    at(
        &titles,
        "Tổng cộng: 15.960.000 đồng (Bằng chữ: Mười lăm triệu chín trăm sáu mươi nghìn đồng)",
    );
    let forms = read(&project, "quyet-dinh-giay-khen.docx");
    at(
        &forms,
        "Danh sách này có 03 tập thể, 02 hộ gia đình, 05 cá nhân./.",
    );
    let money = read(&project, "danh-sach-ky-nhan.docx");
    at(&money, "Tổng cộng: 25.860.000 đồng");
    at(
        &money,
        "Số tiền bằng chữ: Hai mươi lăm triệu tám trăm sáu mươi nghìn đồng.",
    );
    let signers = ["NGƯỜI LẬP DANH SÁCH", "KẾ TOÁN", "CHỦ TỊCH"];
    assert!(signers.map(|post| at(&money, post)).is_sorted());
}

#[test]
fn every_awardee_is_called_up_by_one_letter() {
    let project = district();
    build(&project, "van-ninh-2024", "cong_van_trieu_tap");
    let files = project.names("ra");
    let letters = files.iter().filter(|name| name.ends_with(".docx"));
    let mut called = Vec::new();
    for letter in letters {
        let lines = read(&project, letter);
        let names = lines.iter().filter(|line| {
            line.starts_with("Đại diện ")
                || line.starts_with("Hộ ")
                || line.starts_with("Ông ")
                || line.starts_with("Bà ")
                || line.starts_with("Ông (Bà) ")
                || line.starts_with("Đồng chí ")
        });
        called.extend(names.cloned());
    }
    assert_eq!(called.len(), 40);
    // One person has two titles.
    assert_eq!(called.iter().collect::<BTreeSet<_>>().len(), 39);
    let commune = read(&project, "cong-van-trieu-tap-ubnd-xa-xuan-son.docx");
    at(
        &commune,
        "V/v triệu tập tập thể, cá nhân được khen thưởng dự hội nghị",
    );
    at(&commune, "Kính gửi: UBND xã Xuân Sơn");
    for name in [
        "Đại diện Nhân dân và cán bộ xã Xuân Sơn",
        "Hộ ông Bo Bo Văn Tịnh",
        "Ông Cao Xuân Trường-Sơn",
        "Bà Mấu Thị Rơm",
    ] {
        at(&commune, name);
    }
}

#[test]
fn awards_are_handed_over_from_the_highest_in_turns_that_fit_the_stage() {
    let project = district();
    build(&project, "van-ninh-2024", "danh_sach_trao_thuong");
    let lines = read(&project, "danh-sach-trao-thuong.docx");
    let turns: Vec<&String> = lines
        .iter()
        .filter(|line| line.starts_with("Đợt "))
        .collect();
    assert_eq!(
        turns,
        [
            "Đợt 1. Chiến sĩ thi đua cơ sở (07 cá nhân)",
            "Đợt 2. Tập thể lao động tiên tiến (06 tập thể)",
            "Đợt 3. Lao động tiên tiến (06 cá nhân)",
            "Đợt 4. Giấy khen của Chủ tịch Ủy ban nhân dân huyện (07 tập thể)",
            "Đợt 5. Giấy khen của Chủ tịch Ủy ban nhân dân huyện (02 hộ gia đình)",
            "Đợt 6. Giấy khen của Chủ tịch Ủy ban nhân dân huyện (12 cá nhân)",
        ]
    );
}

/// An office's own template may have counts typed; they are held to the table.
#[test]
fn typed_counts_that_differ_are_errors() {
    let template = "{% extends \"goc/quyet-dinh-khen-thuong.md\" %}\n{% block noi_dung %}\n### Tặng khen thưởng cho 12 tập thể, 02 hộ gia đình, 25 cá nhân (có danh sách kèm theo). {.dieu .khong_tieu_de}\n{% endblock %}\n";
    let project = district().file("van-ninh-2024/mau/quyet-dinh-khen-thuong.md", template);
    project
        .run(&["check", "van-ninh-2024", "--only", "quyet_dinh_khen_thuong"])
        .ends_with(1)
        .mentions("lỗi[so-luong-lech]: Điều 1 ghi 12 tập thể, quyết định tặng 13\n");
}

/// Mẫu 1.1-1.3 for any decision or resolution of an office, not only for awards.
#[test]
fn any_decision_names_who_decides() {
    for (kind, power, issuer, order, signature) in [
        (
            "Quyết định",
            "rieng",
            "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN VẠN NINH",
            "QUYẾT ĐỊNH:",
            None,
        ),
        (
            "Quyết định",
            "tap_the",
            "ỦY BAN NHÂN DÂN HUYỆN VẠN NINH",
            "QUYẾT ĐỊNH:",
            Some("TM. ỦY BAN NHÂN DÂN"),
        ),
        (
            "Nghị quyết",
            "tap_the",
            "ỦY BAN NHÂN DÂN HUYỆN VẠN NINH",
            "QUYẾT NGHỊ:",
            Some("TM. ỦY BAN NHÂN DÂN"),
        ),
    ] {
        let template = format!(
            "{{% extends \"van-ban.md\" %}}\n{{% block ten_loai %}}{kind}{{% endblock %}}\n{{% block noi_dung %}}\n### Thành lập Tổ giúp việc. {{.dieu .khong_tieu_de}}\n\n### Các cơ quan chịu trách nhiệm thi hành. {{.dieu .khong_tieu_de}}\n{{% endblock %}}\n"
        );
        let project = district()
            .file("van-ninh-2024/mau/to-giup-viec.md", template)
            .replace("van-ninh-2024/ho-so.yaml", "van_ban:\n", &format!("van_ban:\n  to_giup_viec: {{ ngay: 01/3/2024, ky: chu_tich, tham_quyen: {power}, trich_yeu: Về việc thành lập Tổ giúp việc, can_cu: [Căn cứ Kế hoạch số 20/KH-UBND] }}\n"));
        build(&project, "van-ninh-2024", "to_giup_viec");
        let lines = read(&project, "to-giup-viec.docx");
        let order_of = [
            issuer,
            "Căn cứ Kế hoạch số 20/KH-UBND.",
            order,
            "Điều 1. Thành lập Tổ giúp việc.",
            "- Như Điều 2;",
        ];
        assert!(
            order_of.map(|line| at(&lines, line)).is_sorted(),
            "{lines:#?}"
        );
        let on_behalf = lines.iter().find(|line| line.starts_with("TM."));
        assert_eq!(on_behalf.map(String::as_str), signature);
    }
}
