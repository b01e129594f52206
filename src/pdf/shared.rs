//! What files with the same fonts have in common, as finished bytes: the fonts, the resources of
//! pages, the output intent.

use anyhow::Result;
use lopdf::{Dictionary, Object, ObjectId, dictionary};

use crate::fonts::Face;

use super::cache::Cache;
use super::font::{self, Part, Used};
use super::icc;
use super::object::{Block, Objects};

/// The common objects of a file.
pub(super) struct Shared {
    pub(super) block: Block,
    /// The resources of every page.
    pub(super) resources: ObjectId,
    /// What the colours mean.
    pub(super) intents: ObjectId,
}

/// Parts of faces that were made already.
#[derive(Default)]
pub(super) struct Parts(Cache<(Face, Vec<char>), Part>);

impl Shared {
    /// The common objects of files that use these characters, numbered on from `first`; the
    /// resources may have a number already.
    pub(super) fn new(
        used: &Used,
        parts: &Parts,
        first: u32,
        resources: Option<ObjectId>,
    ) -> Result<Shared> {
        let mut objects = Objects::from(first);
        let resources = resources.unwrap_or_else(|| objects.reserve());
        let mut fonts = Dictionary::new();
        for (face, chars) in used {
            let key = (*face, font::part_of(chars));
            let part = parts.0.get(&key, || Part::of(*face, &key.1))?;
            fonts.set(font::name(*face), part.add(&mut objects));
        }
        objects.set(resources, dictionary! { "Font" => fonts });
        let profile = objects.add_compressed(dictionary! { "N" => 3 }, &icc::srgb())?;
        let intents = objects.add(Object::Array(vec![intent(profile)]));
        Ok(Shared {
            block: objects.into_block()?,
            resources,
            intents,
        })
    }
}

/// What the colours of the file mean.
fn intent(profile: ObjectId) -> Object {
    Object::Dictionary(dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => Object::string_literal(icc::NAME),
        "Info" => Object::string_literal(icc::NAME),
        "DestOutputProfile" => profile,
    })
}
