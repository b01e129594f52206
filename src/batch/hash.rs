//! SHA-256: of what is in a file, and of what a paper is made of.

use std::fmt;
use std::io::{self, Read, Write};

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest, Sha256};

/// What tells one build of the program from another: papers made by another are made anew.
const BUILD: &str = env!("VANTHU_BUILD");

/// A hash; in words, lower-case hexadecimal.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hash([u8; 32]);

/// Takes bytes or words, and gives their hash.
pub struct Hasher(Sha256);

impl Hash {
    /// Of bytes.
    pub fn of(content: &[u8]) -> Hash {
        Hash(Sha256::digest(content).into())
    }

    /// Of all that comes, to its end.
    ///
    /// # Errors
    ///
    /// Those of the reader.
    pub fn of_all(mut reader: impl Read) -> io::Result<Hash> {
        let mut hasher = Hasher(Sha256::new());
        io::copy(&mut reader, &mut hasher)?;
        Ok(hasher.finish())
    }

    /// Of what a paper is made of, by this build of the program.
    pub fn of_source(source: &impl fmt::Debug) -> Hash {
        let mut words = Words(Sha256::new());
        words.0.update(BUILD);
        // Hashing cannot fail.
        let _ = fmt::write(&mut words, format_args!("{source:?}"));
        Hash(words.0.finalize().into())
    }

    /// The first half, which tells things apart as well.
    pub fn half(&self) -> [u8; 16] {
        let mut half = [0; 16];
        half.copy_from_slice(&self.0[..16]);
        half
    }

    /// The bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }
}

impl Default for Hasher {
    fn default() -> Hasher {
        Hasher(Sha256::new())
    }
}

impl Hasher {
    /// The hash of what came so far.
    pub fn so_far(&self) -> Hash {
        Hash(self.0.clone().finalize().into())
    }

    /// The hash of all that came.
    pub fn finish(self) -> Hash {
        Hash(self.0.finalize().into())
    }
}

impl Write for Hasher {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

struct Words(Sha256);

impl fmt::Write for Words {
    fn write_str(&mut self, words: &str) -> fmt::Result {
        self.0.update(words);
        Ok(())
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl Serialize for Hash {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Hash {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Hash, D::Error> {
        let words = std::borrow::Cow::<str>::deserialize(deserializer)?;
        let mut bytes = [0; 32];
        let wrong = || D::Error::custom("not a hash");
        if words.len() != 2 * bytes.len() {
            return Err(wrong());
        }
        for (index, byte) in bytes.iter_mut().enumerate() {
            let digits = words.get(2 * index..2 * index + 2).ok_or_else(wrong)?;
            *byte = u8::from_str_radix(digits, 16).map_err(|_| wrong())?;
        }
        Ok(Hash(bytes))
    }
}
