//! A body as readable text, one line a block: for tests and reference files.
//!
//! `**bold**`, `*italic*` and `⏎` mark emphasis and line breaks; nothing is escaped, so the text is
//! for reading and not for parsing.

use super::body::{AnnexHead, Block, Body, ColumnAlign, Division, Item, Table, TableRow};
use super::inline::{Inline, Inlines, Text};

/// One line a block: `I. title!` for a titled item, `| text` for a paragraph, tables row by row.
pub fn dump(body: &Body) -> String {
    let mut lines = Vec::new();
    for placed in &body.blocks {
        match &placed.block {
            Block::Division(division) => lines.push(division_line(division)),
            Block::Item(item) => lines.push(item_line(item)),
            Block::Paragraph(inlines) => lines.push(format!("¶ {}", inline_text(inlines))),
            Block::Table(table) => push_table(table, &mut lines),
            Block::PageBreak => lines.push("(trang mới)".to_string()),
            Block::Annex(head) => lines.push(annex_line(head)),
        }
    }
    lines.join("\n")
}

/// Inline content with its marks.
pub fn inline_text(inlines: &Inlines) -> String {
    inlines
        .0
        .iter()
        .map(|inline| match inline {
            Inline::LineBreak => "⏎".to_string(),
            Inline::Text(Text { text, bold, italic }) => match (bold, italic) {
                (false, false) => text.clone(),
                (false, true) => format!("*{text}*"),
                (true, false) => format!("**{text}**"),
                (true, true) => format!("***{text}***"),
            },
        })
        .collect()
}

fn division_line(division: &Division) -> String {
    let title = inline_text(&division.title);
    format!("[{} {}] {title}", division.kind.word(), division.number)
}

/// The label, a `!` for a titled item, the text.
fn item_line(item: &Item) -> String {
    let mark = if item.titled { "!" } else { "" };
    format!("{}{mark} {}", item.label, inline_text(&item.content))
}

fn annex_line(head: &AnnexHead) -> String {
    let turned = if head.landscape { " ngang" } else { "" };
    let label = if head.attached_list {
        "Danh sách"
    } else {
        "Phụ lục"
    };
    format!("[{label}{turned}] {}", inline_text(&head.title))
}

fn push_table(table: &Table, lines: &mut Vec<String>) {
    let columns: Vec<String> = table
        .columns
        .iter()
        .map(|column| {
            let align = match column.align {
                ColumnAlign::Left => "trái",
                ColumnAlign::Center => "giữa",
                ColumnAlign::Right => "phải",
            };
            format!("{align} {}", column.weight)
        })
        .collect();
    lines.push(format!("[bảng] {}", columns.join(", ")));
    lines.push(format!("  đầu: {}", cells(&table.head)));
    for row in &table.rows {
        match row {
            TableRow::Cells(row) => lines.push(format!("  hàng: {}", cells(row))),
            TableRow::Group(title) => lines.push(format!("  nhóm: {}", inline_text(title))),
        }
    }
}

fn cells(row: &[Inlines]) -> String {
    let cells: Vec<String> = row.iter().map(inline_text).collect();
    cells.join(" | ")
}
