//! The README tells the truth: its commands are those that `.ci/run` runs, and its tables name all
//! that there is.

use vanthu::template::Component;
use vanthu::template::filters::FILTERS;

use crate::project::{repository, starter};

fn readme() -> String {
    std::fs::read_to_string(repository().join("README.md")).expect("a README")
}

#[test]
fn the_first_commands_are_part_of_the_gate() {
    let gate = std::fs::read_to_string(repository().join(".ci/run")).expect("the gate");
    for command in [
        "cargo run --release -- build data/van-ninh-2024 --only ke_hoach",
        "cargo test",
    ] {
        assert!(readme().contains(&format!("\n{command}\n")), "{command}");
        assert!(gate.contains(&format!("\n{command}\n")), "{command}");
    }
}

#[test]
fn the_gate_runs_every_module_that_needs_outside_programs() {
    let main = std::fs::read_to_string(repository().join("tests/suite/main.rs")).expect("modules");
    let modules: Vec<&str> = main
        .split("#[cfg(feature = \"external\")]\nmod ")
        .skip(1)
        .filter_map(|rest| rest.split(';').next())
        .collect();
    assert!(modules.contains(&"parity"), "{modules:?}");
    let command = format!(
        "cargo test --features external --test suite -- {}::",
        modules.join(":: ")
    );
    let gate = std::fs::read_to_string(repository().join(".ci/run")).expect("the gate");
    for text in [readme(), gate] {
        assert!(text.contains(&command), "{command}");
    }
}

#[test]
fn every_filter_and_component_is_named() {
    let readme = readme();
    for filter in FILTERS {
        assert!(
            readme.contains(&format!("`{}`", filter.name)),
            "{}",
            filter.name
        );
    }
    for component in Component::ALL {
        assert!(
            readme.contains(&format!("`{}`", component.name())),
            "{}",
            component.name()
        );
    }
}

#[test]
fn the_template_shown_makes_a_paper() {
    let readme = readme();
    let start = readme
        .find("{% extends \"van-ban.md\" %}")
        .expect("a template");
    let template = readme[start..].split("```").next().expect("its end");
    starter()
        .file("mau/thong-bao.md", template)
        .replace(
            "ho-so.yaml",
            "van_ban:\n",
            "van_ban:\n  thong_bao_bai_do_xe:\n    mau: thong-bao\n    ky: chu_tich\n    \
             du_lieu:\n      luu_y: [Đỗ xe đúng vạch.]\n",
        )
        .run(&["build", ".", "--only", "thong_bao_bai_do_xe"])
        .succeeds();
}

#[test]
fn every_name_in_braces_of_a_certificate_is_known() {
    let readme = readme();
    let start = readme.find("## Giấy khen").expect("a section");
    let section = readme[start..].split("\n## ").next().expect("its end");
    let layout = std::fs::read_to_string(repository().join("data/giay-khen/giay-khen.yaml"));
    let layout = layout.expect("a layout");
    for name in ["{ten_in_hoa}", "{chuc_danh}", "{so_so_vang}"] {
        assert!(section.contains(name) && layout.contains(name), "{name}");
    }
    for key in [
        "lech_x",
        "ti_le_y",
        "in_san",
        "xoay",
        "truong",
        "to_can_chinh",
    ] {
        assert!(section.contains(key), "{key}");
    }
}
