//! Under which rules a paper was written, and of which type it is.

use super::head::Head;
use super::key::key;
use super::scene::Scene;
use super::title::{self, Heading};
use crate::check::paper::{Found, Piece, Regime};
use crate::document::kind::Kind;

/// What was told.
pub(super) struct Told {
    pub(super) regime: Found<Regime>,
    pub(super) kind: Found<Kind>,
}

/// Tells regime and type from what was found.
pub(super) fn tell(scene: &Scene<'_>, head: &Head, heading: &Heading, addressed: bool) -> Told {
    let number = head.letterhead.number.get();
    let symbol = number
        .map(|piece| piece.words(scene.facts))
        .unwrap_or_default();
    Told {
        regime: regime(scene, head, heading, &symbol, addressed),
        kind: kind(head, heading, &symbol, addressed),
    }
}

fn regime(
    scene: &Scene<'_>,
    head: &Head,
    heading: &Heading,
    symbol: &str,
    addressed: bool,
) -> Found<Regime> {
    if is_copy(scene) {
        return Found::Sure(Regime::Copy);
    }
    if head.party && head.letterhead.national_name.is_missing() {
        return Found::Sure(Regime::Party);
    }
    if heading.normative || is_normative(symbol) {
        return Found::Sure(Regime::Normative);
    }
    if !head.letterhead.national_name.is_missing() || !head.letterhead.motto.is_missing() {
        return Found::Sure(Regime::Administrative);
    }
    let some = [
        &head.letterhead.number,
        &head.letterhead.agency,
        &heading.title.type_name,
    ];
    match some.iter().any(|found: &&Found<Piece>| !found.is_missing()) || addressed {
        true => Found::Guess(Regime::Administrative, "không thấy Quốc hiệu và Tiêu ngữ"),
        false => Found::Sure(Regime::Other),
    }
}

/// `SAO Y`, `SAO LỤC`, `TRÍCH SAO` alone on a line in capitals.
fn is_copy(scene: &Scene<'_>) -> bool {
    let bare = |key: &str| key.trim_matches(|c: char| !c.is_alphanumeric()).to_string();
    scene.lines.iter().any(|line| {
        let words = line.upper && line.key.len() < 24;
        words
            && matches!(
                bare(&line.key).as_str(),
                "sao y" | "sao luc" | "trich sao" | "sao y ban chinh"
            )
    })
}

/// A year in the number (`30/2020/NĐ-CP`), as legal normative documents have it.
fn is_normative(symbol: &str) -> bool {
    let mut parts = symbol.split('/').skip(1);
    let year = parts.next().is_some_and(|part| {
        let part = part.trim();
        part.len() == 4 && part.starts_with("20") && part.chars().all(|c| c.is_ascii_digit())
    });
    year && parts.next().is_some()
}

fn kind(head: &Head, heading: &Heading, symbol: &str, addressed: bool) -> Found<Kind> {
    if !heading.kind.is_missing() {
        return heading.kind.clone();
    }
    let coded = title::of_symbol(symbol);
    let letter = Kind::named("Công văn");
    let subject = !head.subject.is_missing();
    match (coded, letter) {
        // A title of no type: what the paper is nobody can say.
        _ if !heading.title.type_name.is_missing() => Found::Missing,
        // With `V/v` under a symbol of no type nothing else is meant.
        (None, Some(letter)) if subject && (addressed || symbol.contains('/')) => {
            Found::Sure(letter)
        }
        (None, Some(letter)) if subject || addressed && key(symbol).contains('/') => Found::Guess(
            letter,
            "không có tên loại; chỉ có trích yếu hoặc Kính gửi như công văn",
        ),
        (Some(coded), _) if !addressed || !subject => {
            Found::Guess(coded, "không có tên loại; chỉ ký hiệu cho biết loại")
        }
        (Some(_), Some(letter)) => Found::Guess(
            letter,
            "trình bày như công văn nhưng ký hiệu mang mã loại khác",
        ),
        _ => Found::Missing,
    }
}
