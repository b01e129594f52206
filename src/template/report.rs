//! Errors of Tera as findings: whose they are, where they lie, what they say.

use std::collections::BTreeMap;

use tera::{Error, ErrorKind, ReportError};

use crate::diag::{Diagnostic, Place};

use super::message::{Own, suggest, translate};
use super::source::Source;
use super::{ORIGINALS, message, scan};

/// Templates by name.
type Sources = BTreeMap<String, Source>;

/// The findings of an error, wherever they lie.
pub(super) fn of_error(error: &Error, sources: &Sources) -> Vec<Diagnostic> {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            vec![of_report(report, sources)]
        }
        ErrorKind::Msg(text) => {
            let reports = of_text(text, sources);
            if reports.is_empty() {
                vec![say(text, Place::Nowhere, sources)]
            } else {
                reports.into_iter().map(|(_, found)| found).collect()
            }
        }
        _ => vec![say(&error.to_string(), Place::Nowhere, sources)],
    }
}

/// The templates that make loading fail, with what to say about each. Never empty: an error that
/// names no template is laid on all of them, so that loading ends.
pub(super) fn culprits(error: &Error, sources: &Sources) -> Vec<(String, Vec<Diagnostic>)> {
    let found: Vec<(String, Vec<Diagnostic>)> = match error.kind() {
        ErrorKind::MissingParent { current, parent } => {
            vec![(current.clone(), missing_parent(current, parent, sources))]
        }
        ErrorKind::CircularExtend { tpl, .. } => {
            vec![(tpl.clone(), circular(tpl, "extends", sources))]
        }
        ErrorKind::CircularInclude { tpl, .. } => {
            vec![(tpl.clone(), circular(tpl, "include", sources))]
        }
        ErrorKind::Msg(text) => {
            let mut by_name: BTreeMap<String, Vec<Diagnostic>> = BTreeMap::new();
            for (name, found) in of_text(text, sources) {
                by_name.entry(name).or_default().push(found);
            }
            by_name.into_iter().collect()
        }
        _ => Vec::new(),
    };
    let known = found.iter().any(|(name, _)| sources.contains_key(name));
    if known {
        return found;
    }
    let mut said = of_error(error, sources);
    sources
        .keys()
        .map(|name| (name.clone(), std::mem::take(&mut said)))
        .collect()
}

/// The finding of a report that has its span.
fn of_report(report: &ReportError, sources: &Sources) -> Diagnostic {
    let Some(source) = sources.get(report.filename()) else {
        return say(report.message(), Place::Nowhere, sources);
    };
    let span = report.span().range.clone();
    let word = source.prepared.text.get(span.clone()).unwrap_or("");
    let place = source.prepared_place(span);
    if report.message() == "Unknown tag" && word.starts_with("end") {
        return message::wrong_end(word).diagnostic(place);
    }
    say(report.message(), place, sources)
}

/// The reports in a joined text: `error: message`, then ` --> name:line:column`.
fn of_text(text: &str, sources: &Sources) -> Vec<(String, Diagnostic)> {
    let mut found = Vec::new();
    let mut message = "";
    for line in text.lines() {
        if let Some(rest) = line.strip_prefix("error: ") {
            message = rest;
        } else if let Some(place) = line.trim_start().strip_prefix("--> ") {
            let mut parts = place.rsplitn(3, ':');
            let column = parts.next().and_then(|part| part.parse().ok());
            let line = parts.next().and_then(|part| part.parse().ok());
            if let (Some(column), Some(line), Some(name)) = (column, line, parts.next())
                && let Some(source) = sources.get(name)
            {
                let place = source.prepared_line(line, column);
                found.push((name.to_string(), say(message, place, sources)));
            }
        }
    }
    found
}

/// A message of Tera at a place.
fn say(message: &str, place: Place, sources: &Sources) -> Diagnostic {
    let names: Vec<String> = sources
        .keys()
        .filter(|name| !name.starts_with(ORIGINALS))
        .cloned()
        .collect();
    translate(message, &names).diagnostic(place)
}

/// A parent that is not there.
fn missing_parent(current: &str, parent: &str, sources: &Sources) -> Vec<Diagnostic> {
    let known: Vec<&str> = sources
        .keys()
        .map(String::as_str)
        .filter(|name| *name != current)
        .collect();
    let hint = suggest(parent, known, "các mẫu có");
    let own = Own::new(
        format!("không có mẫu cha {parent}, hoặc mẫu ấy có lỗi"),
        hint,
    );
    vec![own.diagnostic(place_of_name(current, "extends", sources))]
}

/// A template that comes back to itself.
fn circular(name: &str, tag: &str, sources: &Sources) -> Vec<Diagnostic> {
    let original = format!("{ORIGINALS}{name}");
    let own = if tag == "extends" && sources.contains_key(&original) {
        Own::new(
            format!("mẫu {name} kế thừa chính nó"),
            format!("để kế thừa mẫu có sẵn cùng tên, viết {{% extends \"{original}\" %}}"),
        )
    } else {
        Own::new(
            format!("mẫu {name} gọi vòng về chính nó"),
            format!("xem lại các thẻ {{% {tag} %}}"),
        )
    };
    vec![own.diagnostic(place_of_name(name, tag, sources))]
}

/// Where a template names another one.
fn place_of_name(template: &str, tag: &str, sources: &Sources) -> Place {
    let Some(source) = sources.get(template) else {
        return Place::Nowhere;
    };
    let named = scan::named_by(&source.text, &source.pieces, tag).next();
    named.map_or_else(
        || Place::File(source.path.clone()),
        |(_, at)| source.place(at),
    )
}
