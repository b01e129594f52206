//! What a run needs before the first paper: the dossier and the templates, read once.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde_json::Value as Json;

use crate::data::certificate::{CALIBRATION, Certificates};
use crate::data::table_ref::{Listed, TableName};
use crate::data::{self, Dossier, Entry, LoadOptions, Loaded};
use crate::diag::Diagnostic;
use crate::template::{self, Engine, Prepared, Read};

use super::Request;
use super::circulation;
use super::paper::{self, LaidOut};

/// What opening gives.
pub(super) struct Opened {
    /// Nothing if the dossier has errors.
    pub(super) workshop: Option<Workshop>,
    /// The tables, also without a sound dossier.
    pub(super) tables: Vec<(TableName, Arc<Listed>)>,
    /// Everything that is wrong or doubtful.
    pub(super) findings: Vec<Diagnostic>,
}

/// A dossier with its templates.
pub(super) struct Workshop {
    pub(super) dossier: Dossier,
    engine: Engine,
}

impl Workshop {
    /// Reads dossier, tables and templates.
    pub(super) fn open(request: &Request) -> Opened {
        let options = LoadOptions {
            tables: request.tables.clone(),
        };
        let Loaded {
            dossier,
            tables,
            mut findings,
        } = data::load_with(&request.dossier, &options);
        let Some(dossier) = dossier else {
            return Opened {
                workshop: None,
                tables,
                findings,
            };
        };
        let (own, problems) = template::own::read(&dossier.template_dir());
        findings.extend(problems);
        let (engine, problems) = Engine::new(template::builtin::TEMPLATES, own);
        findings.extend(problems);
        findings.extend(unknown_papers(&dossier, &request.only));
        let workshop = Workshop { dossier, engine };
        findings.extend(workshop.award_findings(request));
        Opened {
            workshop: Some(workshop),
            tables,
            findings,
        }
    }

    /// The papers that are wanted, in the order of the file.
    pub(super) fn wanted(&self, request: &Request) -> impl Iterator<Item = &Entry> {
        let only = request.only.clone();
        self.dossier
            .papers()
            .iter()
            .filter(move |entry| only.is_empty() || only.contains(&entry.key))
    }

    /// Keys of all papers.
    pub(super) fn keys(&self) -> BTreeSet<String> {
        let papers = self.dossier.papers().iter().map(|entry| &entry.key);
        let certificates = self.dossier.certificates().iter().map(|own| &own.key);
        papers.chain(certificates).cloned().collect()
    }

    /// The place of certificates, behind all papers.
    pub(super) fn order_of_certificates(&self, own: &Certificates) -> u32 {
        let mut all = self.dossier.certificates().iter();
        let index = all.position(|other| other.key == own.key);
        (self.dossier.papers().len() + index.unwrap_or_default()) as u32
    }

    /// The place of a paper in the dossier.
    pub(super) fn order(&self, entry: &Entry) -> u32 {
        let mut papers = self.dossier.papers().iter();
        papers
            .position(|paper| paper.key == entry.key)
            .map_or(u32::MAX, |order| order as u32)
    }

    /// The certificates that are wanted, in the order of the file.
    pub(super) fn certificates(&self, request: &Request) -> impl Iterator<Item = &Certificates> {
        let only = request.only.clone();
        self.dossier
            .certificates()
            .iter()
            .filter(move |own| only.is_empty() || only.contains(&own.key))
    }

    /// How many places were put right in the tables on reading.
    pub(super) fn notes(&self) -> usize {
        let guests = self.dossier.guests().map(|guests| &guests.table.sheet);
        let awards = self.dossier.awards().map(|awards| &awards.table.sheet);
        let sheets = guests.into_iter().chain(awards);
        sheets
            .map(|sheet| sheet.notes.len() + sheet.more_notes)
            .sum()
    }

    /// What is wrong or doubtful in the awards, if a paper that is wanted reads them.
    fn award_findings(&self, request: &Request) -> Vec<Diagnostic> {
        let Some(awards) = self.dossier.awards() else {
            return Vec::new();
        };
        let read = self.wanted(request).any(|entry| {
            let template = entry.paper.template_name(&entry.key);
            let reads = self.engine.reads(&template);
            let named = || reads.iter().any(|read| read.variable == "khen_thuong");
            entry.paper.reads_awards() || named()
        });
        match read || self.certificates(request).next().is_some() {
            true => awards.findings.clone(),
            false => Vec::new(),
        }
    }

    /// One paper as far as its flow; nothing if there is an error in it.
    pub(super) fn lay_out(&self, entry: &Entry) -> (Option<LaidOut>, Vec<Diagnostic>) {
        match self.prepare(entry) {
            Ok(prepared) => paper::lay_out(&self.dossier, entry, prepared.render(), None),
            Err(findings) => (None, paper::placed(findings, entry)),
        }
    }

    /// What the template of a paper reads.
    pub(super) fn reads(&self, entry: &Entry) -> Vec<Read> {
        self.engine.reads(&entry.paper.template_name(&entry.key))
    }

    /// The template of a paper with all that it may read.
    pub(super) fn prepare(&self, entry: &Entry) -> Result<Prepared<'_>, Vec<Diagnostic>> {
        let variable = circulation::VARIABLE;
        let others = self
            .reads(entry)
            .iter()
            .any(|read| read.variable == variable);
        self.prepared(entry, others.then(|| circulation::context(self, entry)))
    }

    /// The same without what tells of other papers.
    pub(super) fn prepare_alone(&self, entry: &Entry) -> Result<Prepared<'_>, Vec<Diagnostic>> {
        self.prepared(entry, None)
    }

    fn prepared(
        &self,
        entry: &Entry,
        others: Option<Json>,
    ) -> Result<Prepared<'_>, Vec<Diagnostic>> {
        let reads = self.reads(entry);
        let reads = |variable: &str| reads.iter().any(|read| read.variable == variable);
        let context = self.dossier.context(&entry.key, &reads);
        let mut context = context.unwrap_or_default();
        if let Some(others) = others {
            context[circulation::VARIABLE] = others;
        }
        self.engine
            .prepare(&entry.paper.template_name(&entry.key), &context)
    }
}

/// Papers asked for that the dossier does not have.
fn unknown_papers(dossier: &Dossier, only: &[String]) -> Vec<Diagnostic> {
    let papers = dossier.papers().iter().map(|entry| entry.key.as_str());
    let certificates = dossier.certificates();
    let sheets = certificates.iter().map(|own| own.key.as_str());
    let calibration = (!certificates.is_empty()).then_some(CALIBRATION);
    let known: Vec<&str> = papers.chain(sheets).chain(calibration).collect();
    only.iter()
        .filter(|key| !known.contains(&key.as_str()))
        .map(|key| {
            let message = format!("hồ sơ không có văn bản “{key}”");
            Diagnostic::error("van-ban-khong-co", dossier.place(&["van_ban"]), message)
                .hint(format!("các văn bản đã khai: {}", known.join(", ")))
        })
        .collect()
}
