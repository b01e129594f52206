//! Breaks measured words into lines: first fit, as word processors do, so that DOCX and PDF look
//! alike. Knows widths only: fonts and styles were resolved in `text`.

use crate::units::Pt;

use super::text::{Close, Measured};

/// How far the spaces of a justified line may shrink to take one more word in. Measured on
/// LibreOffice 25.2 in compatibility mode 15; true of the last line, too.
const SQUEEZE: f64 = 0.25;

/// A line, by indices of characters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Line {
    /// First character.
    pub(super) start: usize,
    /// End without the spaces that hang.
    pub(super) end: usize,
    /// How it ends.
    pub(super) close: Close,
    /// Room that it had.
    pub(super) room: Pt,
}

/// Breaks a text into lines: the first may be `first` wide, the others `rest`. A word that is
/// wider than its line is cut at the character that no longer fits; every line takes at least one.
pub(super) fn break_lines(text: &Measured, first: Pt, rest: Pt, justified: bool) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut word = 0;
    let mut start = 0;
    while word < text.words.len() {
        let room = if lines.is_empty() { first } else { rest };
        let line = match last_fitting(text, start, word, room, justified) {
            Fit::Whole(last) => {
                word = last + 1;
                let last = text.words[last];
                let line = Line {
                    start,
                    end: last.end,
                    close: last.close,
                    room,
                };
                start = last.next;
                line
            }
            Fit::Cut(last) => {
                let whole = text.words[last];
                let end = cut(text, start, whole.end, room);
                word = word
                    + text.words[word..]
                        .iter()
                        .take_while(|w| w.end <= end)
                        .count();
                let done = end == whole.end;
                let line = Line {
                    start,
                    end,
                    close: if done { whole.close } else { Close::Inside },
                    room,
                };
                start = if done { whole.next } else { end };
                line
            }
        };
        lines.push(line);
    }
    lines
}

/// Where a line ends.
enum Fit {
    /// After a word.
    Whole(usize),
    /// Inside a word, for no word ends in time.
    Cut(usize),
}

/// The end of a line from `start` on.
///
/// A justified line takes more words in than fit by their width, if the spaces of those that do,
/// and one more, can be squeezed for it.
fn last_fitting(text: &Measured, start: usize, first: usize, room: Pt, justified: bool) -> Fit {
    let natural = last_within(text, start, first, room);
    let Fit::Whole(last) = natural else {
        return natural;
    };
    let word = text.words[last];
    if !justified || matches!(word.close, Close::Forced | Close::Last) {
        return natural;
    }
    let one_more = match word.close {
        Close::Inside => text.space_at(word.end),
        Close::Space | Close::Forced | Close::Last => Pt(0.0),
    };
    let saved = (text.spaces(start, word.next) + one_more) * SQUEEZE;
    last_within(text, start, first, room + saved)
}

/// The last word up to which the text from `start` on is no wider than `room`.
///
/// As measured on LibreOffice 25.2: if the room ends after a slash and a letter, before the next place to
/// break, as in `tra-cuu/ho-so`, the line does not end at the hyphen before the slash but at the
/// last space.
fn last_within(text: &Measured, start: usize, first: usize, room: Pt) -> Fit {
    let mut last = None;
    for (index, word) in text.words.iter().enumerate().skip(first) {
        let width = text.width(start, word.end) + text.overhang(word.end);
        let fits = holds(width, room) || word.end == start;
        if !fits {
            let from = word.start.max(start);
            let slash = text.slash(from, word.end);
            let passed = slash.is_some_and(|at| holds(text.width(start, at + 1), room));
            let kept = match passed {
                true => (first..index)
                    .rev()
                    .find(|&before| text.words[before].close == Close::Space),
                false => last,
            };
            return kept.map_or(Fit::Cut(index), Fit::Whole);
        }
        last = Some(index);
        if matches!(word.close, Close::Forced | Close::Last) {
            break;
        }
    }
    last.map_or(Fit::Cut(first), Fit::Whole)
}

/// True if a text fits. A line takes no more than its width: a hundredth of a point too much, and
/// LibreOffice starts a new one.
fn holds(width: Pt, room: Pt) -> bool {
    width.0 <= room.0 + 0.001
}

/// Where a word that is too wide is cut: after the last character that fits, or the first.
fn cut(text: &Measured, start: usize, end: usize, room: Pt) -> usize {
    let width = |at| text.width(start, at) + text.overhang(at);
    let fitting = (start + 1..end).take_while(|&at| holds(width(at), room));
    fitting.last().unwrap_or(start + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::testing::{format, paragraph};

    /// Breaks a text of 10 pt in a width and compares its lines.
    fn check(text: &str, width: f64, justified: bool, expected: &[&str]) {
        let measured = Measured::new(&paragraph(text), format(20), 1);
        let lines = break_lines(&measured, Pt(width), Pt(width), justified);
        let shown = lines.iter().map(|line| {
            let chars = &measured.chars[line.start..line.end];
            chars.iter().map(|c| c.c).collect::<String>()
        });
        assert_eq!(shown.collect::<Vec<_>>(), expected, "{text}");
    }

    // At 10 pt a digit takes 5 pt and a space 2.5 pt.

    #[test]
    fn a_word_goes_on_the_line_if_it_just_fits() {
        check("00 00 00", 25.0, false, &["00 00", "00"]);
        check("00 00 00", 24.9, false, &["00 00", "00"]);
        check("00 00 00", 22.4, false, &["00", "00", "00"]);
    }

    #[test]
    fn a_line_that_would_end_behind_a_slash_ends_at_the_last_space() {
        // `i` is 2.78 pt wide, a hyphen 3.33, a slash 2.78: `00 i-i/i` fits with its last letter.
        check("00 i-i/ii-i", 24.2, false, &["00 i-", "i/ii-i"]);
        check("00 i-i/ii-i", 27.0, false, &["00", "i-i/ii-i"]);
    }

    #[test]
    fn trailing_spaces_hang() {
        check("00    00", 10.0, false, &["00", "00"]);
    }

    #[test]
    fn a_justified_line_squeezes_its_spaces_by_a_quarter_at_most() {
        // Natural width 35 pt, two spaces: 1.25 pt can be saved.
        check("00 00 00 00", 33.8, true, &["00 00 00", "00"]);
        check("00 00 00 00", 33.7, true, &["00 00", "00 00"]);
        check("00 00 00 00", 33.8, false, &["00 00", "00 00"]);
        check("00 00 00", 33.8, true, &["00 00 00"]);
        // Sixteen words of 2.78 pt fit by their width; two more may not use the space between.
        let first = format!("i{}", " i".repeat(16));
        check(&format!("{first} i i"), 82.25, true, &[&first, "i i"]);
    }

    #[test]
    fn a_no_break_space_cannot_be_squeezed() {
        check(
            "00\u{a0}00\u{a0}00 1",
            33.8,
            true,
            &["00\u{a0}00\u{a0}0", "0 1"],
        );
    }

    #[test]
    fn an_italic_line_keeps_a_twelfth_of_its_height_free() {
        let mut slanted = paragraph("00 00 00");
        slanted.runs[0].format.italic = true;
        let measured = Measured::new(&slanted, format(20), 1);
        // 22.5 pt of text, and 230 twips / 12 = 19 twips.
        assert_eq!(break_lines(&measured, Pt(23.4), Pt(50.0), false)[0].end, 2);
        assert_eq!(break_lines(&measured, Pt(23.5), Pt(50.0), false)[0].end, 5);
    }

    #[test]
    fn a_word_wider_than_the_line_is_cut_in_the_next_line() {
        check("0 0000000 0", 15.0, false, &["0", "000", "000", "0 0"]);
    }

    #[test]
    fn no_room_gives_a_character_a_line() {
        check("00 0", 0.0, false, &["0", "0", "0"]);
        check("00 0", -5.0, true, &["0", "0", "0"]);
        check("", -5.0, true, &[""]);
    }
}
