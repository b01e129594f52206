//! The cell of the name: capitals, ranks and degrees, forms of address, posts and units in it.
//!
//! Names of the minorities, compound families and the family name `Ông` pass.

use crate::data::name_words::NameWords;
use crate::diag::{Diagnostic, Place};
use crate::sheet::Row;
use crate::text::excerpt::excerpt;
use crate::text::{case, fold};

use super::Subject;

/// Words of a name that begins with a form of address: `Ông Nguyễn Văn A`. With fewer, `Ông` may
/// be the family name.
const ADDRESSED: usize = 4;

/// What is doubtful about the name of a row; nothing for a collective or a household.
pub fn check(row: &Row) -> Vec<Diagnostic> {
    let Some(name) = row.words("ho_ten") else {
        return Vec::new();
    };
    match Subject::of(row) {
        Subject::Person => {}
        Subject::Household | Subject::Collective => return Vec::new(),
    }
    let words = NameWords::shipped();
    if let Some(found) = no_name(name, words) {
        return vec![at(row, found)];
    }
    let stripped = Stripped::of(name, words);
    let found = [
        stripped.ranks(),
        stripped.addresses(),
        addressed(name, row.text("xung_ho"), words),
        letters(&stripped.name),
        several(&stripped.name),
    ];
    found
        .into_iter()
        .flatten()
        .map(|found| at(row, found))
        .collect()
}

fn at(row: &Row, finding: Diagnostic) -> Diagnostic {
    Diagnostic {
        place: row.place("ho_ten"),
        ..finding
    }
}

/// A warning about a name; its place comes later.
fn warning(code: &'static str, message: String, hint: String) -> Diagnostic {
    Diagnostic::warning(code, Place::Nowhere, message).hint(hint)
}

/// A question about a name; its place comes later.
fn note(code: &'static str, message: String, hint: String) -> Diagnostic {
    Diagnostic::note(code, Place::Nowhere, message).hint(hint)
}

/// A post or a unit instead of a name.
fn no_name(name: &str, words: &NameWords) -> Option<Diagnostic> {
    let key = fold::key(name);
    let begins = |list: &[String]| {
        list.iter()
            .any(|word| begins_with(&key, word) && key.len() > word.len())
    };
    let (what, column) = match (begins(&words.posts), begins(&words.units)) {
        (true, _) => ("chức vụ", "Chức vụ"),
        (false, true) => ("tên đơn vị", "Đơn vị"),
        (false, false) => return None,
    };
    Some(warning(
        "ten-la-chuc-vu",
        format!("ô họ tên ghi {what}: “{}”", excerpt(name)),
        format!(
            "chuyển sang cột {column} và để trống ô họ tên; giấy mời sẽ mời theo chức vụ, đơn vị"
        ),
    ))
}

/// A name without the words that do not belong to it.
struct Stripped {
    ranks: Vec<String>,
    addresses: Vec<String>,
    name: String,
}

impl Stripped {
    /// Takes ranks, degrees and addresses off the front and from behind commas and brackets,
    /// abbreviations from anywhere.
    fn of(name: &str, words: &NameWords) -> Stripped {
        let spaced = name.replace('.', ". ");
        let tokens: Vec<&str> = spaced.split_whitespace().collect();
        let mut stripped = Stripped {
            ranks: Vec::new(),
            addresses: Vec::new(),
            name: String::new(),
        };
        let mut kept: Vec<&str> = Vec::new();
        let mut open = true;
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            let rest = &tokens[at..];
            let open_here = open || token.starts_with('(');
            let (taken, list) = if let Some(length) = phrase(rest, &words.addresses, open_here) {
                (length, &mut stripped.addresses)
            } else if let Some(length) = phrase(rest, &words.ranks, open_here) {
                (length, &mut stripped.ranks)
            } else if is_abbreviation(token, words) {
                (1, &mut stripped.ranks)
            } else {
                kept.push(token);
                open = token.ends_with([',', ';', '-']);
                at += 1;
                continue;
            };
            let phrase = rest[..taken].join(" ");
            list.push(phrase.trim_matches([',', '(', ')', ';', ':']).to_string());
            open = true;
            at += taken;
        }
        let name = kept.join(" ");
        stripped.name = name.trim_matches([',', ' ', '-', ';']).to_string();
        stripped
    }

    fn ranks(&self) -> Option<Diagnostic> {
        let found = quoted(&self.ranks)?;
        Some(warning(
            "ten-co-cap-bac",
            format!("ô họ tên có cấp bậc, học vị {found}"),
            format!(
                "ô họ tên chỉ ghi “{}”; {found} ghi ở cột Chức vụ hoặc một cột riêng",
                excerpt(&self.name)
            ),
        ))
    }

    fn addresses(&self) -> Option<Diagnostic> {
        let found = quoted(&self.addresses)?;
        Some(warning(
            "ten-co-xung-ho",
            format!("ô họ tên có cách xưng hô {found}"),
            format!(
                "ô họ tên chỉ ghi “{}”; {found} ghi ở cột Xưng hô",
                excerpt(&self.name)
            ),
        ))
    }
}

fn quoted(words: &[String]) -> Option<String> {
    let quoted: Vec<String> = words.iter().map(|word| format!("“{word}”")).collect();
    (!quoted.is_empty()).then(|| quoted.join(", "))
}

/// How many of the first tokens are a phrase of a list.
fn phrase(tokens: &[&str], list: &[String], open: bool) -> Option<usize> {
    if !open {
        return None;
    }
    list.iter().find_map(|phrase| {
        let length = phrase.split(' ').count();
        let fits = tokens.len() >= length && *phrase == fold::key(&tokens[..length].join(" "));
        // `đ/c` is one token and two words.
        let short = || {
            phrase.contains(' ')
                && tokens.first().map(|one| fold::key(one)).as_ref() == Some(phrase)
        };
        match fits {
            true => Some(length),
            false => short().then_some(1),
        }
    })
}

fn is_abbreviation(token: &str, words: &NameWords) -> bool {
    let bare = token.trim_matches(['.', ',', '(', ')', ';', ':']);
    // `ThS` and `BSCKII`, but no word that merely spells like one in small letters.
    bare.starts_with(char::is_uppercase) && words.abbreviations.contains(&fold::key(bare))
}

/// `Ông Nguyễn Văn A`: the address, or the family name `Ông`? Only asked where it is hardly a name.
fn addressed(name: &str, salutation: &str, words: &NameWords) -> Option<Diagnostic> {
    let tokens: Vec<&str> = name.split_whitespace().collect();
    let (first, second) = (tokens.first()?, tokens.get(1)?);
    let address = ["ông", "bà"].contains(&first.to_lowercase().as_str());
    let family = words.families.contains(&fold::key(second));
    if !address || !family || tokens.len() < ADDRESSED {
        return None;
    }
    let rest = excerpt(&tokens[1..].join(" "));
    let message = match salutation.is_empty() {
        true => format!("“{first}” ở đầu ô họ tên là cách xưng hô hay là họ?"),
        false => format!(
            "“{first}” ở đầu ô họ tên là cách xưng hô hay là họ? Cột xưng hô đã ghi “{salutation}”"
        ),
    };
    Some(note(
        "ten-co-xung-ho",
        message,
        format!("nếu là cách xưng hô thì ô họ tên chỉ ghi “{rest}”"),
    ))
}

/// All capitals, or words that begin small.
fn letters(name: &str) -> Option<Diagnostic> {
    let capitals = name.chars().filter(|char| char.is_uppercase()).count();
    if capitals >= 2 && !name.chars().any(char::is_lowercase) && name.contains(' ') {
        return Some(warning(
            "ten-viet-hoa",
            format!("họ tên viết hoa toàn bộ: “{}”", excerpt(name)),
            format!("viết “{}”", excerpt(&case::name(name))),
        ));
    }
    let small: Vec<&str> = name
        .split_whitespace()
        .filter(|word| word.starts_with(char::is_lowercase))
        .collect();
    let first = small.first()?;
    if is_joint(first) {
        return None;
    }
    Some(note(
        "ten-viet-thuong",
        format!("họ tên có chữ không viết hoa đầu chữ: “{}”", excerpt(name)),
        format!(
            "nếu là họ tên người thì viết “{}”",
            excerpt(&case::name(name))
        ),
    ))
}

/// More than one person in the cell.
fn several(name: &str) -> Option<Diagnostic> {
    let joint = name.split_whitespace().any(is_joint);
    let listed = name.contains([';', '/']) || name.contains(", ");
    (joint || listed).then(|| {
        note(
            "nhieu-nguoi-mot-o",
            format!("ô họ tên có lẽ ghi nhiều người: “{}”", excerpt(name)),
            "mỗi người một dòng thì mỗi người mới có giấy riêng".to_string(),
        )
    })
}

fn is_joint(word: &str) -> bool {
    word == "và" || word == "&"
}

/// True if a key begins with another one, at the end of a word.
fn begins_with(key: &str, start: &str) -> bool {
    key.strip_prefix(start)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}
