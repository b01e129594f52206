//! Pages of small flows, stated as the lines that stand on each page.

use super::dump::dump;
use super::page::{Bookmark, Item, LineItem, Page, TextItem};
use super::paginate;
use super::testing::{flow, format, paragraph, section};
use crate::form::flow::{
    Align, Block, Border, Borders, Cell, CellMargins, Color, Frame, LineSpacing, Paragraph, Row,
    Run, RunContent, Section, Table, TablePurpose, VerticalAlign,
};
use crate::form::style::StyleId;
use crate::units::{Pt, Twips};

const GRID: Border = Border {
    eighths: 8,
    space: 0,
    color: Color::Black,
};

fn texts(page: &Page) -> Vec<&TextItem> {
    let items = page.items.iter();
    items
        .filter_map(|item| match item {
            Item::Text(text) => Some(text),
            Item::Line(_) | Item::Field(_) => None,
        })
        .collect()
}

fn lines(page: &Page) -> Vec<&LineItem> {
    let items = page.items.iter();
    items
        .filter_map(|item| match item {
            Item::Text(_) | Item::Field(_) => None,
            Item::Line(line) => Some(line),
        })
        .collect()
}

fn pages_of(section: Section) -> Vec<Page> {
    paginate(&flow(section)).pages
}

/// Lays blocks out on pages of some lines and compares the texts of every page. The header of
/// later pages, a number, comes first.
fn check(count: i32, blocks: Vec<Block>, expected: &[&[&str]]) {
    let pages = pages_of(section(count, blocks));
    let shown = pages.iter().map(|page| {
        let texts = texts(page).into_iter();
        texts.map(|text| text.text.as_str()).collect::<Vec<_>>()
    });
    assert_eq!(shown.collect::<Vec<_>>(), expected);
}

/// A paragraph of so many lines, `a1`, `a2` ….
fn lined(name: &str, count: usize) -> Paragraph {
    let mut made = paragraph("");
    let format = made.runs[0].format;
    made.runs.clear();
    for line in 1..=count {
        if line > 1 {
            let content = RunContent::LineBreak;
            made.runs.push(Run { content, format });
        }
        let content = RunContent::Text(format!("{name}{line}"));
        made.runs.push(Run { content, format });
    }
    made
}

fn block(name: &str, count: usize) -> Block {
    Block::Paragraph(lined(name, count))
}

fn kept(name: &str, count: usize) -> Block {
    let mut made = lined(name, count);
    made.format.keep_next = true;
    Block::Paragraph(made)
}

fn row(header: bool, cells: Vec<Paragraph>) -> Row {
    let cells = cells.into_iter().map(|paragraph| Cell {
        span: 1,
        align: VerticalAlign::Top,
        paragraphs: vec![paragraph],
    });
    Row {
        header,
        cells: cells.collect(),
    }
}

fn table(grid: Option<Border>, rows: Vec<Row>) -> Block {
    Block::Table(Table {
        purpose: TablePurpose::Data,
        columns: vec![Twips(1000), Twips(1000)],
        left: Twips(0),
        grid,
        cell_margins: CellMargins::default(),
        rows,
    })
}

#[test]
fn a_page_leaves_two_lines_of_a_paragraph_on_either_side() {
    let end = block("b", 4);
    let expected: &[&[&str]] = &[&["a1", "a2", "b1", "b2"], &["2", "b3", "b4"]];
    check(5, vec![block("a", 2), end.clone()], expected);
    let expected: &[&[&str]] = &[&["a1", "a2", "a3"], &["2", "b1", "b2", "b3", "b4"]];
    check(4, vec![block("a", 3), end], expected);
}

#[test]
fn a_paragraph_that_stays_with_the_next_moves_whole() {
    let blocks = vec![block("a", 2), kept("b", 4), block("c", 1)];
    let expected: &[&[&str]] = &[&["a1", "a2"], &["2", "b1", "b2", "b3", "b4", "c1"]];
    check(6, blocks.clone(), expected);
    let expected: &[&[&str]] = &[&["a1", "a2", "b1", "b2", "b3", "b4", "c1"]];
    check(7, blocks, expected);
}

#[test]
fn a_chain_taller_than_a_page_is_let_go() {
    let blocks = vec![kept("a", 2), kept("b", 2), kept("c", 2), block("d", 1)];
    let expected: &[&[&str]] = &[&["a1", "a2", "b1", "b2"], &["2", "c1", "c2", "d1"]];
    check(4, blocks, expected);
}

#[test]
fn the_first_row_stays_with_its_head_and_the_paragraph_above() {
    let rows = vec![
        row(true, vec![lined("h", 1), lined("i", 1)]),
        row(false, vec![lined("r", 2), lined("s", 1)]),
        row(false, vec![lined("t", 2), lined("u", 1)]),
    ];
    let blocks = vec![block("a", 2), kept("b", 1), table(None, rows)];
    let expected: &[&[&str]] = &[
        &["a1", "a2"],
        &["2", "b1", "h1", "i1", "r1", "r2", "s1"],
        &["3", "h1", "i1", "t1", "t2", "u1"],
    ];
    check(5, blocks, expected);
}

#[test]
fn a_row_taller_than_a_page_is_split_and_nothing_is_lost() {
    let rows = vec![
        row(true, vec![lined("h", 1), lined("i", 1)]),
        row(false, vec![lined("r", 5), lined("s", 1)]),
        row(false, vec![lined("t", 1), lined("u", 1)]),
    ];
    let expected: &[&[&str]] = &[
        &["h1", "i1", "r1", "r2", "s1"],
        &["2", "r3", "r4", "r5"],
        &["3", "h1", "i1", "t1", "u1"],
    ];
    check(3, vec![table(None, rows)], expected);
}

#[test]
fn space_above_is_kept_on_the_first_page_only() {
    let mut spaced = lined("a", 1);
    spaced.format.before = Twips(230);
    let blocks = vec![Block::Paragraph(spaced); 3];
    let pages = pages_of(section(4, blocks));
    let tops: Vec<Vec<f64>> = pages
        .iter()
        .map(|page| {
            let texts = texts(page).into_iter();
            let from_top = texts.map(|text| (text.baseline.0 - 20.0 - 9.35) / 11.5);
            from_top.map(f64::round).collect()
        })
        .collect();
    // Page 2 starts with its number in the header, then the paragraph without space.
    assert_eq!(tops, [vec![1.0, 3.0], vec![-1.0, 0.0]]);
}

#[test]
fn the_larger_of_two_neighbouring_spaces_counts() {
    let mut above = lined("a", 1);
    above.format.after = Twips(200);
    let mut below = lined("b", 1);
    below.format.before = Twips(120);
    let pages = pages_of(section(
        9,
        vec![Block::Paragraph(above), Block::Paragraph(below)],
    ));
    let texts = texts(&pages[0]);
    let distance = texts[1].baseline - texts[0].baseline;
    assert!((distance.0 - 21.5).abs() < 0.001, "{distance:?}");
}

#[test]
fn what_a_multiple_adds_stands_below_the_line_and_may_hang_out_of_the_page() {
    let mut wide = lined("a", 3);
    wide.format.line = LineSpacing::Multiple(312);
    let pages = pages_of(section(4, vec![Block::Paragraph(wide)]));
    // 2 x 14.95 + 11.5 pt fit into 46 pt, 3 x 14.95 would not fit into 44 pt.
    assert_eq!(pages.len(), 1);
    let texts = texts(&pages[0]);
    assert!((texts[0].baseline.0 - 29.35).abs() < 0.001);
    assert!((texts[1].baseline.0 - 44.3).abs() < 0.001);
}

#[test]
fn an_exact_line_has_its_baseline_at_four_fifths() {
    let mut exact = lined("a", 1);
    exact.format.line = LineSpacing::Exactly(Twips(400));
    let pages = pages_of(section(4, vec![Block::Paragraph(exact)]));
    assert_eq!(texts(&pages[0])[0].baseline, Pt(36.0));
}

#[test]
fn a_tall_footer_pushes_the_content_up_on_the_first_page() {
    let mut made = section(6, vec![block("a", 6)]);
    made.first_footer = vec![lined("f", 3)];
    made.first_header = vec![lined("m", 1)];
    let pages = pages_of(made);
    let shown: Vec<&str> = texts(&pages[0])
        .iter()
        .map(|text| text.text.as_str())
        .collect();
    // The footer starts 39.5 pt above the edge, 19.5 pt above the margin.
    assert_eq!(shown, ["m1", "a1", "a2", "a3", "a4", "f1", "f2", "f3"]);
    assert_eq!(texts(&pages[1]).len(), 3);
}

#[test]
fn sections_start_pages_and_count_anew() {
    let mut paper = flow(section(1, vec![block("a", 2)]));
    paper.sections.push(section(2, vec![block("b", 4)]));
    let shown = paginate(&paper).pages;
    let shown = shown.iter().map(|page| texts(page)[0].text.clone());
    let shown: Vec<String> = shown.collect();
    assert_eq!(shown, ["a1", "2", "b1", "2"]);
}

#[test]
fn a_justified_line_fills_the_column_and_the_last_does_not() {
    let mut made = paragraph("00000 00000 00000 00000 00");
    made.format.align = Align::Justified;
    let pages = pages_of(section(5, vec![Block::Paragraph(made)]));
    let texts = texts(&pages[0]);
    // 80 pt of digits and 7.5 pt of spaces in 100 pt: 12.5 pt more for three spaces.
    assert_eq!(texts[0].text, "00000 00000 00000");
    assert!((texts[0].word_spacing.0 - 10.0).abs() < 0.001);
    assert_eq!(
        (texts[1].text.as_str(), texts[1].word_spacing),
        ("00000 00", Pt(0.0))
    );
}

#[test]
fn neighbours_with_the_same_lines_around_share_one_box() {
    let mut made = lined("a", 1);
    let line = Some(Border { space: 4, ..GRID });
    made.format.borders = Borders {
        top: line,
        bottom: line,
        left: line,
        right: line,
    };
    let blocks = vec![Block::Paragraph(made.clone()), Block::Paragraph(made)];
    let pages = pages_of(section(9, blocks));
    let texts = texts(&pages[0]);
    assert!((texts[1].baseline - texts[0].baseline - Pt(11.5)).0.abs() < 0.001);
    let level = lines(&pages[0]);
    let level = level.iter().filter(|line| line.from.1 == line.to.1);
    assert_eq!(level.count(), 2);
}

#[test]
fn a_grid_is_drawn_once_with_its_lines_between_the_rows() {
    let mut rows = vec![row(false, vec![lined("a", 1), lined("b", 1)]); 2];
    rows[1].cells.pop();
    rows[1].cells[0].span = 2;
    let pages = pages_of(section(9, vec![table(Some(GRID), rows)]));
    let drawn: Vec<(f64, f64, f64, f64)> = lines(&pages[0])
        .iter()
        .map(|line| (line.from.0.0, line.from.1.0, line.to.0.0, line.to.1.0))
        .collect();
    assert_eq!(
        drawn,
        [
            (10.0, 20.5, 111.0, 20.5),
            (10.0, 33.0, 111.0, 33.0),
            (10.0, 45.5, 111.0, 45.5),
            (10.5, 20.0, 10.5, 46.0),
            (60.5, 20.0, 60.5, 33.5),
            (110.5, 20.0, 110.5, 46.0),
        ]
    );
}

#[test]
fn a_cell_centres_its_content() {
    let mut tall = row(false, vec![lined("a", 3), lined("b", 1)]);
    tall.cells[1].align = VerticalAlign::Center;
    let pages = pages_of(section(9, vec![table(None, vec![tall])]));
    let texts = texts(&pages[0]);
    assert_eq!(texts[3].text, "b1");
    assert_eq!(texts[3].baseline, texts[1].baseline);
}

#[test]
fn headings_become_a_tree_with_their_titles() {
    let heading = |style, text: &str| {
        let mut made = paragraph(text);
        made.style = style;
        Block::Paragraph(made)
    };
    let blocks = vec![
        heading(StyleId::TypeName, "QUYẾT ĐỊNH"),
        heading(StyleId::Subject, "Về việc"),
        heading(StyleId::Division, "Chương I"),
        heading(StyleId::DivisionTitle, "CHUNG"),
        heading(StyleId::Article, "Điều 1."),
        heading(StyleId::Body, "không"),
        heading(StyleId::ClauseTitle, "1."),
        heading(StyleId::Article, "Điều 2."),
        heading(StyleId::Division, "Chương II"),
        heading(StyleId::AnnexLabel, "Phụ lục"),
        heading(StyleId::AnnexTitle, "DANH SÁCH"),
    ];
    let outline = paginate(&flow(section(6, blocks))).outline;
    let shown = |entry: &Bookmark| (entry.depth, entry.page, entry.title.clone());
    let expected = [
        (0, 0, "QUYẾT ĐỊNH Về việc"),
        (1, 0, "Chương I CHUNG"),
        (2, 0, "Điều 1."),
        (3, 1, "1."),
        (2, 1, "Điều 2."),
        (1, 1, "Chương II"),
        (0, 1, "Phụ lục DANH SÁCH"),
    ];
    let expected = expected.map(|(depth, page, title)| (depth, page, title.to_string()));
    assert_eq!(outline.iter().map(shown).collect::<Vec<_>>(), expected);
}

#[test]
fn runs_of_one_format_are_one_text_and_a_cut_word_is_marked() {
    let mut made = paragraph("ab");
    let mut bold = made.runs[0].clone();
    bold.format.bold = true;
    let again = made.runs[0].clone();
    made.runs.extend([again, bold]);
    let pages = pages_of(section(3, vec![Block::Paragraph(made)]));
    let shown: Vec<(&str, bool)> = texts(&pages[0])
        .iter()
        .map(|text| (text.text.as_str(), text.soft_end))
        .collect();
    assert_eq!(shown, [("abab", false), ("ab", false)]);

    let long = paragraph(&"0".repeat(25));
    let pages = pages_of(section(3, vec![Block::Paragraph(long)]));
    let ends: Vec<bool> = texts(&pages[0]).iter().map(|text| text.soft_end).collect();
    assert_eq!(ends, [true, false]);
}

#[test]
fn a_column_without_room_gives_a_character_a_line() {
    let mut narrow = section(2, vec![Block::Paragraph(paragraph("abc"))]);
    narrow.page.right = Twips(9000);
    assert_eq!(pages_of(narrow).len(), 2);
    let mut low = section(2, vec![block("a", 3), table(Some(GRID), vec![])]);
    low.page.height = Twips(100);
    assert_eq!(pages_of(low).len(), 3);
}

#[test]
fn a_dump_reads_as_a_page() {
    let mut made = paragraph("Đỏ");
    made.format.borders.bottom = Some(GRID);
    made.runs[0].format = crate::form::flow::TextFormat {
        bold: true,
        color: Color::Red,
        ..format(27)
    };
    made.style = StyleId::Roman;
    let pages = paginate(&flow(section(2, vec![Block::Paragraph(made)])));
    assert_eq!(
        dump(&pages),
        "page 1  42.3 x 22.2 mm\n  \
           text  x 3.5  y 11.5 mm  bold 13.5 pt red  \"Đỏ\"\n  \
           line  x 3.5  y 12.7 mm  to x 38.8  y 12.7\n\
         outline\n  \
           page 1  y 7.1 mm  Đỏ\n"
    );
}

#[test]
fn a_frame_stands_in_its_place_and_takes_no_room() {
    let frame = Frame {
        left: Twips(300),
        top: Twips(50),
        width: Twips(2000),
        height: Twips(230),
        paragraph: paragraph("frame"),
    };
    let blocks = vec![block("a", 2), Block::Frame(frame), block("b", 1)];
    let pages = pages_of(section(3, blocks));
    assert_eq!(pages.len(), 1);
    let places: Vec<(&str, Pt)> = texts(&pages[0])
        .into_iter()
        .map(|text| (text.text.as_str(), text.x))
        .collect();
    assert_eq!(
        places,
        [
            ("a1", Pt(10.0)),
            ("a2", Pt(10.0)),
            ("frame", Pt(15.0)),
            ("b1", Pt(10.0))
        ]
    );
    let baselines: Vec<f64> = texts(&pages[0])
        .iter()
        .map(|text| text.baseline.0)
        .collect();
    // 187 twips of ascent at 10 pt, under the frame's top.
    assert_eq!(baselines[2], 2.5 + 187.0 / 20.0);
    assert_eq!(baselines[3] - baselines[1], 11.5);
}

#[test]
fn slanted_text_ends_at_the_edge_of_its_frame() {
    let mut slanted = paragraph("Dòng nghiêng");
    slanted.format.align = Align::Right;
    slanted.runs[0].format.italic = true;
    let frame = Frame {
        left: Twips(300),
        top: Twips(50),
        width: Twips(2000),
        height: Twips(230),
        paragraph: slanted.clone(),
    };
    let blocks = vec![Block::Paragraph(slanted), Block::Frame(frame)];
    let pages = pages_of(section(4, blocks));
    let ends: Vec<f64> = texts(&pages[0])
        .iter()
        .map(|text| {
            let width = crate::fonts::width(text.face, text.size, &text.text);
            ((text.x + width).0 * 20.0).round()
        })
        .collect();
    assert_eq!(ends[1], 2300.0, "the edge of the frame");
    assert!(
        ends[0] < pages[0].width.0 * 20.0 - 200.0,
        "room to lean before the margin"
    );
}
