//! Data can never become markup: escaped and read back, hostile text is the same text.

use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop, prop_oneof, proptest};
use unicode_normalization::UnicodeNormalization;

use vanthu::diag::Place;
use vanthu::document::body::{Block, Body, TableRow};
use vanthu::document::inline::{Inline, Inlines};
use vanthu::markup;
use vanthu::template::escape::escaped;

/// Pieces of Markdown, of Tera, and of ordinary text.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        prop::sample::select(vec![
            "*",
            "**",
            "_",
            "`",
            "```",
            "~~",
            "#",
            "# ",
            "## ",
            "#### ",
            "- ",
            "-",
            "--",
            "---",
            "+ ",
            "1.",
            "1. ",
            "2)",
            ".",
            ")",
            "|",
            "| a | b |",
            "|---|",
            ":",
            ":-:",
            "=",
            "===",
            "<",
            "<b>",
            "</b>",
            "<br>",
            "<http://a.b>",
            "<!--",
            "-->",
            "&",
            "&amp;",
            "&#42;",
            "{{",
            "}}",
            "{%",
            "%}",
            "{#",
            "{.lop}",
            "{#id}",
            "}",
            "\\",
            "\\*",
            "\n",
            "\n\n",
            "\r\n",
            "    ",
            "\t",
            " ",
            "  \n",
            "[",
            "]",
            "[a](b)",
            "[a]: b",
            "![a](b)",
            "[^1]",
            "[^1]: a",
            "[ ] ",
            "!",
            "$a$",
            "^",
            "~",
            "> ",
            "\u{a0}",
            "đ",
            "ế",
            "e\u{302}",
            "\u{301}",
            "1",
            "23",
            "a",
            "Kế hoạch",
            "\u{0}",
            "\u{7f}",
            "\u{2028}",
            "\u{85}",
            "\u{feff}",
            "“",
            "’",
            "\"",
            "'",
            "/",
            "%",
            "@",
            "+",
            "\u{b}",
            "\u{c}",
        ])
        .prop_map(str::to_string),
        any::<char>().prop_map(|c| c.to_string()),
        Just(String::new()),
    ];
    prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

/// What is left of data after cleaning: NFC, no controls, single spaces.
fn clean(text: &str) -> String {
    let spaced: String = text
        .chars()
        .map(|c| match c {
            '\u{b}' | '\u{85}' | '\u{2028}' | '\u{2029}' => ' ',
            c if c.is_ascii_whitespace() => ' ',
            c => c,
        })
        .filter(|c| !c.is_control())
        .collect();
    let words: Vec<&str> = spaced.split(' ').filter(|word| !word.is_empty()).collect();
    words.join(" ").nfc().collect()
}

fn read(source: &str) -> Body {
    let (body, diagnostics) = markup::parse(source, &|_| Place::Nowhere);
    assert!(diagnostics.is_empty(), "{source:?}: {diagnostics:?}");
    body
}

/// The text, which must be plain.
fn plain(inlines: &Inlines) -> String {
    for inline in &inlines.0 {
        match inline {
            Inline::Text(text) => assert!(!text.bold && !text.italic),
            Inline::LineBreak => panic!("a line break out of data"),
        }
    }
    inlines.to_plain().nfc().collect()
}

fn only_block(source: &str) -> Block {
    let mut blocks = read(source).blocks;
    assert_eq!(blocks.len(), 1, "{source:?}: {blocks:?}");
    blocks.remove(0).block
}

fn check_paragraph(source: &str, expected: &str) {
    match only_block(source) {
        Block::Paragraph(text) => assert_eq!(plain(&text), expected),
        other => panic!("{source:?}: {other:?}"),
    }
}

fn check_item(source: &str, expected: &str) {
    match only_block(source) {
        Block::Item(item) => assert_eq!(plain(&item.content), expected),
        other => panic!("{source:?}: {other:?}"),
    }
}

fn check_cell(source: &str, expected: &str) {
    match only_block(source) {
        Block::Table(table) => match &table.rows[..] {
            [TableRow::Cells(cells)] => {
                assert_eq!(plain(&cells[0]), expected);
                assert_eq!(plain(&cells[1]), expected);
                assert_eq!(plain(&table.head[1]), expected);
            }
            other => panic!("{source:?}: {other:?}"),
        },
        other => panic!("{source:?}: {other:?}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn data_stays_text_wherever_it_stands(value in hostile()) {
        let expected = clean(&value);
        if expected.trim().is_empty() {
            return Ok(());
        }
        let text = escaped(&value);
        check_paragraph(&text, &expected);
        check_item(&format!("- {text}"), &expected);
        check_item(&format!("1. {text}\n"), &expected);
        check_item(&format!("## {text}\n"), &expected);
        check_item(&format!("# {text} {{.khong_tieu_de}}"), &expected);
        check_cell(&format!("| x | {text} |\n|---|---|\n| {text} | {text} |\n"), &expected);
        check_cell(&format!("|x|{text}|\n|--:|:-:|\n|{text}|{text}|\n"), &expected);
    }

    #[test]
    fn neighbouring_values_make_no_markup_together(a in hostile(), b in hostile(), c in hostile()) {
        let expected = clean(&format!("{a}{b}{c}"));
        let text = [escaped(&a), escaped(&b), escaped(&c)].concat();
        if !expected.trim().is_empty() {
            check_paragraph(&text, &expected);
        }
        if !clean(&b).trim().is_empty() {
            let lines = format!("x{}\n{}\n{}y", escaped(&a), escaped(&b), escaped(&c));
            check_paragraph(&lines, &clean(&format!("x{a}\n{b}\n{c}y")));
        }
    }

    #[test]
    fn a_line_of_data_stays_one_entry(value in hostile()) {
        let text = escaped(&value);
        let (entries, diagnostics) = markup::parse_lines(&text, &|_| Place::Nowhere);
        assert!(diagnostics.is_empty(), "{diagnostics:?}");
        let plain: Vec<String> = entries.iter().map(plain).collect();
        let expected = clean(&value);
        if !expected.trim().is_empty() {
            assert_eq!(plain, [expected]);
        }
    }
}
