//! What a rendering gives: the Markdown of each component, and the way back to the template.

use std::ops::Range;

use crate::diag::Place;

use super::component::Component;
use super::literal::Literals;
use super::prepare::{MARK_BLOCK, MARK_END, MARK_NAME};
use super::source::Source;

/// The components of a paper as Markdown.
#[derive(Clone, Debug, Default)]
pub struct Rendered {
    paper: String,
    texts: Vec<(Component, String)>,
    /// Literal lines of the blocks, of the nearest template first.
    literals: Vec<Literals>,
}

impl Rendered {
    /// Takes the output apart at its marks. `chain` is the template and those that it extends.
    pub(super) fn new(paper: &str, output: &[u8], chain: &[&Source]) -> Rendered {
        let output = String::from_utf8_lossy(output);
        let mut texts = Vec::new();
        for part in output.split(MARK_BLOCK).skip(1) {
            let Some((name, rest)) = part.split_once(MARK_NAME) else {
                continue;
            };
            let text = rest.split(MARK_END).next().unwrap_or("");
            if let Some(component) = Component::named(name) {
                texts.push((component, tidy(text)));
            }
        }
        Rendered {
            paper: paper.to_string(),
            texts,
            literals: chain.iter().map(|source| source.literals()).collect(),
        }
    }

    /// The Markdown of a component; empty if the template has no such block.
    pub fn text(&self, component: Component) -> &str {
        self.texts
            .iter()
            .find(|(named, _)| *named == component)
            .map_or("", |(_, text)| text)
    }

    /// The place in the templates from which a stretch of a component came, as far as it can be
    /// known: the line with the literal text that stands there. Otherwise the component with the
    /// words themselves.
    pub fn locate(&self, component: Component, at: Range<usize>) -> Place {
        let text = self.text(component);
        let start = text.floor_char_boundary(at.start.min(text.len()));
        let end = text.floor_char_boundary(at.end.min(text.len())).max(start);
        let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
        let line = &text[line_start..line_end];
        let stretch = text[start..end].lines().next().unwrap_or("").trim();
        let here = || {
            self.literals
                .iter()
                .flat_map(|literals| literals.iter())
                .filter(move |literal| literal.component == component)
        };
        let exact = || here().find(|literal| !stretch.is_empty() && literal.text == stretch);
        let longest = || {
            here()
                .filter(|literal| line.contains(&literal.text))
                .rev()
                .max_by_key(|literal| literal.text.len())
        };
        match exact().or_else(longest) {
            Some(literal) => literal.place.clone(),
            None => Place::Component {
                paper: self.paper.clone(),
                component: component.name().to_string(),
                quote: shorten(if stretch.is_empty() {
                    line.trim()
                } else {
                    stretch
                }),
            },
        }
    }
}

/// Without white space at line ends and without more than one empty line in a row. An empty line
/// between rows of a table or a list is the author's and stays.
fn tidy(text: &str) -> String {
    let mut lines: Vec<&str> = Vec::new();
    for line in text.lines() {
        // Two spaces at the end are a line break of Markdown.
        let bare = line.trim_end();
        let line = if line.ends_with("  ") && !bare.is_empty() {
            &line[..bare.len() + 2]
        } else {
            bare
        };
        if !(line.is_empty() && lines.last().is_none_or(|last| last.is_empty())) {
            lines.push(line);
        }
    }
    while lines.last().is_some_and(|last| last.is_empty()) {
        lines.pop();
    }
    lines.join("\n").trim_end().to_string()
}

/// At most sixty characters of a quotation.
fn shorten(text: &str) -> String {
    if text.chars().count() <= 60 {
        return text.to_string();
    }
    let head: String = text.chars().take(59).collect();
    format!("{head}…")
}
