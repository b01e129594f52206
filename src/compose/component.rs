//! Reads the rendered components of one paper and collects what is wrong in them.

use std::ops::Range;

use crate::diag::{Diagnostic, Place};
use crate::document::body::Body;
use crate::document::inline::Inlines;
use crate::markup;
use crate::template::{Component, Rendered};

/// A rendered paper, and the findings so far.
pub(super) struct Reader<'a> {
    rendered: &'a Rendered,
    /// In the order in which the components were read.
    pub(super) findings: Vec<Diagnostic>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(rendered: &'a Rendered) -> Reader<'a> {
        Reader {
            rendered,
            findings: Vec::new(),
        }
    }

    /// A component that is one piece of running text.
    pub(super) fn text(&mut self, component: Component) -> Inlines {
        self.read(component, markup::parse_text)
    }

    /// A component of short entries, one a line.
    pub(super) fn lines(&mut self, component: Component) -> Vec<Inlines> {
        self.read(component, markup::parse_lines)
    }

    /// A component of many blocks.
    pub(super) fn body(&mut self, component: Component) -> Body {
        self.read(component, markup::parse)
    }

    /// Reports an error in a whole component.
    pub(super) fn error(
        &mut self,
        component: Component,
        code: &'static str,
        message: String,
    ) -> &mut Diagnostic {
        let text = self.rendered.text(component);
        let place = self.place(component, 0..text.len());
        self.findings.push(Diagnostic::error(code, place, message));
        let last = self.findings.len() - 1;
        &mut self.findings[last]
    }

    /// The place of a byte range of a component in the user's files.
    pub(super) fn place(&self, component: Component, range: Range<usize>) -> Place {
        self.rendered.locate(component, range)
    }

    fn read<T>(
        &mut self,
        component: Component,
        parse: fn(&str, markup::Locate<'_>) -> (T, Vec<Diagnostic>),
    ) -> T {
        let rendered = self.rendered;
        let locate = |range| rendered.locate(component, range);
        let (read, findings) = parse(rendered.text(component), &locate);
        self.findings.extend(findings);
        read
    }
}
