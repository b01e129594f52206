//! The structure tree: one structure element for each element of the pages, with references to the
//! marked content and the fields that belong to it, and the way back from those (the parent tree).

use anyhow::Result;
use lopdf::{Dictionary, Document, Object, ObjectId, dictionary, text_string};

use crate::layout::page::{ElementId, Numbering, Pages, Role};

use super::field::Widget;

/// Adds the tree; gives its root. `marks` are the elements of each page's marked content.
///
/// # Errors
///
/// If a page of `page_ids` is none.
pub(super) fn add(
    document: &mut Document,
    pages: &Pages,
    page_ids: &[ObjectId],
    marks: &[Vec<ElementId>],
    widgets: &[Widget],
) -> Result<ObjectId> {
    let root = document.new_object_id();
    let elements = pages.structure.iter();
    let ids: Vec<ObjectId> = elements.map(|_| document.new_object_id()).collect();
    let kids = kids(pages, page_ids, marks, widgets, &ids);
    for (index, (element, kids)) in pages.structure.iter().zip(kids).enumerate() {
        let mut made = dictionary! {
            "Type" => "StructElem",
            "S" => standard_type(&element.role),
            "P" => element.parent.map_or(root, |parent| ids[parent.0]),
        };
        if !kids.is_empty() {
            made.set("K", kids);
        }
        describe(&element.role, &mut made);
        document.set_object(ids[index], made);
    }
    for (key, &page) in page_ids.iter().enumerate() {
        let page = document.get_dictionary_mut(page)?;
        page.set("StructParents", key as i64);
        page.set("Tabs", "S");
    }
    let parents = parents(document, marks, widgets, &ids);
    let mut tree = dictionary! {
        "Type" => "StructTreeRoot",
        "ParentTree" => parents,
        "ParentTreeNextKey" => (page_ids.len() + widgets.len()) as i64,
    };
    if let Some(&first) = ids.first() {
        tree.set("K", first);
    }
    document.set_object(root, tree);
    Ok(root)
}

/// The standard structure type of a role (ISO 32000-1, 14.8.4).
pub(super) fn standard_type(role: &Role) -> &'static str {
    match role {
        Role::Document => "Document",
        Role::Section => "Sect",
        Role::Group => "Div",
        Role::Heading { level, .. } => match level {
            0 | 1 => "H1",
            2 => "H2",
            3 => "H3",
            4 => "H4",
            5 => "H5",
            6.. => "H6",
        },
        Role::Paragraph => "P",
        Role::List(_) => "L",
        Role::Item => "LI",
        Role::Label => "Lbl",
        Role::ItemBody => "LBody",
        Role::Table => "Table",
        Role::Row => "TR",
        Role::HeadCell { .. } => "TH",
        Role::Cell { .. } => "TD",
        Role::Field => "Form",
    }
}

/// What each element holds: its own content in order, then the elements inside.
fn kids(
    pages: &Pages,
    page_ids: &[ObjectId],
    marks: &[Vec<ElementId>],
    widgets: &[Widget],
    ids: &[ObjectId],
) -> Vec<Vec<Object>> {
    let mut kids: Vec<Vec<Object>> = vec![Vec::new(); ids.len()];
    for (marks, &page) in marks.iter().zip(page_ids) {
        for (number, element) in marks.iter().enumerate() {
            let reference = dictionary! {
                "Type" => "MCR",
                "Pg" => page,
                "MCID" => number as i64,
            };
            kids[element.0].push(reference.into());
        }
    }
    for widget in widgets {
        let reference = dictionary! {
            "Type" => "OBJR",
            "Pg" => widget.page,
            "Obj" => widget.id,
        };
        kids[widget.element.0].push(reference.into());
    }
    for (element, &id) in pages.structure.iter().zip(ids) {
        if let Some(parent) = element.parent {
            kids[parent.0].push(id.into());
        }
    }
    kids
}

/// Adds what the type alone does not say.
fn describe(role: &Role, element: &mut Dictionary) {
    match role {
        Role::Heading { title, .. } => element.set("T", text_string(title)),
        Role::List(numbering) => {
            let numbering = match numbering {
                Numbering::Decimal => "Decimal",
                Numbering::Letters => "LowerAlpha",
                Numbering::Marks => "Disc",
            };
            element.set(
                "A",
                dictionary! { "O" => "List", "ListNumbering" => numbering },
            );
        }
        Role::HeadCell { span } => {
            let mut attributes = dictionary! { "O" => "Table", "Scope" => "Column" };
            if *span > 1 {
                attributes.set("ColSpan", *span as i64);
            }
            element.set("A", attributes);
        }
        Role::Cell { span } if *span > 1 => {
            let attributes = dictionary! { "O" => "Table", "ColSpan" => *span as i64 };
            element.set("A", attributes);
        }
        Role::Document
        | Role::Section
        | Role::Group
        | Role::Paragraph
        | Role::Item
        | Role::Label
        | Role::ItemBody
        | Role::Table
        | Role::Row
        | Role::Cell { .. }
        | Role::Field => {}
    }
}

/// The way back: for each page the elements of its marked content by number, for each field its
/// element.
fn parents(
    document: &mut Document,
    marks: &[Vec<ElementId>],
    widgets: &[Widget],
    ids: &[ObjectId],
) -> ObjectId {
    let mut numbers: Vec<Object> = Vec::new();
    for (key, marks) in marks.iter().enumerate() {
        let elements = marks.iter().map(|element| ids[element.0].into());
        let elements = document.add_object(elements.collect::<Vec<Object>>());
        numbers.push((key as i64).into());
        numbers.push(elements.into());
    }
    for (index, widget) in widgets.iter().enumerate() {
        numbers.push(((marks.len() + index) as i64).into());
        numbers.push(ids[widget.element.0].into());
    }
    document.add_object(dictionary! { "Nums" => numbers })
}
