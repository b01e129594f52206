//! The letters of a paper that is made for each row of a table. A bad row is left out and told; the
//! letters of the others are made.

use rayon::prelude::*;

use crate::batch::output::File;
use crate::data::Entry;
use crate::data::guests::Guest;
use crate::diag::{Diagnostic, Place};
use crate::document::Meta;
use crate::layout::join::{Letter, join};
use crate::layout::page::Pages;
use crate::template::Prepared;
use crate::{docx, pdf};

use super::paper::{self, LaidOut, Stems};
use super::workshop::Workshop;
use super::{BadRow, Built, Deliver, Making, Paper, Preview, Request, RowName, add};

/// Letters that are made at a time, between two deliveries.
const CHUNK: usize = 64;

/// A paper that is made for each row.
pub(super) struct Batch<'a> {
    pub(super) workshop: &'a Workshop,
    pub(super) entry: &'a Entry,
    pub(super) request: &'a Request,
}

impl Batch<'_> {
    /// How many letters could be made, and what is wrong.
    pub(super) fn check(&self) -> (usize, Vec<Diagnostic>) {
        let (prepared, guests) = match self.wanted() {
            Ok(found) => found,
            Err(findings) => return (0, findings),
        };
        let mut findings = Vec::new();
        let mut sound = 0;
        for guest in guests.into_iter().filter(|guest| guest.sound()) {
            let (letter, problems) = self.letter(&prepared, guest);
            add(&mut findings, problems);
            sound += usize::from(letter.is_some());
        }
        (sound, findings)
    }

    /// Makes the letters in the order of the list, and the file for print of all of them.
    pub(super) fn build<E>(
        &self,
        making: Making,
        stems: &mut Stems,
        built: &mut Built,
        deliver: Deliver<'_, E>,
    ) -> Result<(), E> {
        let (prepared, guests) = match self.wanted() {
            Ok(found) => found,
            Err(findings) => {
                add(&mut built.findings, findings);
                return Ok(());
            }
        };
        let print_stem = stems.free(&format!("{}-in-chung", self.entry.key.replace('_', "-")));
        let mut letters: Vec<Letter> = Vec::new();
        let mut writer: Option<docx::Prepared> = None;
        for chunk in guests.chunks(CHUNK) {
            let named = self.lay_out(&prepared, chunk, stems, built);
            if writer.is_none() && making.docx {
                // A flow that cannot be prepared cannot be written either, and is told there.
                writer = named
                    .first()
                    .and_then(|(_, letter)| docx::Prepared::new(&letter.flow).ok());
            }
            let made: Vec<_> = named
                .par_iter()
                .map(|(guest, letter)| (*guest, paper::render(letter, making, writer.as_ref())))
                .collect();
            let mut papers = Vec::new();
            for (guest, result) in made {
                match result {
                    Ok((paper, pages)) => {
                        papers.push(named_paper(paper, guest));
                        letters.push(Letter {
                            name: name(guest),
                            pages,
                        });
                    }
                    Err(finding) => self.bad_row(built, guest, &[*finding]),
                }
            }
            deliver(papers)?;
        }
        if making.pdf && letters.len() > 1 && self.request.preview.is_none() {
            match self.print_file(print_stem, letters, making) {
                Ok(paper) => deliver(vec![paper])?,
                Err(finding) => built.findings.push(*finding),
            }
        }
        Ok(())
    }

    /// The letters of some guests with their file names, in order; tells the rows without one.
    fn lay_out<'g>(
        &self,
        prepared: &Prepared<'_>,
        guests: &[&'g Guest],
        stems: &mut Stems,
        built: &mut Built,
    ) -> Vec<(&'g Guest, LaidOut)> {
        let laid_out: Vec<_> = guests
            .par_iter()
            .map(|guest| match guest.sound() {
                true => self.letter(prepared, guest),
                false => (None, Vec::new()),
            })
            .collect();
        let mut named = Vec::new();
        for ((letter, findings), guest) in laid_out.into_iter().zip(guests) {
            match letter {
                Some(mut letter) => {
                    letter.file_stem = stems.free(&letter.file_stem);
                    named.push((*guest, letter));
                }
                None => self.bad_row(built, guest, &findings),
            }
            add(&mut built.findings, findings);
        }
        named
    }

    /// The template and the guests whose letters are wanted.
    fn wanted(&self) -> Result<(Prepared<'_>, Vec<&Guest>), Vec<Diagnostic>> {
        let Batch {
            workshop,
            entry,
            request,
        } = *self;
        let prepared = workshop
            .prepare(entry)
            .map_err(|findings| paper::placed(findings, entry))?;
        let Some(guests) = workshop.dossier.guests() else {
            let message = format!("văn bản {} cần bảng khách mời", entry.key);
            return Err(vec![
                Diagnostic::error("thieu-bang", entry.place.clone(), message).hint(
                    "ghi tên tệp vào khóa khach_moi của hồ sơ, thí dụ: khach_moi: khach-moi.csv",
                ),
            ]);
        };
        let mut chosen: Vec<&Guest> = guests
            .rows
            .iter()
            .filter(|guest| {
                request
                    .rows
                    .as_ref()
                    .is_none_or(|rows| rows.takes(guest.row()))
            })
            .collect();
        match request.preview {
            None => {}
            Some(Preview::Row(row)) => chosen.retain(|guest| guest.row() == row),
            Some(Preview::Longest) => {
                let longest = chosen.iter().copied().max_by_key(|guest| guest.length());
                chosen = longest.into_iter().collect();
            }
        }
        if chosen.is_empty() {
            let message = "không có dòng khách mời nào được chọn";
            let hint = "số dòng là số ở mép trái cửa sổ Excel, không phải số thứ tự";
            return Err(vec![
                Diagnostic::error("khong-co-dong", guests.place.clone(), message).hint(hint),
            ]);
        }
        Ok((prepared, chosen))
    }

    /// The letter of a guest.
    fn letter(&self, prepared: &Prepared<'_>, guest: &Guest) -> (Option<LaidOut>, Vec<Diagnostic>) {
        let rendered = prepared.render_row("khach", &guest.context());
        paper::lay_out(&self.workshop.dossier, self.entry, rendered, Some(guest))
    }

    /// Tells a row that no letter could be made for, and why.
    fn bad_row(&self, built: &mut Built, guest: &Guest, findings: &[Diagnostic]) {
        let in_row = |finding: &&Diagnostic| match &finding.place {
            Place::Cell(cell) => finding.is_error() && cell.row == guest.row(),
            Place::Nowhere | Place::File(_) | Place::Source(_) | Place::Component { .. } => false,
        };
        let told = built.findings.iter().filter(in_row);
        let errors = findings.iter().filter(|finding| finding.is_error());
        let reasons: Vec<String> = errors
            .chain(told)
            .map(|found| found.message.clone())
            .collect();
        built.bad_rows.push(BadRow {
            key: self.entry.key.clone(),
            row: guest.row(),
            name: name(guest),
            reason: reasons.join("; "),
        });
    }

    /// One PDF of all letters in the order of the list.
    fn print_file(
        &self,
        stem: String,
        letters: Vec<Letter>,
        making: Making,
    ) -> Result<Paper, Box<Diagnostic>> {
        let meta = letters.first().map_or_else(Meta::default, |first| Meta {
            title: format!("{} ({} bản)", first.pages.meta.title, letters.len()),
            ..first.pages.meta.clone()
        });
        let pages: Pages = join(letters, meta, making.duplex);
        let content = pdf::write(&pages).map_err(|error| {
            let message = format!(
                "không tạo được tệp in chung của {}: {error:#}",
                self.entry.key
            );
            Box::new(Diagnostic::error(
                "khong-tao-duoc",
                self.entry.place.clone(),
                message,
            ))
        })?;
        Ok(Paper {
            key: self.entry.key.clone(),
            row: None,
            pages: pages.pages.len(),
            files: vec![File {
                name: format!("{stem}.pdf"),
                content,
            }],
        })
    }
}

fn named_paper(paper: Paper, guest: &Guest) -> Paper {
    Paper {
        row: Some(RowName {
            number: guest.row(),
            name: name(guest),
        }),
        ..paper
    }
}

/// How people call a guest: by name, else by post and unit.
fn name(guest: &Guest) -> String {
    match (&guest.name, &guest.post, &guest.unit) {
        (Some(name), _, _) => name.clone(),
        (None, Some(post), Some(unit)) => format!("{post}, {unit}"),
        (None, Some(one), None) | (None, None, Some(one)) => one.clone(),
        (None, None, None) => format!("dòng {}", guest.row()),
    }
}
