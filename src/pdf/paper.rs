//! The file of one paper.

use anyhow::Result;
use lopdf::{Dictionary, Object, ObjectId, Stream, dictionary};

use crate::document::Meta;
use crate::fonts::Face;

use super::body::{self, Hooks};
use super::cache::Cache;
use super::content::Drawn;
use super::file::File;
use super::object::Objects;
use super::shared::{Parts, Shared};
use super::{meta, outline};

/// Writes papers; what they have in common is made once.
#[derive(Default)]
pub struct Writer {
    parts: Parts,
    shared: Cache<Vec<(Face, Vec<char>)>, Shared>,
}

impl Writer {
    /// The PDF file of a paper.
    ///
    /// # Errors
    ///
    /// If a font cannot be cut out, or the objects cannot be put together.
    pub fn write(&self, drawn: &Drawn) -> Result<Vec<u8>> {
        let parts = drawn
            .used
            .iter()
            .map(|(face, used)| (*face, super::font::part_of(used)));
        let key: Vec<(Face, Vec<char>)> = parts.collect();
        let shared = self
            .shared
            .get(&key, || Shared::new(&key, &self.parts, 1, None))?;
        let mut objects = Objects::from(shared.block.next);
        let (root, info) = own(&mut objects, drawn, &shared);
        let block = objects.into_block()?;
        let mut file = File::new(Vec::with_capacity(shared.block.bytes.len() + 8192))?;
        file.append(&shared.block)?;
        file.append(&block)?;
        file.finish(block.next, root, info)
    }
}

/// The paper's own objects; gives the catalog and the information.
fn own(objects: &mut Objects, drawn: &Drawn, shared: &Shared) -> (ObjectId, ObjectId) {
    let (tree, document) = (objects.reserve(), objects.reserve());
    let pages = objects.reserve();
    let hooks = Hooks {
        pages,
        resources: shared.resources,
        document,
        key: 0,
        fields: true,
    };
    let body = body::add(objects, drawn, &hooks);
    let kids: Vec<Object> = body.pages.iter().map(|&id| id.into()).collect();
    let count = kids.len() as i64;
    objects.set(
        pages,
        dictionary! { "Type" => "Pages", "Count" => count, "Kids" => kids },
    );
    let top = body.top.iter().map(|&id| id.into()).collect();
    objects.set(document, document_element(tree, top));
    let next = body.numbers.len() / 2;
    let parents = objects.add(dictionary! { "Nums" => body.numbers });
    objects.set(tree, structure_root(document, parents, next));
    let mut catalog = catalog(objects, &drawn.meta, pages, tree, shared.intents);
    if let Some(outlines) = outline::add(objects, drawn, &body.pages) {
        catalog.set("Outlines", outlines);
    }
    if !body.fields.is_empty() {
        catalog.set("AcroForm", super::field::form(objects, &body.fields));
    }
    let root = objects.add(catalog);
    (root, objects.add(meta::info(&drawn.meta)))
}

/// The element that holds all others.
pub(super) fn document_element(tree: ObjectId, kids: Vec<Object>) -> Dictionary {
    let mut element = dictionary! { "Type" => "StructElem", "S" => "Document", "P" => tree };
    if !kids.is_empty() {
        element.set("K", kids);
    }
    element
}

/// The root of the structure tree. `next` is the first free key of the way back.
pub(super) fn structure_root(document: ObjectId, parents: ObjectId, next: usize) -> Dictionary {
    dictionary! {
        "Type" => "StructTreeRoot",
        "K" => document,
        "ParentTree" => parents,
        "ParentTreeNextKey" => next as i64,
    }
}

/// The catalog, and the metadata that it names.
pub(super) fn catalog(
    objects: &mut Objects,
    meta: &Meta,
    pages: ObjectId,
    tree: ObjectId,
    intents: ObjectId,
) -> Dictionary {
    let kind = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    // Left readable, as archives ask (ISO 19005-2, 6.6.2.1 allows a filter, many tools do not).
    let packet = objects.add(Stream::new(kind, meta::xmp(meta).into_bytes()));
    dictionary! {
        "Type" => "Catalog",
        "Pages" => pages,
        "PageMode" => "UseNone",
        "Metadata" => packet,
        "OutputIntents" => intents,
        "StructTreeRoot" => tree,
        "MarkInfo" => dictionary! { "Marked" => true },
        "Lang" => Object::string_literal("vi-VN"),
        "ViewerPreferences" => dictionary! { "DisplayDocTitle" => true },
    }
}
