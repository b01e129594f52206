//! Writing files so that a folder holds whole files or none, and nothing of the user's is lost.
//!
//! Each file is written under a temporary name in the same folder and renamed. A file that the
//! program did not make, or that was changed since, is left alone unless `force` is given.

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use tempfile::NamedTempFile;

use super::hash::{Hash, Hasher};
use super::memory::{About, Memory, Record};
use super::whole::{sweep, temporary, write_whole};

/// A file of a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name, without folders.
    pub name: String,
    /// Its bytes; none if the file that is there was found to be right ([`Folder::there`]).
    pub content: Option<Vec<u8>>,
    /// Hash of all that goes into it.
    pub source: Hash,
}

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Written anew.
    Written,
    /// There with the same bytes already.
    Unchanged,
    /// Not written: the file there is not the program's, or was changed.
    Foreign,
}

/// A folder that files are put into, in one run. It is made when there is something to put.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    memory: Memory,
    force: bool,
    made: bool,
}

/// A large file being written; nobody sees it before it is kept.
pub struct Draft {
    file: BufWriter<NamedTempFile>,
    hasher: Hasher,
}

/// What is about to become of a file, and with which bytes.
struct Plan {
    fate: Fate,
    hash: Hash,
}

impl Folder {
    /// Looks at a folder and what is known of its files.
    ///
    /// With `force`, files that are not the program's are replaced, too.
    pub fn at(path: &Path, force: bool) -> Folder {
        Folder {
            path: path.to_path_buf(),
            memory: Memory::read(path),
            force,
            made: false,
        }
    }

    /// What is remembered of the files here.
    pub fn memory(&mut self) -> &mut Memory {
        &mut self.memory
    }

    /// Of what the file of a name was made, and the number of its pages; if it is as it was made.
    pub fn there(&self, name: &str) -> Option<(Hash, usize)> {
        let record = self.memory.record(name)?;
        let file = fs::File::open(self.path.join(name)).ok()?;
        let same = Hash::of_all(file).ok()? == record.hash;
        same.then_some((record.source, record.about.pages as usize))
    }

    /// Writes files; gives the fate of each, in order. Nothing of a file is on disk before its name
    /// and its hash are.
    ///
    /// # Errors
    ///
    /// Those of the machine (disk, permission), with the path concerned.
    pub fn put(&mut self, files: &[(File, About)]) -> Result<Vec<Fate>, OutputError> {
        self.make()?;
        let plans: Vec<Plan> = files
            .par_iter()
            .map(|(file, _)| self.plan(file).map_err(at(self.path.join(&file.name))))
            .collect::<Result<_, _>>()?;
        let new = files
            .iter()
            .zip(&plans)
            .filter_map(|((file, about), plan)| {
                let record = Record {
                    hash: plan.hash,
                    source: file.source,
                    about: about.clone(),
                };
                let known = self.memory.record(&file.name).as_ref() == Some(&record);
                let ours = plan.fate != Fate::Foreign && file.content.is_some();
                (ours && !known).then(|| (file.name.clone(), record))
            });
        let new: Vec<(String, Record)> = new.collect();
        self.announce(new)?;
        files
            .par_iter()
            .zip(&plans)
            .try_for_each(|((file, _), plan)| match (plan.fate, &file.content) {
                (Fate::Written, Some(content)) => write_whole(&self.path, &file.name, content)
                    .map_err(at(self.path.join(&file.name))),
                (Fate::Written | Fate::Unchanged | Fate::Foreign, _) => Ok(()),
            })?;
        for ((file, about), plan) in files.iter().zip(&plans) {
            match plan.fate {
                Fate::Written | Fate::Unchanged => self.memory.meet(&file.name, about.clone()),
                Fate::Foreign => self.memory.spare(&file.name),
            }
        }
        Ok(plans.iter().map(|plan| plan.fate).collect())
    }

    /// Writes a file of what is remembered, as it comes.
    ///
    /// # Errors
    ///
    /// As [`Folder::put`].
    pub fn write_by(
        &mut self,
        name: &str,
        about: &About,
        write: impl FnOnce(&Memory, &mut Draft) -> io::Result<()>,
    ) -> Result<Fate, OutputError> {
        let mut draft = self.draft()?;
        write(&self.memory, &mut draft).map_err(at(self.path.join(name)))?;
        self.keep(draft, name, Hash::default(), about)
    }

    /// Begins a large file.
    ///
    /// # Errors
    ///
    /// As [`Folder::put`].
    pub fn draft(&mut self) -> Result<Draft, OutputError> {
        self.make()?;
        let file = temporary(&self.path).map_err(at(self.path.clone()))?;
        Ok(Draft {
            file: BufWriter::with_capacity(1 << 16, file),
            hasher: Hasher::default(),
        })
    }

    /// Puts a large file in its place, as [`Folder::put`].
    ///
    /// # Errors
    ///
    /// As [`Folder::put`].
    pub fn keep(
        &mut self,
        draft: Draft,
        name: &str,
        source: Hash,
        about: &About,
    ) -> Result<Fate, OutputError> {
        let path = self.path.join(name);
        let file = draft.file.into_inner();
        let file = file.map_err(|error| at(path.clone())(error.into_error()))?;
        let hash = draft.hasher.finish();
        let fate = self.fate(name, hash).map_err(at(path.clone()))?;
        if fate != Fate::Foreign {
            let record = Record {
                hash,
                source,
                about: about.clone(),
            };
            self.announce(vec![(name.to_string(), record)])?;
        }
        self.memory.spare(name);
        if fate == Fate::Written {
            file.persist(&path).map_err(|error| at(path)(error.error))?;
        }
        Ok(fate)
    }

    /// Removes a file of the program's own that is there from an earlier run.
    pub fn remove(&mut self, name: &str) -> Result<(), OutputError> {
        let path = self.path.join(name);
        let there = fs::read(&path).map(|content| Hash::of(&content));
        if there.is_ok_and(|hash| self.memory.knows(name, hash)) {
            fs::remove_file(&path).map_err(at(path))?;
            self.memory.forget(name);
        }
        Ok(())
    }

    /// Forgets what is no longer there.
    pub fn forget_lost(&mut self) {
        self.memory.forget_lost(&self.path);
    }

    /// Ends the run: what is remembered is what is there. A folder that nothing was put into stays
    /// as it is.
    ///
    /// # Errors
    ///
    /// As [`Folder::put`].
    pub fn close(self) -> Result<(), OutputError> {
        if !self.made {
            return Ok(());
        }
        self.memory.close(&self.path).map_err(at(self.path))
    }

    /// Makes the folder if need be; what a killed run left in it is swept away.
    fn make(&mut self) -> Result<(), OutputError> {
        if !self.made {
            fs::create_dir_all(&self.path).map_err(at(self.path.clone()))?;
            sweep(&self.path);
            self.made = true;
        }
        Ok(())
    }

    fn announce(&mut self, new: Vec<(String, Record)>) -> Result<(), OutputError> {
        let told = self.memory.announce(&self.path, new.into_iter());
        told.map_err(at(self.path.clone()))
    }

    fn plan(&self, file: &File) -> io::Result<Plan> {
        let Some(content) = &file.content else {
            return Ok(Plan {
                fate: Fate::Unchanged,
                hash: Hash::default(),
            });
        };
        let hash = Hash::of(content);
        let fate = self.fate(&file.name, hash)?;
        Ok(Plan { fate, hash })
    }

    fn fate(&self, name: &str, hash: Hash) -> io::Result<Fate> {
        let there = fs::File::open(self.path.join(name)).and_then(Hash::of_all);
        match there {
            Ok(there) if there == hash => Ok(Fate::Unchanged),
            Ok(there) if self.force || self.memory.knows(name, there) => Ok(Fate::Written),
            Ok(_) => Ok(Fate::Foreign),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Fate::Written),
            Err(error) => Err(error),
        }
    }
}

impl Write for Draft {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.hasher.write_all(bytes)?;
        self.file.write_all(bytes)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// Puts a path to an error of the system.
fn at(path: PathBuf) -> impl FnOnce(io::Error) -> OutputError {
    move |error| OutputError { path, error }
}

/// A failure of the machine, with the path concerned.
#[derive(Debug)]
pub struct OutputError {
    /// File or folder.
    pub path: PathBuf,
    /// What the system said.
    pub error: io::Error,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn put(folder: &Path, content: &str, force: bool, end: bool) -> Fate {
        let mut folder = Folder::at(folder, force);
        let file = File {
            name: "ke-hoach.pdf".to_string(),
            content: Some(content.as_bytes().to_vec()),
            source: Hash::of(b"source"),
        };
        let fates = folder.put(&[(file, About::default())]).unwrap();
        if end {
            folder.close().unwrap();
        }
        fates[0]
    }

    fn run(folder: &Path, content: &str, force: bool) -> Fate {
        put(folder, content, force, true)
    }

    #[test]
    fn own_files_are_replaced_and_foreign_ones_are_not() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ke-hoach.pdf");
        assert_eq!(run(folder.path(), "one", false), Fate::Written);
        assert_eq!(run(folder.path(), "one", false), Fate::Unchanged);
        assert_eq!(run(folder.path(), "two", false), Fate::Written);
        fs::write(&path, "edited by the clerk").unwrap();
        assert_eq!(run(folder.path(), "three", false), Fate::Foreign);
        assert_eq!(fs::read_to_string(&path).unwrap(), "edited by the clerk");
        assert_eq!(run(folder.path(), "three", true), Fate::Written);
        assert_eq!(run(folder.path(), "four", false), Fate::Written);
    }

    #[test]
    fn a_file_is_there_while_it_is_as_it_was_made() {
        let folder = tempfile::tempdir().unwrap();
        run(folder.path(), "one", false);
        let there = |name| Folder::at(folder.path(), false).there(name);
        assert_eq!(there("ke-hoach.pdf"), Some((Hash::of(b"source"), 0)));
        assert_eq!(there("khac.pdf"), None);
        fs::write(folder.path().join("ke-hoach.pdf"), "two").unwrap();
        assert_eq!(there("ke-hoach.pdf"), None);
    }

    #[test]
    fn only_own_files_are_removed() {
        let path = tempfile::tempdir().unwrap();
        fs::write(path.path().join("loi.csv"), "mine").unwrap();
        run(path.path(), "one", false);
        let mut folder = Folder::at(path.path(), false);
        folder.remove("loi.csv").unwrap();
        folder.remove("ke-hoach.pdf").unwrap();
        assert!(path.path().join("loi.csv").exists());
        assert!(!path.path().join("ke-hoach.pdf").exists());
    }

    #[test]
    fn a_file_of_the_user_is_foreign_from_the_first_run() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("ke-hoach.pdf"), "mine").unwrap();
        assert_eq!(run(folder.path(), "one", false), Fate::Foreign);
    }

    #[test]
    fn what_a_killed_run_left_is_swept_and_its_renamed_files_are_known() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(".vanthu-x1.tam"), "half").unwrap();
        put(folder.path(), "one", false, false);
        put(folder.path(), "two", false, false);
        assert_eq!(run(folder.path(), "three", false), Fate::Written);
        assert!(!folder.path().join(".vanthu-x1.tam").exists());
    }

    #[test]
    fn a_large_file_is_seen_when_it_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let keep = |content: &str| {
            let mut folder = Folder::at(folder.path(), false);
            let mut draft = folder.draft().unwrap();
            draft.write_all(content.as_bytes()).unwrap();
            let source = Hash::of(b"source");
            let fate = folder.keep(draft, "in-chung.pdf", source, &About::default());
            folder.close().unwrap();
            fate.unwrap()
        };
        assert_eq!(keep("one"), Fate::Written);
        assert_eq!(keep("one"), Fate::Unchanged);
        fs::write(folder.path().join("in-chung.pdf"), "mine").unwrap();
        assert_eq!(keep("two"), Fate::Foreign);
        let names = fs::read_dir(folder.path()).unwrap().count();
        assert_eq!(names, 2, "the file and the memory");
    }
}
