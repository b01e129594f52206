//! The parts that docx-rs writes wrongly or not at all, by hand: document properties (its own say
//! "unknown" and cannot be set), settings (its own are those of East Asian layout), fonts.

use quick_xml::escape::escape;

use crate::document::Meta;

/// `docProps/core.xml` (ECMA-376 part 2, 11.1). Dates come from the document, never from the clock; a
/// document without a date has none.
pub(super) fn core(meta: &Meta) -> String {
    let mut xml = String::from(
        "<cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">",
    );
    for (name, value) in [
        ("dc:title", &meta.title),
        ("dc:subject", &meta.subject),
        ("dc:creator", &meta.author),
    ] {
        xml.push_str(&filled(name, value));
    }
    xml.push_str("<dc:language>vi-VN</dc:language>");
    if let Some(date) = meta.date {
        for name in ["dcterms:created", "dcterms:modified"] {
            xml.push_str(&format!(
                "<{name} xsi:type=\"dcterms:W3CDTF\">{}T00:00:00Z</{name}>",
                date.format("%Y-%m-%d")
            ));
        }
    }
    xml + "</cp:coreProperties>"
}

/// `docProps/app.xml` (ECMA-376 part 1, 22.2).
pub(super) fn app(author: &str) -> String {
    format!(
        "<Properties \
         xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">\
         <Application>vanthu</Application>{}</Properties>",
        filled("Company", author)
    )
}

/// `word/settings.xml` (ECMA-376 part 1, 17.15.1.78). Mode 15 is the one that Word does not show as
/// "Compatibility Mode"; with `doNotExpandShiftReturn` a justified line before a forced break stays as
/// wide as it is.
pub(super) const SETTINGS: &str = concat!(
    "<w:settings xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">",
    "<w:zoom w:percent=\"100\"/>",
    "<w:defaultTabStop w:val=\"720\"/>",
    "<w:characterSpacingControl w:val=\"doNotCompress\"/>",
    "<w:compat><w:doNotExpandShiftReturn/>",
    "<w:compatSetting w:name=\"compatibilityMode\" ",
    "w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/>",
    "<w:compatSetting w:name=\"overrideTableStyleFontSizeAndJustification\" ",
    "w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"1\"/>",
    "<w:compatSetting w:name=\"enableOpenTypeFeatures\" ",
    "w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"1\"/>",
    "<w:compatSetting w:name=\"doNotFlipMirrorIndents\" ",
    "w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"1\"/>",
    "<w:compatSetting w:name=\"differentiateMultirowTableHeaders\" ",
    "w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"1\"/>",
    "<w:compatSetting w:name=\"useWord2013TrackBottomHyphenation\" ",
    "w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"0\"/>",
    "</w:compat>",
    "<w:themeFontLang w:val=\"vi-VN\"/>",
    "<w:decimalSymbol w:val=\",\"/><w:listSeparator w:val=\";\"/>",
    "</w:settings>",
);

/// `word/fontTable.xml` (ECMA-376 part 1, 17.8.3.11).
pub(super) const FONTS: &str = concat!(
    "<w:fonts xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">",
    "<w:font w:name=\"Times New Roman\"><w:panose1 w:val=\"02020603050405020304\"/>",
    "<w:charset w:val=\"00\"/><w:family w:val=\"roman\"/><w:pitch w:val=\"variable\"/></w:font>",
    "</w:fonts>",
);

/// An element with `value`, or nothing if that is empty.
fn filled(name: &str, value: &str) -> String {
    if value.is_empty() {
        return String::new();
    }
    format!("<{name}>{}</{name}>", escape(value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    #[test]
    fn the_dates_are_those_of_the_document() {
        let meta = Meta {
            title: "Kế hoạch <A & B>".to_string(),
            date: NaiveDate::from_ymd_opt(2024, 2, 5),
            ..Meta::default()
        };
        let xml = core(&meta);
        assert!(xml.contains("<dc:title>Kế hoạch &lt;A &amp; B&gt;</dc:title>"));
        assert!(xml.contains(
            "<dcterms:created xsi:type=\"dcterms:W3CDTF\">2024-02-05T00:00:00Z</dcterms:created>"
        ));
        assert!(!xml.contains("dc:creator"));
        assert!(!core(&Meta::default()).contains("dcterms:created"));
    }
}
