//! From a request to finished papers; the only file that knows every stage.

use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::batch::output::File;
use crate::data::agency::Layout;
use crate::data::{self, Dossier, Entry};
use crate::diag::{Diagnostic, Place};
use crate::form::choices::{Choices, Margins, Pairing};
use crate::form::flow::Flow;
use crate::template::{self, Engine};
use crate::units::HalfPoints;
use crate::{compose, docx, form, layout, pdf};

/// What the user asks for.
#[derive(Clone, Debug, Default)]
pub struct Request {
    /// Folder of the dossier, or its `ho-so.yaml`.
    pub dossier: PathBuf,
    /// Keys of the papers wanted; empty for all.
    pub only: Vec<String>,
}

/// Formats wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Formats {
    /// Word.
    pub docx: bool,
    /// PDF.
    pub pdf: bool,
}

/// What came of a check.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// Keys of the papers that could be made.
    pub papers: Vec<String>,
    /// Everything that is wrong or worth a look.
    pub findings: Vec<Diagnostic>,
}

/// What came of a build.
#[derive(Clone, Debug, Default)]
pub struct Built {
    /// The papers made.
    pub papers: Vec<Paper>,
    /// Everything that is wrong or worth a look.
    pub findings: Vec<Diagnostic>,
}

/// A finished paper.
#[derive(Clone, Debug)]
pub struct Paper {
    /// Its key under `van_ban`.
    pub key: String,
    /// Number of its pages.
    pub pages: usize,
    /// Its files.
    pub files: Vec<File>,
}

impl Checked {
    /// True if something must be mended.
    pub fn has_errors(&self) -> bool {
        self.findings.iter().any(Diagnostic::is_error)
    }
}

impl Built {
    /// True if something must be mended.
    pub fn has_errors(&self) -> bool {
        self.findings.iter().any(Diagnostic::is_error)
    }
}

/// A paper laid out, before the backends.
struct LaidOut {
    key: String,
    file_stem: String,
    flow: Flow,
}

/// Everything but the rendering.
pub fn check(request: &Request) -> Checked {
    let (papers, findings) = lay_out(request);
    Checked {
        papers: papers.into_iter().map(|paper| paper.key).collect(),
        findings,
    }
}

/// Makes the files of every paper that has no errors.
pub fn build(request: &Request, formats: Formats) -> Built {
    let (laid_out, mut findings) = lay_out(request);
    let mut papers = Vec::new();
    for paper in laid_out {
        match render(&paper, formats) {
            Ok(paper) => papers.push(paper),
            Err(error) => findings.push(Diagnostic::error(
                "khong-tao-duoc",
                Place::Nowhere,
                format!("không tạo được văn bản {}: {error:#}", paper.key),
            )),
        }
    }
    Built { papers, findings }
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

/// The files of a starter dossier: name and text.
pub fn starter() -> Vec<(&'static str, String)> {
    vec![
        (
            "ho-so.yaml",
            include_str!("../data/khoi-dau/ho-so.yaml").to_string(),
        ),
        (
            "co-quan.yaml",
            include_str!("../data/khoi-dau/co-quan.yaml").to_string(),
        ),
        ("ho-so.schema.json", dossier_schema()),
        ("co-quan.schema.json", agency_schema()),
    ]
}

/// Takes every wanted paper as far as the backends; a paper with errors is left out.
fn lay_out(request: &Request) -> (Vec<LaidOut>, Vec<Diagnostic>) {
    let (dossier, mut findings) = data::load(&request.dossier);
    let Some(dossier) = dossier else {
        return (Vec::new(), findings);
    };
    let (own, problems) = template::own::read(&dossier.template_dir());
    findings.extend(problems);
    let (engine, problems) = Engine::new(template::builtin::TEMPLATES, own);
    findings.extend(problems);
    findings.extend(unknown_papers(&dossier, &request.only));
    let mut papers: Vec<LaidOut> = Vec::new();
    for entry in dossier.papers() {
        if !request.only.is_empty() && !request.only.contains(&entry.key) {
            continue;
        }
        let (paper, problems) = lay_out_paper(&dossier, &engine, entry);
        for problem in problems {
            let placed = Diagnostic {
                place: placed(problem.place, entry),
                ..problem
            };
            if !findings.contains(&placed) {
                findings.push(placed);
            }
        }
        papers.extend(paper.map(|paper| free_stem(paper, &papers)));
    }
    (papers, findings)
}

/// One paper through template, compose and form; nothing if there is an error in it.
fn lay_out_paper(
    dossier: &Dossier,
    engine: &Engine,
    entry: &Entry,
) -> (Option<LaidOut>, Vec<Diagnostic>) {
    let context = dossier.context(&entry.key).unwrap_or_default();
    let template = entry.paper.template_name(&entry.key);
    let (rendered, mut findings) = engine.render(&template, &context);
    if findings.iter().any(Diagnostic::is_error) {
        return (None, findings);
    }
    let (composed, problems) = compose::compose(entry, &rendered);
    findings.extend(problems);
    let Some(composed) = composed else {
        return (None, findings);
    };
    let find_char = |char| dossier.find_char(char).unwrap_or(Place::Nowhere);
    let choices = choices(&entry.agency.layout);
    let (flow, problems) = form::apply(&composed.document, &choices, &find_char);
    findings.extend(problems);
    let sound = !findings.iter().any(Diagnostic::is_error);
    let laid_out = flow.filter(|_| sound).map(|flow| LaidOut {
        key: entry.key.clone(),
        file_stem: composed.file_stem,
        flow,
    });
    (laid_out, findings)
}

/// What a stage could not place lies at the paper's entry.
fn placed(place: Place, entry: &Entry) -> Place {
    match place {
        Place::Nowhere => entry.place.clone(),
        Place::File(_) | Place::Source(_) | Place::Cell(_) | Place::Component { .. } => place,
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

/// A name of files that no paper before has.
fn free_stem(mut paper: LaidOut, before: &[LaidOut]) -> LaidOut {
    let taken = |stem: &str| before.iter().any(|other| other.file_stem == stem);
    let stem = paper.file_stem.clone();
    let mut number = 2;
    while taken(&paper.file_stem) {
        paper.file_stem = format!("{stem}-{number}");
        number += 1;
    }
    paper
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

/// The files of a paper in the wanted formats.
fn render(paper: &LaidOut, formats: Formats) -> Result<Paper> {
    let pages = layout::paginate(&paper.flow);
    let mut files = Vec::new();
    if formats.docx {
        files.push(File {
            name: format!("{}.docx", paper.file_stem),
            content: docx::write(&paper.flow)?,
        });
    }
    if formats.pdf {
        files.push(File {
            name: format!("{}.pdf", paper.file_stem),
            content: pdf::write(&pages)?,
        });
    }
    Ok(Paper {
        key: paper.key.clone(),
        pages: pages.pages.len(),
        files,
    })
}
