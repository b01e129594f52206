//! From a request to finished papers; with its parts the only place that knows every stage.
//!
//! 1. `workshop` reads dossier and templates once.
//! 2. `paper` takes one paper, or one row's letter, as far as its flow.
//! 3. `letters` does so for a paper that is made for each row of a table, `certificates` for the
//!    Giấy khen of each award; `rows` makes them all.
//! 4. `check` does all but the rendering, and has the doctor look at the tables.
//!
//! A finished DOCX goes the other way: `inspect` reads it and says what is not as the Decree asks.
//!
//! Finished files are handed over to a `desk` paper by paper, so that a batch need not be held in memory.

mod certificates;
mod check;
mod circulation;
mod desk;
pub mod inspect;
mod letters;
mod one_page;
mod paper;
mod print;
mod rows;
mod workshop;

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::{Path, PathBuf};

use crate::batch::output::OutputError;
use crate::data::{self, certificate::CALIBRATION};
use crate::diag::Diagnostic;

pub use crate::data::rows::RowChoice;
pub use crate::data::table_ref::TableName;

pub use check::{Checked, check};
pub use desk::{Desk, Paper, RowName};

use certificates::CertificateSheets;
use letters::Letters;
use paper::{Tools, render};
use rows::Batch;
use workshop::{Opened, Workshop};

/// What the user asks for.
#[derive(Clone, Debug, Default)]
pub struct Request {
    /// Folder of the dossier, or its `ho-so.yaml`.
    pub dossier: PathBuf,
    /// Keys of the papers wanted; empty for all.
    pub only: Vec<String>,
    /// Tables in place of those that the dossier names.
    pub tables: Vec<(TableName, PathBuf)>,
    /// Rows of the table wanted, by their numbers in the file; none for all.
    pub rows: Option<RowChoice>,
    /// One letter of each batch instead of all.
    pub preview: Option<Preview>,
}

/// Which letter of a batch to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preview {
    /// The one of this row of the file.
    Row(usize),
    /// The one with the most text.
    Longest,
}

/// How papers are to be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Making {
    /// As Word files.
    pub docx: bool,
    /// As PDF files.
    pub pdf: bool,
    /// As one PDF file for print of each batch.
    pub print: bool,
    /// Every letter of the file for print starts on an odd page.
    pub duplex: bool,
}

/// What came of a build, besides the papers handed over.
#[derive(Clone, Debug, Default)]
pub struct Built {
    /// Everything that is wrong or worth a look.
    pub findings: Vec<Diagnostic>,
    /// Rows that no letter could be made for.
    pub bad_rows: Vec<BadRow>,
    /// Number of places that were put right on reading the tables of the batches.
    pub notes: usize,
    /// How many of the findings each paper brought; the others are those of the files read.
    pub found: BTreeMap<String, usize>,
    /// Keys of all papers of the dossier.
    pub keys: BTreeSet<String>,
    /// Keys of the papers that were made without an error.
    pub whole: BTreeSet<String>,
}

/// A row without a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadRow {
    /// Key of the paper.
    pub key: String,
    /// Row in the file.
    pub row: usize,
    /// Name, or what stands for it.
    pub name: String,
    /// Why.
    pub reason: String,
}

/// Makes the files of every paper that has no errors, and hands them over. The desk is set up when
/// the tables have been read, for reading needs much memory for a while, and so does a desk that
/// knows many files.
///
/// # Errors
///
/// What the desk fails with.
pub fn build<D: Desk>(
    request: &Request,
    making: Making,
    set_up: impl FnOnce() -> D,
) -> Result<(Built, D), OutputError> {
    let Opened {
        workshop, findings, ..
    } = Workshop::open(request);
    let mut desk = set_up();
    let mut built = Built {
        findings,
        ..Built::default()
    };
    if let Some(workshop) = workshop {
        papers(&workshop, request, making, &mut built, &mut desk)?;
    }
    Ok((built, desk))
}

/// The papers, certificates and sheets of a dossier.
fn papers(
    workshop: &Workshop,
    request: &Request,
    making: Making,
    built: &mut Built,
    desk: &mut dyn Desk,
) -> Result<(), OutputError> {
    built.keys = workshop.keys();
    let mut stems = paper::Stems::default();
    let tools = Tools::default();
    for entry in workshop.wanted(request) {
        let order = workshop.order(entry);
        let before = Findings::of(built);
        if let Some(table) = entry.paper.each_row_of {
            built.notes = workshop.notes();
            match Letters::new(workshop, entry, table) {
                Ok(source) => Batch {
                    source: &source,
                    request,
                }
                .build(making, order, &mut stems, built, desk)?,
                Err(findings) => add(&mut built.findings, findings),
            }
        } else if making.docx || making.pdf {
            let (laid_out, findings) = workshop.lay_out(entry);
            add(&mut built.findings, findings);
            if let Some(mut laid_out) = laid_out {
                laid_out.file_stem = stems.free(&laid_out.file_stem);
                match render(&laid_out, making, &tools, desk, false) {
                    Ok(made) => desk.take(vec![Paper {
                        order: (order, 0),
                        ..made.paper
                    }])?,
                    Err(finding) => built.findings.push(*finding),
                }
            }
        }
        built.end_of(&entry.key, before);
    }
    certificates(workshop, request, making, &mut stems, built, desk)?;
    if request.only.iter().any(|key| key == CALIBRATION) {
        calibration_sheets(workshop, making, built, desk)?;
    }
    Ok(())
}

/// The certificates of the awards.
fn certificates(
    workshop: &Workshop,
    request: &Request,
    making: Making,
    stems: &mut paper::Stems,
    built: &mut Built,
    desk: &mut dyn Desk,
) -> Result<(), OutputError> {
    for own in workshop.certificates(request) {
        let before = Findings::of(built);
        let order = workshop.order_of_certificates(own);
        let source = CertificateSheets::new(workshop, own);
        add(&mut built.findings, source.doubts());
        built.notes = workshop.notes();
        Batch {
            source: &source,
            request,
        }
        .build(making, order, stems, built, desk)?;
        built.end_of(&own.key, before);
    }
    Ok(())
}

/// The sheets that show where a printer puts certificates: drawn, so there is nothing for Word.
fn calibration_sheets(
    workshop: &Workshop,
    making: Making,
    built: &mut Built,
    desk: &mut dyn Desk,
) -> Result<(), OutputError> {
    let making = Making {
        docx: false,
        pdf: true,
        ..making
    };
    for own in workshop.dossier.certificates() {
        let sheet = CertificateSheets::new(workshop, own).calibration();
        match render(&sheet, making, &Tools::default(), desk, false) {
            Ok(made) => desk.take(vec![Paper {
                part: true,
                ..made.paper
            }])?,
            Err(finding) => built.findings.push(*finding),
        }
    }
    Ok(())
}

/// Numbers of findings at some point of a build.
#[derive(Clone, Copy)]
struct Findings {
    all: usize,
    errors: usize,
}

impl Findings {
    fn of(built: &Built) -> Findings {
        Findings {
            all: built.findings.len(),
            errors: built.errors(),
        }
    }
}

impl Built {
    /// True if something must be mended.
    pub fn has_errors(&self) -> bool {
        self.errors() > 0
    }

    /// A paper has been gone through.
    fn end_of(&mut self, key: &str, before: Findings) {
        let now = Findings::of(self);
        self.found.insert(key.to_string(), now.all - before.all);
        if now.errors == before.errors {
            self.whole.insert(key.to_string());
        }
    }

    fn errors(&self) -> usize {
        let errors = self.findings.iter().filter(|finding| finding.is_error());
        errors.count()
    }
}

/// Findings that are looked up one by one.
const FEW: usize = 8;

/// Adds findings that are not there yet: a fault in a template shows in every letter.
fn add(to: &mut Vec<Diagnostic>, findings: Vec<Diagnostic>) {
    let few = findings.len() < FEW;
    let mut known: HashSet<Diagnostic> = match few {
        true => HashSet::new(),
        false => to.iter().cloned().collect(),
    };
    for finding in findings {
        let is_new = match few {
            true => !to.contains(&finding),
            false => known.insert(finding.clone()),
        };
        if is_new {
            to.push(finding);
        }
    }
}

/// The folder of a dossier named by its folder or its file.
pub fn dossier_folder(dossier: &Path) -> PathBuf {
    if dossier.is_dir() {
        dossier.to_path_buf()
    } else {
        dossier
            .parent()
            .map_or_else(PathBuf::new, Path::to_path_buf)
    }
}

/// The JSON Schema of a dossier.
pub fn dossier_schema() -> String {
    data::schema::text(&data::schema::dossier_schema())
}

/// The JSON Schema of an agency profile.
pub fn agency_schema() -> String {
    data::schema::text(&data::schema::agency_schema())
}

/// The JSON Schema of a certificate's layout.
pub fn layout_schema() -> String {
    data::schema::text(&data::schema::layout_schema())
}

/// The JSON Schema of the profile of a blank.
pub fn blank_schema() -> String {
    data::schema::text(&data::schema::blank_schema())
}

/// The JSON Schema of what `check --format json` prints.
pub fn report_schema() -> String {
    data::schema::text(&crate::check::report::schema())
}

/// The files of a starter dossier: name and text.
pub fn starter() -> Vec<(&'static str, String)> {
    vec![
        (
            "ho-so.yaml",
            include_str!("../../data/khoi-dau/ho-so.yaml").to_string(),
        ),
        (
            "co-quan.yaml",
            include_str!("../../data/khoi-dau/co-quan.yaml").to_string(),
        ),
        ("ho-so.schema.json", dossier_schema()),
        ("co-quan.schema.json", agency_schema()),
    ]
}
