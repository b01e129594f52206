//! What the program remembers of the files that it put into a folder: their hashes, in a hidden
//! file beside them. By it a later run tells its own unchanged files from those of the user.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::output::write_whole;

/// Name of the hidden file.
pub const FILE_NAME: &str = ".vanthu.json";

/// File names with the hashes that the program gave them. Two hashes stand only while a run is
/// under way: the old file's and the new one's, so that a killed run leaves nothing foreign.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Memory {
    /// By file name, in order.
    files: BTreeMap<String, BTreeSet<String>>,
}

impl Memory {
    /// Reads the memory of a folder; an unreadable or foreign file counts as no memory, so that
    /// everything in the folder is the user's.
    pub fn read(folder: &Path) -> Memory {
        std::fs::read(folder.join(FILE_NAME))
            .ok()
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default()
    }

    /// Writes the memory into its folder.
    pub fn write(&self, folder: &Path) -> io::Result<()> {
        let text = serde_json::to_vec_pretty(self).map_err(io::Error::other)?;
        write_whole(folder, FILE_NAME, &text)
    }

    /// True if a file of this name and content was made by the program.
    pub fn knows(&self, name: &str, content: &[u8]) -> bool {
        self.files
            .get(name)
            .is_some_and(|hashes| hashes.contains(&hash(content)))
    }

    /// Also takes this content for the program's own.
    pub fn announce(&mut self, name: &str, content: &[u8]) {
        self.files
            .entry(name.to_string())
            .or_default()
            .insert(hash(content));
    }

    /// From now on takes only this content for the program's own.
    pub fn settle(&mut self, name: &str, content: &[u8]) {
        self.files
            .insert(name.to_string(), BTreeSet::from([hash(content)]));
    }
}

/// SHA-256 in lower-case hexadecimal.
pub fn hash(content: &[u8]) -> String {
    Sha256::digest(content)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn while_a_run_is_under_way_both_contents_are_known() {
        let mut memory = Memory::default();
        memory.settle("a.pdf", b"old");
        memory.announce("a.pdf", b"new");
        assert!(memory.knows("a.pdf", b"old") && memory.knows("a.pdf", b"new"));
        memory.settle("a.pdf", b"new");
        assert!(!memory.knows("a.pdf", b"old"));
        assert!(!memory.knows("b.pdf", b"new"));
    }
}
