//! Two columns side by side, each way that clerks make them.

use super::habit::{Habit, Layout, Lines, Program};
use super::paragraph::Paragraph;
use super::run::runs;

/// Widths of the two cells of a layout table, without padding.
const LEFT: i32 = 3900;
const RIGHT: i32 = 5455;

/// Width of a line of the text on A4 between margins of 30 and 20 mm.
pub(super) const WHOLE: i32 = 9071;

/// A narrow empty cell.
const GAP: &str = "<w:tc><w:tcPr><w:tcW w:w=\"150\" w:type=\"dxa\"/></w:tcPr><w:p/></w:tc>";

/// Left edge and width in twips of the two columns where nothing else tells them.
const COLUMNS: [(i32, i32); 2] = [(0, 3600), (3700, 5371)];

/// Something that stands in a column.
#[derive(Clone, Debug)]
pub(super) enum Item {
    /// Words.
    Paragraph(Paragraph),
    /// A line of so many millimetres in the middle.
    Rule(f64),
    /// A picture.
    Picture,
}

/// The two columns; of [`Layout::Columns`] without their section.
pub(super) fn side_by_side(layout: Layout, left: &[Item], right: &[Item], habit: Habit) -> String {
    match layout {
        Layout::Table => table(&[(left, right)], "", habit),
        Layout::Three => table(&[(left, right)], GAP, habit),
        Layout::Control => format!(
            "<w:sdt><w:sdtPr><w:lock w:val=\"sdtLocked\"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
            table(&[(left, right)], "", habit)
        ),
        Layout::Rows => {
            let (left, right) = (cut(left), cut(right));
            table(&[(left.0, right.0), (left.1, right.1)], "", habit)
        }
        Layout::Tabs | Layout::Spaces => lines(layout, left, right, habit),
        Layout::Boxes | Layout::Vml => {
            let boxes = [(left, COLUMNS[0]), (right, COLUMNS[1])];
            let boxes = boxes.map(|(items, place)| text_box(layout, items, place, habit));
            format!("<w:p>{}</w:p>", boxes.concat())
        }
        Layout::Frames => {
            let framed = |items: &[Item], (at, width): (i32, i32)| {
                let frame = format!(
                    "<w:framePr w:w=\"{width}\" w:hSpace=\"180\" w:wrap=\"around\" w:vAnchor=\"text\" \
                     w:hAnchor=\"margin\" w:x=\"{}\" w:y=\"1\"/>",
                    at.max(1)
                );
                stack(items, width, habit, &frame)
            };
            framed(left, COLUMNS[0]) + &framed(right, COLUMNS[1])
        }
        Layout::Columns => {
            let right = stack(right, COLUMNS[1].1, habit, "");
            let broken = right.replacen(
                "</w:pPr>",
                "</w:pPr><w:r><w:br w:type=\"column\"/></w:r>",
                1,
            );
            stack(left, COLUMNS[0].1, habit, "") + &broken
        }
        Layout::Stacked => stack(right, WHOLE, habit, "") + &stack(left, WHOLE, habit, ""),
    }
}

/// What stands up to the first line, and what below it.
fn cut(items: &[Item]) -> (&[Item], &[Item]) {
    let rule = items.iter().position(|item| matches!(item, Item::Rule(_)));
    items.split_at(rule.map_or(items.len(), |at| at + 1))
}

/// Rows of two cells with something between them.
fn table(rows: &[(&[Item], &[Item])], between: &str, habit: Habit) -> String {
    let cell = |width: i32, items: &[Item]| {
        let content = stack(items, width, habit, "");
        let content = if content.is_empty() {
            "<w:p/>".to_string()
        } else {
            content
        };
        format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>{content}</w:tc>")
    };
    let rows = rows
        .iter()
        .filter(|(left, right)| !left.is_empty() || !right.is_empty());
    let rows: String = rows
        .map(|(left, right)| {
            format!(
                "<w:tr>{}{between}{}</w:tr>",
                cell(LEFT, left),
                cell(RIGHT, right)
            )
        })
        .collect();
    let borders = habit.program.no_lines();
    format!(
        "<w:tbl><w:tblPr><w:tblW w:w=\"{}\" w:type=\"dxa\"/>{borders}<w:tblLayout w:type=\"fixed\"/>\
         <w:tblCellMar><w:left w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar>\
         </w:tblPr><w:tblGrid><w:gridCol w:w=\"{LEFT}\"/><w:gridCol w:w=\"{RIGHT}\"/></w:tblGrid>{rows}</w:tbl>",
        LEFT + RIGHT
    )
}

/// Items one below the other in a column of that width, each framed.
pub(super) fn stack(items: &[Item], column: i32, habit: Habit, frame: &str) -> String {
    let mut xml = String::new();
    for item in items {
        let Item::Rule(mm) = item else {
            xml.push_str(&match item {
                Item::Paragraph(paragraph) => paragraph.xml(habit, frame, ""),
                Item::Rule(_) | Item::Picture => {
                    PICTURE.replacen("<w:p>", &format!("<w:p><w:pPr>{frame}</w:pPr>"), 1)
                }
            });
            continue;
        };
        let length = twips(*mm);
        let line = drawn(habit.lines, (column - length) / 2, length);
        match habit.lines {
            Lines::Borders => xml.push_str(&border(column, length, frame)),
            Lines::Shapes if xml.ends_with("</w:p>") => {
                xml.truncate(xml.len() - "</w:p>".len());
                xml.push_str(&format!("{line}</w:p>"));
            }
            Lines::Shapes | Lines::Vml => {
                xml.push_str(&format!(
                    "<w:p><w:pPr>{frame}<w:spacing w:after=\"0\"/></w:pPr>{line}</w:p>"
                ));
            }
            Lines::Underscores => {
                xml.push_str(&underscores("c14", length).xml(habit, frame, ""));
            }
        }
    }
    xml
}

fn twips(mm: f64) -> i32 {
    (mm * 56.693) as i32
}

/// The border of an empty paragraph.
fn border(column: i32, length: i32, frame: &str) -> String {
    let side = (column - length) / 2;
    format!(
        "<w:p><w:pPr>{frame}<w:pBdr><w:top w:val=\"single\" w:sz=\"6\" w:space=\"1\" w:color=\"000000\"/></w:pBdr>\
         <w:spacing w:before=\"40\" w:after=\"0\" w:line=\"60\" w:lineRule=\"exact\"/><w:ind w:left=\"{side}\" \
         w:right=\"{side}\"/></w:pPr></w:p>"
    )
}

/// Underscores of 14 points, half an em each.
fn underscores(format: &str, length: i32) -> Paragraph {
    Paragraph::read(&format!(
        "{format}|{}",
        "_".repeat((length as usize + 70) / 140)
    ))
}

/// A drawn line, so far from the left edge of its column.
fn drawn(lines: Lines, left: i32, length: i32) -> String {
    match lines {
        Lines::Borders | Lines::Underscores => String::new(),
        Lines::Shapes => format!(
            "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:anchor>\
             <wp:positionH relativeFrom=\"column\"><wp:posOffset>{}</wp:posOffset></wp:positionH>\
             <wp:positionV relativeFrom=\"paragraph\"><wp:posOffset>230000</wp:posOffset></wp:positionV>\
             <wp:extent cx=\"{}\" cy=\"0\"/><a:graphic><a:graphicData><wps:wsp><wps:cNvCnPr/><wps:spPr>\
             <a:prstGeom prst=\"line\"/><a:ln w=\"9525\"><a:solidFill/></a:ln></wps:spPr></wps:wsp></a:graphicData>\
             </a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>\
             </w:r>",
            left * 635,
            length * 635,
            vml_line(left, length)
        ),
        Lines::Vml => format!("<w:r>{}</w:r>", vml_line(left, length)),
    }
}

fn vml_line(left: i32, length: i32) -> String {
    let (from, to) = (f64::from(left) / 20.0, f64::from(left + length) / 20.0);
    format!(
        "<w:pict><v:line id=\"_x0000_s1026\" style=\"position:absolute;z-index:1\" from=\"{from}pt,2.5pt\" \
         to=\"{to}pt,2.5pt\"/></w:pict>"
    )
}

/// Left and right words in one paragraph, line by line.
fn lines(layout: Layout, left: &[Item], right: &[Item], habit: Habit) -> String {
    let [near, far] = COLUMNS.map(|(at, width)| at + width / 2);
    let mut xml = String::new();
    let mut line = String::new();
    for at in 0..left.len().max(right.len()) {
        let (left, right) = (left.get(at), right.get(at));
        if let (Some(Item::Rule(_)), _) | (_, Some(Item::Rule(_))) = (left, right) {
            for (item, middle) in [(left, near), (right, far)] {
                if let Some(Item::Rule(mm)) = item {
                    let length = twips(*mm);
                    line.push_str(&drawn(Lines::Shapes, middle - length / 2, length));
                }
            }
        }
        let words = [left, right].map(|item| match item {
            Some(Item::Paragraph(paragraph)) => Some(paragraph),
            Some(Item::Rule(_) | Item::Picture) | None => None,
        });
        let Some(main) = words[0].or(words[1]) else {
            if let Some(Item::Picture) = right {
                push(&mut xml, &mut line);
                xml.push_str(PICTURE);
            }
            continue;
        };
        push(&mut xml, &mut line);
        let flush = words[0].is_some_and(Paragraph::is_left);
        let gap = |tab: bool, blanks: usize| match layout {
            Layout::Spaces => runs(&" ".repeat(blanks), "<w:sz w:val=\"26\"/>", false),
            _ if tab => "<w:r><w:tab/></w:r>".to_string(),
            _ => String::new(),
        };
        let [own, other] = words.map(|it| it.map_or(String::new(), |it| it.runs(habit)));
        let tabs = match layout {
            Layout::Spaces => String::new(),
            _ => format!(
                "<w:tabs>{}<w:tab w:val=\"center\" w:pos=\"{far}\"/></w:tabs>",
                if flush {
                    String::new()
                } else {
                    format!("<w:tab w:val=\"center\" w:pos=\"{near}\"/>")
                }
            ),
        };
        let properties = main.properties(habit, &tabs);
        let other = match words[1].is_some_and(|it| !it.words.is_empty()) {
            true => gap(true, 12) + &other,
            false => String::new(),
        };
        line = format!(
            "<w:p><w:pPr>{properties}</w:pPr>{}{own}{other}",
            gap(!flush, 4)
        );
    }
    push(&mut xml, &mut line);
    xml
}

fn push(xml: &mut String, line: &mut String) {
    if !line.is_empty() {
        xml.push_str(&format!("{line}</w:p>"));
        line.clear();
    }
}

/// A run with a text box around a column.
fn text_box(layout: Layout, items: &[Item], (left, width): (i32, i32), habit: Habit) -> String {
    let content = format!(
        "<w:txbxContent>{}</w:txbxContent>",
        stack(items, width, habit, "")
    );
    let style = format!(
        "position:absolute;margin-left:{}pt;margin-top:0;width:{}pt;height:90pt",
        f64::from(left) / 20.0,
        f64::from(width) / 20.0
    );
    let vml = format!(
        "<w:pict><v:shape type=\"#_x0000_t202\" style=\"{style}\" stroked=\"f\"><v:textbox inset=\"0,0,0,0\">{content}\
         </v:textbox></v:shape></w:pict>"
    );
    if layout == Layout::Vml {
        return format!("<w:r>{vml}</w:r>");
    }
    let (left, width) = (left * 635, width * 635);
    let fallback = if habit.program == Program::Wps {
        String::new()
    } else {
        format!("<mc:Fallback>{vml}</mc:Fallback>")
    };
    format!(
        "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:anchor>\
         <wp:positionH relativeFrom=\"column\"><wp:posOffset>{left}</wp:posOffset></wp:positionH>\
         <wp:positionV relativeFrom=\"paragraph\"><wp:posOffset>0</wp:posOffset></wp:positionV>\
         <wp:extent cx=\"{width}\" cy=\"1143000\"/><a:graphic><a:graphicData><wps:wsp><wps:spPr>\
         <a:prstGeom prst=\"rect\"/><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr><wps:txbx>{content}</wps:txbx>\
         <wps:bodyPr lIns=\"0\" rIns=\"0\"/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>\
         </mc:Choice>{fallback}</mc:AlternateContent></w:r>"
    )
}

/// A picture of ten millimetres.
const PICTURE: &str = "<w:p><w:r><w:drawing><wp:inline><wp:extent cx=\"360000\" cy=\"360000\"/><a:graphic>\
    <a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:blipFill>\
    <a:blip r:embed=\"rIdanh\"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>\
    </w:r></w:p>";
