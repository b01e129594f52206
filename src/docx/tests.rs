//! Whole papers: the parts as readable text, the same bytes always, the text read back.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use quick_xml::events::Event;
use quick_xml::{Reader, Writer};
use unicode_normalization::is_nfc;
use zip::{CompressionMethod, DateTime, ZipArchive};

use super::sample::{self, ALL};
use super::style::word_style;
use super::{Prepared, write};
use crate::form::flow::{Block, Color, Flow, Frame, RunContent};
use crate::form::style::StyleId;
use crate::units::Twips;

/// One part of the DOCX of `flow`.
fn part(flow: &Flow, name: &str) -> String {
    let mut zip = ZipArchive::new(Cursor::new(write(flow).unwrap())).unwrap();
    let mut text = String::new();
    zip.by_name(name)
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    text
}

/// `xml` one element per line, without the declarations of name spaces.
fn pretty(xml: &str) -> String {
    let mut reader = Reader::from_str(xml);
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 1);
    loop {
        match reader.read_event().unwrap() {
            Event::Eof => break,
            Event::Decl(_) => {}
            Event::Start(start) if start.name().as_ref() == b"w:document" => {
                writer
                    .write_event(Event::Start(start.to_owned().clear_attributes().borrow()))
                    .unwrap();
            }
            other => writer.write_event(other).unwrap(),
        }
    }
    String::from_utf8(writer.into_inner()).unwrap()
}

/// Everything between `<w:t>` and `</w:t>`, a line for each paragraph.
fn text_of(xml: &str) -> Vec<String> {
    let mut reader = Reader::from_str(xml);
    let mut lines = Vec::new();
    let mut line = String::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Eof => return lines,
            Event::Text(text) => line.push_str(&text.xml10_content().unwrap()),
            Event::GeneralRef(name) => {
                line.push_str(
                    quick_xml::escape::resolve_xml_entity(&name.decode().unwrap()).unwrap(),
                );
            }
            Event::Empty(tag) if tag.name().as_ref() == b"w:br" => line.push('\n'),
            Event::End(tag) if tag.name().as_ref() == b"w:p" => {
                lines.push(std::mem::take(&mut line));
            }
            _ => {}
        }
    }
}

/// The same from the flow.
fn text_in(flow: &Flow) -> Vec<String> {
    let mut lines = Vec::new();
    for block in flow.sections.iter().flat_map(|section| &section.blocks) {
        let paragraphs = match block {
            Block::Paragraph(paragraph) => vec![paragraph],
            Block::Frame(frame) => vec![&frame.paragraph],
            Block::Table(table) => (table.rows.iter())
                .flat_map(|row| &row.cells)
                .flat_map(|cell| &cell.paragraphs)
                .collect(),
        };
        lines.extend(paragraphs.into_iter().map(|paragraph| {
            (paragraph.runs.iter())
                .map(|run| match &run.content {
                    RunContent::Text(text) => text.as_str(),
                    RunContent::LineBreak => "\n",
                    RunContent::PageNumber => "1",
                })
                .collect::<String>()
        }));
    }
    lines
}

#[test]
fn a_body_as_xml() {
    let mut paper = sample::paper(1);
    let blocks = std::mem::take(&mut paper.sections[0].blocks);
    paper.sections[0].blocks = blocks[14..].iter().take(6).cloned().collect();
    paper.sections.truncate(1);
    insta::assert_snapshot!(pretty(&part(&paper, "word/document.xml")));
}

#[test]
fn styles_as_xml() {
    let mut paper = sample::small(Vec::new());
    let wanted = [
        StyleId::Rule,
        StyleId::Body,
        StyleId::Article,
        StyleId::Urgency,
        StyleId::PageNumber,
        StyleId::AfterTable,
    ];
    paper.styles.retain(|style| wanted.contains(&style.id));
    insta::assert_snapshot!(pretty(&part(&paper, "word/styles.xml")));
}

#[test]
fn the_text_reads_back() {
    let paper = sample::paper(60);
    let mut written = text_of(&part(&paper, "word/document.xml"));
    let mut expected = text_in(&paper);
    // Empty paragraphs are put after tables.
    written.retain(|line| !line.is_empty());
    expected.retain(|line| !line.is_empty());
    assert_eq!(written, expected);
    assert_eq!(text_of(&part(&paper, "word/header1.xml")), ["PAGE1"]);
    assert_eq!(
        text_of(&part(&paper, "word/header2.xml")),
        ["LƯU HÀNH NỘI BỘ"]
    );
}

#[test]
fn the_same_flow_gives_the_same_bytes_in_every_thread_at_any_time() {
    let paper = sample::paper(5);
    let first = write(&paper).unwrap();
    for _ in 0..3 {
        write(&sample::paper(7)).unwrap();
    }
    assert!(write(&paper).unwrap() == first);
    let others = std::thread::scope(|scope| {
        let threads = [0, 9].map(|before| {
            let paper = &paper;
            scope.spawn(move || {
                for rows in 0..before {
                    write(&sample::paper(rows)).unwrap();
                }
                write(paper).unwrap()
            })
        });
        threads.map(|thread| thread.join().unwrap())
    });
    assert!(others.iter().all(|bytes| *bytes == first));
}

#[test]
fn a_prepared_writer_gives_the_bytes_of_a_new_one_whatever_it_was_prepared_for() {
    let letter = sample::paper(1);
    let mut others = vec![sample::paper(3), sample::small(Vec::new()), letter.clone()];
    let mut change = |change: &dyn Fn(&mut Flow)| {
        let mut other = letter.clone();
        change(&mut other);
        others.push(other);
    };
    change(&|flow| flow.meta.title = "Giấy mời bà Đào Thị B".to_string());
    change(&|flow| flow.meta.author = "Phòng Nội vụ".to_string());
    change(&|flow| flow.styles[5].text.bold ^= true);
    change(&|flow| flow.sections[0].header.runs.clear());
    change(&|flow| flow.sections[0].first_header.clear());
    change(&|flow| flow.sections[1].first_footer = flow.sections[0].first_footer.clone());
    change(&|flow| flow.sections.truncate(1));
    let prepared = Prepared::new(&letter).unwrap();
    for (index, other) in others.iter().enumerate() {
        assert!(
            prepared.write(other).unwrap() == write(other).unwrap(),
            "{index}"
        );
    }
    let distinct: BTreeSet<Vec<u8>> = others.iter().map(|flow| write(flow).unwrap()).collect();
    assert_eq!(distinct.len(), others.len());
}

#[test]
fn the_package_starts_with_its_content_types_and_knows_no_time() {
    let bytes = write(&sample::paper(1)).unwrap();
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let names: Vec<String> = zip.file_names().map(str::to_string).collect();
    assert_eq!(
        names,
        [
            "[Content_Types].xml",
            "_rels/.rels",
            "docProps/core.xml",
            "docProps/app.xml",
            "word/document.xml",
            "word/_rels/document.xml.rels",
            "word/styles.xml",
            "word/settings.xml",
            "word/fontTable.xml",
            "word/header1.xml",
            "word/header2.xml",
            "word/header3.xml",
            "word/footer1.xml",
            "word/footer2.xml",
        ]
    );
    for index in 0..zip.len() {
        let file = zip.by_index(index).unwrap();
        assert_eq!(file.compression(), CompressionMethod::Deflated);
        assert_eq!(file.last_modified(), Some(DateTime::DEFAULT));
    }
}

#[test]
fn every_style_has_a_name_of_its_own() {
    assert_eq!(ALL.len(), StyleId::AfterTable as usize + 1);
    let words = ALL.map(word_style);
    let ids: BTreeSet<&str> = words.iter().map(|word| word.id).collect();
    let names: BTreeSet<&str> = words.iter().map(|word| word.name).collect();
    assert_eq!((ids.len(), names.len()), (ALL.len(), ALL.len()));
    assert!(
        ids.iter()
            .all(|id| id.chars().all(|c| c.is_ascii_alphanumeric()))
    );
    assert!(names.iter().all(|name| is_nfc(name) && !name.contains(',')));
}

#[test]
fn an_annex_takes_neither_mark_nor_address_from_the_first_page() {
    let paper = sample::paper(1);
    let document = part(&paper, "word/document.xml");
    let properties: Vec<&str> = document.split("<w:sectPr>").skip(1).collect();
    let references = |number: usize| {
        let property = properties[number];
        let end = property.find("<w:pgSz").unwrap();
        let text = &property[..end];
        text.split("r:id=\"")
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap().to_string())
            .collect::<Vec<String>>()
    };
    assert_eq!(properties.len(), 2);
    assert_eq!(references(0), ["rIdH1", "rIdH2", "rIdF1", "rIdF2"]);
    assert_eq!(references(1), ["rIdH1", "rIdH3", "rIdF1", "rIdF1"]);
    assert_eq!(text_of(&part(&paper, "word/header3.xml")), [""]);
    assert_eq!(text_of(&part(&paper, "word/footer1.xml")), [""]);
}

#[test]
fn tables_never_touch_and_never_end_a_body() {
    let table = || Block::Table(sample::data(0));
    let document = part(&sample::small(vec![table(), table()]), "word/document.xml");
    let gap = r#"</w:tbl><w:p><w:pPr><w:pStyle w:val="SauBang"/></w:pPr></w:p>"#;
    assert!(document.contains(&format!("{gap}<w:tbl>")));
    assert!(document.contains(&format!("{gap}<w:sectPr>")));
}

#[test]
fn a_frame_is_placed_from_the_edges_of_the_page() {
    let mut frame = Frame {
        left: Twips(2636),
        top: Twips(0),
        width: Twips(11565),
        height: Twips(322),
        paragraph: sample::paragraph(StyleId::Motto, "Độc lập"),
    };
    frame.paragraph.runs[0].format.color = Color::Rgb {
        red: 0xC0,
        green: 0x10,
        blue: 0x2A,
    };
    let document = part(
        &sample::small(vec![Block::Frame(frame)]),
        "word/document.xml",
    );
    // Word takes a place of 0 for none.
    let expected = "<w:pStyle w:val=\"TieuNgu\"/><w:framePr w:wrap=\"around\" w:hRule=\"atLeast\" \
                    w:hAnchor=\"page\" w:vAnchor=\"page\" w:x=\"2636\" w:y=\"1\" w:w=\"11565\" \
                    w:h=\"322\"/>";
    assert!(document.contains(expected), "{document}");
    assert!(document.contains("<w:color w:val=\"C0102A\"/>"));
    // A frame belongs to the paragraph after it, so a body never ends in one.
    assert!(document.contains("<w:p><w:pPr><w:pStyle w:val=\"SauBang\"/></w:pPr></w:p><w:sectPr>"));
}

#[test]
fn a_flow_that_breaks_its_promises_is_refused() {
    let check = |flow: &Flow, message: &str| {
        assert_eq!(write(flow).unwrap_err().to_string(), message);
    };
    let mut flow = sample::small(Vec::new());
    flow.styles.retain(|style| style.id != StyleId::AfterTable);
    check(&flow, "the style AfterTable is used but not defined");
    flow.styles.push(flow.styles[0].clone());
    check(&flow, "a style is defined twice");

    let mut wide = sample::data(0);
    wide.rows[1].cells[0].span = 4;
    check(
        &sample::small(vec![Block::Table(wide)]),
        "the spans of a row go beyond the columns of its table",
    );
    let mut narrow = sample::data(0);
    narrow.rows[1].cells[0].span = 2;
    check(
        &sample::small(vec![Block::Table(narrow)]),
        "the spans of a row fall short of the columns of its table",
    );
    let mut negative = sample::data(0);
    negative.columns[0] = Twips(-1);
    check(
        &sample::small(vec![Block::Table(negative)]),
        "negative length: -1 twips",
    );
}
