//! Text as it prints: fields, changes, hidden words, content controls, sections, notes.

use super::{check, check_facts, docx, first_text};
use crate::check::facts::{Change, FieldKind, Home, Story};
use crate::check::read;
use crate::check::testing::zipped;

#[test]
fn white_space_is_as_it_prints() {
    let facts = docx(
        "<w:p><w:r><w:t xml:space=\"preserve\"> Số:&#160;5 &amp; </w:t><w:tab/><w:br/><w:noBreakHyphen/>\
         <w:softHyphen/><w:br w:type=\"page\"/><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/></w:r></w:p>",
    )
    .facts();
    assert_eq!(first_text(&facts), " Số:\u{a0}5 & \t\n\u{2011}\u{c}✓");
}

#[test]
fn capitals_of_the_format_are_in_the_text() {
    check_facts(
        "<w:p><w:r><w:rPr><w:caps/></w:rPr><w:t>Kế hoạch</w:t></w:r><w:r><w:rPr><w:smallCaps/></w:rPr>\
         <w:t> số</w:t></w:r></w:p>",
        &["[, left] 10 \"KẾ HOẠCH\" 10 \" SỐ\""],
    );
}

#[test]
fn hidden_and_deleted_words_do_not_print_and_inserted_ones_do() {
    let facts = docx(
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r><w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del>\
         <w:ins><w:r><w:t>thêm</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>đi</w:t></w:r></w:moveFrom>\
         <w:r><w:rPr><w:b/><w:rPrChange><w:rPr/></w:rPrChange></w:rPr><w:t>đậm</w:t></w:r></w:p>",
    )
    .facts();
    assert_eq!(first_text(&facts), "thêmđậm");
    let changes: Vec<_> = facts.paragraphs[0]
        .runs
        .iter()
        .map(|run| run.change)
        .collect();
    assert_eq!(changes, [Some(Change::Inserted), Some(Change::Formatted)]);
    assert_eq!((facts.signs.changes, facts.signs.hidden_text), (4, 1));
    let first = facts.xml(facts.signs.first_change.as_ref().unwrap());
    assert!(first.starts_with(b"<w:del>") && first.ends_with(b"</w:del>"));
}

#[test]
fn fields_print_their_results_only() {
    let complex = |instruction: &str, result: &str| {
        format!(
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> {instruction} </w:instrText></w:r>\
             <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{result}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
        )
    };
    let word = |word: &str| format!("<w:r><w:t>{word}</w:t></w:r>");
    let nested = complex(
        &format!("IF {}", "x"),
        &complex("MERGEFIELD ten", &word("Lan")),
    );
    let body = format!(
        "<w:p>{}{}<w:fldSimple w:instr=\"NUMPAGES\">{}</w:fldSimple><w:hyperlink>{}</w:hyperlink>{nested}</w:p>",
        word("Trang "),
        complex("PAGE \\* MERGEFORMAT", &word("1")),
        word("9"),
        word("liên kết"),
    );
    let facts = docx(&body).facts();
    assert_eq!(first_text(&facts), "Trang 19liên kếtLan");
    let fields = &facts.paragraphs[0].fields;
    let kinds: Vec<_> = fields
        .iter()
        .map(|field| (field.kind, field.range.clone()))
        .collect();
    assert_eq!(
        kinds,
        [
            (FieldKind::Page, 6..7),
            (FieldKind::Pages, 7..8),
            (FieldKind::Hyperlink, 8..19),
            (FieldKind::Merge, 19..22),
            (FieldKind::Other, 19..22),
        ]
    );
    assert_eq!(fields[0].instruction, "PAGE \\* MERGEFORMAT");
}

#[test]
fn a_field_without_its_end_loses_no_words() {
    let facts = docx(
        "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>TOC</w:instrText><w:fldChar w:fldCharType=\"separate\"/>\
         <w:t>Chương I</w:t></w:r></w:p><w:p><w:r><w:t>Chương II</w:t></w:r></w:p>",
    )
    .facts();
    let texts: Vec<&str> = facts.paragraphs.iter().map(|p| p.text.as_str()).collect();
    assert_eq!(texts, ["Chương I", "Chương II"]);
    assert_eq!(facts.paragraphs[1].fields[0].kind, FieldKind::Contents);
}

#[test]
fn content_controls_and_tags_are_seen_through() {
    check_facts(
        "<w:sdt><w:sdtContent><w:p><w:sdt><w:sdtContent><w:r><w:t>a</w:t></w:r></w:sdtContent></w:sdt>\
         <w:smartTag><w:r><w:t>b</w:t></w:r></w:smartTag></w:p></w:sdtContent></w:sdt>\
         <w:customXml><w:p><w:r><w:t>c</w:t></w:r></w:p></w:customXml>",
        &["[, left, control] 10 \"a\" 10 \"b\"", "[, left] 10 \"c\""],
    );
}

#[test]
fn every_run_knows_its_place_in_the_file() {
    let facts = docx("<w:p><w:pPr><w:jc w:val=\"both\"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>Số</w:t></w:r></w:p>").facts();
    let paragraph = &facts.paragraphs[0];
    let text = |place| String::from_utf8_lossy(facts.xml(place)).into_owned();
    assert!(text(&paragraph.place).starts_with("<w:p><w:pPr>"));
    assert!(text(&paragraph.place).ends_with("</w:r></w:p>"));
    assert_eq!(
        text(paragraph.properties.as_ref().unwrap()),
        "<w:pPr><w:jc w:val=\"both\"/></w:pPr>"
    );
    assert_eq!(
        text(&paragraph.runs[0].place),
        "<w:r><w:rPr><w:b/></w:rPr><w:t>Số</w:t></w:r>"
    );
    assert_eq!(
        text(paragraph.runs[0].properties.as_ref().unwrap()),
        "<w:rPr><w:b/></w:rPr>"
    );
}

#[test]
fn sections_take_headers_of_the_one_before() {
    let section = |more: &str| {
        format!(
            "<w:sectPr>{more}<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"850\" \
             w:bottom=\"1134\" w:left=\"1701\" w:gutter=\"284\"/></w:sectPr>"
        )
    };
    let first = section(
        "<w:headerReference w:type=\"default\" r:id=\"rIdheader1\"/><w:footerReference w:type=\"first\" r:id=\"rIdfooter1\"/><w:titlePg/>",
    );
    let second = section(
        "<w:type w:val=\"continuous\"/><w:pgNumType w:start=\"1\" w:fmt=\"upperRoman\"/><w:cols w:num=\"2\" w:space=\"720\"/>",
    );
    let body =
        format!("<w:p><w:pPr>{first}</w:pPr></w:p><w:p><w:r><w:t>x</w:t></w:r></w:p>{second}");
    let file = docx(&body)
        .part(
            "header1",
            "w:hdr",
            "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:pgNum/></w:r></w:p>",
        )
        .part(
            "footer1",
            "w:ftr",
            "<w:p><w:r><w:t>Địa chỉ</w:t></w:r></w:p>",
        );
    let facts = file.facts();
    assert_eq!(
        crate::check::facts::dump(&facts)
            .lines()
            .collect::<Vec<_>>(),
        [
            "[, left] ",
            "[, left] 10 \"x\"",
            "Header 0",
            "  [, center]  {Page 0..0}",
            "Footer 1",
            "  [, left] 10 \"Địa chỉ\"",
            "section NextPage 595.3 x 841.9, margins 56.7 56.7 85.1 42.5 + 14.2, title page, header default 0, footer first 1",
            "section Continuous 595.3 x 841.9, margins 56.7 56.7 85.1 42.5 + 14.2, header default 0, footer first 1, from 1, 2 columns",
        ]
    );
    assert_eq!(facts.paragraphs[1].section.0, 1);
    assert!(matches!(facts.paragraphs[2].story, Story::Margin(_)));
}

#[test]
fn notes_and_comments_are_read() {
    let file = docx(
        "<w:p><w:commentRangeStart w:id=\"4\"/><w:r><w:t>Số</w:t><w:footnoteReference w:id=\"2\"/></w:r></w:p>",
    )
    .part("footnotes", "w:footnotes", "<w:footnote w:id=\"0\"><w:p/></w:footnote><w:footnote w:id=\"2\"><w:p><w:r><w:t>Chú</w:t></w:r></w:p></w:footnote>")
    .part("comments", "w:comments", "<w:comment w:id=\"4\" w:author=\"Lan\"><w:p><w:r><w:t>Sửa</w:t></w:r></w:p></w:comment>");
    check(
        &file,
        &["[, left] 10 \"Số\"", "note", "  [, left] 10 \"Chú\""],
    );
    let facts = file.facts();
    assert_eq!(facts.comments[0].text, "Sửa");
    assert_eq!(facts.comments[0].at.map(|id| id.0), Some(0));
    assert_eq!(facts.paragraphs[0].notes[0].0, "Số".len());
}

#[test]
fn tables_keep_spans_and_merges_and_nest() {
    let facts = docx(
        "<w:tbl><w:tblPr><w:tblW w:w=\"5000\" w:type=\"pct\"/><w:jc w:val=\"center\"/><w:tblpPr/></w:tblPr>\
         <w:tblGrid><w:gridCol w:w=\"1000\"/><w:gridCol w:w=\"1000\"/><w:gridCol w:w=\"2000\"/></w:tblGrid>\
         <w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p/></w:tc>\
         <w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr><w:tbl><w:tr><w:tc><w:p><w:r><w:t>trong</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/></w:tc></w:tr>\
         <w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr><w:tc><w:p/></w:tc><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>",
    )
    .facts();
    let table = &facts.tables[0];
    assert!(table.floating && table.rows[0].unsplit && table.rows[0].repeated);
    let cells: Vec<_> = table.rows.iter().flat_map(|row| &row.cells).collect();
    let shape: Vec<_> = cells
        .iter()
        .map(|cell| (cell.column, cell.span, cell.width.0))
        .collect();
    assert_eq!(
        shape,
        [(0, 2, 2000), (2, 1, 2000), (1, 1, 1000), (2, 1, 2000)]
    );
    let inner = facts.paragraphs.iter().find(|p| p.text == "trong").unwrap();
    let Home::Cell(id, 0, 0) = inner.home else {
        panic!("{:?}", inner.home)
    };
    assert!(matches!(facts[id].home, Home::Cell(outer, 0, 1) if outer.0 == 0));
}

#[test]
fn a_file_in_utf_16_reads_like_one_in_utf_8() {
    let body = "<w:p><w:r><w:t>Ủy ban nhân dân xã 5</w:t></w:r></w:p>";
    let xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-16\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org\
         /wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>"
    );
    let wide = xml.encode_utf16().flat_map(u16::to_le_bytes);
    let bytes = [0xFF, 0xFE].into_iter().chain(wide).collect();
    let file = zipped(&[("word/document.xml".to_string(), bytes)]);
    assert_eq!(first_text(&read(&file).unwrap()), "Ủy ban nhân dân xã 5");
}
