//! Fields: their instructions, and which of the text is a result (ECMA-376 part 1, 17.16).

use super::draft::Draft;
use super::walk::Walk;
use super::xml::Node;
use crate::check::facts::{Field, FieldKind};

/// Most characters of an instruction that are kept.
const MOST: usize = 2000;

/// A field that is open.
#[derive(Clone, Debug, Default)]
pub(super) struct OpenField {
    instruction: String,
    /// Start of the result in the text of the paragraph; `None` while the instruction lasts.
    result: Option<usize>,
}

impl Walk<'_> {
    /// True if text here prints: it is not part of an instruction.
    pub(super) fn prints(&self) -> bool {
        self.fields.iter().all(|field| field.result.is_some())
    }

    /// `w:fldChar`.
    pub(super) fn field_character(&mut self, node: Node<'_>, draft: &mut Draft) {
        match node.attribute("fldCharType") {
            Some("begin") => self.fields.push(OpenField::default()),
            Some("separate") => {
                if let Some(field) = self.fields.last_mut() {
                    field.result = Some(draft.text.len());
                }
            }
            Some("end") => {
                if let Some(field) = self.fields.pop() {
                    draft.field(&field.instruction, field.result.unwrap_or(draft.text.len()));
                }
            }
            _ => {}
        }
    }

    /// `w:instrText`.
    pub(super) fn instruction(&mut self, node: Node<'_>) {
        let Some(field) = self.fields.last_mut() else {
            return;
        };
        if field.result.is_none() && field.instruction.len() < MOST {
            field.instruction.push_str(node.text());
        }
    }

    /// `w:fldSimple` opens: what is in it is a result.
    pub(super) fn open_simple(&mut self, node: Node<'_>, draft: &Draft) {
        self.fields.push(OpenField {
            instruction: node.attribute("instr").unwrap_or("").to_string(),
            result: Some(draft.text.len()),
        });
    }

    /// `w:fldSimple` closes.
    pub(super) fn close_simple(&mut self, draft: &mut Draft) {
        if let Some(field) = self.fields.pop() {
            draft.field(&field.instruction, field.result.unwrap_or(draft.text.len()));
        }
    }

    /// The paragraph ends with fields open: their results go on in the next one.
    pub(super) fn carry_fields(&mut self, draft: &mut Draft) {
        for field in &mut self.fields {
            if let Some(start) = &mut field.result {
                draft.field(&field.instruction, *start);
                *start = 0;
            }
        }
    }
}

impl Draft {
    /// A field whose result starts at `start` and ends here.
    pub(super) fn field(&mut self, instruction: &str, start: usize) {
        self.fields.push(Field {
            kind: kind(instruction),
            instruction: instruction.trim().to_string(),
            range: start.min(self.text.len())..self.text.len(),
        });
    }

    /// `w:pgNum`, the page number of old files.
    pub(super) fn page_number(&mut self) {
        self.field("PAGE", self.text.len());
    }
}

/// What a field gives, by the first word of its instruction.
fn kind(instruction: &str) -> FieldKind {
    let word = instruction.split_whitespace().next().unwrap_or("");
    match word.to_ascii_uppercase().as_str() {
        "PAGE" => FieldKind::Page,
        "NUMPAGES" => FieldKind::Pages,
        "SECTIONPAGES" => FieldKind::SectionPages,
        "DATE" | "TIME" | "CREATEDATE" | "SAVEDATE" | "PRINTDATE" => FieldKind::Date,
        "HYPERLINK" => FieldKind::Hyperlink,
        "MERGEFIELD" => FieldKind::Merge,
        "REF" | "PAGEREF" | "NOTEREF" => FieldKind::Reference,
        "TOC" => FieldKind::Contents,
        "SEQ" | "LISTNUM" | "AUTONUM" | "AUTONUMLGL" | "AUTONUMOUT" => FieldKind::Sequence,
        "FORMTEXT" | "FORMCHECKBOX" | "FORMDROPDOWN" => FieldKind::Form,
        _ => FieldKind::Other,
    }
}
