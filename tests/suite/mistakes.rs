//! Mistakes in the user's material, in full as the terminal shows them. The many single messages
//! have their tests beside the code; here stands what a whole run makes of them.

use crate::project::{empty, starter};

#[test]
fn a_wrong_key_and_a_wrong_date_come_in_one_run_with_line_and_hint() {
    starter()
        .replace("ho-so.yaml", "  ngay: 20/3/2026", "  ngay: 31/2/2026")
        .replace("ho-so.yaml", "  dia_diem:", "  dia_diemm:")
        .run(&["build", "."])
        .ends_with(1)
        .mentions("31/2/2026")
        .mentions("ho-so.yaml:15:9")
        .mentions("dia_diemm")
        .mentions("ý bạn là")
        .mentions("3 lỗi");
}

#[test]
fn margins_outside_the_decree_are_refused() {
    starter()
        .replace("co-quan.yaml", "trai: 30", "trai: 25")
        .run(&["check", "."])
        .ends_with(1)
        .mentions("co-quan.yaml")
        .mentions("25")
        .mentions("1 lỗi");
}

#[test]
fn a_mark_of_secrecy_is_refused_with_its_reason() {
    starter()
        .replace(
            "ho-so.yaml",
            "    ky: chu_tich",
            "    ky: chu_tich\n    do_mat: mat",
        )
        .run(&["build", "."])
        .ends_with(1)
        .mentions("bí mật nhà nước");
}

#[test]
fn a_character_without_a_glyph_is_found_in_the_dossier() {
    starter()
        .replace(
            "ho-so.yaml",
            "Công bố, trao thưởng.",
            "Công bố 🎉 trao thưởng.",
        )
        .run(&["build", "."])
        .ends_with(1)
        .mentions(
            "lỗi[thieu-ky-tu]: phông chữ không có ký tự “🎉” (U+1F389), trong đoạn \
             “3. Công bố 🎉 trao thưởng.”",
        )
        .mentions("ho-so.yaml:24:15")
        .mentions(
            "= gợi ý: thay bằng chữ thường dùng; biểu tượng cảm xúc và ký hiệu lạ không in được",
        );
}

#[test]
fn a_letterhead_that_cannot_be_laid_out_names_its_line() {
    starter()
        .replace(
            "co-quan.yaml",
            "dia_danh: Hoa Sen ",
            "dia_danh: Khu kinh tế mở rộng liên hợp vùng duyên hải phía Đông ",
        )
        .run(&["build", "."])
        .ends_with(1)
        .mentions("lỗi[dau-van-ban-qua-rong]: phần đầu văn bản không xếp được: “Khu kinh tế mở")
        .mentions(
            "= gợi ý: xem lại tên cơ quan, ký hiệu và địa danh; có thể giảm lề trái, lề phải trong \
             khoảng Nghị định 30 cho phép (trinh_bay.le)",
        );
}

#[test]
fn an_offices_own_template_replaces_one_block() {
    let project = starter().file(
        "mau/ke-hoach.md",
        "{% extends \"goc/ke-hoach.md\" %}\n\
         {% block trich_yeu %}Tổ chức {{ su_kien.ten_goi | thuong_dau }} của xã{% endblock %}\n",
    );
    project.run(&["build", "."]).succeeds().reports("");
    let lines = crate::read_back::paragraphs(&project.bytes("ket-qua/ke-hoach.docx"));
    assert!(
        lines.contains(&"Tổ chức hội nghị của xã".to_string()),
        "{lines:?}"
    );
}

#[test]
fn a_mistake_in_a_template_is_shown_in_the_template() {
    starter()
        .file(
            "mau/ke-hoach.md",
            "{% extends \"goc/ke-hoach.md\" %}\n{% block trich_yeu %}{{ su_kien.tenn }}{% endblock %}\n",
        )
        .run(&["build", "."])
        .ends_with(1)
        .mentions("mau/ke-hoach.md:2:")
        .mentions("tenn");
}

#[test]
fn a_type_that_the_decree_does_not_know_is_named() {
    starter()
        .file(
            "mau/ke-hoach.md",
            "{% extends \"goc/ke-hoach.md\" %}\n{% block ten_loai %}Thiệp mời{% endblock %}\n",
        )
        .run(&["build", "."])
        .ends_with(1)
        .mentions("lỗi[ten-loai-la]: “Thiệp mời” không phải một trong 29 loại văn bản hành chính")
        .mentions("mau/ke-hoach.md:2:");
}

#[test]
fn a_table_wider_than_its_page_is_reported() {
    let cells = "| Nghiêngnghiêngnghiêngnghiêngnghiêng ".repeat(5) + "|\n";
    let template = format!(
        "{{% extends \"goc/ke-hoach.md\" %}}\n{{% block noi_dung %}}\n{cells}{}|\n{cells}{{% endblock %}}\n",
        "|---".repeat(5)
    );
    starter()
        .file("mau/ke-hoach.md", template)
        .run(&["build", "."])
        .ends_with(1)
        .mentions("lỗi[bang-qua-rong]: bảng có 5 cột bắt đầu bằng “Nghiêng");
}

#[test]
fn an_annex_without_a_head_is_reported() {
    starter()
        .file(
            "mau/ke-hoach.md",
            "{% extends \"goc/ke-hoach.md\" %}\n{% block phu_luc %}\nChữ lạc\n{% endblock %}\n",
        )
        .run(&["build", "."])
        .ends_with(1)
        .mentions(
            "lỗi[phu-luc-thieu-ten]: khối phu_luc có nội dung đứng trước tên phụ lục đầu tiên",
        )
        .mentions("= gợi ý: mở mỗi phụ lục bằng một dòng: # Tên phụ lục {.phu_luc}");
}

#[test]
fn an_annex_in_the_text_and_an_annex_that_the_text_forgets_are_reported() {
    starter()
        .file(
            "mau/ke-hoach.md",
            "{% extends \"goc/ke-hoach.md\" %}\n\
             {% block noi_dung %}\nCâu văn.\n\n# Danh sách {.phu_luc}\n\nChữ\n{% endblock %}\n\
             {% block phu_luc %}\n# Danh sách {.phu_luc}\n\nChữ\n{% endblock %}\n",
        )
        .run(&["build", "."])
        .ends_with(1)
        .mentions("lỗi[phu-luc-sai-khoi]: phụ lục đặt trong khối noi_dung")
        .mentions("= gợi ý: chuyển phụ lục sang khối phu_luc của mẫu")
        .mentions("lưu ý[thieu-dan-phu-luc]: nội dung văn bản chưa dẫn chiếu đến phụ lục")
        .mentions("= gợi ý: thêm câu chỉ dẫn, thí dụ: (Chi tiết tại Phụ lục kèm theo)");
}

#[test]
fn a_folder_without_a_dossier_is_reported() {
    empty()
        .run(&["build", "khong-co"])
        .ends_with(1)
        .mentions("khong-co")
        .mentions("1 lỗi");
}
