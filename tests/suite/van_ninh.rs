//! The first dossier gives back the plan that it was made from: the words of the files, read back,
//! are those of the original, line for line.

use unicode_normalization::is_nfc;

use crate::project::{Project, empty, repository};
use crate::read_back::{paragraphs, pdf_words, words};

const SEED: &str = include_str!("../seed/ke-hoach-van-ninh-2024.txt");

/// Lines of the original with words in them, the end mark as the Decree's forms have it.
fn seed_lines() -> Vec<String> {
    SEED.lines()
        .map(|line| words(line).join(" "))
        .filter(|line| !line.is_empty())
        .map(|line| line.replace("đạt kết quả tốt. /", "đạt kết quả tốt./."))
        .collect()
}

fn build() -> Project {
    let project = empty();
    let dossier = repository().join("data/van-ninh-2024");
    let dossier = dossier.display().to_string();
    project
        .run(&["build", &dossier, "--only", "ke_hoach", "--out", "."])
        .succeeds();
    project
}

#[test]
fn the_docx_has_the_lines_of_the_original() {
    let lines = paragraphs(&build().bytes("ke-hoach.docx"));
    let start = lines.iter().position(|line| line == "KẾ HOẠCH").unwrap();
    assert_eq!(
        lines[..start],
        [
            "ỦY BAN NHÂN DÂN",
            "HUYỆN VẠN NINH",
            "Số: /KH-UBND",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "Vạn Ninh, ngày tháng 02 năm 2024",
        ]
    );
    assert_eq!(lines[start..], seed_lines());
}

#[test]
fn the_pdf_has_the_words_of_the_original() {
    let pages = pdf_words(&build().bytes("ke-hoach.pdf"));
    assert_eq!(pages.len(), 3);
    let mut found: Vec<String> = Vec::new();
    for (index, mut page) in pages.into_iter().enumerate() {
        if index > 0 {
            // The page number stands above the text of every page but the first.
            assert_eq!(page.remove(0), (index + 1).to_string());
        }
        found.extend(page);
    }
    let start = found.iter().position(|word| word == "KẾ").unwrap();
    let expected: Vec<String> = seed_lines()
        .iter()
        .flat_map(|line| words(line))
        .map(str::to_string)
        .collect();
    assert_eq!(found[start..], expected);
    assert!(found.iter().all(|word| is_nfc(word)));
}

#[test]
fn two_builds_give_the_same_bytes() {
    let (first, second) = (build(), build());
    for name in ["ke-hoach.docx", "ke-hoach.pdf"] {
        assert!(first.bytes(name) == second.bytes(name), "{name}");
    }
}

#[test]
fn the_whole_event_is_told_in_a_table_at_the_end() {
    let dossier = repository().join("data/van-ninh-2024");
    let run = empty()
        .run(&["build", &dossier.display().to_string(), "--out", "ket-qua"])
        .succeeds();
    let table = "\n\
        văn bản                   bản    tệp  trang  phát hiện\n\
        ke_hoach                    1      2      3          0\n\
        giay_moi                   62    125     62          0\n\
        giay_moi_chung              1      2      3          1\n\
        danh_sach_khach_moi         1      3      6          0\n\
        danh_sach_diem_danh         1      3      6          0\n\
        quyet_dinh_khen_thuong      1      2      8          0\n\
        danh_sach_ky_nhan           1      3      5          0\n\
        danh_sach_trao_thuong       1      3      3          0\n\
        cong_van_trieu_tap         23     47     23          0\n\
        danh_sach_phat_hanh         1      3     11          0\n\
        giay_khen                  21     43     21          1\n\
        chung_nhan                  7     15      7          0\n\
        hồ sơ và bảng                                       10\n\
        cộng                      121    251    158         12\n";
    assert!(run.out().ends_with(table), "{}", run.out());
}
