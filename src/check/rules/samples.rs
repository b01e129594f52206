//! Papers for the tests of the rules, typed as a good clerk types them, from short scripts.
//!
//! A line of a script is a paragraph: its format in short, then `|` and its words; words between `*` are
//! bold. `<` and `>` begin a line of the left or right cell of a layout table, which any other line ends.
//! `rule 30` is a line of 30 mm in the middle, `section` starts a new section, `row a | b` is a row of a
//! table, `page …` sets the margins and `paper …` the size in twips, `number` turns
//! page numbers on, `start 3` sets the first one, `section on` starts a section that counts on, `contact …` is
//! a line of the foot of page 1, `jpeg` is a picture.
//!
//! Format: `j` both, `c` centred, `l` left, `r` right; then the size; `b` bold, `i` italic; `s6` six points
//! before, `f720` first line in twips, `x360` spacing in 240ths, `u` underlined, `kNAME` colour, `tNAME`
//! type face with `_` for spaces.

use crate::check::testing::{Docx, docx};

/// A script, and what was changed in it.
#[derive(Clone, Debug)]
pub(crate) struct Script(String);

/// The scripts: name and text.
pub(crate) const SCRIPTS: [(&str, &str); 8] = [
    ("ke-hoach", include_str!("samples/ke-hoach.txt")),
    ("quyet-dinh", include_str!("samples/quyet-dinh.txt")),
    ("cong-van", include_str!("samples/cong-van.txt")),
    ("giay-moi", include_str!("samples/giay-moi.txt")),
    ("bien-ban", include_str!("samples/bien-ban.txt")),
    ("to-trinh", include_str!("samples/to-trinh.txt")),
    ("bao-cao", include_str!("samples/bao-cao.txt")),
    ("quy-che", include_str!("samples/quy-che.txt")),
];

/// The script of that name.
pub(crate) fn script(name: &str) -> Script {
    let found = SCRIPTS.iter().find(|(known, _)| *known == name);
    Script(
        found
            .unwrap_or_else(|| panic!("no script {name}"))
            .1
            .to_string(),
    )
}

impl Script {
    /// Replaces words that must be there, everywhere.
    pub(crate) fn with(mut self, old: &str, new: &str) -> Script {
        assert!(self.0.contains(old), "no {old:?} in the script");
        self.0 = self.0.replace(old, new);
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

/// Widths of the two cells of a layout table, without padding.
const LEFT: i32 = 3900;
const RIGHT: i32 = 5455;

#[derive(Default)]
struct Writer {
    body: String,
    cells: Option<(String, String)>,
    rows: String,
    margins: Vec<i32>,
    paper: Vec<i32>,
    number: Option<String>,
    contact: Vec<String>,
    start: Option<String>,
}

impl Writer {
    fn line(&mut self, line: &str) {
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        if word != "<" && word != ">" {
            self.end_cells();
        }
        if word != "row" {
            self.end_rows();
        }
        match word {
            "page" => self.margins = rest.split(' ').map(|it| it.parse().unwrap()).collect(),
            "paper" => self.paper = rest.split(' ').map(|it| it.parse().unwrap()).collect(),
            "number" => self.number = Some(rest.to_string()),
            "contact" => self.contact.push(rest.to_string()),
            "start" => self.start = Some(rest.to_string()),
            "section" => {
                let section = self.section();
                self.body
                    .push_str(&format!("<w:p><w:pPr>{section}</w:pPr></w:p>"));
                self.start = (rest != "on").then(|| "1".to_string());
            }
            "<" => {
                let content = content(rest, LEFT);
                self.cells
                    .get_or_insert_with(Default::default)
                    .0
                    .push_str(&content);
            }
            ">" => {
                let content = content(rest, RIGHT);
                self.cells
                    .get_or_insert_with(Default::default)
                    .1
                    .push_str(&content);
            }
            "row" => {
                let cells = rest.split('|').map(|words| {
                    format!(
                        "<w:tc><w:tcPr><w:tcW w:w=\"3000\" w:type=\"dxa\"/><w:tcBorders><w:top w:val=\"single\"/>\
                         </w:tcBorders></w:tcPr>{}</w:tc>",
                        content(&format!("c13|{}", words.trim()), 3000)
                    )
                });
                let cells: String = cells.collect();
                self.rows.push_str(&format!("<w:tr>{cells}</w:tr>"));
            }
            _ => self.body.push_str(&content(line, LEFT + RIGHT)),
        }
    }

    fn end_cells(&mut self) {
        let Some((left, right)) = self.cells.take() else {
            return;
        };
        let cell = |width: i32, content: String| {
            let content = if content.is_empty() {
                "<w:p/>".to_string()
            } else {
                content
            };
            format!(
                "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>{content}</w:tc>"
            )
        };
        self.body.push_str(&format!(
            "<w:tbl><w:tblPr><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/><w:tblCellMar>\
             <w:left w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>\
             <w:tblGrid><w:gridCol w:w=\"{LEFT}\"/><w:gridCol w:w=\"{RIGHT}\"/></w:tblGrid><w:tr>{}{}</w:tr>\
             </w:tbl>",
            LEFT + RIGHT,
            cell(LEFT, left),
            cell(RIGHT, right)
        ));
    }

    fn end_rows(&mut self) {
        if !self.rows.is_empty() {
            let rows = std::mem::take(&mut self.rows);
            self.body
                .push_str(&format!("<w:tbl><w:tblPr/><w:tblGrid/>{rows}</w:tbl>"));
        }
    }

    fn section(&self) -> String {
        let [top, bottom, left, right] = self.margins[..] else {
            panic!("page needs four margins");
        };
        let [width, height] = self.paper[..] else {
            return Writer {
                paper: vec![11906, 16838],
                ..self.copy()
            }
            .section();
        };
        let header = match self.number {
            Some(_) => "<w:headerReference w:type=\"default\" r:id=\"rIdheader1\"/>",
            None => "",
        };
        let footer = match self.contact.is_empty() {
            false => "<w:footerReference w:type=\"first\" r:id=\"rIdfooter1\"/>",
            true => "",
        };
        let start = self.start.as_ref();
        let start = start
            .map(|start| format!("<w:pgNumType w:start=\"{start}\"/>"))
            .unwrap_or_default();
        let first = if self.number.as_deref() == Some("first") {
            ""
        } else {
            "<w:titlePg/>"
        };
        format!(
            "<w:sectPr>{header}{footer}<w:pgSz w:w=\"{width}\" w:h=\"{height}\"/><w:pgMar w:top=\"{top}\" \
             w:right=\"{right}\" w:bottom=\"{bottom}\" w:left=\"{left}\" w:header=\"567\" w:footer=\"567\" \
             w:gutter=\"0\"/>{start}{first}</w:sectPr>"
        )
    }

    /// What a section needs.
    fn copy(&self) -> Writer {
        Writer {
            margins: self.margins.clone(),
            number: self.number.clone(),
            contact: self.contact.clone(),
            start: self.start.clone(),
            ..Writer::default()
        }
    }

    fn finish(mut self) -> Docx {
        self.end_cells();
        self.end_rows();
        let section = self.section();
        let styles = "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Times New Roman\" \
                      w:hAnsi=\"Times New Roman\" w:cs=\"Times New Roman\"/><w:sz w:val=\"28\"/></w:rPr>\
                      </w:rPrDefault></w:docDefaults>";
        let mut file = docx(&format!("{}{section}", self.body)).styles(styles);
        if self.body.contains("rIdanh") {
            file = file
                .raw("word/media/anh.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF")
                .relation("rIdanh", "image", "media/anh.jpg", false);
        }
        if !self.contact.is_empty() {
            let lines = self.contact.iter().map(|line| content(line, LEFT + RIGHT));
            file = file.part("footer1", "w:ftr", &lines.collect::<String>());
        }
        let Some(number) = &self.number else {
            return file;
        };
        let mut words = number.split(' ');
        let align = if words.next() == Some("l") {
            "left"
        } else {
            "center"
        };
        let size = words.next().unwrap_or("28");
        file.part(
            "header1",
            "w:hdr",
            &format!(
                "<w:p><w:pPr><w:jc w:val=\"{align}\"/></w:pPr><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>\
                 <w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>\
                 <w:r><w:rPr><w:sz w:val=\"{size}\"/></w:rPr><w:t>2</w:t></w:r><w:r>\
                 <w:fldChar w:fldCharType=\"end\"/></w:r></w:p>"
            ),
        )
    }
}

/// A picture of ten millimetres.
const JPEG: &str = "<w:p><w:r><w:drawing><wp:inline><wp:extent cx=\"360000\" cy=\"360000\"/><a:graphic>\
    <a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:blipFill>\
    <a:blip r:embed=\"rIdanh\"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>\
    </w:r></w:p>";

/// A paragraph or a line of its own, in a column of that width.
fn content(line: &str, column: i32) -> String {
    if line == "jpeg" {
        return JPEG.to_string();
    }
    if let Some(mm) = line.strip_prefix("rule ") {
        let length = (mm.parse::<f64>().unwrap() * 56.693) as i32;
        let side = (column - length) / 2;
        return format!(
            "<w:p><w:pPr><w:pBdr><w:top w:val=\"single\" w:sz=\"6\" w:space=\"1\" w:color=\"000000\"/></w:pBdr>\
             <w:spacing w:before=\"40\" w:line=\"60\" w:lineRule=\"exact\"/><w:ind w:left=\"{side}\" \
             w:right=\"{side}\"/></w:pPr></w:p>"
        );
    }
    let (format, words) = line.split_once('|').unwrap_or((line, ""));
    let mut paragraph = String::new();
    let mut spacing = "w:after=\"0\"".to_string();
    let (mut indent, mut align) = (String::new(), "left");
    let mut run = String::new();
    for (at, token) in format.trim().split(' ').enumerate() {
        if at == 0 {
            align = match token.chars().next() {
                Some('j') => "both",
                Some('c') => "center",
                Some('r') => "right",
                Some(_) | None => "left",
            };
            let size: f64 = token.trim_matches(char::is_alphabetic).parse().unwrap();
            let half = (size * 2.0) as i32;
            let tail = token.trim_start_matches(|c: char| !c.is_ascii_digit());
            let bold = if tail.contains('b') { "<w:b/>" } else { "" };
            let italic = if tail.contains('i') { "<w:i/>" } else { "" };
            run = format!("{bold}{italic}<w:sz w:val=\"{half}\"/>");
            if tail.contains('u') {
                run.push_str("<w:u w:val=\"single\"/>");
            }
            continue;
        }
        let value = &token[1..];
        match token.chars().next() {
            Some('s') => spacing.push_str(&format!(
                " w:before=\"{}\"",
                value.parse::<i32>().unwrap() * 20
            )),
            Some('x') => spacing.push_str(&format!(" w:line=\"{value}\" w:lineRule=\"auto\"")),
            Some('f') => indent = format!("<w:ind w:firstLine=\"{value}\"/>"),
            Some('m') => indent = format!("<w:ind w:left=\"{value}\"/>"),
            Some('k') => {
                run = run.replace("<w:sz ", &format!("<w:color w:val=\"{value}\"/><w:sz "))
            }
            Some('t') => {
                let face = value.replace('_', " ");
                run = format!("<w:rFonts w:ascii=\"{face}\" w:hAnsi=\"{face}\"/>{run}");
            }
            Some(_) | None => panic!("no format {token:?} in {line:?}"),
        }
    }
    paragraph.push_str(&format!(
        "<w:spacing {spacing}/>{indent}<w:jc w:val=\"{align}\"/>"
    ));
    let runs: String = words
        .split('*')
        .enumerate()
        .filter(|(_, words)| !words.is_empty())
        .map(|(at, words)| {
            let bold = if at % 2 == 1 { "<w:b/>" } else { "" };
            let words = words
                .replace('&', "&amp;")
                .replace('\t', "</w:t><w:tab/><w:t xml:space=\"preserve\">");
            format!(
                "<w:r><w:rPr>{bold}{run}</w:rPr><w:t xml:space=\"preserve\">{words}</w:t></w:r>"
            )
        })
        .collect();
    format!("<w:p><w:pPr>{paragraph}</w:pPr>{runs}</w:p>")
}
