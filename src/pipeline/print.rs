//! The file for print of a batch: written while its letters are made. If there is one from an earlier
//! run it is hoped to be right, and made only if it turns out not to be.

use std::io::Write;

use rayon::prelude::*;

use crate::batch::hash::{Hash, Hasher};
use crate::batch::output::{Draft, File, OutputError};
use crate::diag::Diagnostic;
use crate::pdf::{self, Drawn, Letter, PrintFile};

use super::rows::{Batch, Placed};
use super::{Built, Desk, Making, Paper};

/// A file for print.
pub(super) struct Print<'b, 's, 'a> {
    batch: &'b Batch<'s, 'a>,
    name: String,
    order: u32,
    making: Making,
    state: State,
    letters: Vec<Letter>,
    count: usize,
    /// Of what went in, in order.
    source: Hasher,
    finding: Option<Diagnostic>,
}

/// How far it is.
enum State {
    /// There is to be none, or it could not be made.
    Off,
    /// The one that is there was made of this, and has so many pages.
    Hoped(Hash, usize),
    /// It is being written.
    Open(Box<PrintFile<Draft>>),
}

impl<'b, 's, 'a> Print<'b, 's, 'a> {
    /// Begins a file, or hopes for the one that is there. Without a name there is to be none.
    pub(super) fn new(
        batch: &'b Batch<'s, 'a>,
        name: Option<String>,
        order: u32,
        making: Making,
        desk: &mut dyn Desk,
    ) -> Result<Print<'b, 's, 'a>, OutputError> {
        let there = name.as_ref().and_then(|name| desk.there(name));
        let mut print = Print {
            batch,
            order,
            making,
            state: match there {
                Some((source, pages)) => State::Hoped(source, pages),
                None => State::Off,
            },
            letters: Vec::new(),
            count: 0,
            source: Hasher::default(),
            finding: None,
            name: name.clone().unwrap_or_default(),
        };
        if name.is_some() && there.is_none() {
            print.begin(desk)?;
        }
        Ok(print)
    }

    /// Begins to write.
    pub(super) fn begin(&mut self, desk: &mut dyn Desk) -> Result<(), OutputError> {
        let opened = PrintFile::new(desk.draft()?, self.making.duplex);
        self.state = match opened {
            Ok(open) => State::Open(Box::new(open)),
            Err(error) => self.failed(&error),
        };
        Ok(())
    }

    /// True if letters must be drawn for it.
    pub(super) fn draws(&self) -> bool {
        matches!(self.state, State::Open(_))
    }

    /// Takes a letter.
    pub(super) fn add(&mut self, name: String, source: Hash, drawn: Option<Drawn>) {
        self.count += 1;
        for part in [source.bytes(), name.as_bytes(), b"\n"] {
            // Hashing cannot fail.
            let _ = self.source.write_all(part);
        }
        self.letters
            .extend(drawn.map(|drawn| Letter { name, drawn }));
    }

    /// Draws letters once more; what is wrong with them was told the first time.
    pub(super) fn add_again(&mut self, recipients: &[Placed<'a>]) {
        let source = self.batch.source;
        let drawn: Vec<Option<Letter>> = recipients
            .par_iter()
            .filter(|(_, recipient)| recipient.sound())
            .map(|(_, recipient)| {
                let letter = source.letter(*recipient).0?;
                let drawn = pdf::draw(&letter.pages).ok()?;
                let name = recipient.name();
                Some(Letter { name, drawn })
            })
            .collect();
        self.letters.extend(drawn.into_iter().flatten());
    }

    /// Writes what was taken.
    pub(super) fn write(&mut self, built: &mut Built) {
        let letters = std::mem::take(&mut self.letters);
        if let State::Open(open) = &mut self.state
            && let Err(error) = open.add(letters)
        {
            self.state = self.failed(&error);
        }
        built.findings.extend(self.finding.take());
    }

    /// Whether the file that is there is the right one, if there was hope.
    pub(super) fn ends_as_hoped(&mut self) -> Option<bool> {
        let State::Hoped(there, _) = self.state else {
            return None;
        };
        Some(self.count > 1 && self.whole_source() == there)
    }

    /// Hands the file over; one of less than two letters is none.
    pub(super) fn finish(
        mut self,
        built: &mut Built,
        desk: &mut dyn Desk,
    ) -> Result<(), OutputError> {
        let source = self.whole_source();
        let handed = match std::mem::replace(&mut self.state, State::Off) {
            State::Hoped(_, pages) => {
                let mut paper = self.paper(pages);
                paper.files.push(self.file(source));
                desk.take(vec![paper])
            }
            State::Open(open) if self.count > 1 => {
                match open.finish(|title, count| format!("{title} ({count} bản)")) {
                    Ok((draft, pages)) => desk.keep(&self.paper(pages), &self.file(source), draft),
                    Err(error) => {
                        self.failed(&error);
                        Ok(())
                    }
                }
            }
            State::Open(_) | State::Off => Ok(()),
        };
        built.findings.extend(self.finding.take());
        handed
    }

    /// Of all that went in, and how.
    fn whole_source(&self) -> Hash {
        Hash::of_source(&(self.source.so_far(), self.making.duplex))
    }

    /// The paper without its file.
    fn paper(&self, pages: usize) -> Paper {
        Paper {
            key: self.batch.source.key().to_string(),
            row: None,
            pages,
            order: (self.order, u32::MAX),
            part: self.batch.request.rows.is_some(),
            files: Vec::new(),
        }
    }

    /// The file, its content being elsewhere.
    fn file(&self, source: Hash) -> File {
        File {
            name: self.name.clone(),
            content: None,
            source,
        }
    }

    /// Tells a failure; nothing more is written.
    fn failed(&mut self, error: &anyhow::Error) -> State {
        let key = self.batch.source.key();
        let message = format!("không tạo được tệp in chung của {key}: {error:#}");
        let place = self.batch.source.place();
        self.finding = Some(Diagnostic::error("khong-tao-duoc", place, message));
        State::Off
    }
}
