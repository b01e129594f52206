//! What a file says about its paper: the information dictionary and the same as XMP.
//!
//! Times are the paper's date at the start of the day in Việt Nam; a draft without a date has none.

use chrono::NaiveDate;
use lopdf::{Dictionary, Object, text_string};
use quick_xml::escape::escape;

use crate::document::Meta;

/// The program that made the file.
const PRODUCER: &str = concat!("vanthu ", env!("CARGO_PKG_VERSION"));

/// The information dictionary.
pub(super) fn info(meta: &Meta) -> Dictionary {
    let mut info = Dictionary::new();
    for (key, value) in [
        ("Title", meta.title.as_str()),
        ("Subject", meta.subject.as_str()),
        ("Author", meta.author.as_str()),
        ("Creator", PRODUCER),
        ("Producer", PRODUCER),
    ] {
        if !value.is_empty() {
            info.set(key, text_string(value));
        }
    }
    if let Some(date) = meta.date {
        let stamp = Object::string_literal(date.format("D:%Y%m%d000000+07'00'").to_string());
        info.set("CreationDate", stamp.clone());
        info.set("ModDate", stamp);
    }
    info
}

/// The same as an XMP packet (ISO 16684-1).
pub(super) fn xmp(meta: &Meta) -> String {
    let mut properties = String::new();
    properties.push_str(&alternatives("dc:title", &meta.title));
    properties.push_str(&alternatives("dc:description", &meta.subject));
    if !meta.author.is_empty() {
        let author = escape(meta.author.as_str());
        let creator = format!("<rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq>");
        properties.push_str(&element("dc:creator", &creator));
    }
    let language = "<rdf:Bag><rdf:li>vi-VN</rdf:li></rdf:Bag>";
    properties.push_str(&element("dc:language", language));
    properties.push_str(&element("dc:format", "application/pdf"));
    properties.push_str(&element("pdf:Producer", PRODUCER));
    properties.push_str(&element("xmp:CreatorTool", PRODUCER));
    if let Some(date) = meta.date {
        for key in ["xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"] {
            properties.push_str(&element(key, &day(date)));
        }
    }
    format!(
        "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n\
         <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n\
         <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n\
         {properties}</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>"
    )
}

fn day(date: NaiveDate) -> String {
    date.format("%Y-%m-%dT00:00:00+07:00").to_string()
}

fn element(name: &str, content: &str) -> String {
    format!("<{name}>{content}</{name}>\n")
}

/// A property in languages, of which there is one; nothing for an empty text.
fn alternatives(name: &str, text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    let text = escape(text);
    let content = format!("<rdf:Alt><rdf:li xml:lang=\"x-default\">{text}</rdf:li></rdf:Alt>");
    element(name, &content)
}
