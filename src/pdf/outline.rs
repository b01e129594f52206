//! Bookmarks as a tree of outline items. printpdf's own outline is flat and sorted by name.

use lopdf::{Document, Object, ObjectId, dictionary, text_string};

use crate::layout::page::{Bookmark, Pages};

/// Adds the outline to a document; gives the object that the catalog names, if there is any.
pub(super) fn add(
    document: &mut Document,
    pages: &Pages,
    page_ids: &[ObjectId],
) -> Option<ObjectId> {
    let bookmarks = &pages.outline;
    if bookmarks.is_empty() {
        return None;
    }
    let parents = parents(bookmarks);
    let root = document.new_object_id();
    let ids: Vec<ObjectId> = bookmarks.iter().map(|_| document.new_object_id()).collect();
    for (index, bookmark) in bookmarks.iter().enumerate() {
        let parent = parents[index].map_or(root, |at| ids[at]);
        let mut item = dictionary! {
            "Title" => text_string(&bookmark.title),
            "Parent" => parent,
        };
        let sibling = |at: &usize| parents[*at] == parents[index];
        if let Some(at) = (0..index).rev().find(sibling) {
            item.set("Prev", ids[at]);
        }
        if let Some(at) = (index + 1..bookmarks.len()).find(sibling) {
            item.set("Next", ids[at]);
        }
        let children = children(&parents, Some(index));
        if let (Some(first), Some(last)) = (children.first(), children.last()) {
            item.set("First", ids[*first]);
            item.set("Last", ids[*last]);
            // Negative: the entry is shown closed.
            item.set("Count", -(children.len() as i64));
        }
        if let Some(page) = page_ids.get(bookmark.page) {
            let height = pages
                .pages
                .get(bookmark.page)
                .map_or(0.0, |page| page.height.0);
            let top = ((height - bookmark.y.0) * 10.0).round() / 10.0;
            let place = vec![
                (*page).into(),
                "XYZ".into(),
                Object::Null,
                Object::Real(top as f32),
                Object::Null,
            ];
            item.set("Dest", place);
        }
        document.set_object(ids[index], item);
    }
    let top = children(&parents, None);
    let mut outlines = dictionary! { "Type" => "Outlines", "Count" => top.len() as i64 };
    if let (Some(first), Some(last)) = (top.first(), top.last()) {
        outlines.set("First", ids[*first]);
        outlines.set("Last", ids[*last]);
    }
    document.set_object(root, outlines);
    Some(root)
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
