//! What holds for the whole file: settings, properties, comments.

use super::measure::{is_on, on, twips};
use super::names::Ns;
use super::walk::Walk;
use super::xml::{self, Node};
use crate::check::facts::{Comment, Properties, Protection, Settings};
use crate::check::refusal::Refusal;

/// Reads `word/settings.xml`.
pub(super) fn settings(part: &[u8]) -> Result<Settings, Refusal> {
    let mut settings = Settings::default();
    xml::blocks(part, &["settings"], |node| {
        let (Ns::W, name) = node.name() else {
            return Ok(());
        };
        match name {
            "evenAndOddHeaders" => settings.even_and_odd = on(node),
            "mirrorMargins" => settings.mirror_margins = on(node),
            "gutterAtTop" => settings.gutter_at_top = on(node),
            "trackRevisions" => settings.tracking = on(node),
            "documentProtection" => settings.protection = protection(node),
            "defaultTabStop" => {
                let tab = node.val().and_then(twips).filter(|tab| tab.0 > 0);
                settings.default_tab = tab.unwrap_or(settings.default_tab);
            }
            "compat" => settings.compatibility = compatibility(node).unwrap_or(12),
            _ => {}
        }
        Ok(())
    })?;
    Ok(settings)
}

fn protection(node: Node<'_>) -> Option<Protection> {
    if !node.attribute("enforcement").is_some_and(is_on) {
        return None;
    }
    match node.attribute("edit")? {
        "readOnly" => Some(Protection::ReadOnly),
        "comments" => Some(Protection::Comments),
        "trackedChanges" => Some(Protection::Tracked),
        "forms" => Some(Protection::Forms),
        _ => None,
    }
}

fn compatibility(node: Node<'_>) -> Option<u8> {
    let mode = node.children().find(|child| {
        child.is(Ns::W, "compatSetting") && child.attribute("name") == Some("compatibilityMode")
    });
    mode?.val()?.parse().ok()
}

/// Reads `docProps/core.xml` over what is known.
pub(super) fn core_properties(part: &[u8], known: &mut Properties) -> Result<(), Refusal> {
    xml::blocks(part, &["coreProperties"], |node| {
        let (Ns::Properties, name) = node.name() else {
            return Ok(());
        };
        let text = || node.text().trim().to_string();
        match name {
            "title" => known.title = text(),
            "creator" => known.author = text(),
            "lastModifiedBy" => known.last_author = text(),
            "created" => known.created = text(),
            "modified" => known.modified = text(),
            _ => {}
        }
        Ok(())
    })
}

/// Reads `docProps/app.xml` over what is known.
pub(super) fn program_properties(part: &[u8], known: &mut Properties) -> Result<(), Refusal> {
    xml::blocks(part, &["Properties"], |node| {
        match node.name() {
            (Ns::Properties, "Application") => known.application = node.text().trim().to_string(),
            (Ns::Properties, "Pages") => known.pages = node.text().trim().parse().ok(),
            _ => {}
        }
        Ok(())
    })
}

impl Walk<'_> {
    /// Reads `word/comments.xml`.
    pub(super) fn read_comments(&mut self, part: &[u8]) -> Result<(), Refusal> {
        xml::blocks(part, &["comments"], |node| {
            if !node.is(Ns::W, "comment") {
                return Ok(());
            }
            let mut text = String::new();
            collect_words(node, &mut text);
            let at = node.attribute("id").and_then(|id| self.comments.get(id));
            self.facts.comments.push(Comment {
                author: node.attribute("author").unwrap_or("").to_string(),
                text,
                at: at.copied(),
            });
            Ok(())
        })
    }
}

/// The words of paragraphs, a line each.
fn collect_words(node: Node<'_>, text: &mut String) {
    for child in node.children() {
        match child.name() {
            (Ns::W, "t") => text.push_str(child.text()),
            (Ns::W, "p") => {
                if !text.is_empty() {
                    text.push('\n');
                }
                collect_words(child, text);
            }
            _ => collect_words(child, text),
        }
    }
}
