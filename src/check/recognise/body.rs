//! The text: căn cứ, the line of who decides, and the outline.

use std::ops::Range;

use super::key::{self, digits, roman, starts};
use super::line::Zone;
use super::scene::{Scene, piece};
use super::title::is_enacting;
use crate::check::facts::{ParagraphId, Span};
use crate::check::paper::{BodyLine, Found, Level, Piece, Role};

/// Words that start a căn cứ, or a line among them.
const BASES: &[&str] = &[
    "can cu",
    "theo de nghi",
    "xet de nghi",
    "xet to trinh",
    "xet thay",
    "xet ",
    "thuc hien",
    "theo ",
    "sau khi",
    "tren co so",
];

/// Words of the longest line of who decides.
const LONGEST_ISSUER: usize = 20;

/// What stands between title and foot.
#[derive(Debug, Default)]
pub(super) struct Text {
    pub(super) issuer: Found<Piece>,
    pub(super) bases: Vec<ParagraphId>,
    pub(super) enacting: Found<Piece>,
    pub(super) lines: Vec<BodyLine>,
}

/// Reads the lines of the text.
pub(super) fn find(scene: &mut Scene<'_>, range: Range<usize>) -> Text {
    let mut text = Text::default();
    let mut at = range.start;
    while at < range.end {
        let line = scene.lines[at].clone();
        let next = scene.behind_paragraph(at).min(range.end).max(at + 1);
        let id = line.paragraph();
        if let Zone::Cell(..) = line.zone {
            scene.mark_paragraph(id, Role::Table);
        } else if scene.facts[id].is_blank() {
            scene.mark_paragraph(id, Role::Blank);
        } else if line.drawn && next == at + 1 {
            scene.mark_paragraph(id, Role::Rule);
        } else if !preamble(scene, at, &mut text) {
            let own = body_line(scene, id, text.lines.last());
            scene.mark_paragraph(id, Role::Body);
            text.lines.extend(with_title(scene, own));
        }
        at = next;
    }
    text
}

/// Takes a line that stands before the text proper: who decides, căn cứ, `QUYẾT ĐỊNH:`.
fn preamble(scene: &mut Scene<'_>, at: usize, text: &mut Text) -> bool {
    let line = scene.lines[at].clone();
    let id = line.paragraph();
    if is_enacting(&line.key) && text.enacting.is_missing() && text.lines.is_empty() {
        text.enacting = piece([&line]).map_or(Found::Missing, Found::Sure);
        scene.mark_paragraph(id, Role::Enacting);
        return true;
    }
    if !text.lines.is_empty() || !text.enacting.is_missing() {
        return false;
    }
    let words = key::key(&scene.facts[id].text);
    let bare = words.trim_start_matches(['-', '*', '+', ' ']);
    let known = match text.bases.is_empty() {
        true => starts(bare, "can cu"),
        false => BASES.iter().any(|base| bare.starts_with(base)),
    };
    if known && !words.ends_with(':') {
        text.bases.push(id);
        scene.mark_paragraph(id, Role::Basis);
        return true;
    }
    // A form leaves dots for the last căn cứ.
    let to_fill = words.contains(['.', '…']) && !words.contains(char::is_alphanumeric);
    if to_fill && !text.bases.is_empty() && is_followed_by_enacting(scene, at) {
        text.bases.push(id);
        scene.mark_paragraph(id, Role::Basis);
        return true;
    }
    let short = line.key.split(' ').count() <= LONGEST_ISSUER;
    let placed = line.centred || line.bold;
    if text.bases.is_empty()
        && line.upper
        && placed
        && short
        && level_of(&line.key, &line.key).is_none()
    {
        let issuer = match text.issuer.get() {
            Some(before) if followed_by_basis(scene, at) => {
                let mut all = before.clone();
                all.spans.push(line.span.clone());
                all
            }
            None if followed_by_basis(scene, at) => {
                let end = scene.behind_paragraph(at);
                piece(&scene.lines[at..end]).unwrap_or_default()
            }
            Some(_) | None => return false,
        };
        text.issuer = Found::Sure(issuer);
        scene.mark_paragraph(id, Role::Issuer);
        return true;
    }
    false
}

/// True if `QUYẾT ĐỊNH:` comes next.
fn is_followed_by_enacting(scene: &Scene<'_>, at: usize) -> bool {
    let mut rest = scene.lines[at + 1..].iter();
    let next = rest.find(|line| !line.blank && !line.drawn);
    next.is_some_and(|line| is_enacting(&line.key))
}

/// True if a căn cứ comes next, with at most lines in capitals between.
fn followed_by_basis(scene: &Scene<'_>, at: usize) -> bool {
    let rest = scene.lines[at + 1..].iter();
    let mut words = rest.filter(|line| !line.blank && !line.drawn);
    let next = words.find(|line| !line.upper);
    next.is_some_and(|line| {
        let bare = line.key.trim_start_matches(['-', '*', '+', ' ']);
        starts(bare, "can cu") || starts(bare, "xet") || starts(bare, "theo de nghi")
    })
}

/// A paragraph of the text with its label.
pub(super) fn body_line(scene: &Scene<'_>, id: ParagraphId, before: Option<&BodyLine>) -> BodyLine {
    let text = &scene.facts[id].text;
    let start = text.len() - text.trim_start().len();
    let end = text.trim_end().len().max(start);
    let words = text.get(start..end).unwrap_or("");
    let found = level_of(words, &key::key(words));
    let span = |range| Span {
        paragraph: id,
        range,
    };
    let Some((level, length)) = found else {
        return BodyLine {
            paragraph: id,
            level: None,
            label: None,
            content: span(start..end),
            title_of_above: is_title(words, before),
        };
    };
    let behind = text.get(start + length..end).unwrap_or("");
    let gap = behind.len() - behind.trim_start().len();
    BodyLine {
        paragraph: id,
        level: Some(level),
        label: Some(span(start..start + length)),
        content: span((start + length + gap).min(end)..end),
        title_of_above: false,
    }
}

/// A heading, and its title where both stand in one paragraph with a line break between them.
fn with_title(scene: &Scene<'_>, heading: BodyLine) -> Vec<BodyLine> {
    let text = &scene.facts[heading.paragraph].text;
    let label = heading.label.as_ref().filter(|_| is_division(&heading));
    let end = label.map_or(heading.content.range.start, |label| label.range.end);
    let gap = text.get(end..heading.content.range.start);
    if !gap.is_some_and(|gap| gap.contains('\n')) {
        return vec![heading];
    }
    let title = BodyLine {
        level: None,
        label: None,
        title_of_above: true,
        ..heading.clone()
    };
    let mut heading = heading;
    heading.content.range = end..end;
    vec![heading, title]
}

/// True for Phần, Chương, Mục and Tiểu mục.
fn is_division(line: &BodyLine) -> bool {
    matches!(
        line.level,
        Some(Level::Part | Level::Chapter | Level::Section | Level::Subsection)
    )
}

/// True below a Phần, Chương, Mục or Tiểu mục that has no words of its own.
fn is_title(words: &str, before: Option<&BodyLine>) -> bool {
    let Some(before) = before else { return false };
    // A long title goes on in a second paragraph.
    let goes_on = before.title_of_above && key::is_upper(words);
    let labelled = is_division(before) && before.content.range.is_empty();
    (labelled || goes_on) && words.chars().count() < 300
}

/// Level of a paragraph in the outline and the length of its label.
pub(super) fn level_of(words: &str, key: &str) -> Option<(Level, usize)> {
    division(words, key)
        .or_else(|| article(words, key))
        .or_else(|| numbered(words))
        .or_else(|| lettered(words))
        .or_else(|| signed(words))
}

/// Phần, Chương, Mục, Tiểu mục.
fn division(words: &str, key: &str) -> Option<(Level, usize)> {
    let kinds = [
        ("phan", Level::Part),
        ("chuong", Level::Chapter),
        ("muc", Level::Section),
        ("tieu muc", Level::Subsection),
    ];
    let (word, level) = kinds.into_iter().find(|(word, _)| starts(key, word))?;
    let skip = word.split(' ').count();
    let (at, number) = nth_word(words, skip)?;
    let bare = number.trim_end_matches(['.', ':', '-', ')']);
    let ordinal = matches!(key::key(bare).as_str(), "thu" | "mot" | "hai" | "ba");
    let counted = roman(bare) == Some(bare.len()) || digits(bare) == Some(bare.len());
    let lettered = level == Level::Section && bare.chars().count() == 1 && key::is_upper(bare);
    if !(counted || ordinal || lettered) {
        return None;
    }
    let end = match ordinal && bare.chars().count() > 2 && key::key(bare) == "thu" {
        true => nth_word(words, skip + 1).map_or(at + number.len(), |(at, word)| at + word.len()),
        false => at + number.len(),
    };
    // A sentence that begins with `Mục 5 của …` is no division.
    let behind = words.get(end..)?.trim_start();
    let sentence = behind.chars().next().is_some_and(char::is_lowercase);
    (!sentence).then_some((level, end))
}

/// The word of that index, with its place.
fn nth_word(words: &str, index: usize) -> Option<(usize, &str)> {
    let mut end = 0;
    let mut found = None;
    for _ in 0..=index {
        let rest = words.get(end..)?;
        let start = end + (rest.len() - rest.trim_start().len());
        let word = words.get(start..)?.split_whitespace().next()?;
        end = start + word.len();
        found = Some((start, word));
    }
    found
}

/// `Điều 1.`
fn article(words: &str, key: &str) -> Option<(Level, usize)> {
    if !starts(key, "dieu") {
        return None;
    }
    let (at, number) = nth_word(words, 1)?;
    let length = digits(number)?;
    let behind = number.get(length..)?;
    let sign = behind.chars().next();
    let counted =
        matches!(sign, Some('.' | ':')) || sign.is_none() && words.len() == at + number.len();
    counted.then_some((Level::Article, at + length + sign.map_or(0, char::len_utf8)))
}

/// `I.`, `1.`, `1.1.`
fn numbered(words: &str) -> Option<(Level, usize)> {
    if let Some(length) = roman(words) {
        let end = sign_end(words, length, &['.', ')', '/', '-', ':'])?;
        return Some((Level::Roman, end));
    }
    let mut length = digits(words)?;
    let mut nested = false;
    while let Some(more) = words
        .get(length..)
        .and_then(|rest| rest.strip_prefix('.'))
        .and_then(digits)
        // Three digits are thousands.
        .filter(|&more| more < 3)
    {
        length += 1 + more;
        nested = true;
    }
    let end = sign_end(words, length, &['.', ')', '/', '-', ':']);
    match (nested, end) {
        (true, Some(end)) => Some((Level::Nested, end)),
        (true, None) => spaced(words, length).then_some((Level::Nested, length)),
        (false, end) => Some((Level::Clause, end?)),
    }
}

/// Behind a sign that closes a label, if white space, a letter or nothing follows.
fn sign_end(words: &str, length: usize, signs: &[char]) -> Option<usize> {
    let sign = words.get(length..)?.chars().next()?;
    if !signs.contains(&sign) {
        return None;
    }
    let end = length + sign.len_utf8();
    let next = words.get(end..)?.chars().next();
    let closes = match sign {
        '.' | ')' => next.is_none_or(|c| c.is_whitespace() || c.is_alphabetic()),
        _ => next.is_none_or(char::is_whitespace),
    };
    closes.then_some(end)
}

fn spaced(words: &str, length: usize) -> bool {
    let next = words.get(length..).and_then(|rest| rest.chars().next());
    next.is_some_and(char::is_whitespace)
}

/// `a)`, also `a.` and `(a)`.
fn lettered(words: &str) -> Option<(Level, usize)> {
    let open = usize::from(words.starts_with('('));
    let letter = words.get(open..)?.chars().next()?;
    if !letter.is_alphabetic() || !letter.is_lowercase() {
        return None;
    }
    let end = sign_end(words, open + letter.len_utf8(), &[')', '.', '/'])?;
    let next = words.get(end..)?.chars().next();
    let closed = next.is_none_or(char::is_whitespace) || words.get(..end)?.ends_with(')');
    closed.then_some((Level::Point, end))
}

/// `-`, `+`, `•`
fn signed(words: &str) -> Option<(Level, usize)> {
    let sign = words.chars().next()?;
    let level = match sign {
        '-' | '–' | '—' => Level::Dash,
        '+' => Level::Plus,
        '•' | '▪' | '➢' | '❖' | '◦' | '·' | '*' | '●' | '○' | '□' | '✓' | '→' => {
            Level::Bullet
        }
        _ => return None,
    };
    Some((level, sign.len_utf8()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(words: &str, expected: Option<(Level, &str)>) {
        let found = level_of(words, &key::key(words));
        let found = found.map(|(level, length)| (level, words.get(..length).unwrap()));
        assert_eq!(found, expected, "{words}");
    }

    #[test]
    fn labels_of_the_outline() {
        for (words, level, label) in [
            ("Phần I", Level::Part, "Phần I"),
            ("PHẦN THỨ NHẤT", Level::Part, "PHẦN THỨ NHẤT"),
            ("Chương II QUY ĐỊNH CHUNG", Level::Chapter, "Chương II"),
            ("Mục 1. Phạm vi", Level::Section, "Mục 1."),
            ("Tiểu mục 2", Level::Subsection, "Tiểu mục 2"),
            ("Điều 1. Phạm vi", Level::Article, "Điều 1."),
            ("Điều 12: Hiệu lực", Level::Article, "Điều 12:"),
            ("I. MỤC ĐÍCH", Level::Roman, "I."),
            ("IV/ TỔ CHỨC", Level::Roman, "IV/"),
            ("1. Mục đích", Level::Clause, "1."),
            ("1.Mục đích", Level::Clause, "1."),
            ("2/ Yêu cầu", Level::Clause, "2/"),
            ("1.1. Chi tiết", Level::Nested, "1.1."),
            ("1.2.3 Chi tiết", Level::Nested, "1.2.3"),
            ("a) Điểm", Level::Point, "a)"),
            ("đ) Điểm", Level::Point, "đ)"),
            ("(b) Điểm", Level::Point, "(b)"),
            ("- Gạch", Level::Dash, "-"),
            ("+ Cộng", Level::Plus, "+"),
            ("•\tChấm", Level::Bullet, "•"),
        ] {
            check(words, Some((level, label)));
        }
    }

    #[test]
    fn sentences_have_no_label() {
        for words in [
            "20/3/2026 là ngày",
            "1.000.000 đồng",
            "Mục 5 của Chương này",
            "Điều này quy định",
            "Điều 5 Nghị định này",
            "Phần lớn cán bộ",
            "Ủy ban nhân dân",
            "VI phạm",
            "12 giờ 30",
            "",
            "2024",
        ] {
            check(words, None);
        }
    }
}
