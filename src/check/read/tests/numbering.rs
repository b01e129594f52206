//! Automatic numbers.

use super::{check, docx};

/// A level of a list.
fn level(at: u8, format: &str, text: &str, more: &str) -> String {
    format!(
        "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>{more}\
         <w:lvlText w:val=\"{text}\"/></w:lvl>"
    )
}

fn item(list: u32, at: u8) -> String {
    format!(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{at}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr>\
         <w:r><w:t>x</w:t></w:r></w:p>"
    )
}

/// Checks the numbers of paragraphs, given as list and level.
fn check_numbers(numbering: &str, items: &[(u32, u8)], expected: &[&str]) {
    let body: String = items.iter().map(|&(list, at)| item(list, at)).collect();
    let facts = docx(&body).numbering(numbering).facts();
    let texts: Vec<&str> = facts.paragraphs.iter().map(|p| p.text.as_str()).collect();
    assert_eq!(texts, expected);
}

fn two_lists(levels: &str, of_second: &str) -> String {
    format!(
        "<w:abstractNum w:abstractNumId=\"0\">{levels}</w:abstractNum>\
         <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>\
         <w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/>{of_second}</w:num>"
    )
}

#[test]
fn levels_count_within_those_above() {
    let levels = level(0, "upperRoman", "%1.", "<w:suff w:val=\"space\"/>")
        + &level(1, "decimal", "%2.", "")
        + &level(2, "decimal", "%2.%3.", "<w:isLgl/>")
        + &level(3, "lowerLetter", "%4)", "<w:suff w:val=\"nothing\"/>");
    check_numbers(
        &two_lists(&levels, ""),
        &[
            (1, 0),
            (1, 1),
            (1, 1),
            (1, 2),
            (1, 3),
            (1, 3),
            (1, 0),
            (1, 1),
        ],
        &[
            "I. x", "1.\tx", "2.\tx", "2.1.\tx", "a)x", "b)x", "II. x", "1.\tx",
        ],
    );
}

#[test]
fn lists_of_one_definition_go_on_unless_they_start_anew() {
    let levels = level(0, "decimal", "Điều %1.", "<w:suff w:val=\"space\"/>");
    let items = [(1, 0), (1, 0), (2, 0), (2, 0), (1, 0)];
    check_numbers(
        &two_lists(&levels, ""),
        &items,
        &[
            "Điều 1. x",
            "Điều 2. x",
            "Điều 3. x",
            "Điều 4. x",
            "Điều 5. x",
        ],
    );
    let anew = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride>";
    check_numbers(
        &two_lists(&levels, anew),
        &items,
        &[
            "Điều 1. x",
            "Điều 2. x",
            "Điều 1. x",
            "Điều 2. x",
            "Điều 3. x",
        ],
    );
}

#[test]
fn a_level_may_go_on_over_those_above() {
    let levels = level(0, "upperRoman", "%1.", "")
        + &level(1, "decimal", "%2.", "<w:lvlRestart w:val=\"0\"/>");
    check_numbers(
        &two_lists(&levels, ""),
        &[(1, 0), (1, 1), (1, 0), (1, 1)],
        &["I.\tx", "1.\tx", "II.\tx", "2.\tx"],
    );
}

#[test]
fn bullets_and_missing_lists() {
    let levels = level(
        0,
        "bullet",
        "\u{f0b7}",
        "<w:rPr><w:rFonts w:ascii=\"Symbol\"/></w:rPr>",
    ) + &level(1, "bullet", "-", "");
    check_numbers(
        &two_lists(&levels, ""),
        &[(1, 0), (1, 1), (0, 0), (7, 0)],
        &["•\tx", "-\tx", "x", "x"],
    );
}

#[test]
fn a_style_brings_its_list_and_its_own_indent_goes_before() {
    let numbering = "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"1\"><w:start w:val=\"3\"/>\
         <w:pStyle w:val=\"K\"/><w:lvlText w:val=\"%2.\"/><w:suff w:val=\"space\"/>\
         <w:pPr><w:ind w:left=\"720\" w:hanging=\"360\"/></w:pPr><w:rPr><w:b/></w:rPr></w:lvl></w:abstractNum>\
         <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
    let styles = "<w:style w:type=\"paragraph\" w:styleId=\"K\"><w:name w:val=\"Khoản\"/><w:pPr><w:numPr>\
         <w:numId w:val=\"1\"/></w:numPr><w:ind w:firstLine=\"567\" w:left=\"0\"/></w:pPr></w:style>";
    let paragraph = |more: &str| {
        format!("<w:p><w:pPr><w:pStyle w:val=\"K\"/>{more}</w:pPr><w:r><w:t>x</w:t></w:r></w:p>")
    };
    let body =
        paragraph("") + &paragraph("<w:numPr><w:numId w:val=\"0\"/></w:numPr>") + &paragraph("");
    check(
        &docx(&body).numbering(numbering).styles(styles),
        &[
            "[Khoản, left, first 28.4] #10 b \"3. \" 10 \"x\"",
            "[Khoản, left, first 28.4] 10 \"x\"",
            "[Khoản, left, first 28.4] #10 b \"4. \" 10 \"x\"",
        ],
    );
}
