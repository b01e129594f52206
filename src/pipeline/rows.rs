//! The letters of a paper that is made for each row of a table. A bad row is left out and told; the
//! letters of the others are made.

use rayon::prelude::*;

use crate::batch::output::File;
use crate::data::each::Recipient;
use crate::diag::{Diagnostic, Place};
use crate::docx;
use crate::pdf::{Letter, PrintFile};

use super::paper::{self, LaidOut, Stems, Tools};
use super::{BadRow, Built, Deliver, Making, Paper, Preview, Request, RowName, add};

/// Letters that are made at a time, between two deliveries.
const CHUNK: usize = 64;

/// What is made for each row: the letters of a paper, or certificates.
pub(super) trait Source<'a>: Sync {
    /// Its key in the dossier.
    fn key(&self) -> &str;

    /// Where its entry is.
    fn place(&self) -> Place;

    /// Whom it is made for.
    ///
    /// # Errors
    ///
    /// Findings if the dossier has no such table.
    fn listed(&self) -> Result<Listed<'a>, Vec<Diagnostic>>;

    /// The letter of one of them, and what is wrong with it.
    fn letter(&self, recipient: Recipient<'_>) -> (Option<LaidOut>, Vec<Diagnostic>);
}

/// Whom something is made for.
pub(super) struct Listed<'a> {
    /// In the order of the list.
    pub(super) recipients: Vec<Recipient<'a>>,
    /// What the rows are called: `khách mời`.
    pub(super) noun: &'static str,
    /// The header of the table.
    pub(super) place: Place,
}

/// What is made for each row, and of which rows.
pub(super) struct Batch<'s, 'a> {
    pub(super) source: &'s dyn Source<'a>,
    pub(super) request: &'s Request,
}

impl<'a> Batch<'_, 'a> {
    /// How many letters could be made, and what is wrong.
    pub(super) fn check(&self) -> (usize, Vec<Diagnostic>) {
        let recipients = match self.wanted() {
            Ok(found) => found,
            Err(findings) => return (0, findings),
        };
        let looked_at: Vec<(bool, Vec<Diagnostic>)> = recipients
            .par_iter()
            .filter(|recipient| recipient.sound())
            .map(|recipient| {
                let (letter, problems) = self.source.letter(*recipient);
                (letter.is_some(), problems)
            })
            .collect();
        let sound = looked_at.iter().filter(|(sound, _)| *sound).count();
        let problems = looked_at.into_iter().flat_map(|(_, problems)| problems);
        let mut findings = Vec::new();
        add(&mut findings, problems.collect());
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
        let recipients = match self.wanted() {
            Ok(found) => found,
            Err(findings) => {
                add(&mut built.findings, findings);
                return Ok(());
            }
        };
        let print_stem = stems.free(&format!("{}-in-chung", self.source.key().replace('_', "-")));
        let printed = making.pdf && self.request.preview.is_none() && recipients.len() > 1;
        let mut print = match printed {
            true => self.told(PrintFile::new(Vec::new(), making.duplex), built),
            false => None,
        };
        let mut tools = Tools::default();
        for chunk in recipients.chunks(CHUNK) {
            let named = self.lay_out(chunk, stems, built);
            if let (None, true, Some((_, first))) = (&tools.docx, making.docx, named.first()) {
                // A flow that cannot be prepared cannot be written either, and is told there.
                tools.docx = docx::Prepared::new(&first.flow).ok();
            }
            let made: Vec<_> = named
                .par_iter()
                .map(|(_, letter)| paper::render(letter, making, &tools))
                .collect();
            let mut papers = Vec::new();
            let mut letters = Vec::new();
            for ((recipient, _), result) in named.into_iter().zip(made) {
                match result {
                    Ok((paper, drawn)) => {
                        papers.push(named_paper(paper, recipient));
                        let name = recipient.name();
                        letters.extend(drawn.map(|drawn| Letter { name, drawn }));
                    }
                    Err(finding) => self.bad_row(built, recipient, &[*finding]),
                }
            }
            deliver(papers)?;
            if let Some(mut open) = print.take() {
                let added = open.add(letters);
                print = self.told(added, built).map(|()| open);
            }
        }
        if let Some(print) = print {
            let finished = print.finish(|title, count| format!("{title} ({count} bản)"));
            if let Some((content, pages)) = self.told(finished, built) {
                deliver(vec![self.print_paper(print_stem, content, pages)])?;
            }
        }
        Ok(())
    }

    /// The letters of some recipients with their file names, in order; tells the rows without one.
    fn lay_out(
        &self,
        recipients: &[Recipient<'a>],
        stems: &mut Stems,
        built: &mut Built,
    ) -> Vec<(Recipient<'a>, LaidOut)> {
        let laid_out: Vec<_> = recipients
            .par_iter()
            .map(|recipient| match recipient.sound() {
                true => self.source.letter(*recipient),
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

    /// Those whose letters are wanted.
    fn wanted(&self) -> Result<Vec<Recipient<'a>>, Vec<Diagnostic>> {
        let listed = self.source.listed()?;
        let chosen = chosen(listed.recipients, self.request);
        if chosen.is_empty() {
            let message = format!("không có dòng {} nào được chọn", listed.noun);
            let hint = "số dòng là số ở mép trái cửa sổ Excel, không phải số thứ tự";
            return Err(vec![
                Diagnostic::error("khong-co-dong", listed.place, message).hint(hint),
            ]);
        }
        Ok(chosen)
    }

    /// Tells a row that no letter could be made for, and why.
    fn bad_row(&self, built: &mut Built, recipient: Recipient<'_>, findings: &[Diagnostic]) {
        let in_row = |finding: &&Diagnostic| match &finding.place {
            Place::Cell(cell) => finding.is_error() && recipient.has_row(cell.row),
            Place::Nowhere
            | Place::File(_)
            | Place::Source(_)
            | Place::Paragraph(_)
            | Place::Component { .. } => false,
        };
        let told = built.findings.iter().filter(in_row);
        let errors = findings.iter().filter(|finding| finding.is_error());
        let reasons: Vec<String> = errors
            .chain(told)
            .map(|found| found.message.clone())
            .collect();
        built.bad_rows.push(BadRow {
            key: self.source.key().to_string(),
            row: recipient.row(),
            name: recipient.name(),
            reason: reasons.join("; "),
        });
    }

    /// What came of a step of the file for print; a failure becomes a finding.
    fn told<T>(&self, result: anyhow::Result<T>, built: &mut Built) -> Option<T> {
        match result {
            Ok(made) => Some(made),
            Err(error) => {
                let key = self.source.key();
                let message = format!("không tạo được tệp in chung của {key}: {error:#}");
                let place = self.source.place();
                built
                    .findings
                    .push(Diagnostic::error("khong-tao-duoc", place, message));
                None
            }
        }
    }

    /// The file for print of all letters.
    fn print_paper(&self, stem: String, content: Vec<u8>, pages: usize) -> Paper {
        Paper {
            key: self.source.key().to_string(),
            row: None,
            pages,
            files: vec![File {
                name: format!("{stem}.pdf"),
                content,
            }],
        }
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
