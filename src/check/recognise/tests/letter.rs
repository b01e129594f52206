//! One office letter, typed in some thirty ways; each time the same components are found.

use unicode_normalization::UnicodeNormalization;

use super::{found, p, row, run, table};
use crate::check::testing::{Docx, docx};

const EXPECTED: &[&str] = &[
    "regime: Administrative",
    "kind: Công văn",
    "parent: UBND TỈNH HOA SEN",
    "agency: SỞ VĂN HÓA VÀ THỂ THAO",
    "national name: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "motto: Độc lập - Tự do - Hạnh phúc",
    "number: Số: 12/SVHTT-VP",
    "place and date: Hoa Sen, ngày 05 tháng 3 năm 2026",
    "letter subject: V/v chuẩn bị ⏎ hội nghị tổng kết",
    "addressees: Kính gửi:",
    "  - Phòng Văn hóa các xã;",
    "  - Trung tâm Văn hóa tỉnh.",
    "  text | Sở đề nghị các đơn vị chuẩn bị báo cáo.",
    "  Clause 1.| Nội dung báo cáo.",
    "  text | Trân trọng./.",
    "recipients: Nơi nhận:",
    "  - Như trên;",
    "  - Lưu: VT, VP. [archive]",
    "signature: KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC",
    "name: Nguyễn Văn Thí Dụ",
];

/// Checks the components of a letter of that head, with the usual text and foot.
fn check_head(name: &str, head: &str) {
    check(
        name,
        &docx(&format!("{head}{}{}", text(), foot())),
        EXPECTED,
    );
}

fn check_foot(name: &str, foot: &str) {
    check(
        name,
        &docx(&format!("{}{}{foot}", head(), text())),
        EXPECTED,
    );
}

fn check(name: &str, file: &Docx, expected: &[&str]) {
    let mut lines = found(file);
    lines.retain(|line| !line.starts_with("arrangement") && !line.contains("rule: "));
    assert_eq!(lines, expected, "{name}");
}

fn left() -> String {
    p("UBND TỈNH HOA SEN", "c")
        + &p("SỞ VĂN HÓA VÀ THỂ THAO", "cb")
        + &p("_______", "c")
        + &p("Số: 12/SVHTT-VP", "c")
        + &p("V/v chuẩn bị", "c")
        + &p("hội nghị tổng kết", "c")
}

fn right() -> String {
    p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "cb")
        + &p("Độc lập - Tự do - Hạnh phúc", "cb")
        + &p("", "c")
        + &p("Hoa Sen, ngày 05 tháng 3 năm 2026", "ci")
}

fn head() -> String {
    table(&[row(&[left(), right()])])
}

fn text() -> String {
    p("", "")
        + &p("Kính gửi:", "c")
        + &p("- Phòng Văn hóa các xã;", "")
        + &p("- Trung tâm Văn hóa tỉnh.", "")
        + &p("", "")
        + &p("Sở đề nghị các đơn vị chuẩn bị báo cáo.", "")
        + &p("1. Nội dung báo cáo.", "")
        + &p("Trân trọng./.", "")
        + &p("", "")
}

fn recipients() -> String {
    p("Nơi nhận:", "lbi") + &p("- Như trên;", "l") + &p("- Lưu: VT, VP.", "l")
}

fn signature() -> String {
    p("KT. GIÁM ĐỐC", "cb")
        + &p("PHÓ GIÁM ĐỐC", "cb")
        + &p("", "c").repeat(4)
        + &p("Nguyễn Văn Thí Dụ", "cb")
}

fn foot() -> String {
    table(&[row(&[recipients(), signature()])])
}

/// A text box in the form of newer programs and that of older ones.
fn boxed(content: &str) -> String {
    let content = format!("<w:txbxContent>{content}</w:txbxContent>");
    format!(
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:anchor><wp:extent cx=\"2800000\" cy=\"900000\"/>\
         <a:graphic><a:graphicData><wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>\
         </mc:Choice><mc:Fallback><w:pict><v:shape style=\"width:200pt\"><v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback>\
         </mc:AlternateContent></w:r></w:p>"
    )
}

#[test]
fn heads_in_tables() {
    check_head("one row", &head());
    let rows = [
        row(&[
            p("UBND TỈNH HOA SEN", "c") + &p("SỞ VĂN HÓA VÀ THỂ THAO", "cb") + &p("-------", "c"),
            p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "cb")
                + &p("Độc lập - Tự do - Hạnh phúc", "cb")
                + &p("---------------", "c"),
        ]),
        row(&[
            p("Số: 12/SVHTT-VP", "c") + &p("V/v chuẩn bị", "c") + &p("hội nghị tổng kết", "c"),
            p("Hoa Sen, ngày 05 tháng 3 năm 2026", "ci"),
        ]),
    ];
    check_head("two rows", &table(&rows));
    check_head(
        "two tables",
        &(table(&rows[..1]) + &p("", "") + &table(&rows[1..])),
    );
    check_head(
        "a column between",
        &table(&[row(&[left(), p("", ""), right()])]),
    );
    check_head("a table in a table", &table(&[row(&[head() + &p("", "")])]));
    let breaks = table(&[row(&[
        p("UBND TỈNH HOA SEN\n", "c").replace("</w:p>", "")
            + &run("SỞ VĂN HÓA VÀ THỂ THAO\n", "b")
            + &run("Số: 12/SVHTT-VP\nV/v chuẩn bị\nhội nghị tổng kết", "")
            + "</w:p>",
        p(
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n",
            "cb",
        )
        .replace("</w:p>", "")
            + &run("Hoa Sen, ngày 05 tháng 3 năm 2026", "i")
            + "</w:p>",
    ])]);
    check_head("line breaks", &breaks);
    let control = format!("<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", head());
    check_head("a content control", &(p("", "") + &control));
    check_head("blank lines before", &(p("", "").repeat(3) + &head()));
}

#[test]
fn heads_by_tabs_and_spaces() {
    for (name, gap) in [("tab", "\t"), ("tabs", "\t\t"), ("spaces", "          ")] {
        let line =
            |left: &str, right: &str, format: &str| p(&format!("{left}{gap}{right}"), format);
        let head = p(&format!("UBND TỈNH HOA SEN{gap}"), "").replace("</w:p>", "")
            + &run("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "b")
            + "</w:p>"
            + &line("SỞ VĂN HÓA VÀ THỂ THAO", "Độc lập - Tự do - Hạnh phúc", "b")
            + &line("________", "______________", "")
            + &line("Số: 12/SVHTT-VP", "Hoa Sen, ngày 05 tháng 3 năm 2026", "")
            + &p("V/v chuẩn bị", "l")
            + &p("hội nghị tổng kết", "l");
        check_head(name, &head);
    }
}

#[test]
fn heads_in_boxes_and_frames() {
    check_head(
        "two boxes",
        &(boxed(&left()) + &boxed(&right()) + &p("", "").repeat(5)),
    );
    check_head("boxes the other way", &(boxed(&right()) + &boxed(&left())));
    let framed = |content: String, frame: &str| {
        content.replace("<w:pPr>", &format!("<w:pPr><w:framePr {frame}/>"))
    };
    check_head(
        "two frames",
        &(framed(left(), "w:w=\"4000\" w:x=\"1\"") + &framed(right(), "w:w=\"5000\" w:x=\"5000\"")),
    );
    let pict = |content: String| {
        format!(
            "<w:p><w:r><w:pict><v:rect style=\"width:200pt;height:90pt\"><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:rect></w:pict></w:r></w:p>"
        )
    };
    check_head("old boxes", &(pict(left()) + &pict(right())));
}

#[test]
fn heads_in_two_columns() {
    let columns = "<w:p><w:pPr><w:sectPr><w:type w:val=\"continuous\"/><w:cols w:num=\"2\"/></w:sectPr></w:pPr></w:p>";
    let right = right().replacen("<w:r>", "<w:r><w:br w:type=\"column\"/></w:r><w:r>", 1);
    check_head("columns", &(left() + &right + columns));
}

#[test]
fn heads_one_below_the_other() {
    let stacked = p("UBND TỈNH HOA SEN", "c")
        + &p("SỞ VĂN HÓA VÀ THỂ THAO", "cb")
        + &p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "cb")
        + &p("Độc lập - Tự do - Hạnh phúc", "cb")
        + &p("Số: 12/SVHTT-VP", "c")
        + &p("Hoa Sen, ngày 05 tháng 3 năm 2026", "ri")
        + &p("V/v chuẩn bị", "c")
        + &p("hội nghị tổng kết", "c");
    check_head("stacked", &stacked);
}

/// The same words typed otherwise: found as they stand.
#[test]
fn words_typed_otherwise() {
    let other = |name: &str, change: &dyn Fn(&str) -> String| {
        let words: Vec<String> = EXPECTED.iter().map(|line| change(line)).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let body = head() + &text() + &foot();
        check(name, &docx(&change(&body)), &words);
    };
    other("tone on the other vowel", &|text| {
        text.replace("CỘNG HÒA", "CỘNG HOÀ")
    });
    other("en dashes", &|text| {
        text.replace("Độc lập - Tự do - Hạnh", "Độc lập – Tự do – Hạnh")
    });
    other("marks of their own", &|text| {
        text.replace(
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            &"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
                .nfd()
                .collect::<String>(),
        )
        .replace("Kính gửi:", &"Kính gửi:".nfd().collect::<String>())
    });
    other("spaces", &|text| {
        text.replace("VIỆT NAM", "VIỆT\u{a0}\u{a0}NAM")
            .replace("Nơi nhận:", "Nơi  nhận :")
            .replace("Số: 12/", "Số : 12 /")
    });
    other("small letters", &|text| {
        text.replace(
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Cộng hòa xã hội chủ nghĩa Việt Nam",
        )
        .replace("Độc lập - Tự do - Hạnh phúc", "ĐỘC LẬP - TỰ DO - HẠNH PHÚC")
    });
    other("no marks", &|text| {
        text.replace("HỘI CHỦ NGHĨA", "HOI CHU NGHIA")
            .replace("Kính gửi:", "Kinh gửi:")
    });
    other("an old prefix", &|text| {
        text.replace("KT. GIÁM ĐỐC", "K/T GIÁM ĐỐC")
    });
    other("a remark at the label", &|text| {
        text.replace("Nơi nhận:", "Nơi nhận (VBĐT):")
    });
    other("no day yet", &|text| {
        text.replace("ngày 05 tháng 3", "ngày      tháng    ")
            .replace("Số: 12/", "Số:      /")
    });
}

#[test]
fn capitals_by_format_and_tracked_words() {
    let caps = head()
        .replace(
            &run("SỞ VĂN HÓA VÀ THỂ THAO", "b"),
            &run("Sở Văn hóa và Thể thao", "kb"),
        )
        .replace(
            &run("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "b"),
            &run("Cộng hòa xã hội chủ nghĩa Việt Nam", "kb"),
        );
    check_head("capitals by format", &caps);
    let number = run("Số: 12/SVHTT-VP", "");
    let tracked = format!(
        "{}<w:del><w:r><w:delText>9</w:delText></w:r></w:del><w:ins>{}</w:ins>{}",
        run("Số: ", ""),
        run("12", ""),
        run("/SVHTT-VP", "")
    );
    check_head("tracked", &head().replace(&number, &tracked));
    let field = format!(
        "{}<w:fldSimple w:instr=\"MERGEFIELD so\">{}</w:fldSimple>{}",
        run("Số: ", ""),
        run("12", ""),
        run("/SVHTT-VP", "")
    );
    check_head("a field", &head().replace(&number, &field));
}

#[test]
fn feet() {
    check_foot("a table", &foot());
    let rows = [
        row(&[
            p("Nơi nhận:", "lbi"),
            p("KT. GIÁM ĐỐC", "cb") + &p("PHÓ GIÁM ĐỐC", "cb"),
        ]),
        row(&[
            p("- Như trên;", "l") + &p("- Lưu: VT, VP.", "l"),
            p("", "c").repeat(3) + &p("Nguyễn Văn Thí Dụ", "cb"),
        ]),
    ];
    check_foot("two rows", &table(&rows));
    let tabs = p("Nơi nhận:\tKT. GIÁM ĐỐC", "lb")
        + &p("- Như trên;\tPHÓ GIÁM ĐỐC", "l")
        + &p("- Lưu: VT, VP.", "l")
        + &p("", "l").repeat(3)
        + &p("\t\tNguyễn Văn Thí Dụ", "lb");
    check_foot("tabs", &tabs);
    let above = p("KT. GIÁM ĐỐC", "rb")
        + &p("PHÓ GIÁM ĐỐC", "rb")
        + &p("", "r").repeat(4)
        + &p("Nguyễn Văn Thí Dụ", "rb")
        + &recipients();
    check_foot("one below the other", &above);
    check_foot("two boxes", &(boxed(&recipients()) + &boxed(&signature())));
    check_foot(
        "a box for the recipients",
        &(boxed(&recipients()) + &signature()),
    );
    let signed = foot().replace(
        &p("", "c").repeat(4),
        &(p("", "c") + &p("(Đã ký)", "c") + &p("", "c")),
    );
    check_foot("signed", &signed);
    check_foot(
        "two lines in one paragraph",
        &table(&[row(&[
            p("Nơi nhận:", "lbi") + &p("- Như trên;\n- Lưu: VT, VP.", "l"),
            p("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\n\n\nNguyễn Văn Thí Dụ", "cb"),
        ])]),
    );
}
