//! What a file says about its paper: the information dictionary and the same as XMP.
//!
//! Times are the paper's date at the start of the day in Việt Nam; a draft without a date has none.

use chrono::NaiveDate;
use lopdf::{Dictionary, Object, text_string};
use quick_xml::escape::escape;

use crate::document::Meta;

/// The program that made the file.
const PRODUCER: &str = concat!("vanthu ", env!("CARGO_PKG_VERSION"));

/// What the file promises, and what `pdfuaid` is, which PDF/A does not know (ISO 19005-2, 6.6.2.3).
const CONFORMANCE: &str = r#"<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
"#;

/// Namespaces of the packet.
const NAMESPACES: [(&str, &str); 8] = [
    ("dc", "http://purl.org/dc/elements/1.1/"),
    ("pdf", "http://ns.adobe.com/pdf/1.3/"),
    ("xmp", "http://ns.adobe.com/xap/1.0/"),
    ("pdfaid", "http://www.aiim.org/pdfa/ns/id/"),
    ("pdfuaid", "http://www.aiim.org/pdfua/ns/id/"),
    ("pdfaExtension", "http://www.aiim.org/pdfa/ns/extension/"),
    ("pdfaSchema", "http://www.aiim.org/pdfa/ns/schema#"),
    ("pdfaProperty", "http://www.aiim.org/pdfa/ns/property#"),
];

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
    let namespaces = NAMESPACES.map(|(prefix, uri)| format!(" xmlns:{prefix}=\"{uri}\""));
    let namespaces = namespaces.concat();
    format!(
        "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n\
         <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n\
         <rdf:Description rdf:about=\"\"{namespaces}>\n\
         {properties}{CONFORMANCE}</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>"
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
