//! Which coefficient an award is paid by: the place's own, else the law's on the day of the decision.

use crate::sheet::Row;

use super::super::law::coefficient::Coefficient;
use super::super::law::dated::Dated;
use super::super::law::kind::{AwardKind, Subject};
use super::bonus::Bonus;
use super::decision::Decision;
use super::settings::OwnRate;
use super::settle::Settling;

/// A coefficient with what it follows from.
struct Paid {
    coefficient: Coefficient,
    household: Option<(Coefficient, Coefficient)>,
    sources: Vec<String>,
}

impl<'a> Settling<'a> {
    /// What is paid for a row.
    pub(super) fn bonus(
        &mut self,
        row: &Row,
        kind: &AwardKind,
        subject: Subject,
        decision: &'a Decision,
    ) -> Option<Bonus> {
        let day = decision.day;
        let Some(salary) = self.law.salary(day) else {
            let message = format!("chưa có mức lương cơ sở của ngày {day}");
            self.error(row, "tien_thuong", "thieu-muc-luong", &message, "");
            return None;
        };
        let Some(rate) = self.rate(row, kind, subject, decision) else {
            let message = format!(
                "chưa có hệ số tiền thưởng của {} cho {} ngày {day}",
                kind.name_on(day),
                subject.word()
            );
            let hint =
                "ghi hệ số và văn bản quy định vào he_so_rieng của khen_thuong hoặc tệp cơ quan";
            self.error(row, "he_so", "thieu-he-so", &message, hint);
            return None;
        };
        self.doubt(row, salary.unsure.as_deref());
        let mut sources = rate.sources;
        sources.extend(salary.decree.as_ref().map(ToString::to_string));
        Some(Bonus::new(
            rate.coefficient,
            rate.household,
            salary.amount,
            self.settings.rounding,
            sources,
        ))
    }

    /// The coefficient of a row: the place's own, else the law's; a household's from a person's.
    fn rate(
        &mut self,
        row: &Row,
        kind: &AwardKind,
        subject: Subject,
        decision: &'a Decision,
    ) -> Option<Paid> {
        if let Some(own) = self.own_rate(kind, subject, decision) {
            return Some(Paid {
                coefficient: own.coefficient,
                household: None,
                sources: vec![own.source.to_string()],
            });
        }
        let rule = self.law.rule(decision.day)?;
        let sources = vec![rule.decree.to_string()];
        if let Some(rate) = kind.rate(subject, decision.level, decision.day) {
            self.doubt(row, rate.unsure.as_deref());
            return Some(Paid {
                coefficient: rate.coefficient,
                household: None,
                sources,
            });
        }
        let person = kind.rate(Subject::Person, decision.level, decision.day);
        let person = person.filter(|_| subject == Subject::Household)?;
        self.doubt(row, person.unsure.as_deref());
        self.doubt(row, rule.household_unsure.as_deref());
        let factor = rule.household;
        Some(Paid {
            coefficient: person.coefficient.times(factor),
            household: Some((person.coefficient, factor)),
            sources,
        })
    }

    fn own_rate(
        &self,
        kind: &AwardKind,
        subject: Subject,
        decision: &'a Decision,
    ) -> Option<&'a OwnRate> {
        let mut own_rates = self.settings.overrides.iter().chain(&decision.own_rates);
        own_rates.find(|own| {
            let named = own.kind.as_str() == kind.key.as_str()
                || self
                    .law
                    .named(&own.kind)
                    .is_some_and(|named| named.kind.key == kind.key);
            named && own.subject == subject && own.holds(decision.day)
        })
    }
}
