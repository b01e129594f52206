//! Page numbers that are missing or stand wrong, in papers of all habits.

use std::collections::BTreeMap;

use crate::check::facts::{FieldKind, Story};
use crate::check::fix::tests::{mended_bytes, parts};
use crate::check::fix::{Mended, fix};
use crate::check::read;
use crate::check::rules::Settings;
use crate::check::rules::samples::script;
use crate::check::testing::zipped;

/// A plan of some pages without page numbers.
fn long() -> BTreeMap<String, Vec<u8>> {
    let line = "j14 s6 f720|Giao Phòng Văn hóa";
    let more = "j14 s6 f720|Các thôn, các trường học tuyên truyền sâu rộng về phong trào thi đua yêu nước, \
                biểu dương gương người tốt, việc tốt và nhân rộng điển hình tiên tiến trên địa bàn xã.\n";
    let text = script("ke-hoach")
        .with("number\n", "")
        .with(line, &format!("{}{line}", more.repeat(40)));
    parts(&text.bytes())
}

/// Parts with other bytes in a part.
fn with(
    mut parts: BTreeMap<String, Vec<u8>>,
    name: &str,
    old: &str,
    new: &str,
) -> BTreeMap<String, Vec<u8>> {
    let text = text(&parts, name);
    assert!(text.contains(old), "no {old:?} in {name}: {text}");
    parts.insert(name.to_string(), text.replace(old, new).into_bytes());
    parts
}

fn text(parts: &BTreeMap<String, Vec<u8>>, name: &str) -> String {
    let part = parts.get(name).unwrap_or_else(|| panic!("no {name}"));
    String::from_utf8(part.clone()).unwrap()
}

/// The file with a header or footer that every section uses as that of such pages.
fn with_margin(
    parts: BTreeMap<String, Vec<u8>>,
    (kind, number): (&str, u8),
    pages: &str,
    content: &str,
) -> BTreeMap<String, Vec<u8>> {
    let root = if kind == "header" { "hdr" } else { "ftr" };
    let name = format!("{kind}{number}");
    let mut parts = with(
        parts,
        "word/document.xml",
        "<w:sectPr>",
        &format!("<w:sectPr><w:{kind}Reference w:type=\"{pages}\" r:id=\"rId{name}\"/>"),
    );
    let own = format!(
        "<w:{root} xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">{content}</w:{root}>"
    );
    parts.insert(format!("word/{name}.xml"), own.into_bytes());
    let relation = format!(
        "<Relationship Id=\"rId{name}\" Target=\"{name}.xml\" Type=\"http://schemas.openxmlformats.org\
         /officeDocument/2006/relationships/{kind}\"/></Relationships>"
    );
    with(
        parts,
        "word/_rels/document.xml.rels",
        "</Relationships>",
        &relation,
    )
}

const NUMBER: &str = "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:fldSimple w:instr=\" PAGE \"><w:r><w:t>1\
    </w:t></w:r></w:fldSimple></w:p>";

fn mended(parts: &BTreeMap<String, Vec<u8>>) -> Mended {
    let parts: Vec<(String, Vec<u8>)> = parts.clone().into_iter().collect();
    let mended = fix("a.docx", &zipped(&parts), &Settings::default()).unwrap();
    let again = fix("a.docx", &mended.bytes, &Settings::default()).unwrap();
    assert!(again.bytes == mended.bytes, "{:?}", again.mended.items);
    mended
}

/// What the first, the second and the third page have at the top and the bottom; `#` is the number.
fn shown(bytes: &[u8]) -> [String; 3] {
    let facts = read(bytes).unwrap();
    let section = &facts.sections[0];
    let even = facts.settings.even_and_odd;
    let of = |margin: Option<_>| {
        let words = facts
            .all()
            .filter(|(_, it)| margin.is_some_and(|margin| it.story == Story::Margin(margin)));
        let words = words.map(|(_, it)| {
            match it.fields.iter().any(|field| field.kind == FieldKind::Page) {
                true => "#".to_string(),
                false => it.text.clone(),
            }
        });
        words
            .filter(|it| !it.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    };
    let page = |number| {
        let pick = |set: crate::check::facts::MarginSet| match number {
            1 if section.title_page => set.first,
            2 if even => set.even,
            _ => set.default,
        };
        let (top, bottom) = (of(pick(section.headers)), of(pick(section.footers)));
        format!("{top}|{bottom}")
    };
    [page(1), page(2), page(3)]
}

/// Codes that are left.
fn left(mended: &Mended) -> Vec<&str> {
    mended.left.items.iter().map(|item| item.code).collect()
}

#[test]
fn a_paper_without_numbers_gets_them_in_a_new_header() {
    let before = with(long(), "word/document.xml", "<w:titlePg/>", "");
    let mended = mended(&before);
    assert_eq!(shown(&mended.bytes), ["|", "#|", "#|"]);
    assert_eq!(left(&mended), [""; 0]);
    let after = parts(&mended.bytes);
    let document = text(&after, "word/document.xml");
    assert!(document.contains(
        "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId1\"/><w:pgSz w:w=\"11906\""
    ));
    assert_eq!(document.matches("<w:headerReference").count(), 1);
    assert_eq!(document.matches("<w:titlePg/>").count(), 1);
    assert!(text(&after, "[Content_Types].xml").ends_with(
        "<Override PartName=\"/word/header1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.\
         wordprocessingml.header+xml\"/></Types>"
    ));
    assert!(text(&after, "word/_rels/document.xml.rels").ends_with(
        "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/\
         header\" Target=\"header1.xml\"/></Relationships>"
    ));
    let told = &mended.mended.items[0];
    assert_eq!(
        (told.code, &*told.there),
        ("TT-10", "văn bản dài hơn một trang không có số trang")
    );
}

#[test]
fn names_and_ids_that_are_taken_are_not_given_again() {
    let mut before = long();
    before.insert("word/HEADER1.xml".to_string(), b"<a/>".to_vec());
    let before = with(
        before,
        "[Content_Types].xml",
        "</Types>",
        "<Override PartName=\"/word/Header2.xml\" ContentType=\"a/b\"/></Types>",
    );
    let before = with(
        before,
        "word/_rels/document.xml.rels",
        "</Relationships>",
        "<Relationship Id='rId1' Type='a/b' Target='c'/></Relationships>",
    );
    let mended = mended(&before);
    let after = parts(&mended.bytes);
    assert!(after.contains_key("word/header3.xml"));
    assert!(text(&after, "word/_rels/document.xml.rels").contains("Id=\"rId2\""));
    assert_eq!(shown(&mended.bytes), ["|", "#|", "#|"]);
}

#[test]
fn a_package_without_relationships_of_the_text_gets_them() {
    let mut before = long();
    before.remove("word/_rels/document.xml.rels");
    before.remove("word/styles.xml");
    let mended = mended(&before);
    assert_eq!(shown(&mended.bytes), ["|", "#|", "#|"]);
}

#[test]
fn a_text_without_a_section_gets_one() {
    let mut before = long();
    let document = text(&before, "word/document.xml");
    let (start, end) = (document.rfind("<w:sectPr>"), document.rfind("</w:sectPr>"));
    let (start, end) = (start.unwrap(), end.unwrap() + "</w:sectPr>".len());
    let document = format!("{}{}", &document[..start], &document[end..]);
    let document = document.replace("<w:p><w:pPr><w:sectPr>", "<w:p><w:pPr><!--");
    let document = document.replace("</w:sectPr></w:pPr></w:p>", "--></w:pPr></w:p>");
    before.insert("word/document.xml".to_string(), document.into_bytes());
    let mended = mended(&before);
    assert_eq!(shown(&mended.bytes), ["|", "#|", "#|"]);
    let facts = read(&mended.bytes).unwrap();
    assert_eq!(facts.sections[0].width.0, 11_906);
}

#[test]
fn names_of_strict_files_and_other_prefixes_are_kept() {
    let mut before = long();
    let document = text(&before, "word/document.xml")
        .replace("<w:", "<x:")
        .replace("</w:", "</x:")
        .replace(" w:", " x:")
        .replace("xmlns:w=", "xmlns:x=")
        .replace(
            "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"",
            "",
        )
        .replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        );
    before.insert("word/document.xml".to_string(), document.into_bytes());
    let mended = mended(&before);
    assert_eq!(shown(&mended.bytes), ["|", "#|", "#|"]);
    let after = parts(&mended.bytes);
    assert!(
        text(&after, "word/header1.xml")
            .contains("<w:hdr xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\">")
    );
    assert!(text(&after, "word/document.xml").contains(
        "<x:headerReference x:type=\"default\" \
         xmlns:r=\"http://purl.oclc.org/ooxml/officeDocument/relationships\" r:id=\"rId1\"/>"
    ));
}

#[test]
fn a_number_at_the_foot_goes_to_the_top() {
    for number in [
        NUMBER.to_string(),
        // As Word's gallery puts it there.
        format!(
            "<w:sdt><w:sdtContent>{NUMBER}</w:sdtContent></w:sdt><w:p><w:pPr><w:jc w:val=\"right\"/></w:pPr></w:p>"
        ),
        // As Word 2003 did.
        NUMBER.replace(
            "<w:jc",
            "<w:framePr w:wrap=\"around\" w:xAlign=\"right\"/><w:jc",
        ),
    ] {
        let before = with_margin(long(), ("footer", 1), "default", &number);
        let mended = mended(&before);
        assert_eq!(shown(&mended.bytes), ["|", "#|", "#|"], "{number}");
        assert_eq!(left(&mended), [""; 0]);
    }
}

#[test]
fn a_number_with_words_beside_it_is_left_to_the_hand() {
    let words = NUMBER.replace("<w:fldSimple", "<w:r><w:t>Trang </w:t></w:r><w:fldSimple");
    let before = with_margin(long(), ("footer", 1), "default", &words);
    let parts: Vec<(String, Vec<u8>)> = before.clone().into_iter().collect();
    assert!(mended_bytes(&zipped(&parts)) == zipped(&parts));
}

#[test]
fn words_of_the_margins_stay_on_every_page() {
    let words = "<w:p><w:r><w:t>Hội nghị tổng kết</w:t></w:r></w:p>";
    let both = format!("{words}{NUMBER}");
    let bare = |parts| with(parts, "word/document.xml", "<w:titlePg/>", "");
    // No number yet, words at the top and at the foot.
    let before = with_margin(bare(long()), ("header", 1), "default", words);
    let before = with_margin(before, ("footer", 1), "default", words);
    let own = "Hội nghị tổng kết";
    assert_eq!(
        shown(&mended(&before).bytes),
        [
            format!("{own}|{own}"),
            format!("# {own}|{own}"),
            format!("# {own}|{own}")
        ]
    );
    // The number runs on page 1, words beside it.
    let before = with_margin(bare(long()), ("header", 1), "default", &both);
    assert_eq!(
        shown(&mended(&before).bytes),
        [format!("{own}|"), format!("{own} #|"), format!("{own} #|")]
    );
    // Only the first page has a header of its own, and that has a number.
    let before = with_margin(long(), ("header", 1), "first", &both);
    assert_eq!(
        shown(&mended(&before).bytes),
        [format!("{own}|"), "#|".to_string(), "#|".to_string()]
    );
    // An old header of the first page, which Word does not show, does not come back.
    let before = with_margin(bare(long()), ("header", 1), "first", words);
    assert_eq!(shown(&mended(&before).bytes), ["|", "#|", "#|"]);
    // One part for the first page and the others.
    let before = with_margin(long(), ("header", 1), "default", &both);
    let before = with(
        before,
        "word/document.xml",
        "<w:headerReference w:type=\"default\" r:id=\"rIdheader1\"/>",
        "<w:headerReference w:type=\"default\" r:id=\"rIdheader1\"/>\
         <w:headerReference w:type=\"first\" r:id=\"rIdheader1\"/>",
    );
    assert_eq!(
        shown(&mended(&before).bytes),
        [format!("{own}|"), format!("{own} #|"), format!("{own} #|")]
    );
}

#[test]
fn even_pages_have_their_number_too() {
    let settings = "<w:settings xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
                    <w:evenAndOddHeaders/></w:settings>";
    let mut before = with_margin(long(), ("header", 1), "default", NUMBER);
    before.insert("word/settings.xml".to_string(), settings.into());
    let before = with(
        before,
        "word/_rels/document.xml.rels",
        "</Relationships>",
        "<Relationship Id=\"rIds\" Target=\"/word/settings.xml\" Type=\"http://schemas.openxmlformats.org\
         /officeDocument/2006/relationships/settings\"/></Relationships>",
    );
    let made = mended(&before);
    assert_eq!(shown(&made.bytes), ["|", "#|", "#|"]);
    assert_eq!(
        made.mended.items[0].there,
        "phần (section) 1 trang chẵn không có số trang"
    );
    let before = with_margin(before, ("header", 2), "even", "<w:p/>");
    assert_eq!(shown(&mended(&before).bytes), ["|", "#|", "#|"]);
}

#[test]
fn an_annex_counts_its_own_pages() {
    let last = "j14 s6 f720|Danh sách gồm 01 tập thể được đề nghị khen thưởng theo quy định";
    let broken = script("ke-hoach")
        .with("section\n", "section on\n")
        .with(last, &format!("{}{last}", format!("{last}.\n").repeat(40)))
        .bytes();
    let mended = fix("a.docx", &broken, &Settings::default()).unwrap();
    assert_eq!(mended.mended.items[0].code, "TT-12");
    assert_eq!(left(&mended), [""; 0]);
}

#[test]
fn all_of_a_number_is_made_upright_so_that_word_keeps_it() {
    let number = "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:rPr><w:i/></w:rPr><w:fldChar \
                  w:fldCharType=\"begin\"/></w:r><w:r><w:rPr><w:i/></w:rPr><w:instrText>PAGE</w:instrText></w:r>\
                  <w:r><w:rPr><w:i/></w:rPr><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:rPr><w:i/>\
                  </w:rPr><w:t>2</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>";
    let before = with_margin(long(), ("header", 1), "default", number);
    let mended = mended(&before);
    let header = text(&parts(&mended.bytes), "word/header1.xml");
    assert_eq!(header.matches("<w:i w:val=\"0\"/>").count(), 5);
    assert!(!header.contains("<w:i/>"));
}

#[test]
fn a_frame_at_the_side_goes_to_the_middle() {
    let number = NUMBER.replace(
        "<w:jc",
        "<w:framePr w:wrap=\"around\" w:hAnchor=\"page\" w:x=\"9000\" w:xAlign=\"right\" w:y=\"1\"/><w:jc",
    );
    let before = with_margin(long(), ("header", 1), "default", &number);
    let mended = mended(&before);
    assert_eq!(left(&mended), [""; 0]);
    assert!(text(&parts(&mended.bytes), "word/header1.xml").contains(
        "<w:framePr w:wrap=\"around\" w:y=\"1\" w:xAlign=\"center\" w:hAnchor=\"margin\"/>"
    ));
}
