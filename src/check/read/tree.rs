//! A block of a part as a tree: elements, attributes, texts, in flat lists that are used again for the
//! next block. Alternate content is decided when its element ends.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use super::names::Ns;

/// Marks the absence of a node or a text.
const NONE: u32 = u32::MAX;

/// A block as a tree. Kept for the next block, so that its room is used again.
#[derive(Debug, Default)]
pub(super) struct Tree<'a> {
    nodes: Vec<Raw<'a>>,
    attributes: Vec<Attribute<'a>>,
    texts: Vec<Cow<'a, str>>,
    /// Nodes of a chosen branch, and the bytes of the branch for older programs.
    fallbacks: BTreeMap<u32, Range<usize>>,
    /// Branches of which every namespace is known, in order.
    understood: Vec<u32>,
    /// The first node that is seen.
    top: u32,
}

#[derive(Debug)]
struct Raw<'a> {
    name: &'a str,
    ns: Ns,
    attributes: Range<u32>,
    first: u32,
    next: u32,
    text: u32,
    range: Range<u32>,
}

#[derive(Debug)]
pub(super) struct Attribute<'a> {
    pub(super) ns: Ns,
    pub(super) name: &'a str,
    pub(super) value: Cow<'a, str>,
}

/// An element.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node<'t> {
    tree: &'t Tree<'t>,
    index: u32,
}

impl<'t> Node<'t> {
    fn raw(self) -> &'t Raw<'t> {
        &self.tree.nodes[self.index as usize]
    }

    /// Namespace and local name, to match on.
    pub(super) fn name(self) -> (Ns, &'t str) {
        (self.raw().ns, self.raw().name)
    }

    /// True for an element of that name.
    pub(super) fn is(self, ns: Ns, name: &str) -> bool {
        self.name() == (ns, name)
    }

    /// Value of the attribute of that local name, whatever its prefix but `r:`.
    pub(super) fn attribute(self, name: &str) -> Option<&'t str> {
        let mut own = self.attributes().iter();
        let found = own.find(|attribute| attribute.name == name && attribute.ns != Ns::R);
        found.map(|attribute| attribute.value.as_ref())
    }

    /// Value of an attribute of the relationships namespace: `r:id`, `r:embed`.
    pub(super) fn relation(self, name: &str) -> Option<&'t str> {
        let mut own = self.attributes().iter();
        let found = own.find(|attribute| attribute.name == name && attribute.ns == Ns::R);
        found.map(|attribute| attribute.value.as_ref())
    }

    /// All attributes by their local names.
    pub(super) fn all_attributes(self) -> impl Iterator<Item = (String, String)> {
        let own = self.attributes().iter();
        own.map(|attribute| (attribute.name.to_string(), attribute.value.to_string()))
    }

    /// `w:val`.
    pub(super) fn val(self) -> Option<&'t str> {
        self.attribute("val")
    }

    fn attributes(self) -> &'t [Attribute<'t>] {
        let range = &self.raw().attributes;
        &self.tree.attributes[range.start as usize..range.end as usize]
    }

    /// Its own text.
    pub(super) fn text(self) -> &'t str {
        let text = self.tree.texts.get(self.raw().text as usize);
        text.map_or("", Cow::as_ref)
    }

    /// Bytes of it in the part.
    pub(super) fn range(self) -> Range<usize> {
        let range = &self.raw().range;
        range.start as usize..range.end as usize
    }

    /// Bytes of the branch for older programs, if this is the outermost of the branch for newer ones.
    pub(super) fn fallback(self) -> Option<Range<usize>> {
        self.tree.fallbacks.get(&self.index).cloned()
    }

    /// Its children.
    pub(super) fn children(self) -> impl Iterator<Item = Node<'t>> {
        Node::siblings(self.tree, self.raw().first)
    }

    fn siblings(tree: &'t Tree<'t>, mut next: u32) -> impl Iterator<Item = Node<'t>> {
        std::iter::from_fn(move || {
            let raw = tree.nodes.get(next as usize)?;
            let index = std::mem::replace(&mut next, raw.next);
            Some(Node { tree, index })
        })
    }

    /// The first child of that name.
    pub(super) fn child(self, ns: Ns, name: &str) -> Option<Node<'t>> {
        self.children().find(|child| child.is(ns, name))
    }

    /// The first `w:` child of that name.
    pub(super) fn w(self, name: &str) -> Option<Node<'t>> {
        self.child(Ns::W, name)
    }

    /// The first descendant of that name, itself included, in document order.
    pub(super) fn find(self, ns: Ns, name: &str) -> Option<Node<'t>> {
        if self.is(ns, name) {
            return Some(self);
        }
        self.children().find_map(|child| child.find(ns, name))
    }
}

/// An element whose end is still to come, and its last child so far.
pub(super) struct Growing {
    index: u32,
    last: u32,
}

impl<'a> Tree<'a> {
    pub(super) fn clear(&mut self) {
        self.nodes.clear();
        self.attributes.clear();
        self.texts.clear();
        self.fallbacks.clear();
        self.understood.clear();
        self.top = 0;
    }

    /// The block; of alternate content the blocks of the branch that is read.
    pub(super) fn tops(&self) -> impl Iterator<Item = Node<'_>> {
        Node::siblings(self, self.top)
    }

    /// Elements so far, or attributes if they are more.
    pub(super) fn len(&self) -> usize {
        self.nodes.len().max(self.attributes.len())
    }

    /// Adds an element, as yet without a parent, and takes its attributes.
    pub(super) fn grow(
        &mut self,
        ns: Ns,
        name: &'a str,
        range: &Range<usize>,
        attributes: &mut Vec<Attribute<'a>>,
    ) -> Growing {
        let start = self.attributes.len() as u32;
        self.attributes.append(attributes);
        let index = self.nodes.len() as u32;
        self.nodes.push(Raw {
            name,
            ns,
            attributes: start..self.attributes.len() as u32,
            first: NONE,
            next: NONE,
            text: NONE,
            range: range.start as u32..range.end as u32,
        });
        Growing { index, last: NONE }
    }

    /// An element that is being read.
    pub(super) fn node(&self, growing: &Growing) -> Node<'_> {
        Node {
            tree: self,
            index: growing.index,
        }
    }

    /// Marks a branch of alternate content of which every namespace is known.
    pub(super) fn understand(&mut self, branch: &Growing) {
        self.understood.push(branch.index);
    }

    /// Notes where an element ends.
    pub(super) fn end(&mut self, growing: Option<&Growing>, end: usize) {
        if let Some(growing) = growing {
            self.nodes[growing.index as usize].range.end = end as u32;
        }
    }

    /// Adds to the text of a node. White space between elements is none.
    pub(super) fn add_text(&mut self, of: Option<&Growing>, text: Cow<'a, str>) {
        let Some(of) = of else { return };
        let node = &mut self.nodes[of.index as usize];
        if node.first != NONE {
            return;
        }
        match self.texts.get_mut(node.text as usize) {
            Some(known) => known.to_mut().push_str(&text),
            None => {
                node.text = self.texts.len() as u32;
                self.texts.push(text);
            }
        }
    }

    /// Ends the last open element and gives it to its parent; of alternate content the children of the
    /// branch that is read.
    pub(super) fn close(&mut self, growing: &mut Vec<Growing>) {
        let Some(node) = growing.pop() else { return };
        let raw = &self.nodes[node.index as usize];
        let (first, last) = match (raw.ns, raw.name) {
            (Ns::Mc, "AlternateContent") => self.branch(node.index),
            _ => (node.index, node.index),
        };
        let Some(parent) = growing.last_mut() else {
            self.top = first;
            return;
        };
        if first == NONE {
            return;
        }
        match parent.last {
            NONE => self.nodes[parent.index as usize].first = first,
            before => self.nodes[before as usize].next = first,
        }
        parent.last = last;
    }

    /// First and last child of the branch that is read of alternate content (ECMA-376 part 3, 10.2).
    fn branch(&mut self, index: u32) -> (u32, u32) {
        let node = Node { tree: self, index };
        let choice = node
            .children()
            .find(|child| self.understood.binary_search(&child.index).is_ok());
        let fallback = node.child(Ns::Mc, "Fallback");
        let Some(chosen) = choice.or(fallback) else {
            return (NONE, NONE);
        };
        let older = choice.and(fallback).map(Node::range);
        let children: Vec<u32> = chosen.children().map(|child| child.index).collect();
        if let Some(older) = older {
            let twins = children.iter().map(|&child| (child, older.clone()));
            self.fallbacks.extend(twins);
        }
        let ends = children.first().zip(children.last());
        ends.map_or((NONE, NONE), |(&first, &last)| (first, last))
    }
}
