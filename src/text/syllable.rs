//! Tells Vietnamese syllables from other words, by spelling: initial, rime, tone.
//!
//! A syllable that nobody uses but that is spelled by the rules counts. Names of the minorities and
//! foreign words mostly do not, which is what the recognisers of old encodings rely on.

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Initials, longest first. `qu` keeps its `u`.
const INITIALS: [&str; 27] = [
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g",
    "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x",
];

/// Rimes without their tones.
const RIMES: &str = "\
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây \
e ec em en eng eo ep et ê êch êm ên ênh êp êt êu \
i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu \
o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt \
oe oen oeo oet ooc oong ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt \
u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uơ uy uya uych uyn uynh uyt uyp uyu \
uyên uyêt uôc uôi uôm uôn uông uôt ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu \
y yêm yên yêng yêt yêu ych yn ynh yt";

/// The marks of the tones but the level one.
const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];

/// Sắc and nặng, the tones that a rime ending in a stop can have.
const STOP_TONES: [char; 2] = ['\u{301}', '\u{323}'];

/// True for a word that is spelled as one Vietnamese syllable, in any case and either place of the
/// tone mark.
pub fn is_syllable(word: &str) -> bool {
    let mut tones = Vec::new();
    let mut base = ' ';
    let mut plain = String::new();
    for char in word.nfd().flat_map(char::to_lowercase) {
        // A consonant bears no tone: the mark of `ñ` is part of it.
        if TONES.contains(&char) && "aeiouy".contains(base) {
            tones.push(char);
            continue;
        }
        if !is_combining_mark(char) {
            base = char;
        }
        plain.push(char);
    }
    let plain: String = plain.nfc().collect();
    if tones.len() > 1 || plain.is_empty() {
        return false;
    }
    let stop = plain.ends_with(['c', 'p', 't']) || plain.ends_with("ch");
    if stop && !tones.first().is_some_and(|tone| STOP_TONES.contains(tone)) {
        return false;
    }
    is_rime(&plain)
        || INITIALS
            .iter()
            .filter_map(|initial| plain.strip_prefix(initial))
            .any(is_rime)
}

/// True for a rime without its tone.
fn is_rime(rime: &str) -> bool {
    static SORTED: LazyLock<Vec<&str>> = LazyLock::new(|| {
        let mut rimes: Vec<&str> = RIMES.split_whitespace().collect();
        rimes.sort_unstable();
        rimes
    });
    SORTED.binary_search(&rime).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vietnamese_syllables_are_known() {
        let text = "Nguyễn Văn Hải Phường Khuê Giếng gì gìn quốc Quỳnh Hoà Hòa Thuỷ Thủy khoẻ Ươm \
                    Ửng Ẩn Ý Yến khuya khuỷu nghiêng Đoàn ngoằn xoong rượu Mỹ Lý thiết QUYẾT Ích";
        for word in text.split_whitespace() {
            assert!(is_syllable(word), "{word}");
        }
    }

    #[test]
    fn other_words_are_not() {
        let text = "Niê Kdăm H Ayŭn Ñin Chamaléa Noël José NguyÔn Tuyeát Leâ thÞ Ƀin Kbuôr cap TNHH \
                    Ngôồn ýá Siu-Blơ ô\u{301}c\u{323}";
        for word in text.split_whitespace() {
            assert!(!is_syllable(word), "{word}");
        }
        assert!(!is_syllable(""));
    }
}
