//! The last step: catalog, information, compression, identifier, bytes.

use anyhow::{Context, Result, ensure};
use lopdf::{Document, Object, ObjectId, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};

use crate::layout::page::{ElementId, Pages};

use super::font::Fonts;
use super::{field, icc, meta, outline, tree};

/// Bytes of an identifier.
const ID_LENGTH: usize = 16;

/// Turns the objects that printpdf made into a finished file. `marks` are the elements of each
/// page's marked content.
pub(super) fn finish(
    mut document: Document,
    pages: &Pages,
    fonts: &Fonts,
    marks: &[Vec<ElementId>],
) -> Result<Vec<u8>> {
    document.version = "1.7".to_string();
    fonts.correct(&mut document)?;
    let page_ids: Vec<ObjectId> = document.get_pages().into_values().collect();
    ensure!(
        page_ids.len() == pages.pages.len(),
        "printpdf has lost a page"
    );
    strip_pages(&mut document, &page_ids)?;
    let widgets = field::add(&mut document, pages, &page_ids)?;
    let tree = tree::add(&mut document, pages, &page_ids, marks, &widgets)?;
    set_catalog(&mut document, pages, &page_ids, tree)?;
    let info = document.add_object(meta::info(&pages.meta));
    replace_info(&mut document, info);
    document.prune_objects();
    document.renumber_objects();
    for object in document.objects.values_mut() {
        compress(object)?;
    }
    let id = Object::String(vec![0; ID_LENGTH], StringFormat::Hexadecimal);
    document.trailer.set("ID", vec![id.clone(), id]);
    let mut bytes = Vec::new();
    document.save_modern(&mut bytes)?;
    identify(&mut bytes)?;
    Ok(bytes)
}

/// Takes out what says nothing: boxes equal to the media box, empty resources and annotations.
fn strip_pages(document: &mut Document, page_ids: &[ObjectId]) -> Result<()> {
    for &id in page_ids {
        let page = document.get_dictionary_mut(id)?;
        for key in ["TrimBox", "CropBox", "Annots"] {
            page.remove(key.as_bytes());
        }
        let resources = page.get(b"Resources").and_then(Object::as_reference)?;
        let resources = document.get_dictionary_mut(resources)?;
        for key in ["XObject", "ExtGState", "Shading"] {
            resources.remove(key.as_bytes());
        }
    }
    Ok(())
}

fn set_catalog(
    document: &mut Document,
    pages: &Pages,
    page_ids: &[ObjectId],
    tree: ObjectId,
) -> Result<()> {
    let outlines = outline::add(document, pages, page_ids);
    let packet = meta::xmp(&pages.meta).into_bytes();
    let kind = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    // Left readable, as archives ask (ISO 19005-2, 6.6.2.1 allows a filter, many tools do not).
    let packet = Stream::new(kind, packet).with_compression(false);
    let packet = document.add_object(packet);
    let profile = icc::srgb();
    let profile = document.add_object(Stream::new(dictionary! { "N" => 3 }, profile));
    let catalog = document.catalog_mut()?;
    catalog.remove(b"PageLayout");
    catalog.set("Metadata", packet);
    catalog.set("OutputIntents", vec![intent(profile)]);
    catalog.set("StructTreeRoot", tree);
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    catalog.set("Lang", Object::string_literal("vi-VN"));
    catalog.set(
        "ViewerPreferences",
        dictionary! { "DisplayDocTitle" => true },
    );
    if let Some(outlines) = outlines {
        catalog.set("Outlines", outlines);
    }
    Ok(())
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

/// Puts our information dictionary in the place of printpdf's.
fn replace_info(document: &mut Document, info: ObjectId) {
    document.trailer.set("Info", info);
    document.trailer.remove(b"ID");
}

/// Compresses a stream, except the metadata packet.
fn compress(object: &mut Object) -> Result<()> {
    if let Object::Stream(stream) = object
        && !stream.dict.has_type(b"Metadata")
    {
        stream.compress()?;
    }
    Ok(())
}

/// Gives the file an identifier that follows from its content, in the place of the zeros that
/// stand for it at its end.
fn identify(bytes: &mut [u8]) -> Result<()> {
    let digest = Sha256::digest(&*bytes);
    let digits: String = digest[..ID_LENGTH]
        .iter()
        .map(|byte| format!("{byte:02X}"))
        .collect();
    let zeros = "0".repeat(digits.len());
    let blank = format!("[<{zeros}><{zeros}>]").into_bytes();
    let place = bytes
        .windows(blank.len())
        .rposition(|window| window == blank)
        .context("the trailer has no identifier")?;
    let id = format!("[<{digits}><{digits}>]").into_bytes();
    bytes[place..place + id.len()].copy_from_slice(&id);
    Ok(())
}
