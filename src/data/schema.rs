//! The JSON Schemas of the data files, made from the types, for editors and for `validate`.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::Value;

use super::agency::Agency;
use super::certificate::blank::Blank;
use super::certificate::layout::LayoutFile;
use super::dossier::DossierFile;

/// The schema of `ho-so.yaml`.
pub fn dossier_schema() -> Value {
    schema_of::<DossierFile>()
}

/// The schema of an agency profile.
pub fn agency_schema() -> Value {
    schema_of::<Agency>()
}

/// The schema of a certificate's layout.
pub fn layout_schema() -> Value {
    schema_of::<LayoutFile>()
}

/// The schema of a blank's profile.
pub fn blank_schema() -> Value {
    schema_of::<Blank>()
}

/// A schema as it is printed and shipped: indented, with a final line end.
pub fn text(schema: &Value) -> String {
    format!("{schema:#}\n")
}

/// Draft 7, because that is what editors' YAML servers know best.
pub(super) fn schema_of<T: JsonSchema>() -> Value {
    SchemaSettings::draft07()
        .into_generator()
        .into_root_schema_for::<T>()
        .to_value()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    /// `UPDATE=1` rewrites the file and fails, so that the difference gets read.
    fn check(name: &str, schema: &Value) {
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("data")
            .join(name);
        let wanted = text(schema);
        let shipped = std::fs::read_to_string(&path).unwrap_or_default();
        if shipped != wanted && std::env::var_os("UPDATE").is_some() {
            std::fs::write(&path, &wanted).unwrap();
        }
        assert!(
            shipped == wanted,
            "data/{name} differs from the types; UPDATE=1 rewrites it"
        );
    }

    #[test]
    fn shipped_schemas_equal_the_types() {
        check("ho-so.schema.json", &dossier_schema());
        check("co-quan.schema.json", &agency_schema());
        check("giay-khen.schema.json", &layout_schema());
        check("phoi.schema.json", &blank_schema());
    }
}
