//! Empty signature fields, for the programs that sign. They show nothing until they are signed;
//! an empty appearance says so, which PDF/A asks for (ISO 19005-2, 6.3.3).

use lopdf::{Object, ObjectId, Stream, dictionary, text_string};

use crate::form::flow::FieldPurpose;
use crate::layout::page::{ElementId, FieldItem};
use crate::units::Pt;

use super::content::Drawn;
use super::object::Objects;

/// Flag of an annotation that is printed.
const PRINT: i64 = 1 << 2;
/// Flag of a form with signature fields.
const SIGNATURES: i64 = 1;

/// A field on a page.
pub(super) struct Widget {
    /// Its element.
    pub(super) element: ElementId,
    /// Its page.
    pub(super) page: ObjectId,
    /// The annotation.
    pub(super) id: ObjectId,
}

/// Adds the fields of all pages, with keys for the way back from the first on.
pub(super) fn add(
    objects: &mut Objects,
    drawn: &Drawn,
    page_ids: &[ObjectId],
    first_key: usize,
) -> Vec<Widget> {
    let mut widgets = Vec::new();
    for (page, &page_id) in drawn.pages.iter().zip(page_ids) {
        for field in &page.fields {
            let key = first_key + widgets.len();
            let id = add_widget(objects, page.height, page_id, field, key);
            widgets.push(Widget {
                element: field.element,
                page: page_id,
                id,
            });
        }
    }
    widgets
}

/// Adds the form that names the fields.
pub(super) fn form(objects: &mut Objects, fields: &[ObjectId]) -> ObjectId {
    let fields: Vec<Object> = fields.iter().map(|&id| id.into()).collect();
    objects.add(dictionary! { "Fields" => fields, "SigFlags" => SIGNATURES })
}

fn add_widget(
    objects: &mut Objects,
    page_height: Pt,
    page_id: ObjectId,
    field: &FieldItem,
    key: usize,
) -> ObjectId {
    let (x, y) = field.place;
    let bottom = page_height - y - field.height;
    let rect = [x, bottom, x + field.width, bottom + field.height];
    let zero = Pt(0.0);
    let shape = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Form",
        "BBox" => numbers([zero, zero, field.width, field.height]),
        "Resources" => dictionary! {},
    };
    let appearance = objects.add(Stream::new(shape, Vec::new()));
    let (name, description) = words(field.purpose);
    objects.add(dictionary! {
        "Type" => "Annot",
        "Subtype" => "Widget",
        "FT" => "Sig",
        "T" => Object::string_literal(name),
        "TU" => text_string(description),
        "Rect" => numbers(rect),
        "F" => PRINT,
        "P" => page_id,
        "AP" => dictionary! { "N" => appearance },
        "StructParent" => key as i64,
    })
}

/// Name of a field, and what is read out for it.
fn words(purpose: FieldPurpose) -> (&'static str, &'static str) {
    match purpose {
        FieldPurpose::Signer => ("Chu_ky", "Chữ ký số của người có thẩm quyền"),
        FieldPurpose::Seal => ("Dau_co_quan", "Chữ ký số của cơ quan, tổ chức"),
    }
}

fn numbers(lengths: [Pt; 4]) -> Vec<Object> {
    let rounded = lengths.map(|length| (length.0 * 100.0).round() / 100.0);
    rounded.map(|number| Object::Real(number as f32)).to_vec()
}
