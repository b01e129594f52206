//! Turns the runs of a paragraph into measured characters and the places where a line may end.
//! Lines are then broken on widths alone.
//!
//! The places are those of UAX 14 with the tailoring that LibreOffice's breaker has (measured on
//! 25.2 with 180 tokens of office language): none after a hyphen that opens a word, one between
//! `12-` and `13` or `tin/` and `2026`, and after a slash only as [`Measured::last_place`] says.

use unicode_linebreak::{BreakOpportunity, linebreaks};

use crate::fonts::{self, Face, UNITS_PER_EM};
use crate::form::flow::{Paragraph, RunContent, TextFormat};
use crate::units::{Pt, Twips};

/// How far back LibreOffice looks for a space before a slash that it would break after.
const SLASH_REACH: usize = 66;

/// A paragraph's text with everything that line breaking asks for.
#[derive(Debug)]
pub(super) struct Measured {
    /// Characters; a forced line end is `\n`.
    pub(super) chars: Vec<Char>,
    /// Formats that the characters refer to.
    pub(super) formats: Vec<TextFormat>,
    /// Characters before which a line may start, in order.
    places: Vec<usize>,
    /// Ends of the stretches that word processors measure one by one.
    stretches: Vec<usize>,
    /// Sum of the widths before each character, and before the end: exact, in units of the face
    /// times half points.
    sums: Vec<i64>,
    /// True if lines keep room for slanted letters to lean into.
    leans: bool,
}

/// Characters of one format, measured by themselves: LibreOffice takes their width in whole twips.
/// A no-break space is a stretch of its own.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stretch {
    /// Its end.
    pub(super) end: usize,
    /// Height of its line, single spaced.
    pub(super) height: Twips,
    /// What a line that ends in it must keep free: LibreOffice leaves a slanted letter a twelfth
    /// of the line's height to lean into. Word does not.
    pub(super) lean: Twips,
    /// Width of a space.
    pub(super) space: Twips,
}

/// A character in place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Char {
    /// The character.
    pub(super) c: char,
    /// Index of its format.
    pub(super) format: usize,
}

/// How a line ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Close {
    /// With a space.
    Space,
    /// Inside what a reader takes for one word, as after a hyphen.
    Inside,
    /// With a forced line end.
    Forced,
    /// With the paragraph.
    Last,
}

impl Measured {
    /// Measures a paragraph. `empty` is the format of a paragraph without text, `page` what a
    /// page number shows.
    pub(super) fn new(paragraph: &Paragraph, empty: TextFormat, page: usize) -> Measured {
        let mut text = String::new();
        let mut chars = Vec::new();
        let mut formats = Vec::new();
        for run in &paragraph.runs {
            let number;
            let content = match &run.content {
                RunContent::Text(content) => content.as_str(),
                RunContent::LineBreak => "\n",
                RunContent::PageNumber => {
                    number = page.to_string();
                    &number
                }
            };
            text.push_str(content);
            let format = formats.len();
            chars.extend(content.chars().map(|c| Char { c, format }));
            formats.push(run.format);
        }
        formats.push(empty);
        Measured {
            places: places(&text, &chars),
            stretches: stretch_ends(&chars, &formats),
            sums: sums(&chars, &formats),
            chars,
            formats,
            leans: true,
        }
    }

    /// Measures the paragraph of a frame: it stands on its anchor to the twip, as in Word, so slanted
    /// letters get no room.
    pub(super) fn in_frame(paragraph: &Paragraph, empty: TextFormat) -> Measured {
        Measured {
            leans: false,
            ..Measured::new(paragraph, empty, 1)
        }
    }

    /// Natural width of some characters.
    pub(super) fn width(&self, start: usize, end: usize) -> Pt {
        let points = 2.0 * f64::from(UNITS_PER_EM);
        Pt((self.sums[end] - self.sums[start]) as f64 / points)
    }

    /// The same in whole twips, the rest cut off.
    pub(super) fn twips(&self, start: usize, end: usize) -> Twips {
        Twips(((self.sums[end] - self.sums[start]) * 10 / i64::from(UNITS_PER_EM)) as i32)
    }

    /// The stretch that a character belongs to, or its part before `end`.
    pub(super) fn stretch(&self, at: usize, end: usize) -> Stretch {
        let index = self.stretches.partition_point(|&end| end <= at);
        let end = self.stretches[index].min(end);
        let Char { c, format } = self.chars[at];
        let format = self.formats[format];
        let blank = matches!(c, ' ' | '\u{a0}') && end == at + 1;
        let height = fonts::line_height(format.size).to_twips();
        let lean = match self.leans && format.italic && !blank {
            true => height / 12,
            false => Twips(0),
        };
        let space = units(' ', format) * 10 / i64::from(UNITS_PER_EM);
        Stretch {
            end,
            height,
            lean,
            space: Twips(space as i32),
        }
    }

    /// The first of some characters that ends beyond `room`, if one does.
    pub(super) fn first_beyond(&self, start: usize, end: usize, room: Twips) -> Option<usize> {
        let most = self.sums[start] * 10 + i64::from(room.0) * i64::from(UNITS_PER_EM);
        let ends = &self.sums[start + 1..=end];
        let first = start + ends.partition_point(|&sum| sum * 10 <= most);
        (first < end).then_some(first)
    }

    /// The last place at or before a character where a line may start; the text's start if there
    /// is no other.
    ///
    /// A slash is a special case, as measured on LibreOffice 25.2 with a line full at every
    /// character of `tra-cuu/ho-so`: no line ends at a slash that fits as the last character, the
    /// place before it is taken; and where the place would be behind a slash, the line ends at the
    /// last space of the 66 characters before, if there is one.
    pub(super) fn last_place(&self, at: usize) -> usize {
        let slash = |place: usize| place > 0 && self.chars[place - 1].c == '/';
        let within = if slash(at) { at.saturating_sub(1) } else { at };
        let count = self.places.partition_point(|&place| place <= within);
        let place = count.checked_sub(1).map_or(0, |last| self.places[last]);
        if !slash(place) {
            return place;
        }
        let reach = place.saturating_sub(SLASH_REACH);
        let space = |&at: &usize| matches!(self.chars[at].c, ' ' | '\n');
        let space = (reach..place).rev().find(space);
        space.map_or(place, |space| space + 1)
    }

    /// Number of stretchable spaces among some characters.
    pub(super) fn spaces(&self, start: usize, end: usize) -> usize {
        let chars = &self.chars[start.min(end)..end];
        chars.iter().filter(|c| stretches(c.c)).count()
    }

    /// Format of a line without text: that of the paragraph's style.
    pub(super) fn empty_format(&self) -> TextFormat {
        self.formats[self.formats.len() - 1]
    }
}

/// True for a space that a justified line stretches; a no-break space keeps its width.
fn stretches(c: char) -> bool {
    c == ' '
}

/// Indices of the characters before which a line may start, forced ends aside.
fn places(text: &str, chars: &[Char]) -> Vec<usize> {
    let mut standard = linebreaks(text).peekable();
    let mut found = Vec::new();
    let ends = text.char_indices().map(|(at, c)| at + c.len_utf8());
    for (index, end) in ends.enumerate() {
        let next = index + 1;
        let listed = standard.next_if(|(at, _)| *at == end);
        let allowed = matches!(listed, Some((_, BreakOpportunity::Allowed)));
        let allowed = allowed && !opens_word(chars, next);
        if allowed || between_numbers(chars, next) || slash_before_number(chars, next) {
            found.push(next);
        }
    }
    found
}

/// True after a hyphen that opens a word, where UAX 14 breaks but word processors do not.
fn opens_word(chars: &[Char], next: usize) -> bool {
    let opens = next < 2 || matches!(chars[next - 2].c, ' ' | '\u{a0}' | '\n');
    chars[next - 1].c == '-' && opens
}

/// True after the hyphen of `12-13` and `50%-60%`.
fn between_numbers(chars: &[Char], next: usize) -> bool {
    if chars[next - 1].c != '-' || !is_digit(chars, next) {
        return false;
    }
    let before = chars[..next - 1].iter().rev().map(|c| c.c);
    let mut before = before.skip_while(|c| matches!(c, '%' | '‰' | '°' | '₫' | ')' | ']'));
    before.next().is_some_and(|c| c.is_ascii_digit())
}

/// True after the slash of `tin/2026`, but not of `3/2026`.
fn slash_before_number(chars: &[Char], next: usize) -> bool {
    if chars[next - 1].c != '/' || !is_digit(chars, next) {
        return false;
    }
    let before = chars[..next].iter().rev().map(|c| c.c);
    let mut before = before.skip_while(|c| matches!(c, '/' | '.' | ',' | ':' | ';'));
    before
        .next()
        .is_some_and(|c| !c.is_ascii_digit() && c != ' ')
}

fn is_digit(chars: &[Char], at: usize) -> bool {
    chars.get(at).is_some_and(|c| c.c.is_ascii_digit())
}

/// Where the format changes, and around no-break spaces.
fn stretch_ends(chars: &[Char], formats: &[TextFormat]) -> Vec<usize> {
    let parted = |a: &Char, b: &Char| {
        let same = a.format == b.format || formats[a.format] == formats[b.format];
        !same || a.c == '\u{a0}' || b.c == '\u{a0}'
    };
    let pairs = chars.windows(2).enumerate();
    let inner = pairs.filter(|(_, pair)| parted(&pair[0], &pair[1]));
    inner.map(|(at, _)| at + 1).chain([chars.len()]).collect()
}

fn sums(chars: &[Char], formats: &[TextFormat]) -> Vec<i64> {
    let mut sum = 0;
    let mut sums = Vec::with_capacity(chars.len() + 1);
    sums.push(sum);
    for c in chars {
        sum += units(c.c, formats[c.format]);
        sums.push(sum);
    }
    sums
}

/// Width of a character, in units of the face times half points.
fn units(c: char, format: TextFormat) -> i64 {
    match c {
        '\n' => 0,
        _ => {
            let face = Face::of(format.bold, format.italic);
            i64::from(fonts::advance(face, c)) * i64::from(format.size.0)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::testing::{format, paragraph};

    /// Writes the words of a text with `|` between them.
    fn check(expected: &str) {
        let text = expected.replace('|', "");
        let measured = Measured::new(&paragraph(&text), format(28), 1);
        let mut shown = String::new();
        for (index, c) in measured.chars.iter().enumerate() {
            if measured.places.contains(&index) {
                shown.push('|');
            }
            shown.push(c.c);
        }
        assert_eq!(shown, expected);
    }

    #[test]
    fn numbers_and_symbols_of_papers_break_as_in_libreoffice() {
        for token in [
            "30/2020/|NĐ-|CP",
            "12/|KH-|UBND",
            "05/02/2024",
            "07h30-|11h00",
            "12-|13",
            "2023–|2024",
            "COVID-19",
            "-abc",
            "a-5",
            "50%-|60%",
            "tin/|2026/03/|x",
            "a…|b",
            "http://|a.gov.vn/|x-|y?|z=1",
            "(1)|(2)",
            "(a)/|(b)",
            "1.000.000đ",
            "“a”/“b”",
            "TT-|BNV;QĐ-|TTg",
            "ten@a.gov.vn",
            "a+b",
            "50m²",
            "a»b",
            "TX.Ninh-|Hòa",
            "abc./.",
        ] {
            check(token);
        }
    }

    #[test]
    fn a_no_break_space_holds_words_together() {
        check(
            "ngày\u{a0}05 |tháng 02"
                .replace("tháng ", "tháng |")
                .as_str(),
        );
    }
}
