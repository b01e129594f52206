//! New parts of a package: a name that is free, a content type, a relationship (ECMA-376 part 2, 9.2, 9.3).

use std::collections::BTreeMap;

use crate::check::facts::MarginKind;

use super::element::Element;
use super::find;
use super::package::Package;

/// Where content types stand.
const TYPES: &str = "[Content_Types].xml";

/// The names of WordprocessingML of a file: usual or strict.
pub(super) struct Names {
    /// The namespace.
    pub(super) main: String,
    /// The namespace of relationships, and the start of their types.
    pub(super) relations: &'static str,
}

impl Names {
    /// The names that the part with the text uses, by the prefix of its elements.
    pub(super) fn of(part: &str) -> Option<Names> {
        let tag = &part[find::root(part)?];
        let name = super::element::name_of(tag)?;
        let declared = match name.split_once(':') {
            Some((prefix, _)) => find::attribute(tag, &format!("xmlns:{prefix}")),
            None => find::attribute(tag, "xmlns"),
        };
        let main = declared?.to_string();
        let relations = if main.starts_with("http://purl.oclc.org/ooxml/") {
            "http://purl.oclc.org/ooxml/officeDocument/relationships"
        } else {
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        };
        Some(Names { main, relations })
    }
}

/// Parts that are new, or changed as a whole.
pub(super) struct Register<'p, 'f> {
    package: &'p mut Package<'f>,
    /// Name of the part with the text.
    main: String,
    /// Start of the types of relationships.
    relations: &'static str,
    /// The parts by name.
    pub(super) parts: BTreeMap<String, Vec<u8>>,
}

impl<'p, 'f> Register<'p, 'f> {
    /// For new parts that the part of that name leads to.
    pub(super) fn new(
        package: &'p mut Package<'f>,
        main: &str,
        relations: &'static str,
    ) -> Register<'p, 'f> {
        Register {
            package,
            main: main.to_string(),
            relations,
            parts: BTreeMap::new(),
        }
    }

    /// Adds a header or footer; with the relationships of `twin` if it is a copy of that part. Gives the
    /// id of the relationship that leads to it.
    pub(super) fn add(
        &mut self,
        kind: MarginKind,
        content: String,
        twin: Option<&str>,
    ) -> Option<String> {
        let beside = twin.unwrap_or(&self.main).to_string();
        let (folder, file) = self.free_name(kind, &beside);
        let name = format!("{folder}{file}");
        if let Some(twin) = twin
            && let Some(relations) = self.text(&relations_of(twin))
        {
            self.parts
                .insert(relations_of(&name), relations.into_bytes());
        }
        self.parts.insert(name.clone(), content.into_bytes());
        self.declare(kind, &name)?;
        self.relate(kind, &name)
    }

    /// A part as it is now.
    fn text(&mut self, name: &str) -> Option<String> {
        match self.parts.get(name) {
            Some(own) => String::from_utf8(own.clone()).ok(),
            None => self.package.text(name),
        }
    }

    /// A name beside a part that nothing in the package has, not even a content type: folder and file.
    fn free_name(&mut self, kind: MarginKind, beside: &str) -> (String, String) {
        let folder = beside
            .rfind('/')
            .map_or("", |at| &beside[..=at])
            .to_string();
        let types = self.text(TYPES).unwrap_or_default().to_lowercase();
        let taken = |file: &str| {
            let name = format!("{folder}{file}");
            self.package.has(&name)
                || self.package.has(&relations_of(&name))
                || self.parts.contains_key(&name)
                || types.contains(&format!("/{}\"", name.to_lowercase()))
        };
        let mut files = (1_u32..).map(|number| format!("{}{number}.xml", word(kind)));
        let file = files.find(|file| !taken(file)).unwrap_or_default();
        (folder, file)
    }

    fn declare(&mut self, kind: MarginKind, name: &str) -> Option<()> {
        // A package without this part is none that Word opens; then it is not for us to make one.
        let Some(types) = self.text(TYPES) else {
            return Some(());
        };
        let own = format!(
            "PartName=\"/{name}\" ContentType=\"application/vnd.openxmlformats-officedocument\
             .wordprocessingml.{}+xml\"",
            word(kind)
        );
        let types = appended(&types, "Override", &own)?;
        self.parts.insert(TYPES.to_string(), types.into_bytes());
        Some(())
    }

    fn relate(&mut self, kind: MarginKind, name: &str) -> Option<String> {
        let path = relations_of(&self.main);
        let relations = self.text(&path).unwrap_or_else(|| {
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\
             \"http://schemas.openxmlformats.org/package/2006/relationships\"/>"
                .to_string()
        });
        let mut ids = (1_u32..).map(|number| format!("rId{number}"));
        let id = ids.find(|id| {
            ["\"", "'"]
                .iter()
                .all(|quote| !relations.contains(&format!("{quote}{id}{quote}")))
        })?;
        let folder = self.main.rfind('/').map_or("", |at| &self.main[..=at]);
        let target = match name.strip_prefix(folder) {
            Some(file) if !file.contains('/') => file.to_string(),
            Some(_) | None => format!("/{name}"),
        };
        let own = format!(
            "Id=\"{id}\" Type=\"{}/{}\" Target=\"{target}\"",
            self.relations,
            word(kind)
        );
        let relations = appended(&relations, "Relationship", &own)?;
        self.parts.insert(path, relations.into_bytes());
        Some(id)
    }
}

fn word(kind: MarginKind) -> &'static str {
    match kind {
        MarginKind::Header => "header",
        MarginKind::Footer => "footer",
    }
}

/// Name of the part with the relationships of a part.
fn relations_of(name: &str) -> String {
    let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
    let slash = if folder.is_empty() { "" } else { "/" };
    format!("{folder}{slash}_rels/{file}.rels")
}

/// A part with one more child in its root.
fn appended(part: &str, name: &str, attributes: &str) -> Option<String> {
    let start = find::root(part)?.start;
    let mut root = Element::new(&part.as_bytes()[start..])?;
    let child = format!("<{}{name} {attributes}/>", root.prefix());
    root.append(&child);
    Some(format!("{}{}", &part[..start], root.into_text()))
}
