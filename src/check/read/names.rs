//! The namespaces of Office files. Both of each pair, transitional and strict (ISO/IEC 29500-4, -1), are
//! one here.

/// A namespace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ns {
    /// WordprocessingML.
    W,
    /// Relationships, as attributes.
    R,
    /// Pictures and shapes in a text.
    Wp,
    /// DrawingML.
    A,
    /// DrawingML pictures.
    Pic,
    /// Word's shapes.
    Wps,
    /// Word's groups of shapes.
    Wpg,
    /// VML.
    V,
    /// Markup compatibility.
    Mc,
    /// Relationships, as a part.
    Rels,
    /// Content types.
    Types,
    /// Properties: the package's, Dublin Core, the program's.
    Properties,
    /// An extension of Office whose elements may be read without.
    Known,
    /// Any other, or none.
    Other,
}

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/// Start of the names of strict OOXML.
pub(super) const STRICT: &str = "http://purl.oclc.org/ooxml/";
const OFFICE: &str = "http://schemas.openxmlformats.org/";
const MICROSOFT: &str = "http://schemas.microsoft.com/office/";

/// The namespace of that name.
fn namespace(name: &str) -> Ns {
    if name == W {
        return Ns::W;
    }
    if let Some(rest) = name.strip_prefix(OFFICE) {
        return match rest {
            "officeDocument/2006/relationships" => Ns::R,
            "drawingml/2006/wordprocessingDrawing" => Ns::Wp,
            "drawingml/2006/main" => Ns::A,
            "drawingml/2006/picture" => Ns::Pic,
            "markup-compatibility/2006" => Ns::Mc,
            "package/2006/relationships" => Ns::Rels,
            "package/2006/content-types" => Ns::Types,
            "package/2006/metadata/core-properties" => Ns::Properties,
            "officeDocument/2006/extended-properties" => Ns::Properties,
            _ => Ns::Other,
        };
    }
    if let Some(rest) = name.strip_prefix(STRICT) {
        return match rest {
            "wordprocessingml/main" => Ns::W,
            "officeDocument/relationships" => Ns::R,
            "drawingml/wordprocessingDrawing" => Ns::Wp,
            "drawingml/main" => Ns::A,
            "drawingml/picture" => Ns::Pic,
            "officeDocument/extendedProperties" => Ns::Properties,
            _ => Ns::Other,
        };
    }
    if let Some(rest) = name.strip_prefix(MICROSOFT) {
        return match rest {
            "word/2010/wordprocessingShape" => Ns::Wps,
            "word/2010/wordprocessingGroup" => Ns::Wpg,
            // A canvas holds shapes and groups.
            "word/2010/wordprocessingCanvas" | "word/2010/wordprocessingDrawing" => Ns::Known,
            "word/2010/wordml" | "word/2012/wordml" | "drawing/2010/main" => Ns::Known,
            _ => Ns::Other,
        };
    }
    match name {
        "urn:schemas-microsoft-com:vml" => Ns::V,
        "http://purl.org/dc/elements/1.1/" | "http://purl.org/dc/terms/" => Ns::Properties,
        _ => Ns::Other,
    }
}

/// Prefixes in force.
#[derive(Debug, Default)]
pub(super) struct Names<'a> {
    bound: Vec<(&'a str, Ns, usize)>,
    depth: usize,
}

impl<'a> Names<'a> {
    /// An element opens.
    pub(super) fn open(&mut self) {
        self.depth += 1;
    }

    /// An element closes, and what it bound is gone.
    pub(super) fn close(&mut self) {
        while self
            .bound
            .last()
            .is_some_and(|(_, _, at)| *at >= self.depth)
        {
            self.bound.pop();
        }
        self.depth = self.depth.saturating_sub(1);
    }

    /// Open elements.
    pub(super) fn depth(&self) -> usize {
        self.depth
    }

    /// The element opened last binds a prefix.
    pub(super) fn bind(&mut self, prefix: &'a str, name: &str) {
        self.bound.push((prefix, namespace(name), self.depth));
    }

    /// The namespace of a prefix.
    pub(super) fn of(&self, prefix: &str) -> Ns {
        let mut bound = self.bound.iter().rev();
        let found = bound.find(|(own, _, _)| *own == prefix);
        found.map_or(Ns::Other, |(_, ns, _)| *ns)
    }

    /// Namespace and local name of a name with or without prefix.
    pub(super) fn resolve(&self, name: &'a str) -> (Ns, &'a str) {
        match name.split_once(':') {
            Some((prefix, local)) => (self.of(prefix), local),
            None => (self.of(""), name),
        }
    }
}
