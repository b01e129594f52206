//! Structures of small flows, written as a tree with the texts of every element.

use std::fmt::Write;

use crate::form::flow::{
    Block, Cell, CellMargins, Field, FieldPurpose, Paragraph, Row, Run, RunContent, Table,
    TablePurpose, VerticalAlign,
};
use crate::form::style::StyleId;
use crate::layout::page::{ElementId, Item, Pages, Tag};
use crate::layout::paginate;
use crate::layout::testing::{flow, paragraph, section};
use crate::units::Twips;

/// The elements that hold something, indented, with their texts; `|` is a new text, `/` a new
/// page.
fn tree(pages: &Pages) -> String {
    let mut out = String::new();
    write_children(pages, None, 0, &mut out);
    out
}

fn write_children(pages: &Pages, parent: Option<ElementId>, depth: usize, out: &mut String) {
    for (index, element) in pages.structure.iter().enumerate() {
        if element.parent == parent {
            let id = ElementId(index);
            let indent = "  ".repeat(depth);
            let content = content(pages, id);
            writeln!(out, "{indent}{:?}{content}", element.role).unwrap();
            write_children(pages, Some(id), depth + 1, out);
        }
    }
}

fn content(pages: &Pages, id: ElementId) -> String {
    let pages = pages.pages.iter().map(|page| {
        let texts = page.items.iter().filter_map(|item| match item {
            Item::Text(text) if text.tag == Tag::Content(id) => Some(text.text.clone()),
            Item::Field(field) if field.element == id => Some(format!("{:?}", field.purpose)),
            Item::Text(_) | Item::Line(_) | Item::Field(_) => None,
        });
        texts.collect::<Vec<_>>().join("|")
    });
    let pages: Vec<String> = pages.filter(|texts| !texts.is_empty()).collect();
    match pages.is_empty() {
        true => String::new(),
        false => format!(": {}", pages.join(" / ")),
    }
}

fn styled(style: StyleId, text: &str) -> Paragraph {
    Paragraph {
        style,
        ..paragraph(text)
    }
}

fn block(style: StyleId, text: &str) -> Block {
    Block::Paragraph(styled(style, text))
}

/// An item with its label as a run of its own.
fn item(style: StyleId, label: &str, text: &str) -> Paragraph {
    let mut made = styled(style, text);
    let label = Run {
        content: RunContent::Text(format!("{label} ")),
        format: made.runs[0].format,
    };
    made.runs.insert(0, label);
    made
}

fn list(style: StyleId, label: &str, text: &str) -> Block {
    Block::Paragraph(item(style, label, text))
}

fn cell(span: usize, paragraphs: Vec<Paragraph>) -> Cell {
    Cell {
        span,
        align: VerticalAlign::Top,
        paragraphs,
    }
}

fn table(purpose: TablePurpose, rows: Vec<Row>) -> Block {
    Block::Table(Table {
        purpose,
        columns: vec![Twips(1000), Twips(1000)],
        left: Twips(0),
        grid: None,
        cell_margins: CellMargins::default(),
        rows,
    })
}

fn row(header: bool, cells: Vec<Cell>) -> Row {
    Row { header, cells }
}

fn shown(lines: i32, blocks: Vec<Block>) -> String {
    tree(&paginate(&flow(section(lines, blocks))))
}

#[test]
fn a_paper_is_read_by_its_components() {
    let mut gap = styled(StyleId::SignatureGap, "");
    gap.fields = [FieldPurpose::Signer, FieldPurpose::Seal]
        .map(|purpose| Field {
            purpose,
            left: Twips(0),
            top: Twips(0),
            width: Twips(100),
            height: Twips(100),
        })
        .to_vec();
    let recipients = vec![
        styled(StyleId::Recipients, "Nơi nhận:"),
        item(StyleId::Recipient, "-", "Như trên;"),
        item(StyleId::Recipient, "-", "Lưu: VT."),
    ];
    let signer = vec![
        styled(StyleId::Authority, "CHỦ TỊCH"),
        gap,
        styled(StyleId::SignerName, "Lê A"),
    ];
    let names = vec![
        styled(StyleId::Agency, "UBND"),
        styled(StyleId::Agency, "HUYỆN"),
        styled(StyleId::Rule, ""),
    ];
    let motto = vec![styled(StyleId::NationalName, "CỘNG HÒA")];
    let blocks = vec![
        table(
            TablePurpose::Letterhead,
            vec![row(false, vec![cell(1, names), cell(1, motto)])],
        ),
        block(StyleId::TypeName, "KẾ HOẠCH"),
        block(StyleId::Subject, "Tổ chức Hội nghị"),
        block(StyleId::Rule, ""),
        block(StyleId::Basis, "Căn cứ Luật;"),
        block(StyleId::Roman, "I. MỤC ĐÍCH"),
        list(StyleId::Clause, "1.", "Một"),
        list(StyleId::Point, "a)", "Nhỏ"),
        list(StyleId::Dash, "-", "Gạch"),
        list(StyleId::Plus, "+", "Cộng"),
        list(StyleId::Point, "b)", "Nhỏ"),
        list(StyleId::Clause, "2.", "Hai"),
        block(StyleId::ClauseTitle, "3. Ba"),
        block(StyleId::Body, "Đoạn"),
        block(StyleId::Roman, "II. HẾT"),
        table(
            TablePurpose::Signature,
            vec![row(false, vec![cell(1, recipients), cell(1, signer)])],
        ),
    ];
    insta::assert_snapshot!(shown(60, blocks));
}

#[test]
fn a_table_over_pages_is_one_table_with_one_head() {
    let cells = |style, left: &str, right: &str| {
        vec![
            cell(1, vec![styled(style, left)]),
            cell(1, vec![styled(style, right)]),
        ]
    };
    let mut rows = vec![row(true, cells(StyleId::TableHead, "TT", "Tên"))];
    rows.push(row(
        false,
        vec![cell(2, vec![styled(StyleId::TableGroup, "Nhóm")])],
    ));
    rows.push(row(false, cells(StyleId::TableCell, "1", "A")));
    rows.push(row(false, cells(StyleId::TableCell, "2", "")));
    insta::assert_snapshot!(shown(3, vec![table(TablePurpose::Data, rows)]));
}

#[test]
fn a_paragraph_over_pages_is_one_paragraph() {
    let text = "00000 00000 00000 000 ".repeat(4);
    assert_eq!(
        shown(2, vec![block(StyleId::Body, text.trim_end())]),
        "Document\n  Section\n    \
         Paragraph: 00000 00000 00000 000|00000 00000 00000 000 / \
         00000 00000 00000 000|00000 00000 00000 000\n"
    );
}

#[test]
fn headings_skip_no_level_and_whole_sentences_are_none() {
    let mut titled = styled(StyleId::Article, "Điều 1. Phạm vi");
    titled.format.keep_lines = true;
    let blocks = vec![
        block(StyleId::Roman, "I. A"),
        block(StyleId::PointTitle, "a) B"),
        block(StyleId::ClauseTitle, "1. C"),
        Block::Paragraph(titled),
        block(StyleId::Article, "Điều 2. Câu."),
        block(StyleId::AnnexLabel, "Phụ lục"),
        block(StyleId::AnnexTitle, "TÊN"),
        block(StyleId::Division, "Chương I"),
    ];
    assert_eq!(
        shown(20, blocks),
        r#"Document
  Section
    Heading { level: 1, title: "I. A" }: I. A
    Heading { level: 2, title: "a) B" }: a) B
    Heading { level: 2, title: "1. C" }: 1. C
    Heading { level: 1, title: "Điều 1. Phạm vi" }: Điều 1. Phạm vi
    Paragraph: Điều 2. Câu.
    Heading { level: 1, title: "Phụ lục TÊN" }: Phụ lục|TÊN
    Heading { level: 2, title: "Chương I" }: Chương I
"#
    );
}
