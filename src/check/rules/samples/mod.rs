//! Papers for the tests of the rules, typed as a good clerk types them, from short scripts.
//!
//! A line of a script is a paragraph: its format in short, then `|` and its words (see [`run`]). `<` and `>`
//! begin a line of the left or right column of what stands side by side, which any other line ends.
//! `rule 30` is a line of 30 mm in the middle, `section` starts a new section, `row a | b` is a row of a
//! table, `page …` sets the margins and `paper …` the size in twips, `number` turns
//! page numbers on, `start 3` sets the first one, `section on` starts a section that counts on, `contact …` is
//! a line of the foot of page 1, `jpeg` is a picture, `auto …` are the texts of automatic numbers, `typed …` is how
//! the clerk types (see [`habit`]).
//!
//! Format: `j` both, `c` centred, `l` left, `r` right; then the size; `b` bold, `i` italic, `u` underlined;
//! `s6` six points before, `a6` after, `B50` half a line before, `x360` lines in 240ths, `e` exact and `q`
//! least height in twips, `f720` first line in twips, `F200` in hundredths of a letter, `m` left, `h`
//! hanging, `kNAME` colour, `tNAME` type face with `_` for spaces, `SNAME` style, `n0` level of automatic
//! numbers, `p` on a new page, `o` between lines on all sides.

mod columns;
mod habit;
mod list;
mod paragraph;
mod program;
mod run;
mod section;

use super::super::testing::{Docx, docx};

use columns::{Item, WHOLE, side_by_side, stack};
use habit::{Habit, Layout};
pub(crate) use list::{SCRIPTS, path, text};
use paragraph::Paragraph;
use section::Section;

/// A script, and what was changed in it.
#[derive(Clone, Debug)]
pub(crate) struct Script(String);

/// The script of that name.
pub(crate) fn script(name: &str) -> Script {
    Script(text(&format!("{name}.txt")))
}

impl Script {
    /// Replaces words that must be there, everywhere.
    pub(crate) fn with(mut self, old: &str, new: &str) -> Script {
        assert!(self.0.contains(old), "no {old:?} in the script");
        self.0 = self.0.replace(old, new);
        self
    }

    /// The same paper by a clerk of other habits.
    pub(crate) fn typed(self, habits: &str) -> Script {
        let lines = self.0.lines().filter(|line| !line.starts_with("typed "));
        let rest: Vec<&str> = lines.collect();
        Script(format!("typed {habits}\n{}", rest.join("\n")))
    }

    /// The same with another paper behind it in the file.
    pub(crate) fn then(mut self, other: &Script) -> Script {
        self.0.push_str("\nsection\n");
        self.0.push_str(&other.0);
        self
    }

    /// The file.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut writer = Writer::default();
        for line in self
            .0
            .lines()
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
        {
            writer.line(line);
        }
        writer.finish().bytes()
    }
}

#[derive(Default)]
struct Writer {
    body: String,
    habit: Habit,
    columns: Option<(Vec<Item>, Vec<Item>)>,
    /// True behind the head.
    headed: bool,
    rows: String,
    section: Section,
    auto: Option<String>,
}

impl Writer {
    fn line(&mut self, line: &str) {
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        if word != "<" && word != ">" {
            self.end_columns();
        }
        if word != "row" {
            self.end_rows();
        }
        let twips = || rest.split(' ').map(|it| it.parse().unwrap()).collect();
        match word {
            "typed" => self.habit = Habit::read(rest),
            "auto" => self.auto = Some(rest.to_string()),
            "page" => self.section.margins = twips(),
            "paper" => self.section.paper = twips(),
            "number" => self.section.number = Some(rest.to_string()),
            "contact" => self.section.contact.push(rest.to_string()),
            "start" => self.section.start = Some(rest.to_string()),
            "section" => {
                self.end_section(false);
                self.section.continuous = false;
                self.section.start = (rest != "on").then(|| "1".to_string());
            }
            "<" => self.columns.get_or_insert_default().0.push(item(rest)),
            ">" => self.columns.get_or_insert_default().1.push(item(rest)),
            "row" => self.row(rest),
            _ => {
                let item = item(line);
                self.put(&item);
            }
        }
    }

    /// A block of the text; the first paragraph of running text has the comment.
    fn put(&mut self, item: &Item) {
        let own = stack(std::slice::from_ref(item), WHOLE, self.habit, "");
        // A drawn line hangs on the paragraph above.
        let line = own.starts_with("<w:p><w:pPr><w:spacing w:after=\"0\"/></w:pPr><w:r><mc:");
        match self.body.strip_suffix("</w:p>") {
            Some(above) if line => {
                let at = own.find("<w:r>").unwrap_or(0);
                self.body = format!("{above}{}", &own[at..]);
            }
            _ if self.habit.comments
                && own.contains("\"both\"")
                && !self.body.contains("commentRange") =>
            {
                let own = own.replacen("</w:pPr>", "</w:pPr><w:commentRangeStart w:id=\"0\"/>", 1);
                let end = "<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r></w:p>";
                self.body
                    .push_str(own.strip_suffix("</w:p>").unwrap_or(&own));
                self.body.push_str(end);
            }
            _ => self.body.push_str(&own),
        }
    }

    fn row(&mut self, words: &str) {
        let cells = words.split('|').map(|words| {
            let words = Paragraph::read(&format!("c13|{}", words.trim()));
            format!(
                "<w:tc><w:tcPr><w:tcW w:w=\"3000\" w:type=\"dxa\"/><w:tcBorders><w:top w:val=\"single\"/>\
                 </w:tcBorders></w:tcPr>{}</w:tc>",
                words.xml(self.habit, "", "")
            )
        });
        let cells: String = cells.collect();
        self.rows.push_str(&format!("<w:tr>{cells}</w:tr>"));
    }

    fn end_columns(&mut self) {
        let Some((left, right)) = self.columns.take() else {
            return;
        };
        let layout = if self.headed {
            self.habit.foot
        } else {
            self.habit.head
        };
        let columns = layout == Layout::Columns;
        if columns && self.headed {
            self.end_section(false);
        }
        self.headed = true;
        self.body
            .push_str(&side_by_side(layout, &left, &right, self.habit));
        if columns {
            self.end_section(true);
        }
    }

    fn end_rows(&mut self) {
        if !self.rows.is_empty() {
            let rows = std::mem::take(&mut self.rows);
            self.body
                .push_str(&format!("<w:tbl><w:tblPr/><w:tblGrid/>{rows}</w:tbl>"));
        }
    }

    /// Ends a section; the next one goes on on the same page.
    fn end_section(&mut self, columns: bool) {
        let section = self.section.xml(columns);
        self.body
            .push_str(&format!("<w:p><w:pPr>{section}</w:pPr></w:p>"));
        self.section.continuous = true;
    }

    fn finish(mut self) -> Docx {
        self.end_columns();
        self.end_rows();
        let habit = self.habit;
        let section = self.section.xml(false);
        let mut file = docx(&format!("{}{section}", self.body)).styles(&habit.program.styles());
        if let Some(theme) = habit.program.theme() {
            file = file.part("theme1", "a:theme", theme);
        }
        if let Some(levels) = &self.auto {
            file = file.numbering(&section::numbering(levels));
        }
        if habit.comments {
            let comment = Paragraph::read("l10|Đề nghị rà soát lại số liệu");
            let comment = format!(
                "<w:comment w:id=\"0\" w:author=\"Văn thư\">{}</w:comment>",
                comment.xml(habit, "", "")
            );
            file = file.part("comments", "w:comments", &comment);
        }
        if self.body.contains("rIdanh") {
            file = file
                .raw("word/media/anh.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF")
                .relation("rIdanh", "image", "media/anh.jpg", false);
        }
        if !self.section.contact.is_empty() {
            let lines: Vec<Item> = self.section.contact.iter().map(|it| item(it)).collect();
            file = file.part("footer1", "w:ftr", &stack(&lines, WHOLE, habit, ""));
        }
        match &self.section.number {
            Some(number) => file.part("header1", "w:hdr", &section::header(number, habit)),
            None => file,
        }
    }
}

/// What a line of a script is.
fn item(line: &str) -> Item {
    if line == "jpeg" {
        return Item::Picture;
    }
    match line.strip_prefix("rule ") {
        Some(mm) => Item::Rule(mm.parse().unwrap()),
        None => Item::Paragraph(Paragraph::read(line)),
    }
}
