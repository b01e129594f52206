//! From a request to finished papers; the only file that knows every stage.

use std::path::{Path, PathBuf};

use crate::batch::output::File;
use crate::compose::{self, Source};
use crate::data::agency::Agency;
use crate::data::{self, Dossier};
use crate::diag::{Diagnostic, Place};
use crate::form::choices::{Choices, Margins, Pairing};
use crate::form::flow::Flow;
use crate::template::Engine;
use crate::units::{HalfPoints, Mm};
use crate::{docx, form, layout, pdf};

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
        dossier.parent().map_or_else(PathBuf::new, Path::to_path_buf)
    }
}

/// The JSON Schema of a dossier.
pub fn dossier_schema() -> String {
    data::schema::dossier_schema_text()
}

/// The JSON Schema of an agency profile.
pub fn agency_schema() -> String {
    data::schema::agency_schema_text()
}
