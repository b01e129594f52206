//! Kính gửi (Phụ lục I, phần I, mục II.9.b to II.9.d).

use crate::check::finding::{Notes, Spot};
use crate::check::mend::Edit;
use crate::check::paper::Addressees;

use super::reading::Reading;
use super::style::{pieces_in, style};
use super::title::quote;
use super::{Check, Level, Rule};

/// TT-110.
pub(super) static PRESENT: Rule = Rule {
    code: "TT-110",
    level: Level::Must,
    asks: "công văn, tờ trình có “Kính gửi:”",
    clause: "Phụ lục I, phần I, mục II.9.b",
    why: "Văn bản gửi đích danh phải nêu nơi nhận ở đầu.",
    wrong: "công văn không có “Kính gửi:”",
    right: "Kính gửi: Sở Nội vụ",
    check: Check::Paper(present),
};

/// TT-111.
pub(super) static ABSENT: Rule = Rule {
    code: "TT-111",
    level: Level::Should,
    asks: "quyết định, kế hoạch, thông báo, giấy mời … không có “Kính gửi:”",
    clause: "Phụ lục I, phần I, mục II.9.c",
    why: "Các loại này chỉ ghi “Nơi nhận:” ở cuối.",
    wrong: "GIẤY MỜI / Kính gửi: Ông Nguyễn Văn Mẫu",
    right: "… trân trọng kính mời: Ông Nguyễn Văn Mẫu",
    check: Check::Paper(absent),
};

/// TT-112.
pub(super) static MARKS: Rule = Rule {
    code: "TT-112",
    level: Level::Must,
    asks: "một nơi nhận: cùng dòng “Kính gửi:”; nhiều nơi nhận: mỗi nơi một dòng “- …;”, dòng cuối dấu chấm",
    clause: "Phụ lục I, phần I, mục II.9.d",
    why: "Trình bày thẳng hàng để không sót nơi nhận.",
    wrong: "Kính gửi: - Sở Nội vụ, - Sở Tài chính",
    right: "Kính gửi: / - Sở Nội vụ; / - Sở Tài chính.",
    check: Check::Paper(marks),
};

/// TT-113.
pub(super) static STYLE: Rule = Rule {
    code: "TT-113",
    level: Level::Must,
    asks: "“Kính gửi:” và tên nơi nhận cỡ chữ 13–14, kiểu đứng",
    clause: "Phụ lục I, phần I, mục II.9.d",
    why: "Cùng kiểu chữ với nội dung.",
    wrong: "Kính gửi: Sở Nội vụ, đậm, nghiêng",
    right: "Kính gửi: Sở Nội vụ, đứng, không đậm",
    check: Check::Paper(looks),
};

/// Types that surely have recipients at the end only.
const WITHOUT: [&str; 11] = [
    "NQ", "QĐ", "CT", "QC", "QyĐ", "TB", "KH", "CTr", "GM", "BB", "CĐ",
];

fn present(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    if (reading.is_letter() || reading.is_one_of(&["TTr"])) && reading.paper.addressees.is_none() {
        let name = reading
            .kind()
            .map_or("văn bản", |kind| kind.name)
            .to_lowercase();
        notes
            .add(
                Spot::File,
                format!("{name} không có “Kính gửi:”"),
                "“Kính gửi: …” trước nội dung",
            )
            .in_doubt(&reading.paper.kind);
    }
}

fn absent(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    if let Some(addressees) = &reading.paper.addressees
        && reading.is_one_of(&WITHOUT)
    {
        let name = reading
            .kind()
            .map_or("văn bản", |kind| kind.name)
            .to_lowercase();
        notes
            .add(
                &addressees.label,
                format!("{name} có “Kính gửi:”"),
                "chỉ ghi “Nơi nhận:” ở cuối",
            )
            .in_doubt(&reading.paper.kind);
    }
}

fn marks(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let Some(addressees) = &reading.paper.addressees else {
        return;
    };
    let label = reading.words(&addressees.label);
    // A thư công opens with a salutation, not with a list of recipients.
    if !label.ends_with(':') && !reading.is_courtesy() {
        let finding = notes.add(&addressees.label, format!("“{label}”"), "“Kính gửi:”");
        if let [span] = addressees.label.spans.as_slice()
            && reading.facts.words(span) == "Kính gửi"
        {
            finding.mend([Edit::Words(span.clone(), "Kính gửi:".to_string())]);
        }
    }
    match addressees.items.len() {
        0 | 1 => {}
        _ => several(reading, addressees, notes),
    }
}

fn several(reading: &Reading<'_>, addressees: &Addressees, notes: &mut Notes<'_>) {
    let last = addressees.items.len() - 1;
    if one_line(reading, addressees) {
        notes.add(
            &addressees.label,
            "nhiều nơi nhận trên một dòng “Kính gửi:”",
            "mỗi nơi một dòng “- …;”",
        );
        return;
    }
    let mut faults: Vec<(usize, &'static str)> = Vec::new();
    for (at, item) in addressees.items.iter().enumerate() {
        let words = reading.words(item);
        if !words.starts_with("- ") {
            faults.push((at, "đầu dòng không có “- ”"));
        } else if at < last && !words.ends_with(';') {
            faults.push((at, "cuối dòng không có dấu chấm phẩy"));
        } else if at == last && !words.ends_with('.') {
            faults.push((at, "dòng cuối không có dấu chấm"));
        }
    }
    if let Some((at, fault)) = faults.first() {
        let item = &addressees.items[*at];
        let there = format!("“{}”: {fault}", quote(&reading.words(item)));
        notes
            .add(item, there, "“- …;”, dòng cuối “- ….”")
            .others(faults.len() - 1);
    }
    aligned(reading, addressees, notes);
}

/// True if the first two of those named stand on the line of the label.
fn one_line(reading: &Reading<'_>, addressees: &Addressees) -> bool {
    let spans = [
        &addressees.label,
        &addressees.items[0],
        &addressees.items[1],
    ];
    let [Some(label), Some(_), Some(second)] = spans.map(|piece| piece.spans.first()) else {
        return false;
    };
    let between = label.range.end..second.range.start;
    let text = &reading.facts[label.paragraph].text;
    let own = text.get(between).is_some_and(|words| !words.contains('\n'));
    label.paragraph == second.paragraph && own
}

/// The dashes must stand below each other.
fn aligned(reading: &Reading<'_>, addressees: &Addressees, notes: &mut Notes<'_>) {
    let starts = addressees.items.iter().filter_map(|item| {
        let paragraph = &reading.facts[item.paragraph()?];
        let plain = !paragraph.text.trim_end().contains('\t') && !paragraph.text.starts_with(' ');
        let behind_label = item.paragraph() == addressees.label.paragraph();
        let indents = paragraph.format.indents;
        (plain && !behind_label).then_some((indents.left + indents.first).0)
    });
    let starts: Vec<i32> = starts.collect();
    let range = starts.iter().min().zip(starts.iter().max());
    if let Some((least, most)) = range
        && most - least > 60
    {
        notes.add(
            &addressees.items[0],
            "các dòng nơi nhận không thẳng hàng",
            "các gạch đầu dòng thẳng hàng",
        );
    }
}

fn looks(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let Some(addressees) = &reading.paper.addressees else {
        return;
    };
    let asked = style(13, 14, false, false);
    let pieces = [&addressees.label].into_iter().chain(&addressees.items);
    pieces_in(reading, notes, "nơi nhận ở “Kính gửi”", pieces, asked);
}
