//! Final marks: `;` and `.` of căn cứ, and `./.` that closes a body (every Mẫu of Phụ lục III).

use crate::document::body::{Block, Body, Placed};
use crate::document::inline::{Inline, Inlines};

/// What closes a body.
const END: &str = "./.";

/// Căn cứ lines: each ends `;`, the last `.` (Phụ lục I, phần I, mục II.6.a).
pub(super) fn bases(lines: Vec<Inlines>) -> Vec<Inlines> {
    let count = lines.len();
    without_marks(lines)
        .into_iter()
        .enumerate()
        .map(|(index, mut line)| {
            line.push_str(if index + 1 == count { "." } else { ";" });
            line
        })
        .collect()
}

/// Lines without the final marks that their component prints itself.
pub(super) fn without_marks(lines: Vec<Inlines>) -> Vec<Inlines> {
    lines.into_iter().map(without_mark).collect()
}

/// Inline content without a final mark.
pub(super) fn without_mark(mut content: Inlines) -> Inlines {
    strip(&mut content);
    content
}

/// The body with `./.` after its last words; after a table on a line of its own.
pub(super) fn closed(mut body: Body) -> Body {
    if body.blocks.is_empty() {
        return body;
    }
    match body.blocks.last_mut().map(|placed| &mut placed.block) {
        Some(Block::Paragraph(content)) => close(content),
        Some(Block::Item(item)) => close(&mut item.content),
        Some(Block::Table(_) | Block::Division(_) | Block::PageBreak | Block::Annex(_)) | None => {
            let at = body.blocks.last().map_or(0..0, |placed| placed.at.clone());
            body.blocks.push(Placed {
                block: Block::Paragraph(Inlines::plain(END)),
                at,
            });
        }
    }
    body
}

fn close(content: &mut Inlines) {
    strip(content);
    content.push_str(END);
}

/// Takes final `.`, `;`, `,`, `/` and spaces away; a bracket, an ellipsis or another mark stays.
fn strip(content: &mut Inlines) {
    while let Some(Inline::Text(last)) = content.0.last_mut() {
        if last.text.ends_with("...") {
            return;
        }
        let end = last.text.trim_end_matches(['.', ';', ',', '/', ' ']).len();
        last.text.truncate(end);
        if !last.text.is_empty() {
            return;
        }
        content.0.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, closed_text: &str) {
        let body = Body {
            blocks: vec![Placed {
                block: Block::Paragraph(Inlines::plain(text)),
                at: 0..0,
            }],
        };
        let Block::Paragraph(content) = &closed(body).blocks[0].block else {
            panic!("a paragraph stays a paragraph");
        };
        assert_eq!(content.to_plain(), closed_text);
    }

    #[test]
    fn the_end_mark_takes_the_place_of_a_final_mark() {
        check("đạt kết quả tốt", "đạt kết quả tốt./.");
        check("đạt kết quả tốt.", "đạt kết quả tốt./.");
        check("đạt kết quả tốt. /", "đạt kết quả tốt./.");
        check("đạt kết quả tốt./.", "đạt kết quả tốt./.");
        check("(có danh sách kèm theo)", "(có danh sách kèm theo)./.");
    }

    #[test]
    fn bases_end_with_a_semicolon_and_the_last_with_a_full_stop() {
        let lines = ["Căn cứ Luật A", "Căn cứ Luật B;", "Theo đề nghị của C"];
        let lines = bases(lines.map(Inlines::plain).to_vec());
        let texts: Vec<String> = lines.iter().map(Inlines::to_plain).collect();
        assert_eq!(
            texts,
            ["Căn cứ Luật A;", "Căn cứ Luật B;", "Theo đề nghị của C."]
        );
    }
}
