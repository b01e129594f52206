//! The lines under Tiêu ngữ, the agency and the subject (Phụ lục I, phần I, mục II.1.b, II.2.b, II.5.b).

use crate::check::facts::{Alignment, Home, ShapeId, Span};
use crate::check::finding::Notes;
use crate::check::mend::{Edit, NewLine, ParagraphChange, RunChange};
use crate::check::paper::{Found, Piece, RuleLine, RuleSource};
use crate::fonts::{Face, width};
use crate::units::{Pt, Twips};

use super::reading::{Reading, is_to_fill};
use super::{Check, Level, Rule};

/// TT-24.
pub(super) static MOTTO_LINE: Rule = Rule {
    code: "TT-24",
    level: Level::Must,
    asks: "dưới Tiêu ngữ có đường kẻ ngang, nét liền, dài bằng dòng chữ",
    clause: "Phụ lục I, phần I, mục II.1.b",
    why: "Đường kẻ ngắn hơn là của tên cơ quan; gạch chân chữ không phải là đường kẻ.",
    wrong: "đường kẻ bằng một nửa dòng chữ; chữ gạch chân",
    right: "đường kẻ dài bằng dòng “Độc lập - Tự do - Hạnh phúc”",
    check: Check::Paper(motto),
};

/// TT-32.
pub(super) static AGENCY_LINE: Rule = Rule {
    code: "TT-32",
    level: Level::Must,
    asks: "dưới tên cơ quan có đường kẻ ngang, nét liền, dài 1/3–1/2 dòng chữ, cân đối",
    clause: "Phụ lục I, phần I, mục II.2.b",
    why: "Đường kẻ kết thúc khối tên cơ quan.",
    wrong: "đường kẻ dài bằng cả dòng chữ",
    right: "đường kẻ dài khoảng 2/5 dòng chữ, ở giữa",
    check: Check::Paper(agency),
};

/// TT-63.
pub(super) static SUBJECT_LINE: Rule = Rule {
    code: "TT-63",
    level: Level::Must,
    asks: "dưới trích yếu có đường kẻ ngang, nét liền, dài 1/3–1/2 dòng chữ, cân đối",
    clause: "Phụ lục I, phần I, mục II.5.b",
    why: "Đường kẻ tách tên văn bản với nội dung.",
    wrong: "không có đường kẻ",
    right: "đường kẻ dài khoảng 2/5 dòng chữ, ở giữa",
    check: Check::Paper(subject),
};

/// Shares of the text that a line may have; the Decree's with a tenth of slack.
struct Share {
    from: f64,
    to: f64,
    words: &'static str,
}

const WHOLE: Share = Share {
    from: 0.9,
    to: 1.1,
    words: "nét liền, dài bằng dòng chữ",
};

const PART: Share = Share {
    from: 0.3,
    to: 0.55,
    words: "nét liền, dài 1/3–1/2 dòng chữ, ở giữa",
};

fn motto(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let head = &reading.paper.letterhead;
    line(
        reading,
        notes,
        "Tiêu ngữ",
        (&head.motto, &head.motto_rule),
        &WHOLE,
    );
}

fn agency(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let head = &reading.paper.letterhead;
    line(
        reading,
        notes,
        "tên cơ quan",
        (&head.agency, &head.agency_rule),
        &PART,
    );
}

fn subject(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let title = &reading.paper.title;
    if !reading.is_list() {
        line(
            reading,
            notes,
            "trích yếu",
            (&title.subject, &title.subject_rule),
            &PART,
        );
    }
}

fn line(
    reading: &Reading<'_>,
    notes: &mut Notes<'_>,
    name: &str,
    (words, found): (&Found<Piece>, &Found<RuleLine>),
    share: &Share,
) {
    let Some(piece) = words.get() else {
        return;
    };
    let Some(line) = found.get() else {
        let finding = notes.add(
            piece,
            format!("dưới {name} không thấy đường kẻ"),
            share.words,
        );
        finding.in_doubt(words).mend(drawn(reading, piece, share));
        if has_drawings(reading) {
            finding.ask("tệp có hình vẽ; có thể đường kẻ nằm trong đó");
        }
        return;
    };
    let fault = if matches!(line.source, RuleSource::Underline(_)) {
        Some(format!("{name} gạch chân chữ thay cho đường kẻ"))
    } else if !line.solid {
        Some(format!("đường kẻ dưới {name} không phải nét liền"))
    } else {
        length(reading, piece, line, share).map(|there| format!("đường kẻ dưới {name} {there}"))
    };
    if let Some(there) = fault {
        let edits = mended(reading, piece, line, share);
        let finding = notes.add(piece, there, share.words);
        finding.in_doubt(words).mend(edits);
        // Underlined words are only guessed to be a line, but surely are underlined.
        if !matches!(line.source, RuleSource::Underline(_)) {
            finding.in_doubt(found);
        }
        return;
    }
    if line.offset.is_some_and(|offset| offset.0.abs() > 9.0) {
        let there = format!("đường kẻ dưới {name} lệch khỏi giữa dòng chữ");
        notes
            .add(piece, there, share.words)
            .ask("vị trí của hình vẽ tính từ tệp có thể lệch");
    }
}

/// True if a line may be drawn that was not found: in a picture, or by a shape of the paper's own pages
/// that is no other line of it.
fn has_drawings(reading: &Reading<'_>) -> bool {
    let paper = reading.paper;
    let head = &paper.letterhead;
    let rules = [
        &head.motto_rule,
        &head.agency_rule,
        &paper.title.subject_rule,
    ];
    let known = rules.map(|rule| match rule.get().map(|line| &line.source) {
        Some(RuleSource::Shape(id)) => Some(*id),
        Some(
            RuleSource::Border(_)
            | RuleSource::Characters(_)
            | RuleSource::Underline(_)
            | RuleSource::Cell(_),
        )
        | None => None,
    });
    let annexes = paper.annexes.iter().map(|annex| annex.extent.0);
    let issued = paper.attached.iter().map(|issued| issued.extent.0);
    let end = annexes.chain(issued).min();
    let mut shapes = (0..reading.facts.shapes.len()).map(ShapeId);
    let unknown = shapes.any(|id| {
        let own = end.is_none_or(|end| reading.facts[id].anchor < end);
        own && !known.contains(&Some(id))
    });
    !reading.facts.images.is_empty() || unknown
}

/// A new line of the right length, where the column of the words is known and nothing else stands on
/// their lines.
fn drawn(reading: &Reading<'_>, piece: &Piece, share: &Share) -> Vec<Edit> {
    let Some(last) = piece.spans.last() else {
        return Vec::new();
    };
    let below = last.paragraph;
    let paragraph = &reading.facts[below];
    // In a head typed by tabs or spaces the words of both columns share a paragraph.
    let own = piece.spans.iter().filter(|span| span.paragraph == below);
    let start = own.map(|span| span.range.start).min();
    let behind = paragraph.text.get(last.range.end..).unwrap_or("");
    let before = start.and_then(|start| paragraph.text.get(..start));
    let begins = before.is_some_and(|text| text.is_empty() || text.ends_with('\n'));
    let alone = begins && behind.trim().is_empty();
    let centred = paragraph.format.alignment == Alignment::Center;
    match reading.column(paragraph) {
        Some(column) if centred && alone => {
            let after = paragraph.format.after;
            let line = Edit::Line(NewLine {
                below,
                column,
                length: lawful_length(reading, piece, share).to_twips(),
                after,
            });
            let close = Edit::Paragraph(below, ParagraphChange::After(Twips(0)));
            let close = (after > Twips(0)).then_some(close);
            std::iter::once(line).chain(close).collect()
        }
        Some(_) | None => Vec::new(),
    }
}

/// What mends a line that is there: the indents of an empty paragraph with a border, the length of a drawn
/// line, the number of underscores; or a line of its own in the place of underlined or bordered words.
fn mended(reading: &Reading<'_>, piece: &Piece, line: &RuleLine, share: &Share) -> Vec<Edit> {
    let length = lawful_length(reading, piece, share);
    match &line.source {
        RuleSource::Underline(span) => {
            let plain = Edit::Runs(span.clone(), RunChange::Plain);
            instead(plain, reading, piece, share)
        }
        RuleSource::Border(id) if reading.facts[*id].is_blank() => {
            // In a box or a frame the line was measured by its room, too.
            let boxed = || match reading.facts[*id].home {
                Home::Box(_) => Some(reading.facts.room(*id)),
                Home::Story | Home::Cell(..) => None,
            };
            let column = reading.column(&reading.facts[*id]);
            let Some(column) = column.or_else(boxed) else {
                return Vec::new();
            };
            let length = length.to_twips();
            let left = Twips((column - length).0.max(0) / 2);
            let right = Twips((column - length).0.max(0) - left.0);
            let sides = Edit::Paragraph(*id, ParagraphChange::Sides(left, right));
            let solid = Edit::Paragraph(*id, ParagraphChange::RuleBorder);
            let dashed = (!line.solid).then_some(solid);
            dashed.into_iter().chain([sides]).collect()
        }
        RuleSource::Border(id) => {
            let bare = Edit::Paragraph(*id, ParagraphChange::NoBorderBelow);
            instead(bare, reading, piece, share)
        }
        RuleSource::Shape(id) if line.solid => vec![Edit::Drawn(*id, length)],
        RuleSource::Characters(span) if !reading.head_by_tabs() => {
            underscores(reading, span, length)
        }
        RuleSource::Shape(_) | RuleSource::Characters(_) | RuleSource::Cell(_) => Vec::new(),
    }
}

/// A new line in the place of what an edit takes away; nothing if the line cannot be added.
fn instead(away: Edit, reading: &Reading<'_>, piece: &Piece, share: &Share) -> Vec<Edit> {
    match drawn(reading, piece, share) {
        line if line.is_empty() || has_drawings(reading) => Vec::new(),
        line => std::iter::once(away).chain(line).collect(),
    }
}

/// As many underscores as make the length; they join to a line.
fn underscores(reading: &Reading<'_>, span: &Span, length: Pt) -> Vec<Edit> {
    let paragraph = &reading.facts[span.paragraph];
    let Some((run, _)) = paragraph.runs_in(span.range.clone()).next() else {
        return Vec::new();
    };
    let face = Face::of(run.format.bold, run.format.italic);
    let one = width(face, run.format.size, "_").0;
    if one <= 0.0 {
        return Vec::new();
    }
    let count = (length.0 / one).round().clamp(1.0, 200.0) as usize;
    vec![Edit::Words(span.clone(), "_".repeat(count))]
}

/// The length that our own papers have: all of the line, or two fifths of the longest as far as that is
/// lawful for the last one, too.
fn lawful_length(reading: &Reading<'_>, piece: &Piece, share: &Share) -> Pt {
    let widths: Vec<f64> = piece
        .spans
        .iter()
        .flat_map(|span| lines(reading, span))
        .collect();
    let longest = widths.iter().fold(0.0_f64, |most, width| most.max(*width));
    let last = widths.last().copied().unwrap_or(longest);
    if share.from > 0.5 {
        return Pt(longest);
    }
    Pt((longest * 0.4).clamp(last / 3.0, last / 2.0))
}

/// What is wrong with the length: a line must fit the last line of the words, or their longest.
fn length(reading: &Reading<'_>, piece: &Piece, line: &RuleLine, share: &Share) -> Option<String> {
    // The words of a form are still to come, and with them their length.
    if is_to_fill(&reading.words(piece)) {
        return None;
    }
    let widths: Vec<f64> = piece
        .spans
        .iter()
        .flat_map(|span| lines(reading, span))
        .collect();
    let widths: Vec<f64> = widths.into_iter().filter(|width| *width > 1.0).collect();
    let (shortest, longest) = widths
        .iter()
        .fold((f64::MAX, 0.0_f64), |(low, high), width| {
            (low.min(*width), high.max(*width))
        });
    if widths.is_empty() || (share.from * shortest..=share.to * longest).contains(&line.length.0) {
        return None;
    }
    let ratio = (line.length.0 / longest * 100.0).round();
    let mm = line.length.to_mm().0.round();
    Some(format!("dài {mm} mm, bằng {ratio}% dòng chữ"))
}

/// Widths in points of the lines that a stretch is printed on.
fn lines(reading: &Reading<'_>, span: &Span) -> Vec<f64> {
    reading
        .facts
        .line_widths(span)
        .into_iter()
        .map(|width| width.0)
        .collect()
}
