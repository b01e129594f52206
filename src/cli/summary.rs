//! The table that ends a build of several papers: papers, files, pages, findings.

use std::collections::BTreeMap;

use super::print;
use crate::pipeline::{Built, Paper};

/// What was made, paper by paper in the order of the run.
#[derive(Debug, Default)]
pub(super) struct Summary {
    lines: Vec<Line>,
}

/// What was made of one key of the dossier.
#[derive(Debug, Default)]
struct Line {
    key: String,
    copies: usize,
    files: usize,
    pages: usize,
}

impl Summary {
    /// Counts a paper, or a letter of a batch.
    pub(super) fn paper(&mut self, paper: &Paper) {
        let line = self.line(&paper.key);
        line.copies += 1;
        line.pages += paper.pages;
    }

    /// Counts a file that belongs to a paper.
    pub(super) fn file(&mut self, paper: &Paper) {
        self.line(&paper.key).files += 1;
    }

    /// Prints the table; a single paper has told everything already.
    pub(super) fn print(&self, built: &Built) {
        if self.lines.len() + self.unmade(built).count() < 2 {
            return;
        }
        print::line("");
        for row in self.rows(built) {
            print::line(&row);
        }
    }

    /// The lines of the table, its head first.
    fn rows(&self, built: &Built) -> Vec<String> {
        let label = |line: &Line| line.key.chars().count();
        let width = self.lines.iter().map(label).max().unwrap_or(0).max(14);
        let row = |name: &str, cells: [String; 4]| {
            let [copies, files, pages, findings] = cells;
            format!("{name:<width$} {copies:>6} {files:>6} {pages:>6} {findings:>10}")
        };
        let numbers = |line: &Line, found: usize| {
            let counts = [line.copies, line.files, line.pages, found];
            row(&line.key, counts.map(|count| count.to_string()))
        };
        let found = |key: &str| built.found.get(key).copied().unwrap_or(0);
        let mut rows = vec![row(
            "văn bản",
            ["bản", "tệp", "trang", "phát hiện"].map(str::to_string),
        )];
        rows.extend(
            self.lines
                .iter()
                .map(|line| numbers(line, found(&line.key))),
        );
        for (key, count) in self.unmade(built) {
            let line = Line {
                key: key.clone(),
                ..Line::default()
            };
            rows.push(numbers(&line, *count));
        }
        let apart = built.findings.len() - built.found.values().sum::<usize>();
        let blank = String::new;
        rows.push(row(
            "hồ sơ và bảng",
            [blank(), blank(), blank(), apart.to_string()],
        ));
        let mut all = Line {
            key: "cộng".to_string(),
            ..Line::default()
        };
        for line in &self.lines {
            all.copies += line.copies;
            all.files += line.files;
            all.pages += line.pages;
        }
        rows.push(numbers(&all, built.findings.len()));
        rows
    }

    /// Papers with findings that nothing was made of.
    fn unmade<'a>(&'a self, built: &'a Built) -> impl Iterator<Item = (&'a String, &'a usize)> {
        let found: &BTreeMap<String, usize> = &built.found;
        let made = |key: &String| self.lines.iter().any(|line| line.key == *key);
        found
            .iter()
            .filter(move |(key, count)| **count > 0 && !made(key))
    }

    fn line(&mut self, key: &str) -> &mut Line {
        let there = self.lines.iter().position(|line| line.key == key);
        let index = there.unwrap_or_else(|| {
            self.lines.push(Line {
                key: key.to_string(),
                ..Line::default()
            });
            self.lines.len() - 1
        });
        &mut self.lines[index]
    }
}
