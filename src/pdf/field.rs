//! Empty signature fields, for the programs that sign. They show nothing until they are signed;
//! an empty appearance says so, which PDF/A asks for (ISO 19005-2, 6.3.3).

use anyhow::{Context, Result};
use lopdf::{Document, Object, ObjectId, Stream, dictionary, text_string};

use crate::form::flow::FieldPurpose;
use crate::layout::page::{ElementId, FieldItem, Item, Page, Pages};
use crate::units::Pt;

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

/// Adds the fields of all pages, and the form that names them.
///
/// # Errors
///
/// If a page of `page_ids` is none.
pub(super) fn add(
    document: &mut Document,
    pages: &Pages,
    page_ids: &[ObjectId],
) -> Result<Vec<Widget>> {
    let mut widgets = Vec::new();
    for (page, &page_id) in pages.pages.iter().zip(page_ids) {
        let first = widgets.len();
        for field in fields(page) {
            // Behind the keys of the pages.
            let key = page_ids.len() + widgets.len();
            let id = add_widget(document, page, page_id, field, key);
            widgets.push(Widget {
                element: field.element,
                page: page_id,
                id,
            });
        }
        if widgets.len() > first {
            let annotations = references(&widgets[first..]);
            let page = document.get_dictionary_mut(page_id)?;
            page.set("Annots", annotations);
        }
    }
    if !widgets.is_empty() {
        let form = dictionary! { "Fields" => references(&widgets), "SigFlags" => SIGNATURES };
        let form = document.add_object(form);
        document
            .catalog_mut()
            .context("no catalog")?
            .set("AcroForm", form);
    }
    Ok(widgets)
}

fn fields(page: &Page) -> impl Iterator<Item = &FieldItem> {
    page.items.iter().filter_map(|item| match item {
        Item::Field(field) => Some(field),
        Item::Text(_) | Item::Line(_) => None,
    })
}

fn references(widgets: &[Widget]) -> Vec<Object> {
    widgets.iter().map(|widget| widget.id.into()).collect()
}

fn add_widget(
    document: &mut Document,
    page: &Page,
    page_id: ObjectId,
    field: &FieldItem,
    key: usize,
) -> ObjectId {
    let (x, y) = field.place;
    let bottom = page.height - y - field.height;
    let rect = [x, bottom, x + field.width, bottom + field.height];
    let zero = Pt(0.0);
    let shape = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Form",
        "BBox" => numbers([zero, zero, field.width, field.height]),
        "Resources" => dictionary! {},
    };
    let appearance = document.add_object(Stream::new(shape, Vec::new()));
    let (name, description) = words(field.purpose);
    document.add_object(dictionary! {
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
