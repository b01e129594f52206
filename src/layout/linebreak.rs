//! Breaks measured text into lines: first fit, as word processors do, so that DOCX and PDF look
//! alike. Knows widths only: fonts and styles were resolved in `text`.
//!
//! The rules are those of LibreOffice 25.2, measured on 13,000 lines at every twip around the
//! border; what each decides is said where it stands. All of it is in whole twips, because a word
//! that misses the line by one stands on another page in the end.

use crate::units::{Pt, Twips};

use super::text::{Close, Measured, Stretch};

/// How far the spaces of a justified line may shrink to take one more word in: a part in so many.
/// In compatibility mode 15 (Word 2013 and later); true of the last line, too.
const SQUEEZE: i32 = 4;

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
pub(super) fn break_lines(
    text: &Measured,
    first: Twips,
    rest: Twips,
    justified: bool,
) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut start = 0;
    loop {
        let forced = text.chars[start..].iter().position(|c| c.c == '\n');
        let end = forced.map_or(text.chars.len(), |at| start + at);
        let closing = forced.map_or(Close::Last, |_| Close::Forced);
        loop {
            let room = if lines.is_empty() { first } else { rest };
            let breaker = Breaker {
                text,
                start,
                end,
                justified,
            };
            let next = breaker.next(room);
            let shown = breaker.trimmed(next);
            let close = match next == end {
                true => closing,
                false if shown < next => Close::Space,
                false => Close::Inside,
            };
            lines.push(Line {
                start,
                end: shown,
                close,
                room: room.to_pt(),
            });
            start = next;
            if next == end {
                break;
            }
        }
        match closing {
            Close::Forced => start += 1,
            Close::Last | Close::Space | Close::Inside => return lines,
        }
    }
}

/// Finds the end of one line.
struct Breaker<'a> {
    text: &'a Measured,
    /// First character of the line.
    start: usize,
    /// Where it ends at the latest.
    end: usize,
    justified: bool,
}

/// What a line takes of a stretch.
enum Fit {
    /// All of it, so much wide.
    Whole(Stretch, Twips),
    /// What stands before a place where a line may start.
    Upto(usize),
    /// What stands before a character, in the middle of a word. The flag says that the word
    /// starts the line.
    Cut(usize, bool),
}

impl Breaker<'_> {
    /// The first character of the next line.
    ///
    /// Stretches are taken one by one; their widths add up in whole twips. The one that does not
    /// fit is tried again in a room that is larger by what the spaces of the line can shrink.
    fn next(&self, room: Twips) -> usize {
        let mut taken: Vec<(usize, Twips)> = Vec::new();
        let mut at = self.start;
        let mut used = Twips(0);
        while at < self.end {
            let mut fit = self.fit(at, room - used, 0);
            if let (true, Some(spaces)) = (self.justified, self.spaces(at, &fit)) {
                fit = self.fit(at, room - used, spaces);
            }
            match fit {
                Fit::Whole(stretch, width) => {
                    taken.push((at, width));
                    used += width;
                    at = stretch.end;
                }
                Fit::Upto(place) if self.trimmed(place) < at => return self.step_back(taken),
                Fit::Upto(place) => return place,
                Fit::Cut(cut, _) => return self.after_spaces(cut.max(self.start + 1)),
            }
        }
        self.end
    }

    /// The spaces that may shrink: those before the place that was found, and one more, before the
    /// word that may come in. A no-break space has only that one. None if nothing is to be tried
    /// again.
    fn spaces(&self, at: usize, fit: &Fit) -> Option<usize> {
        let alone = self.text.chars[at].c == '\u{a0}';
        match fit {
            Fit::Whole(..) | Fit::Cut(_, false) => None,
            Fit::Upto(_) if alone => Some(1),
            Fit::Upto(place) => Some(self.text.spaces(self.start, self.trimmed(*place)) + 1),
            Fit::Cut(_, true) => Some(1),
        }
    }

    /// The end of a line whose last word began in a stretch that had been taken whole: nothing
    /// shrinks for it.
    fn step_back(&self, taken: Vec<(usize, Twips)>) -> usize {
        for (at, width) in taken.into_iter().rev() {
            match self.fit(at, width - Twips(1), 0) {
                Fit::Upto(place) if self.trimmed(place) < at => {}
                Fit::Whole(Stretch { end: place, .. }, _) | Fit::Upto(place) => return place,
                Fit::Cut(cut, _) => return self.after_spaces(cut.max(self.start + 1)),
            }
        }
        self.start + 1
    }

    /// What fits into `room` of the stretch at a character, if `spaces` shrink.
    fn fit(&self, at: usize, room: Twips, spaces: usize) -> Fit {
        let text = self.text;
        let stretch = text.stretch(at, self.end);
        let saved = spaces as i32 * stretch.space.0;
        let room = Twips((room.0 * SQUEEZE + saved).div_euclid(SQUEEZE)) - stretch.lean;
        let room = room.max(Twips(0));
        // Where there is room enough for wide letters, LibreOffice does without the exact width.
        let wide = room.0 * 2 > (stretch.end - at) as i32 * stretch.height.0;
        let width = text.twips(at, stretch.end);
        let cut = match text.first_beyond(at, stretch.end, room) {
            Some(cut) if !wide || width > room => cut,
            Some(_) | None => return Fit::Whole(stretch, width),
        };
        if text.chars[cut].c == ' ' {
            return Fit::Upto(self.after_spaces(cut));
        }
        match text.last_place(cut) {
            place if place > self.start => Fit::Upto(place),
            place => Fit::Cut(cut, place == self.start),
        }
    }

    fn after_spaces(&self, at: usize) -> usize {
        let rest = self.text.chars[at..self.end].iter();
        at + rest.take_while(|c| c.c == ' ').count()
    }

    /// The end of a line before the next one, without the spaces that hang.
    fn trimmed(&self, next: usize) -> usize {
        let line = self.text.chars[self.start..next].iter().rev();
        next - line.take_while(|c| c.c == ' ').count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::testing::{format, paragraph};

    /// Breaks a text of 10 pt in a width and compares its lines.
    fn check(text: &str, width: f64, justified: bool, expected: &[&str]) {
        let measured = Measured::new(&paragraph(text), format(20), 1);
        let width = Pt(width).to_twips();
        let lines = break_lines(&measured, width, width, justified);
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
        assert_eq!(
            break_lines(&measured, Twips(468), Twips(1000), false)[0].end,
            2
        );
        assert_eq!(
            break_lines(&measured, Twips(470), Twips(1000), false)[0].end,
            5
        );
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
