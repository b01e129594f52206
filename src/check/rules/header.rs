//! Quốc hiệu, Tiêu ngữ (Phụ lục I, phần I, mục II.1).

use crate::check::facts::{Alignment, Leading, Paragraph};
use crate::check::finding::{Notes, Spot};
use crate::check::mend::{Edit, ParagraphChange, RunChange};
use crate::check::paper::{Arrangement, Found, Piece};
use crate::check::words::fold;
use crate::fonts::{Face, width};
use crate::units::{HalfPoints, Twips};

use super::reading::Reading;
use super::style::{component, style};
use super::{Check, Level, Rule};

/// Quốc hiệu.
const NAME: &str = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
/// Tiêu ngữ.
const WORDS: &str = "Độc lập - Tự do - Hạnh phúc";

/// TT-13.
pub(super) static SIZES: Rule = Rule {
    code: "TT-13",
    level: Level::Should,
    asks: "cỡ chữ ở đầu văn bản đi đôi: Quốc hiệu 13, Tiêu ngữ 14, địa danh và ngày 14; hoặc 12, 13, 13",
    clause: "Phụ lục I, phần I, mục V, chú thích về cỡ chữ",
    why: "Các cỡ chữ cùng tăng, cùng giảm thì đầu văn bản cân đối.",
    wrong: "Quốc hiệu 12, Tiêu ngữ 14, địa danh và ngày 13",
    right: "Quốc hiệu 13, Tiêu ngữ 14, địa danh và ngày 14",
    check: Check::Paper(sizes),
};

/// TT-20.
pub(super) static NATIONAL_NAME: Rule = Rule {
    code: "TT-20",
    level: Level::Must,
    asks: "Quốc hiệu ghi “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”",
    clause: "Phụ lục I, phần I, mục II.1.a",
    why: "Thành phần thể thức bắt buộc đầu tiên của văn bản.",
    wrong: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆTNAM",
    right: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    check: Check::Paper(national_name),
};

/// TT-21.
pub(super) static NATIONAL_NAME_STYLE: Rule = Rule {
    code: "TT-21",
    level: Level::Must,
    asks: "Quốc hiệu in hoa, cỡ chữ 12–13, kiểu đứng, đậm, trên một dòng",
    clause: "Phụ lục I, phần I, mục II.1.a, II.1.c",
    why: "Quốc hiệu xuống dòng hoặc sai cỡ là lỗi lãnh đạo thấy trước tiên.",
    wrong: "cỡ chữ 14, không đậm",
    right: "cỡ chữ 13, đứng, đậm",
    check: Check::Paper(national_name_style),
};

/// TT-22.
pub(super) static MOTTO: Rule = Rule {
    code: "TT-22",
    level: Level::Must,
    asks: "Tiêu ngữ ghi “Độc lập - Tự do - Hạnh phúc”, gạch nối có cách chữ hai bên",
    clause: "Phụ lục I, phần I, mục II.1.b",
    why: "Tiêu ngữ là câu cố định, không viết khác.",
    wrong: "Độc Lập – Tự Do – Hạnh Phúc",
    right: "Độc lập - Tự do - Hạnh phúc",
    check: Check::Paper(motto),
};

/// TT-23.
pub(super) static MOTTO_STYLE: Rule = Rule {
    code: "TT-23",
    level: Level::Must,
    asks: "Tiêu ngữ in thường, cỡ chữ 13–14, kiểu đứng, đậm, canh giữa dưới Quốc hiệu",
    clause: "Phụ lục I, phần I, mục II.1.b",
    why: "Tiêu ngữ đi liền Quốc hiệu, cùng một khối.",
    wrong: "cỡ chữ 12, nghiêng",
    right: "cỡ chữ 14, đứng, đậm",
    check: Check::Paper(motto_style),
};

/// TT-25.
pub(super) static SINGLE_SPACED: Rule = Rule {
    code: "TT-25",
    level: Level::Must,
    asks: "Quốc hiệu và Tiêu ngữ cách nhau dòng đơn",
    clause: "Phụ lục I, phần I, mục II.1.c",
    why: "Hai dòng là một khối; cách xa nhau là do giãn dòng của phần nội dung lan lên.",
    wrong: "giãn dòng 1,5; cách đoạn 6 pt",
    right: "giãn dòng đơn; cách đoạn 0 pt",
    check: Check::Paper(single_spaced),
};

/// TT-26.
pub(super) static RIGHT_HALF: Rule = Rule {
    code: "TT-26",
    level: Level::Must,
    asks: "Quốc hiệu ở phía trên, bên phải trang đầu",
    clause: "Phụ lục I, phần I, mục II.1.a, IV",
    why: "Vị trí các thành phần theo sơ đồ của Nghị định.",
    wrong: "Quốc hiệu ở giữa trang, tên cơ quan ở dưới",
    right: "tên cơ quan bên trái, Quốc hiệu bên phải",
    check: Check::Paper(right_half),
};

/// Tiêu ngữ and date as Quốc hiệu has it: 14 with 13, 13 with 12. Nothing if a line would not fit then.
fn paired(reading: &Reading<'_>, name: HalfPoints) -> Vec<Edit> {
    let wanted = match name {
        name if name == HalfPoints::points(13) => HalfPoints::points(14),
        name if name == HalfPoints::points(12) => HalfPoints::points(13),
        _ => return Vec::new(),
    };
    let head = &reading.paper.letterhead;
    let pieces = [&head.motto, &head.place_date];
    let spans = pieces
        .into_iter()
        .filter_map(Found::get)
        .flat_map(|piece| &piece.spans);
    let mut edits = Vec::new();
    for span in spans {
        let room = reading.facts.room(span.paragraph).to_pt();
        // From 13 to 14 is the most that a line grows.
        if reading.facts.width(span).0 * 14.0 / 13.0 > room.0 {
            return Vec::new();
        }
        edits.push(Edit::Runs(span.clone(), RunChange::Size(wanted)));
    }
    edits
}

fn sizes(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let head = &reading.paper.letterhead;
    let of = |found: &Found<Piece>| {
        found.get().and_then(|piece| {
            piece
                .runs(reading.facts)
                .next()
                .map(|(run, _)| run.format.size)
        })
    };
    let (Some(name), Some(words)) = (of(&head.national_name), of(&head.motto)) else {
        return;
    };
    let date = of(&head.place_date).unwrap_or(words);
    let set = [name, words, date];
    let pair = |a, b, c| {
        set == [
            HalfPoints::points(a),
            HalfPoints::points(b),
            HalfPoints::points(c),
        ]
    };
    let in_range =
        (24..=26).contains(&name.0) && [words, date].iter().all(|size| (26..=28).contains(&size.0));
    // A size out of its range is the finding of another rule.
    if in_range && !pair(13, 14, 14) && !pair(12, 13, 13) {
        let [a, b, c] = set.map(super::style::points);
        let there = format!("Quốc hiệu {a}, Tiêu ngữ {b}, địa danh và ngày {c}");
        if let Found::Sure(piece) = &head.national_name {
            notes
                .add(piece, there, "13, 14, 14 hoặc 12, 13, 13")
                .mend(paired(reading, name));
        }
    }
}

fn national_name(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    fixed(
        reading,
        notes,
        ("Quốc hiệu", NAME),
        &reading.paper.letterhead.national_name,
    );
}

fn motto(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    fixed(
        reading,
        notes,
        ("Tiêu ngữ", WORDS),
        &reading.paper.letterhead.motto,
    );
}

/// A formula that has one form only.
fn fixed(
    reading: &Reading<'_>,
    notes: &mut Notes<'_>,
    (name, words): (&str, &str),
    found: &Found<Piece>,
) {
    let Some(piece) = found.get() else {
        let there = format!("không thấy {name}");
        let spot = Spot::File;
        notes.add(spot, there, format!("“{words}”"));
        return;
    };
    let there = reading.words(piece);
    let same_tones = there.replace("HOÀ", "HÒA");
    if same_tones == words {
        return;
    }
    let finding = notes.add(piece, format!("{name} ghi “{there}”"), format!("“{words}”"));
    finding.in_doubt(found);
    if let [span] = piece.spans.as_slice()
        && letters(&same_tones) == letters(words)
    {
        finding.mend([Edit::Words(span.clone(), words.to_string())]);
    }
}

/// The letters alone, blind to case and tone place.
fn letters(text: &str) -> String {
    let words = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.map(fold).collect()
}

fn national_name_style(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let found = &reading.paper.letterhead.national_name;
    let asked = style(12, 13, true, false).upper();
    component(reading, notes, "Quốc hiệu", found, asked);
    let Some(piece) = found.sure() else {
        return;
    };
    if let Some(id) = piece.paragraph()
        && let Some(column) = reading.column(&reading.facts[id])
        && let Some((run, _)) = piece.runs(reading.facts).next()
    {
        let wide = width(Face::Bold, run.format.size, &reading.words(piece));
        // The grid of a table is only a hint to Word, so this is a question.
        if wide.0 > column.to_pt().0 + 2.0 {
            notes
                .add(
                    piece,
                    "Quốc hiệu dài hơn cột, có thể xuống dòng",
                    "một dòng",
                )
                .ask("độ rộng cột ghi trong tệp chỉ là gợi ý cho Word");
        }
    }
}

fn motto_style(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let asked = style(13, 14, true, false).centred();
    component(
        reading,
        notes,
        "Tiêu ngữ",
        &reading.paper.letterhead.motto,
        asked,
    );
}

fn single_spaced(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let head = &reading.paper.letterhead;
    let (Some(name), Some(words)) = (head.national_name.sure(), head.motto.sure()) else {
        return;
    };
    let (Some(above), Some(below)) = (name.paragraph(), words.paragraph()) else {
        return;
    };
    if below.0 != above.0 + 1 {
        return;
    }
    let facts = reading.facts;
    let gap = facts[above].format.after.max(facts[below].format.before);
    let mut there = Vec::new();
    let mut edits = Vec::new();
    if gap > Twips(20) {
        there.push(format!("cách nhau {} pt", gap.to_pt().0));
        edits.push(Edit::Paragraph(above, ParagraphChange::After(Twips(0))));
        edits.push(Edit::Paragraph(below, ParagraphChange::Before(Twips(0))));
    }
    if is_wide(&facts[below]) {
        there.push("giãn dòng lớn hơn dòng đơn".to_string());
        edits.push(Edit::Paragraph(above, ParagraphChange::Line(240)));
        edits.push(Edit::Paragraph(below, ParagraphChange::Line(240)));
    }
    if !there.is_empty() {
        let there = format!("Quốc hiệu và Tiêu ngữ {}", there.join(", "));
        notes
            .add(words, there, "dòng đơn, cách đoạn 0 pt")
            .mend(edits);
    }
}

/// True for more than a line and a tenth.
fn is_wide(paragraph: &Paragraph) -> bool {
    match paragraph.format.leading {
        Leading::Lines(lines) => lines > 264,
        Leading::Exact(height) | Leading::AtLeast(height) => height > Twips(20 * 20),
    }
}

fn right_half(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let head = &reading.paper.letterhead;
    let Some(piece) = head.national_name.sure() else {
        return;
    };
    let Some(id) = piece.paragraph() else {
        return;
    };
    let paragraph = &reading.facts[id];
    let asked = "bên phải, ngang với tên cơ quan ở bên trái";
    match (head.arrangement.get(), &paragraph.home) {
        (Some(Arrangement::Stacked), _) => {
            let finding = notes.add(piece, "Quốc hiệu không ở bên phải trang", asked);
            finding.in_doubt(&head.arrangement);
            if paragraph.format.alignment == Alignment::Right {
                finding.ask("canh phải, nhưng không cùng hàng với tên cơ quan");
            }
        }
        (Some(Arrangement::Table(_)), crate::check::facts::Home::Cell(_, _, 0)) => {
            notes.add(piece, "Quốc hiệu ở cột bên trái", asked);
        }
        (Some(Arrangement::Table(_) | Arrangement::Tabs | Arrangement::Boxes), _)
        | (Some(Arrangement::Columns) | None, _) => {}
    }
}
