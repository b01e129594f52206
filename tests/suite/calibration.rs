//! The calibration sheet: grid, crosses, rulers and the places of all texts, moved as certificates
//! are.

use crate::certificates::{NEAR, find, page, project, texts};
use crate::placed::Page;

const AWARDS: &str = "\
Phân loại,Họ và tên,Danh hiệu,Thành tích
Tập thể,Thôn Một,Giấy khen,Dẫn đầu phong trào thi đua năm 2025
";

const SHEET: &str = "to-can-chinh-giay-khen";

/// The sheet of a blank.
fn sheet(blank: &str) -> Page {
    let project = project(AWARDS, "  giay_khen: { phoi: phoi.yaml }\n")
        .file("phoi.yaml", format!("ten: Phôi\n{blank}"));
    project
        .run(&["build", ".", "--only", "to_can_chinh"])
        .succeeds();
    let names: Vec<String> = project.names("ket-qua");
    assert_eq!(names, ["to-can-chinh-giay-khen.pdf"]);
    page(&project, SHEET)
}

/// A line at a distance from the left (standing) or the top (lying), over at least a length.
fn check_line(page: &Page, lies: bool, at: f64, long: f64) {
    let found = page.rules.iter().any(|rule| {
        let [place, from, to] = [rule.at, rule.from, rule.to].map(|points| points * 25.4 / 72.0);
        rule.lies == lies && (place - at).abs() < NEAR && to - from > long - NEAR
    });
    assert!(found, "no line at {at} mm, lies: {lies}");
}

#[test]
fn the_grid_has_ten_millimetres_and_the_crosses_stand_twenty_from_the_edges() {
    let page = sheet("");
    for number in 1..=29 {
        check_line(&page, false, f64::from(number) * 10.0, 210.0);
    }
    for number in 1..=20 {
        check_line(&page, true, f64::from(number) * 10.0, 297.0);
    }
    // The baseline of the name, at its anchor, and the foot of the rulers.
    check_line(&page, true, 115.5, 4.0);
    check_line(&page, true, 33.0, 100.0);
    check_line(&page, false, 283.0, 100.0);
}

#[test]
fn the_sheet_names_the_places_and_what_the_blank_has() {
    let page = sheet("in_san: [hinh_thuc]\n");
    let texts = texts(&page);
    for name in ["ten", "thanh_tich", "so_so_vang", "hinh_thuc (in sẵn)"] {
        find(&texts, name);
    }
}

#[test]
fn the_sheet_moves_as_the_certificates_do() {
    let page = sheet("lech_x: 2\nlech_y: -1\nti_le_x: 101\n");
    for number in 1..=29 {
        check_line(&page, false, f64::from(number) * 10.1 + 2.0, 210.0);
    }
    for number in 1..=20 {
        check_line(&page, true, f64::from(number) * 10.0 - 1.0, 297.0);
    }
    check_line(&page, true, 114.5, 4.0);
    check_line(&page, true, 32.0, 101.0);
    let texts = texts(&page);
    let named = find(&texts, "ten");
    assert!((named.left - ((148.5 - 120.0 + 0.8) * 1.01 + 2.0)).abs() < NEAR);
}
