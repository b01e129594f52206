//! The letters of a paper that is made for each row of a table. A bad row is left out and told; the
//! letters of the others are made.

use rayon::prelude::*;

use crate::batch::output::File;
use crate::data::Entry;
use crate::data::each::Recipient;
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
        let (prepared, recipients) = match self.wanted() {
            Ok(found) => found,
            Err(findings) => return (0, findings),
        };
        let mut findings = Vec::new();
        let mut sound = 0;
        for recipient in recipients.into_iter().filter(|recipient| recipient.sound()) {
            let (letter, problems) = self.letter(&prepared, recipient);
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
        let (prepared, recipients) = match self.wanted() {
            Ok(found) => found,
            Err(findings) => {
                add(&mut built.findings, findings);
                return Ok(());
            }
        };
        let print_stem = stems.free(&format!("{}-in-chung", self.entry.key.replace('_', "-")));
        let mut letters: Vec<Letter> = Vec::new();
        let mut writer: Option<docx::Prepared> = None;
        for chunk in recipients.chunks(CHUNK) {
            let named = self.lay_out(&prepared, chunk, stems, built);
            if writer.is_none() && making.docx {
                // A flow that cannot be prepared cannot be written either, and is told there.
                writer = named
                    .first()
                    .and_then(|(_, letter)| docx::Prepared::new(&letter.flow).ok());
            }
            let made: Vec<_> = named
                .par_iter()
                .map(|(recipient, letter)| {
                    (*recipient, paper::render(letter, making, writer.as_ref()))
                })
                .collect();
            let mut papers = Vec::new();
            for (recipient, result) in made {
                match result {
                    Ok((paper, pages)) => {
                        papers.push(named_paper(paper, recipient));
                        letters.push(Letter {
                            name: recipient.name(),
                            pages,
                        });
                    }
                    Err(finding) => self.bad_row(built, recipient, &[*finding]),
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

    /// The letters of some recipients with their file names, in order; tells the rows without one.
    fn lay_out<'g>(
        &self,
        prepared: &Prepared<'_>,
        recipients: &[Recipient<'g>],
        stems: &mut Stems,
        built: &mut Built,
    ) -> Vec<(Recipient<'g>, LaidOut)> {
        let laid_out: Vec<_> = recipients
            .par_iter()
            .map(|recipient| match recipient.sound() {
                true => self.letter(prepared, *recipient),
                false => (None, Vec::new()),
            })
            .collect();
        let mut named = Vec::new();
        for ((letter, findings), recipient) in laid_out.into_iter().zip(recipients) {
            match letter {
                Some(mut letter) => {
                    letter.file_stem = stems.free(&letter.file_stem);
                    named.push((*recipient, letter));
                }
                None => self.bad_row(built, *recipient, &findings),
            }
            add(&mut built.findings, findings);
        }
        named
    }

    /// The template and the recipients whose letters are wanted.
    fn wanted(&self) -> Result<(Prepared<'_>, Vec<Recipient<'_>>), Vec<Diagnostic>> {
        let Batch {
            workshop,
            entry,
            request,
        } = *self;
        let prepared = workshop
            .prepare(entry)
            .map_err(|findings| paper::placed(findings, entry))?;
        let Some(table) = entry.paper.each_row_of else {
            return Ok((prepared, Vec::new()));
        };
        let noun = table.noun();
        let Some(each) = workshop.dossier.each(table) else {
            let message = format!("văn bản {} cần bảng {noun}", entry.key);
            let key = table.key();
            let file = key.replace('_', "-");
            let hint = format!("ghi tên tệp vào khóa {key} của hồ sơ, thí dụ: {key}: {file}.csv");
            return Err(vec![
                Diagnostic::error("thieu-bang", entry.place.clone(), message).hint(hint),
            ]);
        };
        let chosen = chosen(each.recipients, request);
        if chosen.is_empty() {
            let message = format!("không có dòng {noun} nào được chọn");
            let hint = "số dòng là số ở mép trái cửa sổ Excel, không phải số thứ tự";
            return Err(vec![
                Diagnostic::error("khong-co-dong", each.place, message).hint(hint),
            ]);
        }
        Ok((prepared, chosen))
    }

    /// The letter of a recipient.
    fn letter(
        &self,
        prepared: &Prepared<'_>,
        recipient: Recipient<'_>,
    ) -> (Option<LaidOut>, Vec<Diagnostic>) {
        let rendered = prepared.render_row(recipient.variable(), &recipient.context());
        paper::lay_out(
            &self.workshop.dossier,
            self.entry,
            rendered,
            Some(recipient),
        )
    }

    /// Tells a row that no letter could be made for, and why.
    fn bad_row(&self, built: &mut Built, recipient: Recipient<'_>, findings: &[Diagnostic]) {
        let in_row = |finding: &&Diagnostic| match &finding.place {
            Place::Cell(cell) => finding.is_error() && recipient.has_row(cell.row),
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
            row: recipient.row(),
            name: recipient.name(),
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

/// Those whom the request wants.
fn chosen<'a>(recipients: Vec<Recipient<'a>>, request: &Request) -> Vec<Recipient<'a>> {
    let mut chosen = recipients;
    if let Some(rows) = &request.rows {
        chosen.retain(|recipient| recipient.in_rows(rows));
    }
    match request.preview {
        None => {}
        Some(Preview::Row(row)) => chosen.retain(|recipient| recipient.has_row(row)),
        Some(Preview::Longest) => {
            let longest = chosen.iter().copied();
            let longest = longest.max_by_key(|recipient| recipient.length());
            chosen = longest.into_iter().collect();
        }
    }
    chosen
}

fn named_paper(paper: Paper, recipient: Recipient<'_>) -> Paper {
    Paper {
        row: Some(RowName {
            number: recipient.row(),
            name: recipient.name(),
        }),
        ..paper
    }
}
