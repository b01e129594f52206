//! Sections of a script's paper, its page number and its automatic numbers.

use super::habit::{Habit, Number};

/// What a section is made of.
#[derive(Clone, Debug, Default)]
pub(super) struct Section {
    /// Top, bottom, left, right in twips.
    pub(super) margins: Vec<i32>,
    /// Width and height; A4 if empty.
    pub(super) paper: Vec<i32>,
    /// How the page number is set, if there is one: `l` at the left, size in half points, `first` for
    /// page 1 too.
    pub(super) number: Option<String>,
    /// The lines of the foot of page 1.
    pub(super) contact: Vec<String>,
    /// The number of the first page.
    pub(super) start: Option<String>,
    /// Starts on the page of the one before.
    pub(super) continuous: bool,
}

impl Section {
    /// `w:sectPr`, of two columns or one.
    pub(super) fn xml(&self, columns: bool) -> String {
        let [top, bottom, left, right] = self.margins[..] else {
            panic!("page needs four margins");
        };
        let (width, height) = match self.paper[..] {
            [width, height] => (width, height),
            _ => (11906, 16838),
        };
        let orient = if width > height {
            " w:orient=\"landscape\""
        } else {
            ""
        };
        let header = match self.number {
            Some(_) => "<w:headerReference w:type=\"default\" r:id=\"rIdheader1\"/>",
            None => "",
        };
        let footer = if self.contact.is_empty() {
            ""
        } else {
            "<w:footerReference w:type=\"first\" r:id=\"rIdfooter1\"/>"
        };
        let start = self.start.as_ref();
        let start = start.map(|start| format!("<w:pgNumType w:start=\"{start}\"/>"));
        let first = if self.number.as_deref() == Some("first") {
            ""
        } else {
            "<w:titlePg/>"
        };
        let kind = if self.continuous {
            "<w:type w:val=\"continuous\"/>"
        } else {
            ""
        };
        let columns = if columns {
            "<w:cols w:num=\"2\" w:equalWidth=\"0\"><w:col w:w=\"3600\" w:space=\"100\"/><w:col w:w=\"5371\"/></w:cols>"
        } else {
            ""
        };
        format!(
            "<w:sectPr>{header}{footer}{kind}<w:pgSz w:w=\"{width}\" w:h=\"{height}\"{orient}/><w:pgMar w:top=\"{top}\" \
             w:right=\"{right}\" w:bottom=\"{bottom}\" w:left=\"{left}\" w:header=\"567\" w:footer=\"567\" \
             w:gutter=\"0\"/>{}{columns}{first}</w:sectPr>",
            start.unwrap_or_default()
        )
    }
}

/// The header with the page number.
pub(super) fn header(number: &str, habit: Habit) -> String {
    let mut words = number.split(' ');
    let align = if words.next() == Some("l") {
        "left"
    } else {
        "center"
    };
    let size = words.next().unwrap_or("28");
    let format = format!(
        "<w:rPr>{}<w:sz w:val=\"{size}\"/></w:rPr>",
        habit.program.face(None)
    );
    let complex = format!(
        "<w:r>{format}<w:fldChar w:fldCharType=\"begin\"/></w:r><w:r>{format}<w:instrText> PAGE </w:instrText></w:r>\
         <w:r>{format}<w:fldChar w:fldCharType=\"separate\"/></w:r><w:r>{format}<w:t>2</w:t></w:r><w:r>{format}\
         <w:fldChar w:fldCharType=\"end\"/></w:r>"
    );
    let centred = format!("<w:jc w:val=\"{align}\"/>");
    match habit.number {
        Number::Complex => format!("<w:p><w:pPr>{centred}</w:pPr>{complex}</w:p>"),
        Number::Simple => format!(
            "<w:p><w:pPr>{centred}</w:pPr><w:fldSimple w:instr=\" PAGE   \\* MERGEFORMAT \"><w:r>{format}<w:t>2</w:t>\
             </w:r></w:fldSimple></w:p>"
        ),
        Number::Frame => format!(
            "<w:p><w:pPr><w:pStyle w:val=\"Header\"/><w:framePr w:wrap=\"around\" w:vAnchor=\"text\" \
             w:hAnchor=\"margin\" w:xAlign=\"{align}\" w:y=\"1\"/></w:pPr>{complex}</w:p><w:p><w:pPr>\
             <w:pStyle w:val=\"Header\"/></w:pPr></w:p>"
        ),
        Number::Control => format!(
            "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Page Numbers (Top of Page)\"/><w:docPartUnique/>\
             </w:docPartObj></w:sdtPr><w:sdtContent><w:p><w:pPr><w:pStyle w:val=\"Header\"/>{centred}</w:pPr>{complex}\
             </w:p></w:sdtContent></w:sdt><w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr></w:p>"
        ),
        Number::Tab => format!(
            "<w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr>{}{complex}</w:p>",
            if align == "left" {
                ""
            } else {
                "<w:r><w:tab/></w:r>"
            }
        ),
    }
}

/// `w:numbering` of level texts `Điều %1.|%2.|%3)`: letters before a bracket, Roman behind `R`, bold behind
/// `*`.
pub(super) fn numbering(levels: &str) -> String {
    let level = |(at, text): (usize, &str)| {
        let (text, bold) = match text.strip_prefix('*') {
            Some(text) => (text, "<w:rPr><w:b/></w:rPr>"),
            None => (text, ""),
        };
        let (text, kind) = match text.strip_prefix('R') {
            Some(text) => (text, "upperRoman"),
            None if text.ends_with(')') => (text, "lowerLetter"),
            None if text == "-" => (text, "bullet"),
            None => (text, "decimal"),
        };
        format!(
            "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{kind}\"/><w:suff w:val=\"space\"/>\
             <w:lvlText w:val=\"{text}\"/>{bold}</w:lvl>"
        )
    };
    let levels: String = levels.split('|').enumerate().map(level).collect();
    format!(
        "<w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"multilevel\"/>{levels}</w:abstractNum>\
         <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
    )
}
