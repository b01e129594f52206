//! Tells the rows under a header apart: people, titles between them, totals, signatures.

use crate::text::fold::plain;

use super::grid::{GridCell, GridRow, Merge, Raw};
use super::value;

/// What a row is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// One entry of the table.
    Entry,
    /// The title of the rows below.
    Title(String),
    /// The numbers of the columns, right under the header.
    Numbering,
    /// A total.
    Total,
    /// A line of the place, the date or the signatures.
    Closing,
}

/// What telling rows apart needs to know of the table. Columns from 0.
pub(super) struct Sorter<'a> {
    pub(super) ordinal: Option<usize>,
    pub(super) name: Option<usize>,
    /// The first column with a title.
    pub(super) first: usize,
    pub(super) merges: &'a [Merge],
}

/// Words that a line of the signatures starts with.
const CLOSINGS: [&str; 22] = [
    "người lập",
    "người tổng hợp",
    "người viết",
    "lập bảng",
    "lập biểu",
    "lập danh sách",
    "thủ trưởng đơn vị",
    "thủ trưởng cơ quan",
    "xác nhận của",
    "(ký",
    "ký tên",
    "(đã ký",
    "danh sách này có",
    "danh sách có",
    "danh sách gồm",
    "ấn định danh sách",
    "bằng chữ",
    "tm.",
    "kt.",
    "tl.",
    "tuq.",
    "nơi nhận",
];

impl Sorter<'_> {
    /// What a row is; `under_header` for the first one.
    pub(super) fn sort(&self, row: &GridRow, under_header: bool) -> Sort {
        if self.is_surely_entry(row) && !self.is_named_total(row) {
            return Sort::Entry;
        }
        let texts: Vec<(usize, String)> = row
            .cells
            .iter()
            .map(|cell| (cell.column, value::typed(&cell.value).trim().to_string()))
            .filter(|(_, text)| !text.is_empty())
            .collect();
        if under_header && is_numbering(&texts) {
            return Sort::Numbering;
        }
        if self.is_total(&texts) {
            return Sort::Total;
        }
        if self.is_closing(&texts) {
            return Sort::Closing;
        }
        self.title(row, &texts).map_or(Sort::Entry, Sort::Title)
    }

    /// True for a row that is surely an entry, even under the signatures: numbered and named.
    pub(super) fn is_surely_entry(&self, row: &GridRow) -> bool {
        let has = |column: Option<usize>| column.and_then(|column| row.cell(column));
        let numbered = has(self.ordinal).is_some_and(|cell| is_ordinal(&value::typed(&cell.value)));
        let named = has(self.name).is_some();
        named && (numbered || (self.ordinal.is_none() && row.cells.len() >= 3))
    }

    /// True for the word of a total where a name should stand.
    fn is_named_total(&self, row: &GridRow) -> bool {
        let cell = self.name.and_then(|column| row.cell(column));
        cell.is_some_and(|cell| is_total_word(value::typed(&cell.value).trim()))
    }

    /// A total has its word and, besides, numbers only.
    fn is_total(&self, texts: &[(usize, String)]) -> bool {
        let Some(at) = texts.iter().position(|(_, text)| is_total_word(text)) else {
            return false;
        };
        let named = self
            .name
            .is_some_and(|name| texts.iter().any(|(column, _)| *column == name));
        let own = self.name == Some(texts[at].0);
        let others = texts.iter().enumerate().filter(|(index, _)| *index != at);
        (!named || own) && others.clone().all(|(_, (_, text))| is_amount(text))
    }

    /// A line of the signatures has few cells, no ordinal, and its words.
    fn is_closing(&self, texts: &[(usize, String)]) -> bool {
        let numbered = texts
            .iter()
            .any(|(column, text)| Some(*column) == self.ordinal && is_ordinal(text));
        if numbered || texts.is_empty() || texts.len() > 3 {
            return false;
        }
        texts.iter().any(|(_, text)| {
            let lower = text.to_lowercase();
            let dated = ["ngày", "tháng", "năm"]
                .iter()
                .all(|word| lower.contains(word));
            let begins = CLOSINGS.iter().any(|words| lower.starts_with(words));
            begins || (dated && texts.len() == 1)
        })
    }

    /// A title stands alone in its row, over several columns, in the first column, or with a mark
    /// of the outline; or beside such a mark in the column of ordinals. A count may follow.
    fn title(&self, row: &GridRow, texts: &[(usize, String)]) -> Option<String> {
        let words: Vec<&(usize, String)> =
            texts.iter().filter(|(_, text)| !is_amount(text)).collect();
        match words.as_slice() {
            [(column, text)] => {
                let cell = row.cell(*column)?;
                let alone = texts.len() == 1;
                let first = *column == self.first && self.name != Some(self.first);
                let marked = outline(text, self.name != Some(*column));
                let titled = self.is_wide(row, cell) || (first && alone) || marked;
                let counted = texts.iter().all(|(own, _)| own >= column);
                (titled && (alone || (counted && marked))).then(|| text.clone())
            }
            [(column, mark), (_, text)] if Some(*column) == self.ordinal && is_mark(mark) => {
                let between = if mark.ends_with(['.', ')']) {
                    " "
                } else {
                    ". "
                };
                Some(format!("{mark}{between}{text}"))
            }
            _ => None,
        }
    }

    /// True for a cell that is merged over several columns.
    fn is_wide(&self, row: &GridRow, cell: &GridCell) -> bool {
        let starts = |merge: &&Merge| merge.rows.0 == row.number && merge.columns.0 == cell.column;
        let merge = self.merges.iter().find(starts);
        matches!(cell.value, Raw::Text(_))
            && merge.is_some_and(|merge| merge.columns.1 > cell.column)
    }
}

/// Numbers or letters that count the columns: (1), (2), (3) or A, B, 1, 2.
fn is_numbering(texts: &[(usize, String)]) -> bool {
    let bare = texts
        .iter()
        .map(|(_, text)| text.trim_matches(['(', ')', '[', ']']));
    let counts = |text: &str| {
        let letter = text.len() == 1 && text.bytes().all(|byte| byte.is_ascii_uppercase());
        letter || (text.len() <= 2 && text.parse::<u32>().is_ok())
    };
    let numbers: Vec<u32> = bare.clone().filter_map(|text| text.parse().ok()).collect();
    let rising = numbers.windows(2).all(|pair| pair[1] == pair[0] + 1);
    texts.len() >= 3 && bare.clone().all(counts) && rising && numbers.len() >= 2
}

/// `Cộng`, `Tổng cộng: 62 người` and their like; not a person called Công.
fn is_total_word(text: &str) -> bool {
    let lower = text.to_lowercase();
    let after = ["tổng cộng", "tổng số", "cộng"]
        .iter()
        .find_map(|word| lower.strip_prefix(word));
    after.is_some_and(|rest| {
        let rest = rest.trim_start();
        rest.is_empty() || rest.starts_with(|next: char| !next.is_alphabetic())
    }) || plain(text) == "tong cong"
        || lower == "tổng"
}

/// True for digits with their marks and a word of money or count.
fn is_amount(text: &str) -> bool {
    value::number(text, true).is_some() || value::number(text, false).is_some()
}

/// `1`, `12.`, as ordinals are written.
fn is_ordinal(text: &str) -> bool {
    let bare = text.trim().trim_end_matches(['.', ')']);
    !bare.is_empty() && bare.bytes().all(|byte| byte.is_ascii_digit())
}

/// A mark of the outline alone: `I`, `A.`, `b)`.
fn is_mark(text: &str) -> bool {
    let bare = text.trim_end_matches(['.', ')', '/']);
    let roman = !bare.is_empty() && bare.bytes().all(|byte| b"IVXLC".contains(&byte));
    let letter = bare.chars().count() == 1 && bare.chars().all(char::is_alphabetic);
    roman || letter
}

/// True for words after a mark of the outline: `I. CẤP TỈNH`, `a) Cấp tỉnh`, `1. Sở Nội vụ`. Among
/// names, `1. Lê Văn A` is a guest with his number and `Y. Blơ` one with his first name cut.
fn outline(text: &str, apart_from_names: bool) -> bool {
    let Some((mark, words)) = text.split_once(['.', ')', '/']) else {
        return false;
    };
    let mark = mark.trim();
    let known = match apart_from_names {
        true => is_mark(mark) || is_ordinal(mark),
        false => is_mark(mark) && !matches!(mark, "Y" | "H"),
    };
    known && words.chars().any(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sorts a row of cells; `_` is an empty one. Ordinals in the first column, names in the second.
    fn sort(cells: &str) -> Sort {
        let cells = cells
            .split('|')
            .map(str::trim)
            .enumerate()
            .filter(|(_, text)| *text != "_");
        let row = GridRow {
            number: 5,
            cells: cells
                .map(|(column, text)| GridCell {
                    column,
                    value: Raw::Text(text.into()),
                    font: None,
                })
                .collect(),
        };
        let sorter = Sorter {
            ordinal: Some(0),
            name: Some(1),
            first: 0,
            merges: &[],
        };
        sorter.sort(&row, true)
    }

    fn title(text: &str) -> Sort {
        Sort::Title(text.to_string())
    }

    #[test]
    fn titles_between_the_rows_are_known() {
        assert_eq!(sort("I. CẤP TỈNH|_|_|_"), title("I. CẤP TỈNH"));
        assert_eq!(sort("I|CẤP TỈNH|_|_"), title("I. CẤP TỈNH"));
        assert_eq!(sort("a)|Cấp tỉnh|_|05"), title("a) Cấp tỉnh"));
        assert_eq!(sort("_|II. CẤP HUYỆN|_|_"), title("II. CẤP HUYỆN"));
        assert_eq!(sort("Khối Đảng|_|_|_"), title("Khối Đảng"));
    }

    #[test]
    fn a_name_alone_is_an_entry() {
        assert_eq!(sort("_|Nguyễn Văn A|_|_"), Sort::Entry);
        assert_eq!(sort("1|Nguyễn Văn A|_|_"), Sort::Entry);
        assert_eq!(sort("1|Nguyễn Công|Trưởng phòng|_"), Sort::Entry);
        assert_eq!(sort("_|Y. Blơ|Trưởng thôn|Xã A"), Sort::Entry);
        assert_eq!(sort("_|Y. Blơ|_|0100000001"), Sort::Entry);
        assert_eq!(sort("_|1. Lê Văn A|_|_"), Sort::Entry);
        assert_eq!(sort("_|_|Đại diện Lãnh đạo|Sở Y tế"), Sort::Entry);
    }

    #[test]
    fn totals_and_signatures_are_known() {
        assert_eq!(sort("_|Tổng cộng|_|62"), Sort::Total);
        assert_eq!(sort("Cộng:|_|_|62 người"), Sort::Total);
        assert_eq!(sort("TỔNG CỘNG: 62 người|_|_|_"), Sort::Total);
        assert_eq!(sort("1|Công|Trưởng phòng|_"), Sort::Entry);
        assert_eq!(
            sort("_|_|Vạn Ninh, ngày 05 tháng 3 năm 2024|_"),
            Sort::Closing
        );
        assert_eq!(
            sort("_|NGƯỜI LẬP BIỂU|_|TM. ỦY BAN NHÂN DÂN"),
            Sort::Closing
        );
        assert_eq!(sort("_|(Ký, ghi rõ họ tên)|_|_"), Sort::Closing);
        assert_eq!(sort("1|TM. Hà|_|_"), Sort::Entry);
    }

    #[test]
    fn numbers_of_columns_are_known() {
        assert_eq!(sort("(1)|(2)|(3)|(4)"), Sort::Numbering);
        assert_eq!(sort("A|B|1|2"), Sort::Numbering);
        assert_eq!(sort("1|Lê A|2|3"), Sort::Entry);
    }
}
