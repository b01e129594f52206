//! What the program remembers of the files that it put into a folder, in hidden files beside them.
//! By it a later run tells its own unchanged files from those of the user, and what need not be made
//! again; the issue book is written from it.
//!
//! While a run is under way, what is about to be written stands in a journal, line by line, so that
//! a killed run leaves nothing foreign; the end of a run writes all anew and removes the journal.

use std::collections::BTreeMap;
use std::fmt;
use std::fs::{self, OpenOptions};
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::de::{DeserializeSeed, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::hash::Hash;
use super::known::Known;
use super::whole::write_whole_by;

/// Name of the hidden file.
pub const FILE_NAME: &str = ".vanthu.json";
/// Name of the journal.
pub const JOURNAL_NAME: &str = ".vanthu-nhat-ky.jsonl";

/// What is known of a file that the program made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// Of its content.
    pub hash: Hash,
    /// Of all that went into it.
    pub source: Hash,
    /// What it is.
    #[serde(flatten)]
    pub about: About,
}

/// What a file is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// Key of the paper; empty for the books.
    pub paper: Arc<str>,
    /// Row in the table; none for a paper that is made once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<u32>,
    /// Whom it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Arc<str>>,
    /// Number of pages; 0 for the books and for workbooks.
    pub pages: u32,
    /// Place in the issue book: that of the paper in the dossier, that of the row in its list.
    pub order: (u32, u32),
    /// What it is to the issue book.
    pub standing: Standing,
}

/// What a file is to the issue book.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Standing {
    /// It stands there.
    #[default]
    Issued,
    /// It is a look at one letter, a part of a file for print, or a book.
    Aside,
    /// It is of an earlier run; the dossier as it is now does not make it.
    Left,
}

/// All files.
#[derive(Debug, Default)]
pub struct Memory {
    known: Known,
    /// What else files may hold after a run that was killed.
    others: BTreeMap<String, Vec<Hash>>,
    journal: Option<fs::File>,
}

/// A line of the journal.
#[derive(Serialize, Deserialize)]
struct Line {
    file: String,
    #[serde(flatten)]
    record: Record,
}

impl About {
    /// Of a file beside the papers: a book, a report.
    pub fn aside() -> About {
        About {
            standing: Standing::Aside,
            ..About::default()
        }
    }
}

impl Memory {
    /// Reads the memory of a folder, and the journal of a run that was killed. What cannot be read
    /// counts as no memory, so that everything in the folder is the user's.
    pub fn read(folder: &Path) -> Memory {
        let open = |name| fs::File::open(folder.join(name)).map(BufReader::new).ok();
        let mut memory = Memory::default();
        if let Some(file) = open(FILE_NAME) {
            let mut json = serde_json::Deserializer::from_reader(file);
            let read = Records(&mut memory).deserialize(&mut json);
            if read.and_then(|()| json.end()).is_err() {
                memory = Memory::default();
            }
        }
        let lines = open(JOURNAL_NAME).into_iter().flat_map(BufReader::lines);
        // The last line may be torn off.
        for line in lines.map_while(Result::ok) {
            if let Ok(line) = serde_json::from_str::<Line>(&line) {
                memory.insert(&line.file, &line.record);
            }
        }
        memory.known.unmeet_all();
        memory
    }

    /// True if a file of this name and content was made by the program.
    pub fn knows(&self, name: &str, content: Hash) -> bool {
        let others = || self.others.get(name);
        self.known.hash(name).is_some_and(|hash| {
            hash == content || others().is_some_and(|others| others.contains(&content))
        })
    }

    /// What was made last under a name.
    pub fn record(&self, name: &str) -> Option<Record> {
        self.known.record(name)
    }

    /// Takes contents that are about to be written for the program's own, besides those that are
    /// there; on disk before anything else happens.
    ///
    /// # Errors
    ///
    /// Those of the disk.
    pub fn announce(
        &mut self,
        folder: &Path,
        files: impl Iterator<Item = (String, Record)>,
    ) -> io::Result<()> {
        // A line of a run that was killed may be torn off.
        let mut lines = vec![b'\n'];
        for (file, record) in files {
            let line = Line { file, record };
            serde_json::to_writer(&mut lines, &line)?;
            lines.push(b'\n');
            self.insert(&line.file, &line.record);
        }
        if lines.len() == 1 {
            return Ok(());
        }
        let journal = match &mut self.journal {
            Some(journal) => journal,
            none => {
                let mut options = OpenOptions::new();
                let file = options.append(true).create(true);
                none.insert(file.open(folder.join(JOURNAL_NAME))?)
            }
        };
        journal.write_all(&lines)
    }

    /// Notes that a file is there as it should be; what it is may have changed.
    pub fn meet(&mut self, name: &str, about: About) {
        if let Some(record) = self.known.record(name) {
            self.known.set(name, &Record { about, ..record });
        }
    }

    /// Notes that a file would have been made, had the user not changed it.
    pub fn spare(&mut self, name: &str) {
        self.known.meet(name);
    }

    /// Files of the program's own that this run did not meet, whatever became of them.
    pub fn unmet(&self) -> impl Iterator<Item = (&str, Record)> {
        let unmet = self.known.iter().filter(|(_, _, met)| !met);
        unmet.map(|(name, record, _)| (name, record))
    }

    /// Notes that the dossier no longer makes a file.
    pub fn leave(&mut self, name: &str) {
        self.known.stand(name, Standing::Left);
    }

    /// Forgets a file.
    pub fn forget(&mut self, name: &str) {
        self.known.remove(name);
    }

    /// Forgets the files that are no longer there.
    pub fn forget_lost(&mut self, folder: &Path) {
        let there = |name: &str| folder.join(name).exists();
        self.known.retain(|name, met| met || there(name));
    }

    /// All files by name.
    pub fn records(&self) -> impl Iterator<Item = (&str, Record)> {
        let files = self.known.iter();
        files.map(|(name, record, _)| (name, record))
    }

    /// Ends the run: writes all, and removes the journal.
    ///
    /// # Errors
    ///
    /// Those of the disk.
    pub fn close(mut self, folder: &Path) -> io::Result<()> {
        write_whole_by(folder, FILE_NAME, |out| {
            serde_json::Serializer::new(&mut *out).collect_map(self.records())?;
            out.write_all(b"\n")
        })?;
        self.journal = None;
        remove_if_there(folder.join(JOURNAL_NAME))
    }

    fn insert(&mut self, name: &str, record: &Record) {
        if let Some(hash) = self.known.hash(name).filter(|hash| *hash != record.hash) {
            self.others.entry(name.to_string()).or_default().push(hash);
        }
        self.known.set(name, record);
    }
}

/// Puts the records of the hidden file into a memory as they are read.
struct Records<'m>(&'m mut Memory);

impl<'de> DeserializeSeed<'de> for Records<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Records<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the records of files by their names")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut records: A) -> Result<(), A::Error> {
        while let Some((name, record)) = records.next_entry::<String, Record>()? {
            self.0.insert(&name, &record);
        }
        Ok(())
    }
}

fn remove_if_there(path: PathBuf) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        Ok(()) | Err(_) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(content: &[u8]) -> Record {
        Record {
            hash: Hash::of(content),
            source: Hash::of(b"source"),
            about: About::default(),
        }
    }

    #[test]
    fn after_a_killed_run_both_contents_are_known_and_a_torn_line_does_no_harm() {
        let folder = tempfile::tempdir().unwrap();
        let one = |content: &[u8]| std::iter::once(("a.pdf".to_string(), record(content)));
        let mut memory = Memory::read(folder.path());
        memory.announce(folder.path(), one(b"old")).unwrap();
        memory.close(folder.path()).unwrap();
        let mut memory = Memory::read(folder.path());
        memory.announce(folder.path(), one(b"new")).unwrap();
        drop(memory);
        let journal = folder.path().join(JOURNAL_NAME);
        let mut torn = fs::read(&journal).unwrap();
        torn.extend(b"{\"file\":\"b.pdf\",\"ha");
        fs::write(&journal, torn).unwrap();
        let memory = Memory::read(folder.path());
        let knows = |memory: &Memory, content| memory.knows("a.pdf", Hash::of(content));
        assert!(knows(&memory, b"old") && knows(&memory, b"new"));
        assert!(!memory.knows("b.pdf", Hash::of(b"new")));
        memory.close(folder.path()).unwrap();
        assert!(!journal.exists());
        let memory = Memory::read(folder.path());
        assert!(!knows(&memory, b"old") && knows(&memory, b"new"));
    }
}
