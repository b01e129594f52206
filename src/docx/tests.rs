//! Whole papers: the parts as readable text, the same bytes always, the text read back.

use std::io::{Cursor, Read};

use quick_xml::events::Event;
use quick_xml::{Reader, Writer};

use super::sample::{self, ALL};
use super::style::word_style;
use super::write;

#[test]
fn tmp_write_samples() {
    std::fs::write("/tmp/docxv/sample.docx", write(&sample::paper(60)).unwrap()).unwrap();
}
