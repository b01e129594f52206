//! The letters of a paper of `van_ban` that is made for each row of a table.

use crate::data::Entry;
use crate::data::each::Recipient;
use crate::data::table_ref::TableName;
use crate::diag::{Diagnostic, Place};
use crate::template::Prepared;

use super::paper::{self, LaidOut};
use super::rows::{Listed, Source};
use super::workshop::Workshop;

/// A paper with its template, ready for every row.
pub(super) struct Letters<'a> {
    workshop: &'a Workshop,
    entry: &'a Entry,
    table: TableName,
    prepared: Prepared<'a>,
}

impl<'a> Letters<'a> {
    /// Readies the template.
    ///
    /// # Errors
    ///
    /// The findings if that cannot be done.
    pub(super) fn new(
        workshop: &'a Workshop,
        entry: &'a Entry,
        table: TableName,
    ) -> Result<Letters<'a>, Vec<Diagnostic>> {
        let prepared = workshop
            .prepare(entry)
            .map_err(|findings| paper::placed(findings, entry))?;
        Ok(Letters {
            workshop,
            entry,
            table,
            prepared,
        })
    }
}

impl<'a> Source<'a> for Letters<'a> {
    fn key(&self) -> &str {
        &self.entry.key
    }

    fn place(&self) -> Place {
        self.entry.place.clone()
    }

    fn listed(&self) -> Result<Listed<'a>, Vec<Diagnostic>> {
        let (noun, key) = (self.table.noun(), self.table.key());
        let Some(each) = self.workshop.dossier.each(self.table) else {
            let message = format!("văn bản {} cần bảng {noun}", self.entry.key);
            let file = key.replace('_', "-");
            let hint = format!("ghi tên tệp vào khóa {key} của hồ sơ, thí dụ: {key}: {file}.csv");
            return Err(vec![
                Diagnostic::error("thieu-bang", self.entry.place.clone(), message).hint(hint),
            ]);
        };
        Ok(Listed {
            recipients: each.recipients,
            noun,
            place: each.place,
        })
    }

    fn letter(&self, recipient: Recipient<'_>) -> (Option<LaidOut>, Vec<Diagnostic>) {
        let context = recipient.context();
        let rendered = self.prepared.render_row(recipient.variable(), &context);
        let dossier = &self.workshop.dossier;
        paper::lay_out(dossier, self.entry, rendered, Some(recipient))
    }
}
