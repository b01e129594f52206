//! The records of the files that the program knows, laid flat: two files of each guest are many, and
//! small boxes strewn between what comes and goes would keep twice their room from being used again.

use std::cmp::Ordering;
use std::sync::Arc;

use super::hash::Hash;
use super::memory::{About, Record, Standing};

/// The records, in the order of their names.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// Names of files and of those whom they are for, one after the other.
    words: String,
    files: Vec<Flat>,
    /// The files by their names.
    order: Vec<u32>,
    /// Whom the last file is for; the next one is often for the same.
    last_whom: Option<Span>,
    /// Keys of papers, each once.
    papers: Vec<Arc<str>>,
}

/// A record without its words.
#[derive(Debug)]
struct Flat {
    name: Span,
    whom: Option<Span>,
    paper: u32,
    row: Option<u32>,
    pages: u32,
    order: (u32, u32),
    standing: Standing,
    hash: Hash,
    source: Hash,
    met: bool,
}

/// A piece of the words.
#[derive(Clone, Copy, Debug)]
struct Span {
    start: u32,
    end: u32,
}

impl Known {
    /// The record of a file.
    pub(super) fn record(&self, name: &str) -> Option<Record> {
        let file = self.files.get(self.find(name).ok()?)?;
        Some(self.whole(file))
    }

    /// The hash of a file's content.
    pub(super) fn hash(&self, name: &str) -> Option<Hash> {
        Some(self.files.get(self.find(name).ok()?)?.hash)
    }

    /// Sets the record of a file, which counts as met.
    pub(super) fn set(&mut self, name: &str, record: &Record) {
        let before = self.find(name);
        let known = before.ok().and_then(|at| self.files.get(at));
        let (own, own_whom) = known.map_or((None, None), |file| (Some(file.name), file.whom));
        let whom = record.about.name.as_deref();
        let file = Flat {
            name: own.unwrap_or_else(|| self.add(name)),
            whom: whom.map(|whom| self.whom(whom, own_whom)),
            paper: self.paper(&record.about.paper),
            row: record.about.row,
            pages: record.about.pages,
            order: record.about.order,
            standing: record.about.standing,
            hash: record.hash,
            source: record.source,
            met: true,
        };
        match before {
            Ok(at) => {
                if let Some(old) = self.files.get_mut(at) {
                    *old = file;
                }
            }
            Err(place) => {
                self.order.insert(place, self.files.len() as u32);
                self.files.push(file);
            }
        }
    }

    /// Notes that a file was met.
    pub(super) fn meet(&mut self, name: &str) {
        if let Some(file) = self.file_mut(name) {
            file.met = true;
        }
    }

    /// Notes what a file is to the issue book.
    pub(super) fn stand(&mut self, name: &str, standing: Standing) {
        if let Some(file) = self.file_mut(name) {
            file.standing = standing;
        }
    }

    /// Begins a run: nothing is met.
    pub(super) fn unmeet_all(&mut self) {
        for file in &mut self.files {
            file.met = false;
        }
    }

    /// Forgets a file.
    pub(super) fn remove(&mut self, name: &str) {
        self.retain(|own, _| own != name);
    }

    /// Forgets all files but some, told by their names and whether they are met.
    pub(super) fn retain(&mut self, stays: impl Fn(&str, bool) -> bool) {
        let (files, words) = (&self.files, &self.words);
        self.order.retain(|at| {
            let file = files.get(*at as usize);
            file.is_some_and(|file| stays(file.name.of(words), file.met))
        });
    }

    /// All files by name, with whether they are met.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, Record, bool)> {
        let files = self.order.iter();
        let files = files.filter_map(|at| self.files.get(*at as usize));
        files.map(|file| (file.name.of(&self.words), self.whole(file), file.met))
    }

    /// Index of a file, or else its place in the order.
    fn find(&self, name: &str) -> Result<usize, usize> {
        let compared = |at: &u32| match self.files.get(*at as usize) {
            Some(file) => file.name.of(&self.words).cmp(name),
            None => Ordering::Greater,
        };
        let place = self.order.binary_search_by(compared)?;
        self.order.get(place).map(|at| *at as usize).ok_or(place)
    }

    fn file_mut(&mut self, name: &str) -> Option<&mut Flat> {
        let at = self.find(name).ok()?;
        self.files.get_mut(at)
    }

    fn whole(&self, file: &Flat) -> Record {
        let paper = self.papers.get(file.paper as usize);
        let whom = file.whom.map(|whom| whom.of(&self.words));
        Record {
            hash: file.hash,
            source: file.source,
            about: About {
                paper: paper.cloned().unwrap_or_default(),
                row: file.row,
                name: whom.map(Arc::from),
                pages: file.pages,
                order: file.order,
                standing: file.standing,
            },
        }
    }

    fn add(&mut self, words: &str) -> Span {
        let start = self.words.len() as u32;
        self.words.push_str(words);
        let end = self.words.len() as u32;
        Span { start, end }
    }

    /// The words for somebody: those that the record had, or the last ones, if they are the same.
    fn whom(&mut self, whom: &str, own: Option<Span>) -> Span {
        let mut there = own.into_iter().chain(self.last_whom);
        let same = there.find(|span| span.of(&self.words) == whom);
        let span = same.unwrap_or_else(|| self.add(whom));
        self.last_whom = Some(span);
        span
    }

    fn paper(&mut self, key: &Arc<str>) -> u32 {
        let known = self.papers.iter().position(|paper| paper == key);
        let at = known.unwrap_or(self.papers.len());
        if known.is_none() {
            self.papers.push(Arc::clone(key));
        }
        at as u32
    }
}

impl Span {
    fn of(self, words: &str) -> &str {
        let range = self.start as usize..self.end as usize;
        words.get(range).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(paper: &str, whom: Option<&str>, content: &[u8]) -> Record {
        Record {
            hash: Hash::of(content),
            source: Hash::default(),
            about: About {
                paper: paper.into(),
                name: whom.map(Arc::from),
                ..About::default()
            },
        }
    }

    #[test]
    fn records_come_back_as_they_were_set_in_the_order_of_their_names() {
        let mut known = Known::default();
        let letters = [
            ("b.docx", record("giay_moi", Some("Bà B"), b"1")),
            ("b.pdf", record("giay_moi", Some("Bà B"), b"2")),
            ("a.pdf", record("ke_hoach", None, b"3")),
            ("b.pdf", record("giay_moi", Some("Ông C"), b"4")),
        ];
        for (name, record) in &letters {
            known.set(name, record);
        }
        let all: Vec<(&str, Record, bool)> = known.iter().collect();
        let expected = [&letters[2], &letters[0], &letters[3]];
        let expected = expected.map(|(name, record)| (*name, record.clone(), true));
        assert_eq!(all, expected);
        assert_eq!(known.words, "b.docxBà Bb.pdfa.pdfÔng C");
    }

    #[test]
    fn what_is_forgotten_is_gone_and_can_come_again() {
        let mut known = Known::default();
        for name in ["a", "b", "c"] {
            known.set(name, &record("giay_moi", None, name.as_bytes()));
        }
        known.unmeet_all();
        known.meet("c");
        known.remove("b");
        known.retain(|_, met| met);
        assert_eq!(known.record("a"), None);
        known.set("b", &record("giay_moi", None, b"new"));
        let names: Vec<&str> = known.iter().map(|(name, _, _)| name).collect();
        assert_eq!(names, ["b", "c"]);
        assert_eq!(known.hash("b"), Some(Hash::of(b"new")));
    }
}
