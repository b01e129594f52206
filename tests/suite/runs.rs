//! Batches run again and again: killed, in part, with changes; and a thousand letters read back.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::project::{Project, binary, starter};
use crate::read_back::{paragraphs, pdf_words};

/// Parts of invented names.
const FAMILIES: [&str; 8] = ["Nguyễn", "Trần", "Lê", "Đặng", "Hoàng", "Y", "H'Ví", "Võ"];
const MIDDLES: [&str; 7] = ["Văn", "Thị Ngọc", "Đức", "Hữu", "Thu", "Xuân", "Ỷ"];
const GIVEN: [&str; 11] = [
    "Ví Dụ", "Mẫu", "Thử", "Nghiệm", "Giả", "Định", "Hoa", "Sen", "Ưng", "Yến", "Ổn",
];

/// The invented guest of a number; the number is in the unit, so that no two are the same.
fn guest(number: usize) -> [String; 4] {
    let of = |parts: &[&str], step: usize| parts[number / step % parts.len()].to_string();
    let salutation = if number.is_multiple_of(2) {
        "Bà"
    } else {
        "Ông"
    };
    let name = [of(&FAMILIES, 1), of(&MIDDLES, 8), of(&GIVEN, 56)].join(" ");
    [
        salutation.to_string(),
        name,
        "Trưởng thôn".to_string(),
        format!("Thôn số {number}"),
    ]
}

fn table(guests: impl Iterator<Item = usize>) -> String {
    let rows = guests.map(|number| format!("{number},{}\n", guest(number).join(",")));
    let rows: String = rows.collect();
    format!("STT,Xưng hô,Họ và tên,Chức vụ,Đơn vị\n{rows}")
}

/// A dossier with nothing but invitations.
fn project(guests: &str) -> Project {
    let project = starter();
    let dossier = project.read("ho-so.yaml");
    let (before, _) = dossier.split_once("van_ban:").expect("papers");
    let before = before.replace("\nsu_kien:\n", "\nkhach_moi: khach-moi.csv\n\nsu_kien:\n");
    let letter = "van_ban:\n  giay_moi:\n    so: 12\n    ngay: 05/3/2026\n    ky: pho_chu_tich\n    \
                  moi_dong_cua: khach_moi\n";
    project
        .file("ho-so.yaml", format!("{before}{letter}"))
        .file("khach-moi.csv", guests)
}

/// Every file of a folder, hidden ones too.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).expect("a folder");
    entries
        .map(|entry| {
            let entry = entry.expect("an entry");
            let name = entry.file_name().to_string_lossy().into_owned();
            (name, fs::read(entry.path()).expect("a file"))
        })
        .collect()
}

fn assert_same(one: &BTreeMap<String, Vec<u8>>, other: &BTreeMap<String, Vec<u8>>) {
    assert!(
        one.keys().eq(other.keys()),
        "{:?} {:?}",
        one.keys(),
        other.keys()
    );
    for (name, bytes) in one {
        assert!(*bytes == other[name], "{name} differs");
    }
}

/// Starts a run and kills it after a time; true if it had not ended by itself.
fn killed(folder: &Path, after: Duration) -> bool {
    let mut child = Command::new(binary())
        .current_dir(folder)
        .args(["build", "."])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program runs");
    thread::sleep(after);
    let ended = child.try_wait().expect("a child").is_some();
    // It may end in between.
    let _ = child.kill();
    child.wait().expect("a child");
    !ended
}

#[test]
fn killed_at_random_moments_twenty_times_in_a_row_and_run_again_it_is_as_one_clean_run() {
    let guests = table(1..121);
    let (clean, broken) = (project(&guests), project(&guests));
    let start = Instant::now();
    clean.run(&["build", "."]).succeeds();
    let whole = start.elapsed();
    let mut seed: u64 = 0x5EED;
    let mut in_the_middle = 0;
    for _ in 0..20 {
        // Knuth's linear congruential generator: the same moments each time.
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        let part = (seed >> 33) as f64 / f64::from(1_u32 << 31);
        in_the_middle += usize::from(killed(broken.path(), whole.mul_f64(part * 0.6)));
    }
    assert!(in_the_middle > 5, "only {in_the_middle} runs were killed");
    broken.run(&["build", "."]).succeeds();
    assert_same(
        &files(&clean.path().join("ket-qua")),
        &files(&broken.path().join("ket-qua")),
    );
}

#[test]
fn each_of_a_thousand_letters_names_its_own_guest_and_no_other() {
    let project = project(&table(1..1001));
    let run = project
        .run(&["build", ".", "--format", "docx,in-chung"])
        .succeeds();
    assert!(
        run.out().starts_with(
            "giay_moi: 1000 dòng được chọn, 1000 bản, 1000 trang; 1000 tệp đã tạo, 0 tệp như cũ\n\
             giay_moi: số dòng, số bản và số trang khớp nhau\n"
        ),
        "{}",
        run.out()
    );
    // The pages of the print file are those of the letters, drawn once for both; some are read alone.
    project
        .run(&["build", ".", "--format", "pdf", "--rows", "2-41"])
        .succeeds();
    let invites = "trân trọng kính mời: ";
    let print = pdf_words(&project.bytes("ket-qua/giay-moi-in-chung.pdf"));
    assert_eq!(print.len(), 1000);
    let names = project.names("ket-qua");
    for number in 1..1001 {
        let [salutation, name, post, unit] = guest(number);
        let line = format!("{invites}{salutation} {name}, {post}, {unit}.");
        let start = format!("giay-moi-{number:03}-");
        let mine = |ending| names.iter().filter(move |name| name.ends_with(ending));
        let file = |ending| {
            mine(ending)
                .find(|name| name.starts_with(&start))
                .expect("a file")
        };
        let bytes = |ending| project.bytes(&format!("ket-qua/{}", file(ending)));
        let printed = print[number - 1].join(" ");
        let docx = paragraphs(&bytes("docx")).join(" ");
        let mut texts = vec![printed, docx];
        if number <= 40 {
            texts.push(pdf_words(&bytes("pdf")).concat().join(" "));
        }
        for text in texts {
            assert_eq!(text.matches(invites).count(), 1, "{text}");
            assert_eq!(text.matches("Thôn số").count(), 1, "{text}");
            assert!(text.contains(&line), "{line}: {text}");
        }
    }
}

#[test]
fn a_letter_is_the_same_alone_among_some_and_among_all() {
    let guests = table(1..71);
    let (all, some) = (project(&guests), project(&guests));
    all.run(&["build", "."]).succeeds();
    some.run(&["build", ".", "--rows", "5-8,60", "--jobs", "1"])
        .succeeds();
    some.run(&["build", ".", "--preview", "9"]).succeeds();
    let all = files(&all.path().join("ket-qua"));
    let some = files(&some.path().join("ket-qua"));
    let letters = some
        .iter()
        .filter(|(name, _)| name.starts_with("giay-moi-0"));
    let mut count = 0;
    for (name, bytes) in letters {
        assert!(all[name] == *bytes, "{name}");
        count += 1;
    }
    assert_eq!(count, 12);
    assert!(some.contains_key("giay-moi-in-chung-dong-5-8_60.pdf"));
    assert!(!some.contains_key("giay-moi-in-chung.pdf"));
}

#[test]
fn a_second_run_makes_only_what_changed() {
    let project = project(&table(1..31));
    project.run(&["build", "."]).succeeds();
    let path = project.path().join("ket-qua");
    let before = files(&path);
    let again = project.run(&["build", "."]).succeeds();
    assert!(
        again.out().contains("0 tệp đã tạo, 60 tệp như cũ"),
        "{}",
        again.out()
    );
    assert!(
        again
            .out()
            .contains("như cũ   ./ket-qua/giay-moi-in-chung.pdf (30 trang)")
    );
    assert_same(&before, &files(&path));
    let project = project.replace("khach-moi.csv", "Thôn số 7\n", "Thôn số 7 mới\n");
    let changed = project.run(&["build", "."]).succeeds();
    assert!(
        changed.out().contains("2 tệp đã tạo, 58 tệp như cũ"),
        "{}",
        changed.out()
    );
    assert!(
        changed
            .out()
            .contains("đã tạo   ./ket-qua/giay-moi-in-chung.pdf (30 trang)")
    );
    let print = pdf_words(&project.bytes("ket-qua/giay-moi-in-chung.pdf"));
    assert!(print[6].join(" ").contains("Thôn số 7 mới."));
    // A file that is lost is made again, one that was changed is told.
    let names: Vec<String> = project.names("ket-qua");
    let name = |start: &str| names.iter().find(|name| name.starts_with(start)).unwrap();
    fs::remove_file(path.join(name("giay-moi-003"))).unwrap();
    fs::write(path.join(name("giay-moi-004")), "sửa tay").unwrap();
    let mended = project
        .run(&["build", "."])
        .ends_with(1)
        .mentions("không do vanthu tạo, hoặc đã được sửa sau khi tạo; giữ nguyên");
    assert!(
        mended.out().contains("1 tệp đã tạo, 58 tệp như cũ"),
        "{}",
        mended.out()
    );
    assert_eq!(
        fs::read(path.join(name("giay-moi-004"))).unwrap(),
        "sửa tay".as_bytes()
    );
}

#[test]
fn the_issue_book_keeps_the_lines_of_other_rows() {
    let project = project(&table(1..11));
    project.run(&["build", "."]).succeeds();
    let book = project.read("ket-qua/so-phat-hanh.csv");
    assert_eq!(book.lines().count(), 1 + 2 * 10 + 1);
    project.run(&["build", ".", "--rows", "4-5"]).succeeds();
    assert_eq!(project.read("ket-qua/so-phat-hanh.csv"), book);
    let project = project.replace("khach-moi.csv", "Thôn số 3\n", "Thôn số 3 mới\n");
    project
        .run(&["build", ".", "--rows", "4", "--format", "docx"])
        .succeeds();
    let renewed = project.read("ket-qua/so-phat-hanh.csv");
    let differ = book
        .lines()
        .zip(renewed.lines())
        .filter(|(one, other)| one != other);
    let differ: Vec<(&str, &str)> = differ.collect();
    assert_eq!(differ.len(), 1, "{differ:?}");
    assert!(differ[0].1.starts_with("giay_moi,4,"), "{differ:?}");
    assert!(differ[0].1.contains(".docx,1,"), "{differ:?}");
}

#[test]
fn files_that_are_no_longer_made_are_told_and_kept() {
    let project = project(&table(1..6));
    project.run(&["build", "."]).succeeds();
    let last = table(5..6).lines().last().expect("a row").to_string();
    let project = project.replace("khach-moi.csv", &format!("{last}\n"), "");
    let names = project.names("ket-qua");
    let left: Vec<&String> = names
        .iter()
        .filter(|name| name.starts_with("giay-moi-005"))
        .collect();
    project.run(&["build", "."]).succeeds().mentions(&format!(
        "lưu ý: 2 tệp của lần chạy trước nay không còn được làm ra, vẫn giữ nguyên: {}, {}\n  \
         = gợi ý: xóa nếu không cần nữa; so-phat-hanh.csv không còn kê các tệp này",
        left[0], left[1]
    ));
    assert_eq!(project.names("ket-qua"), names);
    assert!(
        !project
            .read("ket-qua/so-phat-hanh.csv")
            .contains("giay-moi-005")
    );
}

#[test]
fn a_print_office_gets_one_file_and_the_pages_are_compared() {
    let project = project(&table(1..6));
    let run = project
        .run(&["build", ".", "--format", "in-chung"])
        .succeeds();
    let rows = "giay_moi: 5 dòng được chọn, 5 bản, 5 trang; 0 tệp đã tạo, 0 tệp như cũ\n\
                giay_moi: số dòng, số bản và số trang khớp nhau\n\
                đã tạo   ./ket-qua/giay-moi-in-chung.pdf (5 trang)\n";
    assert!(run.out().starts_with(rows), "{}", run.out());
    assert_eq!(
        project.names("ket-qua"),
        ["giay-moi-in-chung.pdf", "so-phat-hanh.csv"]
    );
    let long = "rất dài ".repeat(400);
    let project = project.replace("khach-moi.csv", "Thôn số 2\n", &format!("Thôn {long}\n"));
    let run = project.run(&["build", ".", "--format", "docx"]).succeeds();
    let differs = "giay_moi: đối chiếu: 1 bản dài hơn một trang: dòng 3 (2 trang)\n";
    assert!(run.out().contains(differs), "{}", run.out());
    starter()
        .run(&["build", ".", "--format", "in-chung"])
        .ends_with(1)
        .reports(
            "lỗi: không có gì để tạo\n  = gợi ý: --format in-chung chỉ làm cho văn bản có \
             moi_dong_cua; hồ sơ cần ít nhất một văn bản như vậy dưới van_ban\n",
        );
}
