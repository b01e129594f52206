//! Levels of formatting: defaults, styles, themes, tables, direct.

use super::{check, check_facts, docx};
use crate::check::facts::{Alignment, Leading, TabAlign, TabStop};
use crate::units::Twips;

/// A paragraph of a style with one run.
fn styled(style: &str, run: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r>{run}<w:t>x</w:t></w:r></w:p>")
}

#[test]
fn without_any_style_word_takes_ten_points() {
    check_facts(
        "<w:p><w:r><w:t>Số</w:t></w:r></w:p>",
        &["[, left] 10 \"Số\""],
    );
}

#[test]
fn defaults_styles_and_direct_formats_lie_over_each_other() {
    let styles = "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val=\"26\"/></w:rPr></w:rPrDefault>\
         <w:pPrDefault><w:pPr><w:spacing w:after=\"160\" w:line=\"259\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault>\
         </w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"><w:name w:val=\"Normal\"/></w:style>\
         <w:style w:type=\"paragraph\" w:styleId=\"b\"><w:name w:val=\"Thân\"/><w:basedOn w:val=\"a\"/>\
         <w:pPr><w:spacing w:before=\"120\" w:after=\"0\"/><w:jc w:val=\"both\"/></w:pPr>\
         <w:rPr><w:sz w:val=\"28\"/></w:rPr></w:style>\
         <w:style w:type=\"paragraph\" w:styleId=\"c\"><w:name w:val=\"Con\"/><w:basedOn w:val=\"b\"/>\
         <w:pPr><w:ind w:firstLine=\"720\"/></w:pPr></w:style>";
    let body = styled("c", "")
        + &styled("c", "<w:rPr><w:i/><w:sz w:val=\"22\"/></w:rPr>")
        + &styled("lạ", "");
    check(
        &docx(&body).styles(styles),
        &[
            "[Con, both, first 36, before 6, lines 1.08] 14 \"x\"",
            "[Con, both, first 36, before 6, lines 1.08] 11 i \"x\"",
            "[Normal, left, after 8, lines 1.08] 13 \"x\"",
        ],
    );
}

/// ECMA-376 part 1, 17.7.3.
#[test]
fn switches_of_styles_flip_each_other_and_direct_ones_do_not() {
    let styles = "<w:style w:type=\"paragraph\" w:styleId=\"p\"><w:rPr><w:b/></w:rPr></w:style>\
         <w:style w:type=\"paragraph\" w:styleId=\"q\"><w:basedOn w:val=\"p\"/><w:rPr><w:b w:val=\"0\"/></w:rPr></w:style>\
         <w:style w:type=\"character\" w:styleId=\"Strong\"><w:rPr><w:b/></w:rPr></w:style>";
    let strong = "<w:rPr><w:rStyle w:val=\"Strong\"/></w:rPr>";
    let direct = "<w:rPr><w:rStyle w:val=\"Strong\"/><w:b/></w:rPr>";
    let off = "<w:rPr><w:b w:val=\"false\"/></w:rPr>";
    let body = styled("p", "")
        + &styled("p", strong)
        + &styled("p", direct)
        + &styled("p", off)
        + &styled("q", "")
        + &styled("q", strong);
    check(
        &docx(&body).styles(styles),
        &[
            "[p, left] 10 b \"x\"",
            "[p, left] 10 \"x\"",
            "[p, left] 10 b \"x\"",
            "[p, left] 10 \"x\"",
            "[q, left] 10 \"x\"",
            "[q, left] 10 b \"x\"",
        ],
    );
}

#[test]
fn a_circle_of_styles_ends() {
    let styles = "<w:style w:type=\"paragraph\" w:styleId=\"p\"><w:basedOn w:val=\"q\"/><w:rPr><w:i/></w:rPr></w:style>\
         <w:style w:type=\"paragraph\" w:styleId=\"q\"><w:basedOn w:val=\"p\"/></w:style>";
    check(
        &docx(&styled("p", "")).styles(styles),
        &["[p, left] 10 i \"x\""],
    );
}

#[test]
fn themes_give_faces() {
    let theme = "<a:themeElements><a:fontScheme><a:majorFont><a:latin typeface=\"Cambria\"/></a:majorFont>\
         <a:minorFont><a:latin typeface=\"Calibri\"/><a:ea typeface=\"\"/></a:minorFont></a:fontScheme></a:themeElements>";
    let run = |fonts: &str| {
        format!("<w:p><w:r><w:rPr><w:rFonts {fonts}/></w:rPr><w:t>Số</w:t></w:r></w:p>")
    };
    let body = run("w:asciiTheme=\"minorHAnsi\" w:hAnsiTheme=\"minorHAnsi\" w:ascii=\"Arial\"")
        + &run("w:ascii=\"Arial\" w:hAnsi=\".VnTime\"")
        + &run("w:hAnsiTheme=\"majorHAnsi\"");
    check(
        &docx(&body).part("theme", "a:theme", theme),
        &[
            "[, left] 10 Calibri ascii Calibri \"Số\"",
            "[, left] 10 .VnTime ascii Arial \"Số\"",
            "[, left] 10 Cambria \"Số\"",
        ],
    );
}

#[test]
fn a_vietnamese_letter_is_drawn_by_the_second_face() {
    let facts = docx("<w:p><w:r><w:rPr><w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Tahoma\" w:cs=\"Courier\" w:eastAsia=\"SimSun\"/></w:rPr><w:t>x</w:t></w:r></w:p>").facts();
    let format = &facts.paragraphs[0].runs[0].format;
    assert_eq!(format.font('S'), "Arial");
    assert_eq!(format.font('ố'), "Tahoma");
    assert_eq!(format.font('会'), "SimSun");
    assert_eq!(format.font('\u{e01}'), "Courier");
}

#[test]
fn a_table_style_speaks_by_the_place_of_the_cell() {
    let styles = "<w:style w:type=\"table\" w:styleId=\"L\"><w:rPr><w:sz w:val=\"24\"/></w:rPr>\
         <w:tblPr><w:tblBorders><w:top w:val=\"single\" w:sz=\"8\"/><w:insideH w:val=\"single\"/></w:tblBorders></w:tblPr>\
         <w:tblStylePr w:type=\"firstRow\"><w:rPr><w:b/></w:rPr></w:tblStylePr>\
         <w:tblStylePr w:type=\"firstCol\"><w:rPr><w:i/></w:rPr></w:tblStylePr></w:style>";
    let cell = "<w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>";
    let body = format!(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"L\"/><w:tblLook w:val=\"0020\"/></w:tblPr>\
         <w:tblGrid><w:gridCol w:w=\"2000\"/><w:gridCol w:w=\"3000\"/></w:tblGrid>\
         <w:tr>{cell}{cell}</w:tr><w:tr>{cell}{cell}</w:tr></w:tbl>"
    );
    let file = docx(&body).styles(styles);
    check(
        &file,
        &[
            "table 100 150",
            "  row",
            "    cell 100 span 1 No",
            "      [, left] 12 b \"x\"",
            "    cell 150 span 1 No",
            "      [, left] 12 b \"x\"",
            "  row",
            "    cell 100 span 1 No",
            "      [, left] 12 \"x\"",
            "    cell 150 span 1 No",
            "      [, left] 12 \"x\"",
        ],
    );
    let facts = file.facts();
    let cell = &facts.tables[0].rows[0].cells[0];
    assert_eq!(cell.top.map(|line| line.width), Some(8));
    assert!(cell.bottom.is_some() && cell.left.is_none());
    assert!(!facts.tables[0].is_borderless());
}

#[test]
fn lengths_come_bare_with_units_and_in_characters() {
    let facts = docx(
        "<w:p><w:pPr><w:ind w:start=\"1cm\" w:firstLineChars=\"200\"/><w:spacing w:beforeLines=\"50\" \
         w:afterAutospacing=\"1\" w:line=\"360\" w:lineRule=\"exact\"/><w:jc w:val=\"end\"/><w:tabs>\
         <w:tab w:val=\"right\" w:pos=\"9000\" w:leader=\"dot\"/><w:tab w:val=\"center\" w:pos=\"2000\"/>\
         <w:tab w:val=\"clear\" w:pos=\"3000\"/></w:tabs></w:pPr></w:p>",
    )
    .facts();
    let format = &facts.paragraphs[0].format;
    assert_eq!(format.alignment, Alignment::Right);
    assert_eq!(format.indents.left, Twips(567));
    assert_eq!(format.indents.first, Twips(400));
    assert_eq!((format.before, format.after), (Twips(120), Twips(280)));
    assert!(format.auto_space.after && !format.auto_space.before);
    assert_eq!(format.leading, Leading::Exact(Twips(360)));
    let stop = |at, align, leader| TabStop {
        at: Twips(at),
        align,
        leader,
    };
    assert_eq!(
        format.tabs,
        [
            stop(2000, TabAlign::Center, false),
            stop(9000, TabAlign::Right, true)
        ]
    );
}
