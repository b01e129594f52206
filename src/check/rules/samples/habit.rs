//! Habits of typing: with which program, how two columns stand side by side, what draws the lines.

/// How a clerk types, as a script says it: `typed google head=tabs foot=boxes lines=shapes number=frame
/// runs=split comments`.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Habit {
    pub(super) program: Program,
    pub(super) head: Layout,
    pub(super) foot: Layout,
    pub(super) lines: Lines,
    pub(super) number: Number,
    /// Words cut into many runs, with the marks that Word leaves among them.
    pub(super) split: bool,
    /// A comment in the margin.
    pub(super) comments: bool,
}

/// The program that wrote the file: where its formats stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Program {
    /// Defaults as the Decree wants them.
    #[default]
    Plain,
    /// Normal in a face from before Unicode, the runs in their own.
    Word2003,
    /// Normal in Calibri 11 of the theme with 8 pt below, the runs in their own.
    Word365,
    /// Styles named by numbers, the default justified, an East Asian face.
    Wps,
    /// Arial 11 in the defaults, everything said once more in every paragraph and run.
    Google,
    /// Styles of its own, `start` and `end`, indents of nought.
    Libre,
}

/// How two columns stand side by side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Layout {
    /// A table of two cells.
    #[default]
    Table,
    /// A table of two rows: what follows the lines stands in the second.
    Rows,
    /// A table with an empty cell between the two.
    Three,
    /// A table in a content control.
    Control,
    /// Tabs in each paragraph.
    Tabs,
    /// Spaces in each paragraph.
    Spaces,
    /// Text boxes of DrawingML.
    Boxes,
    /// Text boxes of VML.
    Vml,
    /// Framed paragraphs.
    Frames,
    /// A section of two columns.
    Columns,
    /// One below the other.
    Stacked,
}

/// What draws the lines under Tiêu ngữ, agency and subject.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Lines {
    /// The border of an empty paragraph.
    #[default]
    Borders,
    /// A drawn line of DrawingML on the paragraph above.
    Shapes,
    /// A drawn line of VML in a paragraph of its own.
    Vml,
    /// Underscores.
    Underscores,
}

/// How the page number is made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Number {
    /// `w:fldChar`.
    #[default]
    Complex,
    /// `w:fldSimple`.
    Simple,
    /// In a frame that stands in the middle.
    Frame,
    /// In a content control, as Word's gallery puts it.
    Control,
    /// Behind the middle tab of the style Header.
    Tab,
}

impl Habit {
    /// Reads the words behind `typed`.
    pub(super) fn read(words: &str) -> Habit {
        let mut habit = Habit::default();
        for word in words.split(' ') {
            match word.split_once('=').unwrap_or((word, "")) {
                ("plain", _) => habit.program = Program::Plain,
                ("word2003", _) => habit.program = Program::Word2003,
                ("word365", _) => habit.program = Program::Word365,
                ("wps", _) => habit.program = Program::Wps,
                ("google", _) => habit.program = Program::Google,
                ("libre", _) => habit.program = Program::Libre,
                ("head", layout) => habit.head = Layout::read(layout),
                ("foot", layout) => habit.foot = Layout::read(layout),
                ("lines", "borders") => habit.lines = Lines::Borders,
                ("lines", "shapes") => habit.lines = Lines::Shapes,
                ("lines", "vml") => habit.lines = Lines::Vml,
                ("lines", "underscores") => habit.lines = Lines::Underscores,
                ("number", "complex") => habit.number = Number::Complex,
                ("number", "simple") => habit.number = Number::Simple,
                ("number", "frame") => habit.number = Number::Frame,
                ("number", "control") => habit.number = Number::Control,
                ("number", "tab") => habit.number = Number::Tab,
                ("runs", how) => habit.split = how == "split",
                ("comments", _) => habit.comments = true,
                _ => panic!("no habit {word:?}"),
            }
        }
        habit
    }
}

impl Layout {
    fn read(word: &str) -> Layout {
        match word {
            "table" => Layout::Table,
            "rows" => Layout::Rows,
            "three" => Layout::Three,
            "control" => Layout::Control,
            "tabs" => Layout::Tabs,
            "spaces" => Layout::Spaces,
            "boxes" => Layout::Boxes,
            "vml" => Layout::Vml,
            "frames" => Layout::Frames,
            "columns" => Layout::Columns,
            "stacked" => Layout::Stacked,
            _ => panic!("no layout {word:?}"),
        }
    }
}
