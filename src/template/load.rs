//! Loading: review each template, let Tera read it, leave out what has errors, report all of it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use tera::{ErrorKind, Tera};

use crate::diag::Diagnostic;

use super::source::Source;
use super::{Engine, ORIGINALS, filters, limits, report, review};

/// The file name of a template, with its extension.
pub(super) fn file_name(template: &str) -> String {
    if template.ends_with(".md") {
        template.to_string()
    } else {
        format!("{template}.md")
    }
}

/// Loads what can be loaded.
pub(super) fn load(
    builtin: &[(&str, &str)],
    own: Vec<(String, PathBuf, String)>,
) -> (Engine, Vec<Diagnostic>) {
    let mut sources = collect(builtin, own);
    let mut diagnostics = Vec::new();
    let mut broken = Vec::new();
    let mut reject = |sources: &mut BTreeMap<String, Source>, name: String, found| {
        sources.remove(&name);
        // A built-in template is loaded under two names; it is reported once.
        if !name.starts_with(ORIGINALS) {
            diagnostics.extend::<Vec<Diagnostic>>(found);
        }
        broken.push(name);
    };
    for (name, found) in faults(&sources) {
        reject(&mut sources, name, found);
    }
    let mut tera = tera();
    loop {
        let texts = sources
            .values()
            .map(|source| (&source.name, &source.prepared.text));
        let Err(error) = tera.add_raw_templates(texts) else {
            break;
        };
        for (name, found) in report::culprits(&error, &sources) {
            reject(&mut sources, name, found);
        }
    }
    tera.autoescape_on([""]);
    (
        Engine {
            tera,
            sources,
            broken,
        },
        diagnostics,
    )
}

/// All templates by name; own ones stand before built-in ones.
fn collect(
    builtin: &[(&str, &str)],
    own: Vec<(String, PathBuf, String)>,
) -> BTreeMap<String, Source> {
    let mut sources = BTreeMap::new();
    for (name, text) in builtin {
        let name = file_name(name);
        let path = Path::new("templates").join(&name);
        for name in [format!("{ORIGINALS}{name}"), name] {
            sources.insert(name.clone(), Source::new(&name, &path, text));
        }
    }
    for (name, path, text) in own {
        let name = file_name(&name);
        sources.insert(name.clone(), Source::new(&name, &path, &text));
    }
    sources
}

/// Templates with faults of their own: by our review, or by Tera's parser.
fn faults(sources: &BTreeMap<String, Source>) -> Vec<(String, Vec<Diagnostic>)> {
    let has_blocks = |name: &str| {
        sources
            .get(name)
            .is_some_and(|source| !source.blocks.is_empty() || source.parent.is_some())
    };
    sources
        .values()
        .map(|source| {
            let mut found = review::review(source);
            found.extend(review::includes(source, has_blocks));
            found.extend(syntax_error(source, sources));
            (source.name.clone(), found)
        })
        .filter(|(_, found)| !found.is_empty())
        .collect()
}

/// The first syntax error of one template, read alone.
fn syntax_error(source: &Source, sources: &BTreeMap<String, Source>) -> Vec<Diagnostic> {
    match tera().add_raw_template(&source.name, &source.prepared.text) {
        Err(error) if matches!(error.kind(), ErrorKind::SyntaxError(_)) => {
            report::of_error(&error, sources)
        }
        Err(_) | Ok(()) => Vec::new(),
    }
}

/// Tera with our filters, functions and escaper, and no templates.
fn tera() -> Tera {
    let mut tera = Tera::default();
    filters::register(&mut tera);
    limits::register(&mut tera);
    tera.set_escape_fn(limits::charged_escape);
    tera
}
