//! Everything but the rendering: the papers as far as their flow, and the doctor's look at the
//! tables, with or without a sound dossier.

use std::path::Path;
use std::sync::Arc;

use crate::data::Entry;
use crate::data::certificate::Certificates;
use crate::data::table_ref::{Listed, TableName};
use crate::diag::Diagnostic;
use crate::doctor::columns::{Papers, Reads};
use crate::doctor::{self, Table, corrections};

use super::certificates::{self, CertificateSheets};
use super::letters::Letters;
use super::rows::Batch;
use super::workshop::{Opened, Workshop};
use super::{Request, add};

/// What came of a check.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// Keys of the papers that could be made.
    pub papers: Vec<String>,
    /// What was put right in the tables on reading, a line for each kind of change in each column.
    pub corrections: Vec<String>,
    /// Everything that is wrong or worth a look.
    pub findings: Vec<Diagnostic>,
    tables: Vec<(TableName, Arc<Listed>)>,
}

/// Everything but the rendering.
pub fn check(request: &Request) -> Checked {
    let Opened {
        workshop,
        tables,
        findings,
    } = Workshop::open(request);
    let mut checked = Checked {
        findings,
        tables,
        ..Checked::default()
    };
    checked.doctor(workshop.as_ref(), request);
    if let Some(workshop) = workshop {
        checked.papers(&workshop, request);
    }
    checked
}

impl Checked {
    /// True if something must be mended.
    pub fn has_errors(&self) -> bool {
        self.findings.iter().any(Diagnostic::is_error)
    }

    /// The report as a workbook: the tables as read with the findings marked, and lists of all.
    ///
    /// # Errors
    ///
    /// If the workbook cannot be put together; the user's material cannot cause it.
    pub fn report(&self) -> anyhow::Result<Vec<u8>> {
        let tables: Vec<Table<'_>> = self
            .tables
            .iter()
            .map(|(name, listed)| Table::new(*name, listed))
            .collect();
        doctor::book::write(&tables, &self.findings)
    }

    /// The files of the tables.
    pub fn table_files(&self) -> impl Iterator<Item = &Path> {
        self.tables.iter().map(|(_, listed)| listed.sheet.path())
    }

    fn doctor(&mut self, workshop: Option<&Workshop>, request: &Request) {
        let event = workshop.map(|workshop| workshop.dossier.event().date);
        // Papers that were not asked for may well use a column.
        let papers = workshop
            .filter(|_| request.only.is_empty())
            .map(|workshop| reads(workshop, request));
        for (name, listed) in &self.tables {
            let table = Table::new(*name, listed);
            self.corrections.extend(corrections::lines(&table));
            let found = doctor::check(&table, event, papers.as_ref());
            self.findings.extend(found);
        }
    }

    fn papers(&mut self, workshop: &Workshop, request: &Request) {
        for entry in workshop.wanted(request) {
            let sound = if let Some(table) = entry.paper.each_row_of {
                let (letters, findings) = match Letters::new(workshop, entry, table) {
                    Ok(source) => Batch {
                        source: &source,
                        request,
                    }
                    .check(),
                    Err(findings) => (0, findings),
                };
                add(&mut self.findings, findings);
                letters > 0
            } else {
                let (paper, findings) = workshop.lay_out(entry);
                add(&mut self.findings, findings);
                paper.is_some()
            };
            if sound {
                self.papers.push(entry.key.clone());
            }
        }
        for own in workshop.certificates(request) {
            self.certificates(workshop, own, request);
        }
        if request.only.is_empty() {
            add(
                &mut self.findings,
                certificates::unprinted(workshop).into_iter().collect(),
            );
        }
    }

    fn certificates(&mut self, workshop: &Workshop, own: &Certificates, request: &Request) {
        let source = CertificateSheets::new(workshop, own);
        let (sheets, findings) = Batch {
            source: &source,
            request,
        }
        .check();
        add(&mut self.findings, source.doubts());
        add(&mut self.findings, findings);
        if sheets > 0 {
            self.papers.push(own.key.clone());
        }
    }
}

/// What the papers of a dossier read.
fn reads(workshop: &Workshop, request: &Request) -> Papers {
    let read = |entry: &Entry| {
        let each = entry.paper.each_row_of.map(TableName::key);
        let awards = entry.paper.reads_awards().then(|| TableName::Awards.key());
        Reads {
            tables: each.into_iter().chain(awards).collect(),
            values: workshop.reads(entry),
        }
    };
    let certificates = workshop.certificates(request).map(|own| Reads {
        tables: vec![TableName::Awards.key()],
        values: CertificateSheets::reads(own),
    });
    let papers = workshop.wanted(request).map(read);
    papers.chain(certificates).collect()
}
