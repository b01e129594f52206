//! What the user must hear: one type for every finding, with its place and what to do.
//!
//! Stages that read the user's material return what they could make and a list of these, so that
//! one run reports everything. Messages are Vietnamese.

mod group;
mod paragraph;

use std::fmt;
use std::path::{Path, PathBuf};

use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};

pub use group::{Told, rows_named, told};
pub use paragraph::ParagraphPlace;

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// A question, or something to know; nothing need be wrong.
    Note,
    /// To be mended before printing; the papers are made.
    Warning,
    /// The paper concerned is not made.
    Error,
}

/// Where a finding lies.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// Nowhere in particular.
    Nowhere,
    /// A file as a whole.
    File(PathBuf),
    /// A stretch of one line of a text file (dossier, agency profile, template).
    Source(SourcePlace),
    /// A cell or a row of a table.
    Cell(CellPlace),
    /// A paragraph of a finished paper.
    Paragraph(ParagraphPlace),
    /// A stretch of a component of a paper, where no line of a source is known.
    Component {
        /// Key of the paper, as under `van_ban`.
        paper: String,
        /// Template block or component, such as `noi_dung`.
        component: String,
        /// The words concerned.
        quote: String,
    },
}

/// A stretch of one line of a text file. Carries the line, so that drawing needs no file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourcePlace {
    /// The file, as the user would name it.
    pub path: PathBuf,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// Length in characters; at least 1.
    pub length: usize,
    /// The whole line, without its line end.
    pub text: String,
}

/// A cell or a row of a table that clerks keep.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellPlace {
    /// The file, as the user would name it.
    pub path: PathBuf,
    /// The sheet; `None` in a text file.
    pub sheet: Option<String>,
    /// Row of the sheet or line of the text file, from 1.
    pub row: usize,
    /// The column; `None` for the whole row.
    pub column: Option<CellColumn>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellColumn {
    /// Number, from 1.
    pub number: usize,
    /// Its title, as the header has it; empty if it has none.
    pub title: String,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Diagnostic {
    /// How grave it is.
    pub severity: Severity,
    /// Short stable name, such as `khoa-la`; lower case, no marks.
    pub code: &'static str,
    /// What is wrong, in Vietnamese.
    pub message: String,
    /// Where.
    pub place: Place,
    /// What to do, in Vietnamese.
    pub hint: Option<String>,
}

impl Severity {
    /// What users call it.
    pub fn label(self) -> &'static str {
        match self {
            Severity::Note => "nên xem",
            Severity::Warning => "lưu ý",
            Severity::Error => "lỗi",
        }
    }

    fn level(self) -> Level<'static> {
        let level = match self {
            Severity::Note => Level::NOTE,
            Severity::Warning => Level::WARNING,
            Severity::Error => Level::ERROR,
        };
        level.with_name(self.label())
    }
}

impl Place {
    /// A place in the text of a file.
    ///
    /// `line` and `column` count from 1, `column` and `length` in characters. A line past the
    /// end gives the last one, so that an error at the end of a file has something to show.
    pub fn source(path: &Path, source: &str, line: usize, column: usize, length: usize) -> Place {
        let last = source.lines().count().max(1);
        let line = line.clamp(1, last);
        let text = source.lines().nth(line - 1).unwrap_or("").to_string();
        let column = column.clamp(1, text.chars().count() + 1);
        let length = length.clamp(1, (text.chars().count() + 1 - column).max(1));
        Place::Source(SourcePlace {
            path: path.to_path_buf(),
            line,
            column,
            length,
            text,
        })
    }

    /// A place in the text of a file, given by byte offset.
    pub fn offset(path: &Path, source: &str, offset: usize, length: usize) -> Place {
        let offset = source.floor_char_boundary(offset.min(source.len()));
        let end = source.floor_char_boundary((offset + length).min(source.len()));
        let start = source[..offset].rfind('\n').map_or(0, |at| at + 1);
        let line = source[..offset].matches('\n').count() + 1;
        let column = source[start..offset].chars().count() + 1;
        let length = source[offset..end].chars().count();
        Place::source(path, source, line, column, length)
    }
}

impl Diagnostic {
    /// An error.
    pub fn error(code: &'static str, place: Place, message: impl Into<String>) -> Diagnostic {
        Diagnostic {
            severity: Severity::Error,
            code,
            message: message.into(),
            place,
            hint: None,
        }
    }

    /// A warning.
    pub fn warning(code: &'static str, place: Place, message: impl Into<String>) -> Diagnostic {
        Diagnostic {
            severity: Severity::Warning,
            ..Diagnostic::error(code, place, message)
        }
    }

    /// A note.
    pub fn note(code: &'static str, place: Place, message: impl Into<String>) -> Diagnostic {
        Diagnostic {
            severity: Severity::Note,
            ..Diagnostic::error(code, place, message)
        }
    }

    /// The same finding with what to do about it.
    pub fn hint(mut self, hint: impl Into<String>) -> Diagnostic {
        self.hint = Some(hint.into());
        self
    }

    /// True for an error.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// The finding as a terminal shows it: message, place, source line with a mark, hint.
    pub fn render(&self, renderer: &Renderer) -> String {
        let level = self.severity.level();
        let message = match &self.place {
            Place::Nowhere | Place::Source(_) | Place::Cell(_) | Place::Paragraph(_) => {
                self.message.clone()
            }
            Place::File(_) | Place::Component { .. } => format!("{}: {}", self.place, self.message),
        };
        let title = level.primary_title(&message).id(self.code);
        let mut elements: Vec<Element<'_>> = Vec::new();
        let path;
        if let Place::Source(place) = &self.place {
            path = place.path.display().to_string();
            elements.push(snippet(place, &path).into());
        } else if let Place::Cell(_) | Place::Paragraph(_) = &self.place {
            path = self.place.to_string();
            elements.push(Origin::path(path.as_str()).into());
        }
        if let Some(hint) = &self.hint {
            elements.push(Level::HELP.with_name("gợi ý").message(hint.as_str()).into());
        }
        let group = Group::with_title(title).elements(elements);
        renderer.render(&[group])
    }
}

/// The source line with its stretch underlined.
fn snippet<'a>(
    place: &'a SourcePlace,
    path: &'a str,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let byte = |chars: usize| {
        place
            .text
            .char_indices()
            .nth(chars)
            .map_or(place.text.len(), |(at, _)| at)
    };
    let span = byte(place.column - 1)..byte(place.column - 1 + place.length);
    Snippet::source(place.text.as_str())
        .line_start(place.line)
        .path(path)
        .annotation(AnnotationKind::Primary.span(span))
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::Nowhere => Ok(()),
            Place::File(path) => write!(f, "{}", path.display()),
            Place::Source(place) => {
                write!(
                    f,
                    "{}:{}:{}",
                    place.path.display(),
                    place.line,
                    place.column
                )
            }
            Place::Cell(place) => write!(f, "{place}"),
            Place::Paragraph(place) => write!(f, "{place}"),
            Place::Component {
                paper,
                component,
                quote,
            } => write!(f, "văn bản {paper}, phần {component}, tại “{quote}”"),
        }
    }
}

/// As clerks name it: `khach-moi.xlsx, trang “Khách mời”, ô C7`; in a text file
/// `khach-moi.csv, dòng 7, cột “Đơn vị”`.
impl fmt::Display for CellPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.path.display())?;
        if let Some(sheet) = &self.sheet {
            write!(f, ", trang “{sheet}”")?;
        }
        match &self.column {
            Some(column) if self.sheet.is_some() => {
                write!(f, ", ô {}{}", column.letters(), self.row)
            }
            Some(column) if column.title.is_empty() => {
                write!(f, ", dòng {}, cột {}", self.row, column.number)
            }
            Some(column) => write!(f, ", dòng {}, cột “{}”", self.row, column.title),
            None => write!(f, ", dòng {}", self.row),
        }
    }
}

impl CellColumn {
    /// Its letters in a sheet: `C`, `AA`.
    pub fn letters(&self) -> String {
        let mut letters = Vec::new();
        let mut rest = self.number;
        while rest > 0 {
            letters.push(b'A' + ((rest - 1) % 26) as u8);
            rest = (rest - 1) / 26;
        }
        letters
            .iter()
            .rev()
            .map(|letter| char::from(*letter))
            .collect()
    }
}

/// The one-line form, for logs and tests: `path:line:column: lỗi[code]: message (gợi ý: hint)`.
impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.place != Place::Nowhere {
            write!(f, "{}: ", self.place)?;
        }
        write!(
            f,
            "{}[{}]: {}",
            self.severity.label(),
            self.code,
            self.message
        )?;
        match &self.hint {
            Some(hint) => write!(f, " (gợi ý: {hint})"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_place_is_drawn_with_its_line() {
        let source = "a: 1\nngày: 31/2/2024\n";
        let place = Place::source(Path::new("ho-so.yaml"), source, 2, 7, 9);
        let drawn = Diagnostic::error("ngay-sai", place, "ngày 31/2/2024 không có trong lịch")
            .hint("viết ngày có thật, thí dụ 22/3/2024")
            .render(&Renderer::plain());
        assert_eq!(
            drawn,
            "lỗi[ngay-sai]: ngày 31/2/2024 không có trong lịch\n \
             --> ho-so.yaml:2:7\n  \
             |\n\
             2 | ngày: 31/2/2024\n  \
             |       ^^^^^^^^^\n  \
             |\n  \
             = gợi ý: viết ngày có thật, thí dụ 22/3/2024"
        );
    }

    #[test]
    fn a_cell_is_named_as_clerks_name_it() {
        let column = |number, title: &str| {
            Some(CellColumn {
                number,
                title: title.to_string(),
            })
        };
        let place = |sheet: Option<&str>, column| CellPlace {
            path: PathBuf::from("khach-moi.xlsx"),
            sheet: sheet.map(str::to_string),
            row: 7,
            column,
        };
        for (place, named) in [
            (
                place(Some("Khách mời"), column(3, "Họ và tên")),
                ", trang “Khách mời”, ô C7",
            ),
            (
                place(Some("Khách mời"), column(16384, "")),
                ", trang “Khách mời”, ô XFD7",
            ),
            (
                place(Some("Khách mời"), None),
                ", trang “Khách mời”, dòng 7",
            ),
            (place(None, column(6, "Đơn vị")), ", dòng 7, cột “Đơn vị”"),
            (place(None, column(6, "")), ", dòng 7, cột 6"),
        ] {
            assert_eq!(place.to_string(), format!("khach-moi.xlsx{named}"));
        }
        let place = Place::Cell(place(Some("Khách mời"), column(3, "Họ và tên")));
        let drawn = Diagnostic::error("o-loi", place, "ô có lỗi công thức #N/A")
            .hint("sửa công thức")
            .render(&Renderer::plain());
        assert_eq!(
            drawn,
            "lỗi[o-loi]: ô có lỗi công thức #N/A\n\
             --> khach-moi.xlsx, trang “Khách mời”, ô C7\n \
             = gợi ý: sửa công thức"
        );
    }

    #[test]
    fn offsets_count_in_characters() {
        let source = "đầu\nsố liệu sai";
        let place = Place::offset(Path::new("a.md"), source, source.find("sai").unwrap(), 3);
        assert_eq!(place.to_string(), "a.md:2:9");
    }
}
