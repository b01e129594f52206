//! Whatever the words and their order, recognition ends well and gives every paragraph one role.

use proptest::prelude::{prop, proptest};

use super::{p, row, table};
use crate::check::paper::{Paper, Piece};
use crate::check::recognise;
use crate::check::testing::docx;

/// Lines that recognition looks for, and some that it does not.
const WORDS: [&str; 34] = [
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA",
    "UBND TỈNH A\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "ĐẢNG CỘNG SẢN VIỆT NAM",
    "ỦY BAN NHÂN DÂN",
    "SỞ Y TẾ\tĐộc lập – Tự do – Hạnh phúc",
    "Số: 5/KH-UBND\tHà Nội, ngày 5 tháng 6 năm 2026",
    "Số:",
    "Hà Nội, ngày … tháng … năm …",
    "V/v họp",
    "KẾ HOẠCH",
    "QUYẾT ĐỊNH:",
    "NGHỊ ĐỊNH",
    "Kính gửi:",
    "Kính gửi: - A;\n- B.",
    "- Như trên;",
    "Căn cứ Luật;",
    "Chương I",
    "Điều 1.",
    "I.",
    "1.1.1",
    "a) điểm",
    "Nơi nhận:",
    "Nơi nhận:\tKT. GIÁM ĐỐC",
    "- Lưu: VT. PL.(3)",
    "TM. ỦY BAN NHÂN DÂN",
    "Nguyễn Văn A\n\n",
    "Phụ lục",
    "PHỤ LỤC II",
    "(Kèm theo Quyết định",
    "_____\t______",
    "HỎA TỐC",
    "ồ\u{303}\u{a0}\u{200b}😀",
];

/// A line of the words at `index`, in one of several forms.
fn line(index: usize) -> String {
    let formats = ["c", "cb", "", "r", "kb"];
    p(
        WORDS[index % WORDS.len()],
        formats[index / WORDS.len() % formats.len()],
    )
}

/// Every stretch of a paper is one of its file.
fn check(body: &str) {
    let facts = docx(body).facts();
    let paper: Paper = recognise(&facts);
    assert_eq!(paper.roles.len(), facts.paragraphs.len());
    let head = &paper.letterhead;
    let found = [
        &head.national_name,
        &head.motto,
        &head.parent,
        &head.agency,
        &head.number,
        &head.place_date,
        &paper.issuer,
        &paper.title.subject,
    ];
    let pieces = found.into_iter().filter_map(|found| found.get());
    let named = paper.recipients.iter().flat_map(|own| &own.items);
    let all: Vec<&Piece> = pieces.chain(named).collect();
    for span in all.iter().flat_map(|piece| &piece.spans) {
        assert!(
            facts[span.paragraph].text.get(span.range.clone()).is_some(),
            "{span:?}"
        );
    }
}

proptest! {
    #[test]
    fn lines_in_any_order(lines in prop::collection::vec(0..170usize, 0..40)) {
        let body: String = lines.iter().map(|&index| line(index)).collect();
        check(&body);
    }

    #[test]
    fn tables_in_any_order(cells in prop::collection::vec(prop::collection::vec(0..170usize, 1..6), 1..8), split in 1..4usize) {
        let cells: Vec<String> = cells.iter().map(|lines| lines.iter().map(|&index| line(index)).collect()).collect();
        let rows: Vec<String> = cells.chunks(split).map(row).collect();
        let between: String = cells.iter().map(String::as_str).collect();
        check(&(table(&rows) + &between + &table(&rows)));
    }
}
