//! Decisions, annexes, attached documents, minutes; marks, addresses, page numbers, lines.

use super::{check_lines, found, p, row, run, table};
use crate::check::testing::docx;

fn head(number: &str) -> String {
    table(&[row(&[
        p("ỦY BAN NHÂN DÂN", "cb") + &p("XÃ HOA SEN", "cb") + &p(number, "c"),
        p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "cb")
            + &p("Độc lập - Tự do - Hạnh phúc", "cb")
            + &p("Hoa Sen, ngày 05 tháng 3 năm 2026", "ci"),
    ])])
}

fn foot() -> String {
    table(&[row(&[
        p("Nơi nhận:", "lbi") + &p("- Như Điều 3;", "l") + &p("- Lưu: VT, VHXH. PL.(12)", "l"),
        p("TM. ỦY BAN NHÂN DÂN", "cb")
            + &p("CHỦ TỊCH", "cb")
            + &p("", "c")
            + &p("Trần Thị Thí Dụ", "cb"),
    ])])
}

#[test]
fn a_decision_with_what_it_issues() {
    let decision = p("QUYẾT ĐỊNH", "cb")
        + &p("Ban hành Quy chế làm việc", "cb")
        + &p("_____", "c")
        + &p("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ HOA SEN", "cb")
        + &p(
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
            "i",
        )
        + &p("Theo đề nghị của Chánh Văn phòng.", "i")
        + &p("QUYẾT ĐỊNH:", "cb")
        + &(p("", "").replace("</w:p>", "")
            + &run("Điều 1.", "b")
            + &run(" Ban hành kèm theo Quyết định này Quy chế.", "")
            + "</w:p>")
        + &p("Điều 2. Quyết định có hiệu lực từ ngày ký./.", "");
    let issued = p("QUY CHẾ", "cb")
        + &p("Làm việc của Ủy ban nhân dân xã", "cb")
        + &p(
            "(Kèm theo Quyết định số 5/QĐ-UBND ngày 05 tháng 3 năm 2026 của Chủ tịch Ủy ban nhân dân xã)",
            "ci",
        )
        + &p("Chương I", "cb")
        + &p("QUY ĐỊNH CHUNG", "cb")
        + &p("Điều 1. Phạm vi", "b")
        + &p("1. Quy chế này quy định:", "")
        + &p("a) Nguyên tắc;", "");
    check_lines(
        &(head("Số: 5/QĐ-UBND") + &decision + &foot() + &issued),
        &[
            "kind",
            "type",
            "subject:",
            "issuer",
            "basis",
            "enacting",
            "  ",
            "drafter",
            "attached",
            "signature",
            "name",
        ],
        &[
            "kind: Quyết định",
            "type: QUYẾT ĐỊNH",
            "subject: Ban hành Quy chế làm việc",
            "issuer: CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ HOA SEN",
            "basis: Căn cứ Luật Tổ chức chính quyền địa phươ…",
            "basis: Theo đề nghị của Chánh Văn phòng.",
            "enacting: QUYẾT ĐỊNH:",
            "  Article Điều 1.| Ban hành kèm theo Quyết định này Quy chế…",
            "  Article Điều 2.| Quyết định có hiệu lực từ ngày ký./.",
            "  - Như Điều 3;",
            "  - Lưu: VT, VHXH. PL.(12) [archive]",
            "drafter: PL.(12)",
            "signature: TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH",
            "name: Trần Thị Thí Dụ",
            "attached: Quy chế",
            "type: QUY CHẾ",
            "subject: Làm việc của Ủy ban nhân dân xã",
            "attached: (Kèm theo Quyết định số 5/QĐ-UBND ngày 05 tháng 3 năm 2026 của Chủ tịch Ủy ban nhân dân xã)",
            "  Chapter Chương I| ",
            "  title | QUY ĐỊNH CHUNG",
            "  Article Điều 1.| Phạm vi",
            "  Clause 1.| Quy chế này quy định:",
            "  Point a)| Nguyên tắc;",
        ],
    );
}

#[test]
fn annexes() {
    let annex = |label: &str, title: &str| {
        p(label, "cb")
            + &p(title, "cb")
            + &p(
                "(Kèm theo Kế hoạch số       /KH-UBND ngày      tháng      năm 2026 của Ủy ban nhân dân xã)",
                "ci",
            )
            + &p("1. Việc thứ nhất./.", "")
    };
    check_lines(
        &(head("Số: 5/KH-UBND")
            + &p("KẾ HOẠCH", "cb")
            + &p("Phòng dịch", "cb")
            + &p("Theo Phụ lục I kèm theo./.", "")
            + &foot()
            + &annex("Phụ lục I", "DANH MỤC VIỆC")
            + &annex("PHỤ LỤC 2", "BIỂU MẪU")),
        &["  text", "annex", "title", "attached", "  Clause"],
        &[
            "  text | Theo Phụ lục I kèm theo./.",
            "annex: Phụ lục I",
            "title: DANH MỤC VIỆC",
            "attached: (Kèm theo Kế hoạch số       /KH-UBND ngày      tháng      năm 2026 của Ủy ban nhân dân xã)",
            "  Clause 1.| Việc thứ nhất./.",
            "annex: PHỤ LỤC 2",
            "title: BIỂU MẪU",
            "attached: (Kèm theo Kế hoạch số       /KH-UBND ngày      tháng      năm 2026 của Ủy ban nhân dân xã)",
            "  Clause 1.| Việc thứ nhất./.",
        ],
    );
}

#[test]
fn minutes_have_two_signers() {
    let signers = table(&[row(&[
        p("THƯ KÝ", "cb") + &p("", "c") + &p("Lê Văn Ghi", "cb"),
        p("CHỦ TỌA", "cb") + &p("", "c") + &p("Trần Thị Thí Dụ", "cb"),
    ])]);
    check_lines(
        &(head("Số: 5/BB-UBND")
            + &p("BIÊN BẢN", "cb")
            + &p("Họp giao ban", "cb")
            + &p("Thời gian bắt đầu: 8 giờ", "")
            + &signers
            + &p("Nơi nhận:", "lbi")
            + &p("- Như thành phần dự họp;", "l")
            + &p("- Lưu: VT, Hồ sơ.", "l")),
        &["kind", "  text", "  -", "signature", "name"],
        &[
            "kind: Biên bản",
            "  text | Thời gian bắt đầu: 8 giờ",
            "  - Như thành phần dự họp;",
            "  - Lưu: VT, Hồ sơ. [archive]",
            "signature: THƯ KÝ",
            "name: Lê Văn Ghi",
            "signature: CHỦ TỌA",
            "name: Trần Thị Thí Dụ",
        ],
    );
}

#[test]
fn marks_are_found_and_their_boxes() {
    let boxed = "<w:p><w:pPr><w:pBdr><w:top w:val=\"single\"/><w:left w:val=\"single\"/><w:bottom w:val=\"single\"/><w:right w:val=\"single\"/></w:pBdr></w:pPr><w:r><w:t>HỎA TỐC</w:t></w:r></w:p>";
    check_lines(
        &(head("Số: 5/KH-UBND")
            + boxed
            + &p("DỰ THẢO LẦN 2", "b")
            + &p("KẾ HOẠCH", "cb")
            + &p("MẮT", "b")
            + &p("MẬT", "b")),
        &["mark", "kind"],
        &[
            "kind: Kế hoạch",
            "mark: Urgency HỎA TỐC, boxed",
            "mark: Draft DỰ THẢO LẦN 2",
            "mark: Secrecy MẬT",
        ],
    );
}

#[test]
fn page_number_and_address() {
    let section = "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rIdheader1\"/><w:footerReference w:type=\"first\" r:id=\"rIdfooter1\"/><w:titlePg/></w:sectPr>";
    let file = |header: &str, footer: &str| {
        docx(&(head("Số: 5/KH-UBND") + section))
            .part("header1", "w:hdr", header)
            .part("footer1", "w:ftr", footer)
    };
    let lines = |header: &str, footer: &str| {
        let mut lines = found(&file(header, footer));
        lines.retain(|line| line.starts_with("page") || line.starts_with("contact"));
        lines
    };
    let field = "<w:p><w:fldSimple w:instr=\" PAGE \"><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p>";
    assert_eq!(
        lines(field, &p("Số 1, đường Hoa Sen; ĐT: 0123", "")),
        [
            "contact: Số 1, đường Hoa Sen; ĐT: 0123",
            "page number: field"
        ]
    );
    assert_eq!(
        lines(&p("- 2 -", "c"), &p("Phòng Nội vụ", "")),
        [
            "contact: Phòng Nội vụ (chữ ở chân trang đầu, không chắc là địa chỉ cơ quan)",
            "page number: typed (chữ số gõ tay, không phải trường số trang)",
        ]
    );
    assert_eq!(lines("<w:p/>", "<w:p/>"), [""; 0]);
}

#[test]
fn lines_under_words() {
    let line = |width: u32, left: u32| {
        format!(
            "<w:r><w:drawing><wp:anchor><wp:positionH relativeFrom=\"column\"><wp:posOffset>{}</wp:posOffset></wp:positionH>\
             <wp:extent cx=\"{}\" cy=\"0\"/><a:graphic><a:graphicData><wps:wsp><wps:spPr><a:prstGeom prst=\"line\"/><a:ln><a:solidFill/></a:ln></wps:spPr>\
             </wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>",
            left * 12700,
            width * 12700
        )
    };
    let with =
        |paragraph: String, more: &str| paragraph.replace("</w:p>", &format!("{more}</w:p>"));
    let head = |left: String, right: String| {
        table(&[row(&[
            p("SỞ Y TẾ", "cb") + &left,
            p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "cb") + &right,
        ])])
    };
    let motto = || p("Độc lập - Tự do - Hạnh phúc", "cb");
    let rules = &["agency rule", "motto rule"];
    check_lines(
        &head(
            with(p("", "c"), &line(60, 77)),
            with(motto(), &line(120, 47)),
        ),
        rules,
        &[
            "agency rule: shape 60, off by 0",
            "motto rule: shape 120, off by 0",
        ],
    );
    // Both lines hang on one paragraph; their places tell.
    check_lines(
        &(with(p("", ""), &(line(60, 70) + &line(120, 290))) + &head(p("", "c"), motto())),
        rules,
        &[
            "agency rule: shape 60, off by -116",
            "motto rule: shape 120, off by 134",
        ],
    );
    check_lines(
        &head(
            "<w:p><w:pPr><w:pBdr><w:top w:val=\"dashed\"/></w:pBdr><w:ind w:left=\"1400\" w:right=\"1400\"/></w:pPr></w:p>".to_string(),
            p("Độc lập - Tự do - Hạnh phúc", "cb").replace("<w:b/>", "<w:b/><w:u w:val=\"single\"/>"),
        ),
        rules,
        &["agency rule: border 74, off by 0, broken", "motto rule: underline 122, off by 0 (chữ gạch chân, không phải đường kẻ riêng)"],
    );
    // The border of the cell below the words; that of a frame around them is no line.
    let cells = head(String::new(), motto());
    let edges = |edges: &str| {
        let borders = format!("\"dxa\"/><w:tcBorders>{edges}</w:tcBorders></w:tcPr>");
        cells.replace("\"dxa\"/></w:tcPr>", &borders)
    };
    let bottom = "<w:bottom w:val=\"single\" w:sz=\"6\"/>";
    check_lines(
        &edges(bottom),
        rules,
        &["agency rule: cell 225", "motto rule: cell 225"],
    );
    let left = "<w:left w:val=\"single\" w:sz=\"6\"/>";
    check_lines(&edges(&format!("{left}{bottom}")), rules, &[]);
}

/// Words of a font from before Unicode are compared as what they show.
#[test]
fn an_old_encoding_is_read() {
    let old = |words: &str, font: &str, format: &str| {
        let fonts = format!("<w:rPr><w:rFonts w:ascii=\"{font}\" w:hAnsi=\"{font}\"/>");
        p(words, format).replace("<w:rPr>", &fonts)
    };
    let head = table(&[row(&[
        old("Uû ban nh©n d©n", ".VnTimeH", "cb") + &old("Sè: 12/KH-UBND", ".VnTime", "c"),
        old("céng hoµ x· héi chñ nghÜa viÖt nam", ".VnTimeH", "cb")
            + &old("§éc lËp - Tù do - H¹nh phóc", ".VnTime", "cb")
            + &old("Hoa Sen, ngµy 05 th¸ng 3 n¨m 2026", ".VnTime", "ci"),
    ])]);
    check_lines(
        &(head + &old("KÕ ho¹ch", ".VnTimeH", "cb")),
        &["kind", "agency:", "national", "motto:", "number", "place"],
        &[
            "kind: Kế hoạch",
            "agency: Uû ban nh©n d©n",
            "national name: céng hoµ x· héi chñ nghÜa viÖt nam",
            "motto: §éc lËp - Tù do - H¹nh phóc",
            "number: Sè: 12/KH-UBND",
            "place and date: Hoa Sen, ngµy 05 th¸ng 3 n¨m 2026",
        ],
    );
}

#[test]
fn heads_share_their_table_or_stand_in_the_header() {
    let cells = |number: &str| {
        [
            p("SỞ Y TẾ", "cb") + &p(number, "c"),
            p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "cb") + &p("Độc lập - Tự do - Hạnh phúc", "cb"),
        ]
    };
    let told = &["kind", "agency:", "number", "type", "subject:", "  "];
    let expected = [
        "kind: Thông báo",
        "agency: SỞ Y TẾ",
        "number: Số: 1/TB-SYT",
        "type: THÔNG BÁO",
        "subject: Về việc nghỉ lễ",
        "  Clause 1.| Nghỉ hai ngày./.",
    ];
    let title = p("THÔNG BÁO", "cb") + &p("Về việc nghỉ lễ", "cb");
    let text = p("1. Nghỉ hai ngày./.", "");
    let head = row(&cells("Số: 1/TB-SYT"));
    check_lines(
        &(table(&[head.clone(), row(std::slice::from_ref(&title))]) + &text),
        told,
        &expected,
    );
    let whole = table(std::slice::from_ref(&head)) + &title + &text;
    check_lines(&table(&[row(&[whole])]), told, &expected);
    let section =
        "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rIdheader1\"/></w:sectPr>";
    let file = docx(&(title + &text + section)).part("header1", "w:hdr", &table(&[head]));
    let mut lines = found(&file);
    lines.retain(|line| told.iter().any(|start| line.starts_with(start)));
    assert_eq!(lines, expected);
}
