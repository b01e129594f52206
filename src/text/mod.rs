//! Vietnamese text and dates, as administrative papers write them. Knows nothing of the program.

pub mod date;
