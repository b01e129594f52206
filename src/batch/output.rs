//! Writing files so that a folder holds whole files or none, and nothing of the user's is lost.
//!
//! Each file is written under a temporary name in the same folder and renamed. A file that the
//! program did not make, or that was changed since, is left alone unless `force` is given.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::memory::Memory;

/// Start and end of temporary names, by which the next run finds what a killed one left.
const TEMPORARY: (&str, &str) = (".vanthu-", ".tam");

/// A finished file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name, without folders.
    pub name: String,
    /// Its bytes.
    pub content: Vec<u8>,
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

/// A folder that files are put into, in one run.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    memory: Memory,
    force: bool,
}

impl Folder {
    /// Opens a folder, which is made if need be; what a killed run left in it is swept away.
    ///
    /// With `force`, files that are not the program's are replaced, too.
    pub fn open(path: &Path, force: bool) -> Result<Folder, OutputError> {
        fs::create_dir_all(path).map_err(at(path.to_path_buf()))?;
        sweep(path);
        Ok(Folder {
            path: path.to_path_buf(),
            memory: Memory::read(path),
            force,
        })
    }

    /// Writes files; gives the fate of each, in order.
    ///
    /// Errors are those of the machine (disk, permission), with the path concerned.
    pub fn put(&mut self, files: &[File]) -> Result<Vec<Fate>, OutputError> {
        let mut fates = Vec::new();
        for file in files {
            let fate = self.fate(file).map_err(at(self.path.join(&file.name)))?;
            if fate != Fate::Foreign {
                self.memory.announce(&file.name, &file.content);
            }
            fates.push(fate);
        }
        if fates.contains(&Fate::Written) {
            self.remember()?;
        }
        for (file, fate) in files.iter().zip(&fates) {
            if *fate == Fate::Written {
                write_whole(&self.path, &file.name, &file.content)
                    .map_err(at(self.path.join(&file.name)))?;
            }
            if *fate != Fate::Foreign {
                self.memory.settle(&file.name, &file.content);
            }
        }
        Ok(fates)
    }

    /// Removes a file of the program's own that is there from an earlier run.
    pub fn remove(&mut self, name: &str) -> Result<(), OutputError> {
        let path = self.path.join(name);
        match fs::read(&path) {
            Ok(there) if self.memory.knows(name, &there) => {
                fs::remove_file(&path).map_err(at(path))
            }
            Ok(_) | Err(_) => Ok(()),
        }
    }

    /// Ends the run: what is remembered is what is there.
    pub fn close(self) -> Result<(), OutputError> {
        self.remember()
    }

    fn remember(&self) -> Result<(), OutputError> {
        self.memory.write(&self.path).map_err(at(self.path.clone()))
    }

    fn fate(&self, file: &File) -> io::Result<Fate> {
        match fs::read(self.path.join(&file.name)) {
            Ok(there) if there == file.content => Ok(Fate::Unchanged),
            Ok(there) if self.force || self.memory.knows(&file.name, &there) => Ok(Fate::Written),
            Ok(_) => Ok(Fate::Foreign),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Fate::Written),
            Err(error) => Err(error),
        }
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

/// Writes one file whole or not at all.
pub fn write_whole(folder: &Path, name: &str, content: &[u8]) -> io::Result<()> {
    let mut temporary = tempfile::Builder::new()
        .prefix(TEMPORARY.0)
        .suffix(TEMPORARY.1)
        .tempfile_in(folder)?;
    temporary.write_all(content)?;
    readable_by_others(temporary.as_file())?;
    temporary.persist(folder.join(name))?;
    Ok(())
}

/// Temporary files are private; a finished one has the mode of ordinary files.
#[cfg(unix)]
fn readable_by_others(file: &fs::File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable_by_others(_: &fs::File) -> io::Result<()> {
    Ok(())
}

/// Removes what a killed run left. What cannot be removed does no harm.
fn sweep(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with(TEMPORARY.0) && name.ends_with(TEMPORARY.1) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(content: &str) -> File {
        File {
            name: "ke-hoach.pdf".to_string(),
            content: content.as_bytes().to_vec(),
        }
    }

    fn run(folder: &Path, content: &str, force: bool) -> Fate {
        let mut folder = Folder::open(folder, force).unwrap();
        let fates = folder.put(&[file(content)]).unwrap();
        folder.close().unwrap();
        fates[0]
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
    fn only_own_files_are_removed() {
        let path = tempfile::tempdir().unwrap();
        fs::write(path.path().join("loi.csv"), "mine").unwrap();
        run(path.path(), "one", false);
        let mut folder = Folder::open(path.path(), false).unwrap();
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
        let mut memory = Memory::default();
        memory.announce("ke-hoach.pdf", b"one");
        memory.announce("ke-hoach.pdf", b"two");
        memory.write(folder.path()).unwrap();
        fs::write(folder.path().join("ke-hoach.pdf"), "two").unwrap();
        assert_eq!(run(folder.path(), "three", false), Fate::Written);
        assert!(!folder.path().join(".vanthu-x1.tam").exists());
    }
}
