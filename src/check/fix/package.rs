//! The mended file: changed parts packed anew, every other part copied as it is, still packed.

use std::collections::BTreeMap;
use std::io::{Cursor, Write};

use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// Packs the file with the changed parts in the place of the old ones.
///
/// # Errors
///
/// What the zip library says; the file was opened before, so it hardly can.
pub(super) fn pack(file: &[u8], changed: &BTreeMap<String, Vec<u8>>) -> ZipResult<Vec<u8>> {
    let mut old = ZipArchive::new(Cursor::new(file))?;
    let mut new = ZipWriter::new(Cursor::new(Vec::with_capacity(file.len())));
    for index in 0..old.len() {
        let part = old.by_index_raw(index)?;
        let name = part.name().to_string();
        match changed.get(name.trim_start_matches('/')) {
            None => new.raw_copy_file(part)?,
            Some(content) => {
                let options = SimpleFileOptions::default()
                    .compression_method(CompressionMethod::Deflated)
                    .last_modified_time(part.last_modified().unwrap_or_default());
                drop(part);
                new.start_file(name, options)?;
                new.write_all(content)?;
            }
        }
    }
    Ok(new.finish()?.into_inner())
}
