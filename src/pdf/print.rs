//! Many papers as one file for print, written as they come: their pages in order, one bookmark and
//! one section of the structure each. Of a paper that is in the file only a few numbers are kept.
//!
//! Numbers of objects are given out before the papers are put together, so that this can be done
//! for several at a time; a paper waits until it is known whether another one follows, because its
//! bookmark says so.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;

use anyhow::Result;
use lopdf::{Dictionary, Object, ObjectId, dictionary, text_string};
use rayon::prelude::*;

use crate::document::Meta;
use crate::fonts::Face;

use super::body::{self, Hooks};
use super::content::Drawn;
use super::file::File;
use super::object::{Block, Objects};
use super::paper::{catalog, document_element, structure_root};
use super::shared::{Parts, Shared};
use super::{meta, outline};

/// Papers whose pages hang on one node of the page tree.
const GROUP: usize = 64;
/// Numbers that a paper takes beside those of its body: bookmark, node, empty page, way back.
const OWN_NUMBERS: u32 = 4;

/// A paper of a batch.
pub struct Letter {
    /// Whom it is for; its bookmark.
    pub name: String,
    /// Its pages.
    pub drawn: Drawn,
}

/// A file for print being written.
pub struct PrintFile<W: Write> {
    file: File<W>,
    duplex: bool,
    ids: Ids,
    next: u32,
    waiting: Option<Letter>,
    letters: usize,
    first_item: Option<ObjectId>,
    last_item: Option<ObjectId>,
    page_count: usize,
    key: usize,
    meta: Meta,
    used: BTreeMap<Face, BTreeSet<char>>,
    groups: Vec<Group>,
    /// The elements that the document holds.
    sections: Vec<u32>,
    /// The leaves of the way back from pages to elements.
    leaves: Vec<u32>,
}

/// Objects that papers refer to and that are written last.
#[derive(Clone, Copy)]
struct Ids {
    pages: ObjectId,
    resources: ObjectId,
    tree: ObjectId,
    document: ObjectId,
    outlines: ObjectId,
}

/// A node of the page tree.
struct Group {
    id: ObjectId,
    pages: Vec<u32>,
}

/// Where a paper goes.
struct Plan {
    item: ObjectId,
    previous: Option<ObjectId>,
    next: Option<ObjectId>,
    group: ObjectId,
    starts_group: bool,
    blank_first: bool,
    key: usize,
}

/// A paper put together.
struct Made {
    block: Block,
    pages: Vec<ObjectId>,
    sections: Vec<ObjectId>,
    leaf: ObjectId,
}

impl<W: Write> PrintFile<W> {
    /// Begins a file. With `duplex` each paper starts on an odd page, so that sheets printed on both
    /// sides come apart between papers.
    ///
    /// # Errors
    ///
    /// Those of `out`, here and in all that follows; besides those of [`super::Writer::write`].
    pub fn new(out: W, duplex: bool) -> Result<PrintFile<W>> {
        let mut objects = Objects::from(1);
        Ok(PrintFile {
            file: File::new(out)?,
            duplex,
            ids: Ids {
                pages: objects.reserve(),
                resources: objects.reserve(),
                tree: objects.reserve(),
                document: objects.reserve(),
                outlines: objects.reserve(),
            },
            next: objects.reserve().0,
            waiting: None,
            letters: 0,
            first_item: None,
            last_item: None,
            page_count: 0,
            key: 0,
            meta: Meta::default(),
            used: BTreeMap::new(),
            groups: Vec::new(),
            sections: Vec::new(),
            leaves: Vec::new(),
        })
    }

    /// Adds papers.
    pub fn add(&mut self, letters: Vec<Letter>) -> Result<()> {
        let mut letters: Vec<Letter> = self.waiting.take().into_iter().chain(letters).collect();
        let last = letters.pop();
        self.write(&letters, true)?;
        self.waiting = last;
        Ok(())
    }

    /// Ends the file; gives what it was written to, and the number of its pages. `title` makes the
    /// file's title of the first paper's and the number of papers.
    pub fn finish(mut self, title: impl FnOnce(&str, usize) -> String) -> Result<(W, usize)> {
        let last: Vec<Letter> = self.waiting.take().into_iter().collect();
        self.write(&last, false)?;
        self.meta.title = title(&self.meta.title, self.letters);
        let used = std::mem::take(&mut self.used).into_iter();
        let used = used.map(|(face, chars)| (face, chars.into_iter().collect()));
        let shared = Shared::new(
            &used.collect(),
            &Parts::default(),
            self.next,
            Some(self.ids.resources),
        )?;
        self.file.append(&shared.block)?;
        let mut objects = Objects::from(shared.block.next);
        let (root, info) = self.last_objects(&mut objects, shared.intents);
        let block = objects.into_block()?;
        self.file.append(&block)?;
        let out = self.file.finish(block.next, root, info)?;
        Ok((out, self.page_count))
    }

    /// Puts papers together, several at a time, and writes them in order. `more` if others follow.
    fn write(&mut self, letters: &[Letter], more: bool) -> Result<()> {
        let plans = self.plan(letters, more);
        let made: Vec<Result<Made>> = letters
            .par_iter()
            .zip(&plans)
            .map(|(letter, plan)| make(letter, plan, &self.ids))
            .collect();
        for ((letter, plan), made) in letters.iter().zip(&plans).zip(made) {
            self.take(letter, plan, made?)?;
        }
        Ok(())
    }

    fn plan(&mut self, letters: &[Letter], more: bool) -> Vec<Plan> {
        let mut plans: Vec<Plan> = Vec::new();
        let mut group = self.groups.last().map(|group| group.id);
        for (index, letter) in letters.iter().enumerate() {
            let item = (self.next, 0);
            self.next += OWN_NUMBERS + body::most_numbers(&letter.drawn);
            let starts_group = self.letters.is_multiple_of(GROUP) || group.is_none();
            let group = match group {
                Some(group) if !starts_group => group,
                Some(_) | None => *group.insert((item.0 + 1, 0)),
            };
            let blank_first = self.duplex && !self.page_count.is_multiple_of(2);
            let follows = more || index + 1 < letters.len();
            plans.push(Plan {
                item,
                previous: self.last_item,
                next: follows.then_some((self.next, 0)),
                group,
                starts_group,
                blank_first,
                key: self.key,
            });
            self.first_item = self.first_item.or(Some(item));
            self.last_item = Some(item);
            self.letters += 1;
            self.page_count += usize::from(blank_first) + letter.drawn.page_count();
            self.key += letter.drawn.page_count();
        }
        plans
    }

    /// Writes a paper, and keeps what the end of the file must know of it.
    fn take(&mut self, letter: &Letter, plan: &Plan, made: Made) -> Result<()> {
        self.file.append(&made.block)?;
        if plan.starts_group {
            self.groups.push(Group {
                id: plan.group,
                pages: Vec::new(),
            });
        }
        if let Some(group) = self.groups.last_mut() {
            group.pages.extend(made.pages.iter().map(|id| id.0));
        }
        if self.leaves.is_empty() {
            self.meta = letter.drawn.meta.clone();
        }
        self.leaves.push(made.leaf.0);
        self.sections.extend(made.sections.iter().map(|id| id.0));
        for (face, chars) in &letter.drawn.used {
            self.used.entry(*face).or_default().extend(chars);
        }
        Ok(())
    }

    /// What is written last: the trees' roots, catalog and information.
    fn last_objects(&self, objects: &mut Objects, intents: ObjectId) -> (ObjectId, ObjectId) {
        let ids = &self.ids;
        for group in &self.groups {
            let mut head = node(group.pages.len());
            head.set("Parent", ids.pages);
            objects.set_with_kids(group.id, &head, "Kids", &group.pages);
        }
        let groups: Vec<u32> = self.groups.iter().map(|group| group.id.0).collect();
        objects.set_with_kids(ids.pages, &node(self.page_count), "Kids", &groups);
        let parents = objects.reserve();
        objects.set_with_kids(parents, &Dictionary::new(), "Kids", &self.leaves);
        objects.set(ids.tree, structure_root(ids.document, parents, self.key));
        let document = document_element(ids.tree, Vec::new());
        objects.set_with_kids(ids.document, &document, "K", &self.sections);
        let mut catalog = catalog(objects, &self.meta, ids.pages, ids.tree, intents);
        if let (Some(first), Some(last)) = (self.first_item, self.last_item) {
            let outlines = dictionary! {
                "Type" => "Outlines",
                "Count" => self.letters as i64,
                "First" => first,
                "Last" => last,
            };
            objects.set(ids.outlines, outlines);
            catalog.set("Outlines", ids.outlines);
        }
        let root = objects.add(catalog);
        (root, objects.add(meta::info(&self.meta)))
    }
}

/// Puts a paper together.
fn make(letter: &Letter, plan: &Plan, ids: &Ids) -> Result<Made> {
    let mut objects = Objects::from(plan.item.0);
    let (item, _node) = (objects.reserve(), objects.reserve());
    let hooks = Hooks {
        pages: plan.group,
        resources: ids.resources,
        document: ids.document,
        key: plan.key,
        fields: false,
    };
    let first = letter.drawn.pages.first();
    let mut pages = Vec::new();
    if let (true, Some(first)) = (plan.blank_first, first) {
        let blank = body::frame(&mut objects, &first.blank(), &hooks);
        pages.push(objects.add(blank));
    }
    let body = body::add(&mut objects, &letter.drawn, &hooks);
    let mut bookmark =
        dictionary! { "Parent" => ids.outlines, "Title" => text_string(&letter.name) };
    if let (Some(&page), Some(first)) = (body.pages.first(), first) {
        bookmark.set("Dest", outline::place(page, first.height));
    }
    for (key, neighbour) in [("Prev", plan.previous), ("Next", plan.next)] {
        if let Some(neighbour) = neighbour {
            bookmark.set(key, neighbour);
        }
    }
    objects.set(item, bookmark);
    let last_key = plan.key + body.pages.len().max(1) - 1;
    let limits: Vec<Object> = [plan.key, last_key].map(|key| (key as i64).into()).into();
    let leaf = objects.add(dictionary! { "Limits" => limits, "Nums" => body.numbers });
    pages.extend(body.pages);
    Ok(Made {
        block: objects.into_block()?,
        pages,
        sections: body.top,
        leaf,
    })
}

/// A node of the page tree, without its kids.
fn node(count: usize) -> Dictionary {
    dictionary! { "Type" => "Pages", "Count" => count as i64 }
}
