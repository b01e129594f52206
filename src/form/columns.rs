//! Column widths of lists: from those by weight, width goes where it saves lines, so that names,
//! posts and units break as little as the page allows. A column left blank, for writing by hand,
//! keeps its width.

use crate::document::body::{self, TableRow};
use crate::document::inline::Inlines;
use crate::fonts::{Face, scaled, units};
use crate::units::{HalfPoints, Pt, Twips};

/// Rows that are looked at; more would take long and tell no more.
const MOST_ROWS: usize = 300;
/// Widths that are tried to move from a column to another, in twips: 1 to 50 mm.
const STEPS: [i32; 16] = [
    57, 113, 170, 227, 283, 340, 425, 567, 709, 850, 1134, 1417, 1701, 1984, 2268, 2835,
];
/// Moves at most; every one saves a line, so this is never reached with lists of people.
const MOST_MOVES: usize = 400;
/// Room beyond the measured line, against the rounding of word processors.
const SLACK: Pt = Pt(1.5);

/// The measured words of a table, column by column.
#[derive(Debug)]
pub(super) struct Words {
    columns: Vec<Vec<Cell>>,
    size: HalfPoints,
    /// Inner margins of a cell, left and right.
    margins: Twips,
}

/// Widths of the words of a cell in font units, and of the space between them.
#[derive(Debug)]
struct Cell {
    words: Vec<u64>,
    space: u64,
}

/// How well widths do: less is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Cost {
    /// Lines of the rows, each as high as its highest cell.
    rows: usize,
    /// Lines of all cells.
    cells: usize,
}

impl Words {
    /// The words of a table in a size; group rows run over all columns and tell nothing.
    pub(super) fn of(table: &body::Table, size: HalfPoints, margins: Twips) -> Words {
        let rows = table.rows.iter().filter_map(|row| match row {
            TableRow::Cells(cells) => Some(cells),
            TableRow::Group(_) => None,
        });
        let rows: Vec<&Vec<Inlines>> = rows.take(MOST_ROWS).collect();
        let columns = (0..table.columns.len()).map(|index| {
            let head = table.head.get(index).map(|cell| Cell::of(Face::Bold, cell));
            let cells = rows.iter().filter_map(|row| row.get(index));
            let cells = cells.map(|cell| Cell::of(Face::Regular, cell));
            head.into_iter().chain(cells).collect()
        });
        Words {
            columns: columns.collect(),
            size,
            margins,
        }
    }

    /// Better widths than `widths`, with the same sum; none falls below its need.
    pub(super) fn fit(&self, mut widths: Vec<Twips>, needs: &[Twips]) -> Vec<Twips> {
        let mut lines: Vec<Vec<usize>> = self.all_lines(&widths);
        for _ in 0..MOST_MOVES {
            let Some((from, to, step)) = self.best_move(&widths, needs, &lines) else {
                break;
            };
            widths[from] -= step;
            widths[to] += step;
            for index in [from, to] {
                lines[index] = self.lines(index, widths[index]);
            }
        }
        widths
    }

    /// Lines that a row takes on average, the head left out.
    pub(super) fn lines_per_row(&self, widths: &[Twips]) -> f64 {
        let lines = self.all_lines(widths);
        let rows = lines.first().map_or(0, Vec::len).saturating_sub(1);
        let highest = |row: usize| lines.iter().map(|column| column[row]).max().unwrap_or(1);
        (1..=rows).map(highest).sum::<usize>() as f64 / rows.max(1) as f64
    }

    /// The move of width between two columns that saves most; the smallest of equals.
    fn best_move(
        &self,
        widths: &[Twips],
        needs: &[Twips],
        lines: &[Vec<usize>],
    ) -> Option<(usize, usize, Twips)> {
        let mut best = (cost(lines), None);
        for step in STEPS.map(Twips) {
            for from in (0..widths.len()).filter(|&from| self.gives(from)) {
                if widths[from] - step < needs[from] {
                    continue;
                }
                let narrower = self.lines(from, widths[from] - step);
                for to in (0..widths.len()).filter(|&to| to != from) {
                    let mut tried: Vec<&Vec<usize>> = lines.iter().collect();
                    let wider = self.lines(to, widths[to] + step);
                    tried[from] = &narrower;
                    tried[to] = &wider;
                    let found = cost(&tried);
                    if found < best.0 {
                        best = (found, Some((from, to, step)));
                    }
                }
            }
        }
        best.1
    }

    /// False for a column that nothing but its head stands in.
    fn gives(&self, column: usize) -> bool {
        let mut cells = self.columns[column].iter().skip(1);
        cells.any(|cell| !cell.words.is_empty())
    }

    fn all_lines(&self, widths: &[Twips]) -> Vec<Vec<usize>> {
        let columns = widths.iter().enumerate();
        columns.map(|(at, &width)| self.lines(at, width)).collect()
    }

    /// Lines of each cell of a column in a width.
    fn lines(&self, column: usize, width: Twips) -> Vec<usize> {
        let room = (width - self.margins).to_pt() - SLACK;
        let cells = self.columns[column].iter();
        cells.map(|cell| cell.lines(room, self.size)).collect()
    }
}

impl Cell {
    fn of(face: Face, content: &Inlines) -> Cell {
        let text = content.to_plain();
        Cell {
            words: text
                .split(' ')
                .filter(|word| !word.is_empty())
                .map(|word| units(face, word))
                .collect(),
            space: units(face, " "),
        }
    }

    /// Lines by first fit; at least one.
    fn lines(&self, room: Pt, size: HalfPoints) -> usize {
        let mut lines = 1;
        let mut length = 0;
        for &word in &self.words {
            let longer = match length {
                0 => word,
                length => length + self.space + word,
            };
            if length > 0 && !scaled(longer, size).fits(room) {
                lines += 1;
                length = word;
            } else {
                length = longer;
            }
        }
        lines
    }
}

fn cost<C: AsRef<[usize]>>(lines: &[C]) -> Cost {
    let rows = lines.first().map_or(0, |column| column.as_ref().len());
    let of_row = |row: usize| lines.iter().map(move |column| column.as_ref()[row]);
    Cost {
        rows: (0..rows).filter_map(|row| of_row(row).max()).sum(),
        cells: (0..rows).flat_map(of_row).sum(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::body::{Column, ColumnAlign};

    const NO_MARGINS: Twips = Twips(0);

    fn words(head: &[&str], rows: &[&[&str]]) -> Words {
        let cells = |texts: &[&str]| texts.iter().map(|&text| Inlines::plain(text)).collect();
        let table = body::Table {
            columns: vec![
                Column {
                    align: ColumnAlign::Left,
                    weight: 1,
                };
                head.len()
            ],
            head: cells(head),
            rows: rows.iter().map(|row| TableRow::Cells(cells(row))).collect(),
        };
        Words::of(&table, HalfPoints::points(13), NO_MARGINS)
    }

    #[test]
    fn width_goes_to_the_column_whose_words_break() {
        let words = words(
            &["Tên", "Đơn vị"],
            &[&["Lê A", "Văn phòng HĐND và UBND xã Bình Mẫu"]],
        );
        let even = vec![Twips(3000), Twips(3000)];
        assert_eq!(words.lines_per_row(&even), 2.0);
        let fitted = words.fit(even, &[Twips(800), Twips(1000)]);
        assert_eq!(words.lines_per_row(&fitted), 1.0);
        assert_eq!(fitted.iter().copied().sum::<Twips>(), Twips(6000));
    }

    #[test]
    fn a_column_for_writing_by_hand_keeps_its_width() {
        let words = words(
            &["Họ và tên", "Ký tên"],
            &[&["Nguyễn Văn Ví Dụ Thí Dụ Giả Định", ""]],
        );
        let fitted = words.fit(vec![Twips(2000), Twips(4000)], &[Twips(800), Twips(800)]);
        assert_eq!(fitted, [Twips(2000), Twips(4000)]);
    }
}
