//! Họ và tên, signature and seal as pictures (Phụ lục I, phần I, mục II.7.c, II.7.d, II.8).

use std::ops::RangeInclusive;

use crate::check::facts::{Home, ImageFormat, ParagraphId, TableId};
use crate::check::finding::{Notes, Spot};
use crate::check::paper::Signature;
use crate::text::honorific::title;

use super::reading::Reading;
use super::style::{component, style};
use super::{Check, Level, Rule};

/// TT-105.
pub(super) static NAME: Rule = Rule {
    code: "TT-105",
    level: Level::Must,
    asks: "họ và tên người ký in thường, viết hoa chữ cái đầu, cỡ chữ 13–14, kiểu đứng, đậm, canh giữa",
    clause: "Phụ lục I, phần I, mục II.7.đ",
    why: "Họ tên in hoa toàn bộ là cách viết cũ.",
    wrong: "NGUYỄN VĂN MẪU",
    right: "Nguyễn Văn Mẫu",
    check: Check::Paper(name),
};

/// TT-106.
pub(super) static NO_TITLE: Rule = Rule {
    code: "TT-106",
    level: Level::Must,
    asks: "trước họ tên người ký không ghi học hàm, học vị, danh hiệu",
    clause: "Phụ lục I, phần I, mục II.7.c",
    why: "Người ký theo chức vụ. Ngành được phép ghi thì đặt cho_phep_hoc_ham trong hồ sơ cơ quan.",
    wrong: "ThS. Nguyễn Văn Mẫu",
    right: "Nguyễn Văn Mẫu",
    check: Check::Paper(no_title),
};

/// TT-107.
pub(super) static PICTURES: Rule = Rule {
    code: "TT-107",
    level: Level::Must,
    asks: "hình ảnh chữ ký, con dấu là tệp .png nền trong suốt",
    clause: "Phụ lục I, phần I, mục II.7.d, II.8.a",
    why: "Nền trắng che mất chữ bên dưới và phần chữ ký mà con dấu trùm lên.",
    wrong: "ảnh chụp con dấu, tệp .jpg",
    right: "tệp .png nền trong suốt",
    check: Check::Paper(pictures),
};

fn name(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    for signature in &reading.paper.signatures {
        if signature.name.is_missing() {
            if let (true, Some(first)) = (reading.is_final(), signature.authority.first()) {
                notes
                    .add(
                        first,
                        "không thấy họ tên người ký",
                        "họ và tên dưới chức vụ",
                    )
                    .ask("họ tên có thể nằm trong ảnh chữ ký");
            }
            continue;
        }
        let asked = style(13, 14, true, false).lower().centred();
        component(reading, notes, "họ tên người ký", &signature.name, asked);
        small_letters(reading, signature, notes);
    }
}

/// A name with a syllable in small letters.
fn small_letters(reading: &Reading<'_>, signature: &Signature, notes: &mut Notes<'_>) {
    let Some(piece) = signature.name.sure() else {
        return;
    };
    let words = reading.words(piece);
    let small = words
        .split(' ')
        .any(|word| word.starts_with(char::is_lowercase));
    if small && words.split(' ').count() > 1 {
        let asked = format!("“{}”", crate::text::case::name(&words));
        notes.add(piece, format!("họ tên “{words}”"), asked);
    }
}

fn no_title(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    if reading.titles_allowed {
        return;
    }
    for signature in &reading.paper.signatures {
        if let Some(piece) = signature.name.get()
            && let Some(title) = title(&reading.words(piece))
        {
            let finding = notes.add(
                piece,
                format!("trước họ tên có “{title}”"),
                "chỉ ghi họ, tên đệm và tên",
            );
            finding.in_doubt(&signature.name);
            if is_of_learning(reading) {
                finding.ask("ngành giáo dục, y tế, khoa học có thể được phép ghi học hàm, học vị");
            }
        }
    }
}

/// Names of bodies of education, health and science, whose sector may allow the titles.
const LEARNED: [&str; 6] = [
    "ĐẠI HỌC",
    "TRƯỜNG",
    "HỌC VIỆN",
    "VIỆN",
    "TRUNG TÂM Y TẾ",
    "TRẠM Y TẾ",
];

/// True for a school, a hospital, an institute: the agency itself, not the one above it.
fn is_of_learning(reading: &Reading<'_>) -> bool {
    let agency = reading.words_of(&reading.paper.letterhead.agency);
    let name = agency.unwrap_or_default().to_uppercase();
    let court = name.contains("VIỆN KIỂM SÁT") || name.contains("THỊ TRƯỜNG");
    let office = name.starts_with("SỞ ") || name.starts_with("BỘ ") || name.starts_with("PHÒNG ");
    !court && !office && LEARNED.iter().any(|word| name.contains(word))
}

fn pictures(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let blocks = reading
        .paper
        .signatures
        .iter()
        .flat_map(|signature| signature.authority.first());
    let tables: Vec<TableId> = blocks
        .filter_map(|piece| piece.paragraph())
        .filter_map(|id| table(reading, id))
        .collect();
    let between: Vec<_> = reading.paper.signatures.iter().filter_map(extent).collect();
    for image in &reading.facts.images {
        let near = table(reading, image.anchor).is_some_and(|table| tables.contains(&table))
            || between.iter().any(|block| block.contains(&image.anchor));
        let fault = match image.format {
            ImageFormat::Png { alpha: true } | ImageFormat::Unknown | ImageFormat::Vector => {
                continue;
            }
            ImageFormat::Png { alpha: false } => "ảnh .png không có nền trong suốt",
            ImageFormat::Jpeg => "ảnh .jpg, không có nền trong suốt",
            ImageFormat::Gif | ImageFormat::Bitmap => "ảnh không phải .png",
        };
        if near {
            notes
                .add(Spot::Paragraph(image.anchor), fault, ".png, nền trong suốt")
                .ask("ảnh trong khối chữ ký có thể không phải chữ ký, con dấu");
        }
    }
}

/// The paragraphs from the authority to the name.
fn extent(signature: &Signature) -> Option<RangeInclusive<ParagraphId>> {
    let first = signature.authority.first()?.paragraph()?;
    let last = signature.name.get()?.paragraph()?;
    Some(first..=last)
}

fn table(reading: &Reading<'_>, id: ParagraphId) -> Option<TableId> {
    match reading.facts[id].home {
        Home::Cell(table, ..) => Some(table),
        Home::Story | Home::Box(_) => None,
    }
}
