//! Paper size, orientation, margins (Phụ lục I, phần I, mục I).

use crate::check::facts::{Section, SectionId, Shape, ShapeKind};
use crate::check::finding::Notes;
use crate::check::mend::{Edit, SectionChange, Side};
use crate::check::paper::Role;
use crate::units::{Mm, Twips};

use super::reading::Reading;
use super::{Check, Level, Rule};

/// Half a millimetre, within which a ruler sees no difference.
const SLACK: Twips = Twips(29);

/// TT-01.
pub(super) static A4: Rule = Rule {
    code: "TT-01",
    level: Level::Must,
    asks: "khổ giấy A4 (210 mm × 297 mm)",
    clause: "Phụ lục I, phần I, mục I.1",
    why: "Máy in của văn thư nạp giấy A4; khổ Letter hay Legal làm lệch lề và số trang khi in, khi lưu.",
    wrong: "khổ Letter, 216 × 279 mm",
    right: "khổ A4, 210 × 297 mm",
    check: Check::Paper(a4),
};

/// TT-02.
pub(super) static PORTRAIT: Rule = Rule {
    code: "TT-02",
    level: Level::Must,
    asks: "trình bày theo chiều dài khổ giấy; chỉ xoay ngang khi có bảng, biểu",
    clause: "Phụ lục I, phần I, mục I.2",
    why: "Trang ngang không có bảng là trang bị xoay nhầm.",
    wrong: "trang ngang toàn chữ",
    right: "trang đứng; trang ngang chỉ cho phần có bảng",
    check: Check::Paper(portrait),
};

/// TT-03.
pub(super) static TOP_BOTTOM: Rule = Rule {
    code: "TT-03",
    level: Level::Must,
    asks: "lề trên và lề dưới 20–25 mm",
    clause: "Phụ lục I, phần I, mục I.3",
    why: "Lề trên chứa số trang, lề dưới để đóng dấu, đóng tập; ngoài khoảng này văn bản bị trả lại.",
    wrong: "lề trên 15 mm",
    right: "lề trên 20 mm, lề dưới 20 mm",
    check: Check::Paper(top_bottom),
};

/// TT-04.
pub(super) static LEFT: Rule = Rule {
    code: "TT-04",
    level: Level::Must,
    asks: "lề trái 30–35 mm",
    clause: "Phụ lục I, phần I, mục I.3",
    why: "Lề trái để đóng tập, lưu hồ sơ.",
    wrong: "lề trái 25 mm",
    right: "lề trái 30 mm",
    check: Check::Paper(left),
};

/// TT-05.
pub(super) static RIGHT: Rule = Rule {
    code: "TT-05",
    level: Level::Must,
    asks: "lề phải 15–20 mm",
    clause: "Phụ lục I, phần I, mục I.3",
    why: "Lề phải hẹp quá thì mất chữ khi in, rộng quá thì sai thể thức.",
    wrong: "lề phải 25 mm",
    right: "lề phải 15 mm",
    check: Check::Paper(right),
};

fn a4(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let (short, long) = (Mm(210.0).to_twips(), Mm(297.0).to_twips());
    for (id, section) in reading.sections() {
        let (width, height) = (section.width, section.height);
        let (a, b) = (width.min(height), width.max(height));
        if !near(a, short) || !near(b, long) {
            let there = format!("khổ giấy {} × {} mm", mm(width), mm(height));
            notes
                .add(id, there, "A4: 210 × 297 mm")
                .mend([Edit::Section(id, SectionChange::A4)]);
        }
    }
}

fn portrait(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    for (id, section) in reading.sections() {
        let table = reading.facts.story().any(|(paragraph, it)| {
            it.section == id && reading.paper.role(paragraph) == Role::Table
        });
        // A picture may be what lies across; a rule that cannot tell keeps silent. Straight lines are
        // those of the letterhead.
        let drawn = !reading.facts.images.is_empty() || reading.facts.shapes.iter().any(is_picture);
        if section.lies_across() && !table && !drawn {
            notes.add(id, "trang xoay ngang mà không có bảng, biểu", "xoay đứng");
        }
    }
}

fn is_picture(shape: &Shape) -> bool {
    match shape.kind {
        ShapeKind::Horizontal => false,
        ShapeKind::Vertical | ShapeKind::Slanted | ShapeKind::Rectangle | ShapeKind::Other => true,
    }
}

fn top_bottom(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    for (id, section) in reading.sections().filter(|(_, it)| !is_turned(it)) {
        margin(notes, id, (Side::Top, section.top), (20.0, 25.0));
        margin(notes, id, (Side::Bottom, section.bottom), (20.0, 25.0));
    }
}

fn left(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    for (id, section) in reading.sections().filter(|(_, it)| !is_turned(it)) {
        let gutter = if reading.facts.settings.gutter_at_top {
            Twips(0)
        } else {
            section.gutter
        };
        margin(notes, id, (Side::Left, section.left + gutter), (30.0, 35.0));
    }
}

fn right(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    for (id, section) in reading.sections().filter(|(_, it)| !is_turned(it)) {
        margin(notes, id, (Side::Right, section.right), (15.0, 20.0));
    }
}

fn margin(notes: &mut Notes<'_>, id: SectionId, (side, there): (Side, Twips), range: (f64, f64)) {
    let (from, to) = (Mm(range.0).to_twips(), Mm(range.1).to_twips());
    if (from - SLACK..=to + SLACK).contains(&there) {
        return;
    }
    let name = match side {
        Side::Top => "lề trên",
        Side::Bottom => "lề dưới",
        Side::Left => "lề trái",
        Side::Right => "lề phải",
    };
    let asked = there.clamp(from, to);
    notes
        .add(
            id,
            format!("{name} {} mm", mm(there)),
            format!("{}–{} mm", range.0, range.1),
        )
        .mend([Edit::Section(id, SectionChange::Margin(side, asked))]);
}

/// True for a page that lies across with the margins of the upright page turned with it, as Word turns
/// them: the side to be bound is then at the top or at the bottom.
fn is_turned(section: &Section) -> bool {
    let within = |there: Twips, from: f64, to: f64| {
        (Mm(from).to_twips() - SLACK..=Mm(to).to_twips() + SLACK).contains(&there)
    };
    let bound = |side: Twips, other: Twips| within(side, 30.0, 35.0) && within(other, 15.0, 20.0);
    let ends = within(section.left, 20.0, 25.0) && within(section.right, 20.0, 25.0);
    section.lies_across()
        && ends
        && (bound(section.top, section.bottom) || bound(section.bottom, section.top))
}

fn near(a: Twips, b: Twips) -> bool {
    (a.0 - b.0).abs() <= SLACK.0 * 2
}

/// Millimetres as clerks write them: `30`, `25,4`.
pub(super) fn mm(length: Twips) -> String {
    let tenths = (length.to_mm().0 * 10.0).round() / 10.0;
    tenths.to_string().replace('.', ",")
}
