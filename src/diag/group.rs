//! Findings told to a person: what is said of many rows of one column is said once, with the rows.

use std::collections::BTreeMap;
use std::path::Path;

use annotate_snippets::{Element, Group, Level, Origin, Renderer};

use super::{CellPlace, Diagnostic, Place, Severity};

/// Rows that are named one by one; of more, only the first [`NAMED`] are.
const ALL_NAMED: usize = 6;
const NAMED: usize = 3;

/// Findings with words of their own that are still told one by one, if they are more than notes.
const APART: usize = 3;

/// Findings that are told together: at least one.
#[derive(Clone, Debug)]
pub struct Told<'a> {
    first: &'a Diagnostic,
    /// The rows of a table, if it is of several.
    rows: Vec<usize>,
    /// True if all say just the same.
    same: bool,
}

/// What findings in cells have in common to be told together.
type Key<'a> = (Severity, &'a str, &'a Path, Option<&'a str>, Option<usize>);

/// The findings as they are told, in their order; a group stands where its first one does.
pub fn told(findings: &[Diagnostic]) -> Vec<Told<'_>> {
    let mut groups: Vec<Vec<&Diagnostic>> = Vec::new();
    let mut known: BTreeMap<Key<'_>, usize> = BTreeMap::new();
    for finding in findings {
        let Some(key) = key(finding) else {
            groups.push(vec![finding]);
            continue;
        };
        let at = *known.entry(key).or_insert(groups.len());
        match groups.get_mut(at) {
            Some(group) => group.push(finding),
            None => groups.push(vec![finding]),
        }
    }
    groups.iter().flat_map(|group| together(group)).collect()
}

fn key(finding: &Diagnostic) -> Option<Key<'_>> {
    let cell = cell(finding)?;
    Some((
        finding.severity,
        finding.code,
        &cell.path,
        cell.sheet.as_deref(),
        cell.column.as_ref().map(|column| column.number),
    ))
}

fn cell(finding: &Diagnostic) -> Option<&CellPlace> {
    match &finding.place {
        Place::Cell(cell) => Some(cell),
        Place::Nowhere
        | Place::File(_)
        | Place::Source(_)
        | Place::Paragraph(_)
        | Place::Component { .. } => None,
    }
}

/// A group as one, or each of it alone if they are few and differ.
fn together<'a>(group: &[&'a Diagnostic]) -> Vec<Told<'a>> {
    let Some(first) = group.first() else {
        return Vec::new();
    };
    let same = group
        .iter()
        .all(|other| other.message == first.message && other.hint == first.hint);
    let apart = !same && first.severity > Severity::Note && group.len() <= APART;
    if group.len() == 1 || apart {
        let alone = |first: &&'a Diagnostic| Told {
            first,
            rows: Vec::new(),
            same: true,
        };
        return group.iter().map(alone).collect();
    }
    let rows = group
        .iter()
        .filter_map(|finding| cell(finding))
        .map(|cell| cell.row)
        .collect();
    vec![Told { first, rows, same }]
}

impl Told<'_> {
    /// As a terminal shows it.
    pub fn render(&self, renderer: &Renderer) -> String {
        let (false, Some(cell)) = (self.rows.is_empty(), cell(self.first)) else {
            return self.first.render(renderer);
        };
        let message = format!("{}: {}", self.named(cell.row), self.first.message);
        let origin = cell.column_name();
        let title = self.first.severity.level().primary_title(&message);
        let mut elements: Vec<Element<'_>> = vec![Origin::path(origin.as_str()).into()];
        if let Some(hint) = &self.first.hint {
            elements.push(Level::HELP.with_name("gợi ý").message(hint.as_str()).into());
        }
        let group = Group::with_title(title.id(self.first.code)).elements(elements);
        renderer.render(&[group])
    }

    /// `dòng 5, 9, 12 và 20 dòng nữa`, and which of them the message is an example from.
    fn named(&self, example: usize) -> String {
        match self.same {
            true => rows_named(&self.rows),
            false => format!("{}; thí dụ ở dòng {example}", rows_named(&self.rows)),
        }
    }
}

/// Rows as people name them: `dòng 5, 9, 12 và 20 dòng nữa`.
pub fn rows_named(rows: &[usize]) -> String {
    let named = match rows.len() {
        few if few <= ALL_NAMED => few,
        _ => NAMED,
    };
    let numbers: Vec<String> = rows.iter().take(named).map(ToString::to_string).collect();
    let numbers = numbers.join(", ");
    match rows.len() - named {
        0 => format!("dòng {numbers}"),
        more => format!("dòng {numbers} và {more} dòng nữa"),
    }
}

impl CellPlace {
    /// The column without its row: `khach-moi.csv, cột “Đơn vị”`.
    pub fn column_name(&self) -> String {
        let mut name = self.path.display().to_string();
        if let Some(sheet) = &self.sheet {
            name.push_str(&format!(", trang “{sheet}”"));
        }
        match &self.column {
            Some(column) if !column.title.is_empty() => {
                name.push_str(&format!(", cột “{}”", column.title));
            }
            Some(column) if self.sheet.is_some() => {
                name.push_str(&format!(", cột {}", column.letters()));
            }
            Some(column) => name.push_str(&format!(", cột {}", column.number)),
            None => {}
        }
        name
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::CellColumn;
    use std::path::PathBuf;

    fn at(row: usize, message: &str) -> Diagnostic {
        let place = Place::Cell(CellPlace {
            path: PathBuf::from("khach.xlsx"),
            sheet: Some("Khách".to_string()),
            row,
            column: Some(CellColumn {
                number: 3,
                title: "Xưng hô".to_string(),
            }),
        });
        Diagnostic::warning("thieu-xung-ho", place, message).hint("ghi Ông hoặc Bà")
    }

    fn drawn(findings: &[Diagnostic]) -> Vec<String> {
        let told = told(findings);
        told.iter()
            .map(|told| told.render(&Renderer::plain()))
            .collect()
    }

    #[test]
    fn the_same_of_many_rows_is_told_once() {
        let findings: Vec<Diagnostic> = [5, 9, 12]
            .into_iter()
            .chain(20..40)
            .map(|row| at(row, "thiếu xưng hô"))
            .collect();
        assert_eq!(
            drawn(&findings),
            [
                "lưu ý[thieu-xung-ho]: dòng 5, 9, 12 và 20 dòng nữa: thiếu xưng hô\n\
                 --> khach.xlsx, trang “Khách”, cột “Xưng hô”\n \
                 = gợi ý: ghi Ông hoặc Bà"
            ]
        );
        assert!(drawn(&findings[..2])[0].starts_with("lưu ý[thieu-xung-ho]: dòng 5, 9: thiếu"));
        assert!(drawn(&findings[..1])[0].contains("--> khach.xlsx, trang “Khách”, ô C5"));
    }

    #[test]
    fn many_that_differ_are_told_by_an_example_and_few_one_by_one() {
        let findings: Vec<Diagnostic> = (2..6).map(|row| at(row, &format!("sai {row}"))).collect();
        assert!(drawn(&findings)[0].contains("dòng 2, 3, 4, 5; thí dụ ở dòng 2: sai 2"));
        assert_eq!(drawn(&findings[..3]).len(), 3);
    }

    #[test]
    fn what_has_no_cell_is_told_alone() {
        let nowhere = Diagnostic::error("x", Place::Nowhere, "một");
        let findings = [nowhere.clone(), at(2, "a"), nowhere, at(3, "a")];
        assert_eq!(drawn(&findings).len(), 3);
    }
}
