//! Tables as clerks keep them, through the one entry `read`.

mod files;
mod formats;
mod hostile;
mod layout;
mod samples;
