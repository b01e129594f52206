//! Drawn lines of wrong length, boxes that stand twice, and other kinds of lines.

use std::collections::BTreeMap;

use crate::check::fix::tests::parts;
use crate::check::fix::{Mended, Obstacle, fix};
use crate::check::read;
use crate::check::rules::Settings;
use crate::check::rules::samples::script;
use crate::check::testing::zipped;

const MOTTO: &str = "Độc lập - Tự do - Hạnh phúc</w:t></w:r>";

/// A plan whose Tiêu ngữ has that behind it in its paragraph, instead of a line.
fn plan(drawing: &str) -> BTreeMap<String, Vec<u8>> {
    let mut parts = parts(&script("ke-hoach").with("> rule 60.5\n", "").bytes());
    let document = String::from_utf8(parts["word/document.xml"].clone()).unwrap();
    assert!(document.contains(MOTTO));
    let document = document.replace(MOTTO, &format!("{MOTTO}{drawing}"));
    parts.insert("word/document.xml".to_string(), document.into_bytes());
    parts
}

fn mended(parts: BTreeMap<String, Vec<u8>>) -> (Mended, String) {
    let parts: Vec<(String, Vec<u8>)> = parts.into_iter().collect();
    let mended = fix("a.docx", &zipped(&parts), &Settings::default()).unwrap();
    let again = fix("a.docx", &mended.bytes, &Settings::default()).unwrap();
    assert!(again.bytes == mended.bytes, "{:?}", again.mended.items);
    let after = super::super::tests::parts(&mended.bytes);
    let document = String::from_utf8(after["word/document.xml"].clone()).unwrap();
    (mended, document)
}

/// A connector of 100 points that begins 90 points from the left, as Word 2010 and later draw it.
fn connector(inside: &str) -> String {
    format!(
        "<w:drawing><wp:anchor distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\" simplePos=\"0\" \
         relativeHeight=\"2\" behindDoc=\"0\" locked=\"0\" layoutInCell=\"1\" allowOverlap=\"1\"><wp:simplePos \
         x=\"0\" y=\"0\"/><wp:positionH relativeFrom=\"column\"><wp:posOffset>1143000</wp:posOffset>\
         </wp:positionH><wp:positionV relativeFrom=\"paragraph\"><wp:posOffset>228600</wp:posOffset>\
         </wp:positionV><wp:extent cx=\"1270000\" cy=\"0\"/><wp:effectExtent l=\"0\" t=\"0\" r=\"0\" b=\"0\"/>\
         <wp:wrapNone/><wp:docPr id=\"2\" name=\"Line 2\"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData \
         uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><wps:wsp><wps:cNvCnPr/>\
         <wps:spPr><a:xfrm{inside}><a:off x=\"0\" y=\"0\"/><a:ext cx=\"1270000\" cy=\"0\"/></a:xfrm><a:prstGeom \
         prst=\"line\"><a:avLst/></a:prstGeom><a:ln w=\"9525\"><a:solidFill><a:srgbClr val=\"000000\"/>\
         </a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor>\
         </w:drawing>"
    )
}

const LINE: &str = "<w:pict><v:line id=\"l\" style=\"position:absolute;z-index:1\" from=\"90pt,18pt\" \
    to=\"190pt,18pt\" o:gfxdata=\"UEsDBBQ\"/></w:pict>";

/// The length that the mended drawn lines have.
fn lengths(bytes: &[u8]) -> Vec<f64> {
    let facts = read(bytes).unwrap();
    let own = facts.shapes.iter();
    own.map(|shape| shape.placement.width.0.round()).collect()
}

#[test]
fn a_drawn_line_keeps_its_middle_in_both_forms() {
    let both = format!(
        "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\">{}</mc:Choice><mc:Fallback>{LINE}</mc:Fallback>\
         </mc:AlternateContent></w:r>",
        connector("")
    );
    let (mended, document) = mended(plan(&both));
    assert_eq!(mended.mended.items[0].code, "TT-24");
    assert_eq!(mended.left.items.len(), 0, "{:?}", mended.left.items);
    assert_eq!(lengths(&mended.bytes), [171.0]);
    assert_eq!(document.matches("cx=\"2176574\"").count(), 2);
    // The middle was 140 points from the left.
    assert!(document.contains("<wp:posOffset>689713</wp:posOffset>"));
    assert!(document.contains("from=\"54.31pt,18pt\" to=\"225.69pt,18pt\"/>"));
    assert!(!document.contains("gfxdata"));
}

#[test]
fn an_old_line_is_mended_however_it_was_drawn() {
    for (drawing, expected) in [
        (
            LINE.to_string(),
            "from=\"54.31pt,18pt\" to=\"225.69pt,18pt\"",
        ),
        (
            "<w:pict><v:shapetype id=\"_x0000_t32\" coordsize=\"21600,21600\" o:spt=\"32\"/><v:shape \
             type=\"#_x0000_t32\" style=\"position:absolute;margin-left:90pt;margin-top:2pt;width:100pt;\
             height:0\"/></w:pict>"
                .to_string(),
            "style=\"position:absolute;margin-left:54.31pt;margin-top:2pt;width:171.38pt;height:0\"",
        ),
    ] {
        let (mended, document) = mended(plan(&format!("<w:r>{drawing}</w:r>")));
        assert_eq!(mended.left.items.len(), 0, "{:?}", mended.left.items);
        assert!(document.contains(expected), "{expected}");
    }
}

#[test]
fn a_line_that_is_turned_or_in_a_group_is_left_to_the_hand() {
    let turned = connector(" rot=\"60000\"");
    let group = LINE
        .replace(
            "<w:pict>",
            "<w:pict><v:group style=\"position:absolute;margin-left:90pt;width:100pt;height:1pt\" \
        coordsize=\"2000,20\">",
        )
        .replace("</w:pict>", "</v:group></w:pict>")
        .replace("190pt,18pt", "2000,0")
        .replace("90pt,18pt", "0,0");
    for drawing in [turned, group] {
        let parts = plan(&format!("<w:r>{drawing}</w:r>"));
        let before = parts["word/document.xml"].clone();
        let (mended, document) = mended(parts);
        assert!(document.into_bytes() == before);
        let left: Vec<&str> = mended.left.items.iter().map(|item| item.code).collect();
        assert_eq!(left, ["TT-24"], "{:?}", mended.left.items);
        assert_eq!(
            mended.obstacles,
            [Obstacle {
                item: 0,
                why: "đường kẻ vẽ bị xoay, nằm trong nhóm hoặc có dạng lạ; kéo lại bằng tay"
            }],
            "{:?}",
            mended.left.items
        );
    }
}

#[test]
fn underscores_become_as_many_as_the_length_asks() {
    let (mended, document) = mended(plan(
        "</w:p><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:t>________</w:t></w:r>",
    ));
    assert_eq!(
        mended.mended.items[0].there,
        "đường kẻ dưới Tiêu ngữ dài 20 mm, bằng 33% dòng chữ"
    );
    assert_eq!(mended.left.items.len(), 0, "{:?}", mended.left.items);
    assert!(document.contains(&format!(">{}<", "_".repeat(24))));
}

#[test]
fn a_border_of_the_words_becomes_a_line_of_its_own() {
    let parts = parts(&script("ke-hoach").with("> rule 60.5\n", "").bytes());
    let document = String::from_utf8(parts["word/document.xml"].clone()).unwrap();
    let at = document.find(MOTTO).unwrap();
    let start = document[..at].rfind("<w:pPr>").unwrap() + "<w:pPr>".len();
    let border =
        "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"1\" w:color=\"auto\"/></w:pBdr>";
    let document = format!("{}{border}{}", &document[..start], &document[start..]);
    let mut parts = parts;
    parts.insert("word/document.xml".to_string(), document.into_bytes());
    let (mended, document) = mended(parts);
    assert_eq!(mended.left.items.len(), 0, "{:?}", mended.left.items);
    assert!(document.contains("<w:pBdr><w:bottom w:val=\"nil\"/></w:pBdr>"));
}

#[test]
fn underlined_words_stay_where_no_line_can_take_their_place() {
    let text = script("ke-hoach").with(
        "> c14b|Độc lập - Tự do - Hạnh phúc\n> rule 60.5",
        "> c14bu|Độc lập - Tự do - Hạnh phúc\njpeg",
    );
    let bytes = text.bytes();
    let mended = fix("a.docx", &bytes, &Settings::default()).unwrap();
    assert!(
        String::from_utf8(parts(&mended.bytes)["word/document.xml"].clone())
            .unwrap()
            .contains("<w:u ")
    );
}

/// A text box of a form for newer and one for older programs, with those contents.
fn boxed(new: &str, old: &str) -> String {
    format!(
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:anchor><wp:positionH \
         relativeFrom=\"column\"><wp:posOffset>0</wp:posOffset></wp:positionH><wp:extent cx=\"2540000\" \
         cy=\"500000\"/><a:graphic><a:graphicData uri=\"u\"><wps:wsp><wps:txbx><w:txbxContent>{new}\
         </w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>\
         <mc:Fallback><w:pict><v:shape type=\"#_x0000_t202\" style=\"width:200pt;height:40pt\"><v:textbox>\
         <w:txbxContent>{old}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>\
         </mc:AlternateContent></w:r></w:p>"
    )
}

/// A plan with a paragraph in a box, which the file has twice.
fn with_box(new: &str, old: &str) -> BTreeMap<String, Vec<u8>> {
    let mut parts = parts(&script("ke-hoach").bytes());
    let document = String::from_utf8(parts["word/document.xml"].clone()).unwrap();
    let place = "<w:tbl>";
    let document = document.replacen(place, &format!("{}{place}", boxed(new, old)), 1);
    parts.insert("word/document.xml".to_string(), document.into_bytes());
    parts
}

#[test]
fn a_box_that_stands_twice_is_mended_in_both_or_left() {
    let words = "<w:p><w:r><w:rPr><w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\"/></w:rPr><w:t>Lưu hành nội bộ\
                 </w:t></w:r></w:p>";
    let (mended_both, document) = mended(with_box(words, words));
    assert_eq!(mended_both.mended.items[0].code, "TT-06");
    assert_eq!(document.matches("w:ascii=\"Times New Roman\"").count(), 2);
    assert!(!document.contains("Arial"));
    let other = words.replace("nội bộ", "nội  bộ");
    let (left, document) = mended(with_box(words, &other));
    assert_eq!(document.matches("w:ascii=\"Arial\"").count(), 2);
    assert_eq!(
        left.obstacles[0].why,
        "khung chữ được lưu hai bản khác nhau trong tệp; sửa bằng tay trong Word"
    );
}

#[test]
fn an_automatic_number_is_formatted_by_the_mark_of_its_paragraph() {
    let numbering = |run: &str| {
        format!(
            "<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
             <w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt \
             w:val=\"upperRoman\"/><w:suff w:val=\"space\"/><w:lvlText w:val=\"%1.\"/>{run}</w:lvl>\
             </w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>"
        )
    };
    let paper = |run: &str| {
        let mut parts = parts(&script("ke-hoach").bytes());
        let document = String::from_utf8(parts["word/document.xml"].clone()).unwrap();
        let document = ["I. MỤC ĐÍCH", "II. NỘI DUNG", "III. TỔ CHỨC"].iter().fold(
            document,
            |document, words| {
                let at = document.find(words).unwrap();
                let start = document[..at].rfind("<w:pPr>").unwrap() + "<w:pPr>".len();
                let rest =
                    document[start..].replacen(words, &words[words.find(' ').unwrap() + 1..], 1);
                format!(
                    "{}<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>{rest}",
                    &document[..start]
                )
            },
        );
        parts.insert("word/document.xml".to_string(), document.into_bytes());
        parts.insert(
            "word/numbering.xml".to_string(),
            numbering(run).into_bytes(),
        );
        let relations = String::from_utf8(parts["word/_rels/document.xml.rels"].clone()).unwrap();
        let relations = relations.replace(
            "</Relationships>",
            "<Relationship Id=\"n\" Target=\"numbering.xml\" Type=\"a/numbering\"/></Relationships>",
        );
        parts.insert(
            "word/_rels/document.xml.rels".to_string(),
            relations.into_bytes(),
        );
        parts
    };
    let (plain, document) = mended(paper(""));
    assert_eq!(plain.left.items.len(), 0, "{:?}", plain.left.items);
    assert_eq!(
        document
            .matches("<w:rPr><w:b/><w:bCs/></w:rPr></w:pPr>")
            .count(),
        3
    );
    let (own, _) = mended(paper("<w:rPr><w:b w:val=\"0\"/></w:rPr>"));
    let left: Vec<&str> = own.left.items.iter().map(|item| item.code).collect();
    assert_eq!(left, ["TT-84"; 3]);
    assert_eq!(
        own.obstacles[0].why,
        "số thứ tự tự động có định dạng riêng; đổi ở Define New Multilevel List trong Word"
    );
}
