//! One paper: from its rendered template to its flow, and from its flow to its files.

use std::collections::HashSet;

use crate::batch::hash::Hash;
use crate::batch::output::File;
use crate::data::agency::Layout;
use crate::data::each::Recipient;
use crate::data::{Dossier, Entry};
use crate::diag::{Diagnostic, Place};
use crate::doctor::letter;
use crate::document::Document;
use crate::document::kind::Frame;
use crate::form::choices::{Choices, Margins, Pairing};
use crate::form::flow::Flow;
use crate::layout::page::Pages;
use crate::template;
use crate::units::HalfPoints;
use crate::{compose, docx, form, pdf, xlsx};

use super::{Desk, Making, Paper, one_page};

/// A paper before the backends.
pub(super) struct LaidOut {
    pub(super) key: String,
    pub(super) file_stem: String,
    /// The paper itself if it is a list, which comes as a workbook, too.
    pub(super) list: Option<Document>,
    pub(super) flow: Flow,
    pub(super) pages: Pages,
}

/// Takes a rendered paper, or the one for a recipient, as far as its flow; nothing if there is an
/// error in it.
pub(super) fn lay_out(
    dossier: &Dossier,
    entry: &Entry,
    (rendered, mut findings): (template::Rendered, Vec<Diagnostic>),
    recipient: Option<Recipient<'_>>,
) -> (Option<LaidOut>, Vec<Diagnostic>) {
    if findings.iter().any(Diagnostic::is_error) {
        return (None, placed(findings, entry));
    }
    let (composed, problems) = compose::compose(entry, &rendered);
    findings.extend(problems);
    let Some(composed) = composed else {
        return (None, placed(findings, entry));
    };
    let find_char = |char| {
        recipient
            .and_then(|recipient| recipient.find_char(char))
            .or_else(|| dossier.find_char(char))
            .unwrap_or(Place::Nowhere)
    };
    findings.extend(letter::check(
        dossier,
        entry,
        composed.document.kind.name,
        &composed.document.subject.to_plain(),
    ));
    if let Some(granted) = dossier.awards().and_then(|own| own.counts(&entry.key)) {
        findings.extend(compose::counts::check(&composed.document, &granted));
    }
    let choices = choices(&entry.agency.layout);
    let (flow, problems) = form::apply(&composed.document, &choices, &find_char);
    findings.extend(problems);
    let sound = !findings.iter().any(Diagnostic::is_error);
    let laid_out = flow.filter(|_| sound).map(|flow| {
        let fitted = one_page::fit(&composed.document, &choices, flow, recipient);
        findings.extend(fitted.finding);
        LaidOut {
            key: entry.key.clone(),
            file_stem: composed.file_stem,
            list: Some(composed.document).filter(|document| document.kind.frame == Frame::List),
            flow: fitted.flow,
            pages: fitted.pages,
        }
    });
    (laid_out, placed(findings, entry))
}

/// What a stage could not place lies at the paper's entry.
pub(super) fn placed(findings: Vec<Diagnostic>, entry: &Entry) -> Vec<Diagnostic> {
    findings
        .into_iter()
        .map(|finding| match finding.place {
            Place::Nowhere => Diagnostic {
                place: entry.place.clone(),
                ..finding
            },
            Place::File(_)
            | Place::Source(_)
            | Place::Cell(_)
            | Place::Paragraph(_)
            | Place::Component { .. } => finding,
        })
        .collect()
}

/// The writers of files, with what papers share.
#[derive(Default)]
pub(super) struct Tools {
    /// For the letters of a batch.
    pub(super) docx: Option<docx::Prepared>,
    pub(super) pdf: pdf::Writer,
}

/// A paper with its files.
pub(super) struct Rendered {
    pub(super) paper: Paper,
    /// Of all that it is made of.
    pub(super) source: Hash,
    /// Its pages drawn, if asked for.
    pub(super) drawn: Option<pdf::Drawn>,
}

/// The files of a paper in the wanted formats; those that the desk has, made of the same, are not made
/// again. A list comes as a workbook, too. With `draw` the drawn pages come along.
///
/// # Errors
///
/// A finding if a backend refuses what it got.
pub(super) fn render(
    paper: &LaidOut,
    making: Making,
    tools: &Tools,
    desk: &dyn Desk,
    draw: bool,
) -> Result<Rendered, Box<Diagnostic>> {
    let refused = |error: anyhow::Error| refused(paper, &error);
    let source = Hash::of_source(&(&paper.flow, &paper.list));
    let drawn = match draw {
        true => Some(pdf::draw(&paper.pages).map_err(refused)?),
        false => None,
    };
    let mut files = Vec::new();
    let mut add = |ending: &str, make: &dyn Fn() -> anyhow::Result<Vec<u8>>| {
        let name = format!("{}.{ending}", paper.file_stem);
        let there = desk.there(&name).is_some_and(|(of, _)| of == source);
        let content = match there {
            true => None,
            false => Some(make().map_err(refused)?),
        };
        files.push(File {
            name,
            content,
            source,
        });
        Ok::<(), Box<Diagnostic>>(())
    };
    if making.docx {
        add("docx", &|| match &tools.docx {
            Some(writer) => writer.write(&paper.flow),
            None => docx::write(&paper.flow),
        })?;
        if let Some(list) = &paper.list {
            add("xlsx", &|| xlsx::write(list))?;
        }
    }
    if making.pdf {
        add("pdf", &|| match &drawn {
            Some(drawn) => tools.pdf.write(drawn),
            None => tools.pdf.write(&pdf::draw(&paper.pages)?),
        })?;
    }
    let made = Paper {
        key: paper.key.clone(),
        row: None,
        pages: paper.pages.pages.len(),
        order: (0, 0),
        part: false,
        files,
    };
    Ok(Rendered {
        paper: made,
        source,
        drawn,
    })
}

/// What is said when a backend refuses a paper that was found sound.
pub(super) fn refused(paper: &LaidOut, error: &anyhow::Error) -> Box<Diagnostic> {
    let message = format!("không tạo được văn bản {}: {error:#}", paper.key);
    Box::new(Diagnostic::error("khong-tao-duoc", Place::Nowhere, message))
}

/// File stems of a run; no two papers get the same, whatever the case of their letters.
///
/// Of each only half a hash is kept: were two ever alike, a stem would get a number without need.
#[derive(Debug, Default)]
pub(super) struct Stems(HashSet<[u8; 16]>);

impl Stems {
    /// The stem, or with a number that makes it one of its own.
    pub(super) fn free(&mut self, stem: &str) -> String {
        let mut free = stem.to_string();
        let mut number = 2;
        while !self
            .0
            .insert(Hash::of(free.to_lowercase().as_bytes()).half())
        {
            free = format!("{stem}-{number}");
            number += 1;
        }
        free
    }
}

/// An agency's choices as `form` takes them.
fn choices(layout: &Layout) -> Choices {
    Choices {
        body_size: HalfPoints::points(layout.body_size),
        pairing: layout.motto_size.map(|size| {
            if size >= 13 {
                Pairing::Large
            } else {
                Pairing::Small
            }
        }),
        margins: Margins {
            top: layout.margins.top,
            bottom: layout.margins.bottom,
            left: layout.margins.left,
            right: layout.margins.right,
        },
        first_line: layout.first_line,
        line: layout.line,
        gap: layout.gap,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stems_that_differ_in_case_alone_get_numbers() {
        let mut stems = Stems::default();
        assert_eq!(stems.free("giay-moi"), "giay-moi");
        assert_eq!(stems.free("Giay-moi"), "Giay-moi-2");
        assert_eq!(stems.free("giay-moi"), "giay-moi-3");
    }
}
