//! Templates and Markdown of any shape, and guest lists made to harm, give findings or right letters,
//! never a panic, a hang or a file elsewhere.

use proptest::prelude::{ProptestConfig, Strategy, any, prop, prop_oneof, proptest};
use serde_json::json;

use vanthu::diag::{Diagnostic, Place};
use vanthu::document::dump::dump;
use vanthu::markup;
use vanthu::template::{Component, Engine, builtin};

/// Pieces of Tera and Markdown in any order.
fn soup() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec![
            "{%", "%}", "{{", "}}", "{#", "#}", "{%-", "-%}", "{{-", "-}}", "-", "'", "\"", "`", "\\",
            "{% block noi_dung %}", "{% endblock %}", "{% for x in ds %}", "{% endfor %}", "{% if x %}",
            "{% else %}", "{% endif %}", "{% set y = x ~ x %}", "{% set y %}", "{% endset %}", "{{ y }}",
            "{{ ten }}", "{{ ten | in_hoa }}", "{{ ds | noi }}", "{{ so | bang_chu }}", "{{ x | cau }}",
            "{% raw %}", "{% endraw %}", "{% include 'van-ban.md' %}", "{% extends 'van-ban.md' %}\n",
            "{{ super() }}", "{{ ds[0] }}", "{{ khong?.co }}", "{{ ten[1:3] }}", "{{ range(end=3) }}",
            "{% component c(a) %}", "{% endcomponent %}", "{{ <c a='1'/> }}", "{% filter in_hoa %}",
            "{% endfilter %}", "{{ __tinh(n=-1) }}", "{{ __do() }}", "\n", "  ", " | ", "đ", "ế", "\u{1}",
            "# ", "- ", "1. ", "|a|b|\n|-|-|\n", "> ", "***", "**", "![", "](", "<b>", "```", "    ", "[^1]",
            "[a]: b\n", "{.phan}", "\r\n", "---\n", "===\n", "\u{a0}", "\u{0}",
        ]).prop_map(str::to_string),
        1 => any::<char>().prop_map(|c| c.to_string()),
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

/// Findings can be shown.
fn show(diagnostics: &[Diagnostic]) {
    for diagnostic in diagnostics {
        assert!(!diagnostic.to_string().is_empty());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_template_is_read_or_refused(text in soup(), inside in any::<bool>()) {
        let text = if inside {
            format!("{{% extends \"van-ban.md\" %}}{{% block noi_dung %}}{text}{{% endblock %}}")
        } else {
            text
        };
        let own = vec![("a.md".to_string(), "mau/a.md".into(), text)];
        let (engine, diagnostics) = Engine::new(&builtin::TEMPLATES[..1], own);
        show(&diagnostics);
        let context = json!({
            "ten": "Lễ *A* | b", "ds": ["a", "1. b"], "so": 1005, "x": "; .",
            "van_ban": { "khoa": "a", "trich_yeu": null, "kinh_gui": [], "can_cu": [], "noi_nhan": [] }
        });
        let (rendered, diagnostics) = engine.render("a", &context);
        show(&diagnostics);
        let body = rendered.text(Component::Body);
        let (_, diagnostics) = markup::parse(body, &|at| rendered.locate(Component::Body, at));
        show(&diagnostics);
    }

    #[test]
    fn any_markdown_is_read_or_refused(text in soup()) {
        let (body, diagnostics) = markup::parse(&text, &|_| Place::Nowhere);
        show(&diagnostics);
        let again = dump(&body);
        assert_eq!(again, dump(&markup::parse(&text, &|_| Place::Nowhere).0));
        let (_, diagnostics) = markup::parse_lines(&text, &|at| {
            assert!(text.get(at).is_some());
            Place::Nowhere
        });
        show(&diagnostics);
    }
}

/// Guest lists made to harm, from the file to the letters.
mod tables {
    use std::io::{Cursor, Write};

    use rust_xlsxwriter::{Formula, Workbook, Worksheet};
    use zip::write::SimpleFileOptions;

    use crate::project::{Project, starter};
    use crate::read_back::{paragraphs, part};

    /// The starter dossier with an invitation and a list for the guests of a file.
    fn project(file: &str, bytes: impl AsRef<[u8]>) -> Project {
        starter()
            .file(file, bytes)
            .replace(
                "ho-so.yaml",
                "\nsu_kien:\n",
                &format!("\nkhach_moi: {file}\n\nsu_kien:\n"),
            )
            .replace(
                "ho-so.yaml",
                "van_ban:\n",
                "van_ban:\n  giay_moi:\n    so: 12\n    ngay: 05/3/2026\n    ky: pho_chu_tich\n    \
                 moi_dong_cua: khach_moi\n  danh_sach_khach_moi:\n    ky: chu_tich\n",
            )
    }

    const BUILD: [&str; 6] = [
        "build",
        ".",
        "--only",
        "giay_moi,danh_sach_khach_moi",
        "--format",
        "docx",
    ];

    /// The whole program refuses a file with these words and makes nothing.
    fn refused(file: &str, bytes: impl AsRef<[u8]>, code: &str, words: &str) {
        let project = project(file, bytes);
        for command in [&["check", "."][..], &BUILD] {
            project
                .run(command)
                .ends_with(1)
                .mentions(code)
                .mentions(words);
        }
        assert!(!project.path().join("ket-qua").exists(), "{file}");
    }

    fn workbook(fill: impl Fn(&mut Worksheet)) -> Vec<u8> {
        let mut book = Workbook::new();
        fill(book.add_worksheet());
        book.save_to_buffer().expect("a workbook")
    }

    fn rows(sheet: &mut Worksheet, rows: &[[&str; 3]]) {
        for (row, cells) in (0u32..).zip(rows) {
            for (column, text) in (0u16..).zip(cells) {
                sheet.write_string(row, column, *text).expect("a cell");
            }
        }
    }

    fn zipped(name: &str, part: &[u8], times: usize) -> Vec<u8> {
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for name in ["[Content_Types].xml", name] {
            archive
                .start_file(name, SimpleFileOptions::default())
                .expect("a part");
            if name.starts_with('[') {
                archive.write_all(b"<a/>").expect("written");
            } else {
                for _ in 0..times {
                    archive.write_all(part).expect("written");
                }
            }
        }
        archive.finish().expect("an archive").into_inner()
    }

    const HEAD: [&str; 3] = ["Họ và tên", "Chức vụ", "Đơn vị"];

    #[test]
    fn broken_locked_and_swollen_files_are_told() {
        let whole =
            workbook(|sheet| rows(sheet, &[HEAD, ["Lê Văn Tám", "Trưởng thôn", "Thôn Một"]]));
        refused(
            "khach.xlsx",
            &whole[..whole.len() / 2],
            "lỗi[tep-hong]: ",
            "gợi ý: ",
        );
        let mut locked = cfb::CompoundFile::create(Cursor::new(Vec::new())).expect("a container");
        locked
            .create_stream("/EncryptedPackage")
            .expect("a stream")
            .write_all(b"x")
            .expect("written");
        let locked = locked.into_inner().into_inner();
        refused(
            "khach.xlsx",
            locked,
            "lỗi[tep-co-mat-khau]: ",
            "bảng tính có mật khẩu mở tệp",
        );
        let bomb = zipped("xl/worksheets/sheet1.xml", &vec![b' '; 1 << 20], 130);
        assert!(bomb.len() < 1 << 20, "{} bytes", bomb.len());
        refused(
            "khach.xlsx",
            bomb,
            "lỗi[bang-qua-lon]: ",
            "tệp bảng tính bung ra quá lớn",
        );
        let strings = b"<sst uniqueCount=\"99999999999\"><si><t>a</t></si></sst>";
        refused(
            "khach.xlsx",
            zipped("xl/sharedStrings.xml", strings, 1),
            "lỗi[bang-qua-lon]: ",
            "bung ra quá lớn",
        );
        refused(
            "khach.ods",
            b"PK\x03\x04 khong phai ods",
            "lỗi[tep-hong]: ",
            "gợi ý: ",
        );
        refused(
            "khach.xls",
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 cut",
            "lỗi[tep-hong]: ",
            "gợi ý: ",
        );
        refused(
            "khach.csv",
            "Họ tên,Đơn vị\nLê A,X\nLê B,\"Y\nLê C,Z\n",
            "lỗi[nhay-kep-sai]: ",
            "khach.csv, dòng 3",
        );
        let mut long = "Họ tên,Đơn vị\n".to_string();
        long.push_str(&"Lê A,Thôn Một\n".repeat(100_000));
        refused(
            "khach.csv",
            long,
            "lỗi[bang-qua-lon]: ",
            "bảng có hơn 100.000 dòng",
        );
    }

    #[test]
    fn formulas_and_cells_far_away_do_no_harm() {
        let book = workbook(|sheet| {
            rows(sheet, &[HEAD, ["Lê Văn Tám", "=1+1", "@SUM(A1)"]]);
            let formula = Formula::new("=UPPER(\"x\")").set_result("Trần Thị Kết Quả");
            sheet.write_formula(2, 0, formula).expect("a formula");
            sheet.write_string(2, 2, "Thôn Hai").expect("a cell");
            sheet
                .write_string(1_048_575, 16_383, "lạc")
                .expect("a cell");
        });
        let project = project("khach.xlsx", book);
        project
            .run(&BUILD)
            .succeeds()
            .mentions("lưu ý[ngoai-vung]: ")
            .mentions("ô XFD1048576");
        let letter =
            |stem: &str| paragraphs(&project.bytes(&format!("ket-qua/{stem}.docx"))).join("\n");
        assert!(letter("giay-moi-001-le-van-tam").contains("Ông (Bà) Lê Văn Tám, =1+1, @SUM(A1)."));
        assert!(letter("giay-moi-002-tran-thi-ket-qua").contains("Trần Thị Kết Quả, Thôn Hai."));
        let list = project.bytes("ket-qua/danh-sach-khach-moi.xlsx");
        assert!(!part(&list, "xl/worksheets/sheet1.xml").contains("<f>"));
        assert!(part(&list, "xl/sharedStrings.xml").contains("=1+1"));
    }

    #[test]
    fn names_made_to_harm_are_letters_or_findings() {
        let long = "Ấ".repeat(300);
        let guests = format!(
            "STT,Xưng hô,Họ và tên,Chức vụ,Đơn vị\n\
             1,Ông,../../x,CON,NUL\n\
             2,Ông,CON,-x,+y\n\
             3,Bà,{long},a,b\n\
             4,Bà,{{{{ 7*7 }}}},{{% raw %}},{{# a #}}\n\
             5,Bà,| a | b |,**đậm**,<b>\n\
             6,Ông,Lê\u{202E}Tám,Tổ\u{7} trưởng,Thôn Ba\n\
             7,Ông,Lê Vui 🎉,Trưởng thôn,Thôn Tư\n\
             8,Ông,,,\n"
        );
        let project = project("khach.csv", guests);
        let before = project.names(".");
        project
            .run(&["build", ".", "--only", "giay_moi", "--format", "docx"])
            .ends_with(1)
            .mentions("dòng 7, cột “Họ và tên”")
            .mentions("có ký tự đảo chiều chữ (U+202E)")
            .mentions("có ký tự không in được (U+0007)")
            .mentions("phông chữ không có ký tự “🎉” (U+1F389)")
            .mentions("dòng không có họ tên, chức vụ và đơn vị: không biết mời ai");
        for (stem, words) in [
            ("giay-moi-001-x", "Ông ../../x, CON, NUL."),
            ("giay-moi-002-tep-con", "Ông CON, -x, +y."),
            ("giay-moi-004-7-7", "Bà {{ 7*7 }}, {% raw %}, {# a #}."),
            ("giay-moi-005-a-b", "Bà | a | b |, **đậm**, <b>."),
        ] {
            let lines = paragraphs(&project.bytes(&format!("ket-qua/{stem}.docx")));
            assert!(
                lines.iter().any(|line| line.ends_with(words)),
                "{stem}: {lines:?}"
            );
        }
        let names = project.names("ket-qua");
        let third = names
            .iter()
            .find(|name| name.starts_with("giay-moi-003-aaa"));
        let third = third.expect("the letter of the long name");
        assert!(third.len() < 120, "{third}");
        let lines = paragraphs(&project.bytes(&format!("ket-qua/{third}")));
        assert!(lines.concat().contains(&long), "not cut");
        assert_eq!(names.len(), 5 + 2, "{names:?}");
        // Nothing beside the folder of results.
        let mut expected = before;
        expected.push("ket-qua".to_string());
        expected.sort();
        assert_eq!(project.names("."), expected);
    }
}
