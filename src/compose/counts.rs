//! Counts of awards in a decision: Điều 1, the attached list and its closing line must say what is
//! granted. The program's own template takes them from one place; an office's own may have them typed.

use crate::data::awards::Counts;
use crate::diag::{Diagnostic, Place};
use crate::document::Document;
use crate::document::body::{Block, Body, Level, TableRow};
use crate::document::inline::Inlines;

/// How the closing line of a list begins.
const CLOSING: &str = "Danh sách này có";

/// Everything in which a decision differs from what it grants.
pub fn check(document: &Document, granted: &Counts) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    if let Some(lead) = first_article(&document.body) {
        compare("Điều 1", &lead, granted, &mut found);
    }
    for annex in &document.annexes {
        let rows = rows(&annex.body);
        let all = granted.all();
        if rows > 0 && rows != all {
            let message = format!("danh sách kèm theo có {rows} dòng, quyết định tặng {all}");
            found.push(mismatch(message));
        }
        for line in paragraphs(&annex.body).filter(|line| line.starts_with(CLOSING)) {
            compare("dòng cuối danh sách", &line, granted, &mut found);
        }
    }
    found
}

/// Each number before a word for awardees is the number of those.
fn compare(place: &str, text: &str, granted: &Counts, found: &mut Vec<Diagnostic>) {
    for (word, expected) in granted.by_word() {
        let Some(said) = said(text, word) else {
            continue;
        };
        if said != expected {
            let message = format!("{place} ghi {said:02} {word}, quyết định tặng {expected:02}");
            found.push(mismatch(message));
        }
    }
}

fn mismatch(message: String) -> Diagnostic {
    Diagnostic::error("so-luong-lech", Place::Nowhere, message)
        .hint("lấy số lượng từ khen_thuong.dem trong mẫu, không gõ tay")
}

/// The number that a text gives of a word first: 13 of `13 tập thể`.
fn said(text: &str, word: &str) -> Option<usize> {
    text.match_indices(word).find_map(|(at, _)| {
        let before = text[..at].trim_end();
        let number = before.rsplit(|char: char| !char.is_ascii_digit()).next()?;
        number.parse().ok()
    })
}

/// The text of the first Điều, without what is listed under it.
fn first_article(body: &Body) -> Option<String> {
    body.blocks.iter().find_map(|placed| match &placed.block {
        Block::Item(item) if item.level == Level::Article => Some(item.content.to_plain()),
        Block::Item(_)
        | Block::Division(_)
        | Block::Paragraph(_)
        | Block::Table(_)
        | Block::PageBreak
        | Block::Annex(_) => None,
    })
}

/// Rows of the tables of a body, without titles across.
fn rows(body: &Body) -> usize {
    let tables = body.blocks.iter().filter_map(|placed| match &placed.block {
        Block::Table(table) => Some(&table.rows),
        Block::Item(_)
        | Block::Division(_)
        | Block::Paragraph(_)
        | Block::PageBreak
        | Block::Annex(_) => None,
    });
    let own = |row: &&TableRow| match row {
        TableRow::Cells(_) => true,
        TableRow::Group(_) => false,
    };
    tables.flatten().filter(own).count()
}

fn paragraphs(body: &Body) -> impl Iterator<Item = String> {
    body.blocks.iter().filter_map(|placed| match &placed.block {
        Block::Paragraph(content) => Some(Inlines::to_plain(content)),
        Block::Item(_)
        | Block::Division(_)
        | Block::Table(_)
        | Block::PageBreak
        | Block::Annex(_) => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_before_their_words() {
        let text = "Danh sách này có 13 tập thể, 02 hộ gia đình, 25 cá nhân./.";
        assert_eq!(said(text, "tập thể"), Some(13));
        assert_eq!(said(text, "hộ gia đình"), Some(2));
        assert_eq!(said(text, "cá nhân"), Some(25));
        assert_eq!(said("cho các tập thể và 7 cá nhân", "tập thể"), None);
    }
}
