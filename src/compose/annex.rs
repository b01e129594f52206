//! Phụ lục: the component `phu_luc` taken apart at its heads, numbered, and tied to the paper
//! (Phụ lục I, phần I, mục III.1).

use crate::data::agency::Agency;
use crate::diag::Diagnostic;
use crate::document::Annex;
use crate::document::body::{AnnexHead, Block, Body, Placed, TableRow};
use crate::document::inline::Inlines;
use crate::document::kind::Kind;
use crate::document::letterhead::Letterhead;
use crate::template::Component;
use crate::text::number::roman;

use super::closing;
use super::component::Reader;

/// The annexes of a paper; two or more have Roman numbers.
pub(super) fn annexes(
    reader: &mut Reader<'_>,
    letterhead: &Letterhead,
    kind: Kind,
    agency: &Agency,
) -> Vec<Annex> {
    let parts = split(reader);
    let count = parts.len();
    let attached_to = format!(
        "(Kèm theo {} {} của {})",
        kind.name,
        letterhead.citation(),
        agency.name
    );
    parts
        .into_iter()
        .zip(1..)
        .map(|((head, body), index)| Annex {
            number: (count > 1).then(|| roman(index)),
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
    if !annexes.is_empty() && !mentions_annex(content) {
        let place = reader.place(Component::Annexes, 0..0);
        let message = "nội dung văn bản chưa dẫn chiếu đến phụ lục";
        reader.findings.push(
            Diagnostic::warning("thieu-dan-phu-luc", place, message)
                .hint("thêm câu chỉ dẫn, thí dụ: (Chi tiết tại Phụ lục kèm theo)"),
        );
    }
}

fn mentions_annex(content: &Body) -> bool {
    let says = |content: &Inlines| content.to_plain().to_lowercase().contains("phụ lục");
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
