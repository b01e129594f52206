//! The letters of a paper that is made for each row of a table. A bad row is left out and told; the
//! letters of the others are made.

use rayon::prelude::*;

use crate::batch::output::OutputError;
use crate::data::each::Recipient;
use crate::diag::{Diagnostic, Place};
use crate::docx;

use super::paper::{self, LaidOut, Stems, Tools};
use super::print::Print;
use super::{BadRow, Built, Desk, Making, Paper, Preview, Request, RowName, add};

/// Letters that are made at a time, between two deliveries.
const CHUNK: usize = 64;

/// A recipient with its place in the list.
pub(super) type Placed<'a> = (u32, Recipient<'a>);

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
            .filter(|(_, recipient)| recipient.sound())
            .map(|(_, recipient)| {
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
    pub(super) fn build(
        &self,
        making: Making,
        order: u32,
        stems: &mut Stems,
        built: &mut Built,
        desk: &mut dyn Desk,
    ) -> Result<(), OutputError> {
        let recipients = match self.wanted() {
            Ok(found) => found,
            Err(findings) => {
                add(&mut built.findings, findings);
                return Ok(());
            }
        };
        desk.begins(self.source.key(), recipients.len());
        let printed = making.print && self.request.preview.is_none() && recipients.len() > 1;
        let name = printed.then(|| self.print_name(stems));
        let mut print = Print::new(self, name, order, making, desk)?;
        let mut tools = Tools::default();
        for chunk in recipients.chunks(CHUNK) {
            let named = self.lay_out(chunk, stems, built);
            if let (None, true, Some((_, first))) = (&tools.docx, making.docx, named.first()) {
                // A flow that cannot be prepared cannot be written either, and is told there.
                tools.docx = docx::Prepared::new(&first.flow).ok();
            }
            let shared: &dyn Desk = desk;
            let made: Vec<_> = named
                .par_iter()
                .map(|(_, letter)| paper::render(letter, making, &tools, shared, print.draws()))
                .collect();
            let mut papers = Vec::new();
            for (((index, recipient), _), result) in named.into_iter().zip(made) {
                match result {
                    Ok(made) => {
                        print.add(recipient.name(), made.source, made.drawn);
                        papers.push(Paper {
                            row: Some(RowName {
                                number: recipient.row(),
                                name: recipient.name().into(),
                            }),
                            order: (order, index),
                            ..made.paper
                        });
                    }
                    Err(finding) => self.bad_row(built, recipient, &[*finding]),
                }
            }
            desk.take(papers)?;
            print.write(built);
        }
        if print.ends_as_hoped() == Some(false) {
            print.begin(desk)?;
            for chunk in recipients.chunks(CHUNK) {
                print.add_again(chunk);
                print.write(built);
            }
        }
        print.finish(built, desk)
    }

    /// Name of the file for print; that of some rows does not take the place of the whole.
    fn print_name(&self, stems: &mut Stems) -> String {
        let key = self.source.key().replace('_', "-");
        let rows = self.request.rows.as_ref();
        let rows = rows.map_or(String::new(), |rows| format!("-dong-{}", rows.file_part()));
        format!("{}.pdf", stems.free(&format!("{key}-in-chung{rows}")))
    }

    /// The letters of some recipients with their file names, in order; tells the rows without one.
    fn lay_out(
        &self,
        recipients: &[Placed<'a>],
        stems: &mut Stems,
        built: &mut Built,
    ) -> Vec<(Placed<'a>, LaidOut)> {
        let laid_out: Vec<_> = recipients
            .par_iter()
            .map(|(_, recipient)| match recipient.sound() {
                true => self.source.letter(*recipient),
                false => (None, Vec::new()),
            })
            .collect();
        let mut named = Vec::new();
        for ((letter, findings), placed) in laid_out.into_iter().zip(recipients) {
            match letter {
                Some(mut letter) => {
                    letter.file_stem = stems.free(&letter.file_stem);
                    named.push((*placed, letter));
                }
                None => self.bad_row(built, placed.1, &findings),
            }
            add(&mut built.findings, findings);
        }
        named
    }

    /// Those whose letters are wanted.
    fn wanted(&self) -> Result<Vec<Placed<'a>>, Vec<Diagnostic>> {
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
}

/// Those whom the request wants.
fn chosen<'a>(recipients: Vec<Recipient<'a>>, request: &Request) -> Vec<Placed<'a>> {
    let mut chosen: Vec<Placed<'a>> = (0..).zip(recipients).collect();
    if let Some(rows) = &request.rows {
        chosen.retain(|(_, recipient)| recipient.in_rows(rows));
    }
    match request.preview {
        None => {}
        Some(Preview::Row(row)) => chosen.retain(|(_, recipient)| recipient.has_row(row)),
        Some(Preview::Longest) => {
            let longest = chosen.iter().copied();
            let longest = longest.max_by_key(|(_, recipient)| recipient.length());
            chosen = longest.into_iter().collect();
        }
    }
    chosen
}
