//! Templates: Tera 2 set up once, and one rendering for each paper.
//!
//! A template is a file `<ten>.md` with a block for each [`Component`]. The office's own templates
//! stand before the built-in ones of the same name; those stay there as `goc/<ten>.md`, to be
//! extended. Everything that an expression prints is escaped (`escape`), so data is never markup.
//! A line with nothing but tags leaves no line behind. What a template may use up is bounded
//! (`limits`).

pub mod builtin;
mod component;
pub mod escape;
pub mod filters;
mod limits;
mod literal;
mod load;
mod message;
pub mod own;
mod prepare;
mod reads;
mod rendered;
mod report;
mod review;
mod scan;
mod source;

use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;

use tera::{Context, ErrorKind, Tera};

use crate::diag::{Diagnostic, Place};

pub use component::Component;
pub use reads::Read;
pub use rendered::Rendered;

use limits::Output;
use message::{Own, suggest};
use source::Source;

/// The folder name under which overridden built-in templates can still be extended.
pub const ORIGINALS: &str = "goc/";

/// All templates of a run, read and checked.
pub struct Engine {
    tera: Tera,
    sources: BTreeMap<String, Source>,
    /// Names of templates that were not loaded, having errors.
    broken: Vec<String>,
}

impl Engine {
    /// Reads the built-in templates (name, text) and the office's own ones (name, path, text).
    ///
    /// Reports every template with errors and leaves it out. Names may lack `.md`.
    pub fn new(
        builtin: &[(&str, &str)],
        own: Vec<(String, PathBuf, String)>,
    ) -> (Engine, Vec<Diagnostic>) {
        load::load(builtin, own)
    }

    /// Names of the templates that papers can use, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.sources
            .keys()
            .map(String::as_str)
            .filter(|name| !name.starts_with(ORIGINALS))
    }

    /// Renders all components of a paper; as [`Engine::prepare`] and [`Prepared::render`].
    pub fn render(
        &self,
        template: &str,
        context: &serde_json::Value,
    ) -> (Rendered, Vec<Diagnostic>) {
        match self.prepare(template, context) {
            Ok(prepared) => prepared.render(),
            Err(found) => (Rendered::default(), found),
        }
    }

    /// Makes a paper's template and all that it may read ready to be rendered, once or for each row.
    ///
    /// `context` holds `co_quan`, `su_kien`, `ke_hoach`, `van_ban`, `du_lieu`. `van_ban.khoa` names
    /// the paper in places.
    ///
    /// # Errors
    ///
    /// The findings about a template that is not there or has errors.
    pub fn prepare(
        &self,
        template: &str,
        context: &serde_json::Value,
    ) -> Result<Prepared<'_>, Vec<Diagnostic>> {
        let name = load::file_name(template);
        let chain = self.chain(&name);
        if chain.is_empty() {
            return Err(vec![self.missing(&name)]);
        }
        let paper = context["van_ban"]["khoa"].as_str().unwrap_or(template);
        Ok(Prepared {
            engine: self,
            paper: paper.to_string(),
            context: Context::from_serialize(context)
                .map_err(|error| report::of_error(&error, &self.sources))?,
            name,
            chain,
        })
    }

    /// A template and those that it extends, nearest first.
    fn chain(&self, name: &str) -> Vec<&Source> {
        let mut chain: Vec<&Source> = Vec::new();
        let mut next = Some(name);
        while let Some(source) = next.and_then(|name| self.sources.get(name)) {
            next = source.parent.as_deref();
            chain.push(source);
        }
        chain
    }

    /// What is said about a template that is not there.
    fn missing(&self, name: &str) -> Diagnostic {
        if self.broken.iter().any(|broken| broken == name) {
            return Own::new(
                format!("mẫu {name} có lỗi nên không dùng được"),
                "sửa lỗi đã báo trong mẫu",
            )
            .diagnostic(Place::Nowhere);
        }
        let known: Vec<&str> = self.names().collect();
        let hint = suggest(name, known, "các mẫu có");
        Own::new(format!("không có mẫu {name}"), hint).diagnostic(Place::Nowhere)
    }
}

/// A paper's template with what it may read.
pub struct Prepared<'a> {
    engine: &'a Engine,
    paper: String,
    name: String,
    /// The template and those that it extends, nearest first.
    chain: Vec<&'a Source>,
    context: Context,
}

impl Prepared<'_> {
    /// Renders all components of the paper. With findings the result is empty.
    pub fn render(&self) -> (Rendered, Vec<Diagnostic>) {
        self.render_in(&self.context)
    }

    /// As [`Prepared::render`], for one row: the template reads it under `name`, instead of what the
    /// paper has there.
    pub fn render_row(
        &self,
        name: &'static str,
        row: &serde_json::Value,
    ) -> (Rendered, Vec<Diagnostic>) {
        let mut context = self.context.clone();
        context.insert(name, row);
        self.render_in(&context)
    }

    fn render_in(&self, context: &Context) -> (Rendered, Vec<Diagnostic>) {
        limits::start();
        let mut output = Output::default();
        let rendering = self.engine.tera.render_to(&self.name, context, &mut output);
        match rendering {
            Ok(()) => (
                Rendered::new(&self.paper, &output.text, &self.chain),
                Vec::new(),
            ),
            Err(error) => {
                let found = match error.kind() {
                    ErrorKind::Io(kind) => vec![too_much(*kind, &output, self.chain[0])],
                    _ => report::of_error(&error, &self.engine.sources),
                };
                (Rendered::default(), found)
            }
        }
    }
}

/// The finding about a rendering that was stopped.
fn too_much(kind: io::ErrorKind, output: &Output, leaf: &Source) -> Diagnostic {
    let own = match kind {
        io::ErrorKind::FileTooLarge => Own::new(
            format!("khối {} in ra quá 1 MiB", output.block()),
            "xem lại vòng lặp trong khối này, hoặc chia văn bản",
        ),
        _ => limits::exhausted(),
    };
    own.diagnostic(Place::File(leaf.path.clone()))
}

#[cfg(test)]
mod tests;
