//! What holds from a day to a day: the law of awards is chosen by the day of the decision.

use crate::text::date::Date;

/// Something that holds for a time.
pub(in crate::data) trait Dated {
    /// The first day; none for always.
    fn from(&self) -> Option<Date>;
    /// The last day; none for still.
    fn to(&self) -> Option<Date>;

    /// True on a day within.
    fn holds(&self, day: Date) -> bool {
        self.from().is_none_or(|from| from <= day) && self.to().is_none_or(|to| day <= to)
    }
}

/// A type with the fields `from` and `to`.
macro_rules! dated {
    ($type:ty) => {
        impl $crate::data::law::dated::Dated for $type {
            fn from(&self) -> Option<crate::text::date::Date> {
                self.from
            }

            fn to(&self) -> Option<crate::text::date::Date> {
                self.to
            }
        }
    };
}

pub(in crate::data) use dated;
