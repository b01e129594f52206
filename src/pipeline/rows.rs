//! The letters of a paper that is made for each row of a table. A bad row is left out and told; the
//! letters of the others are made.

use rayon::prelude::*;

use crate::data::Entry;
use crate::data::guests::Guest;
use crate::diag::{Diagnostic, Place};
use crate::document::Meta;
use crate::layout::join::{Letter, join};
use crate::layout::page::Pages;
use crate::pdf;
use crate::template::Prepared;

use super::paper::{self, LaidOut, Stems};
use super::workshop::Workshop;
use super::{BadRow, Built, Deliver, Making, Paper, Preview, Request, RowName, add};

/// Letters that are made at a time, between two deliveries.
const CHUNK: usize = 64;

/// How many letters could be made, and what is wrong.
pub(super) fn check(
    workshop: &Workshop,
    entry: &Entry,
    request: &Request,
) -> (usize, Vec<Diagnostic>) {
    let mut findings = Vec::new();
    let mut sound = 0;
    match wanted(workshop, entry, request) {
        Ok((prepared, guests)) => {
            for guest in guests.into_iter().filter(|guest| guest.sound()) {
                let (letter, problems) = letter(workshop, entry, &prepared, guest);
                add(&mut findings, problems);
                sound += usize::from(letter.is_some());
            }
        }
        Err(problems) => findings = problems,
    }
    (sound, findings)
}

/// Makes the letters in the order of the list, and the file for print of all of them.
pub(super) fn build<E>(
    workshop: &Workshop,
    entry: &Entry,
    request: &Request,
    making: Making,
    stems: &mut Stems,
    built: &mut Built,
    deliver: Deliver<'_, E>,
) -> Result<(), E> {
    let (prepared, guests) = match wanted(workshop, entry, request) {
        Ok(found) => found,
        Err(findings) => {
            add(&mut built.findings, findings);
            return Ok(());
        }
    };
    let combined = stems.free(&entry.key.replace('_', "-"));
    let mut letters: Vec<Letter> = Vec::new();
    for chunk in guests.chunks(CHUNK) {
        let laid_out: Vec<_> = chunk
            .par_iter()
            .map(|guest| match guest.sound() {
                true => letter(workshop, entry, &prepared, guest),
                false => (None, Vec::new()),
            })
            .collect();
        let named = name_files(laid_out, chunk, entry, stems, built);
        let made: Vec<_> = named
            .par_iter()
            .map(|(guest, letter)| (*guest, paper::render(letter, making)))
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
                Err(finding) => bad_row(built, entry, guest, &[*finding]),
            }
        }
        deliver(papers)?;
    }
    if making.pdf && letters.len() > 1 && request.preview.is_none() {
        match print_file(entry, combined, letters, making) {
            Ok(paper) => deliver(vec![paper])?,
            Err(finding) => built.findings.push(*finding),
        }
    }
    Ok(())
}

/// The template and the guests whose letters are wanted.
fn wanted<'a>(
    workshop: &'a Workshop,
    entry: &Entry,
    request: &Request,
) -> Result<(Prepared<'a>, Vec<&'a Guest>), Vec<Diagnostic>> {
    let prepared = workshop
        .prepare(entry)
        .map_err(|findings| paper::placed(findings, entry))?;
    let Some(guests) = workshop.dossier.guests() else {
        let message = format!("văn bản {} cần bảng khách mời", entry.key);
        return Err(vec![
            Diagnostic::error("thieu-bang", entry.place.clone(), message)
                .hint("ghi tên tệp vào khóa khach_moi của hồ sơ, thí dụ: khach_moi: khach-moi.csv"),
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
fn letter(
    workshop: &Workshop,
    entry: &Entry,
    prepared: &Prepared<'_>,
    guest: &Guest,
) -> (Option<LaidOut>, Vec<Diagnostic>) {
    let rendered = prepared.render_row("khach", &guest.context());
    paper::lay_out(&workshop.dossier, entry, rendered, Some(guest))
}

/// Gives the letters of a chunk their file names, in order; tells the rows without a letter.
fn name_files<'a>(
    laid_out: Vec<(Option<LaidOut>, Vec<Diagnostic>)>,
    guests: &[&'a Guest],
    entry: &Entry,
    stems: &mut Stems,
    built: &mut Built,
) -> Vec<(&'a Guest, LaidOut)> {
    let mut named = Vec::new();
    for ((letter, findings), guest) in laid_out.into_iter().zip(guests) {
        match letter {
            Some(mut letter) => {
                letter.file_stem = stems.free(&letter.file_stem);
                named.push((*guest, letter));
            }
            None => bad_row(built, entry, guest, &findings),
        }
        add(&mut built.findings, findings);
    }
    named
}

/// Tells a row that no letter could be made for, and why.
fn bad_row(built: &mut Built, entry: &Entry, guest: &Guest, findings: &[Diagnostic]) {
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
        key: entry.key.clone(),
        row: guest.row(),
        name: name(guest),
        reason: reasons.join("; "),
    });
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

/// One PDF of all letters in the order of the list.
fn print_file(
    entry: &Entry,
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
        let message = format!("không tạo được tệp in chung của {}: {error:#}", entry.key);
        Box::new(Diagnostic::error(
            "khong-tao-duoc",
            entry.place.clone(),
            message,
        ))
    })?;
    Ok(Paper {
        key: entry.key.clone(),
        row: None,
        pages: pages.pages.len(),
        files: vec![crate::batch::output::File {
            name: format!("{stem}-in-chung.pdf"),
            content,
        }],
    })
}
