//! The reports as SARIF 2.1.0 (OASIS), for code hosts and editors. A DOCX has no lines, so a place is
//! the file and, as its logical location, the paragraph.

use serde_json::{Value, json};

use super::{Item, ItemLevel, Reports};
use crate::check::rules::{Level, RULES, Rule};

/// The reports as SARIF.
pub fn sarif(reports: &Reports) -> String {
    let rules: Vec<Value> = RULES.iter().map(|rule| descriptor(rule)).collect();
    let results: Vec<Value> = reports
        .files
        .iter()
        .flat_map(|report| report.items.iter().map(|item| result(&report.file, item)))
        .collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "vanthu",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    format!("{log:#}\n")
}

fn descriptor(rule: &Rule) -> Value {
    json!({
        "id": rule.code,
        "shortDescription": { "text": rule.asks },
        "fullDescription": { "text": format!("{} ({})", rule.why, rule.clause) },
        "defaultConfiguration": { "level": match rule.level {
            Level::Must => "error",
            Level::Should => "warning",
            Level::Ask => "note",
        }},
    })
}

fn result(file: &str, item: &Item) -> Value {
    let level = match item.level {
        ItemLevel::Must => "error",
        ItemLevel::Should => "warning",
        ItemLevel::Ask => "note",
    };
    let rule = RULES.iter().position(|rule| rule.code == item.code);
    let name = [
        item.component.map(str::to_string),
        item.paragraph.map(|n| format!("đoạn {n}")),
    ];
    let name: Vec<String> = name.into_iter().flatten().collect();
    let mut location = json!({
        "physicalLocation": { "artifactLocation": { "uri": uri(file) } },
    });
    if !name.is_empty() {
        location["logicalLocations"] = json!([{ "name": name.join(", "), "kind": "element" }]);
    }
    json!({
        "ruleId": item.code,
        "ruleIndex": rule,
        "level": level,
        "message": { "text": format!("{}; yêu cầu: {} ({})", item.there, item.asked, item.clause) },
        "locations": [location],
        "properties": { "trich": item.quote, "cho_khac": item.others },
    })
}

/// A path as a relative reference: forward slashes, everything else but plain characters escaped.
fn uri(path: &str) -> String {
    let mut uri = String::new();
    for byte in path.replace('\\', "/").bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' | b'~' => {
                uri.push(char::from(byte));
            }
            byte => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn a_path_becomes_a_reference() {
        assert_eq!(
            uri("kế hoạch\\a b.docx"),
            "k%E1%BA%BF%20ho%E1%BA%A1ch/a%20b.docx"
        );
    }
}
