//! What is broken in its form is mended; the words stay; everything else stays byte for byte.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::{Mended, fix};
use crate::check::read;
use crate::check::report::ItemLevel;
use crate::check::rules::Settings;
use crate::check::rules::samples::{Script, script};
use crate::check::testing::{docx, zipped};

fn mended(script: &Script) -> Mended {
    fix("a.docx", &script.bytes(), &Settings::default()).unwrap()
}

/// Broken twins that are mended: rule, script, words of the script, what stands in their place.
const MENDED: &[(&str, &str, &str, &str)] = &[
    (
        "TT-01",
        "ke-hoach",
        "page 1134",
        "paper 12240 15840\npage 1134",
    ),
    (
        "TT-03",
        "ke-hoach",
        "page 1134 1134 1701 1134",
        "page 850 1134 1701 1134",
    ),
    (
        "TT-04",
        "ke-hoach",
        "page 1134 1134 1701 1134",
        "page 1134 1134 1418 1134",
    ),
    (
        "TT-05",
        "ke-hoach",
        "page 1134 1134 1701 1134",
        "page 1134 1134 1701 1440",
    ),
    (
        "TT-06",
        "cong-van",
        "j14 s6 f720|Thực hiện",
        "j14 s6 f720 tArial|Thực hiện",
    ),
    (
        "TT-07",
        "cong-van",
        "j14 s6 f720|Thực hiện",
        "j14 s6 f720 kFF0000|Thực hiện",
    ),
    (
        "TT-09",
        "cong-van",
        "Báo cáo gửi",
        "Ba\u{301}o ca\u{301}o gửi",
    ),
    ("TT-10", "ke-hoach", "number\n", "number l 24 PAGE\n"),
    ("TT-10", "ke-hoach", "number\n", "number first\n"),
    ("TT-11", "ke-hoach", "number\n", "number\nstart 3\n"),
    ("TT-13", "cong-van", "c14i|Mẫu Sơn", "c13i|Mẫu Sơn"),
    ("TT-21", "ke-hoach", "c13b|CỘNG HÒA", "c14|CỘNG HÒA"),
    (
        "TT-22",
        "ke-hoach",
        "Độc lập - Tự do - Hạnh phúc",
        "Độc Lập – Tự Do – Hạnh Phúc",
    ),
    ("TT-23", "ke-hoach", "c14b|Độc lập", "c14bi|Độc lập"),
    ("TT-24", "ke-hoach", "> rule 60.5", "> rule 30"),
    ("TT-24", "ke-hoach", "> rule 60.5\n", ""),
    (
        "TT-24",
        "ke-hoach",
        "> c14b|Độc lập - Tự do - Hạnh phúc\n> rule 60.5",
        "> c14bu|Độc lập - Tự do - Hạnh phúc",
    ),
    (
        "TT-25",
        "ke-hoach",
        "> c14b|Độc lập",
        "> c14b s6 x360|Độc lập",
    ),
    (
        "TT-31",
        "cong-van",
        "< c13|UBND TỈNH MẪU",
        "< c14|UBND TỈNH MẪU",
    ),
    ("TT-32", "ke-hoach", "< rule 12", "< rule 45"),
    ("TT-32", "ke-hoach", "< rule 12\n", ""),
    ("TT-40", "ke-hoach", "< c13|Số:", "< c14b|Số:"),
    (
        "TT-50",
        "ke-hoach",
        "> c14i|Bình Mẫu, ngày",
        "> l15|Bình Mẫu, ngày",
    ),
    (
        "TT-51",
        "quyet-dinh",
        "> c14i|Bình Mẫu, ngày 22 tháng 3",
        "> c14i|Bình Mẫu, ngày 22 tháng 03",
    ),
    ("TT-60", "ke-hoach", "c14b|KẾ HOẠCH", "l16|KẾ HOẠCH"),
    (
        "TT-62",
        "ke-hoach",
        "c14b|Tổ chức Hội nghị",
        "c14i|Tổ chức Hội nghị",
    ),
    ("TT-63", "ke-hoach", "rule 60\n", ""),
    ("TT-65", "cong-van", "< c12 s6|V/v", "< c14bi s6|V/v"),
    ("TT-66", "cong-van", "< c12 s6|V/v", "< c12|V/v"),
    ("TT-67", "ke-hoach", "năm 2025\nrule", "năm 2025.\nrule"),
    ("TT-70", "cong-van", "j14 s6", "j12 s6"),
    (
        "TT-71",
        "cong-van",
        "j14 s6 f720|Thực hiện",
        "l14 s6 f720|Thực hiện",
    ),
    ("TT-72", "cong-van", "j14 s6 f720", "j14 s6 f1134"),
    ("TT-73", "cong-van", "j14 s6 f720", "j14 s2 f720"),
    ("TT-74", "cong-van", "j14 s6 f720", "j14 s6 f720 x480"),
    (
        "TT-75",
        "quyet-dinh",
        "j14i s6 f720|Căn cứ Luật Thi đua",
        "j14 s6 f720|Căn cứ Luật Thi đua",
    ),
    ("TT-82", "quyet-dinh", "*Điều 2.*", "Điều 2."),
    (
        "TT-84",
        "ke-hoach",
        "j14b s6 f720|II. NỘI DUNG",
        "j14 s6 f720|II. NỘI DUNG",
    ),
    (
        "TT-85",
        "ke-hoach",
        "j14b s6 f720|2. Yêu cầu",
        "j14 s6 f720|2. Yêu cầu",
    ),
    (
        "TT-90",
        "quyet-dinh",
        "Quyết định này./.",
        "Quyết định này. /.",
    ),
    (
        "TT-100",
        "ke-hoach",
        "> c14b|PHÓ CHỦ TỊCH",
        "> l12|PHÓ CHỦ TỊCH",
    ),
    (
        "TT-101",
        "ke-hoach",
        "> c14b|TM. ỦY BAN",
        "> c14b|T/M ỦY BAN",
    ),
    (
        "TT-113",
        "cong-van",
        "l14 m1982|Kính gửi:",
        "l14bi m1982|Kính gửi:",
    ),
    ("TT-114", "ke-hoach", "< l12bi|Nơi nhận:", "< c14|Nơi nhận:"),
    ("TT-115", "ke-hoach", "< l11|", "< l13i|"),
    ("TT-117", "ke-hoach", "- Lưu: VT, VHXH.", "- Lưu: VT, VHXH;"),
    ("TT-117", "ke-hoach", "- Lưu: VT, VHXH.", "- Lưu VT, VHXH."),
    ("TT-122", "ke-hoach", "c14b|Phụ lục\n", "l13|Phụ lục\n"),
    ("TT-123", "ke-hoach", "c14i|(Kèm theo", "c14|(Kèm theo"),
    ("VH-33", "quyet-dinh", "05 tập thể và", "05 tập thể ,tổ và"),
    (
        "VH-36",
        "quyet-dinh",
        "Quỹ Thi đua, khen thưởng",
        "Quỹ  Thi đua,   khen thưởng",
    ),
];

#[test]
fn what_is_broken_in_its_form_is_mended() {
    let mut wrong = Vec::new();
    for (code, name, old, new) in MENDED {
        let mended = mended(&script(name).with(old, new));
        let told = mended.mended.items.iter().any(|item| item.code == *code);
        let left: Vec<_> = mended
            .left
            .items
            .iter()
            .map(|item| (item.code, &item.there))
            .collect();
        if !told || !left.is_empty() {
            wrong.push(format!(
                "{code} {new:?} in {name}: told {told}, left {left:?}"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The bytes of a mended file.
pub(super) fn mended_bytes(bytes: &[u8]) -> Vec<u8> {
    fix("a.docx", bytes, &Settings::default()).unwrap().bytes
}

/// Words of a file, paragraph by paragraph, blank ones left out.
fn words(bytes: &[u8]) -> Vec<String> {
    let facts = read(bytes).unwrap();
    let words = facts
        .paragraphs
        .iter()
        .map(|paragraph| paragraph.text.clone());
    words.filter(|text| !text.trim().is_empty()).collect()
}

#[test]
fn no_line_is_drawn_across_both_columns_of_a_head_typed_by_tabs() {
    let line = |words: &str| {
        format!(
            r#"<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:sz w:val="26"/></w:rPr><w:t>{}</w:t></w:r></w:p>"#,
            words.replace('\t', "</w:t><w:tab/><w:t>")
        )
    };
    let head = [
        "ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "XÃ BÌNH MẪU\tĐộc lập - Tự do - Hạnh phúc",
        "Số: 12/KH-UBND\tBình Mẫu, ngày 05 tháng 3 năm 2026",
        "KẾ HOẠCH",
        "Tổ chức Hội nghị",
    ];
    let broken = docx(&head.map(line).concat()).bytes();
    let mended = fix("a.docx", &broken, &Settings::default()).unwrap();
    let lines: Vec<String> = read(&mended.bytes)
        .unwrap()
        .paragraphs
        .iter()
        .map(|paragraph| paragraph.text.clone())
        .collect();
    assert_eq!(lines[..5], head);
    let left = |code| mended.left.items.iter().any(|item| item.code == code);
    assert!(left("TT-24") && left("TT-32") && !left("TT-63"));
}

#[test]
fn a_paper_broken_in_many_ways_keeps_its_words() {
    let broken = script("ke-hoach")
        .with("page 1134 1134 1701 1134", "page 567 567 1134 567")
        .with("j14 s6 f720", "l12 tCalibri")
        .with("> c14b|", "> l12|")
        .with("c14b|KẾ HOẠCH", "c16|KẾ HOẠCH");
    let before = words(&broken.bytes());
    let mended = mended(&broken);
    assert_eq!(words(&mended.bytes), before);
    assert_eq!(
        mended.left.count(ItemLevel::Must),
        0,
        "{:?}",
        mended.left.items
    );
}

/// The parts of a file.
pub(super) fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = BTreeMap::new();
    for index in 0..zip.len() {
        let mut part = zip.by_index(index).unwrap();
        let mut content = Vec::new();
        part.read_to_end(&mut content).unwrap();
        parts.insert(part.name().to_string(), content);
    }
    parts
}

#[test]
fn only_what_is_mended_changes() {
    let broken = script("ke-hoach").with("c14b|KẾ HOẠCH", "c16b|KẾ HOẠCH");
    let (before, after) = (parts(&broken.bytes()), parts(&mended(&broken).bytes));
    for (name, content) in &before {
        if name != "word/document.xml" {
            assert!(after[name] == *content, "{name}");
        }
    }
    let text = |parts: &BTreeMap<String, Vec<u8>>| {
        String::from_utf8(parts["word/document.xml"].clone()).unwrap()
    };
    let mended = text(&before).replacen(
        "<w:sz w:val=\"32\"/>",
        "<w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/>",
        1,
    );
    assert_eq!(text(&after), mended);
}

#[test]
fn lines_of_one_run_are_mended_one_by_one() {
    let mut parts = parts(&script("ke-hoach").bytes());
    let document = String::from_utf8(parts["word/document.xml"].clone()).unwrap();
    let old = "<w:r><w:rPr><w:i/><w:sz w:val=\"28\"/></w:rPr><w:t xml:space=\"preserve\">Bình Mẫu, ngày 05 \
               tháng 02 năm 2026</w:t></w:r>";
    assert!(document.contains(old));
    // Two lines that were typed in one go, the day in the letters of the first.
    let new = "<w:r><w:rPr><w:i/><w:sz w:val=\"24\"/></w:rPr><w:t>&amp;</w:t><w:br/><w:t>Bình Mẫu, ngày 05 \
               tháng 2 năm 2026</w:t></w:r>";
    let document = document.replace(old, new);
    parts.insert("word/document.xml".to_string(), document.into_bytes());
    let parts: Vec<(String, Vec<u8>)> = parts.into_iter().collect();
    let mended = fix("a.docx", &zipped(&parts), &Settings::default()).unwrap();
    let document = self::parts(&mended.bytes)["word/document.xml"].clone();
    let document = String::from_utf8(document).unwrap();
    assert!(
        document.contains(
            "<w:r><w:rPr><w:i/><w:sz w:val=\"24\"/></w:rPr><w:t xml:space=\"preserve\">&amp;</w:t><w:br/></w:r>\
             <w:r><w:rPr><w:i/><w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/></w:rPr><w:t xml:space=\"preserve\">\
             Bình Mẫu, ngày 05 tháng 02 năm 2026</w:t></w:r>"
        ),
        "{:?}",
        mended.left.items
    );
}

#[test]
fn a_good_paper_is_given_back_as_it_is() {
    let good = script("quyet-dinh").bytes();
    let mended = fix("a.docx", &good, &Settings::default()).unwrap();
    assert!(mended.bytes == good);
    assert!(mended.mended.items.is_empty());
}

#[test]
fn signed_files_and_files_with_changes_are_left_alone() {
    let changed =
        docx("<w:p><w:ins w:id=\"1\" w:author=\"a\"><w:r><w:t>thêm</w:t></w:r></w:ins></w:p>");
    let refusal = fix("a.docx", &changed.bytes(), &Settings::default()).unwrap_err();
    assert_eq!(refusal.code, "con-theo-doi-sua");
    assert_eq!(
        refusal.message,
        "tệp còn 1 chỗ sửa đang theo dõi (Track Changes), không sửa"
    );
    let signed = docx("<w:p/>").raw("_xmlsignatures/sig1.xml", b"<Signature/>");
    let refusal = fix("a.docx", &signed.bytes(), &Settings::default()).unwrap_err();
    assert_eq!(refusal.message, "tệp đã ký số, không sửa");
}
