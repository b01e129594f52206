//! What a run needs before the first paper: the dossier and the templates, read once.

use crate::data::{self, Dossier, Entry, LoadOptions};
use crate::diag::Diagnostic;
use crate::template::{self, Engine, Prepared};

use super::Request;
use super::paper::{self, LaidOut};

/// A dossier with its templates.
pub(super) struct Workshop {
    pub(super) dossier: Dossier,
    engine: Engine,
}

impl Workshop {
    /// Reads dossier, tables and templates. Nothing if the dossier has errors.
    pub(super) fn open(request: &Request) -> (Option<Workshop>, Vec<Diagnostic>) {
        let options = LoadOptions {
            tables: request.tables.clone(),
        };
        let (dossier, mut findings) = data::load_with(&request.dossier, &options);
        let Some(dossier) = dossier else {
            return (None, findings);
        };
        let (own, problems) = template::own::read(&dossier.template_dir());
        findings.extend(problems);
        let (engine, problems) = Engine::new(template::builtin::TEMPLATES, own);
        findings.extend(problems);
        findings.extend(unknown_papers(&dossier, &request.only));
        let workshop = Workshop { dossier, engine };
        findings.extend(workshop.award_findings(request));
        (Some(workshop), findings)
    }

    /// The papers that are wanted, in the order of the file.
    pub(super) fn wanted(&self, request: &Request) -> impl Iterator<Item = &Entry> {
        let only = request.only.clone();
        self.dossier
            .papers()
            .iter()
            .filter(move |entry| only.is_empty() || only.contains(&entry.key))
    }

    /// What was put right in the tables on reading, a line each; the last line may count the rest.
    pub(super) fn notes(&self) -> Vec<String> {
        let guests = self.dossier.guests();
        let awards = self.dossier.awards();
        let kept = guests
            .map(|guests| &guests.notes)
            .into_iter()
            .chain(awards.map(|awards| &awards.notes));
        let mut notes: Vec<String> = kept.flatten().map(ToString::to_string).collect();
        let more = guests.map_or(0, |guests| guests.more_notes)
            + awards.map_or(0, |awards| awards.more_notes);
        if more > 0 {
            notes.push(format!("còn {more} chỗ nữa chưa kê ra"));
        }
        notes
    }

    /// What is wrong or doubtful in the awards, if a paper that is wanted reads them.
    fn award_findings(&self, request: &Request) -> Vec<Diagnostic> {
        let Some(awards) = self.dossier.awards() else {
            return Vec::new();
        };
        let read = self.wanted(request).any(|entry| {
            let template = entry.paper.template_name(&entry.key);
            entry.paper.reads_awards() || self.engine.reads(&template, "khen_thuong")
        });
        match read {
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

    /// The template of a paper with all that it may read.
    pub(super) fn prepare(&self, entry: &Entry) -> Result<Prepared<'_>, Vec<Diagnostic>> {
        let context = self.dossier.context(&entry.key).unwrap_or_default();
        self.engine
            .prepare(&entry.paper.template_name(&entry.key), &context)
    }
}

/// Papers asked for that the dossier does not have.
fn unknown_papers(dossier: &Dossier, only: &[String]) -> Vec<Diagnostic> {
    let known: Vec<&str> = dossier
        .papers()
        .iter()
        .map(|entry| entry.key.as_str())
        .collect();
    only.iter()
        .filter(|key| !known.contains(&key.as_str()))
        .map(|key| {
            let message = format!("hồ sơ không có văn bản “{key}”");
            Diagnostic::error("van-ban-khong-co", dossier.place(&["van_ban"]), message)
                .hint(format!("các văn bản đã khai: {}", known.join(", ")))
        })
        .collect()
}
