//! A line of a script as a paragraph.

use super::habit::{Habit, Program};
use super::run::runs;

/// A paragraph as a script says it.
#[derive(Clone, Debug)]
pub(super) struct Paragraph {
    align: &'static str,
    half_points: i32,
    bold: bool,
    italic: bool,
    underlined: bool,
    colour: Option<String>,
    face: Option<String>,
    spacing: String,
    indent: String,
    style: Option<String>,
    /// Level of automatic numbering.
    level: Option<String>,
    new_page: bool,
    boxed: bool,
    pub(super) words: String,
}

impl Paragraph {
    /// Reads `j14b s6 f720|words`.
    pub(super) fn read(line: &str) -> Paragraph {
        let (format, words) = line.split_once('|').unwrap_or((line, ""));
        let mut tokens = format.trim().split(' ');
        let first = tokens.next().unwrap_or("");
        let size: f64 = first.trim_matches(char::is_alphabetic).parse().unwrap();
        let tail = first.trim_start_matches(|c: char| !c.is_ascii_digit());
        let mut paragraph = Paragraph {
            align: match first.chars().next() {
                Some('j') => "both",
                Some('c') => "center",
                Some('r') => "right",
                Some(_) | None => "left",
            },
            half_points: (size * 2.0) as i32,
            bold: tail.contains('b'),
            italic: tail.contains('i'),
            underlined: tail.contains('u'),
            colour: None,
            face: None,
            spacing: String::new(),
            indent: String::new(),
            style: None,
            level: None,
            new_page: false,
            boxed: false,
            words: words.to_string(),
        };
        for token in tokens {
            paragraph.take(token);
        }
        paragraph
    }

    fn take(&mut self, token: &str) {
        let value = &token[1..];
        let twips = || value.parse::<f64>().unwrap() * 20.0;
        match token.chars().next() {
            Some('s') => self.spacing.push_str(&format!(" w:before=\"{}\"", twips())),
            Some('a') => self.spacing.push_str(&format!(" w:after=\"{}\"", twips())),
            Some('B') => self
                .spacing
                .push_str(&format!(" w:beforeLines=\"{value}\" w:before=\"156\"")),
            Some('x') => self.line(value, "auto"),
            Some('e') => self.line(value, "exact"),
            Some('q') => self.line(value, "atLeast"),
            Some('f') => self.indent.push_str(&format!(" w:firstLine=\"{value}\"")),
            Some('F') => self.indent.push_str(&format!(
                " w:firstLineChars=\"{value}\" w:firstLine=\"560\""
            )),
            Some('m') => self.indent.push_str(&format!(" w:left=\"{value}\"")),
            Some('h') => self.indent.push_str(&format!(" w:hanging=\"{value}\"")),
            Some('k') => self.colour = Some(value.to_string()),
            Some('t') => self.face = Some(value.replace('_', " ")),
            Some('S') => self.style = Some(value.to_string()),
            Some('n') => self.level = Some(value.to_string()),
            Some('p') => self.new_page = true,
            Some('o') => self.boxed = true,
            Some(_) | None => panic!("no format {token:?}"),
        }
    }

    fn line(&mut self, value: &str, rule: &str) {
        self.spacing
            .push_str(&format!(" w:line=\"{value}\" w:lineRule=\"{rule}\""));
    }

    /// True for a paragraph that begins at the left.
    pub(super) fn is_left(&self) -> bool {
        self.align == "left"
    }

    /// Format of the runs.
    fn run_format(&self, habit: Habit) -> String {
        let mut format = habit.program.face(self.face.as_deref());
        for (on, name) in [(self.bold, "b"), (self.italic, "i")] {
            match (on, habit.program) {
                (true, Program::Google | Program::Libre | Program::Word365) => {
                    format.push_str(&format!("<w:{name}/><w:{name}Cs/>"));
                }
                (true, Program::Plain | Program::Word2003 | Program::Wps) => {
                    format.push_str(&format!("<w:{name}/>"));
                }
                (false, Program::Google) => format.push_str(&format!("<w:{name} w:val=\"0\"/>")),
                (false, _) => {}
            }
        }
        let half = self.half_points;
        if let Some(colour) = &self.colour {
            format.push_str(&format!("<w:color w:val=\"{colour}\"/>"));
        } else if habit.program == Program::Google {
            format.push_str("<w:color w:val=\"000000\"/>");
        }
        format.push_str(&format!("<w:sz w:val=\"{half}\"/>"));
        if self.underlined {
            format.push_str("<w:u w:val=\"single\"/>");
        }
        format + &habit.program.behind_size(half)
    }

    /// The runs.
    pub(super) fn runs(&self, habit: Habit) -> String {
        runs(&self.words, &self.run_format(habit), habit.split)
    }

    /// The paragraph; `frame` is what frames it, `more` stands behind its words.
    pub(super) fn xml(&self, habit: Habit, frame: &str, more: &str) -> String {
        let align = habit.program.side(self.align);
        let align = match self.style {
            Some(_) if self.align == "both" => String::new(),
            Some(_) | None => format!("<w:jc w:val=\"{align}\"/>"),
        };
        let properties = self.properties(habit, frame);
        let runs = self.runs(habit);
        let mark = match habit.program {
            Program::Plain => String::new(),
            _ => format!("<w:rPr>{}</w:rPr>", self.run_format(habit)),
        };
        format!("<w:p><w:pPr>{properties}{align}{mark}</w:pPr>{runs}{more}</w:p>")
    }

    /// Format of the paragraph but its alignment.
    pub(super) fn properties(&self, habit: Habit, more: &str) -> String {
        let style = match &self.style {
            Some(style) => format!("<w:pStyle w:val=\"{style}\"/>"),
            None => habit.program.paragraph().to_string(),
        };
        let level = self.level.as_ref();
        let level = level.map(|level| {
            format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"1\"/></w:numPr>")
        });
        let new_page = if self.new_page {
            "<w:pageBreakBefore/>"
        } else {
            ""
        };
        let lines = ["top", "left", "bottom", "right"];
        let lines = lines.map(|side| {
            format!("<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"1\" w:color=\"auto\"/>")
        });
        let boxed = if self.boxed {
            format!("<w:pBdr>{}</w:pBdr>", lines.concat())
        } else {
            String::new()
        };
        let spacing = self.spacing(habit.program);
        let mut indent = self.indent.clone();
        if habit.program == Program::Libre {
            indent = indent.replace("w:left", "w:start") + " w:end=\"0\"";
        }
        let indent = if indent.is_empty() {
            String::new()
        } else {
            format!("<w:ind{indent}/>")
        };
        format!(
            "{style}{new_page}{}{more}{boxed}{spacing}{indent}",
            level.unwrap_or_default()
        )
    }

    /// `w:spacing`, each of its attributes once.
    fn spacing(&self, program: Program) -> String {
        let mut own = self.spacing.clone();
        let defaults = format!(" w:after=\"0\"{}", program.single());
        for (at, _) in defaults.match_indices(" w:") {
            let attribute = defaults[at + 1..].split(' ').next().unwrap_or("");
            let name = attribute.split('=').next().unwrap_or("");
            if !own.contains(&format!(" {name}=")) {
                own.push_str(&format!(" {attribute}"));
            }
        }
        match self.style {
            Some(_) if self.spacing.is_empty() => String::new(),
            Some(_) => format!("<w:spacing{}/>", self.spacing),
            None => format!("<w:spacing{own}/>"),
        }
    }
}
