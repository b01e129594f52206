//! Giấy khen and bằng chứng nhận: every text where the layout and the blank say, fitted and never
//! cut, with the numbers of the decision.

use crate::placed::{Page, Word, read};
use crate::project::{Project, Run, starter};
use crate::read_back::paragraphs;

/// How far a text may stand from its place, in millimetres.
pub(crate) const NEAR: f64 = 0.2;

const AWARDS: &str = "\
STT,Phân loại,Xưng hô,Họ và tên,Chức vụ,Đơn vị công tác,Danh hiệu,Thành tích
1,Cá nhân,Bà,Lê Thị Giả Định,Trưởng thôn,Thôn Hai,Giấy khen,Đã có thành tích xuất sắc trong phong trào thi đua năm 2025
2,Cá nhân,Ông,Trần Văn Ví Dụ,Công chức,Phòng Kinh tế,Chiến sĩ thi đua cơ sở,Hoàn thành xuất sắc nhiệm vụ năm 2025
3,Cá nhân,Ông,Lý Văn Thí Điểm,Công chức,Phòng Kinh tế,Lao động tiên tiến,Hoàn thành tốt nhiệm vụ năm 2025
4,Tập thể,,Thôn Một,,,Giấy khen,Dẫn đầu phong trào thi đua năm 2025
5,Hộ gia đình,Bà,Hộ bà Mai Thị Mẫu,,Thôn Một,Giấy khen,Gia đình tiêu biểu năm 2025
";

/// The starter dossier with awards, a decision, and what else stands under `giay_khen`.
pub(crate) fn project(awards: &str, certificates: &str) -> Project {
    starter()
        .file("khen-thuong.csv", awards)
        .replace(
            "ho-so.yaml",
            "\nsu_kien:\n",
            &format!("\nkhen_thuong: khen-thuong.csv\n\ngiay_khen:\n{certificates}\nsu_kien:\n"),
        )
        .replace(
            "ho-so.yaml",
            "van_ban:\n",
            "van_ban:\n  quyet_dinh_khen_thuong:\n    so: 25\n    ngay: 05/02/2026\n    \
             ky: chu_tich\n",
        )
}

const BOTH: &str = "  giay_khen: {}\n  chung_nhan: {}\n";

fn build(project: &Project, only: &str) -> Run {
    project.run(&["build", ".", "--only", only])
}

/// The first page of a PDF.
pub(crate) fn page(project: &Project, name: &str) -> Page {
    read(&project.bytes(&format!("ket-qua/{name}.pdf"))).remove(0)
}

/// A line of text; lengths in millimetres.
#[derive(Debug)]
pub(crate) struct Text {
    pub(crate) words: String,
    pub(crate) left: f64,
    pub(crate) right: f64,
    pub(crate) y: f64,
}

/// The texts of a page: words of one baseline that stand near each other.
pub(crate) fn texts(page: &Page) -> Vec<Text> {
    let mut texts: Vec<Text> = Vec::new();
    for Word {
        text, x, right, y, ..
    } in &page.words
    {
        let [x, right, y] = [x, right, y].map(|points| points * 25.4 / 72.0);
        match texts.last_mut() {
            Some(last) if (last.y - y).abs() < 0.1 && x - last.right < 8.0 => {
                last.words.push(' ');
                last.words.push_str(text);
                last.right = right;
            }
            Some(_) | None => texts.push(Text {
                words: text.clone(),
                left: x,
                right,
                y,
            }),
        }
    }
    texts
}

pub(crate) fn find<'a>(texts: &'a [Text], words: &str) -> &'a Text {
    let mut found = texts.iter().filter(|text| text.words == words);
    let text = found
        .next()
        .unwrap_or_else(|| panic!("no {words:?} in {texts:#?}"));
    assert!(found.next().is_none(), "{words:?} twice");
    text
}

/// A text stands with its middle, or its left end, at a place.
fn check_place(texts: &[Text], words: &str, middle: bool, (x, y): (f64, f64)) {
    let text = find(texts, words);
    let at = match middle {
        true => (text.left + text.right) / 2.0,
        false => text.left,
    };
    assert!((at - x).abs() < NEAR, "{words}: x {at}, not {x}");
    assert!((text.y - y).abs() < NEAR, "{words}: y {}, not {y}", text.y);
}

/// Every text of a certificate on white paper, whether its middle is placed, and where: the figures
/// of data/giay-khen/giay-khen.yaml.
const WHOLE: [(&str, bool, (f64, f64)); 13] = [
    ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", true, (148.5, 46.0)),
    ("Độc lập - Tự do - Hạnh phúc", true, (148.5, 53.0)),
    ("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ HOA SEN", true, (148.5, 70.0)),
    ("TẶNG", true, (148.5, 80.0)),
    ("GIẤY KHEN", true, (148.5, 99.0)),
    ("Bà: LÊ THỊ GIẢ ĐỊNH", true, (148.5, 115.5)),
    ("Trưởng thôn, Thôn Hai", true, (148.5, 126.0)),
    (
        "Đã có thành tích xuất sắc trong phong trào thi đua năm 2025",
        true,
        (148.5, 138.0),
    ),
    ("Hoa Sen, ngày 05 tháng 02 năm 2026", true, (215.0, 159.0)),
    ("CHỦ TỊCH", true, (215.0, 166.0)),
    ("Nguyễn Văn Thí Dụ", true, (215.0, 196.0)),
    (
        "Quyết định số 25/QĐ-UBND ngày 05 tháng 02 năm 2026",
        false,
        (32.0, 190.0),
    ),
    ("Số sổ vàng: 05", false, (32.0, 196.0)),
];

const MERIT: &str = "giay-khen-005-le-thi-gia-dinh";

#[test]
fn every_text_stands_where_the_layout_says() {
    let project = project(AWARDS, BOTH);
    build(&project, "giay_khen").succeeds();
    let page = page(&project, MERIT);
    let texts = texts(&page);
    for (words, middle, place) in WHOLE {
        check_place(&texts, words, middle, place);
    }
    assert_eq!(texts.len(), WHOLE.len(), "{texts:#?}");
    // The rule under Tiêu ngữ is as long as its text and 2 mm below it.
    let [rule] = &page.rules[..] else {
        panic!("one rule: {:?}", page.rules);
    };
    let motto = find(&texts, "Độc lập - Tự do - Hạnh phúc");
    let [at, from, to] = [rule.at, rule.from, rule.to].map(|points| points * 25.4 / 72.0);
    assert!((at - 55.0).abs() < NEAR, "{at}");
    assert!((from - motto.left).abs() < NEAR && (to - motto.right).abs() < NEAR);
}

#[test]
fn the_docx_holds_the_same_texts_in_order() {
    let project = project(AWARDS, BOTH);
    build(&project, "giay_khen").succeeds();
    let docx = project.bytes(&format!("ket-qua/{MERIT}.docx"));
    assert_eq!(paragraphs(&docx), WHOLE.map(|(words, _, _)| words));
}

#[test]
fn a_blank_and_its_printer_move_texts_by_just_what_they_say() {
    let blank = "ten: Phôi\nlech_x: 3\nlech_y: -2\nti_le_x: 99\nti_le_y: 101.5\n\
                 in_san: [quoc_hieu, tieu_ngu, loi_tang, hinh_thuc]\n\
                 truong:\n  thanh_tich: { x: 60, y: 140, can: trai, co: 14 }\n";
    let project = project(AWARDS, "  giay_khen: { phoi: phoi.yaml }\n").file("phoi.yaml", blank);
    build(&project, "giay_khen").succeeds();
    let page = page(&project, MERIT);
    let texts = texts(&page);
    let printed = WHOLE
        .into_iter()
        .filter(|(words, _, _)| ![WHOLE[0].0, WHOLE[1].0, WHOLE[3].0, WHOLE[4].0].contains(words));
    let moved = |(x, y): (f64, f64)| (x * 0.99 + 3.0, y * 1.015 - 2.0);
    for (words, middle, place) in printed {
        match words == WHOLE[7].0 {
            true => check_place(&texts, words, false, moved((60.0, 140.0))),
            false => check_place(&texts, words, middle, moved(place)),
        }
    }
    assert_eq!(texts.len(), 9, "{texts:#?}");
    assert!(page.rules.is_empty(), "{:?}", page.rules);
}

#[test]
fn a_blank_that_is_fed_the_other_way_round_turns_the_page() {
    let project = project(AWARDS, "  giay_khen: { phoi: phoi.yaml }\n")
        .file("phoi.yaml", "ten: Phôi\nlech_x: 1\nxoay: 180\n");
    build(&project, "giay_khen").succeeds();
    let page = page(&project, MERIT);
    let word = |text: &str| {
        let mut words = page.words.iter();
        words.find(|word| word.text == text).expect("the word")
    };
    // Read from the turned sheet, the page is as ever.
    let (first, last) = (word("GIẤY"), word("KHEN"));
    let middle = 297.0 - (first.x + last.right) / 2.0 * 25.4 / 72.0;
    let y = 210.0 - first.y * 25.4 / 72.0;
    assert!(first.x > last.right, "the text runs to the left");
    assert!((middle - 149.5).abs() < NEAR, "{middle}");
    assert!((y - 99.0).abs() < NEAR, "{y}");
}

#[test]
fn titles_get_their_own_certificate_and_money_none() {
    let project = project(AWARDS, BOTH);
    let run = build(&project, "giay_khen,chung_nhan").succeeds();
    assert!(
        run.out().starts_with(
            "giay_khen: 3 dòng được chọn, 3 bản, 3 trang; 6 tệp đã tạo, 0 tệp như cũ\n\
             giay_khen: số dòng, số bản và số trang khớp nhau\n\
             chung_nhan: 1 dòng được chọn, 1 bản, 1 trang; 2 tệp đã tạo, 0 tệp như cũ\n"
        ),
        "{}",
        run.out()
    );
    let texts = texts(&page(&project, "chung-nhan-003-tran-van-vi-du"));
    check_place(&texts, "TẶNG DANH HIỆU", true, (148.5, 80.0));
    check_place(&texts, "CHIẾN SĨ THI ĐUA CƠ SỞ", true, (148.5, 97.0));
    check_place(&texts, "Số sổ vàng: 03", false, (32.0, 196.0));
}

#[test]
fn the_file_for_print_follows_the_list_of_the_decision() {
    let project = project(AWARDS, BOTH);
    build(&project, "giay_khen").succeeds();
    let pages = read(&project.bytes("ket-qua/giay-khen-in-chung.pdf"));
    let names: Vec<String> = pages
        .iter()
        .map(|page| {
            let mut texts = texts(page).into_iter();
            texts
                .find(|text| (text.y - 115.5).abs() < NEAR)
                .expect("a name")
                .words
        })
        .collect();
    assert_eq!(
        names,
        [
            "Tập thể: THÔN MỘT",
            "HỘ BÀ MAI THỊ MẪU",
            "Bà: LÊ THỊ GIẢ ĐỊNH"
        ]
    );
    let books: Vec<String> = pages
        .iter()
        .flat_map(texts)
        .filter(|text| text.words.starts_with("Số sổ vàng"))
        .map(|text| text.words)
        .collect();
    assert_eq!(
        books,
        ["Số sổ vàng: 01", "Số sổ vàng: 02", "Số sổ vàng: 05"]
    );
}

#[test]
fn a_draft_leaves_blanks() {
    let project = project(AWARDS, BOTH).replace(
        "ho-so.yaml",
        "    so: 25\n    ngay: 05/02/2026\n",
        "    so:\n    ngay: 02/2026\n",
    );
    build(&project, "giay_khen").succeeds();
    let page = page(&project, MERIT);
    let words: Vec<&str> = page.words.iter().map(|word| word.text.as_str()).collect();
    assert!(words.contains(&"/QĐ-UBND"), "{words:?}");
    let texts = texts(&page);
    check_place(
        &texts,
        "Hoa Sen, ngày tháng 02 năm 2026",
        true,
        (215.0, 159.0),
    );
    // What the decision is not called yet, nobody knows; the place in its list is known.
    find(&texts, "Số sổ vàng: 05");
}

#[test]
fn what_does_not_fit_names_its_cell_and_the_others_are_made() {
    let long = "Tổ chức thực hiện ".repeat(40);
    let awards = AWARDS.replace("Dẫn đầu phong trào thi đua năm 2025", &long);
    let project = project(&awards, BOTH);
    let text = long.trim();
    let message = format!(
        "“{text}” không vừa trường thanh_tich: ở cỡ chữ nhỏ nhất 12 vẫn cần 6 dòng, chỉ có 4"
    );
    build(&project, "giay_khen").ends_with(1).mentions(&format!(
        "lỗi[khong-vua-khung]: {message}\n--> khen-thuong.csv, dòng 5, cột “Thành tích”\n"
    ));
    let names = project.names("ket-qua");
    let certificates = names.iter().filter(|name| name.ends_with(".docx"));
    assert_eq!(certificates.count(), 2, "{names:?}");
    assert!(project.read("ket-qua/loi.csv").contains(&message));
}

#[test]
fn a_form_of_address_is_never_guessed() {
    let awards = AWARDS.replace("1,Cá nhân,Bà,Lê Thị", "1,Cá nhân,,Lê Thị");
    let project = project(&awards, BOTH);
    build(&project, "giay_khen").succeeds().mentions(
        "lưu ý[giay-khen-thieu-xung-ho]: chưa ghi xưng hô của Lê Thị Giả Định; giấy khen chỉ in \
         họ tên\n--> khen-thuong.csv, dòng 2, cột “Xưng hô”\n",
    );
    let texts = texts(&page(&project, MERIT));
    check_place(&texts, "LÊ THỊ GIẢ ĐỊNH", true, (148.5, 115.5));
}

#[test]
fn certificates_need_a_table_and_a_decision() {
    let whole = project(AWARDS, BOTH);
    let without_decision = whole.replace("ho-so.yaml", "  quyet_dinh_khen_thuong:", "  to_trinh:");
    build(&without_decision, "giay_khen")
        .ends_with(1)
        .mentions("lỗi[thieu-quyet-dinh]: giấy khen cần quyết định khen thưởng trong hồ sơ\n");
    let without_table =
        project(AWARDS, BOTH).replace("ho-so.yaml", "\nkhen_thuong: khen-thuong.csv\n", "\n");
    build(&without_table, "giay_khen")
        .ends_with(1)
        .mentions("lỗi[thieu-bang]: giấy khen giay_khen cần bảng khen thưởng\n");
}

#[test]
fn the_doubt_about_the_form_is_told_from_its_day_on() {
    let doubt = "lưu ý[mau-can-kiem-tra]: cần kiểm tra mẫu “Giấy khen”: từ 01/7/2025";
    let project = project(AWARDS, BOTH);
    build(&project, "giay_khen").succeeds().mentions(doubt);
}

#[test]
fn awards_whose_certificate_nobody_prints_are_told() {
    let said = |certificates: &str| {
        let run = project(AWARDS, certificates).run(&["check", "."]);
        run.report().contains("[bang-chua-in]")
    };
    assert!(!said(BOTH));
    let run = project(AWARDS, "  giay_khen: {}\n").run(&["check", "."]);
    run.mentions("nên xem[bang-chua-in]: 01 tập thể, cá nhân được khen có bằng nhưng không mục nào dưới giay_khen in bằng ấy: dòng ")
        .mentions(" = gợi ý: thêm mục, thí dụ: chung_nhan: { mau: chung-nhan }; nếu in ở nơi khác thì bỏ qua\n");
}
