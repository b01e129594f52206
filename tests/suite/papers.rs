//! The check of finished papers from outside: its forms, exit codes, settings, and the mending.

use crate::project::{Project, empty, repository, run_in};

/// A paper of the sample dossier, built.
pub(crate) fn plan() -> Project {
    let project = empty();
    let dossier = repository().join("data/xa-binh-mau-2026");
    let dossier = dossier.display().to_string();
    project
        .run(&[
            "build", &dossier, "--out", ".", "--format", "docx", "--only", "ke_hoach",
        ])
        .succeeds();
    project
}

/// The same with one thing in its text replaced.
fn broken(old: &str, new: &str) -> Project {
    let project = plan();
    let bytes = crate::read_back::with_document(&project.bytes("ke-hoach.docx"), |xml| {
        assert!(xml.contains(old), "no {old}");
        xml.replace(old, new)
    });
    project.file("loi.docx", bytes)
}

#[test]
fn a_good_paper_is_told_so() {
    plan()
        .run(&["check", "ke-hoach.docx"])
        .succeeds()
        .reports("")
        .prints("ke-hoach.docx (Kế hoạch, Số: 03/KH-UBND): không thấy lỗi thể thức\n");
}

#[test]
fn a_fault_is_told_with_place_and_clause() {
    broken("Số: 03/KH-UBND", "Số: 3/KH-UBND")
        .run(&["check", "loi.docx"])
        .ends_with(1)
        .reports(
            "lỗi[TT-41]: số “3”\n\
             --> loi.docx, đoạn 3, số, ký hiệu: “Số: 3/KH-UBND”\n \
             = gợi ý: “03” (Phụ lục I, phần I, mục II.3.c)\n\n\
             1 lỗi\n",
        )
        .prints("loi.docx (Kế hoạch, Số: 3/KH-UBND): 1 phải\n");
}

/// The file of a plan with further plans of those numbers behind it, each in sections of its own.
fn with_more(plan: &[u8], numbers: &[&str]) -> Vec<u8> {
    crate::read_back::with_document(plan, |xml| {
        let (start, body) = xml.split_once("<w:body>").expect("a body");
        let at = body.rfind("<w:sectPr").expect("a section");
        let (body, end) = body.split_at(at);
        let section = end
            .trim_end_matches("</w:document>")
            .trim_end_matches("</w:body>");
        let more: String = numbers
            .iter()
            .map(|number| body.replace("03/KH-UBND", &format!("{number}/KH-UBND")))
            .map(|next| format!("<w:p><w:pPr>{section}</w:pPr></w:p>{next}"))
            .collect();
        format!("{start}<w:body>{body}{more}{end}")
    })
}

#[test]
fn further_papers_of_a_file_are_named_and_checked() {
    let project = plan();
    let bytes = project.bytes("ke-hoach.docx");
    let project = project.file("hai.docx", with_more(&bytes, &["4"])).file(
        "sau.docx",
        with_more(&bytes, &["04", "05", "06", "07", "08"]),
    );
    project
        .run(&["check", "hai.docx"])
        .ends_with(1)
        .mentions("lỗi[TT-41]: số “4”")
        .prints(
            "hai.docx (Kế hoạch, Số: 03/KH-UBND; trong tệp còn: Kế hoạch, Số: 4/KH-UBND): 1 phải\n",
        );
    let sheet = project.run(&["check", "hai.docx", "--format", "html"]);
    let row = "<tr><th>Trong tệp còn</th><td>Kế hoạch, Số: 4/KH-UBND</td></tr>";
    assert!(sheet.ends_with(1).out().contains(row));
    project.run(&["check", "sau.docx"]).succeeds().prints(
        "sau.docx (Kế hoạch, Số: 03/KH-UBND; trong tệp còn: Kế hoạch, Số: 04/KH-UBND; Kế hoạch, Số: \
         05/KH-UBND; Kế hoạch, Số: 06/KH-UBND và 2 mục khác): không thấy lỗi thể thức\n",
    );
}

#[test]
fn a_text_that_is_only_imported_is_told_not_to_be_read() {
    let project = plan();
    let bytes = crate::read_back::with_document(&project.bytes("ke-hoach.docx"), |xml| {
        let (start, body) = xml.split_once("<w:body>").expect("a body");
        let at = body.rfind("<w:sectPr").expect("a section");
        format!("{start}<w:body><w:altChunk/>{}", &body[at..])
    });
    project
        .file("chen.docx", bytes)
        .run(&["check", "chen.docx"])
        .succeeds()
        .prints(
            "chen.docx: không kiểm tra: nội dung nằm trong tệp chèn vào (altChunk), chưa thành chữ của văn \
             bản; mở bằng Word, lưu lại rồi kiểm tra tệp mới\n",
        );
}

#[test]
fn the_profile_beside_a_paper_switches_rules_with_a_reason() {
    let profile = std::fs::read_to_string(repository().join("data/co-quan/ubnd-xa-binh-mau.yaml"));
    let profile = profile.expect("a profile").replace(
        "# yaml-language-server: $schema=../co-quan.schema.json\n",
        "",
    );
    let switch =
        "kiem_tra:\n  - { quy_tac: TT-41, muc: tat, ly_do: Sổ đăng ký của xã ghi số một chữ số }\n";
    let project = broken("Số: 03/KH-UBND", "Số: 3/KH-UBND")
        .file("co-quan.yaml", format!("{profile}{switch}"));
    project
        .run(&["check", "loi.docx"])
        .succeeds()
        .reports("")
        .prints(
            "loi.docx (Kế hoạch, Số: 3/KH-UBND): không thấy lỗi thể thức\n  \
         TT-41 tắt theo hồ sơ cơ quan: Sổ đăng ký của xã ghi số một chữ số\n",
        );
    let wrong = switch.replace("TT-41", "TT-999");
    let twice = format!("{switch}  - {{ quy_tac: tt-41, muc: hoi, ly_do: thử }}\n");
    let project = project
        .file("khac.yaml", format!("{profile}{wrong}"))
        .file("hai-lan.yaml", format!("{profile}{twice}"));
    project
        .run(&["check", "loi.docx", "--co-quan", "khac.yaml"])
        .ends_with(1)
        .mentions("lỗi[quy-tac-la]: không có quy tắc “TT-999”")
        .mentions("= gợi ý: xem mã các quy tắc bằng lệnh vanthu rules");
    project
        .run(&["check", "loi.docx", "--co-quan", "hai-lan.yaml"])
        .ends_with(1)
        .mentions("lỗi[quy-tac-trung]: quy tắc TT-41 đã đặt ở một dòng trên")
        .mentions("= gợi ý: mỗi quy tắc chỉ đặt một lần; bỏ bớt một dòng");
}

#[test]
fn the_result_comes_as_json_html_and_sarif() {
    let project = broken("Số: 03/KH-UBND", "Số: 3/KH-UBND");
    let run = project
        .run(&["check", "loi.docx", "--format", "json"])
        .ends_with(1);
    let json: serde_json::Value = serde_json::from_str(run.out()).expect("JSON");
    assert_eq!(json["phien_ban"], 1);
    assert_eq!(json["tep"][0]["ket_qua"][0]["ma"], "TT-41");
    assert_eq!(json["tep"][0]["ket_qua"][0]["muc"], "phai");
    let run = project
        .run(&["check", "loi.docx", "--format", "sarif"])
        .ends_with(1);
    let sarif: serde_json::Value = serde_json::from_str(run.out()).expect("JSON");
    assert_eq!(sarif["version"], "2.1.0");
    assert_eq!(sarif["runs"][0]["results"][0]["ruleId"], "TT-41");
    let index = sarif["runs"][0]["results"][0]["ruleIndex"]
        .as_u64()
        .expect("an index") as usize;
    assert_eq!(
        sarif["runs"][0]["tool"]["driver"]["rules"][index]["id"],
        "TT-41"
    );
    project
        .run(&[
            "check",
            "loi.docx",
            "--format",
            "html",
            "--out",
            "phieu.html",
        ])
        .ends_with(1)
        .prints("đã ghi phieu.html\n");
    let html = project.read("phieu.html");
    assert!(html.contains("<h1>Phiếu kiểm tra trước khi trình ký</h1>"));
    assert!(html.contains("<td>TT-41</td><td>phải</td>"));
    assert!(!html.contains("http"), "nothing from outside");
    project
        .run(&["check", "loi.docx", "--format", "html", "--out", "phieu.html"])
        .ends_with(2)
        .reports("lỗi: phieu.html đã có; không ghi đè\n  = gợi ý: chọn tên khác, hoặc ghi đè bằng --force\n");
}

#[test]
fn several_papers_are_told_in_their_order_and_what_is_no_paper_is_refused() {
    let project = broken("Số: 03/KH-UBND", "Số: 3/KH-UBND").file("ghi-chu.docx", "không phải Word");
    let run = project
        .run(&["check", "loi.docx", "ghi-chu.docx", "ke-hoach.docx"])
        .ends_with(1);
    let starts: Vec<&str> = run
        .out()
        .lines()
        .map(|line| line.split(' ').next().unwrap_or(""))
        .collect();
    assert_eq!(starts, ["loi.docx", "ke-hoach.docx"]);
    project
        .run(&["check", ".", "loi.docx"])
        .ends_with(2)
        .mentions("lỗi: mỗi lần chỉ kiểm tra một hồ sơ, hoặc nhiều tệp DOCX");
    project
        .run(&["check", "khong-co.docx"])
        .ends_with(1)
        .mentions("lỗi[khong-doc-duoc]: khong-co.docx: không đọc được tệp");
}

#[test]
fn a_paper_is_mended_into_another_file() {
    let project = broken(
        "<w:pStyle w:val=\"TenLoai\"/>",
        "<w:pStyle w:val=\"TenLoai\"/><w:jc w:val=\"left\"/>",
    );
    let before = project.bytes("loi.docx");
    project.run(&["fix", "loi.docx", "-o", "sua.docx"]).succeeds().reports("").prints(
        "đã ghi sua.docx\n\
         đã sửa TT-60, đoạn 7, tên loại: tên loại: canh trái → cỡ chữ 13–14, in hoa, đứng, đậm, canh giữa\n",
    );
    assert!(project.bytes("loi.docx") == before);
    project.run(&["check", "sua.docx"]).succeeds();
    project
        .run(&["fix", "loi.docx", "-o", "sua.docx"])
        .ends_with(2)
        .reports("lỗi: sua.docx đã có; không ghi đè\n  = gợi ý: chọn tên khác, hoặc ghi đè bằng --force\n");
    project
        .run(&["fix", "loi.docx", "-o", "./loi.docx", "--force"])
        .ends_with(2)
        .mentions("lỗi: tệp mới phải khác tệp cũ; vanthu fix không sửa đè lên tệp gốc");
}

#[test]
fn rules_are_listed_and_explained() {
    let list = run_in(repository(), &["rules"]).succeeds();
    assert!(list.out().lines().count() > 100);
    assert!(list.out().lines().all(|line| {
        ["TT-", "VH-", "    "]
            .iter()
            .any(|start| line.starts_with(start))
    }));
    assert!(list.out().lines().all(|line| line.chars().count() <= 80));
    run_in(repository(), &["quy-tac", "tt-41"])
        .succeeds()
        .prints(
            "TT-41 (phải): số nhỏ hơn 10 ghi thêm số 0 phía trước\n\
         Căn cứ: Phụ lục I, phần I, mục II.3.c\n\
         Vì sao: Số một chữ số dễ bị viết thêm.\n\
         Sai:    Số: 5/KH-UBND\n\
         Đúng:   Số: 05/KH-UBND\n",
        );
    run_in(repository(), &["rules", "TT-999"])
        .ends_with(2)
        .reports("lỗi: không có quy tắc “TT-999”\nXem danh sách: vanthu rules\n");
}
