//! The commands, their files, messages and exit codes.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use crate::project::{binary, empty, repository, run_in, starter};
use crate::read_back::paragraphs;

#[test]
fn a_new_dossier_builds_at_once() {
    let project = empty();
    project.run(&["new", "hoi-nghi"]).succeeds().prints(
        "đã mở hồ sơ mới ở hoi-nghi\n\
         sửa ho-so.yaml và co-quan.yaml rồi chạy:\n    \
         vanthu build hoi-nghi\n",
    );
    assert_eq!(
        project.names("hoi-nghi"),
        [
            "co-quan.schema.json",
            "co-quan.yaml",
            "ho-so.schema.json",
            "ho-so.yaml"
        ]
    );
    project.run(&["build", "hoi-nghi"]).succeeds().reports("");
    assert_eq!(
        project.names("hoi-nghi/ket-qua"),
        ["ke-hoach.docx", "ke-hoach.pdf"]
    );
}

#[test]
fn new_never_writes_into_a_folder_in_use() {
    let project = empty().file("viec/ghi-chu.txt", "của tôi");
    project.run(&["moi", "viec"]).ends_with(2).reports(
        "lỗi: viec đã có và không trống; không ghi đè gì\n  \
         = gợi ý: chọn một thư mục khác\n",
    );
    assert_eq!(project.names("viec"), ["ghi-chu.txt"]);
}

#[test]
fn check_makes_no_file_and_names_the_papers() {
    let project = starter();
    project
        .run(&["kiem-tra", "."])
        .succeeds()
        .prints("Hồ sơ đúng: 1 văn bản (ke_hoach).\n");
    assert!(!project.path().join("ket-qua").exists());
}

#[test]
fn the_formats_and_the_folder_can_be_chosen() {
    let project = starter();
    project
        .run(&["tao", "ho-so.yaml", "--format", "pdf", "--out", "in"])
        .succeeds();
    assert_eq!(project.names("in"), ["ke-hoach.pdf"]);
}

#[test]
fn a_paper_that_is_not_in_the_dossier_is_named_with_those_that_are() {
    starter()
        .run(&["build", ".", "--only", "giay_moi"])
        .ends_with(1)
        .mentions("lỗi[van-ban-khong-co]: hồ sơ không có văn bản “giay_moi”")
        .mentions("= gợi ý: các văn bản đã khai: ke_hoach");
}

#[test]
fn a_second_run_changes_nothing_and_says_so() {
    let project = starter();
    project.run(&["build", "."]).succeeds();
    let before = project.bytes("ket-qua/ke-hoach.pdf");
    let run = project.run(&["build", "."]).succeeds();
    assert!(run.out().lines().all(|line| line.starts_with("như cũ   ")));
    assert!(before == project.bytes("ket-qua/ke-hoach.pdf"));
}

#[test]
fn what_the_clerk_edited_is_kept_unless_forced() {
    let project = starter();
    project.run(&["build", "."]).succeeds();
    let project = project.file("ket-qua/ke-hoach.docx", "bản đã sửa tay");
    project.run(&["build", "."]).ends_with(1).reports(
        "lỗi: ./ket-qua/ke-hoach.docx không do vanthu tạo, hoặc đã được sửa sau khi tạo; giữ \
         nguyên, không ghi đè\n  \
         = gợi ý: đổi tên tệp ấy, chọn nơi khác bằng --out, hoặc ghi đè bằng --force\n",
    );
    assert_eq!(project.read("ket-qua/ke-hoach.docx"), "bản đã sửa tay");
    project.run(&["build", ".", "--force"]).succeeds();
    assert!(!paragraphs(&project.bytes("ket-qua/ke-hoach.docx")).is_empty());
}

#[test]
fn the_schema_is_the_shipped_one() {
    let shipped = |name: &str| {
        fs::read_to_string(repository().join("data").join(name)).expect("a shipped schema")
    };
    let run = |of: &str| run_in(repository(), &["schema", of]).succeeds();
    run("ho-so").prints(&shipped("ho-so.schema.json"));
    run("co-quan").prints(&shipped("co-quan.schema.json"));
}

#[test]
fn completions_name_the_commands() {
    let run = run_in(repository(), &["completions", "bash"]).succeeds();
    for name in ["build", "check", "schema", "--format"] {
        assert!(run.out().contains(name), "{name}");
    }
}

#[test]
fn wrong_command_lines_are_explained_in_vietnamese() {
    let cases: &[(&[&str], &str)] = &[
        (
            &["biuld", "."],
            "lỗi: không có lệnh “biuld”; ý bạn là “build”?\n",
        ),
        (&["build"], "lỗi: thiếu <HỒ_SƠ>\n"),
        (
            &["build", ".", "--formt", "pdf"],
            "lỗi: không có tùy chọn “--formt”; ý bạn là “--format”?\n",
        ),
        (
            &["build", ".", "--format", "odt"],
            "lỗi: “odt” không dùng được cho --format <DẠNG>; dùng một trong: docx, pdf, in-chung\n",
        ),
        (
            &["build", ".", "--out"],
            "lỗi: tùy chọn “--out <THƯ_MỤC>” thiếu giá trị\n",
        ),
        (
            &[],
            "lỗi: chưa nêu lệnh nào (build, check, rules, fix, new, schema, completions)\n",
        ),
    ];
    for (arguments, message) in cases {
        run_in(repository(), arguments)
            .ends_with(2)
            .reports(&format!("{message}Xem hướng dẫn: vanthu --help\n"));
    }
}

#[test]
fn help_is_vietnamese_throughout() {
    for arguments in [&["--help"][..], &["build", "--help"], &["new", "-h"]] {
        let run = run_in(repository(), arguments).succeeds();
        for english in [
            "Usage",
            "Options",
            "Arguments",
            "Commands",
            "Print",
            "default",
        ] {
            assert!(!run.out().contains(english), "{english}: {}", run.out());
        }
        assert!(run.out().contains("Cách dùng:"), "{}", run.out());
    }
}

#[test]
#[cfg(unix)]
fn a_folder_that_cannot_be_made_is_the_machines_fault() {
    let project = starter().file("chan", "một tệp, không phải thư mục");
    project
        .run(&["build", ".", "--out", "chan/ket-qua"])
        .ends_with(3)
        .mentions("lỗi: không ghi được chan/ket-qua:")
        .mentions("= gợi ý: đóng tệp nếu đang mở trong Word hay Excel; xem quyền ghi và chỗ trống trên đĩa");
}

#[test]
fn a_build_killed_at_any_moment_leaves_whole_files_and_the_next_one_finishes() {
    let clean = starter();
    clean.run(&["build", "."]).succeeds();
    let project = starter();
    for delay in [0, 1, 2, 4, 6, 8, 12, 16, 24, 32, 48, 64] {
        let mut child = Command::new(binary())
            .current_dir(project.path())
            .args(["build", "."])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        sleep(Duration::from_millis(delay));
        let _ = child.kill();
        child.wait().expect("the program ends");
        for name in present(&project.path().join("ket-qua")) {
            let path = format!("ket-qua/{name}");
            assert!(
                project.bytes(&path) == clean.bytes(&path),
                "{path} after {delay} ms"
            );
        }
    }
    project.run(&["build", "."]).succeeds();
    assert_eq!(project.names("ket-qua"), clean.names("ket-qua"));
    let hidden = fs::read_dir(project.path().join("ket-qua"))
        .expect("a folder")
        .filter(|entry| {
            let name = entry.as_ref().expect("an entry").file_name();
            name.to_string_lossy().ends_with(".tam")
        });
    assert_eq!(hidden.count(), 0, "temporary files are left");
}

/// Names of the finished files in a folder that may not be there.
fn present(folder: &Path) -> Vec<String> {
    fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| !name.starts_with('.'))
        .collect()
}

#[test]
fn a_paper_that_could_not_be_made_has_its_line_in_the_table() {
    let run = starter()
        .replace(
            "ho-so.yaml",
            "van_ban:\n",
            "van_ban:\n  thong_bao:\n    mau: khong-co\n    ky: chu_tich\n",
        )
        .run(&["build", "."])
        .ends_with(1);
    let table = "thong_bao           0      0      0          1\n";
    assert!(run.out().contains(table), "{}", run.out());
}
