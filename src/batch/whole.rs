//! Whole files or none: each is written under a temporary name in the same folder and renamed.

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use tempfile::NamedTempFile;

/// Start and end of temporary names, by which the next run finds what a killed one left.
const TEMPORARY: (&str, &str) = (".vanthu-", ".tam");

/// Writes one file whole or not at all.
pub fn write_whole(folder: &Path, name: &str, content: &[u8]) -> io::Result<()> {
    let mut temporary = temporary(folder)?;
    temporary.write_all(content)?;
    temporary.persist(folder.join(name))?;
    Ok(())
}

/// Writes one file whole or not at all, as it comes.
pub(super) fn write_whole_by(
    folder: &Path,
    name: &str,
    write: impl FnOnce(&mut BufWriter<NamedTempFile>) -> io::Result<()>,
) -> io::Result<()> {
    let mut out = BufWriter::new(temporary(folder)?);
    write(&mut out)?;
    let file = out.into_inner().map_err(io::IntoInnerError::into_error)?;
    file.persist(folder.join(name))?;
    Ok(())
}

/// An empty file under a temporary name, with the mode of ordinary files.
pub(super) fn temporary(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(TEMPORARY.0).suffix(TEMPORARY.1);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o644));
    }
    builder.tempfile_in(folder)
}

/// Removes what a killed run left. What cannot be removed does no harm.
pub(super) fn sweep(folder: &Path) {
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
