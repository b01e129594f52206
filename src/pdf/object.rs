//! Objects on their way into a file: numbered, written in PDF's words, and packed into one block. All
//! but streams go into an object stream (ISO 32000-1, 7.5.7), compressed together.

use std::io::{BufWriter, IntoInnerError, Write};

use anyhow::Result;
use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Dictionary, Object, ObjectId, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};

/// How hard streams are compressed: beyond it files get hardly smaller, but twice as slow to make.
const LEVEL: u32 = 6;
/// Objects in one object stream, at most.
pub(super) const PACK: usize = 1000;

/// Objects being made, numbered on from a first. They are kept in words, which take little room.
pub(super) struct Objects {
    next: u32,
    streams: Vec<(u32, Vec<u8>)>,
    packed: Vec<(u32, Vec<u8>)>,
}

/// Objects as bytes that follow one another in a file.
pub(super) struct Block {
    pub(super) bytes: Vec<u8>,
    /// Where each object is, from the start of the block.
    pub(super) places: Vec<Place>,
    /// SHA-256 of the bytes.
    pub(super) digest: [u8; 32],
    /// The first number that is not taken.
    pub(super) next: u32,
}

/// Where objects are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// An object at an offset.
    At { number: u32, offset: u64 },
    /// Objects of following numbers, packed in an object stream from a position on.
    Packed {
        first: u32,
        count: u16,
        stream: u32,
        position: u16,
    },
}

impl Objects {
    /// No objects yet; the first gets this number.
    pub(super) fn from(next: u32) -> Objects {
        Objects {
            next,
            streams: Vec::new(),
            packed: Vec::new(),
        }
    }

    /// A number for an object that is set later, or elsewhere.
    pub(super) fn reserve(&mut self) -> ObjectId {
        self.next += 1;
        (self.next - 1, 0)
    }

    /// Sets a reserved object.
    pub(super) fn set(&mut self, id: ObjectId, object: impl Into<Object>) {
        let object = object.into();
        let mut text = Vec::new();
        write(&object, &mut text);
        match object {
            Object::Stream(_) => self.streams.push((id.0, text)),
            _ => self.packed.push((id.0, text)),
        }
    }

    /// Sets a reserved dictionary with an array of references, which may be long.
    pub(super) fn set_with_kids(
        &mut self,
        id: ObjectId,
        dictionary: &Dictionary,
        key: &str,
        kids: &[u32],
    ) {
        let mut text = b"<<".to_vec();
        write_entries(dictionary, &mut text);
        write_name(key.as_bytes(), &mut text);
        text.push(b'[');
        for (index, number) in kids.iter().enumerate() {
            let space = if index > 0 { " " } else { "" };
            text.extend(format!("{space}{number} 0 R").bytes());
        }
        text.extend(b"]>>");
        self.packed.push((id.0, text));
    }

    /// Adds an object.
    pub(super) fn add(&mut self, object: impl Into<Object>) -> ObjectId {
        let id = self.reserve();
        self.set(id, object);
        id
    }

    /// Adds a stream, compressed.
    pub(super) fn add_compressed(
        &mut self,
        dictionary: Dictionary,
        content: &[u8],
    ) -> Result<ObjectId> {
        Ok(self.add(compressed(dictionary, content)?))
    }

    /// The objects as bytes.
    pub(super) fn into_block(mut self) -> Result<Block> {
        let mut bytes = Vec::new();
        let mut places = Vec::new();
        let mut packed = std::mem::take(&mut self.packed);
        packed.sort_by_key(|(number, _)| *number);
        for packed in packed.chunks(PACK) {
            let stream = packed_stream(packed)?;
            let number = self.add(stream).0;
            places.extend(runs(packed, number));
        }
        self.streams.sort_by_key(|(number, _)| *number);
        for (number, text) in &self.streams {
            put(*number, text, &mut bytes, &mut places);
        }
        Ok(Block {
            digest: Sha256::digest(&bytes).into(),
            bytes,
            places,
            next: self.next,
        })
    }
}

/// A stream of compressed content.
pub(super) fn compressed(mut dictionary: Dictionary, content: &[u8]) -> Result<Stream> {
    dictionary.set("Filter", "FlateDecode");
    Ok(Stream::new(dictionary, deflate(content)?))
}

/// A stream of content that is compressed as it comes.
pub(super) fn compressed_by(
    mut dictionary: Dictionary,
    write: impl FnOnce(&mut dyn Write) -> Result<()>,
) -> Result<Stream> {
    dictionary.set("Filter", "FlateDecode");
    let mut encoder = BufWriter::new(ZlibEncoder::new(Vec::new(), Compression::new(LEVEL)));
    write(&mut encoder)?;
    let encoder = encoder.into_inner().map_err(IntoInnerError::into_error)?;
    Ok(Stream::new(dictionary, encoder.finish()?))
}

/// Compresses as `FlateDecode` reads it.
pub(super) fn deflate(content: &[u8]) -> Result<Vec<u8>> {
    let out = Vec::with_capacity(content.len() / 3);
    let mut encoder = ZlibEncoder::new(out, Compression::new(LEVEL));
    encoder.write_all(content)?;
    Ok(encoder.finish()?)
}

/// Writes an object of its own, given in words.
pub(super) fn put(number: u32, text: &[u8], bytes: &mut Vec<u8>, places: &mut Vec<Place>) {
    let offset = bytes.len() as u64;
    places.push(Place::At { number, offset });
    bytes.extend(format!("{number} 0 obj\n").bytes());
    bytes.extend(text);
    bytes.extend(b"\nendobj\n");
}

/// An object stream: numbers and offsets, then the objects.
fn packed_stream(packed: &[(u32, Vec<u8>)]) -> Result<Stream> {
    let mut head = String::new();
    let mut offset = 0;
    for (number, text) in packed {
        head.push_str(&format!("{number} {offset} "));
        offset += text.len() + 1;
    }
    let first = head.len();
    let mut content = head.into_bytes();
    content.reserve(offset);
    for (_, text) in packed {
        content.extend(text);
        content.push(b'\n');
    }
    let dictionary = dictionary! {
        "Type" => "ObjStm",
        "N" => packed.len() as i64,
        "First" => first as i64,
    };
    compressed(dictionary, &content)
}

/// The places of packed objects: one for each run of following numbers.
fn runs(packed: &[(u32, Vec<u8>)], stream: u32) -> Vec<Place> {
    let mut runs: Vec<Place> = Vec::new();
    for (index, &(number, _)) in packed.iter().enumerate() {
        match runs.last_mut() {
            Some(Place::Packed { first, count, .. }) if *first + u32::from(*count) == number => {
                *count += 1
            }
            Some(_) | None => runs.push(Place::Packed {
                first: number,
                count: 1,
                stream,
                position: index as u16,
            }),
        }
    }
    runs
}

/// Writes an object in PDF's words (ISO 32000-1, 7.3).
pub(super) fn write(object: &Object, out: &mut Vec<u8>) {
    match object {
        Object::Null => out.extend(b"null"),
        Object::Boolean(value) => out.extend(value.to_string().bytes()),
        Object::Integer(value) => out.extend(value.to_string().bytes()),
        Object::Real(value) => out.extend(value.to_string().bytes()),
        Object::Name(name) => write_name(name, out),
        Object::String(bytes, format) => write_string(bytes, format, out),
        Object::Array(items) => {
            out.push(b'[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    out.push(b' ');
                }
                write(item, out);
            }
            out.push(b']');
        }
        Object::Dictionary(dictionary) => write_dictionary(dictionary, out),
        Object::Stream(stream) => {
            let mut dictionary = stream.dict.clone();
            dictionary.set("Length", stream.content.len() as i64);
            write_dictionary(&dictionary, out);
            out.extend(b"\nstream\n");
            out.extend(&stream.content);
            out.extend(b"\nendstream");
        }
        Object::Reference((number, generation)) => {
            out.extend(format!("{number} {generation} R").bytes());
        }
    }
}

fn write_dictionary(dictionary: &Dictionary, out: &mut Vec<u8>) {
    out.extend(b"<<");
    write_entries(dictionary, out);
    out.extend(b">>");
}

fn write_entries(dictionary: &Dictionary, out: &mut Vec<u8>) {
    for (key, value) in dictionary {
        write_name(key, out);
        let parted = matches!(
            value,
            Object::Name(_) | Object::String(..) | Object::Array(_) | Object::Dictionary(_)
        );
        if !parted {
            out.push(b' ');
        }
        write(value, out);
    }
}

fn write_name(name: &[u8], out: &mut Vec<u8>) {
    out.push(b'/');
    for &byte in name {
        if byte.is_ascii_graphic() && !b"#()<>[]{}/%".contains(&byte) {
            out.push(byte);
        } else {
            out.extend(format!("#{byte:02X}").bytes());
        }
    }
}

fn write_string(bytes: &[u8], format: &StringFormat, out: &mut Vec<u8>) {
    match format {
        StringFormat::Hexadecimal => {
            out.push(b'<');
            for byte in bytes {
                out.extend(format!("{byte:02X}").bytes());
            }
            out.push(b'>');
        }
        StringFormat::Literal => {
            out.push(b'(');
            for &byte in bytes {
                match byte {
                    b'(' | b')' | b'\\' => out.extend([b'\\', byte]),
                    b'\r' => out.extend(b"\\r"),
                    byte => out.push(byte),
                }
            }
            out.push(b')');
        }
    }
}

#[cfg(test)]
mod tests {
    use lopdf::text_string;

    use super::*;

    #[test]
    fn objects_are_written_so_that_a_reader_gets_them_back() {
        let object = Object::Dictionary(dictionary! {
            "A#b" => vec![Object::Null, true.into(), (-7).into(), Object::Real(0.5)],
            "Text" => Object::string_literal("a(b)\\c\r"),
            "Title" => text_string("Kế hoạch"),
            "Code" => Object::String(vec![0, 255], StringFormat::Hexadecimal),
            "Kid" => (12, 0),
            "Inside" => dictionary! { "N" => "Name" },
        });
        let mut out = Vec::new();
        write(&object, &mut out);
        let text = String::from_utf8_lossy(&out);
        assert!(
            text.starts_with("<</A#23b[null true -7 0.5]/Text(a\\(b\\)\\\\c\\r)/Title"),
            "{text}"
        );
        assert!(
            text.ends_with("/Code<00FF>/Kid 12 0 R/Inside<</N/Name>>>>"),
            "{text}"
        );
    }

    #[test]
    fn following_numbers_are_one_run() {
        let texts = [3, 4, 7].map(|number| (number, Vec::new()));
        let run = |first, count, position| Place::Packed {
            first,
            count,
            stream: 9,
            position,
        };
        assert_eq!(runs(&texts, 9), [run(3, 2, 0), run(7, 1, 2)]);
    }
}
