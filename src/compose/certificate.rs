//! The certificate of one award: what its layout asks for, from the award, its decision and the
//! decision's signer.
//!
//! Number, date and số sổ vàng are those of the decision and its list, so they cannot differ.

use crate::data::Entry;
use crate::data::awards::{Award, Decision, Subject};
use crate::data::certificate::pattern::{Name, Part};
use crate::data::certificate::{CertificateField, Certificates};
use crate::diag::Diagnostic;
use crate::document::Meta;
use crate::document::certificate::{Certificate, Field};
use crate::document::letterhead::{DateLine, Number};
use crate::document::signature::AuthorityLine;
use crate::text::post;
use crate::text::unaccent::file_stem;

use super::signature::signature;

/// A composed certificate.
#[derive(Clone, Debug)]
pub struct ComposedCertificate {
    /// Its texts.
    pub certificate: Certificate,
    /// Name of its files, without the ending.
    pub file_stem: String,
}

/// Where the data of a certificate come from.
#[derive(Clone, Copy, Debug)]
pub struct Sources<'a> {
    /// The award.
    pub award: &'a Award,
    /// The decision that grants it.
    pub decision: &'a Decision,
    /// The decision's entry, with its agency and its signer.
    pub entry: &'a Entry,
}

/// Composes the certificate of an award.
pub fn certificate(
    certificates: &Certificates,
    sources: Sources<'_>,
) -> (ComposedCertificate, Vec<Diagnostic>) {
    let fields = certificates.fields.iter();
    let fields: Vec<Field> = fields.filter_map(|field| sources.field(field)).collect();
    let award = sources.award;
    let name = award.name.clone().unwrap_or_default();
    let composed = ComposedCertificate {
        certificate: Certificate {
            fields,
            meta: sources.meta(&name),
        },
        file_stem: file_stem(&format!("{}-{:03}-{name}", certificates.key, award.number)),
    };
    (composed, sources.doubts())
}

impl Sources<'_> {
    /// A field with its words; nothing if none of its data is known.
    fn field(&self, field: &CertificateField) -> Option<Field> {
        let text = joined(&field.parts, |name| self.value(name))?;
        Some(Field {
            name: field.name.clone(),
            lines: text.split('\n').map(str::to_string).collect(),
        })
    }

    /// The words of a name; empty if they are not known. A line end parts lines.
    fn value(&self, name: Name) -> String {
        let award = self.award;
        let known = |text: &Option<String>| text.clone().unwrap_or_default();
        match name {
            Name::Giver => self.decision.giver.clone(),
            Name::Award => award.kind.name.clone(),
            Name::Address => address(award),
            Name::Awardee => known(&award.name),
            Name::AwardeeInCapitals => known(&award.name).to_uppercase(),
            Name::Post => known(&award.post),
            Name::PostAndUnit => post::with_unit(&known(&award.post), &known(&award.unit)),
            Name::Unit => known(&award.unit),
            Name::ParentUnit => known(&award.parent_unit),
            Name::Achievement => known(&award.achievement),
            Name::DecisionNumber => self.number().printed().unwrap_or_default(),
            Name::DecisionDate => self.date().words(),
            Name::BookNumber => format!("{:02}", award.number),
            Name::PlaceDate => format!("{}, {}", self.entry.agency.place, self.date().words()),
            Name::SignerPost => {
                let lines = signature(self.entry).lines;
                let lines = lines.iter().map(AuthorityLine::printed);
                lines.collect::<Vec<String>>().join("\n")
            }
            Name::SignerName => self.entry.signer.name.to_string(),
        }
    }

    fn number(&self) -> Number {
        let symbol = self.decision.symbol.clone();
        match self.decision.number {
            Some(number) => Number::Given(number, symbol),
            None => Number::Draft(symbol),
        }
    }

    fn date(&self) -> DateLine {
        let date = &self.decision.date;
        DateLine {
            day: date.day(),
            month: date.month(),
            year: date.year(),
        }
    }

    fn meta(&self, name: &str) -> Meta {
        Meta {
            title: format!("{}: {name}", self.award.kind.name),
            subject: self.award.achievement.clone().unwrap_or_default(),
            author: self.entry.agency.name.to_string(),
            date: self.decision.date.earliest().map(|date| date.0),
        }
    }

    /// What the certificate goes without, although its form has room for it.
    fn doubts(&self) -> Vec<Diagnostic> {
        let award = self.award;
        if award.subject != Subject::Person || award.salutation.is_some() {
            return Vec::new();
        }
        let name = award.name.as_deref().unwrap_or_default();
        let message = format!("chưa ghi xưng hô của {name}; giấy khen chỉ in họ tên");
        vec![
            Diagnostic::warning("giay-khen-thieu-xung-ho", award.place("xung_ho"), message)
                .hint("ghi Ông hoặc Bà vào cột Xưng hô; chương trình không đoán"),
        ]
    }
}

/// `Ông:`, `Tập thể:`, `Hộ gia đình:`; nothing where it is not known, or the name begins with it.
fn address(award: &Award) -> String {
    let name = award.name.as_deref().unwrap_or_default().to_lowercase();
    let says = |word: &str| name.starts_with(word);
    match (award.subject, &award.salutation) {
        (Subject::Person, Some(salutation)) => format!("{salutation}:"),
        (Subject::Person, None) => String::new(),
        (Subject::Collective, _) if says("tập thể ") => String::new(),
        (Subject::Collective, _) => "Tập thể:".to_string(),
        (Subject::Household, _) if says("hộ ") || says("gia đình ") => String::new(),
        (Subject::Household, Some(salutation)) => {
            format!("Hộ gia đình {}:", salutation.to_lowercase())
        }
        (Subject::Household, None) => "Hộ gia đình:".to_string(),
    }
}

/// The parts as one text. What separates data goes with data that is not known; a text whose data
/// are all unknown is none.
fn joined(parts: &[Part], value: impl Fn(Name) -> String) -> Option<String> {
    let mut text = String::new();
    let mut waiting = String::new();
    let (mut asked, mut known) = (false, false);
    for part in parts {
        match part {
            Part::Words(words) => waiting.push_str(words),
            Part::Data(name) => {
                asked = true;
                let value = value(*name);
                if value.is_empty() {
                    if waiting.chars().all(separates) {
                        waiting.clear();
                    }
                    continue;
                }
                if text.is_empty() {
                    waiting = waiting.trim_start_matches(separates).to_string();
                }
                known = true;
                text.push_str(&waiting);
                text.push_str(&value);
                waiting.clear();
            }
        }
    }
    text.push_str(waiting.trim_end_matches([' ', ',', '-']));
    (known || !asked).then_some(text)
}

/// True for what parts two data.
fn separates(c: char) -> bool {
    matches!(c, ' ' | ',' | '-')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::certificate::pattern::parts;

    fn check(pattern: &str, post: &str, unit: &str, expected: Option<&str>) {
        let value = |name| match name {
            Name::Post => post.to_string(),
            Name::Unit => unit.to_string(),
            Name::DecisionNumber => "      /QĐ-UBND".to_string(),
            _ => String::new(),
        };
        let text = joined(&parts(pattern).unwrap(), value);
        assert_eq!(text.as_deref(), expected);
    }

    #[test]
    fn separators_go_with_what_is_not_known() {
        let line = "{chuc_vu}, {don_vi}";
        check(line, "Giáo viên", "Trường A", Some("Giáo viên, Trường A"));
        check(line, "", "Trường A", Some("Trường A"));
        check(line, "Giáo viên", "", Some("Giáo viên"));
        check(line, "", "", None);
        check("Đơn vị: {don_vi}", "", "", None);
        check(
            "Đơn vị: {don_vi}.",
            "",
            "Trường A",
            Some("Đơn vị: Trường A."),
        );
        check("TẶNG", "", "", Some("TẶNG"));
    }

    #[test]
    fn the_blank_of_a_draft_stays() {
        check(
            "Quyết định số {so_quyet_dinh}",
            "",
            "",
            Some("Quyết định số       /QĐ-UBND"),
        );
    }
}
