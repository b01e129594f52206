//! Invitations and lists read back: guests without a name, one page by lawful means, the letter for
//! all groups, the list of what goes out.

use crate::project::{Project, starter};
use crate::read_back::{paragraphs, part, pdf_words};

const GUESTS: &str = "Xưng hô,Họ và tên,Chức vụ,Đơn vị,Số lượng,Hình thức gửi\n\
    Ông,Lý Văn Ví Dụ,Chủ tịch UBND,UBND xã Thí Dụ,,Trực tiếp\n\
    ,,Đại diện Lãnh đạo,Trường Hoa Sen,2,\n";

const PAPERS: &str = "van_ban:\n  giay_moi:\n    so: 12\n    ngay: 05/3/2026\n    ky: pho_chu_tich\n    \
     moi_dong_cua: khach_moi\n  giay_moi_chung:\n    so: 13\n    ngay: 05/3/2026\n    ky: \
     pho_chu_tich\n    kem_chuong_trinh: phu_luc\n  danh_sach_phat_hanh:\n    ky: chu_tich\n    \
     nguoi_lap: pho_chu_tich\n";

/// The starter dossier with remarks for the guests.
fn project(remarks: usize) -> Project {
    let remark = "    - Đại biểu mặc trang phục chỉnh tề, đến trước 15 phút và ngồi đúng vị trí.\n";
    let event = format!(
        "\nkhach_moi: khach-moi.csv\n\nsu_kien:\n  luu_y:\n{}",
        remark.repeat(remarks)
    );
    starter()
        .file("khach-moi.csv", GUESTS)
        .replace("ho-so.yaml", "\nsu_kien:\n", &event)
        .replace("ho-so.yaml", "van_ban:\n", PAPERS)
}

fn lines(project: &Project, stem: &str) -> Vec<String> {
    paragraphs(&project.bytes(&format!("ket-qua/{stem}.docx")))
}

#[test]
fn a_guest_without_a_name_is_invited_by_post_with_lines_to_fill() {
    let project = project(1);
    project
        .run(&["build", ".", "--only", "giay_moi"])
        .succeeds();
    let letter = lines(&project, "giay-moi-002-truong-hoa-sen");
    let start = letter
        .iter()
        .position(|line| line.ends_with("Đại diện Lãnh đạo Trường Hoa Sen (02 đại biểu)."))
        .expect("the line of the guest");
    for line in &letter[start + 1..start + 3] {
        assert!(
            line.starts_with("Ông (Bà): ....................."),
            "{line}"
        );
    }
    assert!(letter[start + 3].starts_with("Tới dự "));
    let named = lines(&project, "giay-moi-001-ly-van-vi-du");
    assert!(
        named
            .iter()
            .any(|line| line.ends_with("kính mời: Ông Lý Văn Ví Dụ, Chủ tịch UBND xã Thí Dụ.")),
        "{named:?}"
    );
    assert!(!named.iter().any(|line| line.contains("....")));
}

#[test]
fn an_invitation_of_a_little_more_than_a_page_goes_back_to_one() {
    let size = |project: &Project| {
        let docx = project.bytes("ket-qua/giay-moi-001-ly-van-vi-du.docx");
        part(&docx, "word/styles.xml")
            .matches("w:val=\"28\"")
            .count()
    };
    let pages = |project: &Project| {
        pdf_words(&project.bytes("ket-qua/giay-moi-001-ly-van-vi-du.pdf")).len()
    };
    let mut seen = Vec::new();
    for remarks in [2, 15, 60] {
        let project = project(remarks);
        let run = project
            .run(&["build", ".", "--only", "giay_moi"])
            .succeeds();
        match pages(&project) {
            1 => seen.push(size(&project)),
            more => {
                run.mentions(&format!("lưu ý[giay-moi-dai]: giấy mời dài {more} trang"));
            }
        }
    }
    let [roomy, tight] = seen[..] else {
        panic!("{seen:?}")
    };
    assert!(tight < roomy, "fewer styles of 14 pt: {tight} of {roomy}");
}

#[test]
fn one_letter_invites_all_groups_and_the_list_of_issue_tells_who_gets_what() {
    let project = project(1);
    project.run(&["build", "."]).succeeds();
    let letter = lines(&project, "giay-moi-chung").join("\n");
    assert!(letter.contains("trân trọng kính mời:\n- "), "{letter}");
    assert!(
        letter.contains(":\n+ ") && letter.contains("\nTới dự "),
        "{letter}"
    );
    let list = lines(&project, "danh-sach-phat-hanh");
    for line in [
        "Ông Lý Văn Ví Dụ, Chủ tịch UBND xã Thí Dụ",
        "Trực tiếp",
        "Đại diện Lãnh đạo Trường Hoa Sen",
        "Lưu: VT",
    ] {
        assert!(list.contains(&line.to_string()), "{line}: {list:?}");
    }
    assert!(
        list.iter().any(|line| line
            .starts_with("Giấy mời số 12/GM-UBND ngày 05 tháng 3 năm 2026: dự ")
            && line.contains("bản")),
        "{list:?}"
    );
}
