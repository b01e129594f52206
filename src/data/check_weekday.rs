//! Weekdays in the texts of a data file that do not fit the date beside them.

use crate::text::date::Date;
use crate::text::weekday::mentions;

use super::file::DataFile;
use super::findings::Findings;
use super::source::Span;

/// Every text of a file; `event` is the day that dates without a year are near to.
pub(super) fn check<T>(file: &DataFile<T>, event: Option<Date>, found: &mut Findings) {
    file.node.walk(&mut |node| {
        let text = node.text().unwrap_or_default();
        for mention in mentions(text, event).iter().filter(|found| !found.fits()) {
            let written = file.source.slice(node.at).find(&mention.quote);
            let at = match written {
                Some(offset) => Span {
                    offset: node.at.offset + offset,
                    length: mention.quote.len(),
                },
                // Written over several lines or with escapes.
                None => node.at,
            };
            let hint = "sửa thứ hoặc sửa ngày";
            found.warn(file, at, ("thu-lech", mention.to_string(), hint));
        }
    });
}
