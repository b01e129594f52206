//! Bookmarks as a tree of outline items. printpdf's own outline is flat and sorted by name.

use lopdf::{Dictionary, Object, ObjectId, dictionary, text_string};

use crate::layout::page::Bookmark;
use crate::units::Pt;

use super::content::Drawn;
use super::object::Objects;

/// Adds the outline of a paper; gives the object that the catalog names, if there is any.
pub(super) fn add(objects: &mut Objects, drawn: &Drawn, page_ids: &[ObjectId]) -> Option<ObjectId> {
    let bookmarks = &drawn.outline;
    if bookmarks.is_empty() {
        return None;
    }
    let parents = parents(bookmarks);
    let root = objects.reserve();
    let ids: Vec<ObjectId> = bookmarks.iter().map(|_| objects.reserve()).collect();
    for (index, bookmark) in bookmarks.iter().enumerate() {
        let mut item = links(&parents, index, root, &ids);
        item.set("Title", text_string(&bookmark.title));
        let page = drawn.pages.get(bookmark.page);
        if let (Some(page), Some(&id)) = (page, page_ids.get(bookmark.page)) {
            item.set("Dest", place(id, page.height - bookmark.y));
        }
        objects.set(ids[index], item);
    }
    let top = children(&parents, None);
    let mut outlines = dictionary! { "Type" => "Outlines", "Count" => top.len() as i64 };
    if let (Some(first), Some(last)) = (top.first(), top.last()) {
        outlines.set("First", ids[*first]);
        outlines.set("Last", ids[*last]);
    }
    objects.set(root, outlines);
    Some(root)
}

/// How an entry hangs together with its neighbours, its parent and its children.
fn links(parents: &[Option<usize>], index: usize, root: ObjectId, ids: &[ObjectId]) -> Dictionary {
    let mut item = dictionary! { "Parent" => parents[index].map_or(root, |at| ids[at]) };
    let sibling = |at: &usize| parents[*at] == parents[index];
    if let Some(at) = (0..index).rev().find(sibling) {
        item.set("Prev", ids[at]);
    }
    if let Some(at) = (index + 1..parents.len()).find(sibling) {
        item.set("Next", ids[at]);
    }
    let children = children(parents, Some(index));
    if let (Some(first), Some(last)) = (children.first(), children.last()) {
        item.set("First", ids[*first]);
        item.set("Last", ids[*last]);
        // Negative: the entry is shown closed.
        item.set("Count", -(children.len() as i64));
    }
    item
}

/// A place on a page, its height from the foot in tenths of a point.
pub(super) fn place(page: ObjectId, height: Pt) -> Object {
    let top = (height.0 * 10.0).round() / 10.0;
    let place: [Object; 5] = [
        page.into(),
        "XYZ".into(),
        Object::Null,
        Object::Real(top as f32),
        Object::Null,
    ];
    Object::Array(place.to_vec())
}

/// For each entry the one that encloses it.
fn parents(bookmarks: &[Bookmark]) -> Vec<Option<usize>> {
    let mut parents = Vec::with_capacity(bookmarks.len());
    let mut open: Vec<usize> = Vec::new();
    for (index, bookmark) in bookmarks.iter().enumerate() {
        open.retain(|&outer| bookmarks[outer].depth < bookmark.depth);
        parents.push(open.last().copied());
        open.push(index);
    }
    parents
}

fn children(parents: &[Option<usize>], of: Option<usize>) -> Vec<usize> {
    let all = 0..parents.len();
    all.filter(|&at| parents[at] == of).collect()
}
