//! Page number and address: what stands in headers and footers.

use std::collections::BTreeSet;

use super::line::{Zone, line};
use super::scene::{Scene, piece};
use crate::check::facts::{FieldKind, MarginId, ParagraphId, Span, Story};
use crate::check::paper::{Found, PageNumber, Piece, Role};

/// Words of an address line.
const ADDRESS: &[&str] = &[
    "dia chi",
    "dien thoai",
    "dt:",
    "tel",
    "fax",
    "email",
    "e-mail",
    "website",
    "hotline",
    "so dien thoai",
];

/// The page number: a field of a header or footer, or a number typed there by hand.
pub(super) fn page_number(scene: &mut Scene<'_>) -> Found<PageNumber> {
    let facts = scene.facts;
    let sections = facts.sections.iter();
    let defaults: BTreeSet<MarginId> = sections
        .flat_map(|section| [section.headers.default, section.footers.default])
        .flatten()
        .collect();
    let mut typed = None;
    let mut found = None;
    for (id, paragraph) in facts.all() {
        let Story::Margin(margin) = paragraph.story else {
            continue;
        };
        let mut fields = paragraph.fields.iter();
        let field = fields.find(|field| field.kind == FieldKind::Page);
        if let Some(field) = field {
            let range = field.range.clone();
            let span = Span {
                paragraph: id,
                range,
            };
            let number = PageNumber {
                margin,
                paragraph: id,
                field: Some((field.kind, span)),
            };
            scene.mark_paragraph(id, Role::PageNumber);
            // The one of most pages goes before those of the first or of even ones.
            let better = found
                .as_ref()
                .is_none_or(|found: &PageNumber| !defaults.contains(&found.margin));
            if better && (found.is_none() || defaults.contains(&margin)) {
                found = Some(number);
            }
        } else if is_number(&paragraph.text) {
            typed.get_or_insert(PageNumber {
                margin,
                paragraph: id,
                field: None,
            });
        }
    }
    match (found, typed) {
        (Some(found), _) => Found::Sure(found),
        (None, Some(typed)) => {
            scene.mark_paragraph(typed.paragraph, Role::PageNumber);
            Found::Guess(typed, "chữ số gõ tay, không phải trường số trang")
        }
        (None, None) => Found::Missing,
    }
}

fn is_number(text: &str) -> bool {
    let bare: String = text.chars().filter(|c| c.is_alphanumeric()).collect();
    !bare.is_empty() && bare.len() <= 3 && bare.chars().all(|c| c.is_ascii_digit())
}

/// Address of the agency in the footer of the first page.
pub(super) fn contact(scene: &mut Scene<'_>) -> Found<Piece> {
    let Some(section) = scene.facts.sections.first() else {
        return Found::Missing;
    };
    let margin = match section.title_page {
        true => section.footers.first,
        false => section.footers.default,
    };
    let Some(margin) = margin else {
        return Found::Missing;
    };
    let ids: Vec<ParagraphId> = paragraphs(scene, margin);
    let lines: Vec<_> = ids
        .iter()
        .map(|&id| line(scene.facts, id, 0..scene.facts[id].text.len(), Zone::Flow))
        .filter(|line| !line.blank && !line.drawn && !is_number(&line.key))
        .filter(|line| scene.roles[line.paragraph().0] == Role::Other)
        .collect();
    let known = lines
        .iter()
        .any(|line| ADDRESS.iter().any(|word| line.key.contains(word)) || line.key.contains('@'));
    let Some(found) = piece(&lines) else {
        return Found::Missing;
    };
    if !known {
        return Found::Guess(found, "chữ ở chân trang đầu, không chắc là địa chỉ cơ quan");
    }
    scene.mark(&found, Role::Contact);
    Found::Sure(found)
}

/// Paragraphs of a header or footer, those in its tables and boxes too.
fn paragraphs(scene: &Scene<'_>, margin: MarginId) -> Vec<ParagraphId> {
    let own = scene.facts.all();
    own.filter(|(_, paragraph)| paragraph.story == Story::Margin(margin))
        .map(|(id, _)| id)
        .collect()
}

/// The roles of what is in headers, footers and notes and has none.
pub(super) fn mark_rest(scene: &mut Scene<'_>) {
    for (id, paragraph) in scene.facts.all() {
        let role = match paragraph.story {
            Story::Body if paragraph.is_blank() => Role::Blank,
            Story::Body => continue,
            Story::Margin(_) => Role::Margin,
            Story::Note(_) => Role::Note,
        };
        scene.mark_paragraph(id, role);
    }
}
