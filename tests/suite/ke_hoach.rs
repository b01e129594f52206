//! The built-in Kế hoạch gives the words of a real plan, line for line, out of its data.

#![allow(missing_docs, clippy::unwrap_used)]

use serde_json::{Value, json};

use vanthu::diag::Place;
use vanthu::document::body::{Block, Body, Level};
use vanthu::document::dump::dump;
use vanthu::markup;
use vanthu::template::{Component, Engine, Rendered, builtin};

const SEED: &str = include_str!("seed/ke-hoach-van-ninh-2024.txt");

fn event() -> Value {
    json!({
        "ten": "Hội nghị tổng kết phong trào thi đua yêu nước năm 2023 và phát động phong trào thi đua yêu nước năm 2024",
        "ten_goi": "Hội nghị",
        "ngay": "22/3/2024",
        "gio": null,
        "thoi_luong": "1 buổi",
        "dia_diem": "Hội trường huyện Vạn Ninh",
        "dia_chi": "Số 366, đường Hùng Vương, thị trấn Vạn Giã",
        "so_dai_bieu": 325,
        "chuong_trinh": [
            "Chương trình văn nghệ.",
            "Tuyên bố lý do, giới thiệu đại biểu.",
            "Phát biểu khai mạc.",
            "Báo cáo đánh giá tổng kết phong trào thi đua yêu nước năm 2023, phương hướng nhiệm vụ năm 2024 huyện Vạn Ninh.",
            "Báo cáo tham luận của các tập thể điển hình tiên tiến (Dự kiến 03 tập thể).",
            "Công bố, khen thưởng các tập thể và cá nhân có thành tích xuất sắc trong phong trào thi đua yêu nước năm 2023.",
            "Phát biểu chỉ đạo của Lãnh đạo tỉnh.",
            "Phát động phong trào thi đua yêu nước năm 2024 và bế mạc Hội nghị."
        ],
        "thanh_phan": [
            { "nhom": "Cấp tỉnh", "khach": [
                "Lãnh đạo UBND tỉnh.",
                "Lãnh đạo Sở Nội vụ; Lãnh đạo và công chức Phòng Thi đua - Khen thưởng tỉnh."
            ] },
            { "nhom": "Cấp huyện", "khach": [
                "Thường trực Huyện ủy.",
                "Thường trực HĐND và Lãnh đạo UBND huyện.",
                "Lãnh đạo Ủy ban Mặt trận Tổ quốc Việt Nam huyện, Lãnh đạo Hội Cựu chiến binh huyện, Lãnh đạo Hội Liên hiệp Phụ nữ huyện, Lãnh đạo Hội Nông dân huyện, Lãnh đạo Đoàn Thanh niên Cộng sản Hồ Chí Minh huyện, Lãnh đạo Liên Đoàn lao động huyện.",
                "Lãnh đạo các cơ quan tham mưu, giúp việc Huyện ủy; Lãnh đạo Trung tâm chính trị huyện.",
                "Lãnh đạo và cán bộ, công chức, viên chức phụ trách lĩnh vực thi đua, khen thưởng của các đơn vị thành viên Khối thi đua thuộc huyện Vạn Ninh.",
                "Trung tâm Văn hóa - Thông tin và Thể thao huyện tham dự và đưa tin."
            ] },
            { "nhom": "Cấp xã:", "khach": [
                "Bí thư Đảng ủy, Chủ tịch HĐND, Chủ tịch UBND, Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam, cán bộ, công chức phụ trách công tác thi đua, khen thưởng các xã, thị trấn."
            ] },
            { "nhom": "Đại diện các tập thể và cá nhân điển hình tiên tiến được khen thưởng.", "khach": [] }
        ]
    })
}

fn plan() -> Value {
    json!({
        "thuc_hien": "Công văn 3519/SNV-TĐKT ngày 19/10/2023 của Sở Nội vụ tỉnh Khánh Hòa về việc hướng dẫn tổng kết phong trào thi đua, công tác khen thưởng năm 2023 và ký kết giao ước thi đua năm 2024",
        "muc_dich": [
            "Tổng kết, đánh giá đúng kết quả và tác dụng của phong trào thi đua yêu nước, chỉ ra những tồn tại, hạn chế cần khắc phục, đề ra phương hướng nhằm đẩy mạnh phong trào thi đua yêu nước và công tác khen thưởng trong năm 2024 và những năm tiếp theo.",
            "Biểu dương, khen thưởng các tập thể, cá nhân điển hình tiên tiến tiêu biểu xuất sắc của các cơ quan, đơn vị, địa phương trên địa bàn huyện trong phong trào thi đua yêu nước.",
            "Phát động phong trào thi đua năm 2024, tạo khí thế thi đua sôi nổi để thực hiện thắng lợi các mục tiêu, nhiệm vụ phát triển kinh tế - xã hội huyện Vạn Ninh năm 2024, lập thành tích chào mừng kỷ niệm 70 năm Chiến thắng Điện Biên Phủ (7/5/1954 - 7/5/2024); 80 năm Ngày thành lập ngày thành lập Quân đội nhân dân Việt Nam (22/12/1944 - 22/12/2024) và 35 năm Ngày hội Quốc phòng toàn dân (22/12/1989 - 22/12/2024)."
        ],
        "yeu_cau": [
            "Việc tổ chức Hội nghị tổng kết phong trào thi đua yêu nước năm 2023 và phát động phong trào thi đua yêu nước năm 2024 đảm bảo thiết thực, hiệu quả, thực hành tiết kiệm, tránh phô trương, hình thức.",
            "Việc phát động phong trào thi đua phải trọng tâm, gắn với mục tiêu, nhiệm vụ phát triển kinh tế - xã hội năm 2024 của huyện.",
            "Các cơ quan, đơn vị, địa phương phối hợp chặt chẽ, chuẩn bị chu đáo các nội dung, điều kiện cần thiết để phục vụ tổ chức Hội nghị đảm bảo trang trọng."
        ],
        "kinh_phi": "từ nguồn Quỹ Thi đua - Khen thưởng hằng năm của huyện",
        "phan_cong": [
            { "don_vi": "Phòng Nội vụ.", "doan": null, "lam": null, "viec": [
                "Chuẩn bị tài liệu, nước uống cho đại biểu tham dự Hội nghị.",
                "Phối hợp với Văn phòng HĐND và UBND huyện chuẩn bị nội dung và các điều kiện cần thiết khác để tổ chức Hội nghị đạt kết quả tốt."
            ] },
            { "don_vi": "Văn phòng HĐND và UBND huyện", "viec": [], "doan": null,
              "lam": "bố trí Hội trường, âm thanh, phối hợp với Phòng Nội vụ ban hành Giấy mời gửi đại biểu tham dự Hội nghị, bố trí người phục vụ công tác khen thưởng." },
            { "don_vi": "Trung tâm Văn hóa - Thông tin và Thể thao huyện", "viec": [], "lam": null,
              "doan": "Chủ trì, phối hợp với Phòng Nội vụ xây dựng chương trình văn nghệ (05 tiết mục) phục vụ cho Hội nghị, lập dự trù kinh phí gửi Phòng Nội vụ tổng hợp." }
        ],
        "tham_luan": {
            "don_vi": ["Cơ quan Ủy ban Kiểm tra Huyện ủy", "Phòng Kinh tế huyện", "Ủy ban nhân dân xã Xuân Sơn"],
            "phut": [5, 7],
            "nop_truoc": 5,
            "nop_ve": "UBND huyện (qua Phòng Nội vụ)"
        },
        "trieu_tap": true,
        "phan_them": [],
        "phu_luc": []
    })
}

fn context() -> Value {
    json!({
        "co_quan": {
            "ten": "Ủy ban nhân dân huyện Vạn Ninh",
            "ten_ngan": "UBND huyện Vạn Ninh",
            "ten_goi": "UBND huyện",
            "don_vi_hanh_chinh": "huyện",
            "ten_dia_ban": "huyện Vạn Ninh",
            "dia_danh": "Vạn Ninh"
        },
        "su_kien": event(),
        "ke_hoach": plan(),
        "van_ban": {
            "khoa": "ke_hoach", "so": null, "ngay": "05/02/2024", "trich_yeu": null, "can_cu": [],
            "kinh_gui": [],
            "noi_nhan": [
                "UBND tỉnh (b/c)", "Sở Nội vụ (b/c)", "Thường trực Huyện ủy", "Thường trực HĐND huyện",
                "Hội đồng TĐKT huyện", "Thành viên các Khối thi đua huyện", "Công thông tin điện tử huyện"
            ]
        },
        "du_lieu": null
    })
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
         1. Thời gian tổ chức Lễ phát động: dự kiến tổ chức vào 07 giờ 30, ngày 05/02/2026 (có Giấy \
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
        "(Chi tiết tại Phụ lục kèm theo)"
    );
}

#[test]
fn an_offices_own_notice_needs_no_program_change() {
    let text = include_str!("../data/xa-binh-mau-2026/mau/thong-bao.md");
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
