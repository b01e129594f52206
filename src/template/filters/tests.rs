//! Every filter by its example, and the messages for wrong input.

use tera::{Context, Tera};

use super::{FILTERS, register};
use crate::template::message::translate;

fn tera() -> Tera {
    let mut tera = Tera::default();
    register(&mut tera);
    tera
}

/// Renders a one-off expression; the Vietnamese message if it fails.
fn eval(source: &str) -> Result<String, String> {
    let tera = tera();
    tera.render_str(source, &Context::new(), false)
        .map_err(|error| match error.kind() {
            tera::ErrorKind::RenderingError(report) => {
                let own = translate(report.message(), &[]);
                own.diagnostic(crate::diag::Place::Nowhere).to_string()
            }
            other => panic!("{other:?}"),
        })
}

#[test]
fn every_example_is_true() {
    for filter in FILTERS {
        let (source, expected) = filter.example.split_once(" → ").unwrap();
        assert_eq!(eval(source).as_deref(), Ok(expected), "{}", filter.name);
        assert!(source.contains(filter.name));
    }
}

#[test]
fn names_are_unique() {
    let mut names: Vec<&str> = super::names().collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), super::names().count());
}

#[test]
fn arguments_change_the_form() {
    for (source, expected) in [
        (
            "{{ '5/2/2024' | ngay_thang_nam(nam=false) }}",
            "ngày 05 tháng 02",
        ),
        ("{{ 500 | tien(don_vi='USD') }}", "500 USD"),
        ("{{ 500 | tien(don_vi='') }}", "500"),
        ("{{ ['a', 'b'] | noi(lien_tu='hoặc') }}", "a hoặc b"),
        ("{{ ['a'] | noi }}", "a"),
        ("{{ [] | noi }}", ""),
        ("{{ 1234.5 | so }}", "1.234,5"),
        ("{{ -1234.25 | so }}", "-1.234,25"),
        ("{{ '1.080.000' | so }}", "1.080.000"),
        ("{{ '1080000' | tien }}", "1.080.000 đồng"),
        ("{{ -5 | bang_chu }}", "âm năm"),
        ("{{ 'Hết.;' | cau }}", "Hết."),
        ("{{ 'Hết?' | cau }}", "Hết?"),
        ("{{ '' | cau }}", ""),
        (
            "{% for x in [{'ten': 'Lê B'}, {'ten': 'Vũ A'}] | sap_xep_ten(theo='ten') %}{{ x.ten }};{% endfor %}",
            "Vũ A;Lê B;",
        ),
    ] {
        assert_eq!(eval(source).as_deref(), Ok(expected), "{source}");
    }
}

#[test]
fn wrong_values_are_named_with_the_filter() {
    for (source, expected) in [
        (
            "{{ '31/2/2024' | ngay_thang_nam }}",
            "lỗi[mau-sai]: bộ lọc ngay_thang_nam: “31/2/2024” không dùng được (gợi ý: cần ngày có \
             thật dạng 22/3/2024)",
        ),
        (
            "{{ none | ngay_ngan }}",
            "lỗi[mau-sai]: bộ lọc ngay_ngan: giá trị trống không dùng được (gợi ý: cần ngày có thật \
             dạng 22/3/2024)",
        ),
        (
            "{{ '2024-03-22' | ngay_thang_nam(nam='x') }}",
            "lỗi[mau-sai]: bộ lọc ngay_thang_nam: “x” không dùng được (gợi ý: cần true hoặc false \
             cho nam)",
        ),
        (
            "{{ '25:00' | gio_phut }}",
            "lỗi[mau-sai]: bộ lọc gio_phut: “25:00” không dùng được (gợi ý: cần giờ dạng 07:30)",
        ),
        (
            "{{ '1.08' | tien }}",
            "lỗi[mau-sai]: bộ lọc tien: “1.08” không dùng được (gợi ý: cần số nguyên, thí dụ \
             1080000)",
        ),
        (
            "{{ 5 | in_hoa }}",
            "lỗi[mau-sai]: bộ lọc in_hoa: “5” không dùng được (gợi ý: cần chữ)",
        ),
        (
            "{{ 'a' | noi }}",
            "lỗi[mau-sai]: bộ lọc noi: “a” không dùng được (gợi ý: cần danh sách chữ hoặc số)",
        ),
        (
            "{{ [1] | sap_xep_ten }}",
            "lỗi[mau-sai]: bộ lọc sap_xep_ten: “1” không dùng được (gợi ý: cần chữ, hoặc dòng có \
             khóa ho_ten)",
        ),
        (
            "{{ 'a' | replace(from='', to='b') }}",
            "lỗi[mau-sai]: bộ lọc replace: from trống (gợi ý: viết chữ cần thay trong from=\"…\")",
        ),
        (
            "{{ '**a**' | safe }}",
            "lỗi[mau-sai]: không dùng bộ lọc safe: dữ liệu không được trở thành ký hiệu trình bày \
             (gợi ý: viết ký hiệu (**, #, -) ngay trong mẫu, quanh {{ … }})",
        ),
    ] {
        assert_eq!(eval(source), Err(expected.to_string()), "{source}");
    }
}
