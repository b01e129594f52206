//! The literal lines of a template's blocks, by which printed text finds the way back to its place.

use std::sync::Arc;

use crate::diag::Place;

use super::component::Component;
use super::scan::PieceKind;
use super::source::Source;

/// Fewest letters by which a literal line is known again.
const SHORTEST: usize = 3;

/// The literal lines of one template, shared by all that is rendered from it.
pub(super) type Literals = Arc<[Literal]>;

/// A line of literal text in a block of a template.
#[derive(Clone, Debug)]
pub(super) struct Literal {
    pub(super) component: Component,
    pub(super) text: String,
    pub(super) place: Place,
}

/// The literal lines in the blocks of a template.
pub(super) fn literals(source: &Source) -> Literals {
    let mut literals = Vec::new();
    for block in &source.blocks {
        let Some(component) = Component::named(&block.name) else {
            continue;
        };
        let inside = source.pieces.iter().filter(|piece| {
            piece.kind == PieceKind::Text
                && block.inner.start <= piece.at.start
                && piece.at.end <= block.inner.end
        });
        for piece in inside {
            let mut start = piece.at.start;
            for line in source.text[piece.at.clone()].split_inclusive('\n') {
                let text = line.trim();
                let letters = text.chars().filter(|c| c.is_alphabetic()).count();
                if letters >= SHORTEST {
                    let at = start + line.len() - line.trim_start().len();
                    literals.push(Literal {
                        component,
                        text: text.to_string(),
                        place: source.place(at..at + text.len()),
                    });
                }
                start += line.len();
            }
        }
    }
    literals.into()
}
