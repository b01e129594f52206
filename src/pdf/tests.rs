//! PDF files read back: what a reader gets must be what was laid out.

use std::collections::BTreeMap;
use std::thread;

use lopdf::content::Content;
use lopdf::{Document, Object};

use super::write;
use crate::document::Meta;
use crate::fonts::{self, Face};
use crate::form::flow::{Color, FieldPurpose};
use crate::layout::page::{
    Bookmark, Element, ElementId, FieldItem, Item, LineItem, Page, Pages, Role, Tag, TextItem,
};
use crate::units::{HalfPoints, Pt};

/// The 134 letters that Vietnamese adds to the Latin alphabet.
const MARKED: &str = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ\
                      ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ";

fn text(face: Face, text: &str) -> TextItem {
    TextItem {
        x: Pt(85.05),
        baseline: Pt(100.0),
        face,
        size: HalfPoints::points(14),
        color: Color::Black,
        text: text.to_string(),
        word_spacing: Pt(0.0),
        soft_end: false,
        tag: Tag::Content(ElementId(1)),
    }
}

fn pages(items: Vec<Item>) -> Pages {
    let date = chrono::NaiveDate::from_ymd_opt(2024, 2, 5);
    let bookmark = |depth, title: &str| Bookmark {
        depth,
        title: title.to_string(),
        page: 0,
        y: Pt(80.0),
    };
    Pages {
        meta: Meta {
            title: "Kế hoạch 12/KH-UBND".to_string(),
            subject: "Tổ chức <Hội nghị>".to_string(),
            author: "UBND huyện Vạn Ninh".to_string(),
            date,
        },
        pages: vec![Page {
            width: Pt(595.3),
            height: Pt(841.9),
            upside_down: false,
            items,
        }],
        outline: vec![
            bookmark(0, "KẾ HOẠCH"),
            bookmark(1, "I."),
            bookmark(2, "1."),
            bookmark(1, "II."),
        ],
        structure: vec![
            Element {
                parent: None,
                role: Role::Document,
            },
            Element {
                parent: Some(ElementId(0)),
                role: Role::Paragraph,
            },
        ],
    }
}

/// A line of every face with all letters.
fn sample() -> Pages {
    let lines = Face::ALL.into_iter().enumerate().map(|(index, face)| {
        let mut line = text(face, MARKED);
        line.baseline += Pt(20.0 * index as f64);
        Item::Text(line)
    });
    pages(lines.collect())
}

fn read(bytes: &[u8]) -> Document {
    Document::load_mem(bytes).unwrap()
}

fn follow<'a>(document: &'a Document, object: &'a Object) -> &'a Object {
    document.dereference(object).unwrap().1
}

/// What a font's ToUnicode map says of each code.
fn to_unicode(document: &Document, font: &lopdf::Dictionary) -> BTreeMap<u16, String> {
    let map = follow(document, font.get(b"ToUnicode").unwrap());
    let map = map.as_stream().unwrap().decompressed_content().unwrap();
    let map = String::from_utf8(map).unwrap();
    let entries = map.lines().filter_map(|line| {
        let (code, text) = line.split_once("> <")?;
        let code = u16::from_str_radix(code.strip_prefix('<')?, 16).unwrap();
        let text = text.strip_suffix('>')?;
        let units = (0..text.len()).step_by(4);
        let units = units.map(|at| u16::from_str_radix(&text[at..at + 4], 16).unwrap());
        let units: Vec<u16> = units.collect();
        Some((code, String::from_utf16(&units).unwrap()))
    });
    // Code 0 is the range of all codes, not a glyph.
    entries.filter(|(code, _)| *code != 0).collect()
}

/// The texts of the first page as its fonts decode them, with the numbers between them.
fn shown(document: &Document) -> Vec<String> {
    let page = document.get_pages()[&1];
    let fonts = document.get_page_fonts(page).unwrap();
    let content = Content::decode(&document.get_page_content(page)).unwrap();
    let mut font = BTreeMap::new();
    let mut texts = Vec::new();
    for operation in content.operations {
        match operation.operator.as_str() {
            "Tf" => {
                let name = operation.operands[0].as_name().unwrap();
                font = to_unicode(document, fonts[name]);
            }
            "TJ" => texts.push(decode(operation.operands[0].as_array().unwrap(), &font)),
            "Tj" => texts.push(decode(&operation.operands, &font)),
            _ => {}
        }
    }
    texts
}

fn decode(parts: &[Object], font: &BTreeMap<u16, String>) -> String {
    let mut text = String::new();
    for part in parts {
        match part {
            Object::String(bytes, _) => {
                for code in bytes.chunks(2) {
                    text.push_str(&font[&u16::from_be_bytes([code[0], code[1]])]);
                }
            }
            number => text.push_str(&format!("[{}]", number.as_float().unwrap())),
        }
    }
    text
}

#[test]
fn every_vietnamese_letter_is_read_back_in_every_face() {
    let document = read(&write(&sample()).unwrap());
    // The space ends the line.
    assert_eq!(shown(&document), vec![format!("{MARKED} "); 4]);
}

#[test]
fn glyphs_and_widths_are_those_of_the_whole_face() {
    let document = read(&write(&sample()).unwrap());
    let page = document.get_pages()[&1];
    for (name, font) in document.get_page_fonts(page).unwrap() {
        let faces = Face::ALL.into_iter();
        let face = faces
            .clone()
            .find(|face| super::font::name(*face).as_bytes() == name);
        let face = face.unwrap();
        let descendants = follow(&document, font.get(b"DescendantFonts").unwrap());
        let cid_font = follow(&document, &descendants.as_array().unwrap()[0]);
        let cid_font = cid_font.as_dict().unwrap();
        let widths = widths(follow(&document, cid_font.get(b"W").unwrap()));
        let map = follow(&document, cid_font.get(b"CIDToGIDMap").unwrap());
        let map = map.as_stream().unwrap().decompressed_content().unwrap();
        let descriptor = cid_font.get(b"FontDescriptor").unwrap();
        let descriptor = follow(&document, descriptor).as_dict().unwrap();
        let file = follow(&document, descriptor.get(b"FontFile2").unwrap());
        let file = file.as_stream().unwrap().decompressed_content().unwrap();
        let part = ttf_parser::Face::parse(&file, 0).unwrap();
        let whole = ttf_parser::Face::parse(face.bytes(), 0).unwrap();
        for (code, letter) in to_unicode(&document, font) {
            let c = letter.chars().next().unwrap();
            let exact = f32::from(fonts::advance(face, c)) * 1000.0 / 2048.0;
            let written = widths[&code];
            assert!((written - exact).abs() < 0.001, "{c}: {written}");
            let glyph = ttf_parser::GlyphId(fonts::glyph(face, c).unwrap());
            let at = 2 * usize::from(code);
            let mapped = u16::from_be_bytes([map[at], map[at + 1]]);
            let bounds = part.glyph_bounding_box(ttf_parser::GlyphId(mapped));
            assert_eq!(bounds, whole.glyph_bounding_box(glyph), "{c}");
        }
    }
}

/// Widths by code, from runs of following codes.
fn widths(runs: &Object) -> BTreeMap<u16, f32> {
    let mut widths = BTreeMap::new();
    for run in runs.as_array().unwrap().chunks(2) {
        let first = run[0].as_i64().unwrap() as u16;
        for (index, width) in run[1].as_array().unwrap().iter().enumerate() {
            widths.insert(first + index as u16, width.as_float().unwrap());
        }
    }
    widths
}

#[test]
fn justified_spaces_are_moved_in_thousandths_of_the_size() {
    let mut line = text(Face::Regular, "ngày\u{a0}05 tháng 02");
    line.word_spacing = Pt(1.4);
    let document = read(&write(&pages(vec![Item::Text(line)])).unwrap());
    assert_eq!(shown(&document), ["ngày 05 [-100]tháng [-100]02 "]);
}

#[test]
fn the_same_pages_give_the_same_bytes_in_any_thread() {
    let expected = write(&sample()).unwrap();
    write(&pages(vec![Item::Text(text(Face::Bold, "khác"))])).unwrap();
    let threads: Vec<_> = (0..4)
        .map(|_| thread::spawn(|| write(&sample()).unwrap()))
        .collect();
    for thread in threads {
        assert!(thread.join().unwrap() == expected);
    }
}

#[test]
fn other_content_gives_another_identifier() {
    let identifier = |document: &Document| document.trailer.get(b"ID").unwrap().clone();
    let first = read(&write(&sample()).unwrap());
    let mut changed = sample();
    changed.meta.title.push('a');
    let second = read(&write(&changed).unwrap());
    assert_ne!(identifier(&first), identifier(&second));
}

#[test]
fn a_character_without_a_glyph_is_an_error_that_names_it() {
    let pages = pages(vec![Item::Text(text(Face::Bold, "Họp 会"))]);
    let error = write(&pages).unwrap_err();
    assert_eq!(
        error.to_string(),
        "phông chữ LiberationSerif-Bold không có ký tự “会” (U+4F1A)"
    );
}

#[test]
fn the_file_tells_its_title_language_and_date() {
    let document = read(&write(&sample()).unwrap());
    let catalog = document.catalog().unwrap();
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"vi-VN");
    let preferences = catalog
        .get(b"ViewerPreferences")
        .unwrap()
        .as_dict()
        .unwrap();
    assert!(
        preferences
            .get(b"DisplayDocTitle")
            .unwrap()
            .as_bool()
            .unwrap()
    );

    let info = follow(&document, document.trailer.get(b"Info").unwrap());
    let info = info.as_dict().unwrap();
    let value = |key: &[u8]| lopdf::decode_text_string(info.get(key).unwrap()).unwrap();
    assert_eq!(value(b"Title"), "Kế hoạch 12/KH-UBND");
    assert_eq!(value(b"Author"), "UBND huyện Vạn Ninh");
    assert_eq!(value(b"CreationDate"), "D:20240205000000+07'00'");

    let packet = follow(&document, catalog.get(b"Metadata").unwrap());
    let packet = String::from_utf8(packet.as_stream().unwrap().content.clone()).unwrap();
    assert!(packet.contains(">Kế hoạch 12/KH-UBND<"));
    assert!(packet.contains(">Tổ chức &lt;Hội nghị&gt;<"));
    assert!(packet.contains(">2024-02-05T00:00:00+07:00<"));
}

#[test]
fn the_outline_is_a_tree() {
    let document = read(&write(&sample()).unwrap());
    let outline = document.catalog().unwrap().get(b"Outlines").unwrap();
    assert_eq!(tree(&document, outline), "KẾ HOẠCH(I.(1.)II.)");
}

/// Writes the children of an outline item, walking `First` and `Next`.
fn tree(document: &Document, item: &Object) -> String {
    let item = follow(document, item).as_dict().unwrap();
    let mut written = String::new();
    let mut next = item.get(b"First").ok();
    while let Some(object) = next {
        let child = follow(document, object).as_dict().unwrap();
        let title = child.get(b"Title").unwrap();
        written.push_str(&lopdf::decode_text_string(title).unwrap());
        if child.has(b"First") {
            written.push_str(&format!("({})", tree(document, object)));
        }
        next = child.get(b"Next").ok();
    }
    written
}

#[test]
fn lines_and_colours_are_drawn_from_the_foot_of_the_page() {
    let mut red = text(Face::Bold, "KHẨN");
    red.color = Color::Red;
    let line = Item::Line(LineItem {
        from: (Pt(10.0), Pt(841.9)),
        to: (Pt(60.0), Pt(841.9)),
        width: Pt(0.75),
        color: Color::Black,
    });
    let document = read(&write(&pages(vec![Item::Text(red), line])).unwrap());
    let page = document.get_pages()[&1];
    let content = String::from_utf8(document.get_page_content(page)).unwrap();
    let lines: Vec<&str> = content
        .lines()
        .filter(|line| !line.contains("TJ"))
        .collect();
    let text = lines.iter().filter(|line| !line.ends_with("Tj"));
    assert_eq!(
        text.copied().collect::<Vec<_>>(),
        [
            "/P <</MCID 0>> BDC",
            "1 0 0 rg",
            "BT",
            "/F2 14 Tf",
            "1 0 0 1 85.05 741.9 Tm",
            "ET",
            "EMC",
            "/Artifact <</Type/Layout>> BDC",
            "0 G",
            "0.75 w",
            "10 0 m",
            "60 0 l",
            "S",
            "EMC",
        ]
    );
    let media = document
        .get_dictionary(page)
        .unwrap()
        .get(b"MediaBox")
        .unwrap();
    let media = media.as_array().unwrap().iter();
    let media: Vec<f32> = media.map(|side| side.as_float().unwrap()).collect();
    assert_eq!(media, [0.0, 0.0, 595.3, 841.9]);
}

#[test]
fn a_page_upside_down_is_turned_before_all_else() {
    let mut turned = pages(vec![Item::Text(text(Face::Bold, "KHEN"))]);
    turned.pages[0].upside_down = true;
    let document = read(&write(&turned).unwrap());
    let page = document.get_pages()[&1];
    let content = String::from_utf8(document.get_page_content(page)).unwrap();
    let first: Vec<&str> = content.lines().take(2).collect();
    assert_eq!(first, ["-1 0 0 -1 595.3 841.9 cm", "/P <</MCID 0>> BDC"]);
}

#[test]
fn a_paper_without_text_is_written() {
    let mut empty = pages(Vec::new());
    empty.outline.clear();
    empty.meta = Meta::default();
    let document = read(&write(&empty).unwrap());
    assert_eq!(document.get_pages().len(), 1);
    let info = follow(&document, document.trailer.get(b"Info").unwrap());
    assert!(!info.as_dict().unwrap().has(b"CreationDate"));
}

/// Two pages with one paragraph, a heading cell and a field.
fn structured() -> Pages {
    let tagged = |words: &str, y: f64, element| {
        let mut text = text(Face::Regular, words);
        text.baseline = Pt(y);
        text.tag = Tag::Content(ElementId(element));
        Item::Text(text)
    };
    let mut number = text(Face::Regular, "2");
    number.tag = Tag::Repeated;
    let field = Item::Field(FieldItem {
        purpose: FieldPurpose::Seal,
        place: (Pt(100.0), Pt(200.0)),
        width: Pt(50.0),
        height: Pt(40.0),
        element: ElementId(3),
    });
    let mut pages = pages(vec![tagged("Đầu", 10.0, 1), tagged("Cột", 30.0, 2)]);
    let mut second = pages.pages[0].clone();
    second.items = vec![Item::Text(number), tagged("cuối", 50.0, 1), field];
    pages.pages.push(second);
    for role in [Role::HeadCell { span: 2 }, Role::Field] {
        pages.structure.push(Element {
            parent: Some(ElementId(0)),
            role,
        });
    }
    pages
}

#[test]
fn every_mark_on_a_page_leads_to_its_element_and_back() {
    let document = read(&write(&structured()).unwrap());
    let root = document.catalog().unwrap().get(b"StructTreeRoot").unwrap();
    let root = follow(&document, root).as_dict().unwrap();
    let parents = follow(&document, root.get(b"ParentTree").unwrap());
    let numbers = parents.as_dict().unwrap().get(b"Nums").unwrap();
    let numbers = numbers.as_array().unwrap();
    let mut found = Vec::new();
    for (key, page) in document.get_pages().into_values().enumerate() {
        let entry = document.get_dictionary(page).unwrap();
        assert_eq!(
            entry.get(b"StructParents").unwrap(),
            &Object::from(key as i64)
        );
        assert_eq!(entry.get(b"Tabs").unwrap().as_name().unwrap(), b"S");
        let elements = follow(&document, &numbers[2 * key + 1]).as_array().unwrap();
        for (mark, element) in elements.iter().enumerate() {
            let element = follow(&document, element).as_dict().unwrap();
            let kids = element.get(b"K").unwrap().as_array().unwrap();
            let refers = |kid: &&Object| {
                let kid = kid.as_dict().unwrap();
                kid.get(b"Pg").unwrap() == &Object::from(page)
                    && kid.get(b"MCID").unwrap() == &Object::from(mark as i64)
            };
            assert_eq!(kids.iter().filter(refers).count(), 1);
            let kind = element.get(b"S").unwrap().as_name().unwrap();
            found.push((key, mark, String::from_utf8(kind.to_vec()).unwrap()));
        }
    }
    let expected = [(0, 0, "P"), (0, 1, "TH"), (1, 0, "P")];
    assert_eq!(
        found,
        expected.map(|(key, mark, kind)| (key, mark, kind.to_string()))
    );
}

#[test]
fn a_head_cell_heads_its_columns() {
    let document = read(&write(&structured()).unwrap());
    let cells = document.objects.values().filter_map(|object| {
        let element = object.as_dict().ok()?;
        let kind = element.get(b"S").ok()?.as_name().ok()?;
        (kind == b"TH").then(|| element.get(b"A").unwrap().as_dict().unwrap())
    });
    let cells: Vec<_> = cells.collect();
    assert_eq!(cells.len(), 1);
    assert_eq!(
        cells[0].get(b"Scope").unwrap().as_name().unwrap(),
        b"Column"
    );
    assert_eq!(cells[0].get(b"ColSpan").unwrap().as_i64().unwrap(), 2);
}

#[test]
fn a_signature_field_waits_empty_in_its_place() {
    let document = read(&write(&structured()).unwrap());
    let form = follow(
        &document,
        document.catalog().unwrap().get(b"AcroForm").unwrap(),
    );
    let fields = form.as_dict().unwrap().get(b"Fields").unwrap();
    let field = follow(&document, &fields.as_array().unwrap()[0]);
    let field = field.as_dict().unwrap();
    let value = |key: &[u8]| lopdf::decode_text_string(field.get(key).unwrap()).unwrap();
    assert_eq!(value(b"T"), "Dau_co_quan");
    assert_eq!(value(b"TU"), "Chữ ký số của cơ quan, tổ chức");
    let rect = field.get(b"Rect").unwrap().as_array().unwrap().iter();
    let rect: Vec<f32> = rect.map(|side| side.as_float().unwrap()).collect();
    assert_eq!(rect, [100.0, 601.9, 150.0, 641.9]);
    assert!(!field.has(b"V"), "unsigned");
    let second = document.get_pages()[&2];
    assert_eq!(field.get(b"P").unwrap(), &Object::from(second));
    let root = document.catalog().unwrap().get(b"StructTreeRoot").unwrap();
    let root = follow(&document, root).as_dict().unwrap();
    let parents = follow(&document, root.get(b"ParentTree").unwrap());
    let numbers = parents.as_dict().unwrap().get(b"Nums").unwrap();
    let numbers = numbers.as_array().unwrap();
    let key = field.get(b"StructParent").unwrap();
    let place = numbers.chunks(2).find(|pair| &pair[0] == key).unwrap();
    let element = follow(&document, &place[1]).as_dict().unwrap();
    assert_eq!(element.get(b"S").unwrap().as_name().unwrap(), b"Form");
}

#[test]
fn words_are_parted_by_spaces_at_line_ends_unless_they_go_on() {
    let mut first = text(Face::Regular, "30/2020/NĐ-");
    first.soft_end = true;
    let mut second = text(Face::Regular, "CP ngày");
    second.baseline = Pt(120.0);
    let document = read(&write(&pages(vec![Item::Text(first), Item::Text(second)])).unwrap());
    assert_eq!(shown(&document).concat(), "30/2020/NĐ-CP ngày ");
}

#[test]
fn the_file_says_which_standards_it_keeps() {
    let document = read(&write(&sample()).unwrap());
    let catalog = document.catalog().unwrap();
    let packet = follow(&document, catalog.get(b"Metadata").unwrap());
    let packet = String::from_utf8(packet.as_stream().unwrap().content.clone()).unwrap();
    assert!(packet.contains("<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A<"));
    assert!(packet.contains("<pdfuaid:part>1</pdfuaid:part>"));
    let bytes = write(&sample()).unwrap();
    assert!(bytes.starts_with(b"%PDF-1.7\n%"));
    assert!(
        bytes[10..14].iter().all(|&byte| byte >= 128),
        "a binary comment"
    );
}
