//! Turns the runs of a paragraph into measured characters and the words between break
//! opportunities. Lines are then broken on widths alone.
//!
//! Opportunities are those of UAX 14 with the tailoring that LibreOffice's breaker has (measured
//! on 25.2 with 80 tokens of office language): no break after a slash, none after a hyphen that
//! opens a word, one between `12-` and `13`.

use unicode_linebreak::{BreakOpportunity, linebreaks};

use crate::fonts::{self, Face, UNITS_PER_EM};
use crate::form::flow::{Paragraph, RunContent, TextFormat};
use crate::units::Pt;

/// A paragraph's text with everything that line breaking asks for.
#[derive(Debug)]
pub(super) struct Measured {
    /// Characters; a forced line end is `\n`.
    pub(super) chars: Vec<Char>,
    /// Formats that the characters refer to.
    pub(super) formats: Vec<TextFormat>,
    /// Words in order; never empty.
    pub(super) words: Vec<Word>,
    /// Sum of the widths before each character, and before the end.
    widths: Vec<Pt>,
    /// Sum of the widths of stretchable spaces before each character, and before the end.
    spaces: Vec<Pt>,
}

/// A character in place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Char {
    /// The character.
    pub(super) c: char,
    /// Index of its format.
    pub(super) format: usize,
}

/// What stands between two break opportunities, by indices of characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// First character.
    pub(super) start: usize,
    /// End without the spaces that hang after it.
    pub(super) end: usize,
    /// Start of the next word.
    pub(super) next: usize,
    /// What follows.
    pub(super) close: Close,
}

/// How a word or a line ends.
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
        let words = words(&text, &chars);
        let (widths, spaces) = sums(&chars, &formats);
        Measured {
            chars,
            formats,
            words,
            widths,
            spaces,
        }
    }

    /// Natural width of some characters.
    pub(super) fn width(&self, start: usize, end: usize) -> Pt {
        self.widths[end] - self.widths[start]
    }

    /// Width of a space in the format of the character before `end`.
    pub(super) fn space_at(&self, end: usize) -> Pt {
        let last = end.checked_sub(1).map(|at| self.chars[at].format);
        advance(' ', self.formats[last.unwrap_or(self.formats.len() - 1)])
    }

    /// End of the first slash among some characters before a letter.
    pub(super) fn slash(&self, start: usize, end: usize) -> Option<usize> {
        (start + 1..end).find(|&at| self.chars[at - 1].c == '/' && self.chars[at].c.is_alphabetic())
    }

    /// Width of the stretchable spaces among some characters.
    pub(super) fn spaces(&self, start: usize, end: usize) -> Pt {
        self.spaces[end] - self.spaces[start]
    }

    /// What a line that ends before `end` must keep free: LibreOffice leaves a slanted letter a
    /// twelfth of the line's height to lean into.
    pub(super) fn overhang(&self, end: usize) -> Pt {
        let last = end
            .checked_sub(1)
            .map(|at| self.formats[self.chars[at].format]);
        match last.filter(|format| format.italic) {
            Some(format) => {
                let height = fonts::line_height(format.size).to_twips();
                (height / 12).to_pt()
            }
            None => Pt(0.0),
        }
    }

    /// Format of a line without text: that of the paragraph's style.
    pub(super) fn empty_format(&self) -> TextFormat {
        self.formats[self.formats.len() - 1]
    }
}

/// True for a space that a justified line stretches; a no-break space keeps its width.
pub(super) fn stretches(c: char) -> bool {
    c == ' '
}

fn words(text: &str, chars: &[Char]) -> Vec<Word> {
    let mut words = Vec::new();
    let mut start = 0;
    for next in opportunities(text, chars) {
        let before = |end: usize| chars[start..end].iter().rev();
        let forced = chars[next - 1].c == '\n';
        let hanging = before(next).take_while(|c| matches!(c.c, ' ' | '\n'));
        let hanging = hanging.count();
        let close = match hanging {
            _ if forced => Close::Forced,
            _ if next == chars.len() => Close::Last,
            0 => Close::Inside,
            1.. => Close::Space,
        };
        let end = next - hanging;
        words.push(Word {
            start,
            end,
            next,
            close,
        });
        start = next;
    }
    let ended = words.last().is_some_and(|word| word.close == Close::Last);
    if !ended {
        words.push(Word {
            start,
            end: start,
            next: start,
            close: Close::Last,
        });
    }
    words
}

/// Indices of the characters before which a line may or must break; the last is the end.
fn opportunities(text: &str, chars: &[Char]) -> Vec<usize> {
    let mut standard = linebreaks(text).peekable();
    let mut found = Vec::new();
    let ends = text.char_indices().map(|(at, c)| at + c.len_utf8());
    for (index, end) in ends.enumerate() {
        let next = index + 1;
        let listed = standard.next_if(|(at, _)| *at == end);
        let forced = matches!(listed, Some((_, BreakOpportunity::Mandatory)));
        let allowed = listed.is_some() && !joined(chars, next) || between_digits(chars, next);
        if forced || allowed {
            found.push(next);
        }
    }
    found
}

/// True where UAX 14 breaks but word processors do not.
fn joined(chars: &[Char], next: usize) -> bool {
    let opens = next < 2 || matches!(chars[next - 2].c, ' ' | '\u{a0}' | '\n');
    match chars[next - 1].c {
        '/' => true,
        '-' => opens,
        _ => false,
    }
}

/// True after the hyphen of `12-13`.
fn between_digits(chars: &[Char], next: usize) -> bool {
    let digit = |at: usize| chars.get(at).is_some_and(|c| c.c.is_ascii_digit());
    next >= 2 && chars[next - 1].c == '-' && digit(next - 2) && digit(next)
}

fn sums(chars: &[Char], formats: &[TextFormat]) -> (Vec<Pt>, Vec<Pt>) {
    let (mut width, mut space) = (Pt(0.0), Pt(0.0));
    let (mut widths, mut spaces) = (vec![width], vec![space]);
    for c in chars {
        let advance = advance(c.c, formats[c.format]);
        width += advance;
        if stretches(c.c) {
            space += advance;
        }
        widths.push(width);
        spaces.push(space);
    }
    (widths, spaces)
}

fn advance(c: char, format: TextFormat) -> Pt {
    if c == '\n' {
        return Pt(0.0);
    }
    let face = Face::of(format.bold, format.italic);
    let units = f64::from(fonts::advance(face, c));
    format.size.to_pt() * (units / f64::from(UNITS_PER_EM))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::testing::{format, paragraph};

    /// Writes the words of a text with `|` between them.
    fn check(expected: &str) {
        let text = expected.replace('|', "");
        let measured = Measured::new(&paragraph(&text), format(28), 1);
        let words = measured.words.iter().map(|word| {
            let chars = &measured.chars[word.start..word.next];
            chars.iter().map(|c| c.c).collect::<String>()
        });
        assert_eq!(words.collect::<Vec<_>>().join("|"), expected);
    }

    #[test]
    fn numbers_and_symbols_of_papers_break_as_in_libreoffice() {
        for token in [
            "30/2020/NĐ-|CP",
            "12/KH-|UBND",
            "05/02/2024",
            "07h30-|11h00",
            "12-|13",
            "2023–|2024",
            "COVID-19",
            "-abc",
            "a-5",
            "a…|b",
            "http://a.gov.vn/x-|y?|z=1",
            "(1)|(2)",
            "(a)/(b)",
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

    #[test]
    fn a_forced_end_at_the_end_leaves_an_empty_word() {
        let mut paragraph = paragraph("a b");
        let mut end = paragraph.runs[0].clone();
        end.content = RunContent::LineBreak;
        paragraph.runs.push(end);
        let measured = Measured::new(&paragraph, format(28), 1);
        let closes: Vec<Close> = measured.words.iter().map(|word| word.close).collect();
        assert_eq!(closes, [Close::Space, Close::Forced, Close::Last]);
        assert_eq!(measured.words[2].start, measured.words[2].end);
    }
}
