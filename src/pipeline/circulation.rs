//! What goes out to whom: the other papers of a dossier with their recipients and numbers of copies,
//! as the list of issue (danh sách phát hành) reads them under `phat_hanh`.
//!
//! A paper goes out in as many copies as it names recipients (Decree 30/2020/NĐ-CP, Điều 17, khoản
//! 1). A line that names several without their number (`Các thôn`) is left to the clerk.

use serde_json::{Value as Json, json};

use crate::compose;
use crate::data::Entry;
use crate::document::kind::Frame;
use crate::document::{Document, Recipients};

use super::workshop::Workshop;

/// The variable in templates.
pub(super) const VARIABLE: &str = "phat_hanh";
/// The remark beside Nơi nhận that tells an electronic paper.
const ELECTRONIC: &str = "VBĐT";

/// A line of the list.
struct Line {
    to: String,
    /// Nothing where the line names several.
    copies: Option<u32>,
    way: String,
}

/// The papers of the dossier but `own` and other lists, in the order of the file. A paper with
/// errors is told where it is made; here it is left out.
pub(super) fn context(workshop: &Workshop, own: &Entry) -> Json {
    let entries = workshop.dossier.papers().iter();
    let others = entries.filter(|entry| entry.key != own.key);
    let issued: Vec<Json> = others
        .filter_map(|entry| {
            let document = composed(workshop, entry)?;
            let listed = document.kind.frame != Frame::List;
            listed.then(|| issue(workshop, entry, &document))
        })
        .collect();
    json!(issued)
}

/// A paper, or the first of those that are made for each row.
fn composed(workshop: &Workshop, entry: &Entry) -> Option<Document> {
    let prepared = workshop.prepare_alone(entry).ok()?;
    let (rendered, findings) = match entry.paper.each_row_of {
        None => prepared.render(),
        Some(table) => {
            let each = workshop.dossier.each(table)?;
            let first = each.recipients.first()?;
            prepared.render_row(first.variable(), &first.context())
        }
    };
    if findings.iter().any(crate::diag::Diagnostic::is_error) {
        return None;
    }
    compose::compose(entry, &rendered)
        .0
        .map(|composed| composed.document)
}

/// A paper as the template reads it.
fn issue(workshop: &Workshop, entry: &Entry, document: &Document) -> Json {
    let recipients = document.recipients.clone().unwrap_or_default();
    let electronic = recipients.note.as_deref() == Some(ELECTRONIC);
    let mut lines = recipients_of(workshop, entry, document);
    lines.extend(kept(&recipients));
    for line in lines.iter_mut().filter(|_| electronic) {
        line.copies = None;
        line.way = "Điện tử".to_string();
    }
    let copies: u32 = lines.iter().filter_map(|line| line.copies).sum();
    json!({
        "khoa": entry.key,
        "ten": document.kind.name,
        "so_ngay": dotted(&document.letterhead.citation()),
        "trich_yeu": document.subject.to_plain(),
        "dien_tu": electronic,
        "so_ban": copies,
        "chua_ro": !electronic && lines.iter().any(|line| line.copies.is_none()),
        "noi_nhan": lines.iter().map(line_context).collect::<Vec<_>>(),
    })
}

fn line_context(line: &Line) -> Json {
    json!({ "ten": line.to, "so_ban": line.copies, "hinh_thuc": line.way })
}

/// The blanks of a draft as dots: templates fold spaces.
fn dotted(citation: &str) -> String {
    let parts = citation.split("  ").map(str::trim);
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    parts.join(" … ")
}

/// Those whom a paper goes to: each row of its table, or those whom it addresses or invites, where
/// Nơi nhận says `Như trên`; and the other lines of Nơi nhận.
fn recipients_of(workshop: &Workshop, entry: &Entry, document: &Document) -> Vec<Line> {
    let mut lines = Vec::new();
    let each = entry
        .paper
        .each_row_of
        .and_then(|table| workshop.dossier.each(table));
    match each {
        Some(each) => lines.extend(each.recipients.iter().map(|recipient| Line {
            to: recipient.addressed(),
            copies: Some(1),
            way: recipient.channel().unwrap_or_default().to_string(),
        })),
        None if document.addressees.is_empty() => {
            let guests = workshop.dossier.event().guests.iter();
            let invited = guests.flat_map(|group| match &group.guests[..] {
                [] => std::slice::from_ref(&group.level),
                guests => guests,
            });
            let above = document.recipients.iter().flat_map(|found| &found.lines);
            let as_above = above.clone().any(|line| is_above(&line.to_plain()));
            lines.extend(invited.filter(|_| as_above).map(|guest| Line {
                copies: None,
                ..line(guest)
            }));
        }
        None => lines.extend(document.addressees.iter().map(|to| line(&to.to_plain()))),
    }
    let named = document.recipients.iter().flat_map(|found| &found.lines);
    let named = named.map(|line| line.to_plain());
    lines.extend(named.filter(|to| !is_above(to)).map(|to| line(&to)));
    lines
}

/// `Như trên`, `Như Điều 3`.
fn is_above(line: &str) -> bool {
    line.starts_with("Như ")
}

/// The copies that stay: `VT, NV (2)` are three.
fn kept(recipients: &Recipients) -> Vec<Line> {
    let units = recipients.archive.split(',').map(str::trim);
    let units = units.filter(|unit| !unit.is_empty());
    let kept = units.map(|unit| {
        let count = unit.split_once('(').and_then(|(_, rest)| {
            let digits = rest.trim_end_matches(')').trim();
            digits.parse().ok()
        });
        Line {
            to: format!("Lưu: {unit}"),
            copies: Some(count.unwrap_or(1)),
            way: String::new(),
        }
    });
    kept.collect()
}

/// A line of Nơi nhận; one that names several leaves the number open.
fn line(to: &str) -> Line {
    let to = to.trim_end_matches(['.', ';', ',', ' ']);
    let lower = format!(" {}", to.to_lowercase());
    let several = [" các ", " thành viên ", ";"];
    let several = several.iter().any(|words| lower.contains(words));
    Line {
        to: to.to_string(),
        copies: (!several).then_some(1),
        way: String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_names_several_leaves_the_number_open() {
        for (to, copies) in [
            ("Sở Nội vụ (b/c)", Some(1)),
            ("Thường trực HĐND huyện;", Some(1)),
            ("Các thôn", None),
            ("Chủ tịch, các Phó Chủ tịch UBND xã", None),
            ("Thành viên các Khối thi đua huyện", None),
        ] {
            assert_eq!(line(to).copies, copies, "{to}");
        }
        assert_eq!(line("UBND tỉnh;").to, "UBND tỉnh");
    }

    #[test]
    fn the_blanks_of_a_draft_are_dots() {
        let draft = "số     /KH-UBND ngày     tháng 02 năm 2024";
        assert_eq!(dotted(draft), "số … /KH-UBND ngày … tháng 02 năm 2024");
    }

    #[test]
    fn copies_are_kept_by_every_unit_of_the_archive_line() {
        let recipients = Recipients {
            archive: "VT, NV (2)".to_string(),
            ..Recipients::default()
        };
        let kept = kept(&recipients);
        let told: Vec<_> = kept.iter().map(|line| (&*line.to, line.copies)).collect();
        assert_eq!(told, [("Lưu: VT", Some(1)), ("Lưu: NV (2)", Some(2))]);
    }
}
