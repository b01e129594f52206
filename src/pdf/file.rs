//! A PDF file written from front to back: header, blocks of objects, the references to them at the
//! end. Nothing but the places of the objects is kept, so a file may be larger than memory.

use std::io::Write;

use anyhow::{Result, ensure};
use lopdf::{Object, ObjectId, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};

use super::object::{self, Block, Place};

/// Version, and a comment that shows programs that the file is not text.
const HEADER: &[u8] = b"%PDF-1.7\n%\xBB\xAD\xC0\xDE\n";
/// Bytes of an identifier.
const ID_LENGTH: usize = 16;

/// A file being written.
pub(super) struct File<W> {
    out: W,
    length: u64,
    places: Vec<Place>,
    digest: Sha256,
}

impl<W: Write> File<W> {
    pub(super) fn new(mut out: W) -> Result<File<W>> {
        out.write_all(HEADER)?;
        Ok(File {
            out,
            length: HEADER.len() as u64,
            places: Vec::new(),
            digest: Sha256::new(),
        })
    }

    /// Appends objects.
    pub(super) fn append(&mut self, block: &Block) -> Result<()> {
        let start = self.length;
        self.places
            .extend(block.places.iter().map(|place| match *place {
                Place::At { number, offset } => Place::At {
                    number,
                    offset: start + offset,
                },
                packed @ Place::Packed { .. } => packed,
            }));
        self.digest.update(block.digest);
        self.out.write_all(&block.bytes)?;
        self.length += block.bytes.len() as u64;
        Ok(())
    }

    /// Writes the references (as a stream, ISO 32000-1, 7.5.8) and ends the file. `next` is the
    /// first number that no object has. The identifier follows from the content.
    pub(super) fn finish(mut self, next: u32, root: ObjectId, info: ObjectId) -> Result<W> {
        let start = self.length;
        self.places.push(Place::At {
            number: next,
            offset: start,
        });
        let width = offset_width(start);
        self.places.sort_by_key(Place::first);
        let id = self.digest.finalize()[..ID_LENGTH].to_vec();
        let id = Object::String(id, StringFormat::Hexadecimal);
        let size = i64::from(next) + 1;
        let row = ROW_EXTRA + width;
        let dictionary = dictionary! {
            "Type" => "XRef",
            "Size" => size,
            "W" => vec![1.into(), Object::from(width as i64), 2.into()],
            "Root" => root,
            "Info" => info,
            "ID" => vec![id.clone(), id],
            "DecodeParms" => dictionary! { "Predictor" => 12, "Columns" => row as i64 },
        };
        let places = &self.places;
        let stream = object::compressed_by(dictionary, |out| write_table(places, width, out))?;
        let bytes = last_block(next, stream, start);
        self.out.write_all(&bytes)?;
        Ok(self.out)
    }
}

/// Bytes of a row beside the offset: its kind, and a position in an object stream.
const ROW_EXTRA: usize = 3;

/// Bytes that an offset needs; four hold all but the largest files.
fn offset_width(largest: u64) -> usize {
    if largest > u64::from(u32::MAX) { 8 } else { 4 }
}

fn last_block(number: u32, table: Stream, start: u64) -> Vec<u8> {
    let (mut text, mut bytes) = (Vec::new(), Vec::new());
    object::write(&table.into(), &mut text);
    object::put(number, &text, &mut bytes, &mut Vec::new());
    bytes.extend(format!("startxref\n{start}\n%%EOF\n").bytes());
    bytes
}

/// Writes the rows of all objects, each as the difference from the row before (PNG predictor "up"),
/// which makes most of them nearly nothing. The places come in order.
fn write_table(places: &[Place], width: usize, out: &mut dyn Write) -> Result<()> {
    let mut before = vec![0; ROW_EXTRA + width];
    let mut number = 0;
    let mut add = |kind: u8, offset: u64, position: u16| {
        let mut row = vec![kind];
        row.extend(&offset.to_be_bytes()[8 - width..]);
        row.extend(position.to_be_bytes());
        let differences = row.iter().zip(&before);
        let differences = differences.map(|(new, old)| new.wrapping_sub(*old));
        let line: Vec<u8> = std::iter::once(2).chain(differences).collect();
        before = row;
        out.write_all(&line)
    };
    for place in places {
        let first = place.first();
        ensure!(first >= number, "object {first} is there twice");
        for number in number..first {
            add(0, 0, if number == 0 { u16::MAX } else { 0 })?;
        }
        match *place {
            Place::At { offset, .. } => {
                add(1, offset, 0)?;
                number = first + 1;
            }
            Place::Packed {
                count,
                stream,
                position,
                ..
            } => {
                for position in position..position + count {
                    add(2, u64::from(stream), position)?;
                }
                number = first + u32::from(count);
            }
        }
    }
    Ok(())
}

impl Place {
    fn first(&self) -> u32 {
        match self {
            Place::At { number, .. } => *number,
            Place::Packed { first, .. } => *first,
        }
    }
}
