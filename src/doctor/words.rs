//! All other text of a table: weekdays beside dates, the letter that bears the tone.

use crate::diag::Diagnostic;
use crate::sheet::Row;
use crate::text::date::Date;
use crate::text::fold;
use crate::text::weekday::mentions;

/// Columns whose words are held against each other.
const WORDED: [&str; 3] = ["ho_ten", "chuc_vu", "don_vi"];

/// Words in the rarer style that are told one by one.
const MOST_ODD: usize = 20;

const ONE_STYLE: &str = "tên người thì giữ đúng giấy tờ; chức vụ, đơn vị nên viết một kiểu";

/// A word with its row and the key of its column.
type Word<'a> = (&'a Row, &'a str, &'a str);

/// Weekdays of a row that do not fit the date beside them.
pub fn weekdays(row: &Row, event: Option<Date>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (column, cell) in row.iter() {
        for mention in mentions(cell.text, event) {
            if !mention.fits() {
                let place = row.head().place(row.number, Some(column));
                let message = mention.to_string();
                found.push(
                    Diagnostic::warning("thu-lech", place, message).hint("sửa thứ hoặc sửa ngày"),
                );
            }
        }
    }
    found
}

/// Cells whose words bear the tone on another letter than most of the table does: `Hoà` among
/// `Hòa`. Both are right; in names the papers of the person decide.
pub fn tone_marks(rows: &[&Row]) -> Vec<Diagnostic> {
    let mut first: Vec<Word<'_>> = Vec::new();
    let mut last: Vec<Word<'_>> = Vec::new();
    for row in rows {
        for key in WORDED {
            for word in row.text(key).split(|char: char| !char.is_alphabetic()) {
                match bearer(word) {
                    Some(Bearer::First) => first.push((row, key, word)),
                    Some(Bearer::Last) => last.push((row, key, word)),
                    None => {}
                }
            }
        }
    }
    let (few, many) = match first.len() < last.len() {
        true => (&first, &last),
        false => (&last, &first),
    };
    if few.len() > MOST_ODD {
        return mixed(few, many).into_iter().collect();
    }
    few.iter()
        .map(|(row, key, word)| {
            let folded = fold::key(word);
            let same = many.iter().find(|(_, _, other)| fold::key(other) == folded);
            let example = same.or(many.first()).map_or("", |(_, _, other)| other);
            let message = format!(
                "“{word}” đặt dấu thanh khác kiểu với phần lớn bảng (viết như “{example}”)"
            );
            Diagnostic::note("kieu-dau", row.place(key), message).hint(ONE_STYLE)
        })
        .collect()
}

/// A table that is mixed through and through is told once.
fn mixed(few: &[Word<'_>], many: &[Word<'_>]) -> Option<Diagnostic> {
    let ((row, _, one), (_, _, other)) = (few.first()?, many.first()?);
    let message = format!(
        "bảng đặt dấu thanh theo hai kiểu: {} chữ như “{other}”, {} chữ như “{one}”",
        many.len(),
        few.len()
    );
    let place = row.head().place(row.head().row, None);
    Some(Diagnostic::note("kieu-dau", place, message).hint(ONE_STYLE))
}

/// The vowel of two that bears the tone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bearer {
    /// `hòa`, `thủy`.
    First,
    /// `hoà`, `thuỷ`.
    Last,
}

/// Which vowel bears the tone of a word that ends in `oa`, `oe` or `uy`; `quý` has no choice.
fn bearer(word: &str) -> Option<Bearer> {
    let mut letters = word.chars().rev().flat_map(char::to_lowercase);
    let (last, first) = (letters.next()?, letters.next()?);
    let before = letters.next();
    match (first, last) {
        ('u', 'ỳ' | 'ý' | 'ỷ' | 'ỹ' | 'ỵ') if before != Some('q') => Some(Bearer::Last),
        ('o', 'à' | 'á' | 'ả' | 'ã' | 'ạ' | 'è' | 'é' | 'ẻ' | 'ẽ' | 'ẹ') => {
            Some(Bearer::Last)
        }
        ('ù' | 'ú' | 'ủ' | 'ũ' | 'ụ', 'y') => Some(Bearer::First),
        ('ò' | 'ó' | 'ỏ' | 'õ' | 'ọ', 'a' | 'e') => Some(Bearer::First),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bearer_of_the_tone_is_told() {
        for word in ["Hòa", "THỦY", "khỏe", "Ủy"] {
            assert_eq!(bearer(word), Some(Bearer::First), "{word}");
        }
        for word in ["Hoà", "Thuỷ", "khoẻ", "uỷ"] {
            assert_eq!(bearer(word), Some(Bearer::Last), "{word}");
        }
        for word in ["quý", "Quỳ", "hoàn", "Thuỳnh", "của", "a", "", "Hoa"] {
            assert_eq!(bearer(word), None, "{word}");
        }
    }
}
