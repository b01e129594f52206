//! The report as the terminal shows it: one diagnostic a finding.

use std::path::{Path, PathBuf};

use crate::diag::{Diagnostic, ParagraphPlace, Place};

use super::{Item, ItemLevel, Report};

/// The findings as diagnostics, in page order.
pub fn diagnostics(report: &Report) -> Vec<Diagnostic> {
    let path = Path::new(&report.file);
    report
        .items
        .iter()
        .map(|item| diagnostic(path, item))
        .collect()
}

fn diagnostic(path: &Path, item: &Item) -> Diagnostic {
    let place = Place::Paragraph(ParagraphPlace {
        path: PathBuf::from(path),
        at: at(item),
        quote: item.quote.clone(),
    });
    let more = match item.others {
        0 => String::new(),
        others => format!(" (và {others} chỗ khác)"),
    };
    let message = format!("{}{more}", item.there);
    let make = match item.level {
        ItemLevel::Must => Diagnostic::error,
        ItemLevel::Should => Diagnostic::warning,
        ItemLevel::Ask => Diagnostic::note,
    };
    let doubt = item
        .doubt
        .as_ref()
        .map_or(String::new(), |why| format!("; chỉ hỏi vì {why}"));
    make(item.code, place, message).hint(format!("{} ({}){doubt}", item.asked, item.clause))
}

/// `đoạn 12, Nơi nhận`.
fn at(item: &Item) -> String {
    let number = item.paragraph.map(|number| format!("đoạn {number}"));
    let component = item.component.map(str::to_string);
    [number, component]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(", ")
}
