//! Faces of the theme (`word/theme/theme1.xml`).

use std::collections::BTreeMap;

use super::names::Ns;
use super::xml::{self, Node};
use crate::check::refusal::Refusal;

/// Faces by their part in the theme.
#[derive(Debug, Default)]
pub(super) struct Theme {
    faces: BTreeMap<&'static str, String>,
}

impl Theme {
    /// Reads the part.
    pub(super) fn read(part: &[u8]) -> Result<Theme, Refusal> {
        let mut theme = Theme::default();
        xml::blocks(part, &["theme", "themeElements", "fontScheme"], |node| {
            match node.name() {
                (Ns::A, "majorFont") => {
                    theme.take(node, ["majorHAnsi", "majorEastAsia", "majorBidi"]);
                }
                (Ns::A, "minorFont") => {
                    theme.take(node, ["minorHAnsi", "minorEastAsia", "minorBidi"]);
                }
                _ => {}
            }
            Ok(())
        })?;
        Ok(theme)
    }

    fn take(&mut self, node: Node<'_>, names: [&'static str; 3]) {
        for (name, element) in names.into_iter().zip(["latin", "ea", "cs"]) {
            let face = node.child(Ns::A, element);
            let face = face.and_then(|face| face.attribute("typeface"));
            if let Some(face) = face.filter(|face| !face.is_empty()) {
                self.faces.insert(name, face.to_string());
            }
        }
    }

    /// The face of a part of the theme; `ascii` and `hAnsi` are one.
    pub(super) fn face(&self, part: &str) -> Option<&str> {
        let part = match part {
            "majorAscii" => "majorHAnsi",
            "minorAscii" => "minorHAnsi",
            part => part,
        };
        self.faces.get(part).map(String::as_str)
    }
}
