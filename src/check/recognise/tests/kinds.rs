//! Which type a paper is, and under which rules it was written.

use super::{check_lines, p, row, table};

const TOLD: &[&str] = &["regime", "kind", "type", "subject", "parent", "agency:"];

fn head(left: &str, number: &str) -> String {
    table(&[row(&[
        p(left, "cb") + &p(number, "c"),
        p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "cb")
            + &p("Độc lập - Tự do - Hạnh phúc", "cb")
            + &p("Hoa Sen, ngày 05 tháng 3 năm 2026", "ci"),
    ])])
}

#[test]
fn the_type_is_the_line_below_the_head() {
    let body = |title: &str| {
        head("SỞ Y TẾ", "Số: 5/KH-SYT")
            + &p("", "")
            + title
            + &p("Thực hiện chương trình công tác.", "")
    };
    check_lines(
        &body(&(p("KẾ HOẠCH", "cb") + &p("Tiêm chủng năm 2026", "cb") + &p("______", "c"))),
        TOLD,
        &[
            "regime: Administrative",
            "kind: Kế hoạch",
            "agency: SỞ Y TẾ",
            "type: KẾ HOẠCH",
            "subject: Tiêm chủng năm 2026",
            "subject rule: characters 30",
        ],
    );
    check_lines(
        &body(
            &(p("T Ờ  T R Ì N H", "cb")
                + &p("", "")
                + &p("Về việc phê duyệt", "cb")
                + &p("danh mục thuốc", "cb")),
        ),
        &["kind", "type", "subject"],
        &[
            "kind: Tờ trình",
            "type: T Ờ  T R Ì N H",
            "subject: Về việc phê duyệt ⏎ danh mục thuốc",
        ],
    );
    check_lines(
        &body(&p("BÁO CÁO TỔNG KẾT NĂM 2025", "cb")),
        &["kind", "type", "subject"],
        &[
            "kind: Báo cáo (tên loại viết liền với trích yếu trên một dòng)",
            "type: BÁO CÁO TỔNG KẾT NĂM 2025 (tên loại viết liền với trích yếu trên một dòng)",
        ],
    );
    check_lines(
        &body(""),
        &["kind", "type", "subject"],
        &["kind: Kế hoạch (không có tên loại; chỉ ký hiệu cho biết loại)"],
    );
    check_lines(
        &body(&(p("GIẤY KHEN", "cb") + &p("Tặng ông Nguyễn Văn A", "cb"))),
        &["kind", "type", "subject"],
        &[
            "type: GIẤY KHEN (tên loại không có trong 29 loại của Nghị định)",
            "subject: Tặng ông Nguyễn Văn A",
        ],
    );
}

#[test]
fn a_letter_has_no_type() {
    let letter = |number: &str, subject: &str| {
        head("SỞ Y TẾ", number).replacen("</w:tc>", &format!("{subject}</w:tc>"), 1)
            + &p("Kính gửi: Bộ Y tế", "c")
            + &p("Sở báo cáo.", "")
    };
    check_lines(
        &letter("Số: 5/SYT-VP", &p("V/v họp", "c")),
        &["kind"],
        &["kind: Công văn"],
    );
    check_lines(
        &letter("Số: 5/SYT-VP", ""),
        &["kind"],
        &["kind: Công văn (không có tên loại; chỉ có trích yếu hoặc Kính gửi như công văn)"],
    );
    check_lines(
        &letter("Số: 5/BC-SYT", &p("V/v họp", "c")),
        &["kind"],
        &["kind: Công văn (trình bày như công văn nhưng ký hiệu mang mã loại khác)"],
    );
}

#[test]
fn papers_of_other_rules_are_told_apart() {
    let party = table(&[row(&[
        p("TỈNH ỦY HOA SEN", "c")
            + &p("BAN TỔ CHỨC", "cb")
            + &p("*", "c")
            + &p("Số 05-KH/BTC", "c"),
        p("ĐẢNG CỘNG SẢN VIỆT NAM", "cb") + &p("Hoa Sen, ngày 05 tháng 3 năm 2026", "ci"),
    ])]);
    check_lines(
        &(party + &p("KẾ HOẠCH", "cb")),
        &["regime", "kind", "number"],
        &["regime: Party", "kind: Kế hoạch", "number: Số 05-KH/BTC"],
    );
    check_lines(
        &(head("CHÍNH PHỦ", "Số: 30/2020/NĐ-CP")
            + &p("NGHỊ ĐỊNH", "cb")
            + &p("Về công tác văn thư", "cb")),
        &["regime", "kind", "type", "subject"],
        &[
            "regime: Normative",
            "type: NGHỊ ĐỊNH",
            "subject: Về công tác văn thư",
        ],
    );
    check_lines(
        &(head("ỦY BAN NHÂN DÂN", "Số: 5/2026/QĐ-UBND") + &p("QUYẾT ĐỊNH", "cb")),
        &["regime", "kind"],
        &["regime: Normative", "kind: Quyết định"],
    );
    check_lines(
        &(head("SỞ Y TẾ", "Số: 5/KH-SYT")
            + &p("KẾ HOẠCH", "cb")
            + &p("Nội dung./.", "")
            + &p("SAO Y", "cb")),
        &["regime"],
        &["regime: Copy"],
    );
    check_lines(
        &(p("Danh mục đồ ăn", "") + &p("Gà, cá, rau", "")),
        &["regime", "kind"],
        &["regime: Other"],
    );
    check_lines(
        &(p("SỞ Y TẾ", "cb") + &p("Số: 5/KH-SYT", "c") + &p("KẾ HOẠCH", "cb")),
        &["regime", "kind", "agency:"],
        &[
            "regime: Administrative (không thấy Quốc hiệu và Tiêu ngữ)",
            "kind: Kế hoạch",
            "agency: SỞ Y TẾ",
        ],
    );
}

#[test]
fn agency_and_parent() {
    let of = |left: String, expected: &[&str]| {
        let body = table(&[row(&[left, p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "cb")])]);
        check_lines(&body, &["parent", "agency:"], expected);
    };
    of(
        p("ỦY BAN NHÂN DÂN", "cb") + &p("XÃ PHÚ VINH", "cb") + &p("Số: /UBND", "c"),
        &["agency: ỦY BAN NHÂN DÂN ⏎ XÃ PHÚ VINH"],
    );
    of(
        p("UBND XÃ PHÚ VINH", "c") + &p("PHÒNG VĂN HÓA", "cb") + &p("- XÃ HỘI", "cb"),
        &[
            "parent: UBND XÃ PHÚ VINH",
            "agency: PHÒNG VĂN HÓA ⏎ - XÃ HỘI",
        ],
    );
    of(
        p("TỈNH ĐOÀN HOA SEN", "c") + &p("HUYỆN ĐOÀN PHÚ VINH", "cb"),
        &["parent: TỈNH ĐOÀN HOA SEN", "agency: HUYỆN ĐOÀN PHÚ VINH"],
    );
    of(
        p("ỦY BAN NHÂN DÂN", "c") + &p("HUYỆN ĐOAN HÙNG", "cb"),
        &["agency: ỦY BAN NHÂN DÂN ⏎ HUYỆN ĐOAN HÙNG"],
    );
    // A clerk who forgot to make the first line bold.
    of(
        p("ỦY BAN NHÂN DÂN", "c") + &p("XÃ PHÚ VINH", "cb"),
        &["agency: ỦY BAN NHÂN DÂN ⏎ XÃ PHÚ VINH"],
    );
    let why = "(các dòng tên cơ quan không phân biệt bằng chữ đậm)";
    of(
        p("UBND TỈNH HOA SEN", "cb") + &p("SỞ Y TẾ", "cb"),
        &[
            &format!("parent: UBND TỈNH HOA SEN {why}"),
            &format!("agency: SỞ Y TẾ {why}"),
        ],
    );
}
