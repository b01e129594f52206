//! Compares two readings of one paper: pages, the words on every line, where they stand, and the
//! lines drawn. The second is ours.

use std::fmt::Write;

use crate::placed::{Page, Rule, Word};

/// Points of a millimetre.
const MM: f64 = 72.0 / 25.4;
/// A word further up or down than this stands on another line, in millimetres.
const OTHER_LINE: f64 = 1.5;

/// How far baselines, left edges and drawn lines may be off, in millimetres.
const LIMIT: f64 = 0.3;
/// The same for a word within a line: LibreOffice's PDF loses up to a twip more at each space than
/// its layout gives.
const INNER_LIMIT: f64 = 0.5;

/// The most that something is off, in millimetres, and where.
#[derive(Clone, Debug, Default)]
pub(super) struct Worst {
    /// How much.
    pub(super) by: f64,
    /// Where.
    pub(super) at: String,
}

/// What a comparison found.
#[derive(Clone, Debug, Default)]
pub(super) struct Findings {
    /// What is on another page or line, or missing; in order.
    pub(super) differences: Vec<String>,
    /// Baselines.
    pub(super) baseline: Worst,
    /// Left edges of lines.
    pub(super) edge: Worst,
    /// Words within lines.
    pub(super) inner: Worst,
    /// Lines drawn.
    pub(super) rule: Worst,
}

/// Compares all pages.
pub(super) fn compare(theirs: &[Page], ours: &[Page]) -> Findings {
    let mut findings = Findings::default();
    for (index, (theirs, ours)) in theirs.iter().zip(ours).enumerate() {
        compare_words(index + 1, &theirs.words, &ours.words, &mut findings);
        compare_rules(index + 1, &theirs.rules, &ours.rules, &mut findings);
    }
    if theirs.len() != ours.len() {
        let text = format!("{} pages, ours {}", theirs.len(), ours.len());
        findings.differences.push(text);
    }
    findings
}

fn compare_words(page: usize, theirs: &[Word], ours: &[Word], findings: &mut Findings) {
    let mut free: Vec<&Word> = ours.iter().collect();
    for word in theirs {
        let distance = |other: &Word| (other.y - word.y).abs() * 20.0 + (other.x - word.x).abs();
        let nearest = (0..free.len())
            .filter(|&at| free[at].text == word.text)
            .min_by(|&a, &b| distance(free[a]).total_cmp(&distance(free[b])));
        let Some(nearest) = nearest else {
            findings.miss(page, "not ours", theirs, word);
            continue;
        };
        let other = free.remove(nearest);
        findings.place(page, theirs, word, other);
    }
    for word in free {
        findings.miss(page, "only ours", ours, word);
    }
}

fn compare_rules(page: usize, theirs: &[Rule], ours: &[Rule], findings: &mut Findings) {
    let mut free: Vec<Rule> = ours.to_vec();
    for rule in theirs {
        let off = |other: &Rule| {
            let ends = (other.from - rule.from)
                .abs()
                .max((other.to - rule.to).abs());
            (other.at - rule.at).abs().max(ends)
        };
        let nearest = (0..free.len())
            .filter(|&at| free[at].lies == rule.lies)
            .min_by(|&a, &b| off(&free[a]).total_cmp(&off(&free[b])));
        match nearest {
            Some(nearest) => {
                let other = free.remove(nearest);
                let at = || format!("page {page}, {}, ours {}", shown(rule), shown(&other));
                findings.rule.take(off(&other) / MM, at);
            }
            None => findings
                .differences
                .push(format!("page {page}: not ours: {}", shown(rule))),
        }
    }
    for rule in free {
        findings
            .differences
            .push(format!("page {page}: only ours: {}", shown(&rule)));
    }
}

impl Worst {
    fn take(&mut self, by: f64, at: impl FnOnce() -> String) {
        if by.abs() > self.by.abs() {
            *self = Worst { by, at: at() };
        }
    }
}

impl Findings {
    /// Notes a word that only one side has.
    fn miss(&mut self, page: usize, whose: &str, words: &[Word], word: &Word) {
        let line = line_of(words, word);
        let text = format!("page {page}: {whose}: {:?} in {line:?}", word.text);
        self.differences.push(text);
    }

    /// Notes how far our word stands from theirs.
    fn place(&mut self, page: usize, theirs: &[Word], word: &Word, other: &Word) {
        let (dx, dy) = ((other.x - word.x) / MM, (other.y - word.y) / MM);
        let first = word.first && other.first;
        let line = || line_of(theirs, word);
        if dy.abs() > OTHER_LINE {
            let text = format!(
                "page {page}: {:?} {dy:+.2} mm lower in {:?}",
                word.text,
                line()
            );
            return self.differences.push(text);
        }
        let at = || format!("page {page}, {:?} in {:?}", word.text, line());
        self.baseline.take(dy, at);
        match first {
            true => self.edge.take(dx, at),
            false => self.inner.take(dx, at),
        }
    }

    /// True if a reader could see that the papers differ.
    pub(super) fn differ(&self) -> bool {
        let near = [&self.baseline, &self.edge, &self.rule];
        !self.differences.is_empty()
            || near.iter().any(|worst| worst.by.abs() > LIMIT)
            || self.inner.by.abs() > INNER_LIMIT
    }

    /// The report on a paper: its worst deviations and the first differences.
    pub(super) fn report(&self, name: &str, most: usize) -> String {
        let mut out = format!("{name}:");
        let worst = [
            ("baseline", &self.baseline),
            ("edge", &self.edge),
            ("inner", &self.inner),
            ("rule", &self.rule),
        ];
        for (what, worst) in worst {
            // Writing to a String cannot fail.
            let _ = write!(out, " {what} {:+.2}", worst.by);
        }
        for (what, worst) in worst {
            if worst.by.abs() > LIMIT {
                let _ = write!(out, "\n    {what} {:+.2} mm at {}", worst.by, worst.at);
            }
        }
        for difference in self.differences.iter().take(most) {
            let _ = write!(out, "\n    {difference}");
        }
        if self.differences.len() > most {
            let _ = write!(out, "\n    and {} more", self.differences.len() - most);
        }
        out
    }
}

fn line_of(words: &[Word], word: &Word) -> String {
    let line = words.iter().filter(|other| (other.y - word.y).abs() < 0.6);
    let line: Vec<&str> = line.map(|other| other.text.as_str()).collect();
    line.join(" ")
}

fn shown(rule: &Rule) -> String {
    let kind = if rule.lies { "lying" } else { "standing" };
    format!(
        "{kind} line at {:.1} from {:.1} to {:.1} pt",
        rule.at, rule.from, rule.to
    )
}
