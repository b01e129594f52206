//! The structure tree: one structure element for each element of the pages, with references to the
//! marked content and the fields that belong to it, and the way back from those (the parent tree).

use lopdf::{Dictionary, Object, ObjectId, dictionary, text_string};

use crate::layout::page::{Element, Numbering, Role};

use super::body::Hooks;
use super::content::Drawn;
use super::field::Widget;
use super::object::Objects;

/// What the rest of a file must know of a paper's structure.
pub(super) struct Tree {
    /// The elements that the document holds.
    pub(super) top: Vec<ObjectId>,
    /// For each page its key and the elements of its marked content by number, for each field its key
    /// and its element.
    pub(super) numbers: Vec<Object>,
}

/// Adds the elements of a paper but the first, its document, which the file has.
pub(super) fn add(
    objects: &mut Objects,
    drawn: &Drawn,
    page_ids: &[ObjectId],
    widgets: &[Widget],
    hooks: &Hooks,
) -> Tree {
    let below = drawn.structure.iter().skip(1).map(|_| objects.reserve());
    let ids: Vec<ObjectId> = std::iter::once(hooks.document).chain(below).collect();
    let mut kids = kids(drawn, page_ids, widgets, &ids).into_iter();
    let top = kids.next().unwrap_or_default();
    let elements = drawn.structure.iter().zip(&ids).skip(1);
    for ((element, &id), kids) in elements.zip(kids) {
        if element.role == Role::Field && !hooks.fields {
            continue;
        }
        let mut made = dictionary! {
            "Type" => "StructElem",
            "S" => standard_type(&element.role),
            "P" => element.parent.map_or(hooks.document, |parent| ids[parent.0]),
        };
        if !kids.is_empty() {
            made.set("K", kids);
        }
        describe(&element.role, &mut made);
        objects.set(id, made);
    }
    Tree {
        top: top
            .iter()
            .filter_map(|kid| kid.as_reference().ok())
            .collect(),
        numbers: numbers(drawn, widgets, &ids, hooks.key),
    }
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
    drawn: &Drawn,
    page_ids: &[ObjectId],
    widgets: &[Widget],
    ids: &[ObjectId],
) -> Vec<Vec<Object>> {
    let mut kids: Vec<Vec<Object>> = vec![Vec::new(); ids.len()];
    for (page, &id) in drawn.pages.iter().zip(page_ids) {
        for (number, element) in page.marks.iter().enumerate() {
            let reference = dictionary! {
                "Type" => "MCR",
                "Pg" => id,
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
    // Of a field left out nothing is told.
    let held = |element: &Element, id: ObjectId| {
        element.role != Role::Field || widgets.iter().any(|widget| ids[widget.element.0] == id)
    };
    for (element, &id) in drawn.structure.iter().zip(ids) {
        if let Some(parent) = element.parent
            && held(element, id)
        {
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

/// The way back, with keys from the first on.
fn numbers(drawn: &Drawn, widgets: &[Widget], ids: &[ObjectId], first_key: usize) -> Vec<Object> {
    let pages = drawn.pages.iter().map(|page| {
        let elements = page.marks.iter().map(|element| ids[element.0].into());
        Object::Array(elements.collect())
    });
    let fields = widgets.iter().map(|widget| ids[widget.element.0].into());
    let entries = pages.chain(fields).enumerate();
    entries
        .flat_map(|(index, entry)| [((first_key + index) as i64).into(), entry])
        .collect()
}
