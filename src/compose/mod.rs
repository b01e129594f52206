//! Puts a paper together: the dossier's entry, the agency's profile and the rendered template give
//! a [`Document`] of the Decree's components.
//!
//! One form serves every named document (Mẫu 1.4), the công văn (Mẫu 1.5) and the list: their frames
//! differ in heading, number, subject and end mark ([`Frame`]). Decisions and resolutions (Mẫu 1.1-1.3)
//! also name who decides.

mod annex;
pub mod certificate;
mod closing;
mod component;
pub mod counts;
mod enactment;
pub mod names;
mod signature;

use crate::data::Entry;
use crate::data::dossier::{Circulation, Paper, Urgency};
use crate::diag::Diagnostic;
use crate::document::inline::Inlines;
use crate::document::kind::{Frame, Kind};
use crate::document::letterhead::{DateLine, Letterhead, Number};
use crate::document::{self, Document, Marks, Meta, Recipients};
use crate::template::{Component, Rendered};
use crate::text::unaccent::file_stem;

use component::Reader;

/// A composed paper.
#[derive(Clone, Debug)]
pub struct Composed {
    /// The paper.
    pub document: Document,
    /// Name of its files, without the ending.
    pub file_stem: String,
}

/// Composes a paper of its entry in the dossier and its rendered template.
///
/// Nothing if its type is not known; findings on everything else go along.
pub fn compose(entry: &Entry, rendered: &Rendered) -> (Option<Composed>, Vec<Diagnostic>) {
    let mut reader = Reader::new(rendered);
    let Some(kind) = kind(&mut reader) else {
        return (None, reader.findings);
    };
    let letterhead = letterhead(entry, kind);
    let subject = closing::without_mark(reader.text(Component::Subject));
    let addressees = closing::without_marks(reader.lines(Component::Addressees));
    let content = reader.body(Component::Body);
    let enactment = enactment::enactment(&mut reader, entry, kind);
    let annexes = annex::annexes(&mut reader, &letterhead, kind, entry);
    annex::check_references(&mut reader, &content, &annexes);
    let document = Document {
        kind,
        marks: marks(&entry.paper),
        recipients: match kind.frame {
            Frame::Named | Frame::Letter => {
                let above = match (&enactment, addressees.is_empty()) {
                    (Some(_), _) => enactment::as_article(&content),
                    (None, false) => Some(Inlines::plain("Như trên")),
                    (None, true) => None,
                };
                Some(recipients(entry, &mut reader, above))
            }
            Frame::List => None,
        },
        bases: closing::bases(reader.lines(Component::Bases)),
        body: match kind.frame {
            Frame::Named | Frame::Letter => closing::closed(content),
            Frame::List => content,
        },
        signature: signature::signature(entry),
        enactment,
        co_signers: match kind.frame {
            Frame::Named | Frame::Letter => Vec::new(),
            Frame::List => entry.co_signers.iter().map(signature::by_hand).collect(),
        },
        contact: match kind.frame {
            Frame::Named | Frame::Letter => contact(entry),
            Frame::List => Vec::new(),
        },
        meta: meta(entry, kind, &subject),
        letterhead,
        subject,
        addressees,
        annexes,
    };
    let file_stem = stem(&mut reader, &entry.key);
    let composed = Composed {
        document,
        file_stem,
    };
    (Some(composed), reader.findings)
}

/// The type that the template names.
fn kind(reader: &mut Reader<'_>) -> Option<Kind> {
    let name = reader.text(Component::Kind).to_plain();
    let found = Kind::named(&name);
    if found.is_none() {
        let message = if name.trim().is_empty() {
            "mẫu chưa nêu tên loại văn bản (khối ten_loai trống)".to_string()
        } else {
            format!(
                "“{}” không phải một trong 29 loại văn bản hành chính",
                name.trim()
            )
        };
        reader.error(Component::Kind, "ten-loai-la", message).hint = Some(
            "viết đúng tên loại ở Điều 7 Nghị định 30/2020/NĐ-CP, thí dụ: Kế hoạch, Thông báo, \
             Công văn"
                .to_string(),
        );
    }
    found
}

fn letterhead(entry: &Entry, kind: Kind) -> Letterhead {
    let (paper, agency) = (&entry.paper, &entry.agency);
    let lines = if agency.name_lines.is_empty() {
        vec![agency.name.to_string()]
    } else {
        agency.name_lines.iter().map(ToString::to_string).collect()
    };
    Letterhead {
        parent: agency.parent.as_ref().map(ToString::to_string),
        agency: lines,
        number: number(entry, kind),
        place: agency.place.to_string(),
        date: DateLine {
            day: paper.date.day(),
            month: paper.date.month(),
            year: paper.date.year(),
        },
    }
}

/// Số, ký hiệu: type and issuer, or issuer and drafting unit for a công văn (mục II.3.b).
fn number(entry: &Entry, kind: Kind) -> Number {
    let issuer = entry.agency.symbol.as_str();
    let symbol = match (kind.frame, kind.code, &entry.paper.drafting_unit) {
        (Frame::List, _, _) => return Number::None,
        (Frame::Named | Frame::Letter, Some(code), _) => format!("{code}-{issuer}"),
        (Frame::Named | Frame::Letter, None, Some(unit)) => format!("{issuer}-{unit}"),
        (Frame::Named | Frame::Letter, None, None) => issuer.to_string(),
    };
    match entry.paper.number {
        Some(number) => Number::Given(number, symbol),
        None => Number::Draft(symbol),
    }
}

fn marks(paper: &Paper) -> Marks {
    Marks {
        urgency: paper.urgency.map(|urgency| match urgency {
            Urgency::Urgent => document::Urgency::Urgent,
            Urgency::VeryUrgent => document::Urgency::VeryUrgent,
            Urgency::Express => document::Urgency::Express,
        }),
        circulation: paper.circulation.map(|circulation| match circulation {
            Circulation::ReturnAfterReading => document::Circulation::Return,
            Circulation::Internal => document::Circulation::Internal,
        }),
    }
}

/// Nơi nhận; a paper with Kính gửi begins with `Như trên` (mục II.9.b), a decision with `Như Điều …`
/// (Mẫu 1.1-1.3).
fn recipients(entry: &Entry, reader: &mut Reader<'_>, above: Option<Inlines>) -> Recipients {
    let mut lines = closing::without_marks(reader.lines(Component::Recipients));
    let says_above = lines
        .first()
        .is_some_and(|line| line.to_plain().starts_with("Như "));
    if let Some(above) = above.filter(|_| !says_above) {
        lines.insert(0, above);
    }
    let filing = entry.paper.filing.as_ref().or(entry.agency.filing.as_ref());
    Recipients {
        note: entry
            .paper
            .recipients_note
            .as_ref()
            .map(ToString::to_string),
        lines,
        archive: filing.map_or("VT".to_string(), ToString::to_string),
    }
}

fn contact(entry: &Entry) -> Vec<String> {
    let lines = entry.agency.contact.iter();
    lines.map(ToString::to_string).collect()
}

fn meta(entry: &Entry, kind: Kind, subject: &Inlines) -> Meta {
    let subject = subject.to_plain();
    let title = if subject.is_empty() {
        kind.name.to_string()
    } else {
        format!("{}: {subject}", kind.name)
    };
    Meta {
        title,
        subject,
        author: entry.agency.name.to_string(),
        date: entry.paper.date.earliest().map(|date| date.0),
    }
}

/// The name that the template gives the files, else the paper's key.
fn stem(reader: &mut Reader<'_>, key: &str) -> String {
    let named = file_stem(&reader.text(Component::FileStem).to_plain());
    if named.is_empty() {
        file_stem(key)
    } else {
        named
    }
}
