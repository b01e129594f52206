//! A paragraph as it is being read.

use std::ops::Range;
use std::sync::Arc;

use super::formats::Standing;
use crate::check::facts::{
    BoxId, Change, Field, ImageId, NoteId, ParagraphId, Place, Run, RunFormat, RunKind, ShapeId,
};

/// A paragraph as it is being read.
pub(super) struct Draft {
    pub(super) id: ParagraphId,
    pub(super) standing: Standing,
    pub(super) text: String,
    pub(super) runs: Vec<Run>,
    pub(super) fields: Vec<Field>,
    pub(super) shapes: Vec<(usize, ShapeId)>,
    pub(super) images: Vec<(usize, ImageId)>,
    pub(super) boxes: Vec<(usize, BoxId)>,
    pub(super) notes: Vec<(usize, NoteId)>,
    pub(super) bookmarks: Vec<String>,
    pub(super) changed: bool,
    pub(super) control: bool,
}

/// What is known of a run before its text is read.
pub(super) struct RunHead {
    pub(super) place: Place,
    pub(super) properties: Option<Place>,
    pub(super) format: Arc<RunFormat>,
    pub(super) change: Option<Change>,
    pub(super) hidden: bool,
}

impl Draft {
    pub(super) fn new(id: ParagraphId, standing: Standing) -> Draft {
        Draft {
            id,
            standing,
            text: String::new(),
            runs: Vec::new(),
            fields: Vec::new(),
            shapes: Vec::new(),
            images: Vec::new(),
            boxes: Vec::new(),
            notes: Vec::new(),
            bookmarks: Vec::new(),
            changed: false,
            control: false,
        }
    }

    /// Adds words of a run as they print.
    pub(super) fn push(&mut self, head: &RunHead, words: &str, kind: RunKind) {
        let start = self.text.len();
        match head.format.caps || head.format.small_caps {
            true => self.text.push_str(&words.to_uppercase()),
            false => self.text.push_str(words),
        }
        let range = start..self.text.len();
        if range.is_empty() {
            return;
        }
        match self.runs.last_mut() {
            Some(last) if last.place == head.place && last.kind == kind => {
                last.range.end = range.end
            }
            _ => self.runs.push(run(head, range, kind)),
        }
    }
}

fn run(head: &RunHead, range: Range<usize>, kind: RunKind) -> Run {
    Run {
        place: head.place.clone(),
        properties: head.properties.clone(),
        range,
        format: Arc::clone(&head.format),
        kind,
        change: head.change,
    }
}
