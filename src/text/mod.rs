//! Vietnamese words: numbers, dates, letter case, sorting, unaccented names, outline letters,
//! spelling of syllables, places of tone marks, old encodings, the formulas over a signature.
//!
//! Pure functions on text and numbers; they know nothing of papers. Spelling follows the law texts
//! (`nghìn`, `linh`, `thứ Hai`) and the zero rule of Decree 30/2020/NĐ-CP for dates.

pub mod authority;
pub mod calendar;
pub mod case;
pub mod collate;
pub mod date;
pub mod excerpt;
pub mod fold;
pub mod honorific;
pub mod legacy;
pub mod number;
pub mod outline;
pub mod post;
pub mod syllable;
pub mod tone;
pub mod unaccent;
pub mod weekday;
