//! Markdown and what becomes of it, through the entries `parse`, `parse_lines` and `parse_text`.

use std::ops::Range;
use std::path::Path;

use super::{parse, parse_lines, parse_text};
use crate::diag::Place;
use crate::document::dump::{dump, inline_text};

fn place_in(source: &str) -> impl Fn(Range<usize>) -> Place {
    move |range| Place::offset(Path::new("mau.md"), source, range.start, range.len())
}

/// Checks the body that comes of `source`, which must be without findings.
fn check_markup(source: &str, expected: &str) {
    let (body, diagnostics) = parse(source, &place_in(source));
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    assert_eq!(dump(&body), expected);
}

/// Checks the findings about `source`, in order.
fn check_refused(source: &str, expected: &[&str]) {
    let (_, diagnostics) = parse(source, &place_in(source));
    let found: Vec<String> = diagnostics.iter().map(ToString::to_string).collect();
    assert_eq!(found, expected, "{source}");
}

#[test]
fn the_outline_numbers_itself_by_depth() {
    check_markup(
        "# A\n## B\n1. x\n1. y\n\n## C\n### D\n- e\n  - f\n\n# G\n1. h\n   1. i\n   2. k\n2. l\n",
        "I.! A\n1.! B\na) x\nb) y\n2.! C\na)! D\n- e\n+ f\nII.! G\n1. h\na) i\nb) k\n2. l",
    );
}

#[test]
fn without_headings_a_list_is_khoan() {
    check_markup(
        "Kính thưa\n\n1. a\n2. b\n   - c\n",
        "¶ Kính thưa\n1. a\n2. b\n- c",
    );
}

#[test]
fn a_second_list_under_a_heading_goes_on_counting() {
    check_markup(
        "# A\n1. b\n\nMột câu.\n\n1. c\n\n## D\n1. e\n",
        "I.! A\n1. b\n¶ Một câu.\n2. c\n3.! D\na) e",
    );
}

#[test]
fn khoan_without_a_part_above_are_fine() {
    check_markup("## A\n## B {.khong_tieu_de}\n### C", "1.! A\n2. B\na)! C");
}

#[test]
fn points_run_with_d_stroke_and_stop_after_y() {
    let list: String = (1..=24).map(|n| format!("### mục {n}\n")).collect();
    let (body, diagnostics) = parse(&list, &place_in(&list));
    let text = dump(&body);
    assert!(text.contains("d)! mục 4\nđ)! mục 5\ne)! mục 6\ng)! mục 7"));
    assert!(text.ends_with("y)! mục 23"));
    assert_eq!(
        diagnostics[0].to_string(),
        "mau.md:24:1: lỗi[het-chu-cai]: quá 23 điểm: sau điểm y) không còn chữ cái (gợi ý: chia \
         thành nhiều khoản)"
    );
}

#[test]
fn divisions_and_articles_are_named_by_class() {
    check_markup(
        "# CHUNG {.chuong}\n## Phạm vi {.dieu}\n1. a\n   1. b\n## Câu chạy. {.dieu .khong_tieu_de}\n\
         # RIÊNG {.chuong}\n## M {.muc}\n### T {.tieu_muc}\n### Khác {.dieu}\n## N {.muc}\n\
         # BA {.chuong}\n## P {.muc}\n",
        "[Chương I] CHUNG\nĐiều 1.! Phạm vi\n1. a\na) b\nĐiều 2. Câu chạy.\n[Chương II] RIÊNG\n\
         [Mục 1] M\n[Tiểu mục 1] T\nĐiều 3.! Khác\n[Mục 2] N\n[Chương III] BA\n[Mục 1] P",
    );
    check_markup("# A {.phan}\n# B {.phan}", "[Phần I] A\n[Phần II] B");
}

#[test]
fn an_annex_starts_all_numbers_anew() {
    check_markup(
        "# DANH SÁCH {.phu_luc .ngang}\n# A\n# BIỂU {.phu_luc}\n# B\n",
        "[Phụ lục ngang] DANH SÁCH\nI.! A\n[Phụ lục] BIỂU\nI.! B",
    );
}

#[test]
fn text_has_emphasis_breaks_and_single_spaces() {
    check_markup(
        "Một **hai\n  ba** *bốn*  ***năm***\\\nsáu e\u{302}\u{301} &amp; \\* a\u{a0} b",
        "¶ Một **hai ba** *bốn* ***năm***⏎sáu ế & * a\u{a0} b",
    );
}

#[test]
fn paragraphs_in_items_and_page_breaks() {
    check_markup(
        "1. a\n\n   đoạn hai\n\n   - b\n\n2. c\n\n---\n\nd",
        "1. a\n¶ đoạn hai\n- b\n2. c\n(trang mới)\n¶ d",
    );
}

#[test]
fn tables_have_weights_alignment_and_group_rows() {
    check_markup(
        "| STT | Họ tên | Ghi chú |\n|:-:|----------|---:|\n| **I. Cấp xã** | | |\n\
         | 1 | **Đàm** A \\| B | |\n| **Tập thể** |\n",
        "[bảng] giữa 1, trái 10, phải 3\n  đầu: STT | Họ tên | Ghi chú\n  nhóm: I. Cấp xã\n  \
         hàng: 1 | **Đàm** A | B | \n  nhóm: Tập thể",
    );
}

#[test]
fn rows_must_have_the_cells_of_the_head() {
    check_refused(
        "| a | b |\n|---|---|\n| 1 | 2 | 3 |\n| 1 |\n",
        &[
            "mau.md:3:1: lỗi[so-o-sai]: hàng này có 3 ô, còn bảng có 2 cột (gợi ý: thêm hoặc bớt \
             dấu |; muốn in dấu | trong ô thì viết \\|)",
            "mau.md:4:1: lỗi[so-o-sai]: hàng này có 1 ô, còn bảng có 2 cột (gợi ý: thêm hoặc bớt \
             dấu |; muốn in dấu | trong ô thì viết \\|)",
        ],
    );
    check_refused(
        "| a | b |\n|---|\n| 1 | 2 |\n",
        &[
            "mau.md:1:1: lỗi[bang-sai]: bảng sai: số ô của dòng đầu khác số ô của dòng gạch (gợi ý: \
             dòng gạch phải có đúng một nhóm --- cho mỗi ô của dòng đầu, và dòng đầu đứng ngay \
             trên nó)",
        ],
    );
    check_refused(
        "| a |\n|---|\n| x<br>y |\n",
        &[
            "mau.md:3:4: lỗi[xuong-dong-trong-o]: ô của bảng không ngắt dòng được (gợi ý: chia thành \
             hai hàng, hoặc để chương trình tự xuống dòng theo độ rộng cột)",
        ],
    );
}

#[test]
fn unknown_classes_name_the_known_ones() {
    check_refused(
        "# A {.chuog}\n\n# B {#id}\n",
        &[
            "mau.md:1:1: lỗi[lop-la]: đề mục không nhận {.chuog} (gợi ý: các lớp có: .phan, \
             .chuong, .muc, .tieu_muc, .dieu, .khong_tieu_de, .phu_luc, .danh_sach, .ngang)",
            "mau.md:3:1: lỗi[lop-la]: đề mục không nhận {#id} (gợi ý: các lớp có: .phan, .chuong, \
             .muc, .tieu_muc, .dieu, .khong_tieu_de, .phu_luc, .danh_sach, .ngang)",
        ],
    );
    check_refused(
        "# A {.muc .ngang}\n",
        &[
            "mau.md:1:1: lỗi[lop-trai-nhau]: các lớp {.muc .ngang} không đi với nhau (gợi ý: mỗi đề \
             mục chỉ một trong .phan .chuong .muc .tieu_muc .dieu .phu_luc .danh_sach; .khong_tieu_de chỉ đi \
             với .dieu hoặc đứng một mình; .ngang chỉ đi với .phu_luc, .danh_sach)",
        ],
    );
}

#[test]
fn headings_that_papers_do_not_have_are_refused() {
    check_refused(
        "#### a\n\nb\n===\n\n#\n\n- # c\n",
        &[
            "mau.md:1:1: lỗi[de-muc-qua-sau]: đề mục chỉ có ba cấp: # (I.), ## (1.), ### (a) (gợi \
             ý: dùng danh sách gạch đầu dòng (- …) dưới điểm)",
            "mau.md:3:1: lỗi[de-muc-gach-duoi]: đề mục không viết bằng cách gạch dưới (=== hoặc \
             ---) (gợi ý: đặt # ở đầu dòng đề mục; nếu --- là sang trang thì để trống một dòng \
             trước nó)",
            "mau.md:6:1: lỗi[de-muc-trong]: đề mục không có chữ (gợi ý: viết tên đề mục, hoặc bỏ \
             dòng này; trong mẫu, đặt {% if %} quanh đề mục của phần có thể trống)",
            "mau.md:8:1: lỗi[muc-trong]: mục của danh sách không có chữ (gợi ý: viết nội dung của \
             mục, hoặc bỏ dòng này)",
            "mau.md:8:3: lỗi[de-muc-trong-danh-sach]: đề mục không đặt trong danh sách (gợi ý: đưa \
             đề mục ra đầu dòng, để trống một dòng trước nó)",
        ],
    );
}

#[test]
fn lists_that_papers_do_not_have_are_refused() {
    check_refused(
        "### a\n1. b\n\n- c\n  1. d\n  - e\n    - f\n",
        &[
            "mau.md:2:1: lỗi[danh-sach-qua-sau]: dưới điểm a), b), c) không còn cấp đánh số (gợi \
             ý: dùng gạch đầu dòng (- …) dưới điểm)",
            "mau.md:5:3: lỗi[danh-sach-duoi-gach]: dưới gạch đầu dòng không có danh sách đánh số \
             (gợi ý: dùng dấu cộng: danh sách (- …) thụt vào dưới gạch đầu dòng sẽ in là +)",
            "mau.md:7:5: lỗi[gach-qua-sau]: gạch đầu dòng chỉ có hai cấp: - và + (gợi ý: gộp cấp \
             thứ ba vào câu của cấp trên)",
        ],
    );
}

#[test]
fn what_paper_cannot_show_is_refused() {
    check_refused(
        "> a\n\n`b` ![c](d) [e](f) ~~g~~ <i>h</i> k[^1]\n\n```\nl\n```\n\n<div>\n\n- [ ] m\n\n[^1]: n\n\n[o]: p\n\nx * y\n",
        &[
            "mau.md:15:1: lỗi[lien-ket]: văn bản giấy không có liên kết (gợi ý: bỏ dòng này, viết \
             địa chỉ thành chữ ở chỗ cần dùng)",
            "mau.md:1:1: lỗi[doan-trich]: văn bản không có đoạn trích bằng dấu > (gợi ý: bỏ dấu > ở \
             đầu dòng; trích lời thì đặt trong ngoặc kép “ ”)",
            "mau.md:3:1: lỗi[doan-ma]: văn bản không có đoạn mã (chữ trong dấu ` hoặc dòng thụt vào \
             bốn dấu cách) (gợi ý: bỏ dấu cách ở đầu dòng; muốn in dấu ` thì viết \\`)",
            "mau.md:3:5: lỗi[hinh-anh]: nội dung không nhận hình ảnh (gợi ý: bỏ hình; muốn in dấu ! \
             trước ngoặc vuông thì viết \\!\\[)",
            "mau.md:3:13: lỗi[lien-ket]: văn bản giấy không có liên kết (gợi ý: viết địa chỉ thành \
             chữ; muốn in ngoặc vuông thì viết \\[ và \\])",
            "mau.md:3:20: lỗi[chu-gach-ngang]: văn bản không có chữ gạch ngang (gợi ý: bỏ hẳn chữ \
             đó; muốn in dấu ~ thì viết \\~)",
            "mau.md:3:26: lỗi[the-html]: văn bản không dùng thẻ HTML (gợi ý: muốn in dấu < thì viết \
             \\<; ngắt dòng thì đặt \\ ở cuối dòng; chữ đậm thì viết **chữ**)",
            "mau.md:3:30: lỗi[the-html]: văn bản không dùng thẻ HTML (gợi ý: muốn in dấu < thì viết \
             \\<; ngắt dòng thì đặt \\ ở cuối dòng; chữ đậm thì viết **chữ**)",
            "mau.md:3:36: lỗi[chu-thich-chan-trang]: văn bản không có chú thích chân trang (gợi ý: \
             viết chú thích trong ngoặc đơn ngay sau chữ cần chú thích)",
            "mau.md:5:1: lỗi[doan-ma]: văn bản không có đoạn mã (chữ trong dấu ` hoặc dòng thụt vào \
             bốn dấu cách) (gợi ý: bỏ dấu cách ở đầu dòng; muốn in dấu ` thì viết \\`)",
            "mau.md:9:1: lỗi[the-html]: văn bản không dùng thẻ HTML (gợi ý: muốn in dấu < thì viết \
             \\<; ngắt dòng thì đặt \\ ở cuối dòng; chữ đậm thì viết **chữ**)",
            "mau.md:11:3: lỗi[o-danh-dau]: danh sách không có ô đánh dấu [ ] (gợi ý: bỏ [ ]; muốn \
             in ngoặc vuông thì viết \\[ và \\])",
            "mau.md:13:1: lỗi[chu-thich-chan-trang]: văn bản không có chú thích chân trang (gợi ý: \
             viết chú thích trong ngoặc đơn ngay sau chữ cần chú thích)",
            "mau.md:17:3: lỗi[dau-sao-le]: dấu * này không mở hay đóng chữ đậm, chữ nghiêng nào (gợi \
             ý: muốn in dấu sao thì viết \\*; muốn chữ đậm thì đặt ** sát chữ, phía ngoài là dấu \
             cách)",
        ],
    );
}

#[test]
fn entries_stand_one_a_line() {
    let source = "- UBND tỉnh (b/c);\n\n  Sở **Nội vụ**\n";
    let (entries, diagnostics) = parse_lines(source, &place_in(source));
    assert!(diagnostics.is_empty());
    let entries: Vec<String> = entries.iter().map(inline_text).collect();
    assert_eq!(entries, ["UBND tỉnh (b/c);", "Sở **Nội vụ**"]);
}

#[test]
fn a_line_takes_no_heading() {
    let source = "a\n- # b\n";
    let (entries, diagnostics) = parse_lines(source, &place_in(source));
    assert_eq!(entries.len(), 1);
    assert_eq!(
        diagnostics[0].to_string(),
        "mau.md:2:3: lỗi[khong-phai-mot-dong]: chỗ này chỉ nhận một dòng chữ, không nhận đề mục, \
         danh sách, bảng hay nhiều đoạn (gợi ý: viết mỗi mục trên một dòng; chữ đầu dòng trùng ký \
         hiệu (#, -, 1.) thì đặt \\ phía trước)"
    );
}

#[test]
fn running_text_may_span_lines() {
    let (text, diagnostics) = parse_text("\n Kế\nhoạch \n", &|_| Place::Nowhere);
    assert!(diagnostics.is_empty());
    assert_eq!(inline_text(&text), "Kế hoạch");
}

#[test]
fn deep_nesting_is_refused_without_harm() {
    let source = "- ".repeat(5000) + "a";
    let (_, diagnostics) = parse(&source, &|_| Place::Nowhere);
    assert!(diagnostics.iter().any(|found| found.code == "gach-qua-sau"));
}
