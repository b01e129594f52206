//! A paper's own objects in a file: its pages, their content, its structure, its fields.

use lopdf::{Dictionary, Object, ObjectId, Stream, dictionary};

use super::content::{Drawn, DrawnPage};
use super::object::{Objects, PACK};
use super::{field, tree};

/// What a paper's objects hang on.
pub(super) struct Hooks {
    /// The node that holds its pages.
    pub(super) pages: ObjectId,
    /// The resources of its pages.
    pub(super) resources: ObjectId,
    /// The document in the structure tree.
    pub(super) document: ObjectId,
    /// The first free key of the way back from pages and fields to the structure.
    pub(super) key: usize,
    /// Whether the paper's form fields come along.
    pub(super) fields: bool,
}

/// What the rest of a file must know of a paper.
pub(super) struct Body {
    pub(super) pages: Vec<ObjectId>,
    /// The elements that the document in the structure tree holds.
    pub(super) top: Vec<ObjectId>,
    /// Keys and elements of the way back (`Nums` of the parent tree).
    pub(super) numbers: Vec<Object>,
    pub(super) fields: Vec<ObjectId>,
}

/// Adds a paper.
pub(super) fn add(objects: &mut Objects, drawn: &Drawn, hooks: &Hooks) -> Body {
    let pages: Vec<ObjectId> = drawn.pages.iter().map(|_| objects.reserve()).collect();
    let first_widget = hooks.key + pages.len();
    let widgets = match hooks.fields {
        true => field::add(objects, drawn, &pages, first_widget),
        false => Vec::new(),
    };
    for (index, (page, &id)) in drawn.pages.iter().zip(&pages).enumerate() {
        let mut made = frame(objects, page, hooks);
        made.set("StructParents", (hooks.key + index) as i64);
        let annotations: Vec<Object> = widgets
            .iter()
            .filter(|widget| widget.page == id)
            .map(|widget| widget.id.into())
            .collect();
        if !annotations.is_empty() {
            made.set("Annots", annotations);
        }
        objects.set(id, made);
    }
    let tree = tree::add(objects, drawn, &pages, &widgets, hooks);
    Body {
        pages,
        top: tree.top,
        numbers: tree.numbers,
        fields: widgets.iter().map(|widget| widget.id).collect(),
    }
}

/// At most as many numbers does [`add`] take, packs included.
pub(super) fn most_numbers(drawn: &Drawn) -> u32 {
    let fields: usize = drawn.pages.iter().map(|page| page.fields.len()).sum();
    let objects = drawn.structure.len() + 2 * drawn.pages.len() + 2 * fields;
    (objects + objects / PACK + 1) as u32
}

/// A page without what leads to the structure.
pub(super) fn frame(objects: &mut Objects, page: &DrawnPage, hooks: &Hooks) -> Dictionary {
    let mut made = dictionary! {
        "Type" => "Page",
        "Parent" => hooks.pages,
        "MediaBox" => page.media_box(),
        "Resources" => hooks.resources,
        "Tabs" => "S",
    };
    if let Some(content) = &page.content {
        let filter = dictionary! { "Filter" => "FlateDecode" };
        made.set(
            "Contents",
            objects.add(Stream::new(filter, content.clone())),
        );
    }
    made
}
