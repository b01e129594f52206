//! The components of papers other than a plan: công văn, tờ trình, quy chế, made by an office's own
//! templates, read back from the DOCX in the order of reading.

use crate::project::{Project, starter};
use crate::read_back::{paragraphs, part};

const LETTER: &str = r#"{% extends "van-ban.md" %}
{% block ten_loai %}Công văn{% endblock %}
{% block trich_yeu %}triệu tập đại biểu dự {{ su_kien.ten_goi }}{% endblock %}
{% block noi_dung %}
{{ co_quan.ten_ngan }} đề nghị các cơ quan cử đại biểu.
{% endblock %}
"#;

const REGULATION: &str = r#"{% extends "van-ban.md" %}
{% block ten_loai %}Quy chế{% endblock %}
{% block trich_yeu %}Tổ chức {{ su_kien.ten_goi }}.{% endblock %}
{% block noi_dung %}
# Những quy định chung {.phan}

# Quy định chung {.chuong}

## Phạm vi {.dieu}

1. Khoản một:
   1. điểm a
   2. điểm b
   3. điểm c
   4. điểm d
   5. điểm đ
   6. điểm e
   7. điểm g
2. Khoản hai (Phụ lục I, Phụ lục II).

# Tổ chức {.chuong}

## Chuẩn bị {.muc}

### Giao Văn phòng thực hiện. {.dieu .khong_tieu_de}

- gạch
  - cộng

## Sau đó {.muc}

### Hiệu lực {.dieu}

Quy chế này có hiệu lực từ ngày ký;
{% endblock %}
{% block phu_luc %}
# Mẫu một {.phu_luc}

Nội dung

# Mẫu hai {.phu_luc .ngang}

| STT | Nội dung |
|:-:|------|
| **Nhóm I** | |
| 1 | a |
{% endblock %}
"#;

/// The starter dossier with one more paper of an own template.
fn project(key: &str, template: &str, entry: &str) -> Project {
    let name = key.replace('_', "-");
    let project = starter().file(&format!("mau/{name}.md"), template).replace(
        "ho-so.yaml",
        "van_ban:\n",
        &format!("van_ban:\n  {key}:\n{entry}"),
    );
    project
        .run(&["build", ".", "--only", key])
        .succeeds()
        .reports("");
    project
}

fn lines(project: &Project, name: &str) -> Vec<String> {
    paragraphs(&project.bytes(&format!("ket-qua/{name}.docx")))
}

#[test]
fn a_letter_has_its_subject_under_the_number_and_its_addressees_aligned() {
    let project = project(
        "cong_van",
        LETTER,
        "    so: 7\n    ngay: 05/02/2026\n    ky: pho_chu_tich\n    don_vi_soan: VHXH\n    \
         kinh_gui: [Sở Nội vụ, Trường Hoa Sen]\n    do_khan: thuong_khan\n    \
         luu_hanh: xem_xong_tra_lai\n    noi_nhan: [Lãnh đạo xã]\n",
    );
    assert_eq!(
        lines(&project, "cong-van"),
        [
            "ỦY BAN NHÂN DÂN",
            "XÃ HOA SEN",
            "Số: 07/UBND-VHXH",
            "V/v triệu tập đại biểu dự Hội nghị",
            "THƯỢNG KHẨN",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "Hoa Sen, ngày 05 tháng 02 năm 2026",
            "Kính gửi:",
            "- Sở Nội vụ;",
            "- Trường Hoa Sen.",
            "UBND xã Hoa Sen đề nghị các cơ quan cử đại biểu./.",
            "Nơi nhận:",
            "- Như trên;",
            "- Lãnh đạo xã;",
            "- Lưu: VT, VHXH.",
            "TM. ỦY BAN NHÂN DÂN",
            "KT. CHỦ TỊCH",
            "PHÓ CHỦ TỊCH",
            "Trần Thị Giả Định",
        ]
    );
    let docx = project.bytes("ket-qua/cong-van.docx");
    let document = part(&docx, "word/document.xml");
    assert!(document.contains(r#"<w:pStyle w:val="TrichYeuCongVan"/>"#));
    // The circulation mark stands in the header of the first page.
    let headers: Vec<String> = (1..=2)
        .map(|number| part(&docx, &format!("word/header{number}.xml")))
        .collect();
    assert!(
        headers
            .iter()
            .any(|header| header.contains("XEM XONG TRẢ LẠI"))
    );
}

#[test]
fn one_addressee_stands_on_the_line_of_the_words() {
    let template = LETTER.replace("Công văn", "Tờ trình");
    let project = project(
        "to_trinh",
        &template,
        "    so: 12\n    ngay: 15/01/2026\n    ky: chu_tich\n    kinh_gui: [Chủ tịch UBND tỉnh]\n",
    );
    let lines = lines(&project, "to-trinh");
    assert!(lines.contains(&"Số: 12/TTr-UBND".to_string()), "{lines:?}");
    assert!(lines.contains(&"TỜ TRÌNH".to_string()), "{lines:?}");
    assert!(
        lines.contains(&"Kính gửi: Chủ tịch UBND tỉnh".to_string()),
        "{lines:?}"
    );
    assert!(lines.contains(&"- Như trên;".to_string()), "{lines:?}");
}

#[test]
fn a_regulation_has_parts_chapters_articles_and_numbered_annexes() {
    let project = project(
        "quy_che",
        REGULATION,
        "    ky: chu_tich\n    noi_nhan: [Các phòng]\n",
    );
    assert_eq!(
        lines(&project, "quy-che"),
        [
            "ỦY BAN NHÂN DÂN",
            "XÃ HOA SEN",
            "Số: /QC-UBND",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "Hoa Sen, ngày tháng năm",
            "QUY CHẾ",
            "Tổ chức Hội nghị",
            "Phần I",
            "NHỮNG QUY ĐỊNH CHUNG",
            "Chương I",
            "QUY ĐỊNH CHUNG",
            "Điều 1. Phạm vi",
            "1. Khoản một:",
            "a) điểm a",
            "b) điểm b",
            "c) điểm c",
            "d) điểm d",
            "đ) điểm đ",
            "e) điểm e",
            "g) điểm g",
            "2. Khoản hai (Phụ lục I, Phụ lục II).",
            "Chương II",
            "TỔ CHỨC",
            "Mục 1",
            "CHUẨN BỊ",
            "Điều 2. Giao Văn phòng thực hiện.",
            "- gạch",
            "+ cộng",
            "Mục 2",
            "SAU ĐÓ",
            "Điều 3. Hiệu lực",
            "Quy chế này có hiệu lực từ ngày ký./.",
            "Nơi nhận:",
            "- Các phòng;",
            "- Lưu: VT, VHXH.",
            "TM. ỦY BAN NHÂN DÂN",
            "CHỦ TỊCH",
            "Nguyễn Văn Thí Dụ",
            "Phụ lục I",
            "MẪU MỘT",
            "(Kèm theo Quy chế số /QC-UBND ngày tháng năm của Ủy ban nhân dân xã Hoa Sen)",
            "Nội dung./.",
            "Phụ lục II",
            "MẪU HAI",
            "(Kèm theo Quy chế số /QC-UBND ngày tháng năm của Ủy ban nhân dân xã Hoa Sen)",
            "STT",
            "Nội dung",
            "Nhóm I",
            "1",
            "a",
            "./.",
        ]
    );
    let document = part(&project.bytes("ket-qua/quy-che.docx"), "word/document.xml");
    assert_eq!(document.matches(r#"<w:pgNumType w:start="1"/>"#).count(), 3);
    assert_eq!(document.matches(r#"w:orient="landscape""#).count(), 1);
    assert_eq!(document.matches("<w:tblHeader/>").count(), 1);
}
