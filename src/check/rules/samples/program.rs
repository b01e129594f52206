//! What each program writes around the same words: styles, theme, and what it says in every run,
//! paragraph and table.

use super::habit::Program;

const TIMES: &str =
    "w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:cs=\"Times New Roman\"";

impl Program {
    /// Content of `w:styles`.
    pub(super) fn styles(self) -> String {
        let (defaults, normal, more) = match self {
            Program::Plain => (
                format!("<w:rFonts {TIMES}/><w:sz w:val=\"28\"/>"),
                String::new(),
                "",
            ),
            Program::Word2003 => (
                "<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\"/>".to_string(),
                "<w:rPr><w:rFonts w:ascii=\".VnTime\" w:hAnsi=\".VnTime\"/><w:sz w:val=\"28\"/></w:rPr>"
                    .to_string(),
                "",
            ),
            Program::Word365 => (
                "<w:rFonts w:asciiTheme=\"minorHAnsi\" w:hAnsiTheme=\"minorHAnsi\" w:cstheme=\"minorBidi\"/>\
                 <w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/>"
                    .to_string(),
                String::new(),
                "<w:pPrDefault><w:pPr><w:spacing w:after=\"160\" w:line=\"259\" w:lineRule=\"auto\"/></w:pPr>\
                 </w:pPrDefault>",
            ),
            Program::Wps => (
                "<w:rFonts w:asciiTheme=\"minorHAnsi\" w:hAnsiTheme=\"minorHAnsi\" w:eastAsia=\"SimSun\"/>"
                    .to_string(),
                "<w:pPr><w:widowControl w:val=\"0\"/><w:jc w:val=\"both\"/></w:pPr><w:rPr><w:kern w:val=\"2\"/>\
                 <w:sz w:val=\"21\"/></w:rPr>"
                    .to_string(),
                "",
            ),
            Program::Google => (
                "<w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:cs=\"Arial\" w:eastAsia=\"Arial\"/>\
                 <w:sz w:val=\"22\"/>"
                    .to_string(),
                String::new(),
                "<w:pPrDefault><w:pPr><w:spacing w:line=\"276\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault>",
            ),
            Program::Libre => (
                "<w:rFonts w:ascii=\"Liberation Serif\" w:hAnsi=\"Liberation Serif\" w:eastAsia=\"SimSun\" \
                 w:cs=\"Arial\"/><w:sz w:val=\"24\"/>"
                    .to_string(),
                format!("<w:rPr><w:rFonts {TIMES}/><w:sz w:val=\"26\"/></w:rPr>"),
                "",
            ),
        };
        let id = if self == Program::Wps { "1" } else { "Normal" };
        format!(
            "<w:docDefaults><w:rPrDefault><w:rPr>{defaults}</w:rPr></w:rPrDefault>{more}</w:docDefaults>\
             <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"{id}\"><w:name w:val=\"Normal\"/>{normal}\
             </w:style>\
             <w:style w:type=\"paragraph\" w:styleId=\"Header\"><w:name w:val=\"header\"/>\
             <w:basedOn w:val=\"{id}\"/><w:pPr><w:tabs><w:tab w:val=\"center\" w:pos=\"4535\"/>\
             <w:tab w:val=\"right\" w:pos=\"9071\"/></w:tabs><w:spacing w:after=\"0\"/></w:pPr></w:style>\
             <w:style w:type=\"paragraph\" w:styleId=\"BodyTextIndent\"><w:name w:val=\"Body Text Indent\"/>\
             <w:basedOn w:val=\"{id}\"/><w:pPr><w:spacing w:before=\"120\"/><w:ind w:firstLine=\"720\"/>\
             <w:jc w:val=\"both\"/></w:pPr></w:style>\
             <w:style w:type=\"paragraph\" w:styleId=\"ListParagraph\"><w:name w:val=\"List Paragraph\"/>\
             <w:basedOn w:val=\"{id}\"/><w:pPr><w:ind w:left=\"720\"/><w:contextualSpacing/></w:pPr></w:style>"
        )
    }

    /// Content of `a:theme`.
    pub(super) fn theme(self) -> Option<&'static str> {
        match self {
            Program::Word365 | Program::Wps => Some(
                "<a:themeElements><a:fontScheme><a:majorFont><a:latin typeface=\"Calibri Light\"/></a:majorFont>\
                 <a:minorFont><a:latin typeface=\"Calibri\"/></a:minorFont></a:fontScheme></a:themeElements>",
            ),
            Program::Plain | Program::Word2003 | Program::Google | Program::Libre => None,
        }
    }

    /// What stands first in the format of a run.
    pub(super) fn face(self, own: Option<&str>) -> String {
        let own_face = own.map(|face| format!("<w:rFonts w:ascii=\"{face}\" w:hAnsi=\"{face}\"/>"));
        own_face.unwrap_or_else(|| match self {
            Program::Plain | Program::Libre => String::new(),
            Program::Word2003 => {
                "<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\"/>".to_string()
            }
            Program::Word365 => format!("<w:rFonts {TIMES}/>"),
            Program::Wps => format!("<w:rFonts w:hint=\"default\" {TIMES} w:eastAsia=\"SimSun\"/>"),
            Program::Google => format!("<w:rFonts {TIMES} w:eastAsia=\"Times New Roman\"/>"),
        })
    }

    /// What stands last in the format of a run of so many half points.
    pub(super) fn behind_size(self, half_points: i32) -> String {
        match self {
            Program::Plain | Program::Word2003 => String::new(),
            Program::Word365 => format!("<w:szCs w:val=\"{half_points}\"/>"),
            Program::Wps => format!("<w:szCs w:val=\"{half_points}\"/><w:lang w:val=\"vi-VN\"/>"),
            Program::Google => format!("<w:szCs w:val=\"{half_points}\"/><w:rtl w:val=\"0\"/>"),
            Program::Libre => {
                format!(
                    "<w:szCs w:val=\"{half_points}\"/><w:lang w:val=\"vi-VN\" w:eastAsia=\"zh-CN\"/>"
                )
            }
        }
    }

    /// What stands first in the format of a paragraph without a style.
    pub(super) fn paragraph(self) -> &'static str {
        match self {
            Program::Plain | Program::Word2003 | Program::Word365 => "",
            Program::Wps => "<w:pStyle w:val=\"1\"/><w:keepNext w:val=\"0\"/>",
            Program::Google => {
                "<w:keepNext w:val=\"0\"/><w:keepLines w:val=\"0\"/><w:pageBreakBefore w:val=\"0\"/>\
                 <w:widowControl w:val=\"1\"/><w:pBdr><w:top w:space=\"0\" w:sz=\"0\" w:val=\"nil\"/>\
                 <w:bottom w:space=\"0\" w:sz=\"0\" w:val=\"nil\"/></w:pBdr>"
            }
            Program::Libre => "<w:pStyle w:val=\"Normal\"/><w:bidi w:val=\"0\"/>",
        }
    }

    /// The line spacing that the program says where the clerk says none.
    pub(super) fn single(self) -> &'static str {
        match self {
            Program::Plain | Program::Word2003 | Program::Libre | Program::Wps => "",
            Program::Word365 => " w:line=\"240\" w:lineRule=\"auto\"",
            Program::Google => " w:before=\"0\" w:line=\"240\" w:lineRule=\"auto\"",
        }
    }

    /// The name of an alignment.
    pub(super) fn side(self, side: &'static str) -> &'static str {
        match (self, side) {
            (Program::Libre, "left") => "start",
            (Program::Libre, "right") => "end",
            _ => side,
        }
    }

    /// Properties of a table without lines.
    pub(super) fn no_lines(self) -> &'static str {
        match self {
            Program::Plain | Program::Word2003 | Program::Word365 | Program::Libre => "",
            Program::Wps => {
                "<w:tblBorders><w:top w:val=\"none\" w:color=\"auto\" w:sz=\"0\"/><w:left w:val=\"none\"/>\
                 <w:bottom w:val=\"none\"/><w:right w:val=\"none\"/><w:insideH w:val=\"none\"/>\
                 <w:insideV w:val=\"none\"/></w:tblBorders>"
            }
            Program::Google => {
                "<w:tblBorders><w:top w:color=\"000000\" w:space=\"0\" w:sz=\"0\" w:val=\"nil\"/>\
                 <w:left w:color=\"000000\" w:sz=\"0\" w:val=\"nil\"/><w:bottom w:sz=\"0\" w:val=\"nil\"/>\
                 <w:right w:sz=\"0\" w:val=\"nil\"/><w:insideH w:sz=\"0\" w:val=\"nil\"/>\
                 <w:insideV w:sz=\"0\" w:val=\"nil\"/></w:tblBorders>"
            }
        }
    }
}
