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
        "cargo run --release -- build data/van-ninh-2024",
        "cargo test",
    ] {
        assert!(readme().contains(&format!("\n{command}\n")), "{command}");
        assert!(gate.contains(&format!("\n{command}\n")), "{command}");
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
