//! The package (ECMA-376 part 2): parts by name, what they relate to, what they are.
//!
//! Only parts inside the file exist. A relationship that leads outside is counted and never followed.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::encoding;
use super::names::{Ns, STRICT};
use super::xml;
use crate::check::facts::{Part, PartId};
use crate::check::refusal::{self, Refusal};
use crate::zipped::{Fault, Limits, Zipped};

/// A text of a thousand pages has some thirty MiB of XML; more than all this is no paper.
const LIMITS: Limits = Limits {
    parts: 10_000,
    part: 128 << 20,
    all: 256 << 20,
};

/// Last words of the types of relationships that matter, transitional and strict alike.
const MAIN: &str = "/officeDocument";

/// An open package.
#[derive(Debug)]
pub(super) struct Package<'a> {
    zipped: Zipped<'a>,
    /// Index of each part by its name in lower case.
    index: BTreeMap<String, usize>,
    types: Types,
    /// Parts read so far.
    pub(super) parts: Vec<Part>,
    /// Relationships that lead outside.
    pub(super) external: usize,
    /// True if a relationship is of strict OOXML.
    pub(super) strict: bool,
}

/// An XML part that was read.
pub(super) type XmlPart = (PartId, Arc<[u8]>);

/// Relationships of a part.
#[derive(Clone, Debug, Default)]
pub(super) struct Relations {
    all: BTreeMap<String, Relation>,
}

/// A relationship.
#[derive(Clone, Debug)]
pub(super) struct Relation {
    /// Last word of its type: `header`, `image`.
    pub(super) kind: String,
    /// Name of the part; `None` if it lies outside.
    pub(super) part: Option<String>,
}

/// Content types.
#[derive(Debug, Default)]
struct Types {
    by_name: BTreeMap<String, String>,
    by_end: BTreeMap<String, String>,
}

impl<'a> Package<'a> {
    /// Opens the package.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Package<'a>, Refusal> {
        let zipped = Zipped::open(bytes, LIMITS).map_err(refused)?;
        let mut index = BTreeMap::new();
        for (at, name) in zipped.names().iter().enumerate() {
            if is_strange(name) {
                return Err(refusal::strange_name(name));
            }
            index.insert(name.trim_start_matches('/').to_lowercase(), at);
        }
        let mut package = Package {
            zipped,
            index,
            types: Types::default(),
            parts: Vec::new(),
            external: 0,
            strict: false,
        };
        package.types = package.read_types()?;
        Ok(package)
    }

    /// True if the package has a part of that name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.index.contains_key(&name.to_lowercase())
    }

    /// Names of all parts, in lower case.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.index.keys().map(String::as_str)
    }

    /// Content type of a part.
    pub(super) fn content_type(&self, name: &str) -> &str {
        let name = name.to_lowercase();
        let end = name.rsplit('.').next().unwrap_or("");
        let known = self.types.by_name.get(&name);
        known
            .or_else(|| self.types.by_end.get(end))
            .map_or("", String::as_str)
    }

    /// Reads an XML part, and keeps it.
    pub(super) fn read(&mut self, name: &str) -> Result<Option<XmlPart>, Refusal> {
        let Some(bytes) = self.bytes(name)? else {
            return Ok(None);
        };
        let bytes: Arc<[u8]> = bytes.into();
        self.parts.push(Part {
            name: name.to_string(),
            bytes: Arc::clone(&bytes),
        });
        Ok(Some((PartId(self.parts.len() - 1), bytes)))
    }

    /// The first bytes of a part.
    pub(super) fn start(&mut self, name: &str, most: u64) -> Vec<u8> {
        let index = self.index.get(&name.to_lowercase());
        let start = index.and_then(|index| self.zipped.start(*index, most).ok());
        start.unwrap_or_default()
    }

    fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>, Refusal> {
        let Some(&index) = self.index.get(&name.to_lowercase()) else {
            return Ok(None);
        };
        let mut bytes = Vec::new();
        self.zipped.read(index, &mut bytes).map_err(refused)?;
        encoding::to_utf8(bytes).map(Some)
    }

    /// Name of the part with the text.
    pub(super) fn main_part(&mut self) -> Result<Option<String>, Refusal> {
        let relations = self.relations("")?;
        let main = relations.of_kind(MAIN.trim_start_matches('/')).next();
        let named = main.map(str::to_string).filter(|name| self.has(name));
        let usual = || {
            self.has("word/document.xml")
                .then(|| "word/document.xml".to_string())
        };
        Ok(named.or_else(usual))
    }

    /// Relationships of the part of that name; of the package itself for an empty one.
    pub(super) fn relations(&mut self, name: &str) -> Result<Relations, Refusal> {
        let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
        let own = join(folder, &format!("_rels/{file}.rels"));
        let mut relations = Relations::default();
        let Some(bytes) = own.map(|own| self.bytes(&own)).transpose()?.flatten() else {
            return Ok(relations);
        };
        xml::blocks(&bytes, &["Relationships"], |node| {
            if !node.is(Ns::Rels, "Relationship") {
                return Ok(());
            }
            let of = |name| node.attribute(name).unwrap_or("");
            let outside = of("TargetMode") == "External";
            let relation = Relation {
                kind: of("Type").rsplit('/').next().unwrap_or("").to_string(),
                part: if outside {
                    None
                } else {
                    join(folder, of("Target"))
                },
            };
            self.strict |= of("Type").starts_with(STRICT);
            self.external += usize::from(outside && relation.kind != "hyperlink");
            relations.all.insert(of("Id").to_string(), relation);
            Ok(())
        })?;
        Ok(relations)
    }

    fn read_types(&mut self) -> Result<Types, Refusal> {
        let mut types = Types::default();
        let Some(bytes) = self.bytes("[Content_Types].xml")? else {
            return Ok(types);
        };
        xml::blocks(&bytes, &["Types"], |node| {
            let of = |name| node.attribute(name).unwrap_or("").to_lowercase();
            let kind = of("ContentType");
            match node.name() {
                (Ns::Types, "Default") => types.by_end.insert(of("Extension"), kind),
                (Ns::Types, "Override") => {
                    let name = of("PartName");
                    types
                        .by_name
                        .insert(name.trim_start_matches('/').to_string(), kind)
                }
                _ => None,
            };
            Ok(())
        })?;
        Ok(types)
    }
}

impl Relations {
    /// The part that a relationship leads to.
    pub(super) fn part(&self, id: &str) -> Option<&str> {
        self.all.get(id)?.part.as_deref()
    }

    /// The parts that relationships of a kind lead to.
    pub(super) fn of_kind<'s>(&'s self, kind: &'s str) -> impl Iterator<Item = &'s str> {
        let all = self.all.values();
        all.filter(move |relation| relation.kind == kind)
            .filter_map(|relation| relation.part.as_deref())
    }
}

/// The part that a target names from a folder; `None` if it would lead out of the package.
fn join(folder: &str, target: &str) -> Option<String> {
    let mut path: Vec<&str> = match target.starts_with('/') {
        true => Vec::new(),
        false => folder.split('/').filter(|name| !name.is_empty()).collect(),
    };
    for name in target.split('/') {
        match name {
            "" | "." => {}
            ".." => {
                path.pop()?;
            }
            name => path.push(name),
        }
    }
    Some(path.join("/"))
}

/// True for a name that no Office program gives, and that leads elsewhere when unpacked.
fn is_strange(name: &str) -> bool {
    let steps_out = name.split('/').any(|step| step == "..");
    steps_out || name.contains(['\\', ':', '\0'])
}

fn refused(fault: Fault) -> Refusal {
    match fault {
        Fault::Broken => refusal::broken(),
        Fault::Encrypted => refusal::encrypted(),
        Fault::TooLarge => refusal::too_large(),
        Fault::Twice(name) => refusal::twice(&name),
    }
}
