//! Opens a zip file that nobody vouches for. Sizes are those that really come out, whatever the
//! directory promises; no name stands twice, so no two programs can read two different files.
//!
//! Knows nothing of what is in the parts.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

/// What a file may cost.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Parts.
    pub parts: usize,
    /// Bytes of one part, unpacked.
    pub part: u64,
    /// Bytes of all parts that are read, unpacked.
    pub all: u64,
}

/// Why a file or a part of it is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// No zip, or cut off, or with a wrong check sum.
    Broken,
    /// Behind a password.
    Encrypted,
    /// Beyond the limits.
    TooLarge,
    /// Two parts of that name, letter case aside.
    Twice(String),
}

/// An open zip file.
#[derive(Debug)]
pub struct Zipped<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    names: Vec<String>,
    limits: Limits,
    spent: u64,
}

impl<'a> Zipped<'a> {
    /// Opens the file and reads its directory.
    ///
    /// # Errors
    ///
    /// Any [`Fault`].
    pub fn open(bytes: &'a [u8], limits: Limits) -> Result<Zipped<'a>, Fault> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| fault(&error))?;
        if archive.len() > limits.parts {
            return Err(Fault::TooLarge);
        }
        if let Some(name) = twice(bytes, archive.central_directory_start()) {
            return Err(Fault::Twice(name));
        }
        // A directory may lie to its reader; every part is asked for by index, so the names only show.
        let names = (0..archive.len())
            .map(|index| archive.name_for_index(index).unwrap_or("").to_string())
            .collect();
        Ok(Zipped {
            archive,
            names,
            limits,
            spent: 0,
        })
    }

    /// Names of the parts, in the order of the directory.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The bytes of the part with that index, put into `content`.
    ///
    /// # Errors
    ///
    /// Any [`Fault`] but [`Fault::Twice`].
    pub fn read(&mut self, index: usize, content: &mut Vec<u8>) -> Result<(), Fault> {
        content.clear();
        let most = self.limits.part.min(self.limits.all - self.spent);
        let part = self
            .archive
            .by_index(index)
            .map_err(|error| fault(&error))?;
        let read = part.take(most + 1).read_to_end(content);
        let length = read.map_err(|_| Fault::Broken)? as u64;
        if length > most {
            return Err(Fault::TooLarge);
        }
        self.spent += length;
        Ok(())
    }

    /// The first bytes of the part with that index, at most `most`.
    ///
    /// # Errors
    ///
    /// [`Fault::Broken`] and [`Fault::Encrypted`].
    pub fn start(&mut self, index: usize, most: u64) -> Result<Vec<u8>, Fault> {
        let part = self
            .archive
            .by_index(index)
            .map_err(|error| fault(&error))?;
        let mut content = Vec::new();
        let read = part.take(most).read_to_end(&mut content);
        read.map_err(|_| Fault::Broken)?;
        Ok(content)
    }
}

fn fault(error: &ZipError) -> Fault {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Fault::Encrypted,
        _ => Fault::Broken,
    }
}

/// The first name that the directory has twice. The library keeps the last of such parts and says
/// nothing, so the directory is read once more (APPNOTE 4.3.12).
fn twice(bytes: &[u8], start: u64) -> Option<String> {
    const HEADER: usize = 46;
    let mut rest = bytes.get(usize::try_from(start).ok()?..)?;
    let mut seen = BTreeSet::new();
    while rest.starts_with(b"PK\x01\x02") && rest.len() >= HEADER {
        let length = |at: usize| usize::from(u16::from_le_bytes([rest[at], rest[at + 1]]));
        let (name, extra, comment) = (length(28), length(30), length(32));
        let name = rest.get(HEADER..HEADER + name)?;
        let shown = String::from_utf8_lossy(name).into_owned();
        if !seen.insert(shown.trim_start_matches('/').to_lowercase()) {
            return Some(shown);
        }
        rest = rest.get(HEADER + name.len() + extra + comment..)?;
    }
    None
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    /// Reads all parts of a file.
    fn read(bytes: &[u8]) -> Result<(), Fault> {
        let limits = Limits {
            parts: 10,
            part: 1000,
            all: 2000,
        };
        let mut zipped = Zipped::open(bytes, limits)?;
        let mut content = Vec::new();
        (0..zipped.names().len()).try_for_each(|index| zipped.read(index, &mut content))
    }

    /// A file with empty parts of such names.
    fn named(names: &[&str]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for name in names {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    /// Whether a file with parts of such lengths passes limits of 1000 bytes a part and 2000 in all.
    fn passes(lengths: &[usize]) -> bool {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (index, length) in lengths.iter().enumerate() {
            let name = format!("xl/{index}.xml");
            zip.start_file(name, SimpleFileOptions::default()).unwrap();
            zip.write_all(&vec![b' '; *length]).unwrap();
        }
        let bytes = zip.finish().unwrap().into_inner();
        read(&bytes).is_ok()
    }

    #[test]
    fn parts_are_bounded_each_and_together() {
        assert!(passes(&[1000, 1000]));
        assert!(!passes(&[1001]));
        assert!(!passes(&[900, 900, 900]));
    }

    #[test]
    fn the_length_that_counts_is_the_real_one() {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for name in ["a.xml", "b.xml"] {
            zip.start_file(name, SimpleFileOptions::default()).unwrap();
            zip.write_all(&[b' '; 5000]).unwrap();
        }
        let mut bytes = zip.finish().unwrap().into_inner();
        // The directory at the end says ten bytes of each.
        for at in 0..bytes.len() - 4 {
            if bytes[at..at + 4] == 5000_u32.to_le_bytes() {
                bytes[at..at + 4].copy_from_slice(&10_u32.to_le_bytes());
            }
        }
        assert_eq!(read(&bytes), Err(Fault::TooLarge));
    }

    #[test]
    fn no_name_stands_twice() {
        assert_eq!(read(&named(&["a.xml", "b.xml"])), Ok(()));
        assert_eq!(
            read(&named(&["a.xml", "A.XML"])),
            Err(Fault::Twice("A.XML".to_string()))
        );
        // The writer refuses the same name, so the second is renamed behind its back.
        let mut bytes = named(&["a.xml", "b.xml"]);
        for at in 0..bytes.len() - 5 {
            if bytes[at..].starts_with(b"b.xml") {
                bytes[at] = b'a';
            }
        }
        assert_eq!(read(&bytes), Err(Fault::Twice("a.xml".to_string())));
    }

    #[test]
    fn what_is_no_zip_or_cut_off_is_broken() {
        let bytes = named(&["a.xml"]);
        assert_eq!(read(b"PK"), Err(Fault::Broken));
        assert_eq!(read(&bytes[..bytes.len() - 30]), Err(Fault::Broken));
    }
}
