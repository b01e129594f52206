//! Templates as offices write them, through the engine.

use std::path::PathBuf;

use serde_json::{Value, json};

use super::{Component, Engine, Rendered, builtin};
use crate::diag::Diagnostic;

/// An engine with the built-in templates and own ones in `mau/`.
fn load(own: &[(&str, &str)]) -> (Engine, Vec<String>) {
    let own = own
        .iter()
        .map(|(name, text)| {
            let path = PathBuf::from(format!("mau/{name}"));
            (name.to_string(), path, text.to_string())
        })
        .collect();
    let (engine, diagnostics) = Engine::new(builtin::TEMPLATES, own);
    (engine, shown(&diagnostics))
}

fn shown(diagnostics: &[Diagnostic]) -> Vec<String> {
    diagnostics.iter().map(ToString::to_string).collect()
}

fn context() -> Value {
    json!({
        "co_quan": {}, "su_kien": { "ten": "Lễ *A* | 1. {{ b }}", "ngay": "5/2/2024" },
        "ke_hoach": null, "du_lieu": null,
        "van_ban": { "khoa": "thong_bao", "trich_yeu": null, "can_cu": [], "kinh_gui": [], "noi_nhan": ["Sở A"] }
    })
}

/// Renders one own template `a.md`, which must load.
fn render(text: &str) -> (Rendered, Vec<String>) {
    let (engine, found) = load(&[("a.md", text)]);
    assert!(found.is_empty(), "{found:?}");
    let (rendered, found) = engine.render("a", &context());
    (rendered, shown(&found))
}

/// Checks what is said on loading `a.md`.
fn check_load(text: &str, expected: &[&str]) {
    let (_, found) = load(&[("a.md", text)]);
    assert_eq!(found, expected, "{text}");
}

/// Checks what is said on rendering the body `text`.
fn check_render(text: &str, expected: &str) {
    let source = format!(
        "{{% extends \"van-ban.md\" %}}\n{{% block noi_dung %}}\n{text}\n{{% endblock %}}\n"
    );
    let (rendered, found) = render(&source);
    assert_eq!(found, [expected], "{text}");
    assert_eq!(rendered.text(Component::Body), "");
}

#[test]
fn blocks_come_apart_and_data_is_escaped() {
    let (rendered, found) = render(
        "{% extends \"van-ban.md\" %}{% block ten_loai %}Thông báo{% endblock %}\n\
         {% block noi_dung %}\n# A\n\n{% for i in range(end=2) %}\n- {{ su_kien.ten }}\n{% endfor %}\n{% endblock %}",
    );
    assert!(found.is_empty());
    assert_eq!(rendered.text(Component::Kind), "Thông báo");
    assert_eq!(
        rendered.text(Component::Body),
        "# A\n\n- Lễ \\*A\\* \\| 1. \\{\\{ b \\}\\}\n- Lễ \\*A\\* \\| 1. \\{\\{ b \\}\\}"
    );
    assert_eq!(rendered.text(Component::Recipients), "- Sở A");
    assert_eq!(rendered.text(Component::FileStem), "thong-bao");
    assert_eq!(rendered.text(Component::Annexes), "");
}

#[test]
fn an_own_template_overrides_and_extends_the_builtin_of_its_name() {
    let (engine, found) = load(&[(
        "van-ban.md",
        "{% extends \"goc/van-ban.md\" %}{% block ten_loai %}Riêng{% endblock %}",
    )]);
    assert!(found.is_empty(), "{found:?}");
    let (rendered, _) = engine.render("van-ban", &context());
    assert_eq!(rendered.text(Component::Kind), "Riêng");
    assert_eq!(rendered.text(Component::Recipients), "- Sở A");
    let names: Vec<&str> = engine.names().collect();
    let shipped: Vec<&str> = builtin::TEMPLATES.iter().map(|(name, _)| *name).collect();
    assert_eq!(names.len(), shipped.len());
    assert!(names.iter().all(|name| shipped.contains(name)), "{names:?}");
}

#[test]
fn a_template_that_extends_itself_is_shown_the_way() {
    let (_, found) = load(&[("ke-hoach.md", "{% extends \"ke-hoach.md\" %}")]);
    assert_eq!(
        found,
        [
            "mau/ke-hoach.md:1:12: lỗi[mau-sai]: mẫu ke-hoach.md kế thừa chính nó (gợi ý: để kế thừa mẫu \
          có sẵn cùng tên, viết {% extends \"goc/ke-hoach.md\" %})"
        ]
    );
}

#[test]
fn all_templates_with_errors_are_reported() {
    let (engine, found) = load(&[
        ("a.md", "{% block noi_dung %}\n{% if x %}\n{% endblock %}"),
        (
            "b.md",
            "{% extends \"van-ban.md\" %}\n{% block noi_dung %}{{ x | tine }} {{ y | zzzzzz }}{% endblock %}",
        ),
        ("c.md", "{% extends \"a.md\" %}"),
        ("d.md", "{% extends \"khong-co.md\" %}"),
        (
            "e.md",
            "{% extends \"van-ban.md\" %}\n{% block noi_dug %}{% endblock %}",
        ),
    ]);
    assert_eq!(found.len(), 6, "{found:#?}");
    assert_eq!(
        found[0],
        "mau/a.md:3:4: lỗi[mau-sai]: gặp {% endblock %} khi thẻ mở trước nó chưa đóng (gợi ý: mỗi {% if \
         %}, {% for %}, {% block %} cần {% endif %}, {% endfor %}, {% endblock %} của nó)"
    );
    assert_eq!(
        found[1],
        "mau/e.md:2:10: lỗi[mau-sai]: không có khối noi_dug (gợi ý: có phải ý là noi_dung?)"
    );
    let (_, missing) = engine.render("a", &context());
    assert_eq!(
        shown(&missing),
        ["lỗi[mau-sai]: mẫu a.md có lỗi nên không dùng được (gợi ý: sửa lỗi đã báo trong mẫu)"]
    );
    let (rendered, found) = engine.render("van-ban.md", &context());
    assert!(found.is_empty());
    assert_eq!(rendered.text(Component::Recipients), "- Sở A");
}

#[test]
fn a_template_that_is_not_there_has_a_suggestion() {
    let (engine, _) = load(&[]);
    let (_, found) = engine.render("ke-hoac", &context());
    assert_eq!(
        shown(&found),
        ["lỗi[mau-sai]: không có mẫu ke-hoac.md (gợi ý: có phải ý là ke-hoach.md?)"]
    );
}

#[test]
fn loading_says_what_a_paper_cannot_use() {
    check_load(
        "chữ rơi\n{% block noi_dung %}{{ x | safe }}{% endblock %}\n{{ y }}",
        &[
            "mau/a.md:1:1: lỗi[mau-sai]: chữ này nằm ngoài khối nên không được in (gợi ý: đặt nó vào \
             trong {% block … %} … {% endblock %})",
            "mau/a.md:3:1: lỗi[mau-sai]: chữ này nằm ngoài khối nên không được in (gợi ý: đặt nó vào \
             trong {% block … %} … {% endblock %})",
            "mau/a.md:2:28: lỗi[mau-sai]: không dùng bộ lọc safe: dữ liệu không được trở thành ký hiệu \
             trình bày (gợi ý: viết ký hiệu (**, #, -) ngay trong mẫu, quanh {{ … }})",
        ],
    );
    check_load(
        "{% extends \"van-ban.md\" %}\nchữ rơi\n",
        &[
            "mau/a.md:2:1: lỗi[mau-sai]: chữ này nằm ngoài khối nên không được in (gợi ý: đặt nó vào trong \
           {% block … %} … {% endblock %})",
        ],
    );
    check_load(
        "{% block noi_dung %}{% for x in [y for y in z] %}{% endfor %}{% endblock %}",
        &[
            "mau/a.md:1:36: lỗi[mau-sai]: không dùng danh sách rút gọn [… for … in …] (gợi ý: dùng thẻ \
           {% for … in … %} … {% endfor %})",
        ],
    );
    check_load(
        "{% block noi_dung %}\u{1}{% endblock %}",
        &["mau/a.md:1:21: lỗi[mau-sai]: mẫu có ký tự điều khiển U+0001 (gợi ý: xóa ký tự này)"],
    );
    check_load(
        "{% block noi_dung %}{% include \"van-ban.md\" %}{% include \"a.md\" %}{% endblock %}",
        &[
            "mau/a.md:1:32: lỗi[mau-sai]: mẫu van-ban.md có khối nên không gộp bằng {% include %} được \
             (gợi ý: dùng {% extends %}, hoặc tách phần dùng chung thành mẫu không có khối)",
            "mau/a.md:1:58: lỗi[mau-sai]: mẫu a.md có khối nên không gộp bằng {% include %} được (gợi \
             ý: dùng {% extends %}, hoặc tách phần dùng chung thành mẫu không có khối)",
        ],
    );
    check_load(
        &format!(
            "{{% block noi_dung %}}{}{{% endblock %}}",
            "a".repeat(300_000)
        ),
        &[
            "mau/a.md: lỗi[mau-sai]: mẫu dài quá 256 KiB (gợi ý: đưa danh sách dài vào dữ liệu, mẫu chỉ lặp \
           trên nó)",
        ],
    );
}

#[test]
fn includes_that_go_round_are_refused() {
    let (_, found) = load(&[
        ("b.md", "{% include \"c.md\" %}"),
        ("c.md", "{% include \"b.md\" %}"),
    ]);
    assert_eq!(
        found[0],
        "mau/b.md:1:12: lỗi[mau-sai]: mẫu b.md gọi vòng về chính nó (gợi ý: xem lại các thẻ {% include %})"
    );
}

#[test]
fn rendering_errors_have_their_place_and_a_hint() {
    check_render(
        "Ngày {{ su_kien.ngya }}",
        "mau/a.md:3:17: lỗi[mau-sai]: dữ liệu không có khóa ngya (gợi ý: có phải ý là ngay?)",
    );
    check_render(
        "{% if true %}\n{{ su_kin.ten }}\n{% endif %}",
        "mau/a.md:4:4: lỗi[mau-sai]: không có biến su_kin (gợi ý: có phải ý là su_kien?)",
    );
    check_render(
        "{{ su_kien.ten | ngay_ngan }}",
        "mau/a.md:3:18: lỗi[mau-sai]: bộ lọc ngay_ngan: “Lễ *A* | 1. {{ b }}” không dùng được (gợi ý: cần \
         ngày có thật dạng 22/3/2024)",
    );
    check_render(
        "{{ su_kien.ten + 1 }}",
        "mau/a.md:3:4: lỗi[mau-sai]: dấu + chỉ cộng số, gặp chuỗi chữ và số nguyên (gợi ý: nối chữ thì \
         dùng dấu ~)",
    );
    check_render(
        "{% for x in su_kien.ten2 %}{% endfor %}",
        "mau/a.md:3:13: lỗi[mau-sai]: không lặp được trên giá trị không có (gợi ý: sau `in` phải là một \
         danh sách)",
    );
}

#[test]
fn runaway_templates_are_stopped() {
    let stopped = "lỗi[mau-sai]: mẫu lặp quá nhiều, đã dừng (gợi ý: xem lại vòng lặp {% for %}, nhất là \
                   vòng lặp nằm trong vòng lặp)";
    check_render(
        "{% for a in range(end=9999) %}{% for b in range(end=9999) %}{% endfor %}{% endfor %}",
        &format!("mau/a.md:3:61: {stopped}"),
    );
    check_render(
        "{% for a in range(end=9999) %}{{ 'x' * 1 }}{% endfor %}",
        "mau/a.md:3:34: lỗi[mau-sai]: chỉ tính toán được với số, gặp chuỗi chữ (gợi ý: nối chữ thì dùng \
         dấu ~)",
    );
    check_render(
        &format!(
            "{{% for a in range(end=9999) %}}{}{{% endfor %}}",
            "x".repeat(200)
        ),
        "mau/a.md: lỗi[mau-sai]: khối noi_dung in ra quá 1 MiB (gợi ý: xem lại vòng lặp trong khối này, \
         hoặc chia văn bản)",
    );
    check_render(
        "{% set_global x = 'abcdefgh' %}{% for a in range(end=60) %}{% set_global x = x ~ x %}{% endfor %}",
        "mau/a.md:3:86: lỗi[mau-sai]: biến này lớn quá 1 MiB (gợi ý: xem lại vòng lặp hoặc phép nối ~ tạo \
         ra nó)",
    );
    check_render(
        "{% set_global x = [1] %}{% for a in range(end=60) %}{% set_global x = [x, x] %}{% endfor %}",
        "mau/a.md:3:80: lỗi[mau-sai]: biến này lớn quá 1 MiB (gợi ý: xem lại vòng lặp hoặc phép nối ~ tạo \
         ra nó)",
    );
    check_render(
        "{% for a in range(end=99999999) %}{% endfor %}",
        "mau/a.md:3:13: lỗi[mau-sai]: range chỉ đếm lên, nhiều nhất 10000 số (gợi ý: dùng {% for … in … %} \
         trên danh sách của dữ liệu)",
    );
}

#[test]
fn a_rendered_stretch_is_found_again_in_the_template() {
    let (rendered, _) = render(
        "{% extends \"van-ban.md\" %}\n{% block noi_dung %}\n## Lưu ý\n\n> câu trích\n\nGồm {{ su_kien.ten }} và phần khác\n\n{{ su_kien.ten }}\n{% endblock %}",
    );
    let text = rendered.text(Component::Body).to_string();
    let at = |needle: &str| {
        let start = text.find(needle).unwrap();
        rendered
            .locate(Component::Body, start..start + needle.len())
            .to_string()
    };
    assert_eq!(at("> câu trích"), "mau/a.md:5:1");
    assert_eq!(at("Gồm"), "mau/a.md:7:1");
    let last = text.rfind("Lễ").unwrap();
    assert_eq!(
        rendered
            .locate(Component::Body, last..text.len())
            .to_string(),
        "văn bản thong_bao, phần noi_dung, tại “Lễ \\*A\\* \\| 1. \\{\\{ b \\}\\}”"
    );
}

#[test]
fn an_escaped_text_is_not_escaped_again() {
    let (rendered, found) = render(
        "{% extends \"van-ban.md\" %}{% block noi_dung %}{% set x %}**{{ su_kien.ten }}**{% endset %}{{ x | in_hoa }}{% endblock %}",
    );
    assert!(found.is_empty(), "{found:?}");
    assert_eq!(
        rendered.text(Component::Body),
        "**LỄ \\*A\\* \\| 1. \\{\\{ B \\}\\}**"
    );
}

#[test]
fn a_row_is_read_beside_the_paper_and_leaves_no_trace() {
    let text = "{% extends \"van-ban.md\" %}\n{% block noi_dung %}\n\
        Gửi {{ dong.ten }} dự {{ su_kien.ten }}\n{% endblock %}\n";
    let (engine, found) = load(&[("a.md", text)]);
    assert!(found.is_empty(), "{found:?}");
    let mut context = context();
    context["dong"] = json!({ "ten": "không ai" });
    let paper = engine.prepare("a", &context).unwrap();
    let (nobody, _) = paper.render();
    for name in ["ông *A*", "bà B"] {
        let row = json!({ "ten": name });
        let (rendered, found) = paper.render_row("dong", &row);
        assert!(found.is_empty(), "{found:?}");
        context["dong"] = row;
        let (expected, _) = engine.render("a", &context);
        for component in Component::ALL {
            assert_eq!(rendered.text(component), expected.text(component));
        }
        assert_ne!(rendered.text(Component::Body), nobody.text(Component::Body));
    }
    let (after, _) = paper.render();
    assert_eq!(after.text(Component::Body), nobody.text(Component::Body));
}

#[test]
fn a_paper_without_a_template_is_not_prepared() {
    let (engine, _) = load(&[]);
    let found = engine.prepare("không có", &context()).err().unwrap();
    assert!(
        found[0].message.starts_with("không có mẫu không có.md"),
        "{found:?}"
    );
}
