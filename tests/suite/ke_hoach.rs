//! The built-in Kế hoạch gives the words of a real plan, line for line, out of its data.

use serde_json::{Value, json};

use crate::project::repository;

use vanthu::data;
use vanthu::diag::Place;
use vanthu::document::body::{Block, Body, Level};
use vanthu::document::dump::dump;
use vanthu::markup;
use vanthu::template::{Component, Engine, Rendered, builtin};

const SEED: &str = include_str!("../seed/ke-hoach-van-ninh-2024.txt");

/// What templates see of the shipped dossier.
fn context() -> Value {
    let folder = repository().join("data/van-ninh-2024");
    let (dossier, findings) = data::load(&folder);
    assert!(findings.is_empty(), "{findings:?}");
    dossier.unwrap().context("ke_hoach", &|_| true).unwrap()
}

fn render(context: &Value) -> Rendered {
    let (engine, diagnostics) = Engine::new(builtin::TEMPLATES, Vec::new());
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    let (rendered, diagnostics) = engine.render("ke-hoach", context);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    rendered
}

fn body(rendered: &Rendered, component: Component) -> Body {
    let text = rendered.text(component);
    let (body, diagnostics) = markup::parse(text, &|at| rendered.locate(component, at));
    assert!(diagnostics.is_empty(), "{diagnostics:?}\n{text}");
    body
}

fn line(rendered: &Rendered, component: Component) -> String {
    let (text, diagnostics) = markup::parse_text(rendered.text(component), &|_| Place::Nowhere);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    text.to_plain()
}

fn lines(rendered: &Rendered, component: Component) -> Vec<String> {
    let (entries, diagnostics) = markup::parse_lines(rendered.text(component), &|_| Place::Nowhere);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    entries.iter().map(|entry| entry.to_plain()).collect()
}

/// The printed lines of a body: label and words, parts in capitals.
fn printed(body: &Body) -> Vec<String> {
    body.blocks
        .iter()
        .map(|placed| match &placed.block {
            Block::Item(item) if item.level == Level::Roman => {
                format!("{} {}", item.label, item.content.to_plain().to_uppercase())
            }
            Block::Item(item) => format!("{} {}", item.label, item.content.to_plain()),
            Block::Paragraph(text) => text.to_plain(),
            other => panic!("{other:?}"),
        })
        .collect()
}

fn words(line: &str) -> Vec<&str> {
    line.split_whitespace().collect()
}

#[test]
fn the_seed_comes_back_word_for_word() {
    let rendered = render(&context());
    let mut ours = vec![
        line(&rendered, Component::Kind).to_uppercase(),
        line(&rendered, Component::Subject),
    ];
    ours.extend(printed(&body(&rendered, Component::Body)));
    let theirs: Vec<&str> = SEED
        .lines()
        .take_while(|line| !line.starts_with("Nơi nhận"))
        .filter(|line| !line.trim().is_empty())
        .collect();
    for (ours, theirs) in ours.iter().zip(&theirs) {
        // The program closes the text with `./.`, for which the original has `. /`.
        let theirs = theirs.trim_end_matches(" /");
        let theirs = match theirs.strip_suffix("đạt kết quả tốt.") {
            Some(_) if theirs.starts_with("UBND") => theirs.trim_end_matches('.'),
            _ => theirs,
        };
        assert_eq!(words(ours), words(theirs));
    }
    assert_eq!(ours.len(), theirs.len());
}

#[test]
fn recipients_and_file_name_come_from_the_data() {
    let rendered = render(&context());
    assert_eq!(line(&rendered, Component::FileStem), "ke-hoach");
    assert!(lines(&rendered, Component::Bases).is_empty());
    assert!(rendered.text(Component::Annexes).is_empty());
    let theirs: Vec<&str> = SEED
        .lines()
        .skip_while(|line| !line.starts_with("Nơi nhận"))
        .filter_map(|line| line.strip_prefix("- "))
        .filter(|line| !line.starts_with("Lưu"))
        .map(|line| line.trim_end_matches(';'))
        .collect();
    assert_eq!(lines(&rendered, Component::Recipients), theirs);
}

#[test]
fn titles_and_running_text_are_told_apart() {
    let rendered = render(&context());
    let titled: Vec<String> = body(&rendered, Component::Body)
        .blocks
        .iter()
        .filter_map(|placed| match &placed.block {
            Block::Item(item) if item.titled && item.level != Level::Roman => {
                Some(format!("{} {}", item.label, item.content.to_plain()))
            }
            _ => None,
        })
        .collect();
    assert_eq!(
        titled,
        [
            "1. Mục đích",
            "2. Yêu cầu",
            "1. Thành phần mời dự Hội nghị: Dự kiến khoảng 325 đại biểu",
            "a) Cấp tỉnh",
            "b) Cấp huyện",
            "c) Cấp xã:",
            "4. Kinh phí tổ chức Hội nghị.",
            "1. Phòng Nội vụ.",
            "3. Trung tâm Văn hóa - Thông tin và Thể thao huyện",
        ]
    );
}

#[test]
fn parts_without_data_leave_no_heading_and_numbers_close_up() {
    let mut context = context();
    context["su_kien"] = json!({
        "ten": "Lễ phát động", "ten_goi": "Lễ phát động", "ngay": "05/02/2026", "gio": "07:30",
        "thoi_luong": null, "dia_diem": null, "dia_chi": null, "so_dai_bieu": null,
        "chuong_trinh": [], "thanh_phan": []
    });
    context["ke_hoach"] = json!({
        "thuc_hien": null, "muc_dich": ["Một."], "yeu_cau": [], "kinh_phi": null, "phan_cong": [],
        "tham_luan": null, "trieu_tap": false,
        "phan_them": [{ "tieu_de": "Tuyên truyền", "doan": ["Đoạn."], "khoan": [
            { "tieu_de": "Nội dung", "doan": [], "y": ["A."] },
            { "tieu_de": null, "doan": ["Các trường."], "y": [] }
        ] }],
        "phu_luc": []
    });
    assert_eq!(
        dump(&body(&render(&context), Component::Body)),
        "¶ UBND huyện Vạn Ninh xây dựng Kế hoạch tổ chức Lễ phát động, gồm những nội dung sau:\n\
         I.! Mục đích\n\
         1. Một.\n\
         II.! Thời gian tổ chức Lễ phát động\n\
         1. Thời gian tổ chức Lễ phát động: dự kiến tổ chức vào ngày 05/02/2026 (có Giấy \
         mời sau).\n\
         III.! Tuyên truyền\n\
         ¶ Đoạn.\n\
         1.! Nội dung\n\
         a) A.\n\
         2. Các trường.\n\
         ¶ UBND huyện đề nghị các cơ quan, đơn vị, địa phương có liên quan triển khai, phối hợp thực \
         hiện các nội dung Kế hoạch để Lễ phát động đạt kết quả tốt"
    );
}

#[test]
fn bases_take_in_what_is_carried_out() {
    let mut context = context();
    context["van_ban"]["can_cu"] = json!(["Căn cứ Luật Thi đua, khen thưởng", "Căn cứ | lạ"]);
    let rendered = render(&context);
    let bases = lines(&rendered, Component::Bases);
    assert_eq!(bases.len(), 3);
    assert_eq!(bases[1], "Căn cứ | lạ");
    assert!(bases[2].starts_with("Thực hiện Công văn 3519/SNV-TĐKT"));
    let first = printed(&body(&rendered, Component::Body)).swap_remove(0);
    assert!(first.starts_with("UBND huyện Vạn Ninh xây dựng"), "{first}");
}

#[test]
fn annexes_come_with_their_tables_and_the_text_refers_to_them() {
    let mut context = context();
    context["ke_hoach"]["phu_luc"] = json!([{
        "tieu_de": "Phân công {nhiệm vụ}", "ngang": true, "doan": ["Lời dẫn."],
        "bang": {
            "cot": [
                { "ten": "STT", "rong": 1, "can": "giua" },
                { "ten": "Việc", "rong": 7, "can": "trai" },
                { "ten": "Tiền", "rong": null, "can": "phai" }
            ],
            "hang": [
                { "nhom": "I. Trước Hội nghị", "o": [] },
                { "nhom": null, "o": ["1", "Ban hành | *Kế hoạch*", ""] },
                { "nhom": "II. Sau", "o": [] },
                { "nhom": null, "o": ["", "", ""] }
            ]
        }
    }]);
    let rendered = render(&context);
    assert_eq!(
        dump(&body(&rendered, Component::Annexes)),
        "[Phụ lục ngang] Phân công {nhiệm vụ}\n\
         ¶ Lời dẫn.\n\
         [bảng] giữa 3, trái 21, phải 3\n  \
         đầu: STT | Việc | Tiền\n  \
         nhóm: I. Trước Hội nghị\n  \
         hàng: 1 | Ban hành | *Kế hoạch* | \n  \
         nhóm: II. Sau\n  \
         hàng:  |  | "
    );
    let printed = printed(&body(&rendered, Component::Body));
    assert_eq!(
        printed[printed.len() - 2],
        "(Chi tiết tại Phụ lục kèm theo)."
    );
}

#[test]
fn an_offices_own_notice_needs_no_program_change() {
    let text = include_str!("../../data/xa-binh-mau-2026/mau/thong-bao.md");
    let own = vec![(
        "thong-bao.md".to_string(),
        "mau/thong-bao.md".into(),
        text.to_string(),
    )];
    let (engine, diagnostics) = Engine::new(builtin::TEMPLATES, own);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    let mut context = context();
    context["co_quan"]["ten_goi"] = json!("UBND xã");
    context["su_kien"] = json!({ "ten": "Lễ phát động", "ten_goi": "Lễ", "ngay": "23/01/2026", "gio": "07:30", "dia_diem": "Hội trường" });
    context["du_lieu"] = json!({
        "tu_gio": "06:30", "den_gio": "11:30", "lien_he": null,
        "khu_vuc": [{ "ten": "Sân vận động", "doi_tuong": "Xe ô tô", "suc_chua": 60 }],
        "luu_y": ["Không đỗ xe trên đường"]
    });
    let (rendered, diagnostics) = engine.render("thong-bao", &context);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    assert_eq!(line(&rendered, Component::Kind), "Thông báo");
    assert_eq!(
        dump(&body(&rendered, Component::Body)),
        "¶ Để phục vụ Lễ phát động tổ chức vào 07 giờ 30, thứ Sáu, ngày 23 tháng 01 năm 2026 tại Hội \
         trường, UBND xã thông báo việc bố trí bãi đỗ xe như sau:\n\
         1.! Khu vực đỗ xe\n\
         [bảng] giữa 1, trái 5, trái 9, giữa 2\n  \
         đầu: STT | Khu vực | Đối tượng | Số xe\n  \
         hàng: 1 | Sân vận động | Xe ô tô | 60\n\
         2.! Thời gian nhận giữ xe\n\
         ¶ Từ 06 giờ 30 đến 11 giờ 30, ngày 23 tháng 01 năm 2026.\n\
         3.! Lưu ý\n\
         - Không đỗ xe trên đường.\n\
         ¶ UBND xã đề nghị các cơ quan, đơn vị, thôn và đại biểu biết, thực hiện"
    );
}
