//! Phụ lục: the component `phu_luc` taken apart at its heads, numbered, and tied to the paper
//! (Phụ lục I, phần I, mục III.1).

use crate::data::Entry;
use crate::diag::Diagnostic;
use crate::document::body::{AnnexHead, Block, Body, Placed, TableRow};
use crate::document::inline::Inlines;
use crate::document::kind::Kind;
use crate::document::letterhead::Letterhead;
use crate::document::{Annex, AnnexLabel};
use crate::template::Component;
use crate::text::number::roman;

use super::component::Reader;
use super::{closing, enactment};

/// The type of an attached list, as it prints.
const ATTACHED_LIST: &str = "DANH SÁCH";

/// The annexes of a paper; two or more have Roman numbers. Attached lists are not counted: they are
/// called by their type.
pub(super) fn annexes(
    reader: &mut Reader<'_>,
    letterhead: &Letterhead,
    kind: Kind,
    entry: &Entry,
) -> Vec<Annex> {
    let parts = split(reader);
    let several = parts.iter().filter(|(head, _)| !head.attached_list).count() > 1;
    let attached_to = format!(
        "(Kèm theo {} {} của {})",
        kind.name,
        letterhead.citation(),
        match kind.order() {
            Some(_) => enactment::issuer(entry),
            None => entry.agency.name.to_string(),
        }
    );
    let mut number = 0;
    parts
        .into_iter()
        .map(|(head, body)| Annex {
            label: match head.attached_list {
                true => AnnexLabel::Attached(ATTACHED_LIST),
                false => {
                    number += 1;
                    AnnexLabel::Annex(several.then(|| roman(number)))
                }
            },
            title: head.title,
            attached_to: attached_to.clone(),
            landscape: head.landscape,
            body: closing::closed(body),
        })
        .collect()
}

/// The heads with what follows each.
fn split(reader: &mut Reader<'_>) -> Vec<(AnnexHead, Body)> {
    let mut parts: Vec<(AnnexHead, Body)> = Vec::new();
    let mut headless = None;
    for placed in reader.body(Component::Annexes).blocks {
        match (placed.block, parts.last_mut()) {
            (Block::Annex(head), _) => parts.push((head, Body::default())),
            (block, Some((_, body))) => body.blocks.push(Placed {
                block,
                at: placed.at,
            }),
            (_, None) => headless = headless.or(Some(placed.at)),
        }
    }
    if let Some(at) = headless {
        let place = reader.place(Component::Annexes, at);
        let message = "khối phu_luc có nội dung đứng trước tên phụ lục đầu tiên";
        reader.findings.push(
            Diagnostic::error("phu-luc-thieu-ten", place, message)
                .hint("mở mỗi phụ lục bằng một dòng: # Tên phụ lục {.phu_luc}"),
        );
    }
    parts
}

/// The text points to its annexes, and holds none itself (mục III.1.a).
pub(super) fn check_references(reader: &mut Reader<'_>, content: &Body, annexes: &[Annex]) {
    for placed in &content.blocks {
        if let Block::Annex(_) = placed.block {
            let place = reader.place(Component::Body, placed.at.clone());
            let message = "phụ lục đặt trong khối noi_dung";
            reader.findings.push(
                Diagnostic::error("phu-luc-sai-khoi", place, message)
                    .hint("chuyển phụ lục sang khối phu_luc của mẫu"),
            );
        }
    }
    let mut names = annexes.iter().map(|annex| match annex.label {
        AnnexLabel::Annex(_) => ("phụ lục", "Phụ lục"),
        AnnexLabel::Attached(_) => ("danh sách", "danh sách"),
    });
    if let Some((name, cited)) = names.find(|(name, _)| !mentions(content, name)) {
        let place = reader.place(Component::Annexes, 0..0);
        let message = format!("nội dung văn bản chưa dẫn chiếu đến {name}");
        reader.findings.push(
            Diagnostic::warning("thieu-dan-phu-luc", place, message).hint(format!(
                "thêm câu chỉ dẫn, thí dụ: (Chi tiết tại {cited} kèm theo)"
            )),
        );
    }
}

fn mentions(content: &Body, words: &str) -> bool {
    let says = |content: &Inlines| content.to_plain().to_lowercase().contains(words);
    content.blocks.iter().any(|placed| match &placed.block {
        Block::Paragraph(content) => says(content),
        Block::Item(item) => says(&item.content),
        Block::Table(table) => table.rows.iter().any(|row| match row {
            TableRow::Cells(cells) => cells.iter().any(says),
            TableRow::Group(title) => says(title),
        }),
        Block::Division(_) | Block::PageBreak | Block::Annex(_) => false,
    })
}
