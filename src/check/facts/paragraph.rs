//! Paragraphs and their runs.

use std::ops::Range;
use std::sync::Arc;

use super::{
    BoxId, ImageId, MarginId, NoteId, ParagraphFormat, ParagraphId, Place, RunFormat, SectionId,
    ShapeId, TableId,
};

/// A paragraph (`w:p`) as it prints.
#[derive(Clone, Debug)]
pub struct Paragraph {
    /// The `w:p` element.
    pub place: Place,
    /// Its `w:pPr`, if it has one.
    pub properties: Option<Place>,
    /// Which text it belongs to.
    pub story: Story,
    /// What directly holds it.
    pub home: Home,
    /// The section; for a header or footer the first one that uses it.
    pub section: SectionId,
    /// Index of the text column of its section that it starts in, as far as column breaks tell.
    pub column: usize,
    /// Page that it starts on, from 1, as far as the file tells: by its hard breaks, and where Word last
    /// broke a page by itself (`w:lastRenderedPageBreak`). The true one is this or a later one.
    pub page: u32,
    /// Name of its style, as Word shows it: `Normal`, `Heading 1`.
    pub style: Arc<str>,
    /// Resolved format.
    pub format: Arc<ParagraphFormat>,
    /// Format of the paragraph mark, which gives an empty paragraph its height.
    pub mark: Arc<RunFormat>,
    /// The text as it prints: automatic number and the white space after it first, capitals where the
    /// format asks for them; no hidden and no deleted text. A tab is `\t`, a line break `\n`, a page
    /// break `\u{c}`, a column break `\u{b}`. Neither NFC nor trimmed: as it was typed.
    pub text: String,
    /// Stretches of one format, in order; together they are the text.
    pub runs: Vec<Run>,
    /// The automatic number at the start of the text.
    pub label: Option<Label>,
    /// Fields, by the start of their results.
    pub fields: Vec<Field>,
    /// Shapes that hang on it, with the byte of the text before which they do.
    pub shapes: Vec<(usize, ShapeId)>,
    /// Pictures likewise.
    pub images: Vec<(usize, ImageId)>,
    /// Text boxes likewise.
    pub boxes: Vec<(usize, BoxId)>,
    /// Footnotes and endnotes likewise.
    pub notes: Vec<(usize, NoteId)>,
    /// Names of the bookmarks that start in it.
    pub bookmarks: Vec<String>,
    /// True if it stands in a content control (`w:sdt`).
    pub control: bool,
    /// True if the whole paragraph, or its mark, was inserted, deleted or reformatted under tracking.
    pub changed: bool,
}

/// Which text a paragraph belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Story {
    /// The text itself.
    Body,
    /// A header or footer.
    Margin(MarginId),
    /// A footnote or endnote.
    Note(NoteId),
}

/// What directly holds a paragraph or a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Home {
    /// The body, a header, a footer or a note itself.
    Story,
    /// A cell: the row, and the index of the cell in the row.
    Cell(TableId, usize, usize),
    /// A text box or frame.
    Box(BoxId),
}

/// A stretch of one format.
#[derive(Clone, Debug)]
pub struct Run {
    /// The `w:r` element; of an automatic number the `w:p` element. One `w:r` may give several runs.
    pub place: Place,
    /// Its `w:rPr`, if it has one.
    pub properties: Option<Place>,
    /// Bytes of the paragraph's text.
    pub range: Range<usize>,
    /// Resolved format.
    pub format: Arc<RunFormat>,
    /// What it is.
    pub kind: RunKind,
    /// Tracked change that it stands in.
    pub change: Option<Change>,
}

/// Where the text of a run comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RunKind {
    /// Typed.
    Typed,
    /// The automatic number; no run of the file.
    Number,
    /// The result of a field.
    FieldResult,
}

/// A tracked change that is still to be accepted. Deleted text does not print and is no run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// `w:ins`.
    Inserted,
    /// `w:moveTo`.
    Moved,
    /// `w:rPrChange`.
    Formatted,
}

/// An automatic number (`w:numPr`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Bytes of it in the text, without the white space behind it.
    pub range: Range<usize>,
    /// `w:numId`.
    pub list: u32,
    /// Level, from 0.
    pub level: u8,
    /// True for a bullet.
    pub bullet: bool,
}

/// A field with its result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// What it gives.
    pub kind: FieldKind,
    /// The instruction, as `PAGE \* MERGEFORMAT`.
    pub instruction: String,
    /// Bytes of the result in the text.
    pub range: Range<usize>,
}

/// What a field gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// `PAGE`.
    Page,
    /// `NUMPAGES`.
    Pages,
    /// `SECTIONPAGES`.
    SectionPages,
    /// `DATE`, `TIME`, `CREATEDATE`, `SAVEDATE`, `PRINTDATE`: changes by itself.
    Date,
    /// `HYPERLINK`, and `w:hyperlink`.
    Hyperlink,
    /// `MERGEFIELD`: a letter that was not merged.
    Merge,
    /// `REF`, `PAGEREF`, `NOTEREF`.
    Reference,
    /// `TOC`.
    Contents,
    /// `SEQ`, `LISTNUM`, `AUTONUM` …
    Sequence,
    /// `FORMTEXT`, `FORMCHECKBOX`, `FORMDROPDOWN`.
    Form,
    /// Any other.
    Other,
}

/// A stretch of the text of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Span {
    /// The paragraph.
    pub paragraph: ParagraphId,
    /// Bytes of its text.
    pub range: Range<usize>,
}

impl Paragraph {
    /// True if nothing but white space prints.
    pub fn is_blank(&self) -> bool {
        self.text.chars().all(char::is_whitespace)
    }

    /// The words of a run.
    pub fn words(&self, run: &Run) -> &str {
        self.text.get(run.range.clone()).unwrap_or("")
    }

    /// The runs that share bytes with `range`, each with the shared bytes.
    pub fn runs_in(&self, range: Range<usize>) -> impl Iterator<Item = (&Run, Range<usize>)> {
        self.runs.iter().filter_map(move |run| {
            let shared = run.range.start.max(range.start)..run.range.end.min(range.end);
            (shared.start < shared.end).then_some((run, shared))
        })
    }

    /// The runs with something to see in them.
    pub fn visible_runs(&self) -> impl Iterator<Item = &Run> {
        self.runs
            .iter()
            .filter(|run| !self.words(run).chars().all(char::is_whitespace))
    }
}
