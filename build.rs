//! Gives the program a name of its own build, by which it tells papers that it made itself from those
//! of another build: a hash of all that it is made of.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};

/// What the program is made of.
const SOURCES: [&str; 6] = [
    "src",
    "data",
    "templates",
    "fonts",
    "Cargo.toml",
    "Cargo.lock",
];

fn main() -> io::Result<()> {
    let mut hasher = DefaultHasher::new();
    for source in SOURCES {
        println!("cargo::rerun-if-changed={source}");
        hash(Path::new(source), &mut hasher)?;
    }
    println!("cargo::rustc-env=VANTHU_BUILD={:016x}", hasher.finish());
    Ok(())
}

/// Names and contents, in the order of the names.
fn hash(path: &Path, hasher: &mut DefaultHasher) -> io::Result<()> {
    path.to_string_lossy().hash(hasher);
    if !path.is_dir() {
        fs::read(path)?.hash(hasher);
        return Ok(());
    }
    let entries = fs::read_dir(path)?.map(|entry| entry.map(|entry| entry.path()));
    let mut entries: Vec<PathBuf> = entries.collect::<io::Result<_>>()?;
    entries.sort();
    entries.iter().try_for_each(|entry| hash(entry, hasher))
}
