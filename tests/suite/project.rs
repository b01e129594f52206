//! A dossier in a folder of its own, and runs of the program on it that read as sentences.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// The repository's own folder.
pub(crate) fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A folder with a dossier.
pub(crate) struct Project {
    folder: TempDir,
}

/// What a run printed and how it ended.
pub(crate) struct Run {
    code: i32,
    out: String,
    err: String,
}

/// An empty folder.
pub(crate) fn empty() -> Project {
    Project {
        folder: tempfile::tempdir().expect("a temporary folder"),
    }
}

/// The starter dossier, as `vanthu new` opens it.
pub(crate) fn starter() -> Project {
    let project = empty();
    project.run(&["new", "."]).succeeds();
    project
}

impl Project {
    /// The folder.
    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Puts a file there.
    pub(crate) fn file(self, name: &str, content: impl AsRef<[u8]>) -> Project {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("the folder is made");
        fs::write(path, content).expect("the file is written");
        self
    }

    /// Replaces a text that must be in a file.
    pub(crate) fn replace(self, name: &str, old: &str, new: &str) -> Project {
        let text = self.read(name);
        assert!(text.contains(old), "{name} does not hold {old:?}");
        let text = text.replace(old, new);
        self.file(name, text)
    }

    /// The text of a file.
    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path().join(name)).expect("a text file")
    }

    /// The bytes of a file.
    pub(crate) fn bytes(&self, name: &str) -> Vec<u8> {
        fs::read(self.path().join(name)).expect("a file")
    }

    /// Names of the files in a folder, in order, hidden ones left out.
    pub(crate) fn names(&self, folder: &str) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(self.path().join(folder))
            .expect("a folder")
            .map(|entry| entry.expect("an entry").file_name())
            .map(|name| name.to_string_lossy().into_owned())
            .filter(|name| !name.starts_with('.'))
            .collect();
        names.sort();
        names
    }

    /// Runs the program in the folder.
    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        run_in(self.path(), arguments)
    }
}

/// Runs the program in a folder.
pub(crate) fn run_in(folder: &Path, arguments: &[&str]) -> Run {
    let output = Command::new(binary())
        .current_dir(folder)
        .args(arguments)
        .output()
        .expect("the program runs");
    Run {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).expect("UTF-8"),
        err: String::from_utf8(output.stderr).expect("UTF-8"),
    }
}

/// The program.
pub(crate) fn binary() -> PathBuf {
    PathBuf::from(env!("CARGO_BIN_EXE_vanthu"))
}

impl Run {
    /// Exit code 0.
    pub(crate) fn succeeds(self) -> Run {
        self.ends_with(0)
    }

    /// This exit code.
    pub(crate) fn ends_with(self, code: i32) -> Run {
        assert_eq!(self.code, code, "out: {}\nerr: {}", self.out, self.err);
        self
    }

    /// Standard output is just this.
    pub(crate) fn prints(self, expected: &str) -> Run {
        assert_eq!(self.out, expected);
        self
    }

    /// Standard error is just this.
    pub(crate) fn reports(self, expected: &str) -> Run {
        assert_eq!(self.err, expected);
        self
    }

    /// Standard error holds this.
    pub(crate) fn mentions(self, expected: &str) -> Run {
        assert!(
            self.err.contains(expected),
            "no {expected:?} in: {}",
            self.err
        );
        self
    }

    /// Standard error.
    pub(crate) fn report(&self) -> &str {
        &self.err
    }

    /// Standard output.
    pub(crate) fn out(&self) -> &str {
        &self.out
    }
}
