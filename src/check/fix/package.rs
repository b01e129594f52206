//! The mended file: changed parts packed anew, every other part copied as it is, still packed, new parts
//! behind them.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Write};

use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use crate::zipped::{Limits, Zipped};

/// Parts that are read here are small: relationships and content types.
const LIMITS: Limits = Limits {
    parts: 10_000,
    part: 16 << 20,
    all: 64 << 20,
};

/// The file that is mended.
pub(super) struct Package<'a> {
    zipped: Zipped<'a>,
    /// Names in lower case, without a slash before them.
    names: BTreeSet<String>,
}

impl<'a> Package<'a> {
    /// Opens the file.
    pub(super) fn open(file: &'a [u8]) -> Option<Package<'a>> {
        let zipped = Zipped::open(file, LIMITS).ok()?;
        let names = zipped.names().iter().map(|name| bare(name)).collect();
        Some(Package { zipped, names })
    }

    /// True if the package has a part of that name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.names.contains(&bare(name))
    }

    /// The text of a part.
    pub(super) fn text(&mut self, name: &str) -> Option<String> {
        let names = self.zipped.names();
        let at = names.iter().position(|known| bare(known) == bare(name))?;
        let mut content = Vec::new();
        self.zipped.read(at, &mut content).ok()?;
        String::from_utf8(content).ok()
    }
}

/// Names are the same whatever the case of their letters.
fn bare(name: &str) -> String {
    name.trim_start_matches('/').to_lowercase()
}

/// Packs the file with the changed parts in the place of the old ones, and those it did not have behind.
///
/// # Errors
///
/// What the zip library says; the file was opened before, so it hardly can.
pub(super) fn pack(file: &[u8], changed: &BTreeMap<String, Vec<u8>>) -> ZipResult<Vec<u8>> {
    let mut rest: BTreeMap<String, (&String, &Vec<u8>)> = changed
        .iter()
        .map(|(name, content)| (bare(name), (name, content)))
        .collect();
    let mut old = ZipArchive::new(Cursor::new(file))?;
    let mut new = ZipWriter::new(Cursor::new(Vec::with_capacity(file.len())));
    let packed = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for index in 0..old.len() {
        let part = old.by_index_raw(index)?;
        let name = part.name().to_string();
        match rest.remove(&bare(&name)) {
            None => new.raw_copy_file(part)?,
            Some((_, content)) => {
                let options = packed.last_modified_time(part.last_modified().unwrap_or_default());
                drop(part);
                new.start_file(name, options)?;
                new.write_all(content)?;
            }
        }
    }
    for (name, content) in rest.into_values() {
        new.start_file(
            name.as_str(),
            packed.last_modified_time(zip::DateTime::default()),
        )?;
        new.write_all(content)?;
    }
    Ok(new.finish()?.into_inner())
}
